import {instantOf} from '../domain/calendar.ts';
import {parseClock} from '../domain/typed-days.ts';
import {boardLaw, meetingLaw} from '../domain/law/boards.ts';
import {personName} from '../domain/names.ts';
import {screenVoice} from '../domain/voice/index.ts';
import {ownInterests} from '../domain/queries/meeting/attendance.ts';
import {findPeople} from '../domain/queries/meeting/meetings.ts';
import {projectById} from '../domain/queries/strategy/projects.ts';
import {onRoll, presentAt} from '../domain/rules/presence.ts';
import type {Database, InterestKind, Meeting, ProjectStatus} from '../domain/schema/index.ts';
import {interestKinds, projectStatuses} from '../domain/schema/values.ts';
import {nearest, statusWords} from '../domain/words.ts';
import {keyFor} from './keys-by-name.ts';
import {
	type LineContext,
	onePerson,
	readAction,
	type ReadLine,
	sayAction,
} from './shorthand-action.ts';
export {type LineContext, readAction, type ReadLine} from './shorthand-action.ts';

/** What can be typed besides an action's name, as the quick line's own help, in the words of the law that applies. */
export const shorthandIn = (
	database: Database,
	meeting: Meeting | undefined,
): [typed: string, meaning: string][] => [
	['P1-04', 'go to a project, decision, action or meeting by its id'],
	['s P1-04 delivered Tested and live', 'set a status, with a note'],
	['c P1-04 Waiting for the supplier', 'comment on a project'],
	['a HOPS +2w Write to the supplier', 'place an action: who, when, what'],
	['arr smith', 'somebody arrives, now and in this item'],
	['left jones 10:15', 'somebody leaves, now or when it was'],
	[declaring(database, meeting), 'an interest is declared in this item'],
	['hand clerk', 'in a form: hands it over to a colleague who is here'],
];

/** The kinds of interest that the law of the meeting knows; without one, that of the database. */
const interestsOf = (database: Database, meeting: Meeting | undefined) =>
	(meeting ? meetingLaw(database, meeting) : boardLaw(database, database.boards[0])).interests
		.kinds;

/** How an interest is declared, as an example. */
const declaring = (database: Database, meeting: Meeting | undefined): string =>
	`dec smith ${interestsOf(database, meeting)[0]} withdrew Owns shares`;

type Verb = (room: LineContext, rest: string) => ReadLine | undefined;

const verbs: Record<string, Verb> = {
	s: (room, rest) => readStatusChange(room, rest),
	c: (room, rest) => readComment(room, rest),
	a: (room, rest) => readAction(room, rest),
	arr: (room, rest) => readMovement(room, 'attendance/arrive', rest),
	left: (room, rest) => readMovement(room, 'attendance/leave', rest),
	dec: (room, rest) => readDeclaration(room, rest),
};

/** Words that mean nothing but the shorthand: alone they ask for the rest. */
const alone = (database: Database, meeting: Meeting | undefined): Record<string, string> => ({
	arr: 'say who arrives: arr smith, or arr fox for smith',
	left: 'say who leaves: left jones',
	dec: `say who declares what: ${declaring(database, meeting)}`,
});

/** What may be typed, or, once it begins with a word of the room's, what belongs behind that. */
export function hintFor(database: Database, meeting: Meeting | undefined, typed: string): string {
	const verb = /^[a-z]+(?= )/.exec(typed)?.[0] ?? '';
	const asks = alone(database, meeting);
	return Object.hasOwn(asks, verb)
		? (asks[verb] ?? '')
		: 'an action, an id, or arr smith, left jones, dec …, s P1-04 …, c …, a …';
}

/** The clerk's shorthand (`s P1-04 delivered …`), or undefined when the line is something else. */
export function readShorthand(room: LineContext, typed: string): ReadLine | undefined {
	const asks = alone(room.database, room.meeting);
	if (Object.hasOwn(asks, typed)) return {message: asks[typed] ?? ''};
	const [, verb = '', rest = ''] = /^([a-z]+) +(.+)$/s.exec(typed) ?? [];
	const read = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
	return read?.(room, rest);
}

