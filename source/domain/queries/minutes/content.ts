import {plain} from '../../equal.ts';
import type {Manner} from '../../voice/index.ts';
import type {Board, Meeting, MinutesStatus, Profile} from '../../schema/index.ts';
import type {Apologised, Attended, Declared, Moved, Placed} from '../meeting/attendance.ts';
import type {MinutedItem, Recorded} from './minuted-item.ts';

/** The structured content of a meeting's minutes; names are resolved, instants are UTC. */
export type Minutes = Manner & {
	organisation: string;
	board: Pick<Board, 'id' | 'name' | 'kind'>;
	meeting: Pick<
		Meeting,
		'id' | 'title' | 'status' | 'startsAt' | 'period' | 'venue' | 'openedAt' | 'closedAt'
	>;
	example: boolean;
	/** Whether the record tells of items that were taken up, so that its silence about another says something. */
	sat: boolean;
	/** The law that applies, which wants some things said in its words. */
	law: Profile;
	/** Whether exempt matter is left out. */
	public: boolean;
	/** The numbers of the items with exempt matter. */
	exempt: string[];
	status: MinutesStatus;
	/** The versions that were given out, oldest first. */
	seals: {version: number; at: string; by: string; seal: string}[];
	/** The record has changed since the last of these versions, so that its seal no longer fits. */
	altered?: true;
	/** Whether it still fits cannot be told: a newer version of the program made that seal. */
	unproved?: true;
	/** The meeting that approved the minutes as a correct record. */
	approval?: {meeting?: string; title?: string; at?: string};
	signature?: {name: string; on?: string};
	/** What was corrected after approval. */
	corrections: (Placed & {at: string; by: string; reason: string; item?: string})[];
	/** Adjournments and resumptions, in order. */
	pauses: (Placed & {at: string; to: 'adjourned' | 'open'})[];
	attendance: Attended[];
	/** Voting members of whom the roll says nothing, though somebody else stands on it. */
	unmarked: string[];
	/** Who sent apologies, for not coming or for coming late, whether or not they came after all. */
	apologies: Apologised[];
	movements: Moved[];
	/** Whether it was asked about interests, and that nobody had any; absent, nobody said that it was asked. */
	interestsAsked?: {none: boolean};
	/** Interests declared on no item in particular; the others stand with their items. */
	declarations: Declared[];
	/** The archive of the log in which what was done in the meeting stands: here it is left out. */
	archived?: string;
	/** The minute numbers that were left out when its own were given: the first and the last of them, and why. */
	unusedNumbers?: {from: string; to: string; why: string};
	/** The order in which the items were taken; absent where it was that of the agenda. */
	order?: string[];
	items: MinutedItem[];
	/** Recorded in the meeting, but under no item of its agenda. */
	other: Recorded;
};

/**
 * The form of what a seal covers. Whoever alters what minutes hold gives it the next number. Form 1 stands
 * frozen in migrations/v1, where the migration judges the seals that were made of it.
 */
export const contentForm = 2;

/** What of minutes a seal covers, as plain data. */
export type SealedContent = Omit<
	Minutes,
	| 'law'
	| 'sat'
	| 'unmarked'
	| 'locale'
	| 'paper'
	| 'namesTimeZone'
	| 'status'
	| 'seals'
	| 'altered'
	| 'unproved'
	| 'archived'
	| 'approval'
	| 'signature'
>;

/**
 * The part of minutes that a seal covers: all that a reader finds in them but how far they have come, which
 * goes on after they are issued. What later decisions do to one of these (supersede it, rescind it)
 * is not part of what this meeting did; so it is left out too, and the seal of old minutes holds. So is under which
 * law and in which language words are put: that is the database's, not the meeting's.
 */
export function contentOf(
	{
		law: _law,
		sat: _sat,
		unmarked: _unmarked,
		locale: _locale,
		paper: _paper,
		namesTimeZone: _namesTimeZone,
		status: _status,
		seals: _seals,
		altered: _altered,
		unproved: _unproved,
		archived: _archived,
		approval: _approval,
		signature: _signature,
		...content
	}: Minutes,
	form: number = contentForm,
): SealedContent {
	if (form !== contentForm) throw new Error(`there is no form ${form} of minutes`);
	return plain(
		{
			...content,
			items: content.items.map((item) => ({...item, ...asMade(item)})),
			other: asMade(content.other),
		},
		places,
	);
}

/** Where in the record something stands, and which act did it: this is how it is traced, not what is said. */
const places = ['record', 'revision'];

const asMade = ({changes, strategies, progress, decisions, actions}: Recorded): Recorded => ({
	changes,
	strategies,
	progress,
	decisions: decisions.map(({endedBy: _endedBy, status, supersedes, rescinds, ...decision}) => ({
		...decision,
		// The title of an earlier decision may be corrected after this meeting.
		supersedes: idOf(supersedes),
		rescinds: idOf(rescinds),
		status: status === 'retracted' ? status : 'recorded',
	})),
	actions,
});

const idOf = (name: string | undefined): string | undefined => name?.split(' ')[0];
