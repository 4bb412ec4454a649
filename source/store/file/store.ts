import type {Low} from 'lowdb';
import type {Act} from '../../domain/changes/index.ts';
import type {commit} from '../../domain/commit.ts';
import type {Database} from '../../domain/schema/index.ts';
import {systemEnvironment} from '../environment.ts';
import {Listeners} from '../listeners.ts';
import {absent} from '../presence.ts';
import type {Environment, StoreNews, CommitOutcome, Presence, Store, Who} from '../store.ts';
import {unsaved} from '../unsaved.ts';
import {type FileAdapter, Overtaken, Unconfirmed, Unreadable} from './adapter.ts';
import {withLock} from './lock.ts';
import {Looks} from './looks.ts';
import {ownsFolder, type FilePaths, whyNotClosed} from './paths.ts';
import {joinFile} from './presence/join.ts';
import {explain, Fault, reasonOf} from '../reasons.ts';
import {sweep} from './replace.ts';
import {visible} from '../show.ts';
import {Snapshots} from './snapshots.ts';
import {Turns} from '../turns.ts';
import {watchFile} from './watch.ts';

/**
 * For how long a file must be unusable before watchers are told: an editor that writes in place leaves
 * it half written for a moment. Milliseconds.
 */
const settling = 150;

export type FileOptions = {
	environment?: Environment;
	/** Never write, even if the file would allow it. */
	readOnly?: boolean;
	/** What is to be known before the first save. */
	warning?: string | undefined;
	/** For how long other sessions' saves may stand still before this one gives up; milliseconds, 10,000 unless given. */
	patience?: number;
};

