import type {Database, Entry} from '../schema/index.ts';

export type Archives = NonNullable<Entry['archives']>;

/** What the newest archiving in a log says of where its older entries stand. */
export const archivesOf = (log: readonly Entry[]): Archives | undefined =>
	log.findLast(({archives}) => archives)?.archives;

/** An entry by which a log goes on: the one before its first. Revision 0 is none: there the log begins. */
export type Anchor = {revision: number; hash: string | null};

/**
 * The anchor of a log, on which its first entry rests: the last entry of an archive, as an archiving
 * that is still in the log vouches for it. Undefined when nothing vouches for what is missing in front.
 */
export function anchorOf(log: readonly Entry[]): Anchor | undefined {
	const first = log[0]?.revision ?? 1;
	if (first === 1) return {revision: 0, hash: null};
	return archivesOf(log)?.files.find(({revision}) => revision === first - 1);
}

/** The name of the archive in which a revision stands that the log does not hold any more. */
export function archiveWith(log: readonly Entry[], revision: number): string | undefined {
	const first = log[0]?.revision ?? 1;
	if (revision >= first) return undefined;
	return archivesOf(log)?.files.find((file) => file.revision >= revision)?.name;
}

/**
 * The name of the archive that the minutes of a meeting draw on. Undefined when everything that they
 * draw on is in the log.
 */
export function archiveForMinutes({log}: Database, meeting: string): string | undefined {
	const {meetings = {}} = archivesOf(log) ?? {};
	const first = Object.hasOwn(meetings, meeting) ? meetings[meeting] : undefined;
	return first === undefined ? undefined : archiveWith(log, first);
}
