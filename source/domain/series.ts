import {addDays, addMonths, dayOf} from './calendar.ts';

/** How often a board meets. */
export const rhythms = ['week', 'fortnight', 'month', 'quarter'] as const;
export type Rhythm = (typeof rhythms)[number];

/**
 * The days of the meetings after one, so many of them: every week or fortnight, or the same weekday of the month, counted from
 * its beginning (the second Tuesday) or, where that month has none, its last.
 */
export function daysAfter(first: string, rhythm: Rhythm, number: number): string[] {
	const steps = Array.from({length: number}, (_, index) => index + 1);
	if (rhythm === 'week' || rhythm === 'fortnight') {
		return steps.map((step) => addDays(first, step * (rhythm === 'week' ? 7 : 14)));
	}
	return steps.map((step) => sameWeekday(first, step * (rhythm === 'month' ? 1 : 3)));
}

function sameWeekday(first: string, months: number): string {
	const which = Math.ceil(Number(first.slice(8)) / 7);
	const begins = `${addMonths(`${first.slice(0, 7)}-01`, months).slice(0, 7)}-01`;
	const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
	const ahead = (weekday(first) - weekday(begins) + 7) % 7;
	const [year, month] = begins.split('-').map(Number);
	for (let week = which; week > 0; week--) {
		const found = dayOf(year ?? 0, month ?? 0, 1 + ahead + (week - 1) * 7);
		if (found !== undefined) return found;
	}
	return begins;
}