/** What a line would record, in words, before anything is stored; undefined of one that is read as it stands. */
export function previewOf(room: LineContext, typed: string): string | undefined {
	const [, verb = '', rest = ''] = /^([a-z]+) +(.+)$/s.exec(typed) ?? [];
	if (verb === 'a') return sayAction(room, rest);
	if (verb !== 'arr' && verb !== 'left') return undefined;
	const read = readShorthand(room, typed);
	const [change] = read && 'changes' in read ? read.changes : [];
	if (change?.kind !== 'attendance/arrive' && change?.kind !== 'attendance/leave') return undefined;
	const {person, at} = change;
	const {database} = room;
	const when = at === undefined ? 'now' : `at ${screenVoice(database).time(at)}`;
	return `${personName(database, person)} ${verb === 'arr' ? 'arrives' : 'leaves'} ${when}`;
}

/** The project that a line begins with, and the words behind it. */
function readProject({database}: LineContext, rest: string) {
	const [id = '', ...words] = rest.split(/ +/);
	const project = projectById(database, id.toUpperCase());
	if (project) return {project, words};
	return /^[A-Z]+\d/i.test(id) ? {message: `there is no project ${id}`} : undefined;
}

function readComment(room: LineContext, rest: string): ReadLine | undefined {
	const read = readProject(room, rest);
	if (!read || 'message' in read) return read && {message: read.message ?? ''};
	const note = read.words.join(' ');
	return note
		? {changes: [{kind: 'project/update', id: read.project.id, note}]}
		: {message: 'write the comment after the id'};
}

/** `P1-04 delivered Tested and live`. */
export function readStatusChange(room: LineContext, rest: string): ReadLine | undefined {
	const found = readProject(room, rest);
	if (!found || 'message' in found) return found && {message: found.message ?? ''};
	const read = readStatus(found.words);
	if ('message' in read) return read;
	const {to, note} = read;
	const {id, status: from} = found.project;
	return {changes: [{kind: 'project/status', id, from, to, ...(note ? {note} : {})}]};
}

/** The status that words begin with, as it is keyed or written (`on hold`), and the note behind it. */
function readStatus(words: string[]): {to: ProjectStatus; note: string} | {message: string} {
	const lower = words.join(' ').toLowerCase();
	const names = projectStatuses
		.flatMap((status) =>
			[status, statusWords[status].toLowerCase()].map((name) => ({status, name})),
		)
		.toSorted((a, b) => b.name.length - a.name.length);
	const whole = names.find(({name}) => lower === name || lower.startsWith(`${name} `));
	const first = words[0]?.toLowerCase() ?? '';
	const begun = first === '' ? undefined : names.find(({name}) => name.startsWith(first));
	const found = whole ?? begun;
	if (found) {
		const length = whole ? whole.name.split(' ').length : 1;
		return {to: found.status, note: words.slice(length).join(' ')};
	}
	const [near] = nearest(first, projectStatuses);
	const instead = near ? `; did you mean ${near}?` : `: ${projectStatuses.join(', ')}`;
	return {message: `“${words[0] ?? ''}” is not a status${instead}`};
}

const noMeeting = {
	message: `no meeting is open: ${keyFor('go.meeting')} shows the meeting, ${keyFor('meeting.open')} opens it`,
};

