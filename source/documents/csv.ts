import {cleanLines} from '../domain/clean.ts';
import type {Table} from './tree.ts';

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled). A cell that a spreadsheet would run as a formula
 * is given an apostrophe in front, as OWASP advises.
 */
export const toCsv = ({columns, rows}: Table): string =>
	[columns.map(({title}) => title), ...rows]
		.map((row) => `${row.map(toCell).join(',')}\r\n`)
		.join('');

function toCell(value: string): string {
	const text = cleanLines(value);
	const safe = /^\s*[=+\-@]/.test(text) ? `'${text}` : text;
	return /[",\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
