import type {Membership} from '../schema/index.ts';

/** Names one after another; those with a comma of their own, such as of posts, are parted by semicolons. */
export const apart = (names: readonly string[]): string =>
	names.join(names.some((name) => name.includes(',')) ? '; ' : ', ');

/** Items one after another, the last two joined by a word: `A`, `A and B`, `A, B and C`. */
export const joined = (items: readonly (string | number)[], and: string): string =>
	items.length < 2
		? items.join('')
		: `${items.slice(0, -1).join(', ')} ${and} ${String(items.at(-1))}`;

/** Names as `joined` has items, with the care of `apart`. */
export const joinedNames = (names: readonly string[], and: string): string =>
	names.some((name) => name.includes(',')) ? apart(names) : joined(names, and);

/**
 * A name with the part its bearer has and what is told of them besides: an office, a ward, a party. The part is left out
 * where the name is that of a post and says it already: “Vice-Chair”. A vice-chair is not a chair, however it is spelled.
 */
export const withDetails = (
	name: string,
	part: string | undefined,
	details: readonly string[] = [],
): string => {
	const said = [...(part && !saysPart(name, part) ? [part] : []), ...details];
	return said.length > 0 ? `${name} (${said.join('; ')})` : name;
};

export const saysPart = (name: string, part: string): boolean =>
	name
		.toLowerCase()
		.replaceAll('vice chair', 'vice-chair')
		.split(/[^\p{L}-]+/u)
		.some((word) => word.startsWith(part));

/** The parts that a membership has beside a name; that of a plain member goes without saying. */
export type PartWords = Record<Membership['role'], string | undefined>;

/** A text as a sentence: with a full stop, unless it has an end of its own, as `6:30 p.m.` has. */
export const sentence = (text: string): string =>
	/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
