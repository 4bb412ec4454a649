import {cellText, type PaperBlock, type Paper, textOf} from '../read/paper.ts';
import {postsOf} from '../report/people.ts';
import {bare} from '../report/words.ts';
import {countedIn, isDone} from './counted.ts';
import {type Heading, headingsOf} from './outline.ts';
import {aloneIn, priorityColumn} from './table.ts';

/**
 * A priority: its title, and the blocks from its heading to the end of what it says. One that a list names without
 * saying more ends where it begins.
 */
export type PrioritySection = {title: string; from: number; to: number};

/** Sections that might be the priorities, and how far that is believed. */
type Offer = {sections: PrioritySection[]; score: number};

const most = 20;

/**
 * The priorities of a strategy, in its order. What counts them is believed most (“Priority 1 – …”, “Theme two: …”), then
 * what stands under a heading such as “Our priorities”, then a list that a sentence announces (“our five goals:”), then
 * short lines that each have a list of their own.
 */
export function sectionsOf(
	paper: Paper,
	headings: readonly Heading[] = headingsOf(paper),
): PrioritySection[] {
	const counted = countedSections(paper, headings);
	const listed = countedItems(paper);
	const offers = [
		{sections: counted, score: 8},
		{sections: gatheredSections(paper, headings), score: 6},
		{sections: listed, score: listed.length > counted.length ? 9 : 7},
		{sections: announcedItems(paper, headings), score: 5},
		{sections: nestedItems(paper), score: 6.5},
		{sections: promised(paper), score: 5.5},
		{sections: ledLists(paper), score: 4},
		{sections: onlyList(paper), score: 2},
		{sections: columnSections(paper), score: 4.5},
	].filter(({sections}) => sections.length >= 2 && sections.length <= most);
	const [best] = offers.toSorted((a: Offer, b: Offer) => b.score - a.score);
	const sections = best?.sections ?? [];
	// A list that names them all may say more of them than are told about.
	const all = announcedItems(paper, headings);
	const told = (title: string) => sections.find((one) => bare(one.title) === bare(title));
	const isWhole =
		all.length > sections.length &&
		all.length <= most &&
		sections.length > 0 &&
		sections.every(({title}) => all.some((one) => bare(one.title) === bare(title)));
	return withoutText(isWhole ? all.map((one) => told(one.title) ?? one) : sections);
}

const wordsAt = (block: PaperBlock | undefined): string =>
	block !== undefined && 'runs' in block ? textOf(block) : '';

/** A title without the quotation marks around it, and without the post of whoever leads it behind a dash. */
function titled(text: string): string {
	const plain = text
		.replaceAll(/\s+/g, ' ')
		.replace(/^["“]|["”]$/g, '')
		.trim();
	const [, title = '', lead = ''] =
		/^(.{4,160}?)\s+[-–—]\s+(\p{Lu}[^.]{3,100})$/u.exec(plain) ?? [];
	const isPost = lead !== '' && postsOf(lead).posts.length > 0;
	return (isPost ? title : plain).replace(/[.;:]$/, '');
}

function countedSections({blocks}: Paper, headings: readonly Heading[]): PrioritySection[] {
	const all = headings.flatMap((heading) => {
		const found = countedIn(heading.text);
		return found && !isDone(found.noun) ? [{heading, ...found}] : [];
	});
	const byNoun = Map.groupBy(all, ({noun}) => noun);
	const [best = []] = [...byNoun.values()].toSorted((a, b) => distinct(b) - distinct(a));
	if (distinct(best) < 2) return [];
	const firsts = best.filter(
		({place}, index) => best.findIndex((other) => other.place === place) === index,
	);
	return firsts.map(({heading, rest}, index): PrioritySection => {
		const next = firsts[index + 1]?.heading.at ?? blocks.length;
		return {
			title: titled(rest.trim() || nextLine(blocks, heading.at)),
			from: heading.at,
			to: Math.min(next, endOf(headings, heading, blocks.length)),
		};
	});
}

const distinct = (list: readonly {place: string}[]): number =>
	new Set(list.map(({place}) => place)).size;

/** What stands on the line below a heading that is a number alone. */
function nextLine(blocks: Paper['blocks'], at: number): string {
	const text = wordsAt(blocks[at + 1]).replaceAll('\n', ' ');
	return text.length <= 160 ? text : '';
}

/** Where a section ends: at the next heading that is numbered like its own, or that is set as high. */
function endOf(headings: readonly Heading[], {at, level, number}: Heading, length: number): number {
	const next = headings.find((other) => {
		if (other.at <= at) return false;
		return number === undefined
			? other.level <= level
			: other.number !== undefined && other.number > number;
	});
	return next?.at ?? length;
}

