import type {Act} from '../../domain/changes/index.ts';
import {commit} from '../../domain/commit.ts';
import type {Database} from '../../domain/schema/index.ts';
import {schemaVersion} from '../../domain/schema/values.ts';
import {Fault} from '../reasons.ts';
import type {Environment, CommitOutcome, Who} from '../store.ts';
import {type Ask, type Line, Lost} from './connection/line.ts';
import {difference} from './rows/difference.ts';
import {advance, develop, type Image, note} from './rows/image.ts';
import {withPublic} from './rows/public.ts';
import {confirm, type Head, lock, look, type Loaded, seen} from './rows/read.ts';
import {isOne, write, type Writing} from './rows/write.ts';
import {schemaNow} from './schema/migrate.ts';
import {newerBoard, newerTables, olderBoard} from './versions.ts';

/** The connection went when the act may have been stored already: nobody knows yet. */
export class Unknown extends Lost {
	override name = 'Unknown';

	constructor(cause: unknown) {
		super(cause, true);
	}
}

/** The change is stored on this server, but the stand-by that must have it too has not confirmed it. */
export class Unconfirmed extends Fault {
	override name = 'Unconfirmed';
}

/** One database as a session knows it, and what is done with it over a connection. */
export class PgSession {
	readonly #id: number;
	readonly #environment: Environment;
	#image: Image;
	/** Whether nobody else was at work the last time, so that the state that is known may be the newest. */
	#isAlone = true;
	/** What this session came to know and has not told yet. */
	#untold: Database[] = [];

	constructor(id: number, image: Image, environment: Environment) {
		this.#id = id;
		this.#image = image;
		this.#environment = environment;
	}

	/** Opens the database in this row. Throws a Fault. */
	static async open(line: Line, id: number, environment: Environment): Promise<PgSession> {
		const {head, ...found} = await line.turn((ask) => lookAt(ask, id, -1));
		return new PgSession(id, develop(known(head), {head, ...found}), environment);
	}

	get database(): Database {
		return this.#image.database;
	}

	/** The databases that this session came to know since it was last asked, in their order. */
	news(): Database[] {
		return this.#untold.splice(0);
	}

	/** Takes in what others did. Throws a Fault. */
	async refresh(line: Line): Promise<void> {
		await line.turn(async (ask) => this.#take(ask, await lookAt(ask, this.#id, this.#revision)));
	}

	/**
	 * Applies an act to the newest state there is, and stores it. That it is the newest is found out under the
	 * lock of the database's row, which is held until all is stored: acts come one after the other. Throws Lost when
	 * the connection went before anything could have been stored, Unknown when it may have been.
	 */
	async commit(line: Line, act: Act, who: Who): Promise<CommitOutcome> {
		return line.turn(async (ask) => {
			const guessed = this.#isAlone ? await this.#guess(line, ask, act, who) : undefined;
			if (guessed) return guessed;
			try {
				return await this.#transact(line, ask, act, who);
			} catch (error) {
				if (!line.isLost) await ask((sql) => [sql`rollback`]);
				throw error;
			}
		});
	}

	get #revision(): number {
		return this.#image.database.revision;
	}

