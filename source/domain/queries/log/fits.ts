import {actorName} from '../../actor.ts';
import type {Database, Entry} from '../../schema/index.ts';
import {holds, isNamed, type LogFilter, meetingsOf, recordsOf} from './filter.ts';
import {duringName, tellEntry} from './sentences.ts';

/** Whether an act of the log is asked for. */
export function fitsLog(database: Database, entry: Entry, filter: LogFilter): boolean {
	const {by, in: meeting, on, words} = filter;
	const {user, person = ''} = entry.actor;
	if (!holds(by, actorName(entry.actor), user, person)) return false;
	if (meeting !== undefined) {
		const paths = meetingsOf(entry).map((id) => `meetings/${id}`);
		if (!paths.some((path) => isNamed(database, path, meeting))) return false;
	}
	if (on !== undefined && !recordsOf(entry).some((path) => isNamed(database, path, on))) {
		return false;
	}
	if (words === undefined) return true;
	const told = [
		`r${entry.revision}`,
		tellEntry(database, entry),
		duringName(database, entry) ?? '',
	];
	const text = told.join('\n').toLowerCase();
	return words
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}
