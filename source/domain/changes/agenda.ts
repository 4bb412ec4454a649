import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {find} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {
	enteredTextSchema,
	itemKinds,
	type Meeting,
	requiredTextSchema,
	idSchema,
} from '../schema/index.ts';
import {expected, known, replaced, replacedRequired, replaceFields, type Rules} from './family.ts';

const itemOf = {meeting: idSchema, item: idSchema};
const aboutSchema = z.strictObject({
	priority: idSchema.optional(),
	project: idSchema.optional(),
	report: idSchema.optional(),
});

export const agendaChanges = [
	z.strictObject({
		kind: z.literal('agenda/add'),
		meeting: idSchema,
		itemKind: z.enum(itemKinds),
		title: requiredTextSchema,
		minutes: z.int().nonnegative().optional(),
		about: aboutSchema.optional(),
		/** Index in the agenda; absent is the end. */
		at: z.int().nonnegative().optional(),
	}),
	z.strictObject({
		kind: z.literal('agenda/edit'),
		...itemOf,
		fields: z
			.strictObject({
				title: replacedRequired(requiredTextSchema),
				minutes: replaced(z.int().nonnegative()),
			})
			.partial(),
	}),
	z.strictObject({kind: z.literal('agenda/remove'), ...itemOf}),
	z.strictObject({
		kind: z.literal('agenda/order'),
		meeting: idSchema,
		from: z.array(idSchema),
		to: z.array(idSchema),
	}),
	z.strictObject({
		kind: z.literal('agenda/note'),
		...itemOf,
		from: enteredTextSchema.optional(),
		to: enteredTextSchema.optional(),
	}),
] as const;
type Change = z.infer<(typeof agendaChanges)[number]>;

const itemPath = ({meeting, item}: {meeting: string; item: string}) =>
	`meetings/${meeting}/agenda/${item}`;

/** Refuses unless the meeting exists and has the item. */
export function knownItem(draft: Draft, meeting: string, item: string): Rejection | undefined {
	return (
		known(draft, 'meetings', meeting) ??
		(find(draft.database, itemPath({meeting, item}))
			? undefined
			: reject('unknown', `meeting ${meeting} has no item ${item}`))
	);
}

/** A closed meeting's agenda is part of the record: it is noted on, but no longer rearranged. */
function notClosed(draft: Draft, meeting: string): Rejection | undefined {
	const {status} = draft.at(`meetings/${meeting}`) as Meeting;
	return status === 'closed'
		? reject('state', `meeting ${meeting} is closed; its agenda stands`)
		: undefined;
}

export const agendaRules: Rules<Change> = {
	'agenda/add': {
		undoable: true,
		apply(draft, {meeting, itemKind, title, minutes, about, at}) {
			const refused =
				known(draft, 'meetings', meeting) ??
				notClosed(draft, meeting) ??
				known(draft, 'projects', about?.project) ??
				known(draft, 'reports', about?.report);
			if (refused) return refused;
			const item = {
				id: draft.allocate('I', `meetings/${meeting}/agenda`),
				kind: itemKind,
				title,
				minutes,
				about,
			};
			draft.add(`meetings/${meeting}/agenda`, item, at);
			return undefined;
		},
		tell: ({meeting, title}, {database}) =>
			`added “${title}” to the agenda of ${nameOf(database, `meetings/${meeting}`)}`,
	},
	'agenda/edit': {
		undoable: true,
		apply: (draft, change, context) =>
			knownItem(draft, change.meeting, change.item) ??
			notClosed(draft, change.meeting) ??
			replaceFields(draft, itemPath(change), change.fields, context),
		tell: (change, {database}) =>
			`edited ${Object.keys(change.fields).join(', ')} of item ${nameOf(database, itemPath(change))}`,
	},
	'agenda/remove': {
		undoable: true,
		apply(draft, change) {
			const {meeting, item} = change;
			const refused = knownItem(draft, meeting, item) ?? notClosed(draft, meeting);
			if (refused) return refused;
			const {currentItem} = draft.at(`meetings/${meeting}`) as Meeting;
			const cited =
				draft.database.decisions.some(
					(decision) => decision.meeting === meeting && decision.item === item,
				) ||
				draft.database.actions.some((action) => action.meeting === meeting && action.item === item);
			if (currentItem === item)
				return reject('state', 'the current item cannot be removed; move on first');
			if (cited)
				return reject('state', `item ${item} stands: a decision or an action was recorded on it`);
			draft.remove(itemPath(change));
			return undefined;
		},
		tell: (change, {effects}) => {
			const gone = effects.find((effect) => effect.record === itemPath(change))?.from as
				{title?: string} | undefined;
			return `took “${gone?.title ?? change.item}” off the agenda of ${change.meeting}`;
		},
	},
	'agenda/order': {
		undoable: true,
		apply(draft, {meeting, from, to}, context) {
			const refused =
				known(draft, 'meetings', meeting) ??
				notClosed(draft, meeting) ??
				expected(draft, `meetings/${meeting}`, 'agenda', from, context);
			if (refused) return refused;
			if (from.toSorted().join('\n') !== to.toSorted().join('\n')) {
				return reject('invalid', 'a new order of the agenda must hold the same items, each once');
			}
			draft.set(`meetings/${meeting}`, 'agenda', to);
			return undefined;
		},
		tell: ({meeting}, {database}) =>
			`reordered the agenda of ${nameOf(database, `meetings/${meeting}`)}`,
	},
	'agenda/note': {
		undoable: true,
		apply: (draft, change, context) =>
			knownItem(draft, change.meeting, change.item) ??
			replaceFields(draft, itemPath(change), {notes: {from: change.from, to: change.to}}, context),
		tell: (change, {database}) =>
			`noted on item ${nameOf(database, itemPath(change))}: ${change.to || '(nothing)'}`,
	},
};
