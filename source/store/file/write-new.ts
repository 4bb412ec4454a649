import {link, open, rename, stat, unlink} from 'node:fs/promises';
import {dirname} from 'node:path';
import process from 'node:process';
import {accessOf, keepAccess} from './access.ts';
import {resolveOwn} from './links.ts';
import type {FilePaths} from './paths.ts';
import {codeOf, explain, Fault} from '../reasons.ts';
import {replaceFile, syncDirectory} from './replace.ts';
import {duplicate} from './snapshots.ts';
import {randomHex} from '../random.ts';

/**
 * Writes a new file that may be read by those who may read the database: all of it or nothing, durably,
 * and never over one that is there. `like` is the database's own file; without one, the new file is its
 * owner's alone.
 */
export async function writeBeside(
	file: string,
	content: Uint8Array,
	like: string | undefined,
): Promise<void> {
	const target = await resolveOwn(file);
	const temporary = `${target}.${process.pid}-${randomHex(6)}.tmp`;
	const were = like === undefined ? undefined : await accessOf(like);
	const handle = await open(temporary, 'wx', 0o600).catch(async (error: unknown) => {
		throw await explain(error, dirname(target));
	});
	try {
		await handle.writeFile(content);
		if (were) await keepAccess(handle, were);
		await handle.sync();
		await handle.close();
		await giveName(temporary, target);
	} finally {
		await handle.close().catch(() => {});
		await unlink(temporary).catch(() => {});
	}
	await syncDirectory({directory: dirname(target)});
}

/**
 * Gives a file that was written under another name its own, unless that is taken, which throws EEXIST. A link is
 * refused where the name is taken; a file system without links is asked first.
 */
export async function giveName(temporary: string, file: string): Promise<void> {
	try {
		await link(temporary, file);
	} catch (error) {
		if (codeOf(error) === 'EEXIST' || (await exists(file))) {
			throw Object.assign(new Fault('there is such a file already'), {code: 'EEXIST'});
		}
		await rename(temporary, file);
	}
}

/**
 * As `replaceFile`, and keeps the old file under another name, which must be free; it loses that name
 * again when the file stays after all. `confirm` keeps the old file by throwing.
 */
export async function replaceKeeping(
	place: FilePaths,
	content: Uint8Array,
	kept: string,
	confirm: () => Promise<unknown>,
): Promise<void> {
	let isKept = false;
	try {
		const handle = await replaceFile(place, content, place.file, async () => {
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

const exists = (file: string): Promise<boolean> =>
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
