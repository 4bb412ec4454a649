import {addDays} from '../../calendar.ts';
import {sayMoney} from '../../money.ts';
import {confidences} from '../../schema/values.ts';
import type {Confidence, Database, Milestone, Project} from '../../schema/index.ts';
import {lastClosed} from '../meeting/meetings.ts';
import {comingUp, isLate} from './milestones.ts';
import {isSettled} from './projects.ts';
import {bandOf, type RiskOf, risksOf, scoreOf} from './risks.ts';

/** How many projects that are still going on are of each confidence. */
export type Confidences = Record<Confidence, number>;

/** What a board asks of its portfolio at a glance; what nobody recorded is absent. */
export type Figures = {
	late: number;
	/** Of the projects that are still going on, by the organisation's own stages; absent where it names none. */
	stages?: [stage: string, number: number][];
	confidence?: {
		now: Confidences;
		/** When the board that sits or meets next last closed a meeting. */
		before?: Confidences;
		/** How many that are rated now have no rating on record from then. */
		unknown?: number;
	};
	/** Milestones that are expected in the next ninety days, by day. */
	next: {project: Project; milestone: Milestone; on: string}[];
	risks: RiskOf[];
	high: number;
	money: {approved: string | undefined; forecast: string | undefined; spent: string | undefined};
};

const none = (): Confidences => ({green: 0, amber: 0, red: 0});

/** The confidence in a project at an instant, by its updates; undefined where none was given by then. */
const confidenceAt = ({updates}: Project, instant: string): Confidence | undefined =>
	updates.findLast(({at, confidence}) => at <= instant && confidence !== undefined)?.confidence;

function counted(found: readonly (Confidence | undefined)[]): Confidences {
	const counts = none();
	for (const one of found) if (one) counts[one]++;
	return counts;
}

const isAny = (counts: Confidences): boolean => confidences.some((one) => counts[one] > 0);

/** `today` is a day in the organisation's time zone. */
export function figures(database: Database, today: string): Figures {
	const {projects} = database;
	const open = projects.filter((project) => !isSettled(project));
	const closed = lastClosed(database) ?? '';
	const now = counted(open.map(({confidence}) => confidence));
	const then = closed === '' ? [] : open.map((project) => confidenceAt(project, closed));
	const before = counted(then);
	const unknown = then.filter((one, at) => one === undefined && open[at]?.confidence).length;
	const risks = risksOf(database);
	return {
		late: open.filter((project) => isLate(project, today)).length,
		...(open.some(({stage}) => stage) ? {stages: countStages(open)} : {}),
		...(isAny(now)
			? {confidence: {now, ...(isAny(before) ? {before, ...(unknown > 0 ? {unknown} : {})} : {})}}
			: {}),
		next: comingUp(open, today, addDays(today, 90)),
		risks,
		high: risks.filter(({risk}) => bandOf(scoreOf(risk.current)) === 'high').length,
		money: {
			approved: total(database, open, 'approved'),
			forecast: total(database, open, 'forecast'),
			spent: total(database, open, 'spent'),
		},
	};
}

/** How many stand at each stage, by its name; last those of which none is said, under no name. */
function countStages(projects: readonly Project[]): [string, number][] {
	const counts = new Map<string, number>();
	for (const {stage = ''} of projects) counts.set(stage, (counts.get(stage) ?? 0) + 1);
	return [...counts].toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
}

/** What the sums of projects come to; sums of several currencies stand beside each other. */
function total(
	database: Database,
	projects: readonly Project[],
	sum: 'approved' | 'forecast' | 'spent',
): string | undefined {
	const usual = database.organisation.currency ?? 'GBP';
	const sums = new Map<string, number>();
	for (const {money} of projects) {
		const found = money?.[sum];
		if (!found) continue;
		const currency = found.currency ?? usual;
		sums.set(currency, (sums.get(currency) ?? 0) + found.amount);
	}
	return sums.size === 0
		? undefined
		: [...sums].map(([currency, amount]) => sayMoney({amount, currency}, database)).join(' and ');
}
