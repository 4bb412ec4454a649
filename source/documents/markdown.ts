import {clean} from '../domain/clean.ts';
import {paragraphsOf} from './plain.ts';
import {
	type Block,
	type Document,
	type NumberedClause,
	type Span,
	spansOf,
	type Table,
	type Text,
} from './tree.ts';

/**
 * A document as Markdown (CommonMark with GitHub's tables), one paragraph a line. Everything that
 * could be markup in the document's texts is escaped: a note makes no heading, HTML, link or list.
 */
export function toMarkdown({title, blocks, footer = [], leaves}: Document): string {
	const parts = [
		...(leaves?.head ? [`**${leaves.head}**`] : []),
		`# ${headingText(title)}`,
		...blocks.map(toBlock),
		...(footer.length > 0 ? ['---', ...footer.map(paragraphs)] : []),
	];
	return `${parts.join('\n\n')}\n`;
}

function toBlock(block: Block): string {
	switch (block.type) {
		case 'heading':
			return `${'#'.repeat(block.level)} ${headingText(block.text)}`;
		case 'paragraph':
			return paragraphs(block.text);
		case 'strong':
			return [paragraphs([{strong: block.text}]), clauses(block.clauses ?? [])]
				.filter(Boolean)
				.join('\n\n');
		case 'list':
			// Another mark than that of pairs, or the two would be one list where they meet.
			return block.items.map((item) => `* ${indent(paragraphs(item))}`).join('\n');
		case 'table':
			return toTable(block);
		case 'note':
			return paragraphs(block.text)
				.split('\n')
				.map((line) => (line === '' ? '>' : `> ${line}`))
				.join('\n');
		case 'pairs':
			return block.pairs
				.map(([name, value]) => `- ${indent(paragraphs([{strong: `${name}:`}, ` ${value}`]))}`)
				.join('\n');
	}
}

const clauses = (found: readonly NumberedClause[]): string =>
	found
		.flatMap(({mark, text, below}) => [
			`* ${indent(paragraphs([{strong: `${mark} ${text}`}]))}`,
			...(below.length > 0 ? [`  ${indent(clauses(below))}`] : []),
		])
		.join('\n');

/** Lines after the first belong to the list item when they are indented like its text. */
const indent = (text: string): string => text.replaceAll(/\n(?=[^\n])/g, '\n  ');

const headingText = (text: string): string =>
	escape(clean(text).trim()).replace(/#+$/, (marks) => '\\#'.repeat(marks.length));

function toTable({caption, columns, rows}: Table): string {
	const row = (cells: string[]) => `| ${cells.map((cell) => escape(clean(cell))).join(' | ')} |`;
	const rule = columns.map(({align}) => (align === 'right' ? '---:' : '---'));
	return [
		...(caption === undefined ? [] : [paragraphs([{strong: caption}]), '']),
		row(columns.map(({title}) => title)),
		`| ${rule.join(' | ')} |`,
		...rows.map((cells) => row(cells)),
	].join('\n');
}

/** Paragraphs parted by blank lines; a line break inside one is kept, as a hard one. */
function paragraphs(text: Text): string {
	const lines: string[][] = [[]];
	for (const span of spansOf(text)) {
		for (const [index, found] of spanParagraphs(span).entries()) {
			if (index > 0) lines.push([]);
			for (const [line, part] of found.entries()) {
				const current = lines.at(-1);
				if (!current) continue;
				if (line > 0 || current.length === 0) current.push(part);
				else current.push(`${current.pop() ?? ''}${part}`);
			}
		}
	}
	return lines
		.map((paragraph) => paragraph.map((line) => lineStart(line.trim())).join('\\\n'))
		.filter((paragraph) => paragraph !== '')
		.join('\n\n');
}

/** The escaped paragraphs of a span. Plain text keeps a blank at its ends, which parts it from its neighbour. */
function spanParagraphs(span: Span): string[][] {
	const text = typeof span === 'string' ? span : span.strong;
	const found = paragraphsOf(text).map((lines) => lines.map(escape));
	if (typeof span !== 'string') {
		return found.map((lines) => lines.map((line) => `**${line}**`));
	}
	const first = found[0];
	const last = found.at(-1);
	if (first && /^\s/.test(text)) first[0] = ` ${first[0] ?? ''}`;
	if (last && /\s$/.test(text)) last.push(`${last.pop() ?? ''} `);
	return found;
}

/** What Markdown would take for markup anywhere in a line. */
function escape(text: string): string {
	return (
		text
			.replaceAll(/[\\`*_[\]<>|~$]/g, String.raw`\$&`)
			.replaceAll(/&(?=#|\w+;)/g, String.raw`\&`)
			// GitHub makes links of bare addresses.
			.replaceAll(/:(?=\/\/)|(?<=www)\.|(?<=\S)@(?=\S)/gi, String.raw`\$&`)
			.replaceAll(/(?<=mailto|xmpp):/gi, String.raw`\:`)
	);
}

/** What Markdown would take for markup at the start of a line. */
const lineStart = (line: string): string =>
	line.replace(/^[#+\-=]/, String.raw`\$&`).replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
