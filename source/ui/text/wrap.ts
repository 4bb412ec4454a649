import {graphemeWidth, isNarrow, isPlain, next, previous, walk, widthOf} from './graphemes.ts';

/**
 * One line on the screen: what it shows, and where it lies in the value. A line's end is the next
 * line's start: a newline counts to the line it ends but is not in `text`; trailing blanks are.
 */
type WrappedLine = {text: string; start: number; end: number};

/**
 * Breaks a value into visual lines of at most `width` cells, at blanks where it can, else between
 * graphemes. Only blanks at a line's end hang over the width (and a grapheme wider than all of it).
 * There is always at least one line. Wrap to a cell less than the box is wide: the cursor can stand
 * behind the last character. The value should have no control characters but newlines.
 */
export function wrap(value: string, width: number): WrappedLine[] {
	const lines: WrappedLine[] = [];
	const cells = Math.max(1, Math.floor(width));
	let start = 0;
	for (;;) {
		const newline = value.indexOf('\n', start);
		const end = newline === -1 ? value.length : newline;
		const text = value.slice(start, end);
		const stop = newline === -1 ? end : end + 1;
		const breaks = isPlain(text) ? plainBreaks(text, cells) : breaksOf(text, cells);
		let from = 0;
		for (const to of breaks) {
			lines.push({text: text.slice(from, to), start: start + from, end: start + to});
			from = to;
		}
		lines.push({text: from === 0 ? text : text.slice(from), start: start + from, end: stop});
		if (newline === -1) return lines;
		start = stop;
	}
}

const none: number[] = [];
const blank = 0x20;

/** Where to break one logical line of printable ASCII: offsets, ascending, without start and end. */
function plainBreaks(text: string, width: number): number[] {
	if (text.length <= width) return none;
	const breaks: number[] = [];
	let start = 0;
	while (text.length - start > width) {
		// The blank that follows a full line may hang, so the search begins one beyond the width.
		let at = start + width;
		while (at >= start && text.charCodeAt(at) !== blank) at--;
		at = at < start ? start + width : at + 1;
		while (text.charCodeAt(at) === blank) at++;
		if (at >= text.length) break;
		breaks.push(at);
		start = at;
	}
	return breaks;
}

/** The same for any text. */
function breaksOf(text: string, width: number): number[] {
	const breaks: number[] = [];
	let start = 0;
	let column = 0;
	// The place after the last blank of the line, and the columns up to there.
	let word = 0;
	let wordColumn = 0;
	walk(text, 0, text.length, (from, to) => {
		const cells = graphemeWidth(text, from, to);
		if (to - from === 1 && text.charCodeAt(from) === blank) {
			column += cells;
			word = to;
			wordColumn = column;
			return true;
		}
		while (column + cells > width && from > start) {
			const atWord = word > start;
			start = atWord ? word : from;
			column = atWord ? column - wordColumn : 0;
			breaks.push(start);
		}
		column += cells;
		return true;
	});
	return breaks;
}

/**
 * Row (index into `lines`) and column (in cells) of a cursor. Between two parts of a broken line it
 * stands at the start of the second. Behind hanging blanks the column may exceed the width.
 */
export function locate(lines: WrappedLine[], cursor: number): {row: number; column: number} {
	let row = 0;
	let after = lines.length;
	while (after - row > 1) {
		const middle = (row + after) >> 1;
		if ((lines[middle]?.start ?? 0) <= cursor) row = middle;
		else after = middle;
	}
	const line = lines[row];
	return {row, column: line ? widthOf(line.text.slice(0, cursor - line.start)) : 0};
}

/**
 * The cursor position on a row that is nearest to a column without passing it: the way back from
 * `locate`. It never leaves the row, so a broken line's end means before its last grapheme.
 */
export function offsetAt(lines: WrappedLine[], row: number, column: number): number {
	const line = lines[row];
	if (!line) return 0;
	const broken = row + 1 < lines.length && line.end === line.start + line.text.length;
	const last = broken ? previous(line.text, line.text.length) : line.text.length;
	let offset = 0;
	let cells = 0;
	walk(line.text, 0, last, (from, to) => {
		cells += graphemeWidth(line.text, from, to);
		if (cells > column) return false;
		offset = to;
		return true;
	});
	return line.start + offset;
}

/** The text cut to at most `width` cells, with `mark` at its end if something was cut off. */
export function fit(text: string, width: number, mark = '…'): string {
	if (!(width > 0)) return '';
	// Then a code unit is a cell, and none belongs to the one before it.
	const narrow = isNarrow(text);
	if (narrow && text.length <= width) return text;
	const shown = widthOf(mark) <= width ? mark : '';
	const room = width - widthOf(shown);
	if (narrow) return text.slice(0, room) + shown;
	let cells = 0;
	let cut = 0;
	walk(text, 0, text.length, (from, to) => {
		cells += graphemeWidth(text, from, to);
		if (cells <= room) cut = to;
		return cells <= width;
	});
	return cells <= width ? text : text.slice(0, cut) + shown;
}

/** The text at exactly `width` cells: cut by `fit` or filled up with blanks. */
export const pad = (text: string, width: number): string => fill(fit(text, width), width);

/** A text of no more than `width` cells, filled up with blanks to as many. */
export function fill(text: string, width: number): string {
	let padded = text;
	let missing = width - widthOf(padded);
	while (missing > 0) {
		padded += ' '.repeat(missing);
		// Still one short where the first blank became part of the last grapheme (after U+0D4E).
		missing = width - widthOf(padded);
	}
	return padded;
}

/**
 * The part of a one-line value that a field of `width` cells shows, and the cursor's column in it
 * (always within the field, with the whole grapheme under it). It scrolls half a field at a time, so
 * that most keys change a few cells only. `start` and `end` tell what is hidden on either side.
 */
export function window(
	value: string,
	cursor: number,
	width: number,
): {text: string; start: number; end: number; column: number} {
	const before = widthOf(value.slice(0, cursor));
	const under = cursor < value.length ? graphemeWidth(value, cursor, next(value, cursor)) : 1;
	const beyond = before + Math.min(Math.max(1, under), width) - width;
	const half = Math.max(1, Math.floor(width / 2));
	const skip = beyond > 0 ? Math.min(Math.ceil(beyond / half) * half, before) : 0;
	let start = 0;
	let skipped = 0;
	if (skip > 0) {
		walk(value, 0, cursor, (from, to) => {
			skipped += graphemeWidth(value, from, to);
			start = to;
			return skipped < skip;
		});
	}
	let end = start;
	let cells = 0;
	walk(value, start, value.length, (from, to) => {
		cells += graphemeWidth(value, from, to);
		if (cells > width) return false;
		end = to;
		return true;
	});
	return {text: value.slice(start, end), start, end, column: before - skipped};
}
