import type {Entry} from '../schema/index.ts';

/**
 * The ids of acts by the log that holds them. Logs are long, and looking through one for each act would take
 * longer the longer a database is in use. A log shares its ids with those that go on from it, so there may
 * be more of them than its own, never fewer.
 */
const known = new WeakMap<readonly Entry[], Set<string>>();

/** The entry of an act that the log holds already. */
export function entryOf(log: readonly Entry[], act: string): Entry | undefined {
	let ids = known.get(log);
	if (!ids) {
		ids = new Set(log.map(({id}) => id));
		known.set(log, ids);
	}
	return ids.has(act) ? log.find(({id}) => id === act) : undefined;
}

/** A log that goes on with further entries. */
export function continued(log: readonly Entry[], added: readonly Entry[]): Entry[] {
	const longer = [...log, ...added];
	const ids = known.get(log);
	if (ids) {
		for (const {id} of added) ids.add(id);
		known.set(longer, ids);
	}
	return longer;
}
