import {clean} from '../domain/clean.ts';
import {paragraphsOf} from './plain.ts';
import {type Block, type Document, type Span, spansOf, type Table, type Text} from './tree.ts';
import {type Measure, measureFor, wrapLine} from './width.ts';

/** The width of a page of plain text, in terminal columns. */
export const pageWidth = 72;

/**
 * A document as plain text of at most `width` columns as terminals show them; no control character
 * but \n is in it.
 */
export async function toText({title, blocks}: Document, width = pageWidth): Promise<string> {
	const measure = await measureFor([title, ...blocks.flatMap(textsOf)]);
	const page = {width, measure};
	const parts = [
		underlined(clean(title), '=', page),
		...blocks.map((block) => toLines(block, page).join('\n')),
	];
	return `${parts.join('\n\n')}\n`;
}

/** A table alone, for lists on the command line. */
export async function tableToText(table: Table, width: number): Promise<string> {
	const measure = await measureFor(textsOf({type: 'table', ...table}));
	return `${tableLines(table, {width, measure}).join('\n')}\n`;
}

type Page = {width: number; measure: Measure};

function textsOf(block: Block): string[] {
	switch (block.type) {
		case 'heading':
		case 'strong':
			return [block.text];
		case 'paragraph':
		case 'note':
			return [plainText(block.text)];
		case 'list':
			return block.items.map(plainText);
		case 'table':
			return [...block.columns.map(({title}) => title), ...block.rows.flat()];
		case 'pairs':
			return block.pairs.flat();
	}
}

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
			return hang('    ', '    ', block.text, page);
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

function pairLines(found: [string, string][], page: Page): string[] {
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

function tableLines({columns, rows}: Table, {width, measure}: Page): string[] {
	const cells = [columns.map(({title}) => title), ...rows].map((row) => row.map(clean));
	const widths = fitColumns(
		columns.map(({widest}, index) => {
			const natural = Math.max(1, ...cells.map((row) => measure(row[index] ?? '')));
			return widest === undefined ? natural : Math.min(natural, Math.max(widest, 1));
		}),
		width - gutter.length * (columns.length - 1),
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
		...head,
		widths.map((size) => '-'.repeat(size)).join(gutter),
		...body.flatMap((lines, index) => (airy && index > 0 ? ['', ...lines] : lines)),
	];
}

/** Takes from the widest columns until all of them fit. */
function fitColumns(widths: number[], room: number): number[] {
	const fitted = [...widths];
	let excess = fitted.reduce((sum, size) => sum + size, 0) - room;
	while (excess > 0) {
		const widest = Math.max(...fitted);
		if (widest <= 2) break;
		const second = Math.max(2, ...fitted.filter((size) => size < widest));
		const index = fitted.indexOf(widest);
		const step = Math.max(1, Math.min(excess, widest - second));
		fitted[index] = widest - step;
		excess -= step;
	}
	return fitted;
}

function rowLines(
	cells: string[][],
	widths: number[],
	right: boolean[],
	measure: Measure,
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
