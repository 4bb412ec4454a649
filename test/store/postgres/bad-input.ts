import {createServer} from 'node:net';
import {afterEach, describe, expect, test} from 'vitest';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import {openPostgres} from '../../../source/store/postgres/open.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {comment, heard, notes, who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {freePort} from './server.ts';

export function badInputTests(place: Place): void {
	describe('bad input', () => {
		/** Why a database cannot be opened: one line, which begins with where it is. */
		async function refused(url: string): Promise<string> {
			const error = await openPostgres(url).then(
				async (store) => {
					await store.close();
					return new Error('it was opened');
				},
				(error: Error) => error,
			);
			expect(error.name).toBe('Unusable');
			expect(error.message).not.toMatch(/[\n\u0000-\u001f]|undefined|\[object/);
			return error.message;
		}

		describe('a URL', () => {
			test.each([
				[
					'postgres://h/d?bord=imt',
					/^postgres:\/\/h\/d: there is no setting “bord”; did you mean board\?$/,
				],
				['postgres://h/d?board=a/b', /“a\/b” cannot be a board’s name/],
				['postgres://h:0/d', /“0” is not a port/],
				['postgres://h:99999/d', /“99999” is not a port/],
				['postgres://h:x/d', /this is not a URL of a PostgreSQL database/],
				['postgres://h/d#x', /this is not a URL of a PostgreSQL database/],
				['postgres://h/%E0%A4%A', /this is not a URL of a PostgreSQL database/],
				['postgres://a,b/d?port=1,2,3', /there are 2 hosts, but 3 ports/],
				[
					'postgres://h/d?target_session_attrs=rw',
					/target_session_attrs is one of any, read-write/,
				],
				['postgres://h/d?sslmode=prefer', /sslmode is one of disable, require/],
				['postgres://h/d?connect_timeout=soon', /connect_timeout is a number of seconds/],
			])('%s', async (url, expected) => {
				expect(await refused(url)).toMatch(expected);
			});
		});

		describe('a server', () => {
			test('of an unknown name', async () => {
				expect(await refused('postgres://u@no-such-host.invalid/d?sslmode=disable')).toMatch(
					/^postgres:\/\/u@no-such-host\.invalid\/d: cannot connect: (there is no host of that name|the name of the host cannot be looked up)/,
				);
			});

			test('that is not there', async () => {
				expect(await refused(`postgres://u@127.0.0.1:${await freePort()}/d`)).toMatch(
					/cannot connect: nothing answers there; is PostgreSQL running, and is the port right\?$/,
				);
				expect(await refused('postgres://%2Fnowhere/d?user=u')).toMatch(/there is no such socket/);
			});

			test('none of which is there', async () => {
				const [one, two] = [await freePort(), await freePort()];
				expect(await refused(`postgres://u@127.0.0.1:${one},127.0.0.1:${two}/d`)).toMatch(
					/no server will do: 127\.0\.0\.1:\d+: nothing answers there.*; 127\.0\.0\.1:\d+: nothing answers there/,
				);
			});

			/** A server that says this to whoever connects. */
			async function saying(...answers: Buffer[]): Promise<string> {
				const server = createServer((socket) => {
					socket.on('error', () => {});
					socket.once('data', () => {
						if (answers.length === 0) socket.end();
						else socket.write(Buffer.concat(answers));
					});
				});
				open.push(server);
				await new Promise<void>((resolve) => {
					server.listen(0, '127.0.0.1', resolve);
				});
				return `postgres://u@127.0.0.1:${(server.address() as {port: number}).port}/d?connect_timeout=2`;
			}
			const open: ReturnType<typeof createServer>[] = [];
			afterEach(() => {
				for (const server of open.splice(0)) server.close();
			});

			const message = (type: string, ...parts: Buffer[]): Buffer => {
				const body = Buffer.concat(parts);
				const head = Buffer.alloc(5);
				head.write(type, 'latin1');
				head.writeUInt32BE(body.length + 4, 1);
				return Buffer.concat([head, body]);
			};
			const hello = message('R', Buffer.alloc(4));
			const version = (number: string) => message('S', Buffer.from(`server_version\0${number}\0`));
			const ready = message('Z', Buffer.from('I'));

			test('that is too old', async () => {
				const refusal = message('E', Buffer.from('SERROR\0C42883\0Mno such function\0\0'));
				const url = await saying(hello, version('9.2.24'), ready, refusal, ready);
				expect(await refused(url)).toMatch(
					/cannot connect: the server is PostgreSQL 9\.2\.24; 14 or newer is needed$/,
				);
			});

			test('that hangs up, or is not PostgreSQL', async () => {
				expect(await refused(await saying())).toMatch(/the server hung up$/);
				expect(
					await refused(await saying(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))),
				).toMatch(/the server hung up|does not answer/);
			});

			test('that speaks no TLS is not talked to in plain text', async () => {
				for (const sslmode of ['require', 'verify-ca', 'verify-full']) {
					expect(await refused(place.server.url('council', {sslmode}))).toMatch(
						/the server speaks no TLS; have it turned on there/,
					);
				}
			});

			test('that starts up, or takes no more', async () => {
				const says = (code: string) =>
					saying(message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mwhatever\0\0`)));
				expect(await refused(await says('57P03'))).toMatch(/is starting up or shutting down$/);
				expect(await refused(await says('53300'))).toMatch(/takes no more connections/);
			});

			test('whose messages would act on a terminal', async () => {
				const url = await saying(
					message('E', Buffer.from('SFATAL\0VFATAL\0CXX000\0M\u001b[2J\nx\0\0')),
				);
				expect(await refused(url)).toMatch(/the server says: \\u001b\[2J\\u000ax \(XX000\)$/);
			});
		});

		describe('a database', () => {
			test('that is not there, or whose user is not', async () => {
				expect(await refused(place.server.url('counsel'))).toMatch(
					/there is no database counsel on the server; have it created$/,
				);
				expect(await refused(place.server.url('council', {}, 'nobody-here'))).toMatch(
					/wants a password for the user nobody-here|does not take the password/,
				);
			});

			test('that is not Boardwalk’s', async () => {
				await place.server.admin`create database shop`;
				expect(await refused(place.server.url('shop'))).toMatch(
					/there is no Boardwalk in this database/,
				);
				await place.server.run('shop', 'create schema boardwalk');
				expect(await refused(place.server.url('shop'))).toMatch(
					/there is no Boardwalk in this database/,
				);
				await place.server.run('shop', 'create table boardwalk.skateboards (id integer)');
				const foreign = /its schema “boardwalk” is somebody else’s$/;
				expect(await refused(place.server.url('shop'))).toMatch(foreign);
				const into = place.server.url('shop', {board: 'imt'});
				await expect(createPostgres(into, makeDatabase())).rejects.toThrow(foreign);
				const [row] = await place.server.connect('shop')`select count(*)::int from pg_class
			where relnamespace = 'boardwalk'::regnamespace`;
				expect(row).toEqual({count: 1});
			});

			test('that cannot hold every text', async () => {
				await place.server.run(
					'postgres',
					"create database old encoding 'latin1' template template0 locale 'C'",
				);
				const latin = /the database is in LATIN1; Boardwalk needs one in UTF8$/;
				expect(await refused(place.server.url('old'))).toMatch(latin);
				const into = place.server.url('old', {board: 'imt'});
				await expect(createPostgres(into, makeDatabase())).rejects.toThrow(latin);
			});
		});

		describe('a board', () => {
			test('that is not there, or not named', async () => {
				await place.server.admin`create database boards`;
				const at = (query = {}) => place.server.url('boards', query);
				await createPostgres(at({board: 'imt'}), makeDatabase());
				// The only one need not be named.
				expect((await open(at())).read()).toEqual(makeDatabase());
				await createPostgres(at({board: 'audit'}), makeDatabase());
				expect(await refused(at())).toMatch(
					/name a board: add \?board=audit \(there is audit, imt\)$/,
				);
				expect(await refused(at({board: 'imd'}))).toMatch(
					/no board “imd” in it; did you mean imt\?$/,
				);
			});

			test('whose rows somebody has edited is refused, and says where', async () => {
				const url = await place.board();
				const store = await open(url);
				const sql = place.server.connect('council');
				const edit = (body: string) => sql`
			update boardwalk.record set body = ${body}::text::json
			where id = 'P2-01' and database = (select max(id) from boardwalk.database)`;
				await edit('{"id":"P2-01","title":"x","priority":"P2","status":"delivred","updates":[]}');
				expect(await refused(url)).toMatch(
					/projects\/P2-01 \(status\) does not fit: Invalid option/,
				);
				await edit('{"id":"P9-99"}');
				expect(await refused(url)).toMatch(
					/projects\/P2-01 holds the record P9-99: its row was edited by hand$/,
				);
				await sql.end();
				// A session that has it open knows nothing of that, and its acts on other records are fine.
				expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
			});

			test('that is deleted, replaced or set back under a session: nothing is written, and that is said', async () => {
				const sql = place.server.connect('council');
				const ends = async (statement: string, expected: RegExp) => {
					const url = await place.board();
					const store = await open(url);
					await store.commit(comment('one'), who());
					await store.commit(comment('two'), who());
					const watcher = await open(url);
					await sql.unsafe(statement.replaceAll('?', '(select max(id) from boardwalk.database)'));
					const told = heard(watcher, (news) => 'problem' in news && news.problem !== undefined);
					const outcome = await store.commit(comment('three'), who());
					expect(!outcome.ok && outcome.rejection.message).toMatch(expected);
					expect(store.read().revision).toBe(3);
					expect(await told).toEqual({problem: expect.stringMatching(/cannot be read/) as unknown});
				};
				await ends(
					'delete from boardwalk.database where id = ?',
					/was not changed: it is no longer there/,
				);
				await ends(
					"update boardwalk.database set uuid = 'x' where id = ?",
					/was not changed: another database was put in its place/,
				);
				await ends(
					'update boardwalk.database set revision = 2 where id = ?',
					/the server has an older state \(revision 2, not 3\)/,
				);
				await ends(
					"update boardwalk.database set hash = 'x' where id = ?",
					/a copy with another history was put in its place; close it here and open it again$/,
				);
				await sql.end();
			});

			test('that a newer Boardwalk wrote is refused', async () => {
				const url = await place.board();
				const sql = place.server.connect('council');
				await sql`
			update boardwalk.record set body = '99' where collection = '' and id = 'schemaVersion'
			and database = (select max(id) from boardwalk.database)`;
				await sql.end();
				expect(await refused(url)).toMatch(
					/it was written by a newer Boardwalk \(schema 99; this one knows \d+\): update Boardwalk$/,
				);
			});

			test('that another session keeps locked for too long', async () => {
				const url = await place.board();
				const store = await open(url);
				const sql = place.server.connect('council');
				const holder = await sql.reserve();
				await holder`begin`;
				await holder`select from boardwalk.database for update`;
				const outcome = store.commit(comment('Patient.'), who());
				await expect
					.poll(async () => {
						const rows = await place.server.admin`
					select from pg_stat_activity where wait_event_type = 'Lock'`;
						return rows.length;
					})
					.toBe(1);
				await holder`rollback`;
				holder.release();
				await sql.end();
				expect(await outcome).toMatchObject({ok: true});
				expect(notes(store.read())).toContain('Patient.');
			});
		});
	});
}
