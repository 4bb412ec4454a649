import {
	type PaperBlock,
	isEm,
	isStrong,
	type Paper,
	type PaperRun,
	textOf,
	type Words,
} from '../read/paper.ts';
import {splitLabel} from '../read/labels.ts';
import {countedIn, isDone} from './counted.ts';
import {leadingStanding} from '../status.ts';

/** A heading of a strategy with all that stands under it, down to the next of its level or a higher one. */
export type Heading = {at: number; text: string; level: number; number?: number};

/** Blocks in which each line that was ended on purpose stands by itself; years go on with the title above them. */
export const parted = (blocks: readonly PaperBlock[]): PaperBlock[] =>
	blocks.flatMap((block): PaperBlock[] => {
		const isSet = (run: PaperRun) => run.strong === true || run.em === true;
		if (block.kind !== 'paragraph' || block.runs.some(isSet)) return [block];
		const lines = textOf(block).split(/\n(?!\s*20\d\d\s*[-–—/]\s*\d{2,4}\s*$)/);
		return lines.length < 2
			? [block]
			: lines.map((text) => ({kind: 'paragraph', runs: [{text: text.replaceAll('\n', ' ')}]}));
	});

/**
 * The headings of a paper: those it sets as such, and bold lines on their own; in a text that sets nothing, numbered
 * and short lines that something follows.
 */
export function headingsOf({blocks}: Paper): Heading[] {
	const isPlain = blocks.every(
		(block) =>
			block.kind === 'table' ||
			block.kind === 'break' ||
			(block.kind !== 'heading' && !isStrong(block)),
	);
	return isPlain ? plainHeadings(blocks) : setHeadings(blocks);
}

function plainHeadings(blocks: readonly PaperBlock[]): Heading[] {
	let top = 0;
	return blocks.flatMap((block, at): Heading[] => {
		const next = blocks[at + 1];
		if (
			block.kind === 'table' ||
			block.kind === 'break' ||
			block.kind === 'heading' ||
			!next ||
			next.kind === 'break'
		)
			return [];
		const text = textOf(block);
		// What counts the priorities heads them, be it a whole sentence: “Goal 1: Our community is …”.
		const sentence = block.kind === 'item' ? undefined : countedIn(text);
		if (
			sentence &&
			text.length <= 160 &&
			/^\p{L}+ \d{1,2}: \p{Lu}[^\n]*[^:;,?]$/u.test(text) &&
			!isDone(sentence.noun)
		)
			return [{at, text, level: 2}];
		if (
			text.length > 100 ||
			!/^\p{Lu}|^\d/u.test(text) ||
			/[.:;,?]$/.test(text) ||
			text.includes('\n')
		)
			return [];
		// What counts the priorities heads them, whatever follows.
		const counted = countedIn(text);
		if (counted && counted.rest !== '' && /^\p{Lu}/u.test(counted.rest))
			return [{at, text, level: 2}];
		if (block.kind === 'item') {
			if (/^\d{1,2}\.\d{1,2}\.?$/.test(block.label) && next.kind === 'paragraph')
				return [{at, text, level: 2}];
			const place = Number(/^(\d{1,2})[.)]?$/.exec(block.label)?.[1] ?? Number.NaN);
			if (!(place > top && place <= top + 4)) return [];
			top = place;
			return [{at, text, level: 1, number: place}];
		}
		// Capitals head what numbers and short lines divide.
		if (text === text.toUpperCase() && /\p{Lu}{4}/u.test(text)) return [{at, text, level: 0}];
		const leads =
			next.kind === 'item' ||
			next.kind === 'table' ||
			textOf(next).length > 60 ||
			textOf(next).endsWith(':');
		return leads ? [{at, text, level: 3}] : [];
	});
}

