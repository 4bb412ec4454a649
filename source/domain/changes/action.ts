import {z} from 'zod';
import {actorName} from '../actor.ts';
import {sayDay} from '../calendar.ts';
import {find} from '../log/patch.ts';
import {nameOf, personName} from '../names.ts';
import {reject} from '../rejection.ts';
import {
	actionStatusSchema,
	daySchema,
	enteredTextSchema,
	requiredTextSchema,
	idSchema,
} from '../schema/index.ts';
import type {Action} from '../schema/index.ts';
import {actionStatusWords, listFields} from '../words.ts';
import {refuseUnknownItem, refuseApprovedMinutes} from './item.ts';
import {
	addedId,
	refuseStale,
	refuseUnknown,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';

export const actionChanges = [
	z.strictObject({
		kind: z.literal('action/add'),
		text: requiredTextSchema,
		owner: enteredTextSchema.optional(),
		due: daySchema.optional(),
		meeting: idSchema.optional(),
		item: idSchema.optional(),
		decision: idSchema.optional(),
		/** Whether it follows from the decision that the same act records: that has no id before. */
		follows: z.boolean().optional(),
		project: idSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('action/edit'),
		id: idSchema,
		fields: z
			.strictObject({
				text: replacedRequired(requiredTextSchema),
				owner: replaced(enteredTextSchema),
				due: replaced(daySchema),
				note: replaced(enteredTextSchema),
			})
			.partial(),
	}),
	z.strictObject({
		kind: z.literal('action/status'),
		id: idSchema,
		from: actionStatusSchema,
		to: actionStatusSchema,
		note: enteredTextSchema.optional(),
	}),
	/** How it goes on, told along the way; it stays open. */
	z.strictObject({
		kind: z.literal('action/progress'),
		id: idSchema,
		text: requiredTextSchema,
	}),
] as const;
type Change = z.infer<(typeof actionChanges)[number]>;

export const actionRules: Rules<Change> = {
	'action/add': {
		undoable: true,
		apply(draft, {text, owner, due, meeting, item, decision, follows, project}) {
			const refused =
				meeting !== undefined && item !== undefined
					? refuseUnknownItem(draft, meeting, item)
					: undefined;
			if (refused) return refused;
			// An action that was placed in a meeting stands in its minutes.
			const held = meeting !== undefined && find(draft.database, `meetings/${meeting}`);
			const settled = held ? refuseApprovedMinutes(draft, meeting) : undefined;
			if (settled) return settled;
			const recorded = follows ? draft.newest('decisions') : undefined;
			if (follows && recorded === undefined) {
				return reject('invalid', 'there is no decision in this act for the action to follow from');
			}
			draft.add('actions', {
				id: draft.allocate('A', 'actions'),
				text,
				owner: owner || undefined,
				due,
				status: 'open',
				meeting,
				item,
				decision: decision ?? recorded,
				project,
			});
			return undefined;
		},
		tell: ({text, owner, due}, told) =>
			`placed action ${addedId(told, 'actions', {text})}${owner ? ` on ${personName(told.database, owner)}` : ''}${due ? `, due ${sayDay(due)}` : ''}: ${text}`,
	},
	'action/edit': {
		undoable: true,
		apply: (draft, {id, fields}, context) =>
			refuseUnknown(draft, 'actions', id) ?? replaceFields(draft, `actions/${id}`, fields, context),
		tell: ({id, fields}) => `edited ${listFields(fields)} of action ${id}`,
	},
	'action/status': {
		undoable: true,
		apply(draft, {id, from, to, note}, context) {
			const path = `actions/${id}`;
			const refused =
				refuseUnknown(draft, 'actions', id) ?? refuseStale(draft, path, 'status', from, context);
			if (refused) return refused;
			if (from === to)
				return reject('invalid', `action ${id} is ${actionStatusWords[to].toLowerCase()} already`);
			draft.set(path, 'status', to);
			draft.set(path, 'closedAt', to === 'open' ? undefined : context.now);
			if (note) draft.set(path, 'note', note);
			return undefined;
		},
		tell: ({id, to}, {database}) =>
			`set action ${nameOf(database, `actions/${id}`)} to ${actionStatusWords[to]}`,
	},
	'action/progress': {
		undoable: true,
		apply(draft, {id, text}, {now, actor, during}) {
			const refused = refuseUnknown(draft, 'actions', id);
			if (refused) return refused;
			const path = `actions/${id}`;
			const {status} = draft.at(path) as Action;
			if (status !== 'open') {
				return reject(
					'state',
					`action ${id} is ${actionStatusWords[status].toLowerCase()}: it is opened again first`,
				);
			}
			draft.add(`${path}/progress`, {
				id: draft.allocate('AP', `${path}/progress`),
				at: now,
				by: actorName(actor),
				meeting: during?.meeting,
				text,
			});
			return undefined;
		},
		tell: ({id, text}, {database}) =>
			`noted progress on action ${nameOf(database, `actions/${id}`)}: ${text}`,
	},
};
