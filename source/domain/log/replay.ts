import {same} from '../equal.ts';
import {bringForward} from '../migrations/index.ts';
import {counted} from '../queries/check.ts';
import type {Database, Effect, Entry} from '../schema/index.ts';
import {entryHash, payloadDigest, recordDigests} from './chain.ts';
import {holds, inverse, patch} from './patch.ts';

/**
 * Carries out again, on an earlier state of a database, the acts that followed it: from their log
 * entries, as far as each is whole, follows from the one before and leads to just the records that it
 * vouches for. Entries that the database has already are passed over. A database of an older version, as plain data, is
 * brought forward where its log says that it was.
 */
export function replay(database: Database, entries: readonly Entry[]): Database {
	let reached = database;
	for (const entry of entries) {
		if (entry.revision <= reached.revision) continue;
		const next = step(reached, entry);
		if (!next) break;
		reached = next;
	}
	return reached;
}

function step(database: Database, entry: Entry): Database | undefined {
	const {changes, effects, salt, revision, previousHash} = entry;
	const isNext =
		revision === database.revision + 1 && previousHash === (database.log.at(-1)?.hash ?? null);
	if (!isNext || !changes || !effects || salt === undefined) return undefined;
	if (entryHash(entry) !== entry.hash || payloadDigest(entry) !== entry.payload) return undefined;
	// What these did to the log itself cannot be told from their entries alone.
	if (entry.redacts || entry.archives) return undefined;
	let next = database;
	if (changes.some(({kind}) => kind === 'database/migrate')) {
		const forward = bringForward(database);
		if ('problem' in forward) return undefined;
		next = forward.database as Database;
	} else if (entry.schemaVersion !== database.schemaVersion) return undefined;
	for (const effect of effects) {
		if (!holds(next, inverse(effect))) return undefined;
		next = patch(next, effect);
	}
	if (!same(recordDigests(next, Object.keys(entry.records), salt), entry.records)) return undefined;
	return {
		...next,
		revision,
		counters: effects.reduce(raised, next.counters),
		log: [...database.log, entry],
	};
}

/** Counters, which no effect tells of, raised to the ids that an effect shows to have been given out. */
function raised(counters: Database['counters'], {record, field, to}: Effect) {
	const found = {...counters};
	const visit = (list: string, value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		if (Array.isArray(value)) {
			for (const element of value) visit(list, element);
			return;
		}
		const {id} = value as {id?: unknown};
		const prefix = Object.hasOwn(counted, list) ? (counted[list] ?? '') : '';
		const number = new RegExp(`^${prefix}-([1-9]\\d{0,14})$`).exec(String(id))?.[1];
		if (prefix !== '' && number) found[prefix] = Math.max(found[prefix] ?? 0, Number(number));
		for (const [name, inside] of Object.entries(value)) visit(name, inside);
	};
	visit(field ?? record.split('/').at(-2) ?? '', to);
	return found;
}
