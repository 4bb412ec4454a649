import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {
	confidenceSchema,
	criterionResults,
	daySchema,
	enteredTextSchema,
	type Project,
	projectStatusSchema,
	requiredTextSchema,
	idSchema,
} from '../schema/index.ts';
import {sayValue, statusWords} from '../words.ts';
import {
	actorName,
	type Context,
	expected,
	known,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';

export const projectChanges = [
	z.strictObject({
		kind: z.literal('project/status'),
		id: idSchema,
		from: projectStatusSchema,
		to: projectStatusSchema,
		confidence: replaced(confidenceSchema).optional(),
		note: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('project/update'),
		id: idSchema,
		note: requiredTextSchema,
	}),
	z.strictObject({
		kind: z.literal('project/edit'),
		id: idSchema,
		fields: z
			.strictObject({
				title: replacedRequired(requiredTextSchema),
				summary: replaced(enteredTextSchema),
				priority: replacedRequired(idSchema),
				owner: replaced(enteredTextSchema),
				supplier: replaced(enteredTextSchema),
				due: replaced(daySchema),
				budget: replaced(z.number().nonnegative()),
				domains: replaced(z.array(idSchema)),
				objectives: replaced(z.array(idSchema)),
				criteria: replaced(z.record(idSchema, z.enum(criterionResults))),
				dependsOn: replaced(z.array(idSchema)),
			})
			.partial(),
	}),
] as const;
type Change = z.infer<(typeof projectChanges)[number]>;

/** Adds a dated comment that carries what the project's state is from now on. */
function addUpdate(draft: Draft, id: string, note: string | undefined, context: Context): void {
	const {status, confidence} = draft.at(`projects/${id}`) as Project;
	draft.add(`projects/${id}/updates`, {
		id: draft.allocate('U', `projects/${id}/updates`),
		at: context.now,
		by: actorName(context.actor),
		meeting: context.during?.meeting,
		status,
		confidence,
		note: note?.trim() ? note : undefined,
	});
}

function setStatus(
	draft: Draft,
	{id, from, to, confidence, note}: Extract<Change, {kind: 'project/status'}>,
	context: Context,
): Rejection | undefined {
	const path = `projects/${id}`;
	const refused =
		known(draft, 'projects', id) ??
		expected(draft, path, 'status', from, context) ??
		(confidence && expected(draft, path, 'confidence', confidence.from, context));
	if (refused) return refused;
	const unchanged = from === to && (!confidence || confidence.from === confidence.to);
	if (unchanged && !note?.trim()) {
		return reject('invalid', `${nameOf(draft.database, path)} already is ${statusWords[to]}`);
	}
	draft.set(path, 'status', to);
	if (confidence) draft.set(path, 'confidence', confidence.to);
	addUpdate(draft, id, note, context);
	return undefined;
}

export const projectRules: Rules<Change> = {
	'project/status': {
		undoable: true,
		apply: setStatus,
		tell({id, from, to, confidence, note}, {database}) {
			const status =
				from === to
					? `kept ${nameOf(database, `projects/${id}`)} ${statusWords[to]}`
					: `set ${nameOf(database, `projects/${id}`)} from ${statusWords[from]} to ${statusWords[to]}`;
			const trust =
				confidence && confidence.from !== confidence.to
					? `, confidence ${sayValue('confidence', confidence.to)}`
					: '';
			return `${status}${trust}${note?.trim() ? `: ${note}` : ''}`;
		},
	},
	'project/update': {
		undoable: true,
		apply(draft, {id, note}, context) {
			const refused = known(draft, 'projects', id);
			if (!refused) addUpdate(draft, id, note, context);
			return refused;
		},
		tell: ({id, note}, {database}) => `commented on ${nameOf(database, `projects/${id}`)}: ${note}`,
	},
	'project/edit': {
		undoable: true,
		apply: (draft, {id, fields}, context) =>
			known(draft, 'projects', id) ?? replaceFields(draft, `projects/${id}`, fields, context),
		tell: ({id, fields}, {database}) =>
			`edited ${Object.keys(fields).join(', ')} of ${nameOf(database, `projects/${id}`)}`,
	},
};
