import canonicalize from 'canonicalize';
import type {Collection, Database, Entry} from '../schema/index.ts';
import {collections} from '../schema/values.ts';
import {find} from './patch.ts';

/** SHA-256 of a text in hexadecimal. */
export const sha256 = (text: string): string =>
	// Node's hashing is loaded with the first digest: who only reads needs none.
	process.getBuiltinModule('node:crypto').hash('sha256', text, 'hex');

/** SHA-256 of a value in canonical form (RFC 8785), behind a salt. */
function digest(salt: string, value: unknown): string {
	let canonical: string | undefined;
	try {
		canonical = canonicalize(value);
	} catch (error) {
		throw new Undigestible(error instanceof Error ? error.message : String(error));
	}
	return sha256(salt + (canonical ?? ''));
}

/** A value that has no canonical form: a field of which no schema knows holds 1e999 or half a character. */
export class Undigestible extends Error {
	override name = 'Undigestible';
}

/** The digest that stands in for an entry's changes and effects. */
export const payloadDigest = ({
	salt = '',
	changes,
	effects,
}: Pick<Entry, 'salt' | 'changes' | 'effects'>): string => digest(salt, {changes, effects});

/** The digest of a record, as the `records` of a log entry with that salt hold it. */
export const recordDigest = (record: unknown, salt: string): string => digest(salt, record);

/** SHA-256 of a document's content in canonical form, for its seal. Needs no salt: what is sealed is published. */
export const contentDigest = (content: unknown): string => digest('', content);

/** The digest of the record at each path as it is now; null where there is none. */
export function recordDigests(
	database: Database,
	paths: readonly string[],
	salt: string,
): Record<string, string | null> {
	// Looking for each of 10,000 records in a list of 10,000 takes seconds; an index does not.
	const index = new Map<string, unknown>(
		paths.length < 100
			? []
			: collections.flatMap((collection) =>
					database[collection].map((record) => [`${collection}/${record.id}`, record]),
				),
	);
	return Object.fromEntries(
		paths.map((path) => {
			const record = index.get(path) ?? find(database, path);
			return [path, record ? digest(salt, record) : null];
		}),
	);
}

/** An entry's own hash, which covers the previous one and so the whole log before it. */
export function entryHash(entry: Omit<Entry, 'hash'> & {hash?: string}): string {
	const {changes: _changes, effects: _effects, salt: _salt, hash: _hash, ...covered} = entry;
	return digest('', covered);
}

/** The path of the top-level record that a path lies in: `meetings/M-2/agenda/I-3` → `meetings/M-2`. */
export function topRecord(path: string): string {
	const [collection = '', id] = path.split('/');
	return id !== undefined && collections.includes(collection as Collection)
		? `${collection}/${id}`
		: collection;
}

/** The path of every record in the database. */
export const allRecords = (database: Database): string[] => [
	'organisation',
	'rules',
	...collections.flatMap((collection) => database[collection].map(({id}) => `${collection}/${id}`)),
];
