import {constants, readSync} from 'node:fs';
import {type FileHandle, open, unlink} from 'node:fs/promises';
import {join} from 'node:path';
import {mostOthers} from '../../presence.ts';
import type {Present} from '../../store.ts';
import type {FilePaths} from '../paths.ts';
import {codeOf} from '../../reasons.ts';
import {type Listing, partsOf} from './folder.ts';
import {isHeld} from './held.ts';
import {decodeRecord, largestRecord} from '../../presence-record.ts';

/** How old a file in the making must be before it counts as left behind, in milliseconds. */
const young = 60_000;

/** What goes away by itself: the file may be a session's all the same. */
const passing = new Set(['EMFILE', 'ENFILE', 'ENOMEM', 'EIO', 'ESTALE', 'EAGAIN', 'ENOLCK']);

/**
 * A live session's file. It stays open: asking whether it still lives and reading it again is one call
 * each, and no other file can pass for it.
 */
type Known = {
	handle: FileHandle;
	key: string;
	bytes: Buffer;
	present: Present | undefined;
	/** Whether what was read last was not a record. */
	isTorn: boolean;
};

/** The other sessions' files, as far as they were looked at. */
export class Others {
	readonly #place: FilePaths;
	readonly #known = new Map<string, Known>();
	/** Names with which nothing can be done: of dead sessions that may not be removed, of what may not be read. */
	readonly #useless = new Set<string>();
	readonly #buffer = Buffer.alloc(largestRecord);

	constructor(place: FilePaths) {
		this.#place = place;
	}

	presents(): Present[] {
		return [...this.#known.values()].flatMap(({present}) => present ?? []);
	}

	/** Looks at every file that is known or listed. */
	async lookAtAll({names, isComplete}: Listing, own: string | undefined): Promise<void> {
		for (const name of this.#useless) if (!names.has(name)) this.#useless.delete(name);
		for (const name of new Set([...this.#known.keys(), ...names])) {
			if (name === own || (isComplete && !names.has(name))) await this.#forget(name);
			else if (!this.#useless.has(name)) await this.#look(name);
		}
	}

	/** Looks at one file, of which something was heard: that it came or went (`isNew`), or was written. */
	async lookAt(name: string, isNew: boolean): Promise<void> {
		if (isNew) await this.#forget(name);
		this.#useless.delete(name);
		// Who writes lives; whether it still does is asked at the next look at all.
		await this.#look(name, true);
	}

	async close(): Promise<void> {
		for (const name of this.#known.keys()) await this.#forget(name);
	}

	async #look(name: string, isAlive = false): Promise<void> {
		const known = this.#known.get(name);
		try {
			if (!known) await this.#meet(name);
			else if (isAlive || (await isHeld(known.handle.fd))) this.#read(known);
			else await this.#bury(name);
		} catch (error) {
			const code = codeOf(error) ?? '';
			if (!known && code !== 'ENOENT' && !passing.has(code)) this.#useless.add(name);
		}
	}

	/** Opens a file that was not known, and keeps it if its session lives. */
	async #meet(name: string): Promise<void> {
		const parts = partsOf(name);
		if (!parts || this.#known.size >= mostOthers) return;
		const {key, isInMaking} = parts;
		const {O_RDONLY, O_NOFOLLOW, O_NONBLOCK} = constants;
		// Whatever was put there: no link is followed, and no pipe waited for.
		const handle = await open(join(this.#place.presence, name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
		let isKept = false;
		try {
			const found = await handle.stat();
			if (!found.isFile()) {
				this.#useless.add(name);
			} else if (isInMaking && Date.now() - found.mtimeMs <= young) {
				// Whoever makes it is about to lock it, and to ask would be in the way.
			} else if (!(await isHeld(handle.fd))) {
				await this.#bury(name);
			} else if (!isInMaking) {
				const known = {handle, key, bytes: Buffer.alloc(0), present: undefined, isTorn: false};
				this.#read(known);
				this.#known.set(name, known);
				isKept = true;
			}
		} finally {
			if (!isKept) await handle.close();
		}
	}

	/**
	 * A record that is half written is read again soon; until then, the one before holds. Read without
	 * waiting, for going through Node's threads costs fifty times as much, and others move all the time.
	 */
	#read(known: Known): void {
		const length = readSync(known.handle.fd, this.#buffer, 0, largestRecord, 0);
		const bytes = this.#buffer.subarray(0, length);
		if (!known.isTorn && bytes.equals(known.bytes)) return;
		const present = decodeRecord(known.key, bytes);
		if (present || known.isTorn) known.present = present;
		known.isTorn = !present;
		known.bytes = Buffer.from(bytes);
	}

	/** Removes the file of a session that died. */
	async #bury(name: string): Promise<void> {
		await this.#forget(name);
		this.#useless.add(name);
		await unlink(join(this.#place.presence, name)).catch(() => {});
	}

	async #forget(name: string): Promise<void> {
		const known = this.#known.get(name);
		this.#known.delete(name);
		await known?.handle.close().catch(() => {});
	}
}
