import {addDays, addMonths, sayDay} from '../calendar.ts';

/** How a rule counts: all days, or working days alone. Which it is, the law says. */
export type DayKind = 'calendar' | 'working';

/** Which days are not working days, besides Saturdays and Sundays. */
export type Calendar = {
	/** The name of the holiday that falls on a day. */
	holiday: (day: string) => string | undefined;
	/** The first and the last year whose public holidays are known; absent where none are counted. */
	years?: {from: string; to: string};
};

/** A day that was not counted, and why: `Saturday`, `Sunday` or the holiday's name. */
export type LeftOut = {day: string; why: string};

/** What every count tells besides its result. */
type Counted = {
	leftOut: LeftOut[];
	/** Why the count may be wrong: it reaches into years whose holidays are not known. */
	uncertain?: string;
};

/** How far any count goes, in days: an absurd date in a file must not keep a screen waiting. */
const farthest = 3660;

/** Why a day is not a working day; undefined when it is one. */
function whyNotWorking(day: string, {holiday}: Calendar): string | undefined {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	if (weekday === 6) return 'Saturday';
	return weekday === 0 ? 'Sunday' : holiday(day);
}

export const isWorkingDay = (day: string, calendar: Calendar): boolean =>
	whyNotWorking(day, calendar) === undefined;

/**
 * The clear days between two days: neither the day of the notice nor that of the meeting counts (the rule
 * of R v Justices of Herefordshire, 1820). No more than ten years are counted.
 */
export function clearDays(
	from: string,
	to: string,
	kind: DayKind,
	calendar: Calendar,
): Counted & {days: number} {
	const leftOut: LeftOut[] = [];
	const limit = addDays(to, -farthest);
	let days = 0;
	for (let day = step(from < limit ? limit : from, 1); day < to; day = step(day, 1)) {
		const why = kind === 'working' ? whyNotWorking(day, calendar) : undefined;
		if (why === undefined) days++;
		else leftOut.push({day, why});
	}
	return {days, leftOut, ...doubt(kind, from, to, calendar)};
}

/**
 * The last day on which a notice may be published so that so many clear days lie between it and the
 * meeting. It may be a Sunday: where papers must also lie open at the offices, `office` is the last
 * working day up to it.
 */
export function lastDayFor(
	meetingDay: string,
	count: number,
	kind: DayKind,
	calendar: Calendar,
): Counted & {day: string; office: string} {
	const {day: first, leftOut} = walk(meetingDay, count, -1, kind, calendar);
	const day = step(first, -1);
	const office = isWorkingDay(day, calendar) ? day : walk(day, 1, -1, 'working', calendar).day;
	leftOut.reverse();
	return {day, office, leftOut, ...doubt(kind, day, meetingDay, calendar)};
}

/** The last of so many working days after a day, and what was left out up to it. */
export function afterWorkingDays(
	day: string,
	count: number,
	calendar: Calendar,
): Counted & {day: string} {
	const end = walk(day, count, 1, 'working', calendar);
	return {...end, ...doubt('working', day, end.day, calendar)};
}

/** Goes so many counted days forward or back. */
function walk(
	from: string,
	count: number,
	direction: 1 | -1,
	kind: DayKind,
	calendar: Calendar,
): {day: string; leftOut: LeftOut[]} {
	const leftOut: LeftOut[] = [];
	let day = from;
	for (let left = count, steps = 0; left > 0 && steps < farthest; steps++) {
		day = step(day, direction);
		const why = kind === 'working' ? whyNotWorking(day, calendar) : undefined;
		if (why === undefined) left--;
		else leftOut.push({day, why});
	}
	return {day, leftOut};
}

/** The next or the previous day; it stays within the years of four digits that a day can be written in. */
function step(day: string, direction: 1 | -1): string {
	if (direction > 0 ? day >= '9999-12-31' : day <= '0000-01-01') return day;
	return addDays(day, direction);
}

/** Says when a count of working days reaches beyond the years whose holidays are known. */
function doubt(
	kind: DayKind,
	from: string,
	to: string,
	{years}: Calendar,
): Pick<Counted, 'uncertain'> {
	if (kind === 'calendar' || !years) return {};
	if (to.slice(0, 4) > years.to) {
		return {uncertain: `holidays after ${years.to} are not known to this version`};
	}
	return from.slice(0, 4) < years.from
		? {uncertain: `holidays before ${years.from} are not known to this version`}
		: {};
}

/** First and last whole day of a date or a span, however precisely the paper gave it. */
export function spanOf(date: string | {from: string; to: string}): {from: string; to: string} {
	const [from, to] = typeof date === 'string' ? [date, date] : [date.from, date.to];
	const end =
		to.length === 4 ? `${to}-12-31` : to.length === 7 ? addDays(addMonths(`${to}-01`, 1), -1) : to;
	return {from: `${from}-01-01`.slice(0, 10), to: end};
}

/** How many of the days left out a sentence names; the rest it counts. */
const saidAtMost = 8;

/** What a count left out, for the end of a sentence: ` (left out: Saturday 5 December, …)`, or nothing. */
export function sayLeftOut(leftOut: readonly LeftOut[]): string {
	if (leftOut.length === 0) return '';
	const said = leftOut.slice(0, saidAtMost).map(({day, why}) => {
		const date = sayDay(day).replace(/ \d+$/, '');
		return why === 'Saturday' || why === 'Sunday' ? `${why} ${date}` : `${date}, ${why}`;
	});
	const more = leftOut.length - said.length;
	return ` (left out: ${said.join('; ')}${more > 0 ? `; and ${more} more` : ''})`;
}

/** The doubt of a count as a sentence of its own, or nothing. */
export const sayDoubt = ({uncertain}: Pick<Counted, 'uncertain'>): string =>
	uncertain ? ` Not certain: ${uncertain}.` : '';
