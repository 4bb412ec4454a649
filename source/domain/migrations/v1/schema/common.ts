import {z} from 'zod';

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
export const textSchema = z.string().refine((text) => text.isWellFormed(), {
	error: 'holds half of a Unicode character (a lone surrogate)',
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
const partialDateSchema = z.union([
	z.string().regex(/^\d{4}$/),
	z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
	daySchema,
]);

/** First and last day of a span. */
export const periodSchema = record({from: partialDateSchema, to: partialDateSchema});

/** A list whose elements are found by their `id`. */
export const listOf = <Element extends z.ZodType>(element: Element) => z.array(element);

/** An id and its wording: a corporate objective, a design principle, an aim. */
export const statementSchema = record({id: idSchema, text: textSchema});
