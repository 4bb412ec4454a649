import {dayIn} from '../calendar.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {AgendaItem, Board, Database, Meeting} from '../schema/index.ts';

/** Where the number stands in a pattern: `{n}`, or the number from which it counts on, `{1341}`. */
const place = /\{(n|\d{1,7})\}/;

/** Why a pattern of minute numbers cannot be counted by. */
export const refusePattern = (pattern: string | undefined): Rejection | undefined =>
	!pattern || (pattern.match(new RegExp(place, 'g')) ?? []).length === 1
		? undefined
		: reject(
				'invalid',
				`“${pattern}” is no pattern of minute numbers: {1341} counts on from there, PLA{146}/{yy} each year`,
			);

/** A board's pattern in the year of a meeting: what stands before and behind the number, and the least it can be. */
function patternOf(
	{minuteNumbers = ''}: Board,
	{organisation}: Pick<Database, 'organisation'>,
	{openedAt, startsAt, period}: Meeting,
): {before: string; after: string; least: number; yearly: boolean} | undefined {
	const [marker, least = ''] = place.exec(minuteNumbers) ?? [];
	if (marker === undefined) return undefined;
	const day = openedAt ? dayIn(openedAt, organisation.timeZone) : (startsAt ?? period?.from ?? '');
	const [before = '', after = ''] = minuteNumbers
		.replaceAll('{yyyy}', day.slice(0, 4))
		.replaceAll('{yy}', day.slice(2, 4))
		.split(marker);
	return {before, after, least: Number(least) || 1, yearly: /\{yy(?:yy)?\}/.test(minuteNumbers)};
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

/** The minute numbers before those of a meeting that no minutes of its board have: they are told, so that nobody looks for them. */
export function unusedBefore(database: Database, meeting: Meeting): [string, string] | undefined {
	const board = database.boards.find(({id}) => id === meeting.board);
	const pattern = board && patternOf(board, database, meeting);
	if (!pattern) return undefined;
	const own = numbersOf(meeting).flatMap((one) => numberIn(pattern, one) ?? []);
	const others = database.meetings
		.filter((one) => one.board === meeting.board && one.id !== meeting.id)
		.flatMap((one) => numbersOf(one))
		.flatMap((one) => numberIn(pattern, one) ?? []);
	const first = Math.min(...own);
	const last = Math.max(...others.filter((one) => one < first));
	if (!Number.isFinite(first) || !Number.isFinite(last) || last + 1 === first) return undefined;
	const say = (number: number) => `${pattern.before}${number}${pattern.after}`;
	return [say(last + 1), say(first - 1)];
}
