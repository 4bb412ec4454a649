/** How a place writes days and times. */
export type DateStyle = {
	/** The twelve months' names. */
	months: readonly string[];
	/** `October 12, 2020` in place of `12 October 2020`. */
	monthFirst: boolean;
	/** `6:30 p.m.` in place of `18:30`. */
	twelveHours: boolean;
};

/** A day; a year or a month alone is printed as precisely as it is known. */
export function sayDayIn({months, monthFirst}: DateStyle, date: string): string {
	const [year = '', month, day] = date.slice(0, 10).split('-');
	if (month === undefined) return year;
	const name = months[Number(month) - 1] ?? '';
	if (day === undefined) return `${name} ${year}`;
	return monthFirst ? `${name} ${Number(day)}, ${year}` : `${Number(day)} ${name} ${year}`;
}

/**
 * A day or a span of days, what both ends share said once: `7–10 May 2019`, `29 April–2 May 2019`,
 * `2019–2022`; `May 7–10, 2019`, `April 29–May 2, 2019`.
 */
export function sayPeriodIn(style: DateStyle, date: string | {from: string; to: string}): string {
	if (typeof date === 'string') return sayDayIn(style, date);
	const {from, to} = date;
	if (from === to) return sayDayIn(style, from);
	const [year = '', month = '', day] = from.split('-');
	const [toYear, toMonth, toDay] = to.split('-');
	if (day === undefined || toDay === undefined || year !== toYear) {
		// Of months in one year, the year is said once.
		const first =
			year === toYear && month !== '' && day === toDay
				? (style.months[Number(month) - 1] ?? '')
				: sayDayIn(style, from);
		return `${first}–${sayDayIn(style, to)}`;
	}
	const name = style.months[Number(month) - 1] ?? '';
	const name2 = style.months[Number(toMonth) - 1] ?? '';
	const same = month === toMonth;
	return style.monthFirst
		? `${name} ${Number(day)}–${same ? '' : `${name2} `}${Number(toDay)}, ${year}`
		: `${Number(day)}${same ? '' : ` ${name}`}–${Number(toDay)} ${name2} ${year}`;
}

/** A wall-clock time that is kept as `18:30`. */
export function sayClockIn({twelveHours}: DateStyle, time: string): string {
	if (!twelveHours) return time;
	const [hour = '', minute = ''] = time.split(':');
	return `${Number(hour) % 12 || 12}:${minute} ${Number(hour) < 12 ? 'a.m.' : 'p.m.'}`;
}

/** As the United Kingdom writes them: the log, the screens, and every document that asks for nothing else. */
export const british: DateStyle = {
	months: [
		'January',
		'February',
		'March',
		'April',
		'May',
		'June',
		'July',
		'August',
		'September',
		'October',
		'November',
		'December',
	],
	monthFirst: false,
	twelveHours: false,
};

/** Countries that write the month first and say p.m. */
const monthFirst: ReadonlySet<string> = new Set(['US', 'CA', 'PH']);

/** The country of a locale, such as `US`; empty where it names none. */
export const countryOf = (locale = ''): string => locale.split('-')[1] ?? '';

/** Whether people of a locale write `12/10` for the tenth of December, and `6:30 p.m.`. */
export const isMonthFirst = (locale?: string): boolean => monthFirst.has(countryOf(locale));
