import {stat} from 'node:fs/promises';
import path from 'node:path';
import {duplicateIds} from '../domain/queries/check.ts';
import type {Database} from '../domain/schema/index.ts';
import {readUnfolded} from '../store/file/compress.ts';
import type {FilePaths} from '../store/file/paths.ts';
import type {Raw} from '../domain/migrations/index.ts';
import {parseForward} from '../store/file/migrate.ts';
import {codeOf, reasonOf} from '../store/reasons.ts';
import type {Snapshot} from '../store/file/snapshots.ts';
import {Refusal} from './command.ts';

/** A snapshot and the database in it. */
export type Opened = {
	snapshot: Snapshot;
	database: Database;
	/** What stands in a snapshot of an older version, before it was brought forward. */
	older?: Raw;
};

/**
 * The snapshot that was named: by its revision (`r57`), its name, `latest` for the newest that opens, or the
 * path of any file that has an earlier state, such as a backup. Throws Refusal.
 */
export async function findSnapshot(
	place: FilePaths,
	all: Snapshot[],
	typed: string,
): Promise<Opened> {
	if (typed === 'latest') return newestOf(all);
	const [, revision] = /^r?(\d{1,15})$/i.exec(typed) ?? [];
	const found = all.find(({name, ...snapshot}) =>
		revision === undefined
			? [typed, `${typed}.json`, typed.replace(/\.gz$/, '')].includes(name)
			: snapshot.revision === Number(revision),
	);
	if (found) return {snapshot: found, ...(await openSnapshot(found))};
	const file = path.resolve(typed);
	const there = await stat(file).catch(() => undefined);
	if (!there) {
		const known = all.slice(0, 5).map((snapshot) => `r${snapshot.revision}`);
		throw new Refusal(
			`there is no snapshot ${typed}${known.length > 0 ? `; there is ${known.join(', ')}${all.length > known.length ? ' …' : ''}` : ': none is kept beside the database'}`,
		);
	}
	const own = await stat(place.file).catch(() => undefined);
	if (own && own.dev === there.dev && own.ino === there.ino) {
		throw new Refusal(`${typed} is the database itself; name a snapshot or a backup of it`);
	}
	// Its revision and time are told by what is in it.
	const snapshot = {name: path.basename(file), file, revision: 0, at: there.mtime.toISOString()};
	const opened = await openSnapshot(snapshot);
	return {snapshot: {...snapshot, revision: opened.database.revision}, ...opened};
}

async function newestOf(all: Snapshot[]): Promise<Opened> {
	for (const snapshot of all) {
		try {
			return {snapshot, ...(await openSnapshot(snapshot))};
		} catch (error) {
			if (!(error instanceof Refusal)) throw error;
		}
	}
	throw new Refusal(
		all.length === 0
			? 'no snapshot is kept beside the database'
			: 'none of the snapshots can be opened',
	);
}

/**
 * The database in a snapshot, brought forward where it is of an older version; with a `known` one, it shares with that
 * what is the same. Throws Refusal.
 */
export async function openSnapshot(
	{name, file}: Snapshot,
	known?: Database,
): Promise<Omit<Opened, 'snapshot'>> {
	let bytes: Uint8Array;
	try {
		bytes = await readUnfolded(file);
	} catch (error) {
		const why = codeOf(error) === 'ENOENT' ? 'it is gone by now' : reasonOf(error);
		throw new Refusal(`the snapshot ${name} cannot be read: ${why}`);
	}
	const {older, ...parsed} = parseForward(bytes, name, known);
	const [problem] = parsed.ok ? duplicateIds(parsed.database) : parsed.problems;
	if (parsed.ok && !problem) return {database: parsed.database, ...(older ? {older} : {})};
	throw new Refusal(`the snapshot ${name} cannot be used: ${problem?.message}`);
}