/** `smith`, `brown for smith`. A time behind it is when. Of people of one name, those whom it can be about come first. */
function readMovement(
	{database, meeting, today}: LineContext,
	kind: 'attendance/arrive' | 'attendance/leave',
	typed: string,
): ReadLine {
	if (!meeting) return noMeeting;
	const {rest, at, message} = readAt(database, typed, today);
	if (message !== undefined) return {message};
	const there = new Set(presentAt(meeting).map(({person}) => person));
	const leaves = kind === 'attendance/leave';
	const likely = database.people.filter(({id}) => there.has(id) === leaves);
	const [who = '', stands = ''] = rest.split(/ +for +/);
	const read = onePerson(findPeople(likely, who).length > 0 ? likely : database.people, who);
	if ('message' in read) return read;
	const {id: person} = read.person;
	if (leaves) return {changes: [{kind, meeting: meeting.id, person, ...at}]};
	if (stands === '')
		return {changes: [{kind: 'attendance/arrive', meeting: meeting.id, person, ...at}]};
	const member = onePerson(database.people, stands);
	if ('message' in member) return member;
	return {
		changes: [
			{
				kind: 'attendance/arrive',
				meeting: meeting.id,
				person,
				as: 'substitute',
				for: member.person.id,
				...at,
			},
		],
	};
}

/** The time behind what is typed (`left cox 10:15`), as an instant of today, and what is left before it. */
function readAt(
	{organisation}: Database,
	typed: string,
	today: string,
): {rest: string; at: {at?: string}; message?: string} {
	const [, rest = '', last = ''] = /^(.*\S)\s+(\d\S*(?: ?[ap]\.?m\.?)?)$/i.exec(typed) ?? [];
	if (last === '') return {rest: typed, at: {}};
	const time = parseClock(last);
	return time === undefined
		? {rest: typed, at: {}, message: `“${last}” is not a time: 10:15, 1015 or 6:30pm`}
		: {rest, at: {at: instantOf(`${today}T${time}`, organisation.timeZone)}};
}

const declarationWords = new Set([...interestKinds, 'withdrew', 'left', 'stayed', 'sensitive']);

/** The word by which a board’s own interest is typed: `personal` for “Personal interest”. */
const firstWord = (title: string): string => title.toLowerCase().split(/\s+/)[0] ?? '';

/** `smith dpi withdrew Owns shares`; `sensitive` takes the place of the nature. */
function readDeclaration({database, meeting}: LineContext, rest: string): ReadLine {
	if (!meeting?.currentItem) return noMeeting;
	const [who = '', ...words] = rest.split(/ +/);
	const roll = onRoll(meeting);
	const people = database.people.filter(({id}) => roll.has(id));
	const read = onePerson(findPeople(people, who).length > 0 ? people : database.people, who);
	if ('message' in read) return read;
	// They stand before the nature, in whose own words they mean something else.
	const own = ownInterests(database, meeting).map((one) => ({...one, typed: firstWord(one.title)}));
	const isAsked = (word: string) =>
		declarationWords.has(word) || own.some(({typed}) => typed === word);
	const length = words.findIndex((word) => !isAsked(word.toLowerCase()));
	const told = words.splice(0, length === -1 ? words.length : length);
	const has = (...options: string[]): string | undefined =>
		options.find((option) => told.some((word) => word.toLowerCase() === option));
	const known = interestsOf(database, meeting);
	const named = has(...interestKinds) as InterestKind | undefined;
	// Where there is one kind alone, it need not be said.
	const word = own.find(({typed}) => has(typed) !== undefined);
	const interest = word?.kind ?? named ?? (known.length === 1 ? known[0] : undefined);
	if (!interest || (!word && !known.includes(interest))) {
		const offered = own.length > 0 ? own.map(({typed}) => typed) : known;
		return {message: `say which interest after the name: ${offered.join(', ')}`};
	}
	const conduct = has('withdrew', 'left', 'stayed');
	const sensitive = has('sensitive') !== undefined;
	const nature = words.join(' ');
	return {
		changes: [
			{
				kind: 'declaration/add',
				meeting: meeting.id,
				item: meeting.currentItem,
				person: read.person.id,
				interest,
				...(word ? {word: word.id} : {}),
				...(nature ? {nature} : {}),
				...(sensitive ? {sensitive} : {}),
				...(conduct ? {withdrew: conduct !== 'stayed'} : {}),
			},
		],
	};
}
