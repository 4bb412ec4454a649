import {cleanLines} from '../../domain/clean.ts';
import type {Database} from '../../domain/schema/index.ts';
import {cut} from '../../domain/words.ts';
import {toCsv} from '../../documents/csv.ts';
import {toMarkdown} from '../../documents/markdown.ts';
import type {Table} from '../../documents/tree.ts';
import {columnsOf} from './table.ts';
import {type TableName, tables} from './tables.ts';

const treeOf = (database: Database, name: TableName): Table => ({
	columns: columnsOf(tables[name], database).map((title) => ({title})),
	rows: tables[name]
		.rows(database)
		.map((row) => row.map((value) => (value === undefined ? '' : String(value)))),
});

/**
 * A table as CSV that a spreadsheet opens as it is: the mark in front tells Excel that it is UTF-8, and a cell that
 * would be run as a formula has an apostrophe before it, which reading it here takes away again.
 */
export const csvOf = (database: Database, name: TableName): string =>
	`\ufeff${toCsv(treeOf(database, name))}`;

/** Tables as a Markdown document, each under its heading. */
export const markdownOf = (database: Database, names: readonly TableName[]): string =>
	toMarkdown({
		title: database.organisation.name,
		blocks: names.flatMap((name) => [
			{
				type: 'heading' as const,
				level: 2 as const,
				text: name.slice(0, 1).toUpperCase() + name.slice(1),
			},
			{type: 'table' as const, ...treeOf(database, name)},
		]),
	});

/** Excel refuses a cell that holds more. */
const mostInCell = 32_000;

/**
 * Tables as a workbook, a sheet each. Cells of text are marked as text, so that none is run as a formula; numbers
 * are numbers. Loads write-excel-file.
 */
export async function workbookOf(
	database: Database,
	names: readonly TableName[],
): Promise<Uint8Array> {
	const {default: writeXlsxFile} = await import('write-excel-file/node');
	const sheets = names.map((name) => {
		const {rows} = tables[name];
		const columns = columnsOf(tables[name], database);
		return {
			sheet: name,
			data: [
				columns.map((value) => ({value, type: String, fontWeight: 'bold' as const})),
				...rows(database).map((row) =>
					row.map((value) => {
						if (typeof value === 'number') return {value, type: Number};
						// XML cannot hold U+FFFE and U+FFFF.
						const text = cut(cleanLines(value ?? ''), mostInCell).replaceAll(
							/[\ufffe\uffff]/g,
							'\ufffd',
						);
						return text === '' ? null : {value: text, type: String, wrap: text.includes('\n')};
					}),
				),
			],
			columns: columns.map((title) => ({
				width: /id|date|due|status|number/i.test(title) ? 12 : 28,
			})),
			stickyRowsCount: 1,
		};
	});
	return writeXlsxFile(sheets).toBuffer();
}

/** The whole database without its log, as a database of its own: `init --from` reads it, and so does every command. */
export const withoutLog = (database: Database): Database => ({...database, revision: 0, log: []});
