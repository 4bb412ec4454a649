import {chmodSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readTarget} from '../../../source/store/postgres/connection/target.ts';
import {comment, folder, tidy, who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {certify} from './certificates.ts';
import {give} from './server.ts';

export function tlsTests(place: Place): void {
	describe('TLS', () => {
		const authority = certify({name: 'Council authority'});
		const stranger = certify({name: 'Somebody else'});

		let files: string;
		let url: string;
		const file = (name: string) => path.join(files, name);
		const put = (name: string, content: string): string => {
			writeFileSync(file(name), content);
			chmodSync(file(name), 0o600);
			return file(name);
		};

		/** Has the server show a certificate. */
		async function show({certificate, key}: {certificate: string; key: string}): Promise<void> {
			const {server} = place;
			for (const [name, content] of [
				['server.crt', certificate],
				['server.key', key],
				['root.crt', authority.certificate],
			] as const) {
				const target = path.join(server.data, name);
				writeFileSync(target, content);
				chmodSync(target, 0o600);
				await give(target);
			}
			await server.stop();
			await server.restart();
		}

		beforeAll(async () => {
			files = await folder();
			url = await place.board();
			put('authority.crt', authority.certificate);
			put('stranger.crt', stranger.certificate);
			await place.server.configure('ssl = on', "ssl_ca_file = 'root.crt'");
			await show(certify({name: 'server', hosts: ['localhost'], by: authority}));
		});

		afterAll(tidy);

		const at = (host: string, query: Record<string, string>) =>
			`${url.replace('127.0.0.1', host)}&${new URLSearchParams(query).toString()}`;

		describe('a server with a certificate', () => {
			test('is believed when an authority that is named vouches for its name', async () => {
				const trusted = at('localhost', {
					sslmode: 'verify-full',
					sslrootcert: file('authority.crt'),
				});
				const store = await open(trusted);
				expect(await store.commit(comment('In secret.'), who())).toMatchObject({ok: true});
				const [row] = await place.server.connect('council')`
			select ssl from pg_stat_ssl join pg_stat_activity using (pid)
			where application_name = 'boardwalk'`;
				expect(row).toEqual({ssl: true});
			});

			test.each([
				['localhost', {sslmode: 'verify-full'}, /signed by nobody whom this machine trusts/],
				['localhost', {sslmode: 'verify-ca'}, /signed by nobody whom this machine trusts/],
				['localhost', {sslmode: 'verify-full', sslrootcert: 'stranger.crt'}, /signed by nobody/],
				['127.0.0.1', {sslmode: 'verify-full', sslrootcert: 'authority.crt'}, /for another host/],
				[
					'localhost',
					{sslmode: 'verify-full', sslrootcert: 'none.crt'},
					/none\.crt: there is no such/,
				],
			])('is not believed at %s with %j', async (host, query, expected) => {
				const {sslrootcert} = query as {sslrootcert?: string};
				const said = {
					...query,
					...(sslrootcert === undefined ? {} : {sslrootcert: file(sslrootcert)}),
				};
				await expect(open(at(host, said as Record<string, string>))).rejects.toThrow(expected);
			});

			test('is taken at its word where that is asked for', async () => {
				for (const query of [
					{sslmode: 'verify-ca', sslrootcert: file('authority.crt')},
					{sslmode: 'require'},
					{sslmode: 'disable'},
				]) {
					const store = await open(at('127.0.0.1', query as Record<string, string>));
					expect(store.readOnly).toBeUndefined();
				}
			});

			test('lets those in who have one themselves', async () => {
				const {certificate, key} = certify({name: 'carla', hosts: ['carla'], by: authority});
				await place.server.run('council', 'create role carla login superuser');
				const access = path.join(place.server.data, 'pg_hba.conf');
				writeFileSync(
					access,
					`hostssl all carla 127.0.0.1/32 cert\n${readFileSync(access, 'utf8')}`,
				);
				await place.server.admin`select pg_reload_conf()`;
				const carla = at('localhost', {
					sslmode: 'verify-full',
					sslrootcert: file('authority.crt'),
					sslcert: put('carla.crt', certificate),
					sslkey: put('carla.key', key),
				}).replace('postgres@', 'carla@');
				expect((await open(carla)).readOnly).toBeUndefined();
			});

			test('that has expired is not believed', async () => {
				await show(certify({name: 'server', hosts: ['localhost'], by: authority, age: 40}));
				const old = at('localhost', {sslmode: 'verify-full', sslrootcert: file('authority.crt')});
				await expect(open(old)).rejects.toThrow(/its certificate has expired/);
			});
		});

		describe('without a word about it', () => {
			const tlsOf = async (host: string, env = {}) =>
				(await readTarget(`postgres://u@${host}/d`, env)).tls(host.replaceAll(/[[\]]/g, ''));

			test.each(['db.council.example', '192.0.2.7', '[2001:db8::1]', 'localhost.council.example'])(
				'%s must prove who it is',
				async (host) => {
					const tls = await tlsOf(host);
					expect(tls).toMatchObject({rejectUnauthorized: true});
					expect(tls?.checkServerIdentity).toBeUndefined();
					expect(tls?.host).toBe(host.replaceAll(/[[\]]/g, ''));
				},
			);

			test.each(['localhost', '127.0.0.1', '127.1.2.3', '[::1]', '%2Fvar%2Frun%2Fpostgresql'])(
				'%s is this machine',
				async (host) => {
					expect(await tlsOf(host)).toBeUndefined();
				},
			);

			test('what is not enforced is refused', async () => {
				for (const PGSSLMODE of ['prefer', 'allow']) {
					await expect(tlsOf('localhost', {PGSSLMODE})).rejects.toThrow(
						/sslmode is one of disable, require, verify-ca, verify-full/,
					);
				}
				expect(await tlsOf('db.council.example', {PGSSLMODE: 'disable'})).toBeUndefined();
			});
		});
	});
}
