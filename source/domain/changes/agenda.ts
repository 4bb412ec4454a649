import {disposalWords} from '../words.ts';
import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {meetingLaw} from '../law/boards.ts';
import {refuseRetitling, refuseWithoutUrgency} from '../law/published-agenda.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {presentDuring} from '../rules/presence.ts';
import {
	enteredTextSchema,
	itemDisposals,
	type Meeting,
	requiredTextSchema,
	idSchema,
} from '../schema/index.ts';
import {
	reorder,
	refuseUnknown,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';
import {
	aboutSchema,
	addItem,
	exemptChange,
	itemPath,
	newItem,
	refuseApprovedMinutes,
	refuseExemption,
	refuseUnknownItem,
} from './item.ts';

const itemOf = {meeting: idSchema, item: idSchema};
export const agendaChanges = [
	z.strictObject({
		kind: z.literal('agenda/add'),
		meeting: idSchema,
		...newItem,
		/** Why the item cannot wait; needed once the agenda has been published. */
		urgency: requiredTextSchema.optional(),
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
				about: replaced(aboutSchema),
				/** Whether a budget is decided, on which every vote is by name. */
				budget: replaced(z.boolean()),
			})
			.partial(),
	}),
	z.strictObject({
		kind: z.literal('agenda/preside'),
		...itemOf,
		/** Who was put in the chair for the item; absent is whose place it is. */
		from: idSchema.optional(),
		to: idSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('agenda/en-bloc'),
		...itemOf,
		to: z.boolean(),
	}),
	z.strictObject({
		kind: z.literal('agenda/exempt'),
		...itemOf,
		from: exemptChange.optional(),
		/** Absent makes the item public again. */
		to: exemptChange.optional(),
	}),
	/** What became of an item: it was taken, not reached, withdrawn or deferred. */
	z.strictObject({
		kind: z.literal('agenda/dispose'),
		...itemOf,
		from: z.enum(itemDisposals).optional(),
		to: z.enum(itemDisposals).optional(),
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

/** A closed meeting's agenda is part of the record: it is noted on, but no longer rearranged. */
function refuseClosed(draft: Draft, meeting: string): Rejection | undefined {
	const {status} = draft.at(`meetings/${meeting}`) as Meeting;
	return status === 'closed'
		? reject('state', `meeting ${meeting} is closed; its agenda stands`)
		: undefined;
}

export const agendaRules: Rules<Change> = {
	'agenda/add': {
		undoable: true,
		apply(draft, {meeting, urgency, at, ...item}) {
			const refused =
				refuseUnknown(draft, 'meetings', meeting) ??
				refuseClosed(draft, meeting) ??
				refuseUnknown(draft, 'projects', item.about?.project) ??
				refuseUnknown(draft, 'reports', item.about?.report) ??
				refuseExemption(draft, meeting, item.exempt) ??
				refuseWithoutUrgency(draft.database, draft.at(`meetings/${meeting}`) as Meeting, urgency);
			if (refused) return refused;
			addItem(draft, meeting, item, {urgency, at});
			return undefined;
		},
		tell: ({meeting, title}, {database}) =>
			`added “${title}” to the agenda of ${nameOf(database, `meetings/${meeting}`)}`,
	},
	'agenda/edit': {
		undoable: true,
		apply: (draft, change, context) =>
			refuseUnknownItem(draft, change.meeting, change.item) ??
			refuseClosed(draft, change.meeting) ??
			(change.fields.title &&
				refuseRetitling(draft.database, draft.at(`meetings/${change.meeting}`) as Meeting)) ??
			replaceFields(draft, itemPath(change), change.fields, context),
		tell: (change, {database}) =>
			`edited ${Object.keys(change.fields)
				.map((field) => (field === 'minutes' ? 'time' : field))
				.join(', ')} of item ${nameOf(database, itemPath(change))}`,
	},
	'agenda/preside': {
		undoable: true,
		apply(draft, change, context) {
			const {meeting, to} = change;
			const refused =
				refuseUnknownItem(draft, meeting, change.item) ??
				refuseUnknown(draft, 'people', to) ??
				refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			const item = held.agenda.find(({id}) => id === change.item);
			if (to !== undefined && presentDuring(held, item).every(({person}) => person !== to)) {
				return reject(
					'invalid',
					`${personName(draft.database, to)} is not there to preside`,
					'roll.take',
				);
			}
			return replaceFields(draft, itemPath(change), {presiding: {from: change.from, to}}, context);
		},
		tell: (change, {database}) =>
			change.to
				? `put ${personName(database, change.to)} in the chair for item ${nameOf(database, itemPath(change))}`
				: `gave the chair of item ${nameOf(database, itemPath(change))} back`,
	},
	'agenda/en-bloc': {
		undoable: true,
		apply(draft, change) {
			const refused =
				refuseUnknownItem(draft, change.meeting, change.item) ??
				refuseClosed(draft, change.meeting);
			if (refused) return refused;
			draft.set(itemPath(change), 'enBloc', change.to || undefined);
			return undefined;
		},
		tell: (change, {database}) =>
			`marked item ${nameOf(database, itemPath(change))} to be taken ${change.to ? 'en bloc' : 'by itself'}`,
	},
	'agenda/exempt': {
		undoable: true,
		apply(draft, change, context) {
			const refused =
				refuseUnknownItem(draft, change.meeting, change.item) ??
				refuseApprovedMinutes(draft, change.meeting) ??
				refuseExemption(draft, change.meeting, change.to);
			if (refused) return refused;
			const {from, to} = change;
			const {kind} = draft.at(itemPath(change));
			if (to && (kind === 'exclusion' || kind === 'readmission')) {
				return reject(
					'invalid',
					'the resolution itself is public: it names the items that are not',
				);
			}
			return replaceFields(draft, itemPath(change), {exempt: {from, to}}, context);
		},
		tell(change, {database}) {
			const name = nameOf(database, itemPath(change));
			if (!change.to) return `made item ${name} public`;
			const held = database.meetings.find(({id}) => id === change.meeting);
			const {word, briefly} = meetingLaw(database, held ?? {board: ''}).privately;
			return `made item ${name} ${word} (${briefly(change.to)})`;
		},
	},
	'agenda/dispose': {
		undoable: true,
		apply(draft, change, context) {
			const {meeting, item, from, to} = change;
			const refused =
				refuseUnknownItem(draft, meeting, item) ?? refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const {startedAt} = draft.at(itemPath(change)) as {startedAt?: string};
			if (to === 'not-reached' && startedAt !== undefined) {
				return reject('state', `item ${item} was taken up, so it was reached`);
			}
			return replaceFields(draft, itemPath(change), {disposal: {from, to}}, context);
		},
		tell: (change, {database}) =>
			`noted of item ${nameOf(database, itemPath(change))}: ${change.to ? disposalWords[change.to].toLowerCase() : '(nothing)'}`,
	},
	'agenda/remove': {
		undoable: true,
		apply(draft, change) {
			const {meeting, item} = change;
			const refused = refuseUnknownItem(draft, meeting, item) ?? refuseClosed(draft, meeting);
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
		apply: (draft, {meeting, ...order}, context) =>
			refuseUnknown(draft, 'meetings', meeting) ??
			refuseClosed(draft, meeting) ??
			reorder(
				draft,
				`meetings/${meeting}`,
				'agenda',
				order,
				'a new order of the agenda must hold the same items, each once',
				context,
			),
		tell: ({meeting}, {database}) =>
			`reordered the agenda of ${nameOf(database, `meetings/${meeting}`)}`,
	},
	'agenda/note': {
		undoable: true,
		apply: (draft, change, context) =>
			refuseUnknownItem(draft, change.meeting, change.item) ??
			refuseApprovedMinutes(draft, change.meeting) ??
			replaceFields(draft, itemPath(change), {notes: {from: change.from, to: change.to}}, context),
		tell: (change, {database}) =>
			`noted on item ${nameOf(database, itemPath(change))}: ${change.to || '(nothing)'}`,
	},
};
