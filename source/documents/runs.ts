// What the writers of HTML and Word share: both nest, where Markdown and plain text go line by line.
import {clean, cleanLines} from '../domain/clean.ts';
import {type Block, spansOf, type Text} from './tree.ts';

/** A piece of one line, clean. */
export type Run = {text: string; strong: boolean};

/** The paragraphs of a text, each a list of its lines, which are lists of runs; none is empty. */
export function runsOf(text: Text): Run[][][] {
	const lines: Run[][] = [[]];
	for (const span of spansOf(text)) {
		const [found, strong] = typeof span === 'string' ? [span, false] : [span.strong, true];
		for (const [index, part] of cleanLines(found).split('\n').entries()) {
			if (index > 0) lines.push([]);
			lines.at(-1)?.push({text: part, strong});
		}
	}
	const paragraphs: Run[][][] = [[]];
	for (const line of lines.map(trim)) {
		if (line.length === 0) paragraphs.push([]);
		else paragraphs.at(-1)?.push(line);
	}
	return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** A line without blanks at its ends; no runs when there is nothing else. */
function trim(line: Run[]): Run[] {
	const first = line.findIndex(({text}) => text.trim() !== '');
	const last = line.findLastIndex(({text}) => text.trim() !== '');
	return line
		.slice(Math.max(0, first), last + 1)
		.map(({text, strong}, index, {length}) => {
			const start = index === 0 ? text.trimStart() : text;
			return {text: index === length - 1 ? start.trimEnd() : start, strong};
		})
		.filter(({text}) => text !== '');
}

/** A heading's text on one line, never empty: a heading that says nothing leads nobody. */
export const headingText = (text: string): string => clean(text).trim() || '–';

/**
 * The blocks with headings that never skip a level, which is how screen readers count on them: what
 * stood deeper than another still does, by one level.
 */
export function inOrder(blocks: readonly Block[]): Block[] {
	const open: number[] = [];
	return blocks.map((block) => {
		if (block.type !== 'heading') return block;
		while ((open.at(-1) ?? 0) >= block.level) open.pop();
		open.push(block.level);
		return {...block, level: (open.length + 1) as 2 | 3 | 4};
	});
}
