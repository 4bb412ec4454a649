import {hash} from 'node:crypto';
import canonicalize from 'canonicalize';
import type {Collection, Database, Entry} from '../schema/index.ts';
import {collections} from '../schema/index.ts';
import {find} from './patch.ts';

/** SHA-256 of a text in hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256 of a value in canonical form (RFC 8785), behind a salt. */
const digest = (salt: string, value: unknown): string => sha256(salt + (canonicalize(value) ?? ''));

/** The digest that stands in for an entry's changes and effects. */
export const payloadDigest = ({
	salt = '',
	changes,
	effects,
}: Pick<Entry, 'salt' | 'changes' | 'effects'>): string => digest(salt, {changes, effects});

/** The digest of the record at `path` as it is now; null when there is none. */
export function recordDigest(database: Database, path: string, salt: string): string | null {
	const record = find(database, path);
	return record ? digest(salt, record) : null;
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
