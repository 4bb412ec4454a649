import {dayIn, sayDay} from '../../calendar.ts';
import {personName} from '../../names.ts';
import {approvedField} from '../../rules/approval.ts';
import {inEffect} from '../../rules/in-effect.ts';
import type {
	Action,
	Confidence,
	Database,
	Project,
	ProjectStatus,
	Request,
} from '../../schema/index.ts';
import {
	lateMilestones,
	milestoneNews,
	type MilestoneNews,
	moneyNews,
	type MoneyNews,
	riskNews,
	type RiskNews,
} from './progress-parts.ts';
import {isSettled} from './projects.ts';

/** What waits on a project: approved and not in effect, or in effect by law and not put in place yet. */
type WaitingChange = {
	id: string;
	field: string;
	decision: string;
	says: string;
	due: boolean;
	/** It will never be in effect: it is to be taken off. */
	falls: boolean;
};

/** An action that is open, with its owner's name. */
export type OpenAction = {id: string; text: string; owner?: string; due?: string; overdue: boolean};

export const asOpen = (
	database: Database,
	{id, text, owner, due}: Action,
	day: string,
): OpenAction => ({
	id,
	text,
	...(owner === undefined ? {} : {owner: personName(database, owner)}),
	...(due === undefined ? {} : {due}),
	overdue: due !== undefined && due < day,
});

/** What became of one project between two states of a database, and how it stands at the later one. */
export type Progress = {
	project: Project;
	/** It was not there before. */
	isNew: boolean;
	status: {from?: ProjectStatus; to: ProjectStatus};
	confidence: {from?: Confidence; to?: Confidence};
	/** Whether confidence rose or fell; absent where it was not told before, or is not now. */
	direction?: 'better' | 'worse' | 'same';
	reached: MilestoneNews[];
	slipped: MilestoneNews[];
	/** Milestones whose approved date has passed, and that were not reached. */
	late: MilestoneNews[];
	asked: Request[];
	waiting: WaitingChange[];
	risen: RiskNews[];
	cameTrue: RiskNews[];
	overdueRisks: RiskNews[];
	money?: MoneyNews;
	actions: OpenAction[];
	/** What was said of it since. */
	notes: {at: string; by?: string; note: string}[];
	/** The day on which anybody last said anything of it; absent where nobody has. */
	updatedOn?: string;
	/** Nobody did between the two states. */
	stale: boolean;
};

/** What is asked of a whole state for each of its projects, gathered once for it: states are never altered, only replaced. */
type Gathered = {
	projects: ReadonlyMap<string, Project>;
	asked: ReadonlyMap<string, Request[]>;
	actions: ReadonlyMap<string, Action[]>;
};

const gathered = new WeakMap<Database, Gathered>();

export function gather(database: Database): Gathered {
	const held = gathered.get(database);
	if (held) return held;
	const {projects, requests, actions} = database;
	const found: Gathered = {
		projects: new Map(projects.map((one) => [one.id, one])),
		asked: Map.groupBy(
			requests.filter(({fate}) => fate === 'asked'),
			({project}) => project,
		),
		actions: Map.groupBy(
			actions.filter(({status, project}) => status === 'open' && project !== undefined),
			({project}) => project ?? '',
		),
	};
	gathered.set(database, found);
	return found;
}

/**
 * What became of projects between an earlier state and a later one. `day` is the day of the later one; without an earlier one
 * nothing is compared. Pure.
 */
export function progressOf(
	database: Database,
	before: Database | undefined,
	projects: readonly Project[],
	day: string,
): Progress[] {
	const {asked, actions} = gather(database);
	const since = before && sinceDay(before);
	return projects.map((project) => {
		const was = before && gather(before).projects.get(project.id);
		const updatedOn = lastUpdate(database, project);
		return {
			...ownProgress(database, project, was, before !== undefined, day),
			...(updatedOn === undefined ? {} : {updatedOn}),
			asked: asked.get(project.id) ?? [],
			waiting: waitingOn(database, project, day),
			actions: (actions.get(project.id) ?? []).map((action) => asOpen(database, action, day)),
			stale: isStale(project, was, since, updatedOn),
		};
	});
}

