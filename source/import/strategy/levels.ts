// The levels of a strategy's outline that might hold its priorities: what is counted, what stands under one heading, what a
// list or a column names. Each is scored by what its parts have in common.
import {cellText, type PaperBlock, type Paper, textOf} from '../read/paper.ts';
import {postsOf} from '../report/people.ts';
import {bare} from '../report/words.ts';
import {countedIn, gatheredIn, isDone, rankOf} from './counted.ts';
import type {Heading} from './outline.ts';
import type {PrioritySection} from './priorities.ts';
import {aloneIn, priorityColumn, projectsInTable} from './table.ts';
import {detailOf, hasDetail} from './details.ts';

/** Parts of one level, and how far they are believed to be the priorities. `named`: a list or a column names them. */
export type PriorityGroup = {sections: PrioritySection[]; score: number; named?: boolean};

/** What makes parts of one level priorities, and how much. */
const worth = {
	/** They are counted: “Priority 1”. */
	counted: 4,
	/** A heading or a sentence gathers them: “Our priorities”. */
	gathered: 2.5,
	/** It says how many there are, and so many they are. */
	matches: 2,
	/** Each holds actions, with who does them or by when. */
	actions: 6,
	/** Each holds the same line that leads a list: “We will:”. */
	refrain: 9,
	/** Each is nothing but a line and its list. */
	lists: 5,
};

/** What a plan has besides its priorities. */
const furniture =
	/^(?:the |our |an? )?(?:appendi|annex|background|introduc|foreword|welcome|message|contents|mission|vision|values?$|purpose|context|about|who we are|what we do|where we are|monitor|govern|review|report|risk|financ|resourc|budget|glossary|contact|measur|how (?:we|will|this)|next steps|consult|key$|legend|conclu|executive summary|summary|progress)/i;

const wordsAt = (block: PaperBlock | undefined): string =>
	block !== undefined && 'runs' in block ? textOf(block) : '';

/** A title without quotation marks around it, without the post of whoever leads it behind a dash. */
export function titled(text: string): string {
	const plain = text
		.replaceAll(/\s+/g, ' ')
		.replace(/^["“]|["”]$/g, '')
		.trim();
	const [, title = '', lead = ''] =
		/^(.{4,160}?)\s+[-–—]\s+(\p{Lu}[^.]{3,100})$/u.exec(plain) ?? [];
	const isPost = lead !== '' && postsOf(lead).posts.length > 0;
	return (isPost ? title : plain).replace(/[.;:]$/, '');
}

/** No plan has more headings; what has costs no more than that. */
const mostHeadings = 300;

/** Every level that might hold the priorities. */
export function levelsOf(paper: Paper, all: readonly Heading[]): PriorityGroup[] {
	const headings = all.slice(0, mostHeadings);
	return [
		...counted(paper, headings),
		...siblings(paper, headings),
		...lists(paper),
		...refrain(paper),
		...led(paper),
		...columns(paper),
	];
}

