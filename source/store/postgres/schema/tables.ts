/**
 * The first version: where databases lie.
 *
 * Records and entries are `json`, not `jsonb`: jsonb would order keys anew, forget which of two equal names
 * came first, write 1.0 for 1.0e0 and refuse U+0000, which a text may hold. What goes in comes out, byte for
 * byte, so that a file that went through PostgreSQL is the same file. The hashes alone would not need it.
 *
 * - `database`: one row for each. Whoever changes a database holds its row's lock from reading the newest
 *   state until the commit, so acts come one after the other. `revision` and `hash` are those of the log's
 *   last entry, `log_from` the first that it still holds.
 * - `record`: everything but the log as it is now. A record of a collection by its id, in the order of
 *   `position`; what stands at the top of a database (organisation, rules, counters …) under the
 *   collection '' by its name. A record that was removed stays as a row without a body, so that whoever knew
 *   it learns of that. `changed` is the revision that altered the row last. `public` is set where the public
 *   may not read all: what it may read instead, or JSON null for nothing.
 * - `entry`: the log. Rows are added and, but for redacting and archiving, stay as they are: then `changed` is
 *   another revision than their own.
 * - `letter`: what sessions leave each other; once it is taken, only that it was.
 * - `presence`: who is connected. Whose row it is came with the next version.
 */
export const tables = `
create table boardwalk.installation (
	only_one boolean primary key default true check (only_one),
	version integer not null,
	migrated_at timestamptz not null default now()
);
insert into boardwalk.installation (version) values (0);

create table boardwalk.database (
	id integer generated always as identity primary key,
	name text collate "C" not null unique check (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$'),
	uuid text not null,
	revision integer not null check (revision >= 0),
	hash text,
	log_from integer not null,
	created_at timestamptz not null default now()
);

create table boardwalk.record (
	database integer not null references boardwalk.database on delete cascade,
	collection text collate "C" not null,
	id text collate "C" not null,
	position double precision not null,
	body json,
	public json,
	changed integer not null,
	primary key (database, collection, id)
);
create index record_changed on boardwalk.record (database, changed);

create table boardwalk.entry (
	database integer not null references boardwalk.database on delete cascade,
	revision integer not null,
	id text collate "C" not null,
	hash text not null,
	body json not null,
	changed integer not null,
	primary key (database, revision),
	unique (database, id)
);
create index entry_changed on boardwalk.entry (database, changed) where changed <> revision;

create sequence boardwalk.seat as integer cycle;
create unlogged table boardwalk.presence (
	seat integer primary key,
	database integer not null,
	record text not null
);
create index presence_database on boardwalk.presence (database);

create table boardwalk.letter (
	id text collate "C" primary key check (id ~ '^[0-9a-f]{32}$'),
	database integer not null references boardwalk.database on delete cascade,
	body text,
	at timestamptz not null default now()
);
create index letter_database on boardwalk.letter (database, at);
`;
