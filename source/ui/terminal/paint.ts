import type {Cells} from './cells.ts';
import {change, onBlank, plain, type CellStyle, underCursor} from './styles.ts';

/** Where the terminal writes next; no column when that is not certain. */
export type Pen = {row: number; column: number | undefined};

const csi = '\u001B[';

/** The shortest way for the pen to a cell, in absolute terms: a width taken otherwise spoils no other run. */
export function goTo(pen: Pen, row: number, column: number): string {
	if (pen.column !== undefined && pen.row === row) {
		if (pen.column === column) return '';
		return column === 0 ? '\r' : `${csi}${column + 1}G`;
	}
	if (pen.column !== undefined && column === 0 && Math.abs(pen.row - row) === 1) {
		return row > pen.row ? '\r\n' : `\r${csi}A`;
	}
	return row === 0 && column === 0 ? `${csi}H` : `${csi}${row + 1};${column + 1}H`;
}

/** Cells from one column to before another. */
type Run = [from: number, to: number];

/** Up to this many unchanged cells cost less to write again than to jump over. */
const bridge = 4;

const textAt = ({texts}: Cells, column: number) => texts[column] ?? ' ';
const styleAt = ({styles}: Cells, column: number): CellStyle => styles[column] ?? plain;

/** Cells with the one that somebody types at as the terminal's own cursor wants it. */
function withCursor(cells: Cells): Cells {
	const {typed, styles} = cells;
	if (typed === undefined) return cells;
	const own = [...styles];
	for (let column = typed; styles[column]?.mark === 'typed'; column++) {
		own[column] = underCursor(own[column] ?? plain);
	}
	return {...cells, styles: own};
}

const drawn = new WeakMap<Cells, Cells>();

/** As it is written, remembered. */
function written(cells: Cells): Cells {
	if (cells.typed === undefined) return cells;
	let known = drawn.get(cells);
	if (!known) drawn.set(cells, (known = withCursor(cells)));
	return known;
}

/** The runs of cells in which two lines differ. */
function runsOf(before: Cells, after: Cells): Run[] {
	const runs: Run[] = [];
	const end = Math.max(before.texts.length, after.texts.length);
	for (let column = 0; column < end; column++) {
		if (
			textAt(before, column) === textAt(after, column) &&
			styleAt(before, column).key === styleAt(after, column).key
		) {
			continue;
		}
		const last = runs.at(-1);
		if (last && column - last[1] <= bridge) last[1] = column + 1;
		else runs.push([column, column + 1]);
	}
	// A wide character is written whole, or not at all.
	for (const run of runs) {
		while (run[0] > 0 && textAt(after, run[0]) === '') run[0]--;
		while (textAt(after, run[1]) === '') run[1]++;
	}
	return runs;
}

/** From a column on where terminals may differ, the rest of the line is written in one piece. */
function certain(runs: Run[], before: Cells, after: Cells): Run[] {
	const doubtful = Math.min(before.doubtful, after.doubtful);
	if (runs.every(([, to]) => to <= doubtful)) return runs;
	const first = runs.findIndex(([, to]) => to > doubtful);
	const from = Math.min(doubtful, runs[first]?.[0] ?? doubtful);
	return [...runs.slice(0, first), [from, Infinity]];
}

/**
 * What makes a row of the screen that shows one line show another: '' when nothing differs. The pen is
 * plain before and after it.
 * @param pen where the terminal writes; moved along
 */
export function paintRow(pen: Pen, row: number, columns: number, from: Cells, to: Cells): string {
	if (from === to) return '';
	const before = written(from);
	const after = written(to);
	let result = '';
	let style = plain;
	for (const [start, end] of certain(runsOf(before, after), before, after)) {
		const isDoubtful = end === Infinity;
		// Blanks at the end of the line are erased rather than written.
		let last = Math.min(end, after.texts.length);
		if (end >= Math.max(before.texts.length, after.texts.length)) {
			while (last > start && isBlank(after, last - 1)) last--;
		}
		const erases = isDoubtful || (end >= before.texts.length && end - last > 3);
		const stop = erases ? last : end;
		result += goTo(pen, row, start);
		if (isDoubtful) {
			result += `${change(style, plain)}${csi}K`;
			style = plain;
		}
		for (let column = start; column < stop; column++) {
			if (isDoubtful && column === after.pane) result += `${csi}${column + 1}G`;
			const next = styleAt(after, column);
			const text = textAt(after, column);
			// Between the words of a coloured text nothing is to be seen of its colour: to end it there and begin it
			// again behind would take more bytes than a word.
			const looksSame = text === ' ' && onBlank(style).key === next.key;
			if (!looksSame) {
				result += change(style, next);
				style = next;
			}
			result += text;
		}
		if (erases && !isDoubtful) {
			result += `${change(style, plain)}${csi}K`;
			style = plain;
		}
		pen.row = row;
		pen.column = isDoubtful || stop >= columns ? undefined : stop;
	}
	return result + change(style, plain);
}

const isBlank = (cells: Cells, column: number): boolean =>
	textAt(cells, column) === ' ' && styleAt(cells, column).key === '';
