import type {Act} from '../../domain/changes/index.ts';
import type {Database} from '../../domain/schema/index.ts';
import {systemEnvironment} from '../environment.ts';
import {codeOf, Fault} from '../reasons.ts';
import {Turns} from '../turns.ts';
import type {Letterbox} from '../letterbox.ts';
import {Listeners} from '../listeners.ts';
import {absent} from '../presence.ts';
import type {Environment, StoreNews, CommitOutcome, Presence, Store, Who} from '../store.ts';
import {unsaved} from '../unsaved.ts';
import {type Server, Unreachable} from './connection/connect.ts';
import {type Line, Lost} from './connection/line.ts';
import {Link} from './connection/link.ts';
import {isPassing, reasonOf} from './connection/reasons.ts';
import type {ServerTarget} from './connection/target.ts';
import {Doubts} from './doubts.ts';
import {findDatabase} from './find.ts';
import {postgresLetterbox} from './letterbox.ts';
import {PostgresRoom} from './presence.ts';
import {channelOf} from './rows/write.ts';
import {presenceChannel} from './seat.ts';
import {PgSession, Unconfirmed, Unknown} from './session.ts';
import {Newer} from './versions.ts';

/** How often to look besides, in milliseconds: a server that vanished tells nobody, and a stand-by never does. */
const interval = 5000;
const standbyInterval = 1000;

/** What can be done when the server does not let the user in any more. A window that is closed keeps drafts. */
const mendAndSave =
	'it is not asked again: put that right and save, or close this window and start again; what is typed is kept';

export type PostgresOptions = {
	environment?: Environment;
	/** Never write, even if the server would allow it. */
	readOnly?: boolean;
	/** For how long to try to save an act, in milliseconds; 10,000 unless given. */
	patience?: number;
	/** For how long the server may be silent before the connection counts as lost, in milliseconds; 20,000 unless given. */
	silence?: number;
};

/** A database in PostgreSQL, shared by sessions on many machines; `openPostgres` opens one. */
export class PostgresStore implements Store {
	readonly title: string;
	readonly #target: ServerTarget;
	readonly #environment: Environment;
	readonly #patience: number;
	readonly #isForReading: boolean;
	readonly #link: Link;
	readonly #listeners = new Listeners<StoreNews>();
	readonly #acts = new Turns();
	readonly #doubts = new Doubts();
	#name = '';
	#id = 0;
	#session!: PgSession;
	#room!: PostgresRoom;
	/** The connection in use, once everything is set up on it. */
	#line: Line | undefined;
	#readOnly: string | undefined;
	#problem: string | undefined;
	#poll: NodeJS.Timeout | undefined;
	#isStandby = false;
	#isOwner = false;
	#looking = false;
	#lookAgain = false;
	#closed = false;

