import {describe, expect, test} from 'vitest';
import {archiveDigest, archiveOf} from '../../../source/domain/log/archive.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {systemEnvironment} from '../../../source/store/environment.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {act, comment, heard, who} from '../places.ts';
import {open, type Place} from './boards.ts';

export function upkeepTests(place: Place): void {
	describe('acts on the log itself', () => {
		test('an archiving takes entries out of every session’s log, early or late', async () => {
			const url = await place.board(makeDatabase({meetings: [], decisions: [], actions: []}));
			const [watcher, late] = [await open(url), await open(url)];
			// What happened only just now stays in the log.
			let now = '2026-01-01T10:00:00.000Z';
			const environment = {...systemEnvironment, now: () => now};
			const store = await open(url, {environment});
			for (const text of ['a', 'b', 'c', 'd']) await store.commit(comment(text), who());
			now = '2026-11-22T10:00:00.000Z';
			await heard(watcher, () => watcher.read().revision === 5);
			const archive = archiveOf(store.read(), 3);
			const away = act({
				kind: 'database/archive',
				from: 1,
				to: 3,
				file: 'log-1-3.jsonl',
				content: archiveDigest(archive),
			});
			const arrived = heard(watcher, (news) => 'database' in news && news.database.revision === 6);
			const outcome = await store.commit(away, who());
			expect(outcome.ok ? 'saved' : outcome.rejection.message).toBe('saved');
			await arrived;
			// What it had not seen is gone already.
			await late.commit(comment('e'), who());
			await store.commit(comment('f'), who());
			const database = (await open(url)).read();
			expect(database.log.map(({revision}) => revision)).toEqual([4, 5, 6, 7, 8]);
			expect(check(database)).toEqual([]);
			await watcher.commit(comment('g'), who());
			await late.commit(comment('h'), who());
			const whole = (await open(url)).read();
			expect(late.read()).toEqual(whole);
			expect(check(whole)).toEqual([]);
		});

		test('a redaction is taken in by every session', async () => {
			const url = await place.board();
			const [store, watcher] = [await open(url), await open(url)];
			await store.commit(comment('A name that must go.'), who());
			await heard(watcher, () => watcher.read().revision === 2);
			const arrived = heard(watcher, (news) => 'database' in news && news.database.revision === 3);
			await store.commit(
				act({
					kind: 'redact',
					record: 'projects/P1-01/updates/U-3',
					field: 'note',
					reason: 'Personal',
				}),
				who(),
			);
			await arrived;
			expect(JSON.stringify(watcher.read())).not.toContain('must go');
			expect(watcher.read()).toEqual((await open(url)).read());
			expect(check(watcher.read())).toEqual([]);
		});

		test('an undo takes a record away, and brings it back, for every session', async () => {
			const url = await place.board();
			const [store, watcher] = [await open(url), await open(url)];
			const add = (text: string) => act({kind: 'action/add', text, owner: 'smith'});
			for (const text of ['one', 'two', 'three']) await store.commit(add(text), who());
			await heard(watcher, () => watcher.read().revision === 4);
			const arrived = heard(watcher, (news) => 'database' in news && news.database.revision === 6);
			expect(await store.commit(act({kind: 'undo', revision: 3}), who())).toMatchObject({
				ok: true,
			});
			expect(await store.commit(act({kind: 'undo', revision: 5}), who())).toMatchObject({
				ok: true,
			});
			await arrived;
			expect(store.read().actions).toHaveLength(4);
			expect(watcher.read()).toEqual(store.read());
			expect((await open(url)).read()).toEqual(store.read());
		});
	});
}
