import {z} from 'zod';
import {actorName} from '../actor.ts';
import {sayApproved, sayApprovedField, sayMove} from '../approved-words.ts';
import {dayIn} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {same} from '../equal.ts';
import {find} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {approvedField, approvedValue, approverOf} from '../rules/approval.ts';
import {
	type Database,
	idSchema,
	type Project,
	type Request,
	requestSchema,
	requiredTextSchema,
} from '../schema/index.ts';
import {refuseUnknownItem, refuseApprovedMinutes} from './item.ts';
import {refuseNoMilestone} from './decided.ts';
import {
	addedId,
	type Context,
	refuseUnknown,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
	type TellContext,
} from './family.ts';
import {decideRequest, refuseSettled, refuseUnfit, settle} from './request-decided.ts';

const {from: valueSchema, effects: effectsSchema} = requestSchema.shape;
const wantedSchema = valueSchema.unwrap();

export const requestChanges = [
	z.strictObject({
		kind: z.literal('request/make'),
		project: idSchema,
		/** `start`, `due`, `status` (to cancel it), `money/approved`, or `milestones/MS-2/approved`. */
		field: requiredTextSchema,
		from: valueSchema,
		to: wantedSchema,
		reason: requiredTextSchema,
		effects: effectsSchema,
		/** The board that is to approve it; absent is the one whose tolerance it exceeds. */
		board: idSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('request/edit'),
		id: idSchema,
		fields: z
			.strictObject({
				to: replacedRequired(wantedSchema),
				reason: replacedRequired(requiredTextSchema),
				effects: replaced(effectsSchema.unwrap()),
				board: replaced(idSchema),
			})
			.partial(),
	}),
	z.strictObject({kind: z.literal('request/withdraw'), id: idSchema}),
	z.strictObject({
		kind: z.literal('request/gather'),
		meeting: idSchema,
		item: idSchema,
		/** The requests that stand under the item, before and after. */
		from: z.array(idSchema).optional(),
		to: z.array(idSchema).optional(),
	}),
	z.strictObject({
		kind: z.literal('request/decide'),
		id: idSchema,
		to: z.enum(['approved', 'refused']),
		/** What is approved in the place of what was asked for, where the decision amended it. */
		value: wantedSchema.optional(),
		decision: idSchema.optional(),
		/** Whether it follows from the decision that the same act records: that has no id before. */
		follows: z.boolean().optional(),
	}),
	z.strictObject({
		kind: z.literal('project/settle'),
		id: idSchema,
		/** What waits on the project, and is in effect or has fallen now. */
		pending: idSchema,
	}),
] as const;
type Change = z.infer<(typeof requestChanges)[number]>;
type Of<Kind extends Change['kind']> = Extract<Change, {kind: Kind}>;

function makeRequest(
	draft: Draft,
	{project: id, field, from, to, reason, effects, board}: Of<'request/make'>,
	context: Context,
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'projects', id) ?? refuseUnknown(draft, 'boards', board);
	if (refused) return refused;
	const project = draft.at(`projects/${id}`) as Project;
	const place = approvedField(field);
	const unfit =
		(place?.of === 'milestone' ? refuseNoMilestone(draft, id, place.milestone) : undefined) ??
		refuseUnfit(field, to);
	if (unfit) return unfit;
	const now = approvedValue(project, field);
	const name = nameOf(draft.database, `projects/${id}`);
	const what = sayApprovedField(project, field);
	if (!same(now, from)) {
		return reject(
			'conflict',
			`${name}: ${what} is ${sayApproved(draft.database, now)} now, not ${sayApproved(draft.database, from)}`,
		);
	}
	if (same(now, to)) {
		return reject('invalid', `${name}: ${what} is ${sayApproved(draft.database, to)} already`);
	}
	const open = draft.database.requests.find(
		(one) => one.project === id && one.field === field && one.fate === 'asked',
	);
	if (open) {
		return reject(
			'state',
			`request ${open.id} asks for another ${what} of ${name} already: edit it`,
		);
	}
	const {database} = draft;
	draft.add('requests', {
		id: draft.allocate('RQ', 'requests'),
		project: id,
		field,
		from,
		to,
		reason,
		effects,
		askedBy: actorName(context.actor),
		askedOn: dayIn(context.now, database.organisation.timeZone),
		board: board ?? approverOf(database, project, field, to)?.board.id,
		fate: 'asked',
	});
	return undefined;
}

