import {isTooSmall} from '../input.ts';
import {keyFor} from '../keys-by-name.ts';
import {paneGap, smallest, type State} from '../state.ts';
import type {FrameLine} from '../terminal/cells.ts';
import {wrap} from '../text/wrap.ts';
import {isWall, wallLines} from '../wall/wall.ts';
import type {Theme} from '../theme.ts';
import {bodyOf} from './body.ts';
import {footerLines} from './footer.ts';
import {headerLines} from './frame.ts';

/** The whole window, line by line: what the stage is to show of a state. Pure. */
export function windowOf(state: State, theme: Theme): FrameLine[] {
	if (isTooSmall(state)) return tooSmall(state);
	if (isWall(state)) return wallLines(state, theme);
	const {main, side, mainWidth} = bodyOf(state, theme);
	const height = state.rows - 5;
	const edge = theme.paint('line', theme.glyphs.side) + ' '.repeat(paneGap - 1);
	const body = Array.from({length: height}, (_, row): FrameLine => {
		const left = main[row] ?? '';
		return side ? {left, column: mainWidth, right: edge + (side[row] ?? '')} : left;
	});
	return [...headerLines(state, theme), ...body, ...footerLines(state, theme)];
}

function tooSmall({columns, rows}: State): FrameLine[] {
	const said = [
		'Boardwalk needs a larger window:',
		`at least ${smallest.columns} columns by ${smallest.rows} lines.`,
		`This one has ${columns} by ${rows}.`,
	];
	const wrapped = said.flatMap((text) =>
		wrap(text, Math.max(1, columns)).map(({text}) => text.trimEnd()),
	);
	// How to leave is said even where the rest does not fit.
	return [...wrapped.slice(0, Math.max(0, rows - 1)), `${keyFor('app.leave')} leaves.`];
}
