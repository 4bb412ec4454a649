import type {FileHandle} from 'node:fs/promises';
import type {Database, Entry} from '../../domain/schema/index.ts';
import {encodedLength} from '../format.ts';
import {fit} from '../fit.ts';

/** How much of a file's end is read for news, in bytes: many acts of usual size. */
const tailBytes = 65_536;

/** How a file ends that Boardwalk wrote: the log stands last, an entry a line. */
const end = '\n  ]\n}\n';

/**
 * What became of a database, by the end of its file alone: the acts that its last lines tell of are carried out on what
 * was known, if each is proved by its hashes and the file is exactly as long as the outcome would be written. Undefined
 * where anything is out of the ordinary: then only the whole file can tell.
 * @param length the file's, in bytes
 * @param knownLength that of the file in which `known` stood
 */
export async function readTail(
	handle: FileHandle,
	length: number,
	known: Database,
	knownLength: number,
): Promise<Database | undefined> {
	const from = Math.max(0, length - tailBytes);
	const bytes = Buffer.allocUnsafe(length - from);
	const {bytesRead} = await handle.read(bytes, 0, bytes.length, from);
	if (bytesRead !== bytes.length) return undefined;
	const entries = entriesAfter(bytes.toString('utf8'), known);
	if (!entries) return undefined;
	// Loaded only now: it brings with it what older versions looked like.
	const {replay} = await import('../../domain/log/replay.ts');
	const reached = replay(known, entries);
	if (reached.revision !== entries.at(-1)?.revision) return undefined;
	const database = fit(reached, known);
	if (!database) return undefined;
	const before = encodedLength(known, database);
	const after = encodedLength(database, known);
	return length - knownLength === after - before ? database : undefined;
}

/** The entries that follow on the newest one known, in order; undefined if the text does not reach back to that. */
function entriesAfter(text: string, known: Database): Entry[] | undefined {
	const last = known.log.at(-1);
	if (!last || !text.endsWith(end)) return undefined;
	const lines = text.slice(0, -end.length).split('\n').toReversed();
	const entries: Entry[] = [];
	for (const line of lines) {
		const entry = entryIn(line);
		if (!entry || entry.revision < last.revision) return undefined;
		if (entry.revision === last.revision) {
			return entry.hash === last.hash && entries.length > 0 ? entries.toReversed() : undefined;
		}
		entries.push(entry);
	}
	return undefined;
}

/** The entry on a line. Whether it is a whole one, its hashes tell. */
function entryIn(line: string): Entry | undefined {
	try {
		const found = JSON.parse(line.replace(/,$/, '')) as Entry | null;
		return typeof found?.revision === 'number' ? found : undefined;
	} catch {
		return undefined;
	}
}
