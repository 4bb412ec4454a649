import {encodeRecord} from '../presence-record.ts';
import type {Present} from '../store.ts';
import type {Line} from './connection/line.ts';

/** Moves are told at most this often, in milliseconds: a held key is not a story for everybody. */
const pace = 50;

/**
 * The channel on which sessions are told whose row is another: its key alone. Whoever may connect to the database
 * may listen and tell there, so nothing is learned from it, and nothing believed.
 */
export const presenceChannel = (database: number): string => `boardwalk_${database}_presence`;

/** By which a row is known: the number of the backend that wrote it, and which of its seats it is. */
export const keyOf = (pid: number, seat: number): string => `${pid}.${seat}`;

/** Where one session tells the others its place: its row, which lives as long as the backend that wrote it. */
export class PgSeat {
	readonly #database: number;
	readonly #number: number;
	readonly #line: () => Line | undefined;
	/** The connection on which it has a row. */
	#satOn: Line | undefined;
	#wanted: Present | undefined;
	#told: {present: Present; line: Line} | undefined;
	#lastTold = -Infinity;
	#later: NodeJS.Timeout | undefined;
	#atWork: Promise<void> | undefined;
	#left = false;

	/** `number` is from 1, another for each seat of a connection. */
	constructor(database: number, number: number, line: () => Line | undefined) {
		this.#database = database;
		this.#number = number;
		this.#line = line;
	}

	get number(): number {
		return this.#number;
	}

	/** By which the others know it; another after every loss of the connection. */
	get key(): string | undefined {
		return this.#satOn && keyOf(this.#satOn.pid, this.#number);
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
		const line = this.#satOn;
		this.#satOn = undefined;
		if (!line || line.isLost) return;
		await line
			.turn((ask) =>
				ask((sql) => [
					sql`
						with gone as (
							delete from boardwalk.presence
							where pid = ${line.pid} and seat = ${this.#number}
							returning pid
						)
						select pg_notify(${presenceChannel(this.#database)}, ${keyOf(line.pid, this.#number)}) from gone`,
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
		const {pid} = line;
		const key = keyOf(pid, this.#number);
		const record = encodeRecord(key, present).toString('utf8');
		await line.turn((ask) =>
			ask((sql) => [
				sql`
					with told as (
						insert into boardwalk.presence (pid, seat, database, record)
						values (${pid}, ${this.#number}, ${this.#database}, ${record})
						on conflict (pid, seat) do update set record = excluded.record
						returning pid
					)
					select pg_notify(${presenceChannel(this.#database)}, ${key}) from told`,
			]),
		);
		this.#satOn = line;
		this.#told = {present, line};
	}
}
