import type {z} from 'zod';
import {type Database, databaseSchema} from '../domain/schema/index.ts';
import {fit, reuse} from './fit.ts';

type Checked = {database: Database} | {issues: z.core.$ZodIssue[]};

/**
 * Checks a value against the schema: by the walker, and where that does not simply say yes, by zod, which knows
 * what is wrong. What is as in a `known` database is taken from there.
 */
export function validate(raw: unknown, known?: Database): Checked {
	const fitting = fit(raw, known) ?? (known && reuse(raw, known, accepted));
	if (fitting) return {database: fitting};
	// Compiling the validators pays from some thousand records on.
	const {data, error} = databaseSchema.safeParse(raw, {jitless: countRecords(raw) < 2000});
	return data ? {database: data} : {issues: error.issues};
}

const accepted = (raw: unknown): Database | undefined =>
	databaseSchema.safeParse(raw, {jitless: true}).data;

/** How many elements the lists of a database hold. */
const countRecords = (raw: unknown): number =>
	typeof raw === 'object' && raw !== null
		? Object.values(raw).reduce<number>(
				(sum, list) => sum + (Array.isArray(list) ? list.length : 0),
				0,
			)
		: 0;
