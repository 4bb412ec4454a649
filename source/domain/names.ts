import {find} from './log/patch.ts';
import type {Database} from './schema/index.ts';

/** How a record is named in sentences: id and title, as people say them (`P1-04 Telephony Enablement`). */
export function nameOf(database: Database, path: string): string {
	const record = find(database, path);
	const id = path.split('/').at(-1) ?? path;
	const title = record?.['title'] ?? record?.['name'];
	if (path.includes('/attendance/')) return personName(database, id);
	return typeof title === 'string' ? `${id} ${title}` : id;
}

/** A person's name by id; other text (a name in plain words) as it is. */
export const personName = (database: Database, id: string): string =>
	database.people.find((person) => person.id === id)?.name ?? id;
