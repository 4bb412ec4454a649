import {afterEach, describe, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import type {StoreNews, Store} from '../../source/store/store.ts';
import {makeDatabase} from '../helpers/database.ts';
import {act, comment, heard, notes, who} from './places.ts';

/** How a kind of store is made for a test. */
export type Kind = {
	/** Makes a store that holds the database; `another` opens the same once more, as another session would. */
	make(database: Database): Promise<{store: Store; another: () => Promise<Store>}>;
	/** What is left to do after a test. */
	tidy(): Promise<void>;
};

/** What every store does. */
export function contract(name: string, {make, tidy}: Kind): void {
	const open = (overrides: Partial<Database> = {}) => make(makeDatabase(overrides));

	describe(`a store: ${name}`, () => {
		afterEach(tidy);

		test('reads what it was given, and may be written', async () => {
			const {store} = await open();
			expect(store.read()).toEqual(makeDatabase());
			expect(store.readOnly).toBeUndefined();
			expect(store.title).not.toBe('');
		});

		test('commits an act: the outcome holds its entry, and read the new database', async () => {
			const {store} = await open();
			const outcome = await store.commit(comment('It works.'), who());
			expect(outcome).toMatchObject({ok: true, entry: {revision: 2, actor: {user: 'clerk'}}});
			expect(store.read()).toBe(outcome.ok && outcome.database);
			expect(notes(store.read())).toEqual(['Live everywhere.', 'It works.']);
			// Revision 1 is the adoption of the database as it was found.
			expect(store.read().log.map(({revision}) => revision)).toEqual([1, 2]);
			expect(check(store.read())).toEqual([]);
		});

		test('refuses with a reason and changes nothing', async () => {
			const {store} = await open();
			const outcome = await store.commit(
				act({kind: 'project/update', id: 'P1-1', note: 'x'}),
				who(),
			);
			expect(outcome).toMatchObject({ok: false, rejection: {code: 'unknown'}});
			expect(store.read()).toEqual(makeDatabase());
		});

		test('refuses the second of two sessions that set the same status', async () => {
			const {store, another} = await open();
			const other = await another();
			const change = {kind: 'project/status', id: 'P1-02', from: 'in-progress'} as const;
			const first = await store.commit(act({...change, to: 'delivered'}), who('chair'));
			const second = await other.commit(act({...change, to: 'on-hold'}), who('clerk'));
			expect(first).toMatchObject({ok: true});
			expect(second).toMatchObject({ok: false, rejection: {code: 'conflict'}});
			expect(!second.ok && second.rejection.message).toMatch(/chair set this to “?Delivered/);
			expect(other.read().projects[1]?.status).toBe('delivered');
		});

		test('applies an act once, however often it is sent', async () => {
			const {store, another} = await open();
			const same = comment('Once.');
			const first = await store.commit(same, who());
			const again = await (await another()).commit(same, who());
			expect(again).toMatchObject({ok: true, entry: {revision: 2}});
			expect(first.ok && again.ok && again.entry).toEqual(first.ok && first.entry);
			expect(notes(store.read())).toEqual(['Live everywhere.', 'Once.']);
		});

		test('takes acts of several sessions at once, and loses none', async () => {
			const {store, another} = await open();
			const sessions = [store, await another(), await another()];
			const outcomes = await Promise.all(
				Array.from({length: 10}, (_, number) =>
					sessions.map((session, user) =>
						session.commit(comment(`note ${number} of ${user}`), who(`user${user}`)),
					),
				).flat(),
			);
			expect(outcomes.filter(({ok}) => !ok)).toEqual([]);
			const last = await store.commit(comment('last'), who());
			expect(last).toMatchObject({ok: true, entry: {revision: 32}});
			expect(new Set(notes(store.read())).size).toBe(32);
			expect(check(store.read())).toEqual([]);
		});

		test('keeps the order of acts that one session sends without waiting', async () => {
			const {store} = await open();
			const texts = ['one', 'two', 'three', 'four'];
			await Promise.all(texts.map((text) => store.commit(comment(text), who())));
			expect(notes(store.read()).slice(1)).toEqual(texts);
		});

		test('tells watchers of every commit, its own too, once each', async () => {
			const {store, another} = await open();
			const other = await another();
			const told: number[] = [];
			const mine: number[] = [];
			const note = (list: number[]) => (news: StoreNews) => {
				if ('database' in news) list.push(news.database.revision);
			};
			store.watch(note(mine));
			other.watch(note(told));
			await store.commit(comment('one'), who());
			const arrived = heard(other, (news) => 'database' in news && news.database.revision === 3);
			await store.commit(comment('two'), who());
			await arrived;
			expect(mine).toEqual([2, 3]);
			// Another session may skip what was overtaken, but never goes back and never repeats.
			expect(told.at(-1)).toBe(3);
			expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
			expect(other.read().revision).toBe(3);
		});

		test('tells nobody of a refusal, and nobody who has stopped', async () => {
			const {store} = await open();
			const told: StoreNews[] = [];
			const stopped: StoreNews[] = [];
			store.watch((news) => told.push(news));
			store.watch((news) => stopped.push(news))();
			await store.commit(act({kind: 'action/edit', id: 'A-99', fields: {}}), who());
			expect(told).toEqual([]);
			await store.commit(comment('Heard.'), who());
			expect(told).toHaveLength(1);
			expect(stopped).toEqual([]);
		});

		test('is not harmed by a watcher that throws', async () => {
			const {store} = await open();
			store.watch(() => {
				throw new Error('a watcher’s own trouble');
			});
			const arrived = heard(store, (news) => 'database' in news);
			expect(await store.commit(comment('Fine.'), who())).toMatchObject({ok: true});
			await arrived;
		});

		test('reads the newest as soon as a watcher is told', async () => {
			const {store} = await open();
			const seen: boolean[] = [];
			store.watch((news) => seen.push('database' in news && store.read() === news.database));
			await store.commit(comment('x'), who());
			expect(seen).toEqual([true]);
		});

		test('keeps what it does not know, and the order of keys', async () => {
			const [first, ...projects] = makeDatabase().projects;
			const odd = {zebra: {b: 1, a: [null, {deep: 'ü'}]}, ...first, 'x-own': 'ours'};
			const {store, another} = await open({
				projects: [odd as NonNullable<typeof first>, ...projects],
				'x-council': {z: 1, a: 2},
			});
			await store.commit(comment('x'), who());
			await (await another()).commit(act({kind: 'project/update', id: 'P1-02', note: 'y'}), who());
			const kept = (await another()).read();
			expect(kept).toMatchObject({'x-council': {z: 1, a: 2}});
			expect(kept.projects[0]).toMatchObject({zebra: odd.zebra, 'x-own': 'ours'});
			const keys = Object.keys(kept);
			expect(keys.slice(0, 3)).toEqual(['schemaVersion', 'id', 'revision']);
			const again = await another();
			expect(JSON.stringify(again.read())).toBe(JSON.stringify(kept));
		});

		test('takes any text and gives back the same', async () => {
			const {store, another} = await open();
			const texts = [
				'\u001b[2J\u001b]0;title\u0007',
				'\u0000\u0008\u007f\u009b31m',
				'\u202etxet\u2066\u2028\u2029\ufeff',
				'”quotes“ "double" \\back\\ /slash/ </script>',
				'🇬🇧 👩‍👩‍👧 漢字 a\u0301\r\n\ttab',
				'__proto__',
			];
			for (const text of texts) {
				expect(await store.commit(comment(text), who())).toMatchObject({ok: true});
			}
			expect(notes((await another()).read()).slice(1)).toEqual(texts);
			expect(check((await another()).read())).toEqual([]);
		});

		test('refuses what cannot be kept, in one line', async () => {
			const {store} = await open();
			const lone = await store.commit(comment('\ud800'), who());
			const long = await store.commit(comment('x'.repeat(5_000_000)), who());
			const user = await store.commit(comment('fine'), who('\udfff'));
			for (const outcome of [lone, long, user]) {
				expect(outcome.ok).toBe(false);
				expect(!outcome.ok && outcome.rejection.message).toMatch(/^[^\n\ud800-\udfff]{10,1000}$/);
			}
			expect(store.read()).toEqual(makeDatabase());
		});

		test('waits for what is being saved when it is closed, then refuses', async () => {
			const {store, another} = await open();
			const other = await another();
			const under = store.commit(comment('under way'), who());
			await store.close();
			expect(await under).toMatchObject({ok: true});
			expect(notes(store.read())).toContain('under way');
			expect(await store.commit(comment('late'), who())).toMatchObject({
				ok: false,
				rejection: {code: 'storage'},
			});
			if (other === store) return;
			expect(await other.commit(comment('by another'), who())).toMatchObject({ok: true});
		});
	});
}
