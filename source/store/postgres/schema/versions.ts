/**
 * The third version: of which version the database is that lies in each board's rows, so that boards of several live
 * beside each other. It stands in the board's own row too, where whoever locks it sees it, and where a recorder may
 * not alter it.
 */
export const versions = `
alter table boardwalk.database add schema_version integer;
update boardwalk.database set schema_version = coalesce(
	(
		select case when body::text ~ '^[0-9]{1,9}$' then body::text::integer end
		from boardwalk.record
		where record.database = database.id and collection = '' and record.id = 'schemaVersion'
	),
	1
);
alter table boardwalk.database alter schema_version set not null;
`;
