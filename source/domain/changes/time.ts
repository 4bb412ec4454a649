import {z} from 'zod';
import {actorName} from '../actor.ts';
import {dayIn, sayDay, timeIn} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {find} from '../log/patch.ts';
import {reject, type Rejection} from '../rejection.ts';
import {nameOfTime, pathOfTime} from '../queries/minutes/times.ts';
import {itemAt, type ToldTime, refuseTimes} from '../rules/times.ts';
import {
	type Database,
	idSchema,
	instantSchema,
	type Meeting,
	requiredTextSchema,
} from '../schema/index.ts';
import {refuseApprovedMinutes} from './item.ts';
import {refuseStale, refuseUnknown, type Rules} from './family.ts';

/** The times that a meeting's record holds, by the kind of record in it; a decision's is its `at`. */
const timed = {
	meeting: ['openedAt', 'closedAt'],
	agenda: ['startedAt', 'endedAt'],
	movements: ['at'],
	pauses: ['from', 'to'],
	publicLeft: ['at'],
	readmissions: ['at'],
	decisions: ['at'],
} as const;
const fields = ['openedAt', 'closedAt', 'startedAt', 'endedAt', 'at', 'from', 'to'] as const;

export const timeChanges = [
	z.strictObject({
		kind: z.literal('meeting/time'),
		meeting: idSchema,
		/** What has the time: in the meeting `movements/V-3`, `agenda/I-4`, `pauses/PA-1`; `decisions/D-3`; absent is the meeting. */
		of: z
			.string()
			.regex(
				/^(agenda|movements|pauses|publicLeft|readmissions|decisions)\/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
			)
			.optional(),
		field: z.enum(fields),
		from: instantSchema.optional(),
		/** Absent takes back that an item was taken up: it was not. */
		to: instantSchema.optional(),
		/** Why; needed once minutes were issued. */
		reason: requiredTextSchema.optional(),
	}),
] as const;
type Change = z.infer<(typeof timeChanges)[number]>;

/** Sets a time as it was told, and beside it the moment of the key where that was another. */
export function stamp(
	draft: Draft,
	path: string,
	field: (typeof fields)[number],
	when: ToldTime | undefined,
): void {
	const holder = draft.at(path);
	draft.set(path, field, when?.at);
	// A record with one time alone keeps the moment of the key by itself.
	if (field === 'at') {
		if (when?.keyed !== undefined) draft.set(path, 'keyed', when.keyed);
		return;
	}
	const before = (holder['keyed'] ?? {}) as Record<string, string | undefined>;
	const {[field]: _gone, ...others} = before;
	const keyed = when?.keyed === undefined ? others : {...others, [field]: when.keyed};
	draft.set(path, 'keyed', Object.keys(keyed).length > 0 ? keyed : undefined);
}

/** The moment at which a time was keyed: what was told before keeps it. */
function keyedBefore(draft: Draft, path: string, field: string, from: string | undefined) {
	const {keyed} = draft.at(path);
	return typeof keyed === 'string'
		? keyed
		: ((keyed as Record<string, string> | undefined)?.[field] ?? from);
}

/** Why an item cannot be said not to have been taken up: something was recorded under it. */
function refuseUntaking(draft: Draft, {meeting, of, field}: Change): Rejection | undefined {
	const item = of?.split('/')[1];
	if (!of?.startsWith('agenda/') || field !== 'startedAt') {
		return reject('invalid', 'a time can be corrected but not removed');
	}
	const {database} = draft;
	const held = draft.at(`meetings/${meeting}`) as Meeting;
	const has = (list: readonly {meeting?: string | undefined; item?: string | undefined}[]) =>
		list.some((one) => one.meeting === meeting && one.item === item);
	if (held.currentItem === item) {
		return reject('state', 'it is before the room: move on first');
	}
	return has(database.decisions) || has(database.actions)
		? reject('state', 'it was taken up: a decision or an action was recorded on it')
		: undefined;
}

