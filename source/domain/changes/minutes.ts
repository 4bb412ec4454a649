import {meetingLaw} from '../law/boards.ts';
import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {contentDigest} from '../log/chain.ts';
import {sealOf} from '../log/seal.ts';
import {nameOf, personName} from '../names.ts';
import {contentForm, contentOf, minutesOf} from '../queries/minutes/minutes.ts';
import {reject, type Rejection} from '../rejection.ts';
import {askWhySkipped, numbersToGive, skippedBy} from '../rules/minute-numbers.ts';
import {presidingOn} from '../rules/presence.ts';
import {
	daySchema,
	type Decision,
	enteredTextSchema,
	idSchema,
	type Meeting,
	type MinutesStatus,
	requiredTextSchema,
} from '../schema/index.ts';
import {outcomeWords} from '../words.ts';
import {refuseUnknownItem} from './item.ts';
import {actorName} from '../actor.ts';
import {refuseUnknown, replaceFields, type Rules} from './family.ts';

export const minutesChanges = [
	z.strictObject({
		kind: z.literal('minutes/issue'),
		meeting: idSchema,
		/** Why minute numbers are left out, where some are. */
		skipped: requiredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('minutes/approve'),
		meeting: idSchema,
		/** The later meeting that approves them. */
		by: idSchema,
	}),
	z.strictObject({
		kind: z.literal('minutes/sign'),
		meeting: idSchema,
		/** Who signed: whoever presided at the meeting that approved them. */
		by: idSchema,
		on: daySchema,
	}),
	z.strictObject({
		kind: z.literal('minutes/correct'),
		meeting: idSchema,
		item: idSchema,
		from: enteredTextSchema.optional(),
		to: enteredTextSchema.optional(),
		reason: requiredTextSchema,
	}),
] as const;
type Change = z.infer<(typeof minutesChanges)[number]>;

/** What must be done before minutes can take a step, by the state that they are in. */
const nextSteps: Record<MinutesStatus, string> = {
	draft: 'issue them first',
	issued: 'have a later meeting approve them first',
	approved: 'sign them, or correct them with a reason',
	signed: 'they can only be corrected, with a reason',
};

/** Refuses unless the meeting's minutes are in one of these states. */
function refuseUnlessIn(
	draft: Draft,
	id: string,
	allowed: readonly MinutesStatus[],
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'meetings', id);
	if (refused) return refused;
	const {minutes, status} = draft.at(`meetings/${id}`) as Meeting;
	const name = nameOf(draft.database, `meetings/${id}`);
	if (status !== 'closed') {
		return reject('state', `${name} is ${status}: close it before its minutes are issued`);
	}
	const now = minutes?.status ?? 'draft';
	return allowed.includes(now)
		? undefined
		: reject('state', `the minutes of ${name} are ${now}: ${nextSteps[now]}`);
}

const heldAt = ({openedAt, startsAt, period}: Meeting): string =>
	openedAt ?? startsAt ?? period?.from ?? '';

/** Gives each minute its number, and the decisions on its item the same. */
function giveNumbers(draft: Draft, meeting: string): void {
	const given = numbersToGive(draft.database, draft.at(`meetings/${meeting}`) as Meeting);
	for (const {item, number} of given) {
		draft.set(`meetings/${meeting}/agenda/${item}`, 'minuteNumber', number);
		for (const one of draft.database.decisions) {
			if (one.meeting === meeting && one.item === item) {
				draft.set(`decisions/${one.id}`, 'minuteNumber', number);
			}
		}
	}
}

