import {dayIn, daysBetween} from '../calendar.ts';
import {personName} from '../names.ts';
import {sayMoney} from '../money.ts';
import {approvedField, milestoneOf} from '../rules/approval.ts';
import {inEffect} from '../rules/in-effect.ts';
import type {
	Confidence,
	Database,
	Milestone,
	Project,
	ProjectStatus,
	Request,
	Risk,
} from '../schema/index.ts';
import {expectedOn} from './milestones.ts';
import {isSettled} from './projects.ts';
import {scoreOf} from './risks.ts';

/** A milestone that was reached, moved or missed. Days are against the first approved date, where one is recorded. */
export type MilestoneNews = {
	id: string;
	title: string;
	/** Reached on that day; or the date now, and before it was moved. */
	on?: string;
	from?: string;
	to?: string;
	/** By how many days it was moved, and how far it is from the first approved date. */
	moved?: number;
	sinceOriginal?: number;
};

export type RiskNews = {
	id: string;
	event: string;
	/** What it scored (likelihood × impact), before and now. */
	from?: number;
	to?: number;
	cameTrueOn?: string;
	/** The day by which it was to be looked at again. */
	reviewOn?: string;
};

/** What waits on a project: approved and not in effect, or in effect by law and not put in place yet. */
export type Waiting = {id: string; field: string; decision: string; says: string; due: boolean};

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
	waiting: Waiting[];
	risen: RiskNews[];
	cameTrue: RiskNews[];
	overdueRisks: RiskNews[];
	money?: {approved?: string; forecast?: string; spent?: string; over?: string; from?: string};
	actions: {id: string; text: string; owner?: string; due?: string; overdue: boolean}[];
	/** What was said of it since. */
	notes: {at: string; by?: string; note: string}[];
	/** The day on which anybody last said anything of it; absent where nobody has. */
	updatedOn?: string;
	/** Nobody did between the two states. */
	stale: boolean;
};

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
	const old = new Map(before?.projects.map((one) => [one.id, one]));
	const asked = Map.groupBy(
		database.requests.filter(({fate}) => fate === 'asked'),
		({project}) => project,
	);
	const actions = Map.groupBy(
		database.actions.filter(({status, project}) => status === 'open' && project !== undefined),
		({project}) => project ?? '',
	);
	const since = before && sinceDay(before);
	return projects.map((project) => {
		const was = old.get(project.id);
		const own = ownProgress(database, project, was, before !== undefined, day);
		return {
			...own,
			asked: asked.get(project.id) ?? [],
			waiting: waitingOn(database, project, day),
			actions: (actions.get(project.id) ?? []).map(({id, text, owner, due}) => ({
				id,
				text,
				...(owner === undefined ? {} : {owner: personName(database, owner)}),
				...(due === undefined ? {} : {due}),
				overdue: due !== undefined && due < day,
			})),
			stale:
				!isSettled(project) &&
				since !== undefined &&
				(own.updatedOn === undefined || own.updatedOn < since) &&
				was?.updates.length === project.updates.length,
		};
	});
}

/** What a project's own record tells. */
type OwnProgress = Omit<Progress, 'asked' | 'waiting' | 'actions' | 'stale'>;

/** Records are never altered, only replaced: of ten thousand projects an act replaces one. */
const known = new WeakMap<
	Project,
	{was: Project | undefined; compared: boolean; day: string; progress: OwnProgress}
>();

function ownProgress(
	database: Database,
	project: Project,
	was: Project | undefined,
	compared: boolean,
	day: string,
): OwnProgress {
	const held = known.get(project);
	if (held && held.was === was && held.compared === compared && held.day === day) {
		return held.progress;
	}
	const last = project.updates.reduce((latest, {at}) => (at > latest ? at : latest), '');
	const told = new Set(was?.updates.map(({id}) => id));
	const progress: OwnProgress = {
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
		...(last === '' ? {} : {updatedOn: dayIn(last, database.organisation.timeZone)}),
	};
	known.set(project, {was, compared, day, progress});
	return progress;
}