function setHeadings(blocks: readonly PaperBlock[]): Heading[] {
	return blocks.flatMap((block, at): Heading[] => {
		if (block.kind === 'table' || block.kind === 'break') return [];
		const whole = textOf(block).replaceAll('\n', ' ');
		if (whole === '' || whole.length > 160) return [];
		const found = block.kind === 'paragraph' ? countedIn(whole) : undefined;
		if (found && /^\p{Lu}/u.test(found.rest) && !isStrong(block) && !isDone(found.noun))
			return [{at, text: whole, level: 8}];
		const isBold =
			block.kind !== 'heading' && isStrong(block) && !/[.;,]$/.test(whole) && whole.length <= 100;
		if (block.kind !== 'heading' && !isBold) return [];
		const typed =
			block.kind === 'item'
				? splitLabel(`${block.label} ${whole}`)
				: (splitLabel(whole) ?? bareNumber(whole));
		if (typed?.label.kind === 'bullet' || (block.kind === 'item' && typed?.label.kind !== 'number'))
			return [];
		const text = typed?.rest || whole;
		const number =
			typed?.label.kind === 'number' && typed.label.depth === 1 ? typed.label.place : undefined;
		const level = block.kind === 'heading' ? block.level : 7;
		return [{at, text, level, ...(number === undefined ? {} : {number})}];
	});
}

const bareNumber = (text: string) => {
	const [, digits, rest] = /^(\d{1,2})\s+(?=\p{Lu})(.*)$/su.exec(text) ?? [];
	const found = digits === undefined ? undefined : splitLabel(`${digits}. x`);
	return found && rest ? {label: found.label, rest} : undefined;
};

/** One entry of a list with what belongs to it. */
export type OutlineEntry = {
	at: number;
	to: number;
	label: string;
	words: Words;
	/** The text of the entry, with what a page end or a comment cut off from it, and the entries under it. */
	text: string;
	/** Comments in italics that follow it. */
	comments: string[];
};

/** A list: what leads to it, and the heading that it stands under. */
export type List = {intro: string; heading: string; letters: boolean; entries: OutlineEntry[]};

const openEnd = (text: string): boolean => !/[.:;?!)]$/.test(text);

/** The lists between two blocks. An entry's text may go on after a comment that was put in between. */
export function listsIn(blocks: readonly PaperBlock[], from: number, to: number): List[] {
	const lists: List[] = [];
	let heading = '';
	let intro = '';
	let list: List | undefined;
	let base = 0;
	for (let at = from; at < to; at++) {
		const block = blocks[at];
		if (!block || block.kind === 'break') continue;
		if (block.kind === 'table') {
			list = undefined;
			continue;
		}
		const text = textOf(block);
		if (block.kind === 'item' && !(isStrong(block) && text.length > 0 && isTitleOnly(block))) {
			const last = list?.entries.at(-1);
			if (list && last && block.level > base) {
				last.text += `\n- ${text}`;
				last.to = at;
				continue;
			}
			const letters = /^\(?[A-Za-z][.)]/.test(block.label);
			if (!list || list.letters !== letters || (letters && /^\(?[Aa][.)]/.test(block.label))) {
				list = {intro, heading, letters, entries: []};
				lists.push(list);
				base = block.level;
			}
			list.entries.push({at, to: at, label: block.label, words: block, text, comments: []});
			continue;
		}
		const last = list?.entries.at(-1);
		const isHeading = block.kind === 'heading' || isStrong(block);
		const isRemark = isEm(block) ? text.length >= 40 || /[.!]$/.test(text) : leadingStanding(text);
		if (last && !isHeading && isRemark) {
			last.comments.push(text);
			last.to = at;
		} else if (last && !isHeading && /^\p{Ll}/u.test(text) && openEnd(last.text)) {
			last.text += ` ${text}`;
			last.to = at;
		} else {
			if (isHeading) heading = text;
			intro = isHeading ? '' : text;
			list = undefined;
		}
	}
	return lists;
}

/** A numbered heading is an item too; it heads something instead of being listed. */
const isTitleOnly = (block: Words): boolean =>
	block.kind === 'item' && /^\d/.test(block.label) && textOf(block).length <= 100;
