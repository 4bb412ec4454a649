import {reject, type Rejection} from '../rejection.ts';
import type {Database} from '../schema/index.ts';
import {nearest} from '../words.ts';
import {lawOf} from './index.ts';
import type {Snippet} from './law.ts';

/** The wordings of a database: its own first, and the program's for every code it does not take. */
export function snippetsOf({rules}: Pick<Database, 'rules'>): Snippet[] {
	const own = rules.snippets ?? [];
	return [
		...own,
		...lawOf({rules}).snippets.filter(({id}) => own.every((snippet) => snippet.id !== id)),
	];
}

/** The wording behind a code, or which codes there are. */
export function snippet(database: Pick<Database, 'rules'>, code: string): Snippet | Rejection {
	const all = snippetsOf(database);
	const found = all.find(({id}) => id.toLowerCase() === code.toLowerCase());
	if (found) return found;
	const codes = all.map(({id}) => id);
	if (code === '') return reject('unknown', `type a code first: ${codes.join(', ')}`);
	const [near] = nearest(code, codes);
	return reject(
		'unknown',
		`there is no snippet “${code}”${near ? `; did you mean ${near}?` : `: ${codes.join(', ')}`}`,
	);
}
