import {entryHash, payloadDigest, recordDigest} from '../log/chain.ts';
import {collections, type Database, type Entry} from '../schema/index.ts';
import {count} from '../words.ts';
import {recordWords} from '../words.ts';
import {type Problem} from './problem.ts';

/**
 * Whether the log is whole and whether every record is as the log left it. An empty log is fine: the
 * database has not been adopted yet. What a redacted entry alone vouches for cannot be proved.
 */
export function checkLog(database: Database): Problem[] {
	const {log, revision} = database;
	const last = log.at(-1)?.revision ?? 0;
	const broken = firstBreak(log);
	if (broken) return [broken, ...recordProblems(database)];
	if (revision === last) return recordProblems(database);
	const message =
		revision > last
			? `the database is at revision ${revision}, but its log ${last === 0 ? 'is empty' : `ends at revision ${last}`}: ${count(revision - last, 'entry is', 'entries are')} missing`
			: `the database is at revision ${revision}, but its log goes on to revision ${last}`;
	return [{path: ['revision'], message}, ...recordProblems(database)];
}

/** The first entry that was altered, that stands in the wrong place, or before which one is missing. */
function firstBreak(log: readonly Entry[]): Problem | undefined {
	for (const [index, entry] of log.entries()) {
		const message =
			misplaced(log, index, entry) ?? altered(entry) ?? unlinked(entry, log[index - 1]);
		if (message) return {path: ['log', index], message};
	}
	return undefined;
}

function misplaced(log: readonly Entry[], index: number, {revision}: Entry): string | undefined {
	const expected = index + 1;
	if (revision === expected) return undefined;
	if (log.some((later, at) => at > index && later.revision === expected)) {
		return `the log was reordered: revision ${revision} stands where revision ${expected} belongs`;
	}
	return revision > expected
		? `the log lacks revision ${expected}: revision ${revision} follows ${index === 0 ? 'nothing' : `revision ${index}`}`
		: `revision ${revision} stands in the log a second time, where revision ${expected} belongs`;
}

const isRedacted = ({changes, effects, salt}: Entry): boolean =>
	changes === undefined && effects === undefined && salt === undefined;

function altered(entry: Entry): string | undefined {
	const {revision} = entry;
	if (entryHash(entry) !== entry.hash) return `revision ${revision} of the log was altered`;
	return isRedacted(entry) || payloadDigest(entry) === entry.payload
		? undefined
		: `revision ${revision} of the log was altered: its changes and effects are not those that were recorded`;
}

function unlinked({revision, previousHash}: Entry, previous: Entry | undefined) {
	if (previousHash === (previous?.hash ?? null)) return undefined;
	return previous
		? `revision ${revision} of the log does not follow from revision ${previous.revision}: one of the two was replaced`
		: `revision ${revision} of the log follows an entry that is missing`;
}

type Vouched = {digest: string | null; revision: number; salt: string | undefined};

/** Records that are not as the newest entry that touched them left them. */
function recordProblems(database: Database): Problem[] {
	if (database.log.length === 0) return [];
	const newest = new Map<string, Vouched>();
	for (const {records, revision, salt} of database.log) {
		for (const [path, digest] of Object.entries(records))
			newest.set(path, {digest, revision, salt});
	}
	const problems = everyRecord(database).flatMap(({path, name, key, record}): Problem[] => {
		const vouched = newest.get(key);
		newest.delete(key);
		if (!vouched || vouched.digest === null) {
			return [{path, message: `${name} was added outside Boardwalk: the log does not know it`}];
		}
		const {digest, revision, salt} = vouched;
		return salt === undefined || recordDigest(record, salt) === digest
			? []
			: [{path, message: `${name} was altered outside Boardwalk since revision ${revision}`}];
	});
	const gone = [...newest].flatMap(([key, {digest, revision}]): Problem[] => {
		const [collection = '', id = ''] = key.split('/');
		const name =
			`${recordWords[collection as keyof typeof recordWords] ?? collection} ${id}`.trim();
		return digest === null
			? []
			: [
					{
						path: [collection],
						message: `${name} was removed outside Boardwalk since revision ${revision}`,
					},
				];
	});
	return [...problems, ...gone];
}

const everyRecord = (database: Database) => [
	...(['organisation', 'rules'] as const).map((name) => ({
		path: [name],
		name: `the record “${name}”`,
		key: name as string,
		record: database[name] as unknown,
	})),
	...collections.flatMap((collection) =>
		database[collection].map((record, index) => ({
			path: [collection, index],
			name: `${recordWords[collection]} ${record.id}`,
			key: `${collection}/${record.id}`,
			record: record as unknown,
		})),
	),
];
