import {reject, type Rejection} from '../rejection.ts';
import type {Actor, Database, Entry} from '../schema/index.ts';
import {schemaVersion} from '../schema/values.ts';
import {takenBack, undoneBy} from '../log/standing.ts';
import {ruleOf} from './index.ts';

/** Why an act may not be undone, or undefined when it may. Whether its effects still hold is seen on applying. */
export function refuseUndo(
	database: Database,
	entry: Entry,
	gone = takenBack(database.log),
): Rejection | undefined {
	const {revision} = entry;
	if (!entry.changes || !entry.effects) return reject('state', `revision ${revision} was redacted`);
	// Its effects tell of records in a shape that they no longer have.
	if (entry.schemaVersion !== schemaVersion) {
		return reject(
			'state',
			`revision ${revision} was recorded before the database was brought to schema ${schemaVersion}: what it did stands`,
		);
	}
	const fixed = entry.changes.find((change) => !ruleOf(change.kind)?.undoable);
	if (fixed) {
		return reject(
			'state',
			fixed.kind === 'decision/record' || fixed.kind === 'decision/take'
				? `revision ${revision} holds a decision: correct it or retract it instead`
				: `revision ${revision} (${fixed.kind}) cannot be undone`,
		);
	}
	if (gone.has(revision)) return reject('state', `revision ${revision} has been undone already`);
	const settled = minutedIn(entry).flatMap(
		(id) => database.meetings.find((meeting) => meeting.id === id) ?? [],
	);
	const approved = settled.find(
		({minutes}) => minutes?.status === 'approved' || minutes?.status === 'signed',
	);
	return approved
		? reject(
				'state',
				`revision ${revision} stands in the minutes of ${approved.id}, which are ${approved.minutes?.status}`,
			)
		: undefined;
}

/** The meetings whose minutes tell of an act: the one that it was made in, and those that it altered. */
const minutedIn = ({during, effects = []}: Entry): string[] => [
	...(during ? [during.meeting] : []),
	...effects.flatMap(({record, field, to}) => {
		const [collection, id = ''] = record.split('/');
		if (collection === 'meetings') return [id];
		const placed =
			field === undefined ? (to as {meeting?: string} | undefined)?.meeting : undefined;
		return collection === 'actions' && placed !== undefined ? [placed] : [];
	}),
];

/** Whether an act is one's own: of this session, or in another of the same person, else of the same user under the same name. */
export const isOwnAct = (
	entry: Entry,
	{session, actor}: {session: string; actor: Pick<Actor, 'user' | 'name' | 'person'>},
): boolean =>
	entry.session === session ||
	(entry.actor.user === actor.user &&
		entry.actor.person === actor.person &&
		(actor.person !== undefined || entry.actor.name === actor.name));

/** The newest act of a session that `u` would take back; undos themselves are stepped over. */
export function lastUndoable(database: Database, session: string): Entry | undefined {
	const gone = takenBack(database.log);
	return database.log.findLast(
		(entry) =>
			entry.session === session &&
			undoneBy(entry) === undefined &&
			!refuseUndo(database, entry, gone),
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
	// What was archived is too old to be brought back.
	return target === undefined || undoneBy(target) !== undefined;
}
