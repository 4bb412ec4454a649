import {dayIn} from '../calendar.ts';
import {meetingLaw} from '../law/boards.ts';
import {inTime} from './times.ts';
import type {
	AgendaItem,
	Attendance,
	Board,
	Database,
	Declaration,
	Meeting,
	Membership,
	RollMark,
} from '../schema/index.ts';

/** The day of a meeting in the organisation's time zone, or undefined when none is known. */
export function dayOfMeeting(database: Database, meeting: Meeting): string | undefined {
	if (meeting.openedAt) return dayIn(meeting.openedAt, database.organisation.timeZone);
	return meeting.startsAt?.slice(0, 10) ?? meeting.period?.from;
}

/** Whether a role has a voice and a vote: the secretary and advisers have none. */
export const isVoting = (role: Membership['role']): boolean =>
	role !== 'secretary' && role !== 'adviser';

/** A board's memberships that hold on a day; without a day those that do not end or, where all do, all of them. */
export function membersOn(
	board: Board | undefined,
	day: string | undefined,
): readonly Membership[] {
	const members = board?.members ?? [];
	if (day !== undefined) {
		return members.filter(({from, to}) => (from ?? '') <= day && (to ?? '9999-12-31') >= day);
	}
	const lasting = members.filter(({to}) => to === undefined);
	return lasting.length > 0 ? lasting : members;
}

/** Whether the roll counts somebody as there at all. */
const isThere = ({status}: Attendance): boolean => status !== 'absent';

/**
 * Whether the roll of a meeting was taken: somebody stands on it who did not get there by arriving. One arrival that was
 * noted says nothing of who else was there, or who sent apologies.
 */
export function isRollTaken({
	attendance,
	movements = [],
}: {
	attendance: readonly {person: string}[];
	movements?: readonly {person: string; kind: string}[] | undefined;
}): boolean {
	const first = new Map(movements.toReversed().map(({person, kind}) => [person, kind]));
	return attendance.some(({person}) => first.get(person) !== 'arrived');
}

/**
 * The voting members of a board on a meeting's day of whom its record says nothing: neither marked, nor sent apologies,
 * nor stood in for. While there are any, nothing is known of who did not come.
 */
export function unmarkedAt(database: Database, meeting: Meeting): string[] {
	const board = database.boards.find(({id}) => id === meeting.board);
	// Apologies for coming late do not say that somebody did not come.
	const known = onRoll({
		...meeting,
		apologies: meeting.apologies?.filter(({late}) => !late),
	});
	const places = new Set(meeting.attendance.map((line) => line.for));
	return membersOn(board, dayOfMeeting(database, meeting))
		.filter(({role, person}) => isVoting(role) && !known.has(person) && !places.has(person))
		.map(({person}) => person);
}

/** Everybody who stands on the roll of a meeting or sent apologies to it. */
export const onRoll = ({attendance, apologies = []}: Meeting): Set<string> =>
	new Set([...attendance, ...apologies].map(({person}) => person));

/** What somebody is marked as on a roll: how they attend or, when they do not stand on it, that they sent apologies. */
export function markOf({attendance, apologies}: Meeting, person: string): RollMark | undefined {
	const line = attendance.find((one) => one.person === person);
	if (line) return line.status;
	return apologies?.some((one) => one.person === person) ? 'apologies' : undefined;
}

/**
 * Who is in the room at an instant, or now without one: whom the roll counts as there, less those who
 * left, and those who came later once they came. Watching over the network is not attendance.
 */
export function presentAt(meeting: Meeting, at?: string): Attendance[] {
	return meeting.attendance.filter((line) => {
		if (!isThere(line)) return false;
		const {person} = line;
		const own = inTime((meeting.movements ?? []).filter((movement) => movement.person === person));
		const last = own.findLast((movement) => at === undefined || movement.at <= at);
		// Before the first movement people were there unless it is their arrival.
		return last ? last.kind === 'arrived' : own[0]?.kind !== 'arrived';
	});
}

