import type {Confidence, Money, ProjectStatus} from '../../domain/schema/index.ts';
import {type PaperBlock, isStrong, textOf, type Words} from '../read/paper.ts';
import {countedIn, isDone} from './counted.ts';
import {leadingStanding, readStanding, type Standing} from '../status.ts';
import {type OutlineEntry, type List, listsIn} from './outline.ts';
import type {PrioritySection} from './priorities.ts';
import {bare} from '../report/words.ts';
import {detailOf, hasDetail, labelledProjects, partsBelow} from './details.ts';
import {namesPriorities, projectsInTable} from './table.ts';

/** A project as a strategy lists it. */
export type FoundProject = {
	title: string;
	summary: string;
	status?: ProjectStatus;
	confidence?: Confidence;
	/** The post that leads it, and the day by which it is due, where a table says so. */
	owner?: string;
	due?: string;
	/** When it is due, where that is not a day: “spring 2027”; and the month whose last day was taken. */
	when?: string;
	month?: string;
	/** What is approved for it. */
	budget?: Money;
	/** The priority that its row names. */
	of?: string;
	/** What a review says of it, without the status that it begins with. */
	comments: string[];
	from: number;
	to: number;
};

/**
 * The projects that each priority lists: in lists with comments, details or a heading that says so, in tables, in lines that
 * label them. Lists below the same words are judged together: “We will:” leads to actions everywhere or nowhere.
 */
export function projectsOf(
	blocks: readonly PaperBlock[],
	sections: readonly PrioritySection[],
): FoundProject[][] {
	const words = legendIn(blocks);
	const lists = sections.map(({from, to}) => listsIn(blocks, from + 1, to));
	const done = new Set(
		[...Map.groupBy(lists.flat(), keyOf)].flatMap(([key, pool]) =>
			areDone(pool.flatMap(({entries}) => entries)) ? [key] : [],
		),
	);
	const rows = assigned(blocks, sections, words);
	return sections.map(({from, to}, index) => {
		const listed = (lists[index] ?? [])
			.filter((list) => isProjects(list, done.has(keyOf(list))))
			.flatMap(({entries}) => entries.map((entry) => toProject(blocks, entry)));
		const taken = new Set(listed.map((one) => one.from));
		const own = blocks.slice(from, to).flatMap((block, place): FoundProject[] => {
			const at = from + place;
			if (block.kind === 'table')
				return namesPriorities(block.rows) ? [] : projectsInTable(block.rows, at, words);
			return place === 0 || taken.has(at) ? [] : countedProject(blocks, at);
		});
		const labelled = labelledProjects(blocks, from, to);
		const found = [...listed, ...own, ...labelled];
		return (found.length > 0 ? found : strategiesIn(blocks, from, to))
			.toSorted((a, b) => a.from - b.from)
			.concat(rows[index] ?? []);
	});
}

const keyOf = ({intro, heading}: List): string =>
	bare((intro || heading).replace(/^.*\.\s+(?=\p{L})/su, ''));

/** “Strategy A.1 …” is what is done for a goal where nothing else is. */
const strategiesIn = (blocks: readonly PaperBlock[], from: number, to: number): FoundProject[] =>
	blocks
		.slice(from + 1, to)
		.flatMap((_, index) => countedProject(blocks, from + 1 + index, 'strategy'));

/** A line that counts something done: “Action 3: …”. */
function countedProject(blocks: readonly PaperBlock[], at: number, noun?: string): FoundProject[] {
	const block = blocks[at];
	if (!block || block.kind === 'break' || block.kind === 'table') return [];
	const found = countedIn(textOf(block).replaceAll('\n', ' '));
	const isOwn =
		found !== undefined &&
		found.rest !== '' &&
		found.place !== found.rest.toLowerCase() &&
		(noun === undefined ? isDone(found.noun) : found.noun === noun);
	if (!isOwn) return [];
	const below = partsBelow(blocks, at);
	const {rest, ...detail} = detailOf([found.rest, below.text].filter(Boolean).join('; '));
	return [{title: rest, summary: rest, ...detail, comments: [], from: at, to: below.to}];
}

/** What the letters of a status mean, where a key below the table says so: `R = off track   C = complete`. */
function legendIn(blocks: readonly PaperBlock[]): ReadonlyMap<string, Standing> {
	const texts = blocks.flatMap((block) =>
		'runs' in block && /^(?:key|legend|rag)\b/i.test(textOf(block))
			? [textOf(block).slice(0, 400)]
			: [],
	);
	const pairs = texts.flatMap((text) => [
		...text.matchAll(
			/\b([A-Z]{1,2})\s?[=–-]\s?(\p{L}[\p{Ll} ]{2,30}?)(?=\s+[A-Z]{1,2}\s?[=–-]|[;,.|]|$)/gu,
		),
	]);
	return new Map(
		pairs.flatMap(([, letter = '', word = '']) => {
			const standing = readStanding(word);
			return standing ? [[letter.toLowerCase(), standing] as const] : [];
		}),
	);
}

