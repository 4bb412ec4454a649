-- Who may do what with Boardwalk in this PostgreSQL database. Run it as an administrator of the server,
-- connected to the database: before the first `boardwalk copy` into it, once more after that, and after every
-- new version of Boardwalk; as often as one likes, for it only says again what holds.
--
--   psql -d council -f roles.sql
--
-- The roles cannot log in. People and services are made members of one of them:
--
--   create role anna login;
--   grant boardwalk_recorder to anna;
--
--   boardwalk_owner          brings databases in, migrates, redacts and archives
--   boardwalk_recorder       takes part in meetings: reads everything, changes records, appends to the log
--   boardwalk_observer       looks on with Boardwalk: reads everything, exempt matter too, changes nothing
--   boardwalk_reader         reads the views for reports, in which there is no exempt matter; no table
--   boardwalk_exempt_reader  reads the view of exempt matter as well
--
-- The PostgreSQL database is Boardwalk's alone: nobody else may connect to it any more. Whoever may connect can
-- listen to notifications and send some, which no server lets one revoke; so they tell nothing, and are believed
-- nothing.
--
-- A recorder cannot alter or delete what the log holds, nor delete a record's row or a database. It can write
-- records without Boardwalk, as whoever may write a file can edit it: `boardwalk check` tells of that.

do $$
declare
	role text;
begin
	foreach role in array array[
		'boardwalk_owner',
		'boardwalk_recorder',
		'boardwalk_observer',
		'boardwalk_reader',
		'boardwalk_exempt_reader'
	] loop
		if not exists (select from pg_catalog.pg_roles where rolname = role) then
			execute pg_catalog.format('create role %I nologin', role);
		end if;
	end loop;
end
$$;

-- Temporary views are what `boardwalk check` compares the views for reports with.
do $$
declare
	here text := pg_catalog.quote_ident(pg_catalog.current_database());
begin
	execute 'revoke connect, temporary, create on database ' || here || ' from public';
	execute 'grant connect on database ' || here || ' to boardwalk_owner, boardwalk_recorder,'
		' boardwalk_observer, boardwalk_reader, boardwalk_exempt_reader';
	execute 'grant temporary on database ' || here
		|| ' to boardwalk_owner, boardwalk_recorder, boardwalk_observer';
end
$$;

create schema if not exists boardwalk authorization boardwalk_owner;
alter schema boardwalk owner to boardwalk_owner;
revoke all on schema boardwalk from public;
grant usage on schema boardwalk
	to boardwalk_recorder, boardwalk_observer, boardwalk_reader, boardwalk_exempt_reader;

do $$
declare
	thing record;
begin
	if pg_catalog.to_regclass('boardwalk.record') is null then
		raise notice 'there are no tables yet: run this again after boardwalk copy has brought a database in';
		return;
	end if;

	-- Whatever was made by whoever made it belongs to the owner.
	for thing in
		select
			case relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end as kind,
			relname as name
		from pg_catalog.pg_class
		where relnamespace = 'boardwalk'::regnamespace
			and relkind in ('r', 'v', 'S')
			and relowner <> 'boardwalk_owner'::regrole
			-- A sequence that numbers a table's rows goes with the table.
			and not exists (
				select from pg_catalog.pg_depend
				where objid = pg_class.oid and relkind = 'S' and deptype in ('a', 'i')
			)
	loop
		execute pg_catalog.format(
			'alter %s boardwalk.%I owner to boardwalk_owner', thing.kind, thing.name
		);
	end loop;

	for thing in
		select oid::regprocedure::text as name
		from pg_catalog.pg_proc
		where pronamespace = 'boardwalk'::regnamespace and proowner <> 'boardwalk_owner'::regrole
	loop
		execute pg_catalog.format('alter function %s owner to boardwalk_owner', thing.name);
	end loop;

	revoke all on all tables in schema boardwalk
		from public, boardwalk_recorder, boardwalk_observer, boardwalk_reader, boardwalk_exempt_reader;

	grant select on boardwalk.installation, boardwalk.database, boardwalk.record, boardwalk.entry,
		boardwalk.presence
		to boardwalk_recorder, boardwalk_observer;
	grant insert on boardwalk.record, boardwalk.entry to boardwalk_recorder;
	grant update (position, body, public, changed) on boardwalk.record to boardwalk_recorder;
	grant update (revision, hash, log_from) on boardwalk.database to boardwalk_recorder;

	-- A form that is handed over lies here until it is taken.
	grant select, insert, update (body), delete on boardwalk.letter to boardwalk_recorder;

	-- Who is there is told by whoever is connected, an observer too: each in rows of their own, which a trigger sees to.
	grant insert, update (record), delete on boardwalk.presence to boardwalk_recorder, boardwalk_observer;

	grant select on boardwalk.people, boardwalk.projects, boardwalk.statuses, boardwalk.meetings,
		boardwalk.decisions, boardwalk.actions
		to boardwalk_reader, boardwalk_exempt_reader;
	grant select on boardwalk.exempt to boardwalk_exempt_reader;
end
$$;
