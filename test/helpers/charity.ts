// A charity by its own rules, from the sample: a board of six trustees, whose meeting M-3 is announced.
import {readFileSync} from 'node:fs';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';

/** The charity, with another rule or two of its board's. */
export function charity(rules: Database['boards'][number]['rules'] = {}): Database {
	const database = databaseSchema.parse(
		JSON.parse(
			readFileSync(new URL('../../data/riverside-charity.json', import.meta.url), 'utf8'),
		) as unknown,
	);
	return {
		...database,
		boards: database.boards.map((board) => ({...board, rules: {...board.rules, ...rules}})),
	};
}
