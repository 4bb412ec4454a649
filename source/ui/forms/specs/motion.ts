import {findPeople, itemOf} from '../../../domain/queries/meeting/meetings.ts';
import {typedMajority} from '../../../domain/majority.ts';
import {personName} from '../../../domain/names.ts';
import {quorumOn} from '../../../domain/rules/presence.ts';
import {byName} from '../../../domain/rules/voting.ts';
import type {
	Amendment,
	Database,
	Decision,
	Majority,
	Outcome,
	Vote,
} from '../../../domain/schema/index.ts';
import {outcomes} from '../../../domain/schema/values.ts';
import {outcomeWords} from '../../../domain/words.ts';
import {type FormField, type Form, given, type Option, valueOf} from '../form.ts';
import {readNeeds, splitNeeds} from '../majority.ts';
import {readMovers, readPerson} from '../people.ts';
import {castsOn, readFate, readVote, voteHint, withCasting} from '../vote.ts';
import {lawFor, meetingOf} from './item.ts';

/** The letter of each outcome, on every form. */
export const outcomeKeys: Record<Outcome, string> = {
	approved: 'a',
	'approved-as-amended': 'm',
	refused: 'r',
	lost: 'l',
	deferred: 'd',
	referred: 'f',
	'recommended-to-council': 'c',
	noted: 'n',
	withdrawn: 'w',
};
/** What the board's law lets come of a decision, and what was recorded of this one. */
export function outcomeOptions(database: Database, {target, base}: Form): Option[] {
	const {outcomes: offered} = lawFor(database, target);
	return outcomes
		.filter((value) => offered.includes(value) || value === base['outcome'])
		.map((value) => ({value, label: outcomeWords[value], key: outcomeKeys[value]}));
}

/** The casting vote, asked for on a tie only and of whoever presides. */
function castingFields(
	database: Database,
	{target, values}: Form,
	name: string,
	of: string,
): FormField[] {
	const meeting = meetingOf(database, target.meeting);
	const person = castsOn(database, meeting, target.item, values[of]?.value ?? '');
	if (person === undefined) return [];
	const who = personName(database, person);
	const options: Option[] = [
		{value: '', label: 'none given', key: 'n'},
		{value: 'for', label: `${who} for`, key: 'f'},
		{value: 'against', label: `${who} against`, key: 'a'},
	];
	return [{name, label: 'Casting vote', kind: 'choice', options}];
}

/** The most amendments that one form takes. */
const mostAmendments = 5;

/** Whether a form is about a decision that was taken at no meeting: a ballot has fields of its own. */
const isBetween = ({target}: Form): boolean =>
	target.decision !== undefined && target.meeting === undefined;

/** Who moves and how it is voted on; one who decides alone has none of it. */
export function motionFields(database: Database, form: Form): FormField[] {
	if (lawFor(database, form.target).alone || isBetween(form)) return [];
	const hint = 'initials or a part of the name';
	return [
		{name: 'mover', label: 'Mover', kind: 'person', hint},
		{name: 'seconder', label: 'Seconder', kind: 'person', hint},
		{name: 'vote', label: 'Vote', kind: 'vote', hint: voteHint(lawFor(database, form.target))},
		...castingFields(database, form, 'casting', 'vote'),
	];
}

/** A field for one more amendment than there are, and for each what became of it. */
export function amendmentFields(database: Database, form: Form): FormField[] {
	if (lawFor(database, form.target).alone) return [];
	const fields: FormField[] = [];
	for (let number = 1; number <= mostAmendments; number++) {
		const name = `amendment${number}`;
		const isThere = valueOf(form, name) !== '';
		const label = number === 1 ? 'Amendment' : `Amendment ${number}`;
		fields.push({name, label, kind: 'long', hint: 'its wording, if one was moved'});
		if (!isThere) break;
		fields.push(
			{name: `${name}by`, label: 'moved by', kind: 'movers', hint: 'initials: mover, seconder'},
			{
				name: `${name}vote`,
				label: 'its fate',
				kind: 'fate',
				hint: 'n: no dissent; 5 4 0: for, against, abstained; accepted; withdrawn',
			},
			...castingFields(database, form, `${name}casting`, `${name}vote`),
		);
	}
	return fields;
}

type Wrong = {field: string; message: string};

/** Who moved and seconded, how it was voted on, and what it needed where that was said. */
type Motion = {mover?: string; seconder?: string; vote?: Vote; needs?: Majority};

