import type {Change} from '../../domain/changes/index.ts';
import {knownIds} from '../../domain/references.ts';
import type {Database, ProjectStatus} from '../../domain/schema/index.ts';
import {slug} from '../../domain/names.ts';
import {letters, nextNumber} from '../ids.ts';
import {keptPrivate} from '../release.ts';
import type {Planned} from '../report/act.ts';
import {bare} from '../report/words.ts';
import type {Finding, ImportReview, Verdicts} from '../review.ts';
import {readStanding} from '../status.ts';
import {accepted} from '../verdicts.ts';
import {byFlags, type Ways} from '../ways.ts';
import type {Reviewed} from './particulars.ts';
import type {FoundPriority} from './priority.ts';
import type {FoundProject} from './projects.ts';
import type {StrategyStatement} from './statements.ts';

type Added = Extract<Change, {kind: 'strategy/add'}>;
type Taken = {finding: Finding; edited?: string};

/** The one act by which a strategy comes in: itself, and every project that it lists. */
export function planStrategy(
	database: Database,
	review: ImportReview,
	verdicts: Verdicts,
	ways: Ways = byFlags,
): Planned {
	const taken = accepted(review, verdicts);
	const of = (field: string) => taken.filter(({finding}) => finding.field === field);
	const kept = keptPrivate(review, verdicts, ways);
	if (kept !== undefined) return {refusal: kept, at: 'exempt'};
	const [title] = of('title').map(textOf);
	if (title === undefined)
		return {refusal: `the strategy has no title: give it one with ${ways.set('title', '…')}`};
	const period = periodIn(of('period'), ways);
	if (typeof period === 'string') return {refusal: period, at: 'period'};
	const again = database.strategies.find(
		(one) => bare(one.title) === bare(title) && one.period.from === period.from,
	);
	if (again) return {refusal: `this strategy was imported before: it is ${again.id}`};
	const reviewed = (of('reviewed')[0]?.finding.value ?? {by: 'Review'}) as Reviewed;
	const update = (note: string) => ({
		...(reviewed.at ? {at: reviewed.at} : {}),
		by: reviewed.by,
		note,
	});
	const ids = knownIds(database);
	const first = nextNumber('P', ids['priorities'] ?? []);
	const priorities = of('priorities').map((one, index) => ({...one, id: `P${first + index}`}));
	if (priorities.length === 0)
		return {
			refusal: 'no priorities were found: a strategy needs headings such as “Priority 1 – …”',
		};
	const byFinding = new Map(priorities.map(({finding, id}) => [finding.id, id]));
	const statements = (field: string) =>
		of(field).flatMap((one): StrategyStatement[] => statementsIn(one));
	const objective = nextNumber('O', ids['objectives'] ?? []);
	const strategy: Added = {
		kind: 'strategy/add',
		title,
		period,
		objectives: statements('objectives').map(({text}, index) => ({
			id: `O${objective + index}`,
			text,
		})),
		criteria: named(statements('criteria'), new Set()),
		principles: statements('principles').map(({text}, index) => ({id: letters(index), text})),
		domains: named(statements('domains'), ids['domains'] ?? new Set()),
		priorities: priorities.map(({finding, edited, id}) => {
			const found = priorityIn(finding.value as FoundPriority, edited);
			return {
				id,
				title: found.title,
				aims: lettered(found.aims),
				...(found.workStream
					? {workStream: {title: found.workStream.title, aims: lettered(found.workStream.aims)}}
					: {}),
				...(found.comments.length > 0 ? {updates: found.comments.map(update)} : {}),
			};
		}),
		updates: of('comments')
			.flatMap(({finding, edited}) =>
				edited === undefined ? (finding.value as string[]) : [edited],
			)
			.map(update),
	};
	const projects: Change[] = [];
	for (const {finding, edited} of of('projects')) {
		const found = finding.value as FoundProject & {priority: string};
		const priority = byFinding.get(found.priority);
		if (priority === undefined) continue;
		const read = projectIn(found, edited);
		if (typeof read === 'string') return {refusal: read, at: finding.id};
		projects.push({
			kind: 'project/add',
			title: read.title,
			...(found.summary === '' || found.summary === read.title ? {} : {summary: found.summary}),
			priority,
			status: read.status,
			...(found.confidence ? {confidence: found.confidence} : {}),
			...(found.owner ? {owner: found.owner} : {}),
			...(found.due ? {due: found.due} : {}),
			...(found.budget ? {money: {approved: found.budget}} : {}),
			...(found.comments.length > 0 ? {updates: found.comments.map(update)} : {}),
		});
	}
	const current = database.strategies.find(({status}) => status === 'current');
	return {
		changes: [strategy, ...projects],
		notes: current
			? [`${current.id} stays the current strategy; this one comes in as a draft`]
			: [],
	};
}

