import {changesIn} from './changes.ts';
import {actionsAsLeft, minuteAction, minuteDecision} from './decision.ts';
import {exemptionOf, exemptOf} from './exempt.ts';
import {boardOf, declaredOn, inquorateOn, itemNumber, presidersOf, takenOrder} from './presence.ts';
import {attendanceOf, declaredIn, movementsOf} from './roll.ts';
import type {V1, V1Entry, V1Item, V1Meeting} from './schema/index.ts';
import {standing} from './standing.ts';

/**
 * What a seal of form 1 is the digest of: the content of a meeting's full minutes as version 1 put them
 * together, but for how far they have come. Frozen: whatever minutes say by now, a seal that was given out
 * is compared with this.
 */
export function contentOf(database: V1, meeting: V1Meeting): unknown {
	const {id} = meeting;
	const board = boardOf(database, meeting);
	const entries = standing(database.log);
	const items = new Set(meeting.agenda.map((item) => item.id));
	const asLeft = actionsAsLeft(database, entries, meeting);
	const changes = changesIn(database, entries, id, (action, at) => asLeft(action, at).text);
	const recorded = (wanted: (item: string | undefined) => boolean) => ({
		...changes(wanted),
		decisions: database.decisions
			.filter((decision) => decision.meeting === id && wanted(decision.item))
			.map((decision) => minuteDecision(database, decision)),
		actions: database.actions
			.filter((action) => action.meeting === id && wanted(action.item))
			.map((action) => minuteAction(database, asLeft(action))),
	});
	const presiders = presidersOf(database, meeting);
	const content = {
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
		public: false,
		exempt: meeting.agenda
			.filter((item) => exemptionOf(database, item))
			.map((item) => itemNumber(meeting, item.id)),
		corrections: (meeting.minutes?.corrections ?? []).map(({at, by, reason, item}) => ({
			at,
			by,
			reason,
			item: itemNumber(meeting, item) || undefined,
		})),
		pauses: pausesOf(entries, id),
		attendance: attendanceOf(database, meeting),
		movements: movementsOf(database, meeting),
		declarations: (meeting.declarations ?? [])
			.filter(({item}) => item === undefined || !items.has(item))
			.map((declaration) => declaredIn(database, meeting, declaration)),
		order: takenOrder(meeting),
		items: meeting.agenda.map((item) => ({
			...minuteItem(database, meeting, item),
			presiding: presiders.get(item.id),
			...recorded((under) => under === item.id),
		})),
		other: recorded((under) => under === undefined || !items.has(under)),
	};
	// As JSON would carry it: without the keys whose value is undefined.
	return JSON.parse(JSON.stringify(content)) as unknown;
}

/** When a meeting was adjourned and resumed. */
const pausesOf = (entries: readonly V1Entry[], id: string) =>
	entries.flatMap(({at, effects}) =>
		(effects ?? []).flatMap(({record, field, from, to}) => {
			if (record !== `meetings/${id}` || field !== 'status') return [];
			if (to === 'adjourned') return [{at, to}];
			return from === 'adjourned' && to === 'open' ? [{at, to}] : [];
		}),
	);

/** An item without what was recorded under it. */
function minuteItem(database: V1, meeting: V1Meeting, item: V1Item) {
	const {id, kind, title, notes, startedAt, endedAt, urgency, enBloc} = item;
	const report = database.reports.find((candidate) => candidate.id === item.about?.report);
	return {
		number: itemNumber(meeting, id),
		id,
		kind,
		title,
		notes,
		startedAt,
		endedAt,
		urgency,
		enBloc,
		paper: report && {
			id: report.id,
			title: report.title,
			reference: report.reference,
			date: report.date,
			author: report.author,
			recommendations: report.recommendations,
			key: report.key,
		},
		movements: movementsOf(database, meeting).filter(
			(_, index) => meeting.movements?.[index]?.item === id,
		),
		declarations: declaredOn(meeting, id).map((declaration) =>
			declaredIn(database, meeting, declaration),
		),
		inquorate: inquorateOn(database, meeting, item),
		exempt: exemptOf(database, meeting, item),
	};
}
