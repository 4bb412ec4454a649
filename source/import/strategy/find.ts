import {confidenceWords, cut, statusWords} from '../../domain/words.ts';
import {type PaperBlock, cellText, isEm, type Paper, textOf} from '../read/paper.ts';
import {gate} from '../gate.ts';
import {scrub} from '../report/people.ts';
import {type Finding, longestPassage, type Passage, type ImportReview} from '../review.ts';
import {headingsOf, listsIn, parted} from './outline.ts';
import {periodOf, reviewedOf, titleOf} from './particulars.ts';
import {sectionsOf, type PrioritySection} from './priorities.ts';
import {type FoundPriority, priorityOf} from './priority.ts';
import {projectsOf} from './projects.ts';
import {
	criteriaIn,
	domainsIn,
	objectivesBelow,
	objectivesIn,
	principlesIn,
	type StrategyStatement,
} from './statements.ts';

export const strategyWords: Record<string, string> = {
	title: 'Title',
	period: 'Period',
	reviewed: 'Comments made',
	objectives: 'Objectives',
	criteria: 'Success criteria',
	principles: 'Principles',
	domains: 'Domains',
	priorities: 'Priority',
	projects: 'Project',
	comments: 'Comments',
};

/**
 * What a strategy says: its objectives, its priorities with their aims and work streams, the projects that it lists,
 * and the comments that a review put into it. Nothing is guessed: what no heading or list tells is missing.
 */
export function findStrategy(whole: Paper): ImportReview {
	const paper = {...whole, blocks: parted(whole.blocks)};
	const {blocks} = paper;
	const headings = headingsOf(paper);
	const sections = sectionsOf(paper, headings);
	// All rows of one table have it for their passage.
	const passages = new Map<string, Passage>();
	const passage = (from: number, to: number): Passage => {
		const known = passages.get(`${from} ${to}`);
		const one = known ?? {from, to, text: scrub(textBetween(blocks, from, to)).text};
		if (!known) passages.set(`${from} ${to}`, one);
		return one;
	};
	const make = (
		field: string,
		value: unknown,
		shown: string,
		from: number,
		to: number,
		id = field,
		by: Finding['by'] = 'heading',
	): Finding => ({
		id,
		field,
		says: strategyWords[field] ?? field,
		value,
		shown: scrub(shown).text,
		passage: passage(from, to),
		by,
	});
	const found: Finding[] = [];
	const title = titleOf(paper);
	if (title)
		found.push(make('title', title.text, title.text, title.at, title.at, 'title', 'place'));
	const period = periodOf(paper, title);
	if (period)
		found.push(
			make(
				'period',
				period.value,
				`${period.value.from}–${period.value.to}`,
				period.at,
				period.at,
				'period',
				'place',
			),
		);
	const outside = (from: number) =>
		sections.every((section) => from < section.from || from >= section.to);
	for (const [field, look] of [
		['objectives', objectivesIn],
		['criteria', criteriaIn],
		['principles', principlesIn],
		['domains', domainsIn],
	] as const) {
		const hit =
			look(paper, {all: headings, outside: headings.filter(({at}) => outside(at))}) ??
			(field === 'objectives' ? objectivesBelow(paper, sections) : undefined);
		if (hit)
			found.push(make(field, hit.list, hit.list.map(sayStatement).join('\n'), hit.from, hit.to));
	}
	const projects = projectsOf(blocks, sections);
	const reviewed = reviewedOf(paper, projects.flat());
	if (reviewed)
		found.push(
			make(
				'reviewed',
				reviewed.value,
				`${reviewed.value.by}${reviewed.value.at ? `, ${reviewed.value.at}` : ''}`,
				reviewed.from,
				reviewed.to,
				'reviewed',
				'place',
			),
		);
	let number = 0;
	for (const [index, section] of sections.entries()) {
		const own = projects[index] ?? [];
		const priority = priorityOf(paper, section, own);
		const id = `priorities/${index + 1}`;
		found.push({
			...make(
				'priorities',
				priority,
				sayPriority(priority),
				section.from,
				aimsEnd(blocks, section),
				id,
			),
			says: `Priority ${index + 1}`,
		});
		for (const project of own) {
			number++;
			const stands = project.status
				? statusWords[project.status]
				: project.confidence
					? confidenceWords[project.confidence]
					: 'no status';
			const shown = `${project.title} [${stands}]`;
			const notes = [
				...(project.status
					? []
					: [
							project.confidence
								? 'the paper says how sure it is, not where it stands: it would come in as In progress'
								: 'the paper gives no status: it would come in as Proposed',
						]),
				...(project.month === undefined
					? []
					: [`“${cut(project.month, 40)}” is taken as its last day`]),
				...(project.when === undefined
					? []
					: [`due “${cut(project.when, 40)}” is not a day, and stays out`]),
			];
			found.push({
				...make(
					'projects',
					{...project, priority: id},
					shown,
					project.from,
					project.to,
					`projects/${number}`,
				),
				says: `Project ${number}`,
				...(notes.length > 0 ? {note: notes.join('; ')} : {}),
			});
		}
	}
	const comments = commentsOutside(blocks, sections);
	if (comments.length > 0) {
		const [first] = comments;
		found.push(
			make(
				'comments',
				comments.map(({text}) => text),
				comments.map(({text}) => text).join('\n\n'),
				first?.at ?? 0,
				comments.at(-1)?.at ?? 0,
			),
		);
	}
	const review: ImportReview = {
		kind: 'strategy',
		title: title?.text ?? paper.name,
		findings: found,
		missing: [],
		unread: [],
		remarks: paper.remarks,
	};
	return gate(review, {
		paper,
		asked: Object.keys(strategyWords)
			.filter((field) => !['reviewed', 'comments'].includes(field))
			.map((field) => ({field, says: plural(field)})),
	});
}

