import type {Change} from '../../../domain/changes/index.ts';
import {findPeople, itemOf} from '../../../domain/queries/meeting/meetings.ts';
import {personName} from '../../../domain/names.ts';
import {orList} from '../../../domain/queries/meeting/members.ts';
import {presentAt} from '../../../domain/rules/presence.ts';
import type {Database} from '../../../domain/schema/index.ts';
import {screenVoice} from '../../../domain/voice/index.ts';
import {candidateName} from '../../../domain/rules/election.ts';
import {type Form, type FormField, type FormSpec, given, valueOf} from '../form.ts';
import {peopleFor, readMovers} from '../people.ts';
import {itemName, meetingOf} from './item.ts';

type Candidate = NonNullable<Extract<Change, {kind: 'decision/record'}>['candidates']>[number];

/** The most candidates that one form takes. */
const mostCandidates = 9;

/** A field for one candidate more than there are. */
function candidateFields(form: Form): FormField[] {
	const fields: FormField[] = [];
	for (let number = 1; number <= mostCandidates; number++) {
		const name = `candidate${number}`;
		fields.push({
			name,
			label: number === 1 ? 'Candidate' : `Candidate ${number}`,
			kind: 'line',
			hint: 'who, and how many voted for them: kl 6; alone: kl',
		});
		if (valueOf(form, name) === '') break;
	}
	return fields;
}

/** `kl 6` as who stands and with how many votes; a name that the database does not know stands as it is typed. */
function readCandidate(
	database: Database,
	form: Form,
	typed: string,
): Candidate | {message: string} {
	const [, who = typed, votes] = /^(.*?)(?:\s+(\d{1,4}))?$/s.exec(typed) ?? [];
	const found = findPeople(peopleFor(database, form.target.meeting), who);
	if (found.length > 1) return {message: `“${who}” may be ${orList(found)}: type more of it`};
	const [person] = found;
	return {
		...(person ? {person: person.id} : {name: who}),
		...(votes === undefined ? {} : {votes: Number(votes)}),
	};
}

/** A field with the candidate whom its text means. */
function told(database: Database, form: Form, field: FormField): FormField {
	const typed = given(form, field.name);
	if (typed === undefined) return field;
	const read = readCandidate(database, form, typed);
	return {
		...field,
		told:
			'message' in read
				? read.message
				: screenVoice(database).motion.sayCandidate({...read, name: candidateName(database, read)}),
	};
}

/** Who stands, and who is elected: whoever is named or, where nobody is, the one with the most votes. */
function readElection(
	database: Database,
	form: Form,
): {candidates: Candidate[]; elected: Candidate} | {field: string; message: string} {
	const candidates: Candidate[] = [];
	for (const {name} of candidateFields(form)) {
		const typed = given(form, name);
		if (typed === undefined) continue;
		const read = readCandidate(database, form, typed);
		if ('message' in read) return {field: name, message: read.message};
		candidates.push(read);
	}
	if (candidates.length === 0) return {field: 'candidate1', message: 'say who was put forward'};
	const most = Math.max(...candidates.map(({votes = 0}) => votes));
	const first = candidates.filter(({votes = 0}) => votes === most);
	const named = given(form, 'elected');
	const wanted = named === undefined ? undefined : readCandidate(database, form, named);
	if (wanted && 'message' in wanted) return {field: 'elected', message: wanted.message};
	if (!wanted && first.length > 1) {
		const tied = first.map((one) => candidateName(database, one)).join(' and ');
		return {
			field: 'elected',
			message: `${tied} have as many votes as each other: say who was elected, and how`,
		};
	}
	const elected = wanted
		? candidates.find((one) => one.person === wanted.person && one.name === wanted.name)
		: first[0];
	return elected
		? {candidates, elected}
		: {field: 'elected', message: `${named} is none of the candidates`};
}

/** Who put the motion and seconded it, a line by itself. */
function sayMoved(
	database: Database,
	{mover, seconder}: {mover?: string | undefined; seconder?: string | undefined},
): string[] {
	const said = screenVoice(database).motion.moved({
		...(mover ? {mover: personName(database, mover)} : {}),
		...(seconder ? {seconder: personName(database, seconder)} : {}),
	});
	return said === '' ? [] : [said];
}

/** An election to an office at a meeting: who was put forward, with how many votes, and who takes the chair of it then. */
export const election: FormSpec = {
	title: (database, {target}) => `Election, ${itemName(database, target)}`,
	lead: () => [
		'Whoever has the most votes is elected; on a tie say who, by casting vote or by lot.',
	],
	fields: (database, form) => [
		{name: 'office', label: 'Office', kind: 'line', hint: 'Chair, Vice-Chair for the year'},
		...candidateFields(form).map((field) => told(database, form, field)),
		{name: 'by', label: 'Moved by', kind: 'movers', hint: 'initials: mover, seconder'},
		{name: 'elected', label: 'Elected', kind: 'line', hint: 'empty: the one with the most votes'},
		{
			name: 'chair',
			label: 'and then',
			kind: 'choice',
			options: [
				{value: '', label: 'nothing more', key: 'n'},
				{value: 'yes', label: 'presides over this meeting', key: 'p'},
			],
		},
		{name: 'reasons', label: 'Note', kind: 'line', hint: 'how a tie was broken, if there was one'},
	],
	start(database, {meeting, item}) {
		const held = meetingOf(database, meeting);
		const title = (held && itemOf(held, item)?.title) ?? '';
		const [, office = ''] = /^(?:election|appointment) of (?:an? |the )?(.+)$/i.exec(title) ?? [];
		return {values: {office, candidate1: '', by: '', elected: '', chair: '', reasons: ''}};
	},
	submit({database}, form) {
		const office = given(form, 'office');
		if (!office) return {field: 'office', message: 'say which office'};
		const read = readElection(database, form);
		if ('message' in read) return read;
		const {meeting = '', item} = form.target;
		const held = meetingOf(database, meeting);
		const {elected} = read;
		const moved = readMovers(database, form.target, given(form, 'by') ?? '');
		if ('message' in moved) return {field: 'by', message: moved.message};
		const name = candidateName(database, elected);
		const presides = valueOf(form, 'chair') === 'yes';
		const isThere = held && presentAt(held).some(({person}) => person === elected.person);
		if (presides && !isThere) return {field: 'chair', message: `${name} is not there to preside`};
		const changes: Change[] = [
			{
				kind: 'decision/record',
				meeting,
				item,
				title: `Election of ${office}`,
				resolution: `That ${name} be elected ${office}.`,
				outcome: 'approved',
				procedural: true,
				...moved,
				reasons: given(form, 'reasons'),
				candidates: read.candidates.map((one) => (one === elected ? {...one, elected: true} : one)),
			},
			...(presides
				? [
						{
							kind: 'meeting/preside' as const,
							id: meeting,
							from: held?.presiding,
							to: elected.person,
						},
					]
				: []),
		];
		return {changes};
	},
	readBack(database, _form, [change, then]) {
		if (change?.kind !== 'decision/record') return undefined;
		const {motion} = screenVoice(database);
		return [
			`  ${change.resolution}`,
			'',
			...(change.candidates ?? []).map((one) =>
				motion.sayCandidate({...one, name: candidateName(database, one)}),
			),
			...sayMoved(database, change),
			...(change.reasons ? [change.reasons] : []),
			...(then ? ['', 'Takes the chair for the rest of this meeting.'] : []),
		];
	},
};
