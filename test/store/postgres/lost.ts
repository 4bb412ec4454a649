import {beforeEach, describe, expect, test} from 'vitest';
import {check} from '../../../source/domain/queries/check.ts';
import type {News, Store} from '../../../source/store/store.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {act, comment, heard, notes, sees, who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {Wire} from './wire.ts';

export function lostTests(place: Place): void {
	describe('a connection that is lost', () => {
		let url: string;
		let wire: Wire;
		beforeEach(async () => {
			url = await place.board();
			wire = await Wire.to(place.server.port);
		});

		/** What stands in the database, as a session sees it that is new. */
		const fresh = async () => (await open(url)).read();

		/** The answer to the commit does not get through: it is stored, and the session does not know. */
		function loseAnswer(): void {
			let isAsked = false;
			wire.said = (text) => {
				isAsked ||= text.includes('commit\0');
				return 'pass';
			};
			wire.answered = (text) => (isAsked && text.includes('COMMIT') ? 'cut' : 'pass');
		}

		/** The commit itself does not get through: nothing is stored. */
		function loseQuestion(): void {
			wire.said = (text) => (text.includes('commit\0') ? 'cut' : 'pass');
		}

		/** The wire is whole again from the next connection on. */
		function once(lose: () => void): void {
			lose();
			const {said, answered} = wire;
			const then = (fate: (text: string) => 'pass' | 'swallow' | 'cut') => (text: string) => {
				const found = fate(text);
				if (found === 'cut') {
					wire.said = () => 'pass';
					wire.answered = () => 'pass';
				}
				return found;
			};
			wire.said = then(said);
			wire.answered = then(answered);
		}

		describe('the connection is lost in the middle of a commit', () => {
			test.each([
				['before it was stored', loseQuestion],
				['after it was stored', loseAnswer],
			])('%s: it is recorded once, and said to be', async (_when, lose) => {
				const store = await open(wire.through(url));
				once(lose);
				const outcome = await store.commit(comment('Once.'), who());
				expect(outcome).toMatchObject({ok: true, entry: {revision: 2}});
				expect(notes(store.read())).toEqual(['Live everywhere.', 'Once.']);
				expect(store.read()).toEqual(await fresh());
				expect(check(store.read())).toEqual([]);
				expect(await store.commit(comment('Next.'), who())).toMatchObject({entry: {revision: 3}});
			});

			test.each([
				['before it was stored', loseQuestion],
				['after it was stored', loseAnswer],
			])(
				'%s, and stays so: nothing false is said, and trying again records it once',
				async (_when, lose) => {
					const store = await open(wire.through(url), {patience: 300});
					lose();
					const {said, answered} = wire;
					const downAfter = (fate: typeof said) => (text: string) => {
						const found = fate(text);
						if (found === 'cut') void wire.down();
						return found;
					};
					wire.said = downAfter(said);
					wire.answered = downAfter(answered);
					const refused = await store.commit(comment('Unsure.'), who());
					expect(refused).toMatchObject({ok: false, rejection: {code: 'storage'}});
					const message = refused.ok ? '' : refused.rejection.message;
					expect(message).toMatch(/not known whether it was; try again: it is not recorded twice/);
					expect(message).not.toMatch(/was not changed/);
					await wire.up();
					expect(await store.commit(comment('Unsure.'), who())).toMatchObject({ok: true});
					expect(notes(await fresh())).toEqual(['Live everywhere.', 'Unsure.']);
					// Asked for once more, it is another comment.
					expect(await store.commit(comment('Unsure.'), who())).toMatchObject({ok: true});
					expect(notes(await fresh())).toEqual(['Live everywhere.', 'Unsure.', 'Unsure.']);
				},
			);

			test('a connection that has seen commits before is no different', async () => {
				const store = await open(wire.through(url));
				for (const note of ['a', 'b', 'c']) await store.commit(comment(note), who());
				let isSaid = false;
				wire.said = (text) => {
					isSaid ||= text.includes('In doubt.');
					return 'pass';
				};
				wire.answered = (text) => {
					if (!isSaid) return 'pass';
					if (!text.includes('COMMIT')) return 'swallow';
					wire.said = () => 'pass';
					wire.answered = () => 'pass';
					return 'cut';
				};
				expect(await store.commit(comment('In doubt.'), who())).toMatchObject({ok: true});
				expect(notes(await fresh()).slice(1)).toEqual(['a', 'b', 'c', 'In doubt.']);
			});

			test('without a server nothing was changed, and that is said', async () => {
				const store = await open(wire.through(url), {patience: 200});
				await wire.down();
				const refused = await store.commit(comment('x'), who());
				expect(!refused.ok && refused.rejection.message).toMatch(/^board-\d+ was not changed: /);
				expect(store.read()).toEqual(makeDatabase());
				await wire.up();
				expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
			});
		});

		describe('a session whose connection is lost', () => {
			/** What its watchers hear, and what they are still to hear. */
			function listen(store: Store): {news: News[]; problem: Promise<News>} {
				const news: News[] = [];
				store.watch((one) => news.push(one));
				return {
					news,
					problem: heard(store, (one) => 'problem' in one && one.problem !== undefined),
				};
			}

			test('says so, comes back by itself and catches up', async () => {
				const store = await open(wire.through(url));
				const {news, problem} = listen(store);
				await wire.down();
				expect(await problem).toEqual({
					problem: expect.stringMatching(/^board-\d+: .*; trying again$/) as unknown,
				});
				const other = await open(url);
				await other.commit(comment('Meanwhile.'), who('chair'));
				const arrived = heard(store, (one) => 'database' in one);
				await wire.up();
				await arrived;
				expect(store.read()).toEqual(other.read());
				await expect
					.poll(() => news.filter((one) => 'problem' in one).at(-1))
					.toEqual({
						problem: undefined,
					});
				const next = heard(store, (one) => 'database' in one && one.database.revision === 3);
				await other.commit(comment('And live again.'), who('chair'));
				await next;
			});

			test('tells of no revision twice, and of none before another', async () => {
				const store = await open(wire.through(url));
				const told: number[] = [];
				store.watch((one) => 'database' in one && told.push(one.database.revision));
				const other = await open(url);
				for (let round = 0; round < 5; round++) {
					wire.cut();
					await other.commit(comment(`round ${round}`), who('chair'));
					const outcome = await store.commit(comment(`answer ${round}`), who());
					expect(outcome).toMatchObject({ok: true});
				}
				expect(told).toEqual([...new Set(told)].toSorted((a, b) => a - b));
				expect(told.at(-1)).toBe(11);
				expect(store.read()).toEqual(await fresh());
			});

			test('is gone for the others, and there again once it is back', async () => {
				const [store, other] = [await open(wire.through(url)), await open(url)];
				const [chair, clerk] = [store.join(who('chair')), other.join(who('clerk'))];
				chair.show({screen: 'walk'});
				clerk.show({screen: 'record'});
				await sees(clerk, 'session-chair walk');
				await sees(chair, 'session-clerk record');
				await wire.down();
				await sees(clerk);
				clerk.show({screen: 'log'});
				chair.show({screen: 'meeting'});
				await wire.up();
				await sees(clerk, 'session-chair meeting');
				await sees(chair, 'session-clerk log');
				expect(clerk.others()).toHaveLength(1);
			});

			test('whose backend was ended by the administrator carries on', async () => {
				const store = await open(url);
				const {problem} = listen(store);
				await place.server.admin`
			select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'boardwalk'`;
				await problem;
				expect(
					await store.commit(act({kind: 'project/update', id: 'P1-01', note: 'x'}), who()),
				).toMatchObject({ok: true});
			});
		});
	});
}