/** What counts its parts, be it headings, items of a list or rows of a table. */
function counted(paper: Paper, headings: readonly Heading[]): PriorityGroup[] {
	const {blocks} = paper;
	const heads = new Map(headings.map((heading) => [heading.at, heading]));
	const all = blocks.flatMap((block, at) =>
		textsAt(block).flatMap((text) => {
			const heading = heads.get(at);
			const found = countedIn(text) ?? (heading ? countedIn(heading.text) : undefined);
			const isNamed = block.kind === 'item' || block.kind === 'table';
			if (!found || isDone(found.noun) || (!heading && !isNamed) || (isNamed && found.rest === ''))
				return [];
			return [
				{
					at,
					isNamed: isNamed && !heading,
					level: heading?.level ?? 99,
					number: heading?.number,
					...found,
				},
			];
		}),
	);
	const byNoun = Map.groupBy(all.slice(0, mostHeadings), ({noun}) => noun);
	const groups = [...byNoun].map(([noun, list]): PriorityGroup & {noun: string} => {
		const sections = list.map(
			({at, rest, isNamed, level, number}, index): PrioritySection & {place: string} => {
				const next = list[index + 1]?.at ?? blocks.length;
				const end = headings.find((one) => one.at > at && closes(one, level, number));
				return {
					title: titled(rest.trim() || nextLine(blocks, at)),
					from: at,
					to: isNamed ? at : Math.min(next, end?.at ?? blocks.length),
					place: list[index]?.place ?? '',
				};
			},
		);
		// What a list of contents names before is told further on.
		const byPlace = Map.groupBy(sections, ({place}) => place);
		const kept = [...byPlace.values()].flatMap((same) =>
			same.toSorted((a, b) => b.to - b.from - (a.to - a.from)).slice(0, 1),
		);
		return {
			noun,
			sections: kept.toSorted((a, b) => a.from - b.from).map(({place: _place, ...one}) => one),
			score: rankOf(noun) + worth.counted,
			named: list.every(({isNamed}) => isNamed),
		};
	});
	// What holds the parts of another level is above it.
	return groups.map((group) => {
		const holds = groups.some(
			(other) =>
				other !== group &&
				group.sections.length >= 2 &&
				rankOf(group.noun) >= 7 &&
				other.sections.length >= group.sections.length &&
				other.sections.every(({from}) =>
					group.sections.some((one) => from > one.from && from < one.to),
				),
		);
		return holds ? {...group, score: group.score + 2} : group;
	});
}

/** The lines of a block that may count something: its words, or what its rows begin with. */
function textsAt(block: PaperBlock): string[] {
	if (block.kind === 'break') return [];
	if (block.kind !== 'table') return [textOf(block).replaceAll('\n', ' ')];
	return block.rows.flatMap((row) => {
		const alone = aloneIn(row);
		const cells = row.map((cell) => cellText(cell).replaceAll('\n', ' ').trim());
		// “Pillar 1 | Safer streets”
		const text = alone ?? (cells.length <= 3 ? cells.slice(0, 2).join(' ') : (cells[0] ?? ''));
		return text.length <= 160 && countedIn(text) ? [text] : [];
	});
}

/** What stands on the line below a heading that is a number alone. */
function nextLine(blocks: Paper['blocks'], at: number): string {
	const text = wordsAt(blocks[at + 1]).replaceAll('\n', ' ');
	return text.length <= 160 ? text : '';
}

/** Whether a heading ends a section: it is numbered on, or else set as high, or begins what plans end with. */
const closes = (heading: Heading, own: number, number: number | undefined): boolean =>
	number === undefined
		? heading.level < own ||
			(heading.level === own && countedIn(heading.text) === undefined) ||
			(/^(?:appendi|annex|monitor|govern|glossary|contact)/i.test(heading.text) &&
				heading.level <= own + 1)
		: heading.number !== undefined && heading.number > number;

/** Headings that stand beside each other under one heading, or under none. */
function siblings(paper: Paper, headings: readonly Heading[]): PriorityGroup[] {
	const {blocks} = paper;
	const endOf = ({at, level, number}: Heading): number =>
		headings.find(
			(other) =>
				other.at > at &&
				(number === undefined || other.number === undefined
					? other.level <= level && (number === undefined || other.level < level)
					: other.number > number && other.level <= level),
		)?.at ?? blocks.length;
	return [undefined, ...headings].flatMap((parent: Heading | undefined): PriorityGroup[] => {
		const end = parent ? endOf(parent) : blocks.length;
		const below = headings.filter(
			({at, level}) => at > (parent?.at ?? -1) && at < end && level > (parent?.level ?? -1),
		);
		const inside = below.length > 0 || !parent ? below : besides(parent, headings);
		const levels = [...new Set(inside.map(({level}) => level))].toSorted((a, b) => a - b);
		return levels.slice(0, 2).flatMap((level, depth): PriorityGroup[] => {
			const own = inside.filter((one) => one.level === level);
			const all = own.map((one, index): PrioritySection => {
				const next = inside.find((other) => other.at > one.at && other.level < level);
				const last = below.length > 0 || !parent ? end : endOf(one);
				return {
					title: titled(one.text),
					from: one.at,
					to: Math.min(own[index + 1]?.at ?? last, next?.at ?? last),
				};
			});
			const plain = all.filter(({title}) => !furniture.test(title));
			const acting = plain.filter((section) => hasActions(blocks, section));
			const isActing = acting.length >= 2 && acting.length * 2 >= plain.length;
			return [
				...(parent && depth === 0 ? gathered(parent.text, all) : []),
				...(isActing ? [{sections: acting, score: worth.actions - depth}] : []),
			];
		});
	});
}

