import {addDays, addMonths, dayOf} from './calendar.ts';
import type {Database} from './schema/index.ts';
import {british, isMonthFirst} from './voice/dates.ts';

/*
 * Days and times as people type them, in the order in which their organisation writes them. Whoever takes one shows what
 * was understood before anything is stored.
 */

/** What a typed day is read against: today, and whether `12/10` is the tenth of December. A day alone puts the day first. */
export type DayReading = string | {today: string; monthFirst: boolean};

/** The calendar of an organisation on a day. */
export const calendarOf = (
	{organisation}: Pick<Database, 'organisation'>,
	today: string,
): DayReading => ({today, monthFirst: isMonthFirst(organisation.locale)});

/** A day, a date that no calendar has (and a sentence that says so), or nothing that is one. */
type Read = {day: string} | {none: string} | undefined;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** 1–12, or 0 when no month begins like that. */
const monthOf = (name = ''): number =>
	british.months.findIndex((month) => month.toLowerCase().startsWith(name)) + 1;

const todayOf = (calendar: DayReading): string =>
	typeof calendar === 'string' ? calendar : calendar.today;
const putsMonthFirst = (calendar: DayReading): boolean =>
	typeof calendar !== 'string' && calendar.monthFirst;

/** The last day that a month ever has. */
const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date by its parts. Without a year it is the next one that is not before today or, of what has happened, the last one that is not after it. */
function ofParts(
	{day, month, year}: {day: number; month: number; year?: string | undefined},
	calendar: DayReading,
	towards: 'next' | 'last',
): Read {
	if (month === 0) return undefined;
	const name = british.months[month - 1];
	if (name === undefined) {
		const order = putsMonthFirst(calendar) ? 'the month comes first' : 'the day comes first';
		return {none: `there is no month ${month}: ${order} here`};
	}
	const said = putsMonthFirst(calendar) ? `${name} ${day}` : `${day} ${name}`;
	if (day < 1 || day > (longest[month - 1] ?? 0)) return {none: `there is no ${said}`};
	const today = todayOf(calendar);
	const own = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
	const away = towards === 'next' ? Number(own < today) : -Number(own > today);
	const wanted = year === undefined ? Number(today.slice(0, 4)) + away : Number(year);
	const found = dayOf(wanted, month, day);
	if (found !== undefined) return {day: found};
	return {none: `${wanted} has no ${said}${year === undefined ? ': give its year' : ''}`};
}

/** A count of days, weeks, months or years from today: `+3d`, `+2w`. */
function readAhead(text: string, today: string): string | undefined {
	const [, digits, unit] =
		/^\+ ?(\d{1,3}) ?(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?$/.exec(text) ?? [];
	if (digits === undefined) return undefined;
	const number = Number(digits);
	if (unit === 'd') return addDays(today, number);
	if (unit === 'w') return addDays(today, number * 7);
	return addMonths(today, unit === 'm' ? number : number * 12);
}

function read(typed: string, calendar: DayReading, towards: 'next' | 'last'): Read {
	const today = todayOf(calendar);
	const text = typed
		.toLowerCase()
		.replaceAll(/[,.\s]+/g, ' ')
		.trim();
	if (text === 'today') return {day: today};
	if (text === 'tomorrow') return {day: addDays(today, 1)};
	if (text === 'yesterday' && towards === 'last') return {day: addDays(today, -1)};
	const ahead = readAhead(text, today);
	if (ahead !== undefined) return {day: ahead};

	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
	if (iso) {
		return ofParts({day: Number(iso[3]), month: Number(iso[2]), year: iso[1]}, calendar, towards);
	}
	const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(text);
	if (slashes) {
		const [first, second] = [Number(slashes[1]), Number(slashes[2])];
		const [month, day] = putsMonthFirst(calendar) ? [first, second] : [second, first];
		// No month is the nought-th: as a name that is none, it would be no date at all.
		if (month === 0) return {none: 'there is no month 0'};
		const year = slashes[3]?.length === 2 ? `20${slashes[3]}` : slashes[3];
		return ofParts({day, month, year}, calendar, towards);
	}
	const named = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})(?: (\d{4}))?$/.exec(text);
	if (named) {
		return ofParts(
			{day: Number(named[1]), month: monthOf(named[2]), year: named[3]},
			calendar,
			towards,
		);
	}
	const american = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
	if (american) {
		return ofParts(
			{day: Number(american[2]), month: monthOf(american[1]), year: american[3]},
			calendar,
			towards,
		);
	}
	const weekday = /^(?:next )?([a-z]{3,9})$/.exec(text);
	const wanted = weekdays.findIndex((name) => weekday?.[1] && name.startsWith(weekday[1]));
	if (wanted === -1) return undefined;
	const gap = (wanted - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7;
	const next = addDays(today, gap === 0 ? 7 : gap);
	return {day: towards === 'next' ? next : addDays(next, -7)};
}

