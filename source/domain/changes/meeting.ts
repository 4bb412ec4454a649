import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {attendanceStatusSchema, type Database, type Meeting, idSchema} from '../schema/index.ts';
import {attendanceWords, meetingStatusWords} from '../words.ts';
import {knownItem} from './agenda.ts';
import {expected, known, type Rules} from './family.ts';
import {find} from '../log/patch.ts';

export const meetingChanges = [
	z.strictObject({kind: z.literal('meeting/open'), id: idSchema}),
	z.strictObject({
		kind: z.literal('meeting/move'),
		id: idSchema,
		from: idSchema.optional(),
		to: idSchema,
	}),
	z.strictObject({kind: z.literal('meeting/adjourn'), id: idSchema}),
	z.strictObject({kind: z.literal('meeting/resume'), id: idSchema}),
	z.strictObject({kind: z.literal('meeting/close'), id: idSchema}),
	z.strictObject({
		kind: z.literal('attendance/set'),
		meeting: idSchema,
		person: idSchema,
		from: attendanceStatusSchema.optional(),
		/** Absent takes the person off the roll. */
		to: attendanceStatusSchema.optional(),
		for: idSchema.optional(),
	}),
] as const;
type Change = z.infer<(typeof meetingChanges)[number]>;

/** Which states each step may be taken from, where it leads, and what is said to be done then. */
const steps = {
	'meeting/open': {from: ['planned'], to: 'open', done: 'opened'},
	'meeting/adjourn': {from: ['open'], to: 'adjourned', done: 'adjourned'},
	'meeting/resume': {from: ['adjourned'], to: 'open', done: 'resumed'},
	'meeting/close': {from: ['open', 'adjourned'], to: 'closed', done: 'closed'},
} as const satisfies Record<
	string,
	{from: Meeting['status'][]; to: Meeting['status']; done: string}
>;

const inWords = (status: Meeting['status']): string => meetingStatusWords[status].toLowerCase();

/** Takes a step of a meeting's state machine. */
function step(draft: Draft, kind: keyof typeof steps, id: string): Rejection | undefined {
	const refused = known(draft, 'meetings', id);
	if (refused) return refused;
	const path = `meetings/${id}`;
	const {status} = draft.at(path) as Meeting;
	const {from, to, done} = steps[kind];
	if (!from.some((allowed) => allowed === status)) {
		const name = nameOf(draft.database, path);
		return reject(
			'state',
			status === to
				? `${name} already is ${inWords(to)}`
				: `${name} is ${inWords(status)}; only a meeting that is ${from.map(inWords).join(' or ')} can be ${done}`,
		);
	}
	draft.set(path, 'status', to);
	return undefined;
}

/**
 * What must hold of a meeting whose status an act altered, by a step or by an undo: a board has one open
 * meeting at a time, and one in which something was decided has been opened.
 */
export function meetingHolds(database: Database, id: string): Rejection | undefined {
	const path = `meetings/${id}`;
	const {status, board} = find(database, path) as Meeting;
	const other = database.meetings.find(
		(meeting) => meeting.board === board && meeting.status === 'open' && meeting.id !== id,
	);
	if (status === 'open' && other) {
		return reject(
			'state',
			`${nameOf(database, `meetings/${other.id}`)} of the same board is open; close it first`,
		);
	}
	const decision = database.decisions.find(({meeting}) => meeting === id);
	if (status === 'planned' && decision) {
		return reject(
			'state',
			`${nameOf(database, path)} stays opened: decision ${decision.id} was recorded in it`,
		);
	}
	return undefined;
}

/** Ends the item under discussion and takes up another (or none). */
function takeUp(draft: Draft, id: string, item: string | undefined, now: string): void {
	const path = `meetings/${id}`;
	const {currentItem} = draft.at(path) as Meeting;
	if (currentItem) draft.set(`${path}/agenda/${currentItem}`, 'endedAt', now);
	if (item) {
		const {startedAt} = draft.at(`${path}/agenda/${item}`) as {startedAt?: string};
		if (!startedAt) draft.set(`${path}/agenda/${item}`, 'startedAt', now);
		draft.set(`${path}/agenda/${item}`, 'endedAt', undefined);
	}
	draft.set(path, 'currentItem', item);
}

