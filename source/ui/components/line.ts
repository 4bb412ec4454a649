import {clean} from '../../domain/clean.ts';
import {widthOf} from '../text/graphemes.ts';
import {fit, pad} from '../text/wrap.ts';
import type {Theme, Tone} from '../theme.ts';

/** A piece of a line: its tone, its text, and a fixed width in cells when it is a column. */
export type Part = string | [tone: Tone, text: string, width?: number];

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

/**
 * One line of a screen, never wider than `width` cells: the parts one after the other, each cleaned,
 * so that no text from a database reaches the terminal as a control sequence.
 */
export function line(theme: Theme, width: number, ...parts: Part[]): string {
	let left = width;
	let result = '';
	for (const part of parts) {
		if (left <= 0) break;
		const [tone, text, fixed] = typeof part === 'string' ? (['plain', part] as const) : part;
		const harmless = theme.ascii ? toAscii(clean(text)) : clean(text);
		const mark = theme.glyphs.more;
		const room = fixed === undefined ? left : Math.min(fixed, left);
		const fitted =
			fixed === undefined ? fit(harmless, room, mark) : pad(fit(harmless, room, mark), room);
		result += theme.paint(tone, fitted);
		left -= widthOf(fitted);
	}
	return result;
}

/** A line that fills the width and is marked as selected, in words for a screen reader. */
export function selectedLine(theme: Theme, width: number, ...parts: Part[]): string {
	const flat = parts.map((part): Part =>
		typeof part === 'string' ? part : ['plain', part[1], part[2]],
	);
	const text = line(theme, width, ...flat);
	if (theme.spoken) return `(selected) ${text}`;
	return theme.paint('selected', pad(text, width));
}

/** A horizontal rule with a heading in it. */
export const rule = (theme: Theme, width: number, heading = ''): string => {
	if (theme.spoken) return heading;
	const before = heading === '' ? '' : ` ${heading} `;
	return theme.paint(
		'dim',
		fit(`${theme.glyphs.rule}${before}`, width) +
			theme.glyphs.rule.repeat(Math.max(0, width - 1 - widthOf(before))),
	);
};
