import {same} from '../../domain/equal.ts';
import type {Database} from '../../domain/schema/index.ts';
import {schemaVersion} from '../../domain/schema/values.ts';
import {codeOf, Fault} from '../reasons.ts';
import {Unusable} from '../store.ts';
import {connect} from './connection/connect.ts';
import {type Ask, type Line, Lost} from './connection/line.ts';
import {reasonOf} from './connection/reasons.ts';
import {readTarget, type ServerTarget} from './connection/target.ts';
import {alteredRows} from './proof.ts';
import {allRows, type Difference} from './rows/difference.ts';
import {develop} from './rows/image.ts';
import {overlayOf} from './rows/public.ts';
import {lock, look, seen} from './rows/read.ts';
import {show, write} from './rows/write.ts';
import {mendViews} from './schema/altered.ts';
import {migrate} from './schema/migrate.ts';
import {known} from './session.ts';

/** How many rows go into one statement. */
const atOnce = 500;

/** How often to begin anew when the connection is lost. */
const tries = 5;

/** What became of it: it was brought in, or the very same was there already. */
type Created = 'created' | 'there';

/**
 * Brings a database into PostgreSQL under the board's name in the URL, tables and all where there are none:
 * all of it or nothing. One that is there already is never replaced. Throws Unusable.
 */
export async function createPostgres(url: string, database: Database): Promise<Created> {
	const target = await readTarget(url);
	try {
		const {board} = target;
		if (board === undefined) {
			throw new Fault('say what it shall be called there: add ?board=name, such as ?board=imt');
		}
		for (let attempt = 1; ; attempt++) {
			try {
				return await tryToCreate(target, board, database);
			} catch (error) {
				// What was done then is found, or was not done.
				if (!(error instanceof Lost) || attempt === tries) throw error;
			}
		}
	} catch (error) {
		const reason =
			error instanceof Lost ? 'the connection was lost; try again' : reasonOf(error, target);
		throw new Unusable(`${target.title}: ${reason}`, {cause: error});
	}
}

async function tryToCreate(
	target: ServerTarget,
	board: string,
	database: Database,
): Promise<Created> {
	const deaf = {notified() {}, lost() {}};
	const {line, isReadOnly, isStandby, encoding} = await connect(target, deaf);
	try {
		if (isStandby) throw new Fault('the server is a stand-by, which takes no changes');
		if (isReadOnly) throw new Fault('the server was made read-only');
		if (encoding !== 'UTF8') {
			throw new Fault(`the database is in ${encoding}; Boardwalk needs one in UTF8`);
		}
		await migrate(line);
		return await bringIn(line, board, database);
	} finally {
		await line.close();
	}
}

async function bringIn(line: Line, board: string, database: Database): Promise<Created> {
	return line.turn(async (ask) => {
		try {
			const {id: uuid, revision, log} = database;
			const hash = log.at(-1)?.hash ?? null;
			const [, rows = []] = await ask((sql) => [
				sql`begin isolation level read committed read write`,
				sql`
					insert into boardwalk.database (name, uuid, revision, hash, log_from, schema_version)
					values (${board}, ${uuid}, ${revision}, ${hash}, 1, ${schemaVersion})
					returning id`,
			]);
			const id = Number(rows[0]?.['id']);
			const found = {database: id, revision, hash, from: {uuid, revision, hash}};
			const shown = [...overlayOf(database).values()];
			for (const part of inParts(allRows(database))) {
				await ask((sql) => write(sql, {...part, ...found, shown: []}));
			}
			const rest = {...nothing, logFrom: log[0]?.revision ?? 1};
			await ask((sql) => write(sql, {...rest, ...found, shown}));
			await ask((sql) => [sql`commit`]);
			return 'created';
		} catch (error) {
			if (!line.isLost) await ask((sql) => [sql`rollback`]);
			if (codeOf(error) !== '23505') throw error;
			return compare(ask, board, database);
		}
	});
}

const nothing: Difference = {records: [], added: [], rewritten: [], logFrom: 1, isCut: false};

/** The same in parts, none of which keeps the server busy for long. */
export function inParts({records, added, ...rest}: Difference): Difference[] {
	const parts: Difference[] = [];
	for (let at = 0; at < Math.max(records.length, added.length); at += atOnce) {
		parts.push({
			...rest,
			records: records.slice(at, at + atOnce),
			added: added.slice(at, at + atOnce),
		});
	}
	return parts;
}

/**
 * Whether what is there is what was to be brought in; throws a Fault when it is something else. If it is, what reports
 * are drawn from is made anew where it is not as this program has it.
 */
async function compare(ask: Ask, board: string, database: Database): Promise<Created> {
	const [rows = []] = await ask((sql) => [
		sql`select id from boardwalk.database where name = ${board}`,
	]);
	const id = Number(rows[0]?.['id']);
	return inTransaction(ask, async (): Promise<Created> => {
		await ask((sql) => [lock(sql, id)]);
		const [found = []] = await ask((sql) => [look(sql, id, -1)]);
		const {head, ...rest} = seen(found);
		if (head) known(head);
		if (head && same(develop(head, {head, ...rest}).database, database)) {
			const wrong = await alteredRows(ask, id, database);
			if (wrong.length > 0) await ask((sql) => [show(sql, id, wrong)]);
			await mendViews(ask);
			return 'there';
		}
		throw new Fault(
			head?.uuid === database.id
				? `the board “${board}” is there already, at revision ${head.revision}; what is to be copied is at ${database.revision}: nothing was replaced`
				: `there is another board “${board}” already; choose another name: nothing was replaced`,
		);
	});
}

async function inTransaction<Result>(ask: Ask, task: () => Promise<Result>): Promise<Result> {
	await ask((sql) => [sql`begin isolation level read committed read write`]);
	try {
		const result = await task();
		await ask((sql) => [sql`commit`]);
		return result;
	} catch (error) {
		// After a loss there is nothing to take back, and this says so once more.
		await ask((sql) => [sql`rollback`]).catch(() => {});
		throw error;
	}
}
