import {constants, type Stats} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import type {Place} from './place.ts';
import {codeOf, Fault} from './reasons.ts';

/**
 * Runs a task while holding the database's lock, which all writers on the machine respect and which
 * the kernel drops when its holder dies. The lock is on a file of its own, because the database's
 * is replaced by every save; that file is never deleted, because a lock on a deleted file keeps nobody out.
 * The kernel gives locks to whoever asks first when one is free; so that nobody waits for ever among many who
 * save one act after the other, those who have waited for long go before those who come.
 * Throws a Fault after `patience` milliseconds without it.
 */
export async function withLock<Result>(
	place: Place,
	patience: number,
	task: () => Promise<Result>,
): Promise<Result> {
	const locks = await import('fs-native-extensions');
	const lock = await take(place, patience, locks);
	try {
		return await task();
	} finally {
		// Closing alone would unlock too, unless a child process being started holds a copy for a moment.
		locks.unlock(lock.fd);
		await lock.close();
	}
}

type Locks = Pick<typeof import('fs-native-extensions'), 'tryLock' | 'unlock'>;

/** The byte whose lock is the database's. Those who wait share locks on the bytes behind it, by how long they have. */
const saving = 0;

/**
 * Waiting counts in steps, which begin after so many milliseconds: whoever is on a later one goes first. The last
 * is not late, because somebody who is stopped while they wait keeps all others waiting until then.
 */
const steps = [200, 800, 2000];

/** How many of the steps somebody has reached. */
const stepOf = (waited: number): number => steps.filter((after) => waited >= after).length;

/** Whether somebody is on a later step. A brief lock of another who asks looks the same, and costs one more try. */
function othersFirst({tryLock, unlock}: Locks, descriptor: number, step: number): boolean {
	if (step === steps.length) return false;
	const [from, length] = [saving + step + 1, steps.length - step];
	if (!tryLock(descriptor, from, length)) return true;
	unlock(descriptor, from, length);
	return false;
}

async function take(place: Place, patience: number, locks: Locks): Promise<FileHandle> {
	const start = performance.now();
	let handle: FileHandle | undefined;
	try {
		for (;;) {
			const waited = performance.now() - start;
			handle ??= await openLock(place, waited);
			const step = stepOf(waited);
			if (handle && step > 0) locks.tryLock(handle.fd, saving + step, 1, {shared: true});
			const mayTry = handle && !othersFirst(locks, handle.fd, step);
			if (handle && mayTry && locks.tryLock(handle.fd, saving, 1)) {
				if (await isReady(handle, place)) return handle;
				// Somebody deleted the file meanwhile; the next one has the lock on another.
				await handle.close();
				handle = undefined;
			}
			if (waited >= patience) {
				throw new Fault(
					`another session has been saving for ${Math.round(patience / 1000)} seconds; try again, and if that does not help, look for a boardwalk process that hangs`,
				);
			}
			await pause(Math.min(delay(waited), Math.max(patience - waited, 1)));
		}
	} catch (error) {
		await handle?.close();
		throw error;
	}
}

/**
 * How long to wait before the next try, in milliseconds: most saves take a few. Whoever has waited for
 * long tries more often than newcomers, and jitter keeps sessions that met from meeting again.
 */
const delay = (waited: number): number =>
	(0.5 + Math.random()) * (waited < 5 || stepOf(waited) > 0 ? 2 : 6);

/** For how long a lock file that may not be opened can still be in the making elsewhere, in milliseconds. */
const settling = 250;

async function openLock(place: Place, waited: number): Promise<FileHandle | undefined> {
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

const notPlain = ({name}: Place): string =>
	`its lock file .${name}.lock is a link or no file; remove that`;

/** Prepares the file that was locked for others; false when it no longer is the one that they find. */
async function isReady(handle: FileHandle, place: Place): Promise<boolean> {
	const [held, found, database] = await Promise.all([
		handle.stat(),
		stat(place.lock).catch((): Stats | undefined => undefined),
		stat(place.file),
	]);
	if (held.dev !== found?.dev || held.ino !== found.ino) return false;
	// Its access rights are about to be set, perhaps by the administrator: not those of another file.
	if (!held.isFile() || held.nlink !== 1) throw new Fault(notPlain(place));
	await fit(handle, held, database);
	return true;
}

/**
 * Opens the lock file to everybody who may write the database as its owner or group, and to nobody
 * else: with it, whoever can merely read the database could keep all others from saving.
 */
async function fit(handle: FileHandle, lock: Stats, database: Stats): Promise<void> {
	const owner = process.getuid?.() === 0 ? database.uid : lock.uid;
	let {gid} = lock;
	if (gid !== database.gid || lock.uid !== owner) {
		await handle.chown(owner, database.gid).then(
			() => (gid = database.gid),
			() => {},
		);
	}
	const groupMayWrite = (database.mode & 0o020) !== 0 && gid === database.gid;
	const mode = groupMayWrite ? 0o660 : 0o600;
	// Only its owner can; for all others it is as it should be, or stays as it is.
	if ((lock.mode & 0o777) !== mode) await handle.chmod(mode).catch(() => {});
}
