import {z} from 'zod';
import {daySchema, idSchema, periodSchema, privateSchema, record, textSchema} from './common.ts';

/**
 * What is kept from the public, and why: paragraphs 1 to 7 of Schedule 12A to the Local Government Act 1972,
 * confidential information (s.100A(2)), or a ground in the board's own words. `title` and `summary` are what the public
 * is told instead (s.100C).
 */
export const exemptSchema = record({
	paragraphs: z.array(z.int().min(1).max(15)),
	/** Confidential by law, which excludes without a resolution (LGA 1972 s.100A(2); SI 2012/2089 reg 4(2)(a)). */
	confidential: z.boolean().optional(),
	/** Why it is private, where no paragraph says so: for boards whose own rules decide. */
	ground: textSchema.optional(),
	title: textSchema.optional(),
	summary: textSchema.optional(),
});

/** The paper behind an item. */
export const reportSchema = record({
	id: idSchema,
	title: textSchema,
	reference: textSchema.optional(),
	date: z.union([daySchema, periodSchema]).optional(),
	author: textSchema.optional(),
	/** The board that is asked to decide. */
	board: idSchema.optional(),
	/** Whether the decision asked for is a key decision, and by which limb of the definition (SI 2012/2089 reg 8). */
	key: z.boolean().optional(),
	keyReason: textSchema.optional(),
	/** The day from which the public could read it. */
	publishedOn: daySchema.optional(),
	/** The state of the database that it speaks of, frozen when it was published. */
	asAt: record({date: daySchema, revision: z.int().nonnegative()}).optional(),
	exempt: exemptSchema.optional(),
	summary: textSchema.optional(),
	recommendations: z.array(textSchema),
	reasons: textSchema.optional(),
	alternatives: textSchema.optional(),
	consultation: textSchema.optional(),
	scrutiny: textSchema.optional(),
	implications: z.array(record({heading: textSchema, text: textSchema})).optional(),
	appendices: z.array(textSchema).optional(),
	backgroundPapers: textSchema.optional(),
	private: privateSchema.optional(),
});

export type Exempt = z.infer<typeof exemptSchema>;
export type Report = z.infer<typeof reportSchema>;
