import {z} from 'zod';
import {
	boundedList,
	daySchema,
	idSchema,
	instantSchema,
	listOf,
	periodSchema,
	privateSchema,
	record,
	statementSchema,
	textSchema,
} from './common.ts';
import {riskSchema, scoreLabelsSchema} from './risk.ts';
import {
	confidences,
	measureDirections,
	measureFrequencies,
	measureKinds,
	projectStatuses,
	strategyStatuses,
} from './values.ts';

export const projectStatusSchema = z.enum(projectStatuses);
export const confidenceSchema = z.enum(confidences);

/** A dated status comment. `by` is who made it, in the words to be printed. */
export const updateSchema = record({
	id: idSchema,
	at: z.union([daySchema, instantSchema]),
	by: textSchema.optional(),
	meeting: idSchema.optional(),
	status: projectStatusSchema.optional(),
	confidence: confidenceSchema.optional(),
	note: textSchema.optional(),
});

export const prioritySchema = record({
	id: idSchema,
	rank: z.int().positive(),
	title: textSchema,
	summary: textSchema.optional(),
	aims: listOf(statementSchema),
	workStream: record({title: textSchema, aims: listOf(statementSchema)}).optional(),
	updates: listOf(updateSchema).optional(),
});

export const strategyStatusSchema = z.enum(strategyStatuses);

/** A year, a half, a quarter or a month, as indicators are read: `2027`, `2027-H1`, `2027-Q3`, `2027-04`. */
const readingPeriodSchema = z
	.string()
	.regex(
		/^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/,
		'expected a period such as 2027, 2027-H1, 2027-Q3 or 2027-04',
	);

/** An indicator of whether the strategy works: what is counted, which way is better, targets and readings. */
const measureSchema = record({
	id: idSchema,
	title: textSchema,
	text: textSchema.optional(),
	objective: idSchema.optional(),
	priority: idSchema.optional(),
	owner: textSchema.optional(),
	unit: textSchema.optional(),
	/** Which way is better. */
	better: z.enum(measureDirections),
	frequency: z.enum(measureFrequencies),
	kind: z.enum(measureKinds),
	/** How far short of the target is still amber, in the measure's unit; beyond it is red. */
	tolerance: z.number().nonnegative().optional(),
	targets: boundedList(record({period: readingPeriodSchema, value: z.number()}), 200),
	readings: boundedList(
		record({
			id: idSchema,
			period: readingPeriodSchema,
			value: z.number(),
			/** Still to be confirmed by whoever counts. */
			provisional: z.boolean().optional(),
			note: textSchema.optional(),
			at: instantSchema.optional(),
			by: textSchema.optional(),
		}),
		1000,
	),
});

/** One step of a scale on which projects are held against criteria; `value` is what it counts for. */
const scaleStepSchema = record({id: idSchema, title: textSchema, value: z.number()});

export const strategySchema = record({
	id: idSchema,
	title: textSchema,
	status: strategyStatusSchema,
	period: periodSchema,
	summary: textSchema.optional(),
	source: textSchema.optional(),
	/** What the organisation concludes of it once it is over, for the retrospective review. */
	conclusion: textSchema.optional(),
	/** Part of the policy framework, which only full council adopts (LGA 2000 s.9D; SI 2000/2853 reg 4). */
	policyFramework: z.boolean().optional(),
	/** The decision by which it was adopted, and the strategy that it follows. */
	adoptedBy: idSchema.optional(),
	follows: idSchema.optional(),
	objectives: listOf(statementSchema),
	/** `weight` is what a criterion counts for among the others when candidates are ranked; absent is 1. */
	criteria: listOf(
		record({
			id: idSchema,
			title: textSchema,
			text: textSchema,
			weight: z.number().nonnegative().max(1000).optional(),
		}),
	),
	/** The steps by which criteria are scored; absent is not met, partly met, met. */
	scale: boundedList(scaleStepSchema, 20).optional(),
	principles: listOf(statementSchema),
	domains: listOf(record({id: idSchema, title: textSchema, summary: textSchema.optional()})),
	priorities: listOf(prioritySchema),
	measures: boundedList(measureSchema, 500).optional(),
	/** The risks to the strategy as a whole (a corporate register), with the words for the steps of its scales. */
	risks: boundedList(riskSchema, 500).optional(),
	riskLabels: record({
		likelihood: scoreLabelsSchema.optional(),
		impact: scoreLabelsSchema.optional(),
	}).optional(),
	updates: listOf(updateSchema).optional(),
	private: privateSchema.optional(),
});

export type Update = z.infer<typeof updateSchema>;
export type Priority = z.infer<typeof prioritySchema>;
export type Measure = z.infer<typeof measureSchema>;
export type Strategy = z.infer<typeof strategySchema>;
