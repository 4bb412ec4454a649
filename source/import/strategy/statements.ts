import {type PaperBlock, isStrong, type Paper, textOf} from '../read/paper.ts';
import {countedIn} from './counted.ts';
import {type Heading, listsIn} from './outline.ts';

/** A statement of a strategy; criteria and domains have a title of their own. */
export type StrategyStatement = {title?: string; text: string};
/** Every heading, and those that stand in no priority. */
type Headings = {all: readonly Heading[]; outside: readonly Heading[]};
type Hit = {list: StrategyStatement[]; from: number; to: number};

/** The blocks under a heading, to the next of its level or a higher one; with `own`, to the next of any. */
function under(
	{blocks}: Paper,
	headings: readonly Heading[],
	heading: Heading,
	own = false,
): {at: number; block: PaperBlock}[] {
	const next = headings.find(({at, level, number}) => {
		if (at <= heading.at) return false;
		return own || (heading.number === undefined ? level <= heading.level : number !== undefined);
	});
	return blocks
		.slice(heading.at + 1, next?.at)
		.map((block, index) => ({at: heading.at + 1 + index, block}));
}

/** Statements in a list or, where there is none, in short lines of their own. */
function listUnder(paper: Paper, {all, outside}: Headings, wanted: RegExp): Hit | undefined {
	for (const heading of outside) {
		if (!wanted.test(heading.text) || heading.text.length > 80) continue;
		const inside = under(paper, all, heading, true);
		const items = inside.filter(({block}) => block.kind === 'item');
		const lines = inside.filter(({block}) => block.kind === 'paragraph' && isLine(textOf(block)));
		const found = items.length > 0 ? items : lines;
		const list = found.map(({block}) => ({
			text:
				block.kind === 'table' || block.kind === 'break'
					? ''
					: textOf(block).replaceAll(/\s+/g, ' '),
		}));
		const last = found.at(-1);
		if (list.length >= 2 && last) return {list, from: heading.at, to: last.at};
	}
	return undefined;
}

const isLine = (text: string): boolean =>
	text.length <= 90 && /^[\p{L}\d]/u.test(text) && !/[.:]$/.test(text);

/** Titles with a text each: bold words and what follows, or sub-headings. */
function titledUnder(paper: Paper, {all, outside}: Headings, wanted: RegExp): Hit | undefined {
	for (const heading of outside) {
		if (!wanted.test(heading.text) || heading.text.length > 80) continue;
		const inside = under(paper, all, heading);
		const list: StrategyStatement[] = [];
		let last = heading.at;
		for (const [index, {at, block}] of inside.entries()) {
			if (block.kind === 'table' || block.kind === 'break') continue;
			const text = textOf(block);
			const isHead = block.kind === 'heading' || isStrong(block);
			if (isHead) {
				const next = inside[index + 1]?.block;
				const body = next?.kind === 'paragraph' && !isStrong(next) ? textOf(next) : '';
				if (text.length > 80 || body === '') continue;
				list.push({title: text.replace(/:$/, ''), text: body.replaceAll(/\s+/g, ' ')});
				last = at + 1;
			} else {
				const [bold] = block.runs;
				const rest = text
					.slice(bold?.text.trim().length ?? 0)
					.replace(/^[\s:–—-]+/, '')
					.trim();
				if (!bold?.strong || rest === '' || bold.text.length > 80) continue;
				list.push({
					title: bold.text.trim().replace(/[\s:–—-]+$/, ''),
					text: rest.replaceAll(/\s+/g, ' '),
				});
				last = at;
			}
		}
		if (list.length >= 2) return {list, from: heading.at, to: last};
	}
	return undefined;
}

/** What a plan wants to have reached, in a list below a heading that says so or a line such as “By 2030 we will have:”. */
function visionIn(paper: Paper, {all, outside}: Headings): Hit | undefined {
	for (const heading of outside) {
		if (
			!/\b(?:what we (?:want|aim|plan) to (?:achieve|see)|what success (?:will )?looks? like|where we want to be|(?:our|the) vision|vision for \d{4}|desired outcomes|outcomes we want)\b|^vision$/i.test(
				heading.text,
			)
		)
			continue;
		const inside = under(paper, all, heading, true);
		const first = inside.findIndex(({block}) => block.kind === 'item');
		const items = inside.slice(first).filter(({block}) => block.kind === 'item');
		const last = items.at(-1);
		if (first === -1 || items.length < 2 || !last) continue;
		return {
			list: items.map(({block}) => ({
				text: 'runs' in block ? textOf(block).replaceAll(/\s+/g, ' ') : '',
			})),
			from: heading.at,
			to: last.at,
		};
	}
	return undefined;
}

/** What the priorities themselves call objectives, in a list or line by line, where the strategy has none beside them. */
export function objectivesBelow(
	{blocks}: Paper,
	sections: readonly {from: number; to: number}[],
): Hit | undefined {
	const found = sections.flatMap(({from, to}) => {
		const listed = listsIn(blocks, from + 1, to)
			.filter(({intro, heading}) => /\bobjectives?:?$/i.test(intro || heading))
			.flatMap(({entries}) => entries.map(({at, text}) => ({at, text})));
		const counted = blocks.slice(from + 1, to).flatMap((block, index) => {
			const own = 'runs' in block ? countedIn(textOf(block).replaceAll('\n', ' ')) : undefined;
			return own?.noun === 'objective' ? [{at: from + 1 + index, text: own.rest}] : [];
		});
		return listed.length > 0 ? listed : counted;
	});
	const [first] = found;
	const last = found.at(-1);
	return found.length >= 2 && first && last
		? {
				list: found.map(({text}) => ({
					text: countedIn(text)?.rest ?? text.replaceAll(/\s+/g, ' '),
				})),
				from: first.at,
				to: last.at,
			}
		: undefined;
}

export const objectivesIn = (paper: Paper, headings: Headings): Hit | undefined =>
	listUnder(
		paper,
		headings,
		/\b(?:objectives|corporate (?:aims|goals|priorities|outcomes)|strategic (?:aims|goals|outcomes)|council priorities|our aims)$/i,
	) ?? visionIn(paper, headings);

export const principlesIn = (paper: Paper, headings: Headings): Hit | undefined =>
	listUnder(paper, headings, /\bprinciples\b/i);

export const criteriaIn = (paper: Paper, headings: Headings): Hit | undefined =>
	titledUnder(
		paper,
		headings,
		/\bcriteria\b|measuring success|measures of success|how we will measure|success measures/i,
	);

export const domainsIn = (paper: Paper, headings: Headings): Hit | undefined =>
	titledUnder(paper, headings, /\bdomains\b/i);
