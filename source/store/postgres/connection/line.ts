import type {Socket} from 'node:net';
import process from 'node:process';
import type {PendingQuery, ReservedSql, Row, Sql} from 'postgres';
import {Fault} from '../../reasons.ts';
import {Turns} from '../../turns.ts';
import {greetedBackend} from './pooler.ts';
import {isLoss} from './reasons.ts';
import {openSocket} from './socket.ts';
import type {Host, ServerTarget} from './target.ts';

/** The connection is gone, and why. */
export class Lost extends Error {
	override name = 'Lost';
	/** Whether some of what was asked may have reached the server. */
	readonly wasSent: boolean;

	constructor(cause: unknown, wasSent: boolean) {
		super('the connection was lost', {cause});
		this.wasSent = wasSent;
	}
}

/** What a connection is to be told of. */
export type Hearer = {
	notified(channel: string, payload: string): void;
	lost(error: Lost): void;
};

/** For how long to wait for the server to hang up too, in seconds. */
const longestGoodbye = 1;

/** The oldest PostgreSQL that is known to do. */
const oldest = 14;

/**
 * One connection to one server, once and for all: when it is lost, it stays so, and whoever waits for an
 * answer is told. postgres.js reconnects by itself and would send what is left of a transaction to the new
 * connection; so it is given one socket and no second one, and everything is asked in turns.
 */
export class Line {
	readonly host: Host;
	/** The number of the backend that answers. */
	pid = 0;
	/** Whether that is the one that greeted: else somebody stands in between. */
	isDirect = true;
	readonly #client: Sql;
	readonly #socket: Socket;
	readonly #silence: number;
	readonly #turns = new Turns();
	readonly #hearer: Hearer;
	/** Tells whoever waits for an answer that there will be none. No promise for good: races would pile up on it. */
	#tellWaiting: ((error: unknown) => void) | undefined;
	#sql: ReservedSql | undefined;
	#isLost = false;
	#isClosed = false;
	/** What of the server warned during the current turn, by the names of its routines. */
	#warnings: string[] = [];

	private constructor(
		host: Host,
		{silence}: ServerTarget,
		socket: Socket,
		hearer: Hearer,
		client: (line: Line) => Sql,
	) {
		this.host = host;
		this.#silence = silence;
		this.#socket = socket;
		this.#hearer = hearer;
		this.#client = client(this);
	}

	/**
	 * Connects, and has the server answer a first query, which asks for `pid` among others, unless `ending` is
	 * aborted; throws what went wrong.
	 */
	static async open(
		target: ServerTarget,
		host: Host,
		greeting: string,
		hearer: Hearer,
		ending?: AbortSignal,
	): Promise<{line: Line; answer: Row}> {
		const [{default: postgres}, {password}] = await Promise.all([
			import('postgres'),
			target.password(host),
		]);
		const socket = await openSocket(host, target.tls(host.host), target.patience, ending);
		const greeted = greetedBackend(socket);
		// Not all of what is needed stands in its types.
		const connect = postgres as unknown as (options: object) => Sql;
		let isTaken = false;
		const line = new Line(host, target, socket, hearer, (line) =>
			unswayed(() =>
				connect({
					host: host.host,
					port: host.port,
					database: target.database,
					username: target.user,
					password: password ?? '',
					socket: () => {
						if (isTaken) throw new Fault('the server hung up');
						isTaken = true;
						return socket;
					},
					connection: {application_name: target.application},
					connect_timeout: Math.ceil(target.patience / 1000),
					max: 1,
					ssl: false,
					idle_timeout: null,
					max_lifetime: null,
					keep_alive: 10,
					prepare: true,
					debug: false,
					fetch_types: false,
					onnotice: ({routine}: {routine?: unknown}) => line.#warnings.push(String(routine)),
					onnotify: (channel: string, payload: string) => hearer.notified(channel, payload),
					onclose: () => line.#lose(undefined),
				}),
			),
		);
		const giveUp = () => socket.destroy();
		ending?.addEventListener('abort', giveUp);
		try {
			const [answer] = (await line.#client.unsafe(greeting)) as Row[];
			line.#checkAge();
			line.#sql = await line.#client.reserve();
			line.pid = Number(answer?.['pid']);
			line.isDirect = greeted() === line.pid;
			return {line, answer: answer ?? {}};
		} catch (error) {
			await line.close();
			socket.destroy();
			line.#checkAge();
			throw error;
		} finally {
			ending?.removeEventListener('abort', giveUp);
		}
	}

	get isLost(): boolean {
		return this.#isLost;
	}

	/** What of the server has warned since the turn began: texts are in any language, and codes say little. */
	get warnings(): readonly string[] {
		return this.#warnings;
	}

	/**
	 * Has the connection to oneself for as long as the task takes; throws Lost if it goes. Whatever runs
	 * in a transaction runs in one turn, or others would find themselves within it.
	 */
	turn<Result>(task: (ask: Ask) => Promise<Result>): Promise<Result> {
		return this.#turns.run(async () => {
			this.#warnings = [];
			return task(this.#ask);
		});
	}

