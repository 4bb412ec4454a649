import {setTimeout as after} from 'node:timers/promises';
import {Fault} from '../../reasons.ts';
import {connect, type Server, Unreachable} from './connect.ts';
import type {Hearer, Line} from './line.ts';
import type {Host, ServerTarget} from './target.ts';

/** What a link is to tell of. */
type LinkHearer = {
	notified: Hearer['notified'];
	/** A connection was made anew; what it throws is as if it had not been. Others wait for it. */
	connected(server: Server): Promise<void>;
	/**
	 * The connection was lost, or could not be made again; `isOver` when it is not tried again by itself, for the
	 * server does not let the user in.
	 */
	failed(error: unknown, isOver?: boolean): void;
};

/** The pause before another try, in milliseconds: the first is short, for most servers are back soon. */
const pauses = [20, 50, 100, 200, 400, 800];
/** The pause where a server said no: it will say so again until somebody has mended it. */
const refusedPause = 5000;

/** A connection that is made again whenever it is lost, for as long as somebody wants it. */
export class Link {
	readonly #target: ServerTarget;
	readonly #hearer: LinkHearer;
	#line: Line | undefined;
	#connecting: Promise<Line> | undefined;
	#tries = 0;
	#isKept = false;
	#isKeeping = false;
	/** The pauses before another try that are being made. */
	readonly #pauses = new Set<AbortController>();
	/** The servers that did not let the user in: asked again only when somebody does something. */
	readonly #shut = new Set<Host>();
	/** Aborted when it is closed, and with it a connection that is being made. */
	readonly #closing = new AbortController();

	constructor(target: ServerTarget, hearer: LinkHearer, line?: Line) {
		this.#target = target;
		this.#hearer = hearer;
		this.#line = line;
	}

	/** Whether no server lets the user in. */
	get #isShut(): boolean {
		return this.#shut.size === this.#target.hosts.length;
	}

	get #isClosing(): boolean {
		return this.#closing.signal.aborted;
	}

	/** What the current connection is told of is passed on. */
	readonly hearer: Hearer = {
		notified: (channel, payload) => this.#hearer.notified(channel, payload),
		lost: (error) => {
			this.#line = undefined;
			if (this.#isClosing) return;
			this.#hearer.failed(error);
			if (this.#isKept) void this.#keep();
		},
	};

	/** The connection, once there is one; throws why there is none. */
	line(): Promise<Line> {
		if (this.#line && !this.#line.isLost) return Promise.resolve(this.#line);
		return (this.#connecting ??= this.#connect().finally(() => {
			this.#connecting = undefined;
		}));
	}

	/** The connection; throws when there is none at a time on the clock of `performance`. */
	async lineBefore(until: number): Promise<Line> {
		const late = Promise.withResolvers<never>();
		const timer = setTimeout(
			() => late.reject(new Fault('the server cannot be reached; try again')),
			Math.max(until - performance.now(), 1),
		);
		const line = this.line();
		try {
			return await Promise.race([line, late.promise]);
		} finally {
			clearTimeout(timer);
			line.catch(() => {});
		}
	}

	/** Does not wait for the next try: somebody has asked for something, and may have mended what was wrong. */
	hurry(): void {
		this.#shut.clear();
		for (const pause of this.#pauses) pause.abort();
		if (this.#isKept && !this.#line) void this.#keep();
	}

	/** From now on connects again by itself. */
	keep(): void {
		this.#isKept = true;
		if (!this.#line) void this.#keep();
	}

	/** No longer. */
	drop(): void {
		this.#isKept = false;
	}

	/** Whoever leaves does not wait for a server that does not answer. */
	async close(): Promise<void> {
		this.#closing.abort();
		this.hurry();
		await this.#connecting?.catch(() => {});
		await this.#line?.close();
		this.#line = undefined;
	}

	async #connect(): Promise<Line> {
		const wait = pauses[Math.min(this.#tries, pauses.length) - 1] ?? 0;
		this.#tries++;
		// Many sessions that lost the same server do not come back at the same moment.
		if (wait > 0) await this.#pause(wait * (0.5 + Math.random()));
		if (this.#isClosing) throw new Unreachable('it has been closed', true);
		const server = await this.#choose();
		const {line} = server;
		const giveUp = () => void line.close();
		this.#closing.signal.addEventListener('abort', giveUp);
		try {
			await this.#hearer.connected(server);
			this.#line = line;
			this.#tries = 0;
			this.#shut.clear();
			return line;
		} catch (error) {
			await line.close();
			throw error;
		} finally {
			this.#closing.signal.removeEventListener('abort', giveUp);
		}
	}

	async #choose(): Promise<Server> {
		const hosts = this.#target.hosts.filter((host) => !this.#shut.has(host));
		try {
			return await connect({...this.#target, hosts}, this.hearer, this.#closing.signal);
		} catch (error) {
			if (error instanceof Unreachable) for (const host of error.shut) this.#shut.add(host);
			throw error;
		}
	}

	async #pause(milliseconds: number): Promise<void> {
		const pause = new AbortController();
		this.#pauses.add(pause);
		await after(milliseconds, undefined, {signal: pause.signal}).catch(() => {});
		this.#pauses.delete(pause);
	}

	async #keep(): Promise<void> {
		if (this.#isKeeping) return;
		this.#isKeeping = true;
		await this.#persist().finally(() => (this.#isKeeping = false));
	}

	async #persist(): Promise<void> {
		while (this.#isKept && !this.#isClosing && !this.#isShut) {
			try {
				await this.line();
				return;
			} catch (error) {
				if (this.#isClosing) return;
				this.#hearer.failed(error, this.#isShut);
				if (error instanceof Unreachable && error.isRefused && !this.#isShut) {
					await this.#pause(refusedPause);
				}
			}
		}
	}
}
