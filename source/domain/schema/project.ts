import {z} from 'zod';
import {
	boundedList,
	daySchema,
	idSchema,
	listOf,
	moneySchema,
	privateSchema,
	record,
	textSchema,
} from './common.ts';
import {riskSchema} from './risk.ts';
import {confidenceSchema, projectStatusSchema, updateSchema} from './strategy.ts';
import {requestFates} from './values.ts';

/**
 * A step of a project. `original` is the first date that was approved and is kept for ever; `approved` the one in
 * force, `forecast` what is expected now, `achieved` when it was reached.
 */
const milestoneSchema = record({
	id: idSchema,
	title: textSchema,
	original: daySchema.optional(),
	approved: daySchema.optional(),
	forecast: daySchema.optional(),
	achieved: daySchema.optional(),
	note: textSchema.optional(),
});

/** What a field that needs an approver may hold: a day, a state or another text, a number, a sum. */
const valueSchema = z.union([textSchema, z.number(), moneySchema]);

/** What was decided of a field and is not in effect yet: an executive decision waits for call-in. */
const pendingSchema = record({
	id: idSchema,
	/** The field, or a milestone's as `milestones/MS-2/approved`. */
	field: textSchema,
	value: valueSchema.optional(),
	decision: idSchema,
	effectiveOn: daySchema.optional(),
});

export const projectSchema = record({
	id: idSchema,
	title: textSchema,
	summary: textSchema.optional(),
	priority: idSchema,
	status: projectStatusSchema,
	confidence: confidenceSchema.optional(),
	/** Confidence in time, cost and benefits apart, where a board asks for them. */
	confidences: record({
		time: confidenceSchema.optional(),
		cost: confidenceSchema.optional(),
		benefits: confidenceSchema.optional(),
	}).optional(),
	/** Why it is not green, and the way back to green. */
	wayBack: textSchema.optional(),
	/** Where it stands in the organisation's own stages (outline case, procurement …). */
	stage: textSchema.optional(),
	owner: textSchema.optional(),
	sponsor: textSchema.optional(),
	/** The member in whose portfolio it lies: a person's id, or a post in plain words. */
	portfolioHolder: textSchema.optional(),
	supplier: textSchema.optional(),
	start: daySchema.optional(),
	/** The approved end; `originalDue` the first that was approved, `forecastDue` the one expected now. */
	due: daySchema.optional(),
	originalDue: daySchema.optional(),
	forecastDue: daySchema.optional(),
	money: record({
		/** The first sum that was approved, kept for ever. */
		original: moneySchema.optional(),
		approved: moneySchema.optional(),
		forecast: moneySchema.optional(),
		spent: moneySchema.optional(),
	}).optional(),
	domains: z.array(idSchema).optional(),
	objectives: z.array(idSchema).optional(),
	/** By criterion: a step of the strategy's scale. */
	criteria: z.record(idSchema, idSchema).optional(),
	dependsOn: z.array(idSchema).optional(),
	milestones: boundedList(milestoneSchema, 200).optional(),
	risks: boundedList(riskSchema, 200).optional(),
	pending: boundedList(pendingSchema, 100).optional(),
	updates: listOf(updateSchema),
	/** The project of an earlier strategy that this one carries on. */
	carriesOn: idSchema.optional(),
	private: privateSchema.optional(),
});

/** A change of a project that somebody has to approve, with why it is asked for and what it does to others. */
export const requestSchema = record({
	id: idSchema,
	project: idSchema,
	/** The field, or a milestone's as `milestones/MS-2/approved`. */
	field: textSchema,
	from: valueSchema.optional(),
	to: valueSchema.optional(),
	reason: textSchema,
	effects: record({
		cost: textSchema.optional(),
		benefits: textSchema.optional(),
		dependants: textSchema.optional(),
	}).optional(),
	askedBy: textSchema,
	askedOn: daySchema,
	/** The board that is to approve it. */
	board: idSchema.optional(),
	fate: z.enum(requestFates),
	decision: idSchema.optional(),
	private: privateSchema.optional(),
});

export type Milestone = z.infer<typeof milestoneSchema>;
export type Pending = z.infer<typeof pendingSchema>;
export type Project = z.infer<typeof projectSchema>;
export type Request = z.infer<typeof requestSchema>;
