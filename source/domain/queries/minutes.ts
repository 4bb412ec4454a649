import {archiveForMinutes} from '../log/anchor.ts';
import {standing} from '../log/standing.ts';
import {personName} from '../names.ts';
import {profileOf} from '../law/boards.ts';
import {mannerOf} from '../voice/index.ts';
import type {Database, Meeting} from '../schema/index.ts';
import {apologiesOf, attendanceOf, declaredIn, movementsOf} from './attendance.ts';
import {decisionExemption, exemptionOf} from './exempt.ts';
import {hiddenOf} from './hidden.ts';
import {itemNumber} from './meetings.ts';
import {actionsAsLeft, minuteAction, minuteDecision} from './minuted.ts';
import {changesIn} from './minuted-change.ts';
import {minuteItem, presidersOf, type Recorded, takenOrder} from './minuted-item.ts';
import {contentOf, type Minutes, type SealedContent} from './minutes-content.ts';
import {outstandingActions, outstandingAt} from './outstanding.ts';
import {sealStands} from './seal-stands.ts';

export type {MinutedItem, Recorded} from './minuted-item.ts';
export {contentForm, contentOf, type Minutes, type SealedContent} from './minutes-content.ts';

/**
 * What the minutes of a meeting hold: its record, and what the log says was done during each of its
 * items. What was undone is not in it; what is not recorded is absent. With `publicOnly`, exempt
 * items keep their number, public title and summary, but nothing that was said, written or decided
 * under them. The meeting must exist.
 */
export function minutesOf(
	database: Database,
	id: string,
	{publicOnly = false}: {publicOnly?: boolean} = {},
): Minutes {
	const minutes = gather(database, id, publicOnly);
	const archived = archiveForMinutes(database, id);
	if (archived !== undefined) return {...minutes, archived};
	const seal = database.meetings.find((one) => one.id === id)?.minutes?.seals?.at(-1);
	if (!seal) return minutes;
	const read = sealedContent(id);
	const fits = sealStands(database, id, seal, (state) =>
		state === database && !publicOnly ? contentOf(minutes) : read(state),
	);
	if (fits) return minutes;
	return {...minutes, ...(fits === undefined ? {unproved: true} : {altered: true})};
}

/** Reads from any state of a database what a seal on the minutes of a meeting covers; undefined where there is no such meeting. */
export const sealedContent =
	(id: string) =>
	(database: Database): SealedContent | undefined =>
		database.meetings.some((meeting) => meeting.id === id)
			? contentOf(gather(database, id, false))
			: undefined;

/** The minutes of a meeting, of which nobody has asked yet whether they are as they were sealed. */
function gather(database: Database, id: string, publicOnly: boolean): Minutes {
	const meeting = database.meetings.find((candidate) => candidate.id === id);
	if (!meeting) throw new Error(`no meeting ${id}`);
	const board = database.boards.find((candidate) => candidate.id === meeting.board);
	const entries = standing(database.log);
	const items = new Set(meeting.agenda.map((item) => item.id));
	const exempt = new Set(
		meeting.agenda.filter((item) => exemptionOf(database, item)).map((item) => item.id),
	);
	const hidden = (item: string | undefined) => publicOnly && item !== undefined && exempt.has(item);
	const secret = new Set(
		publicOnly
			? database.decisions
					.filter((decision) => decision.meeting === id && decisionExemption(database, decision))
					.map((decision) => decision.id)
			: [],
	);

	const secretActions = publicOnly ? hiddenOf(database)?.actions : undefined;
	const asLeft = actionsAsLeft(database, entries, meeting);
	const changes = changesIn(database, entries, id, (action, at) => asLeft(action, at).text);

	const recorded = (wanted: (item: string | undefined) => boolean): Recorded => {
		const told = changes(
			({item, during, decision}) =>
				wanted(item) && !hidden(item) && !hidden(during) && !(decision && secret.has(decision.id)),
		);
		return {
			...told,
			progress: told.progress.filter(({action}) => !secretActions?.has(action)),
			decisions: database.decisions
				.filter(
					(decision) =>
						decision.meeting === id && wanted(decision.item) && !secret.has(decision.id),
				)
				.map((decision) => minuteDecision(database, decision, {publicOnly})),
			actions: database.actions
				.filter(
					({id: own, meeting: placed, item}) =>
						placed === id && wanted(item) && !hidden(item) && !secretActions?.has(own),
				)
				.map((action) => minuteAction(database, asLeft(action))),
		};
	};
	const presiders = presidersOf(database, meeting);
	const outstanding = meeting.agenda.some(({kind}) => kind === 'actions')
		? meeting.openedAt === undefined
			? outstandingActions(database, meeting.board)
			: outstandingAt(database, meeting, entries)
		: undefined;
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
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
		sat: meeting.agenda.some(({startedAt}) => startedAt !== undefined),
		law: profileOf(database, meeting),
		public: publicOnly,
		exempt: [...exempt].map((item) => itemNumber(meeting, item)),
		...stageOf(database, meeting, hidden),
		pauses: pausesOf(meeting),
		attendance: attendanceOf(database, meeting),
		apologies: apologiesOf(database, meeting),
		movements: movementsOf(database, meeting),
		interestsAsked: meeting.interestsAsked && {none: meeting.interestsAsked.none},
		declarations: (meeting.declarations ?? [])
			.filter(({item}) => item === undefined || !items.has(item))
			.map((declaration) => declaredIn(database, meeting, declaration, false)),
		order: takenOrder(meeting),
		items: meeting.agenda.map((item) => ({
			...minuteItem(database, meeting, item, hidden(item.id)),
			presiding: presiders.get(item.id),
			outstanding:
				item.kind === 'actions' && !hidden(item.id)
					? outstanding?.filter(({id: own}) => !secretActions?.has(own))
					: undefined,
			...recorded((under) => under === item.id),
		})),
		other: recorded((under) => under === undefined || !items.has(under)),
	};
}

/** How far minutes have come: issued, corrected, approved, signed. */
function stageOf(
	database: Database,
	{minutes, ...meeting}: Meeting,
	hidden: (item: string | undefined) => boolean,
): Pick<Minutes, 'status' | 'seals' | 'approval' | 'signature' | 'corrections'> {
	const {seals = [], approvedBy, approvedAt, signedBy, signedOn, corrections = []} = minutes ?? {};
	const approving = database.meetings.find(({id}) => id === approvedBy);
	return {
		status: minutes?.status ?? 'draft',
		seals: seals.map(({at, by, seal}, index) => ({version: index + 1, at, by, seal})),
		approval:
			approvedBy === undefined && approvedAt === undefined
				? undefined
				: {meeting: approvedBy, title: approving?.title, at: approvedAt},
		signature:
			signedBy === undefined ? undefined : {name: personName(database, signedBy), on: signedOn},
		corrections: corrections.map(({id, at, by, reason, item}) => ({
			record: `meetings/${meeting.id}/minutes/corrections/${id}`,
			at,
			by,
			reason: hidden(item) ? 'left out: it speaks of exempt matter' : reason,
			item: itemNumber(meeting, item) || undefined,
		})),
	};
}

/** When a meeting was adjourned and resumed; its opening and closing stand in the meeting itself. */
const pausesOf = ({id: held, pauses = []}: Meeting): Minutes['pauses'] =>
	pauses.flatMap(({id, from, to}) => {
		const record = `meetings/${held}/pauses/${id}`;
		return [
			{record, at: from, to: 'adjourned' as const},
			...(to === undefined ? [] : [{record, at: to, to: 'open' as const}]),
		];
	});
