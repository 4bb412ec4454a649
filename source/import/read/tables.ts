import {splitLabel} from './labels.ts';
import {parseRuns} from './markup.ts';
import {type PaperBlock, type Cell, isStrong, textOf, Unreadable, type Words} from './paper.ts';

const plainCell = /^[A-Za-z]{2}[A-Za-z\d,;:'’£%/-]*(?: [A-Za-z\d,;:'’£%/-]+)*$/;

/** A cell's text as its blocks: a line that begins with a number or a bullet is an item. */
export function toCell(text: string): Cell {
	// Most cells of a large table: no sign that could be a label's or a mark's.
	if (plainCell.test(text)) return [{kind: 'paragraph', runs: [{text}]}];
	const lines = text.split(/<br ?\/?>|\n/i);
	const words: Words[] = [];
	for (const line of lines) {
		const found = splitLabel(line.trim().replace(/^(\*\*|__|<b>)(?=\(?[\dA-Za-z]{1,3}[.)])/, ''));
		const runs = parseRuns(line);
		if (textOf({runs}) === '') continue;
		if (!found || found.rest === '') words.push({kind: 'paragraph', runs});
		else {
			const strong = /^\s*(\*\*|__|<b>)/.test(line);
			const rest = parseRuns((strong ? '**' : '') + found.rest);
			words.push({kind: 'item', label: found.label.text, level: 0, runs: rest});
		}
	}
	return words;
}

/** No table that people read has more columns; every row gets as many cells as the widest has. */
const mostColumns = 100;

/** A row of a table drawn with pipes, or undefined when the line is none. */
export function pipeRow(line: string): string[] | undefined {
	const text = line.trim();
	if (!text.startsWith('|') || text.length < 2) return undefined;
	const inner = text.endsWith('|') && !text.endsWith('\\|') ? text.slice(1, -1) : text.slice(1);
	const cells = inner.split(/(?<!\\)\|/, mostColumns + 1);
	if (cells.length > mostColumns) return undefined;
	return cells.map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Whether a row only rules off the head of a table: `|---|:--|`. */
export const isRule = (cells: readonly string[]): boolean =>
	cells.every((cell) => /^:?-+:?$/.test(cell) || cell === '') && cells.some((cell) => cell !== '');

/** The rows of a table written in HTML. Nested tables are not told apart: they do not occur in such papers. */
export function htmlRows(source: string): Cell[][] {
	return source
		.split(/<tr\b[^>]{0,500}>/i)
		.slice(1)
		.map((row) =>
			row
				.split(/<t[dh]\b[^>]{0,500}>/i)
				.slice(1)
				.map((cell) => toCell(cell.replace(/<\/t[dhr]>[\s\S]*$/i, '').replaceAll(/\n/g, ' '))),
		);
}

/** The same number of cells in every row, and no row without any text. */
function squared(rows: readonly Cell[][]): Cell[][] {
	const kept = rows.filter((row) => row.some((cell) => cell.length > 0));
	const width = kept.reduce((most, row) => Math.max(most, row.length), 0);
	if (width > mostColumns) {
		throw new Unreadable(
			`a table has a row of ${width.toLocaleString('en-GB')} columns; the most is ${mostColumns}`,
		);
	}
	const padded = kept.map((row) => [
		...row,
		...Array.from({length: width - row.length}, (): Cell => []),
	]);
	// A column in which nothing ever stands was drawn for the looks of it.
	const used = Array.from({length: width}, (_, column) =>
		padded.some((row) => row[column]?.length),
	);
	return padded.map((row) => row.filter((_, column) => used[column]));
}

/** A cell that holds nothing but the number of its row: `1`, `2.03`, `IV`, `(a)`. */
const ordinal =
	/^(?:\(?\d{1,2}(?:\.\d{1,2}){0,3}\)?[.)]?|\(?[A-Za-z][.)]|\(?[ivx]{1,5}\)|[A-Z]|[IVX]{1,5}\.?)$/;

const numberIn = (cell: Cell = []): string | undefined => {
	const [only, ...more] = cell;
	if (only === undefined || more.length > 0) return undefined;
	const text = only.kind === 'item' ? `${only.label} ${textOf(only)}`.trim() : textOf(only);
	return ordinal.test(text) ? text : undefined;
};

const isProse = (cell: Cell = []): boolean => cell.some((words) => /\p{L}{3}/u.test(textOf(words)));

/** A paragraph with the number that stood in a cell beside it; what is set as a heading keeps it in its text. */
function withNumber(number: string, [first, ...more]: Cell): Words[] {
	if (first === undefined) return [];
	if (first.kind === 'heading' || isStrong(first)) {
		const [run, ...runs] = first.runs;
		return run
			? [{...first, runs: [{...run, text: `${number} ${run.text}`}, ...runs]}, ...more]
			: more;
	}
	return [{kind: 'item', label: number, level: 0, runs: first.runs}, ...more];
}

/**
 * What a table drawn in a paper holds: in one column it is a box around paragraphs; where a column of numbers stands
 * before another of text, it is paragraphs and their numbers. Anything else is a table, without a column that only
 * counts its rows in Roman numbers.
 */
export function tableBlocks(rows: readonly Cell[][]): PaperBlock[] {
	const table = squared(rows);
	if (table.every((row) => row.length <= 1)) return table.flat(2);
	// Numbers may be set in by an empty cell.
	const dense = table.map((row) => row.filter((cell) => cell.length > 0));
	const counted = dense.filter(
		([first, ...rest]) => numberIn(first) !== undefined && rest.some(isProse),
	);
	const isCounted =
		counted.length > 0 && dense.every((row) => counted.includes(row) || row.length <= 1);
	if (isCounted && dense.every((row) => row.length <= 2))
		return dense.flatMap(([first = [], rest = []]): PaperBlock[] => {
			const number = rest.length > 0 ? numberIn(first) : undefined;
			return number === undefined ? [...first] : withNumber(number, rest);
		});
	const isRoman =
		counted.length >= 3 && counted.every(([first]) => /^[IVX]+\.?$/.test(numberIn(first) ?? ''));
	return isCounted && isRoman && counted.length === table.length
		? [{kind: 'table', rows: table.map((row) => row.slice(1))}]
		: [{kind: 'table', rows: table}];
}
