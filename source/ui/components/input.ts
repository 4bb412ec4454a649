import {next} from '../text/graphemes.ts';
import type {EditedText} from '../text/edit.ts';
import {locate, window, wrap} from '../text/wrap.ts';
import type {Theme} from '../theme.ts';
import {line} from './line.ts';

/** A line of text with the grapheme under the cursor inverted; a blank where the text ends. */
function withCursor(theme: Theme, width: number, label: string, text: string, at: number): string {
	const after = at < text.length ? next(text, at) : at;
	const under = text.slice(at, after);
	return line(
		theme,
		width,
		['accent', label],
		text.slice(0, at),
		['cursor', under === '' || under === '\n' ? ' ' : under],
		text.slice(after),
	);
}

/** One line of text with its cursor, scrolled so that the cursor is seen. */
export function inputLine(
	theme: Theme,
	width: number,
	label: string,
	value: string,
	cursor: number,
): string {
	const shown = window(value, cursor, Math.max(4, width - label.length - 1));
	return withCursor(theme, width, label, shown.text, cursor - shown.start);
}

/**
 * The wrapped lines of a long text in a window of `height` lines; with the cursor when it is focused.
 * The label stands before the first line seen, and as much blank space before the others.
 */
export function textLines(
	theme: Theme,
	{width, height, label}: {width: number; height: number; label: string},
	text: EditedText,
	isFocused: boolean,
): string[] {
	const lines = wrap(text.value, width);
	const cursor = isFocused ? locate(lines, text.cursor) : {row: 0, column: 0};
	const top = Math.max(0, Math.min(cursor.row - Math.floor(height / 2), lines.length - height));
	const margin = ' '.repeat(label.length);
	const full = label.length + width + 1;
	return lines.slice(top, top + height).map((piece, index) => {
		// A field that is not being typed in shows its beginning, and that there is more.
		const isCut = !isFocused && index === height - 1 && lines.length > height;
		const shown = piece.text.replace(/\n$/, '') + (isCut ? ` ${theme.glyphs.more}` : '');
		const before = index === 0 ? label : margin;
		return isFocused && top + index === cursor.row
			? withCursor(theme, full, before, shown, Math.min(text.cursor - piece.start, shown.length))
			: line(theme, full, [isFocused ? 'accent' : 'dim', before], shown);
	});
}
