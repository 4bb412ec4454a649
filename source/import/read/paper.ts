/** A piece of text with one emphasis. A line break that its author meant is `\n`; those of a page's width are gone. */
export type PaperRun = {text: string; strong?: boolean; em?: boolean};

/** Words on their own: a heading, a paragraph or an item of a list. */
export type Words =
	| {kind: 'heading'; level: number; runs: PaperRun[]}
	| {kind: 'paragraph'; runs: PaperRun[]}
	/** `label` is what stands in front: `1.`, `(a)`, `iv)`, `•`; `level` how deep it is set in, from 0. */
	| {kind: 'item'; label: string; level: number; runs: PaperRun[]};

/** What a cell of a table holds. */
export type Cell = Words[];

export type PaperBlock = Words | {kind: 'table'; rows: Cell[][]} | {kind: 'break'};

/** How a file was written, which says what may be trusted in it. */
type Format = 'text' | 'word';

/**
 * A paper as one list of blocks, whatever file it came in. What belongs to its pages and not to its text (running
 * heads, page numbers, tables of contents, footnotes) is not among them.
 */
export type Paper = {
	name: string;
	format: Format;
	blocks: PaperBlock[];
	/** Markings on the heads and feet of its pages, which are not among its blocks. */
	edges?: string[];
	/** What was done to read it and may matter, one sentence each. */
	remarks: string[];
};

/** A file that cannot be read as a paper or a table; the message is one line for whoever tried. */
export class Unreadable extends Error {
	override name = 'Refusal';
}

/** More blocks and cells than this are not a paper that anybody decides on. */
export const mostBlocks = 20_000;
export const tooMany = `the file has more than ${mostBlocks.toLocaleString('en-GB')} paragraphs and cells: that is not a paper that anybody decides on`;

/** A words block's text, emphasis aside. */
export const textOf = ({runs}: {runs: readonly PaperRun[]}): string =>
	runs
		.map(({text}) => text)
		.join('')
		.trim();

/** The text of a cell, a line for each of its blocks. */
export const cellText = (cell: Cell): string => cell.map(textOf).filter(Boolean).join('\n');

/** Whether everything that can be seen is bold. */
export const isStrong = ({runs}: {runs: readonly PaperRun[]}): boolean =>
	runs.some(({text}) => text.trim() !== '') &&
	runs.every(({text, strong}) => strong === true || !/[\p{L}\p{N}]/u.test(text));

/** Whether everything that can be seen is in italics: how inserted comments are often set. */
export const isEm = ({runs}: {runs: readonly PaperRun[]}): boolean =>
	runs.some(({text}) => text.trim() !== '') &&
	runs.every(({text, em}) => em === true || !/[\p{L}\p{N}]/u.test(text));

/** Runs without blanks at both ends, neighbours of the same emphasis made one. */
export function tidyRuns(runs: readonly PaperRun[]): PaperRun[] {
	const joined: PaperRun[] = [];
	for (const {text, strong, em} of runs) {
		if (text === '') continue;
		const last = joined.at(-1);
		const same =
			last && (last.strong ?? false) === (strong ?? false) && (last.em ?? false) === (em ?? false);
		if (last && (same || text.trim() === '')) last.text += text;
		else joined.push({text, ...(strong ? {strong} : {}), ...(em ? {em} : {})});
	}
	for (const run of joined)
		run.text = run.text.replaceAll(/[ \t]+/g, ' ').replaceAll(/ ?\n ?/g, '\n');
	const [first] = joined;
	const last = joined.at(-1);
	if (first) first.text = first.text.trimStart();
	if (last) last.text = last.text.trimEnd();
	return joined.filter(({text}) => text !== '');
}
