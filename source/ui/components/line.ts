import {clean, cleanLines} from '../../domain/clean.ts';
import {widthOf} from '../text/graphemes.ts';
import {fill, fit, pad, wrap} from '../text/wrap.ts';
import type {Theme, Tone} from '../theme.ts';

/** A piece of a line: its tone, its text, and a fixed width in cells when it is a column. */
export type LinePart = string | [tone: Tone, text: string, width?: number];

/** What letters and signs are called in ASCII; an accent is left out of its letter. */
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
	'£': 'GBP ',
	'€': 'EUR ',
	'→': '>',
	'←': '<',
	'×': 'x',
	'½': '1/2',
	'\u{A0}': ' ',
	ß: 'ss',
	æ: 'ae',
	Æ: 'AE',
	œ: 'oe',
	Œ: 'OE',
	ø: 'o',
	Ø: 'O',
	ł: 'l',
	Ł: 'L',
	đ: 'd',
	Đ: 'D',
	ð: 'd',
	þ: 'th',
	ı: 'i',
};

const marks = /\p{M}+/gu;

/** A text in ASCII, for terminals without more: what has no name there becomes `?`. What is stored stays as it is. */
export const toAscii = (text: string): string =>
	/^[\x20-\x7E]*$/.test(text)
		? text
		: text
				.normalize('NFD')
				.replaceAll(marks, '')
				.replaceAll(/[^\x20-\x7E]/gu, (character) => plainer[character] ?? '?');

/** A text that may be drawn: harmless, and in ASCII where the terminal has no more. */
export const drawable = (theme: Theme, text: string): string =>
	theme.ascii ? toAscii(clean(text)) : clean(text);

/**
 * One line of a screen, never wider than `width` cells: the parts one after the other, each cleaned,
 * so that no text from a database reaches the terminal as a control sequence.
 */
export function line(theme: Theme, width: number, ...parts: LinePart[]): string {
	if (theme.spoken) return sayParts(theme, parts);
	let left = width;
	let result = '';
	for (const part of parts) {
		if (left <= 0) break;
		const [tone, text, fixed] = typeof part === 'string' ? (['plain', part] as const) : part;
		const room = fixed === undefined ? left : Math.min(fixed, left);
		const cut = fit(drawable(theme, text), room, theme.glyphs.more);
		result += theme.paint(tone, fixed === undefined ? cut : fill(cut, room));
		left -= fixed === undefined ? widthOf(cut) : Math.max(room, 0);
	}
	return result;
}

/** Parts as a sentence for whoever listens: a column ends with a comma, and nothing is cut. */
export function sayParts(theme: Theme, parts: readonly LinePart[]): string {
	let said = '';
	let isColumn = false;
	for (const part of parts) {
		const [, text, fixed] = typeof part === 'string' ? (['plain', part] as const) : part;
		const words = drawable(theme, text);
		if (fixed !== undefined && words.trim() === '') continue;
		said =
			isColumn && words.trim() !== '' ? `${said.trimEnd()}, ${words.trimStart()}` : said + words;
		if (words.trim() !== '') isColumn = fixed !== undefined;
	}
	return said.replaceAll(/\s+/g, ' ').replaceAll(' ,', ',').trim();
}

/** What names a row is short; of a longer text, its first word has to do. */
const longestName = 14;

/**
 * A line that is marked as selected: a bar over the marker and what names the row. What
 * follows keeps its tones, and a move of the selection changes few cells.
 */
export function selectedLine(theme: Theme, width: number, ...parts: LinePart[]): string {
	if (theme.spoken) return line(theme, width, ...parts);
	const named = parts.findIndex((part, index) => index > 0 && textOf(part).trim() !== '');
	const bar = parts.slice(0, Math.max(1, named)).map(inBar);
	const name = parts[named];
	return line(
		theme,
		width,
		...bar,
		...(name === undefined ? [] : nameInBar(theme, name)),
		...parts.slice(Math.max(1, named + 1)),
	);
}

const textOf = (part: LinePart): string => (typeof part === 'string' ? part : part[1]);

const inBar = (part: LinePart): LinePart =>
	typeof part === 'string' ? ['selected', part] : ['selected', part[1], part[2]];

/** The part that names the row: the name in the bar, the rest of its column behind it. */
function nameInBar(theme: Theme, part: LinePart): LinePart[] {
	const [tone, text, fixed]: [Tone, string, number?] =
		typeof part === 'string' ? ['plain', part] : part;
	const shown = drawable(theme, text);
	const whole = shown.trimEnd();
	const [first = whole] = /^\s*\S+/.exec(shown) ?? [];
	const name = widthOf(whole) <= longestName ? whole : first;
	const cells = fixed === undefined ? widthOf(name) : Math.min(fixed, widthOf(name));
	const rest = shown.slice(name.length);
	return [
		['selected', name, cells],
		[tone, rest, fixed === undefined ? undefined : fixed - cells],
	];
}

/** What columns are called, over the whole width. */
export function headLine(theme: Theme, width: number, ...parts: LinePart[]): string {
	if (theme.spoken) return line(theme, width, ...parts);
	const flat = line({...theme, paint: (_, text) => text}, width, ...parts);
	return theme.paint('dim', theme.paint('head', pad(flat, width)));
}

/** A horizontal rule with a heading in it, and a word at its end where there is room for both. */
export function rule(theme: Theme, width: number, heading = '', ending = ''): string {
	const harmless = drawable(theme, heading);
	if (theme.spoken) return harmless;
	const {rule: stroke, more} = theme.glyphs;
	const named = harmless === '' ? '' : ` ${fit(harmless, Math.max(0, width - 3), more)} `;
	const last = ending === '' ? '' : ` ${drawable(theme, ending)}`;
	const left = width - widthOf(named) - 1;
	const isWhole = widthOf(last) < left;
	const rest = stroke.repeat(Math.max(0, left - (isWhole ? widthOf(last) : 0)));
	return (
		theme.paint('line', stroke) +
		theme.paint('strong', named) +
		theme.paint('line', rest) +
		theme.paint('dim', isWhole ? last : '')
	);
}

/** A text over several lines, as many as `most`; the last one says when there is more. */
export function wrapped(theme: Theme, width: number, text: string, most = Infinity): string[] {
	const lines = wrap(cleanLines(text), Math.max(10, width - 2));
	return lines.slice(0, most).map((piece, index) => {
		const isCut = index === most - 1 && lines.length > most;
		return piece.text.trimEnd() + (isCut ? ` ${theme.glyphs.more}` : '');
	});
}
