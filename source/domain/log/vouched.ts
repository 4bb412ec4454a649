import type {Collection, Database, Entry} from '../schema/index.ts';
import {collections} from '../schema/values.ts';
import {recordDigest} from './chain.ts';

/** What the newest entry that touched a record says of it, and where in the log that entry stands. */
type Vouched = {
	digest: string | null;
	revision: number;
	/** Gone with the rest of an entry that was redacted; then the digest proves nothing any more. */
	salt: string | undefined;
	index: number;
};

/** What the newest entry says of every record that the log knows, by path. */
export function vouched(log: readonly Entry[]): Map<string, Vouched> {
	const newest = new Map<string, Vouched>();
	for (const [index, {records, revision, salt}] of log.entries()) {
		for (const [path, digest] of Object.entries(records)) {
			newest.set(path, {digest, revision, salt, index});
		}
	}
	return newest;
}

/** Whether a record is as its newest entry left it; one that is not there is `undefined`. */
export function isVouched(record: unknown, said: Vouched | undefined): boolean {
	if (record === undefined) return !said || said.digest === null;
	if (!said || said.digest === null) return false;
	return said.salt === undefined || digestOf(record, said.salt) === said.digest;
}

/** Records are replaced, never altered, and most of them stay as they are from one act to the next. */
const digests = new WeakMap<object, {salt: string; digest: string}>();

function digestOf(record: unknown, salt: string): string {
	if (typeof record !== 'object' || record === null) return recordDigest(record, salt);
	const known = digests.get(record);
	if (known?.salt === salt) return known.digest;
	const digest = recordDigest(record, salt);
	digests.set(record, {salt, digest});
	return digest;
}

/**
 * The records that acts after a revision put on record as somebody had edited them by hand, each with the first
 * such act.
 */
export function adoptedSince(log: readonly Entry[], revision: number): Map<string, Entry> {
	const found = new Map<string, Entry>();
	for (const entry of log) {
		if (entry.revision <= revision) continue;
		for (const {kind, differ} of entry.changes ?? []) {
			if (kind !== 'database/adopt' && kind !== 'database/migrate') continue;
			for (const record of Array.isArray(differ) ? (differ as unknown[]) : []) {
				if (typeof record === 'string' && !found.has(record)) found.set(record, entry);
			}
		}
	}
	return found;
}

/** A record that is not as the log left it: by its path, and where it stands in the database. */
export type Divergence = {
	record: string;
	path: (string | number)[];
	how: 'altered' | 'added' | 'removed';
	/** The newest act that touched it, when there is one. */
	since?: number;
};

/**
 * The records that are not as the newest entry that touched them left them: somebody edited the file.
 * In a database without a log nothing differs: it has not been adopted yet.
 */
export function differences(database: Database, newest = vouched(database.log)): Divergence[] {
	if (database.log.length === 0) return [];
	const missing = new Map(newest);
	const found = everyRecord(database).flatMap(({key, path, record}): Divergence[] => {
		const said = newest.get(key);
		missing.delete(key);
		if (isVouched(record, said)) return [];
		return !said || said.digest === null
			? [{record: key, path, how: 'added'}]
			: [{record: key, path, how: 'altered', since: said.revision}];
	});
	const gone = [...missing].flatMap(([key, {digest, revision}]): Divergence[] =>
		digest === null
			? []
			: [{record: key, path: [key.split('/')[0] ?? ''], how: 'removed', since: revision}],
	);
	return [...found, ...gone];
}

type Held = {key: string; path: (string | number)[]; record: unknown};

/** Every record, with the path by which the log names it and where it stands in the database. */
export const everyRecord = (database: Database): Held[] => [
	...(['organisation', 'rules'] as const).map((name) => ({
		key: name,
		path: [name],
		record: database[name],
	})),
	...collections.flatMap((collection: Collection) =>
		database[collection].map((record, index) => ({
			key: `${collection}/${record.id}`,
			path: [collection, index],
			record,
		})),
	),
];
