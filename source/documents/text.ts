import {clean} from '../domain/clean.ts';
import {paragraphsOf} from './plain.ts';
import {
	type Block,
	type Document,
	type NumberedClause,
	type Pair,
	type Span,
	spansOf,
	type Table,
	type Text,
} from './tree.ts';
import {type WidthOf, measureFor, wrapLine} from './width.ts';

/** The width of a page of plain text, in terminal columns. */
const pageWidth = 72;

/**
 * A document as plain text of at most `width` columns as terminals show them; no control character
 * but \n is in it.
 */
export async function toText(
	{title, blocks, footer = [], leaves}: Document,
	width = pageWidth,
): Promise<string> {
	const last = footer.map(plainText);
	const measure = await measureFor([title, ...blocks.flatMap(textsOf), ...last]);
	return `${pageLines({title, blocks, footer, leaves}, {width, measure}).join('\n')}\n`;
}

/** The lines of a document on a page whose texts can be measured at once, as screens can. */
export function pageLines({title, blocks, footer = [], leaves}: Document, page: Page): string[] {
	const parts = [
		...(leaves?.head ? [leaves.head] : []),
		underlined(clean(title), '=', page),
		...blocks.map((block) => toLines(block, page).join('\n')),
		...(footer.length > 0 ? ['-'.repeat(page.width)] : []),
		...footer.map((text) => paragraphs(plainText(text), page).join('\n')),
	];
	return parts.join('\n\n').split('\n');
}

/**
 * A table alone, for lists on the command line. Where a terminal is so narrow that words would have to be
 * broken, every row is told by itself, a line for each cell that is not empty.
 */
export async function tableToText(table: Table, width: number): Promise<string> {
	const page = {width, measure: await measureFor(textsOf({type: 'table', ...table}))};
	const lines = hasRoom(table, page)
		? tableLines(table, page)
		: table.rows.flatMap((row, index) => [
				...(index > 0 ? [''] : []),
				...pairLines(
					table.columns.flatMap(({title}, column): Pair[] => {
						const cell = row[column] ?? '';
						return cell.trim() === '' ? [] : [[title, cell]];
					}),
					page,
				),
			]);
	return `${lines.join('\n')}\n`;
}

type Page = {width: number; measure: WidthOf};

function textsOf(block: Block): string[] {
	switch (block.type) {
		case 'heading':
			return [block.text];
		case 'strong':
			return [block.text, ...clausesIn(block.clauses ?? [])];
		case 'paragraph':
		case 'note':
			return [plainText(block.text)];
		case 'list':
			return block.items.map(plainText);
		case 'table':
			return [block.caption ?? '', ...block.columns.map(({title}) => title), ...block.rows.flat()];
		case 'pairs':
			return block.pairs.flatMap(([name, value]) => [name, value]);
	}
}

/** Clauses, each behind its number; those below another stand further in. */
const clauses = (found: readonly NumberedClause[], margin: string, page: Page): string[] =>
	found.flatMap(({mark, text, below}) => {
		const within = `${margin}${' '.repeat(mark.length + 1)}`;
		return [...hang(`${margin}${mark} `, within, text, page), ...clauses(below, within, page)];
	});

const clausesIn = (found: readonly NumberedClause[]): string[] =>
	found.flatMap(({mark, text, below}) => [`${mark} ${text}`, ...clausesIn(below)]);

const plainText = (text: Text): string =>
	spansOf(text)
		.map((span: Span) => (typeof span === 'string' ? span : span.strong))
		.join('');

function toLines(block: Block, page: Page): string[] {
	switch (block.type) {
		case 'heading':
			return block.level === 2
				? [underlined(clean(block.text), '-', page)]
				: wrapLine(clean(block.text), page.width, page.measure);
		case 'paragraph':
			return paragraphs(plainText(block.text), page);
		case 'strong':
			return [
				...hang('    ', '    ', block.text, page),
				...clauses(block.clauses ?? [], '    ', page),
			];
		case 'list':
			return block.items.flatMap((item) => hang('- ', '  ', plainText(item), page));
		case 'table':
			return tableLines(block, page);
		case 'note':
			return hang('| ', '| ', plainText(block.text), page);
		case 'pairs':
			return pairLines(block.pairs, page);
	}
}

function underlined(text: string, mark: string, {width, measure}: Page): string {
	const lines = wrapLine(text, width, measure);
	return [...lines, mark.repeat(Math.max(1, ...lines.map(measure)))].join('\n');
}

function paragraphs(text: string, {width, measure}: Page): string[] {
	return paragraphsOf(text).flatMap((lines, index) => [
		...(index > 0 ? [''] : []),
		...lines.flatMap((line) => wrapLine(line, width, measure)),
	]);
}

