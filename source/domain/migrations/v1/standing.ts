import type {V1Entry} from './schema/index.ts';

function undoneBy({changes}: V1Entry): number | undefined {
	const change = changes?.[0];
	return change?.kind === 'undo' ? (change['revision'] as number) : undefined;
}

/** What the undos that were redacted had undone. */
const undoneByRedacted = (log: readonly V1Entry[]): Map<number, number> =>
	new Map(
		log.flatMap(({redacts = []}) =>
			redacts.flatMap(({revision, undid}): [number, number][] =>
				undid === undefined ? [] : [[revision, undid]],
			),
		),
	);

/** The revisions whose effects were taken back, by an undo that stands or by a restoration. */
function takenBack(log: readonly V1Entry[]): Set<number> {
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
			const isLasting = later.redacts !== undefined || later.archives !== undefined;
			if (isSince && !isLasting) gone.add(later.revision);
		}
	}
	return gone;
}

/** The entries whose effects stand, oldest first; undos and restorations themselves are left out. */
export function standing(log: readonly V1Entry[]): V1Entry[] {
	const gone = takenBack(log);
	return log.filter(
		(entry) =>
			undoneBy(entry) === undefined && entry.restores === undefined && !gone.has(entry.revision),
	);
}
