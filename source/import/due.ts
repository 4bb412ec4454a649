import {parseDate} from './report/dates.ts';
import {type DayOrder, parseDue} from './portfolio/cells.ts';

/** By when something is due; `month` where the paper names no day of it, and its last one was taken. */
type Due = {day: string; month?: string};

/** A day, or the last one of a month that is named alone. Quarters, seasons and years are none. */
export function dueOf(text: string, order: DayOrder = 'day'): Due | undefined {
	const day = parseDue(text, order);
	if (day !== undefined) return {day};
	const found = parseDate(text);
	const isMonth =
		typeof found === 'object' && found.from === found.to && /^\d{4}-\d\d$/.test(found.from);
	// “Between April and June 2027” is not a month.
	if (!isMonth || text.trim().split(/\s+/).length > 5) return undefined;
	const [year = 0, month = 0] = found.from.split('-').map(Number);
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return {day: `${found.from}-${last}`, month: text.trim()};
}

/** A text that ends by saying when: “Repair of the stair by May 2027”, “A new shop (March 2027)”. */
export function withoutDue(text: string): {rest: string; due: Due} | undefined {
	const [, rest = '', when = ''] =
		/^(.{4,200}?),? (?:by|before|due(?: by)?|in time for)(?: the)?(?: end of)? (\S[^()]{3,30})[.;]?$/isu.exec(
			text,
		) ??
		/^(.{4,200}?) \((?:by |due |due by )?([^()]{4,30})\)[.;]?$/isu.exec(text) ??
		[];
	const due = rest === '' ? undefined : dueOf(when);
	return due && {rest, due};
}
