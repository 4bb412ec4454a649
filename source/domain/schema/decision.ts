import {z} from 'zod';
import {
	daySchema,
	idSchema,
	instantSchema,
	listOf,
	periodSchema,
	record,
	textSchema,
} from './common.ts';

export const outcomes = [
	'approved',
	'approved-as-amended',
	'refused',
	'lost',
	'deferred',
	'referred',
	'recommended-to-council',
	'noted',
	'withdrawn',
] as const;
export const outcomeSchema = z.enum(outcomes);

export const decisionStatuses = ['recorded', 'retracted', 'rescinded', 'superseded'] as const;

export const decisionSchema = record({
	id: idSchema,
	reference: textSchema.optional(),
	meeting: idSchema,
	item: idSchema.optional(),
	board: idSchema,
	status: z.enum(decisionStatuses),
	date: z.union([daySchema, periodSchema]),
	title: textSchema,
	recommendation: textSchema.optional(),
	resolution: textSchema,
	outcome: outcomeSchema,
	reasons: textSchema.optional(),
	alternatives: textSchema.optional(),
	mover: idSchema.optional(),
	seconder: idSchema.optional(),
	key: z.boolean().optional(),
	projects: z.array(idSchema).optional(),
	supersedes: idSchema.optional(),
	rescinds: idSchema.optional(),
	/** Attributed corrections; the wording before and after stands in the log. */
	corrections: listOf(
		record({id: idSchema, at: instantSchema, by: textSchema, reason: textSchema}),
	).optional(),
	retraction: record({at: instantSchema, by: textSchema, reason: textSchema}).optional(),
});

export const actionStatuses = ['open', 'done', 'cancelled'] as const;
export const actionStatusSchema = z.enum(actionStatuses);

export const actionSchema = record({
	id: idSchema,
	text: textSchema,
	/** A person's id, or a name in plain words for somebody whom the database does not list. */
	owner: textSchema.optional(),
	due: daySchema.optional(),
	status: actionStatusSchema,
	meeting: idSchema.optional(),
	item: idSchema.optional(),
	decision: idSchema.optional(),
	project: idSchema.optional(),
	closedAt: instantSchema.optional(),
	note: textSchema.optional(),
});

export type Outcome = z.infer<typeof outcomeSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Action = z.infer<typeof actionSchema>;
export type ActionStatus = z.infer<typeof actionStatusSchema>;
