// Installations as Boardwalk 0.1.0 left them: its tables, and boards of version 1 in them.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Sql} from 'postgres';

type Element = {id: string};
export type Old = Record<string, unknown> & {
	id: string;
	revision: number;
	projects: (Element & Record<string, unknown>)[];
	log: {revision: number; id: string; hash: string}[];
};

const tables = readFileSync(path.join(import.meta.dirname, 'data', 'tables-1.sql'), 'utf8');

/** A database that 0.1.0 wrote. */
export const frozen = (name: string): Old => {
	const file = path.join(import.meta.dirname, '..', '..', 'data', 'v1', `${name}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as Old;
};

/** Makes the tables of 0.1.0. */
export async function makeOldTables(sql: Sql): Promise<void> {
	await sql.unsafe(
		`create schema boardwalk; set search_path = pg_catalog; ${tables}; update boardwalk.installation set version = 1`,
	);
}

/** Brings a database in, row by row as 0.1.0 does; into newer tables, too. */
export async function putOld(sql: Sql, board: string, database: Old): Promise<number> {
	const {id: uuid, revision, log} = database;
	const [column] = await sql`
		select from information_schema.columns
		where table_schema = 'boardwalk' and column_name = 'schema_version'`;
	const [row] = await sql`
		insert into boardwalk.database ${sql({
			name: board,
			uuid,
			revision,
			hash: log.at(-1)?.hash ?? null,
			log_from: log[0]?.revision ?? 1,
			...(column ? {schema_version: 1} : {}),
		})} returning id`;
	const own = Number(row?.['id']);
	const records = Object.entries(database).flatMap(([name, value], at) => {
		const isList = Array.isArray(value);
		const frame = {collection: '', id: name, position: at + 1};
		const body = isList || name === 'revision' ? 'null' : JSON.stringify(value);
		const elements = isList && name !== 'log' ? (value as Element[]) : [];
		return [
			{...frame, body},
			...elements.map((element, index) => ({
				collection: name,
				id: element.id,
				position: index + 1,
				body: JSON.stringify(element),
			})),
		];
	});
	await sql`
		insert into boardwalk.record (database, collection, id, position, body, changed)
		select ${own}, collection, id, position, body::json, ${revision}
		from json_to_recordset(${JSON.stringify(records)}::text::json)
			as given (collection text, id text, position double precision, body text)`;
	await sql`
		insert into boardwalk.entry (database, revision, id, hash, body, changed)
		select ${own}, (body ->> 'revision')::integer, body ->> 'id', body ->> 'hash', body,
			(body ->> 'revision')::integer
		from json_array_elements(${JSON.stringify(log)}::text::json) as given (body)`;
	return own;
}

/** Everything that the tables hold of a board, as one text. */
export async function rowsOf(sql: Sql, id: number): Promise<string> {
	const [database, records, entries] = await Promise.all([
		sql`select to_json(one)::text as row from boardwalk.database as one where id = ${id}`,
		sql`select to_json(one)::text as row from boardwalk.record as one where database = ${id} order by collection, id`,
		sql`select to_json(one)::text as row from boardwalk.entry as one where database = ${id} order by revision`,
	]);
	return [...database, ...records, ...entries].map(({row}) => String(row)).join('\n');
}