const gathers =
	/^(?:the |our |strategic |key |corporate |council |\d+ |five |four |three |six )*(?:priorities|themes|pillars|ambitions|goals|strategic aims|missions|focus areas)\b/i;

/** Headings one step below “Our priorities”. */
function gatheredSections({blocks}: Paper, headings: readonly Heading[]): PrioritySection[] {
	for (const parent of headings) {
		if (!gathers.test(parent.text)) continue;
		const end =
			headings.find(({at, level}) => at > parent.at && level <= parent.level)?.at ?? blocks.length;
		const inside = headings.filter(
			({at, level}) => at > parent.at && at < end && level > parent.level,
		);
		const top = Math.min(...inside.map(({level}) => level));
		const children = inside.filter(({level}) => level === top);
		if (children.length < 2) continue;
		return children.map(({at, text}, index) => ({
			title: titled(text),
			from: at,
			to: children[index + 1]?.at ?? end,
		}));
	}
	return [];
}

/** Items of a list that count them: “Workstream 1: …”. */
function countedItems({blocks}: Paper): PrioritySection[] {
	const all = blocks.flatMap((block, at) => {
		const found = block.kind === 'item' ? countedIn(textOf(block)) : undefined;
		return found && found.rest !== '' && !isDone(found.noun) && found.noun !== 'objective'
			? [{at, ...found}]
			: [];
	});
	const byNoun = Map.groupBy(all, ({noun}) => noun);
	const [best = []] = [...byNoun.values()].toSorted((a, b) => distinct(b) - distinct(a));
	return best.map(({at, rest}) => ({title: titled(rest), from: at, to: at}));
}

const count = '(?:\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)';
/** A sentence that announces the list of them: “we set ourselves five big goals.”, “grouped under 2 themes:”. */
const announces = new RegExp(
	`\\b(?:our|these|the following|${count})\\b(?: \\p{L}+){0,3} (?:priorities|themes|goals|ambitions|pillars|missions|strands|outcomes|strategic aims)(?: are)?\\s*(?::|\\.)?$`,
	'iu',
);

/** One that says more of them before it ends: “the five key priorities and outcomes that will be our focus are:”. */
const announcesAtLength = new RegExp(
	`\\b(?:our|these|the following|${count})\\b(?: \\p{L}+){0,3} (?:priorities|themes|goals|ambitions|pillars|missions|strands|outcomes|strategic aims)\\b(?: and \\p{L}+)?(?: (?:that|which) [^.:;]{3,120}?)?(?:\\. They)? are(?: as follows)?\\s*:$`,
	'iu',
);

/** The items below such a sentence; where headings of the same words stand further on, these. */
function announcedItems({blocks}: Paper, headings: readonly Heading[]): PrioritySection[] {
	for (const [at, block] of blocks.entries()) {
		if (block.kind === 'item' && !textOf(block).endsWith(':')) continue;
		const [line = ''] = wordsAt(block).split('\n').slice(-1);
		if (line.length > 400 || !(announces.test(line) || announcesAtLength.test(line))) continue;
		const items: {at: number; title: string}[] = [];
		for (let next = at + 1; next < blocks.length; next++) {
			const one = blocks[next];
			if (one?.kind !== 'item' || textOf(one).length > 160) break;
			const title = titled(textOf(one));
			// The list is over where its first words come again, as headings.
			if (items.some((item) => bare(item.title) === bare(title))) break;
			items.push({at: next, title});
		}
		if (items.length < 2) continue;
		const own = items.map(({title}) =>
			headings.find(
				(heading) => heading.at > at + items.length && bare(heading.text) === bare(title),
			),
		);
		if (own.every((heading) => heading !== undefined)) {
			return items.map(({title}, index) => ({
				title,
				from: own[index]?.at ?? at,
				to: own[index + 1]?.at ?? blocks.length,
			}));
		}
		return items.map((item) => ({title: item.title, from: item.at, to: item.at}));
	}
	return [];
}

/** Titles of which each has its list below the same words: “We will:”. */
function promised({blocks}: Paper): PrioritySection[] {
	const isLead = (at: number) =>
		/^(?:(?:what )?we will|we are going to|our (?:actions|commitments|promises)|key actions|actions)(?: do)?\s*:?$/i.test(
			wordsAt(blocks[at]).trim(),
		) && blocks[at + 1]?.kind === 'item';
	const leads = [...blocks.keys()].filter(isLead);
	const found = leads.map((lead, index): PrioritySection | undefined => {
		const from = index === 0 ? 0 : (leads[index - 1] ?? 0);
		for (let at = lead - 1; at > from; at--) {
			const text = wordsAt(blocks[at]);
			if (blocks[at]?.kind === 'item') return undefined;
			if (text.length <= 70 && /^\p{Lu}/u.test(text) && !/[.:;,?!]$/.test(text)) {
				let to = lead + 1;
				while (blocks[to]?.kind === 'item') to++;
				return {title: titled(text), from: at, to};
			}
		}
		return undefined;
	});
	const all = found.filter((section) => section !== undefined);
	return all.length === leads.length ? all : [];
}

