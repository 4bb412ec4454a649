import {line, wrapped} from '../../components/line.ts';
import {cleanLines} from '../../../domain/clean.ts';
import {wrap} from '../../text/wrap.ts';
import type {View} from '../screen.ts';

export const labelWidth = 14;

/** A label with a text beside it, wrapped; nothing when there is no text. */
export function labelled(
	view: View,
	label: string,
	text: string | undefined,
	cells = labelWidth,
): string[] {
	if (!text) return [];
	const {theme, width} = view;
	const first = (index: number, words: string) => (index === 0 ? words : '');
	return wrap(cleanLines(text), Math.max(10, width - cells - 2)).map(({text: piece}, index) =>
		line(
			theme,
			width,
			theme.spoken ? first(index, `${label}: `) : ['dim', first(index, ` ${label}`), cells],
			piece.replace(/\n$/, ''),
		),
	);
}

/** What a page is about, in full: its end is not to be guessed. */
export const titleLines = ({theme, width}: View, title: string): string[] =>
	wrapped(theme, width, title).map((text) => line(theme, width, ['strong', ` ${text}`]));

/** A text over the whole width, wrapped. */
export function paragraph(view: View, text: string | undefined, indent = 1): string[] {
	if (!text) return [];
	const {theme, width} = view;
	return wrap(cleanLines(text), Math.max(10, width - indent - 1)).map(({text: piece}) =>
		line(theme, width, ' '.repeat(indent) + piece.replace(/\n$/, '')),
	);
}