const dayIn = (found: Read): string | undefined =>
	found && 'day' in found ? found.day : undefined;

/**
 * A due date as people type it, or undefined when it is not one: `2020-10-12`, `12/10/2020` in the order of the
 * place (also with a year of two figures), `12 Oct`, `12 October 2021`, `Oct 12`, `today`, `tomorrow`, `+3d`, `+2w`, `+1m`, `fri`. A date without a year is
 * the next one that is not before today; a weekday is the next one after today.
 */
export const parseDay = (typed: string, calendar: DayReading): string | undefined =>
	dayIn(read(typed, calendar, 'next'));

/**
 * As `parseDay`, for something that has happened: a date without a year is the last one that is not
 * after today, a weekday the last one, and there is `yesterday`. What names a year or counts ahead stands.
 */
export const parsePastDay = (typed: string, calendar: DayReading): string | undefined =>
	dayIn(read(typed, calendar, 'last'));

/**
 * A value that is a day in figures with its year, as `2026-12-10`: whoever reads it later need not know in which order its
 * organisation writes days. Any other text stands as it was typed.
 */
export function inFigures(typed: string, calendar: DayReading): {text: string} | {message: string} {
	if (!/^\s*\d{1,2}\/\d{1,2}\/(?:\d{4}|\d{2})\s*$/.test(typed)) return {text: typed};
	const day = parsePastDay(typed, calendar);
	return day === undefined ? {message: whyNoDay(typed, calendar)} : {text: day};
}

/** A date that no calendar has, in a sentence: `there is no 31 November`, `2027 has no 29 February`; else undefined. */
export function sayNoSuchDay(typed: string, calendar: DayReading): string | undefined {
	const found = read(typed, calendar, 'next');
	return found && 'none' in found ? found.none : undefined;
}

/** How a day is typed where the organisation is: `12 Oct` or `Oct 12`. */
export const exampleDay = (calendar: DayReading): string =>
	putsMonthFirst(calendar) ? 'Oct 12' : '12 Oct';

/** How a day and a time are. */
export const exampleTime = (calendar: DayReading): string =>
	putsMonthFirst(calendar) ? 'Oct 12 6:30 pm' : '12 Oct 14:00';

/** Why a text is not a day, in a line; `also` are examples besides the first. */
export const whyNoDay = (
	typed: string,
	calendar: DayReading,
	also = '+2w, fri or 2020-10-12',
): string =>
	sayNoSuchDay(typed, calendar) ??
	`“${typed}” is not a date: type ${exampleDay(calendar)}, ${also}`;

/** Why a text is not a day and time, in a line. */
export function whyNoTime(typed: string, calendar: DayReading): string {
	const day = /^(.+?)[\s,]+(?:at )?\d{1,2}[:.\s\d apm]*$/i.exec(typed.trim())?.[1];
	const none = sayNoSuchDay(day ?? typed, calendar);
	return none ?? `“${typed}” is not a date and time: type ${exampleTime(calendar)}`;
}

/**
 * A day and a time as people type them, as `2026-10-12T14:00`, or undefined: `12 Oct 14:00`, `fri 9.30`,
 * `2026-10-12 14:00`, `12 October 2026 at 2pm`, `October 12, 2026, 6:30 p.m.`. The day is read as `parseDay` reads it.
 */
export function parseTime(typed: string, calendar: DayReading): string | undefined {
	const [, day = '', clock = ''] =
		/^(.+?)[\sT,]+(?:at )?(\d{1,2}(?:[:.]\d{2})? ?(?:[ap]\.?m\.?)?)$/i.exec(typed.trim()) ?? [];
	// Without minutes or a half of the day the number could be the year or the day.
	if (/^\d*$/.test(clock)) return undefined;
	const date = parseDay(day, calendar);
	const time = parseClock(clock);
	return date && time ? `${date}T${time}` : undefined;
}

/**
 * A time of day as people type it, as `HH:MM`, or undefined: `10:15`, `10.15`, `1015`, `6:30pm`, `6:30 p.m.`, `9 am`.
 */
export function parseClock(typed: string): string | undefined {
	const text = typed
		.trim()
		.toLowerCase()
		.replaceAll(/\.(?=m|\s|$)/g, '');
	const [, hours = '', minutes = '00', half] =
		/^(\d{1,2})(?:[:.]?(\d{2}))? ?(am|pm|a\.m|p\.m)?$/.exec(text) ?? [];
	// A number alone could be anything.
	if (hours === '' || (half === undefined && !/\d{2}$|[:.]/.test(text.slice(1)))) return undefined;
	if (half === undefined && text.length < 3) return undefined;
	const noon = half?.startsWith('p') ? 12 : 0;
	const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + noon;
	const isTime = hour <= 23 && Number(minutes) <= 59 && (half === undefined || Number(hours) <= 12);
	return isTime ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}
