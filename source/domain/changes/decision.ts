import {z} from 'zod';
import {dayIn} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {
	type Board,
	daySchema,
	type Decision,
	enteredTextSchema,
	type Meeting,
	outcomeSchema,
	periodSchema,
	requiredTextSchema,
	idSchema,
} from '../schema/index.ts';
import {outcomeWords} from '../words.ts';
import {knownItem} from './agenda.ts';
import {
	actorName,
	addedId,
	known,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';

export const decisionChanges = [
	z.strictObject({
		kind: z.literal('decision/record'),
		meeting: idSchema,
		item: idSchema.optional(),
		/** Absent is the day of recording, in the organisation's time zone. */
		date: z.union([daySchema, periodSchema]).optional(),
		reference: enteredTextSchema.optional(),
		title: requiredTextSchema,
		recommendation: enteredTextSchema.optional(),
		resolution: requiredTextSchema,
		outcome: outcomeSchema,
		reasons: enteredTextSchema.optional(),
		alternatives: enteredTextSchema.optional(),
		mover: idSchema.optional(),
		seconder: idSchema.optional(),
		key: z.boolean().optional(),
		projects: z.array(idSchema).optional(),
	}),
	z.strictObject({
		kind: z.literal('decision/correct'),
		id: idSchema,
		reason: requiredTextSchema,
		fields: z
			.strictObject({
				reference: replaced(enteredTextSchema),
				title: replacedRequired(requiredTextSchema),
				resolution: replacedRequired(requiredTextSchema),
				outcome: replacedRequired(outcomeSchema),
				reasons: replaced(enteredTextSchema),
				alternatives: replaced(enteredTextSchema),
				mover: replaced(idSchema),
				seconder: replaced(idSchema),
				projects: replaced(z.array(idSchema)),
			})
			.partial(),
	}),
	z.strictObject({kind: z.literal('decision/retract'), id: idSchema, reason: requiredTextSchema}),
] as const;
type Change = z.infer<(typeof decisionChanges)[number]>;

/** A motion is moved by one person and seconded by another; an individual decides without either. */
function motionHolds(draft: Draft, id: string): Rejection | undefined {
	const decision = draft.at(`decisions/${id}`) as Decision;
	const {mover, seconder} = decision;
	const board = draft.at(`boards/${decision.board}`) as Board;
	if (board.kind === 'individual' && (mover || seconder)) {
		return reject('invalid', `${board.name} decides alone: there is no mover or seconder`);
	}
	if (mover && mover === seconder)
		return reject('invalid', 'the mover cannot second their own motion');
	return undefined;
}

/** A decision that no longer stands is left as it is. */
function stands(draft: Draft, id: string): Rejection | undefined {
	const refused = known(draft, 'decisions', id);
	if (refused) return refused;
	const {status} = draft.at(`decisions/${id}`) as Decision;
	return status === 'recorded'
		? undefined
		: reject('state', `decision ${id} was ${status}; it cannot be changed any more`);
}

export const decisionRules: Rules<Change> = {
	// A resolution that was carried is corrected, rescinded or, when it was recorded by mistake,
	// retracted with a reason: never unmade by a key.
	'decision/record': {
		undoable: false,
		apply(draft, {kind: _kind, meeting, item, date, ...rest}, {now}) {
			const refused =
				known(draft, 'meetings', meeting) ??
				(item === undefined ? undefined : knownItem(draft, meeting, item));
			if (refused) return refused;
			const {status, board} = draft.at(`meetings/${meeting}`) as Meeting;
			if (status === 'planned') {
				return reject(
					'state',
					`${nameOf(draft.database, `meetings/${meeting}`)} has not been opened`,
				);
			}
			const id = draft.allocate('D', 'decisions');
			const {
				reference,
				title,
				recommendation,
				resolution,
				outcome,
				reasons,
				alternatives,
				mover,
				seconder,
				key,
				projects,
			} = rest;
			draft.add('decisions', {
				id,
				reference: reference || undefined,
				meeting,
				item,
				board,
				status: 'recorded',
				date: date ?? dayIn(now, draft.database.organisation.timeZone),
				title,
				recommendation: recommendation || undefined,
				resolution,
				outcome,
				reasons: reasons || undefined,
				alternatives: alternatives || undefined,
				mover,
				seconder,
				key,
				projects,
			});
			return motionHolds(draft, id);
		},
		tell: ({title, outcome}, told) =>
			`recorded decision ${addedId(told, 'decisions', {title})} “${title}”: ${outcomeWords[outcome]}`,
	},
	'decision/correct': {
		undoable: false,
		apply(draft, {id, fields, reason}, context) {
			const path = `decisions/${id}`;
			const before = draft.effects.length;
			const refused = stands(draft, id) ?? replaceFields(draft, path, fields, context);
			if (refused) return refused;
			if (draft.effects.length === before) {
				return reject('invalid', `nothing in decision ${id} would change`);
			}
			const by = actorName(context.actor);
			draft.add(`${path}/corrections`, {
				id: draft.allocate('C', `${path}/corrections`),
				at: context.now,
				by,
				reason,
			});
			return motionHolds(draft, id);
		},
		tell: ({id, fields, reason}, {database}) =>
			`corrected ${Object.keys(fields).join(', ')} of decision ${nameOf(database, `decisions/${id}`)} (${reason})`,
	},
	'decision/retract': {
		undoable: false,
		apply(draft, {id, reason}, {now, actor}) {
			const refused = stands(draft, id);
			if (refused) return refused;
			draft.set(`decisions/${id}`, 'status', 'retracted');
			draft.set(`decisions/${id}`, 'retraction', {at: now, by: actorName(actor), reason});
			return undefined;
		},
		tell: ({id, reason}, {database}) =>
			`retracted decision ${nameOf(database, `decisions/${id}`)} (${reason})`,
	},
};
