/**
 * Views for reports. They run with the rights of whoever made them, so that a reader of reports needs no
 * right to the tables, and show what the public may read: what may not be read is in `exempt` alone, which is
 * granted apart. What is exempt is not worked out here but by the program with every change, by the very
 * rules that it shows and prints by. Boards of every version are read, each field where it stands in each. New columns
 * come last, so that a view can be replaced where it is, and whoever may read it goes on reading it.
 */
export const views = `
-- U+0000 may stand in a text, but not in PostgreSQL's; a report has U+FFFD in its place.
create or replace function boardwalk.readable(body json) returns jsonb
language sql immutable strict parallel safe
return case
	when pg_catalog.strpos(body::text, '\\u0000') = 0 then body::text::jsonb
	else pg_catalog.regexp_replace(body::text, '(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000', '\\1�', 'g')::jsonb
end;

-- A list in a record, or none.
create or replace function boardwalk.list(body jsonb, name text) returns jsonb
language sql immutable parallel safe
return case when pg_catalog.jsonb_typeof(body -> name) = 'array' then body -> name else '[]'::jsonb end;

create or replace function boardwalk.names(list jsonb) returns text[]
language sql immutable parallel safe
return array(select pg_catalog.jsonb_array_elements_text(list));

-- A day as a date; of a span, the first day; undefined for a month or a year.
create or replace function boardwalk.day(value jsonb) returns date
language sql immutable parallel safe
return case
	when coalesce(value ->> 'from', value #>> '{}') ~ '^\\d{4}-\\d{2}-\\d{2}'
	then pg_catalog.make_date(
		substr(coalesce(value ->> 'from', value #>> '{}'), 1, 4)::integer,
		substr(coalesce(value ->> 'from', value #>> '{}'), 6, 2)::integer,
		substr(coalesce(value ->> 'from', value #>> '{}'), 9, 2)::integer
	)
end;

create or replace view boardwalk.public_record as
select
	database.name as board,
	record.database,
	record.collection,
	record.id,
	record.position,
	boardwalk.readable(coalesce(record.public, record.body)) as body
from boardwalk.record
join boardwalk.database on database.id = record.database
where record.collection <> ''
	and record.body is not null
	and (record.public is null or record.public::text <> 'null');

create or replace view boardwalk.people as
select board, id, body ->> 'name' as name, body ->> 'initials' as initials
from boardwalk.public_record
where collection = 'people';

create or replace view boardwalk.projects as
select
	project.board,
	project.id,
	project.body ->> 'title' as title,
	project.body ->> 'summary' as summary,
	project.body ->> 'priority' as priority,
	project.body ->> 'status' as status,
	project.body ->> 'confidence' as confidence,
	coalesce(owner.name, project.body ->> 'owner') as owner,
	project.body ->> 'supplier' as supplier,
	boardwalk.day(project.body -> 'due') as due,
	coalesce(
		project.body #>> '{money,approved,amount}', project.body ->> 'budget'
	)::numeric as budget,
	boardwalk.names(boardwalk.list(project.body, 'domains')) as domains,
	boardwalk.names(boardwalk.list(project.body, 'objectives')) as objectives,
	boardwalk.names(boardwalk.list(project.body, 'dependsOn')) as depends_on,
	newest.said ->> 'note' as latest_note,
	boardwalk.day(newest.said -> 'at') as latest_note_on,
	project.position
from boardwalk.public_record as project
left join boardwalk.people as owner
	on owner.board = project.board and owner.id = project.body ->> 'owner'
left join lateral (
	select said
	from pg_catalog.jsonb_array_elements(boardwalk.list(project.body, 'updates'))
		with ordinality as told (said, number)
	where said ->> 'note' is not null
	order by number desc
	limit 1
) as newest on true
where project.collection = 'projects';

create or replace view boardwalk.statuses as
select
	project.board,
	project.id as project,
	project.body ->> 'title' as title,
	told.number,
	boardwalk.day(told.said -> 'at') as day,
	told.said ->> 'at' as at,
	told.said ->> 'by' as by,
	told.said ->> 'meeting' as meeting,
	told.said ->> 'status' as status,
	told.said ->> 'confidence' as confidence,
	told.said ->> 'note' as note
from boardwalk.public_record as project
cross join lateral pg_catalog.jsonb_array_elements(boardwalk.list(project.body, 'updates'))
	with ordinality as told (said, number)
where project.collection = 'projects';

create or replace view boardwalk.meetings as
select
	meeting.board,
	meeting.id,
	meeting.body ->> 'board' as body,
	board.body ->> 'name' as body_name,
	meeting.body ->> 'title' as title,
	boardwalk.day(coalesce(meeting.body -> 'startsAt', meeting.body -> 'period')) as day,
	meeting.body ->> 'startsAt' as starts_at,
	meeting.body ->> 'venue' as venue,
	meeting.body ->> 'status' as status,
	meeting.body -> 'minutes' ->> 'status' as minutes,
	meeting.position
from boardwalk.public_record as meeting
left join boardwalk.public_record as board
	on board.database = meeting.database
	and board.collection = 'boards'
	and board.id = meeting.body ->> 'board'
where meeting.collection = 'meetings';

create or replace view boardwalk.decisions as
select
	decision.board,
	decision.id,
	decision.body ->> 'reference' as reference,
	decision.body ->> 'meeting' as meeting,
	decision.body ->> 'item' as item,
	decision.body ->> 'board' as body,
	board.body ->> 'name' as body_name,
	decision.body ->> 'status' as status,
	boardwalk.day(decision.body -> 'date') as day,
	decision.body ->> 'title' as title,
	decision.body ->> 'resolution' as resolution,
	decision.body ->> 'outcome' as outcome,
	decision.body ->> 'reasons' as reasons,
	decision.body ->> 'alternatives' as alternatives,
	coalesce((decision.body ->> 'key')::boolean, false) as key,
	coalesce((decision.body ->> 'procedural')::boolean, false) as procedural,
	decision.body -> 'vote' ->> 'method' as vote,
	(decision.body -> 'vote' ->> 'for')::integer as votes_for,
	(decision.body -> 'vote' ->> 'against')::integer as votes_against,
	(decision.body -> 'vote' ->> 'abstained')::integer as abstained,
	boardwalk.day(decision.body -> 'publishedOn') as published_on,
	boardwalk.names(boardwalk.list(decision.body, 'projects')) as projects,
	decision.body ->> 'supersedes' as supersedes,
	decision.body ->> 'rescinds' as rescinds,
	decision.position
from boardwalk.public_record as decision
left join boardwalk.public_record as board
	on board.database = decision.database
	and board.collection = 'boards'
	and board.id = decision.body ->> 'board'
where decision.collection = 'decisions';

create or replace view boardwalk.actions as
select
	action.board,
	action.id,
	action.body ->> 'text' as text,
	coalesce(owner.name, action.body ->> 'owner') as owner,
	boardwalk.day(action.body -> 'due') as due,
	action.body ->> 'status' as status,
	action.body ->> 'meeting' as meeting,
	action.body ->> 'item' as item,
	action.body ->> 'decision' as decision,
	action.body ->> 'project' as project,
	boardwalk.day(action.body -> 'closedAt') as closed_on,
	action.body ->> 'note' as note,
	action.position
from boardwalk.public_record as action
left join boardwalk.people as owner
	on owner.board = action.board and owner.id = action.body ->> 'owner'
where action.collection = 'actions';

-- Every record of which something is kept from the public, whole.
create or replace view boardwalk.exempt as
select
	database.name as board,
	record.collection,
	record.id,
	boardwalk.readable(record.body) as body,
	boardwalk.readable(nullif(record.public::text, 'null')::json) as public
from boardwalk.record
join boardwalk.database on database.id = record.database
where record.body is not null and record.public is not null;
`;
