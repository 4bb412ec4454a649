import {personName} from '../domain/names.ts';
import type {Change} from '../domain/changes/index.ts';
import {findPeople} from '../domain/queries/meeting/meetings.ts';
import {orList} from '../domain/queries/meeting/members.ts';
import type {Database, Meeting, Person} from '../domain/schema/index.ts';
import {type DayReading, calendarOf, parseDay, sayNoSuchDay} from '../domain/typed-days.ts';
import {screenVoice} from '../domain/voice/index.ts';

/** What a line is read against: the database, today and the open meeting that the session is in. */
export type LineContext = {database: Database; today: string; meeting?: Meeting};

export type ReadLine = {changes: Change[]} | {message: string};

/** An action as a line places it: who, by when, what. */
type Placed = {owner: string | undefined; due: string | undefined; text: string};

/**
 * `<who> <when> <what>`, where who and when may each be left out. No word of the text is ever taken for one of them: who
 * is a person's initials as they are written, or stands before a date or with a mark (`@smith`, `smith:`); when has a
 * figure in it (`12 Oct`, `+2w`), or stands after who or `by` (`by fri`).
 */
export function readAction(room: LineContext, rest: string): ReadLine {
	const read = readPlaced(room, rest);
	if ('message' in read) return read;
	const {meeting} = room;
	return {
		changes: [{kind: 'action/add', ...read, meeting: meeting?.id, item: meeting?.currentItem}],
	};
}

/** What a line would place, in words, before anything is stored: `Action on Joan Smith, due 12 October 2026: Ask`. */
export function sayAction(room: LineContext, rest: string): string {
	const read = readPlaced(room, rest);
	if ('message' in read) return read.message;
	const {owner, due, text} = read;
	const {database} = room;
	return `Action on ${owner === undefined ? 'nobody' : personName(database, owner)}, ${
		due === undefined ? 'no day' : `due ${screenVoice(database).day(due)}`
	}: ${text}`;
}

function readPlaced(room: LineContext, rest: string): Placed | {message: string} {
	const {people} = room.database;
	const calendar = calendarOf(room.database, room.today);
	const words = rest.split(/ +/).filter(Boolean);
	const [first = ''] = words;
	const marked = /^@(.+)$|^(.+):$/.exec(first);
	if (marked) {
		const who = onePerson(people, marked[1] ?? marked[2] ?? '');
		return 'message' in who ? who : withDue(words.slice(1), calendar, who.person.id);
	}
	const due = readDue(words, calendar, false);
	if ('message' in due || due.length > 0) return withDue(words, calendar, undefined);
	const isSure = isInitials(people, first);
	// A word before a date can only be a name; without a date behind it, only initials as they are written are.
	const later = readDue(words.slice(1), calendar, isWholeName(people, first));
	if ('message' in later || later.length > 0 || isSure) {
		const who = onePerson(people, first);
		return 'message' in who ? who : withDue(words.slice(1), calendar, who.person.id);
	}
	return placed(undefined, undefined, words);
}

function withDue(
	words: string[],
	calendar: DayReading,
	owner: string | undefined,
): Placed | {message: string} {
	const due = readDue(words, calendar, owner !== undefined);
	return 'message' in due ? due : placed(owner, due.day, words.slice(due.length));
}

function placed(
	owner: string | undefined,
	due: string | undefined,
	words: string[],
): Placed | {message: string} {
	const text = words.join(' ');
	return text === '' ? {message: 'write what is to be done'} : {owner, due, text};
}

/** Whether a word is the initials of one person, as they are written: `TR`, not `tr`. */
const isInitials = (people: readonly Person[], word: string): boolean =>
	people.filter(({initials}) => initials === word).length === 1;

/** Whether a word is a person's initials, id or a whole word of the name, of one person alone. */
function isWholeName(people: readonly Person[], word: string): boolean {
	const typed = word.toLowerCase();
	const found = findPeople(people, word);
	const {initials, id, name} = found[0] ?? {};
	return (
		found.length === 1 &&
		[initials, id, ...(name?.split(/\s+/) ?? [])].some((own) => own?.toLowerCase() === typed)
	);
}

/**
 * The day that words begin with and how many of them it takes: a date may be two (12 Oct) or three. A weekday, which may as
 * well be the text's first word, counts behind `by` and, in small letters, behind who has to do it.
 */
function readDue(
	words: string[],
	calendar: DayReading,
	behindWho: boolean,
): {day?: string; length: number} | {message: string} {
	const by = words[0]?.toLowerCase() === 'by' ? 1 : 0;
	const rest = words.slice(by);
	for (const length of [3, 2, 1]) {
		if (rest.length <= length) continue;
		const typed = rest.slice(0, length).join(' ');
		const isPlain = !/\d/.test(typed);
		if (isPlain && by === 0 && !(behindWho && length === 1 && typed === typed.toLowerCase())) {
			continue;
		}
		const day = parseDay(typed, calendar);
		if (day !== undefined) return {day, length: length + by};
		const none = sayNoSuchDay(typed, calendar);
		if (none !== undefined) return {message: none};
	}
	return {length: 0};
}

/** The one person whom a word means. */
export function onePerson(
	people: readonly Person[],
	word: string,
): {person: Person} | {message: string} {
	const found = findPeople(people, word);
	const [person] = found;
	if (!person) return {message: `nobody is called “${word}”: type initials or a part of the name`};
	return found.length > 1
		? {message: `“${word}” may be ${orList(found)}: type more of it`}
		: {person};
}
