import {dayIn} from '../../calendar.ts';
import type {
	Action,
	Database,
	Decision,
	Meeting,
	Priority,
	Project,
	ProjectStatus,
} from '../../schema/index.ts';
import {byDate} from '../meeting/meetings.ts';
import {countStatuses, isSettled, priorities} from './projects.ts';

export type PrioritySummary = {
	priority: Priority;
	total: number;
	counts: Record<ProjectStatus, number>;
};

/** Open work per priority, by rank, on a day. */
type Balance = {day: string; open: number[]};

export type Overview = {
	priorities: PrioritySummary[];
	counts: Record<ProjectStatus, number>;
	total: number;
	balance: Balance[];
	openActions: Action[];
	overdueActions: Action[];
	decisions: Decision[];
	/** Reports on the agenda of a meeting to come, for which no decision stands. */
	awaiting: {meeting: Meeting; item: string; title: string}[];
	/** How many requests wait for a board, and how many values were approved and are not in effect yet. */
	asked: number;
	approved: number;
	next: Meeting | undefined;
	last: Meeting | undefined;
};

/** Everything that the first screen tells. `today` is a day in the organisation's time zone. */
export function overview(database: Database, today: string): Overview {
	const meetings = byDate(database.meetings);
	const openActions = database.actions.filter(({status}) => status === 'open');
	const standing = database.decisions.filter(({status}) => status === 'recorded');
	return {
		priorities: priorities(database).map((priority) => {
			const projects = database.projects.filter((project) => project.priority === priority.id);
			return {priority, total: projects.length, counts: countStatuses(projects)};
		}),
		counts: countStatuses(database.projects),
		total: database.projects.length,
		balance: balance(database),
		openActions,
		overdueActions: openActions.filter(({due}) => due !== undefined && due < today),
		decisions: standing,
		awaiting: meetings
			.filter(({status}) => status !== 'closed' && status !== 'cancelled')
			.flatMap((meeting) =>
				meeting.agenda
					.filter(({kind}) => kind === 'report')
					.filter(({id}) => !standing.some((decision) => decision.item === id))
					.map(({id, title}) => ({meeting, item: id, title})),
			),
		asked: database.requests.filter(({fate}) => fate === 'asked').length,
		approved: database.projects.reduce((sum, {pending = []}) => sum + pending.length, 0),
		next: meetings.find(({status}) => status !== 'closed' && status !== 'cancelled'),
		last: meetings.findLast(({status}) => status === 'closed'),
	};
}

/**
 * How the open work was spread over the priorities at the start of the strategy and after each of
 * the last days on which the status of something was settled: the move away from work that only
 * keeps the lights on is a success factor of many a strategy.
 */
function balance(database: Database): Balance[] {
	const zone = database.organisation.timeZone;
	const ranked = priorities(database);
	const column = new Map(ranked.map(({id}, index) => [id, index]));
	const settledOn = (project: Project): string | undefined => {
		if (!isSettled(project)) return undefined;
		const last = project.updates.findLast(({status}) => status && isSettled({status}));
		return last ? dayIn(last.at, zone) : '';
	};
	const settled = database.projects.map((project) => ({
		index: column.get(project.priority) ?? -1,
		day: settledOn(project),
	}));
	const openOn = (day: string): number[] =>
		ranked.map(
			(_, index) =>
				settled.filter((one) => one.index === index && (one.day === undefined || one.day > day))
					.length,
		);
	const days = [...new Set(settled.flatMap(({day}) => (day ? [day] : [])))].toSorted().slice(-4);
	return ['', ...days].map((day) => ({day, open: openOn(day)}));
}
