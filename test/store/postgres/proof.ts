import type {Sql} from 'postgres';
import {afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import {provePostgres} from '../../../source/store/postgres/proof.ts';
import {made} from '../../../source/store/postgres/schema/make-views.ts';
import {run} from '../../commands/run.ts';
import {cabinetDatabase} from '../../helpers/cabinet.ts';
import {act, who} from '../places.ts';
import {open, type Place} from './boards.ts';

export function proofTests(place: Place): void {
	describe('check proves what reports are drawn from', () => {
		let url: string;
		let sql: Sql;
		beforeAll(async () => {
			await place.server.admin`create database proved`;
		});
		beforeEach(async () => {
			url = place.server.url('proved', {board: `cabinet-${crypto.randomUUID().slice(0, 8)}`});
			await createPostgres(url, cabinetDatabase());
			sql = place.server.connect('proved');
		});
		afterEach(() => sql.end());

		const said = async (location = url) => {
			const {code, out} = await run(['check', location]);
			return {code, out: out.replaceAll(location, 'DB')};
		};
		const fine = {code: 0, out: expect.stringMatching(/^no problems: [^\n]+\n$/) as unknown};
		/** Alters the row of a record of this board. */
		const alter = (id: string, value: string) =>
			sql.unsafe(`
				update boardwalk.record set public = ${value}
				where id = '${id}' and database = (select max(id) from boardwalk.database)`);

		test('a board that nobody has tampered with is fine, whatever was done on it', async () => {
			expect(await said()).toEqual(fine);
			const store = await open(url);
			const to = {paragraphs: [3], title: 'Terms\u0000', summary: 'Terms of business.'};
			for (const change of [
				{kind: 'agenda/exempt', meeting: 'M-3', item: 'I-12', to} as const,
				{kind: 'agenda/note', meeting: 'M-3', item: 'I-12', to: 'Half of it.'} as const,
				{kind: 'agenda/exempt', meeting: 'M-3', item: 'I-12', from: to} as const,
				{kind: 'undo', revision: 3} as const,
			]) {
				await store.commit(act(change), who());
				expect(await said()).toEqual(fine);
			}
			expect(store.read().revision).toBeGreaterThan(3);
		});

		/** What is said of a record when this is kept of it for the public. */
		const cases: [string, string, RegExp][] = [
			[
				'D-5',
				'null',
				/^decision D-5: reports show something else than the public may read of it; /,
			],
			['M-3', 'null', /^meeting M-3: reports show something else than the public may read of it; /],
			['D-5', "'null'", /^decision D-5: reports show something else than the public may/],
			['D-5', 'body', /^decision D-5: reports show something else than the public may/],
			['D-5', `'{"id":"D-5"}'`, /^decision D-5: reports show something else than the public may/],
			['D-2', "'null'", /^decision D-2: reports show something else than the record/],
			['P1-01', `'{"id":"P1-01"}'`, /^project P1-01: reports show something else than the record/],
		];
		test('a record of which something else is kept for the public is named, whichever way it was altered', async () => {
			for (const [id, value, expected] of cases) {
				await alter(id, value);
				const {problems} = await provePostgres(url);
				expect(problems).toHaveLength(1);
				expect(problems[0]?.message).toMatch(expected);
				// The owner mends it, and nothing else is altered.
				expect(await createPostgres(url, cabinetDatabase())).toBe('there');
			}
			expect(await said()).toEqual(fine);
			await sql.unsafe('update boardwalk.record set public = null');
			const {code, out} = await said();
			expect(code).toBe(1);
			expect(out.trimEnd().split('\n')).toEqual([
				expect.stringMatching(/^DB:1:\d+: meeting M-3: reports show something else/),
				expect.stringMatching(/^DB:1:\d+: decision D-5: reports show something else/),
			]);
		});

		describe('a view or a function that is another', () => {
			const {views: own, functions} = {
				views: made.filter(({kind}) => kind === 'view').map(({name}) => name),
				functions: made.filter(({kind}) => kind === 'function').map(({name}) => name),
			};
			test('these are they', () => {
				expect([functions.length, own.length]).toEqual([4, 8]);
			});

			/** Has this done, and gives back what check says then; all is put back. */
			async function after(statement: string): Promise<string> {
				await sql.unsafe(statement);
				const {code, out} = await said();
				expect(code).toBe(1);
				await createPostgres(url, cabinetDatabase());
				expect(await said()).toEqual(fine);
				return out;
			}

			const namedIn = (out: string) =>
				[
					...out.matchAll(/the (?:view|function) boardwalk\.(\w+) is not as Boardwalk makes it: /g),
				].map(([, name]) => name);

			test('each view is found', async () => {
				const rows = await sql`
					select relname as name, rtrim(pg_get_viewdef(oid), ';') as text from pg_class
					where relnamespace = 'boardwalk'::regnamespace and relkind = 'v'`;
				const statements = rows.map(
					({name, text}) =>
						`create or replace view boardwalk.${name} as select * from (${text}) as seen`,
				);
				expect(namedIn(await after(statements.join(';')))).toEqual(own);
			});

			test('each function is found', async () => {
				const rows = await sql`
					select pg_get_functiondef(oid) as text from pg_proc
					where proname = any(${functions}) and pronamespace = 'boardwalk'::regnamespace`;
				const statements = rows.map(({text}) =>
					String(text).replace(/RETURN(?!S)/, 'COST 7 RETURN'),
				);
				expect(namedIn(await after(statements.join(';')))).toEqual(functions);
			});

			test('a leak of what is exempt, a view that is not there, and a second function of the name', async () => {
				const leak = `
					create or replace view boardwalk.public_record as
					select database.name as board, record.database, record.collection, record.id,
						record.position, boardwalk.readable(record.body) as body
					from boardwalk.record join boardwalk.database on database.id = record.database
					where record.collection <> '' and record.body is not null`;
				expect(await after(leak)).toMatch(/the view boardwalk\.public_record is not as/);
				expect(await after('drop view boardwalk.actions')).toMatch(
					/the view boardwalk\.actions is not there: /,
				);
				expect(
					await after(
						`create function boardwalk.day(value text) returns date language sql return null::date`,
					),
				).toMatch(/the function boardwalk\.day is there more than once: /);
				expect(await after('alter view boardwalk.people set (security_invoker = true)')).toMatch(
					/the view boardwalk\.people is not as/,
				);
			});
		});
	});
}
