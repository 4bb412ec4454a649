import type {Entry} from '../schema/index.ts';

/** The revision that an entry undoes, when it is an undo whose change still stands in the log. */
export function undoneBy(entry: Entry): number | undefined {
	const change = entry.changes?.[0];
	return change?.kind === 'undo' ? (change['revision'] as number) : undefined;
}

/** What the undos that were redacted had undone: the redaction noted it, or their acts would count again. */
const undoneByRedacted = (log: readonly Entry[]): Map<number, number> =>
	new Map(
		log.flatMap(({redacts = []}) =>
			redacts.flatMap(({revision, undid}): [number, number][] =>
				undid === undefined ? [] : [[revision, undid]],
			),
		),
	);

/** Acts on the log itself or on the shape of every record, which no restoration takes back. */
export const isLasting = ({redacts, archives, changes}: Entry): boolean =>
	redacts !== undefined ||
	archives !== undefined ||
	Boolean(changes?.some(({kind}) => kind === 'database/migrate'));

/**
 * The revisions whose effects were taken back: an undo takes them away unless it was itself undone, and
 * a restoration all since the state that it brought back. One pass over the log, however long.
 */
export function takenBack(log: readonly Entry[]): ReadonlySet<number> {
	let gone = known.get(log);
	if (!gone) {
		gone = findTakenBack(log);
		known.set(log, gone);
	}
	return gone;
}

/** A log is never altered, only replaced by a longer one; screens ask of the same one with every key. */
const known = new WeakMap<readonly Entry[], ReadonlySet<number>>();

function findTakenBack(log: readonly Entry[]): Set<number> {
	const gone = new Set<number>();
	const redacted = undoneByRedacted(log);
	for (const entry of log.toReversed()) {
		const {revision, restores = revision} = entry;
		if (gone.has(revision)) continue;
		const target = undoneBy(entry) ?? redacted.get(revision);
		if (target !== undefined) gone.add(target);
		if (restores >= revision - 1) continue;
		for (const later of log) {
			const isSince = later.revision > restores && later.revision < revision;
			if (isSince && !isLasting(later)) gone.add(later.revision);
		}
	}
	return gone;
}

/** The undo, or the restoration, that took an act back for now; undefined when it stands. */
export function takenBackBy(log: readonly Entry[], revision: number): number | undefined {
	const gone = takenBack(log);
	if (!gone.has(revision)) return undefined;
	return log.findLast(
		(entry) =>
			!gone.has(entry.revision) &&
			(undoneBy(entry) === revision ||
				(entry.restores !== undefined && entry.restores < revision && revision < entry.revision)),
	)?.revision;
}

/** The entries whose effects stand, oldest first; undos and restorations themselves are left out. */
export function standing(log: readonly Entry[]): Entry[] {
	const gone = takenBack(log);
	return log.filter(
		(entry) =>
			undoneBy(entry) === undefined && entry.restores === undefined && !gone.has(entry.revision),
	);
}
