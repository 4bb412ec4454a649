// The ways of looking at the portfolio: timeline, risks, measures, candidates, dependencies.
import {expect, test} from 'vitest';
import {after, makeDatabase} from '../helpers/database.ts';
import {flat, into, lineWith, open, selectedLine} from './scene.ts';

const rich = () =>
	after(
		makeDatabase(),
		{kind: 'milestone/add', project: 'P1-02', title: 'Pilot', approved: '2026-11-01'},
		{
			kind: 'milestone/add',
			project: 'P1-02',
			title: 'All',
			approved: '2027-02-01',
			forecast: '2027-04-01',
		},
		{
			kind: 'record/add',
			list: 'projects/P1-02/risks',
			fields: {event: 'No parts', current: {likelihood: 4, impact: 4}, reviewOn: '2026-11-01'},
		},
		{
			kind: 'record/add',
			list: 'strategies/S-1/risks',
			fields: {event: 'Funding falls', current: {likelihood: 2, impact: 5}},
		},
		{
			kind: 'record/add',
			list: 'strategies/S-1/measures',
			fields: {
				title: 'Calls answered',
				unit: '%',
				better: 'up',
				frequency: 'quarter',
				kind: 'snapshot',
				tolerance: 5,
				targets: [{period: '2026', value: 80}],
			},
		},
		...[60, 70, 78].map((value, index) => ({
			kind: 'record/add' as const,
			list: 'strategies/S-1/measures/ME-1/readings',
			fields: {period: `2026-Q${index + 1}`, value},
		})),
		{
			kind: 'project/add',
			title: 'Archive',
			priority: 'P1',
			status: 'proposed',
			criteria: {aligned: 'met'},
		},
	);
const turns = (number: number) => Array.from({length: number}, () => 'portfolio.next-view');

test('the timeline draws what was approved, what is expected, and today', async () => {
	const app = await open({database: rich()}, '3', ...turns(1));
	await expect(app).toShow('[Timeline]', 'today', 'LATE Laptop Refresh', '◇ approved');
	expect(lineWith(app, 'P1-02')).toMatch(/!.*│.*◇.*┤?.*◆/);
	expect(app.text()).not.toContain('P1-01');
});

test('risks stand under their map, the highest first, and say when their review was', async () => {
	const app = await open({database: rich()}, '3', ...turns(2));
	await expect(app).toShow(
		'[Risks]',
		'Likelihood',
		'16 HIGH',
		'10 medium',
		'[1H]',
		'review was 01',
	);
	expect(selectedLine(app)).toContain('No parts');
});

test('the filter leaves out the risks of other projects', async () => {
	const app = await open({database: rich()}, '3', ...turns(2), '/');
	await app.type('p2');
	await expect(app).toShow('No risks are on record');
});

test('N among the risks enters one of the strategy', async () => {
	const app = await open({}, '3', ...turns(2), 'record.add');
	await app.type('Flood');
	await into(app, 'current', '1x5');
	await app.press('form.save');
	await expect(app).toShow('Flood', ' 5 low');
	expect(app.store.read().strategies[0]?.risks).toMatchObject([{event: 'Flood'}]);
});

test('a measure is held against its target within its tolerance', async () => {
	const app = await open({database: rich(), columns: 100}, '3', ...turns(3));
	await expect(app).toShow(
		'within tolerance',
		'Calls answered',
		'2026-Q3 78%',
		'at least 80',
		'▁▅█',
	);
});

test('a reading is entered from the measure in a few keys', async () => {
	const app = await open({database: rich()}, '3', ...turns(3), 'list.open', 'record.add');
	await app.type('q4 2026');
	await app.press('tab');
	await app.type('85');
	await app.press('form.save');
	await expect(app).toShow('2026-Q4', '85');
	await app.press('escape');
	await expect(app).toShow('on target');
});

test('candidates are ranked, and what would move one up is said', async () => {
	const app = await open({database: rich()}, '3', ...turns(4));
	await expect(app).toShow('[Candidates]', ' 50 of 100', '1 of 2 criteria', 'Archive');
	await app.press('j');
	expect(flat(app)).toContain('What moves P2-02');
});

test('a candidate is scored where it stands, and its rank follows', async () => {
	const app = await open({database: rich()}, '3', ...turns(4), 'j', 'record.edit');
	await expect(app).toShow('Criteria of P2-02', 'not judged');
	await app.press('c', 'tab', 'c', 'form.save');
	await expect(app).toShow('100 of 100');
	expect(app.store.read().projects.find(({id}) => id === 'P2-02')?.criteria).toEqual({
		affordable: 'met',
		aligned: 'met',
	});
});

test('what waits stands below what it waits for', async () => {
	const app = await open({database: rich()}, '3', ...turns(5));
	await expect(app).toShow('P1-02  Laptop Refresh', '└ P2-01  Online Forms   waits for P1-02');
});

test('O orders and groups the list, and each group says what it comes to', async () => {
	const app = await open({}, '3', 'portfolio.order');
	await app.press('c', 'tab', 'b', 'form.save');
	await expect(app).toShow(
		'by title, grouped by priority',
		'1  Modernisation  3 projects, budget £250,000',
	);
	expect(app.text().indexOf('Laptop Refresh')).toBeLessThan(app.text().indexOf('Server Room'));
});

test('every view says what is missing where it is empty', async () => {
	const app = await open({database: makeDatabase({projects: []})}, '3', ...turns(1));
	await expect(app).toShow('No project still under way has a date');
	await app.press('portfolio.next-view');
	await expect(app).toShow('No risks are on record');
	await app.press('portfolio.next-view');
	await expect(app).toShow('The strategy has no measures yet: N makes one.');
	await app.press('portfolio.next-view');
	await expect(app).toShow('No project is proposed, so none is compared');
	await app.press('portfolio.next-view');
	await expect(app).toShow('No project depends on another');
});
