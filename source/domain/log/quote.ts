/** A text that is looked for: as it stands in a field, in words of its own, or as part of a longer text. */
type Quote = {
	/** Whether a text is it or quotes it. */
	isIn(told: string): boolean;
	/** A text with something else in its place, wherever it quotes it. */
	replace(told: string, by: string): string;
};

/** A shorter text is looked for only where it stands alone: it is part of too much that is not meant. */
const shortestQuote = 12;

/**
 * How a text is found. One of twelve characters or more is found anywhere. A shorter one only where it is the
 * whole of a text or, if somebody asks for that very text (`asked`), as whole words: “Li” is not in “Liverpool”.
 */
export function quoteOf(text: string, asked = false): Quote {
	if (text.length < shortestQuote && !asked) {
		return {isIn: (told) => told === text, replace: (told, by) => (told === text ? by : told)};
	}
	const literal = text.replaceAll(
		/[.*+?^${}()|[\]\\/-]/g,
		(sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`,
	);
	const source =
		text.length < shortestQuote ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal;
	const pattern = new RegExp(source, 'gu');
	return {
		isIn: (told) => told === text || told.search(pattern) !== -1,
		replace: (told, by) => (told === text ? by : told.replaceAll(pattern, () => by)),
	};
}

/** Every text in a value. */
export const stringsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(stringsIn)
			: [];
