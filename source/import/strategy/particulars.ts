import {cellText, isStrong, type Paper, textOf} from '../read/paper.ts';
import {parseDate} from '../report/dates.ts';
import type {FoundProject} from './projects.ts';

/** When a review's comments were made, and what they are called. */
export type Reviewed = {at?: string; by: string};

/** What a strategy is called. */
const isNamed = (text: string): boolean => /\b(?:strategy|plan|framework|programme)\b/i.test(text);

/** The first line that is set as a title and is none of a page's furniture; one right below it that names a strategy goes before it. */
export function titleOf({blocks}: Paper): {at: number; text: string} | undefined {
	const set = blocks.slice(0, 20).flatMap((block, at) => {
		if (block.kind === 'table' || block.kind === 'break') return [];
		const text = textOf(block).replaceAll('\n', ' ').replaceAll(/\s+/g, ' ');
		const isSet = block.kind === 'heading' || isStrong(block);
		return isSet &&
			text.length >= 8 &&
			text.length <= 200 &&
			parseDate(text) === undefined &&
			!/^(?:appendix|annex|contents|version|document)\b/i.test(text)
			? [{at, text}]
			: [];
	});
	const [first, second] = set;
	if (first)
		return second && second.at === first.at + 1 && isNamed(second.text) && !isNamed(first.text)
			? second
			: first;
	// In a text that sets nothing, a short line among the first that names one.
	return blocks.slice(0, 5).flatMap((block, at) => {
		if (block.kind === 'table' || block.kind === 'break') return [];
		const text = textOf(block).replaceAll('\n', ' ');
		return isNamed(text) && text.length <= 160 && !/[.:;,]$/.test(text) ? [{at, text}] : [];
	})[0];
}

/** Years of account: `2026/27 – 2028/29` runs from 2026 to 2029. */
const accounts = /\b(20\d\d)\/\d\d\s*(?:-|–|—|to|until)\s*(?:20)?\d\d\/(\d\d)\b/;
const years = /\b(20\d\d)\s*(?:-|–|—|\/|to|until)\s*((?:20)?\d\d)\b(?!\s*(?:%|per))/;

/** The years that a strategy is for: from its title, else from its first lines. */
export function periodOf(
	{blocks}: Paper,
	title: {at: number; text: string} | undefined,
): {at: number; value: {from: string; to: string}} | undefined {
	const lines = [
		...(title === undefined ? [] : [title]),
		...blocks
			.slice(0, 40)
			.flatMap((block, at) =>
				block.kind === 'table' || block.kind === 'break' ? [] : [{at, text: textOf(block)}],
			),
	];
	for (const {at, text} of lines) {
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
