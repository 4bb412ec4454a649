import type {Voice} from '../domain/voice/index.ts';

/** A meeting's title with its day, unless it has the year already: two meetings may both be called “Cabinet”. */
export const titleWithDay = (
	{period}: Voice,
	title: string,
	day: string | {from: string; to: string} | undefined,
): string => {
	const first = typeof day === 'object' ? day.from : day;
	return !day || !first || title.includes(first.slice(0, 4)) ? title : `${title}, ${period(day)}`;
};
