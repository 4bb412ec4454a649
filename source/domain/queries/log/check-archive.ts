import type {Archive} from '../../log/archive.ts';
import {archivesOf} from '../../log/anchor.ts';
import {findBreak, redactedIn} from '../../log/proof.ts';
import type {Database, Entry} from '../../schema/index.ts';

/** What is wrong with an archive, and with which of its entries; without an index, with the whole. */
type ArchiveProblem = {index?: number; message: string};

/**
 * Whether an archive is whole: that its entries follow from its anchor and from each other. With the
 * database that it was taken from, whether that goes on from it, too; without, it cannot be seen by which
 * act entries were redacted.
 */
export function checkArchive(
	{header, entries}: Archive,
	database?: Pick<Database, 'id' | 'log'>,
): ArchiveProblem[] {
	const redacted = database
		? redactedIn([...entries, ...database.log])
		: new Set(redactedEntries(entries).map(({revision}) => revision));
	const broken = findBreak(entries, {anchor: header.after, redacted});
	if (broken) {
		const last = entries[broken.proved - 1]?.revision;
		const proved =
			last === undefined
				? 'nothing of the archive is proved'
				: `what is proved ends at revision ${last}`;
		return [{index: broken.index, message: `${broken.message}; ${proved}`}];
	}
	const last = entries.at(-1);
	if (!last) return [{message: 'the archive holds no entry'}];
	const {revision, hash} = header.upTo;
	if (last.revision !== revision || last.hash !== hash) {
		return [
			{
				message: `the archive ends at revision ${last.revision}, but it says that it goes to ${revision}`,
			},
		];
	}
	return database && !belongs(header.database, last, database)
		? [{message: 'the archive does not belong to this database: its log does not go on from it'}]
		: [];
}

/** The entries of which only the hashes are left. */
export const redactedEntries = (entries: readonly Entry[]): Entry[] =>
	entries.filter(({changes, effects, salt}) => !changes && !effects && salt === undefined);

/** Whether a database's log goes on from an entry: from an archive that it names, or because it has the entry. */
function belongs(id: string, {revision, hash}: Entry, database: Pick<Database, 'id' | 'log'>) {
	if (database.id !== id) return false;
	const known =
		archivesOf(database.log)?.files.find((file) => file.revision === revision) ??
		database.log.find((entry) => entry.revision === revision);
	return known?.hash === hash;
}
