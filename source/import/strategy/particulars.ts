import {cellText, isStrong, type Paper, textOf} from '../read/paper.ts';
import {parseDate} from '../report/dates.ts';
import {countedIn} from './counted.ts';
import type {FoundProject} from './projects.ts';

/** When a review's comments were made, and what they are called. */
export type Reviewed = {at?: string; by: string};

/** What a strategy is called. */
const isNamed = (text: string): boolean => /\b(?:strategy|plan|framework|programme)\b/i.test(text);

const furniture =
	/^(?:appendix|annex|contents|version|document|published|home|page|strategy document|foreword|executive summary|introduction)\b/i;

/** Lines among the first that may be the title, with how they are set. */
function lines({blocks}: Paper): {at: number; text: string; isSet: boolean; times: number}[] {
	const all = blocks.slice(0, 40).flatMap((block, at) => {
		if (block.kind === 'table' || block.kind === 'break') return [];
		const isSet = block.kind === 'heading' || isStrong(block);
		// Its years may stand on the line below.
		const texts = isSet
			? [textOf(block).replaceAll('\n', ' ')]
			: textOf(block).split(/\n(?!\s*20\d\d\s*[-–—/]\s*\d{2,4}\s*$)/);
		return texts.map((text, index) => ({
			at,
			text: text.replaceAll(/\s+/g, ' ').trim(),
			isSet,
			isListed: block.kind === 'item' && index === 0,
		}));
	});
	return all
		.filter(({isListed}) => !isListed)
		.map((line) => ({...line, times: all.filter(({text}) => text === line.text).length}));
}

/**
 * What the strategy is called: a line among the first that is set as a title, names a strategy, gives its years, or
 * stands again at the head of its pages; the best of them.
 */
export function titleOf(paper: Paper): {at: number; text: string} | undefined {
	const scored = lines(paper)
		.filter(
			({text, isSet}) =>
				text.length >= 8 &&
				text.length <= 160 &&
				(isSet || !/[.:;,]$/.test(text)) &&
				parseDate(text.replace(years, ' ')) === undefined &&
				!furniture.test(text) &&
				countedIn(text) === undefined,
		)
		.map((line, index) => ({
			...line,
			score:
				(line.isSet ? 4 : 0) +
				(isNamed(line.text) ? 3 : 0) +
				(/\b(?:goals|priorities|ambitions)\b/i.test(line.text) ? 1 : 0) +
				(line.times > 1 ? 2 : 0) -
				index * 0.4,
		}));
	const [best] = scored.toSorted((a, b) => b.score - a.score);
	if (!best || best.score < 1) return undefined;
	const {text} = best;
	const isShouted = text === text.toUpperCase();
	return {
		at: best.at,
		text: isShouted && best.times > 1 ? capitals(text) : text,
	};
}

const capitals = (text: string): string =>
	text.replaceAll(/\p{Lu}+/gu, (word) =>
		/^(?:AND|OF|FOR|THE|TO|IN)$/.test(word)
			? word.toLowerCase()
			: word[0] + word.slice(1).toLowerCase(),
	);

/** Years of account: `2026/27 – 2028/29` runs from 2026 to 2029. */
const accounts = /\b(20\d\d)\/\d\d\s*(?:-|–|—|to|until)\s*(?:20)?\d\d\/(\d\d)\b/;
const years = /\b(20\d\d)\s*(?:-|–|—|\/|to|until)\s*((?:20)?\d\d)\b(?!\s*(?:%|per))/;

/** “November 2026 to November 2029”. */
function monthsIn(text: string): {from: string; to: string} | undefined {
	const [, first = '', last = ''] =
		/\b([A-Z][a-z]{2,8} 20\d\d)\s*(?:-|–|—|to|until)\s*([A-Z][a-z]{2,8} 20\d\d)\b/.exec(text) ?? [];
	const [from, to] = [parseDate(first), parseDate(last)];
	if (typeof from !== 'object' || typeof to !== 'object') return undefined;
	return from.from < to.to ? {from: from.from, to: to.to} : undefined;
}

/** The years that a strategy is for: from its title, else from its first lines. */
export function periodOf(
	{blocks}: Paper,
	title: {at: number; text: string} | undefined,
): {at: number; value: {from: string; to: string}} | undefined {
	const found = [
		...(title === undefined ? [] : [title]),
		...blocks
			.slice(0, 40)
			.flatMap((block, at) =>
				block.kind === 'table' || block.kind === 'break' ? [] : [{at, text: textOf(block)}],
			),
	];
	for (const {at, text} of found) {
		const months = monthsIn(text);
		if (months) return {at, value: months};
		const [, from = '', to = ''] = accounts.exec(text) ?? years.exec(text) ?? [];
		const last = to.length === 2 ? `${from.slice(0, 2)}${to}` : to;
		if (from !== '' && last >= from && Number(last) - Number(from) <= 30)
			return {at, value: {from, to: last}};
	}
	return undefined;
}

/** The day and the name of a review, where comments were put in: the last full date of the front page. */
export function reviewedOf(
	{blocks}: Paper,
	projects: readonly FoundProject[],
): {from: number; to: number; value: Reviewed} | undefined {
	if (projects.every(({comments}) => comments.length === 0)) return undefined;
	const front = blocks.slice(0, 15).flatMap((block, at) => {
		const text =
			block.kind === 'table'
				? block.rows.map((row) => row.map(cellText).join(' ')).join('\n')
				: block.kind === 'break'
					? ''
					: textOf(block);
		return text.split('\n').map((line) => ({at, line}));
	});
	const days = front.flatMap(({at, line}) => {
		const day = line.length <= 200 ? parseDate(line) : undefined;
		return typeof day === 'string' ? [{at, day}] : [];
	});
	const last = days.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1);
	const named = front.find(({line}) => /\breview\b/i.test(line));
	const [, name = 'review'] =
		/((?:retrospective|annual|mid-?term|interim|progress|half-?way|yearly|first|second|third|final) review|review)/i.exec(
			front.map(({line}) => line).join(' '),
		) ?? [];
	const at = last?.at ?? named?.at ?? 0;
	return {
		from: at,
		to: at,
		value: {
			...(last ? {at: last.day} : {}),
			by: name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase(),
		},
	};
}
