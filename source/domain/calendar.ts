import {british, sayDayIn, sayPeriodIn} from './voice/dates.ts';

/** Days are `YYYY-MM-DD`; arithmetic on them is in UTC, so no clock change can shift one. */

const monthNames = british.months;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const toDay = (date: Date): string => date.toISOString().slice(0, 10);
const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * Which of two days or instants is the earlier, for sorting: below 0 when `a` is. Written as ISO 8601 has them they are
 * in the order of their characters; a comparison by a language would load its tables first.
 */
export const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day of that year, month (1–12) and day of the month, or undefined when there is none such. */
function dayOf(year: number, month: number, day: number): string | undefined {
	const date = new Date(Date.UTC(year, month - 1, day));
	const exists =
		date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
	return exists ? toDay(date) : undefined;
}

/** The day that many days later (earlier when negative). */
export function addDays(day: string, days: number): string {
	const date = toDate(day);
	date.setUTCDate(date.getUTCDate() + days);
	return toDay(date);
}

/** How many days a day lies after another; below 0 when it lies before it. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** A day as a count. Digits are read one by one: ten thousand projects have a hundred thousand milestones. */
const dayNumber = (day: string): number =>
	Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) /
	86_400_000;

/** The same day of a later month, or that month's last day when it is shorter. */
export function addMonths(day: string, months: number): string {
	const date = toDate(day);
	const wanted = date.getUTCDate();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() + months + 1);
	date.setUTCDate(0);
	date.setUTCDate(Math.min(wanted, date.getUTCDate()));
	return toDay(date);
}

/**
 * A due date as people type it, or undefined when it is not one: `2020-10-12`, `12/10/2020` (day
 * first), `12 Oct`, `12 October 2021`, `Oct 12`, `today`, `tomorrow`, `+3d`, `+2w`, `+1m`, `fri`. A date
 * without a year is the next one that is not before today; a weekday is the next one after today.
 */
export function parseDay(typed: string, today: string): string | undefined {
	const text = typed
		.toLowerCase()
		.replaceAll(/[,.\s]+/g, ' ')
		.trim();
	if (text === 'today') return today;
	if (text === 'tomorrow') return addDays(today, 1);

	const ahead = /^\+ ?(\d{1,3}) ?(d|w|m|y)/.exec(text);
	if (ahead && /^\+ ?\d+ ?(d|days?|w|weeks?|m|months?|y|years?)$/.test(text)) {
		const number = Number(ahead[1]);
		if (ahead[2] === 'd') return addDays(today, number);
		if (ahead[2] === 'w') return addDays(today, number * 7);
		return addMonths(today, ahead[2] === 'm' ? number : number * 12);
	}

	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
	if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const slashes = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/.exec(text);
	if (slashes) return ofYear(Number(slashes[1]), Number(slashes[2]), slashes[3], today);

	const named = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})(?: (\d{4}))?$/.exec(text);
	if (named) return ofYear(Number(named[1]), monthOf(named[2]), named[3], today);
	const american = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
	if (american) return ofYear(Number(american[2]), monthOf(american[1]), american[3], today);

	const weekday = /^(?:next )?([a-z]{3,9})$/.exec(text);
	const wanted = weekdays.findIndex((name) => weekday?.[1] && name.startsWith(weekday[1]));
	if (wanted === -1) return undefined;
	const gap = (wanted - toDate(today).getUTCDay() + 7) % 7;
	return addDays(today, gap === 0 ? 7 : gap);
}

/**
 * A day and a time as people type them, as `2026-10-12T14:00`, or undefined: `12 Oct 14:00`, `fri 9.30`,
 * `2026-10-12 14:00`, `12 October 2026 at 2pm`. The day is read as `parseDay` reads it.
 */
export function parseTime(typed: string, today: string): string | undefined {
	const found = /^(.+?)[\sT,]+(?:at )?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?$/i.exec(typed.trim());
	if (!found) return undefined;
	const [, day = '', hours = '', minutes, half = ''] = found;
	// Without minutes or a half of the day the number could be the year or the day.
	if (minutes === undefined && half === '') return undefined;
	const date = parseDay(day, today);
	const noon = half === '' ? 0 : half.toLowerCase() === 'pm' ? 12 : 0;
	const hour = (half === '' ? Number(hours) : Number(hours) % 12) + noon;
	const isTime = hour <= 23 && Number(minutes ?? 0) <= 59 && (half === '' || Number(hours) <= 12);
	return date && isTime ? `${date}T${String(hour).padStart(2, '0')}:${minutes ?? '00'}` : undefined;
}

/**
 * As `parseDay`, for something that has happened: a date without a year is the last one that is not
 * after today, a weekday the last one, and there is `yesterday`. What names a year or counts ahead stands.
 */
export function parsePastDay(typed: string, today: string): string | undefined {
	const text = typed.trim();
	if (text.toLowerCase() === 'yesterday') return addDays(today, -1);
	const day = parseDay(text, today);
	if (day === undefined || day <= today || /\d{4}|\+|tomorrow/i.test(text)) return day;
	if (!/\d/.test(text)) return addDays(day, -7);
	const thisYear = Number(today.slice(0, 4));
	// 29 February may be up to eight years ago.
	for (let year = thisYear; year >= thisYear - 8; year--) {
		const found = parseDay(`${text}${text.includes('/') ? '/' : ' '}${year}`, today);
		if (found !== undefined && found <= today) return found;
	}
	return undefined;
}

