import {randomBytes} from 'node:crypto';
import type {BigIntStats} from 'node:fs';
import {link, open, rename, stat, unlink} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';
import type {Place} from './place.ts';
import {codeOf, Fault} from './reasons.ts';
import {keepAccess, replaceFile, syncDirectory} from './replace.ts';
import {duplicate} from './snapshots.ts';

/**
 * Writes a new file that may be read by those who may read the database: all of it or nothing, durably,
 * and never over one that is there. `were` is what the database's own file is like; without one, the new
 * file is its owner's alone.
 */
export async function writeBeside(
	file: string,
	content: Uint8Array,
	were: BigIntStats | undefined,
): Promise<void> {
	const temporary = `${file}.${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
	const handle = await open(temporary, 'wx', 0o600);
	try {
		await handle.writeFile(content);
		if (were) await keepAccess(handle, were);
		await handle.sync();
		await handle.close();
		await name(temporary, file);
	} finally {
		await handle.close().catch(() => {});
		await unlink(temporary).catch(() => {});
	}
	await syncDirectory({directory: dirname(file)});
}

/** A link is refused where the name is taken; a file system without links is asked first. */
async function name(temporary: string, file: string): Promise<void> {
	try {
		await link(temporary, file);
	} catch (error) {
		if (codeOf(error) === 'EEXIST' || (await exists(file))) {
			throw new Fault('there is such a file already');
		}
		await rename(temporary, file);
	}
}

/**
 * As `replaceFile`, and keeps the old file under another name, which must be free; it loses that name
 * again when the file stays after all. `confirm` keeps the old file by throwing.
 */
export async function replaceKeeping(
	place: Place,
	content: Uint8Array,
	were: BigIntStats,
	kept: string,
	confirm: () => Promise<unknown>,
): Promise<void> {
	let isKept = false;
	try {
		const handle = await replaceFile(place, content, were, async () => {
			await confirm();
			isKept = await duplicate(place.file, kept);
			if (!isKept) throw new Fault(`there is a file ${kept} already`);
		});
		await handle.close();
	} catch (error) {
		if (isKept) await unlink(kept).catch(() => {});
		throw error;
	}
	await syncDirectory(place);
}

export const exists = (file: string): Promise<boolean> =>
	stat(file).then(
		() => true,
		() => false,
	);

/** A name that no file has yet: the one wanted, else with -2, -3 … before its ending. */
export async function freeName(file: string, ending = ''): Promise<string> {
	for (let number = 1; ; number++) {
		const candidate = `${file}${number === 1 ? '' : `-${number}`}${ending}`;
		if (!(await exists(candidate))) return candidate;
	}
}
