import {dayIn} from '../calendar.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {AgendaItem, Board, Database, Meeting} from '../schema/index.ts';

/** Where the number stands in a pattern: `{n}`, or the number from which it counts on, `{1341}`. */
const place = /\{(n|\d{1,7})\}/;

/** The year in a pattern: `{yy}`, `{yyyy}`, `{yyyy/yy}` and, where it does not begin in January, `{yy from May}`. */
const yearMark = /\{(yyyy\/yy|yyyy|yy)(?: from (\p{L}+))?\}/gu;

const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

/** From 1; undefined where it is not a month. Three letters are enough. */
function monthOf(typed: string): number | undefined {
	const found = months.findIndex(
		(month) => typed.length >= 3 && month.startsWith(typed.toLowerCase()),
	);
	return found === -1 ? undefined : found + 1;
}

/** Why a pattern of minute numbers cannot be counted by. */
export function refusePattern(pattern: string | undefined): Rejection | undefined {
	if (!pattern) return undefined;
	const month = [...pattern.matchAll(yearMark)].find(
		([, , from]) => from !== undefined && monthOf(from) === undefined,
	);
	if (month) return reject('invalid', `“${month[2]}” is not a month from which a year runs`);
	const others = pattern.replaceAll(yearMark, '');
	return (others.match(new RegExp(place, 'g')) ?? []).length === 1 &&
		!/[{}]/.test(others.replace(place, ''))
		? undefined
		: reject(
				'invalid',
				`“${pattern}” is not a pattern of minute numbers: {1341} counts on from there, PLA{146}/{yy} each year, PLA{146}/{yy from May} each municipal year`,
			);
}

/** The year of a day as a mark of a pattern has it: `26`, `2026` or, of one that runs over two, `2026/27`. */
function yearOf(day: string, form: string, from: string | undefined): string {
	const first = monthOf(from ?? 'january') ?? 1;
	const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < first ? 1 : 0);
	const [whole, next] = [String(year), String(year + 1).slice(-2)];
	return form === 'yy' ? whole.slice(-2) : form === 'yyyy' ? whole : `${whole}/${next}`;
}

/** A board's pattern in the year of a meeting: what stands before and behind the number, and the least it can be. */
function patternOf(
	{minuteNumbers = ''}: Board,
	{organisation}: Pick<Database, 'organisation'>,
	{openedAt, startsAt, period}: Meeting,
): {before: string; after: string; least: number; yearly: boolean} | undefined {
	const [marker, least = ''] = place.exec(minuteNumbers) ?? [];
	if (marker === undefined) return undefined;
	const day = openedAt ? dayIn(openedAt, organisation.timeZone) : (startsAt ?? period?.from ?? '');
	const dated = minuteNumbers.replaceAll(yearMark, (_, form: string, from: string | undefined) =>
		yearOf(day, form, from),
	);
	const [before = '', after = ''] = dated.split(marker);
	return {before, after, least: Number(least) || 1, yearly: dated !== minuteNumbers};
}

type Pattern = NonNullable<ReturnType<typeof patternOf>>;

/** The number in a minute number of a pattern; undefined in one of another. */
function numberIn({before, after}: Pattern, given: string | undefined): number | undefined {
	if (!given?.startsWith(before) || !given.endsWith(after)) return undefined;
	const found = given.slice(before.length, given.length - after.length);
	return /^\d+$/.test(found) ? Number(found) : undefined;
}

const numbersOf = ({agenda}: Meeting): string[] =>
	agenda.flatMap(({minuteNumber}) => (minuteNumber === undefined ? [] : [minuteNumber]));

/** Whether an item has a minute: it was taken, or something was said of it. What was not reached or was withdrawn has none. */
const isMinuted = ({disposal}: AgendaItem): boolean =>
	disposal !== 'not-reached' && disposal !== 'withdrawn';

/**
 * The minute numbers that the items of a meeting are given when its minutes are issued: they count on from the highest that
 * the board has given in its pattern. Numbers that were given stand.
 */
export function numbersToGive(
	database: Database,
	meeting: Meeting,
): {item: string; number: string}[] {
	const board = database.boards.find(({id}) => id === meeting.board);
	const pattern = board && patternOf(board, database, meeting);
	if (!pattern) return [];
	const given = database.meetings
		.filter((one) => one.board === meeting.board)
		.flatMap((one) => numbersOf(one));
	const counted = given.flatMap((one) => numberIn(pattern, one) ?? []);
	// With a new year a pattern that names it begins anew.
	const least = counted.length === 0 && given.length > 0 && pattern.yearly ? 1 : pattern.least;
	let next = Math.max(least, ...counted.map((one) => one + 1));
	return meeting.agenda
		.filter((item) => item.minuteNumber === undefined && isMinuted(item))
		.map(({id}) => ({item: id, number: `${pattern.before}${next++}${pattern.after}`}));
}

/**
 * The first and the last of the minute numbers that would be left out if those of a meeting were given now: whoever issues
 * its minutes says why, so that nobody looks for them.
 */
export function skippedBy(database: Database, meeting: Meeting): [string, string] | undefined {
	const board = database.boards.find(({id}) => id === meeting.board);
	const pattern = board && patternOf(board, database, meeting);
	if (!pattern) return undefined;
	const numbered = (numbers: readonly string[]) =>
		numbers.flatMap((one) => numberIn(pattern, one) ?? []);
	const others = database.meetings
		.filter((one) => one.board === meeting.board)
		.flatMap((one) => numbersOf(one));
	const first = Math.min(...numbered(numbersToGive(database, meeting).map(({number}) => number)));
	const last = Math.max(...numbered(others).filter((one) => one < first));
	if (!Number.isFinite(first) || !Number.isFinite(last) || last + 1 === first) return undefined;
	const say = (number: number) => `${pattern.before}${number}${pattern.after}`;
	return [say(last + 1), say(first - 1)];
}

/** `minute numbers 1348 to 1359 would be left out: say why`. */
export const askWhySkipped = ([first, last]: [string, string]): string =>
	first === last
		? `minute number ${first} would be left out: say why`
		: `minute numbers ${first} to ${last} would be left out: say why`;
