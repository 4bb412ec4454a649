import {z} from 'zod';
import {boundedList, daySchema, idSchema, record, textSchema} from './common.ts';
import {riskResponses} from './values.ts';

const stepSchema = z.int().min(1).max(5);

/** How likely something is and how much it would matter, 1 to 5 each, and the day on which that was judged. */
const scoreSchema = record({
	likelihood: stepSchema,
	impact: stepSchema,
	on: daySchema.optional(),
});

/** The words for 1 to 5, in that order. */
export const scoreLabelsSchema = z
	.array(textSchema)
	.length(5, {error: 'expected five words, for 1 to 5'});

/**
 * A risk: because of a cause an event may happen, with an effect. Scores are inherent (without controls), current
 * and target. Controls are in place; actions are still to be taken.
 */
export const riskSchema = record({
	id: idSchema,
	event: textSchema,
	cause: textSchema.optional(),
	effect: textSchema.optional(),
	inherent: scoreSchema.optional(),
	current: scoreSchema.optional(),
	target: scoreSchema.optional(),
	/** The day from which it may happen. */
	proximity: daySchema.optional(),
	response: z.enum(riskResponses).optional(),
	owner: textSchema.optional(),
	controls: boundedList(record({id: idSchema, text: textSchema}), 100).optional(),
	actions: boundedList(
		record({
			id: idSchema,
			text: textSchema,
			owner: textSchema.optional(),
			due: daySchema.optional(),
			doneOn: daySchema.optional(),
		}),
		100,
	).optional(),
	/** The day by which it is to be looked at again. */
	reviewOn: daySchema.optional(),
	/** The day on which it came true and became an issue, and the day on which it was closed. */
	cameTrueOn: daySchema.optional(),
	closedOn: daySchema.optional(),
});

export type Score = z.infer<typeof scoreSchema>;
export type Risk = z.infer<typeof riskSchema>;
