import {reject, type Rejection} from '../rejection.ts';
import type {Database, Entry} from '../schema/index.ts';
import {type Change, ruleOf} from './index.ts';

/** The revision that an entry undoes, when it is an undo. */
export function undoneBy(entry: Entry): number | undefined {
	const change = entry.changes?.[0];
	return change?.kind === 'undo' ? (change as Change & {kind: 'undo'}).revision : undefined;
}

/**
 * The revisions whose effects were taken back: an undo takes them away unless it was itself undone. One
 * pass over the log, however long.
 */
export function takenBack(log: readonly Entry[]): Set<number> {
	const gone = new Set<number>();
	for (const entry of log.toReversed()) {
		const target = undoneBy(entry);
		if (target !== undefined && !gone.has(entry.revision)) gone.add(target);
	}
	return gone;
}

/** The entries whose effects stand, oldest first; undos themselves are left out. */
export function standing(log: readonly Entry[]): Entry[] {
	const gone = takenBack(log);
	return log.filter((entry) => undoneBy(entry) === undefined && !gone.has(entry.revision));
}

/** Why an act may not be undone, or undefined when it may. Whether its effects still hold is seen on applying. */
export function undoable(
	database: Database,
	entry: Entry,
	gone = takenBack(database.log),
): Rejection | undefined {
	const {revision} = entry;
	if (!entry.changes || !entry.effects) return reject('state', `revision ${revision} was redacted`);
	const fixed = entry.changes.find((change) => !ruleOf(change.kind)?.undoable);
	if (fixed) {
		return reject(
			'state',
			fixed.kind === 'decision/record'
				? `revision ${revision} holds a decision: correct it or retract it instead`
				: `revision ${revision} (${fixed.kind}) cannot be undone`,
		);
	}
	return gone.has(revision)
		? reject('state', `revision ${revision} has been undone already`)
		: undefined;
}

/** The newest act of a session that `u` would take back; undos themselves are stepped over. */
export function lastUndoable(database: Database, session: string): Entry | undefined {
	const gone = takenBack(database.log);
	return database.log.findLast(
		(entry) =>
			entry.session === session &&
			undoneBy(entry) === undefined &&
			!undoable(database, entry, gone),
	);
}

/**
 * What redo brings back: the newest undo of a session that is in force, as long as the session has
 * done nothing new since.
 */
export function lastRedoable(database: Database, session: string): Entry | undefined {
	const gone = takenBack(database.log);
	const own = database.log.filter((entry) => entry.session === session);
	const newest = own.findLastIndex((entry) => undoneBy(entry) === undefined);
	return own
		.slice(newest + 1)
		.findLast((entry) => !gone.has(entry.revision) && !isRedo(database, entry));
}

/** Whether an undo took back an undo. */
function isRedo(database: Database, entry: Entry): boolean {
	const target = database.log.find(({revision}) => revision === undoneBy(entry));
	return target !== undefined && undoneBy(target) !== undefined;
}