/** Mover, seconder and vote as the change takes them, or which field cannot be read. Who stands there already may stay. */
export function readMotion(database: Database, form: Form): Motion | Wrong {
	if (isBetween(form)) {
		const {mover, seconder, vote, needs} = form.base as Motion;
		return {
			...(mover ? {mover} : {}),
			...(seconder ? {seconder} : {}),
			...(vote ? {vote} : {}),
			...(needs ? {needs} : {}),
		};
	}
	const motion: Motion = {};
	if (lawFor(database, form.target).alone) return motion;
	for (const field of ['mover', 'seconder'] as const) {
		const typed = valueOf(form, field);
		const before = form.base[field];
		if (typeof before === 'string' && typed === personName(database, before)) {
			motion[field] = before;
			continue;
		}
		const read = readPerson(database, form.target, typed);
		if ('message' in read) return {field, message: read.message};
		if (read.person) motion[field] = read.person.id;
	}
	const meeting = meetingOf(database, form.target.meeting);
	const [typed, casting] = [valueOf(form, 'vote'), valueOf(form, 'casting')];
	const board = database.boards.find(({id}) => id === meeting?.board);
	const needed = readNeeds(database, board, meeting, typed);
	if ('message' in needed) return {field: 'vote', message: needed.message};
	if (needed.needs) motion.needs = needed.needs;
	const before = form.base['vote'] as Vote | undefined;
	const isAsBefore =
		splitNeeds(typed).vote === typedVote(database, before) &&
		casting === (before?.casting?.vote ?? '');
	if (before && isAsBefore) return {...motion, vote: before};
	const {item} = form.target;
	// Of a vote that must be by name nothing is usual.
	if (splitNeeds(typed).vote === '' && byName(database, meeting, item) !== undefined) return motion;
	// Without a quorum nothing is voted on, unless somebody says that it was.
	if (
		splitNeeds(typed).vote === '' &&
		meeting &&
		!quorumOn(database, meeting, item, 'during').quorate
	)
		return motion;
	const read = readVote(database, meeting, typed);
	if ('message' in read) return {field: 'vote', message: read.message};
	if (meeting && read.vote) {
		motion.vote = withCasting(database, meeting, item, read.vote, casting);
	}
	return motion;
}

/** An amendment before the database gives it an id. */
type NewAmendment = Pick<Amendment, 'text' | 'mover' | 'seconder' | 'vote' | 'fate'>;

/** The amendments as the change takes them, or which field cannot be read. */
export function readAmendments(
	database: Database,
	form: Form,
): {amendments: NewAmendment[]} | Wrong {
	const meeting = meetingOf(database, form.target.meeting);
	const amendments: NewAmendment[] = [];
	for (const {name, kind} of amendmentFields(database, form)) {
		const text = kind === 'long' ? given(form, name) : undefined;
		if (!text) continue;
		const by = readMovers(database, form.target, valueOf(form, `${name}by`));
		if ('message' in by) return {field: `${name}by`, message: by.message};
		const fate = readFate(
			database,
			meeting,
			form.target.item,
			valueOf(form, `${name}vote`),
			valueOf(form, `${name}casting`),
		);
		if ('message' in fate) return {field: `${name}vote`, message: fate.message};
		amendments.push({text, ...by, ...fate});
	}
	return {amendments};
}

/** The report behind a form's item; a project's decision under a report's item is not what it recommends. */
export function paperOf(database: Database, {meeting, item, project}: Form['target']) {
	if (project) return undefined;
	const held = meetingOf(database, meeting);
	const subject = held && itemOf(held, item);
	return database.reports.find(({id}) => id === subject?.about?.report);
}

/** Somebody's initials, or their id where others have the same. */
function typedPerson({people}: Database, person: string): string {
	const initials = people.find(({id}) => id === person)?.initials?.toLowerCase() ?? '';
	const isOne = /^[^\s,+\-=]+$/.test(initials) && findPeople(people, initials).length === 1;
	return isOne ? initials : person;
}

/** Amendments as they would be typed, for a form that corrects them. */
export function typedAmendments(
	database: Database,
	amendments: readonly NewAmendment[],
): Record<string, string> {
	return Object.fromEntries(
		amendments.flatMap(({text, mover, seconder, vote, fate}, index) => {
			const name = `amendment${index + 1}`;
			const by = [mover, seconder].flatMap((person) =>
				person === undefined ? [] : [typedPerson(database, person)],
			);
			return [
				[name, text],
				[`${name}by`, by.join(' ')],
				[`${name}vote`, vote ? typedVote(database, vote) : fate],
				[`${name}casting`, vote?.casting?.vote ?? ''],
			];
		}),
	);
}

/** A vote as it would be typed, for a form that corrects it. */
export function typedVote(database: Database, vote: Vote | undefined, needs?: Majority): string {
	if (needs) return `${typedVote(database, vote)} needs ${typedMajority(needs)}`;
	if (!vote) return '-';
	const marks = {for: '+', against: '-', abstained: '='};
	const names = (vote.ballots ?? []).map(
		({person, vote}) => `${typedPerson(database, person)}${marks[vote]}`,
	);
	if (vote.method === 'no-dissent') return 'n';
	if (vote.method === 'unanimous') return 'u';
	if (vote.method === 'voices') return vote.declared === 'lost' ? 'v lost' : 'v';
	if (vote.method === 'recorded') return ['r', ...names].join(' ');
	return [vote.for ?? 0, vote.against ?? 0, vote.abstained ?? 0, ...names].join(' ');
}

/** The decision that a form would record, as far as it can be read, for what it would still lack. */
export function asDecision(
	database: Database,
	form: Form,
	fields: Partial<Decision>,
): Decision | undefined {
	const {meeting = '', item} = form.target;
	const held = meetingOf(database, meeting);
	if (!held) return undefined;
	return {
		id: 'D-0',
		meeting,
		item,
		board: held.board,
		status: 'recorded',
		date: '',
		title: '',
		resolution: '',
		outcome: 'approved',
		...fields,
	};
}
