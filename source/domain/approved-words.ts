import {daysBetween, sayDay} from './calendar.ts';
import {sayMoney} from './money.ts';
import {approvedField, type ApprovedValue, milestoneOf} from './rules/approval.ts';
import type {Database, Project, ProjectStatus} from './schema/index.ts';
import {count, statusWords} from './words.ts';

/** What a field that somebody approves is called: `end`, `approved budget`, `milestone “Go live”`. */
export function sayApprovedField(project: Project | undefined, field: string): string {
	const found = approvedField(field);
	switch (found?.of) {
		case 'start':
			return 'start';
		case 'due':
			return 'end';
		case 'status':
			return 'status';
		case 'money':
			return 'approved budget';
		case 'milestone':
			return `milestone “${(project && milestoneOf(project, found.milestone)?.title) ?? found.milestone}”`;
		case undefined:
			return field;
	}
}

/** Such a field's value: a day, a status in words, a sum. */
export function sayApproved(
	database: Pick<Database, 'organisation'>,
	value: ApprovedValue | undefined,
): string {
	if (value === undefined) return 'nothing';
	if (typeof value === 'number') return String(value);
	if (typeof value === 'object') return sayMoney(value, database) ?? 'nothing';
	if (Object.hasOwn(statusWords, value)) return statusWords[value as ProjectStatus];
	return /^\d{4}-\d\d-\d\d$/.test(value) ? sayDay(value) : value;
}

/** `+94 days`, `−3 days`, `on the day`. */
export const sayDelay = (days: number): string =>
	days === 0 ? 'on the day' : `${days > 0 ? '+' : '−'}${count(Math.abs(days), 'day')}`;

/** How far a date would be moved: `from 31 March to 3 July 2027 (+94 days since it was first approved)`. */
export function sayMove(
	database: Pick<Database, 'organisation'>,
	project: Project | undefined,
	field: string,
	{from, to}: {from?: ApprovedValue | undefined; to?: ApprovedValue | undefined},
): string {
	const change = `from ${sayApproved(database, from)} to ${sayApproved(database, to)}`;
	const found = approvedField(field);
	if (found?.of !== 'milestone' && found?.of !== 'due') return change;
	const original =
		found.of === 'due'
			? project?.originalDue
			: project && milestoneOf(project, found.milestone)?.original;
	if (typeof to !== 'string' || original === undefined) return change;
	return `${change} (${sayDelay(daysBetween(original, to))} since it was first approved)`;
}
