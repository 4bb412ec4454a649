import {personName} from '../names.ts';
import type {
	AgendaItem,
	Board,
	Database,
	Decision,
	Entry,
	Meeting,
	Report,
} from '../schema/index.ts';
import {attendanceOf, type Attended} from './attendance.ts';
import {standing} from '../changes/undo.ts';
import {
	changesOf,
	type MinutedAction,
	type MinutedDecision,
	minuteAction,
	minuteDecision,
	type ProjectChange,
} from './minuted.ts';

/** Everything that was recorded under one item, or under none. */
export type Recorded = {
	changes: ProjectChange[];
	decisions: MinutedDecision[];
	actions: MinutedAction[];
};

export type MinutedItem = Pick<
	AgendaItem,
	'id' | 'kind' | 'title' | 'notes' | 'startedAt' | 'endedAt'
> &
	Recorded & {
		/** Its place in the agenda, from 1. Kept when items before it are left out. */
		number: number;
		paper?: Pick<
			Report,
			'id' | 'title' | 'reference' | 'date' | 'author' | 'recommendations' | 'key'
		>;
		presiding?: string;
	};

/** The structured content of a meeting's minutes; names are resolved, instants are UTC. */
export type Minutes = {
	organisation: string;
	timeZone: string;
	board: Pick<Board, 'id' | 'name' | 'kind'>;
	meeting: Pick<
		Meeting,
		'id' | 'title' | 'status' | 'startsAt' | 'period' | 'venue' | 'openedAt' | 'closedAt'
	>;
	example: boolean;
	status: 'draft' | 'issued' | 'approved' | 'signed';
	/** Adjournments and resumptions, in order. */
	pauses: {at: string; to: 'adjourned' | 'open'}[];
	attendance: Attended[];
	declarations: string[];
	items: MinutedItem[];
	/** Recorded in the meeting, but under no item of its agenda. */
	other: Recorded;
};

/**
 * What the minutes of a meeting hold: its record, and what the log says was done during each of its
 * items. What was undone is not in it; what is not recorded is absent. With `publicOnly`, exempt
 * items and all that was recorded under them are left out. The meeting must exist.
 */
export function minutesOf(
	database: Database,
	id: string,
	{publicOnly = false}: {publicOnly?: boolean} = {},
): Minutes {
	const meeting = database.meetings.find((candidate) => candidate.id === id);
	if (!meeting) throw new Error(`no meeting ${id}`);
	const board = database.boards.find((candidate) => candidate.id === meeting.board);
	const entries = standing(database.log);
	const during = entries.filter((entry) => entry.during?.meeting === id);
	const items = new Set(meeting.agenda.map((item) => item.id));
	const hidden = (decision: Decision) => publicOnly && decision['exempt'] === true;

	const recorded = (wanted: (item: string | undefined) => boolean): Recorded => ({
		changes: during
			.filter((entry) => wanted(entry.during?.item))
			.flatMap((entry) => changesOf(database, entry)),
		decisions: database.decisions
			.filter((decision) => decision.meeting === id && wanted(decision.item) && !hidden(decision))
			.map((decision) => minuteDecision(database, decision)),
		actions: database.actions
			.filter((action) => action.meeting === id && wanted(action.item))
			.map((action) => minuteAction(database, action)),
	});

	return {
		organisation: database.organisation.name,
		timeZone: database.organisation.timeZone,
		board: {
			id: meeting.board,
			name: board?.name ?? meeting.board,
			kind: board?.kind ?? 'plain',
		},
		meeting: {
			id,
			title: meeting.title,
			status: meeting.status,
			startsAt: meeting.startsAt,
			period: meeting.period,
			venue: meeting.venue,
			openedAt: meeting.openedAt,
			closedAt: meeting.closedAt,
		},
		example: meeting.example === true,
		status: meeting.minutes?.status ?? 'draft',
		pauses: pausesOf(entries, id),
		attendance: attendanceOf(database, meeting),
		declarations: [
			...new Set((meeting.declarations ?? []).map(({person}) => personName(database, person))),
		],
		items: meeting.agenda.flatMap((item, index) =>
			publicOnly && item.exempt
				? []
				: [{...minuteItem(database, item, index + 1), ...recorded((under) => under === item.id)}],
		),
		other: recorded((under) => under === undefined || !items.has(under)),
	};
}

function minuteItem(
	database: Database,
	{id, kind, title, notes, startedAt, endedAt, about, presiding}: AgendaItem,
	number: number,
): Omit<MinutedItem, keyof Recorded> {
	const report = database.reports.find((candidate) => candidate.id === about?.report);
	return {
		number,
		id,
		kind,
		title,
		notes,
		startedAt,
		endedAt,
		paper: report && {
			id: report.id,
			title: report.title,
			reference: report.reference,
			date: report.date,
			author: report.author,
			recommendations: report.recommendations,
			key: report.key,
		},
		presiding: presiding === undefined ? undefined : personName(database, presiding),
	};
}

/** When a meeting was adjourned and resumed; its opening and closing stand in the meeting itself. */
function pausesOf(entries: Entry[], id: string): Minutes['pauses'] {
	return entries.flatMap(({at, effects}) =>
		(effects ?? []).flatMap(({record, field, from, to}): Minutes['pauses'] => {
			if (record !== `meetings/${id}` || field !== 'status') return [];
			if (to === 'adjourned') return [{at, to}];
			return from === 'adjourned' && to === 'open' ? [{at, to}] : [];
		}),
	);
}
