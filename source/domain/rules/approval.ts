import {daysBetween} from '../calendar.ts';
import {sayMoney} from '../money.ts';
import type {Board, Database, Milestone, Money, Project} from '../schema/index.ts';
import {count} from '../words.ts';

/** What a field that somebody may have to approve holds: a day, a status or a sum. */
export type ApprovedValue = string | number | Money;

/** A field that a board can keep for itself: one of the project's, or a milestone's approved date. */
type ApprovedField =
	| {of: 'start'}
	| {of: 'due'}
	| {of: 'status'}
	| {of: 'money'}
	| {of: 'milestone'; milestone: string};

/** A field as requests and what is pending name it (`due`, `money/approved`, `milestones/MS-2/approved`); undefined for any other. */
export function approvedField(field: string): ApprovedField | undefined {
	if (field === 'start' || field === 'due' || field === 'status') return {of: field};
	if (field === 'money/approved') return {of: 'money'};
	const [list, milestone, last, ...deeper] = field.split('/');
	return list === 'milestones' && milestone && last === 'approved' && deeper.length === 0
		? {of: 'milestone', milestone}
		: undefined;
}

export const milestonePath = (milestone: string): string => `milestones/${milestone}/approved`;

export const milestoneOf = (project: Project, id: string): Milestone | undefined =>
	project.milestones?.find((one) => one.id === id);

/** What such a field holds now. */
export function approvedValue(project: Project, field: string): ApprovedValue | undefined {
	const found = approvedField(field);
	switch (found?.of) {
		case 'start':
		case 'due':
		case 'status':
			return project[found.of];
		case 'money':
			return project.money?.approved;
		case 'milestone':
			return milestoneOf(project, found.milestone)?.approved;
		case undefined:
			return undefined;
	}
}

/** The first value that was approved of such a field, as far as somebody recorded it. */
function originalOf(project: Project, field: string): ApprovedValue | undefined {
	const found = approvedField(field);
	if (found?.of === 'due') return project.originalDue;
	if (found?.of === 'money') return project.money?.original;
	return found?.of === 'milestone' ? milestoneOf(project, found.milestone)?.original : undefined;
}

/** The board that has to approve a change, and why, as the end of a sentence. */
type Approver = {board: Board; why: string};

/** The board that keeps more for itself than another comes later: what exceeds both tolerances is for it. */
const byTolerance = (a: Board, b: Board): number =>
	(a.rules?.tolerance?.days ?? 0) - (b.rules?.tolerance?.days ?? 0) ||
	(a.rules?.tolerance?.money?.amount ?? 0) - (b.rules?.tolerance?.money?.amount ?? 0);

/**
 * Who has to approve that a field of a project becomes another: of the boards whose tolerance the change exceeds, the
 * one that tolerates most. Delay and more money count, being early or cheaper does not; where a tolerance adds up, they are
 * counted from the first value that was approved. Cancelling is for a board that has any tolerance. Undefined where nobody is asked.
 */
export function approverOf(
	database: Pick<Database, 'boards' | 'organisation'>,
	project: Project,
	field: string,
	to: ApprovedValue | undefined,
): Approver | undefined {
	const exceeded = database.boards
		.filter(({rules}) => rules?.tolerance !== undefined)
		.toSorted(byTolerance)
		.flatMap((board) => {
			const why = exceeds(database, board, project, field, to);
			return why === undefined ? [] : [{board, why}];
		});
	return exceeded.at(-1);
}

function exceeds(
	database: Pick<Database, 'organisation'>,
	board: Board,
	project: Project,
	field: string,
	to: ApprovedValue | undefined,
): string | undefined {
	const {days, money, cumulative} = board.rules?.tolerance ?? {};
	if (field === 'status') return to === 'cancelled' ? 'cancels the project' : undefined;
	const now = approvedValue(project, field);
	const from = (cumulative ? originalOf(project, field) : undefined) ?? now;
	// What nobody approved yet has nothing to move from.
	if (from === undefined || to === undefined) return undefined;
	const since = cumulative && from !== now ? ' since it was first approved' : '';
	if (typeof to === 'string' && typeof from === 'string') {
		const delay = daysBetween(from, to);
		return days !== undefined && delay > days
			? `a delay of ${count(delay, 'day')}${since}, more than ${count(days, 'day')}`
			: undefined;
	}
	if (typeof to !== 'object' || typeof from !== 'object' || money === undefined) return undefined;
	const usual = database.organisation.currency ?? 'GBP';
	const more = to.amount - from.amount;
	// Sums in different currencies cannot be held against each other: the board looks at them.
	const isOther = [from, money].some((sum) => (sum.currency ?? usual) !== (to.currency ?? usual));
	if (!isOther && more <= money.amount) return undefined;
	const says = isOther
		? 'a sum in another currency'
		: `${sayMoney({amount: more, currency: to.currency}, database)} more${since}, above ${sayMoney(money, database)}`;
	return says;
}
