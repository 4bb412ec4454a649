import type {BigIntStats} from 'node:fs';
import {realpath, stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {commit, type Committed} from '../../domain/commit.ts';
import type {Change} from '../../domain/changes/index.ts';
import {replay} from '../../domain/log/replay.ts';
import {bringForward, type Raw} from '../../domain/migrations/index.ts';
import {type Database, type Entry, entrySchema} from '../../domain/schema/index.ts';
import {schemaVersion} from '../../domain/schema/values.ts';
import type {Environment, Who} from '../store.ts';
import {freeName, replaceKeeping} from './write-new.ts';
import {encodeDatabase} from '../format.ts';
import {withLock} from './lock.ts';
import {ownsFolder, type FilePaths, pathsOf, unchanged} from './paths.ts';
import {readWhole} from './read.ts';
import {codeOf, Fault} from '../reasons.ts';
import {replaceFile, syncDirectory} from './replace.ts';
import type {Snapshot} from './snapshots.ts';

/** Where a database lies or, when its file is gone, lay. Throws where there is not even a folder. */
export async function placeAnyway(path: string): Promise<FilePaths> {
	try {
		return pathsOf(await realpath(path));
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
		return pathsOf(join(await realpath(dirname(path)), basename(path)));
	}
}

/** The log entries that can still be read in what is left of a database's file: one stands on each line. */
function entriesIn(bytes: Uint8Array): Entry[] {
	const lines = new TextDecoder().decode(bytes).split('\n');
	return lines.flatMap((line): Entry[] => {
		const text = line.trim().replace(/,$/, '');
		if (!text.startsWith('{"revision":')) return [];
		try {
			const {data} = entrySchema.safeParse(JSON.parse(text));
			return data ? [data] : [];
		} catch {
			return [];
		}
	});
}

/** A file that cannot be used, as somebody looked at it; undefined when there is none. */
export type Broken = {bytes: Uint8Array; seen: BigIntStats} | undefined;

export async function lookAt({file}: FilePaths): Promise<Broken> {
	try {
		const seen = await stat(file, {bigint: true});
		if (!seen.isFile()) throw new Fault('it is not a file');
		return {bytes: await readWhole(file), seen};
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	}
}

type Recovery = {
	snapshot: Snapshot;
	/** What the snapshot holds. */
	database: Database;
	/** The same before it was brought forward, where it is of an older version: its own acts follow on that. */
	older?: Raw;
	broken: Broken;
	reason?: string | undefined;
};

/** What a recovery reaches: the snapshot's state, and the acts after it that the broken file still tells. */
export function reachedBy({database, older, broken}: Recovery): Database {
	if (!broken) return database;
	const reached = replay((older as Database | undefined) ?? database, entriesIn(broken.bytes));
	if (reached.schemaVersion === schemaVersion) return reached;
	const forward = bringForward(reached);
	return 'problem' in forward ? database : (forward.database as Database);
}

/**
 * Puts a snapshot, with the acts after it that can still be proved, in the place of a file that cannot be
 * used, and records that as an act; the file is kept under another name. All of it or nothing. Throws
 * when the file is no longer as it was when somebody looked at it.
 */
export async function recover(
	place: FilePaths,
	recovery: Recovery,
	who: Who,
	environment: Environment,
	patience = 10_000,
): Promise<Committed & {kept?: string}> {
	const {broken} = recovery;
	if (broken) return withLock(place, patience, () => replace(place, recovery, who, environment));
	// Where there is no file nobody can save, so that there is nothing to lock either.
	const committed = await commitRecovery(place, recovery, who, environment, undefined);
	const like = recovery.snapshot.file;
	const handle = await replaceFile(place, encodeDatabase(committed.database), like, async () => {
		if ((await lookAt(place)) !== undefined) throw new Fault(changed);
	});
	await handle.close();
	await syncDirectory(place);
	return committed;
}

const changed = 'it has changed since you looked at it; look again';

async function replace(
	place: FilePaths,
	recovery: Recovery,
	who: Who,
	environment: Environment,
): Promise<Committed & {kept?: string}> {
	const confirm = async () => {
		const now = await stat(place.file, {bigint: true});
		if (!unchanged(recovery.broken?.seen, now)) throw new Fault(changed);
	};
	await confirm();
	const at = environment.now().slice(0, 19).replaceAll(/[-:]/g, '');
	const kept = await freeName(`${place.file}.before-restore-${at}Z`);
	const committed = await commitRecovery(place, recovery, who, environment, basename(kept));
	const bytes = encodeDatabase(committed.database);
	await replaceKeeping(place, bytes, kept, confirm);
	return {...committed, kept};
}

async function commitRecovery(
	place: FilePaths,
	recovery: Recovery,
	who: Who,
	environment: Environment,
	kept: string | undefined,
): Promise<Committed> {
	const {snapshot, database, reason} = recovery;
	const reached = reachedBy(recovery);
	const acts = reached.revision - database.revision;
	const change: Change = {
		kind: 'database/recover',
		snapshot: snapshot.name,
		revision: database.revision,
		...(kept === undefined ? {} : {kept}),
		...(acts > 0 ? {acts} : {}),
		...(reason ? {reason} : {}),
	};
	const outcome = commit(
		reached,
		{id: crypto.randomUUID(), changes: [change]},
		{
			...who,
			owner: who.owner ?? (await ownsFolder(place)),
			now: environment.now(),
			salt: environment.salt(),
		},
	);
	if (!outcome.ok) throw new Fault(outcome.rejection.message);
	return outcome;
}