/** The projects of each priority in tables that name it row by row, wherever they stand: by its number or its title. */
function assigned(
	blocks: readonly PaperBlock[],
	sections: readonly PrioritySection[],
	words: ReadonlyMap<string, Standing>,
): FoundProject[][] {
	const all = blocks.flatMap((block, at) =>
		block.kind === 'table' && namesPriorities(block.rows)
			? projectsInTable(block.rows, at, words)
			: [],
	);
	return sections.map(({title}, index) =>
		all.filter(({of = ''}) => {
			const number =
				/(?:^|\b(?:priority|theme|goal|ambition|pillar|aim|objective|outcome|p)\s*)(\d{1,2})\b/i.exec(
					of,
				)?.[1];
			const named = countedIn(of)?.rest ?? of;
			return number === undefined || bare(named) === bare(title)
				? bare(named) === bare(title)
				: Number(number) === index + 1;
		}),
	);
}

/** What a list of measures, risks or reasons is called: it holds neither aims nor projects. */
export const asides =
	/\b(?:measur|success|indicator|kpi|how (?:we|you)(?:.ll| will) know|risk|challenge|background|why (?:this|it)|values?\b|evidence)/i;

/**
 * Entries that a review comments on with their status are projects; so are those that say who or when, and those that a
 * heading calls projects.
 */
function isProjects({heading, intro, letters}: List, isDoneList: boolean): boolean {
	if (asides.test(intro || heading)) return false;
	if (isDoneList) return true;
	const says =
		/\bprojects?\b|\binitiatives\b|\bprogramme of work\b|^(?:key |our |main )*(?:actions|deliverables|activities|steps)$/i;
	const head =
		/^(?:key |our |main |priority |strategic |the )*(?:projects|initiatives|actions|deliverables|steps):?$/i;
	return (
		!letters &&
		(says.test(heading) || head.test(intro) || (says.test(intro) && intro.endsWith(':')))
	);
}

/** Whether most entries say where they stand, who leads them or by when they are due. */
function areDone(entries: readonly OutlineEntry[]): boolean {
	const isMost = (test: (entry: OutlineEntry) => boolean): boolean => {
		const {length} = entries.filter(test);
		return length >= Math.min(2, entries.length) && length > 0 && length * 2 >= entries.length;
	};
	if (isMost(({comments, text}) => Boolean(leadingStanding(comments[0] ?? '') ?? trailing(text))))
		return true;
	const details = entries.map(({text}) => detailOf(text));
	const led = details.filter(({owner}) => owner !== undefined).length;
	if (led >= Math.min(2, details.length) && led > 0 && led * 2 >= details.length) return true;
	const dated = details.filter(hasDetail).length;
	return dated >= 2 && dated * 10 >= details.length * 6;
}

/** A status in brackets or after a dash at the end: `Telephony – on track`, `Telephony (Complete)`. */
function trailing(
	text: string,
):
	| {lead: string; standing: NonNullable<ReturnType<typeof leadingStanding>>['standing']}
	| undefined {
	const [, lead = '', word = ''] =
		/^(.{3,200}?)\s*(?:\(([^()]{2,40})\)|\[([^\]]{2,40})\])$/s
			.exec(text)
			?.filter((part) => part !== undefined) ??
		/^(.{3,200}?)\s+[–—-]\s+([\p{L} ]{2,40})\.?$/su.exec(text) ??
		/^([^:]{3,200}):\s+([\p{L} ]{2,40})\.?$/su.exec(text) ??
		[];
	const found = word === '' ? undefined : leadingStanding(word);
	return found?.rest === '' ? {lead, standing: found.standing} : undefined;
}

function toProject(
	blocks: readonly PaperBlock[],
	{words, text, comments, at, to}: OutlineEntry,
): FoundProject {
	const [first = '', ...more] = comments;
	const lead = leadingStanding(first);
	const end = lead ? undefined : trailing(text);
	const standing = lead?.standing ?? end?.standing;
	const notes = lead ? [lead.rest, ...more] : comments;
	const below = partsBelow(blocks, to);
	const whole = end ? end.lead : text;
	const {rest, ...detail} = detailOf([whole, below.text].filter(Boolean).join('; '));
	const counted = countedIn(rest);
	const body = counted && isDone(counted.noun) && counted.rest !== '' ? counted.rest : rest;
	return {
		title: titleOf(words, body),
		summary: body,
		...standing,
		...detail,
		comments: notes
			.filter((note) => note !== '')
			.map((note) => note.slice(0, 1).toUpperCase() + note.slice(1)),
		from: at,
		to: below.to,
	};
}

/** What is set in bold names a project, or all of a short entry; else its first words, up to a mark. */
function titleOf(words: Words, text: string): string {
	const bold = isStrong(words)
		? undefined
		: words.runs.find(({strong, text}) => strong && /\p{L}{2}/u.test(text));
	const name = bold?.text.trim().replace(/[\s:,.;–-]+$/, '') ?? '';
	if (name !== '') return capital(name);
	const [first = ''] = text.split('\n');
	const [head = first] = first.split(/[:.;]\s|\s[–—-]\s/);
	return capital(
		head.length <= 100
			? head.replace(/[.:;,]$/, '')
			: `${head.slice(0, 99).replace(/\s\S*$/, '')}…`,
	);
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
