// What a paper is made of, whatever file it came in: encodings, lines, pages, lists, tables, Word.
import {AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun} from 'docx';
import {describe, expect, test} from 'vitest';
import {readPaper} from '../../source/import/read/index.ts';
import {type PaperBlock, cellText, isEm, isStrong, textOf} from '../../source/import/read/paper.ts';

/** Blocks in short: `2# heading`, `paragraph`, `1. item`, `| a | b |`, `---`; bold between stars, italics between strokes. */
const short = (block: PaperBlock): string => {
	if (block.kind === 'break') return '---';
	if (block.kind === 'table')
		return block.rows.map((row) => `| ${row.map(cellText).join(' | ')} |`).join('\n');
	const emphasis = block.kind !== 'heading' && isStrong(block) ? '*' : isEm(block) ? '/' : '';
	const text = emphasis + textOf(block) + emphasis;
	if (block.kind === 'heading') return `${block.level}# ${text}`;
	return block.kind === 'item' ? `${'  '.repeat(block.level)}${block.label} ${text}` : text;
};
const read = async (source: string | Uint8Array, name = 'paper.txt'): Promise<string[]> =>
	(await readPaper(typeof source === 'string' ? Buffer.from(source) : source, name)).blocks.map(
		short,
	);

describe('encodings', () => {
	const text = 'Cost: £5 – “agreed” café';
	test.each([
		['UTF-8', Buffer.from(text), []],
		['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), []],
		[
			'UTF-16 with its mark',
			Buffer.from(`\ufeff${text}`, 'utf16le'),
			['the text was read as UTF-16'],
		],
		['UTF-16 without', Buffer.from(text.repeat(20), 'utf16le'), ['the text was read as UTF-16']],
		[
			'UTF-16, the other way round',
			Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
			['the text was read as UTF-16'],
		],
		[
			'Windows-1252',
			Buffer.from([
				...Buffer.from('Cost: '),
				0xa3,
				...Buffer.from('5 '),
				0x96,
				0x20,
				0x93,
				...Buffer.from('agreed'),
				0x94,
				...Buffer.from(' caf'),
				0xe9,
			]),
			['the text was read as Windows-1252'],
		],
		[
			'UTF-8 that was taken for Windows-1252',
			Buffer.from(new TextDecoder('windows-1252').decode(Buffer.from(text))),
			['the text was read as UTF-8, read twice'],
		],
	])('%s', async (_, bytes, remarks) => {
		const paper = await readPaper(bytes, 'a.txt');
		expect(paper.blocks.map(short).join(' ')).toContain(text);
		expect(paper.remarks).toEqual(remarks);
	});

	test('takes away what cannot be seen', async () => {
		expect(await read('The of\ufb01cer\u200b \u202ethe\u00a0\u00ad\ufeffend')).toEqual([
			'The officer the \u00adend',
		]);
	});
});

describe('text', () => {
	test.each([
		[
			'headings',
			'# One\n\n## Two ##\n\nThree\n=====\n\nFour\n----\n',
			['1# One', '2# Two', '1# Three', '2# Four'],
		],
		[
			'emphasis',
			'**Bold**\n\n*Slanted*\n\n<b>Bold</b> and <i>not</i>\n\n__Low__ snake_case 2 * 3',
			['*Bold*', '/Slanted/', 'Bold and not', 'Low snake_case 2 * 3'],
		],
		[
			'entities and escapes',
			'Fish &amp; chips &#163;5 \\*not\\* a&nbsp;b',
			['Fish & chips £5 *not* a b'],
		],
		[
			'links and pictures',
			'See [the plan](http://x.example/a) ![map](m.png) <mailto:a>',
			['See the plan mailto:a'],
		],
		[
			'raised letters and footnotes',
			'On 26<sup>th</sup> March<sup>1</sup> it was[^2] so.\n\n[^2]: See below.\n\n<sup>1</sup> Ibid.',
			['On 26th March it was so.'],
		],
		[
			'lists',
			'- one\n- two\n  - deep\n1. first\n2) second\n(a) letter\n(i) small\niv. four',
			[
				'• one',
				'• two',
				'  • deep',
				'1. first',
				'2) second',
				'(a) letter',
				'(i) small',
				'iv. four',
			],
		],
		[
			'a bullet before a letter',
			'- A. First\n- \\* Second\n- (b) Third',
			['A. First', '• Second', '(b) Third'],
		],
		[
			'numbers of paragraphs',
			'1.1 The first.\n\n1.2 The second.\n\n10.3.1 Deep.',
			['1.1 The first.', '1.2 The second.', '10.3.1 Deep.'],
		],
		[
			'numbers that are none',
			'It cost\n12.5 million, in\n2019. That is all.',
			['It cost\n12.5 million, in\n2019. That is all.'],
		],
		['tables', '| A | B |\n|---|:-:|\n| 1<br>2 | x \\| y |', ['| A | B |\n| 1\n2 | x | y |']],
		['a box around words', '|   |\n|---|\n| In a box. |', ['In a box.']],
		[
			'tables of HTML',
			'<table><tr><th>A</th><td>B</td></tr><tr><td colspan="2">C</td></tr></table>',
			['| A | B |\n| C |  |'],
		],
		[
			'columns of blanks',
			'Report to:      Cabinet\nDate:           12 May\n                2026',
			['| Report to: | Cabinet |\n| Date: | 12 May 2026 |'],
		],
		[
			'columns of tabs',
			'Version\tDate\tBy\n1.0\t1 May\tAB',
			['| Version | Date | By |\n| 1.0 | 1 May | AB |'],
		],
		['short lines that stay', 'To: Cabinet\nDate: 1 May', ['To: Cabinet\nDate: 1 May']],
	])('%s', async (_, source, blocks) => {
		expect(await read(source)).toEqual(blocks);
	});

	test('joins the lines of a paragraph, and words that a line end cut', async () => {
		const wide = [
			'The committee is asked to agree the new arrange-',
			'ments for parking in the town, which are self-',
			'explanatory and were consulted on in the win-',
			'ter of last year by the county council itself.',
		];
		expect(await read(`${wide.join('\n')}\n\n${wide.join('\n')}\n`)).toEqual(
			Array.from(
				{length: 2},
				() =>
					'The committee is asked to agree the new arrangements for parking in the town, which are self-explanatory and were consulted on in the winter of last year by the county council itself.',
			),
		);
	});
});

describe('pages', () => {
	const page = (number: number, text: string) =>
		`Fenshire District Council\n\n${text}\n\nPage ${number} of 3\n\f`;

	test('leaves out running heads and numbers, and joins what they cut', async () => {
		const text = [
			page(1, 'The pool was closed for the whole of the winter because'),
			page(2, 'of the boiler.\n\n**Reasons for**'),
			page(3, '**the recommendation**\n\nIt is needed.'),
		].join('');
		expect((await read(text)).filter((line) => line !== '---')).toEqual([
			'Fenshire District Council',
			'The pool was closed for the whole of the winter because of the boiler.',
			'*Reasons for the recommendation*',
			'It is needed.',
		]);
	});

	test('takes lone numbers for pages only where they count', async () => {
		expect(await read('One.\n\n1\n\nTwo.\n\n2\n\nThree.\n\n3\n')).toEqual([
			'One.',
			'---',
			'Two.',
			'---',
			'Three.',
			'---',
		]);
		expect(await read('Seats:\n\n42\n\nVotes:\n\n17\n')).toEqual(['Seats:', '42', 'Votes:', '17']);
	});

	test('keeps a heading that comes again', async () => {
		const text = '## Summary\n\nOne.\n\n\f\n## Summary\n\nTwo.\n\n\f\n## Other\n\nThree.';
		expect((await read(text)).filter((line) => line.startsWith('2#'))).toEqual([
			'2# Summary',
			'2# Summary',
			'2# Other',
		]);
	});

	test('leaves out contents, and pages left blank', async () => {
		const text =
			'## 1. Contents\n\n2.\tIntroduction ......\t4\n3.\tPriority 1 – Order\t6\n\n## 2. Introduction\n\nHere.\n\nThis page is intentionally left blank\n';
		expect(await read(text)).toEqual(['2# 1. Contents', '2# 2. Introduction', 'Here.', '---']);
	});
});

describe('Word', () => {
	const file = async (children: Paragraph[]) =>
		Packer.pack(
			new Document({
				numbering: {
					config: [
						{
							reference: 'legal',
							levels: [
								{
									level: 0,
									format: LevelFormat.DECIMAL,
									text: '%1.',
									alignment: AlignmentType.START,
								},
								{
									level: 1,
									format: LevelFormat.DECIMAL,
									text: '%1.%2',
									alignment: AlignmentType.START,
								},
							],
						},
					],
				},
				sections: [{children}],
			}),
			'uint8array',
		);

	test('has headings by style, numbered by Word, and paragraphs numbered under them', async () => {
		const numbering = (level: number) => ({reference: 'legal', level});
		const bytes = await file([
			new Paragraph({text: 'A report', heading: HeadingLevel.TITLE}),
			new Paragraph({text: 'Purpose', heading: HeadingLevel.HEADING_1, numbering: numbering(0)}),
			new Paragraph({text: 'To ask.', numbering: numbering(1)}),
			new Paragraph({text: 'And again.', numbering: numbering(1)}),
			new Paragraph({
				text: 'Recommendation',
				heading: HeadingLevel.HEADING_1,
				numbering: numbering(0),
			}),
			new Paragraph({text: 'That it be.', numbering: numbering(1)}),
		]);
		expect(await read(bytes, 'a.docx')).toEqual([
			'1# A report',
			'1# 1. Purpose',
			'  1.1 To ask.',
			'  1.2 And again.',
			'1# 2. Recommendation',
			'  2.1 That it be.',
		]);
	});

	test('is known by its content, not its name; struck-out words are gone', async () => {
		const bytes = await file([
			new Paragraph({
				children: [new TextRun('It was kept'), new TextRun({text: ' and dropped', strike: true})],
			}),
			new Paragraph({children: [new TextRun({text: 'All bold', bold: true})]}),
			new Paragraph({children: [new TextRun({text: 'in capitals', allCaps: true})]}),
		]);
		expect(await read(bytes, 'report.txt')).toEqual(['It was kept', '*All bold*', 'IN CAPITALS']);
	});
});
