import {
	AlignmentType,
	BorderStyle,
	Footer,
	Header,
	HeadingLevel,
	type IParagraphOptions,
	Document as Word,
	Packer,
	PageNumber,
	Paragraph,
	ShadingType,
	Tab,
	Table as WordTable,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	VerticalAlign,
	WidthType,
} from 'docx';
import {clean} from '../domain/clean.ts';
import {localeOf, paperOf, type DocumentWords, wordsOf} from '../domain/voice/index.ts';
import {cut} from '../domain/words.ts';
import {coreProperties, withoutTimes} from './docx-package.ts';
import {columnWidths} from './docx-columns.ts';
import {sheetOf, stylesFor, type TableLook} from './docx-styles.ts';
import {
	closeTogether,
	leads,
	paragraphs,
	plain,
	runs,
	toItem,
	toPair,
	withoutOrphans,
} from './docx-text.ts';
import {headingText, inOrder} from './runs.ts';
import type {Block, Column, Document, NumberedClause, Table, Text} from './tree.ts';

/**
 * A document as a Word file: headings, lists, captions and tables are what Word calls so, for the pane of
 * headings, for screen readers and for a council that restyles it. The same document gives the same bytes.
 * This module loads all of docx: import it when such a file is made.
 */
export async function toDocx(document: Document): Promise<Uint8Array> {
	const {title, blocks, footer = [], manner = {}, leaves = {}} = document;
	const heading = plain(headingText(title));
	const locale = localeOf(manner);
	const {page, textWidth} = sheetOf(paperOf(manner));
	const word = new Word({
		styles: stylesFor(locale, textWidth),
		sections: [
			{
				properties: {page},
				...(leaves.head ? {headers: {default: pageHeader(leaves.head)}} : {}),
				footers: {default: pageFooter(heading, wordsOf(manner), leaves.foot)},
				children: [
					new Paragraph({
						heading: HeadingLevel.TITLE,
						children: runs([[{text: heading, strong: false}]]),
					}),
					...withEnd(inOrder(blocks)).flatMap(({block, keepNext}) =>
						toParts(block, textWidth, keepNext),
					),
					...closing(footer),
				],
			},
		],
	});
	const core = {path: 'docProps/core.xml', data: coreProperties(heading, locale)};
	return withoutTimes(await Packer.pack(word, 'uint8array', undefined, [core]));
}

type Part = Paragraph | WordTable;

/** Sentences at the end, such as where ink goes, do not stand on a page by themselves. */
function withEnd(blocks: Block[]): {block: Block; keepNext: boolean}[] {
	const last = blocks.findLastIndex(({type}) => type !== 'paragraph');
	return blocks.map((block, index) => ({
		block,
		keepNext: index > last && index < blocks.length - 1,
	}));
}