/** A heading that gathers what stands below it: “Our four priorities”, “Strategic aims”. */
function gathered(text: string, sections: PrioritySection[]): PriorityGroup[] {
	const found = gatheredIn(text);
	const isHead =
		/^(?:[\p{L}\d-]+ ){0,4}[\p{L}-]+s\b.{0,40}$/iu.test(text) &&
		!/^(?:how|why|where|when|deliver|measur|monitor|achiev|progress|risks?)\b/i.test(text);
	if (!found || !isHead || rankOf(found.noun) < 7) return [];
	const isAll = found.count === sections.length;
	return [{sections, score: rankOf(found.noun) + worth.gathered + (isAll ? worth.matches : 0)}];
}

/** Headings set as high as the one that gathers them, where nothing else stands below that. */
function besides({at, level}: Heading, headings: readonly Heading[]): Heading[] {
	const after = headings.filter((one) => one.at > at);
	if (after[0]?.at !== at + 1) return [];
	const end = after.findIndex(
		(one) => one.level < level || (one.level === level && furniture.test(one.text)),
	);
	return after.slice(0, end === -1 ? undefined : end).filter((one) => one.level === level);
}

/** Whether a section holds actions: a table of them, or a list whose entries say who or when. */
function hasActions(blocks: readonly PaperBlock[], {from, to}: PrioritySection): boolean {
	let items = 0;
	let told = 0;
	for (const block of blocks.slice(from + 1, to)) {
		if (block.kind === 'table' && priorityColumn(block.rows) === -1) {
			if (projectsInTable(block.rows, 0).length > 0) return true;
		} else if (block.kind === 'item') {
			items++;
			if (hasDetail(detailOf(textOf(block)))) told++;
		}
	}
	return told > 0 && told * 2 >= items;
}

const leads =
	/^(?:(?:what )?we will|we are going to|our (?:actions|commitments|promises|steps)|(?:key )?actions)(?: do)?\s*:?$/i;

/** Titles each of which has a list below the same words: “We will:”. */
function refrain({blocks}: Paper): PriorityGroup[] {
	const all = blocks.flatMap((block, at) => {
		const text = block.kind === 'item' ? '' : wordsAt(block);
		const isLead = text.length <= 80 && (text.endsWith(':') || leads.test(text));
		return isLead && blocks[at + 1]?.kind === 'item' ? [{at, key: bare(text)}] : [];
	});
	return [...Map.groupBy(all, ({key}) => key).values()].flatMap((same): PriorityGroup[] => {
		const sections = same.flatMap(({at, key}): PrioritySection[] => {
			const before = all.findLast((one) => one.at < at)?.at ?? 0;
			for (let from = at - 1; from > before; from--) {
				const text = wordsAt(blocks[from]);
				if (blocks[from]?.kind === 'item') return [];
				const isTitle = text.length <= 70 && /^\p{Lu}/u.test(text) && !/[.:;,?!]$/.test(text);
				if (isTitle && bare(text) !== key) {
					let to = at + 1;
					while (blocks[to]?.kind === 'item') to++;
					return [{title: titled(text), from, to}];
				}
			}
			return [];
		});
		return sections.length === same.length ? [{sections, score: worth.refrain}] : [];
	});
}

