import {reject, type Rejection} from '../rejection.ts';
import type {Database, Entry} from '../schema/index.ts';
import {type Change, ruleOf} from './index.ts';

/** The revision that an entry undoes, when it is an undo. */
export function undoneBy(entry: Entry): number | undefined {
	const change = entry.changes?.[0];
	return change?.kind === 'undo' ? (change as Change & {kind: 'undo'}).revision : undefined;
}

/** Whether an entry's effects are in force: a newer undo that is itself in force takes them away. */
export function inForce(log: readonly Entry[], entry: Entry): boolean {
	return !log.some(
		(later) =>
			later.revision > entry.revision && undoneBy(later) === entry.revision && inForce(log, later),
	);
}

/** Why an act may not be undone, or undefined when it may. Whether its effects still hold is seen on applying. */
export function undoable(database: Database, entry: Entry): Rejection | undefined {
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
	if (!inForce(database.log, entry))
		return reject('state', `revision ${revision} has been undone already`);
	return undefined;
}

/** The newest act of a session that `u` would take back; undos themselves are stepped over. */
export function lastUndoable(database: Database, session: string): Entry | undefined {
	return database.log.findLast(
		(entry) =>
			entry.session === session && undoneBy(entry) === undefined && !undoable(database, entry),
	);
}

/**
 * What redo brings back: the newest undo of a session that is in force, as long as the session has
 * done nothing new since.
 */
export function lastRedoable(database: Database, session: string): Entry | undefined {
	const own = database.log.filter((entry) => entry.session === session);
	const newest = own.findLastIndex((entry) => undoneBy(entry) === undefined);
	return own
		.slice(newest + 1)
		.findLast((entry) => inForce(database.log, entry) && !isRedo(database, entry));
}

/** Whether an undo took back an undo. */
function isRedo(database: Database, entry: Entry): boolean {
	const target = database.log.find(({revision}) => revision === undoneBy(entry));
	return target !== undefined && undoneBy(target) !== undefined;
}
