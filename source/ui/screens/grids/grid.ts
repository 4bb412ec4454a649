import type {LinePart} from '../../components/line.ts';
import type {KeyName} from '../../keys-by-name.ts';

/** A column of a table that is read: what it wants at least, and its share of what is left over. */
type GridColumn = {title: string; least: number; most?: number; share?: number};

/** A row: the record that keys act upon where it is one, and a text a column, worked out for the rows that are seen. */
export type GridRow = {path?: string; cells: () => readonly string[]};

/**
 * A table that a key brings up and that is read, not navigated (DESIGN 10). ink-table draws it (components/grid.tsx); where
 * nothing is drawn its rows are told in words.
 */
export type ScreenGrid = {
	/** What it shows, for the line above it, and what goes back. */
	title: string;
	back: KeyName;
	/** In the order of their weight: the last give way where there is no room, as `dropped` counts. */
	columns: readonly GridColumn[];
	/** What the columns that had no room are, for the line above: criteria, periods. */
	dropped: string;
	rows: readonly GridRow[];
	/** What is said in its place, where there is nothing to be read; empty otherwise. */
	empty: string;
};

/** What ink-table draws beside the text of a column: an upright and a blank on either side. */
const framing = 3;

/** How wide each column is drawn that has room, in order; those that have none are left out. */
export function gridWidths({columns}: Pick<ScreenGrid, 'columns'>, width: number): number[] {
	let room = width - 1;
	const widths: number[] = [];
	for (const {least} of columns) {
		if (least + framing > room) break;
		room -= least + framing;
		widths.push(least);
	}
	const shares = columns.slice(0, widths.length).map(({share = 0}) => share);
	const all = shares.reduce((sum, share) => sum + share, 0);
	return widths.map((least, index) => {
		const share = shares[index] ?? 0;
		const wanted = all === 0 ? least : least + Math.floor((room * share) / all);
		return Math.min(wanted, columns[index]?.most ?? wanted);
	});
}

/** What stands in a row behind what names it, each with its heading; nothing for cells that are empty. */
const sayCells = ({columns}: ScreenGrid, cells: readonly string[]): string =>
	cells
		.slice(1)
		.flatMap((text, index) => (text === '' ? [] : [`${columns[index + 1]?.title ?? ''}: ${text}`]))
		.join(', ');

/** The row of a record in words: what names it, then each column with its heading. */
export function gridParts(grid: ScreenGrid, path: string): LinePart[] {
	const cells = grid.rows.find((one) => one.path === path)?.cells();
	return cells ? [['strong', cells[0] ?? '', 9], sayCells(grid, cells)] : [];
}

/** Every row in words. */
export const gridRows = (grid: ScreenGrid): string[] =>
	grid.rows.map(({cells}) => {
		const texts = cells();
		return `${texts[0] ?? ''}: ${sayCells(grid, texts)}`;
	});
