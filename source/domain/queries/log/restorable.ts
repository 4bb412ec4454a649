import {redacted} from '../../changes/database.ts';
import {anchorOf} from '../../log/anchor.ts';
import {type Wanted, wantedFor} from '../../log/bring.ts';
import {find, patch} from '../../log/patch.ts';
import {isLasting, takenBack} from '../../log/standing.ts';
import {differences} from '../../log/vouched.ts';
import {ruleOf} from '../../changes/index.ts';
import type {Database, Entry} from '../../schema/index.ts';

/**
 * How a snapshot stands to a database:
 * - `earlier`: the database has gone on from it;
 * - `ahead`: it has gone on from the database, in whose place an older copy was put;
 * - `parted`: both have gone on from an earlier state, or it has no log that could tell;
 * - `foreign`: it is of another database.
 */
type Relation = 'earlier' | 'ahead' | 'parted' | 'foreign';

export function relationOf(present: Database, snapshot: Database): Relation {
	if (present.id !== snapshot.id) return 'foreign';
	if (holdsLast(present, snapshot)) return 'earlier';
	return holdsLast(snapshot, present) ? 'ahead' : 'parted';
}

/** Whether the newest entry of one database is in the log of another. */
function holdsLast({log}: Database, other: Database): boolean {
	const last = other.log.at(-1);
	if (!last) return false;
	const anchor = anchorOf(log);
	const entry =
		anchor?.revision === last.revision ? anchor : log.find((one) => one.revision === last.revision);
	return entry?.hash === last.hash;
}

/** What restoring an earlier state would do. */
type Restoration = {
	/** The records that differ, as they would be. */
	records: Wanted[];
	/** The acts that would no longer stand, oldest first, and whether nothing else can take each back. */
	acts: {entry: Entry; isFinal: boolean}[];
	/** Records that were edited by hand and would be lost with that. */
	edited: string[];
	/** An act since was a redaction of which the log no longer tells what it redacted. */
	isBlind: boolean;
};

/** What restoring a database to an earlier state of it would do. What was redacted since stays redacted. */
export function restorationTo(present: Database, snapshot: Database): Restoration {
	const since = present.log.filter(({revision}) => revision > snapshot.revision);
	const redactions = since.filter(({redacts}) => redacts !== undefined);
	const records = wantedFor(present, redactions.reduce(redactAgain, snapshot));
	const touched = new Set(records.map(({record}) => record));
	const gone = takenBack(present.log);
	return {
		records,
		acts: since
			.filter((entry) => !gone.has(entry.revision) && !isLasting(entry))
			.map((entry) => ({
				entry,
				isFinal: !(entry.changes ?? []).every(({kind}) => ruleOf(kind)?.undoable),
			})),
		edited: differences(present)
			.map(({record}) => record)
			.filter((record) => touched.has(record)),
		isBlind: redactions.some(({changes}) => !changes),
	};
}

function redactAgain(database: Database, {changes = []}: Entry): Database {
	return changes.reduce((before, change) => {
		const {kind, record, field} = change as {kind: string; record?: unknown; field?: unknown};
		if (kind !== 'redact' || typeof record !== 'string' || typeof field !== 'string') return before;
		const found = find(before, record);
		return typeof found?.[field] === 'string'
			? patch(before, {record, field, to: redacted})
			: before;
	}, database);
}
