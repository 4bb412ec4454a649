import {boardLaw, meetingLaw} from '../../law/boards.ts';
import {dayOfMeeting, declaredOn} from '../../rules/presence.ts';
import type {Action, AgendaItem, Board, Database, Meeting, Report} from '../../schema/index.ts';
import {byDate, decisionsOn} from './meetings.ts';
import {priorities} from '../strategy/projects.ts';
import {screenVoice} from '../../voice/index.ts';
import {toReport} from './delegations.ts';
import {requestsFor} from '../strategy/requests.ts';

/** An item to be put on an agenda, as `meeting/add` takes it. */
type NewItem = {
	itemKind: AgendaItem['kind'];
	title: string;
	minutes?: number;
	about?: AgendaItem['about'];
	exempt?: AgendaItem['exempt'];
};

/** The meetings of a board that are over and whose minutes no meeting has approved yet, oldest first. */
export const minutesWaiting = (database: Database, board: string): Meeting[] =>
	byDate(database.meetings).filter(
		(meeting) =>
			meeting.board === board &&
			meeting.status === 'closed' &&
			meeting.minutes?.status !== 'approved' &&
			meeting.minutes?.status !== 'signed',
	);

/** An item that takes the minutes of a meeting, which it names. */
function minutesItem(database: Database, meeting: Meeting): NewItem {
	const day = dayOfMeeting(database, meeting);
	return {
		itemKind: 'minutes',
		title: meetingLaw(database, meeting).steps.minutes(
			day ? `of ${screenVoice(database).day(day)}` : meeting.id,
		),
		minutes: 3,
		about: {meeting: meeting.id},
	};
}

/** The meeting whose minutes an item takes: the one that it names, and never the one whose minutes happen to wait. */
export const minutesOn = ({meetings}: Database, {about}: AgendaItem): Meeting | undefined =>
	about?.meeting === undefined ? undefined : meetings.find(({id}) => id === about.meeting);

/**
 * What an earlier meeting of a board left: items that were not reached or were deferred, and that no other item carries
 * on; by which title the next meeting takes them is open. They are proposed again, with fresh notice; reports are
 * proposed by themselves.
 */
function unfinishedOf(database: Database, board: string): NewItem[] {
	const held = byDate(database.meetings).filter((meeting) => meeting.board === board);
	const last = held.findLast(({status}) => status === 'closed');
	const carriedOn = new Set(
		held
			.filter(({status}) => status !== 'cancelled')
			.flatMap(({agenda}) => agenda.map(({about}) => about?.item)),
	);
	return (last?.agenda ?? [])
		.filter(
			({id, kind, about, disposal}) =>
				(disposal === 'not-reached' || disposal === 'deferred') &&
				(kind === 'business' || kind === 'election' || kind === 'report') &&
				about?.report === undefined &&
				!carriedOn.has(id),
		)
		.map(({id, kind, title, minutes, about, exempt}) => ({
			itemKind: kind,
			title,
			minutes,
			about: {...about, item: id},
			...(exempt ? {exempt} : {}),
		}));
}

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
function reportsFor(database: Database, board: string): Report[] {
	const items = new Map<string, {report: string; ahead: boolean}>();
	for (const {agenda, status} of database.meetings) {
		for (const {id, about} of agenda) {
			if (about?.report)
				items.set(id, {report: about.report, ahead: status !== 'closed' && status !== 'cancelled'});
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
	const {steps} = boardLaw(database, board);
	return [
		{itemKind: 'apologies', title: steps.apologies, minutes: 2},
		{itemKind: 'declarations', title: steps.declarations, minutes: 3},
		...minutesWaiting(database, board.id).map((meeting) => minutesItem(database, meeting)),
		...(openActionsOf(database, board.id).length > 0
			? [{itemKind: 'actions' as const, title: steps.actions, minutes: 10}]
			: []),
	];
}

/** The items that stand on each agenda of a board, with what was left over and, for minutes and actions, what waits now. */
function standingItems(database: Database, board: Board): NewItem[] {
	const items = (board.standing ?? []).flatMap(({kind, title, minutes}): NewItem[] =>
		kind === 'minutes'
			? minutesWaiting(database, board.id).map((meeting) => minutesItem(database, meeting))
			: [{itemKind: kind, title, minutes}],
	);
	return [...items, ...unfinishedOf(database, board.id)];
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
	const excluded: NewItem[] = [
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
	const open = [
		...reportedItems(database, board),
		...reports.filter((report) => !report.exempt).map(reportItem),
		...requestItem(database, board),
	];
	if (board.standing) return [...standingItems(database, board), ...open, ...excluded];
	return [
		...opening(database, board),
		...unfinishedOf(database, board.id),
		...priorities(database).map(({id, rank, title}) => ({
			itemKind: 'priority' as const,
			title: `Priority ${rank}: ${title}`,
			minutes: 15,
			about: {priority: id},
		})),
		...open,
		{itemKind: 'urgent', title: boardLaw(database, board).steps.urgent, minutes: 5},
		...excluded,
	];
}

/** What was decided between the board's meetings, or under its delegation, is told at the next one. */
const reportedItems = (database: Database, {id}: Board): NewItem[] =>
	toReport(database, id).map((decision) => ({
		itemKind: 'business',
		title: screenVoice(database).between.reportedAs(decision.title),
		minutes: 2,
		about: {decision: decision.id},
	}));

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

/**
 * The items of a meeting that are marked to be taken together, with the reports that wait. One in which an interest is
 * declared is left out: who may vote on it is a question of its own.
 */
export const blocOf = (
	database: Database,
	meeting: Meeting,
): {item: AgendaItem; report: Report}[] =>
	markedForBloc(database, meeting).filter(({item}) => declaredOn(meeting, item.id).length === 0);

/** As `blocOf`, with those that are left out. */
export const markedForBloc = (
	database: Database,
	meeting: Meeting,
): {item: AgendaItem; report: Report}[] =>
	meeting.agenda.flatMap((item) => {
		const report = item.enBloc ? waitingReport(database, meeting, item) : undefined;
		return report && report.recommendations.length > 0 ? [{item, report}] : [];
	});
