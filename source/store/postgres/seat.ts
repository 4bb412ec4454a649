import type {PendingQuery, ReservedSql, Row} from 'postgres';
import {encodeRecord} from '../file/presence/record.ts';
import type {Present} from '../store.ts';
import type {Ask, Line} from './connection/line.ts';

/** Moves are told at most this often, in milliseconds: a held key is not a story for everybody. */
const pace = 50;

/** By which the advisory locks of seats are told from others. */
const seats = 0x62_6f_61_72;

/** The channel on which sessions tell each other where they are: `<seat> <record>`, or the seat alone. */
export const presenceChannel = (database: number): string => `boardwalk_${database}_presence`;

/** The lock of the session whose row is looked at. */
export const livingSeat = (sql: ReservedSql): PendingQuery<Row[]> => sql`
	select from pg_locks
	where locktype = 'advisory'
		and pg_locks.database = (select oid from pg_database where datname = current_database())
		and classid = ${seats}
		and objid = presence.seat::oid
		and objsubid = 2`;

/** A record as a text, for a row or a notification. */
const sayRecord = (seat: number, present: Present): string =>
	encodeRecord(String(seat), present).toString('utf8');

/** Where one session tells the others its place: its row, and the lock that says that it lives. */
export class Seat {
	readonly #database: number;
	readonly #line: () => Line | undefined;
	#own: {number: number; line: Line} | undefined;
	#wanted: Present | undefined;
	#told: {present: Present; line: Line} | undefined;
	#lastTold = -Infinity;
	#later: NodeJS.Timeout | undefined;
	#atWork: Promise<void> | undefined;
	#left = false;

	constructor(database: number, line: () => Line | undefined) {
		this.#database = database;
		this.#line = line;
	}

	/** By which the others know it; another after every loss of the connection. */
	get number(): number | undefined {
		return this.#own?.number;
	}

	publish(present: Present): void {
		this.#wanted = present;
		this.push();
	}

	/** Tells the others where the session is, unless that was told on this connection. */
	push(): void {
		const line = this.#line();
		if (!line || this.#atWork || this.#later || this.#left || !this.#wanted) return;
		if (this.#told?.present === this.#wanted && this.#told.line === line) return;
		const wait = this.#lastTold + pace - performance.now();
		if (wait > 0) {
			this.#later = setTimeout(() => {
				this.#later = undefined;
				this.push();
			}, Math.ceil(wait)).unref();
			return;
		}
		this.#lastTold = performance.now();
		this.#atWork = this.#work(line, this.#wanted);
	}

	async leave(): Promise<void> {
		this.#left = true;
		clearTimeout(this.#later);
		await this.#atWork;
		const own = this.#own;
		this.#own = undefined;
		if (!own || own.line.isLost) return;
		await own.line
			.turn((ask) =>
				ask((sql) => [
					sql`
						with gone as (delete from boardwalk.presence where seat = ${own.number} returning seat)
						select pg_notify(${presenceChannel(this.#database)}, seat::text) from gone`,
					sql`select pg_advisory_unlock(${seats}, ${own.number})`,
				]),
			)
			.catch(() => {});
	}

	async #work(line: Line, present: Present): Promise<void> {
		try {
			await this.#tell(line, present);
			this.#atWork = undefined;
			this.push();
		} catch {
			// No permission, no connection: then the others do not see it, until there is another.
			this.#atWork = undefined;
		}
	}

	async #tell(line: Line, present: Present): Promise<void> {
		await line.turn(async (ask) => {
			if (this.#own?.line !== line) this.#own = {number: await this.#sit(ask), line};
			const {number} = this.#own;
			const record = sayRecord(number, present);
			await ask((sql) => [
				sql`
					with told as (
						insert into boardwalk.presence (seat, database, record)
						values (${number}, ${this.#database}, ${record})
						on conflict (seat) do update set record = excluded.record
						returning seat
					)
					select pg_notify(${presenceChannel(this.#database)}, ${`${number} ${record}`}) from told`,
			]);
		});
		this.#told = {present, line};
	}

	/** Takes a seat; the lock comes before the row, so a row without a lock is that of a session that ended. */
	async #sit(ask: Ask): Promise<number> {
		const [[row]] = (await ask((sql) => [
			sql`
				with taken as (select nextval('boardwalk.seat')::integer as seat)
				select seat, pg_try_advisory_lock(${seats}, seat) from taken`,
			sql`
				delete from boardwalk.presence
				where database = ${this.#database} and not exists (${livingSeat(sql)})`,
		])) as [[{seat: number}]];
		return row.seat;
	}
}
