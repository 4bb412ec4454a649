import {readText} from '../read/encoding.ts';
import {kindOf} from '../read/kind.ts';
import {readPaper} from '../read/index.ts';
import {cellText, type Paper, textOf, Unreadable} from '../read/paper.ts';
import {checkXml} from '../read/xml.ts';
import type {Zip} from '../read/zip.ts';

/** A cell as text; a date as its day. */
export type SheetRow = string[];
/** A table out of a file: `first` is the number of its first row there. */
export type Sheet = {
	name: string;
	rows: SheetRow[];
	remarks: string[];
	/** What the paper says beside its table: what marks the paper marks the table. */
	beside?: string[];
};

const mostRows = 20_000;
const mostColumns = 200;
/** Elements of a sheet: some for each cell. */
const mostElements = 2_000_000;

/** The tables that stand in a paper. */
export const tablesIn = ({name, blocks, edges = []}: Paper): Sheet[] => {
	const beside = [
		...edges,
		...blocks.flatMap((block) =>
			block.kind === 'table' || block.kind === 'break' ? [] : [textOf(block)],
		),
	];
	return blocks.flatMap((block) =>
		block.kind === 'table'
			? [{name, rows: block.rows.map((row) => row.map(cellText)), remarks: [], beside}]
			: [],
	);
};

/**
 * The tables in a file of comma-separated values, in a spreadsheet, or in a paper (a Word file, Markdown). Throws
 * Unreadable.
 */
export async function readSheets(bytes: Uint8Array, name: string): Promise<Sheet[]> {
	const found = kindOf(bytes, name);
	if (found.kind === 'pdf')
		throw new Unreadable('this is a PDF: a portfolio is a table (.csv, .xlsx)');
	const tables =
		found.kind === 'word' || (found.kind === 'text' && !found.table)
			? tablesIn(await readPaper(bytes, name))
			: [];
	if (found.kind === 'word' && tables.length === 0)
		throw new Unreadable('there is no table in this Word file, and a portfolio is one');
	const sheets =
		found.kind === 'sheet'
			? await readWorkbook(bytes, found.zip)
			: tables.length > 0
				? tables
				: [await readValues(bytes, name)];
	for (const {rows} of sheets) {
		if (rows.length > mostRows || rows.some((row) => row.length > mostColumns)) {
			throw new Unreadable(
				`the table has ${rows.length.toLocaleString('en-GB')} rows; the most is ${mostRows.toLocaleString('en-GB')} rows of ${mostColumns} columns`,
			);
		}
	}
	if (sheets.every(({rows}) => rows.length === 0))
		throw new Unreadable('there is no row in the table');
	return sheets;
}

async function readWorkbook(bytes: Uint8Array, zip: Zip): Promise<Sheet[]> {
	// Everything that will be unpacked is unpacked once within our own bounds; the directory might lie.
	for (const part of zip.names) {
		if (!/\.(xml|rels)$/i.test(part)) continue;
		checkXml(zip.read(part), 'the spreadsheet', mostElements);
	}
	try {
		const {default: readXlsxFile} = await import('read-excel-file/node');
		const sheets = await readXlsxFile(
			Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
		);
		return sheets.map(({sheet, data}, at) => ({
			name: sheet,
			rows: trimmed(
				filled(
					data.map((row) => row.map(toText)),
					mergesOf(zip, at),
				),
			),
			remarks: [],
		}));
	} catch {
		throw new Unreadable(
			'the spreadsheet is damaged: open it and save it again, or save it as .csv',
		);
	}
}

type Merge = {column: number; from: number; to: number};

