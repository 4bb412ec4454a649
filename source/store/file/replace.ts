import {randomBytes} from 'node:crypto';
import type {BigIntStats} from 'node:fs';
import {type FileHandle, open, readdir, rename, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import type {Place} from './place.ts';
import {codeOf, Fault} from './reasons.ts';

/**
 * Puts new content in the place of a file, all of it or nothing, so that it survives a power cut: a
 * temporary file beside it is written, brought to the disk and renamed over it. Mode and group stay as
 * they `were`; `confirm` is called as late as possible and keeps the old file by throwing. Whatever
 * throws, the old file is as it was and the temporary one is gone. The caller holds the lock.
 *
 * @returns the new file, open
 */
export async function replaceFile(
	place: Place,
	content: Uint8Array,
	were: BigIntStats,
	confirm: () => Promise<void>,
): Promise<FileHandle> {
	const temporary = join(
		place.directory,
		`.${place.name}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`,
	);
	const handle = await open(temporary, 'wx', 0o600);
	try {
		await handle.writeFile(content);
		await keepAccess(handle, were);
		await handle.sync();
		await confirm();
		await rename(temporary, place.file);
	} catch (error) {
		await handle.close().catch(() => {});
		await unlink(temporary).catch(() => {});
		throw error;
	}
	return handle;
}

/** Gives the new file the old one's mode and group; the administrator saves for others, so to them also its owner. */
export async function keepAccess(handle: FileHandle, were: BigIntStats): Promise<void> {
	const now = await handle.stat();
	const mode = Number(were.mode) & 0o7777;
	const [uid, gid] = [Number(were.uid), Number(were.gid)];
	const chown = (owner: number) =>
		handle.chown(owner, gid).then(
			() => true,
			() => false,
		);
	const kept =
		(now.uid === uid && now.gid === gid) ||
		(process.getuid?.() === 0 && (await chown(uid))) ||
		now.gid === gid ||
		(await chown(now.uid));
	// A group without a right of its own does not matter. With one, the wrong group must not get it.
	if (!kept && ((mode >> 3) & 7) !== (mode & 7)) {
		throw new Fault(
			`saving would take the file away from its group (${gid}), of which you are no member; ask to be made one`,
		);
	}
	// After the owner, for changing that clears some bits.
	if ((now.mode & 0o7777) !== mode) await handle.chmod(mode);
}

/** Brings the renaming to the disk. Some file systems cannot, and some folders may not be read: then not. */
export async function syncDirectory({directory}: Pick<Place, 'directory'>): Promise<void> {
	let handle: FileHandle | undefined;
	try {
		handle = await open(directory, 'r');
		await handle.sync();
	} catch (error) {
		const code = codeOf(error) ?? '';
		if (!['EACCES', 'EPERM', 'EINVAL', 'ENOTSUP', 'EISDIR', 'EBADF', 'ENOSYS'].includes(code)) {
			throw error;
		}
	} finally {
		await handle?.close();
	}
}

/** Removes the temporary files that writers of this database left when they died. The caller holds the lock. */
export async function sweep({directory, name}: Place): Promise<void> {
	const start = `.${name}.`;
	const names = await readdir(directory).catch((): string[] => []);
	const strays = names.filter(
		(other) => other.startsWith(start) && /^\d+-[0-9a-f]{12}\.tmp$/.test(other.slice(start.length)),
	);
	await Promise.all(strays.map((stray) => unlink(join(directory, stray)).catch(() => {})));
}
