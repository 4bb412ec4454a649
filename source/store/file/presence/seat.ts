import {type FileHandle, open, rename, stat, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import type {Present} from '../../store.ts';
import {accessOf, share} from '../access.ts';
import type {FilePaths} from '../paths.ts';
import {codeOf, Fault} from '../../reasons.ts';
import {findFolder, makeFolder, nameOf} from './folder.ts';
import {hold, letGo} from './held.ts';
import {encodeRecord} from '../../presence-record.ts';
import {randomHex} from '../../random.ts';

/** Moves are written at most this often, in milliseconds: a held key is not a story for everybody. */
const pace = 50;

/** A session's own file. */
type Own = {handle: FileHandle; key: string; path: string};

/** Where a session tells the others its place: the file that it holds, and when it writes there. */
export class FileSeat {
	readonly #place: FilePaths;
	readonly #mayMake: boolean;
	readonly #appeared: () => void;
	#own: Own | undefined;
	#name: string | undefined;
	#wanted: Present | undefined;
	#written: Present | undefined;
	#lastWrite = -Infinity;
	#later: NodeJS.Timeout | undefined;
	#atWork: Promise<void> | undefined;
	/** Whether the file is to be tended when what is being done is over. */
	#isInDoubt = false;
	/** Whether the last try failed: the next is made when the file is tended, not with every move. */
	#isStuck = false;
	#left = false;

	/** `mayMake`: whether it makes the folder if there is none; `appeared` is called when others can see it. */
	constructor(place: FilePaths, mayMake: boolean, appeared: () => void) {
		this.#place = place;
		this.#mayMake = mayMake;
		this.#appeared = appeared;
	}

	/** The name of the session's own file, from before others can see it. */
	get name(): string | undefined {
		return this.#name;
	}

	publish(present: Present): void {
		this.#wanted = present;
		this.#push();
	}

	/** Makes the file anew if it has gone, and writes what could not be written before. */
	tend(): void {
		if (this.#atWork) this.#isInDoubt = true;
		else if (this.#wanted) this.#start(() => this.#check());
	}

	async leave(): Promise<void> {
		this.#left = true;
		clearTimeout(this.#later);
		await this.#atWork;
		const own = this.#own;
		this.#own = undefined;
		if (!own) return;
		// Before the lock is dropped: nobody need find out that this session is dead.
		await unlink(own.path).catch(() => {});
		// Closing alone would do, unless a child process being started holds a copy for a moment.
		await letGo(own.handle.fd).catch(() => {});
		await own.handle.close().catch(() => {});
	}

	#push(): void {
		if (this.#atWork || this.#later || this.#left || this.#isStuck) return;
		if (this.#wanted === this.#written) return;
		const wait = this.#lastWrite + pace - performance.now();
		if (wait <= 0) this.#start();
		else {
			this.#later = setTimeout(() => {
				this.#later = undefined;
				this.#start();
			}, Math.ceil(wait)).unref();
		}
	}

	/** Writes, after something else perhaps. */
	#start(first?: () => Promise<void>): void {
		if (this.#left) return;
		const before = this.#wanted;
		this.#atWork = (async () => {
			try {
				await first?.();
				if (!this.#later) await this.#write();
				this.#isStuck = false;
			} catch {
				// No permission, no room, no folder: then the others do not see it.
				this.#isStuck = true;
			}
			this.#atWork = undefined;
			if (this.#isInDoubt) {
				this.#isInDoubt = false;
				this.tend();
			} else if (this.#wanted !== before) this.#push();
		})();
	}

	async #write(): Promise<void> {
		const present = this.#wanted;
		if (!present || present === this.#written) return;
		this.#lastWrite = performance.now();
		if (this.#own) await put(this.#own.handle, encodeRecord(this.#own.key, present));
		else {
			const key = randomHex(16);
			this.#name = nameOf(key);
			this.#own = await appear(this.#place, this.#mayMake, key, present);
			this.#appeared();
		}
		this.#written = present;
	}

	/** Gives the file up if it is no longer the one that the others find. */
	async #check(): Promise<void> {
		const own = this.#own;
		if (!own || (await isInPlace(own))) return;
		this.#own = undefined;
		this.#written = undefined;
		await own.handle.close();
	}
}

/**
 * Makes a session's file. It is locked, written and opened to the others under another name, and then
 * renamed, which the lock survives: under its own name, a file that is not locked is that of a dead
 * session, always. For the same reason, records are written in place afterwards (a lock does not pass to a
 * file that is renamed over another), and a name is never used twice.
 */
async function appear(
	place: FilePaths,
	mayMake: boolean,
	key: string,
	present: Present,
): Promise<Own> {
	if (mayMake) await makeFolder(place);
	if (!(await findFolder(place))) throw new Fault('there is no folder for presence');
	const temporary = join(place.presence, nameOf(key, 'tmp'));
	const path = join(place.presence, nameOf(key));
	const handle = await open(temporary, 'wx+', 0o600);
	try {
		if (!(await hold(handle.fd))) throw new Fault('somebody is in the way');
		await put(handle, encodeRecord(key, present));
		await share(handle, await accessOf(place.file), recordMode);
		await rename(temporary, path);
	} catch (error) {
		await handle.close().catch(() => {});
		await unlink(temporary).catch(() => {});
		throw error;
	}
	return {handle, key, path};
}

/** Who may read the database may read the record, and nobody but its owner writes it. */
const recordMode = (rights: number): number => 0o600 | (rights & 0o044);

/** One write, so that a reader hardly ever meets half of it. Not brought to the disk: it is for the living. */
async function put(handle: FileHandle, record: Buffer): Promise<void> {
	const {bytesWritten} = await handle.write(record, 0, record.length, 0);
	if (bytesWritten < record.length) throw new Fault('the disk is full');
}

async function isInPlace({handle, path}: Own): Promise<boolean> {
	const held = await handle.stat({bigint: true});
	try {
		const found = await stat(path, {bigint: true});
		return found.dev === held.dev && found.ino === held.ino;
	} catch (error) {
		return codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR';
	}
}
