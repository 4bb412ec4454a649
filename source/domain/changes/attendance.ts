import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {find} from '../log/patch.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {presentAt} from '../rules/presence.ts';
import {itemAt, refuseTimes, told, sayTold} from '../rules/times.ts';
import {
	type Apology,
	type AttendanceStatus,
	idSchema,
	instantSchema,
	type Meeting,
	requiredTextSchema,
	rollMarks,
} from '../schema/index.ts';
import {attendanceWords} from '../words.ts';
import {actorName} from '../actor.ts';
import {refuseApprovedMinutes} from './item.ts';
import {corrected} from './time.ts';
import {type Context, refuseUnknown, type Rules} from './family.ts';
import {
	isMember,
	refuseRollMark,
	refuseAway,
	refuseStaleMark,
	refuseUnlessSitting,
} from './attendance-refusals.ts';

const markSchema = z.enum(rollMarks);

/** When it happened, as it is told; absent is now. */
const toldAt = instantSchema.optional();

export const attendanceChanges = [
	z.strictObject({
		kind: z.literal('attendance/set'),
		meeting: idSchema,
		person: idSchema,
		from: markSchema.optional(),
		/** Absent takes the person off the roll. */
		to: markSchema.optional(),
		for: idSchema.optional(),
		/** Apologies for coming late: they stand beside the mark. */
		late: z.boolean().optional(),
		/** Taking part from elsewhere, by video or telephone. */
		remote: z.boolean().optional(),
		/** Why a mark of a meeting that is closed was wrong; the minutes say that it was corrected. */
		reason: requiredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('attendance/arrive'),
		meeting: idSchema,
		person: idSchema,
		/** As what: absent is as a member or, for one who was there before, as before. */
		as: z.enum(['present', 'substitute', 'in-attendance']).optional(),
		for: idSchema.optional(),
		/** Taking part from elsewhere. */
		remote: z.boolean().optional(),
		at: toldAt,
	}),
	z.strictObject({
		kind: z.literal('attendance/leave'),
		meeting: idSchema,
		person: idSchema,
		at: toldAt,
	}),
] as const;

type Change = z.infer<(typeof attendanceChanges)[number]>;

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

/** Notes that somebody sent apologies for coming late, or takes that back. */
function comesLate(draft: Draft, meeting: string, person: string, late: boolean): void {
	const path = `meetings/${meeting}/apologies/${person}`;
	const held = find(draft.database, path) as Apology | undefined;
	if (late === Boolean(held?.late)) return;
	if (!late) draft.remove(path);
	else if (held) draft.set(path, 'late', true);
	else draft.add(`meetings/${meeting}/apologies`, {person, late});
}

/** After the meeting a mark is only corrected, with a reason that stands in the minutes; what nobody had marked is written up. */
function refuseOrCorrectRoll(
	draft: Draft,
	{
		meeting,
		person,
		from,
		reason,
	}: {meeting: string; person: string; from?: unknown; reason?: string},
	{now, actor}: Context,
): Rejection | undefined {
	const {status} = draft.at(`meetings/${meeting}`) as Meeting;
	if (status !== 'closed' || from === undefined) return undefined;
	const name = personName(draft.database, person);
	if (!reason) {
		return reject(
			'invalid',
			`${nameOf(draft.database, `meetings/${meeting}`)} is closed: say why the roll was wrong about ${name}`,
		);
	}
	corrected(draft, meeting, {
		at: now,
		by: actorName(actor),
		reason: `attendance of ${name}: ${reason}`,
	});
	return undefined;
}

/** Notes that somebody came or went, in the item that was before the room then. */
function move(
	draft: Draft,
	meeting: Meeting,
	person: string,
	kind: 'arrived' | 'left',
	{at: asTold, now}: {at: string | undefined; now: string},
): Rejection | undefined {
	const {id, currentItem} = meeting;
	const {at, keyed} = told(asTold, now);
	const item = keyed === undefined ? currentItem : itemAt(meeting, at);
	const list = `meetings/${id}/movements`;
	draft.add(list, {id: draft.allocate('V', list), person, kind, at, keyed, item});
	return keyed === undefined ? undefined : refuseTimes(draft.database, id, now);
}

export const attendanceRules: Rules<Change> = {
	'attendance/set': {
		undoable: true,
		apply(draft, {meeting, person, from, to, for: member, late, remote, reason}, context) {
			const refused =
				refuseUnknown(draft, 'meetings', meeting) ??
				refuseUnknown(draft, 'people', person) ??
				refuseUnknown(draft, 'people', member) ??
				refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const path = `meetings/${meeting}/attendance/${person}`;
			const changed =
				refuseStaleMark(draft, meeting, person, from, context) ??
				refuseOrCorrectRoll(draft, {meeting, person, from, reason}, context);
			if (changed) return changed;
			const isAway = to === undefined || to === 'apologies' || to === 'absent';
			const away = isAway && from !== undefined && from !== to;
			const there = away && refuseAway(draft, draft.at(`meetings/${meeting}`) as Meeting, person);
			if (there) return there;
			if (late !== undefined) comesLate(draft, meeting, person, late);
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
			if (remote !== undefined) draft.set(path, 'remote', remote || undefined);
			apologize(draft, meeting, person, false);
			return undefined;
		},
		tell({meeting, person, to, late, remote, reason}, {database}) {
			const name = personName(database, person);
			const why = reason ? ` (${reason})` : '';
			const beside = `${remote ? ', from elsewhere' : ''}${late ? ', apologies for lateness' : ''}`;
			return to
				? `took the roll of ${meeting}: ${name} ${attendanceWords[to].toLowerCase()}${beside}${why}`
				: late
					? `noted apologies for lateness from ${name}`
					: `took ${name} off the roll of ${meeting}${why}`;
		},
	},
	'attendance/arrive': {
		undoable: true,
		apply(draft, {meeting, person, as, for: member, remote, at}, {now}) {
			const refused =
				refuseUnlessSitting(draft, meeting, person) ??
				refuseUnknown(draft, 'people', member) ??
				refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			const name = personName(draft.database, person);
			if (presentAt(held, at).some((line) => line.person === person)) {
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
			if (remote !== undefined) {
				draft.set(`meetings/${meeting}/attendance/${person}`, 'remote', remote || undefined);
			}
			return move(draft, held, person, 'arrived', {at, now});
		},
		tell: (change, {database}) =>
			`noted that ${personName(database, change.person)} arrived${sayTold(change, database)}`,
	},
	'attendance/leave': {
		undoable: true,
		apply(draft, {meeting, person, at}, {now}) {
			const refused =
				refuseUnlessSitting(draft, meeting, person) ?? refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			if (presentAt(held, at).every((line) => line.person !== person)) {
				return reject('state', `${personName(draft.database, person)} is not there to leave`);
			}
			return move(draft, held, person, 'left', {at, now});
		},
		tell: (change, {database}) =>
			`noted that ${personName(database, change.person)} left${sayTold(change, database)}`,
	},
};
