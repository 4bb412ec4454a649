import type {PendingQuery, ReservedSql, Row} from 'postgres';
import type {Entry} from '../../../domain/schema/index.ts';
import {schemaVersion} from '../../../domain/schema/values.ts';
import type {Difference} from './difference.ts';
import type {PublicRow} from './public.ts';
import type {RecordRow} from './read.ts';
import {schemaNow} from '../schema/migrate.ts';

/** What is to be written of one act. */
export type Writing = Difference & {
	database: number;
	/** The revision that it leads to, and the hash of its entry. */
	revision: number;
	hash: string | null;
	/** As what the database must be found, or nothing is written. */
	from: {uuid: string; revision: number; hash: string | null};
	/** What the public may read of records besides those that are written. */
	shown: PublicRow[];
};

/** The channel on which sessions are told that a database has a newer revision. */
export const channelOf = (database: number): string => `boardwalk_${database}`;

/**
 * The statements that write an act, to be sent after each other in one transaction. Mostly it is one, which
 * locks the database's row, looks whether it is as the act found it, and writes: its one row says that it
 * did. Each more takes the server about as long. Other sessions are told once the transaction is through.
 */
export function write(sql: ReservedSql, writing: Writing): PendingQuery<Row[]>[] {
	const {database, revision, hash, from, records, added, rewritten, logFrom, isCut, shown} =
		writing;
	const recorded = records.length > 0 ? record(sql, revision, records) : sql``;
	const entered = added.length > 0 ? enter(sql, added) : sql``;
	const statements = [
		sql`
			with told as (
				update boardwalk.database
				set revision = ${revision}, hash = ${hash}, log_from = ${logFrom}
				where id = ${database}
					and uuid = ${from.uuid}
					and revision = ${from.revision}
					and hash is not distinct from ${from.hash}
					and schema_version = ${schemaVersion}
					and (select version from boardwalk.installation) = ${schemaNow}
				returning id
			)
			${recorded} ${entered}
			select pg_notify(${channelOf(database)}, ${String(revision)}) from told`,
	];
	if (rewritten.length > 0) statements.push(rewrite(sql, database, revision, rewritten));
	if (isCut) {
		statements.push(
			sql`delete from boardwalk.entry where database = ${database} and revision < ${logFrom}`,
		);
	}
	// After the records: it may be one that has just been added.
	if (shown.length > 0) statements.push(show(sql, database, shown));
	return statements;
}

/** Whether one statement is enough, so that it needs no transaction around it. */
export const isOne = ({rewritten, isCut, shown}: Writing): boolean =>
	rewritten.length === 0 && !isCut && shown.length === 0;

const record = (
	sql: ReservedSql,
	revision: number,
	records: readonly RecordRow[],
): PendingQuery<Row[]> => sql`
	, recorded as (
		insert into boardwalk.record (database, collection, id, position, body, public, changed)
		select told.id, given.collection, given.id, given.position, given.body::json,
			given.public::json, ${revision}
		from told, ${
			records.length <= few
				? values(
						sql,
						records.map(
							({collection, id, position, body, public: instead}) =>
								sql`(${collection}::text, ${id}::text, ${position}::double precision, ${json(body)}::text, ${json(instead)}::text)`,
						),
					)
				: sql`unnest(
					${list(records, ({collection}) => collection)}::text[],
					${list(records, ({id}) => id)}::text[],
					${list(records, ({position}) => String(position))}::double precision[],
					${list(records, ({body}) => json(body))}::text[],
					${list(records, (row) => json(row.public))}::text[]
				)`
		} as given (collection, id, position, body, public)
		on conflict (database, collection, id) do update
		set position = excluded.position, body = excluded.body, public = excluded.public,
			changed = excluded.changed
	)`;

const enter = (sql: ReservedSql, entries: readonly Entry[]): PendingQuery<Row[]> => sql`
	, entered as (
		insert into boardwalk.entry (database, revision, id, hash, body, changed)
		select told.id, given.revision, given.id, given.hash, given.body::json, given.revision
		from told, ${
			entries.length <= few
				? values(
						sql,
						entries.map(
							(entry) =>
								sql`(${entry.revision}::integer, ${entry.id}::text, ${entry.hash}::text, ${json(entry)}::text)`,
						),
					)
				: sql`unnest(
					${list(entries, (entry) => String(entry.revision))}::integer[],
					${list(entries, ({id}) => id)}::text[],
					${list(entries, (entry) => entry.hash)}::text[],
					${list(entries, json)}::text[]
				)`
		} as given (revision, id, hash, body)
	)`;

/** Up to so many rows each have parameters of their own, which takes the server half as long as lists do. */
const few = 4;

const values = (sql: ReservedSql, rows: readonly PendingQuery<Row[]>[]): PendingQuery<Row[]> =>
	sql`(values ${rows.map((row, index) => (index === 0 ? row : sql`, ${row}`))})`;

/** A value as text; SQL null where there is none. */
const json = (value: unknown): string | null =>
	value === undefined ? null : JSON.stringify(value);

/** What the public may read instead of records; undefined where it may read all. */
export const show = (
	sql: ReservedSql,
	database: number,
	shown: readonly PublicRow[],
): PendingQuery<Row[]> => sql`
	update boardwalk.record
	set public = given.public::json
	from unnest(
		${list(shown, ({collection}) => collection)}::text[],
		${list(shown, ({id}) => id)}::text[],
		${list(shown, ({instead}) => json(instead))}::text[]
	) as given (collection, id, public)
	where record.database = ${database}
		and record.collection = given.collection
		and record.id = given.id`;

const rewrite = (
	sql: ReservedSql,
	database: number,
	revision: number,
	entries: readonly Entry[],
): PendingQuery<Row[]> => sql`
	update boardwalk.entry
	set body = given.body::json, changed = ${revision}
	from unnest(
		${list(entries, (entry) => String(entry.revision))}::integer[],
		${list(entries, json)}::text[]
	) as given (revision, body)
	where entry.database = ${database} and entry.revision = given.revision`;

/** A list as PostgreSQL writes them; postgres.js would have to ask the server for the type first. */
function list<Element>(
	elements: readonly Element[],
	textOf: (element: Element) => string | null,
): string {
	const texts = elements.map((element) => {
		const text = textOf(element);
		return text === null ? 'NULL' : `"${text.replaceAll(/[\\"]/g, String.raw`\$&`)}"`;
	});
	return `{${texts.join(',')}}`;
}
