import {sayDay} from '../../../domain/calendar.ts';
import {calendarOf, parsePastDay, whyNoDay} from '../../../domain/typed-days.ts';
import type {Change} from '../../../domain/changes/index.ts';
import {boardLaw} from '../../../domain/law/boards.ts';
import {findPeople} from '../../../domain/queries/meeting/meetings.ts';
import {orList} from '../../../domain/queries/meeting/members.ts';
import {minuteVote} from '../../../domain/queries/minutes/voted.ts';
import {ballotMembers} from '../../../domain/rules/between.ts';
import {boardNeeds} from '../../../domain/rules/voting.ts';
import type {
	Board,
	Database,
	Decision,
	Outcome,
	Vote,
	VoteChoice,
} from '../../../domain/schema/index.ts';
import {outcomeWords} from '../../../domain/words.ts';
import {screenVoice} from '../../../domain/voice/index.ts';
import {consultedHint, readConsulted, readUnder, sayConsulted, underHint} from '../delegation.ts';
import {alternativesFields, readAlternatives} from '../alternatives.ts';
import {
	type Form,
	type FormField,
	type FormSpec,
	given,
	type Surroundings,
	valueOf,
} from '../form.ts';
import {readNeeds, splitNeeds} from '../majority.ts';
import {askedBy, dispensations} from '../statutory.ts';
import {voteMarks} from '../vote.ts';
import {outcomeKeys, typedVote} from './motion.ts';

/** The boards that decide at no meeting: those whose rules say so, and whoever decides alone. */
export const betweenBoards = (database: Database): Board[] =>
	database.boards.filter((board) => {
		const {alone, onlyMeetings} = boardLaw(database, board);
		return alone || (onlyMeetings === undefined && board.rules?.betweenMeetings === true);
	});

const keys = 'abcdefghijklmnopqrstuvwxyz';

/** Whose decision it is: as chosen or, of one that is corrected, as recorded. */
function boardIn({boards, decisions}: Database, form: Form): Board | undefined {
	const taken = decisions.find(({id}) => id === form.target.decision);
	return boards.find(({id}) => id === (taken?.board ?? valueOf(form, 'board')));
}

const ballotHint = 'each by name: ar+ gd- bk=; + is for, - against, = abstained; all+ the others';

/** How each voted by name, `all+` for all others; or which word is no vote. */
function readBallots(
	{people}: Database,
	board: Board | undefined,
	day: string | undefined,
	typed: string,
): {vote: Vote} | {message: string} {
	const members = ballotMembers(board, day);
	const mine = people.filter(({id}) => members.includes(id));
	const ballots = new Map<string, VoteChoice>();
	for (const word of splitNeeds(typed)
		.vote.split(/[\s,]+/)
		.filter(Boolean)) {
		const [, who = '', mark = ''] = /^(.+?)([+\-=])$/.exec(word) ?? [];
		const vote = voteMarks[mark];
		if (!vote) return {message: `“${word}” is not a vote: ${ballotHint}`};
		if (who.toLowerCase() === 'all') {
			for (const id of members) if (!ballots.has(id)) ballots.set(id, vote);
			continue;
		}
		const found = findPeople(mine, who);
		const [person] = found;
		if (!person) return {message: `no member of ${board?.name ?? 'the board'} is called “${who}”`};
		if (found.length > 1) return {message: `“${who}” may be ${orList(found)}: type more of it`};
		ballots.set(person.id, vote);
	}
	if (ballots.size === 0) return {message: ballotHint};
	return {
		vote: {
			method: 'recorded',
			ballots: [...ballots].map(([person, vote]) => ({person, vote})),
		},
	};
}

/** How and when a board was asked, and how it answered. */
const askedFields: FormField[] = [
	{name: 'how', label: 'Put by', kind: 'line', hint: 'ballot by e-mail, written resolution'},
	{name: 'from', label: 'from', kind: 'past-day', hint: 'the day on which members were asked'},
	{name: 'to', label: 'to', kind: 'past-day', hint: 'the last day for an answer; empty: the same'},
	{name: 'ballots', label: 'Votes', kind: 'line', hint: ballotHint},
];

