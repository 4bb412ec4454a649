import {graphemeWidth, isNarrow, walk} from '../text/graphemes.ts';
import {onBlank, type CellStyle, plain, styleAfter} from './styles.ts';

/** A line as a terminal shows it, one entry a column; there is nothing but blanks behind its end. */
export type Cells = {
	/** What stands in each column; '' in the second one of a wide character. */
	readonly texts: readonly string[];
	readonly styles: readonly CellStyle[];
	/** The first column that is not narrow: from there on terminals may differ in what takes how many. Infinity where all are. */
	readonly doubtful: number;
	/** The column at which a second pane begins, which what is before it must not shift. */
	readonly pane?: number;
	/** The column where somebody types. */
	readonly typed?: number;
	/** The column behind the selection. */
	readonly rests?: number;
};

/** One line of a frame: a text with its styles, or two side by side, the right one from a column on. */
export type FrameLine = string | {left: string; column: number; right: string};

export const sameLine = (a: FrameLine | undefined, b: FrameLine): boolean =>
	a === b ||
	(typeof a === 'object' &&
		typeof b === 'object' &&
		a.left === b.left &&
		a.column === b.column &&
		a.right === b.right);

export const empty: Cells = {texts: [], styles: [], doubtful: Infinity};

const sequences = /\u001B\[([\d;]*)m/g;

/** Controls have no place in a line, whoever let them in: nothing that is not a style reaches the terminal. */
const controls = /[\0-\u001F\u007F-\u009F]/g;

/** Reads a line into cells, at most `columns` of them. Pure. */
export function cellsOf(line: FrameLine, columns: number): Cells {
	const cells: Growing = {texts: [], styles: [], doubtful: Infinity};
	if (typeof line === 'string') {
		read(cells, line);
	} else {
		read(cells, line.left);
		cut(cells, line.column);
		while (cells.texts.length < line.column) push(cells, ' ', plain);
		read(cells, line.right);
	}
	cut(cells, columns);
	const typed = cells.styles.findIndex(({mark}) => mark === 'typed');
	const rests = cells.styles.findLastIndex(({mark}) => mark === 'rests');
	return {
		...cells,
		...(typeof line === 'string' ? {} : {pane: line.column}),
		...(typed < 0 ? {} : {typed}),
		...(rests < 0 ? {} : {rests: Math.min(rests + 1, columns - 1)}),
	};
}

type Growing = {texts: string[]; styles: CellStyle[]; doubtful: number};

function push({texts, styles}: Growing, text: string, style: CellStyle): void {
	texts.push(text);
	styles.push(text === ' ' && style !== plain ? onBlank(style) : style);
}

function read(cells: Growing, line: string): void {
	let style = plain;
	let from = 0;
	for (const match of line.matchAll(sequences)) {
		add(cells, line.slice(from, match.index), style);
		style = styleAfter(style, match[1] ?? '');
		from = match.index + match[0].length;
	}
	add(cells, from === 0 ? line : line.slice(from), style);
}

function add(cells: Growing, given: string, style: CellStyle): void {
	const text = given.replaceAll(controls, '');
	if (isNarrow(text)) {
		for (const one of text) push(cells, one, style);
		return;
	}
	const {texts} = cells;
	walk(text, 0, text.length, (from, to) => {
		const width = graphemeWidth(text, from, to);
		const one = text.slice(from, to);
		if (!isNarrow(one)) cells.doubtful = Math.min(cells.doubtful, texts.length - (width ? 0 : 1));
		if (width === 0) {
			// What takes no column of its own stands with what is before it.
			const before = texts.findLastIndex((other) => other !== '');
			if (before >= 0) texts[before] += one;
			return true;
		}
		push(cells, one, style);
		for (let more = 1; more < width; more++) push(cells, '', style);
		return true;
	});
}

/** Cuts to so many columns; a wide character at the edge goes whole. */
function cut({texts, styles}: Growing, columns: number): void {
	if (texts.length <= columns) return;
	let end = columns;
	while (end > 0 && texts[end] === '') end--;
	texts.length = end;
	styles.length = end;
}
