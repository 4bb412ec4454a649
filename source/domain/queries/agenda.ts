import {boardLaw} from '../law/boards.ts';
import {dayOfMeeting} from '../rules/presence.ts';
import type {Action, AgendaItem, Board, Database, Meeting, Report} from '../schema/index.ts';
import {byDate, decisionsOn} from './meetings.ts';
import {priorities} from './projects.ts';
import {screenVoice} from '../voice/index.ts';
import {requestsFor} from './requests.ts';

/** An item to be put on an agenda, as `meeting/add` takes it. */
export type NewItem = {
	itemKind: AgendaItem['kind'];
	title: string;
	minutes?: number;
	about?: AgendaItem['about'];
	exempt?: AgendaItem['exempt'];
};

/** The last meeting of a board that is over and whose minutes no meeting has approved yet. */
export const minutesToApprove = (database: Database, board: string): Meeting | undefined =>
	byDate(database.meetings).findLast(
		(meeting) =>
			meeting.board === board &&
			meeting.status === 'closed' &&
			meeting.minutes?.status !== 'approved' &&
			meeting.minutes?.status !== 'signed',
	);

/** The open actions that a board's meetings placed. */
export function openActionsOf(database: Database, board: string): Action[] {
	const own = new Set(
		database.meetings.filter((meeting) => meeting.board === board).map(({id}) => id),
	);
	return database.actions.filter(
		({status, meeting}) => status === 'open' && meeting !== undefined && own.has(meeting),
	);
}

/**
 * The reports that wait for a board's decision: meant for it or for nobody in particular, on no agenda
 * of a meeting to come, and without a decision that stands.
 */
export function reportsFor(database: Database, board: string): Report[] {
	const items = new Map<string, {report: string; ahead: boolean}>();
	for (const {agenda, status} of database.meetings) {
		for (const {id, about} of agenda) {
			if (about?.report) items.set(id, {report: about.report, ahead: status !== 'closed'});
		}
	}
	const settled = new Set<string>();
	for (const {report, ahead} of items.values()) if (ahead) settled.add(report);
	for (const {item, status, procedural, outcome} of database.decisions) {
		const on = item === undefined ? undefined : items.get(item);
		const decides = status !== 'retracted' && !procedural && outcome !== 'deferred';
		if (on && decides) settled.add(on.report);
	}
	return database.reports.filter(
		({id, board: asked}) => !settled.has(id) && (asked === undefined || asked === board),
	);
}

const reportItem = ({id, title, exempt}: Report): NewItem => ({
	itemKind: 'report',
	title,
	minutes: 15,
	about: {report: id},
	...(exempt ? {exempt} : {}),
});

/** What begins every meeting of a body. */
function opening(database: Database, board: Board): NewItem[] {
	const last = minutesToApprove(database, board.id);
	const day = last && dayOfMeeting(database, last);
	const {steps} = boardLaw(database, board);
	return [
		{itemKind: 'apologies', title: steps.apologies, minutes: 2},
		{itemKind: 'declarations', title: steps.declarations, minutes: 3},
		...(last
			? [
					{
						itemKind: 'minutes' as const,
						title: steps.minutes(day ? `of ${screenVoice(database).day(day)}` : last.id),
						minutes: 3,
					},
				]
			: []),
		...(openActionsOf(database, board.id).length > 0
			? [{itemKind: 'actions' as const, title: steps.actions, minutes: 10}]
			: []),
	];
}

/**
 * An agenda for a board's next meeting, to be altered at will: what a body opens with, one item per
 * priority, the reports that wait for its decision, urgent business and, after the public has been excluded, what is
 * exempt. One who decides alone has the reports only.
 */
export function proposeAgenda(database: Database, board: Board): NewItem[] {
	const reports = reportsFor(database, board.id);
	if (boardLaw(database, board).alone) return reports.map(reportItem);
	const exempt = reports.filter((report) => report.exempt);
	return [
		...opening(database, board),
		...priorities(database).map(({id, rank, title}) => ({
			itemKind: 'priority' as const,
			title: `Priority ${rank}: ${title}`,
			minutes: 15,
			about: {priority: id},
		})),
		...reports.filter((report) => !report.exempt).map(reportItem),
		...requestItem(database, board),
		{itemKind: 'urgent', title: boardLaw(database, board).steps.urgent, minutes: 5},
		...(exempt.length > 0
			? [
					{
						itemKind: 'exclusion' as const,
						title: boardLaw(database, board).privately.title,
						minutes: 1,
					},
				]
			: []),
		...exempt.map(reportItem),
	];
}

/** The changes that the board is asked to approve, gathered under one item. */
function requestItem(database: Database, {id}: Board): NewItem[] {
	const requests = requestsFor(database, id).map((one) => one.id);
	return requests.length === 0
		? []
		: [{itemKind: 'requests', title: 'Requests for change', minutes: 10, about: {requests}}];
}

/** The report behind an item that still waits for a decision of the meeting. */
export function waitingReport(
	database: Database,
	meeting: Meeting,
	item: AgendaItem | undefined,
): Report | undefined {
	const report = database.reports.find(({id}) => id === item?.about?.report);
	// That the public was excluded for it decides nothing about the report.
	const decided =
		item &&
		decisionsOn(database, meeting.id, item.id).some(
			({status, procedural}) => status === 'recorded' && !procedural,
		);
	return decided ? undefined : report;
}

/** The items of a meeting that are marked to be taken together, with the reports that wait. */
export const blocOf = (
	database: Database,
	meeting: Meeting,
): {item: AgendaItem; report: Report}[] =>
	meeting.agenda.flatMap((item) => {
		const report = item.enBloc ? waitingReport(database, meeting, item) : undefined;
		return report && report.recommendations.length > 0 ? [{item, report}] : [];
	});
