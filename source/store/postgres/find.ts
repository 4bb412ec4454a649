import {nearest} from '../../domain/words.ts';
import {codeOf, Fault} from '../reasons.ts';
import type {Line} from './connection/line.ts';
import type {Server} from './connection/connect.ts';
import type {ServerTarget} from './connection/target.ts';
import {findSchema, migrate, migrations, schemaNow} from './schema/migrate.ts';
import {newerTables} from './versions.ts';

/** What this user may do to a database, and where it is. */
type DatabaseAccess = {
	/** The database's own number among those of the installation. */
	id: number;
	name: string;
	/** Why it cannot be written; undefined when it can. */
	readOnly: string | undefined;
	/** Whether the user has the rights of the tables' owner. */
	isOwner: boolean;
};

/**
 * Sees to it that the tables are those of this program: an older version is brought forward by whoever may.
 * Throws a Fault when there are none, or newer ones.
 */
export async function checkSchema(
	{line, encoding, isReadOnly}: Server,
	target: ServerTarget,
	steps = migrations,
): Promise<void> {
	if (encoding !== 'UTF8') {
		throw new Fault(`the database is in ${encoding}; Boardwalk needs one in UTF8`);
	}
	const {version, isForeign, mayMigrate} = await findSchema(line);
	if (isForeign) {
		throw new Fault('this is not Boardwalk’s: its schema “boardwalk” is somebody else’s');
	}
	if (version === undefined || version === 0) {
		throw new Fault(
			'there is no Boardwalk in this database; bring one in with boardwalk copy strategy.json postgres://…',
		);
	}
	if (version > steps.length) throw newerTables(version, schemaNow);
	if (version === steps.length) return;
	if (!mayMigrate || isReadOnly) {
		throw new Fault(
			`its tables are version ${version}, and this program needs ${steps.length}: have their owner open it once (${target.user} may not alter them)`,
		);
	}
	await migrate(line, steps);
}

/** Finds the database that a URL means, and what may be done to it. Throws a Fault. */
export async function findDatabase(server: Server, target: ServerTarget): Promise<DatabaseAccess> {
	const {line, isStandby, isReadOnly} = server;
	try {
		await checkSchema(server, target);
		const {id, name} = await named(line, target.board);
		const rights = await rightsOn(line);
		const readOnly = isStandby
			? 'the server is a stand-by, which takes no changes'
			: isReadOnly
				? 'the server was made read-only'
				: rights.write
					? undefined
					: `the user ${target.user} may only read it; ask for the role boardwalk_recorder`;
		return {id, name, readOnly, isOwner: rights.owner};
	} catch (error) {
		if (codeOf(error) !== '42501') throw error;
		throw new Fault(
			`the user ${target.user} may not read its tables; ask for the role boardwalk_recorder (that of a reader serves for reports alone)`,
		);
	}
}

/** A board in the tables: its own number, and its name. */
export type NamedDatabase = {id: number; name: string};

/** The boards that there are, by their names. */
export async function allBoards(line: Line): Promise<NamedDatabase[]> {
	const [rows = []] = await line.turn((ask) =>
		ask((sql) => [sql`select id, name from boardwalk.database order by name`]),
	);
	return rows as unknown as NamedDatabase[];
}

/** The board of a name, or the only one where none is given. Throws a Fault. */
export async function named(line: Line, board: string | undefined): Promise<NamedDatabase> {
	const all = await allBoards(line);
	const found =
		board === undefined && all.length === 1 ? all[0] : all.find(({name}) => name === board);
	if (found) return found;
	const names = all.map(({name}) => name);
	if (board === undefined) {
		throw new Fault(
			names.length === 0
				? 'there is no board in it yet; bring one in with boardwalk copy strategy.json postgres://…'
				: `name a board: add ?board=${names[0]} (there is ${names.join(', ')})`,
		);
	}
	const [near] = nearest(board, names);
	throw new Fault(
		`there is no board “${board}” in it${near ? `; did you mean ${near}?` : names.length === 0 ? '' : `; there is ${names.join(', ')}`}`,
	);
}

/** What this user may do to what is in the tables. */
export async function rightsOn(line: Line): Promise<{write: boolean; owner: boolean}> {
	const [[rights]] = (await line.turn((ask) =>
		ask((sql) => [
			sql`
				select
					has_table_privilege('boardwalk.entry', 'insert')
						and has_table_privilege('boardwalk.record', 'insert')
						and has_any_column_privilege('boardwalk.record', 'update')
						and has_any_column_privilege('boardwalk.database', 'update')
					as write,
					pg_has_role(nspowner, 'usage') as owner
				from pg_namespace
				where nspname = 'boardwalk'`,
		]),
	)) as [[{write: boolean; owner: boolean}]];
	return rights;
}
