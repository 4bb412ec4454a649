import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {keysOf, lincolnshire, lineWith, open, selectedLine} from './scene.ts';

test('tells everything that is known of a project', async () => {
	const app = await open({}, '3', 'j', 'enter');
	await expect(app).toShow('P1-02  Laptop Refresh', '◐ In progress', '◆ Amber confidence');
	await expect(app).toShow('New laptops for all staff.', '01 Sep 2026', 'Ordered.');
	expect(lineWith(app, 'Priority')).toBe('Priority          P1 Modernisation');
	expect(lineWith(app, 'Owner')).toBe('Owner             Joan Smith');
	expect(lineWith(app, 'Due')).toBe('Due               31 March 2027');
	expect(lineWith(app, 'Domains')).toBe('Domains           Workplace');
	expect(lineWith(app, 'Needed by')).toBe('Needed by         P2-01 Online Forms');
});

test('tells the budget', async () => {
	const app = await open({}, '3', 'j', 'enter');
	await expect(app).toShow('250,000');
});

test('criteria are told in words', async () => {
	const database = makeDatabase();
	const project = database.projects[0];
	if (project) project.criteria = {affordable: 'not-met'};
	const app = await open({database}, '3', 'enter');
	await expect(app).toShow('Affordable: not met');
});

test('n and p go through the list that it was opened from', async () => {
	const app = await open({}, '3', 'enter', 'n');
	await expect(app).toShow('P1-02  Laptop Refresh');
	await app.press('p');
	await expect(app).toShow('P1-01  Telephony');
});

test('going back lands on the project that was read last', async () => {
	const app = await open({}, '3', 'enter', 'n', 'n', 'escape');
	expect(selectedLine(app)).toContain('P1-03');
});

test('from the walk, n goes on to the next priority', async () => {
	const app = await open({}, '2', 'enter', 'n', 'n');
	await expect(app).toShow('P2-01  Online Forms');
	await app.press('escape');
	await expect(app).toShow('Priority 2 of 2');
});

test('a long page scrolls, and not past its end', async () => {
	const app = await open({database: lincolnshire(), columns: 60, rows: 16}, '3', 'j', 'enter');
	const top = app.text();
	await app.press(...keysOf('jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj'));
	const end = app.text();
	expect(end).not.toBe(top);
	await app.press('k');
	expect(app.text()).not.toBe(end);
});

test('s, c and a work on the page', async () => {
	for (const [key, title] of [
		['s', 'Status of P1-01 Telephony'],
		['c', 'Comment on P1-01 Telephony'],
		['a', 'Action on P1-01 Telephony'],
	] as const) {
		const app = await open({}, '3', 'enter', key);
		await expect(app).toShow(title);
	}
});