export const minutesRules: Rules<Change> = {
	// A version once given out cannot be called back; another may be issued until they are approved.
	'minutes/issue': {
		undoable: false,
		apply(draft, {meeting, skipped: why}, {now, actor}) {
			const refused = refuseUnlessIn(draft, meeting, ['draft', 'issued']);
			if (refused) return refused;
			const skipped = skippedBy(draft.database, draft.at(`meetings/${meeting}`) as Meeting);
			if (skipped && !why) return reject('invalid', askWhySkipped(skipped), 'minutes.issue');
			if (why && !skipped) return reject('invalid', 'no minute number is left out');
			const path = `meetings/${meeting}/minutes`;
			const {minutes} = draft.at(`meetings/${meeting}`) as Meeting;
			if (!minutes) draft.set(`meetings/${meeting}`, 'minutes', {status: 'draft'});
			if (skipped) draft.set(path, 'skipped', {from: skipped[0], to: skipped[1], why});
			giveNumbers(draft, meeting);
			const last = draft.database.log.at(-1);
			const id = `v${(minutes?.seals?.length ?? 0) + 1}`;
			const content = contentDigest(contentOf(minutesOf(draft.database, meeting)));
			const newest = minutes?.seals?.at(-1);
			if (minutes?.status === 'issued' && newest?.content === content) {
				return reject('state', `nothing has changed since ${newest.id} was issued`);
			}
			const log = last?.hash ?? '';
			draft.set(path, 'status', 'issued');
			draft.add(`${path}/seals`, {
				id,
				at: now,
				by: actorName(actor),
				revision: last?.revision ?? 0,
				form: contentForm,
				content,
				log,
				seal: sealOf({meeting, id, content, log}),
			});
			return undefined;
		},
		tell: ({meeting}, {database, effects}) => {
			const added = effects.find(({to}) => typeof (to as {seal?: unknown})?.seal === 'string');
			const {id, seal} = (added?.to ?? {}) as {id?: string; seal?: string};
			return `issued the minutes of ${nameOf(database, `meetings/${meeting}`)}${id ? `, version ${id.slice(1)}, seal ${seal}` : ''}`;
		},
	},
	'minutes/approve': {
		undoable: false,
		apply(draft, {meeting, by}, {now}) {
			const refused =
				refuseUnknown(draft, 'meetings', by) ?? refuseUnlessIn(draft, meeting, ['issued']);
			if (refused) return refused;
			const minuted = draft.at(`meetings/${meeting}`) as Meeting;
			const approving = draft.at(`meetings/${by}`) as Meeting;
			const name = nameOf(draft.database, `meetings/${by}`);
			if (by === meeting || heldAt(approving) <= heldAt(minuted)) {
				return reject('invalid', `${name} was not held later: a later meeting approves minutes`);
			}
			if (approving.board !== minuted.board) {
				return reject('invalid', `${name} is of another board: a board approves its own minutes`);
			}
			if (approving.status === 'planned') return reject('state', `${name} has not been opened`);
			const refusedBy = notApprovedBy(draft, meeting, approving);
			if (refusedBy !== undefined) {
				return reject(
					'state',
					`${name} did not approve them: ${refusedBy.id} was ${outcomeWords[refusedBy.outcome].toLowerCase()}`,
				);
			}
			const path = `meetings/${meeting}/minutes`;
			draft.set(path, 'status', 'approved');
			draft.set(path, 'approvedBy', by);
			draft.set(path, 'approvedAt', now);
			return undefined;
		},
		tell: ({meeting, by}, {database}) =>
			`approved the minutes of ${nameOf(database, `meetings/${meeting}`)} at ${nameOf(database, `meetings/${by}`)}`,
	},
	'minutes/sign': {
		undoable: false,
		apply(draft, {meeting, by, on}, {now}) {
			const refused =
				refuseUnknown(draft, 'people', by) ?? refuseUnlessIn(draft, meeting, ['approved']);
			if (refused) return refused;
			const {database} = draft;
			const zone = database.organisation.timeZone;
			const {minutes} = draft.at(`meetings/${meeting}`) as Meeting;
			const approving = database.meetings.find(({id}) => id === minutes?.approvedBy);
			if (approving && !presidedAt(draft, approving, by)) {
				return reject(
					'invalid',
					`${personName(database, by)} did not preside at ${nameOf(database, `meetings/${approving.id}`)}, which approved them${meetingLaw(database, approving).signing}`,
				);
			}
			const approved = minutes?.approvedAt && dayIn(minutes.approvedAt, zone);
			if (on > dayIn(now, zone)) return reject('invalid', `${sayDay(on)} is still to come`);
			if (approved && on < approved) {
				return reject('invalid', `they were approved only on ${sayDay(approved)}`);
			}
			const path = `meetings/${meeting}/minutes`;
			draft.set(path, 'status', 'signed');
			draft.set(path, 'signedBy', by);
			draft.set(path, 'signedOn', on);
			return undefined;
		},
		tell: ({meeting, by, on}, {database}) =>
			`recorded that ${personName(database, by)} signed the minutes of ${nameOf(database, `meetings/${meeting}`)} on ${sayDay(on)}`,
	},
	'minutes/correct': {
		undoable: false,
		apply(draft, {meeting, item, from, to, reason}, context) {
			const refused =
				refuseUnknownItem(draft, meeting, item) ??
				refuseUnlessIn(draft, meeting, ['approved', 'signed']);
			if (refused) return refused;
			const before = draft.effects.length;
			const path = `meetings/${meeting}/agenda/${item}`;
			const changed = replaceFields(draft, path, {notes: {from, to}}, context);
			if (changed) return changed;
			if (draft.effects.length === before) {
				return reject('invalid', 'nothing in the minutes would change');
			}
			const list = `meetings/${meeting}/minutes/corrections`;
			draft.add(list, {
				id: draft.allocate('C', list),
				at: context.now,
				by: actorName(context.actor),
				item,
				reason,
			});
			return undefined;
		},
		tell: ({meeting, item, reason}, {database}) =>
			`corrected the minutes of ${meeting}, item ${nameOf(database, `meetings/${meeting}/agenda/${item}`)} (${reason})`,
	},
};

/** What a meeting decided on the minutes of another where it did not approve them; undefined where it did, or nothing stands. */
function notApprovedBy(
	{database}: Draft,
	minuted: string,
	{id, agenda}: Meeting,
): Decision | undefined {
	const items = agenda.flatMap((item) => (item.about?.meeting === minuted ? [item.id] : []));
	const made = database.decisions.filter(
		(one) =>
			one.meeting === id && one.status === 'recorded' && items.includes(one.item ?? '(no item)'),
	);
	const approves = ({outcome}: Decision) =>
		outcome === 'approved' || outcome === 'approved-as-amended';
	return made.some(approves) ? undefined : made.at(-1);
}

/** Whether somebody presided over any item of a meeting that was taken up; without a roll nobody can tell. */
const presidedAt = (draft: Draft, meeting: Meeting, person: string): boolean =>
	meeting.attendance.length === 0 ||
	meeting.agenda.some(
		({id, startedAt}) => startedAt && presidingOn(draft.database, meeting, id) === person,
	);
