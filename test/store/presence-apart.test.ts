// Presence is apart from the database: neither waits for the other.
import {watch} from 'node:fs';
import {readdir, readFile, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {FileAdapter} from '../../source/store/file/adapter.ts';
import {Others} from '../../source/store/file/presence/others.ts';
import {comment, file, heard, open, seen, sees, shown, tidy, who} from './places.ts';

/** For how long to wait on a busy machine. */
const patience = {timeout: 20_000};

let path = '';
beforeEach(async () => {
	path = await file();
});
afterEach(async () => {
	vi.restoreAllMocks();
	vi.useRealTimers();
	await tidy();
});

const folderOf = (of: string): string => join(dirname(of), '.strategy.json.presence');

test('nothing of it wakes those who watch the database', async () => {
	// Without the polls: whatever is read then, is read because something was heard.
	vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
	const [store, other] = [await open(path), await open(path)];
	const reads = vi.spyOn(FileAdapter.prototype, 'read');
	const told: unknown[] = [];
	store.watch((news) => told.push(news));
	// The look that comes with watching.
	await vi.waitUntil(() => reads.mock.calls.length === 1, patience);
	const events: (string | null)[] = [];
	const watcher = watch(dirname(path), (_event, name) => events.push(name));
	const [chair, clerk] = [store.join(who('chair')), other.join(who('clerk'))];
	clerk.show({screen: 'record'});
	await sees(chair, 'session-clerk record');
	// Nothing but the making of the folder is to be heard of.
	expect(events.filter((name) => name !== '.strategy.json.presence')).toEqual([]);
	const made = events.length;
	for (let scroll = 0; scroll < 20; scroll++) {
		chair.show({screen: 'walk', scroll});
		await seen(clerk, ([present]) => present?.place.scroll === scroll);
	}
	await clerk.close();
	await sees(chair);
	expect(reads).toHaveBeenCalledTimes(1);
	expect(told).toEqual([]);
	expect(events).toHaveLength(made);
	// The watch was alive all the time.
	const arrived = heard(store, (news) => 'database' in news);
	await other.commit(comment('x'), who());
	await arrived;
	watcher.close();
});

test('a commit does not wait for a look at the folder that takes for ever', async () => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const look = vi.spyOn(Others.prototype, 'lookAtAll').mockReturnValue(promise);
	const store = await open(path);
	const presence = store.join(who());
	presence.show({screen: 'walk'});
	await vi.waitUntil(() => look.mock.calls.length > 0, patience);
	expect(presence.others()).toEqual([]);
	expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
	resolve();
});

test('a commit is not harmed when the folder goes', async () => {
	const store = await open(path);
	const presence = store.join(who());
	for (const screen of ['walk', 'record', 'log']) {
		await rm(folderOf(path), {recursive: true, force: true, maxRetries: 100, retryDelay: 1});
		presence.show({screen});
		expect(await store.commit(comment(screen), who())).toMatchObject({ok: true});
	}
});

test('a record is one line that a person can read', async () => {
	const chair = (await open(path)).join(who('chair'));
	const clerk = (await open(path)).join(who('clerk'));
	chair.show({screen: 'walk', doing: 'a long text that is there no more afterwards'});
	await sees(clerk, 'session-chair walk');
	chair.show({screen: 'log'});
	await sees(clerk, 'session-chair log');
	const [name = ''] = await readdir(folderOf(path));
	const [line] = (await readFile(join(folderOf(path), name), 'utf8')).split('\n');
	expect(JSON.parse(line?.replace(/^[0-9a-f]{16} /, '') ?? '')).toMatchObject({
		session: 'session-chair',
		place: {screen: 'log'},
	});
	expect(shown(clerk.others())).toEqual(['session-chair log']);
});
