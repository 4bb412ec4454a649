// Where one visible character (a grapheme) ends and the next begins, and how many terminal cells it
// takes. All offsets are UTF-16 indexes.
import stringWidth from 'string-width';

let segmenter: Intl.Segmenter | undefined;

/** Built at the first text that needs it: it costs start-up time that plain text never has to pay. */
function segments(text: string): Intl.Segments {
	segmenter ??= new Intl.Segmenter();
	return segmenter.segment(text);
}

/**
 * Code units of which no two neighbours ever share a grapheme (except \r\n): Latin without combining
 * marks, typographic punctuation, signs and shapes, Chinese characters, Hangul syllables.
 */
const alone = (unit: number) =>
	unit < 0x300 ||
	(unit >= 0x2010 && unit <= 0x2027) ||
	(unit >= 0x2030 && unit <= 0x205e) ||
	(unit >= 0x20a0 && unit <= 0x20bf) ||
	(unit >= 0x2190 && unit <= 0x27bf) ||
	(unit >= 0x4e00 && unit <= 0x9fff) ||
	(unit >= 0xac00 && unit <= 0xd7a3);

/** Whether a boundary at `index` is certain from the two code units around it. */
function apart(text: string, index: number): boolean {
	if (!(index > 0 && index < text.length)) return true;
	const left = text.charCodeAt(index - 1);
	const right = text.charCodeAt(index);
	return alone(left) && alone(right) && !(left === 0x0d && right === 0x0a);
}

/** The grapheme around the code unit at `index`, as [start, end]. */
function around(text: string, index: number): [number, number] {
	let from = index;
	while (!apart(text, from)) from--;
	let to = index + 1;
	while (!apart(text, to)) to++;
	if (to - from === 1) return [from, to];
	const found = segments(text.slice(from, to)).containing(index - from);
	return found ? [from + found.index, from + found.index + found.segment.length] : [from, to];
}

/** The last boundary before `index`, 0 at the start. */
export function previous(text: string, index: number): number {
	return index <= 0 ? 0 : around(text, index - 1)[0];
}

/** The first boundary after `index`, the length at the end. */
export function next(text: string, index: number): number {
	return index >= text.length ? text.length : around(text, index)[1];
}

/** `index` brought into the text and, if it lies inside a grapheme, to that grapheme's end. */
export function snap(text: string, index: number): number {
	if (!(index > 0)) return 0;
	if (index >= text.length) return text.length;
	const [start, end] = around(text, Math.floor(index));
	return start === index ? start : end;
}

/** Calls `visit(from, to)` for each grapheme between two boundaries, in order, until it says false. */
export function walk(
	text: string,
	start: number,
	end: number,
	visit: (from: number, to: number) => boolean,
): void {
	let index = start;
	while (index < end) {
		if (apart(text, index + 1)) {
			if (!visit(index, index + 1)) return;
			index++;
			continue;
		}
		// A call of the segmenter costs as much as a good many graphemes: hand it a longer piece.
		let stop = Math.min(end, index + 1000);
		while (stop < end && !apart(text, stop)) stop++;
		for (const {segment} of segments(text.slice(index, stop))) {
			const from = index;
			index += segment.length;
			if (!visit(from, index)) return;
		}
	}
}

/**
 * Characters of one cell whatever stands beside them, on every terminal: Latin without combining marks,
 * punctuation, currency, arrows, box drawing, blocks and the shapes that the screens are drawn with.
 */
const narrow =
	/^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2319\u2500-\u25fc\u2713-\u2718]*$/;

/** Whether every terminal gives each code unit of a text one cell. */
export const isNarrow = (text: string): boolean => narrow.test(text);

/** Whether the text is printable ASCII only, one cell per code unit. */
export const isPlain = (text: string) => !/[^\x20-\x7e]/.test(text);

// Escape sequences count as what they are, so that a text is as wide as its graphemes together.
const measure = (text: string) => stringWidth(text, {countAnsiEscapeCodes: true});

/** Display width of a text in terminal cells. */
export const widthOf = (text: string) => (isNarrow(text) ? text.length : measure(text));

const known = new Map<string, number>();

/** Width in cells of the one grapheme at [from, to): string-width's answer, remembered. */
export function graphemeWidth(text: string, from: number, to: number): number {
	if (to - from === 1) {
		const unit = text.charCodeAt(from);
		if (unit >= 0x20 && unit < 0x7f) return 1;
	}
	const grapheme = text.slice(from, to);
	if (isNarrow(grapheme)) return grapheme.length;
	// A longer slice would keep the whole text it was cut from in memory.
	if (grapheme.length > 12) return measure(grapheme);
	let width = known.get(grapheme);
	if (width === undefined) {
		width = measure(grapheme);
		if (known.size >= 10_000) known.clear();
		known.set(grapheme, width);
	}
	return width;
}
