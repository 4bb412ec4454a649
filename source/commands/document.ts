import {toJson} from '../documents/plain.ts';
import type {Document, Table} from '../documents/tree.ts';
import type {Context, Flag} from './command.ts';

export const documentFormat: Flag = {
	value: 'format',
	choices: ['md', 'text', 'json'],
	summary: 'Markdown (as it is without this flag), plain text of 72 columns, or the data',
};

export const tableFormat: Flag = {
	value: 'format',
	choices: ['table', 'csv', 'json'],
	summary: 'a table (as it is without this flag), CSV for spreadsheets, or the data',
};

/** The width of a table on no terminal. */
const tableWidth = 120;

/** A document in the format asked for; as JSON it is its data. */
export async function render(
	{flags}: Context,
	document: () => Document,
	data: unknown,
): Promise<string> {
	if (flags['format'] === 'json') return `${toJson(data, '  ')}\n`;
	if (flags['format'] === 'text') {
		const {toText} = await import('../documents/text.ts');
		return toText(document());
	}
	const {toMarkdown} = await import('../documents/markdown.ts');
	return toMarkdown(document());
}

/** A list in the format asked for; an empty one says so in words, and is still valid data. */
export async function renderTable(
	{flags, columns = tableWidth}: Context,
	table: Table,
	data: unknown,
	empty: string,
): Promise<string> {
	if (flags['format'] === 'json') return `${toJson(data, '  ')}\n`;
	if (flags['format'] === 'csv') {
		const {toCsv} = await import('../documents/csv.ts');
		return toCsv(table);
	}
	if (table.rows.length === 0) return `${empty}\n`;
	const [{tableToText}, {withoutEmpty}] = await Promise.all([
		import('../documents/text.ts'),
		import('../documents/register.ts'),
	]);
	return tableToText(withoutEmpty(table), columns);
}