export const meetingRules: Rules<Change> = {
	'meeting/open': {
		undoable: true,
		apply(draft, {id}, {now}) {
			const refused = step(draft, 'meeting/open', id);
			if (refused) return refused;
			draft.set(`meetings/${id}`, 'openedAt', now);
			takeUp(draft, id, (draft.at(`meetings/${id}`) as Meeting).agenda[0]?.id, now);
			return undefined;
		},
		tell: ({id}, {database}) => `opened ${nameOf(database, `meetings/${id}`)}`,
	},
	'meeting/move': {
		undoable: true,
		apply(draft, {id, from, to}, context) {
			const refused =
				knownItem(draft, id, to) ?? expected(draft, `meetings/${id}`, 'currentItem', from, context);
			if (refused) return refused;
			if ((draft.at(`meetings/${id}`) as Meeting).status !== 'open') {
				return reject('state', `${nameOf(draft.database, `meetings/${id}`)} is not open`);
			}
			if (from === to) return reject('invalid', `item ${to} already is the current item`);
			takeUp(draft, id, to, context.now);
			return undefined;
		},
		tell: ({id, to}, {database}) =>
			`moved to item ${nameOf(database, `meetings/${id}/agenda/${to}`)}`,
	},
	'meeting/adjourn': {
		undoable: true,
		apply: (draft, {id}) => step(draft, 'meeting/adjourn', id),
		tell: ({id}, {database}) => `adjourned ${nameOf(database, `meetings/${id}`)}`,
	},
	'meeting/resume': {
		undoable: true,
		apply: (draft, {id}) => step(draft, 'meeting/resume', id),
		tell: ({id}, {database}) => `resumed ${nameOf(database, `meetings/${id}`)}`,
	},
	'meeting/close': {
		undoable: false,
		apply(draft, {id}, {now}) {
			const refused = step(draft, 'meeting/close', id);
			if (refused) return refused;
			takeUp(draft, id, undefined, now);
			draft.set(`meetings/${id}`, 'closedAt', now);
			const {minutes} = draft.at(`meetings/${id}`) as Meeting;
			draft.set(`meetings/${id}`, 'minutes', {...minutes, status: 'draft'});
			return undefined;
		},
		tell: ({id}, {database}) => `closed ${nameOf(database, `meetings/${id}`)}`,
	},
	'attendance/set': {
		undoable: true,
		apply(draft, {meeting, person, from, to, for: member}, context) {
			const refused =
				known(draft, 'meetings', meeting) ??
				known(draft, 'people', person) ??
				known(draft, 'people', member);
			if (refused) return refused;
			if (member !== undefined && (to !== 'substitute' || member === person)) {
				return reject('invalid', 'only a substitute takes a place, and another member’s');
			}
			const path = `meetings/${meeting}/attendance/${person}`;
			const current = find(draft.database, path);
			if (current) {
				const changed = expected(draft, path, 'status', from, context);
				if (changed) return changed;
				if (to === undefined) draft.remove(path);
				else draft.set(path, 'status', to);
			} else if (from !== undefined) {
				return reject(
					'conflict',
					`${personName(draft.database, person)} is no longer on the roll of ${meeting}`,
				);
			} else if (to !== undefined) {
				draft.add(`meetings/${meeting}/attendance`, {person, status: to});
			}
			if (to !== undefined) draft.set(path, 'for', member);
			return undefined;
		},
		tell: ({meeting, person, to}, {database}) =>
			to
				? `took the roll of ${meeting}: ${personName(database, person)} ${attendanceWords[to].toLowerCase()}`
				: `took ${personName(database, person)} off the roll of ${meeting}`,
	},
};
