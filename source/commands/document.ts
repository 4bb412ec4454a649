import path from 'node:path';
import {toJson} from '../documents/plain.ts';
import type {Document, Table} from '../documents/tree.ts';
import type {Database} from '../domain/schema/index.ts';
import {type CommandContext, type Flag, WrongUsage} from './command.ts';

/** What writes a document in each format, loaded for that format alone; the data as JSON is not a document's. */
const writers = {
	md: async (document) => (await import('../documents/markdown.ts')).toMarkdown(document),
	html: async (document) => (await import('../documents/html.ts')).toHtml(document),
	docx: async (document) => (await import('../documents/docx.ts')).toDocx(document),
	text: async (document) => (await import('../documents/text.ts')).toText(document),
} satisfies Record<string, (document: Document) => Promise<string | Uint8Array>>;

export type DocumentFormat = keyof typeof writers | 'json';

/** How the file of each format ends; a format without its ending does not compile. */
export const endingOf: Record<DocumentFormat, string> = {
	md: 'md',
	html: 'html',
	docx: 'docx',
	text: 'txt',
	json: 'json',
};
const documentFormats = Object.keys(endingOf) as DocumentFormat[];

const isWritten = (format: string): format is keyof typeof writers =>
	Object.hasOwn(writers, format);

export const documentFormat: Flag = {
	value: 'format',
	choices: documentFormats,
	summary:
		'Markdown (the default), a web page, a Word file, plain text of 72 columns, or the data; or as the output file’s extension says',
};

export const tableFormat: Flag = {
	value: 'format',
	choices: ['table', 'csv', 'json'],
	summary: 'a table (the default), CSV for spreadsheets, or the data',
};

/** Formats by the endings of file names, where those differ. */
const endings = new Map([
	['htm', 'html'],
	['txt', 'text'],
	['markdown', 'md'],
]);

/**
 * The format that was asked for with the flag, or else by the ending of the output file: Markdown under
 * the name minutes.docx would be a file that Word calls damaged. Undefined when nothing was said. Throws WrongUsage
 * when the ending says what there is not.
 */
export function formatOf({flags}: CommandContext, {choices = []}: Flag): string | undefined {
	const {format, output} = flags;
	if (typeof format === 'string') return format;
	const ending = typeof output === 'string' ? path.extname(output).slice(1).toLowerCase() : '';
	if (ending === '') return undefined;
	const meant = endings.get(ending) ?? ending;
	if (choices.includes(meant)) return meant;
	// A table on its own is plain text.
	if (meant === 'text' && choices.includes('table')) return 'table';
	const fit = choices.map(
		(choice) => `.${choice === 'text' || choice === 'table' ? 'txt' : choice}`,
	);
	const last = fit.pop();
	throw new WrongUsage(
		`no format ends in .${ending}: call the file ${fit.join(', ')} or ${last}, or say which with --format`,
	);
}

/** The width of a table on no terminal. */
const tableWidth = 120;

/**
 * A document in the format asked for; as JSON it is its data. What makes it is loaded for that format
 * alone. With `--trace` it tells of each sentence where in the log of `traced` it comes from.
 */
export async function render(
	context: CommandContext,
	document: () => Document,
	data: unknown,
	traced?: Database,
): Promise<string | Uint8Array> {
	const format = formatOf(context, documentFormat) ?? 'md';
	if (traced && context.flags['trace'] === true) {
		const {traceOf, tracedDocument} = await import('../documents/trace.ts');
		return isWritten(format)
			? writers[format](tracedDocument(traced, document()))
			: `${toJson(traceOf(traced, document()), '  ')}\n`;
	}
	return isWritten(format) ? writers[format](document()) : `${toJson(data, '  ')}\n`;
}

/** A list in the format asked for; an empty one says so in words, and is still valid data. */
export async function renderTable(
	context: CommandContext,
	table: Table,
	data: unknown,
	empty: string,
): Promise<string> {
	const format = formatOf(context, tableFormat);
	if (format === 'json') return `${toJson(data, '  ')}\n`;
	if (format === 'csv') return (await import('../documents/csv.ts')).toCsv(table);
	if (table.rows.length === 0) return `${empty}\n`;
	const [{tableToText}, {withoutEmpty}] = await Promise.all([
		import('../documents/text.ts'),
		import('../documents/register.ts'),
	]);
	return tableToText(withoutEmpty(table), context.columns ?? tableWidth);
}
