// What there is to tell of projects, counted: what a screen needs before any of them is looked at.
import type {Database, Project} from '../../schema/index.ts';
import {countLate, countOverdue} from './progress-parts.ts';
import {
	gather,
	hasNews,
	isBehind,
	isStale,
	lastUpdate,
	type Progress,
	progressOf,
	sinceDay,
} from './progress.ts';
import {isSettled} from './projects.ts';

/** What there is to tell, counted. */
export type GlanceTally = {
	better: number;
	worse: number;
	reached: number;
	slipped: number;
	asked: number;
	late: number;
	risksUp: number;
	overdueRisks: number;
	overdueActions: number;
	stale: number;
};

const noTally = (): GlanceTally => ({
	better: 0,
	worse: 0,
	reached: 0,
	slipped: 0,
	asked: 0,
	late: 0,
	risksUp: 0,
	overdueRisks: 0,
	overdueActions: 0,
	stale: 0,
});

function add(tally: GlanceTally, one: Progress): void {
	tally.better += one.direction === 'better' ? 1 : 0;
	tally.worse += one.direction === 'worse' ? 1 : 0;
	tally.reached += one.reached.length;
	tally.slipped += one.slipped.length;
	tally.asked += one.asked.length;
	tally.late += one.late.length;
	tally.risksUp += one.risen.length + one.cameTrue.length;
	tally.overdueRisks += one.overdueRisks.length;
	tally.overdueActions += one.actions.filter(({overdue}) => overdue).length;
	tally.stale += one.stale ? 1 : 0;
}

/** What projects come to together. */
export function tallyOf(all: readonly Progress[]): GlanceTally {
	const tally = noTally();
	for (const one of all) add(tally, one);
	return tally;
}

/** What projects come to together, and those that there is something to tell of: changed since the earlier state, or behind. */
type Glance = {tally: GlanceTally; worthy: Project[]};

/**
 * As `progressOf` would find it, without its sentences: of ten thousand projects most are the very records that they were, and
 * of those a few numbers say all.
 */
export function glanceAt(
	database: Database,
	before: Database | undefined,
	projects: readonly Project[],
	day: string,
): Glance {
	const {asked, actions} = gather(database);
	const old = before && gather(before).projects;
	const since = before && sinceDay(before);
	const tally = noTally();
	const worthy: Project[] = [];
	for (const project of projects) {
		const was = old?.get(project.id);
		const isAsTold = was === project && project.pending === undefined && !asked.has(project.id);
		if (isAsTold) {
			const late = countLate(project, day);
			const overdueRisks = countOverdue(project, day);
			const overdueActions = (actions.get(project.id) ?? []).filter(
				({due}) => due !== undefined && due < day,
			).length;
			const stale =
				!isSettled(project) && isStale(project, was, since, lastUpdate(database, project));
			tally.late += late;
			tally.overdueRisks += overdueRisks;
			tally.overdueActions += overdueActions;
			tally.stale += stale ? 1 : 0;
			const behind = !isSettled(project) && late + overdueRisks + overdueActions > 0;
			if (behind || stale) worthy.push(project);
			continue;
		}
		for (const one of progressOf(database, before, [project], day)) {
			add(tally, one);
			if (isWorthy(one)) worthy.push(project);
		}
	}
	return {tally, worthy};
}

/** Whether there is something to tell of a project at a meeting. */
const isWorthy = (one: Progress): boolean => hasNews(one) || isBehind(one) || one.stale;
