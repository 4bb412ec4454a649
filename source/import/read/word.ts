import {
	type PaperBlock,
	type Cell,
	type PaperRun,
	textOf,
	tidyRuns,
	Unreadable,
	type Words,
} from './paper.ts';
import {splitLabel} from './labels.ts';
import {normalise} from './encoding.ts';
import {dropStart} from './runs.ts';
import {tableBlocks} from './tables.ts';
import {checkXml} from './xml.ts';
import type {Zip} from './zip.ts';

/** The parts of mammoth's document tree that are read here; it does not type them itself. */
type Node = {
	type: string;
	children?: Node[];
	value?: string;
	breakType?: string;
	checked?: boolean;
	styleName?: string | null;
	numbering?: {isOrdered: boolean; level: string | number} | null;
	isBold?: boolean;
	isItalic?: boolean;
	isAllCaps?: boolean;
	isStrikethrough?: boolean;
};

/** Five hundred pages have fewer elements; each takes some kilobytes while it is read. */
const mostElements = 300_000;

/**
 * The blocks of a Word file: its headings by their styles, lists by their numbering. Heads and feet of pages, comments,
 * text that was deleted and footnotes are not among them. `lines` are its paragraphs as they stand, for who wrote them bare. Loads mammoth: import this module when such a file is read.
 */
export async function readWord(
	zip: Zip,
): Promise<{blocks: PaperBlock[]; lines: string[]; edges: string[]}> {
	const {default: mammoth} = await import('mammoth');
	let found: Node | undefined;
	const file = {
		exists: (name: string) => zip.has(name),
		read: async (name: string, encoding?: string) => {
			const bytes = zip.read(name);
			if (/\.(?:xml|rels)$/i.test(name)) checkXml(bytes, 'the Word file', mostElements);
			if (encoding === 'base64') return bytes.toString('base64');
			return encoding ? new TextDecoder(encoding).decode(bytes) : bytes;
		},
		write: () => {},
	};
	try {
		// mammoth takes an opened file as well, so that nothing is unpacked but by our own bounds; and it hands over
		// the document before it makes a page of it, which says more than the page does.
		await mammoth.convertToHtml({file} as unknown as {buffer: Buffer}, {
			transformDocument: (document: Node) => {
				found = document;
				return {type: 'document', children: [], notes: {resolve: () => null}, comments: []};
			},
		});
	} catch (error) {
		if (error instanceof Unreadable) throw error;
		throw new Unreadable('the Word file is damaged: open it in Word and save it again');
	}
	if (!found) throw new Unreadable('the Word file is damaged: there is no document in it');
	return {blocks: new WordReader().blocks(found), lines: linesOf(found), edges: edgesOf(zip)};
}

/** The lines of the heads and feet of pages, which mammoth leaves out. */
const edgesOf = (zip: Zip): string[] =>
	zip.names
		.filter((name) => /^word\/(?:header|footer)\d{0,2}\.xml$/.test(name))
		.slice(0, 12)
		.flatMap((name) => {
			const bytes = zip.read(name);
			checkXml(bytes, 'the Word file', mostElements);
			return bytes
				.toString('utf8')
				.split('</w:p>')
				.map((paragraph) => paragraph.replaceAll(/<[^<>]*>/g, '').trim());
		});

/** What stands in the file line by line, blank ones too. */
const linesOf = ({children = []}: Node): string[] =>
	children.map((node) =>
		runsOf(node)
			.flat()
			.map(({text}) => text)
			.join(''),
	);

class WordReader {
	/** How many items there have been at each level of the list that goes on. */
	#counts: number[] = [];

	blocks(document: Node): PaperBlock[] {
		return this.#children(document);
	}

