import {archiveForMinutes} from '../../log/anchor.ts';
import {standing} from '../../log/standing.ts';
import {personName} from '../../names.ts';
import {profileOf} from '../../law/boards.ts';
import {mannerOf} from '../../voice/index.ts';
import {isRollTaken, unmarkedAt} from '../../rules/presence.ts';
import type {Database, Meeting} from '../../schema/index.ts';
import {apologiesOf, attendanceOf, declaredIn, movementsOf} from '../meeting/attendance.ts';
import {exemptionOf} from '../public/exempt.ts';
import {itemNumber, namedBoard} from '../meeting/meetings.ts';
import {actionsAsLeft, minuteAction, minuteDecision} from './minuted.ts';
import {changesIn} from './minuted-change.ts';
import {minuteItem, presidersOf, type Recorded, takenOrder} from './minuted-item.ts';
import {contentOf, type Minutes, type SealedContent} from './content.ts';
import {outstandingActions, outstandingAt} from '../meeting/outstanding.ts';
import {sealStands} from '../log/seal-stands.ts';

/**
 * What the minutes of a meeting hold: its record, and what the log says was done during each of its
 * items. What was undone is not in it; what is not recorded is absent. The meeting must exist.
 */
export function minutesRecord(database: Database, id: string): Minutes {
	const minutes = gather(database, id);
	const archived = archiveForMinutes(database, id);
	if (archived !== undefined) return {...minutes, archived};
	const seal = database.meetings.find((one) => one.id === id)?.minutes?.seals?.at(-1);
	if (!seal) return minutes;
	const read = sealedContent(id);
	const fits = sealStands(database, id, seal, (state) =>
		state === database ? contentOf(minutes) : read(state),
	);
	if (fits) return minutes;
	return {...minutes, ...(fits === undefined ? {unproved: true} : {altered: true})};
}

/** Reads from any state of a database what a seal on the minutes of a meeting covers; undefined where there is no such meeting. */
export const sealedContent =
	(id: string) =>
	(database: Database): SealedContent | undefined =>
		database.meetings.some((meeting) => meeting.id === id)
			? contentOf(gather(database, id))
			: undefined;

/** The minutes of a meeting, of which nobody has asked yet whether they are as they were sealed. */
function gather(database: Database, id: string): Minutes {
	const meeting = database.meetings.find((candidate) => candidate.id === id);
	if (!meeting) throw new Error(`no meeting ${id}`);
	const entries = standing(database.log);
	const items = new Set(meeting.agenda.map((item) => item.id));
	const asLeft = actionsAsLeft(database, entries, meeting);
	const changes = changesIn(database, entries, id, (action, at) => asLeft(action, at).text);

	const recorded = (wanted: (item: string | undefined) => boolean): Recorded => ({
		...changes(({item}) => wanted(item)),
		decisions: database.decisions
			.filter((decision) => decision.meeting === id && wanted(decision.item))
			.map((decision) => minuteDecision(database, decision)),
		actions: database.actions
			.filter(({meeting: placed, item}) => placed === id && wanted(item))
			.map((action) => minuteAction(database, asLeft(action))),
	});
	const presiders = presidersOf(database, meeting);
	const outstanding = meeting.agenda.some(({kind}) => kind === 'actions')
		? meeting.openedAt === undefined
			? outstandingActions(database, meeting.board)
			: outstandingAt(database, meeting, entries)
		: undefined;
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
		board: namedBoard(database, meeting.board),
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
		public: false,
		exempt: meeting.agenda
			.filter((item) => exemptionOf(database, item))
			.map((item) => itemNumber(meeting, item.id)),
		...stageOf(database, meeting),
		pauses: pausesOf(meeting),
		attendance: attendanceOf(database, meeting),
		unmarked: isRollTaken(meeting)
			? unmarkedAt(database, meeting).map((person) => personName(database, person))
			: [],
		apologies: apologiesOf(database, meeting),
		movements: movementsOf(database, meeting),
		interestsAsked: meeting.interestsAsked && {none: meeting.interestsAsked.none},
		declarations: (meeting.declarations ?? [])
			.filter(({item}) => item === undefined || !items.has(item))
			.map((declaration) => declaredIn(database, meeting, declaration)),
		unusedNumbers: meeting.minutes?.skipped,
		order: takenOrder(meeting),
		items: meeting.agenda.map((item) => ({
			...minuteItem(database, meeting, item),
			presiding: presiders.get(item.id),
			outstanding: item.kind === 'actions' ? outstanding : undefined,
			...recorded((under) => under === item.id),
		})),
		other: recorded((under) => under === undefined || !items.has(under)),
	};
}

/** How far minutes have come: issued, corrected, approved, signed. */
function stageOf(
	database: Database,
	{minutes, ...meeting}: Meeting,
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
			reason,
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
