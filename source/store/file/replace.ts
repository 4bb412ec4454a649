import {type FileHandle, open, readdir, rename, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {accessOf, keepAccess} from './access.ts';
import type {FilePaths} from './paths.ts';
import {codeOf, explain} from '../reasons.ts';
import {randomHex} from '../random.ts';

/**
 * Puts new content in the place of a file, all of it or nothing, so that it survives a power cut: a
 * temporary file beside it is written, brought to the disk and renamed over it. Who may do what with it
 * is as with the file `like`, which mostly is the old one. `confirm` is called as late as possible and keeps
 * the old file by throwing. Whatever throws, the old file is as it was and the temporary one is gone. The caller
 * holds the lock.
 *
 * @returns the new file, open
 */
export async function replaceFile(
	place: FilePaths,
	content: Uint8Array,
	like: string,
	confirm: () => Promise<void>,
): Promise<FileHandle> {
	const temporary = join(place.directory, `.${place.name}.${process.pid}-${randomHex(6)}.tmp`);
	const were = await accessOf(like);
	const handle = await open(temporary, 'wx', 0o600).catch(async (error: unknown) => {
		throw await explain(error, place.directory);
	});
	try {
		await handle.writeFile(content);
		await keepAccess(handle, were);
		await handle.sync();
		await confirm();
		await rename(temporary, place.file);
	} catch (error) {
		await handle.close().catch(() => {});
		await unlink(temporary).catch(() => {});
		throw await explain(error, place.directory);
	}
	return handle;
}

/** Brings the renaming to the disk. Some file systems cannot, and some folders may not be read: then not. */
export async function syncDirectory({directory}: Pick<FilePaths, 'directory'>): Promise<void> {
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
		// Nobody need wait for that: it was only looked at.
		void handle?.close().catch(() => {});
	}
}

/** Removes the temporary files that writers of this database left when they died. The caller holds the lock. */
export async function sweep({directory, name}: FilePaths): Promise<void> {
	const start = `.${name}.`;
	const names = await readdir(directory).catch((): string[] => []);
	const strays = names.filter(
		(other) => other.startsWith(start) && /^\d+-[0-9a-f]{12}\.tmp$/.test(other.slice(start.length)),
	);
	await Promise.all(strays.map((stray) => unlink(join(directory, stray)).catch(() => {})));
}
