import {statfs} from 'node:fs/promises';
import {visible} from './show.ts';

/** An error whose message is a sentence for people, to be shown as it is. */
export class Fault extends Error {
	override name = 'Fault';
}

const reasons: Record<string, string> = {
	ENOSPC: 'the disk is full; make room on it and try again',
	EDQUOT: 'your share of the disk is used up; make room and try again',
	EFBIG: 'the file may not grow any larger here; a limit on file sizes stands in the way',
	EBUSY:
		'it is in use as a whole, as a file is that was mounted by itself; mount the folder that it lies in instead',
	EROFS: 'the disk is mounted read-only',
	EACCES: 'you have no permission; ask whoever looks after the folder and the file',
	EPERM: 'you have no permission; ask whoever looks after the folder and the file',
	ENOENT: 'it is no longer there; it was deleted, renamed or moved',
	ENOTDIR: 'its folder is no longer there',
	EISDIR: 'it is a folder',
	ELOOP: 'its symbolic links go round in a circle',
	ENAMETOOLONG: 'its name is too long',
	EIO: 'the disk reports an error; have it looked at',
	EMFILE: 'too many files are open; close other programs and try again',
	ENFILE: 'too many files are open; close other programs and try again',
	ENOMEM: 'there is not enough memory',
	ESTALE: 'the network disk has lost it; try again',
	ETIMEDOUT: 'the network disk does not answer; try again',
	ENOLCK: 'the disk has no locks to give; on a network disk, its lock service must run',
	Z_DATA_ERROR: 'what is compressed in it is damaged',
	Z_BUF_ERROR: 'the end of what is compressed in it is missing',
	ERR_BUFFER_TOO_LARGE: 'it is too large to be read',
	ERR_FS_FILE_TOO_LARGE: 'it is too large to be read',
	ERR_STRING_TOO_LONG: 'it is too large to be read',
};

/** Why something failed, as a clause on one line. */
export function reasonOf(error: unknown): string {
	if (error instanceof Fault) return error.message;
	const {code, message} = error as {code?: unknown; message?: unknown};
	return (
		(typeof code === 'string' ? reasons[code] : undefined) ??
		visible(typeof message === 'string' ? message : String(error)).slice(0, 300)
	);
}

/** The code of a system error, such as ENOENT. */
export const codeOf = (error: unknown): string | undefined =>
	(error as {code?: string} | null)?.code;

/** What a system error means in a folder: a disk that is told to be full may have room, and no names left. */
export async function explain(failure: unknown, directory: string): Promise<unknown> {
	if (codeOf(failure) !== 'ENOSPC') return failure;
	const disk = await statfs(directory).catch(() => undefined);
	if (!disk || disk.files === 0 || disk.ffree > 0 || disk.bavail === 0) return failure;
	return new Fault(
		'the disk has room but can hold no more files (no inodes are left); remove files that nobody needs and try again',
	);
}
