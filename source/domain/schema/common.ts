import {z} from 'zod';
import {refinements} from './refinements.ts';
import {longestText} from './values.ts';

/**
 * Every record is "loose": keys that this version does not know are kept, so that a newer version's
 * or a council's own fields survive being opened and saved here.
 */
export const record = z.looseObject;

/** Speakable and citable, and free of '/', which separates the parts of a record's path. */
export const idSchema = z
	.string()
	.regex(
		/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
		'expected an id such as P1-04 (letters, digits, . _ -)',
	);

/** Text must be well-formed Unicode: RFC 8785, which the log's hashes rest on, has no form for less. */
export const textSchema = z.string().refine(refinements.wellFormed, {
	error: 'holds half of a Unicode character (a lone surrogate)',
});

/** A text that somebody enters: as `textSchema`, and of bounded length. */
export const enteredTextSchema = textSchema.refine(refinements.bounded, {
	error: ({input}) =>
		`has ${String(input).length.toLocaleString('en-GB')} characters; the most is ${longestText.toLocaleString('en-GB')}`,
});

/** A text that somebody enters and that may not be blank. */
export const requiredTextSchema = enteredTextSchema.refine(refinements.filled, {
	error: 'is empty',
});

/** A calendar day, `YYYY-MM-DD`. */
export const daySchema = z.iso.date({error: 'expected a day such as 2026-10-12'});

/** An instant in UTC, such as `2026-11-22T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime({
	error: 'expected an instant such as 2026-11-22T09:30:00.000Z',
});

/** A wall-clock time in the organisation's time zone, such as `2026-11-22T09:30`. */
export const localTimeSchema = z.iso.datetime({
	local: true,
	precision: -1,
	error: 'expected a time such as 2026-11-22T09:30',
});

/** A year, a month or a day, as precise as the paper was. */
export const partialDateSchema = z.union(
	[z.string().regex(/^\d{4}$/), z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), daySchema],
	{error: 'expected a year, a month or a day, such as 2026, 2026-10 or 2026-10-12'},
);

/** First and last day of a span. */
export const periodSchema = record({from: partialDateSchema, to: partialDateSchema});

/** A list whose elements are found by their `id`. */
export const listOf = <Element extends z.ZodType>(element: Element) => z.array(element);

/** A list of a bounded number of elements: far more than any board has, and few enough to be drawn and searched. */
export const boundedList = <Element extends z.ZodType>(element: Element, most: number) =>
	z.array(element).max(most, {
		error: ({input}) => `has ${(input as unknown[]).length} elements; the most is ${most}`,
	});

/** An id and its wording: a corporate objective, a design principle, an aim. */
export const statementSchema = record({id: idSchema, text: textSchema});

/** ISO 4217, such as GBP. */
export const currencySchema = z
	.string()
	.regex(/^[A-Z]{3}$/, 'expected the code of a currency such as GBP');

/** A sum of money: its amount, the currency where one was named, and how the paper wrote it. */
export const moneySchema = record({
	amount: z.number().nonnegative(),
	currency: currencySchema.optional(),
	written: textSchema.optional(),
});

/**
 * Why a record that would be public by itself is kept from the public until somebody releases it: it was added
 * while an exempt item was before the room, or came in with a paper that is marked as private.
 */
export const privateSchema = record({
	meeting: idSchema.optional(),
	item: idSchema.optional(),
	why: textSchema.optional(),
});

export type Money = z.infer<typeof moneySchema>;
export type Private = z.infer<typeof privateSchema>;