	constructor(
		target: ServerTarget,
		{
			environment = systemEnvironment,
			readOnly = false,
			patience = 10_000,
			silence = target.silence,
		}: PostgresOptions,
	) {
		this.title = target.title;
		this.#target = target;
		this.#environment = environment;
		this.#patience = patience;
		this.#isForReading = readOnly;
		this.#link = new Link(
			{...target, silence},
			{
				connected: (server) => this.#connected(server),
				notified: (channel, payload) => this.#notified(channel, payload),
				failed: (error, isOver) => this.#failed(error, isOver),
			},
		);
	}

	/** Connects and reads the database. Throws what stands in the way. */
	async open(): Promise<void> {
		await this.#link.line();
	}

	get readOnly(): string | undefined {
		return this.#readOnly;
	}

	get isOwner(): boolean {
		return this.#isOwner;
	}

	get letterbox(): Letterbox {
		return postgresLetterbox(this.#id, () => this.#line, this.#target);
	}

	read(): Database {
		return this.#session.database;
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
		if (this.#listeners.size === 1) {
			this.#problem = undefined;
			this.#startPoll();
			this.#link.keep();
			if (this.#line) void this.#listen(this.#line).catch(() => {});
		}
		// What happened before the watch.
		this.#look();
		return () => {
			remove();
			if (this.#listeners.size > 0) return;
			clearInterval(this.#poll);
			this.#poll = undefined;
			if (this.#room.isEmpty) this.#link.drop();
		};
	}

	join(who: Who): Presence {
		if (this.#closed) return absent;
		this.#link.keep();
		return this.#room.join(who);
	}

	async close(): Promise<void> {
		this.#closed = true;
		this.#listeners.clear();
		clearInterval(this.#poll);
		await this.#acts.idle();
		await this.#room?.close();
		await this.#link.close();
	}

	/** Sets everything up on a new connection: at first, and after every loss. */
	async #connected(server: Server): Promise<void> {
		const {line, isStandby} = server;
		const {id, name, readOnly, isOwner} = await findDatabase(server, this.#target);
		this.#isStandby = isStandby;
		this.#isOwner = isOwner;
		if (!this.#session) {
			this.#id = id;
			this.#name = name;
			this.#session = await PgSession.open(line, id, this.#environment);
			const now = () => this.#environment.now();
			this.#room = new PostgresRoom(id, now, () => this.#line);
		}
		this.#readOnly = this.#isForReading ? 'this session is read-only' : readOnly;
		if (this.#listeners.size > 0) {
			this.#startPoll();
			await this.#listen(line);
			await this.#session.refresh(line);
		}
		this.#line = line;
		this.#report(undefined);
		this.#tell();
		// What was told while this was under way could not be looked at yet.
		if (this.#listeners.size > 0) this.#look();
		void this.#room.attend(line);
	}

	/** A stand-by has nobody to listen to; there, looking now and then has to do. */
	async #listen(line: Line): Promise<void> {
		if (this.#isStandby) return;
		await line.turn((ask) => ask((sql) => [sql.unsafe(`listen ${channelOf(this.#id)}`)]));
	}

	#startPoll(): void {
		clearInterval(this.#poll);
		const every = this.#isStandby ? standbyInterval : interval;
		this.#poll = setInterval(() => this.#look(), every).unref();
	}

	#notified(channel: string, payload: string): void {
		if (channel === presenceChannel(this.#id)) this.#room.notified(payload);
		else if (Number(payload) > this.#session.database.revision) this.#look();
	}

	#failed(error: unknown, isOver = false): void {
		if (error instanceof Lost) this.#line = undefined;
		if (error instanceof Newer) this.#readOnly = error.message;
		const reason =
			error instanceof Unreachable || error instanceof Fault
				? error.message
				: 'the connection was lost';
		this.#report(`${this.#name}: ${reason}; ${isOver ? mendAndSave : 'trying again'}`);
	}

	async #commit(act: Act, who: Who): Promise<CommitOutcome> {
		if (this.#readOnly !== undefined) {
			return unsaved(`${this.#name} was not changed: ${this.#readOnly}`);
		}
		const {id, doubt} = this.#doubts.of(act, who);
		const until = performance.now() + this.#patience;
		this.#link.hurry();
		for (;;) {
			try {
				const line = await this.#link.lineBefore(until);
				const account = {...who, owner: who.owner ?? this.#isOwner};
				const outcome = await this.#session.commit(line, {...act, id}, account);
				doubt.resolve();
				return outcome;
			} catch (error) {
				if (error instanceof Unknown || error instanceof Unconfirmed) doubt.arise();
				const isPast = performance.now() >= until;
				if (!isPast && (await this.#mayTryAgain(error))) continue;
				return unsaved(this.#sayUnsaved(error, doubt.exists));
			} finally {
				this.#tell();
			}
		}
	}

	/** Whether another try may go better. */
	async #mayTryAgain(error: unknown): Promise<boolean> {
		if (error instanceof Lost || isPassing(error)) return true;
		if (error instanceof Unreachable) return !error.isRefused;
		if (codeOf(error) !== '25006' || this.#target.hosts.length === 1) return false;
		// The server has become a stand-by: another one takes the changes now.
		await this.#line?.abandon();
		return true;
	}

	#sayUnsaved(error: unknown, isDoubtful: boolean): string {
		if (error instanceof Newer) this.#readOnly = error.message;
		if (error instanceof Unconfirmed) return `${this.#name}: ${error.message}`;
		const reason =
			error instanceof Lost ? 'the connection was lost' : reasonOf(error, this.#target);
		return isDoubtful
			? `${this.#name}: the connection was lost while the change was being saved, and it is not known whether it was; try again: it is not recorded twice`
			: `${this.#name} was not changed: ${reason}`;
	}

	#tell(): void {
		for (const database of this.#session?.news() ?? []) this.#listeners.tell({database});
	}

	#report(problem: string | undefined): void {
		if (problem === this.#problem) return;
		this.#problem = problem;
		this.#listeners.tell({problem});
	}

	/** Looks for what others did; many calls at once cost one look. */
	#look(): void {
		this.#lookAgain = true;
		if (this.#looking) return;
		this.#looking = true;
		void this.#lookOnce()
			.catch((error: unknown) => this.#doubt(error))
			.finally(() => {
				this.#looking = false;
				this.#tell();
				if (this.#lookAgain && !this.#closed) this.#look();
			});
	}

	async #lookOnce(): Promise<void> {
		this.#lookAgain = false;
		// Without a connection there is nothing to look at; once there is one, all is looked at anyway.
		if (this.#closed || !this.#line) return;
		await this.#session.refresh(this.#line);
		this.#report(undefined);
	}

	#doubt(error: unknown): void {
		if (error instanceof Lost) return;
		if (error instanceof Newer) this.#readOnly = error.message;
		this.#report(`${this.#name} cannot be read: ${reasonOf(error, this.#target)}`);
	}
}
