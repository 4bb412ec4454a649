import type {Confidence, Money, ProjectStatus} from '../../domain/schema/index.ts';
import {type PaperBlock, isStrong, textOf, type Words} from '../read/paper.ts';
import {countedIn, isDone} from './counted.ts';
import {leadingStanding} from '../status.ts';
import {type OutlineEntry, type List, listsIn} from './outline.ts';
import type {PrioritySection} from './priorities.ts';
import {bare} from '../report/words.ts';
import {detailOf, labelledProject} from './labelled.ts';
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

/** The projects that a priority lists: in a list with comments, under a heading that says so, or in a table. */
export function projectsIn(
	blocks: readonly PaperBlock[],
	{from, to}: PrioritySection,
): FoundProject[] {
	const lists = listsIn(blocks, from + 1, to).filter(isProjects);
	const listed = lists.flatMap(({entries}) => entries.map(toProject));
	const tables = blocks
		.slice(from, to)
		.flatMap((block, index) =>
			block.kind === 'table' && !namesPriorities(block.rows)
				? projectsInTable(block.rows, from + index)
				: [],
		);
	const headed = blocks.slice(from, to).flatMap((block, index): FoundProject[] => {
		if (block.kind !== 'heading' && !('runs' in block && isStrong(block))) return [];
		const found = countedIn(textOf(block));
		const at = from + index;
		return found && isDone(found.noun) && found.rest !== ''
			? [{title: found.rest, summary: found.rest, comments: [], from: at, to: at}]
			: [];
	});
	const labelled = blocks
		.slice(from, to)
		.flatMap((block, index) => labelledProject(block, from + index));
	return [...listed, ...tables, ...headed, ...labelled].toSorted((a, b) => a.from - b.from);
}

/** The projects of each priority in tables that name it row by row, wherever they stand: by its number or its title. */
export function assigned(
	blocks: readonly PaperBlock[],
	sections: readonly PrioritySection[],
): FoundProject[][] {
	const all = blocks.flatMap((block, at) =>
		block.kind === 'table' && namesPriorities(block.rows) ? projectsInTable(block.rows, at) : [],
	);
	return sections.map(({title}, index) =>
		all.filter(({of = ''}) => {
			const number = /(?:^|\b(?:priority|theme|goal|ambition|p)\s*)(\d{1,2})\b/i.exec(of)?.[1];
			const named = countedIn(of)?.rest ?? of;
			return number === undefined || bare(named) === bare(title)
				? bare(named) === bare(title)
				: Number(number) === index + 1;
		}),
	);
}

/** Entries that a review comments on with their status are projects; so are those that a heading calls projects. */
function isProjects({entries, heading, intro, letters}: List): boolean {
	const told = entries.filter(
		({comments, text}) => leadingStanding(comments[0] ?? '') ?? trailing(text),
	);
	if (told.length >= 2 && told.length * 2 >= entries.length) return true;
	const led = entries.filter(({text}) => detailOf(text).owner !== undefined);
	if (led.length >= 2 && led.length * 2 >= entries.length) return true;
	const says =
		/\bprojects?\b|\binitiatives\b|\bprogramme of work\b|^(?:key |our |main )*(?:actions|deliverables|activities)$/i;
	const head =
		/^(?:key |our |main |priority |strategic |the )*(?:projects|initiatives|actions|deliverables)$/i;
	return (
		!letters &&
		(says.test(heading) || head.test(intro) || (says.test(intro) && intro.endsWith(':')))
	);
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

function toProject({words, text, comments, at, to}: OutlineEntry): FoundProject {
	const [first = '', ...more] = comments;
	const lead = leadingStanding(first);
	const end = lead ? undefined : trailing(text);
	const standing = lead?.standing ?? end?.standing;
	const notes = lead ? [lead.rest, ...more] : comments;
	const {rest: body, ...detail} = detailOf(end ? end.lead : text);
	return {
		title: titleOf(words, body),
		summary: body,
		...standing,
		...detail,
		comments: notes
			.filter((note) => note !== '')
			.map((note) => note.slice(0, 1).toUpperCase() + note.slice(1)),
		from: at,
		to,
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
