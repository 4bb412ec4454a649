import {every} from '../../every.ts';
import {compareDays} from '../../calendar.ts';
import type {Action, Database, Meeting, Project, ProjectStatus} from '../../schema/index.ts';
import {statusWords} from '../../words.ts';
import {firstDay} from '../meeting/meetings.ts';
import {countStatuses} from './projects.ts';

/** What is done first, then what is under way, then what is not. */
export const statusOrder = every<ProjectStatus>()([
	'delivered',
	'in-progress',
	'on-hold',
	'blocked',
	'proposed',
	'cancelled',
]);

/** How many projects have each status, for sentences: without the statuses that none has. */
export function statusCounts(projects: readonly Project[]): [ProjectStatus, number][] {
	const counts = countStatuses(projects);
	return statusOrder
		.map((status): [ProjectStatus, number] => [status, counts[status]])
		.filter(([, number]) => number > 0);
}

/** `15 delivered, 2 in progress, 1 pending dependencies`. */
export const sayStatuses = (projects: readonly Project[]): string =>
	statusCounts(projects)
		.map(([status, number]) => `${number} ${statusWords[status].toLowerCase()}`)
		.join(', ');

/** Whether an open action's day has passed. `today` is a day in the organisation's time zone. */
export const isOverdue = (action: Action, today: string): boolean =>
	action.status === 'open' && action.due !== undefined && action.due < today;

/** `3 open, 1 overdue`. */
export function sayActions(actions: readonly Action[], today: string): string {
	const open = actions.filter(({status}) => status === 'open');
	const late = open.filter((action) => isOverdue(action, today)).length;
	return `${open.length === 0 ? 'none open' : `${open.length} open`}${late > 0 ? `, ${late} overdue` : ''}`;
}

/** The meeting whose minutes are most likely wanted: one that is sitting, else the last that sat. */
export function latestMeeting(database: Database): Meeting | undefined {
	const sitting = database.meetings.filter(({status}) => status === 'open');
	const held = database.meetings.filter(({status}) => status !== 'planned');
	const when = (meeting: Meeting) => meeting.openedAt ?? firstDay(meeting);
	return (sitting.length > 0 ? sitting : held)
		.toSorted((a, b) => compareDays(when(a), when(b)))
		.at(-1);
}