/** 1–12, or 0 when no month begins like that. */
const monthOf = (name = ''): number =>
	monthNames.findIndex((month) => month.toLowerCase().startsWith(name)) + 1;

function ofYear(
	day: number,
	month: number,
	year: string | undefined,
	today: string,
): string | undefined {
	if (month === 0) return undefined;
	if (year) return dayOf(Number(year), month, day);
	const thisYear = Number(today.slice(0, 4));
	// 29 February may be up to eight years away.
	for (let candidate = thisYear; candidate <= thisYear + 8; candidate++) {
		const found = dayOf(candidate, month, day);
		if (found !== undefined && found >= today) return found;
	}
	return undefined;
}

/** `12 October 2020`; a year or a month alone is printed as precisely as it is known. */
export const sayDay = (date: string): string => sayDayIn(british, date);

/** `12 Oct 2020`, for columns. */
export function sayShortDay(date: string): string {
	const [year, month, day] = date.slice(0, 10).split('-');
	if (month === undefined || day === undefined) return sayDay(date);
	return `${day} ${(monthNames[Number(month) - 1] ?? '').slice(0, 3)} ${year}`;
}

/** A day or a span of days: `7–10 May 2019`, `29 April–2 May 2019`, `2019–2022`. */
export const sayPeriod = (date: string | {from: string; to: string}): string =>
	sayPeriodIn(british, date);

/** From when and until when the rule below is known to hold in London, in years. A test holds it against the tables of ICU. */
const londonYears = [1997, 2036] as const;

/** One in the morning, UTC, of a month's last Sunday. */
function lastSunday(year: number, month: number): number {
	const end = new Date(Date.UTC(year, month + 1, 0, 1));
	return end.getTime() - end.getUTCDay() * 86_400_000;
}

/** What needs no tables, which take long to load: UTC, and London in years whose summer time is known. */
function simplyZoned(instant: string, timeZone: string): Record<string, string> | undefined {
	if (timeZone !== 'UTC' && timeZone !== 'Europe/London') return undefined;
	const at = Date.parse(instant);
	const date = new Date(at);
	if (timeZone === 'Europe/London') {
		const year = date.getUTCFullYear();
		if (!(year >= londonYears[0] && year <= londonYears[1])) return undefined;
		const isSummer = at >= lastSunday(year, 2) && at < lastSunday(year, 9);
		if (isSummer) date.setTime(at + 3_600_000);
	}
	if (Number.isNaN(at) || date.getUTCFullYear() < 1000 || date.getUTCFullYear() > 9999) {
		return undefined;
	}
	const [year = '', month = '', day = '', hour = '', minute = ''] = date
		.toISOString()
		.split(/[-T:]/);
	return {year, month, day, hour, minute};
}

// Building a formatter is slow; each zone needs one.
const formatters = new Map<string, Intl.DateTimeFormat>();
function zoned(instant: string, timeZone: string): Record<string, string> {
	const simple = simplyZoned(instant, timeZone);
	if (simple) return simple;
	let formatter = formatters.get(timeZone);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat('en-GB', {
			timeZone,
			hourCycle: 'h23',
			year: 'numeric',
			month: '2-digit',
			day: '2-digit',
			hour: '2-digit',
			minute: '2-digit',
		});
		formatters.set(timeZone, formatter);
	}
	return Object.fromEntries(
		formatter.formatToParts(new Date(instant)).map(({type, value}) => [type, value]),
	);
}

/** The calendar day of an instant in a time zone. A day is its own day. */
export function dayIn(instant: string, timeZone: string): string {
	if (instant.length === 10) return instant;
	const {year, month, day} = zoned(instant, timeZone);
	return `${year}-${month}-${day}`;
}

/** The wall-clock time of an instant in a time zone: `14:05`. */
export function timeIn(instant: string, timeZone: string): string {
	const {hour, minute} = zoned(instant, timeZone);
	return `${hour}:${minute}`;
}

/** How long ago, for people: `12 s ago`, `3 min ago`, `2 h ago`, `5 days ago`. */
export function sayAgo(instant: string, now: string): string {
	const seconds = Math.max(0, Math.round((Date.parse(now) - Date.parse(instant)) / 1000));
	if (seconds < 90) return `${seconds} s ago`;
	if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min ago`;
	if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h ago`;
	return `${Math.round(seconds / 86_400)} days ago`;
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

/** The instant of a wall-clock time in a time zone; of one that a change of clocks skips or doubles, one of those beside it. */
export function instantOf(local: string, timeZone: string): string {
	const wanted = Date.parse(`${local}:00Z`);
	let found = wanted;
	// The difference of the zone is not known before the instant is: twice is enough, also around a change of clocks.
	for (let round = 0; round < 2; round++) {
		const at = new Date(found).toISOString();
		const shown = Date.parse(`${dayIn(at, timeZone)}T${timeIn(at, timeZone)}:00Z`);
		found += wanted - shown;
	}
	return new Date(found).toISOString();
}
