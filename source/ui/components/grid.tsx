import {Box, Text} from 'ink';
import {Table} from 'ink-table';
import {memo, type ReactNode} from 'react';
import {keyFor} from '../keys-by-name.ts';
import {fit, pad} from '../text/wrap.ts';
import {bodyHeight, placeOf, type State} from '../state.ts';
import {selectedOf} from '../screens/index.ts';
import {type ScreenGrid, gridWidths} from '../screens/grids/grid.ts';
import {gridOf} from '../screens/grids/index.ts';
import {filterLine} from '../screens/projects.ts';
import type {Theme} from '../theme.ts';
import {drawable, line} from './line.ts';

/** A text at exactly a width, its first line alone, without marks that a terminal would act upon. */
function cell(theme: Theme, text: string, width: number): string {
	const [first = ''] = text.split('\n');
	return pad(fit(drawable(theme, first), width, theme.glyphs.more), width);
}

/** Without the horizontal rules a table takes half the lines; in ASCII the upright ones are plain. */
const upright = (bar: string) =>
	function Upright({children}: {children?: ReactNode}) {
		const text = typeof children === 'string' ? children : '';
		return /[─┌┐┬├┤┼└┘┴]/.test(text) ? null : <Text>{text.replaceAll('│', bar)}</Text>;
	};
const drawn = upright('│');
const plain = upright('|');

/**
 * The texts that ink-table lays out, each behind a name that has as many UTF-16 units as the text has cells: ink-table
 * measures in units and takes its columns by their headings, so wide characters would push a row out of line, and two
 * headings that read alike would be one column.
 */
class Names {
	readonly #texts = new Map<string, string>();

	add(text: string, width: number): string {
		const name = `${this.#texts.size.toString(36)}.`.padEnd(width, '.');
		this.#texts.set(name, text);
		return name;
	}

	/** Draws what stands behind the name between the two blanks of the padding. */
	readonly Cell = ({children}: {children?: ReactNode}) => (
		<Text> {typeof children === 'string' ? this.#texts.get(children.trim()) : undefined} </Text>
	);
}

/** The first row that is seen: that of the selected one's window, or as far as the page was scrolled. */
function topOf(
	state: State,
	{rows}: ScreenGrid,
	selected: string | undefined,
	size: number,
): number {
	if (selected === undefined)
		return Math.max(0, Math.min(placeOf(state).scroll ?? 0, rows.length - size));
	const index = rows.findIndex(({path}) => path === selected);
	return Math.floor(Math.max(0, index) / size) * size;
}

/** The line above a table: the filter as it is typed, else what it is and how much of it is seen. */
export function headingOf(state: State, theme: Theme): string | undefined {
	const grid = gridOf(state);
	if (!grid) return undefined;
	const {columns, rows} = grid;
	const place = placeOf(state);
	const height = bodyHeight(state);
	const size = Math.max(1, height - 2);
	const top = topOf(state, grid, selectedOf(state), size);
	const shown = rows.slice(top, top + size);
	const widths = gridWidths(grid, state.columns);
	const left = columns.length - widths.length;
	const more = left > 0 ? `, ${left} ${grid.dropped} in a wider window` : '';
	const seen = `${Math.min(top + 1, rows.length)}–${top + shown.length} shown`;
	const view = {state, place, theme, width: state.columns, height, selected: undefined};
	const total = place.variant === 'matrix' ? state.database.projects.length : rows.length;
	return (
		(place.screen === 'portfolio' && filterLine(view, rows.length, total)) ||
		line(theme, state.columns, [
			'strong',
			` ${grid.title}; ${seen}, ${keyFor(grid.back)} goes back${more}`,
		])
	);
}

/** A table that is read, not navigated: ink-table draws it, and is handed no more rows than are seen. */
export const Grid = memo(function Grid({state, theme}: {state: State; theme: Theme}) {
	const grid = gridOf(state);
	if (!grid) return null;
	const {columns, rows} = grid;
	const height = bodyHeight(state);
	const size = Math.max(1, height - 2);
	const selected = selectedOf(state);
	const top = topOf(state, grid, selected, size);
	const widths = gridWidths(grid, state.columns);
	const shown = rows.slice(top, top + size);
	const names = new Names();
	// The mark of the selected row stands in its first cell; where there is none, a blank keeps its place.
	const named = (mark: string, texts: readonly string[]) =>
		widths.map((width, index) => {
			const text = texts[index] || (mark === '' ? '' : theme.glyphs.dash);
			return names.add(cell(theme, index === 0 ? `${mark || ' '} ${text}` : text, width), width);
		});
	const headings = named(
		'',
		columns.map(({title}) => title),
	);
	const data = shown.map(({path, cells}) => {
		const isHere = path !== undefined && path === selected;
		const row = named(isHere ? theme.glyphs.selected : ' ', cells());
		return Object.fromEntries(row.map((name, index) => [headings[index] ?? '', name]));
	});
	return (
		<Box flexDirection="column" height={height} overflow="hidden">
			<Text> </Text>
			{grid.empty === '' && data.length > 0 ? (
				<Table
					data={data}
					padding={1}
					cell={names.Cell}
					header={names.Cell}
					skeleton={theme.ascii ? plain : drawn}
				/>
			) : (
				<Text> {grid.empty || 'Nothing fits the filter.'}</Text>
			)}
		</Box>
	);
});
