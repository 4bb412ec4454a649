// What a session shows, line by line, and what of it must not reach a terminal.
import stringWidth from 'string-width';
import {bodyOf} from '../../source/ui/components/body.ts';
import {footerLines} from '../../source/ui/components/footer.ts';
import {headerLines} from '../../source/ui/components/frame.ts';
import type {Session} from '../../source/ui/session.ts';
import type {Theme} from '../../source/ui/theme.ts';
import {isTooSmall} from '../../source/ui/input.ts';

const tones = /\u001b\[(?:\d{1,3}(?:;\d{1,3})*)?m/g;

/** What may not reach a terminal in a line. */
export const forbidden = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

/** The lines that hold more than text and tones, are too wide or are too many. */
export function wrong(lines: string[], columns: number, rows: number): string[] {
	return lines.filter((line, index) => {
		const shown = line.replaceAll(tones, '');
		const width = stringWidth(shown, {countAnsiEscapeCodes: true});
		return index >= rows || forbidden.test(shown) || width > columns;
	});
}

/** The lines of the screen that do. */
export function wrongIn(session: Session, theme: Theme): string[] {
	const state = session.getState();
	if (isTooSmall(state)) return [];
	const {main, side = [], mainWidth, sideWidth} = bodyOf(state, theme);
	const frame = [...headerLines(state, theme), ...footerLines(state, theme)];
	return [
		...wrong(frame, state.columns, 5),
		...wrong(main, mainWidth, state.rows - 5),
		...wrong(side, sideWidth, state.rows - 5),
	];
}
