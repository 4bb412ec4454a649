import {unlink} from 'node:fs/promises';
import path from 'node:path';
import type {Change} from '../../domain/changes/index.ts';
import {commit} from '../../domain/commit.ts';
import {same} from '../../domain/equal.ts';
import {bringForward, type Migrations, type Raw} from '../../domain/migrations/index.ts';
import type {Database, Entry} from '../../domain/schema/index.ts';
import {schemaVersion} from '../../domain/schema/values.ts';
import {freeName, writeBeside} from '../file/write-new.ts';
import {encodeDatabase} from '../format.ts';
import {editedIn, findFitted, fit} from '../file/migrate.ts';
import {readWhole} from '../file/read.ts';
import {Fault, reasonOf as reasonOfFile} from '../reasons.ts';
import type {Environment, Who} from '../store.ts';
import {type Ask, type Line, Lost} from './connection/line.ts';
import {reasonOf} from './connection/reasons.ts';
import type {ServerTarget} from './connection/target.ts';
import {inParts} from './create.ts';
import type {NamedDatabase} from './find.ts';
import {asOwner} from './owner.ts';
import {alteredRows} from './proof.ts';
import {type Difference, difference} from './rows/difference.ts';
import {developRaw} from './rows/image.ts';
import {confirm, type Head, lock, look, type Loaded, seen} from './rows/read.ts';
import {show, write} from './rows/write.ts';
import {schemaNow} from './schema/migrate.ts';
import {newerBoard, newerTables} from './versions.ts';

export type ForwardOptions = {
	who: Who;
	environment: Environment;
	/** The folder in which each board is kept as it was. */
	folder: string;
	/** As for files. */
	archived?: (database: Raw) => Promise<Entry[]>;
	/** The steps; tests have some of their own. */
	migrations?: Migrations;
};

/** What became of a board. */
export type Forwarded = {board: string} & (
	| {became: 'newest'}
	| {
			became: 'forward';
			from: number;
			to: number;
			revision: number;
			/** The file that holds it as it was. */
			kept: string;
			/** Whether the stand-by that must have it too has not confirmed it. */
			isUnconfirmed: boolean;
	  }
	| {became: 'refused'; why: string}
);

/** How often to begin anew when the connection is lost. */
const tries = 5;

/** So long may the steps of a board take, whose row is locked meanwhile; nobody else writes to an older board. */
const longest = '30min';

/** One board on its way. */
export class Forwarding {
	readonly #target: ServerTarget;
	readonly #board: NamedDatabase;
	readonly #options: ForwardOptions;
	/** The same for every try, so that it is found if it was stored. */
	readonly #act = crypto.randomUUID();
	/** The file in which the board is kept as it was. */
	#kept: string | undefined;
	/** Whether it may have been stored although nobody could say so. */
	#isDoubtful = false;

	constructor(target: ServerTarget, board: NamedDatabase, options: ForwardOptions) {
		this.#target = target;
		this.#board = board;
		this.#options = options;
	}

	async run(): Promise<Forwarded> {
		const board = this.#board.name;
		for (let attempt = 1; ; attempt++) {
			try {
				return await asOwner(this.#target, (line) => line.turn((ask) => this.#transact(line, ask)));
			} catch (error) {
				if (error instanceof Lost && attempt < tries) continue;
				const reason = error instanceof Lost ? error.message : reasonOf(error, this.#target);
				if (!this.#isDoubtful) {
					await this.#forget();
					return {board, became: 'refused', why: reason};
				}
				const why = `${reason}; it is not known whether it was stored: say it again, what is of the newest version is left alone`;
				return {board, became: 'refused', why};
			}
		}
	}

	async #transact(line: Line, ask: Ask): Promise<Forwarded> {
		await ask((sql) => [
			sql`begin isolation level read committed read write`,
			sql`select set_config('idle_in_transaction_session_timeout', ${longest}, true)`,
		]);
		try {
			const head = await this.#lock(ask);
			if (head.schema === schemaVersion) return await this.#whatItIs(line, ask);
			// An earlier try was not stored after all.
			this.#isDoubtful = false;
			await this.#forget();
			const {revision} = await this.#store(ask, head);
			await this.#commit(ask);
			return this.#isForward(line, head.schema, revision);
		} catch (error) {
			if (!line.isLost) await ask((sql) => [sql`rollback`]).catch(() => {});
			throw error;
		}
	}

	async #commit(ask: Ask): Promise<void> {
		try {
			await ask((sql) => [sql`commit`]);
		} catch (error) {
			this.#isDoubtful = error instanceof Lost && error.wasSent;
			throw error;
		}
	}

