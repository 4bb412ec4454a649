// The strategy itself, kept by keys: its parts, its life, two of them side by side, projects carried over.
import {expect, test} from 'vitest';
import {after, makeDatabase} from '../helpers/database.ts';
import {flat, lineWith, open, selectedLine} from './scene.ts';

const two = () =>
	after(makeDatabase(), {
		kind: 'strategy/add',
		title: 'Next Strategy',
		period: {from: '2028', to: '2031'},
		follows: 'S-1',
		priorities: [{id: 'P3', title: 'Order'}],
	});

test('9 shows the strategy with each of its parts', async () => {
	const app = await open({}, 'go.strategy');
	await expect(app).toShow(
		'S-1  Digital Strategy, 2025–2028, current',
		'Objectives',
		'O1',
		'Improve outcomes',
	);
	await expect(app).toShow(
		'Scale of the criteria  none yet: N makes a step',
		'Priorities',
		'Retire old systems',
	);
});

test('the page of a strategy is headed by it alone: it lies in nothing', async () => {
	const app = await open({}, 'go.strategy', 'enter');
	expect(lineWith(app, 'Strategy S-1')).not.toMatch(/\bof\b/);
});

test('N under a heading or beside a part adds to that list', async () => {
	const app = await open({}, 'go.strategy', 'j', 'record.add');
	await expect(app).toShow('New objective of S-1 Digital Strategy');
	await app.type('Waste less');
	await app.press('form.save');
	await expect(app).toShow('O3', 'Waste less');
});

test('an aim is edited, and the priorities change places', async () => {
	const app = await open({rows: 40}, 'go.strategy');
	while (!selectedLine(app).includes('P1')) await app.press('j');
	await app.press('record.down');
	await expect(app).toShow('reordered the priorities of S-1 Digital Strategy');
	expect(app.store.read().strategies[0]?.priorities.map(({id, rank}) => [id, rank])).toEqual([
		['P2', 1],
		['P1', 2],
	]);
	while (!selectedLine(app).includes('Use what there is')) await app.press('k');
	await app.press('record.edit');
	await app.type(' first');
	await app.press('form.save');
	await expect(app).toShow('Use what there is first');
});

test('title and period are edited on the strategy’s own row', async () => {
	const app = await open({}, 'go.strategy', 'record.edit', 'tab');
	await app.press('ctrl+u');
	await app.type('2025-2029');
	await app.press('form.save');
	await expect(app).toShow('S-1  Digital Strategy, 2025–2029, current');
});

test('a new strategy is a draft beside the current one', async () => {
	const app = await open({}, 'go.strategy', 'strategy.add');
	await app.type('Next Strategy');
	await app.press('tab');
	await app.type('2028-2031');
	await app.press('form.save');
	await expect(app).toShow('entered strategy S-2 “Next Strategy”');
	await app.press('strategy.next');
	await expect(app).toShow('S-2  Next Strategy, 2028–2031, draft');
});

test('a draft is adopted by a decision, and the other is past', async () => {
	const app = await open({database: two()}, 'go.strategy', 'strategy.next', 'strategy.adopt');
	await expect(app).toShow('Adopt S-2 Next Strategy', 'S-1 Digital Strategy is past from then on.');
	await app.press('enter');
	await expect(app).toShow('S-2  Next Strategy, 2028–2031, current');
	expect(app.store.read().strategies).toMatchObject([
		{id: 'S-1', status: 'past'},
		{id: 'S-2', status: 'current', adoptedBy: 'D-1', follows: 'S-1'},
	]);
});

test('only a draft is adopted', async () => {
	const app = await open({}, 'go.strategy', 'strategy.adopt');
	expect(flat(app)).toContain('A: only a draft is adopted');
});

test('two strategies stand side by side at 80 columns', async () => {
	const app = await open({database: two()}, 'go.strategy', 'strategy.both');
	expect(lineWith(app, 'Digital Strategy  ')).toMatch(
		/S-1 {2}Digital Strategy +S-2 {2}Next Strategy/,
	);
	await expect(app).toShow('P1 Modernisation', 'P3 Order');
	await app.press('strategy.both');
	await expect(app).toShow('Strategy 1 of 2');
});

test('a project is carried over into the other strategy, and says what it carries on', async () => {
	const app = await open({database: two()}, '3', 'j', 'portfolio.carry');
	await app.type('order');
	await expect(app).toShow('P3 Order');
	await app.press('form.save');
	await expect(app).toShow('entered project P3-01 “Laptop Refresh”: In progress');
	expect(app.store.read().projects.at(-1)).toMatchObject({
		id: 'P3-01',
		priority: 'P3',
		carriesOn: 'P1-02',
		owner: 'smith',
		due: '2027-03-31',
		updates: [],
	});
});

test('it is not carried over into its own strategy', async () => {
	const app = await open({database: two()}, '3', 'j', 'portfolio.carry');
	await app.type('P2');
	await app.press('form.save');
	expect(flat(app)).toContain('this is a priority of the same strategy');
});

test('without a strategy there is a key that makes one', async () => {
	const app = await open(
		{database: makeDatabase({strategies: [], projects: [], meetings: [], decisions: []})},
		'go.strategy',
	);
	await expect(app).toShow('There is no strategy yet: N makes one.');
	await app.press('record.add');
	await app.type('First');
	await app.press('tab');
	await app.type('2027');
	await app.press('form.save');
	await expect(app).toShow('S-2  First, 2027, current');
});

test('a label that has no room beside its choices stands above them, whole', async () => {
	const app = await open({columns: 80}, '9', '+');
	await expect(app).toShow('Policy framework');
	expect(app.text()).toMatch(/Policy framework *\n +y yes +n no/);
});
