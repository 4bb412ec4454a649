import {meetingLaw, profileOf} from '../../law/boards.ts';
import {dayOfMeeting, isVoting, membersOn} from '../../rules/presence.ts';
import {detailsOf, personName} from '../../names.ts';
import {type Manner, mannerOf} from '../../voice/index.ts';
import type {
	AgendaItem,
	Board,
	Database,
	Meeting,
	Membership,
	Profile,
} from '../../schema/index.ts';
import {exemptionOf, tellExempt, type ToldExempt} from '../public/exempt.ts';
import {type ItemPaper, paperOf} from '../minutes/minuted-item.ts';
import {itemNumber, namedBoard} from './meetings.ts';
import {type OutstandingAction, outstandingActions, outstandingAt} from './outstanding.ts';
import {type Reported, reportedOn} from './reported.ts';
import {publicView} from '../public/view.ts';

export type SummonedItem = Pick<AgendaItem, 'id' | 'kind' | 'title' | 'minutes' | 'urgency'> & {
	/** Its place in the agenda, from 1. */
	number: string;
	/** The wall-clock time at which it would come up if every item took its time: `10:25`. */
	from?: string;
	paper?: ItemPaper & {appendices?: string[]};
	enBloc: boolean;
	/** The decision between meetings that it tells of. */
	reported?: Reported;
	exempt?: ToldExempt;
	/** Of the item for their progress: the actions that are open. */
	outstanding?: OutstandingAction[];
};

/** Somebody who is summoned, with office, portfolio, ward and party where these are recorded. */
type Summoned = {name: string; role: Membership['role']; details?: string[] | undefined};

/** An agenda as it is sent out: who is summoned, when and where, and to what. */
export type Summons = Manner & {
	organisation: string;
	/** The law in whose words papers and interests are spoken of. */
	law: Profile;
	board: Pick<Board, 'id' | 'name' | 'kind'>;
	meeting: Pick<
		Meeting,
		'id' | 'title' | 'status' | 'startsAt' | 'period' | 'venue' | 'publishedOn'
	>;
	example: boolean;
	/** Whether exempt titles and papers are left out. */
	public: boolean;
	/** Those with a voice and a vote on the day. */
	members: Summoned[];
	/** The others whom the board lists: its secretary and advisers. */
	others: Summoned[];
	/** How many voting members must be there, where the board's rules say. */
	quorum?: number;
	items: SummonedItem[];
	/** When the meeting would end. */
	ends?: string;
};

/** The wall-clock time so many minutes after another; meetings do not last over a change of the clocks. */
function clockAfter(startsAt: string, minutes: number): string {
	const [hour, minute] = startsAt.slice(11, 16).split(':').map(Number);
	const total = ((hour ?? 0) * 60 + (minute ?? 0) + minutes) % (24 * 60);
	return [Math.floor(total / 60), total % 60]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
}

/**
 * The agenda of a meeting for those who are summoned to it. Items without a time allotted are taken to be
 * short. With `publicOnly`, an exempt item has its public title and no paper. The meeting must exist.
 */
export function summonsOf(
	whole: Database,
	id: string,
	{publicOnly = false}: {publicOnly?: boolean} = {},
): Summons {
	const database = publicOnly ? publicView(whole) : whole;
	const meeting = database.meetings.find((one) => one.id === id);
	if (!meeting) throw new Error(`no meeting ${id}`);
	const {startsAt, agenda} = meeting;
	const board = database.boards.find((one) => one.id === meeting.board);
	const members = membersOn(board, dayOfMeeting(database, meeting));
	const named = (wanted: boolean) =>
		members
			.filter(({role}) => isVoting(role) === wanted)
			.map(({person, role}) => ({
				name: personName(database, person),
				role,
				details: detailsOf(database, person),
			}));
	const timed = startsAt !== undefined && agenda.some(({minutes}) => minutes);
	// When an item comes up is known as long as each before it has its time.
	let passed = timed ? 0 : undefined;
	const at = (minutes: number | undefined) =>
		startsAt === undefined || minutes === undefined ? undefined : clockAfter(startsAt, minutes);
	const items = agenda.map((item) => {
		const from = at(passed);
		passed = passed === undefined || item.minutes === undefined ? undefined : passed + item.minutes;
		return {
			...summonedItem(database, meeting, item, publicOnly),
			number: itemNumber(meeting, item.id),
			from,
		};
	});
	return {
		organisation: database.organisation.name,
		...mannerOf(database),
		law: profileOf(database, meeting),
		board: namedBoard(database, meeting.board),
		meeting: {
			id,
			title: meeting.title,
			status: meeting.status,
			startsAt,
			period: meeting.period,
			venue: meeting.venue,
			publishedOn: meeting.publishedOn,
		},
		example: meeting.example === true,
		public: publicOnly,
		members: named(true),
		others: named(false),
		quorum: board && meetingLaw(database, meeting).quorum(board),
		items,
		ends: at(passed),
	};
}

function summonedItem(
	database: Database,
	meeting: Meeting,
	item: AgendaItem,
	publicOnly: boolean,
): Omit<SummonedItem, 'number' | 'from'> {
	const {id, kind, title, minutes, urgency, enBloc = false} = item;
	const exemption = exemptionOf(database, item);
	const exempt = exemption && tellExempt(meetingLaw(database, meeting), exemption);
	const paper = paperOf(database, item);
	const report = database.reports.find((one) => one.id === paper?.id);
	return {
		id,
		kind,
		title,
		minutes,
		urgency,
		enBloc,
		reported: exempt && publicOnly ? undefined : reportedOn(database, item),
		// Of an exempt paper the public knows what it knows of the item, and no more.
		paper:
			!paper || (publicOnly && exempt) ? undefined : {...paper, appendices: report?.appendices},
		exempt,
		outstanding:
			kind === 'actions' && !(publicOnly && exempt)
				? meeting.openedAt === undefined
					? outstandingActions(database, meeting.board)
					: outstandingAt(database, meeting)
				: undefined,
	};
}