function editRequest(
	draft: Draft,
	{id, fields}: Of<'request/edit'>,
	context: Context,
): Rejection | undefined {
	const refused =
		refuseSettled(draft, id) ??
		refuseUnknown(draft, 'boards', fields.board?.to) ??
		(fields.to && refuseUnfit((draft.at(`requests/${id}`) as Request).field, fields.to.to));
	return refused ?? replaceFields(draft, `requests/${id}`, fields, context);
}

function gather(
	draft: Draft,
	{meeting, item, from, to}: Of<'request/gather'>,
	context: Context,
): Rejection | undefined {
	const refused = refuseUnknownItem(draft, meeting, item) ?? refuseApprovedMinutes(draft, meeting);
	if (refused) return refused;
	const path = `meetings/${meeting}/agenda/${item}`;
	const about = draft.at(path)['about'] as {requests?: string[]} | undefined;
	if (!same(about?.requests ?? [], from ?? [])) {
		return reject('conflict', 'other requests stand under this item now; look at them again');
	}
	for (const id of to ?? []) {
		const unknown = refuseUnknown(draft, 'requests', id);
		if (unknown) return unknown;
	}
	const {requests: _before, ...others} = about ?? {};
	const now = to?.length ? {...others, requests: to} : others;
	return replaceFields(
		draft,
		path,
		{about: {from: about, to: Object.keys(now).length > 0 ? now : undefined}},
		context,
	);
}

const requestIn = ({database}: TellContext, id: string): Request | undefined =>
	find(database, `requests/${id}`) as Request | undefined;

const projectIn = (database: Database, id: string | undefined): Project | undefined =>
	database.projects.find((one) => one.id === id);

/** What a request is about, as the end of a sentence. */
function about(told: TellContext, id: string): string {
	const request = requestIn(told, id);
	if (!request) return id;
	const project = projectIn(told.database, request.project);
	return `${id} on ${nameOf(told.database, `projects/${request.project}`)}, ${sayApprovedField(project, request.field)}`;
}

export const requestRules: Rules<Change> = {
	'request/make': {
		undoable: true,
		apply: makeRequest,
		tell({project: id, field, from, to, reason}, told) {
			const project = projectIn(told.database, id);
			const made = addedId(told, 'requests', {field, reason});
			return `asked (${made}) that the ${sayApprovedField(project, field)} of ${nameOf(told.database, `projects/${id}`)} be changed ${sayMove(told.database, project, field, {from, to})}: ${reason}`;
		},
	},
	'request/edit': {
		undoable: true,
		apply: editRequest,
		tell: ({id}, told) => `edited request ${about(told, id)}`,
	},
	'request/withdraw': {
		undoable: true,
		apply(draft, {id}) {
			const refused = refuseSettled(draft, id);
			if (!refused) draft.set(`requests/${id}`, 'fate', 'withdrawn');
			return refused;
		},
		tell: ({id}, told) => `withdrew request ${about(told, id)}`,
	},
	'request/gather': {
		undoable: true,
		apply: gather,
		tell: ({meeting, item, to = []}, {database}) =>
			`put ${to.length === 0 ? 'no requests' : to.join(', ')} under item ${nameOf(database, `meetings/${meeting}/agenda/${item}`)}`,
	},
	'request/decide': {
		undoable: true,
		apply: decideRequest,
		tell({id, to, value}, told) {
			const amended = value === undefined ? '' : ` as ${sayApproved(told.database, value)}`;
			return `recorded request ${about(told, id)}: ${to}${amended}`;
		},
	},
	'project/settle': {
		undoable: true,
		apply: settle,
		tell({id, pending}, {database, effects}) {
			const gone = effects.find(({record}) => record === `projects/${id}/pending/${pending}`)
				?.from as {field?: string; value?: never; decision?: string} | undefined;
			const project = projectIn(database, id);
			const what = `${sayApprovedField(project, gone?.field ?? '')} of ${nameOf(database, `projects/${id}`)}`;
			const fell =
				effects.every(({record, field}) => record !== `projects/${id}` || field === 'pending') &&
				effects.every(({record}) => !record.startsWith(`projects/${id}/milestones/`));
			return fell
				? `took off what was decided (${gone?.decision ?? ''}) of the ${what}: it fell`
				: `put into effect what was decided (${gone?.decision ?? ''}): ${what} is ${sayApproved(database, gone?.value)}`;
		},
	},
};