function toParts(block: Block, textWidth: number, keepNext: boolean): Part[] {
	switch (block.type) {
		case 'heading':
			return [
				new Paragraph({
					heading: (
						[HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const
					)[block.level - 2],
					children: runs([[{text: headingText(block.text), strong: false}]]),
				}),
			];
		case 'paragraph':
			return paragraphs(block.text, keepNext || leads(block.text) ? {keepNext: true} : {});
		case 'strong':
			return [
				...paragraphs([{strong: block.text}], {
					style: 'Resolution',
					...(block.clauses ? {keepNext: true} : {}),
				}),
				...clauses(block.clauses ?? [], 1),
			];
		case 'list':
			return closeTogether(withoutOrphans(block.items.map(toItem)).flat());
		case 'table':
			return toTable(block, textWidth);
		case 'note':
			return paragraphs(block.text, {style: 'Note'});
		case 'pairs':
			return closeTogether(withoutOrphans(block.pairs.map(toPair)).flat());
	}
}

/** Clauses bring their own numbers, which people cite; those below another stand further in. */
const clauses = (found: readonly NumberedClause[], depth: number): Paragraph[] =>
	found.flatMap(({mark, text, below}) => [
		...paragraphs([{strong: `${mark} ${text}`}], {
			style: 'Resolution',
			indent: {left: 284 + depth * 425, hanging: 425},
		}),
		...clauses(below, depth + 1),
	]);

/** Rows longer than this may be broken over pages; all others stay whole. */
const wholeRow = 1200;

function toTable(table: Table, textWidth: number): Part[] {
	const {caption, columns, rows} = table;
	const {widths, look} = columnWidths(table, textWidth);
	const toRow = (cells: string[], place: {head?: true; keepNext?: boolean} = {}) =>
		new TableRow({
			...(place.head ? {tableHeader: true} : {}),
			...(cells.join('').length < wholeRow ? {cantSplit: true} : {}),
			children: columns.map((column, index) =>
				toCell(cells[index] ?? '', {column, width: widths[index] ?? 0, look, ...place}),
			),
		});
	const head = toRow(
		columns.map(({title}) => title),
		{head: true},
	);
	return [
		...(caption === undefined ? [] : paragraphs(clean(caption), {style: 'Caption'})),
		new WordTable({
			width: {size: textWidth, type: WidthType.DXA},
			columnWidths: widths,
			layout: TableLayoutType.FIXED,
			margins: {top: 60, bottom: 60, left: look.margin, right: look.margin},
			borders: {top: line, bottom: line, insideHorizontal: line, ...noSides},
			// Tells screen readers that the first row and the first column name the others.
			tableLook: {firstRow: true, firstColumn: true, noVBand: true},
			rows: [
				head,
				...rows.map((cells, index) => toRow(cells, {keepNext: staysWithNext(index, rows.length)})),
			],
		}),
		// Without a paragraph between them, Word makes one table of two.
		new Paragraph({style: 'AfterTable'}),
	];
}

/** Tables of no more rows than this are not broken over pages. */
const shortTable = 5;

/** No row stands on a page without another: the first keeps to the second, the last but one to the last. */
const staysWithNext = (index: number, rows: number): boolean =>
	index < rows - 1 && (rows <= shortTable || index === 0 || index === rows - 2);

const line = {style: BorderStyle.SINGLE, size: 4, color: '767676'};
const none = {style: BorderStyle.NONE, size: 0, color: 'auto'};
const noSides = {left: none, right: none, insideVertical: none};

function toCell(
	text: string,
	cell: {column: Column; width: number; look: TableLook; head?: true; keepNext?: boolean},
): TableCell {
	const {column, width, look, head, keepNext} = cell;
	const options: IParagraphOptions = {
		style: head ? look.heading : look.text,
		...(keepNext ? {keepNext} : {}),
		...(column.align === 'right' ? {alignment: AlignmentType.END} : {}),
	};
	const found = paragraphs(text, options);
	return new TableCell({
		width: {size: width, type: WidthType.DXA},
		...(head
			? {
					shading: {type: ShadingType.CLEAR, fill: 'E7EBEF'},
					borders: {bottom: {...line, size: 12, color: '000000'}},
					verticalAlign: VerticalAlign.BOTTOM,
				}
			: {}),
		children: found.length > 0 ? found : [new Paragraph(options)],
	});
}

/** What stands at the end, once: kept together, for a seal that is parted from its date says little. */
const closing = (footer: Text[]): Paragraph[] =>
	footer.flatMap((text, index) =>
		paragraphs(text, {
			style: index === 0 ? 'DocumentEndRule' : 'DocumentEnd',
			keepNext: index < footer.length - 1,
		}),
	);

/** What every page says at its head: that it is a draft. */
const pageHeader = (head: string): Header =>
	new Header({
		children: [
			new Paragraph({
				style: 'Header',
				alignment: AlignmentType.CENTER,
				children: runs([[{text: head, strong: true}]]),
			}),
		],
	});

/** Loose leaves must be numbered, and each says what it belongs to. */
const pageFooter = (title: string, {shared}: DocumentWords, initials: string | undefined): Footer =>
	new Footer({
		children: [
			...(initials
				? [
						new Paragraph({
							style: 'Footer',
							children: runs([[{text: `${initials} ${'_'.repeat(12)}`, strong: false}]]),
						}),
					]
				: []),
			new Paragraph({
				style: 'Footer',
				children: [
					...runs([[{text: cut(title, 70), strong: false}]]),
					new TextRun({
						children: [
							new Tab(),
							`${shared.page} `,
							PageNumber.CURRENT,
							` ${shared.pageOf} `,
							PageNumber.TOTAL_PAGES,
						],
					}),
				],
			}),
		],
	});