	/** Gives the connection up as if it had been lost. */
	async abandon(): Promise<void> {
		this.#lose(undefined);
		await this.close();
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#sql?.release();
		this.#sql = undefined;
		await this.#client.end({timeout: longestGoodbye}).catch(() => {});
		// postgres.js only says that it hangs up, and a server that does not answer would keep the program from ending.
		this.#socket.destroy();
		this.#lose(undefined);
	}

	/** Throws if the server is too old: it might understand what it is asked in another way. */
	#checkAge(): void {
		const version = this.#client.parameters['server_version'];
		if (version === undefined || Number.parseInt(String(version), 10) >= oldest) return;
		throw new Fault(`the server is PostgreSQL ${String(version)}; ${oldest} or newer is needed`);
	}

	/** Sends queries in one go and resolves with the rows of each; throws the first that failed, once all are over. */
	readonly #ask: Ask = async (queries) => {
		const sql = this.#sql;
		if (this.#isLost || !sql) throw new Lost(undefined, false);
		const socket = this.#socket;
		// What is asked goes out a moment later, in one go; until then a loss is harmless.
		const {bytesWritten} = socket;
		const lost = (error: unknown) => new Lost(error, socket.bytesWritten !== bytesWritten);
		const loss = Promise.withResolvers<never>();
		this.#tellWaiting = (error) => loss.reject(lost(error));
		const giveUp = () => {
			this.#lose(new Fault('it does not answer any more'));
			socket.destroy();
		};
		socket.setTimeout(this.#silence, giveUp);
		const settled = await Promise.race([Promise.allSettled(queries(sql)), loss.promise]).finally(
			() => {
				socket.setTimeout(0).off('timeout', giveUp);
				this.#tellWaiting = undefined;
			},
		);
		for (const one of settled) {
			if (one.status === 'fulfilled') continue;
			// Whatever it is called by which a connection ends: what was sent may have been done.
			if (isLoss(one.reason) || socket.destroyed) {
				const found = lost(one.reason);
				this.#lose(one.reason);
				throw found;
			}
			throw one.reason;
		}
		return settled.map((one) => (one.status === 'fulfilled' ? one.value : []));
	};

	#lose(error: unknown): void {
		if (this.#isLost) return;
		this.#isLost = true;
		this.#tellWaiting?.(error);
		if (this.#isClosed) return;
		this.#hearer.lost(new Lost(error, false));
		void this.close();
	}
}

/** Sends queries in one go; resolves with the rows of each. A server that is silent for too long counts as lost. */
export type Ask = (
	queries: (sql: ReservedSql) => readonly PendingQuery<Row[]>[],
) => Promise<readonly Row[][]>;

/** postgres.js reads this variable itself and hangs up on servers that it does not like; choosing is done elsewhere. */
function unswayed<Result>(make: () => Result): Result {
	const {PGTARGETSESSIONATTRS} = process.env;
	if (PGTARGETSESSIONATTRS === undefined) return make();
	delete process.env['PGTARGETSESSIONATTRS'];
	try {
		return make();
	} finally {
		process.env['PGTARGETSESSIONATTRS'] = PGTARGETSESSIONATTRS;
	}
}
