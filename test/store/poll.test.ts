import {once, EventEmitter} from 'node:events';
import {afterEach, expect, test, vi} from 'vitest';
import {comment, file, open, shown, tidy, who} from './places.ts';

afterEach(async () => {
	vi.useRealTimers();
	await tidy();
});

const watch = vi.hoisted(() => ({calls: 0}));

// As on a network disk, or where the system has no watches left.
vi.mock('node:fs', async (original) => ({
	...(await original<typeof import('node:fs')>()),
	watch() {
		watch.calls++;
		throw Object.assign(new Error('no watches left'), {code: 'ENOSPC'});
	},
}));

test('where nothing can be watched, the file is looked at every now and then', async () => {
	const path = await file();
	const [store, other] = [await open(path), await open(path)];
	const told = new EventEmitter();
	store.watch((news) => told.emit('database' in news ? `revision ${news.database.revision}` : 'x'));
	expect(watch.calls).toBe(1);
	// The first is told because it happened before the first look; the second only by a look of its own accord.
	const first = once(told, 'revision 2');
	await other.commit(comment('one'), who());
	await first;
	const second = once(told, 'revision 3');
	await other.commit(comment('two'), who());
	await second;
	expect(store.read().revision).toBe(3);
});

test('presence, too, is looked at every now and then', async () => {
	vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
	const path = await file();
	const [chair, clerk] = [(await open(path)).join(who('chair')), (await open(path)).join(who())];
	const sees = (...expected: string[]) =>
		vi.waitUntil(
			() => {
				vi.advanceTimersToNextTimer();
				return shown(clerk.others()).join() === expected.join();
			},
			{timeout: 20_000},
		);
	chair.show({screen: 'walk'});
	await sees('session-chair walk');
	chair.show({screen: 'log'});
	await sees('session-chair log');
	await chair.close();
	await sees();
	expect(clerk.others()).toEqual([]);
});
