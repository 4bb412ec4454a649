// The Word files of the samples, one of each kind: what a screen reader goes by, and what the eye trips over.
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {letterWidths} from '../../source/documents/docx-width.ts';
import {toDocx} from '../../source/documents/docx.ts';
import {run} from '../commands/run.ts';
import {type Element, elements, parseMarkup, textOf} from './markup.ts';
import {unzip} from './zip.ts';

vi.setConfig({testTimeout: 60_000});

const sample = (name: string) => path.join(import.meta.dirname, '..', '..', 'data', `${name}.json`);

/** Each kind of document, from a sample that has something to say in it. */
const documents = {
	'minutes of a cabinet': ['minutes', 'epping-forest-ict'],
	'minutes of trustees': ['minutes', 'riverside-charity', 'M-2'],
	'a record of decision': ['minutes', 'lincolnshire-imt', 'M-1'],
	'a summons': ['agenda', 'north-hertfordshire-it', 'M-2'],
	'a notice': ['notice', 'epping-forest-ict', 'D-1'],
	'a notice of one who decides alone': ['notice', 'lincolnshire-decision'],
	'a register': ['register', 'riverside-charity'],
	'interests declared': ['interests', 'riverside-charity'],
	'a forward plan': ['forward-plan', 'north-hertfordshire-it'],
	'a review': ['review', 'lincolnshire-imt'],
	'a highlight report': ['highlights', 'north-hertfordshire-it'],
	'papers in one': ['pack', 'north-hertfordshire-it', 'M-2'],
	'a portfolio': ['portfolio', 'lincolnshire-imt'],
} satisfies Record<string, [command: string, sample: string, id?: string]>;

async function partsOf(kind: keyof typeof documents): Promise<Map<string, Element>> {
	const [command = '', name = '', ...id] = documents[kind];
	const {code, out, error} = await run([command, sample(name), ...id, '--format', 'docx']);
	expect([code, error]).toEqual([0, '']);
	return new Map(
		[...unzip(Buffer.from(out, 'latin1'))].map(([part, text]) => [part, parseMarkup(text)]),
	);
}

