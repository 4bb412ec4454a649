import type {BigIntStats} from 'node:fs';
import {constants, fstatSync} from 'node:fs';
import {access, type FileHandle, open, stat} from 'node:fs/promises';
import process from 'node:process';
import type {Adapter} from 'lowdb';
import {count} from '../../domain/words.ts';
import type {Database} from '../../domain/schema/index.ts';
import {duplicateIds} from '../../domain/queries/check.ts';
import {encodeDatabase} from '../format.ts';
import {parseBytes} from './parse-bytes.ts';
import {Pieces} from './pieces.ts';
import {type FilePaths, unchanged} from './paths.ts';
import {locate} from './positions.ts';
import {readOpen} from './read.ts';
import {Fault, reasonOf} from '../reasons.ts';
import {replaceFile, syncDirectory} from './replace.ts';
import {readTail} from './tail.ts';
import {visible} from '../show.ts';

/** What is in the file is not a database that this session can go on with. */
export class Unreadable extends Fault {
	override name = 'Unreadable';
	/** Whether that stays so until another program is installed: a newer Boardwalk wrote the file. */
	readonly newer: boolean;

	constructor(message: string, newer = false) {
		super(message);
		this.newer = newer;
	}
}

/** The file was replaced between being read and being saved. */
export class Overtaken extends Error {
	override name = 'Overtaken';
}

/** The database was saved, but the disk did not confirm that this would survive a power cut. */
export class Unconfirmed extends Fault {
	override name = 'Unconfirmed';
}

/**
 * lowdb's access to the file: reads only what changed, and replaces the file safely. Writing presumes
 * that the lock is held and that the newest content was read under it.
 */
export class FileAdapter implements Adapter<Database> {
	readonly #place: FilePaths;
	readonly #title: string;
	/**
	 * The file last read or written stays open: as long as it is, no other file can get its inode
	 * number, so a file that looks the same is the same.
	 */
	#held: FileHandle | undefined;
	#seen: BigIntStats | undefined;
	#known: Database | undefined;
	readonly #pieces = new Pieces();
	/** The length of the file in which what is known stood, in bytes. */
	#length = 0;
	/** Files that are being closed. */
	readonly #closing = new Set<Promise<void>>();
	/** The file of which the end alone was read, held open like the other. */
	#tail: {handle: FileHandle; seen: BigIntStats} | undefined;
	#unreadable: Unreadable | undefined;
	/**
	 * Called when a new file is ready and about to take the place of the old one; returns how to take back
	 * what was done then, should the old one stay after all.
	 */
	beforeReplace: (() => Promise<() => Promise<void>>) | undefined;

	constructor(place: FilePaths, title: string) {
		this.#place = place;
		this.#title = title;
	}