const plural = (field: string): string =>
	field === 'priorities'
		? 'Priorities'
		: field === 'projects'
			? 'Projects'
			: (strategyWords[field] ?? field);

const sayStatement = ({title, text}: StrategyStatement): string =>
	title === undefined ? text : text === '' ? title : `${title}: ${text}`;

const sayPriority = ({title, aims, workStream}: FoundPriority): string =>
	[
		title,
		...aims.map((aim) => `- ${aim}`),
		...(workStream
			? [`Work stream: ${workStream.title}`, ...workStream.aims.map((aim) => `- ${aim}`)]
			: []),
	].join('\n');

/** The text of some blocks, for a passage. */
function textBetween(blocks: readonly PaperBlock[], from: number, to: number): string {
	const lines = blocks.slice(from, to + 1).flatMap((block) => {
		if (block.kind === 'break') return [];
		if (block.kind === 'table') return block.rows.map((row) => row.map(cellText).join(' | '));
		return [block.kind === 'item' ? `${block.label} ${textOf(block)}` : textOf(block)];
	});
	return cut(lines.join('\n'), longestPassage);
}

/** The end of the list of aims, for the passage of a priority. */
function aimsEnd(blocks: readonly PaperBlock[], {from, to}: PrioritySection): number {
	const [first] = listsIn(blocks, from + 1, to);
	return first?.entries.at(-1)?.to ?? from;
}

/** Comments in italics that stand in no priority. */
const commentsOutside = (
	blocks: readonly PaperBlock[],
	sections: readonly PrioritySection[],
): {at: number; text: string}[] =>
	sections.length === 0
		? []
		: blocks.flatMap((block, at) => {
				const isOutside = sections.every(({from, to}) => at < from || at >= to);
				return isOutside && block.kind === 'paragraph' && isEm(block) && textOf(block).length >= 40
					? [{at, text: textOf(block)}]
					: [];
			});
