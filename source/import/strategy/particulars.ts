import {cellText, isStrong, type Paper, textOf} from '../read/paper.ts';
import {parseDate} from '../report/dates.ts';
import type {FoundProject} from './projects.ts';

/** When a review's comments were made, and what they are called. */
export type Reviewed = {at?: string; by: string};

/** The first line that is set as a title and is none of a page's furniture. */
export function titleOf({blocks}: Paper): {at: number; text: string} | undefined {
	for (const [at, block] of blocks.slice(0, 20).entries()) {
		if (block.kind === 'table' || block.kind === 'break') continue;
		const text = textOf(block).replaceAll('\n', ' ').replaceAll(/\s+/g, ' ');
		const isSet = block.kind === 'heading' || isStrong(block);
		if (
			isSet &&
			text.length >= 8 &&
			text.length <= 200 &&
			parseDate(text) === undefined &&
			!/^(?:appendix|annex|contents|version|document)\b/i.test(text)
		)
			return {at, text};
	}
	const [first] = blocks;
	const text =
		first && first.kind !== 'table' && first.kind !== 'break'
			? textOf(first).replaceAll('\n', ' ')
			: '';
	return /strategy|plan/i.test(text) && text.length <= 160 ? {at: 0, text} : undefined;
}

const years = /\b(20\d\d)\s*(?:-|–|—|\/|to|until)\s*((?:20)?\d\d)\b(?!\s*(?:%|per))/;

/** The years that a strategy is for: from its title, else from its first lines. */
export function periodOf(
	{blocks}: Paper,
	title: string | undefined,
): {at: number; value: {from: string; to: string}} | undefined {
	const lines = [
		...(title === undefined ? [] : [{at: 0, text: title}]),
		...blocks
			.slice(0, 40)
			.flatMap((block, at) =>
				block.kind === 'table' || block.kind === 'break' ? [] : [{at, text: textOf(block)}],
			),
	];
	for (const {at, text} of lines) {
		const [, from = '', to = ''] = years.exec(text) ?? [];
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