	async #transact(line: Line, ask: Ask, act: Act, who: Who): Promise<CommitOutcome> {
		const [, [row] = []] = await ask((sql) => [
			sql`begin isolation level read committed read write`,
			lock(sql, this.#id),
		]);
		const head = row as Head | undefined;
		this.#isAlone = head?.revision === this.#revision;
		// A statement of its own, after the lock: it sees what whoever held it before has stored.
		await this.#take(
			ask,
			head && !this.#isAlone
				? await lookAt(ask, this.#id, this.#revision)
				: {head, records: [], entries: []},
		);
		const {outcome, writing} = this.#apply(act, who);
		if (!writing) {
			await ask((sql) => (outcome.ok ? [confirm(sql, this.#id), sql`commit`] : [sql`rollback`]));
			this.#expectConfirmed(line);
			return outcome;
		}
		const send = () => ask((sql) => [...write(sql, writing), sql`commit`]);
		if (await this.#store(line, writing, send)) return outcome;
		throw new Fault('its row was altered by something that respects no lock; try again');
	}

	/**
	 * Applies the act to the state that is known, and stores it if that is the newest: one statement finds
	 * out and does it, which is all that it takes while nobody else is at work. Undefined when somebody was
	 * faster, when the act is there already, or when it may be that a newer state does not refuse it.
	 */
	async #guess(line: Line, ask: Ask, act: Act, who: Who): Promise<CommitOutcome | undefined> {
		const {outcome, writing} = this.#apply(act, who);
		if (!writing || !isOne(writing)) return undefined;
		const send = () => ask((sql) => write(sql, writing));
		return (await this.#store(line, writing, send)) ? outcome : undefined;
	}

	/** What an act makes of the database as it is known, and what is to be written of it. */
	#apply(act: Act, who: Who): {outcome: CommitOutcome; writing?: Writing & {after: Database}} {
		const {database} = this.#image;
		const outcome = commit(database, act, {
			...who,
			now: this.#environment.now(),
			salt: this.#environment.salt(),
		});
		if (!outcome.ok || outcome.database === database) return {outcome};
		const after = outcome.database;
		const found = difference(this.#image, after);
		const writing = {
			...found,
			after,
			database: this.#id,
			revision: after.revision,
			hash: hashOf(after),
			from: {uuid: database.id, revision: database.revision, hash: hashOf(database)},
			...withPublic(database, after, found),
		};
		return {outcome, writing};
	}

	/** Whether it was stored; nothing is when somebody was faster. Throws Unknown when nobody can say. */
	async #store(
		line: Line,
		{records, after}: Writing & {after: Database},
		send: () => Promise<readonly unknown[][]>,
	): Promise<boolean> {
		try {
			const [told] = await send();
			if (told?.length !== 1) {
				this.#isAlone = false;
				return false;
			}
		} catch (error) {
			throw error instanceof Lost && error.wasSent ? new Unknown(error.cause) : error;
		}
		const {positions} = this.#image;
		for (const [collection, rows] of Map.groupBy(records, (row) => row.collection)) {
			note(rows, positions.get(collection) ?? new Map());
		}
		this.#advance({database: after, positions});
		this.#expectConfirmed(line);
		return true;
	}

	#expectConfirmed({warnings}: Line): void {
		if (!warnings.includes('SyncRepWaitForLSN')) return;
		throw new Unconfirmed(
			'the change is stored, but the stand-by has not confirmed it, so it may be lost if this server fails; try again: it is not recorded twice',
		);
	}

	#advance(image: Image): void {
		this.#image = image;
		this.#untold.push(image.database);
	}

	/** Takes in what was looked at. */
	async #take(ask: Ask, found: Loaded): Promise<void> {
		const head = known(found.head);
		const {database} = this.#image;
		const objection = foreign(head, database);
		if (objection) throw new Fault(`${objection}; close it here and open it again`);
		if (head.revision === database.revision) return;
		const last = database.log.at(-1);
		const next = found.entries.find(({revision}) => revision > database.revision);
		if (last && next && next.revision === last.revision + 1 && next.previousHash !== last.hash) {
			throw new Fault(`${anotherHistory}; close it here and open it again`);
		}
		// What came after the revision that is known here has been archived already.
		const isCut = !last || next?.revision !== last.revision + 1;
		if (isCut) {
			const whole = await lookAt(ask, this.#id, -1);
			this.#advance(develop(known(whole.head), whole));
		} else this.#advance(advance(this.#image, head, found));
	}
}

const hashOf = ({log}: Database): string | null => log.at(-1)?.hash ?? null;

const lookAt = async (ask: Ask, id: number, since: number): Promise<Loaded> => {
	const [rows = []] = await ask((sql) => [look(sql, id, since)]);
	return seen(rows);
};

/** The head of a database that is there and that this program may go on with. */
export function known(head: Head | undefined): Head {
	if (!head) throw new Fault('it is no longer there; it was deleted');
	if (head.version > schemaNow) throw newerTables(head.version, schemaNow);
	if (head.schema > schemaVersion) throw newerBoard(head.schema);
	if (head.schema < schemaVersion) throw olderBoard(head);
	return head;
}

const anotherHistory = 'a copy with another history was put in its place';

/** Why a database cannot be what became of the one that was known, or undefined. */
function foreign({uuid, revision, hash}: Head, known: Database): string | undefined {
	if (uuid !== known.id) return 'another database was put in its place';
	if (revision < known.revision) {
		return `the server has an older state (revision ${revision}, not ${known.revision}): it was restored, or took the place of one that failed`;
	}
	return revision === known.revision && hash !== hashOf(known) ? anotherHistory : undefined;
}
