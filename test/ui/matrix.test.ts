import {expect, test} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {lincolnshire, lineWith, open, until} from './scene.ts';

/** The sample with other criteria. */
function withCriteria(titles: string[]): Database {
	const database = makeDatabase();
	const [strategy] = database.strategies;
	if (strategy)
		strategy.criteria = titles.map((title, index) => ({id: `c${index}`, title, text: ''}));
	const [project] = database.projects;
	if (project) project.criteria = {c0: 'met', c1: 'not-met'};
	return database;
}

test('m sets the projects against the criteria', async () => {
	const app = await open({}, '3', 'M');
	await expect(app).toShow('Criteria: 1 of 5 projects assessed', 'Affordable');
	expect(lineWith(app, 'P1-01')).toMatch(/Telephony +│ met +│ – +│$/);
});

test('m goes back to the list', async () => {
	const app = await open({}, '3', 'M');
	await expect(app).toShow('Criteria:');
	await app.press('M');
	await expect(app).toShow('5 projects', 'RAG');
});

test('six criteria fit into 80 columns, a project a line', async () => {
	const app = await open({database: lincolnshire()}, '3', 'M');
	await expect(app).toShow('Criteria: 0 of 20 projects assessed', 'P1-01', 'P1-12', '1–17 shown');
	expect(lineWith(app, 'P1-01')).toContain('Identi');
});

test('pages through the projects', async () => {
	const app = await open({database: lincolnshire()}, '3', 'M');
	await expect(app).toShow('1–17 shown');
	await app.press('G');
	await expect(app).toShow('18–20 shown', 'P2-08');
});

test('in the smallest terminal it is still a project a line, under its heading', async () => {
	const app = await open({database: lincolnshire(), columns: 60, rows: 16}, '3', 'M');
	await until(() => app.text().includes('P1-01'));
	expect(app.text()).toContain('Criteria:');
	const rows = app.text().split('\n');
	const first = rows.findIndex((line) => line.includes('P1-01'));
	expect(rows[first + 1]).toContain('P1-02');
});

test('criteria whose titles begin alike keep columns of their own', async () => {
	const app = await open(
		{database: withCriteria(['Value for money', 'Value for residents'])},
		'3',
		'M',
	);
	await expect(app).toShow('Criteria:');
	expect(lineWith(app, 'P1-01')).toMatch(/met +│ not met/);
});

test('it says which project the keys act upon', async () => {
	const app = await open({}, '3', 'j', 'M');
	await expect(app).toShow('Criteria:');
	expect(lineWith(app, 'P1-02')).toMatch(/▸/);
});

test('a filter is seen while it is typed', async () => {
	const app = await open({}, '3', 'M', '/');
	await app.type('p2');
	await expect(app).toShow('P2-01', 'Filter: p2');
	expect(app.text()).not.toContain('P1-01');
});

test('a strategy without criteria says so', async () => {
	const app = await open({database: withCriteria([])}, '3', 'M');
	await expect(app).toShow('There is nothing to compare yet.');
});

test('of 10,000 projects only a screenful is drawn', async () => {
	const database = makeDatabase();
	const [project] = database.projects;
	const projects = Array.from({length: 10_000}, (_, index) => ({
		...project,
		id: `P1-${index + 1}`,
		title: `Number ${index + 1}`,
		priority: 'P1',
		status: 'proposed' as const,
		updates: [],
	}));
	const app = await open({database: {...database, projects}}, '3', 'M');
	await expect(app).toShow('1–17 shown', 'Number 17');
	expect(app.text()).not.toContain('Number 18');
});
