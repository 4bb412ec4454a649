import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {same} from '../equal.ts';
import {find} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {freeNumber, projectId} from '../queries/strategy/projects.ts';
import {
	confidenceSchema,
	daySchema,
	enteredTextSchema,
	type Project,
	projectSchema,
	projectStatusSchema,
	requiredTextSchema,
	idSchema,
} from '../schema/index.ts';
import type {projectFields} from '../records/project.ts';
import {listFields, sayValue, statusWords} from '../words.ts';
import {actorName} from '../actor.ts';
import {
	addUpdate,
	carryOut,
	decisionFor,
	isRejection,
	keepOriginal,
	refuseUnapproved,
} from './decided.ts';
import {
	addedId,
	type Context,
	refuseStale,
	refuseUnknown,
	replaced,
	replacing,
	replaceFields,
	type Rules,
} from './family.ts';

/** The fields that somebody types of a project. */
type TypedField = {
	[Name in keyof typeof projectFields]: (typeof projectFields)[Name]['kind'] extends 'kept' | 'list'
		? never
		: Name;
}[keyof typeof projectFields];

/** A comment that a paper brings along, with its own day and author; absent is now and whoever enters it. */
export const earlierSchema = z.strictObject({
	at: daySchema.optional(),
	by: enteredTextSchema.optional(),
	note: requiredTextSchema,
});

const {shape} = projectSchema;

/** What somebody types of a project, as a new one has it. The names are those of `projectFields`: the compiler says which is missing. */
const typed = {
	title: requiredTextSchema,
	summary: enteredTextSchema.optional(),
	priority: idSchema,
	status: projectStatusSchema,
	confidence: confidenceSchema.optional(),
	confidences: shape.confidences,
	wayBack: enteredTextSchema.optional(),
	stage: enteredTextSchema.optional(),
	owner: enteredTextSchema.optional(),
	sponsor: enteredTextSchema.optional(),
	portfolioHolder: enteredTextSchema.optional(),
	supplier: enteredTextSchema.optional(),
	start: daySchema.optional(),
	due: daySchema.optional(),
	originalDue: daySchema.optional(),
	forecastDue: daySchema.optional(),
	money: shape.money,
	domains: shape.domains,
	objectives: shape.objectives,
	criteria: shape.criteria,
	dependsOn: shape.dependsOn,
	carriesOn: idSchema.optional(),
} satisfies Record<TypedField | 'criteria', z.ZodType>;

/** The same, each with the value that it is expected to replace. Where a project stands is set by a change of its own. */
const {status: _status, confidence: _confidence, ...altered} = typed;
export const projectChanges = [
	z.strictObject({
		kind: z.literal('project/status'),
		id: idSchema,
		from: projectStatusSchema,
		to: projectStatusSchema,
		confidence: replaced(confidenceSchema).optional(),
		note: enteredTextSchema.optional(),
		/** Whether it was decided, by the decision that the same act records; absent, it is reported. */
		follows: z.boolean().optional(),
	}),
	z.strictObject({
		kind: z.literal('project/add'),
		/** Absent is the next number of its priority: P1-05 after P1-04. */
		id: idSchema.optional(),
		...typed,
		/** What was said of it before: a review's comment, and the day that it bears. */
		updates: z.array(earlierSchema).optional(),
	}),
	z.strictObject({
		kind: z.literal('project/update'),
		id: idSchema,
		note: requiredTextSchema,
	}),
	z.strictObject({
		kind: z.literal('project/edit'),
		id: idSchema,
		fields: z.strictObject(replacing(altered)).partial(),
	}),
] as const;
type Change = z.infer<(typeof projectChanges)[number]>;

