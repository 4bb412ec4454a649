import {afterEach, describe, expect, test, vi} from 'vitest';
import {connect, type Server as Found} from '../../../source/store/postgres/connection/connect.ts';
import {readTarget} from '../../../source/store/postgres/connection/target.ts';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import {checkSchema} from '../../../source/store/postgres/find.ts';
import {openPostgres} from '../../../source/store/postgres/open.ts';
import {migrate, migrations} from '../../../source/store/postgres/schema/migrate.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {comment, heard, sees, who} from '../places.ts';
import {open, type Place} from './boards.ts';

export function migrateTests(place: Place): void {
	describe('migrations', () => {
		const found: Found[] = [];
		afterEach(async () => {
			await Promise.all(found.splice(0).map(({line}) => line.close()));
			vi.unstubAllEnvs();
		});

		let databases = 0;
		/** A database of its own. */
		async function fresh(): Promise<string> {
			const name = `fresh${++databases}`;
			await place.server.admin`create database ${place.server.admin(name)}`;
			return name;
		}

		async function reach(url: string): Promise<Found> {
			const server = await connect(await readTarget(url), {notified() {}, lost() {}});
			found.push(server);
			return server;
		}

		/** The version of this program's tables, and that of the next one's. */
		const [now, then] = [migrations.length, migrations.length + 1];
		/** What the next version of the program would do besides. */
		const next = [...migrations, 'create table boardwalk.next (id integer primary key)'];
		const broken = [...migrations, 'create table boardwalk.next (id integer); select 1 / 0'];

		async function versionOf(database: string): Promise<unknown> {
			const sql = place.server.connect(database);
			const [row] = await sql`
		select version, to_regclass('boardwalk.next') is not null as next from boardwalk.installation`;
			await sql.end();
			return row;
		}

		test('several who come at once make the schema once', async () => {
			const database = await fresh();
			const servers = await Promise.all(
				Array.from({length: 5}, () => reach(place.server.url(database))),
			);
			await Promise.all(servers.map(({line}) => migrate(line, next)));
			expect(await versionOf(database)).toEqual({version: then, next: true});
		});

		test('several who bring databases in at once do, into one schema', async () => {
			const database = await fresh();
			const urls = ['a', 'b', 'c'].map((board) => place.server.url(database, {board}));
			expect(await Promise.all(urls.map((url) => createPostgres(url, makeDatabase())))).toEqual([
				'created',
				'created',
				'created',
			]);
			for (const url of urls) expect((await open(url)).read()).toEqual(makeDatabase());
		});

		test('a step that fails leaves everything as it was', async () => {
			const database = await fresh();
			const url = place.server.url(database, {board: 'imt'});
			await createPostgres(url, makeDatabase());
			const {line} = await reach(url);
			await expect(migrate(line, broken)).rejects.toThrow(/division by zero/);
			expect(await versionOf(database)).toEqual({version: now, next: false});
			expect(await (await open(url)).commit(comment('x'), who())).toMatchObject({ok: true});
		});

		test('tables of each earlier version are brought forward, with what is in them', async () => {
			for (let version = 1; version < now; version++) {
				const database = await fresh();
				const url = place.server.url(database, {board: 'imt'});
				await migrate((await reach(url)).line, migrations.slice(0, version));
				await place.server.run(
					database,
					`insert into boardwalk.database (name, uuid, revision, log_from) values ('other', 'x', 0, 1);
					insert into boardwalk.presence (seat, database, record) values (1, 1, 'x')`,
				);
				await createPostgres(url, makeDatabase());
				expect(await versionOf(database)).toEqual({version: now, next: false});
				const [one, two] = [await open(url), await open(url)];
				expect(await one.commit(comment('x'), who())).toMatchObject({ok: true});
				const [chair, clerk] = [one.join(who('chair')), two.join(who())];
				chair.show({screen: 'walk'});
				await sees(clerk, 'session-chair walk');
			}
		});

		describe('a newer program has been there', () => {
			test('an older one says so, and does nothing', async () => {
				const database = await fresh();
				const url = place.server.url(database, {board: 'imt'});
				await createPostgres(url, makeDatabase());
				const session = await open(url);
				await migrate((await reach(url)).line, next);
				const newer = new RegExp(
					`brought forward by a newer Boardwalk \\(its tables are version ${then}; this one knows ${now}\\)`,
				);
				await expect(openPostgres(url)).rejects.toThrow(newer);
				const other = place.server.url(database, {board: 'other'});
				await expect(createPostgres(other, makeDatabase())).rejects.toThrow(newer);
				await expect(migrate((await reach(url)).line)).rejects.toThrow(newer);
				expect(await versionOf(database)).toEqual({version: then, next: true});

				// A session that has it open turns read-only.
				const told = heard(session, (news) => 'problem' in news);
				const outcome = await session.commit(comment('x'), who());
				expect(!outcome.ok && outcome.rejection.message).toMatch(newer);
				expect(session.readOnly).toMatch(newer);
				expect(await told).toEqual({problem: expect.stringMatching(newer) as unknown});
				expect(session.read()).toEqual(makeDatabase());
			});
		});

		describe('an older program has been there', () => {
			test('the owner brings the tables forward by opening it; a recorder is told', async () => {
				const database = await fresh();
				await place.server.run(
					database,
					`create role boss login password 'x'; create role hand login password 'x';
			grant create on database ${database} to boss; grant boss to postgres`,
				);
				vi.stubEnv('PGPASSWORD', 'x');
				const as = (user: string) => place.server.url(database, {board: 'imt'}, user);
				await createPostgres(as('boss'), makeDatabase());
				await place.server.run(
					database,
					`grant usage on schema boardwalk to hand;
			grant select on all tables in schema boardwalk to hand`,
				);
				const hand = await reach(as('hand'));
				await expect(checkSchema(hand, await readTarget(as('hand')), next)).rejects.toThrow(
					new RegExp(
						`^its tables are version ${now}, and this program needs ${then}: have their owner open it once \\(hand may`,
					),
				);
				expect(await versionOf(database)).toEqual({version: now, next: false});
				// What the administrator makes is the schema's owner's, too.
				await checkSchema(await reach(as('postgres')), await readTarget(as('postgres')), next);
				expect(await versionOf(database)).toEqual({version: then, next: true});
				const sql = place.server.connect(database);
				const rows = await sql`
			select distinct pg_get_userbyid(relowner) as owner from pg_class
			where relnamespace = 'boardwalk'::regnamespace`;
				await sql.end();
				expect([...rows]).toEqual([{owner: 'boss'}]);
			});
		});
	});
}
