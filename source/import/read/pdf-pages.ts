import type {getDocumentProxy} from 'unpdf';
import {mostText} from './kind.ts';
import {Unreadable} from './paper.ts';

/** A report of so many pages is a book. */
const mostPages = 500;
const mostItems = 400_000;
/** A page of small print has some two thousand strings. */
const mostOnPage = 20_000;

/** A string on a page: where it begins, how wide it is, and how tall its letters are. */
type Item = {text: string; x: number; y: number; width: number; size: number};
type Row = {y: number; size: number; items: Item[]};

/**
 * The text of a PDF as it stands on its pages: blanks where there is room between columns, a page of two columns one after the
 * other, larger lines in bold; `\f` ends a page. Throws Unreadable. What it costs is bounded by whoever calls it: pdf.ts.
 */
export async function pagesOf(bytes: Uint8Array): Promise<string> {
	const {getDocumentProxy: open} = await import('unpdf');
	try {
		// The library takes the bytes for its own.
		const document = await open(new Uint8Array(bytes), {
			disableFontFace: true,
			verbosity: 0,
		});
		const {numPages} = document;
		if (numPages > mostPages)
			throw new Unreadable(`the PDF has ${numPages} pages; the most that is read is ${mostPages}`);
		const pages: string[] = [];
		let count = 0;
		let length = 0;
		for (let number = 1; number <= numPages; number++) {
			const page = await document.getPage(number);
			const items = await itemsOf(page);
			count += items.length;
			const text = pageText(items);
			length += text.length;
			if (count > mostItems || length > mostText) throw new Unreadable(tooLong);
			pages.push(text);
			page.cleanup();
		}
		await document.loadingTask.destroy();
		return pages.join('\n\f\n');
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		const {name, message} = error as Error;
		throw new Unreadable(
			/password/i.test(`${name} ${message}`)
				? 'the PDF is protected by a password: save a copy without one and import that'
				: 'the PDF is damaged: open it, save it again, or save it as a Word file',
		);
	}
}

const tooLong = 'the PDF is too long to be read: save the report alone as a file';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type TextContent = Awaited<ReturnType<Page['getTextContent']>>;

/** The strings of a page, taken as they come, so that a page without an end is given up before it is held. */
async function itemsOf(page: Page): Promise<Item[]> {
	const found: Item[] = [];
	const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		found.push(...next.value.items.flatMap((item) => ('str' in item ? itemOf(item) : [])));
		if (found.length > mostOnPage) throw new Unreadable(tooLong);
	}
	return found;
}

function itemOf({
	str,
	transform,
	width,
}: {
	str: string;
	transform: unknown[];
	width: number;
}): Item[] {
	const [, , , height = 0, x = 0, y = 0] = transform.map(Number);
	const size = Math.abs(height) || 10;
	return str.trim() === '' || !Number.isFinite(x + y) ? [] : [{text: str, x, y, width, size}];
}

/** The strings of a page as lines, from its top to its foot. */
function rowsOf(items: readonly Item[]): Row[] {
	const rows: Row[] = [];
	for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
		const row = rows.at(-1);
		if (row && Math.abs(row.y - item.y) <= item.size * 0.4) row.items.push(item);
		else rows.push({y: item.y, size: item.size, items: [item]});
	}
	for (const row of rows) {
		row.items.sort((a, b) => a.x - b.x);
		row.size = Math.max(...row.items.map(({size}) => size));
	}
	return rows;
}

const median = (numbers: readonly number[]): number =>
	numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function pageText(items: readonly Item[]): string {
	if (items.length === 0) return '';
	const rows = rowsOf(items);
	const letter = median(items.map(({text, width}) => width / Math.max(1, text.length))) || 5;
	const body = median(rows.map(({size}) => size));
	const middle = gutterOf(rows, letter);
	if (middle === undefined) return textOf(rows, letter, body);
	// What crosses the gutter stands above both columns, or parts them.
	const texts: string[] = [];
	let group: Row[] = [];
	const flush = () => {
		for (const side of [(x: number) => x < middle, (x: number) => x >= middle]) {
			const own = group
				.map((row) => ({...row, items: row.items.filter(({x}) => side(x))}))
				.filter((row) => row.items.length > 0);
			if (own.length > 0) texts.push(textOf(own, letter, body));
		}
		group = [];
	};
	for (const row of rows) {
		const crosses = row.items.some(
			({x, width}) => x < middle - letter && x + width > middle + letter,
		);
		if (crosses) {
			flush();
			texts.push(textOf([row], letter, body));
		} else group.push(row);
	}
	flush();
	return texts.join('\n\n');
}

/** Where the blank between two columns of running text lies, if the page has two. */
function gutterOf(rows: readonly Row[], letter: number): number | undefined {
	const left = Math.min(...rows.flatMap(({items}) => items.map(({x}) => x)));
	const right = Math.max(...rows.flatMap(({items}) => items.map(({x, width}) => x + width)));
	const width = right - left;
	for (let part = 0.4; part <= 0.6; part += 0.02) {
		const at = left + width * part;
		let both = 0;
		let long = 0;
		let crossing = 0;
		for (const {items} of rows) {
			const before = items.filter(({x, width}) => x + width <= at + letter);
			const after = items.filter(({x}) => x >= at - letter);
			if (before.length + after.length < items.length) crossing++;
			else if (before.length > 0 && after.length > 0) {
				both++;
				// A label beside its value fills neither side.
				const filled = before.reduce((sum, item) => sum + item.width, 0);
				if (filled > width * 0.28) long++;
			}
		}
		if (both >= 6 && both > crossing * 2 && long * 2 > both) return at;
	}
	return undefined;
}

/** Lines with blanks where there is room on the page; one set larger than the text is a heading. */
function textOf(rows: readonly Row[], letter: number, body: number): string {
	const left = Math.min(...rows.flatMap(({items}) => items.map(({x}) => x)));
	const lines: string[] = [];
	let above: Row | undefined;
	for (const row of rows) {
		// More room than between lines parts paragraphs.
		if (above && above.y - row.y > Math.max(above.size, row.size) * 1.6) lines.push('');
		let line = '';
		let end = left;
		for (const {text, x, width} of row.items) {
			const gap = x - end;
			const column = Math.round((x - left) / letter);
			if (line === '') line = ' '.repeat(Math.min(200, Math.max(0, column)));
			else if (gap > letter * 2.5) line = `${line.padEnd(Math.min(300, column))}   `;
			else if (gap > letter * 0.25 && !line.endsWith(' ') && !text.startsWith(' ')) line += ' ';
			line += text;
			end = x + width;
		}
		const isHead = row.size > body * 1.15 && line.trim().length <= 120 && /\p{L}/u.test(line);
		lines.push(isHead ? `**${line.trim().replaceAll(/\s+/g, ' ')}**` : line.trimEnd());
		above = row;
	}
	return lines.join('\n');
}
