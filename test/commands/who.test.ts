// `boardwalk who`: who is connected to a database, for whoever looks after the server.
import {afterEach, expect, test, vi} from 'vitest';
import {openFile} from '../../source/store/file/open.ts';
import {makeDatabase} from '../helpers/database.ts';
import {open, sees, tidy, who} from '../store/places.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});
afterEach(tidy);
const fresh = freshFolders();

test('lists person, place, since, idle and form, and is not seen itself', async () => {
	const {file} = fresh(makeDatabase());
	expect(await run(['who', file])).toEqual({code: 0, out: 'nobody is connected\n', error: ''});
	const environment = {now: () => '2026-11-22T11:15:00.000Z', salt: () => '0'.repeat(32)};
	const store = await open(file, {environment});
	const watching = (await open(file)).join(who('watcher'));
	const chair = store.join(who('chair'));
	chair.show({screen: 'meeting', id: 'M-2', doing: 'recording item 5\u001b[2J'});
	await sees(watching, 'session-chair meeting');

	const {code, out} = await run(['who', file]);
	expect(code).toBe(0);
	expect(out).toMatch(/^chair +Meeting M-2 +since 11:15 +idle 45 min +recording item 5 \[2J\n$/);
	expect(out).not.toContain('\u001b');
	expect(JSON.parse((await run(['who', file, '--json'])).out)).toMatchObject([
		{person: 'chair', host: 'council', place: 'Meeting M-2', idle: 2700},
	]);
	expect(watching.others()).toHaveLength(1);

	await store.close();
	expect((await run(['who', file])).out).toBe('nobody is connected\n');
	const again = await openFile(file);
	await again.close();
});

test('says what cannot be read', async () => {
	expect(await run(['who', '/nowhere.json'])).toMatchObject({code: 3, out: ''});
});
