const dull = new Set(
	'the and for with from into that this are was has have its their our'.split(' '),
);

/** The words of a text by their first letters, so that “disposal” and “dispose” are one. */
const stems = (text: string): Set<string> =>
	new Set(
		(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
			.filter((word) => !dull.has(word))
			.map((word) => word.slice(0, 5)),
	);

/** How many texts are looked through: the beginning of a paper says often enough what it is about. */
const mostLetters = 60_000;

/**
 * What a paper speaks of, and how many words of a line are among that. A line at the head that nothing else in the paper
 * speaks of is the name of a place, a page or an office, and not a title.
 */
export function speaksOf(paragraphs: Iterable<string>): {
	letters: number;
	of(line: string): number;
} {
	const known = new Set<string>();
	let letters = 0;
	for (const text of paragraphs) {
		if (letters > mostLetters) break;
		letters += text.length;
		for (const stem of stems(text.slice(0, 5000))) known.add(stem);
	}
	return {letters, of: (line) => [...stems(line)].filter((stem) => known.has(stem)).length};
}

/** So many letters must be there before silence about a line says something. */
export const enoughSaid = 500;
