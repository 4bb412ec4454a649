import {access, constants, realpath, stat} from 'node:fs/promises';
import {Low} from 'lowdb';
import {type Store, Unusable} from '../store.ts';
import {FileAdapter, Unreadable} from './adapter.ts';
import {type FilePaths, pathsOf} from './paths.ts';
import {codeOf, Fault, reasonOf} from '../reasons.ts';
import {visible} from '../show.ts';
import {listSnapshots} from './snapshots.ts';
import {type FileOptions, FileStore} from './store.ts';

/**
 * Opens the database in a file. Symbolic links are followed once, now. Throws `Unusable` when there is
 * no database there that this program can use; one that it cannot write opens read-only.
 */
export async function openFile(path: string, options: FileOptions = {}): Promise<Store> {
	const place = await findFile(path);
	const adapter = new FileAdapter(place, path);
	try {
		const database = await adapter.read();
		if (!database) throw new Fault('it is empty');
		const readOnly = options.readOnly ? 'this session is read-only' : await whyNotWritable(place);
		const warning = await sayNames(place);
		const low = new Low(adapter, database);
		return new FileStore(path, place, low, adapter, readOnly, {...options, warning});
	} catch (error) {
		await adapter.close();
		// What is wrong inside the file already says where.
		const isLocated = error instanceof Unreadable && error.message.startsWith(`${visible(path)}:`);
		throw new Unusable(isLocated ? error.message : `${visible(path)}: ${openingReason(error)}`);
	}
}

/**
 * That the file has names besides its own, as a sentence: a save gives its own a new file. A snapshot is no such
 * name: one is left over where a session was killed between making it and saving.
 */
export async function sayNames(place: FilePaths): Promise<string | undefined> {
	const {dev, ino, nlink} = await stat(place.file);
	if (nlink < 2) return undefined;
	const snapshots = await listSnapshots(place).catch(() => []);
	const kept = await Promise.all(snapshots.map(({file}) => stat(file).catch(() => undefined)));
	const own = kept.filter((one) => one?.dev === dev && one.ino === ino).length;
	if (nlink - own < 2) return undefined;
	return `${visible(place.name)} has another name as well (a hard link): saving parts the two, and the other stays as it is now; make that a symbolic link`;
}

async function findFile(path: string): Promise<FilePaths> {
	try {
		const file = await realpath(path);
		const found = await stat(file);
		if (found.isDirectory()) throw new Fault('is a folder; name the database file in it');
		if (!found.isFile()) throw new Fault('is not a file; name a database file');
		return pathsOf(file);
	} catch (error) {
		throw new Unusable(`${visible(path)}: ${openingReason(error)}`);
	}
}

const openingReason = (error: unknown): string =>
	codeOf(error) === 'ENOENT'
		? 'there is no such file; check the name and the folder'
		: codeOf(error) === 'EACCES'
			? 'you have no permission to read it; ask whoever looks after it'
			: reasonOf(error);

/** Saving replaces the file, so that takes the right to write the file and its folder. */
async function whyNotWritable({file, directory, lock}: FilePaths): Promise<string | undefined> {
	const refusal = async (what: string, path: string, mode: number) => {
		try {
			await access(path, mode);
			return undefined;
		} catch (error) {
			const code = codeOf(error);
			if (code === 'ENOENT') return undefined;
			const forbidden = code === 'EACCES' || code === 'EPERM';
			return forbidden ? `you have no permission to write ${what}` : reasonOf(error);
		}
	};
	const {W_OK, X_OK, R_OK} = constants;
	return (
		(await refusal('the file', file, W_OK)) ??
		(await refusal(`its folder ${visible(directory)}`, directory, W_OK | X_OK)) ??
		(await refusal(
			`its lock file ${visible(lock)}, which its owner mends by saving once`,
			lock,
			R_OK | W_OK,
		))
	);
}