/**
 * Who was in the room for some of an item: what is recorded after the meeting has moved on counts them all. An
 * item that was not taken up yet has those who are there now; one that was taken up again, also those
 * who had come in between.
 */
export function presentDuring(meeting: Meeting, item: AgendaItem | undefined): Attendance[] {
	if (!item?.startedAt) return presentAt(meeting);
	const atEitherEnd = [
		...presentAt(meeting, item.startedAt),
		...presentAt(meeting, item.endedAt),
	].map(({person}) => person);
	const movers = (meeting.movements ?? []).flatMap((movement) =>
		movement.item === item.id ? [movement.person] : [],
	);
	const there = new Set([...atEitherEnd, ...movers]);
	return meeting.attendance.filter((line) => isThere(line) && there.has(line.person));
}

/**
 * Who was there when an item was first taken up, left while the meeting was on another, and was not there when it
 * was taken up again: for what is resolved then they make no quorum.
 */
function goneBetween(meeting: Meeting, id: string | undefined): Set<string> {
	const item = meeting.agenda.find((one) => one.id === id);
	if (!item?.startedAt) return new Set();
	const atEnd = new Set(presentAt(meeting, item.endedAt).map(({person}) => person));
	const gone = presentAt(meeting, item.startedAt).filter(({person}) => {
		const left = inTime(meeting.movements ?? []).findLast(
			(movement) =>
				movement.person === person && (item.endedAt === undefined || movement.at <= item.endedAt),
		);
		return !atEnd.has(person) && left?.item !== item.id;
	});
	return new Set(gone.map(({person}) => person));
}

/** Whether a line of the roll counts: whoever takes part from elsewhere does only where the law of the meeting lets them. */
const countsOn =
	(database: Database, meeting: Meeting) =>
	({remote}: Attendance): boolean =>
		!remote || meetingLaw(database, meeting).elsewhere === undefined;

/** What was declared on an item, in the order of declaring. */
export const declaredOn = (meeting: Meeting, item: string | undefined): Declaration[] =>
	item === undefined
		? []
		: (meeting.declarations ?? []).filter((declaration) => declaration.item === item);

/**
 * Whether a declaration takes the vote away: by leaving the room, or by a disclosable pecuniary
 * interest without a dispensation, even from one who stays: the one kind of interest of which law says so.
 */
export const bars = ({kind, withdrew, dispensation}: Declaration): boolean =>
	withdrew === true || (kind === 'dpi' && !dispensation);

/** Of when it is asked who is in the room: now, for some of an item, or at a moment. */
export type When = 'now' | 'during' | {at: string};

/** Somebody who may vote on an item, or why they may not. */
export type Elector = {
	person: string;
	/** The member whose place a substitute takes. */
	for?: string;
	/** The declaration that takes the vote away. */
	barred?: Declaration;
};

/**
 * Everybody in the room who has a vote on the board: its voting members of that day and those who
 * stand in for one who is not there; a place has one vote. Those whom a declaration on the item bars are in it, marked.
 * `when`: who is there now, who was there for some of the item, or who was there at a moment.
 */
export function electors(
	database: Database,
	meeting: Meeting,
	item: string | undefined,
	when: When = 'now',
): Elector[] {
	const board = database.boards.find(({id}) => id === meeting.board);
	const voting = new Set(
		membersOn(board, dayOfMeeting(database, meeting))
			.filter(({role}) => isVoting(role))
			.map(({person}) => person),
	);
	const subject = meeting.agenda.find(({id}) => id === item);
	const isCounted = countsOn(database, meeting);
	const there = (
		when === 'during'
			? presentDuring(meeting, subject)
			: presentAt(meeting, when === 'now' ? undefined : when.at)
	).filter(isCounted);
	const barred = new Map(
		declaredOn(meeting, item)
			.filter(bars)
			.map((declaration) => [declaration.person, declaration]),
	);
	const seated = new Set(
		there.flatMap(({person, status}) =>
			status === 'present' && voting.has(person) ? [person] : [],
		),
	);
	return there
		.filter(
			({person, status, for: member}) =>
				seated.has(person) ||
				(status === 'substitute' &&
					member !== undefined &&
					voting.has(member) &&
					!seated.has(member)),
		)
		.map(({person, for: member}) => ({
			person,
			...(member === undefined ? {} : {for: member}),
			...(barred.has(person) ? {barred: barred.get(person)} : {}),
		}));
}

