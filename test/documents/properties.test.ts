// Whatever a database holds, a document keeps its own shape: text stays text.
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {toCsv} from '../../source/documents/csv.ts';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {clean} from '../../source/domain/clean.ts';
import {reviewDocument} from '../../source/documents/review.ts';
import {tableToText, toText} from '../../source/documents/text.ts';
import type {Block, Document} from '../../source/documents/tree.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {reviewOf} from '../../source/domain/queries/strategy/review.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {afterMeeting} from './meeting.ts';
import {anyText} from './texts.ts';

const anyDocument = fc.tuple(anyText, anyText, anyText).map(([a, b, c]): Document => {
	const table: Block = {
		type: 'table',
		columns: [{title: a}, {title: 'N', align: 'right', widest: 12}, {title: 'Note'}],
		rows: [
			[a, b, c],
			[c, a, b],
		],
	};
	return {
		title: `Title ${a}`,
		blocks: [
			{type: 'heading', level: 2, text: `Section ${b}`},
			{type: 'paragraph', text: a},
			{type: 'paragraph', text: [{strong: b}, ` ${c}`]},
			{type: 'strong', text: c},
			{type: 'list', items: [a, [{strong: 'Action:'}, ` ${b}`]]},
			table,
			{type: 'note', text: b},
			{
				type: 'pairs',
				pairs: [
					['Reasons', a],
					['Alternatives considered', b],
				],
			},
			{type: 'heading', level: 3, text: `Sub ${c}`},
		],
	};
});

/** A line of Markdown without what is escaped: what is left is markup. */
const bare = (line: string) => line.replaceAll(/\\[!-/:-@[-`{-~]/g, '·');

/** What the writer itself may put at a line's start, before text. */
const prefix = /^(?:> |>$|- |\* | {2})*/;

describe('Markdown', () => {
	test('has the headings of the document and no others, no HTML, link, code or entity', () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const lines = toMarkdown(document).split('\n');
				const headings = lines.filter((line) => /^\s*#/.test(line));
				expect(headings.map((line) => line.replace(/ .*/s, ''))).toEqual(['#', '##', '###']);
				for (const line of lines) {
					const left = bare(line.replace(prefix, ''));
					expect(left).not.toMatch(/[<`[\]~$]|(?<![\w*])_|&(?=#|\w+;)/);
					expect(left).not.toMatch(/:\/\/|www\.|[\w.+-]@\w|mailto:/i);
					// Setext headings, rules, further lists and quotes need these at the start.
					const start = line.startsWith('#') ? '' : left;
					expect(start).not.toMatch(/^(?:[#+>=-]|\d{1,9}[.)](?:\s|$))/);
					expect(line).not.toMatch(/^(?: {4}|\t)/);
				}
			}),
		);
	});

	test('keeps every table at its number of columns', () => {
		fc.assert(
			fc.property(anyDocument, (document) => {
				const rows = toMarkdown(document)
					.split('\n')
					.filter((line) => line.startsWith('|'));
				expect(rows).toHaveLength(4);
				for (const row of rows) expect(bare(row).split('|')).toHaveLength(5);
			}),
		);
	});

	test('escapes no more than it must', () => {
		const plain =
			'Costs rose by 5% (see P1-04, “Telephony”); it’s done: 3 of 4 – fine! a/b + c = d.';
		expect(toMarkdown({title: 'T', blocks: [{type: 'paragraph', text: plain}]})).toBe(
			`# T\n\n${plain}\n`,
		);
	});
});

