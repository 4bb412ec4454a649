import {constants, fstatSync, type Stats} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';
import {setTimeout as pause} from 'node:timers/promises';
import {accessOf, share} from './access.ts';
import {LockQueue, type Locks} from './line.ts';
import {native} from './native.ts';
import type {FilePaths} from './paths.ts';
import {codeOf, Fault} from '../reasons.ts';

/**
 * Runs a task while holding the database's lock, which all writers on the machine respect and which
 * the kernel drops when its holder dies. The lock is on a file of its own, because the database's
 * is replaced by every save; that file is never deleted, because a lock on a deleted file keeps nobody out.
 * Those who wait stand in a line and go in the order in which they came, however many they are. Throws
 * a Fault when that line has not moved for `patience` milliseconds. A task says by `goesOn` that it is not stuck; `user`
 * is who saves, for those who wait.
 */
export async function withLock<Result>(
	place: FilePaths,
	patience: number,
	task: (goesOn: () => void) => Promise<Result>,
	user?: string,
): Promise<Result> {
	const locks = await native();
	const {lock, line} = await take(place, patience, locks, user);
	try {
		return await task(() => line.tell(user));
	} finally {
		// Closing alone would unlock too, unless a child process being started holds a copy for a moment.
		locks.unlock(lock.fd);
		await lock.close();
	}
}

async function take(
	place: FilePaths,
	patience: number,
	locks: Locks,
	user: string | undefined,
): Promise<{lock: FileHandle; line: LockQueue}> {
	const start = performance.now();
	let handle: FileHandle | undefined;
	let line: LockQueue | undefined;
	try {
		for (;;) {
			const waited = performance.now() - start;
			handle ??= await openLock(place, waited);
			if (handle) {
				line ??= new LockQueue(handle.fd, locks);
				if (line.tryTurn()) {
					line.tell(user);
					if (await isReady(handle, place)) return {lock: handle, line};
					// Somebody deleted the file meanwhile; the next one has the lock on another.
					await handle.close();
					handle = undefined;
					line = undefined;
				}
			}
			const still = line?.still ?? waited;
			if (still >= patience) {
				throw new Fault(
					`another session has been saving for ${Math.round(patience / 1000)} seconds; try again, and if that does not help, look for a boardwalk process that hangs${line?.holder() ?? ''}`,
				);
			}
			await pause(Math.min(line?.rest ?? 5, Math.max(patience - still, 1)));
		}
	} catch (error) {
		await handle?.close();
		throw error;
	}
}

/** For how long a lock file that may not be opened can still be in the making elsewhere, in milliseconds. */
const settling = 250;

async function openLock(place: FilePaths, waited: number): Promise<FileHandle | undefined> {
	const {O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW} = constants;
	try {
		return await open(place.lock, O_RDWR | O_NOFOLLOW);
	} catch (error) {
		const code = codeOf(error);
		if (code === 'ENOENT') {
			// It is opened to colleagues below: how the umask of whoever creates it is set must not matter.
			return open(place.lock, O_RDWR | O_CREAT | O_EXCL, 0o600).catch((failure: unknown) => {
				if (codeOf(failure) === 'EEXIST') return undefined;
				throw failure;
			});
		}
		if (code === 'ELOOP') throw new Fault(notPlain(place));
		if (code !== 'EACCES' && code !== 'EPERM') throw error;
		if (waited < settling) return undefined;
		throw new Fault(
			`you have no permission for its lock file .${place.name}.lock; if you may write the database, ask the lock file’s owner to save once`,
		);
	}
}

const notPlain = ({name}: FilePaths): string =>
	`its lock file .${name}.lock is a link or no file; remove that`;

/** Prepares the file that was locked for others; false when it no longer is the one that they find. */
async function isReady(handle: FileHandle, place: FilePaths): Promise<boolean> {
	const found = await stat(place.lock).catch((): Stats | undefined => undefined);
	const held = fstatSync(handle.fd);
	if (held.dev !== found?.dev || held.ino !== found.ino) return false;
	// Its access rights are about to be set, perhaps by the administrator: not those of another file.
	if (!held.isFile() || held.nlink !== 1) throw new Fault(notPlain(place));
	await fit(handle, place);
	return true;
}

/**
 * Opens the lock file to everybody who may write the database as its owner, as its group or by name, and to nobody
 * else: with it, whoever can merely read the database could keep all others from saving.
 */
const writers = (rights: number): number => 0o600 | ((rights & 0o020) === 0 ? 0 : 0o060);

async function fit(handle: FileHandle, place: FilePaths): Promise<void> {
	const access = await accessOf(place.file);
	// Another group than the database's would otherwise get what everybody may.
	await share(handle, {...access, mode: access.mode & ~0o007}, writers);
}
