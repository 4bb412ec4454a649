import type {PendingQuery, ReservedSql, Row} from 'postgres';
import type {Entry} from '../../../domain/schema/index.ts';

/** What stands in a database's own row. */
export type Head = {
	/** The version of the SQL schema. */
	version: number;
	/** The version of the database that lies in it, its `schemaVersion`. */
	schema: number;
	name: string;
	uuid: string;
	revision: number;
	/** That of the log's last entry. */
	hash: string | null;
	/** The first revision that the log still holds. */
	logFrom: number;
};

/**
 * A record as it lies in its row; without a body it was removed. `public` is what the public may read instead, where
 * it may not read all; known only of rows that are to be written.
 */
export type RecordRow = {
	collection: string;
	id: string;
	position: number;
	body?: unknown;
	public?: unknown;
};

/** What an act does to the rows of a database. */
export type Difference = {
	records: RecordRow[];
	/** Entries that are new, and those that were there and are not as they were (a redaction). */
	added: Entry[];
	rewritten: Entry[];
	/** The first revision that the log still holds, and whether it held older ones before (an archiving). */
	logFrom: number;
	isCut: boolean;
};

/** What of a database is asked for. */
export type Loaded = {
	/** Undefined when the database is no longer there. */
	head: Head | undefined;
	records: RecordRow[];
	entries: Entry[];
};

/** JSON null is a value; SQL null is not a body. */
type Raw = {
	kind: 'head' | 'record' | 'entry';
	collection: string;
	id: string;
	position: number;
	body: string | null;
};

/** Locks a database until the end of the transaction, and says how it stands now. */
export const lock = (sql: ReservedSql, database: number): PendingQuery<Row[]> => sql`
	select
		(select version from boardwalk.installation) as version,
		schema_version as schema, name, uuid, revision, hash, log_from as "logFrom"
	from boardwalk.database
	where id = ${database}
	for no key update`;

/**
 * Alters nothing, but has the transaction wait for the stand-by as one that does: what was stored before it,
 * but perhaps not confirmed, is safe with it.
 */
export const confirm = (sql: ReservedSql, database: number): PendingQuery<Row[]> => sql`
	update boardwalk.database set hash = hash where id = ${database}`;

/**
 * Asks for what has changed in a database since a revision, or with revision -1 for all of it. One statement,
 * so that all that it finds is of one moment. Removed records are told only to those who may know them.
 */
export const look = (sql: ReservedSql, database: number, since: number): PendingQuery<Row[]> => sql`
	select
		'head' as kind,
		'' as collection,
		'' as id,
		0::double precision as position,
		json_build_object(
			'version', installation.version,
			'schema', database.schema_version,
			'name', database.name,
			'uuid', database.uuid,
			'revision', database.revision,
			'hash', database.hash,
			'logFrom', database.log_from
		)::text as body
	from boardwalk.database
	cross join boardwalk.installation
	where database.id = ${database}
	union all (
		select 'record', collection, id, position, body::text
		from boardwalk.record
		where database = ${database} and changed > ${since}
	)
	union all (
		select 'entry', '', '', revision, body::text
		from boardwalk.entry
		where database = ${database} and revision > ${since}
	)
	union all (
		-- Those that a redaction has stripped since.
		select 'entry', '', '', revision, body::text
		from boardwalk.entry
		where database = ${database}
			and revision <= ${since}
			and changed > ${since}
			and changed <> revision
	)`;

/** What was found. */
export function seen(rows: readonly Row[]): Loaded {
	const found: Loaded = {head: undefined, records: [], entries: []};
	for (const row of rows) {
		const {kind, collection, id, position, body} = row as Raw;
		const value: unknown = body === null ? undefined : JSON.parse(body);
		if (kind === 'head') found.head = value as Head;
		else if (kind === 'entry') found.entries.push(value as Entry);
		else found.records.push({collection, id, position, ...(body !== null && {body: value})});
	}
	found.records.sort((a, b) => a.position - b.position);
	found.entries.sort((a, b) => a.revision - b.revision);
	return found;
}
