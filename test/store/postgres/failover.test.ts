import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {check} from '../../../source/domain/queries/check.ts';
import {createPostgres} from '../../../source/store/postgres/create.ts';
import type {StoreNews} from '../../../source/store/store.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {comment, heard, notes, sees, who} from '../places.ts';
import {closeAll, open} from './boards.ts';
import {type Pair, startPair} from './pair.ts';

let pair: Pair;
beforeAll(async () => {
	pair = await startPair();
});
afterEach(closeAll);
afterAll(() => pair.remove());

test('a stand-by takes no changes, and shows what the primary does', async () => {
	await createPostgres(pair.url('looked-at'), makeDatabase());
	const store = await open(pair.url('looked-at'));
	await store.commit(comment('On the primary.'), who());
	await expect
		.poll(() => open(pair.standby.url('council', {board: 'looked-at'})).then((at) => at.read()))
		.toEqual(store.read());
	const standby = await open(pair.standby.url('council', {board: 'looked-at'}));
	expect(standby.readOnly).toBe('the server is a stand-by, which takes no changes');
	const refused = await standby.commit(comment('x'), who());
	expect(!refused.ok && refused.rejection.message).toBe(
		'looked-at was not changed: the server is a stand-by, which takes no changes',
	);
	const arrived = heard(standby, (news) => 'database' in news && news.database.revision === 3);
	await store.commit(comment('Once more.'), who());
	await arrived;
	const preferred = pair.url('looked-at').replace('read-write', 'prefer-standby');
	expect((await open(preferred)).readOnly).toMatch(/stand-by/);
});

test('what the stand-by does not have is not said to be saved, and once it has, it is saved once', async () => {
	await createPostgres(pair.url('waiting'), makeDatabase());
	const store = await open(pair.url('waiting'), {patience: 30_000});
	const {admin} = pair.primary;
	const waiting = () => admin`select pid from pg_stat_activity where wait_event = 'SyncRep'`;
	const untilItWaits = async () => {
		await expect.poll(async () => (await waiting()).length).toBe(1);
	};
	await pair.standby.stop();

	const impatient = store.commit(comment('Only here.'), who());
	await untilItWaits();
	await admin`select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`;
	const refused = await impatient;
	expect(!refused.ok && refused.rejection.message).toMatch(
		/^waiting: the change is stored, but the stand-by has not confirmed it/,
	);

	// It is there when it is tried again, and is waited for all the same: even by a session that was cut off.
	const again = store.commit(comment('Only here.'), who());
	await untilItWaits();
	await admin`select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'`;
	await untilItWaits();
	const outcomes: string[] = [];
	void again.then(() => outcomes.push('saved'));
	await untilItWaits();
	expect(outcomes).toEqual([]);
	await pair.standby.restart();
	expect(await again).toMatchObject({ok: true, entry: {revision: 2}});
	expect(notes(store.read())).toEqual(['Live everywhere.', 'Only here.']);
});

test('the primary fails in mid-meeting: the stand-by goes on, and nothing acknowledged is lost', async () => {
	await createPostgres(pair.url('imt'), makeDatabase());
	const names = ['chair', 'clerk', 'member'];
	const stores = await Promise.all(names.map(() => open(pair.url('imt'), {patience: 60_000})));
	const [observer] = [await open(pair.url('imt'))];
	const news: StoreNews[] = [];
	observer.watch((one) => news.push(one));
	const [chair, watcher] = [stores[0]?.join(who('chair')), observer.join(who('watcher'))];
	chair?.show({screen: 'walk'});
	await sees(watcher, 'session-chair walk');

	const over = new AbortController();
	const acknowledged: {id: string; revision: number}[] = [];
	const work = stores.map(async (store, index) => {
		for (let number = 0; !over.signal.aborted; number++) {
			const act = comment(`${names[index]} ${number}`);
			const outcome = await store.commit(act, who(names[index]));
			expect(outcome.ok ? 'saved' : outcome.rejection.message).toBe('saved');
			if (outcome.ok) acknowledged.push({id: act.id, revision: outcome.entry.revision});
		}
	});
	await expect.poll(() => acknowledged.length).toBeGreaterThan(20);
	await pair.failOver();
	const then = acknowledged.length;
	await expect.poll(() => acknowledged.length, {timeout: 30_000}).toBeGreaterThan(then + 20);
	over.abort();
	await Promise.all(work);

	const database = (await open(pair.standby.url('council', {board: 'imt'}))).read();
	for (const {id, revision} of acknowledged) expect(database.log[revision - 1]?.id).toBe(id);
	expect(acknowledged).toHaveLength(database.revision - 1);
	expect(new Set(notes(database)).size).toBe(notes(database).length);
	expect(check(database)).toEqual([]);
	await expect.poll(() => observer.read()).toEqual(database);
	expect(news.some((one) => 'problem' in one && one.problem?.includes('trying again'))).toBe(true);
	chair?.show({screen: 'meeting'});
	await sees(watcher, 'session-chair meeting');
});
