import {expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {chairDoes, lincolnshire, lineWith, newStore, open, selectedLine} from './scene.ts';

const onHold: Change = {
	kind: 'project/status',
	id: 'P1-02',
	from: 'in-progress',
	to: 'on-hold',
	note: 'No chips.',
};

test('what somebody else does is seen at once, and it is said who did it', async () => {
	const app = await open({}, '3');
	await chairDoes(app.store, onHold);
	await expect(app).toShow('r2  Chair (login reed) set P1-02 Laptop Refresh from In progress to');
	expect(lineWith(app, 'P1-02 ')).toContain('‖ On hold');
});

test('the revision goes along', async () => {
	const app = await open({}, '3');
	await chairDoes(app.store, onHold);
	await expect(app).toShow(' r2');
	expect(app.text().split('\n')[0]).toMatch(/r2$/);
});

test('the cursor stays on its row', async () => {
	const app = await open({}, '3', 'j', 'j', 'j');
	await chairDoes(app.store, onHold);
	await expect(app).toShow('Chair (login reed) set');
	expect(selectedLine(app)).toContain('P2-01');
});

test('the cursor stays on its row though it was never moved: a newer act comes in above', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '6');
	expect(selectedLine(app)).toContain('r2 ');
	await chairDoes(app.store, {kind: 'project/update', id: 'P1-03', note: 'Late.'});
	await expect(app).toShow('r3 ');
	expect(selectedLine(app)).toContain('r2 ');
});

test('x does not mark an action that slid under the cursor in that moment', async () => {
	const app = await open({}, '5', 'v');
	expect(selectedLine(app)).toContain('Publish the strategy');
	await chairDoes(app.store, {kind: 'action/add', text: 'Sooner', due: '2026-11-23'});
	await expect(app).toShow('Sooner');
	await app.press('x');
	expect(app.database().actions.map(({id, status}) => [id, status])).toEqual([
		['A-1', 'done'],
		['A-2', 'open'],
	]);
});

test('the scroll of a page stays', async () => {
	const app = await open({database: lincolnshire(), columns: 60, rows: 16}, '3', 'enter', 'j', 'j');
	const [, , , first] = app.text().split('\n');
	await chairDoes(app.store, {kind: 'project/update', id: 'P2-01', note: 'Elsewhere.'});
	await expect(app).toShow('Chair (login reed) commented');
	expect(app.text().split('\n')[3]).toBe(first);
});

test('half-typed text stays, with its cursor', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Half of thm');
	await app.press('left');
	await chairDoes(app.store, onHold);
	await expect(app).toShow('Chair (login reed) set');
	await app.press('e');
	await expect(app).toShow('Half of them');
});

test('a half-typed quick line and filter stay', async () => {
	const app = await open({}, '3', '/', 'p', '1', ':');
	await chairDoes(app.store, onHold);
	await expect(app).toShow('Filter: p1:');
	const other = await open({}, ':', 's', ' ', 'P');
	await chairDoes(other.store, onHold);
	await expect(other).toShow(' : s P');
});

test('what was saved stays told while others only look', async () => {
	const store = newStore();
	const clerk = await open({store}, '2', 's', 'd', 'enter');
	await open({store, who: {actor: {user: 'x', host: 'y'}, session: 'other'}}, '3', 'j');
	await expect(clerk).toShow('Saved r2');
});

test('a database that cannot be read any more says so before all else', async () => {
	const store = newStore();
	let tell: (problem: string | undefined) => void = () => {};
	const app = await open({
		store: {
			...store,
			watch(listener) {
				tell = (problem) => listener({problem});
				return store.watch(listener);
			},
		},
	});
	tell('strategy.json, line 3: expected a comma');
	await expect(app).toShow('Not up to date: strategy.json, line 3: expected a comma');
	tell(undefined);
	await app.press('2');
	expect(app.text()).not.toContain('Not up to date');
});

test('a walk in a meeting tells where the room has gone', async () => {
	const app = await open({}, '4', 'o', '2');
	await chairDoes(app.store, {kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'});
	await expect(app).toShow('item 2 of 4: Modernisation', 'Priority 1 of 2');
});

test('a screen that is not shown is not worked out again for each act of somebody else', async () => {
	const app = await open({}, '3', 'enter');
	const hidden = () => app.session.getState().stack.slice(0, -1);
	await chairDoes(app.store, onHold);
	await expect(app).toShow('r2 ');
	const before = hidden();
	expect(before.length).toBeGreaterThan(0);
	await chairDoes(app.store, {kind: 'project/update', id: 'P1-03', note: 'Late.'});
	await expect(app).toShow('r3 ');
	// Whoever works out its rows makes its place anew.
	for (const [index, place] of hidden().entries()) expect(place).toBe(before[index]);
});
