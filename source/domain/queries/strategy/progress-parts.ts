// What is told of one project's milestones, risks and money between two states of it.
import {daysBetween} from '../../calendar.ts';
import {sayMoney} from '../../money.ts';
import {milestoneOf} from '../../rules/approval.ts';
import type {Database, Milestone, Project, Risk} from '../../schema/index.ts';
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

/** What a project's money comes to, and where it was altered what was approved before. */
export type MoneyNews = {
	approved?: string;
	forecast?: string;
	spent?: string;
	over?: string;
	from?: string;
};

const sinceOriginal = ({original}: Milestone, day: string | undefined) =>
	original === undefined || day === undefined ? {} : {sinceOriginal: daysBetween(original, day)};

export function milestoneNews(
	was: Project,
	project: Project,
): {reached: MilestoneNews[]; slipped: MilestoneNews[]} {
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

/** Whether a milestone's approved date has passed, and it was not reached. */
const isLate = ({approved, achieved}: Milestone, day: string): boolean =>
	achieved === undefined && approved !== undefined && approved < day;

/** How many milestones of a project are late; none of one that is settled. */
export function countLate(project: Project, day: string): number {
	let late = 0;
	if (isSettled(project)) return late;
	for (const milestone of project.milestones ?? []) if (isLate(milestone, day)) late++;
	return late;
}

/** Milestones whose approved date has passed, the oldest first. */
export function lateMilestones(project: Project, day: string): MilestoneNews[] {
	const late: MilestoneNews[] = [];
	if (isSettled(project)) return late;
	for (const milestone of project.milestones ?? []) {
		const {id, title, approved = '', forecast} = milestone;
		if (!isLate(milestone, day)) continue;
		const news: MilestoneNews = {id, title, from: approved, moved: daysBetween(approved, day)};
		if (forecast !== undefined) news.to = forecast;
		late.push(Object.assign(news, sinceOriginal(milestone, forecast)));
	}
	return late.length > 1
		? late.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
		: late;
}

/** Whether an open risk was to be looked at again before that day. */
const isOverdue = ({reviewOn, closedOn}: Risk, day: string): boolean =>
	closedOn === undefined && reviewOn !== undefined && reviewOn < day;

/** How many risks of a project are overdue for review. */
export function countOverdue({risks = []}: Project, day: string): number {
	let overdue = 0;
	for (const risk of risks) if (isOverdue(risk, day)) overdue++;
	return overdue;
}

export function riskNews(
	was: Project | undefined,
	project: Project,
	day: string,
): {risen: RiskNews[]; cameTrue: RiskNews[]; overdueRisks: RiskNews[]} {
	const risen: RiskNews[] = [];
	const cameTrue: RiskNews[] = [];
	const overdueRisks: RiskNews[] = [];
	for (const risk of project.risks ?? []) {
		const {id, event, current, cameTrueOn, reviewOn, closedOn} = risk;
		if (closedOn !== undefined) continue;
		if (isOverdue(risk, day)) overdueRisks.push({id, event, ...(reviewOn && {reviewOn})});
		if (!was || was === project) continue;
		const old = was.risks?.find((one) => one.id === id);
		const [from, to] = [scoreOf(old?.current), scoreOf(current)];
		if (cameTrueOn === undefined && to > from)
			risen.push({id, event, ...(from === 0 ? {} : {from}), to});
		if (cameTrueOn !== undefined && old?.cameTrueOn === undefined)
			cameTrue.push({id, event, cameTrueOn});
	}
	return {risen, cameTrue, overdueRisks};
}

export function moneyNews(
	database: Database,
	was: Project | undefined,
	{money}: Project,
): {money?: MoneyNews} {
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
