import {z} from 'zod';
import {sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {find} from '../log/patch.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {dayOfMeeting, markOf, membersOn, presentAt} from '../rules/presence.ts';
import {
	type Apology,
	type AttendanceStatus,
	idSchema,
	type Meeting,
	type RollMark,
	rollMarks,
} from '../schema/index.ts';
import {attendanceWords} from '../words.ts';
import {refuseApprovedMinutes} from './agenda.ts';
import {type Context, refuseStale, refuseUnknown, type Rules} from './family.ts';

const markSchema = z.enum(rollMarks);

export const attendanceChanges = [
	z.strictObject({
		kind: z.literal('attendance/set'),
		meeting: idSchema,
		person: idSchema,
		from: markSchema.optional(),
		/** Absent takes the person off the roll. */
		to: markSchema.optional(),
		for: idSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('attendance/arrive'),
		meeting: idSchema,
		person: idSchema,
		/** As what: absent is as a member or, for one who was there before, as before. */
		as: z.enum(['present', 'substitute', 'in-attendance']).optional(),
		for: idSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('attendance/leave'),
		meeting: idSchema,
		person: idSchema,
	}),
] as const;
type Change = z.infer<(typeof attendanceChanges)[number]>;

/** Whether somebody has a seat on the board of a meeting on its day. */
function isMember(draft: Draft, meeting: Meeting, person: string): boolean {
	const board = draft.database.boards.find(({id}) => id === meeting.board);
	return membersOn(board, dayOfMeeting(draft.database, meeting)).some(
		(membership) => membership.person === person,
	);
}

/** Why somebody cannot stand on the roll as given: only members of that day are present, only for one can another stand in. */
function refuseRollMark(
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
		`${personName(database, id)} is no member of ${nameOf(database, `boards/${meeting.board}`)}${day ? ` on ${sayDay(day)}` : ''}`;
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

/** Sets somebody's line on the roll. */
function mark(
	draft: Draft,
	meeting: string,
	person: string,
	status: AttendanceStatus,
	member: string | undefined,
): void {
	const path = `meetings/${meeting}/attendance/${person}`;
	if (find(draft.database, path)) draft.set(path, 'status', status);
	else draft.add(`meetings/${meeting}/attendance`, {person, status});
	draft.set(path, 'for', member);
}

/** Notes that somebody sent apologies for not coming, or takes that back; those for coming late stand beside the roll. */
function apologize(draft: Draft, meeting: string, person: string, sent: boolean): void {
	const path = `meetings/${meeting}/apologies/${person}`;
	const held = find(draft.database, path) as Apology | undefined;
	if (sent === Boolean(held) || held?.late) return;
	if (held) draft.remove(path);
	else draft.add(`meetings/${meeting}/apologies`, {person});
}

/** Refuses when somebody is no longer marked as the change expects. */
function refuseStaleMark(
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

/** Notes that somebody came or went now, in the item under discussion. */
function move(
	draft: Draft,
	{id, currentItem}: Meeting,
	person: string,
	kind: 'arrived' | 'left',
	at: string,
) {
	const list = `meetings/${id}/movements`;
	draft.add(list, {id: draft.allocate('V', list), person, kind, at, item: currentItem});
}

/** Comings and goings are noted while the meeting sits; before, the roll says it all. */
function refuseUnlessSitting(draft: Draft, id: string, person: string): Rejection | undefined {
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

export const attendanceRules: Rules<Change> = {
	'attendance/set': {
		undoable: true,
		apply(draft, {meeting, person, from, to, for: member}, context) {
			const refused =
				refuseUnknown(draft, 'meetings', meeting) ??
				refuseUnknown(draft, 'people', person) ??
				refuseUnknown(draft, 'people', member) ??
				refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const path = `meetings/${meeting}/attendance/${person}`;
			const changed = refuseStaleMark(draft, meeting, person, from, context);
			if (changed) return changed;
			if (to === undefined || to === 'apologies') {
				if (member !== undefined) {
					return reject('invalid', 'only a substitute takes a place, and another member’s');
				}
				if (find(draft.database, path)) draft.remove(path);
				apologize(draft, meeting, person, to === 'apologies');
				return undefined;
			}
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			const unfit = refuseRollMark(draft, held, person, to, member);
			if (unfit) return unfit;
			mark(draft, meeting, person, to, member);
			apologize(draft, meeting, person, false);
			return undefined;
		},
		tell: ({meeting, person, to}, {database}) =>
			to
				? `took the roll of ${meeting}: ${personName(database, person)} ${attendanceWords[to].toLowerCase()}`
				: `took ${personName(database, person)} off the roll of ${meeting}`,
	},
	'attendance/arrive': {
		undoable: true,
		apply(draft, {meeting, person, as, for: member}, {now}) {
			const refused =
				refuseUnlessSitting(draft, meeting, person) ??
				refuseUnknown(draft, 'people', member) ??
				refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			const name = personName(draft.database, person);
			if (presentAt(held).some((line) => line.person === person)) {
				return reject('state', `${name} is there already`);
			}
			const line = held.attendance.find((one) => one.person === person);
			const before = line && ['substitute', 'in-attendance'].includes(line.status);
			const usual = isMember(draft, held, person) ? 'present' : 'in-attendance';
			const status = as ?? (before ? line.status : usual);
			const place = member ?? (before && as === undefined ? line.for : undefined);
			const unfit = refuseRollMark(draft, held, person, status, place);
			if (unfit) return unfit;
			mark(draft, meeting, person, status, place);
			move(draft, held, person, 'arrived', now);
			return undefined;
		},
		tell: ({person}, {database}) => `noted that ${personName(database, person)} arrived`,
	},
	'attendance/leave': {
		undoable: true,
		apply(draft, {meeting, person}, {now}) {
			const refused =
				refuseUnlessSitting(draft, meeting, person) ?? refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			if (presentAt(held).every((line) => line.person !== person)) {
				return reject('state', `${personName(draft.database, person)} is not there to leave`);
			}
			move(draft, held, person, 'left', now);
			return undefined;
		},
		tell: ({person}, {database}) => `noted that ${personName(database, person)} left`,
	},
};
