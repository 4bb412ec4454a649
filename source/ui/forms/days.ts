// Days that are typed into fields: today where nothing is.
import {
	calendarOf,
	type DayReading,
	parseDay,
	parsePastDay,
	parseTime,
	whyNoDay,
	whyNoTime,
} from '../../domain/typed-days.ts';
import {type Form, given, type Surroundings} from './form.ts';

type Read = {day: string} | {field: string; message: string};

const reading =
	(parse: (typed: string, calendar: DayReading) => string | undefined, examples: string) =>
	(form: Form, field: string, {database, today}: Surroundings): Read => {
		const typed = given(form, field);
		if (typed === undefined) return {day: today};
		const calendar = calendarOf(database, today);
		const day = parse(typed, calendar);
		return day === undefined ? {field, message: whyNoDay(typed, calendar, examples)} : {day};
	};

/** The day in a field, or what is wrong with it. */
export const readDay = reading(parseDay, 'today or 2026-10-12');

/** The same of a day that has been. */
export const readPastDay = reading(parsePastDay, 'yesterday, fri or 2020-10-12');

/** The local time in a field, nothing where nothing is, or what is wrong with it. */
export function readTime(
	form: Form,
	field: string,
	{database, today}: Surroundings,
): {time: string | undefined} | {field: string; message: string} {
	const typed = given(form, field);
	const calendar = calendarOf(database, today);
	const time = typed && parseTime(typed, calendar);
	return typed && !time ? {field, message: whyNoTime(typed, calendar)} : {time};
}