	/** The database if it is another than the one last read or written, else null. */
	async read(): Promise<Database | null> {
		const {file} = this.#place;
		if (unchanged(this.#seen, await stat(file, {bigint: true}))) return this.#asBefore();
		// Not blocking, in case that something which is not a file was put there.
		const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			const found = await handle.stat({bigint: true});
			const bytes = await readOpen(handle);
			await this.#hold(handle, found);
			return await this.#take(bytes);
		} catch (error) {
			if (this.#held !== handle) await handle.close();
			throw error;
		}
	}

	/**
	 * What the end of the file tells of the acts since what is known: the database that they lead to; null if the end was
	 * read already; undefined if only the whole tells. Nothing is saved on the strength of it: `read` reads the whole.
	 */
	async readTail(): Promise<Database | null | undefined> {
		const known = this.#known;
		// Windows keeps no replaced file.
		if (!known || this.#unreadable || process.platform === 'win32') return undefined;
		const {file} = this.#place;
		const now = await stat(file, {bigint: true});
		if (unchanged(this.#seen, now)) return undefined;
		if (this.#tail && unchanged(this.#tail.seen, now)) return null;
		const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
		try {
			const seen = await handle.stat({bigint: true});
			const length = Number(seen.size);
			const database = seen.isFile()
				? await readTail(handle, length, known, this.#length)
				: undefined;
			if (!database) {
				await handle.close();
				return undefined;
			}
			this.#letGo(this.#tail?.handle);
			this.#tail = {handle, seen};
			this.#known = database;
			this.#length = length;
			return database;
		} catch (error) {
			await handle.close().catch(() => {});
			throw error;
		}
	}

	async write(database: Database): Promise<void> {
		const seen = this.#seen;
		if (!seen) throw new Overtaken();
		let takeBack: (() => Promise<void>) | undefined;
		const permission = access(this.#place.file, constants.W_OK);
		const bytes = encodeDatabase(database);
		await permission;
		const handle = await replaceFile(this.#place, bytes, this.#place.file, async () => {
			if (!unchanged(seen, await stat(this.#place.file, {bigint: true}))) throw new Overtaken();
			takeBack = await this.beforeReplace?.();
		}).catch(async (error: unknown) => {
			await takeBack?.();
			throw error;
		});
		// From here on the file is replaced, whatever happens.
		this.#known = database;
		this.#length = bytes.length;
		this.#pieces.remember(bytes, database);
		this.#seen = undefined;
		try {
			await this.#hold(handle, fstatSync(handle.fd, {bigint: true}));
			await syncDirectory(this.#place);
		} catch (error) {
			if (this.#held !== handle) await handle.close().catch(() => {});
			throw new Unconfirmed(
				`the change is in the file, but the disk has not confirmed it: ${reasonOf(error)}`,
			);
		}
	}

	async close(): Promise<void> {
		for (const one of [this.#held, this.#tail?.handle]) this.#letGo(one);
		this.#held = undefined;
		this.#tail = undefined;
		this.#seen = undefined;
		await Promise.all(this.#closing);
	}

	/**
	 * Closes a file that was replaced. Whoever reads or saves does not wait for that: to whoever closes it last falls the
	 * disk's work of giving it up, which can take as long as a save.
	 */
	#letGo(handle: FileHandle | undefined): void {
		const closed = handle
			?.close()
			.catch(() => {})
			.finally(() => this.#closing.delete(closed as Promise<void>));
		if (closed) this.#closing.add(closed);
	}

	async #hold(handle: FileHandle, seen: BigIntStats): Promise<void> {
		const before = [this.#held, this.#tail?.handle];
		this.#held = handle;
		this.#tail = undefined;
		this.#seen = seen;
		for (const one of before) this.#letGo(one);
		// Windows numbers files once and for all, and does not replace one that is open.
		if (process.platform === 'win32') await handle.close();
	}

	#asBefore(): null {
		if (this.#unreadable) throw this.#unreadable;
		return null;
	}

	async #take(bytes: Buffer): Promise<Database | null> {
		const known = this.#known;
		try {
			const database = await this.#parse(bytes);
			this.#unreadable = undefined;
			this.#known = database;
			this.#length = bytes.length;
			return database === known ? null : database;
		} catch (error) {
			this.#unreadable =
				error instanceof Unreadable
					? error
					: new Unreadable(`it cannot be read: ${reasonOf(error)}`);
			throw this.#unreadable;
		}
	}

	async #parse(bytes: Buffer): Promise<Database> {
		const known = this.#known;
		const database = (known && this.#pieces.read(bytes, known)) ?? (await this.#parseWhole(bytes));
		if (database === known) return database;
		const duplicates = duplicateIds(database, known);
		const [first] = duplicates;
		if (first) {
			const {line, column} = locate(new TextDecoder().decode(bytes), first.path);
			const rest = andMore(duplicates.length - 1, this.#title);
			throw new Unreadable(`${visible(this.#title)}:${line}:${column}: ${first.message}${rest}`);
		}
		const objection = known && foreign(database, known);
		if (objection) throw new Unreadable(`${objection}; close it here and open it again`);
		return database;
	}

	async #parseWhole(bytes: Buffer): Promise<Database> {
		const parsed = await parseBytes(bytes, this.#title, this.#known);
		if (parsed.ok) {
			this.#pieces.remember(bytes, parsed.database);
			return parsed.database;
		}
		const {problems, more, newer} = parsed;
		const [first] = problems;
		if (newer !== undefined) throw new Unreadable(`it ${first?.message}`, true);
		const rest = andMore(problems.length + more - 1, this.#title);
		throw new Unreadable(`${first?.text}${rest}`);
	}
}

const andMore = (more: number, title: string): string =>
	more > 0 ? ` (and ${count(more, 'more problem')}: run boardwalk check ${visible(title)})` : '';

/** Why a database cannot be what became of the one that was known, or undefined. */
function foreign(found: Database, known: Database): string | undefined {
	if (found.id !== known.id) return 'another database was put in its place';
	if (found.revision < known.revision) {
		return `an older copy (revision ${found.revision}) was put in the place of revision ${known.revision}`;
	}
	const last = known.log.at(-1);
	if (!last) return undefined;
	// What was known may have been archived since: then nothing contradicts it.
	const isArchived = (found.log[0]?.revision ?? 0) > last.revision;
	const same = found.log.findLast(({revision}) => revision === last.revision);
	return isArchived || same?.hash === last.hash
		? undefined
		: 'a copy with another history was put in its place';
}