	#isForward({warnings}: Line, from: number, revision: number): Forwarded {
		return {
			board: this.#board.name,
			became: 'forward',
			from,
			to: schemaVersion,
			revision,
			kept: this.#kept ?? '',
			isUnconfirmed: warnings.includes('SyncRepWaitForLSN'),
		};
	}

	async #lock(ask: Ask): Promise<Head> {
		const [[row] = []] = await ask((sql) => [lock(sql, this.#board.id)]);
		const head = row as Head | undefined;
		if (!head) throw new Fault('it is no longer there; it was deleted');
		if (head.version > schemaNow) throw newerTables(head.version, schemaNow);
		if (head.schema > schemaVersion) throw newerBoard(head.schema);
		return head;
	}

	/** What became of one that is of the newest version: brought forward by an earlier try, or before. */
	async #whatItIs(line: Line, ask: Ask): Promise<Forwarded> {
		const {id, name} = this.#board;
		const [[row] = []] = await ask((sql) => [
			sql`
				select revision, body #>> '{changes,0,from}' as "from" from boardwalk.entry
				where database = ${id} and id = ${this.#act}`,
		]);
		await ask((sql) => (row ? [confirm(sql, id), sql`commit`] : [sql`rollback`]));
		if (row) return this.#isForward(line, Number(row['from']), Number(row['revision']));
		await this.#forget();
		return {board: name, became: 'newest'};
	}

	/** Writes what the steps make of it; nothing is committed. */
	async #store(ask: Ask, head: Head): Promise<Database> {
		const {id} = this.#board;
		const [rows = []] = await ask((sql) => [look(sql, id, -1)]);
		const found = seen(rows);
		const {raw, positions} = developRaw(head, found);
		const after = await this.#step(raw, head);
		// What hashes cover was not written anew: the entries are those that were there.
		const before = {...raw, log: after.log.slice(0, found.entries.length)};
		const all = difference({database: before as unknown as Database, positions}, after);
		const writing = withoutSame(all, found);
		const {uuid, revision, hash} = head;
		const now = {revision: after.revision, hash: after.log.at(-1)?.hash ?? null};
		await ask((sql) => [
			sql`update boardwalk.database set schema_version = ${schemaVersion} where id = ${id}`,
		]);
		for (const [index, part] of inParts(writing).entries()) {
			const from = index === 0 ? {uuid, revision, hash} : {uuid, ...now};
			const [told] = await ask((sql) =>
				write(sql, {...part, ...now, database: id, from, shown: []}),
			);
			if (told?.length !== 1) throw new Fault('its row was altered meanwhile; try again');
		}
		// An older program may have shown the public more of a record than this one does.
		const shown = await alteredRows(ask, id, after);
		if (shown.length > 0) await ask((sql) => [show(sql, id, shown)]);
		return after;
	}

	/** The database of this version, with the act; as it was it is in a file by then. */
	async #step(raw: Raw, {schema: from}: Head): Promise<Database> {
		const {who, environment, migrations, archived} = this.#options;
		const forward = bringForward(raw, migrations);
		if ('problem' in forward) throw new Fault(forward.problem);
		const database = fit(forward.database, from);
		const fitted = from === 1 ? await findFitted(raw, archived) : [];
		this.#kept = await keep(this.#options.folder, `${this.#board.name}.schema-${from}`, raw);
		const change: Change = {
			kind: 'database/migrate',
			from,
			to: schemaVersion,
			backup: path.basename(this.#kept),
			...(fitted.length > 0 ? {fitted} : {}),
			...editedIn(raw),
		};
		const outcome = commit(
			database,
			{id: this.#act, changes: [change]},
			{...who, owner: true, now: environment.now(), salt: environment.salt()},
		);
		if (!outcome.ok) throw new Fault(outcome.rejection.message);
		return outcome.database;
	}

	/** Removes the copy of a board that was not brought forward. */
	async #forget(): Promise<void> {
		if (this.#kept !== undefined) await unlink(this.#kept).catch(() => {});
		this.#kept = undefined;
	}
}

/** Writes a database to a new file of the user's alone, and reads it back. Throws a Fault. */
async function keep(folder: string, name: string, raw: Raw): Promise<string> {
	const file = await freeName(path.join(folder, name), '.json');
	const database = raw as unknown as Database;
	try {
		await writeBeside(file, encodeDatabase(database), undefined);
	} catch (error) {
		throw new Fault(`${file} cannot be written: ${reasonOfFile(error)}`);
	}
	const text = (await readWhole(file)).toString('utf8');
	if (same(JSON.parse(text), raw)) return file;
	await unlink(file).catch(() => {});
	throw new Fault(`${file} does not read as it was written`);
}

/** The steps make every record anew; those that say what they said stay as they lie there. */
function withoutSame(all: Difference, {records}: Loaded): Difference {
	const old = new Map(records.map((row) => [`${row.collection}/${row.id}`, row]));
	return {
		...all,
		records: all.records.filter((row) => {
			const was = old.get(`${row.collection}/${row.id}`);
			return !(was && was.position === row.position && same(was.body, row.body));
		}),
	};
}
