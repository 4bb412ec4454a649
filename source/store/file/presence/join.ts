import {type BigIntStats, type FSWatcher, watch} from 'node:fs';
import {basename} from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {Sitting} from '../../presence.ts';
import type {Presence, Present, Who} from '../../store.ts';
import type {FilePaths} from '../paths.ts';
import {findFolder, type Listing, makeFolder, namesIn, partsOf} from './folder.ts';
import {Others} from './others.ts';
import {FileSeat} from './seat.ts';

/**
 * How often the folder is looked at besides, in milliseconds: nothing is reported of a session that
 * dies, nor on network disks.
 */
const interval = 2000;

/** The least time between two looks, in milliseconds: many moves at once cost one look. */
const rest = 10;

/** More events than this between two polls are no meeting: the folder is then merely polled. */
const flood = 10_000;

const nothing: Listing = {names: new Set(), isComplete: true};

/** Connects a session to the others on a database file; `mayMake`: whether it makes their folder. */
export function joinFile(
	place: FilePaths,
	who: Who,
	now: () => string,
	mayMake: boolean,
): Presence {
	const room = new FileRoom(place, mayMake, (presents) => sitting.hear(presents));
	const sitting = new Sitting(who, now, room);
	return sitting;
}

/**
 * The folder beside the database in which every session has a file, seen from one of them. A folder of
 * its own, so that nobody who watches the database is woken when somebody moves.
 */
class FileRoom {
	readonly #place: FilePaths;
	readonly #mayMake: boolean;
	readonly #hear: (presents: Present[]) => void;
	readonly #seat: FileSeat;
	readonly #others: Others;
	readonly #poll: NodeJS.Timeout;
	#watcher: FSWatcher | undefined;
	#watched: BigIntStats | undefined;
	#events = 0;
	/** What is to be looked at: names, and whether each came or went; or everything. */
	#heardOf = new Map<string, boolean>();
	#isAllDue = false;
	#looking: Promise<void> | undefined;
	/** Settled once everything has been looked at. */
	readonly #looked = Promise.withResolvers<void>();
	#left = false;
	readonly #leaving = new AbortController();

	constructor(place: FilePaths, mayMake: boolean, hear: (presents: Present[]) => void) {
		this.#place = place;
		this.#mayMake = mayMake;
		this.#hear = hear;
		this.#seat = new FileSeat(place, mayMake, () => this.#lookAtAll());
		this.#others = new Others(place);
		this.#poll = setInterval(() => {
			this.#events = 0;
			this.#seat.tend();
			this.#lookAtAll();
		}, interval).unref();
		this.#lookAtAll();
	}

	publish(present: Present): void {
		this.#seat.publish(present);
	}

	ready(): Promise<void> {
		return this.#looked.promise;
	}

	async leave(): Promise<void> {
		this.#left = true;
		this.#looked.resolve();
		this.#leaving.abort();
		clearInterval(this.#poll);
		this.#unwatch();
		await this.#seat.leave();
		await this.#looking;
		await this.#others.close();
	}

	#lookAtAll(): void {
		this.#isAllDue = true;
		this.#look();
	}

	/** Looks at what is due as soon as nothing else is looked at; many calls at once cost one look. */
	#look(): void {
		if (this.#left) return;
		this.#looking ??= this.#lookUntilDone();
	}

	async #lookUntilDone(): Promise<void> {
		while (!this.#left && (this.#isAllDue || this.#heardOf.size > 0)) {
			// Whatever goes wrong, presence is not worth a crash.
			await this.#lookOnce().catch(() => {});
			this.#looked.resolve();
			// Leaving does not wait for it.
			const {signal} = this.#leaving;
			await pause(rest, undefined, {ref: false, signal}).catch(() => {});
		}
		this.#looking = undefined;
	}

	async #lookOnce(): Promise<void> {
		const names = this.#heardOf;
		this.#heardOf = new Map();
		if (this.#isAllDue) {
			this.#isAllDue = false;
			const found = await this.#findFolder();
			// Before it is listed, so that nothing is missed that happens meanwhile.
			this.#watch(found);
			const listing = found ? await namesIn(this.#place) : nothing;
			await this.#others.lookAtAll(listing, this.#seat.name);
		}
		for (const [name, isNew] of names) await this.#others.lookAt(name, isNew);
		this.#hear(this.#others.presents());
	}

	async #findFolder(): Promise<BigIntStats | undefined> {
		const found = await findFolder(this.#place);
		if (found || !this.#mayMake) return found;
		await makeFolder(this.#place).catch(() => {});
		return findFolder(this.#place);
	}

	/** Watches the folder that is there now, if it is another than before. */
	#watch(found: BigIntStats | undefined): void {
		const isSame =
			found?.dev === this.#watched?.dev &&
			found?.ino === this.#watched?.ino &&
			found?.birthtimeNs === this.#watched?.birthtimeNs;
		if (this.#left || (isSame && this.#watcher)) return;
		this.#unwatch();
		this.#watched = found;
		if (!found) return;
		try {
			const heard = (event: string, name: string | null) => this.#heard(event, name);
			this.#watcher = watch(this.#place.presence, {persistent: false}, heard);
			this.#watcher.on('error', () => this.#unwatch());
		} catch {
			// No permission, or no watches left: the poll has to do.
		}
	}

	#unwatch(): void {
		this.#watcher?.close();
		this.#watcher = undefined;
		this.#watched = undefined;
	}

	#heard(event: string, name: string | null): void {
		if (++this.#events > flood) return this.#unwatch();
		const isChange = event === 'change';
		if (name === null || name === basename(this.#place.presence)) {
			// The folder itself: it has gone, or its access rights have changed.
			if (!isChange) {
				this.#unwatch();
				this.#seat.tend();
			}
			this.#lookAtAll();
		} else if (name === this.#seat.name) {
			// One's own writing is not news; but somebody may have taken the file away.
			if (!isChange) this.#seat.tend();
		} else if (partsOf(name)?.isInMaking === false) {
			this.#heardOf.set(name, !isChange || this.#heardOf.get(name) === true);
			this.#look();
		}
	}
}