/** What leads on to the points below an item: “Shape place to:”. */
const leadsOn = /(?:,? (?:to|by|that (?:is|are|has)|through|where we will|so that|we will))?\s*:$/i;

/** Items of one list each of which leads a list of its own, below a line that announces them. */
function nestedItems({blocks}: Paper): PrioritySection[] {
	for (const [at, block] of blocks.entries()) {
		const first = blocks[at + 1];
		if (block.kind !== 'paragraph' || !textOf(block).endsWith(':') || first?.kind !== 'item')
			continue;
		const length = blocks.slice(at + 1).findIndex((one) => one.kind !== 'item');
		const items = blocks.slice(at + 1, length === -1 ? undefined : at + 1 + length);
		const tops = items.flatMap((item, index) =>
			item.kind === 'item' && item.level <= first.level ? [{item, from: at + 1 + index}] : [],
		);
		const isNested = tops.every(
			({item, from}, index) =>
				leadsOn.test(textOf(item)) && (tops[index + 1]?.from ?? at + 1 + items.length) - from >= 2,
		);
		if (tops.length < 2 || !isNested) continue;
		return tops.map(({item, from}, index) => ({
			title: titled(textOf(item).replace(leadsOn, '')),
			from,
			to: tops[index + 1]?.from ?? at + 1 + items.length,
		}));
	}
	return [];
}

/** Titles of a list without what each says of itself, where all of them do: “A place for all: Council will …”. */
function withoutText(sections: readonly PrioritySection[]): PrioritySection[] {
	const named = sections.map(({title}) => /^([^:.]{3,70}):\s+\p{Lu}.{20,}$/u.exec(title)?.[1]);
	return sections.map((section, at) =>
		named.every(Boolean) ? {...section, title: named[at] ?? section.title} : section,
	);
}

/** What the tables of a paper name as priorities, row by row, where nothing else does. */
function columnSections({blocks}: Paper): PrioritySection[] {
	const found = new Map<string, PrioritySection>();
	for (const [at, block] of blocks.entries()) {
		if (block.kind !== 'table') continue;
		const column = priorityColumn(block.rows);
		for (const row of block.rows.slice(1)) {
			const own = column === -1 ? aloneIn(row) : cellText(row[column] ?? []);
			const text = (own ?? '').replaceAll('\n', ' ').trim();
			const named = countedIn(text)?.rest || (column === -1 ? '' : text);
			if (/\p{L}{3}/u.test(named) && named.length <= 160 && !found.has(bare(named)))
				found.set(bare(named), {title: titled(named), from: at, to: at});
		}
	}
	return [...found.values()];
}

/** The one list of a paper that is called its priorities or goals. */
function onlyList({blocks}: Paper): PrioritySection[] {
	const [first] = blocks;
	if (!/\b(?:priorities|goals|ambitions)$/i.test(wordsAt(first))) return [];
	const items = blocks.flatMap((block, at) => (block.kind === 'item' ? [{at, block}] : []));
	const [from, to] = [items[0]?.at ?? 0, items.at(-1)?.at ?? 0];
	return to - from + 1 === items.length && items.length >= 3
		? items.map(({at, block}) => ({title: titled(textOf(block)), from: at, to: at}))
		: [];
}

const joined =
	/^(.{3,60}?),? (?:involving|where we will|which (?:involves|includes)|including|focusing|covering)\b.*:$/i;

/** Short lines that each lead a list of bullets, and nothing but such lines between the first of them and the last. */
function ledLists({blocks}: Paper): PrioritySection[] {
	const found: PrioritySection[] = [];
	for (let at = 0; at < blocks.length; at++) {
		const block = blocks[at];
		const text = wordsAt(block);
		const isLead =
			block?.kind === 'paragraph' &&
			blocks[at + 1]?.kind === 'item' &&
			text.length <= 90 &&
			!text.includes('\n') &&
			/^\p{Lu}/u.test(text) &&
			!/[.;?]$/.test(text);
		if (!isLead) {
			if (found.length >= 2) break;
			found.length = 0;
			continue;
		}
		let to = at + 1;
		while (blocks[to]?.kind === 'item') to++;
		const title = joined.exec(text)?.[1] ?? text;
		found.push({title: titled(title), from: at, to});
		at = to - 1;
	}
	return found.length >= 2 ? found : [];
}
