import {meetingLaw} from '../../law/boards.ts';
import {compareDays} from '../../calendar.ts';
import {personName} from '../../names.ts';
import {
	dayOfMeeting,
	declaredOn,
	isRollTaken,
	unmarkedAt,
	membersOn,
	presentAt,
	presidingOn,
	quorumOn,
} from '../../rules/presence.ts';
import {inTime} from '../../rules/times.ts';
import type {AgendaItem, Database, Meeting, Report} from '../../schema/index.ts';
import {type Declared, declaredIn, type Moved, movementsOf} from '../meeting/attendance.ts';
import {
	type Exclusion,
	exclusionOf,
	exemptionOf,
	tellExempt,
	type ToldExempt,
} from '../public/exempt.ts';
import {boardOf, decisionsOn, itemNumber} from '../meeting/meetings.ts';
import {decisionsIn, recordingAct} from './recording-act.ts';
import type {OutstandingAction} from '../meeting/outstanding.ts';
import type {MinutedAction, MinutedDecision} from './minuted.ts';
import {type Reported, reportedOn} from '../meeting/reported.ts';
import type {Changes} from './minuted-change.ts';

/** Everything that was recorded under one item, or under none. */
export type Recorded = Changes & {
	decisions: MinutedDecision[];
	actions: MinutedAction[];
};

/** The paper behind an item. */
export type ItemPaper = Pick<
	Report,
	'id' | 'title' | 'reference' | 'date' | 'author' | 'recommendations' | 'key'
>;

export type MinutedItem = Pick<
	AgendaItem,
	'id' | 'kind' | 'title' | 'notes' | 'startedAt' | 'endedAt' | 'urgency' | 'enBloc' | 'disposal'
> &
	Recorded & {
		/** Its place in the agenda, from 1. */
		number: string;
		/** The number of its minute, once that was given. */
		minuteNumber?: string;
		paper?: ItemPaper;
		/** The decision between meetings that it tells of. */
		reported?: Reported;
		/** Of the item for their progress: the actions that stood open when the meeting began. */
		outstanding?: OutstandingAction[];
		/** Who presided, where that changed or was noted. */
		presiding?: string;
		movements: Moved[];
		declarations: Declared[];
		/** When the public left for it. */
		publicLeft?: string[];
		/** When the public were let in again. */
		readmitted?: string[];
		/** Too few were there who might vote on it. */
		inquorate?: {present: number; needed: number};
		exempt?: ToldExempt;
		/** Of an item that is told of in public by now: the resolution by which the public was out. `exempt` has it else, as seals cover it. */
		exclusion?: Exclusion;
		/** Left out of a public version: what was noted and done, and the numbers of what was decided. */
		withheld?: {decisions: string[]};
	};

/** The paper behind an item, as far as a document names it. */
export function paperOf({reports}: Database, {about}: AgendaItem): ItemPaper | undefined {
	const report = reports.find((candidate) => candidate.id === about?.report);
	return (
		report && {
			id: report.id,
			title: report.title,
			reference: report.reference,
			date: report.date,
			author: report.author,
			recommendations: report.recommendations,
			key: report.key,
		}
	);
}

/** An item without what was recorded under it. */
export function minuteItem(
	database: Database,
	meeting: Meeting,
	item: AgendaItem,
): Omit<MinutedItem, keyof Recorded | 'presiding'> {
	const {id, kind, title, notes, startedAt, endedAt, urgency, enBloc, disposal} = item;
	const moved = inTime(meeting.movements ?? []);
	const exempt = exemptionOf(database, item);
	const told = exempt && {
		...tellExempt(meetingLaw(database, meeting), exempt),
		exclusion: exclusionOf(database, meeting, item),
	};
	return {
		number: itemNumber(meeting, id),
		minuteNumber: item.minuteNumber,
		id,
		kind,
		title,
		notes,
		startedAt,
		endedAt,
		urgency,
		enBloc: enBloc && wasTakenEnBloc(database, meeting, id) ? true : undefined,
		disposal,
		paper: paperOf(database, item),
		reported: reportedOn(database, item),
		movements: movementsOf(database, meeting).filter((_, index) => moved[index]?.item === id),
		declarations: declaredOn(meeting, id).map((declaration) =>
			declaredIn(database, meeting, declaration),
		),
		publicLeft: passedIn(meeting.publicLeft, id),
		readmitted: passedIn(meeting.readmissions, id),
		inquorate: inquorateOn(database, meeting, item),
		exempt: told,
		exclusion: exempt ? undefined : exclusionOf(database, meeting, item),
	};
}

const passedIn = (passages: Meeting['publicLeft'], id: string): string[] | undefined => {
	const found = (passages ?? []).filter(({item}) => item === id).map(({at}) => at);
	return found.length > 0 ? found : undefined;
};

/**
 * Whether an item that was marked for it was taken en bloc: one act decided it together with others. One that somebody
 * pulled out was decided by itself; where the log does not hold the act any more the mark is all there is.
 */
function wasTakenEnBloc(database: Database, meeting: Meeting, item: string): boolean {
	return decisionsOn(database, meeting.id, item).some(({id, status}) => {
		const act = recordingAct(database, id);
		return status !== 'retracted' && (!act || decisionsIn(act.effects).length > 1);
	});
}

/** Said of items that were taken up, once the whole roll was taken and where it is known how many are needed. */
function inquorateOn(
	database: Database,
	meeting: Meeting,
	{id, startedAt}: AgendaItem,
): MinutedItem['inquorate'] {
	if (!startedAt || !isRollTaken(meeting) || unmarkedAt(database, meeting).length > 0) {
		return undefined;
	}
	const {present, needed, quorate} = quorumOn(database, meeting, id, 'during');
	return quorate || needed === undefined ? undefined : {present, needed};
}

/** The items that were taken up, in the order in which they were. */
const takenUp = ({agenda}: Meeting): AgendaItem[] =>
	agenda
		.filter(({startedAt}) => startedAt)
		.toSorted((a, b) => compareDays(a.startedAt ?? '', b.startedAt ?? ''));

/** The numbers of the items in the order in which they were taken up, where that was not the agenda's. */
export function takenOrder(meeting: Meeting): string[] | undefined {
	const order = takenUp(meeting);
	const places = order.map((item) => meeting.agenda.indexOf(item));
	return places.every((place, index) => index === 0 || (places[index - 1] ?? 0) < place)
		? undefined
		: order.map(({id}) => itemNumber(meeting, id));
}

/** Who presided over which item: told for the items where that changed, and where it was noted. */
export function presidersOf(database: Database, meeting: Meeting): Map<string, string> {
	const found = new Map<string, string>();
	const chair = membersOn(boardOf(database, meeting), dayOfMeeting(database, meeting))
		.filter(({role}) => role === 'chair')
		.map(({person}) => person);
	// The chair's own name stands in the roll.
	let last = presentAt(meeting, meeting.openedAt).find(({person}) =>
		chair.includes(person),
	)?.person;
	for (const item of takenUp(meeting)) {
		const now = presidingOn(database, meeting, item.id);
		if (now !== undefined && (item.presiding !== undefined || now !== last)) {
			found.set(item.id, personName(database, now));
		}
		last = now ?? last;
	}
	return found;
}