/** What leads on to the points below an item: “Shape place to:”. */
const leadsOn = /(?:,? (?:to|by|that (?:is|are|has)|through|where we will|so that|we will))?\s*:$/i;

/** Lists that a sentence or a heading announces, or each of whose items leads a list of its own. */
function lists({blocks}: Paper): PriorityGroup[] {
	const [first] = blocks;
	return blocks.flatMap((block, at): PriorityGroup[] => {
		if (blocks[at + 1]?.kind !== 'item' || block.kind === 'table' || block.kind === 'break')
			return [];
		const text = textOf(block);
		const line = text.split('\n').at(-1) ?? '';
		if (block.kind === 'item' && !line.endsWith(':')) return [];
		const length = blocks.slice(at + 1).findIndex((one) => one.kind !== 'item');
		const items = blocks.slice(at + 1, length === -1 ? undefined : at + 1 + length);
		const base = items[0]?.kind === 'item' ? items[0].level : 0;
		const tops = items.flatMap((item, index) =>
			item.kind === 'item' && item.level <= base ? [{item, from: at + 1 + index}] : [],
		);
		const end = at + 1 + items.length;
		const all = tops.map(({item, from}, index) => ({
			title: titled(textOf(item).replace(leadsOn, '')),
			from,
			to: tops[index + 1]?.from ?? end,
		}));
		const isNested =
			line.endsWith(':') &&
			tops.every(({item}, index) => {
				const section = all[index];
				return leadsOn.test(textOf(item)) && section !== undefined && section.to - section.from > 1;
			});
		if (isNested) return [{sections: all, score: 14}];
		const found = announcedIn(line, block.kind === 'heading');
		// The list is over where its first words come again, as headings.
		const again = all.findIndex(
			({title}, index) => all.findIndex((other) => bare(other.title) === bare(title)) < index,
		);
		const own = (again === -1 ? all : all.slice(0, again)).map((one) => ({...one, to: one.from}));
		const isShort = own.every(({title}) => title.length <= 160);
		if (found && isShort)
			return [
				{
					sections: own,
					named: true,
					score: 6 + rankOf(found.noun) / 2 + (found.count === own.length ? worth.matches : 0),
				},
			];
		// The one list of a paper that is called its priorities or goals.
		const isOnly =
			/\b(?:priorities|goals|ambitions)$/i.test(wordsAt(first)) &&
			own.length >= 3 &&
			blocks.filter((one) => one.kind === 'item').length === items.length;
		return isOnly ? [{sections: own, named: true, score: 2}] : [];
	});
}

const many = '(?:our|these|the following|\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)';
const announces = new RegExp(
	`\\b${many}\\b(?: \\p{L}+){0,3} (?:priorities|themes|goals|ambitions|pillars|missions|strands|outcomes|(?:strategic )?aims)\\b(?: and \\p{L}+)?(?: (?:that|which) [^.:;]{3,120}?)?(?:\\. They)?(?: (?:are|for)\\b[^.:;]{0,40})?\\s*[:.]?$`,
	'iu',
);

/** What a sentence announces: “we set ourselves five big goals.”, “grouped under 2 themes:”. */
const announcedIn = (line: string, isHeading: boolean) =>
	line.length <= 400 && !isHeading && announces.test(line) ? gatheredIn(line) : undefined;

const joined =
	/^(.{3,60}?),? (?:involving|where we will|which (?:involves|includes)|including|focusing|covering)\b.*:$/i;

/** Short lines that each lead a list, and nothing but such lines between the first of them and the last. */
function led({blocks}: Paper): PriorityGroup[] {
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
		found.push({title: titled(joined.exec(text)?.[1] ?? text), from: at, to});
		at = to - 1;
	}
	return [{sections: found, score: worth.lists}];
}

/** What the tables of a paper name as priorities, row by row. */
function columns({blocks}: Paper): PriorityGroup[] {
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
	return [{sections: [...found.values()], named: true, score: worth.lists}];
}
