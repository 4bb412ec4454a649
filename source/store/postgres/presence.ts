import {setTimeout as after} from 'node:timers/promises';
import {decodeRecord} from '../presence-record.ts';
import {Sitting} from '../presence.ts';
import type {Presence, Present, Who} from '../store.ts';
import type {Ask, Line} from './connection/line.ts';
import {keyOf, presenceChannel, PgSeat} from './seat.ts';

/** How often to look for sessions whose connection has ended, in milliseconds: nothing is told of those. */
const interval = 2000;

/** For how long to wait for the server when everybody leaves, in milliseconds. */
const longestGoodbye = 1000;

/** More seats than this are no meeting. */
const mostSeats = 1000;

/** Between two looks at the rows, in milliseconds: whoever may connect may say that there is something to see. */
const pause = 20;

/** What is known of one who is connected, and the record from which it was read. */
type Known = {record: string; mayWrite: boolean; present: Present};

/**
 * Who is connected to a database. Each session has a row, which lives as long as the backend that wrote it, however
 * that ends. That it has moved is told by NOTIFY; where it is, and whose login says so, by the row alone.
 */
export class PostgresRoom {
	readonly #database: number;
	readonly #now: () => string;
	/** The connection as it is; undefined while there is none, or none that can be written to. */
	readonly #line: () => Line | undefined;
	readonly #sittings = new Map<Sitting, PgSeat>();
	#known = new Map<string, Known>();
	/** The connection that is listened on. */
	#attended: Line | undefined;
	#poll: NodeJS.Timeout | undefined;
	#isLooking = false;
	#lookAgain = false;

	constructor(database: number, now: () => string, line: () => Line | undefined) {
		this.#database = database;
		this.#now = now;
		this.#line = line;
	}

	get isEmpty(): boolean {
		return this.#sittings.size === 0;
	}

	join(who: Who): Presence {
		const taken = new Set([...this.#sittings.values()].map(({number}) => number));
		let number = 1;
		while (taken.has(number)) number++;
		const seat = new PgSeat(this.#database, number, this.#line);
		let attended: Promise<void> | undefined;
		const sitting = new Sitting(who, this.#now, {
			publish: (present) => seat.publish(present),
			ready: async () => attended,
			leave: async () => {
				this.#sittings.delete(sitting);
				if (this.isEmpty) this.#rest();
				await seat.leave();
			},
		});
		this.#sittings.set(sitting, seat);
		this.#poll ??= setInterval(() => this.#lookForTheEnded(), interval).unref();
		const line = this.#line();
		if (line) attended = this.attend(line);
		return sitting;
	}

	/** Listens on a connection, tells on it where everybody here is, and finds out who else is there. Never throws. */
	async attend(line: Line): Promise<void> {
		if (this.isEmpty) return;
		try {
			await line.turn(async (ask) => {
				if (this.#attended !== line) await this.#arrive(line, ask);
				await this.#load(ask);
			});
			for (const seat of this.#sittings.values()) seat.push();
		} catch {
			// A courtesy, no more: the connection is made again, or these tables may not be read.
		}
	}

	/** Somebody says that a row is another; what is true of that, the rows know. */
	notified(key: string): void {
		const isOwn = [...this.#sittings.values()].some((seat) => seat.key === key);
		if (!isOwn) this.#look();
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
	}

	/** Begins on a connection: sweeps out whoever has ended, and whoever had this backend's number before. */
	async #arrive(line: Line, ask: Ask): Promise<void> {
		await ask((sql) => [sql.unsafe(`listen ${presenceChannel(this.#database)}`)]);
		this.#attended = line;
		await ask((sql) => [
			sql`
				delete from boardwalk.presence
				where pid = ${line.pid} or boardwalk.login_of(pid) is distinct from login`,
		]).catch((error: unknown) => {
			// Whoever may only read sweeps nothing.
			if (line.isLost) throw error;
		});
	}

	#tell(): void {
		const presents = presentsOf([...this.#known.values()]);
		for (const sitting of this.#sittings.keys()) sitting.hear(presents);
	}

	/** Of an end nothing is told. Whoever is alone need not look. */
	#lookForTheEnded(): void {
		const own = new Set([...this.#sittings.values()].map(({key}) => key));
		if (![...this.#known.keys()].every((key) => own.has(key))) this.#look();
	}

	/** Reads the rows; many calls at once cost one look now and one a moment later. */
	#look(): void {
		this.#lookAgain = true;
		if (this.#isLooking) return;
		this.#isLooking = true;
		void this.#lookOnce().finally(() => (this.#isLooking = false));
	}

	async #lookOnce(): Promise<void> {
		while (this.#lookAgain && !this.isEmpty) {
			this.#lookAgain = false;
			await this.#line()
				?.turn((ask) => this.#load(ask))
				.catch(() => {});
			await after(pause, undefined, {ref: false});
		}
	}

	async #load(ask: Ask): Promise<void> {
		const [rows = []] = await ask((sql) => [
			sql`
				select pid, seat, login, record,
					has_table_privilege(login, 'boardwalk.entry', 'insert') as "mayWrite"
				from boardwalk.presence
				where database = ${this.#database} and boardwalk.login_of(pid) = login
				order by pid, seat
				limit ${mostSeats}`,
		]);
		const known = new Map<string, Known>();
		for (const row of rows as unknown as SeatRow[]) {
			const key = keyOf(row.pid, row.seat);
			const was = this.#known.get(key);
			const isSame = was?.record === row.record && was.mayWrite === row.mayWrite;
			const one = isSame ? was : read(key, row);
			if (one) known.set(key, one);
		}
		this.#known = known;
		this.#tell();
	}
}

type SeatRow = {pid: number; seat: number; login: string; record: string; mayWrite: boolean};

/** What a row says, as far as its login bears it out: whoever may change nothing leads nobody. */
function read(key: string, {login, record, mayWrite}: SeatRow): Known | undefined {
	const present = decodeRecord(key, Buffer.from(record));
	if (!present) return undefined;
	const {leads, ...place} = present.place;
	const believed = mayWrite
		? {...place, ...(leads !== undefined && {leads})}
		: {...place, looks: true};
	return {record, mayWrite, present: {...present, place: believed, login}};
}

/** A session that two logins say they are is told apart by these, so that neither hides the other. */
function presentsOf(known: readonly Known[]): Present[] {
	const presents = known.map(({present}) => present);
	const logins = Map.groupBy(presents, ({session}) => session);
	return presents.map((present) => {
		const claimants = new Set(logins.get(present.session)?.map(({login}) => login));
		return claimants.size > 1
			? {...present, session: `${present.session} (${present.login})`}
			: present;
	});
}
