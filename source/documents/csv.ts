import {cleanLines} from '../domain/clean.ts';
import type {Table} from './tree.ts';

/**
 * A text that a spreadsheet would run as a formula: spreadsheets of East Asia take the full-width signs for it, too.
 * One that has an apostrophe before it already is given another, so that reading takes away no more than was put there.
 */
const formula = /^[\s']*[=+\-@＝＋－＠]/;

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled). A cell that a spreadsheet would run as a formula
 * is given an apostrophe in front, as OWASP advises. A cell with any separator in it that spreadsheets try is quoted.
 */
export const toCsv = ({columns, rows}: Table): string =>
	[columns.map(({title}) => title), ...rows]
		.map((row) => `${row.map(toCell).join(',')}\r\n`)
		.join('');

function toCell(value: string): string {
	const text = cleanLines(value);
	const safe = formula.test(text) ? `'${text}` : text;
	return /[",;|\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
