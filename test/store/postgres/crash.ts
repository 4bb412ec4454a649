import {afterEach, describe, expect, test} from 'vitest';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import type {Store} from '../../../source/store/store.ts';
import {counts} from '../../helpers/figures.ts';
import {killAll, start} from '../children.ts';
import {comment, notes, who} from '../places.ts';
import {open, type Place} from './boards.ts';

export function crashTests(place: Place): void {
	describe('crashes', () => {
		afterEach(killAll);

		/** That every act that was acknowledged is in the log where it was said to be, and every comment is there once. */
		function expectAll(
			database: Database,
			acknowledged: readonly {id: string; revision: number}[],
		) {
			const byRevision = new Map(database.log.map(({revision, id}) => [revision, id]));
			for (const {id, revision} of acknowledged) expect(byRevision.get(revision)).toBe(id);
			expect(new Set(notes(database)).size).toBe(notes(database).length);
			expect(check(database)).toEqual([]);
		}

		const [writers, changes] = [counts(3, 16), counts(20, 100)];

		test(
			`${writers} processes × ${changes} changes at once: none is lost, and the chain is whole`,
			{timeout: 300_000},
			async () => {
				const url = await place.board();
				const children = Array.from({length: writers}, (_, number) =>
					start('writer', url, String(changes), `w${number}`),
				);
				const lines = await Promise.all(children.map((child) => child.rest()));
				const acknowledged = lines.flatMap((own) =>
					own.slice(1).map((line) => JSON.parse(line) as {id: string; revision: number}),
				);
				expect(acknowledged).toHaveLength(writers * changes);
				const database = (await open(url)).read();
				expect(database.log).toHaveLength(writers * changes + 1);
				expectAll(database, acknowledged);
			},
		);

		const kills = counts(3, 20);

		/** Commits until it is told to stop; what was acknowledged. */
		async function write(store: Store, name: string, isOver: () => boolean) {
			const acknowledged: {id: string; revision: number}[] = [];
			for (let number = 0; !isOver(); number++) {
				const act = comment(`${name} ${number}`);
				const outcome = await store.commit(act, who(name));
				expect(outcome.ok ? 'saved' : outcome.rejection.message).toBe('saved');
				if (outcome.ok) acknowledged.push({id: act.id, revision: outcome.entry.revision});
			}
			return acknowledged;
		}

		test(
			`the server killed in mid-meeting ${kills} times: nothing acknowledged is missing, nothing is there twice`,
			{timeout: 600_000},
			async () => {
				const url = await place.board();
				const names = ['chair', 'clerk', 'member'];
				const stores = await Promise.all(names.map(() => open(url, {patience: 60_000})));
				// One that merely looks on, as most do.
				const observer = await open(url);
				const told: number[] = [];
				observer.watch((news) => 'database' in news && told.push(news.database.revision));

				let isOver = false;
				const work = stores.map((store, index) => write(store, names[index] ?? '', () => isOver));
				const revision = () => stores[0]?.read().revision ?? 0;
				for (let kill = 0; kill < kills; kill++) {
					const before = revision();
					await expect.poll(() => revision(), {timeout: 60_000}).toBeGreaterThan(before + 5 + kill);
					await place.server.kill();
					await place.server.restart();
				}
				const last = revision();
				await expect.poll(() => revision(), {timeout: 60_000}).toBeGreaterThan(last);
				isOver = true;
				const acknowledged = (await Promise.all(work)).flat();

				const database = (await open(url)).read();
				expectAll(database, acknowledged);
				expect(acknowledged).toHaveLength(database.revision - 1);
				await expect.poll(() => observer.read()).toEqual(database);
				expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
			},
		);
	});
}
