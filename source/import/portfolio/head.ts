import {Unreadable} from '../read/paper.ts';
import {knownHeadings} from './columns.ts';
import type {Sheet, SheetRow} from './sheet.ts';

/**
 * The sheet, and the row in it, whose cells are known as headings of a portfolio more than any other's. A table whose first
 * column holds them lies on its side, and is turned.
 */
export function pick(sheets: readonly Sheet[]): {sheet: Sheet; head: number} {
	const rows = sheets.flatMap((sheet) =>
		[sheet, ...turned(sheet)].flatMap((one) =>
			one.rows.slice(0, 20).map((row, head) => ({sheet: one, head, known: knownHeadings(row)})),
		),
	);
	const [best] = rows.toSorted((a, b) => b.known - a.known || a.head - b.head);
	if (best && best.known > 0) return best;
	const sheet = sheets.find(({rows: own}) => own.length > 0);
	if (!sheet) throw new Unreadable('there is no row in the table');
	return {sheet, head: 0};
}

/** A table on its side set upright, if it may be one: no wide table is. */
function turned(sheet: Sheet): Sheet[] {
	const {rows} = sheet;
	const width = rows[0]?.length ?? 0;
	const first = rows.map(([cell = '']) => cell);
	if (rows.length < 3 || rows.length > 100 || width < 2 || knownHeadings(first) < 3) return [];
	return [
		{
			...sheet,
			rows: Array.from({length: width}, (_, column) => rows.map((row) => row[column] ?? '')),
			remarks: [
				...sheet.remarks,
				'the table lies on its side: each of its columns is read as a project, and counts as a row',
			],
		},
	];
}

/** What the lines above the headings say that all sums count: “£000s”, “figures in thousands”. */
export const unitAbove = (rows: readonly SheetRow[], head: number): string =>
	rows
		.slice(0, head)
		.filter((row) => row.filter((cell) => cell.trim() !== '').length <= 2)
		.flatMap((row) => row.filter((cell) => cell.length <= 80))
		.find((cell) =>
			/[£$€]\s*['’]?(?:000|k|m|bn)s?\b|\bin (?:thousand|million|[£$€])/i.test(cell),
		) ?? '';

const isUnit = (cell: string): boolean =>
	/^\(?(?:[£$€]|gbp|eur|usd|in)?\s*['’]?(?:000s?|k|m|bn|thousands?|millions?|%|dd\/mm\/yy(?:yy)?|y\/n|r\/a\/g|b?rag)?\)?$/i.test(
		cell.trim(),
	);

/**
 * The headings of a table from a row that is known to hold them: what stands above an empty cell of it, or above what
 * nobody would know alone (“Budget” over “Approved” and “Forecast”), belongs to it, and so do units in the row below.
 * `last` is the last row that they take.
 */
export function headingsAt(
	rows: readonly SheetRow[],
	head: number,
): {headings: string[]; last: number} {
	const own = rows[head] ?? [];
	const above = rows[head - 1] ?? [];
	const isTwo = above.filter((cell) => cell !== '').length >= 2;
	let over = '';
	const joined = own.map((cell, at) => {
		over = above[at] || (cell === '' ? '' : over);
		if (!isTwo || over === '' || (cell !== '' && knownHeadings([cell]) > 0)) return cell;
		return cell === '' ? over : `${over} ${cell}`;
	});
	const units = rows[head + 1] ?? [];
	const isUnits = units.some((cell) => cell !== '') && units.every(isUnit);
	return {
		headings: isUnits
			? joined.map((cell, at) =>
					`${cell} ${units[at] ? `(${units[at]?.replace(/[()]/g, '')})` : ''}`.trim(),
				)
			: joined,
		last: isUnits ? head + 1 : head,
	};
}

/** Whether most rows of a table fill several columns. */
export function isWide(rows: readonly SheetRow[]): boolean {
	const filled = rows
		.map((row) => row.filter((cell) => cell !== '').length)
		.filter((count) => count > 0)
		.toSorted((a, b) => a - b);
	return (filled[Math.floor(filled.length / 2)] ?? 0) >= 3;
}
