import {mended} from './cut.ts';
import {readText} from './encoding.ts';
import {kindOf} from './kind.ts';
import {typedText} from './typed.ts';
import {isMarking} from '../markings.ts';
import {
	cellText,
	type PaperBlock,
	mostBlocks,
	type Paper,
	textOf,
	tooMany,
	Unreadable,
} from './paper.ts';

export type {PaperBlock as Block, Cell, Paper, PaperRun as Run, Words} from './paper.ts';
export {Unreadable} from './paper.ts';

/**
 * Reads a paper from a file's bytes; `name` is what the file is called. What it is, is judged by its content. Throws
 * Unreadable, whose message is one line: what is wrong and what to do.
 */
export async function readPaper(bytes: Uint8Array, name: string): Promise<Paper> {
	const found = kindOf(bytes, name);
	if (found.kind === 'sheet') {
		throw new Unreadable('this is a spreadsheet: import it as a portfolio (--as-kind portfolio)');
	}
	if (found.kind === 'word') {
		const {readWord} = await import('./word.ts');
		const {blocks, lines, edges} = await readWord(found.zip);
		const typed = typedText(blocks, lines);
		if (typed === undefined) return made(name, 'word', blocks, [], edges);
		return made(
			name,
			'text',
			(await import('./text.ts')).readBlocks(typed),
			['the Word file holds Markdown as it was typed; it was read as that'],
			edges,
		);
	}
	if (found.kind === 'pdf') {
		const {readPdf} = await import('./pdf.ts');
		const text = await readPdf(bytes);
		return made(
			name,
			'text',
			(await import('./text.ts')).readBlocks(text),
			[
				'the text was taken from a PDF, which says where letters stand and not what belongs together: look at tables twice',
			],
			text.split(/[\n\f]/),
		);
	}
	const {text, encoding} = readText(bytes);
	const {readBlocks} = await import('./text.ts');
	const remarks = encoding === 'UTF-8' ? [] : [`the text was read as ${encoding}`];
	return made(name, 'text', readBlocks(text), remarks, text.split(/[\n\f]/));
}

function made(
	name: string,
	format: Paper['format'],
	raw: readonly PaperBlock[],
	remarks: string[],
	lines: readonly string[] = [],
): Paper {
	const cells = raw.reduce(
		(sum, block) =>
			block.kind === 'table' ? block.rows.reduce((all, row) => all + row.length, sum) : sum,
		raw.length,
	);
	if (cells > mostBlocks) throw new Unreadable(tooMany);
	const blocks = mended(raw);
	const isEmpty = blocks.every(
		(block) => block.kind === 'break' || (block.kind !== 'table' && textOf(block) === ''),
	);
	if (isEmpty)
		throw new Unreadable('there is no text in the file (pictures of pages are not read)');
	// What stands on the edges of pages alone may be what keeps the paper from the public.
	const marks = new Set(lines.map((line) => line.trim()).filter((line) => isMarking(line, true)));
	const inside = new Set(marks.size > 0 ? blocks.flatMap(linesIn).map(bareOf) : []);
	const edges = [...marks].filter((line) => !inside.has(bareOf(line)));
	return {name, format, blocks, remarks, ...(edges.length > 0 ? {edges} : {})};
}

/** A line without its number and the signs around it. */
const bareOf = (line: string): string => line.replaceAll(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, '');

const linesIn = (block: PaperBlock): string[] =>
	block.kind === 'break'
		? []
		: block.kind === 'table'
			? block.rows.flatMap((row) => row.flatMap((cell) => cellText(cell).split('\n')))
			: textOf(block).split('\n');
