import {type Dots, dotsOf, setText} from './letters.ts';

/** Every dot as a square of so many. */
const scaled = (dots: Dots, by: number): Dots =>
	dots.flatMap((row) => {
		const wide = row.flatMap((dot) => Array.from({length: by}, () => dot));
		return Array.from({length: by}, () => wide);
	});

/** Rows of dots as lines of text, two rows a line; in ASCII one, a cell being twice as high as it is wide. */
function linesOf(dots: Dots, isAscii: boolean): string[] {
	if (isAscii) return dots.map((row) => row.map((dot) => (dot ? '#' : ' ')).join(''));
	return Array.from({length: Math.ceil(dots.length / 2)}, (_, at) => {
		const upper = dots[at * 2] ?? [];
		const lower = dots[at * 2 + 1] ?? [];
		return upper
			.map((dot, column) => (dot ? (lower[column] ? '█' : '▀') : lower[column] ? '▄' : ' '))
			.join('');
	});
}

/** Words over as few lines as hold them, none wider than so many dots; undefined where a word is. */
function broken(words: readonly string[], width: number): number[][] | undefined {
	const lines: number[][] = [];
	let line = '';
	for (const word of words) {
		const longer = line === '' ? word : `${line} ${word}`;
		const columns = setText(longer);
		const alone = setText(word);
		if (!columns || !alone || alone.length > width) return undefined;
		if (columns.length <= width) {
			line = longer;
			continue;
		}
		lines.push(setText(line) ?? []);
		line = word;
	}
	return [...lines, setText(line) ?? []];
}

/**
 * A text in the largest letters in which it fits into so many cells, at most `most` dots of the terminal for one of a
 * letter; undefined where it does not fit in any, or is written in letters without a shape here.
 */
export function bigText(
	text: string,
	{columns, rows, most = 6, ascii}: {columns: number; rows: number; most?: number; ascii: boolean},
): string[] | undefined {
	const words = text.split(/\s+/).filter(Boolean);
	for (let by = ascii ? 1 : most; by >= 1; by--) {
		const lines = broken(words, Math.floor(columns / by));
		if (!lines) continue;
		const drawn = lines.flatMap((line, index) => {
			const dots = scaled(dotsOf(line), by);
			// An odd number of rows leaves half a line blank, which is enough.
			const gap = index > 0 && (ascii || dots.length % 2 === 0) ? [''] : [];
			return [...gap, ...linesOf(dots, ascii)];
		});
		if (drawn.length <= rows) return drawn;
	}
	return undefined;
}