function setStatus(
	draft: Draft,
	{id, from, to, confidence, note, follows}: Extract<Change, {kind: 'project/status'}>,
	context: Context,
): Rejection | undefined {
	const path = `projects/${id}`;
	const refused =
		refuseUnknown(draft, 'projects', id) ??
		refuseStale(draft, path, 'status', from, context) ??
		(confidence && refuseStale(draft, path, 'confidence', confidence.from, context));
	if (refused) return refused;
	const unchanged = from === to && (!confidence || confidence.from === confidence.to);
	if (unchanged && !note?.trim()) {
		return reject('invalid', `${nameOf(draft.database, path)} is already ${statusWords[to]}`);
	}
	const decision = follows ? decisionFor(draft, id, {follows}) : undefined;
	if (decision && isRejection(decision)) return decision;
	const wrong =
		from === to
			? undefined
			: decision
				? carryOut(draft, id, 'status', to, decision, context)
				: refuseUnapproved(draft, id, 'status', to);
	if (wrong) return wrong;
	// What was decided may wait; what was said of it stands at once.
	if (!decision) draft.set(path, 'status', to);
	if (confidence) draft.set(path, 'confidence', confidence.to);
	const isTold = draft.effects.some(({record}) => record.startsWith(`${path}/updates/`));
	if (!isTold || note?.trim() || confidence) addUpdate(draft, id, note, context);
	return undefined;
}

/** Gives out the next id of a priority's projects. */
function nextProject(draft: Draft, priority: string): string {
	const number = freeNumber(draft.database, priority);
	const {counters} = draft.database;
	draft.database = {...draft.database, counters: {...counters, [priority]: number}};
	return projectId(priority, number);
}

function addProject(
	draft: Draft,
	{kind: _kind, id: wanted, title, updates = [], ...rest}: Extract<Change, {kind: 'project/add'}>,
	context: Context,
): Rejection | undefined {
	if (wanted !== undefined && find(draft.database, `projects/${wanted}`)) {
		return reject(
			'invalid',
			`there is a project ${nameOf(draft.database, `projects/${wanted}`)} already`,
		);
	}
	const id = wanted ?? nextProject(draft, rest.priority);
	const texts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
	const {status, confidence} = rest;
	draft.add('projects', {
		id,
		title,
		...texts,
		...(rest.due === undefined || rest.originalDue !== undefined ? {} : {originalDue: rest.due}),
		updates: updates.map(({at, by, note}) => ({
			id: draft.allocate('U', `projects/${id}/updates`),
			at: at ?? context.now,
			by: by || actorName(context.actor),
			status,
			confidence,
			note,
		})),
	});
	return undefined;
}

/** Money in which the first sum that was approved stays, when another one is. */
function withOriginal<Change extends {from?: Project['money']; to?: Project['money']}>(
	money: Change,
): Change {
	const {from, to} = money;
	const first = to?.original ?? from?.original ?? from?.approved;
	const isOther = to?.approved !== undefined && !same(from?.approved, to.approved);
	return isOther && first ? {...money, to: {original: first, ...to}} : money;
}

function editProject(
	draft: Draft,
	{id, fields}: Extract<Change, {kind: 'project/edit'}>,
	context: Context,
): Rejection | undefined {
	const path = `projects/${id}`;
	const {due, money} = fields;
	const refused =
		refuseUnknown(draft, 'projects', id) ??
		(due && refuseUnapproved(draft, id, 'due', due.to)) ??
		(money && refuseUnapproved(draft, id, 'money/approved', money.to?.approved));
	if (refused) return refused;
	// The first end and the first sum that were approved are kept for ever.
	if (due?.to !== undefined && !fields.originalDue) {
		keepOriginal(draft, path, 'originalDue', 'due', due.to);
	}
	return replaceFields(
		draft,
		path,
		money ? {...fields, money: withOriginal(money)} : fields,
		context,
	);
}

export const projectRules: Rules<Change> = {
	'project/add': {
		undoable: true,
		apply: addProject,
		tell: ({title, status}, told) =>
			`entered project ${addedId(told, 'projects', {title})} “${title}”: ${statusWords[status]}`,
	},
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
					? confidence.to === undefined
						? ', took the confidence away'
						: `, confidence ${sayValue('confidence', confidence.to)}`
					: '';
			return `${status}${trust}${note?.trim() ? `: ${note}` : ''}`;
		},
	},
	'project/update': {
		undoable: true,
		apply(draft, {id, note}, context) {
			const refused = refuseUnknown(draft, 'projects', id);
			if (!refused) addUpdate(draft, id, note, context);
			return refused;
		},
		tell: ({id, note}, {database}) => `commented on ${nameOf(database, `projects/${id}`)}: ${note}`,
	},
	'project/edit': {
		undoable: true,
		apply: editProject,
		tell: ({id, fields}, {database}) =>
			`edited ${listFields(fields)} of ${nameOf(database, `projects/${id}`)}`,
	},
};