export const timeRules: Rules<Change> = {
	'meeting/time': {
		undoable: true,
		apply(draft, change, context) {
			const {meeting, of, field, from, to, reason} = change;
			const path = pathOfTime(change);
			const kind = (of?.split('/')[0] ?? 'meeting') as keyof typeof timed;
			const refused =
				refuseUnknown(draft, 'meetings', meeting) ?? refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const found = find(draft.database, path);
			if (!found || (kind === 'decisions' && found['meeting'] !== meeting)) {
				return reject('unknown', `meeting ${meeting} has no ${of}`);
			}
			if (!timed[kind].some((name) => name === field)) {
				return reject('invalid', `${of ?? 'a meeting'} has no time ${field}`);
			}
			const changed = refuseStale(draft, path, field, from, context);
			if (changed) return changed;
			if (from === undefined && kind !== 'decisions') {
				return reject('state', 'it has not happened yet; its time is entered when it does');
			}
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			const issued = held.minutes?.seals?.length;
			if (issued && !reason) {
				return reject('invalid', 'minutes were issued: say why the time is another');
			}
			if (to === undefined) {
				const taken = refuseUntaking(draft, change);
				if (taken) return taken;
				stamp(draft, path, 'startedAt', undefined);
				stamp(draft, path, 'endedAt', undefined);
			} else {
				const keyed = keyedBefore(draft, path, field, from) ?? context.now;
				stamp(draft, path, field, {at: to, ...(keyed === to ? {} : {keyed})});
				follow(draft, change, to);
			}
			if (reason)
				corrected(draft, meeting, {at: context.now, by: actorName(context.actor), reason});
			return refuseTimes(draft.database, meeting, context.now);
		},
		tell(change, {database}) {
			const why = change.reason ? ` (${change.reason})` : '';
			const when =
				change.to === undefined ? 'not taken up' : sayInstant(database, change.to, change.from);
			return `told ${nameOfTime(database, change)}: ${when}${why}`;
		},
	},
};

/** What hangs on a time: the first item begins with the meeting, the next where one ends, and a movement lies in the item of its time. */
function follow(draft: Draft, {meeting, of, field, from}: Change, to: string): void {
	const path = `meetings/${meeting}`;
	const held = draft.at(path) as Meeting;
	const joined = (name: 'startedAt' | 'endedAt') =>
		held.agenda.filter((item) => item[name] === from && `agenda/${item.id}` !== of);
	const move = (name: 'startedAt' | 'endedAt') => {
		for (const item of joined(name)) {
			const at = `${path}/agenda/${item.id}`;
			const keyed = keyedBefore(draft, at, name, item[name]);
			stamp(draft, at, name, {at: to, ...(keyed === undefined || keyed === to ? {} : {keyed})});
		}
	};
	if (field === 'openedAt' || field === 'endedAt') move('startedAt');
	if (field === 'closedAt' || field === 'startedAt') move('endedAt');
	if (of?.startsWith('movements/')) {
		draft.set(`${path}/${of}`, 'item', itemAt(draft.at(path) as Meeting, to));
	}
}

/** Notes on minutes that what they rest on was corrected, by whom and why. */
export function corrected(
	draft: Draft,
	meeting: string,
	said: {at: string; by: string; reason: string; item?: string},
): void {
	const path = `meetings/${meeting}/minutes`;
	if (!find(draft.database, path)) {
		draft.set(`meetings/${meeting}`, 'minutes', {status: 'draft'});
	}
	const list = `${path}/corrections`;
	draft.add(list, {id: draft.allocate('C', list), ...said});
}

/** `10:15`, with its day where that is another than the one before. */
function sayInstant({organisation}: Database, at: string, before = at): string {
	const day = dayIn(at, organisation.timeZone);
	const same = day === dayIn(before, organisation.timeZone);
	return `${timeIn(at, organisation.timeZone)}${same ? '' : ` on ${sayDay(day)}`}`;
}
