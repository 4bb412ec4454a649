import {type Manner, mannerOf} from '../../voice/index.ts';
import {personName} from '../../names.ts';
import type {Database, Priority, Project, Strategy} from '../../schema/index.ts';
import {statusCounts} from './portfolio.ts';
import {currentStrategy, isSettled, latestNote} from './projects.ts';

type ReviewedProject = Pick<
	Project,
	'id' | 'title' | 'summary' | 'status' | 'confidence' | 'owner' | 'due'
> & {
	/** Where it got to: its last comment, when it was made and by whom. */
	latest?: {note: string; at: string; by?: string};
};

export type ReviewedPriority = Pick<Priority, 'id' | 'rank' | 'title' | 'summary' | 'aims'> & {
	workStream?: Priority['workStream'];
	counts: Partial<Record<Project['status'], number>>;
	projects: ReviewedProject[];
	/** What was said of the priority as a whole. */
	comments: {at: string; by?: string; note: string}[];
};

/** How far a strategy has come, computed from its projects as they stand. */
export type StrategyReview = Manner & {
	organisation: string;
	strategy: Pick<Strategy, 'id' | 'title' | 'status' | 'period' | 'summary' | 'source'>;
	counts: Partial<Record<Project['status'], number>>;
	total: number;
	priorities: ReviewedPriority[];
	comments: {at: string; by?: string; note: string}[];
	/** The day of the newest comment; absent when there is none. */
	latestAt?: string;
	/** What the organisation concluded; while it has not, a draft made from the counts alone. */
	conclusion: {text: string; drafted: boolean};
	/** Whether some of it comes from a meeting that is made up. */
	example: boolean;
};

/**
 * The review of a strategy, past ones too; without an id that of the one in force. Undefined when the
 * database holds no such strategy.
 */
export function reviewOf(database: Database, wanted?: string): StrategyReview | undefined {
	const strategy =
		wanted === undefined
			? currentStrategy(database)
			: database.strategies.find((one) => one.id === wanted);
	if (!strategy) return undefined;
	const ranked = strategy.priorities.toSorted((a, b) => a.rank - b.rank);
	const ids = new Set(ranked.map(({id}) => id));
	const projects = database.projects.filter(({priority}) => ids.has(priority));
	const {id, title, status, period, summary, source} = strategy;
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
		strategy: {id, title, status, period, summary, source},
		counts: Object.fromEntries(statusCounts(projects)),
		total: projects.length,
		priorities: ranked.map((priority) => reviewPriority(database, priority)),
		comments: commentsOf(strategy.updates),
		latestAt: projects
			.flatMap(({updates}) => updates.map(({at}) => at))
			.toSorted()
			.at(-1),
		conclusion: strategy.conclusion?.trim()
			? {text: strategy.conclusion, drafted: false}
			: {text: conclude(strategy, projects).join(' '), drafted: true},
		example: isExample(database, strategy, projects),
	};
}

/** Whether a state or a comment in a review was set in a meeting that is made up. */
function isExample(
	{meetings, log}: Database,
	strategy: Strategy,
	projects: readonly Project[],
): boolean {
	const examples = new Set(meetings.filter(({example}) => example).map(({id}) => id));
	if (examples.size === 0) return false;
	const told = new Set([`strategies/${strategy.id}`, ...projects.map(({id}) => `projects/${id}`)]);
	return (
		projects.some(({updates}) =>
			updates.some(({meeting}) => meeting !== undefined && examples.has(meeting)),
		) ||
		log.some(
			({during, records}) =>
				during !== undefined &&
				examples.has(during.meeting) &&
				Object.keys(records).some((path) => told.has(path)),
		)
	);
}

function reviewPriority(database: Database, priority: Priority): ReviewedPriority {
	const {id, rank, title, summary, aims, workStream} = priority;
	const projects = database.projects.filter((project) => project.priority === id);
	return {
		id,
		rank,
		title,
		summary,
		aims,
		workStream,
		counts: Object.fromEntries(statusCounts(projects)),
		projects: projects.map((project) => reviewProject(database, project)),
		comments: commentsOf(priority.updates),
	};
}

function reviewProject(database: Database, project: Project): ReviewedProject {
	const {id, title, summary, status, confidence, owner, due, updates} = project;
	const note = latestNote(project);
	const last = updates.findLast((update) => update.note === note);
	return {
		id,
		title,
		summary,
		status,
		confidence,
		owner: owner === undefined ? undefined : personName(database, owner),
		due,
		latest: note && last ? {note, at: last.at, by: last.by} : undefined,
	};
}

const commentsOf = (updates: Strategy['updates'] = []) =>
	updates.flatMap(({at, by, note}) => (note ? [{at, by, note}] : []));

/** What the counts come to, in sentences; only what can be counted is said. */
function conclude({title, status}: Strategy, projects: readonly Project[]): string[] {
	const past = status === 'past';
	const is = (number: number) => (number === 1 ? (past ? 'was' : 'is') : past ? 'were' : 'are');
	const [only, ...others] = projects;
	if (!only) return [`No project was named under ${title}.`];
	if (others.length === 0) {
		const state =
			only.status === 'cancelled'
				? 'was cancelled'
				: `${is(1)} ${only.status === 'delivered' ? 'delivered' : 'still to be finished'}`;
		return [`The one project, ${only.title}, ${state}.`];
	}
	const total = projects.length;
	const delivered = projects.filter((project) => project.status === 'delivered').length;
	const cancelled = projects.filter((project) => project.status === 'cancelled');
	const open = projects.filter((project) => !isSettled(project));
	const names = (some: readonly Project[]) => some.map((one) => one.title).join('; ');
	const share = `${delivered} of the ${total} projects ${is(delivered)} delivered (${Math.round((100 * delivered) / total)}%).`;
	const none = `None of the ${total} projects ${is(1)} delivered.`;
	return [
		delivered === total
			? `All ${total} projects ${is(total)} delivered.`
			: delivered
				? share
				: none,
		...(open.length > 0
			? [`${open.length} ${is(open.length)} still to be finished: ${names(open)}.`]
			: delivered < total
				? ['None is left to finish.']
				: []),
		...(cancelled.length > 0
			? [
					`${cancelled.length} ${cancelled.length === 1 ? 'was' : 'were'} cancelled: ${names(cancelled)}.`,
				]
			: []),
	];
}
