import {type Cell, cellText, isStrong, textOf} from '../read/paper.ts';
import type {Match} from './fields.ts';

/** A line of a form: a label with its value, or words that stand on their own. */
type FormLine = {row: number; label?: string; value: Cell; whole: Cell};

/** More than this is not a label. */
const longest = 160;

/**
 * The lines of a table that is a form: labels beside their values, in two or four columns, or above them. Undefined
 * when it is a table of something else.
 */
export function readForm(
	rows: readonly Cell[][],
	known: (label: string) => Match | undefined,
): FormLine[] | undefined {
	rows = rows.flatMap((row) => parted(row, known));
	const name = (cell: Cell | undefined) =>
		cell ? cellText(cell).replaceAll('\n', ' ').trim() : '';
	/** Every cell is asked about several times over. */
	const asked = new Map<string, boolean>();
	const isKnown = (cell: Cell | undefined): boolean => {
		const text = name(cell);
		const before = asked.get(text);
		if (before !== undefined) return before;
		const is =
			text !== '' &&
			text.length <= longest &&
			// “Date: 12 May” in one cell is a label and its value.
			!/^.[^:]{1,160}:\s+\S/s.test(text) &&
			known(text) !== undefined;
		asked.set(text, is);
		return is;
	};
	const heads = (row: readonly Cell[] = []) => row.filter((cell) => isKnown(cell)).length;
	/** Labels above, values below. */
	const isHead = (at: number) => {
		const row = rows[at] ?? [];
		const next = rows[at + 1];
		return (
			heads(row) >= 2 &&
			// “Report Author” beside “Chief Officer (Highways)” is a label and its value.
			(at === 0 || row.length > 2) &&
			heads(row) >= row.filter((cell) => cell.length > 0).length - 1 &&
			next !== undefined &&
			!isKnown(next[0])
		);
	};
	const isLabel = (cell: Cell | undefined) =>
		isKnown(cell) ||
		(name(cell).length <= longest && /[:?]$/.test(name(cell))) ||
		(cell !== undefined && cell.length > 0 && cell.every(isStrong) && name(cell).length <= 80);
	const knownRows = rows.filter((row) => isKnown(row[0]) || inside(row)).length;
	const labelled = rows.filter(
		(row, at) => isLabel(row[0]) || inside(row) || isHead(at) || isHead(at - 1),
	).length;
	// Two columns of which the first holds short names, some of them known, are a form, whatever the others ask.
	const isNamed =
		knownRows >= 3 &&
		rows.every((row) => row.length === 2 && /^(?:\p{Lu}[^.:;!]{1,39})?$/u.test(name(row[0])));
	if (knownRows === 0 || (labelled * 2 < rows.length && !isHead(0) && !isNamed)) return undefined;
	// One known word among others is a table that happens to hold it.
	const onlyFirst = knownRows === 1 && rows.length > 1 && isKnown(rows[0]?.[0]);
	if (onlyFirst && labelled === 1 && !isHead(0)) return undefined;
	if (knownRows === 1 && rows.length > 3 && labelled < rows.length && !isHead(0)) return undefined;
	let skip = 0;
	return rows.flatMap((row, at): FormLine[] => {
		if (skip > 0) {
			skip--;
			return [];
		}
		if (!isHead(at)) return linesOf(row, at);
		const end = rows.findIndex((other, index) => index > at && isKnown(other[0]));
		const below = rows.slice(at + 1, end === -1 ? undefined : end);
		skip = below.length;
		return row
			.map((cell, column) => ({
				row: at,
				label: name(cell),
				value: below.flatMap((other) => other[column] ?? []),
				whole: [],
			}))
			.filter(({label}) => label !== '');
	});

	/** Whether the cells hold labels and values themselves: `Date: 12 May`. */
	function inside(row: readonly Cell[]): boolean {
		return row.some((cell) => {
			const [, label, value] = /^([^:]{2,60}):\s*(\S.*)$/s.exec(name(cell)) ?? [];
			return label !== undefined && value !== undefined && known(label) !== undefined;
		});
	}

	function linesOf(row: readonly Cell[], at: number): FormLine[] {
		const [label, value, other, second] = row;
		if (row.length >= 4 && isLabel(label) && isLabel(other) && !isLabel(value)) {
			return [
				{row: at, label: name(label), value: value ?? [], whole: []},
				{
					row: at,
					label: name(other),
					value: [...(second ?? []), ...row.slice(4).flat()],
					whole: [],
				},
			];
		}
		const rest = joinBoxes(row.slice(1).flat());
		// Among known labels what stands in their column is one, whatever it says.
		const isBeside =
			knownRows >= 3 &&
			(isNamed || knownRows * 2 >= rows.length) &&
			/^\p{Lu}[^.:;]{2,79}$/u.test(name(label));
		if ((isLabel(label) || isBeside) && (rest.length > 0 || isKnown(label))) {
			return [{row: at, label: name(label), value: rest, whole: []}];
		}
		return [{row: at, value: [], whole: row.flat()}];
	}
}

/** Labels below each other in one cell and as many values in the next: each with its own. */
function parted(row: Cell[], known: (label: string) => Match | undefined): Cell[][] {
	const [labels = [], values = [], ...more] = row;
	const isSo =
		more.length === 0 &&
		labels.length >= 2 &&
		labels.length === values.length &&
		labels.filter((words) => known(textOf(words)) !== undefined).length * 2 >= labels.length;
	return isSo ? labels.map((words, at) => [[words], [values[at] ?? words]]) : [row];
}

/** Boxes in cells of their own are one answer: `☒ Yes` beside `☐ No`. */
function joinBoxes(cell: Cell): Cell {
	const isBox = (text: string) => /^[☐☒☑✓✔□xX[\]() ]*(?:yes|no)?[☐☒☑✓✔□xX[\]() ]*$/i.test(text);
	return cell.length > 1 && cell.every((words) => isBox(textOf(words)))
		? [{kind: 'paragraph', runs: [{text: cell.map(textOf).join(' ')}]}]
		: cell;
}
