import {renderToString} from 'ink';
import type {State} from '../state.ts';
import type {Theme} from '../theme.ts';
import {Grid, headingOf} from './grid.tsx';

/**
 * A table that is read as Ink lays it out, line by line. What tells the stage where the cursor belongs Ink would leave
 * out: the heading, where a filter is typed, and the mark of the selected row are put in as they are.
 */
export function gridLines(state: State, theme: Theme): string[] {
	const heading = headingOf(state, theme);
	if (heading === undefined) return [];
	const [, ...rows] = renderToString(<Grid state={state} theme={theme} />, {
		columns: state.columns,
	}).split('\n');
	const mark = ` ${theme.glyphs.selected} `;
	const at = rows.findIndex((row) => row.includes(mark));
	const marked = rows.map((row, index) =>
		index === at ? row.replace(mark, theme.paint('selected', mark)) : row,
	);
	return [heading, ...marked];
}
