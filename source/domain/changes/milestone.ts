import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {milestonePath} from '../rules/approval.ts';
import {
	daySchema,
	enteredTextSchema,
	idSchema,
	type Milestone,
	requiredTextSchema,
} from '../schema/index.ts';
import {keepOriginal, refuseNoMilestone, refuseUnapproved} from './decided.ts';
import {
	type Context,
	refuseStale,
	refuseUnknown,
	reorder,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';

export const milestoneChanges = [
	z.strictObject({
		kind: z.literal('milestone/add'),
		project: idSchema,
		title: requiredTextSchema,
		/** The first date that was approved, where it is another than the one in force. */
		original: daySchema.optional(),
		approved: daySchema.optional(),
		forecast: daySchema.optional(),
		achieved: daySchema.optional(),
		note: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('milestone/edit'),
		project: idSchema,
		id: idSchema,
		fields: z
			.strictObject({
				title: replacedRequired(requiredTextSchema),
				approved: replaced(daySchema),
				forecast: replaced(daySchema),
				achieved: replaced(daySchema),
				note: replaced(enteredTextSchema),
			})
			.partial(),
	}),
	z.strictObject({kind: z.literal('milestone/remove'), project: idSchema, id: idSchema}),
	z.strictObject({
		kind: z.literal('milestone/order'),
		project: idSchema,
		from: z.array(idSchema),
		to: z.array(idSchema),
	}),
] as const;
type Change = z.infer<(typeof milestoneChanges)[number]>;
type Of<Kind extends Change['kind']> = Extract<Change, {kind: Kind}>;

/** What has been achieved is over: its day is not still to come. */
function happened(draft: Draft, day: string | undefined, {now}: Context): Rejection | undefined {
	return day !== undefined && day > dayIn(now, draft.database.organisation.timeZone)
		? reject(
				'invalid',
				`${sayDay(day)} is still to come: a milestone is achieved on a day that is over`,
			)
		: undefined;
}

function addMilestone(
	draft: Draft,
	{project, title, original, approved, forecast, achieved, note}: Of<'milestone/add'>,
	context: Context,
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'projects', project) ?? happened(draft, achieved, context);
	if (refused) return refused;
	const list = `projects/${project}/milestones`;
	draft.add(list, {
		id: draft.allocate('MS', list),
		title,
		original: original ?? approved,
		approved,
		forecast,
		achieved,
		note: note || undefined,
	});
	return undefined;
}

function editMilestone(
	draft: Draft,
	{project, id, fields}: Of<'milestone/edit'>,
	context: Context,
): Rejection | undefined {
	const path = `projects/${project}/milestones/${id}`;
	const refused =
		refuseUnknown(draft, 'projects', project) ??
		refuseNoMilestone(draft, project, id) ??
		happened(draft, fields.achieved?.to, context) ??
		(fields.approved && refuseStale(draft, path, 'approved', fields.approved.from, context)) ??
		(fields.approved && refuseUnapproved(draft, project, milestonePath(id), fields.approved.to));
	if (refused) return refused;
	// The first date that was approved stands for ever, whatever it is moved to.
	if (fields.approved) keepOriginal(draft, path, 'original', 'approved', fields.approved.to);
	return replaceFields(draft, path, fields, context);
}

/** A milestone's title as it is, or was when it went. */
const titleOf = (effects: readonly {record: string; from?: unknown}[], id: string): string => {
	const gone = effects.find(({record}) => record.endsWith(`/milestones/${id}`))?.from;
	return (gone as Milestone | undefined)?.title ?? id;
};

export const milestoneRules: Rules<Change> = {
	'milestone/add': {
		undoable: true,
		apply: addMilestone,
		tell: ({project, title, approved, forecast}, {database}) =>
			`entered milestone “${title}” of ${nameOf(database, `projects/${project}`)}${approved ? `, approved for ${sayDay(approved)}` : forecast ? `, expected on ${sayDay(forecast)}` : ''}`,
	},
	'milestone/edit': {
		undoable: true,
		apply: editMilestone,
		tell({project, id, fields}, {database}) {
			const name = nameOf(database, `projects/${project}/milestones/${id}`).slice(id.length + 1);
			const told = Object.entries(fields).map(([field, {to}]) =>
				field === 'achieved' && to
					? `achieved ${sayDay(to)}`
					: field === 'approved' || field === 'forecast' || field === 'achieved'
						? `${field} ${to ? sayDay(to) : 'taken away'}`
						: field,
			);
			return `changed milestone “${name || id}” of ${nameOf(database, `projects/${project}`)}: ${told.join(', ')}`;
		},
	},
	'milestone/remove': {
		undoable: true,
		apply(draft, {project, id}) {
			const refused =
				refuseUnknown(draft, 'projects', project) ?? refuseNoMilestone(draft, project, id);
			if (refused) return refused;
			const asked = draft.database.requests.find(
				(request) =>
					request.project === project &&
					request.fate === 'asked' &&
					request.field === milestonePath(id),
			);
			if (asked) {
				return reject(
					'state',
					`request ${asked.id} asks to move this milestone: withdraw it first, or have it decided`,
				);
			}
			draft.remove(`projects/${project}/milestones/${id}`);
			return undefined;
		},
		tell: ({project, id}, {database, effects}) =>
			`took milestone “${titleOf(effects, id)}” off ${nameOf(database, `projects/${project}`)}`,
	},
	'milestone/order': {
		undoable: true,
		apply: (draft, {project, ...order}, context) =>
			refuseUnknown(draft, 'projects', project) ??
			reorder(
				draft,
				`projects/${project}`,
				'milestones',
				order,
				'a new order must hold the same milestones, each once',
				context,
			),
		tell: ({project}, {database}) =>
			`reordered the milestones of ${nameOf(database, `projects/${project}`)}`,
	},
};