/** A database in a file that several processes read and write at the same time; `openFile` opens one. */
export class FileStore implements Store {
	readonly title: string;
	readonly warning: string | undefined;
	/** The title, fit for a message. */
	readonly #name: string;
	readonly #place: FilePaths;
	readonly #low: Low<Database>;
	readonly #adapter: FileAdapter;
	readonly #snapshots: Snapshots;
	readonly #environment: Environment;
	readonly #patience: number;
	readonly #listeners = new Listeners<StoreNews>();
	readonly #joined: Presence[] = [];
	/** Acts wait for each other; reading and writing the file wait only for each other. */
	readonly #acts = new Turns();
	readonly #disk = new Turns();
	#newest: Database;
	#readOnly: string | undefined;
	#problem: string | undefined;
	#unwatch: (() => void) | undefined;
	/** What is yet to be told: listeners take their time, and the lock is not held for them. */
	#untold: StoreNews[] = [];
	#unusableSince: number | undefined;
	readonly #looks = new Looks(this.#disk, {
		isSaving: () => this.#saving,
		end: () => this.#follow(),
		whole: () => this.#refresh(),
		failed: (error) => this.#doubt(error),
		over: () => this.#tell(),
	});
	#saving = false;
	#closed = false;

	constructor(
		title: string,
		place: FilePaths,
		low: Low<Database>,
		adapter: FileAdapter,
		readOnly: string | undefined,
		{environment = systemEnvironment, patience = 10_000, warning}: FileOptions,
	) {
		this.title = title;
		this.warning = warning;
		this.#name = visible(place.name);
		this.#place = place;
		this.#low = low;
		this.#adapter = adapter;
		this.#snapshots = new Snapshots(place);
		this.#newest = low.data;
		this.#readOnly = readOnly;
		this.#environment = environment;
		this.#patience = patience;
	}

	get readOnly(): string | undefined {
		return this.#readOnly;
	}

	read(): Database {
		return this.#newest;
	}

	commit(act: Act, who: Who): Promise<CommitOutcome> {
		if (this.#closed) {
			return Promise.resolve(unsaved('the database has been closed; open it again'));
		}
		return this.#acts.run(() => this.#commit(act, who));
	}

	watch(listener: (news: StoreNews) => void): () => void {
		if (this.#closed) return () => {};
		const remove = this.#listeners.add(listener);
		if (!this.#unwatch) {
			this.#problem = undefined;
			this.#unwatch = watchFile(this.#place, () => this.#looks.now());
		}
		// What happened before the watch.
		this.#looks.now();
		return () => {
			remove();
			if (this.#listeners.size > 0) return;
			this.#unwatch?.();
			this.#unwatch = undefined;
		};
	}

	join(who: Who): Presence {
		if (this.#closed) return absent;
		const now = () => this.#environment.now();
		const presence = joinFile(this.#place, who, now, this.#readOnly === undefined);
		this.#joined.push(presence);
		return presence;
	}

	async close(): Promise<void> {
		this.#closed = true;
		const left = this.#joined.splice(0).map((presence) => presence.close());
		this.#listeners.clear();
		this.#unwatch?.();
		this.#unwatch = undefined;
		this.#looks.stop();
		await this.#acts.idle();
		await this.#disk.idle();
		await this.#adapter.close();
		await Promise.all(left);
	}

	async #commit(act: Act, who: Who): Promise<CommitOutcome> {
		if (this.#readOnly !== undefined) {
			return unsaved(`${this.#name} was not changed: ${this.#readOnly}`);
		}
		const open = who.keyed ? await whyNotClosed(this.#place) : undefined;
		if (open !== undefined) return unsaved(`${this.#name} was not changed: ${open}`);
		// Loaded only now: whoever just reads need not wait for all that can be done.
		const {commit} = await import('../../domain/commit.ts');
		this.#saving = true;
		try {
			return await withLock(
				this.#place,
				this.#patience,
				(goesOn) => this.#disk.run(() => this.#transact(commit, act, who, goesOn)),
				who.actor.user,
			);
		} catch (error) {
			if (error instanceof Unconfirmed) return unsaved(`${this.#name}: ${error.message}`);
			const why = reasonOf(await explain(error, this.#place.directory));
			return unsaved(`${this.#name} was not changed: ${why}`);
		} finally {
			this.#saving = false;
			this.#tell();
			this.#looks.ifAsked();
		}
	}

	/** Reads, applies and saves; once more when an editor that knows of no lock came in between. */
	async #transact(
		apply: typeof commit,
		act: Act,
		who: Who,
		goesOn: () => void,
	): Promise<CommitOutcome> {
		for (let attempt = 1; ; attempt++) {
			// Side by side, and both ended before the lock is let go of, whatever happens.
			const beside = Promise.all([who.owner ?? ownsFolder(this.#place), sweep(this.#place)]);
			try {
				await this.#refresh();
			} finally {
				await beside;
			}
			const [owner] = await beside;
			goesOn();
			const before = this.#newest;
			const outcome = apply(before, act, {
				...who,
				owner,
				now: this.#environment.now(),
				salt: this.#environment.salt(),
			});
			if (!outcome.ok || outcome.database === before) return outcome;
			const {database, entry} = outcome;
			goesOn();
			this.#adapter.beforeReplace = () => {
				goesOn();
				return this.#snapshots.keep(before, entry, this.#environment.now());
			};
			try {
				await this.#save(database);
				return outcome;
			} catch (error) {
				if (!(error instanceof Overtaken)) throw error;
				if (attempt === 3) throw new Fault('another program keeps writing to it; try again');
			} finally {
				if (this.#newest === database) await this.#snapshots.saved(database, entry);
			}
		}
	}

	async #save(database: Database): Promise<void> {
		this.#low.data = database;
		try {
			await this.#low.write();
		} catch (error) {
			if (error instanceof Unconfirmed) this.#advance(database);
			else this.#low.data = this.#newest;
			throw error;
		}
		this.#advance(database);
	}

	#advance(database: Database): void {
		this.#newest = database;
		this.#untold.push({database});
	}

	#tell(): void {
		for (const news of this.#untold.splice(0)) this.#listeners.tell(news);
	}

	/** Takes in what the end of the file tells. */
	async #follow(): Promise<'news' | 'nothing' | 'unclear'> {
		// What cannot be read is told of by whoever reads the whole.
		const database = await this.#adapter.readTail().catch(() => undefined);
		if (database === undefined) return 'unclear';
		if (database === null) return 'nothing';
		this.#low.data = database;
		this.#advance(database);
		return 'news';
	}

	/** Takes in what is on the disk now, and tells; throws when that is not usable. */
	async #refresh(): Promise<void> {
		try {
			await this.#low.read();
		} catch (error) {
			if (error instanceof Unreadable && error.newer) this.#readOnly = error.message;
			this.#unusableSince ??= performance.now();
			throw error;
		}
		this.#looks.wholeIsRead();
		this.#unusableSince = undefined;
		this.#report(undefined);
		if (this.#low.data !== this.#newest) this.#advance(this.#low.data);
	}

	/** Tells why the file cannot be used, when that has been so for a while; else looks again then. */
	#doubt(error: unknown): void {
		const left = settling - (performance.now() - (this.#unusableSince ?? 0));
		if (left <= 0) {
			const title = visible(this.title);
			const reason = reasonOf(error);
			// What is wrong inside the file already says where; a status line has no room for a path.
			this.#report(
				reason.startsWith(`${title}:`)
					? this.#name + reason.slice(title.length)
					: `${this.#name} cannot be read: ${reason}`,
			);
			return;
		}
		this.#looks.in(left);
	}

	#report(problem: string | undefined): void {
		if (problem === this.#problem) return;
		this.#problem = problem;
		this.#untold.push({problem});
	}
}
