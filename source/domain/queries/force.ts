import {undoneBy} from '../changes/undo.ts';
import type {Entry} from '../schema/index.ts';

/**
 * The entries whose effects stand, oldest first, undos themselves left out: what was taken back and
 * not brought again is gone. One pass over the log, however long.
 */
export function standing(log: readonly Entry[]): Entry[] {
	const undone = new Set<number>();
	const found: Entry[] = [];
	for (const entry of log.toReversed()) {
		const target = undoneBy(entry);
		const stands = !undone.has(entry.revision);
		if (target === undefined && stands) found.push(entry);
		if (target !== undefined && stands) undone.add(target);
	}
	return found.toReversed();
}
