import {setTimeout as after} from 'node:timers/promises';
import {decodeRecord} from '../file/presence/record.ts';
import {Sitting} from '../presence.ts';
import type {Presence, Present, Who} from '../store.ts';
import type {Ask, Line} from './connection/line.ts';
import {livingSeat, presenceChannel, Seat} from './seat.ts';

/** How often to look for sessions whose connection has ended, in milliseconds: nothing is told of those. */
const interval = 2000;

/** For how long to wait for the server when everybody leaves, in milliseconds. */
const longestGoodbye = 1000;

/** More seats than this are no meeting. */
const mostSeats = 1000;

/** What is known of one who is connected, and the record from which it was read. */
type Known = {record: string; present: Present};

/**
 * Who is connected to a database. Each session has a row and holds an advisory lock, which ends with its
 * connection, however that ends; where it is, it tells by NOTIFY, so that a move costs nobody a query.
 */
export class PostgresRoom {
	readonly #database: number;
	readonly #now: () => string;
	/** The connection as it is; undefined while there is none, or none that can be written to. */
	readonly #line: () => Line | undefined;
	readonly #sittings = new Map<Sitting, Seat>();
	readonly #known = new Map<number, Known>();
	/** The seats that told something since the rows were last asked for: what they told is newer than their rows. */
	readonly #told = new Set<number>();
	#poll: NodeJS.Timeout | undefined;

	constructor(database: number, now: () => string, line: () => Line | undefined) {
		this.#database = database;
		this.#now = now;
		this.#line = line;
	}

	get isEmpty(): boolean {
		return this.#sittings.size === 0;
	}

	join(who: Who): Presence {
		const seat = new Seat(this.#database, this.#line);
		const sitting = new Sitting(who, this.#now, {
			publish: (present) => seat.publish(present),
			leave: async () => {
				this.#sittings.delete(sitting);
				if (this.isEmpty) this.#rest();
				await seat.leave();
			},
		});
		this.#sittings.set(sitting, seat);
		this.#poll ??= setInterval(() => this.#lookForTheDead(), interval).unref();
		const line = this.#line();
		if (line) void this.attend(line);
		return sitting;
	}

	/** Listens on a connection, tells on it where everybody here is, and finds out who else is there. Never throws. */
	async attend(line: Line): Promise<void> {
		if (this.isEmpty) return;
		try {
			await line.turn(async (ask) => {
				await ask((sql) => [sql.unsafe(`listen ${presenceChannel(this.#database)}`)]);
				await this.#load(ask);
			});
			for (const seat of this.#sittings.values()) seat.push();
		} catch {
			// A courtesy, no more: the connection is made again, or these tables may not be read.
		}
	}

	/** Takes in what another session tells. */
	notified(payload: string): void {
		const [, number = '', record] = /^(\d+)(?: ([^]*))?$/.exec(payload) ?? [];
		const seat = Number(number);
		this.#told.add(seat);
		if (record === undefined) this.#known.delete(seat);
		else this.#note(seat, record);
		this.#tell();
	}

	/** Takes everybody's leave; a server that does not answer finds out by itself. */
	async close(): Promise<void> {
		const left = Promise.all([...this.#sittings.keys()].map((sitting) => sitting.close()));
		await Promise.race([left, after(longestGoodbye, undefined, {ref: false})]);
	}

	#rest(): void {
		clearInterval(this.#poll);
		this.#poll = undefined;
		this.#known.clear();
		this.#told.clear();
	}

	#note(seat: number, record: string): void {
		if (this.#known.get(seat)?.record === record) return;
		const present = decodeRecord(String(seat), Buffer.from(record));
		if (present && this.#known.size < mostSeats) this.#known.set(seat, {record, present});
	}

	#tell(): void {
		const presents = [...this.#known.values()].map(({present}) => present);
		for (const sitting of this.#sittings.keys()) sitting.hear(presents);
	}

	/** Whoever is alone need not look. */
	#lookForTheDead(): void {
		const own = new Set([...this.#sittings.values()].map(({number}) => number));
		if ([...this.#known.keys()].every((seat) => own.has(seat))) return;
		void this.#line()
			?.turn((ask) => this.#load(ask))
			.catch(() => {});
	}

	/** Finds out who is there; a session that tells where it is in the meantime knows better than its row. */
	async #load(ask: Ask): Promise<void> {
		this.#told.clear();
		const [rows = []] = await ask((sql) => [
			sql`
				select seat, record from boardwalk.presence
				where database = ${this.#database} and exists (${livingSeat(sql)})`,
		]);
		const living = new Set(rows.map((row) => row['seat'] as number));
		for (const seat of this.#known.keys()) {
			if (!living.has(seat) && !this.#told.has(seat)) this.#known.delete(seat);
		}
		for (const row of rows) {
			const seat = row['seat'] as number;
			if (!this.#told.has(seat)) this.#note(seat, String(row['record']));
		}
		this.#tell();
	}
}
