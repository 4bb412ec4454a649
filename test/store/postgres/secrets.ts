import {chmodSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi} from 'vitest';
import {readTarget} from '../../../source/store/postgres/connection/target.ts';
import {runProgram} from '../../commands/run.ts';
import {comment, folder, heard, tidy, who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {Wire} from './wire.ts';

export function secretsTests(place: Place): void {
	describe('secrets', () => {
		const secret = String.raw`s:e\cret`;
		let home: string;
		let url: string;

		const write = (name: string, text: string, mode = 0o600): string => {
			const file = path.join(home, name);
			writeFileSync(file, text);
			chmodSync(file, mode);
			return file;
		};

		beforeAll(async () => {
			home = await folder();
			await place.server.run('council', `create role petra login superuser password '${secret}'`);
		});
		beforeEach(async () => {
			vi.unstubAllEnvs();
			vi.stubEnv('HOME', home);
			url = (await place.board()).replace('postgres@', 'petra@');
		});
		afterAll(async () => {
			vi.unstubAllEnvs();
			await tidy();
		});

		describe('a password is taken from', () => {
			const escaped = String.raw`s\:e\\cret`;

			test('the file that PGPASSFILE names, by the first line that fits', async () => {
				const {port} = place.server;
				const lines = [
					'# a comment: with: many: colons: in it',
					`127.0.0.1:1:*:petra:wrong`,
					`127.0.0.1:${port}:council:rosa:wrong`,
					`*:${port}:council:petra:${escaped}`,
					'*:*:*:*:wrong',
				];
				vi.stubEnv('PGPASSFILE', write('passwords', `${lines.join('\n')}\n`));
				expect((await open(url)).readOnly).toBeUndefined();
			});

			test('~/.pgpass, the environment, and a service file', async () => {
				write('.pgpass', `127.0.0.1:*:*:petra:${escaped}\r\n`);
				await open(url);
				write('.pgpass', '*:*:*:*:wrong');
				await expect(open(url)).rejects.toThrow(/does not take the password for the user petra/);
				vi.stubEnv('PGPASSWORD', secret);
				await open(url);
				vi.stubEnv('PGPASSWORD', '');
				const board = new URL(url).searchParams.get('board');
				write(
					'services',
					`# all\n[other]\nport=1\n[imt]\nhost=127.0.0.1\nport=${place.server.port}\ndbname=council\nuser=petra\npassword=${secret}\nkeepalives=1\n[imt2]\nport=2\n`,
				);
				vi.stubEnv('PGSERVICEFILE', path.join(home, 'services'));
				const store = await open(`postgres:///?service=imt&board=${board}`);
				expect(store.title).toBe(`postgres://127.0.0.1/council?service=imt&board=${board}`);
				await expect(open('postgres:///?service=imd')).rejects.toThrow(
					/no service file knows the service “imd”/,
				);
			});

			test('no file that others may read, and that is said', async () => {
				write('.pgpass', `*:*:*:*:${escaped}`, 0o644);
				await expect(open(url)).rejects.toThrow(
					/wants a password|\.pgpass was passed over, for others may read it: chmod 600 it/,
				);
				write('.pgpass', '');
				await expect(open(url)).rejects.toThrow(
					/^postgres:\/\/petra@127\.0\.0\.1:\d+\/council\?board=board-\d+: cannot connect: the server wants a password for the user petra, and none was found: put one into/,
				);
			});
		});

		describe('a password is never shown', () => {
			test('nor taken from the command line', async () => {
				const typed = url.replace('petra@', `petra:${encodeURIComponent(secret)}@`);
				for (const args of [['log', typed], [typed], ['copy', typed, 'x.json']]) {
					const {code, out, error} = await runProgram(args);
					expect(code).toBe(3);
					expect(out + error).not.toMatch(/s:e|cret|s%3Ae/);
					expect(error).toMatch(/^boardwalk: .*leave the password out of the URL[^\n]*\n$/);
				}
				await expect(open(`${url}&password=${secret}`)).rejects.toThrow(/leave the password out/);
			});

			test('in a title, in a refusal, or in what the server logs', async () => {
				vi.stubEnv('PGPASSWORD', secret);
				const store = await open(url);
				expect(store.title).toBe(url);
				expect(store.title).not.toContain('cret');
				vi.stubEnv('PGPASSWORD', 'another-cret');
				const failed = await open(url).catch((error: Error) => error.message);
				expect(failed).toMatch(/^postgres:\/\/petra@/);
				expect(failed).not.toContain('cret');
				expect(place.server.log).not.toContain('cret');
			});
		});

		describe('a password that is changed under a session', () => {
			const newPassword = (password: string) =>
				place.server.run('council', `alter role petra password '${password}'`);
			const changed = async (password: string) => {
				await newPassword(password);
				await place.server.admin`
					select pg_terminate_backend(pid) from pg_stat_activity where usename = 'petra'`;
			};
			afterEach(() => changed(secret));
			/** How often the server was asked with a password that it does not take. */
			const refusals = () =>
				place.server.log.match(/password authentication failed for user "petra"/g)?.length ?? 0;

			test('is not tried for ever: that is said, saving tries it once, and once it is right all goes on', async () => {
				const passwords = (password: string) => write('.pgpass', `*:*:*:petra:${password}`);
				passwords(String.raw`s\:e\\cret`);
				const store = await open(url);
				store.watch(() => {});
				const told = heard(store, (news) => 'problem' in news && !/lost/.test(news.problem ?? ''));
				const before = refusals();
				await changed('another');

				expect(await told).toEqual({
					problem: expect.stringMatching(
						/^board-\d+: cannot connect: the server does not take the password for the user petra; it is not asked again: put that right and save, or close this window and start again; what is typed is kept$/,
					) as unknown,
				});
				expect(refusals()).toBe(before + 1);
				const refused = await store.commit(comment('Kept.'), who());
				expect(!refused.ok && refused.rejection.message).toMatch(
					/was not changed: cannot connect: the server does not take the password/,
				);
				expect(refusals()).toBe(before + 2);

				passwords('another');
				const again = heard(store, (news) => 'problem' in news && news.problem === undefined);
				expect(await store.commit(comment('Kept.'), who())).toMatchObject({ok: true});
				await again;
				expect(refusals()).toBe(before + 2);
			});

			test('of several servers, those that let nobody in are not asked again; the others are', async () => {
				write('.pgpass', String.raw`*:*:*:petra:s\:e\\cret`);
				const wire = await Wire.to(place.server.port);
				const {port} = place.server;
				const store = await open(
					url.replace(`127.0.0.1:${port}`, `127.0.0.1:${wire.port},127.0.0.1:${port}`),
				);
				const hears = (expected: RegExp) =>
					heard(store, (news) => 'problem' in news && expected.test(news.problem ?? ''));
				store.watch(() => {});
				const told = hears(/not asked again/);
				const other = hears(/nothing answers.*does not take the password.*; trying again$/);
				const before = refusals();
				// While the session is connected: one that is just letting itself in by the old password would stay in.
				await newPassword('another');
				await wire.down();
				await other;
				await wire.up();
				await told;
				// What the server logs may come later than its answer.
				await vi.waitUntil(() => refusals() >= before + 2);
				expect(refusals()).toBe(before + 2);
			});
		});

		describe('what a URL leaves open', () => {
			test('comes from the environment; what it says counts more', async () => {
				const env = {
					PGHOST: 'a.example,b.example',
					PGPORT: '5433',
					PGDATABASE: 'council',
					PGUSER: 'petra',
					PGTARGETSESSIONATTRS: 'read-write',
					PGCONNECT_TIMEOUT: '3',
				};
				expect(await readTarget('postgres://', env)).toMatchObject({
					hosts: [
						{host: 'a.example', port: 5433},
						{host: 'b.example', port: 5433},
					],
					database: 'council',
					user: 'petra',
					attributes: 'read-write',
					patience: 3000,
				});
				const said =
					'postgresql://otto@[::1]:6000,c.example/x%20y?target_session_attrs=any&board=imt';
				const target = await readTarget(said, env);
				expect(target).toMatchObject({
					hosts: [
						{host: '::1', port: 6000},
						{host: 'c.example', port: 5432},
					],
					database: 'x y',
					user: 'otto',
					attributes: 'any',
					board: 'imt',
				});
				expect(target.title).toBe('postgres://otto@[::1]:6000,c.example/x y?board=imt');
				expect(await readTarget('postgres://%2Ftmp%2Fs:5433/d?user=u', {})).toMatchObject({
					hosts: [{host: '/tmp/s', port: 5433}],
				});
			});
		});
	});
}