/** When one decided alone, under which power, and who was consulted. */
const aloneFields: FormField[] = [
	{name: 'on', label: 'On', kind: 'past-day', hint: 'the day of the decision; empty: today'},
	{name: 'under', label: 'Under', kind: 'line', hint: underHint},
	{name: 'consulted', label: 'Consulted', kind: 'line', hint: consultedHint},
];

function day(
	form: Form,
	name: string,
	{database, today}: Surroundings,
): string | {field: string; message: string} {
	const typed = given(form, name);
	const calendar = calendarOf(database, today);
	const read = typed === undefined ? today : parsePastDay(typed, calendar);
	return read ?? {field: name, message: whyNoDay(typed ?? '', calendar)};
}

/** A field with what its text is read as: how each voted, who was consulted, which delegation is meant. */
function told(database: Database, form: Form, field: FormField): FormField {
	const typed = given(form, field.name);
	const {motion} = screenVoice(database);
	if (typed === undefined) return field;
	if (field.name === 'ballots') {
		const read = readBallots(database, boardIn(database, form), undefined, typed);
		if ('message' in read) return {...field, told: read.message};
		const counted = minuteVote(database, undefined, read.vote);
		return {
			...field,
			told: counted ? `${motion.counted(counted)}: ${motion.ballots(counted)}` : '',
		};
	}
	if (field.name === 'under') {
		const read = readUnder(database, typed);
		if ('message' in read) return {...field, told: read.message};
		const decision = database.decisions.find(({id}) => id === read.under?.decision);
		const matter = decision?.delegations?.find(({id}) => id === read.under?.delegation)?.matter;
		return {...field, told: [decision?.title, matter].filter(Boolean).join(': ')};
	}
	if (field.name !== 'consulted') return field;
	const read = readConsulted(database, typed);
	if ('message' in read) return {...field, told: read.message};
	const named = sayConsulted(database, read.consulted);
	return {...field, told: named.join('; ') || 'nobody was consulted'};
}

/** The fields of a ballot that was put before: none of what was decided otherwise. */
export const ballotFields = (database: Database, form: Form): FormField[] =>
	form.base['asked'] === undefined ? [] : askedFields.map((field) => told(database, form, field));

/** A ballot as it would be typed, for a form that corrects it. */
export function typedBallot(
	database: Database,
	{asked, vote, needs}: Pick<Decision, 'asked' | 'vote' | 'needs'>,
): Record<string, string> {
	if (!asked) return {};
	const {how, from, to} = asked;
	return {how, from, to, ballots: typedVote(database, vote, needs).replace(/^r /, '')};
}

/** What a ballot of the form says: its days, how it was put, how each voted, and what it needed. */
export function readAsked(around: Surroundings, form: Form) {
	const {database} = around;
	const board = boardIn(database, form);
	const how = given(form, 'how');
	if (!how) return {field: 'how', message: 'say how its members were asked: ballot by e-mail'};
	const from = day(form, 'from', around);
	if (typeof from === 'object') return from;
	const to = given(form, 'to') === undefined ? from : day(form, 'to', around);
	if (typeof to === 'object') return to;
	const read = readBallots(database, board, to, valueOf(form, 'ballots'));
	if ('message' in read) return {field: 'ballots', message: read.message};
	const needed = readNeeds(database, board, undefined, valueOf(form, 'ballots'));
	if ('message' in needed) return {field: 'ballots', message: needed.message};
	return {asked: {from, to, how}, vote: read.vote, ...needed};
}

function readAlone(around: Surroundings, form: Form) {
	const {database} = around;
	const date = day(form, 'on', around);
	if (typeof date === 'object') return date;
	const under = readUnder(database, given(form, 'under'));
	if ('message' in under) return {field: 'under', message: under.message};
	const typed = given(form, 'consulted');
	const read = readConsulted(database, typed);
	if ('message' in read) return {field: 'consulted', message: read.message};
	return {
		date,
		...under,
		...read,
		...(typed?.toLowerCase() === 'nobody' ? {noConflicts: true} : {}),
	};
}

