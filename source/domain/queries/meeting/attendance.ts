import {meetingLaw} from '../../law/boards.ts';
import {detailsOf, personName} from '../../names.ts';
import {dayOfMeeting, membersOn} from '../../rules/presence.ts';
import type {
	Board,
	Database,
	Declaration,
	Meeting,
	Membership,
	Movement,
	RollMark,
} from '../../schema/index.ts';
import {inTime} from '../../rules/times.ts';
import {itemNumber} from './meetings.ts';

export {dayOfMeeting} from '../../rules/presence.ts';

/** One line of a roll, with names resolved. */
export type Attended = {
	person: string;
	name: string;
	status: RollMark;
	/** The part that the person had on the board on the day; absent for one who is not a member. */
	role?: Membership['role'];
	/** Their office, portfolio, ward and party, where these are recorded. */
	details?: string[];
	/** For a substitute: whose place they took. */
	for?: string;
	/** They took part from elsewhere, and whether they counted under the law of the meeting. */
	elsewhere?: 'counted' | 'uncounted';
};

/** A meeting's roll in the order in which it was taken: chair first, then as recorded. */
export function attendanceOf(database: Database, meeting: Meeting): Attended[] {
	const board = database.boards.find(({id}) => id === meeting.board);
	const members = membersOn(board, dayOfMeeting(database, meeting));
	const roles: (Membership['role'] | undefined)[] = ['chair', 'vice-chair'];
	const rank = ({role}: Attended) => (role && roles.includes(role) ? roles.indexOf(role) : 2);
	const listed = new Set(meeting.attendance.map(({person}) => person));
	const away = (meeting.apologies ?? []).filter(({person, late}) => !late && !listed.has(person));
	const uncounted = meetingLaw(database, meeting).elsewhere !== undefined;
	const lines = [
		...meeting.attendance,
		...away.map(({person}) => ({
			person,
			status: 'apologies' as const,
			for: undefined,
			remote: undefined,
		})),
	];
	return lines
		.map(({person, status, for: member, remote}): Attended => ({
			person,
			name: personName(database, person),
			details: detailsOf(database, person),
			status,
			role: members.find((membership) => membership.person === person)?.role,
			for: member === undefined ? undefined : personName(database, member),
			elsewhere: !remote ? undefined : uncounted ? 'uncounted' : 'counted',
		}))
		.toSorted((a, b) => rank(a) - rank(b));
}

/** Who sent apologies; `late` is for coming late. */
export type Apologised = Placed & {name: string; late?: boolean};

/** Who sent apologies, in the order in which they came in; `late` is for coming late. */
export const apologiesOf = (database: Database, {id, apologies = []}: Meeting): Apologised[] =>
	apologies.map(({person, late}) => ({
		record: `meetings/${id}/apologies/${person}`,
		name: personName(database, person),
		late,
	}));

/** The place of the record from which something comes that documents tell; no part of what a seal covers. */
export type Placed = {record: string};

/** Somebody who came or went while the meeting sat. */
export type Moved = Placed & {
	person: string;
	name: string;
	/** One who had been there and left has returned. */
	kind: Movement['kind'] | 'returned';
	at: string;
	/** The number of the item in which it happened. */
	item?: string;
};

/** Arrivals and departures in the order in which they happened. */
export function movementsOf(database: Database, meeting: Meeting): Moved[] {
	const left = new Set<string>();
	return inTime(meeting.movements ?? []).map(({id, person, kind, at, item}): Moved => {
		const back = kind === 'arrived' && left.has(person);
		if (kind === 'left') left.add(person);
		return {
			record: `meetings/${meeting.id}/movements/${id}`,
			person,
			name: personName(database, person),
			kind: back ? 'returned' : kind,
			at,
			item: itemNumber(meeting, item) || undefined,
		};
	});
}

/** What the board of a meeting calls its members' interests, where it has words of its own. */
export const ownInterests = (
	{boards}: Database,
	{board}: Meeting,
): NonNullable<Board['interests']> => boards.find(({id}) => id === board)?.interests ?? [];

/** An interest that somebody declared, as it may be printed. */
export type Declared = Placed &
	Pick<Declaration, 'person' | 'kind' | 'nature' | 'sensitive' | 'withdrew' | 'dispensation'> & {
		name: string;
		/** The number of the item; absent where none was named. */
		item?: string;
		/** What the board calls such an interest, where it has a word of its own. */
		own?: string;
		/** The person stayed, but a pecuniary interest without a dispensation took voice and vote away. */
		voteless?: true;
	};

/** What was declared. The nature of a sensitive interest is never told. */
export function declaredIn(
	database: Database,
	meeting: Meeting,
	{id, person, item, kind, word, nature, sensitive, withdrew, dispensation}: Declaration,
): Declared {
	return {
		record: `meetings/${meeting.id}/declarations/${id}`,
		person,
		name: personName(database, person),
		kind,
		own: ownInterests(database, meeting).find((one) => one.id === word)?.title,
		nature: sensitive ? undefined : nature,
		sensitive,
		withdrew,
		dispensation,
		item: itemNumber(meeting, item) || undefined,
		...(kind === 'dpi' && !withdrew && !dispensation ? {voteless: true} : {}),
	};
}
