import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {lincolnshire, open, selectedLine} from './scene.ts';

test('opens on the first priority, its aims and what is still open', async () => {
	const app = await open({database: lincolnshire()}, '2');
	await expect(app).toShow(
		'Priority 1 of 3',
		'A  Address known recurring',
		'1 of 12 projects still open',
	);
	expect(selectedLine(app)).toContain('P1-04    ◐ In progress');
});

test('shows what was last said of the selected project', async () => {
	const app = await open({database: lincolnshire()}, '2');
	await expect(app).toShow('P1-04, 10 Sep 2020', 'A new software release mid-way forced rework');
});

test('v shows every project, and again only the open ones', async () => {
	const app = await open({database: lincolnshire()}, '2', 'v');
	await expect(app).toShow('12 projects, 1 still open', 'Identity Service');
	await app.press('v');
	await expect(app).toShow('1 of 12 projects still open');
	expect(app.text()).not.toContain('Identity Service');
});

test('n goes through the projects and then on to the next priority', async () => {
	const app = await open({}, '2');
	expect(selectedLine(app)).toContain('P1-02');
	await app.press('n');
	expect(selectedLine(app)).toContain('P1-03');
	await app.press('n');
	await expect(app).toShow('Priority 2 of 2');
	expect(selectedLine(app)).toContain('P2-01');
});

test('p goes back, over the border between two priorities', async () => {
	const app = await open({}, '2', 'n', 'n', 'p');
	await expect(app).toShow('Priority 1 of 2');
	expect(selectedLine(app)).toContain('P1-03');
});

test('after the last project n stays there', async () => {
	const app = await open({}, '2', 'n', 'n', 'n', 'n', 'n', 'n');
	expect(selectedLine(app)).toContain('P2-02');
});

test('arrows change the priority', async () => {
	const app = await open({}, '2', 'right');
	await expect(app).toShow('Priority 2 of 2');
	await app.press('left');
	await expect(app).toShow('Priority 1 of 2');
});

test('a priority without projects says so and tells its review', async () => {
	const app = await open({database: lincolnshire()}, '2', ']', ']');
	await expect(app).toShow('Priority 3 of 3', 'No projects are named under this priority.');
});

test('a project that was just delivered stays under the cursor', async () => {
	const app = await open({}, '2', 's', 'd', 'enter');
	await expect(app).toShow('Saved r2');
	expect(selectedLine(app)).toContain('P1-02    ● Delivered');
});

test('a comment is what was last said', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Half are in use.');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2', 'Half are in use.');
});

test('d on a project in an open meeting is about that project', async () => {
	const app = await open({}, '4', 'o', '2', 'd');
	await expect(app).toShow('Decision on P1-02 Laptop Refresh', 'Title        Laptop Refresh');
});

test('an action takes the owner of the project', async () => {
	const app = await open({}, '2', 'a');
	await expect(app).toShow('Action on P1-02 Laptop Refresh');
	expect(app.text()).toContain('smith');
});

test('a filter that nothing fits says so, and Esc clears it', async () => {
	const app = await open({}, '2', '/');
	await app.type('zzz');
	await expect(app).toShow('No project fits the filter.');
	await app.press('escape');
	expect(selectedLine(app)).toContain('P1-02');
});

test('a strategy without priorities says so', async () => {
	const app = await open({database: makeDatabase({strategies: [], projects: []})}, '2');
	await expect(app).toShow('The strategy names no priorities yet.');
});
