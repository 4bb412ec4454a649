/**
 * The second version: whose seat it is. A row of `presence` is written by the backend that it names, under the
 * login that this backend came in with: the server fills in both, whatever is sent, and lets nobody touch
 * another's row, be it with the same rights. Whoever has ended is taken off by anybody. As long as a backend of
 * that number serves that login, the session lives; no lock that another could hold has a say in it.
 */
export const seats = `
delete from boardwalk.presence;
alter table boardwalk.presence drop constraint presence_pkey;
alter table boardwalk.presence
	add pid integer not null,
	add login name not null,
	add primary key (pid, seat),
	add check (seat between 1 and 64),
	add check (octet_length(record) <= 8192);
drop sequence boardwalk.seat;

-- The login whose backend has this number, in this database; null when there is none.
create function boardwalk.login_of(backend integer) returns name
language sql stable parallel restricted
return (
	select pg_roles.rolname
	from pg_catalog.pg_stat_get_activity(backend) as alive
	join pg_catalog.pg_database on pg_database.oid = alive.datid
	join pg_catalog.pg_roles on pg_roles.oid = alive.usesysid
	where pg_database.datname = current_database()
);

create function boardwalk.keep_seat() returns trigger
language plpgsql set search_path = pg_catalog
as $$
begin
	if tg_op <> 'INSERT' and (old.pid <> pg_backend_pid() or old.login <> session_user) then
		if tg_op = 'DELETE' and boardwalk.login_of(old.pid) is distinct from old.login then
			return old;
		end if;
		raise insufficient_privilege using message = 'this seat is another session’s';
	end if;
	if tg_op = 'DELETE' then
		return old;
	end if;
	new.pid := pg_backend_pid();
	new.login := session_user;
	return new;
end
$$;
create trigger keep_seat before insert or update or delete on boardwalk.presence
for each row execute function boardwalk.keep_seat();
`;
