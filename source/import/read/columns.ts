import {splitLabel} from './labels.ts';
import {joinHyphen} from './lines.ts';

/** A piece of a line between wide gaps, and where it begins. */
type Piece = {start: number; text: string};

const piecesOf = (line: string): Piece[] =>
	[...line.replaceAll('\t', '    ').matchAll(/\S+(?: \S+)*/g)].map(({index, 0: text}) => ({
		start: index,
		text,
	}));

/** Letters of a printed page differ in width: what begins this near to a column stands in it. */
const near = 1;

const columnOf = (starts: readonly number[], {start}: Piece): number =>
	starts.findIndex((column) => Math.abs(column - start) <= near);

/** Whether all of a line stands in columns that begin there. */
const fits = (starts: readonly number[], pieces: readonly Piece[]): boolean =>
	pieces.length > 0 &&
	pieces.every((piece) => columnOf(starts, piece) !== -1) &&
	pieces.every(({text, start}, at) => {
		const next = starts.find((column) => column > start + near);
		return next === undefined || start + text.length < next || pieces[at + 1] !== undefined;
	});

/** Pieces of which one that fills its column to the end, so that one blank parts it from the next, is cut there. */
function cutAt(starts: readonly number[], pieces: readonly Piece[]): Piece[] {
	return pieces.flatMap((piece) => {
		const {start, text} = piece;
		const column = starts.find(
			(one) =>
				one > start + near &&
				one < start + text.length &&
				text[one - start - 1] === ' ' &&
				starts.includes(start),
		);
		return column === undefined
			? [piece]
			: [
					{start, text: text.slice(0, column - start - 1)},
					{start: column, text: text.slice(column - start)},
				];
	});
}

/** No page is wide enough for more. */
const mostColumns = 20;

/** No cell is longer; what goes on and on is not a table. */
const longestCell = 5000;

