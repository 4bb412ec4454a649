// Who is seen in a room when somebody with a login lies about it.
import {beforeAll, describe, expect, onTestFinished, test} from 'vitest';
import type {Sql} from 'postgres';
import {encodeRecord} from '../../../source/store/presence-record.ts';
import type {Presence} from '../../../source/store/store.ts';
import {takeOthers} from '../../../source/ui/room.ts';
import {sees, shown, who} from '../places.ts';
import {open, type Place} from './boards.ts';

export function forgedTests(place: Place): void {
	describe('presence that somebody forges', () => {
		const later = '2030-01-01T00:00:00.000Z';

		/** A room with the chair in it, and a client that speaks SQL alone, with rights such as an observer's. */
		async function room(rights: string) {
			const url = await place.board();
			const board = new URL(url).searchParams.get('board') ?? '';
			await place.server.run('council', `drop owned by mallory; ${rights}`);
			const store = await open(url);
			const other = await open(url);
			const [chair, clerk] = [store.join(who('chair')), other.join(who('clerk'))];
			chair.show({screen: 'meeting'});
			clerk.show({screen: 'walk'});
			await sees(clerk, 'session-chair meeting');
			await sees(chair, 'session-clerk walk');
			const sql = place.server.connect('council', 'mallory', 'x');
			onTestFinished(() => sql.end());
			const admin = place.server.connect('council');
			onTestFinished(() => admin.end());
			const [row] = await admin`select id from boardwalk.database where name = ${board}`;
			return {chair, clerk, sql, admin, database: Number(row?.['id'])};
		}
		const connect = '';
		const observer = `
			grant usage on schema boardwalk to mallory;
			grant select on all tables in schema boardwalk to mallory;
			grant insert, update, delete on boardwalk.presence to mallory`;

		/** The chair's record as somebody else would write it. */
		const record = (key: string, session: string, leads?: string) => {
			const said = {screen: 'log', ...(leads !== undefined && {leads})};
			const present = {...who('chair'), session, place: said, since: later, at: later};
			return encodeRecord(key, present).toString();
		};

		/** Once this is seen, whatever was told before has been taken in. */
		async function settled(chair: Presence, clerk: Presence): Promise<void> {
			const screen = `portfolio-${crypto.randomUUID().slice(0, 8)}`;
			chair.show({screen});
			await expect.poll(() => clerk.others().some((one) => one.place.screen === screen)).toBe(true);
		}

		const told = async (sql: Sql, database: number, payload: string) => {
			await sql`select pg_notify(${`boardwalk_${database}_presence`}, ${payload})`;
		};

		beforeAll(() => place.server.run('council', "create role mallory login password 'x'"));

		test('by notifications, with a login that may merely connect: it is heard by nobody, and hears nothing', async () => {
			const {chair, clerk, sql, database} = await room(connect);
			const heard: string[] = [];
			await sql.listen(`boardwalk_${database}_presence`, (payload) => heard.push(payload));
			for (const key of ['7', '7.1', '1']) {
				await told(sql, database, `${key} ${record(key, 'session-forged', later)}`);
			}
			await settled(chair, clerk);
			expect(clerk.others().map(({session}) => session)).toEqual(['session-chair']);
			expect(clerk.others()[0]?.place.leads).toBeUndefined();
			await expect.poll(() => heard.length).toBeGreaterThan(3);
			expect(heard.filter((payload) => !/session-forged/.test(payload)).join()).toMatch(
				/^\d+\.\d+(,\d+\.\d+)*$/,
			);
		});

		test('that the chair has left is believed by nobody either', async () => {
			const {chair, clerk, sql, admin, database} = await room(connect);
			const [row] = await admin`
				select pid, seat from boardwalk.presence
				where database = ${database} and record like '%session-chair%'`;
			await told(sql, database, `${row?.['pid']}.${row?.['seat']}`);
			await told(sql, database, String(row?.['seat']));
			await settled(chair, clerk);
			expect(clerk.others()).toHaveLength(1);
		});

		test('in rows: nobody writes, alters or takes off another’s, even with every right to the table', async () => {
			const {clerk, sql, admin, database} = await room(observer);
			const [row] = await admin`
				select pid, seat, login, record from boardwalk.presence
				where database = ${database} and record like '%session-chair%'`;
			const {pid, seat} = row as unknown as {pid: number; seat: number};
			const others = /another session’s/;
			await expect(
				sql`update boardwalk.presence set record = 'x' where pid = ${pid}`,
			).rejects.toThrow(others);
			await expect(sql`delete from boardwalk.presence where pid = ${pid}`).rejects.toThrow(others);
			await expect(admin`delete from boardwalk.presence where pid = ${pid}`).rejects.toThrow(
				others,
			);
			await sql`
				insert into boardwalk.presence (pid, login, seat, database, record)
				values (${pid}, 'postgres', ${seat + 1}, ${database}, ${record(`${pid}.${seat + 1}`, 'session-forged', later)})`;
			const [own] = await sql`
				select login, pid = pg_backend_pid() as own from boardwalk.presence
				where record like '%session-forged%'`;
			expect(own).toEqual({login: 'mallory', own: true});
			// Moved to another's number, it is its own again.
			await sql`update boardwalk.presence set pid = ${pid}, login = 'postgres' where login = 'mallory'`;
			const [still] = await sql`
				select pid = pg_backend_pid() as own from boardwalk.presence where login = 'mallory'`;
			expect(still).toEqual({own: true});
			await expect(
				sql`insert into boardwalk.presence (seat, database, record) values (65, ${database}, 'x')`,
			).rejects.toThrow(/check constraint/);
			await expect(
				sql`insert into boardwalk.presence (seat, database, record) values (9, ${database}, ${'x'.repeat(9000)})`,
			).rejects.toThrow(/check constraint/);
			expect(shown(clerk.others())).toEqual(['session-chair meeting']);
		});

		test('by an observer in a row of its own: it is seen under its login, leads nobody, and hides nobody', async () => {
			const {chair, clerk, sql, database} = await room(observer);
			chair.show({screen: 'meeting', leads: '2026-11-30T10:00:00.000Z'});
			const [backend] = await sql`select pg_backend_pid() as pid`;
			const key = `${backend?.['pid']}.1`;
			const write = async (text: string) => {
				await sql`
					insert into boardwalk.presence (seat, database, record) values (1, ${database}, ${text})
					on conflict (pid, seat) do update set record = excluded.record`;
				await told(sql, database, key);
			};
			await write(record(key, 'session-forged', later));
			await expect
				.poll(() =>
					clerk.others().map(({login, session, place: {leads}}) => ({login, session, leads})),
				)
				.toEqual([
					{login: 'postgres', session: 'session-chair', leads: '2026-11-30T10:00:00.000Z'},
					{login: 'mallory', session: 'session-forged', leads: undefined},
				]);
			// So the chair goes on leading the room, at the screen too.
			const leading = {here: [], leadsSince: '2026-11-30T10:00:00.000Z', session: 'session-chair'};
			await sees(chair, 'session-clerk walk', 'session-forged log');
			expect(takeOthers(leading as never, chair.others()).leadsSince).toBe(leading.leadsSince);

			await write(record(key, 'session-chair', later));
			await expect
				.poll(() => clerk.others().map(({session, place: {screen}}) => `${session} ${screen}`))
				.toEqual(['session-chair (postgres) meeting', 'session-chair (mallory) log']);
			await sql.end();
			await sees(clerk, 'session-chair meeting');
		});
	});
}
