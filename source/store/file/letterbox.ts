import {constants} from 'node:fs';
import {
	type FileHandle,
	lstat,
	mkdir,
	open,
	readdir,
	realpath,
	rename,
	stat,
	unlink,
} from 'node:fs/promises';
import path from 'node:path';
import {daysKept, largestLetter, type Letterbox, mostLetters} from '../letterbox.ts';
import {type Access, accessOf, share} from './access.ts';
import {codeOf, Fault} from '../reasons.ts';

/** Who may read the database's file by its group may read what is handed over; others never. */
const fileMode = (rights: number): number => 0o600 | (rights & 0o040);
const folderMode = (rights: number): number => 0o2700 | (rights & 0o060) | ((rights & 0o040) >> 2);

/**
 * Letters as files in a folder beside the database: `<id>.json` waits, `<id>.taken` says that it was taken.
 * The folder is made by the first letter; where it cannot be used, there are none and nobody is kept from
 * working.
 */
export async function openFileLetterbox(location: string): Promise<Letterbox> {
	const file = await realpath(location);
	const folder = path.join(path.dirname(file), `.${path.basename(file)}.handover`);
	const at = (id: string, kind: 'json' | 'taken' | 'tmp') => path.join(folder, `${id}.${kind}`);
	return {
		async put(id, text, isForOneself) {
			const database = await accessOf(file);
			await makeFolder(folder, database);
			const handle = await open(at(id, 'tmp'), 'wx', 0o600);
			try {
				await handle.writeFile(text);
				await share(handle, database, fileMode);
				if (!isForOneself) await expectReadable(handle, database);
				await handle.sync();
				await rename(at(id, 'tmp'), at(id, 'json'));
			} catch (error) {
				await unlink(at(id, 'tmp')).catch(() => {});
				throw error;
			} finally {
				await handle.close();
			}
		},
		async look() {
			const names = await namesIn(folder);
			const ids = (kind: string) =>
				names.flatMap((name) => (name.endsWith(`.${kind}`) ? [path.parse(name).name] : []));
			return {waiting: ids('json'), taken: ids('taken')};
		},
		read: (id) => read(at(id, 'json')),
		async take(id) {
			if (!(await wasThere(rename(at(id, 'json'), at(id, 'taken'))))) return false;
			// What was written there is the taker's now: only that it was taken is left.
			await replaceByNothing(at(id, 'taken'), at(id, 'tmp')).catch(() => {});
			return true;
		},
		withdraw: (id) => wasThere(unlink(at(id, 'json'))),
		forget: (id) => unlink(at(id, 'taken')).catch(() => {}),
		sweep: () => sweep(folder),
	};
}

/** Whether something could be done because the file for it was there; throws what else went wrong. */
const wasThere = (done: Promise<void>): Promise<boolean> =>
	done.then(
		() => true,
		(error: unknown) => {
			if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return false;
			throw error;
		},
	);

/** Makes the folder unless it is there, for those who may read and write the database as its group. */
async function makeFolder(folder: string, database: Access): Promise<void> {
	await mkdir(folder, 0o700).catch((error: unknown) => {
		if (codeOf(error) !== 'EEXIST') throw error;
	});
	const {O_RDONLY, O_DIRECTORY, O_NOFOLLOW} = constants;
	const handle = await open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	try {
		await share(handle, database, folderMode);
	} finally {
		await handle.close();
	}
}

/** Whether a colleague may read it is for the file system to say: a file that only its owner may read helps nobody. */
async function expectReadable(handle: FileHandle, database: Access): Promise<void> {
	const {mode, gid} = await handle.stat();
	if ((mode & 0o040) !== 0 && gid === database.gid) return;
	throw new Fault('the database has no group that could read it; hand it over in words');
}

async function namesIn(folder: string): Promise<string[]> {
	const found = await lstat(folder).catch(() => undefined);
	if (!found?.isDirectory()) return [];
	const names = await readdir(folder).catch((): string[] => []);
	return names
		.filter((name) => /^[0-9a-f]{32}\.(json|taken|tmp)$/.test(name))
		.slice(0, mostLetters);
}

/** What a file holds, whatever was put there; undefined when it is nothing that can be used. */
async function read(file: string): Promise<unknown> {
	const {O_RDONLY, O_NOFOLLOW, O_NONBLOCK} = constants;
	const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => undefined);
	try {
		const found = await handle?.stat();
		if (!handle || !found?.isFile() || found.size > largestLetter) return undefined;
		return JSON.parse(await handle.readFile('utf8')) as unknown;
	} catch {
		return undefined;
	} finally {
		await handle?.close();
	}
}

async function replaceByNothing(file: string, temporary: string): Promise<void> {
	const handle = await open(temporary, 'wx', 0o600);
	await handle.close();
	await rename(temporary, file);
}

/** Removes what nobody has fetched for a month, as far as this user may. */
async function sweep(folder: string): Promise<void> {
	for (const name of await namesIn(folder)) {
		const found = await stat(path.join(folder, name)).catch(() => undefined);
		if (found && Date.now() - found.mtimeMs > daysKept * 86_400_000) {
			await unlink(path.join(folder, name)).catch(() => {});
		}
	}
}
