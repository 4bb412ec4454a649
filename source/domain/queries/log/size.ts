import type {Database} from '../../schema/index.ts';
import {count} from '../../words.ts';
import {archiveLimit} from './archivable.ts';

/** From how many characters on a log is worth moving: each start and each save reads past all of it. */
const large = 2_000_000;

/** How large a log is, in characters of JSON. */
export const logSize = ({log}: Pick<Database, 'log'>): number => JSON.stringify(log).length;

/** From how many entries, evenly spread, the length of all is judged. */
const samples = 32;

/**
 * How large a log is that has grown large, in characters of JSON, judged from a few of its entries: to write all of them
 * would be felt at a start. Undefined while it has not.
 */
export function seemsLarge({log}: Pick<Database, 'log'>): number | undefined {
	const step = Math.max(1, Math.floor(log.length / samples));
	const few = log.filter((_, index) => index % step === 0);
	const size = (logSize({log: few}) / Math.max(1, few.length)) * log.length;
	return size < large ? undefined : size;
}

/** A size for people. */
export const inMegabytes = (size: number): string => `${(size / 1e6).toFixed(1)} MB`;

/** What to do about a log that has grown large; undefined while it has not, or nothing of it may go. */
export function adviseArchive(
	database: Database,
	now: string,
): {says: string; remedy: string} | undefined {
	const {log} = database;
	const size = logSize(database);
	if (size < large) return undefined;
	const {revision} = archiveLimit(database, now);
	const first = log[0]?.revision ?? 1;
	if (revision < first) return undefined;
	return {
		says: `the log takes ${inMegabytes(size)}`,
		remedy: `“boardwalk archive” with --before r${revision + 1} moves ${count(revision - first + 1, 'act')} of it to a file beside`,
	};
}
