import {z} from 'zod';
import {databaseSchema} from './database.ts';

/**
 * The database's shape as JSON Schema, for editors: completion and marks while somebody writes a
 * database by hand. What only code can say (references, the log's chain) is `boardwalk check`'s.
 */
export const jsonSchema = (): object => ({
	...z.toJSONSchema(databaseSchema, {io: 'input', unrepresentable: 'any', reused: 'ref'}),
	title: 'Boardwalk strategy database',
});
