import {sayPeriod} from '../domain/calendar.ts';
import type {Membership} from '../domain/schema/index.ts';

/** `A`, `A and B`, `A, B and C`. */
export const sayList = (items: readonly (string | number)[]): string =>
	items.length < 2
		? items.join('')
		: `${items.slice(0, -1).join(', ')} and ${String(items.at(-1))}`;

/** Names one after another; those with a comma of their own, such as of posts, are parted by semicolons. */
export const apart = (names: readonly string[]): string =>
	names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');

/** As `sayList`, with the same care. */
export const sayNames = (names: readonly string[]): string =>
	names.some((name) => name.includes(',')) ? apart(names) : sayList(names);

/** What a membership other than a plain one is called beside a name. */
export const partWords: Record<Membership['role'], string | undefined> = {
	chair: 'chair',
	'vice-chair': 'vice-chair',
	member: undefined,
	secretary: 'secretary',
	adviser: 'adviser',
};

/** A name and the part its bearer has, unless the name is that of a post and says it already: “Vice-Chair”. */
export const withPart = (name: string, part: string | undefined): string =>
	part && !saysPart(name, part) ? `${name} (${part})` : name;

/** A vice-chair is no chair, however it is spelled. */
const saysPart = (name: string, part: string): boolean =>
	name
		.toLowerCase()
		.replaceAll('vice chair', 'vice-chair')
		.split(/[^\p{L}-]+/u)
		.some((word) => word.startsWith(part));

/** A meeting's title with its day, unless it has the year already: two meetings may both be called “Cabinet”. */
export const titleWithDay = (
	title: string,
	day: string | {from: string; to: string} | undefined,
): string => {
	const first = typeof day === 'object' ? day.from : day;
	return !day || !first || title.includes(first.slice(0, 4))
		? title
		: `${title}, ${sayPeriod(day)}`;
};