const styleOf = (paragraph: Element): string =>
	elements(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '';

const number = (element: Element | undefined, name: string): number =>
	Number(element?.attributes[name]);

function twips(word: string, size: number, weight: keyof typeof letterWidths): number {
	const table = letterWidths[weight].split(' ').map(Number);
	const thousandths = Array.from(word, (letter) => table[(letter.codePointAt(0) ?? 0) - 32] ?? 700);
	return (thousandths.reduce((sum, width) => sum + width, 0) * size * 10) / 1000;
}

describe.each(Object.keys(documents) as (keyof typeof documents)[])('%s', (kind) => {
	test('breaks no word of a table, and its columns fill the line', async () => {
		const parts = await partsOf(kind);
		const sizes = new Map(
			elements(parts.get('word/styles.xml')!, 'w:style').map((style) => [
				style.attributes['w:styleId'],
				{
					size: number(elements(style, 'w:sz')[0], 'w:val'),
					on: elements(style, 'w:basedOn')[0]?.attributes['w:val'],
				},
			]),
		);
		const sizeOf = (style: string): number => {
			const found = sizes.get(style);
			return found?.size || (found?.on === undefined ? Number.NaN : sizeOf(found.on));
		};
		for (const table of elements(parts.get('word/document.xml')!, 'w:tbl')) {
			const grid = elements(table, 'w:gridCol').map((column) => number(column, 'w:w'));
			const whole = number(elements(table, 'w:tblW')[0], 'w:w');
			expect(grid.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(whole - grid.length - 1);
			const [margins] = elements(table, 'w:tblCellMar');
			const beside = ['w:left', 'w:right'].reduce(
				(sum, side) => sum + number(elements(margins!, side)[0], 'w:w'),
				0,
			);
			expect(beside).toBeGreaterThan(0);
			for (const row of elements(table, 'w:tr')) {
				for (const [index, cell] of elements(row, 'w:tc').entries()) {
					const room = (grid[index] ?? 0) - beside;
					for (const paragraph of elements(cell, 'w:p')) {
						const style = styleOf(paragraph);
						const weight = style.startsWith('TableHeading') ? 'bold' : 'regular';
						for (const word of textOf(paragraph).split(/\s+/)) {
							const width = twips(word, sizeOf(style), weight);
							expect(width, `“${word}” in column ${index + 1}`).toBeLessThanOrEqual(room);
						}
					}
				}
			}
		}
	});

	test('is read in order by its headings, in its language, each table by its first row', async () => {
		const parts = await partsOf(kind);
		const body = parts.get('word/document.xml')!;
		const styles = elements(body, 'w:p').map(styleOf);
		expect(styles[0]).toBe('Title');
		expect(styles.filter((style) => style === 'Title')).toHaveLength(1);
		const levels = styles.flatMap((style) => /^Heading(\d)$/.exec(style)?.[1] ?? []).map(Number);
		for (const [index, level] of levels.entries()) {
			expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
		}
		for (const table of elements(body, 'w:tbl')) {
			const [head, ...rows] = elements(table, 'w:tr');
			expect(elements(head!, 'w:tblHeader')).toHaveLength(1);
			for (const row of rows) expect(elements(row, 'w:tblHeader')).toHaveLength(0);
			expect(elements(table, 'w:tblLook')[0]?.attributes).toMatchObject({'w:firstRow': 'true'});
			// A head without words would name nothing.
			for (const cell of elements(head!, 'w:tc')) expect(textOf(cell).trim()).not.toBe('');
		}
		expect(elements(parts.get('word/styles.xml')!, 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
		// Nothing is a picture: what a web page draws as bars, a Word file has as the table of their numbers.
		expect([...elements(body, 'w:drawing'), ...elements(body, 'w:pict')]).toEqual([]);
	});

	test('leaves no row and no heading alone at the end of a page', async () => {
		const parts = await partsOf(kind);
		for (const table of elements(parts.get('word/document.xml')!, 'w:tbl')) {
			const [, ...rows] = elements(table, 'w:tr');
			const kept = rows.map((row) =>
				elements(row, 'w:p').every((one) => elements(one, 'w:keepNext').length > 0),
			);
			const wanted = kept.map(
				(_, index) =>
					index < rows.length - 1 && (rows.length <= 5 || index === 0 || index === rows.length - 2),
			);
			expect(kept).toEqual(wanted);
		}
		const styles = elements(parts.get('word/styles.xml')!, 'w:style');
		const keeping = styles
			.filter((style) => elements(style, 'w:keepNext').length > 0)
			.map(({attributes}) => attributes['w:styleId']);
		expect(keeping).toEqual(
			expect.arrayContaining(['Heading1', 'Heading2', 'Heading3', 'Caption', 'TableHeading']),
		);
	});
});

test('columns fill the line on A4 and on Letter', async () => {
	const rows = [['Portal', '–', '–', '15 December 2020', '–', '+91 days']];
	const titles = ['Milestone', 'First approved', 'Approved', 'Forecast', 'Achieved', 'Since first'];
	const table = {type: 'table' as const, columns: titles.map((title) => ({title})), rows};
	for (const [locale, paper] of [
		['en-US', 12_240],
		['en-GB', 11_906],
	] as const) {
		const files = unzip(await toDocx({title: 'T', blocks: [table], manner: {locale}}));
		const body = parseMarkup(files.get('word/document.xml') ?? '');
		const [size] = elements(body, 'w:pgSz');
		expect(number(size, 'w:w')).toBe(paper);
		const [margin] = elements(body, 'w:pgMar');
		const room = paper - number(margin, 'w:left') - number(margin, 'w:right');
		const grid = elements(body, 'w:gridCol').map((column) => number(column, 'w:w'));
		const sum = grid.reduce((total, width) => total + width, 0);
		expect(sum).toBeLessThanOrEqual(room);
		expect(sum).toBeGreaterThan(room - 10);
	}
});

test('sentences at the end, such as where ink goes, stand on one page with what is before them', async () => {
	const paragraph = (text: string) => ({type: 'paragraph' as const, text});
	const blocks = [
		paragraph('Discussed.'),
		{type: 'heading' as const, level: 2 as const, text: 'Urgent business'},
		paragraph('The meeting closed at 19:20.'),
		paragraph('Signed: …'),
	];
	const files = unzip(await toDocx({title: 'T', blocks, footer: ['Version 1']}));
	const kept = elements(parseMarkup(files.get('word/document.xml') ?? ''), 'w:p')
		.filter((one) =>
			elements(one, 'w:keepNext').some(({attributes}) => attributes['w:val'] !== 'false'),
		)
		.map(textOf);
	expect(kept).toEqual(['The meeting closed at 19:20.']);
});