	#children({children = []}: Node): PaperBlock[] {
		return children.flatMap((node): PaperBlock[] => {
			if (node.type === 'paragraph') return this.#paragraph(node);
			if (node.type === 'table') return this.#table(node);
			return node.children ? this.#children(node) : [];
		});
	}

	#paragraph(node: Node): PaperBlock[] {
		const pages = runsOf(node);
		return pages.flatMap((runs, at): PaperBlock[] => {
			const words = this.#words(node, tidyRuns(runs));
			return [...(at > 0 ? [{kind: 'break' as const}] : []), ...(words ? [words] : [])];
		});
	}

	#words({styleName, numbering}: Node, runs: PaperRun[]): Words | undefined {
		const text = textOf({runs});
		if (text === '') return undefined;
		const style = styleName ?? '';
		const [, digits] = /heading\s*(\d)/i.exec(style) ?? [];
		const level = digits ? Number(digits) : /^(?:title|subtitle)$/i.test(style) ? 1 : undefined;
		if (/^toc\b/i.test(style)) return undefined;
		if (level !== undefined && text.length <= 200)
			return {kind: 'heading', level, runs: this.#numbered(numbering, runs)};
		if (numbering) {
			const depth = Number(numbering.level);
			return {
				kind: 'item',
				label: this.#label(numbering),
				level: Number.isFinite(depth) ? depth : 0,
				runs,
			};
		}
		// A number that was typed, not made by Word.
		const typed = splitLabel(text);
		if (!typed || typed.rest === '') return {kind: 'paragraph', runs};
		return {
			kind: 'item',
			label: typed.label.text,
			level: 0,
			runs: dropStart(runs, text.length - typed.rest.length),
		};
	}

	/** A heading that Word numbers has its number in its text, as a typed one has. */
	#numbered(numbering: Node['numbering'], runs: PaperRun[]): PaperRun[] {
		if (!numbering?.isOrdered) return runs;
		const [first, ...others] = runs;
		return first ? [{...first, text: `${this.#label(numbering)} ${first.text}`}, ...others] : runs;
	}

	/** mammoth tells whether an item is numbered and how deep, not with what: numbers are counted here. */
	#label({isOrdered, level}: {isOrdered: boolean; level: string | number}): string {
		if (!isOrdered) return '•';
		const depth = Math.min(8, Math.max(0, Number(level) || 0));
		this.#counts = this.#counts.slice(0, depth + 1);
		while (this.#counts.length <= depth) this.#counts.push(0);
		this.#counts[depth] = (this.#counts[depth] ?? 0) + 1;
		return depth === 0
			? `${this.#counts[0]}.`
			: this.#counts.map((count) => Math.max(1, count)).join('.');
	}

	#table(node: Node): PaperBlock[] {
		const rows = (node.children ?? [])
			.filter(({type}) => type === 'tableRow')
			.map(({children = []}) => children.map((cell) => this.#cell(cell)));
		return tableBlocks(rows);
	}

	/** A table inside a cell is read as its lines. */
	#cell(cell: Node): Cell {
		return this.#children(cell).flatMap((block): Words[] =>
			block.kind === 'table' ? block.rows.flat(2) : block.kind === 'break' ? [] : [block],
		);
	}
}

/** The runs of a paragraph, a list for each page that it stands on. */
function runsOf(paragraph: Node): PaperRun[][] {
	const pages: PaperRun[][] = [[]];
	const walk = (node: Node, style: {strong: boolean; em: boolean; caps: boolean}): void => {
		const put = (text: string) =>
			pages
				.at(-1)
				?.push({text: style.caps ? text.toUpperCase() : text, strong: style.strong, em: style.em});
		if (node.type === 'text') put(normalise(node.value ?? ''));
		else if (node.type === 'tab') put(' ');
		else if (node.type === 'checkbox') put(node.checked ? '☒' : '☐');
		else if (node.type === 'break') {
			if (node.breakType === 'page') pages.push([]);
			else put('\n');
		} else if (node.type === 'run') {
			if (node.isStrikethrough) return;
			const inner = {
				strong: node.isBold === true,
				em: node.isItalic === true,
				caps: node.isAllCaps === true,
			};
			for (const child of node.children ?? []) walk(child, inner);
		} else for (const child of node.children ?? []) walk(child, style);
	};
	for (const child of paragraph.children ?? [])
		walk(child, {strong: false, em: false, caps: false});
	return pages;
}
