import {z} from 'zod';
import {databaseSchema} from './database.ts';

/** What a schema describes once "may be absent" is taken away. */
function bare(schema: unknown): unknown {
	return schema instanceof z.ZodOptional ? bare(schema.unwrap()) : schema;
}

function child(schema: unknown, part: string): unknown {
	const within = bare(schema);
	if (within instanceof z.ZodArray) return within.element;
	if (within instanceof z.ZodObject) return within.shape[part];
	return undefined;
}

/** The schema of the top-level record at `path` (`projects/P1-04`, `rules`), or undefined. */
export function recordSchema(path: string): z.ZodType | undefined {
	return bare(path.split('/').reduce<unknown>(child, databaseSchema)) as z.ZodType | undefined;
}
