import {dayIn, sayDay, timeIn} from '../../calendar.ts';
import {archivesOf} from '../../log/anchor.ts';
import type {Database} from '../../schema/index.ts';
import type {Problem} from '../problem.ts';

/** How far a database was when it was last looked at: its newest act, and when that look was (UTC). */
export type Mark = {id: string; revision: number; hash: string | null; at: string};

export const markOf = ({id, revision, log}: Database, at: string): Mark => ({
	id,
	revision,
	hash: log.at(-1)?.hash ?? null,
	at,
});

/**
 * What shows that a database did not go on from where it was: another one, one that is shorter, one whose acts are
 * others. Of an act that was archived since, the archives in the log tell the last of each; between, nothing is told.
 */
export function findSetback(database: Database, mark: Mark): Problem | undefined {
	const {id, revision, log, organisation} = database;
	const {timeZone} = organisation;
	const then = `${sayDay(dayIn(mark.at, timeZone))} ${timeIn(mark.at, timeZone)}`;
	if (id !== mark.id) {
		return {path: ['id'], message: `this is another database than the one that was here ${then}`};
	}
	if (revision < mark.revision) {
		return {
			path: ['revision'],
			message: `it ends with revision ${revision}, and ${then} it had reached ${mark.revision}: an older copy was put in its place, or the log lost its end`,
		};
	}
	const index = log.findIndex((entry) => entry.revision === mark.revision);
	const known =
		log[index] ?? archivesOf(log)?.files.find((file) => file.revision === mark.revision);
	if (mark.hash === null || (!known && (log[0]?.revision ?? 0) > mark.revision)) return undefined;
	if (known?.hash === mark.hash) return undefined;
	return {
		path: index < 0 ? ['log'] : ['log', index],
		message: `revision ${mark.revision} is not the act that stood there ${then}: the log was rewritten, or an older copy went on differently`,
	};
}
