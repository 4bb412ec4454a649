import {british, sayDayIn, sayPeriodIn} from './voice/dates.ts';

/** Days are `YYYY-MM-DD`; arithmetic on them is in UTC, so no clock change can shift one. */

const monthNames = british.months;

const toDay = (date: Date): string => date.toISOString().slice(0, 10);
const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/**
 * Which of two days or instants is the earlier, for sorting: below 0 when `a` is. Written as ISO 8601 has them they are
 * in the order of their characters; a comparison by a language would load its tables first.
 */
export const compareDays = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day of that year, month (1–12) and day of the month, or undefined when there is none such. */
export function dayOf(year: number, month: number, day: number): string | undefined {
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

/** Days as counts, as far as they were asked for: a hundred thousand milestones fall on a few thousand days. */
const numbers = new Map<string, number>();
const mostNumbers = 20_000;

/** A day as a count. */
function dayNumber(day: string): number {
	const known = numbers.get(day);
	if (known !== undefined) return known;
	const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)].map(Number);
	const number = Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1) / 86_400_000;
	if (numbers.size < mostNumbers) numbers.set(day, number);
	return number;
}

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
