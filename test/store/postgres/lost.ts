import {beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {check} from '../../../source/domain/queries/check.ts';
import type {PostgresOptions} from '../../../source/store/postgres/store.ts';
import type {StoreNews, Store} from '../../../source/store/store.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {act, comment, heard, notes, sees, who} from '../places.ts';
import {open, type Place} from './boards.ts';
import {type Fate, Wire} from './wire.ts';

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

		/**
		 * The ways in which an act is stored: one statement while nobody else is at work, else a transaction
		 * that takes the lock first. Each with what the server answers once it has stored it.
		 */
		const ways = {guessed: /SELECT 1\0.*Z\0\0\0\u0005I$/s, locked: /COMMIT/};
		type Way = keyof typeof ways;
		const inDoubt = 'In doubt.';

		/** A session at the other end of the wire that will store its next act in this way. */
		async function openFor(way: Way, options?: PostgresOptions): Promise<Store> {
			const store = await open(wire.through(url), options);
			await store.commit(comment('Alone.'), who());
			if (way === 'locked') {
				await (await open(url)).commit(comment('By another.'), who('chair'));
				await store.commit(comment('Too late to guess.'), who());
			}
			return store;
		}

		/** The answer to the commit does not get through: it is stored, and the session does not know. */
		function loseAnswer(way: Way): void {
			let isAsked = false;
			wire.said = (text) => {
				isAsked ||= text.includes(inDoubt);
				return 'pass';
			};
			wire.answered = (text) => {
				if (!isAsked) return 'pass';
				return ways[way].test(text) ? 'cut' : 'swallow';
			};
		}

		/** The commit itself does not get through: nothing is stored. */
		function loseQuestion(): void {
			wire.said = (text) => (text.includes(inDoubt) ? 'cut' : 'pass');
		}

		const losses = (['guessed', 'locked'] as const).flatMap((way) => [
			{way, when: 'before it was stored', lose: loseQuestion},
			{way, when: 'after it was stored', lose: () => loseAnswer(way)},
		]);

		/** The wire is whole again from the next connection on. */
		function once(lose: () => void): void {
			lose();
			const {said, answered} = wire;
			const then = (fate: (text: string) => Fate) => (text: string) => {
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

		/**
		 * The same again until it is taken, as people do: a session that is patient for a moment only may not have
		 * its connection back the first time.
		 */
		async function insist(store: Store, note: string): Promise<void> {
			for (;;) {
				const outcome = await store.commit(comment(note), who());
				if (outcome.ok) return;
				expect(outcome.rejection.code).toBe('storage');
			}
		}

		/** What its watchers hear, and what they are still to hear. */
		function listen(store: Store): {news: StoreNews[]; problem: Promise<StoreNews>} {
			const news: StoreNews[] = [];
			store.watch((one) => news.push(one));
			return {
				news,
				problem: heard(store, (one) => 'problem' in one && one.problem !== undefined),
			};
		}

		describe('the connection is lost in the middle of a commit', () => {
			test.each(losses)('$when, $way: it is recorded once, and said to be', async ({way, lose}) => {
				const store = await openFor(way);
				const before = store.read();
				once(lose);
				const outcome = await store.commit(comment(inDoubt), who());
				expect(wire.cuts).toBe(1);
				expect(outcome).toMatchObject({ok: true, entry: {revision: before.revision + 1}});
				expect(notes(store.read())).toEqual([...notes(before), inDoubt]);
				expect(store.read()).toEqual(await fresh());
				expect(check(store.read())).toEqual([]);
				expect(await store.commit(comment('Next.'), who())).toMatchObject({
					entry: {revision: before.revision + 2},
				});
			});

			test.each(losses)(
				'$when, $way, and stays so: nothing false is said, and trying again records it once',
				async ({way, lose}) => {
					const store = await openFor(way, {patience: 300});
					const before = notes(store.read());
					lose();
					const {said, answered} = wire;
					const downAfter = (fate: typeof said) => (text: string) => {
						const found = fate(text);
						if (found === 'cut') void wire.down();
						return found;
					};
					wire.said = downAfter(said);
					wire.answered = downAfter(answered);
					const refused = await store.commit(comment(inDoubt), who());
					expect(refused).toMatchObject({ok: false, rejection: {code: 'storage'}});
					const message = refused.ok ? '' : refused.rejection.message;
					expect(message).toMatch(/not known whether it was; try again: it is not recorded twice/);
					expect(message).not.toMatch(/was not changed/);
					await wire.up();
					await insist(store, inDoubt);
					expect(notes(await fresh())).toEqual([...before, inDoubt]);
					// Asked for once more, it is another comment.
					expect(await store.commit(comment(inDoubt), who())).toMatchObject({ok: true});
					expect(notes(await fresh())).toEqual([...before, inDoubt, inDoubt]);
				},
			);

			test.each(['guessed', 'locked'] as const)(
				'a server that does not answer any more may have stored it, and that is said: %s',
				async (way) => {
					const store = await openFor(way, {patience: 300, silence: 600});
					const before = notes(store.read());
					loseAnswer(way);
					const {answered} = wire;
					wire.answered = (text) => (answered(text) === 'pass' ? 'pass' : 'swallow');
					const refused = await store.commit(comment(inDoubt), who());
					expect(!refused.ok && refused.rejection.message).toMatch(/not known whether it was/);
					wire.answered = () => 'pass';
					await insist(store, inDoubt);
					expect(notes(await fresh())).toEqual([...before, inDoubt]);
				},
			);

			test('the first act of a connection is no different', async () => {
				const store = await open(wire.through(url));
				once(() => loseAnswer('guessed'));
				expect(await store.commit(comment(inDoubt), who())).toMatchObject({ok: true});
				expect(wire.cuts).toBe(1);
				expect(notes(await fresh()).slice(1)).toEqual([inDoubt]);
			});

			test('a session that waits its turn when the connection goes has sent nothing, and that is said', async () => {
				const store = await open(wire.through(url), {patience: 300});
				store.watch(() => {});
				await store.commit(comment('Listening.'), who());
				// It looks for what another did, and hears nothing.
				const isLooking = Promise.withResolvers<void>();
				wire.said = (text) => {
					isLooking.resolve();
					return text.includes(inDoubt) ? 'cut' : 'swallow';
				};
				await (await open(url)).commit(comment('By another.'), who('chair'));
				await isLooking.promise;
				const outcome = store.commit(comment(inDoubt), who());
				await wire.down();
				const refused = await outcome;
				expect(!refused.ok && refused.rejection.message).toMatch(/^board-\d+ was not changed: /);
				expect(notes(await fresh())).not.toContain(inDoubt);
			});

			test('without a server nothing was changed, and that is said', async () => {
				const store = await open(wire.through(url), {patience: 200});
				const {problem} = listen(store);
				await wire.down();
				await problem;
				const refused = await store.commit(comment('x'), who());
				expect(!refused.ok && refused.rejection.message).toMatch(/^board-\d+ was not changed: /);
				expect(store.read()).toEqual(makeDatabase());
				await wire.up();
				await insist(store, 'x');
			});
		});

		describe('a session whose connection is lost', () => {
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

			test('hears what is told in one go with what it asked for when it came back', async () => {
				// Without the poll: what it then knows, it has heard.
				vi.useFakeTimers({toFake: ['setInterval', 'clearInterval']});
				onTestFinished(() => void vi.useRealTimers());
				const [store, other] = [await open(wire.through(url)), await open(url)];
				store.watch(() => {});
				await store.commit(comment('Listening.'), who());
				let isHeld = false;
				wire.answered = (text) => {
					// How the database stands, on the new connection; then somebody alters it.
					if (isHeld || !text.includes('logFrom')) return 'pass';
					isHeld = true;
					void other.commit(comment('By another.'), who('chair'));
					return 'hold';
				};
				const arrived = heard(
					store,
					(one) => 'database' in one && notes(one.database).includes('By another.'),
				);
				wire.cut();
				await arrived;
				expect(isHeld).toBe(true);
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

			test.each([
				{when: 'any more', isNew: false, question: ''},
				{when: 'to a new connection', isNew: true, question: ''},
				{when: 'to what a new one asks', isNew: true, question: 'order by name'},
			])('leaves at once when the server does not answer $when', async ({isNew, question}) => {
				const store = await open(`${wire.through(url)}&connect_timeout=600`, {silence: 600_000});
				store.watch(() => {});
				store.join(who()).show({screen: 'walk'});
				await store.commit(comment('Listening.'), who());
				let isDeaf = !isNew;
				wire.said = (text) => {
					isDeaf ||= text.includes(question);
					return isDeaf ? 'swallow' : 'pass';
				};
				if (isNew) wire.cut();
				await expect.poll(() => isDeaf && wire.connections).toBe(1);
				await store.close();
				await expect.poll(() => wire.connections).toBe(0);
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
