import {readFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {publicView} from '../../../source/domain/queries/public/view.ts';
import {type Collection, collections} from '../../../source/domain/schema/index.ts';
import type {Store} from '../../../source/store/store.ts';
import {cabinetDatabase} from '../../helpers/cabinet.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {act, comment, who} from '../places.ts';
import {open, type Place} from './boards.ts';

export function viewsTests(place: Place): void {
	describe('views for reports', () => {
		let url: string;
		let store: Store;
		let board: string;
		beforeEach(async () => {
			url = await place.board(cabinetDatabase());
			store = await open(url);
			board = new URL(url).searchParams.get('board') ?? '';
		});

		/** The rows of a view for this board. */
		async function rows(text: string): Promise<Record<string, unknown>[]> {
			const sql = place.server.connect('council');
			const found = await sql.unsafe(text.replaceAll('$board', `'${board}'`));
			await sql.end();
			return [...found] as Record<string, unknown>[];
		}

		const commit = async (...changes: Change[]): Promise<void> => {
			const outcome = await store.commit(act(...changes), who());
			expect(outcome.ok ? 'saved' : outcome.rejection.message).toBe('saved');
		};

		describe('a report reads', () => {
			test('projects as they are now', async () => {
				await commit({
					kind: 'project/status',
					id: 'P1-02',
					from: 'in-progress',
					to: 'delivered',
					note: 'All laptops are out.',
				});
				const [project] = await rows(
					`select * from boardwalk.projects where board = $board and id = 'P1-02'`,
				);
				expect(project).toMatchObject({
					title: 'Laptop Refresh',
					status: 'delivered',
					confidence: 'amber',
					owner: 'Joan Smith',
					due: new Date('2027-03-31'),
					budget: '250000',
					domains: ['workplace'],
					latest_note: 'All laptops are out.',
				});
				const order = await rows(
					'select id from boardwalk.projects where board = $board order by position',
				);
				expect(order.map(({id}) => id)).toEqual(store.read().projects.map(({id}) => id));
			});

			test('statuses over time', async () => {
				await commit(
					{kind: 'project/status', id: 'P1-03', from: 'on-hold', to: 'in-progress', note: 'Begun.'},
					{
						kind: 'project/status',
						id: 'P1-03',
						from: 'in-progress',
						to: 'delivered',
						note: 'And done.',
					},
				);
				const told = await rows(
					`select number::int, status, note from boardwalk.statuses
			where board = $board and project = 'P1-03' order by number`,
				);
				expect(told).toEqual([
					{number: 1, status: 'in-progress', note: 'Begun.'},
					{number: 2, status: 'delivered', note: 'And done.'},
				]);
			});

			test('decisions, actions and meetings', async () => {
				const decisions = await rows('select * from boardwalk.decisions where board = $board');
				expect(new Set(decisions.map(({id}) => id))).toEqual(
					new Set(['D-1', 'D-2', 'D-3', 'D-4', 'D-5']),
				);
				expect(decisions.find(({id}) => id === 'D-2')).toMatchObject({
					meeting: 'M-3',
					body_name: 'Cabinet',
					day: new Date('2026-11-12'),
					outcome: 'approved',
					key: true,
					vote: 'no-dissent',
					votes_for: null,
					published_on: new Date('2026-11-17'),
				});
				expect(await rows('select * from boardwalk.actions where board = $board')).toMatchObject([
					{id: 'A-1', owner: 'Joan Smith', due: new Date('2026-12-01'), status: 'open'},
				]);
				expect(
					await rows(`select * from boardwalk.meetings where board = $board and id = 'M-3'`),
				).toMatchObject([{body_name: 'Cabinet', day: new Date('2026-11-12'), minutes: 'draft'}]);
			});

			test('any text, even what PostgreSQL’s own cannot hold', async () => {
				const texts = [
					'\u0000',
					String.raw`\u0000`,
					'a\u0000\u0000b\\',
					'漢 👩‍👩‍👧 \u2028',
					'\\\u0000',
				];
				for (const text of texts) await store.commit(comment(text), who());
				const told = await rows(
					`select note from boardwalk.statuses
			where board = $board and project = 'P1-01' order by number`,
				);
				expect(told.slice(1).map(({note}) => note)).toEqual(
					texts.map((text) => text.replaceAll('\u0000', '\ufffd')),
				);
			});
		});

		test('the guide has every view with its columns, and its example runs', async () => {
			const guide = readFileSync(
				path.join(import.meta.dirname, '..', '..', '..', 'docs', 'several-machines.md'),
				'utf8',
			);
			const found = await rows(`
				select table_name as view, array_agg(column_name::text order by ordinal_position) as columns
				from information_schema.columns
				join information_schema.views using (table_schema, table_name)
				where table_schema = 'boardwalk' and table_name <> 'public_record'
				group by table_name`);
			const told = [...guide.matchAll(/^\| `(\w+)` +\|[^|]*\| (`board`[^|]*)\|$/gm)].map(
				([, view, columns = '']) => ({
					view,
					columns: [...columns.matchAll(/`(\w+)`/g)].map(([, column]) => column),
				}),
			);
			const byName = (all: {view?: unknown}[]) =>
				Object.fromEntries(all.map((one) => [String(one.view), one]));
			expect(byName(told)).toEqual(byName(found));
			const [, example = ''] = /```sql\n([^]*?)```/.exec(guide) ?? [];
			const counts = await rows(example.replace("'imt'", '$board'));
			expect(counts.at(-1)).toEqual({
				month: new Date('2026-12-01'),
				status: 'in-progress',
				count: '1',
			});
		});

		describe('what is exempt', () => {
			/** What the views show of each record, which must be what the program shows the public. */
			async function expectPublic(): Promise<void> {
				const view = publicView(store.read());
				const shown = await rows(
					'select collection, id, body from boardwalk.public_record where board = $board order by collection, position',
				);
				const expected = (name: Collection) => JSON.parse(JSON.stringify(view[name])) as unknown[];
				for (const name of collections) {
					const own = shown.filter(({collection}) => collection === name).map(({body}) => body);
					expect({name, own}).toEqual({name, own: expected(name)});
				}
			}

			test('stands in no view but one', async () => {
				await expectPublic();
				const decisions = await rows(
					`select title, resolution, reasons from boardwalk.decisions where board = $board and id = 'D-5'`,
				);
				expect(decisions).toEqual([{title: 'A contract', resolution: '[exempt]', reasons: null}]);
				const exempt = await rows(
					`select * from boardwalk.exempt where board = $board and id = 'D-5'`,
				);
				expect(exempt[0]?.['body']).toMatchObject({title: 'the award to Acme Ltd'});
			});

			test('is so from the act on that makes it exempt, until one makes it public again', async () => {
				const told = {meeting: 'M-3', item: 'I-12'};
				const to = {paragraphs: [3], title: 'Terms', summary: 'Terms of business.'};
				await commit({kind: 'agenda/exempt', ...told, to});
				await expectPublic();
				const [fees] = await rows(
					`select title, resolution from boardwalk.decisions where board = $board and id = 'D-3'`,
				);
				expect(fees).toEqual({title: 'Terms', resolution: '[exempt]'});
				await commit({kind: 'agenda/note', ...told, to: 'Half of it was wrong.'});
				await expectPublic();
				await commit({kind: 'agenda/exempt', ...told, from: to});
				await expectPublic();
				const exempt = await rows(
					'select id from boardwalk.exempt where board = $board order by id',
				);
				expect(exempt.map(({id}) => id)).toEqual(['D-5', 'M-3']);
			});

			test('and a login stands in none, on a board without anything else to hide', async () => {
				url = await place.board(makeDatabase());
				store = await open(url);
				board = new URL(url).searchParams.get('board') ?? '';
				const other = await open(url);
				await store.commit(comment('By a login.'), who('jsmith'));
				await expectPublic();
				await other.commit(comment('By another.'), who('aclerk'));
				await store.commit(comment('By the first.'), who('jsmith'));
				await expectPublic();
				const told = await rows(
					`select by from boardwalk.statuses where board = $board and project = 'P1-01'`,
				);
				expect(told.map(({by}) => by).filter((by) => by === 'jsmith' || by === 'aclerk')).toEqual(
					[],
				);
			});

			test('is seen by every session alike, whoever made it so', async () => {
				const other = await open(url);
				await store.commit(comment('In between.'), who());
				const to = {paragraphs: [1], title: 'A person'};
				const outcome = await other.commit(
					act({kind: 'agenda/exempt', meeting: 'M-3', item: 'I-13', to}),
					who('chair'),
				);
				expect(outcome.ok).toBe(true);
				await commit({kind: 'project/update', id: 'P1-01', note: 'After it.'});
				await expectPublic();
			});
		});
	});
}
