import {afterEach, describe, expect, test} from 'vitest';
import type {ShownPlace, Present} from '../../source/store/store.ts';
import {makeDatabase} from '../helpers/database.ts';
import type {Kind} from './contract.ts';
import {comment, seen, sees, shown, who} from './places.ts';

const since = '2026-11-22T10:00:00.000Z';

/** What every store does for the sessions that are connected. */
export function presenceContract(name: string, {make, tidy}: Kind): void {
	/** Two sessions on one database: the chair's, and another's. */
	async function two() {
		const {store, another} = await make(makeDatabase());
		const other = await another();
		const [chair, clerk] = [store.join(who('chair')), other.join(who('clerk'))];
		return {store, other, another, chair, clerk};
	}

	describe(`presence: ${name}`, () => {
		afterEach(tidy);

		test('a session is seen from its first move on, by the others only', async () => {
			const {chair, clerk} = await two();
			expect(chair.others()).toEqual([]);
			const place: ShownPlace = {
				screen: 'walk',
				id: 'P1',
				selected: 'projects/P1-04',
				variant: 'open',
				scroll: 7,
				doing: 'recording item 5',
				leads: since,
				looks: true,
			};
			chair.show(place);
			await sees(clerk, 'session-chair walk');
			const [present] = clerk.others();
			expect(present).toMatchObject({
				session: 'session-chair',
				actor: {user: 'chair', host: 'council'},
			});
			expect(present?.place).toEqual(place);
			expect(new Date(present?.since ?? '').toISOString()).toBe(present?.since);
			expect(Date.parse(present?.at ?? '')).toBeGreaterThanOrEqual(
				Date.parse(present?.since ?? ''),
			);
			clerk.show({screen: 'record'});
			await sees(chair, 'session-clerk record');
			expect(shown(clerk.others())).toEqual(['session-chair walk']);
		});

		test('who asks and shows nothing learns who is there, and is seen by nobody', async () => {
			const {chair, clerk, other} = await two();
			chair.show({screen: 'walk'});
			await sees(clerk, 'session-chair walk');
			const asking = other.join(who('asking'));
			expect(shown(await asking.known())).toEqual(['session-chair walk']);
			expect(shown(await chair.known())).toEqual([]);
		});

		test('a move is told, and what is told is what others() says', async () => {
			const {chair, clerk} = await two();
			const told: string[] = [];
			const same: boolean[] = [];
			clerk.watch((others) => {
				told.push(shown(others).join());
				same.push(others === clerk.others());
			});
			for (const screen of ['overview', 'walk', 'walk', 'meeting']) {
				chair.show({screen});
				await sees(clerk, `session-chair ${screen}`);
			}
			expect(told).toEqual(['overview', 'walk', 'meeting'].map((at) => `session-chair ${at}`));
			expect(same).not.toContain(false);
		});

		test('of many moves at once the last gets through, and what is not set goes away', async () => {
			const {chair, clerk} = await two();
			const places: ShownPlace[] = [];
			clerk.watch(([present]) => present && places.push(present.place));
			for (let scroll = 0; scroll < 500; scroll++) chair.show({screen: 'walk', id: 'P1', scroll});
			chair.show({screen: 'walk', doing: undefined});
			await seen(clerk, ([present]) => present?.place.scroll === undefined && places.length > 0);
			expect(places.at(-1)).toEqual({screen: 'walk'});
			expect(places.length).toBeLessThan(50);
		});

		test('who leaves is gone', async () => {
			const {chair, clerk, store, another} = await two();
			const third = (await another()).join(who('member'));
			chair.show({screen: 'walk'});
			clerk.show({screen: 'record'});
			await sees(third, 'session-chair walk', 'session-clerk record');
			await chair.close();
			await chair.close();
			await sees(third, 'session-clerk record');
			expect(chair.others()).toEqual([]);
			chair.show({screen: 'meeting'});
			clerk.show({screen: 'log'});
			await sees(third, 'session-clerk log');
			expect(store.read()).toEqual(makeDatabase());
		});

		test('a store that is closed takes its sessions along, and lets nobody join', async () => {
			const {chair, clerk, store, other} = await two();
			chair.show({screen: 'walk'});
			await sees(clerk, 'session-chair walk');
			await store.close();
			const late = store.join(who('late'));
			late.show({screen: 'walk'});
			late.watch(() => expect.unreachable())();
			expect(late.others()).toEqual([]);
			await late.close();
			if (other === store) return;
			await sees(clerk);
		});

		test('many sessions see each other, oldest first; two of one person, too', async () => {
			expect.hasAssertions();
			const {store, another} = await make(makeDatabase());
			const sessions = ['s01', 's02', 's03', 's04', 's05', 's06', 's07', 's08'];
			const joined = [];
			for (const session of sessions) {
				const from = session === 's01' ? store : await another();
				joined.push(from.join({actor: {user: 'clerk', host: 'council'}, session}));
			}
			for (const presence of joined.toReversed()) presence.show({screen: 'walk'});
			for (const [index, presence] of joined.entries()) {
				const others = sessions.toSpliced(index, 1);
				await sees(presence, ...others.map((session) => `${session} walk`));
			}
			const late = (await another()).join(who());
			await sees(late, ...sessions.map((session) => `${session} walk`));
		});

		test('tells nobody who has stopped, and is not harmed by a watcher that throws', async () => {
			const {chair, clerk} = await two();
			const stopped: unknown[] = [];
			clerk.watch((others) => stopped.push(others))();
			clerk.watch(() => {
				throw new Error('a watcher’s own trouble');
			});
			chair.show({screen: 'walk'});
			await sees(clerk, 'session-chair walk');
			expect(stopped).toEqual([]);
		});

		test('a watcher that moves in turn has everybody end up with the same', async () => {
			const {chair, clerk} = await two();
			clerk.watch(([leader]) => leader && clerk.show({...leader.place, leads: undefined}));
			for (const screen of ['overview', 'walk', 'meeting']) {
				chair.show({screen, leads: since});
				await sees(chair, `session-clerk ${screen}`);
			}
			expect(chair.others()[0]?.place).toEqual({screen: 'meeting'});
		});

		test('is not altered by what becomes of the object that was shown', async () => {
			expect.hasAssertions();
			const {chair, clerk} = await two();
			const place = {screen: 'walk'};
			chair.show(place);
			place.screen = 'altered';
			await sees(clerk, 'session-chair walk');
			chair.show(place);
			await sees(clerk, 'session-chair altered');
		});

		test('takes any text and any size, and keeps them within bounds', async () => {
			const {another, clerk} = await two();
			const wild = ['漢'.repeat(5000), '"\\'.repeat(5000), '\u0000\u001b[2J'.repeat(5000)];
			for (const [index, text] of [...wild, '\ud800 👩‍👩‍👧 \u202e', ''].entries()) {
				const actor = {user: text, host: text, name: text, role: 'chair'} as const;
				const session = `${index}${text}`;
				const joined = (await another()).join({actor, session});
				const place = {screen: text, id: text, selected: text, variant: text, doing: text};
				joined.show({...place, scroll: Number.MAX_SAFE_INTEGER});
				const isIt = (present: Present) => present.session.startsWith(`${index}`);
				const present = (await seen(clerk, (others) => others.some(isIt))).find(isIt);
				expect(present?.actor.role).toBe('chair');
				expect(present?.place.scroll).toBe(Number.MAX_SAFE_INTEGER);
				const json = JSON.stringify(present);
				expect(json.isWellFormed()).toBe(true);
				expect(Buffer.byteLength(json)).toBeLessThan(4000);
			}
			const odd = (await another()).join(who('odd'));
			for (const scroll of [-1, 0.5, Infinity, NaN]) odd.show({screen: 'walk', scroll});
			const others = await seen(clerk, (all) => all.some(({actor}) => actor.user === 'odd'));
			expect(others.find(({actor}) => actor.user === 'odd')?.place).toEqual({screen: 'walk'});
		});

		test('commits know nothing of it', async () => {
			const {store, other, chair, clerk} = await two();
			chair.show({screen: 'walk'});
			await sees(clerk, 'session-chair walk');
			expect(await store.commit(comment('x'), who('chair'))).toMatchObject({ok: true});
			await chair.close();
			expect(await other.commit(comment('y'), who('clerk'))).toMatchObject({ok: true});
			expect(JSON.stringify(other.read())).not.toContain('walk');
		});
	});
}