/** The day up to which a state reaches. */
const sinceDay = ({log, organisation}: Database): string | undefined => {
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

const sinceOriginal = ({original}: Milestone, day: string | undefined) =>
	original === undefined || day === undefined ? {} : {sinceOriginal: daysBetween(original, day)};

function milestoneNews(was: Project, project: Project): Pick<Progress, 'reached' | 'slipped'> {
	const reached: MilestoneNews[] = [];
	const slipped: MilestoneNews[] = [];
	for (const milestone of project.milestones ?? []) {
		const {id, title, achieved} = milestone;
		const old = milestoneOf(was, id);
		if (achieved !== undefined) {
			if (old?.achieved === undefined) {
				reached.push({id, title, on: achieved, ...sinceOriginal(milestone, achieved)});
			}
			continue;
		}
		const from = old && expectedOn(old);
		const to = expectedOn(milestone);
		if (from !== undefined && to !== undefined && to > from) {
			const moved = daysBetween(from, to);
			slipped.push({id, title, from, to, moved, ...sinceOriginal(milestone, to)});
		}
	}
	return {reached, slipped};
}

/** Milestones whose approved date has passed, the oldest first. */
export const lateMilestones = (project: Project, day: string): MilestoneNews[] =>
	isSettled(project)
		? []
		: (project.milestones ?? [])
				.filter(({approved, achieved}) => achieved === undefined && approved && approved < day)
				.map((milestone) => {
					const {id, title, approved = '', forecast} = milestone;
					return {
						id,
						title,
						from: approved,
						...(forecast === undefined ? {} : {to: forecast}),
						moved: daysBetween(approved, day),
						...sinceOriginal(milestone, forecast),
					};
				})
				.toSorted((a, b) => (a.from < b.from ? -1 : 1));

function waitingOn(database: Database, {pending = []}: Project, day: string): Waiting[] {
	return pending.flatMap(({id, field, decision: by}) => {
		const decision = database.decisions.find((one) => one.id === by);
		if (!decision || !approvedField(field)) return [];
		const stands = inEffect(database, decision, day);
		const says = stands.state === 'in-effect' ? `in effect since ${stands.on}` : stands.says;
		return [{id, field, decision: by, says, due: stands.state !== 'waits'}];
	});
}

function riskNews(
	was: Project | undefined,
	project: Project,
	day: string,
): Pick<Progress, 'risen' | 'cameTrue' | 'overdueRisks'> {
	const open = (project.risks ?? []).filter(({closedOn}) => closedOn === undefined);
	const old = (id: string): Risk | undefined => was?.risks?.find((one) => one.id === id);
	return {
		risen: open.flatMap(({id, event, current, cameTrueOn}) => {
			const from = scoreOf(old(id)?.current);
			const to = scoreOf(current);
			const isUp = was && cameTrueOn === undefined && to > from;
			return isUp ? [{id, event, ...(from === 0 ? {} : {from}), to}] : [];
		}),
		cameTrue: open.flatMap(({id, event, cameTrueOn}) =>
			was && cameTrueOn !== undefined && old(id)?.cameTrueOn === undefined
				? [{id, event, cameTrueOn}]
				: [],
		),
		overdueRisks: open.flatMap(({id, event, reviewOn}) =>
			reviewOn !== undefined && reviewOn < day ? [{id, event, reviewOn}] : [],
		),
	};
}

function moneyNews(
	database: Database,
	was: Project | undefined,
	{money}: Project,
): Pick<Progress, 'money'> {
	if (!money) return {};
	const said = (sum: 'approved' | 'forecast' | 'spent') => {
		const says = sayMoney(money[sum], database);
		return says === undefined ? {} : {[sum]: says};
	};
	const {approved, forecast} = money;
	const isOver =
		approved &&
		forecast &&
		approved.currency === forecast.currency &&
		forecast.amount > approved.amount;
	const from = was && sayMoney(was.money?.approved, database);
	return {
		money: {
			...said('approved'),
			...said('forecast'),
			...said('spent'),
			...(isOver
				? {
						over: sayMoney(
							{amount: forecast.amount - approved.amount, currency: approved.currency},
							database,
						),
					}
				: {}),
			...(from !== undefined && from !== sayMoney(approved, database) ? {from} : {}),
		},
	};
}
