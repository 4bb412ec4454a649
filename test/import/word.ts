// Papers as Word files, made of the blocks that a text was read into: headings by style or in bold, tables, lists
// that Word numbers itself or that were typed.
import {
	AlignmentType,
	Document,
	Footer,
	Header,
	HeadingLevel,
	LevelFormat,
	Packer,
	PageBreak,
	PageNumber,
	Paragraph,
	type ParagraphChild,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import type {PaperBlock, PaperRun, Words} from '../../source/import/read/paper.ts';

const levels = [
	HeadingLevel.HEADING_1,
	HeadingLevel.HEADING_2,
	HeadingLevel.HEADING_3,
	HeadingLevel.HEADING_4,
	HeadingLevel.HEADING_5,
	HeadingLevel.HEADING_6,
];

const children = (runs: readonly PaperRun[], lead = ''): ParagraphChild[] => [
	...(lead === '' ? [] : [new TextRun({text: lead, bold: runs[0]?.strong})]),
	...runs.flatMap(({text, strong, em}) =>
		text
			.split('\n')
			.map(
				(line, at) =>
					new TextRun({text: line, bold: strong, italics: em, ...(at > 0 ? {break: 1} : {})}),
			),
	),
];

/** `numbered` lets Word number the items; without it their labels are typed. */
function paragraph(words: Words, numbered: boolean): Paragraph {
	if (words.kind === 'heading') {
		return new Paragraph({heading: levels[words.level - 1], children: children(words.runs)});
	}
	if (words.kind === 'paragraph') return new Paragraph({children: children(words.runs)});
	const {label, level, runs} = words;
	if (label === '•')
		return new Paragraph({bullet: {level: Math.min(level, 3)}, children: children(runs)});
	if (numbered && /^\d+\.$/.test(label)) {
		return new Paragraph({numbering: {reference: 'numbers', level: 0}, children: children(runs)});
	}
	return new Paragraph({children: children(runs, `${label} `)});
}

/** A Word file with a running head and page numbers, as councils' have. */
export async function toWord(
	blocks: readonly PaperBlock[],
	{numbered = false, head = 'Council papers'} = {},
): Promise<Uint8Array> {
	const parts = blocks.flatMap((block): (Paragraph | Table)[] => {
		if (block.kind === 'break') return [new Paragraph({children: [new PageBreak()]})];
		if (block.kind !== 'table') return [paragraph(block, numbered)];
		return [
			new Table({
				width: {size: 100, type: WidthType.PERCENTAGE},
				rows: block.rows.map(
					(row) =>
						new TableRow({
							children: row.map(
								(cell) =>
									new TableCell({
										children:
											cell.length > 0
												? cell.map((words) => paragraph(words, numbered))
												: [new Paragraph('')],
									}),
							),
						}),
				),
			}),
		];
	});
	const word = new Document({
		numbering: {
			config: [
				{
					reference: 'numbers',
					levels: [
						{level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START},
						{
							level: 1,
							format: LevelFormat.LOWER_LETTER,
							text: '(%2)',
							alignment: AlignmentType.START,
						},
					],
				},
			],
		},
		sections: [
			{
				headers: {default: new Header({children: [new Paragraph(head)]})},
				footers: {
					default: new Footer({
						children: [
							new Paragraph({children: [new TextRun({children: ['Page ', PageNumber.CURRENT]})]}),
						],
					}),
				},
				children: parts,
			},
		],
	});
	return Packer.pack(word, 'uint8array');
}