const textOf = ({finding, edited}: Taken): string => (edited ?? finding.shown).trim();

function periodIn([taken]: Taken[], ways: Ways): {from: string; to: string} | string {
	if (!taken)
		return `the paper does not say for which years the strategy is: give them with ${ways.set('period', '2026-2029')}`;
	const [, from = '', to = ''] =
		/^\s*(\d{4}(?:-\d\d){0,2})\s*(?:-|–|to|\s)\s*(\d{4}(?:-\d\d){0,2})\s*$/.exec(textOf(taken)) ??
		[];
	return from !== '' && from <= to
		? {from, to}
		: `“${textOf(taken)}” is not a period: type one such as 2026-2029`;
}

/** Statements as found, or as they were edited: one to a line, `title: text` where they have titles. */
function statementsIn({finding, edited}: Taken): StrategyStatement[] {
	if (edited === undefined) return finding.value as StrategyStatement[];
	const hasTitles = ['criteria', 'domains'].includes(finding.field);
	return edited
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [, title = line, text = ''] =
				(hasTitles ? /^([^:]{1,80}):\s*(.*)$/.exec(line) : null) ?? [];
			return hasTitles ? {title, text} : {text: line};
		});
}

const lettered = (texts: readonly string[]) =>
	texts.map((text, index) => ({id: letters(index), text}));

function named(
	list: readonly StrategyStatement[],
	known: ReadonlySet<string>,
): {id: string; title: string; text?: string}[] {
	const taken = new Set(known);
	return list.map(({title = '', text}) => {
		const id = slug(title, taken);
		taken.add(id);
		return {id, title, ...(text === '' ? {} : {text})};
	});
}

/** A priority as found, or edited: its title on the first line, its aims below. */
function priorityIn(found: FoundPriority, edited: string | undefined): FoundPriority {
	if (edited === undefined) return found;
	const [title = found.title, ...lines] = edited
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const at = lines.findIndex((line) => /^work stream:/i.test(line));
	const aimsIn = (some: readonly string[]) => some.map((line) => line.replace(/^-\s*/, ''));
	const stream =
		at === -1
			? undefined
			: {
					title: (lines[at] ?? '').replace(/^work stream:\s*/i, ''),
					aims: aimsIn(lines.slice(at + 1)),
				};
	return {
		title,
		aims: aimsIn(at === -1 ? lines : lines.slice(0, at)),
		...(stream ? {workStream: stream} : {}),
		comments: found.comments,
	};
}

/** Where a project stands by a word; one that only says how sure it is means that it goes on. */
const statusOf = (read: ReturnType<typeof readStanding>): ProjectStatus | undefined =>
	read?.status ?? (read?.confidence ? 'in-progress' : undefined);

/** A project as found, or edited: `Title [status]`. */
function projectIn(
	{title, status, confidence}: FoundProject,
	edited: string | undefined,
): {title: string; status: ProjectStatus} | string {
	const found = status ?? (confidence ? 'in-progress' : 'proposed');
	if (edited === undefined) return {title, status: found};
	const [, name = edited, word] = /^(.*?)\s*\[([^\]]*)\]\s*$/s.exec(edited.trim()) ?? [];
	const read = word === undefined || word === 'no status' ? found : statusOf(readStanding(word));
	return read === undefined
		? `there is no status “${word}”; type one such as In progress`
		: {title: name.trim(), status: read};
}
