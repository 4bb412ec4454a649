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
import {lineLength, sheetOf, stylesFor} from './docx-styles.ts';
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
import {fitColumns, longestWord} from './text.ts';
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
					...inOrder(blocks).flatMap((block) => toParts(block, textWidth)),
					...closing(footer),
				],
			},
		],
	});
	const core = {path: 'docProps/core.xml', data: coreProperties(heading, locale)};
	return withoutTimes(await Packer.pack(word, 'uint8array', undefined, [core]));
}

type Part = Paragraph | WordTable;

function toParts(block: Block, textWidth: number): Part[] {
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
			return paragraphs(block.text, leads(block.text) ? {keepNext: true} : {});
		case 'strong':
			return [
				...paragraphs([{strong: block.text}], {
					style: 'Resolution',
					...(block.clauses ? {keepNext: true} : {}),
				}),
				...clauses(block.clauses ?? [], 1),
			];
		case 'list':
			return closeTogether(block.items.flatMap(toItem));
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
	const widths = columnWidths(table, textWidth);
	const toRow = (cells: string[], head: boolean) =>
		new TableRow({
			...(head ? {tableHeader: true} : {}),
			...(cells.join('').length < wholeRow ? {cantSplit: true} : {}),
			children: columns.map((column, index) =>
				toCell(cells[index] ?? '', {column, width: widths[index] ?? 0, head}),
			),
		});
	const head = toRow(
		columns.map(({title}) => title),
		true,
	);
	return [
		...(caption === undefined ? [] : paragraphs(clean(caption), {style: 'Caption'})),
		new WordTable({
			width: {size: textWidth, type: WidthType.DXA},
			columnWidths: widths,
			layout: TableLayoutType.FIXED,
			margins: {top: 60, bottom: 60, left: 100, right: 120},
			borders: {top: line, bottom: line, insideHorizontal: line, ...noSides},
			// Tells screen readers that the first row and the first column name the others.
			tableLook: {firstRow: true, firstColumn: true, noVBand: true},
			rows: [head, ...rows.map((cells) => toRow(cells, false))],
		}),
		// Without a paragraph between them, Word makes one table of two.
		new Paragraph({style: 'AfterTable'}),
	];
}

const line = {style: BorderStyle.SINGLE, size: 4, color: '767676'};
const none = {style: BorderStyle.NONE, size: 0, color: 'auto'};
const noSides = {left: none, right: none, insideVertical: none};

function toCell(
	text: string,
	{column, width, head}: {column: Column; width: number; head: boolean},
): TableCell {
	const options: IParagraphOptions = {
		style: head ? 'TableHeading' : 'TableText',
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

/** The columns' widths in twips, after the text in them: Word's own fitting differs from one program to the next. */
function columnWidths({columns, rows}: Table, textWidth: number): number[] {
	const texts = columns.map(({title}, index) => [title, ...rows.map((row) => row[index] ?? '')]);
	const length = (text: string) => text.length;
	const least = texts.map((found) =>
		Math.max(...found.map((text) => longestWord(text, length) + 3)),
	);
	const wanted = columns.map(({title, widest = lineLength}, index) => {
		const longest = Math.max(0, ...(texts[index] ?? []).map(length));
		return Math.max(Math.min(longest, Math.max(widest, title.length)) + 3, least[index] ?? 0);
	});
	const fitted = fitColumns(wanted, lineLength, least);
	const sum = fitted.reduce((total, size) => total + size, 0);
	return fitted.map((size) => Math.floor((size / sum) * textWidth));
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
