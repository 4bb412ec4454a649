import {constants} from 'node:fs';
import {type FileHandle, open, rename, unlink} from 'node:fs/promises';
import process from 'node:process';
import {accessOfOpen, keepAccess} from './access.ts';
import {readWhole} from './read.ts';

/** How a compressed snapshot's name ends. */
export const compressed = '.gz';

/** The most bytes that a compressed file may unfold to: far more than any database, and no bomb. */
const mostUnfolded = 1_000_000_000;

/** Loaded on demand: a start has nothing to do with it. */
function zip() {
	const {promisify} = process.getBuiltinModule('node:util');
	const {gunzip, gzip} = process.getBuiltinModule('node:zlib');
	return {
		gzip: (bytes: Uint8Array): Promise<Uint8Array> => promisify(gzip)(bytes),
		gunzip: (bytes: Uint8Array, maxOutputLength: number): Promise<Uint8Array> =>
			promisify(gunzip)(bytes, {maxOutputLength}),
	};
}

/**
 * Puts a compressed copy in the place of a file, for the same people to read; where that cannot be, the file
 * stays as it is.
 */
export async function compress(file: string): Promise<void> {
	const temporary = `${file}${compressed}.tmp`;
	const {O_RDONLY, O_NOFOLLOW, O_NONBLOCK} = constants;
	let from: FileHandle | undefined;
	let to: FileHandle | undefined;
	try {
		// Whatever lies there: no link is followed and no pipe waited for.
		from = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
		const were = await from.stat();
		if (!were.isFile()) return;
		const folded = await zip().gzip(await from.readFile());
		to = await open(temporary, 'wx', 0o600);
		await keepAccess(to, await accessOfOpen(from));
		await to.writeFile(folded);
		await to.sync();
		await rename(temporary, `${file}${compressed}`);
		await unlink(file);
	} catch {
		if (to) await unlink(temporary).catch(() => {});
	} finally {
		await from?.close().catch(() => {});
		await to?.close().catch(() => {});
	}
}

/** Reads a file, unfolded if it is compressed, whatever its name. */
export async function readUnfolded(file: string): Promise<Uint8Array> {
	const bytes = await readWhole(file);
	const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
	return isCompressed ? zip().gunzip(bytes, mostUnfolded) : bytes;
}
