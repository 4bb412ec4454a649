/** How many terminal columns a text takes. */
export type WidthOf = (text: string) => number;

/** Latin text without combining marks and common punctuation: one column for every code unit. */
const narrow = /^[\n\r\t\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u2192]*$/;

/**
 * What measures these texts. The exact measure costs start-up time (it builds the tables of emoji
 * and the segmenter), so it is loaded only for texts that need it.
 */
export async function measureFor(texts: readonly string[]): Promise<WidthOf> {
	if (texts.every((text) => narrow.test(text))) return (text) => text.length;
	const {default: stringWidth} = await import('string-width');
	return (text) => (narrow.test(text) ? text.length : stringWidth(text));
}

let segmenter: Intl.Segmenter | undefined;

/** The visible characters of a text. */
function graphemesOf(text: string): string[] {
	if (narrow.test(text)) return text.split('');
	segmenter ??= new Intl.Segmenter();
	return Array.from(segmenter.segment(text), ({segment}) => segment);
}

/**
 * One line of text broken at blanks into lines of at most `width` columns, a longer word between its
 * characters. At least one line; none ends in a blank. A character wider than all of `width` becomes
 * a question mark, so that the promise is kept.
 */
export function wrapLine(text: string, width: number, measure: WidthOf): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const together = line === '' ? word : `${line} ${word}`;
		if (measure(together) <= width) {
			line = together;
			continue;
		}
		if (line !== '') lines.push(line);
		line = word;
		if (measure(word) > width) {
			const pieces = breakWord(word, width, measure);
			line = pieces.pop() ?? '';
			lines.push(...pieces);
		}
	}
	return line === '' && lines.length > 0 ? lines : [...lines, line];
}

function breakWord(word: string, width: number, measure: WidthOf): string[] {
	const pieces: string[] = [];
	let piece = '';
	let columns = 0;
	for (const grapheme of graphemesOf(word)) {
		const found = measure(grapheme);
		const [shown, size] = found > width ? ['?', 1] : [grapheme, found];
		if (columns + size > width) {
			pieces.push(piece);
			piece = '';
			columns = 0;
		}
		piece += shown;
		columns += size;
	}
	return [...pieces, piece];
}