/** Nobody said anything of a project that is open since the earlier state. */
export const isStale = (
	project: Project,
	was: Project | undefined,
	since: string | undefined,
	updatedOn: string | undefined,
): boolean =>
	!isSettled(project) &&
	since !== undefined &&
	(updatedOn === undefined || updatedOn < since) &&
	was?.updates.length === project.updates.length;

/** The day on which anybody last said anything of a project. */
export function lastUpdate({organisation}: Database, {updates}: Project): string | undefined {
	let last = '';
	for (const {at} of updates) if (at > last) last = at;
	return last === '' ? undefined : dayIn(last, organisation.timeZone);
}

/** What a project's own record tells. */
type OwnProgress = Omit<Progress, 'asked' | 'waiting' | 'actions' | 'stale' | 'updatedOn'>;

function ownProgress(
	database: Database,
	project: Project,
	was: Project | undefined,
	compared: boolean,
	day: string,
): OwnProgress {
	const told = new Set(was?.updates.map(({id}) => id));
	return {
		project,
		isNew: compared && was === undefined,
		status: {...(was && {from: was.status}), to: project.status},
		confidence: {
			...(was?.confidence && {from: was.confidence}),
			...(project.confidence && {to: project.confidence}),
		},
		...directionOf(was?.confidence, project.confidence),
		...(was && was !== project ? milestoneNews(was, project) : {reached: [], slipped: []}),
		late: lateMilestones(project, day),
		...riskNews(was, project, day),
		...moneyNews(database, was, project),
		notes: compared
			? project.updates.flatMap(({id, at, by, note}) =>
					note && !told.has(id) ? [{at, ...(by === undefined ? {} : {by}), note}] : [],
				)
			: [],
	};
}

/** The day up to which a state reaches. */
export const sinceDay = ({log, organisation}: Database): string | undefined => {
	const last = log.at(-1);
	return last && dayIn(last.at, organisation.timeZone);
};

/** Whether there is anything to tell of a project since the earlier state. */
export const hasNews = ({
	isNew,
	status,
	confidence,
	reached,
	slipped,
	asked,
	waiting,
	risen,
	cameTrue,
	money,
	notes,
}: Progress): boolean =>
	isNew ||
	(status.from !== undefined && status.from !== status.to) ||
	(status.from !== undefined && confidence.from !== confidence.to) ||
	[reached, slipped, asked, waiting, risen, cameTrue, notes].some(({length}) => length > 0) ||
	money?.from !== undefined;

/** Whether a project needs looking at, changed or not: something of it is late or overdue. */
export const isBehind = ({late, overdueRisks, actions, project}: Progress): boolean =>
	!isSettled(project) &&
	(late.length > 0 || overdueRisks.length > 0 || actions.some(({overdue}) => overdue));

const trust: Record<Confidence, number> = {red: 0, amber: 1, green: 2};

function directionOf(
	from: Confidence | undefined,
	to: Confidence | undefined,
): Pick<Progress, 'direction'> {
	if (from === undefined || to === undefined) return {};
	const by = trust[to] - trust[from];
	return {direction: by > 0 ? 'better' : by < 0 ? 'worse' : 'same'};
}

function waitingOn(database: Database, {pending = []}: Project, day: string): WaitingChange[] {
	return pending.flatMap(({id, field, decision: by}) => {
		const decision = database.decisions.find((one) => one.id === by);
		if (!decision || !approvedField(field)) return [];
		const stands = inEffect(database, decision, day);
		const says =
			stands.state === 'in-effect' ? `in effect since ${sayDay(stands.on)}` : stands.says;
		return [
			{
				id,
				field,
				decision: by,
				says,
				due: stands.state !== 'waits',
				falls: stands.state === 'never',
			},
		];
	});
}
