// What a file hides its text in: the columns and sizes of a PDF; changes, controls, boxes and tables within tables of Word.
import JSZip from 'jszip';
import {describe, expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import {readPaper} from '../../source/import/read/index.ts';
import {cellText, textOf} from '../../source/import/read/paper.ts';
import {makeDatabase} from '../helpers/database.ts';
import {type Placed, toPdf} from './pdf.ts';

/** Blocks as their texts, the cells of a table between bars. */
async function textsOf(bytes: Uint8Array, name: string): Promise<string[]> {
	const {blocks} = await readPaper(bytes, name);
	return blocks.flatMap((block) =>
		block.kind === 'table'
			? block.rows.map((row) => row.map(cellText).join(' | '))
			: 'runs' in block
				? [textOf(block)]
				: [],
	);
}

describe('a PDF', () => {
	const lines = (texts: readonly string[], x = 72, from = 100): Placed[] =>
		texts.map((text, index) => ({x, y: from + index * 14, text}));

	test('is read like any paper', async () => {
		const pdf = toPdf([
			[
				{x: 72, y: 60, size: 18, text: 'Repairs to the slipway'},
				...lines(['Report of: Harbour Master', 'Date: 12 May 2026']),
				{x: 72, y: 160, size: 14, text: 'Recommendations'},
				...lines(
					[
						'1. That the slipway at the foot of Harbour Street be repaired this winter, and',
						'the wall beside it.',
					],
					72,
					185,
				),
				{x: 72, y: 240, size: 14, text: 'Reasons'},
				...lines(['The stones are loose.'], 72, 265),
			],
		]);
		const {kind, findings} = await reviewFile(pdf, 'report.pdf', makeDatabase());
		expect(kind).toBe('report');
		expect(Object.fromEntries(findings.map(({field, shown}) => [field, shown]))).toMatchObject({
			title: 'Repairs to the slipway',
			date: '12 May 2026',
			recommendations:
				'That the slipway at the foot of Harbour Street be repaired this winter, and the wall beside it.',
			reasons: 'The stones are loose.',
		});
	});

	test('of two columns is read one after the other', async () => {
		const column = (which: string): string[] => [
			`The ${which} column begins here and`,
			...Array.from({length: 7}, (_, at) => `goes on and on in its line ${at + 2}, and`),
			'ends with this.',
		];
		const pdf = toPdf([[...lines(column('first')), ...lines(column('second'), 320)]]);
		const text = (await textsOf(pdf, 'a.pdf')).join(' ').replaceAll(/\s+/g, ' ');
		expect(text).toBe([...column('first'), ...column('second')].join(' '));
	});

	test('without any text is refused', async () => {
		await expect(readPaper(toPdf([[]]), 'a.pdf')).rejects.toThrow(/no text/);
	});
});

const names =
	'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const cell = (...blocks: string[]) => `<w:tc>${blocks.join('')}</w:tc>`;
const controlled = (inner: string) =>
	`<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;

/** A Word file with this body and nothing else. */
async function word(body: string): Promise<Uint8Array> {
	const zip = new JSZip();
	const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
	zip.file(
		'[Content_Types].xml',
		`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
	);
	zip.file(
		'_rels/.rels',
		'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
	);
	zip.file(
		'word/document.xml',
		`<?xml version="1.0"?><w:document ${names}><w:body>${body}</w:body></w:document>`,
	);
	return zip.generateAsync({type: 'nodebuffer'});
}

describe('a Word file', () => {
	const box = `<w:txbxContent>${p(run('in a box'))}</w:txbxContent>`;
	test.each([
		[
			'changes that nobody accepted, as if they were',
			p(
				run('That it be '),
				`<w:ins w:id="1" w:author="a">${run('repaired')}</w:ins>`,
				'<w:del w:id="2" w:author="a"><w:r><w:delText>closed</w:delText></w:r></w:del>',
			),
			['That it be repaired'],
		],
		[
			'what was moved, where it is now',
			p(
				`<w:moveFrom w:id="3" w:author="a">${run('away')}</w:moveFrom><w:moveTo w:id="4" w:author="a">${run('here')}</w:moveTo>`,
			),
			['here'],
		],
		['controls', controlled(p(run('Title: '), controlled(run('Slipway')))), ['Title: Slipway']],
		[
			'a control around a cell',
			`<w:tbl><w:tr>${cell(p(run('Date')))}${controlled(cell(p(run('12 May 2026'))))}</w:tr></w:tbl>`,
			['Date | 12 May 2026'],
		],
		[
			'a text box once, for all that it stands there twice',
			p(
				`<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
			),
			['in a box'],
		],
		[
			'a table in a table',
			`<w:tbl><w:tr>${cell(p(run('Outer')))}${cell(`<w:tbl><w:tr>${cell(p(run('inner')))}${cell(p(run('cells')))}</w:tr></w:tbl>`, p())}</w:tr></w:tbl>`,
			['Outer | inner cells'],
		],
	])('says %s', async (_, body, says) => {
		const texts = await textsOf(await word(p(run('Before.')) + body), 'a.docx');
		expect(texts.slice(1).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual(says);
	});
});
