// Boards of an older version beside those of this one, and how they are brought forward.
import {readdirSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {Sql} from 'postgres';
import {afterAll, afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {bringForward} from '../../../source/domain/migrations/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import {openPostgres} from '../../../source/store/postgres/open.ts';
import {provePostgres} from '../../../source/store/postgres/proof.ts';
import {run} from '../../commands/run.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {Child} from '../children.ts';
import {comment, file, folder, heard, tidy, who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {frozen, makeOldTables, type Old, putOld, rowsOf} from './old-boards.ts';
import {Wire} from './wire.ts';

const program = fileURLToPath(new URL('../../../source/cli.ts', import.meta.url));

export function forwardTests(place: Place): void {
	describe('boards that are brought forward', () => {
		let databases = 0;
		let name: string;
		let sql: Sql;
		let backup: string;
		beforeEach(async () => {
			name = `old${++databases}`;
			await place.server.admin`create database ${place.server.admin(name)}`;
			sql = place.server.connect(name);
			await makeOldTables(sql);
			backup = await folder();
		});
		afterEach(async () => {
			vi.unstubAllEnvs();
			await sql.end();
		});
		afterAll(tidy);

		const urlOf = (board?: string, user?: string) =>
			place.server.url(name, board === undefined ? {} : {board}, user);
		const migrate = (url: string, ...more: string[]) =>
			run(['migrate', url, '--backup', backup, ...more]);
		const view = async (text: string) => JSON.stringify(await sql.unsafe(text));

		/** What the steps make of a database, without its log. */
		function forward(old: Old): Omit<Database, 'log' | 'revision'> {
			const made = bringForward(old);
			if ('problem' in made) throw new Error(made.problem);
			const {log: _log, revision: _revision, ...rest} = made.database as Database;
			return rest;
		}

		describe('both versions in one installation', () => {
			test('the older is refused by name, whatever is asked of it, while the other goes on', async () => {
				await putOld(sql, 'imt', frozen('issued'));
				await createPostgres(urlOf('new'), makeDatabase());
				const older =
					/: the board “imt” is of an older version \(schema 1; this one writes 2\): have the owner of the tables bring it forward with boardwalk migrate$/;
				await expect(openPostgres(urlOf('imt'))).rejects.toThrow(older);
				const target = path.join(backup, 'copy.json');
				for (const args of [
					['check', urlOf('imt')],
					['minutes', urlOf('imt'), 'M-3'],
					['copy', urlOf('imt'), target],
					['copy', urlOf('imt'), urlOf('imt')],
					['copy', urlOf('imt'), urlOf('other')],
					['copy', await file(makeDatabase()), urlOf('imt')],
					['copy', urlOf('new'), urlOf('imt')],
				]) {
					const {code, out, error} = await run(args);
					expect({args, out, isRefused: code > 0}).toEqual({args, out: '', isRefused: true});
					expect(error).toMatch(older);
				}
				// Nor does a file of the older version come in.
				const old = await file(JSON.stringify(frozen('issued')));
				const {error} = await run(['copy', old, urlOf('other')]);
				expect(error).toMatch(/older version \(schema 1; this one writes 2\).*boardwalk migrate/);
				const boards = await sql`select name from boardwalk.database order by name`;
				expect(boards.map((one) => one['name'])).toEqual(['imt', 'new']);
				expect(readdirSync(backup)).toEqual([]);

				const [one, two] = [await open(urlOf('new')), await open(urlOf('new'))];
				const arrived = heard(two, (news) => 'database' in news);
				expect(await one.commit(comment('Goes on.'), who())).toMatchObject({ok: true});
				await arrived;
				expect(await run(['check', urlOf('new')])).toMatchObject({code: 0});
			});

			test('views show both before and after, and whoever reads them goes on', async () => {
				await putOld(sql, 'boards', frozen('boards'));
				await sql.unsafe(`
					create role reporter login password 'x';
					grant usage on schema boardwalk to reporter;
					grant select on boardwalk.projects, boardwalk.statuses, boardwalk.meetings,
						boardwalk.decisions, boardwalk.actions, boardwalk.people to reporter`);
				const reporter = place.server.connect(name, 'reporter', 'x');
				const views = ['projects', 'statuses', 'meetings', 'decisions', 'actions', 'people'];
				const report = async () => {
					const all = [];
					for (const one of views) {
						const rows = await reporter.unsafe(
							`select * from boardwalk.${one} as one where board = 'boards' order by one::text`,
						);
						all.push([one, [...rows]]);
					}
					return JSON.stringify(all);
				};
				try {
					const before = await report();
					expect(before).toContain('"budget":"250000"');
					await createPostgres(urlOf('new'), makeDatabase());
					expect(await report()).toBe(before);
					expect(await migrate(urlOf('boards'))).toMatchObject({code: 0});
					expect(await report()).toBe(before);
					const [both] = await reporter`
						select count(distinct board)::int as boards from boardwalk.projects where budget = 250000`;
					expect(both).toEqual({boards: 2});
				} finally {
					await reporter.end();
				}
			});

			test('a view that somebody had given another column is made as it should be', async () => {
				await sql.unsafe(`
					drop view boardwalk.actions;
					create view boardwalk.actions as select board, id, 1 as mine from boardwalk.public_record`);
				await createPostgres(urlOf('new'), makeDatabase());
				expect((await provePostgres(urlOf('new'))).problems).toEqual([]);
			});
		});

		describe('migrate', () => {
			test('does records, what the public may read, and the act; as it was it is in a file', async () => {
				const old = frozen('cabinet');
				const id = await putOld(sql, 'cabinet', old);
				// As an older program had shown them: too much of one, needlessly little of another.
				await sql`
					update boardwalk.record set public = '{"id": "P1-01"}'
					where database = ${id} and collection = 'projects' and id = 'P1-01'`;
				const {code, out} = await migrate(urlOf('cabinet'));
				const kept = path.join(backup, 'cabinet.schema-1.json');
				expect({code, out}).toEqual({
					code: 0,
					out: `brought the board “cabinet” from schema 1 to 2; as it was it is kept as ${kept} (revision ${old.revision + 1})\n`,
				});
				expect(JSON.parse(readFileSync(kept, 'utf8'))).toEqual(old);
				expect(statSync(kept).mode & 0o777).toBe(0o600);

				const {log, revision, ...rest} = (await open(urlOf('cabinet'))).read();
				expect(revision).toBe(old.revision + 1);
				expect(rest).toEqual(forward(old));
				expect(log.slice(0, -1)).toEqual(old.log);
				expect(log.at(-1)).toMatchObject({
					actor: {user: 'clerk'},
					changes: [{kind: 'database/migrate', from: 1, to: 2, backup: 'cabinet.schema-1.json'}],
				});
				const {database, problems} = await provePostgres(urlOf('cabinet'));
				expect([...check(database), ...problems]).toEqual([]);
				expect(
					await (await open(urlOf('cabinet'))).commit(comment('Goes on.'), who()),
				).toMatchObject({ok: true});
				// The entries that there were lie as they lay.
				const entries = await sql`
					select body::text as body from boardwalk.entry
					where database = ${id} and revision <= ${old.revision} order by revision`;
				expect(entries.map((one) => one['body'])).toEqual(
					old.log.map((one) => JSON.stringify(one)),
				);
				expect(await migrate(urlOf('cabinet'))).toMatchObject({
					code: 0,
					out: 'the board “cabinet” is the newest version already; nothing was changed\n',
				});
				expect(readdirSync(backup)).toEqual(['cabinet.schema-1.json']);
			});

			test('seals prove as before, and a forged one does not', async () => {
				const seal = 'BW-M-3-v1-F1B0-8866-6248-BC7E-EACC';
				for (const [name, fits] of [
					['issued', true],
					['edited', true],
					['forged-record', false],
					['forged-seal', false],
				] as const) {
					await putOld(sql, name, frozen(name));
					expect(await migrate(urlOf(name))).toMatchObject({code: 0});
					const {log, meetings} = (await open(urlOf(name))).read();
					expect(log.at(-1)?.changes).toMatchObject([
						{fitted: [{meeting: 'M-3', seal: 'v1', fits}]},
					]);
					const own = meetings.find(({id}) => id === 'M-3')?.minutes?.seals?.[0]?.seal ?? seal;
					const {code} = await run(['check', urlOf(name), '--seal', own]);
					expect({name, code}).toEqual({name, code: fits ? 0 : 1});
				}
			});

			test('all boards, each by itself: one that cannot be is named and stays, the others are done', async () => {
				const broken = frozen('issued');
				delete broken.projects[0]?.['title'];
				const id = await putOld(sql, 'b', broken);
				await putOld(sql, 'a', frozen('plain'));
				await putOld(sql, 'c', frozen('untouched'));
				// The tables go first, and with them the row of each board.
				await createPostgres(urlOf('new'), makeDatabase());
				const before = await rowsOf(sql, id);
				const {code, out, warned} = await migrate(urlOf());
				expect(code).toBe(1);
				expect(out.trimEnd().split('\n')).toEqual([
					expect.stringMatching(/^brought the board “a” from schema 1 to 2; /),
					expect.stringMatching(/^brought the board “c” from schema 1 to 2; /),
					'the board “new” is the newest version already; nothing was changed',
				]);
				expect(warned).toMatch(
					/^the board “b” was not brought forward: it cannot be brought forward from schema 1: project \S+ has no title; expected a text/,
				);
				expect(await rowsOf(sql, id)).toBe(before);
				expect(readdirSync(backup).toSorted()).toEqual(['a.schema-1.json', 'c.schema-1.json']);
				expect(check((await open(urlOf('c'))).read())).toEqual([]);
			});

			test('two who do it at once: it is done once', async () => {
				await putOld(sql, 'imt', frozen('issued'));
				await createPostgres(urlOf('new'), makeDatabase());
				const results = await Promise.all([migrate(urlOf('imt')), migrate(urlOf('imt'))]);
				expect(results.map(({code}) => code)).toEqual([0, 0]);
				const became = results.map(({out}) => /^brought|newest version/.exec(out)?.[0]);
				expect(new Set(became)).toEqual(new Set(['brought', 'newest version']));
				const {log} = (await open(urlOf('imt'))).read();
				expect(log.filter(({changes}) => changes?.[0]?.kind === 'database/migrate')).toHaveLength(
					1,
				);
				expect(readdirSync(backup)).toHaveLength(1);
			});

			test('killed in the middle leaves the board as it was', async () => {
				const id = await putOld(sql, 'imt', frozen('issued'));
				await createPostgres(urlOf('new'), makeDatabase());
				const before = await rowsOf(sql, id);
				// Whoever wants to write to the log waits, with all that came before it done.
				const holder = place.server.connect(name);
				try {
					await holder.unsafe('begin; lock table boardwalk.entry in share mode');
					const child = new Child(process.execPath, [
						program,
						'migrate',
						urlOf('imt'),
						'--backup',
						backup,
					]);
					const waiting = async () => {
						const [row] = await sql`
							select count(*)::int as waiting from pg_locks
							where not granted and relation = 'boardwalk.entry'::regclass`;
						return row?.['waiting'] as number;
					};
					await expect.poll(waiting, {timeout: 60_000}).toBe(1);
					await child.kill();
					await holder.unsafe('rollback');
					await expect.poll(waiting).toBe(0);
				} finally {
					await holder.end();
				}
				expect(await rowsOf(sql, id)).toBe(before);
				// The copy that it left is nobody's to throw away.
				const {code, out} = await migrate(urlOf('imt'));
				expect({code, out}).toEqual({
					code: 0,
					out: expect.stringMatching(/imt\.schema-1-2\.json \(revision 43\)\n$/) as unknown,
				});
				expect(check((await open(urlOf('imt'))).read())).toEqual([]);
			});

			describe('a connection that is lost', () => {
				test.each([
					['before it is stored: it is done anew', 'said'],
					['when it was stored and nobody could say so: it is found', 'answered'],
				] as const)('%s', async (_when, side) => {
					await putOld(sql, 'imt', frozen('issued'));
					await createPostgres(urlOf('new'), makeDatabase());
					const wire = await Wire.to(place.server.port);
					let isWritten = false;
					wire.said = (text) => {
						isWritten ||= text.includes('database/migrate');
						return side === 'said' && isWritten && wire.cuts === 0 ? 'cut' : 'pass';
					};
					wire.answered = (text) =>
						side === 'answered' && isWritten && wire.cuts === 0 && text.includes('COMMIT')
							? 'cut'
							: 'pass';
					const {code, out} = await migrate(wire.through(urlOf('imt')));
					expect(wire.cuts).toBe(1);
					expect({code, out}).toEqual({
						code: 0,
						out: expect.stringMatching(
							/^brought the board “imt” from schema 1 to 2; .*imt\.schema-1\.json \(revision 43\)\n$/,
						) as unknown,
					});
					const {log} = (await open(urlOf('imt'))).read();
					expect(log.filter(({changes}) => changes?.[0]?.kind === 'database/migrate')).toHaveLength(
						1,
					);
					expect(readdirSync(backup)).toEqual(['imt.schema-1.json']);
				});
			});

			test('what cannot be is refused in one line, and nothing is written', async () => {
				const id = await putOld(sql, 'imt', frozen('issued'));
				await createPostgres(urlOf('new'), makeDatabase());
				const before = await rowsOf(sql, id);
				await sql.unsafe(`
					create role clerk_only login password 'x';
					grant usage on schema boardwalk to clerk_only;
					grant select on all tables in schema boardwalk to clerk_only;
					grant insert on boardwalk.record, boardwalk.entry to clerk_only;
					grant update (position, body, public, changed) on boardwalk.record to clerk_only;
					grant update (revision, hash, log_from) on boardwalk.database to clerk_only`);
				vi.stubEnv('PGPASSWORD', 'x');
				for (const [args, expected] of [
					[['migrate', urlOf('imt')], /^say where a copy of each board is to be kept: --backup/],
					[
						['migrate', urlOf('imt'), '--backup', path.join(backup, 'none')],
						/none is not a folder: name one for the copies$/,
					],
					[
						['migrate', urlOf('imt'), '--backup', backup, '--board', 'new'],
						/^the URL names the board imt, and --board new$/,
					],
					[
						['migrate', urlOf(), '--backup', backup, '--board', 'imb'],
						/there is no board “imb” in it; did you mean imt\?$/,
					],
					[
						['migrate', urlOf('imt', 'clerk_only'), '--backup', backup],
						/: bringing boards forward is for the owner of the tables \(boardwalk_owner\), and the user clerk_only is not$/,
					],
					[['migrate', await file(), '--backup', backup], /^--backup is for a server/],
				] as const) {
					const {code, out, error} = await run([...args]);
					expect({out, isRefused: code > 0}).toEqual({out: '', isRefused: true});
					expect(error).toMatch(expected);
					expect(error).not.toContain('\n');
				}
				expect(await rowsOf(sql, id)).toBe(before);
				expect(readdirSync(backup)).toEqual([]);
				// Nor can a recorder say that it is of another version.
				const hand = place.server.connect(name, 'clerk_only', 'x');
				await expect(hand`update boardwalk.database set schema_version = 2`).rejects.toThrow(
					/permission denied/,
				);
				await hand.end();
			});

			test('an owner who is not an administrator does it, whoever had made the tables', async () => {
				await putOld(sql, 'imt', frozen('issued'));
				const rights = readFileSync(
					fileURLToPath(new URL('../../../scripts/postgres/roles.sql', import.meta.url)),
					'utf8',
				);
				await sql.unsafe(`set search_path = public; ${rights}`);
				await sql.unsafe(
					`create role oona login password 'x'; grant boardwalk_owner to oona;
					alter function boardwalk.readable(json) owner to postgres`,
				);
				vi.stubEnv('PGPASSWORD', 'x');
				expect(await migrate(urlOf('imt', 'oona'))).toMatchObject({code: 0});
				// What was made belongs to all of its owners, and is as it should be.
				await sql.unsafe(rights);
				const rows = await sql`
					select distinct pg_get_userbyid(proowner) as owner from pg_proc
					where pronamespace = 'boardwalk'::regnamespace`;
				expect([...rows]).toEqual([{owner: 'boardwalk_owner'}]);
				expect(await run(['check', urlOf('imt', 'oona')])).toMatchObject({code: 0});
			});

			test('one whose log has lost its end is refused', async () => {
				const id = await putOld(sql, 'imt', frozen('issued'));
				await sql`delete from boardwalk.entry where database = ${id} and revision = 42`;
				const {code, warned} = await migrate(urlOf('imt'));
				expect(code).toBe(1);
				expect(warned).toMatch(
					/^the board “imt” was not brought forward: the end of its log is missing or was altered/,
				);
			});
		});

		describe('sessions of an older program', () => {
			test('one that has a board open when it is brought forward stores nothing more and is told', async () => {
				await createPostgres(urlOf('new'), makeDatabase());
				const [watching, quiet] = [await open(urlOf('new')), await open(urlOf('new'))];
				const told = heard(watching, (news) => 'problem' in news && news.problem !== undefined);
				// As the next program does it.
				await sql.unsafe(`
					begin;
					update boardwalk.database set schema_version = 3, revision = 1;
					select pg_notify('boardwalk_' || id, '1') from boardwalk.database;
					commit`);
				const newer =
					/it was brought forward by a newer Boardwalk \(schema 3; this one knows 2\): update Boardwalk$/;
				expect(await told).toEqual({problem: expect.stringMatching(newer) as unknown});
				expect(watching.readOnly).toMatch(newer);
				const before = await view('select * from boardwalk.record order by collection, id');
				for (const session of [watching, quiet]) {
					const outcome = await session.commit(comment('Too late.'), who());
					expect(outcome.ok ? 'saved' : outcome.rejection.message).toMatch(newer);
					expect(session.readOnly).toMatch(newer);
					expect(session.read()).toEqual(makeDatabase());
				}
				expect(await view('select * from boardwalk.record order by collection, id')).toBe(before);
				await expect(openPostgres(urlOf('new'))).rejects.toThrow(newer);
				const {warned} = await migrate(urlOf('new'));
				expect(warned).toMatch(newer);
			});
		});
	});
}