type Quorum = {
	/** Voting members (or their substitutes) who are there and may vote. */
	present: number;
	voting: number;
	/** How many must be there, by the law or the board's rules; undefined where neither tells, which is not known. */
	needed: number | undefined;
	quorate: boolean;
	/** People in the room who may not vote on the item. */
	barred: string[];
};

/**
 * Whether a meeting can resolve on an item: enough of those who may vote on it are there. One whom an
 * interest bars is not counted, as they are not entitled to vote. Where the quorum is not known, nothing can be
 * said against a meeting in which somebody may vote; one who decides alone has none. An inquorate meeting
 * cannot resolve.
 */
export function quorumOn(
	database: Database,
	meeting: Meeting,
	item: string | undefined = meeting.currentItem,
	when: When = 'now',
): Quorum {
	const board = database.boards.find(({id}) => id === meeting.board);
	const there = electors(database, meeting, item, when);
	const gone = when === 'during' ? goneBetween(meeting, item) : new Set<string>();
	const present = there.filter(({person, barred}) => !barred && !gone.has(person)).length;
	const law = meetingLaw(database, meeting);
	const needed = board && law.quorum(board);
	const members = membersOn(board, dayOfMeeting(database, meeting));
	return {
		present,
		voting: members.filter(({role}) => isVoting(role)).length,
		needed,
		quorate: law.alone || present >= (needed ?? 1),
		barred: there.flatMap(({person, barred}) => (barred ? [person] : [])),
	};
}

/** Whether somebody was elected on an item: until then they were not in the chair to which it put them. */
const wasElectedOn = (
	{decisions}: Database,
	{id}: Meeting,
	item: string | undefined,
	person: string,
): boolean =>
	decisions.some(
		(one) =>
			one.meeting === id &&
			one.item === item &&
			one.status === 'recorded' &&
			one.candidates?.some((candidate) => candidate.elected && candidate.person === person),
	);

/**
 * Who presides over an item: whoever was put in the chair for it, else the chair, else in the chair's
 * absence the vice-chair; undefined when neither is there. One who decides alone is their own chair. Whom an interest bars from the item leaves
 * the chair for it, as they may take no part in its discussion.
 */
export function presidingOn(
	database: Database,
	meeting: Meeting,
	item: string | undefined,
): string | undefined {
	const subject = meeting.agenda.find(({id}) => id === item);
	if (subject?.presiding) return subject.presiding;
	// Who was put in the chair for the meeting holds it while there, and while no interest bars them.
	const there = new Set(
		presentDuring(meeting, subject)
			.filter(countsOn(database, meeting))
			.map(({person}) => person),
	);
	const barred = new Set(
		declaredOn(meeting, item)
			.filter(bars)
			.map(({person}) => person),
	);
	const {presiding} = meeting;
	const isElected = presiding !== undefined && wasElectedOn(database, meeting, item, presiding);
	if (presiding && there.has(presiding) && !barred.has(presiding) && !isElected) return presiding;
	const board = database.boards.find(({id}) => id === meeting.board);
	const members = membersOn(board, dayOfMeeting(database, meeting));
	const holder = (role: Membership['role']) =>
		members.find((one) => one.role === role && there.has(one.person) && !barred.has(one.person))
			?.person;
	return (
		holder('chair') ??
		holder('vice-chair') ??
		(meetingLaw(database, meeting).alone ? holder('member') : undefined)
	);
}
