// Why the roll cannot be as a change would have it.
import {sayDay, timeIn} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {find} from '../log/patch.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {dayOfMeeting, markOf, membersOn} from '../rules/presence.ts';
import type {AttendanceStatus, Meeting, RollMark} from '../schema/index.ts';
import {type Context, refuseStale, refuseUnknown} from './family.ts';

/** Whether somebody has a seat on the board of a meeting on its day. */
export function isMember(draft: Draft, meeting: Meeting, person: string): boolean {
	const board = draft.database.boards.find(({id}) => id === meeting.board);
	return membersOn(board, dayOfMeeting(draft.database, meeting)).some(
		(membership) => membership.person === person,
	);
}

/** Why somebody cannot stand on the roll as given: only members of that day are present, only for one can another stand in. */
export function refuseRollMark(
	draft: Draft,
	meeting: Meeting,
	person: string,
	status: AttendanceStatus,
	member: string | undefined,
): Rejection | undefined {
	const {database} = draft;
	if (member !== undefined && (status !== 'substitute' || member === person)) {
		return reject('invalid', 'only a substitute takes a place, and another member’s');
	}
	const day = dayOfMeeting(database, meeting);
	const noMember = (id: string) =>
		`${personName(database, id)} is not a member of ${nameOf(database, `boards/${meeting.board}`)}${day ? ` on ${sayDay(day)}` : ''}`;
	if (status === 'present' && !isMember(draft, meeting, person)) {
		return reject('invalid', `${noMember(person)}: mark as in attendance, or as a substitute`);
	}
	if (member !== undefined && !isMember(draft, meeting, member)) {
		return reject('invalid', `${noMember(member)}: there is no place to take`);
	}
	const other = meeting.attendance.find(
		(line) => line.status === 'substitute' && line.for === member && line.person !== person,
	);
	if (member !== undefined && other) {
		return reject('invalid', `${personName(database, other.person)} stands in for them already`);
	}
	return undefined;
}

/** Why somebody cannot have been away: what the record says that they did in the room. */
export function refuseAway(
	draft: Draft,
	{id, agenda, presiding, movements = [], declarations = []}: Meeting,
	person: string,
): Rejection | undefined {
	const {database} = draft;
	const name = personName(database, person);
	const moved = movements.find((one) => one.person === person);
	if (moved) {
		return reject(
			'state',
			`${name} ${moved.kind} at ${timeIn(moved.at, database.organisation.timeZone)}: who was there for a part of it was not away. If that is wrong, take it back first`,
		);
	}
	const chaired = agenda.find((item) => item.presiding === person);
	if (chaired || presiding === person) {
		return reject(
			'state',
			`${name} presides${chaired ? ` over item ${nameOf(database, `meetings/${id}/agenda/${chaired.id}`)}` : ''}: put somebody else in the chair first`,
		);
	}
	return declarations.some((one) => one.person === person)
		? reject('state', `${name} declared an interest in it: take that back first`)
		: undefined;
}

/** Refuses when somebody is no longer marked as the change expects. */
export function refuseStaleMark(
	draft: Draft,
	meeting: string,
	person: string,
	from: RollMark | undefined,
	context: Context,
): Rejection | undefined {
	const path = `meetings/${meeting}/attendance/${person}`;
	const now = markOf(draft.at(`meetings/${meeting}`) as Meeting, person);
	if (now === from) return undefined;
	if (find(draft.database, path)) return refuseStale(draft, path, 'status', from, context);
	const name = personName(draft.database, person);
	return now === 'apologies'
		? reject('conflict', `${name} has sent apologies`)
		: reject('conflict', `${name} is no longer on the roll of ${meeting}`);
}

/** Comings and goings are noted while the meeting sits; before, the roll says it all. */
export function refuseUnlessSitting(
	draft: Draft,
	id: string,
	person: string,
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'meetings', id) ?? refuseUnknown(draft, 'people', person);
	if (refused) return refused;
	const {status} = draft.at(`meetings/${id}`) as Meeting;
	return status === 'open' || status === 'adjourned'
		? undefined
		: reject(
				'state',
				`${nameOf(draft.database, `meetings/${id}`)} is ${status}: comings and goings are noted while it sits`,
			);
}
