import {z} from 'zod';
import {idSchema} from '../schema/common.ts';

const revisionSchema = z.int().positive();

/**
 * What a migration found of a seal that had been given out before: the minutes are put together in another
 * way after it, so that nobody can say later.
 */
export const fittedSchema = z.strictObject({
	meeting: idSchema,
	/** The seal's id among those of its meeting: `v1`. */
	seal: idSchema,
	/**
	 * Whether the minutes still were what had been sealed; `unknown-form`: a program that this one did not know had made
	 * the seal; `archived`: they drew on a part of the log that was not at hand.
	 */
	fits: z.union([z.boolean(), z.enum(['unknown-form', 'archived'])]),
	/** Where they were not: the acts that had altered them. */
	since: z.array(revisionSchema).optional(),
	/** … the records that no act had made what they were, and whether anything was left unexplained. */
	altered: z.array(z.string()).optional(),
	unexplained: z.literal(true).optional(),
});
export type Fitted = z.infer<typeof fittedSchema>;
