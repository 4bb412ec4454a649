import {
	appendFile,
	open as openHandle,
	readFile,
	rm,
	stat,
	utimes,
	writeFile,
} from 'node:fs/promises';
import {dirname} from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {formatDatabase} from '../../source/store/format.ts';
import type {StoreNews} from '../../source/store/store.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {act, comment, file, heard, notes, open, temporaries, tidy, who} from './places.ts';

vi.setConfig({testTimeout: 60_000});

afterEach(tidy);

describe('when the file is not what it was', () => {
	/** What becomes of an act then: refused with a reason, told to watchers, and the file as it was. */
	async function refused(path: string, message: RegExp, change: () => Promise<unknown>) {
		const store = await open(path);
		await store.commit(comment('before'), who());
		// Somebody watches all the time, as a screen does.
		store.watch(() => {});
		const told = heard(store, (news) => 'problem' in news && message.test(news.problem ?? ''));
		await change();
		const content = await readFile(path).catch(() => undefined);
		const outcome = await store.commit(comment('after'), who());
		expect(outcome).toMatchObject({ok: false, rejection: {code: 'storage'}});
		expect(!outcome.ok && outcome.rejection.message).toMatch(message);
		expect(await told).toMatchObject({problem: expect.stringMatching(message)});
		expect(await readFile(path).catch(() => undefined)).toEqual(content);
		expect(await temporaries(dirname(path)).catch(() => [])).toEqual([]);
		return store;
	}

	test('damaged: refused until it is mended, never overwritten', async () => {
		const path = await file();
		let good = '';
		const store = await refused(path, /strategy\.json:\d+:\d+: this is not JSON/, async () => {
			good = await readFile(path, 'utf8');
			await writeFile(path, good.slice(0, 700));
		});
		const again = heard(store, (news) => 'problem' in news && news.problem === undefined);
		await writeFile(path, good);
		await again;
		expect(await store.commit(comment('after'), who())).toMatchObject({ok: true});
		expect(notes(store.read()).slice(1)).toEqual(['before', 'after']);
	});

	test('deleted, or its folder is gone: not brought back to life', async () => {
		expect.hasAssertions();
		const path = await file();
		await refused(path, /it is no longer there/, () => rm(path));
		const other = await file();
		await refused(other, /it is no longer there/, () => rm(dirname(other), {recursive: true}));
	});

	test('replaced by another database', async () => {
		expect.hasAssertions();
		const path = await file();
		await refused(path, /another database was put in its place/, () =>
			writeFile(
				path,
				formatDatabase(makeDatabase({id: '11111111-2222-4333-8444-555555555555', revision: 99})),
			),
		);
	});

	test('replaced by an older copy, or by one with another history', async () => {
		expect.hasAssertions();
		const path = await file();
		const old = await readFile(path, 'utf8');
		await refused(path, /an older copy \(revision 0\) was put in the place of revision 2/, () =>
			writeFile(path, old),
		);
		const other = await file();
		await refused(other, /a copy with another history/, () => {
			const change = {kind: 'project/update', id: 'P1-02', note: 'x'} as const;
			return writeFile(other, formatDatabase(after(makeDatabase(), change, change)));
		});
	});

	test('with an id twice', async () => {
		expect.hasAssertions();
		const path = await file();
		await refused(path, /the id P1-02 is there more than once/, async () =>
			writeFile(path, (await readFile(path, 'utf8')).replace('"id": "P1-03"', '"id": "P1-02"')),
		);
	});

	test('brought forward to a newer schema: read-only from then on', async () => {
		const path = await file();
		const store = await refused(
			path,
			/written by a newer Boardwalk \(schema 3; this one knows 2\)/,
			async () =>
				writeFile(
					path,
					(await readFile(path, 'utf8')).replace('"schemaVersion": 2', '"schemaVersion": 3'),
				),
		);
		expect(store.readOnly).toMatch(/newer Boardwalk/);
		expect(await store.commit(comment('x'), who())).toMatchObject({ok: false});
	});

	test('edited by hand: the edit is told, kept, and shown by check', async () => {
		const path = await file();
		const store = await open(path);
		await store.commit(comment('before'), who());
		const told = heard(
			store,
			(news) => 'database' in news && news.database.projects[2]?.title === 'Data Room',
		);
		const text = await readFile(path, 'utf8');
		await writeFile(path, text.replace('Server Room', 'Data Room'));
		await told;
		expect(store.read().revision).toBe(2);
		expect(await store.commit(comment('after'), who())).toMatchObject({ok: true});
		expect(await readFile(path, 'utf8')).toContain('Data Room');
		expect(check(store.read())).toEqual([
			{
				path: ['projects', 2],
				message: 'project P1-03 was altered outside Boardwalk since revision 1',
			},
		]);
	});

	test('touched only: nothing is told', async () => {
		const path = await file();
		const store = await open(path);
		const news: StoreNews[] = [];
		store.watch((one) => news.push(one));
		await utimes(path, 1, 1);
		await appendFile(path, '\n');
		expect(
			await store.commit(act({kind: 'action/edit', id: 'A-99', fields: {}}), who()),
		).toMatchObject({ok: false});
		expect(news).toEqual([]);
	});

	test('written in place, as many bytes at the same time: seen all the same', async () => {
		const path = await file();
		const store = await open(path);
		await store.commit(comment('before'), who());
		const {atime, mtime} = await stat(path);
		const text = await readFile(path, 'utf8');
		const handle = await openHandle(path, 'r+');
		await handle.writeFile(text.replace('Server Room', 'Sauna Room!'.slice(0, 11)));
		await handle.utimes(atime, mtime);
		await handle.close();
		await store.commit(comment('after'), who());
		expect(store.read().projects[2]?.title).toBe('Sauna Room!');
	});
});