/** The cells of one column that were merged over several rows, in the sheet at a place of the workbook. */
function mergesOf(zip: Zip, at: number): Merge[] {
	const text = (name: string) => (zip.has(name) ? zip.read(name).toString('utf8') : '');
	const sheets = text('xl/workbook.xml').match(/<(?:\w+:)?sheet\b[^<>]{0,500}>/g) ?? [];
	const [, id = ''] = /\br:id="([^"]{1,100})"/.exec(sheets[at] ?? '') ?? [];
	const relations =
		text('xl/_rels/workbook.xml.rels').match(/<Relationship\b[^<>]{0,1000}>/g) ?? [];
	const relation = relations.find((one) => one.includes(`Id="${id}"`)) ?? '';
	const [, target = ''] = /\bTarget="\/?(?:xl\/)?([^"]{1,200})"/.exec(relation) ?? [];
	const found = text(`xl/${target}`).matchAll(
		/<mergeCell ref="([A-Z]{1,3})(\d{1,6}):([A-Z]{1,3})(\d{1,6})"/g,
	);
	return [...found].flatMap(([, left = '', from, right, to]) =>
		left === right ? [{column: columnNumber(left), from: Number(from), to: Number(to)}] : [],
	);
}

const columnNumber = (letters: string): number =>
	Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Rows in which a cell that was merged over several of them stands in each. */
function filled(rows: SheetRow[], merges: readonly Merge[]): SheetRow[] {
	const cells = merges.reduce((sum, {from, to}) => sum + Math.max(0, to - from), 0);
	// Cells do not lie on each other: a file that says so is made up.
	if (cells > mostRows * mostColumns) return rows;
	for (const {column, from, to} of merges) {
		const text = rows[from - 1]?.[column] ?? '';
		for (const row of rows.slice(from, to)) if ((row[column] ?? '') === '') row[column] = text;
	}
	return rows;
}

function toText(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (value instanceof Date)
		return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	return typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
}

async function readValues(bytes: Uint8Array, name: string): Promise<Sheet> {
	const {text, encoding} = readText(bytes);
	if (text.trim() === '') throw new Unreadable('the file is empty');
	const {parse, CsvError} = await import('csv-parse/sync');
	const read = (delimiter: string, lines?: number): string[][] =>
		parse(text, {
			delimiter,
			relax_column_count: true,
			relax_quotes: true,
			skip_empty_lines: true,
			trim: true,
			max_record_size: 1_000_000,
			...(lines === undefined ? {} : {to: lines}),
		});
	try {
		const delimiter = delimiterOf(text, read);
		const rows = read(delimiter).map((row) => row.map(unguarded));
		const remarks = encoding === 'UTF-8' ? [] : [`the table was read as ${encoding}`];
		return {name, rows: trimmed(rows), remarks};
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const line = Number((error as {lines?: unknown}).lines);
		const where = Number.isInteger(line) ? `line ${line}: ` : '';
		throw new Unreadable(
			error.code === 'CSV_QUOTE_NOT_CLOSED'
				? `${where}a quotation mark is opened and never closed`
				: `${where}this is not a table of separated values`,
		);
	}
}

/** What parts the columns: the sign by which the first rows fall into the same number of them, and into the most. */
function delimiterOf(text: string, read: (delimiter: string, lines: number) => string[][]): string {
	const declared = /^sep=(.)\r?\n/i.exec(text)?.[1];
	if (declared !== undefined) return declared;
	const tried = [',', ';', '\t', '|'].map((delimiter) => {
		try {
			const widths = read(delimiter, 20).map((row) => row.length);
			const [first = 1] = widths;
			const same = widths.filter((width) => width === first).length / Math.max(1, widths.length);
			return {delimiter, score: first > 1 ? first * same : 0};
		} catch {
			return {delimiter, score: 0};
		}
	});
	return tried.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ',';
}

/** A cell without the apostrophe that keeps a spreadsheet from running it as a formula. */
const unguarded = (text: string): string => text.replace(/^'(?=[\s']*[=+\-@＝＋－＠])/, '');

/** Without empty rows at the end, and without the line that only tells a spreadsheet its separator. */
function trimmed(rows: SheetRow[]): SheetRow[] {
	const kept = /^sep=/i.test(rows[0]?.[0] ?? '') ? rows.slice(1) : rows;
	const last = kept.findLastIndex((row) => row.some((cell) => cell !== ''));
	return kept.slice(0, last + 1);
}
