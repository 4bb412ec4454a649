import {personName} from '../names.ts';
import type {Database, Priority, Project, Strategy} from '../schema/index.ts';
import {count} from '../words.ts';
import {statusCounts} from './portfolio.ts';
import {currentStrategy, isSettled, latestNote, priorities} from './projects.ts';

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
export type Review = {
	organisation: string;
	timeZone: string;
	strategy: Pick<Strategy, 'id' | 'title' | 'status' | 'period' | 'summary' | 'source'>;
	counts: Partial<Record<Project['status'], number>>;
	total: number;
	priorities: ReviewedPriority[];
	comments: {at: string; by?: string; note: string}[];
	/** The day of the newest comment; absent when there is none. */
	latestAt?: string;
	conclusion: string[];
};

/** The review of the strategy in force; undefined when the database holds no strategy. */
export function reviewOf(database: Database): Review | undefined {
	const strategy = currentStrategy(database);
	if (!strategy) return undefined;
	const ranked = priorities(database);
	const ids = new Set(ranked.map(({id}) => id));
	const projects = database.projects.filter(({priority}) => ids.has(priority));
	const {id, title, status, period, summary, source} = strategy;
	return {
		organisation: database.organisation.name,
		timeZone: database.organisation.timeZone,
		strategy: {id, title, status, period, summary, source},
		counts: Object.fromEntries(statusCounts(projects)),
		total: projects.length,
		priorities: ranked.map((priority) => reviewPriority(database, priority)),
		comments: commentsOf(strategy.updates),
		latestAt: projects
			.flatMap(({updates}) => updates.map(({at}) => at))
			.toSorted()
			.at(-1),
		conclusion: conclude(projects),
	};
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
function conclude(projects: readonly Project[]): string[] {
	if (projects.length === 0) return ['No project is named yet.'];
	const with_ = (status: Project['status']) =>
		projects.filter((project) => project.status === status);
	const delivered = with_('delivered').length;
	const cancelled = with_('cancelled');
	const open = projects.filter((project) => !isSettled(project));
	const names = (some: readonly Project[]) => some.map(({title}) => title).join('; ');
	const was = (number: number) => (number === 1 ? 'was' : 'were');
	return [
		`${delivered} of ${count(projects.length, 'project')} ${delivered === 1 ? 'is' : 'are'} delivered (${Math.round((100 * delivered) / projects.length)}%).`,
		...(open.length === 0
			? ['None is left to finish.']
			: [`${count(open.length, 'is', 'are')} still to be finished: ${names(open)}.`]),
		...(cancelled.length > 0
			? [`${cancelled.length} ${was(cancelled.length)} cancelled: ${names(cancelled)}.`]
			: []),
	];
}
