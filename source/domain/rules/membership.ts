import {dayIn, sayDay} from '../calendar.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Board, Database, Membership} from '../schema/index.ts';
import {count, memberRoleWords} from '../words.ts';
import {dayOfMeeting, isVoting, membersOn} from './presence.ts';

const roleWord = (role: Membership['role']): string => memberRoleWords[role].toLowerCase();

/** How many voting seats a board has on a day or will have after it. */
const seatsFrom = (board: Board, day: string): number =>
	new Set(
		board.members
			.filter(({role, to}) => isVoting(role) && (to ?? '9999') >= day)
			.map(({person}) => person),
	).size;

/** The first day that two memberships have in common, empty when it is not known; undefined when there is none. */
function commonDay(a: Membership, b: Membership): string | undefined {
	const from = [a.from ?? '', b.from ?? ''].toSorted().at(-1) ?? '';
	const to = [a.to ?? '9999', b.to ?? '9999'].toSorted()[0] ?? '';
	return from <= to ? from : undefined;
}

/** What cannot be so among a board's memberships: one sentence each. */
function contradictions(database: Database, board: Board): string[] {
	const name = (person: string) => personName(database, person);
	const backwards = board.members.flatMap(({person, from, to}) =>
		from !== undefined && to !== undefined && to < from
			? [
					`${name(person)} cannot leave ${board.name} on ${sayDay(to)}, before the first day, ${sayDay(from)}`,
				]
			: [],
	);
	const pairs = board.members.flatMap((one, index) =>
		board.members.slice(index + 1).flatMap((other): string[] => {
			const day = commonDay(one, other);
			if (day === undefined) return [];
			const when = day === '' ? '' : ` on ${sayDay(day)}`;
			if (one.person === other.person) {
				return [
					`${name(one.person)} would be on ${board.name} twice${when}, as ${roleWord(one.role)} and as ${roleWord(other.role)}: end one the day before the other begins`,
				];
			}
			return one.role === 'chair' && other.role === 'chair'
				? [
						`${board.name} would have two chairs${when}, ${name(one.person)} and ${name(other.person)}: give the other a role or a last day first`,
					]
				: [];
		}),
	);
	return [...backwards, ...pairs];
}

/** Who stood on the roll of a meeting that has begun, as what, and is not the same any more. */
function rewritten(before: Board, database: Database, after: Board): string | undefined {
	for (const meeting of database.meetings) {
		const day = dayOfMeeting(database, meeting);
		if (meeting.board !== after.id || meeting.status === 'planned' || day === undefined) continue;
		const roles = (board: Board) =>
			new Map(membersOn(board, day).map(({person, role}) => [person, role]));
		const [was, is] = [roles(before), roles(after)];
		const listed = meeting.attendance.flatMap((line) => [line.person, line.for ?? line.person]);
		const person = listed.find((one) => was.has(one) && was.get(one) !== is.get(one));
		const role = person && was.get(person);
		if (role) {
			return `${personName(database, person)} stands as ${roleWord(role)} on the roll of ${nameOf(database, `meetings/${meeting.id}`)}, ${sayDay(day)}: that stays, so take a later day`;
		}
	}
	return undefined;
}

/**
 * What must hold of a board that an act or an undo altered: nobody is on it twice on one day, it has one
 * chair at a time, and who stood on the roll of a meeting that has begun stays what they were on that
 * day. What was wrong before, in a file that was edited by hand, stops nobody.
 */
export function refuseBoard(before: Database, after: Database, id: unknown): Rejection | undefined {
	const board = after.boards.find((one) => one.id === id);
	if (!board) return undefined;
	const old = before.boards.find((one) => one.id === id);
	const known = new Set(old && contradictions(before, old));
	const wrong =
		contradictions(after, board).find((sentence) => !known.has(sentence)) ??
		(old && rewritten(old, after, board));
	return wrong === undefined ? undefined : reject('state', wrong);
}

/** What may not be edited: a quorum that cannot be reached, and the kind of a board that has met. */
export function refuseBoardEdit(
	database: Database,
	id: string,
	{quorum, kind}: {quorum?: {to?: number}; kind?: object},
	now: string,
): Rejection | undefined {
	const board = database.boards.find((one) => one.id === id);
	if (!board) return undefined;
	const seats = seatsFrom(board, dayIn(now, database.organisation.timeZone));
	if (quorum?.to !== undefined && seats > 0 && quorum.to > seats) {
		return reject(
			'state',
			`a quorum of ${quorum.to} cannot be reached: ${board.name} has ${count(seats, 'voting member')}; enter the others first`,
		);
	}
	const met = database.meetings.find((one) => one.board === id && one.status !== 'planned');
	return kind && met
		? reject(
				'state',
				`${board.name} stays of its kind: ${nameOf(database, `meetings/${met.id}`)} was held under its rules`,
			)
		: undefined;
}
