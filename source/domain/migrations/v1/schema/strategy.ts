import {z} from 'zod';
import {
	daySchema,
	idSchema,
	instantSchema,
	listOf,
	periodSchema,
	record,
	statementSchema,
	textSchema,
} from './common.ts';

export const projectStatuses = [
	'proposed',
	'in-progress',
	'on-hold',
	'blocked',
	'delivered',
	'cancelled',
] as const;
const projectStatusSchema = z.enum(projectStatuses);

/** Confidence in delivery (RAG), kept apart from status: there is no agreed definition that joins them. */
export const confidences = ['green', 'amber', 'red'] as const;
const confidenceSchema = z.enum(confidences);

const criterionResults = ['met', 'partly', 'not-met'] as const;

/** A dated status comment. `by` is who made it, in the words to be printed. */
const updateSchema = record({
	id: idSchema,
	at: z.union([daySchema, instantSchema]),
	by: textSchema.optional(),
	meeting: idSchema.optional(),
	status: projectStatusSchema.optional(),
	confidence: confidenceSchema.optional(),
	note: textSchema.optional(),
});

const prioritySchema = record({
	id: idSchema,
	rank: z.int().positive(),
	title: textSchema,
	summary: textSchema.optional(),
	aims: listOf(statementSchema),
	workStream: record({title: textSchema, aims: listOf(statementSchema)}).optional(),
	updates: listOf(updateSchema).optional(),
});

export const strategyStatuses = ['draft', 'current', 'past'] as const;
const strategyStatusSchema = z.enum(strategyStatuses);

export const strategySchema = record({
	id: idSchema,
	title: textSchema,
	status: strategyStatusSchema,
	period: periodSchema,
	summary: textSchema.optional(),
	source: textSchema.optional(),
	/** What the organisation concludes of it once it is over, for the retrospective review. */
	conclusion: textSchema.optional(),
	objectives: listOf(statementSchema),
	criteria: listOf(record({id: idSchema, title: textSchema, text: textSchema})),
	principles: listOf(statementSchema),
	domains: listOf(record({id: idSchema, title: textSchema, summary: textSchema.optional()})),
	priorities: listOf(prioritySchema),
	updates: listOf(updateSchema).optional(),
});

export const projectSchema = record({
	id: idSchema,
	title: textSchema,
	summary: textSchema.optional(),
	priority: idSchema,
	status: projectStatusSchema,
	confidence: confidenceSchema.optional(),
	owner: textSchema.optional(),
	supplier: textSchema.optional(),
	due: daySchema.optional(),
	budget: z.number().nonnegative().optional(),
	domains: z.array(idSchema).optional(),
	objectives: z.array(idSchema).optional(),
	criteria: z.record(idSchema, z.enum(criterionResults)).optional(),
	dependsOn: z.array(idSchema).optional(),
	milestones: listOf(
		record({
			id: idSchema,
			title: textSchema,
			due: daySchema.optional(),
			reached: daySchema.optional(),
		}),
	).optional(),
	risks: listOf(record({id: idSchema, text: textSchema})).optional(),
	updates: listOf(updateSchema),
});