/** Whether a cell says all that it has to say. */
const isEnded = (text: string): boolean => /[.!?:;)]["”’]?$/.test(text) || text === '';

/**
 * A table of three columns or more that stands at `at` in a text of fixed width, cells that run over several lines made
 * whole; `to` is the line after it. Undefined where the lines show no such columns.
 */
export function tableAt(
	lines: readonly string[],
	at: number,
): {rows: string[][]; to: number} | undefined {
	const first = piecesOf(lines[at] ?? '');
	if (first.length < 3 || first.length > mostColumns) return undefined;
	const starts = first.map(({start}) => start);
	const isHeaded = first.every(({text}) => /^\p{Lu}.{0,30}$/u.test(text) && !/[.,;]$/.test(text));
	const rows: string[][] = [];
	let to = at;
	let blank = false;
	for (let next = at; next < lines.length; next++) {
		const line = lines[next] ?? '';
		if (line.trim() === '') {
			blank = true;
			continue;
		}
		const pieces = isHeaded ? cutAt(starts, piecesOf(line)) : piecesOf(line);
		if (!fits(starts, pieces)) break;
		const cells = starts.map(
			(_, column) => pieces.find((piece) => columnOf(starts, piece) === column)?.text ?? '',
		);
		// What stands at the very left goes on with its cell, or comes after the table.
		const [only] = pieces;
		const isLeft = pieces.length === 1 && cells[0] !== '';
		if (isLeft && (only === undefined || only.start !== starts[0] || splitLabel(only.text))) break;
		// After a blank line only what begins a row, or stands in a later column, goes on with the table.
		if (blank && isLeft) break;
		const last = rows.at(-1);
		if (last?.some((cell) => cell.length > longestCell)) break;
		if (!last || begins(last, cells, rows.length === 1, blank)) rows.push(cells);
		else
			for (const [column, text] of cells.entries())
				if (text !== '') last[column] = last[column] ? joinHyphen(last[column], text) : text;
		blank = false;
		to = next + 1;
	}
	const full = rows.filter((row) => row.filter((cell) => cell !== '').length >= 3);
	const isCounted =
		rows.length >= 2 && /^(?:ref|no|item|appendix|annex|number)\W*$/i.test(rows[0]?.[0] ?? '');
	return full.length >= 2 || (full.length === 1 && isCounted) ? {rows, to} : undefined;
}

const amount = /^\W?\d[\d.,/:-]*\W?$/;

/** Whether a line begins a row: its first cell does, and the row before has come to an end. */
function begins(
	before: readonly string[],
	cells: readonly string[],
	isHead: boolean,
	blank: boolean,
): boolean {
	const [first = '', second = ''] = cells;
	if (first === '' || !/^[\p{Lu}\d(]/u.test(first)) return false;
	if (/^(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.?|\(?[a-z]\))$/.test(first)) return true;
	// What heads the columns is short and ends with no mark.
	if (isHead && cells.filter((cell) => cell !== '').length * 2 > cells.length) return true;
	// A day or a sum stands in one line: where another stands below it, there is another row.
	const isOther = cells.some((cell, at) => amount.test(cell) && amount.test(before[at] ?? ''));
	if (isOther) return true;
	const [, main = ''] = before;
	return second !== '' && (blank || isEnded(main));
}

/** Whether a table of columns begins in the middle of a paragraph: two lines in a row show where the second one stands. */
export function beginsColumns(lines: readonly string[], at: number): boolean {
	const [first, next] = [lines[at], lines[at + 1]].map((line) => pairOf(line ?? ''));
	if (first && next && Math.abs(first - next) <= near) return true;
	return piecesOf(lines[at] ?? '').length >= 3 && tableAt(lines, at) !== undefined;
}

/** Where the second of two columns begins, if a line has two that a wide gap parts. */
export function pairOf(line: string): number | undefined {
	if (splitLabel(line.trim())) return undefined;
	const [, left = ''] = /^(\s*\S(?:.{0,90}?\S)?\s{3,})\S/.exec(line) ?? [];
	return left === '' || line.trim().includes('|') ? undefined : left.length;
}

/** A value and the next line of it; a point of a list, or what comes after the end of one, begins a line. */
const goesOn = (value: string, line: string): string =>
	isEnded(value) || splitLabel(line) ? `${value}\n${line}` : joinHyphen(value, line);

/** What a form's labels are: short, and set apart from their values by at least this. */
const widestLabel = 60;

/**
 * A form that stands at `at` in a text of fixed width: labels at the left, values in one column beside them, and a blank
 * line between its rows, so that label and value may each run over several lines. Undefined where fewer than three rows
 * begin so.
 */
export function formAt(
	lines: readonly string[],
	at: number,
): {rows: string[][]; to: number} | undefined {
	const column = pairOf(lines[at] ?? '');
	if (column === undefined || column > widestLabel) return undefined;
	const rows: [string, string][] = [];
	let to = at;
	let isNew = true;
	let isLong = false;
	for (let next = at; next < lines.length; next++) {
		const line = (lines[next] ?? '').replaceAll('\t', '    ');
		if (line.trim() === '') {
			isNew = true;
			continue;
		}
		// Where the column is known, a gap of two shows it.
		const isShort =
			/\S/.test(line.slice(0, column)) && /^ {2}\S/.test(line.slice(column - 2, column + 1));
		const starts = isShort ? column : pairOf(line);
		const isPair = starts !== undefined && Math.abs(starts - column) <= near;
		const indent = line.length - line.trimStart().length;
		// What a numbered point goes on with stands further in.
		const isDeep =
			indent > column && splitLabel(rows.at(-1)?.[1].split('\n').at(-1) ?? '') !== undefined;
		const isValue = Math.abs(indent - column) <= near || isDeep;
		const isLabel = indent <= near && line.trimEnd().length < column - 1;
		const last = rows.at(-1);
		if (isNew) {
			// A list in a value has blank lines between its points.
			if (last && isValue && (last[1].endsWith(':') || splitLabel(line.trim()))) {
				last[1] = `${last[1]}\n${line.trim()}`;
				isNew = false;
				to = next + 1;
				continue;
			}
			if (!isPair) break;
			const [, value = '', label = '', more = ''] =
				/^(\S.{0,30}?)\s{3,}(\p{Lu}.{2,40}?)\s{3,}(\S.*)$/u.exec(line.slice(starts).trim()) ?? [];
			if (label === '') rows.push([line.slice(0, starts).trim(), line.slice(starts).trim()]);
			// Two labels beside each other, each with its value.
			else rows.push([line.slice(0, starts).trim(), value], [label, more]);
		} else if (!last) break;
		else if (isPair) {
			// A row that begins without a blank line before it: this is no such form.
			if (/^\p{Lu}/u.test(line.trim()) && /[.:?]$/.test(last[0])) break;
			last[0] = joinHyphen(last[0], line.slice(0, starts).trim());
			last[1] = goesOn(last[1], line.slice(starts).trim());
		} else if (isValue) {
			last[1] = goesOn(last[1], line.trim());
			isLong = true;
		} else if (isLabel) last[0] = joinHyphen(last[0], line.trim());
		else break;
		if (last && (last[0].length > 200 || last[1].length > longestCell)) return undefined;
		isNew = false;
		to = next + 1;
	}
	const isForm = rows.length >= 3 && rows.some(([label]) => /\s\S+\s/.test(label));
	// A label with a colon, whose value goes on below itself.
	const isMarked = isLong && rows.every(([label]) => /^\p{Lu}[^:]{2,40}:$/u.test(label));
	return isForm || isMarked ? {rows, to} : undefined;
}
