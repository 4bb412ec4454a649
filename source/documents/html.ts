import {clean} from '../domain/clean.ts';
import {localeOf} from '../domain/voice/index.ts';
import {chartStyles, toChart} from './chart.ts';
import {headingText, inOrder, type Run, runsOf} from './runs.ts';
import {stylesheet} from './stylesheet.ts';
import type {Block, Column, Document, NumberedClause, Pair, Table, Text} from './tree.ts';

/**
 * A document as one page of HTML that needs nothing else: no script, no picture, no address. Its policy
 * says so to the browser too. Everything in the document's texts is escaped: a note makes no element.
 */
export function toHtml({title, blocks, footer = [], manner = {}, leaves = {}}: Document): string {
	const heading = escape(headingText(title));
	return `${[
		'<!doctype html>',
		`<html lang="${localeOf(manner)}">`,
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${heading}</title>`,
		`<style>\n${stylesheet(manner, leaves)}${blocks.some(needsMore) ? chartStyles : ''}</style>`,
		'</head>',
		'<body>',
		'<main>',
		...(leaves.head ? [`<p class="head">${escape(leaves.head)}</p>`] : []),
		`<h1>${heading}</h1>`,
		...inOrder(blocks).flatMap(toElements),
		'</main>',
		...within('<footer>', footer.flatMap(paragraphs), '</footer>'),
		'</body>',
		'</html>',
	].join('\n')}\n`;
}

function toElements(block: Block): string[] {
	switch (block.type) {
		case 'heading':
			return [`<h${block.level}>${escape(headingText(block.text))}</h${block.level}>`];
		case 'paragraph':
			return paragraphs(block.text);
		case 'strong':
			return within(
				'<div class="strong">',
				[...paragraphs([{strong: block.text}]), ...clauses(block.clauses ?? [])],
				'</div>',
			);
		case 'list':
			return ['<ul>', ...block.items.map((item) => `<li>${flow(item)}</li>`), '</ul>'];
		case 'table':
			return [...(block.chart ? toChart(block, flow) : []), ...widened(block)];
		case 'note':
			return within('<aside role="note">', paragraphs(block.text), '</aside>');
		case 'pairs':
			return ['<dl>', ...block.pairs.map(toPair), '</dl>'];
	}
}

/** Clauses bring their own numbers, which people cite. */
const clauses = (found: readonly NumberedClause[]): string[] =>
	within(
		'<ol class="clauses">',
		found.map(
			({mark, text, below}) =>
				`<li>${flow([{strong: `${mark} ${text}`}])}${clauses(below).join('')}</li>`,
		),
		'</ol>',
	);

/** An element around others; none around nothing. */
const within = (open: string, found: string[], close: string): string[] =>
	found.length > 0 ? [open, ...found, close] : [];

const toPair = ([name, value]: Pair): string =>
	`<div><dt>${escape(clean(name))}</dt><dd>${flow(value)}</dd></div>`;

/** Whether the usual look is not enough. */
const needsMore = (block: Block): boolean =>
	block.type === 'table' && (block.wide === true || block.chart !== undefined);

/** A table that can be moved sideways where there is no room for it, with the keyboard too. */
const widened = (table: Table): string[] =>
	table.wide
		? [
				`<div class="wide" role="region" tabindex="0" aria-label="${escape(clean(table.caption ?? 'Table'))}">`,
				...toTable(table),
				'</div>',
			]
		: toTable(table);

function toTable({caption, columns, rows}: Table): string[] {
	const head = columns.map(
		(column) => `<th scope="col"${classOf(column)}>${flow(column.title)}</th>`,
	);
	return [
		'<table>',
		...(caption === undefined ? [] : [`<caption>${escape(clean(caption))}</caption>`]),
		'<thead>',
		`<tr>${head.join('')}</tr>`,
		'</thead>',
		'<tbody>',
		...rows.map(
			(cells) => `<tr>${cells.map((cell, index) => toCell(cell, index, columns)).join('')}</tr>`,
		),
		'</tbody>',
		'</table>',
	];
}

/** The first cell names its row, if it says anything. */
function toCell(cell: string, index: number, columns: Column[]): string {
	const found = classOf(columns[index], cell);
	return index === 0 && cell.trim() !== ''
		? `<th scope="row"${found}>${flow(cell)}</th>`
		: `<td${found}>${flow(cell)}</td>`;
}

/** A word this long, such as an address, may be broken anywhere, or it would push the table off the page. */
const longWord = /\S{25}/;

function classOf(column: Column | undefined, cell = ''): string {
	const names = [
		...(column?.align === 'right' ? ['right'] : []),
		...(longWord.test(cell) ? ['long'] : []),
		...(column?.whole ? ['whole'] : []),
	];
	return names.length > 0 ? ` class="${names.join(' ')}"` : '';
}

const paragraphs = (text: Text): string[] =>
	runsOf(text).map((lines) => `<p>${linesOf(lines)}</p>`);

/** A text within an element of its own, which is a paragraph's only when there are several. */
function flow(text: Text): string {
	const found = runsOf(text);
	return found.length > 1 ? paragraphs(text).join('') : linesOf(found[0] ?? []);
}

const linesOf = (lines: Run[][]): string =>
	lines.map((line) => line.map(toRun).join('')).join('<br>');

const toRun = ({text, strong}: Run): string =>
	strong ? `<strong>${escape(text)}</strong>` : escape(text);

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const escape = (text: string): string =>
	text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
