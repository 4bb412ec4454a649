import {clean, cleanLines} from '../../domain/clean.ts';
import {widthOf} from '../text/graphemes.ts';
import {fit, pad, wrap} from '../text/wrap.ts';
import type {Theme, Tone} from '../theme.ts';

/** A piece of a line: its tone, its text, and a fixed width in cells when it is a column. */
export type LinePart = string | [tone: Tone, text: string, width?: number];

/** Punctuation that has a plain cousin of the same width. */
const plainer: Record<string, string> = {
	'–': '-',
	'—': '-',
	'‘': "'",
	'’': "'",
	'“': '"',
	'”': '"',
	'…': '~',
	'·': '|',
	'•': '*',
	'£': 'L',
	'→': '>',
	'←': '<',
};

/** A text in ASCII, for terminals without more: what has no plain cousin becomes `?`. */
export const toAscii = (text: string): string =>
	text.replaceAll(/[^\x20-\x7E]/gu, (character) => plainer[character] ?? '?');

/** A text that may be drawn: harmless, and in ASCII where the terminal has no more. */
export const drawable = (theme: Theme, text: string): string =>
	theme.ascii ? toAscii(clean(text)) : clean(text);

/**
 * One line of a screen, never wider than `width` cells: the parts one after the other, each cleaned,
 * so that no text from a database reaches the terminal as a control sequence.
 */
export function line(theme: Theme, width: number, ...parts: LinePart[]): string {
	let left = width;
	let result = '';
	for (const part of parts) {
		if (left <= 0) break;
		const [tone, text, fixed] = typeof part === 'string' ? (['plain', part] as const) : part;
		const room = fixed === undefined ? left : Math.min(fixed, left);
		const cut = fit(drawable(theme, text), room, theme.glyphs.more);
		const fitted = fixed === undefined ? cut : pad(cut, room);
		result += theme.paint(tone, fitted);
		left -= widthOf(fitted);
	}
	return result;
}

const spokenMark = '(selected) ';

/** A line that fills the width and is marked as selected, in words for a screen reader. */
export function selectedLine(theme: Theme, width: number, ...parts: LinePart[]): string {
	const flat = parts.map((part): LinePart =>
		typeof part === 'string' ? part : ['plain', part[1], part[2]],
	);
	if (theme.spoken) return spokenMark + line(theme, width - spokenMark.length, ...flat);
	return theme.paint('selected', pad(line(theme, width, ...flat), width));
}

/** A horizontal rule with a heading in it. */
export function rule(theme: Theme, width: number, heading = ''): string {
	const harmless = drawable(theme, heading);
	if (theme.spoken) return fit(harmless, width, theme.glyphs.more);
	const before = harmless === '' ? '' : ` ${harmless} `;
	const drawn = fit(`${theme.glyphs.rule}${before}`, width, theme.glyphs.more);
	return theme.paint('dim', drawn + theme.glyphs.rule.repeat(Math.max(0, width - widthOf(drawn))));
}

/** A text over several lines, as many as `most`; the last one says when there is more. */
export function wrapped(theme: Theme, width: number, text: string, most = Infinity): string[] {
	const lines = wrap(cleanLines(text), Math.max(10, width - 2));
	return lines.slice(0, most).map((piece, index) => {
		const isCut = index === most - 1 && lines.length > most;
		return piece.text.trimEnd() + (isCut ? ` ${theme.glyphs.more}` : '');
	});
}