describe('text', () => {
	const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff]/u;

	test('has 72 columns, no control characters and no blanks at the ends of lines', async () => {
		await fc.assert(
			fc.asyncProperty(anyDocument, async (document) => {
				const text = await toText(document);
				expect(text).not.toMatch(control);
				for (const line of text.split('\n')) {
					expect(stringWidth(line)).toBeLessThanOrEqual(72);
					expect(line).toBe(line.trimEnd());
				}
			}),
		);
	});

	test('loses no word of a paragraph', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.stringMatching(/^[a-z]{1,70}$/)), async (words) => {
				const text = await toText({
					title: 'T',
					blocks: [{type: 'paragraph', text: words.join(' ')}],
				});
				expect(text.split(/\s+/).slice(2).filter(Boolean)).toEqual(words);
			}),
		);
	});

	test('fits tables of any width', async () => {
		await fc.assert(
			fc.asyncProperty(anyText, fc.integer({min: 20, max: 200}), async (text, width) => {
				const columns = [{title: 'One'}, {title: 'Two'}, {title: 'Three'}];
				const lines = await tableToText({columns, rows: [[text, text, text]]}, width);
				for (const line of lines.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
			}),
		);
	});

	test('breaks no word of a table while there is room for the longest of each column', async () => {
		const word = fc.stringMatching(/^[a-z]{1,14}$/);
		const cell = fc.array(word, {minLength: 1, maxLength: 12});
		await fc.assert(
			fc.asyncProperty(fc.array(cell, {minLength: 3, maxLength: 3}), async (cells) => {
				const columns = [{title: 'One', widest: 4}, {title: 'Two'}, {title: 'Three'}];
				const rows = [cells.map((words) => words.join(' '))];
				const text = await tableToText({columns, rows}, 3 * 14 + 2 * 2);
				const found = new Set(text.split(/\s+/));
				for (const one of cells.flat()) expect(found).toContain(one);
			}),
		);
	});

	test('tells a list row by row where there is no room for its words in columns', async () => {
		const columns = [{title: 'No.'}, {title: 'Outcome'}, {title: 'Standing'}];
		const rows = [
			['D-1', 'Approved', ''],
			['D-2', 'Recommended to council', 'superseded by D-3'],
		];
		expect(await tableToText({columns, rows}, 28)).toMatch(/^No\. {2}Outcome +Standing\n/);
		expect(await tableToText({columns, rows}, 24)).toBe(
			[
				'No.:      D-1',
				'Outcome:  Approved',
				'',
				'No.:       D-2',
				'Outcome:   Recommended',
				'           to council',
				'Standing:  superseded by',
				'           D-3',
				'',
			].join('\n'),
		);
	});

	test('breaks an address before it pushes the other columns aside', async () => {
		const address = `https://example.org/${'a'.repeat(60)}`;
		const columns = [{title: 'Note'}, {title: 'Where'}];
		const text = await tableToText(
			{columns, rows: [['Wherever the papers were published', address]]},
			60,
		);
		expect(text).toContain('Wherever the papers');
		expect(text).not.toContain(address);
	});

	test('takes a text of five megabytes in reasonable time', async () => {
		const long = 'a long note '.repeat(420_000);
		const text = await toText({title: 'T', blocks: [{type: 'paragraph', text: long}]});
		expect(text.length).toBeGreaterThan(5_000_000);
	}, 60_000);
});

test('CSV is read back as it was, and no cell is a formula', () => {
	fc.assert(
		fc.property(fc.array(anyText, {minLength: 2, maxLength: 2}), (row) => {
			const csv = toCsv({columns: [{title: 'A'}, {title: 'B'}], rows: [row]});
			const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/g)].map(
				([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
			);
			expect(cells).toHaveLength(4);
			for (const cell of cells) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
		}),
	);
});

test.each([',', ';', '|', '\n'])(
	'in CSV, a cell that holds %j is quoted: none breaks in two',
	(mark) => {
		const csv = toCsv({columns: [{title: 'A'}], rows: [[`a${mark}=1+1`]]});
		expect(csv).toBe(`A\r\n"a${mark}=1+1"\r\n`);
	},
);

test.each(['＝1', '＋1', '－1', '＠x', ' ＝1'])('in CSV, %j is not a formula', (text) => {
	const csv = toCsv({columns: [{title: 'A'}], rows: [[text]]});
	expect(csv).toContain(`'${text}`);
});

test('minutes, review and log hold any text in any field', async () => {
	const base = afterMeeting();
	await fc.assert(
		fc.asyncProperty(anyText, async (text) => {
			const database = deface(base, text);
			const review = reviewOf(database);
			const documents = [
				minutesDocument(minutesOf(database, 'M-2')),
				...(review ? [reviewDocument(review)] : []),
			];
			for (const document of documents) {
				const headings = document.blocks.filter(({type}) => type === 'heading').length + 1;
				const lines = toMarkdown(document).split('\n');
				expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(headings);
				for (const line of (await toText(document)).split('\n')) {
					expect(stringWidth(line)).toBeLessThanOrEqual(72);
				}
			}
			for (const entry of database.log) expect(clean(tellEntry(database, entry))).not.toMatch(/\n/);
		}),
		{numRuns: 40},
	);
});

/** The database with every free text replaced. */
function deface(database: Database, text: string): Database {
	const free = new Set([
		'title',
		'note',
		'notes',
		'text',
		'resolution',
		'reasons',
		'reason',
		'venue',
		'summary',
		'alternatives',
		'by',
	]);
	return JSON.parse(JSON.stringify(database), (key, value: unknown) =>
		free.has(key) && typeof value === 'string' ? text : value,
	) as Database;
}