/** Paragraphs behind a mark, their further lines behind another one of the same width. */
function hang(first: string, rest: string, text: string, {width, measure}: Page): string[] {
	const lines = paragraphs(text, {width: width - measure(first), measure});
	return (lines.length > 0 ? lines : ['']).map((line, index) =>
		`${index === 0 ? first : rest}${line}`.trimEnd(),
	);
}

function pairLines(found: Pair[], page: Page): string[] {
	const names = found.map(([name]) => `${clean(name)}:`);
	const column = Math.min(24, Math.max(...names.map(page.measure))) + 2;
	const blank = ' '.repeat(column);
	return found.flatMap(([, value], index) => {
		const name = names[index] ?? '';
		const gap = column - page.measure(name);
		return gap > 0
			? hang(name + ' '.repeat(gap), blank, value, page)
			: [...wrapLine(name, page.width, page.measure), ...hang(blank, blank, value, page)];
	});
}

const gutter = '  ';

function tableLines({caption, columns, rows}: Table, {width, measure}: Page): string[] {
	const said = caption === undefined ? [] : wrapLine(clean(caption), width, measure);
	const cells = [columns.map(({title}) => title), ...rows].map((row) => row.map(clean));
	const least = leastWidths(cells, measure);
	const widths = fitColumns(
		columns.map(({widest = Number.POSITIVE_INFINITY}, index) => {
			const natural = Math.max(1, ...cells.map((row) => measure(row[index] ?? '')));
			return Math.min(natural, Math.max(widest, least[index] ?? 1));
		}),
		width - gutter.length * (columns.length - 1),
		least,
	);
	const rendered = cells.map((row) =>
		rowLines(
			row.map((cell, index) => wrapLine(cell, widths[index] ?? 1, measure)),
			widths,
			columns.map(({align}) => align === 'right'),
			measure,
		),
	);
	const [head = [], ...body] = rendered;
	// Rows of several lines need air between them; rows of one line do not.
	const airy = body.some((lines) => lines.length > 1);
	return [
		...said,
		...head,
		widths.map((size) => '-'.repeat(size)).join(gutter),
		...body.flatMap((lines, index) => (airy && index > 0 ? ['', ...lines] : lines)),
	];
}

/** Longer words are broken before they push the other columns aside: addresses, mostly. */
export const longWord = 24;

const longestWord = (text: string, measure: WidthOf): number =>
	Math.min(longWord, Math.max(0, ...text.split(/\s+/).map(measure)));

/** How wide each column must be so that no word in it is broken; the first row is the titles. */
const leastWidths = (cells: string[][], measure: WidthOf): number[] =>
	(cells[0] ?? []).map((_, index) =>
		Math.max(1, ...cells.map((row) => longestWord(row[index] ?? '', measure))),
	);

function hasRoom({columns, rows}: Table, {width, measure}: Page): boolean {
	const cells = [columns.map(({title}) => title), ...rows].map((row) => row.map(clean));
	const least = leastWidths(cells, measure).reduce((sum, size) => sum + size, 0);
	return least + gutter.length * (columns.length - 1) <= width;
}

/**
 * Takes from the widest columns until all of them fit; from none more than its longest word bears (`least`),
 * unless there is no room at all otherwise.
 */
function fitColumns(widths: number[], room: number, least: number[] = []): number[] {
	const fitted = narrow(widths, room, least);
	return fitted.reduce((sum, size) => sum + size, 0) > room ? narrow(fitted, room, []) : fitted;
}

function narrow(widths: number[], room: number, least: number[]): number[] {
	const fitted = [...widths];
	const floor = (index: number) => Math.max(2, least[index] ?? 2);
	let excess = fitted.reduce((sum, size) => sum + size, 0) - room;
	while (excess > 0) {
		const open = fitted.flatMap((size, index) => (size > floor(index) ? [{size, index}] : []));
		const widest = Math.max(0, ...open.map(({size}) => size));
		const first = open.find(({size}) => size === widest);
		if (!first) break;
		const second = Math.max(
			floor(first.index),
			...open.filter(({size}) => size < widest).map(({size}) => size),
		);
		const step = Math.max(1, Math.min(excess, widest - second));
		fitted[first.index] = widest - step;
		excess -= step;
	}
	return fitted;
}

function rowLines(
	cells: string[][],
	widths: number[],
	right: boolean[],
	measure: WidthOf,
): string[] {
	const height = Math.max(1, ...cells.map((lines) => lines.length));
	return Array.from({length: height}, (_, line) =>
		cells
			.map((lines, index) => {
				const text = lines[line] ?? '';
				const gap = ' '.repeat(Math.max(0, (widths[index] ?? 0) - measure(text)));
				return right[index] ? gap + text : text + gap;
			})
			.join(gutter)
			.trimEnd(),
	);
}