/** What a board decides between its meetings, or one person alone: with whom it was put to or talked over, and why. */
export const between: FormSpec = {
	title: () => 'A decision taken outside a meeting',
	lead: (database, form) => {
		const board = boardIn(database, form);
		return board && boardLaw(database, board).alone
			? ['For somebody who decides alone: under which power, who was consulted, and why.']
			: ['For a board whose rules allow it: put to its members, who answered by name.'];
	},
	fields(database, form) {
		const board = boardIn(database, form);
		const law = boardLaw(database, board);
		return [
			{
				name: 'board',
				label: 'Taken by',
				kind: 'choice',
				options: betweenBoards(database).map(({id, name}, index) => ({
					value: id,
					label: name,
					key: keys[index] ?? '',
				})),
			},
			{name: 'title', label: 'Title', kind: 'line'},
			{name: 'resolution', label: 'Decision', kind: 'long', hint: 'its exact wording'},
			{
				name: 'outcome',
				label: 'Outcome',
				kind: 'choice',
				options: law.outcomes.map((value) => ({
					value,
					label: outcomeWords[value],
					key: outcomeKeys[value],
				})),
			},
			...(law.alone ? aloneFields : askedFields).map((field) => told(database, form, field)),
			{name: 'reasons', label: 'Reasons', kind: 'long'},
			...alternativesFields(form),
			...askedBy(law, [dispensations]),
		];
	},
	start: (database) => ({
		values: {board: betweenBoards(database)[0]?.id ?? '', outcome: 'approved'},
	}),
	submit(around, form) {
		const {database} = around;
		const board = boardIn(database, form);
		if (!board) return {field: 'board', message: 'say whose decision it is'};
		const title = given(form, 'title');
		if (!title) return {field: 'title', message: 'a decision needs a title'};
		const resolution = given(form, 'resolution');
		if (!resolution) return {field: 'resolution', message: 'write what was decided, word by word'};
		const read = boardLaw(database, board).alone
			? readAlone(around, form)
			: readAsked(around, form);
		if ('message' in read) return read;
		const change: Change = {
			kind: 'decision/take',
			board: board.id,
			title,
			resolution,
			outcome: valueOf(form, 'outcome') as Outcome,
			...read,
			reasons: given(form, 'reasons'),
			...readAlternatives(form),
			dispensations: given(form, 'dispensations'),
		};
		return {changes: [change]};
	},
	readBack(database, _form, [change]) {
		if (change?.kind !== 'decision/take') return undefined;
		const {asked, vote, needs, under, consulted, reasons} = change;
		const {motion, between: words, decision: said, day: sayIt} = screenVoice(database);
		const board = database.boards.find(({id}) => id === change.board);
		const counted =
			asked &&
			minuteVote(database, undefined, vote, {
				asked: {...asked, answered: vote?.ballots?.map(({person}) => person)},
				needs: needs ?? boardNeeds(board),
				board: change.board,
			});
		const named = sayConsulted(database, consulted);
		return [
			...change.resolution.split('\n').map((text) => `  ${text}`),
			'',
			`${said.outcome}: ${outcomeWords[change.outcome]}, by ${board?.name ?? change.board}, ${sayDay(change.date ?? asked?.to ?? '')}`,
			...(asked ? [`Put by ${asked.how}, ${sayIt(asked.from)} to ${sayIt(asked.to)}`] : []),
			...(counted
				? [`${motion.vote}: ${motion.voted(counted)}`, `  ${motion.ballots(counted)}`]
				: []),
			...(under
				? [
						`${words.under}: ${under.authority ?? [under.decision, under.delegation].filter(Boolean).join(' ')}`,
					]
				: []),
			...(named.length > 0 ? [`${words.consulted}: ${named.join('; ')}`] : []),
			...(change.noConflicts ? ['Nobody was consulted.'] : []),
			...(reasons ? [`${said.reasons}: ${reasons.split('\n')[0]}`] : []),
		];
	},
};
