import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Sql} from 'postgres';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import {run} from '../../commands/run.ts';
import {cabinetDatabase} from '../../helpers/cabinet.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {act, comment, folder, sees, tidy, who} from '../places.ts';
import {open, type Place} from './boards.ts';

export function rolesTests(place: Place): void {
	describe('roles', () => {
		const rights = readFileSync(
			path.join(import.meta.dirname, '..', '..', '..', 'scripts', 'postgres', 'roles.sql'),
			'utf8',
		);

		/** One person of each role. */
		const people = {
			olga: 'boardwalk_owner',
			anna: 'boardwalk_recorder',
			otto: 'boardwalk_observer',
			rosa: 'boardwalk_reader',
			emil: 'boardwalk_exempt_reader',
		};
		type Person = keyof typeof people;
		const urlFor = (person: string, board = 'imt') => place.server.url('rights', {board}, person);

		/** Clients by the name of who uses them. */
		const clients = new Map<string, Sql>();
		const as = (person: Person): Sql => {
			const client =
				clients.get(person) ?? place.server.connect('rights', person, `secret-${person}`);
			clients.set(person, client);
			return client;
		};

		beforeAll(async () => {
			await place.server.admin`create database rights`;
			await place.server.run('rights', rights);
			for (const [person, role] of Object.entries(people)) {
				await place.server.run(
					'rights',
					`create role ${person} login password 'secret-${person}'; grant ${role} to ${person};`,
				);
			}
			await place.server.run('rights', "create role stranger login password 'secret-stranger'");
			const passwords = path.join(await folder(), 'passwords');
			const lines = [...Object.keys(people), 'stranger'].map(
				(person) => `127.0.0.1:*:rights:${person}:secret-${person}\n`,
			);
			writeFileSync(passwords, lines.join(''));
			chmodSync(passwords, 0o600);
			vi.stubEnv('PGPASSFILE', passwords);
			await createPostgres(urlFor('olga'), makeDatabase());
			await createPostgres(urlFor('olga', 'cabinet'), cabinetDatabase());
			await place.server.run('rights', rights);
			await place.server.run('rights', rights);
		});
		afterAll(async () => {
			await Promise.all([...clients.values()].map((client) => client.end()));
			await tidy();
			vi.unstubAllEnvs();
		});

		/** What the server says against a statement. */
		const denied = (person: Person, statement: string): Promise<string> =>
			as(person)
				.unsafe(statement)
				.then(
					() => 'allowed',
					(error: Error) => error.message,
				);

		describe('the owner', () => {
			test('owns all that was made, whoever made it', async () => {
				const rows = await place.server.connect('rights').unsafe(`
			select distinct pg_get_userbyid(relowner) as owner from pg_class
			where relnamespace = 'boardwalk'::regnamespace and relkind in ('r', 'v', 'S')`);
				expect([...rows]).toEqual([{owner: 'boardwalk_owner'}]);
			});

			test('is administrator where the database names who may do what', async () => {
				const database = makeDatabase();
				const given = {...database.rules, roles: {anna: 'observer' as const}};
				await createPostgres(urlFor('olga', 'given'), {...database, rules: given});
				const [olga, anna] = [
					await open(urlFor('olga', 'given')),
					await open(urlFor('anna', 'given')),
				];
				expect([olga.isOwner, anna.isOwner]).toEqual([true, false]);
				const refused = await anna.commit(comment('x'), who('anna'));
				expect(!refused.ok && refused.rejection.code).toBe('forbidden');
				const outcome = await olga.commit(comment('By its owner.'), who('olga'));
				expect(outcome).toMatchObject({ok: true, entry: {actor: {role: 'administrator'}}});
			});

			test('redacts', async () => {
				const store = await open(urlFor('olga'));
				await store.commit(comment('Mrs Smith is ill.'), who('olga'));
				const update = store.read().projects[0]?.updates.at(-1)?.id;
				const redact: Change = {
					kind: 'redact',
					record: `projects/P1-01/updates/${update}`,
					field: 'note',
					reason: 'Personal.',
				};
				expect(await store.commit(act(redact), who('olga'))).toMatchObject({ok: true});
				expect(JSON.stringify((await open(urlFor('anna'))).read())).not.toContain('is ill');
			});
		});

		describe('whoever checks', () => {
			const checked = (person: Person) => run(['check', urlFor(person, 'cabinet')]);

			test('proves the views, be it as an observer; without the right to, that is said', async () => {
				for (const person of ['olga', 'anna', 'otto'] as const) {
					expect(await checked(person)).toMatchObject({
						code: 0,
						out: expect.stringMatching(/^no problems: [^\n]+\n$/) as unknown,
					});
				}
				await place.server.run(
					'rights',
					'revoke temporary on database rights from boardwalk_observer',
				);
				expect((await checked('otto')).out).toMatch(
					/^no problems: [^\n]+\nnot proved: the definitions of the views for reports, for want of the right to make temporary ones: run roles\.sql\n$/,
				);
				await place.server.run('rights', rights);
			});
		});

		describe('a recorder', () => {
			test('takes part: reads, commits, is seen', async () => {
				const [anna, olga] = [await open(urlFor('anna')), await open(urlFor('olga'))];
				expect(anna.readOnly).toBeUndefined();
				const [first, second] = [anna.join(who('anna')), olga.join(who('olga'))];
				first.show({screen: 'walk'});
				await sees(second, 'session-anna walk');
				expect(await anna.commit(comment('By Anna.'), who('anna'))).toMatchObject({ok: true});
				const added = act({kind: 'action/add', text: 'Write', owner: 'smith', due: '2026-12-24'});
				expect(await anna.commit(added, who('anna'))).toMatchObject({ok: true});
				expect(check(anna.read())).toEqual([]);
			});

			test.each([
				'update boardwalk.entry set body = body',
				'delete from boardwalk.entry',
				'delete from boardwalk.record',
				"update boardwalk.record set id = 'x'",
				'delete from boardwalk.database',
				"update boardwalk.database set name = 'x'",
				"insert into boardwalk.database (name, uuid, revision, log_from) values ('x', 'x', 0, 1)",
				'update boardwalk.installation set version = 99',
				"update boardwalk.letter set id = 'x'",
				'truncate boardwalk.entry',
				'drop table boardwalk.entry',
				'create table boardwalk.mine (id integer)',
			])('may not: %s', async (statement) => {
				expect(await denied('anna', statement)).toMatch(/permission denied|must be owner/);
			});

			test('is told in one line that redacting is the owner’s, and nothing is changed', async () => {
				const store = await open(urlFor('anna'));
				await store.commit(comment('To go.'), who('anna'));
				const update = store.read().projects[0]?.updates.at(-1)?.id;
				const before = store.read();
				const refused = await store.commit(
					act({
						kind: 'redact',
						record: `projects/P1-01/updates/${update}`,
						field: 'note',
						reason: 'x',
					}),
					who('anna'),
				);
				expect(!refused.ok && refused.rejection.message).toBe(
					'imt was not changed: the user anna may not do that: permission denied for table entry',
				);
				expect(store.read()).toBe(before);
				expect((await open(urlFor('olga'))).read()).toEqual(before);
			});

			test('brings no database in', async () => {
				await expect(createPostgres(urlFor('anna', 'own'), makeDatabase())).rejects.toThrow(
					/^postgres:\/\/anna@.*: the user anna may not do that: permission denied for table database$/,
				);
			});
		});

		describe('an observer', () => {
			test('looks on, is seen, and changes nothing', async () => {
				const [otto, anna] = [await open(urlFor('otto')), await open(urlFor('anna'))];
				expect(otto.readOnly).toBe(
					'the user otto may only read it; ask for the role boardwalk_recorder',
				);
				const [first, second] = [otto.join(who('otto')), anna.join(who('anna'))];
				first.show({screen: 'overview'});
				await sees(second, 'session-otto overview');
				expect(await otto.commit(comment('x'), who('otto'))).toMatchObject({ok: false});
				const heard = Promise.withResolvers<void>();
				otto.watch((news) => 'database' in news && heard.resolve());
				await anna.commit(comment('Seen by Otto.'), who('anna'));
				await heard.promise;
				expect(await denied('otto', "update boardwalk.record set body = '{}'")).toMatch(
					/permission/,
				);
			});
		});

		describe('a stranger', () => {
			test('does not get in, be it to listen, and is told so in one line', async () => {
				await expect(open(urlFor('stranger'))).rejects.toThrow(
					/^postgres:\/\/stranger@[^\n]*: cannot connect: the user stranger may not connect to the database rights; ask for the role boardwalk_recorder$/,
				);
				const stranger = place.server.connect('rights', 'stranger', 'secret-stranger');
				await expect(stranger`listen boardwalk_1_presence`).rejects.toThrow(/permission denied/);
				await stranger.end();
			});

			test('nobody but its roles may do anything to the database', async () => {
				const [row] = await place.server.connect('rights')`
					select array_agg(privilege_type) as left
					from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
					where datname = current_database() and grantee = 0`;
				expect(row).toEqual({left: null});
			});
		});

		describe('a reader', () => {
			const views = ['people', 'projects', 'statuses', 'meetings', 'decisions', 'actions'];

			test.each(views)('reads %s', async (view) => {
				for (const person of ['rosa', 'emil'] as const) {
					expect(await as(person).unsafe(`select * from boardwalk.${view}`)).not.toEqual([]);
				}
			});

			test.each([
				'database',
				'record',
				'entry',
				'letter',
				'presence',
				'installation',
				'public_record',
			])('may not read %s', async (table) => {
				for (const person of ['rosa', 'emil'] as const) {
					expect(await denied(person, `select * from boardwalk.${table}`)).toMatch(
						/permission denied/,
					);
				}
			});

			test('reads what is exempt only with a role of its own', async () => {
				expect(await denied('rosa', 'select * from boardwalk.exempt')).toMatch(/permission denied/);
				const rows = await as('emil')`
					select board = 'cabinet' as cabinet, id from boardwalk.exempt group by 1, 2 order by 1, 2`;
				// Of the others, the logins by which comments are signed.
				expect([...rows]).toEqual([
					{cabinet: false, id: 'P1-01'},
					{cabinet: true, id: 'D-5'},
					{cabinet: true, id: 'M-3'},
				]);
				for (const view of views) {
					const all = JSON.stringify(await as('rosa').unsafe(`select * from boardwalk.${view}`));
					expect(all).not.toContain('Acme');
				}
			});

			test('may not change anything', async () => {
				expect(await denied('rosa', "update boardwalk.people set name = 'x'")).toMatch(
					/cannot|denied/,
				);
			});

			test('cannot open the database with Boardwalk, and is told so in one line', async () => {
				await expect(open(urlFor('rosa'))).rejects.toThrow(
					/^postgres:\/\/rosa@[^\n]*: the user rosa may not read its tables; ask for the role boardwalk_recorder/,
				);
			});
		});
	});
}
