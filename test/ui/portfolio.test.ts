import {expect, test} from 'vitest';
import type {Project} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';
import {open, selectedLine, sit, newStore} from './scene.ts';
import {bodyOf} from '../../source/ui/components/body.ts';
import {themeFor} from '../../source/ui/theme.ts';

test('shows every project with status, confidence and title', async () => {
	const app = await open({}, '3');
	await expect(app).toShow('5 projects', 'P1-01    ● Delivered            ▲ Green Telephony');
	await expect(app).toShow('P2-01    ◇ Pending dependencies –       Online Forms');
});

test('filters as one types', async () => {
	const app = await open({}, '3', '/');
	await app.type('p2');
	await expect(app).toShow('Filter: p2', '2 of 5');
	expect(app.text()).not.toContain('Telephony');
	await app.type(' pend');
	await expect(app).toShow('Filter: p2 pend', '1 of 5');
	expect(selectedLine(app)).toContain('Online Forms');
});

test('while the filter is typed, letters are letters', async () => {
	const app = await open({}, '3', '/');
	await app.type('squad');
	await expect(app).toShow('Filter: squad', 'No project fits the filter. Esc clears it.');
	expect(app.hasLeft()).toBe(false);
});

test('Enter keeps the filter; then keys move in what it left', async () => {
	const app = await open({}, '3', '/');
	await app.type('p1');
	await app.press('enter', 'G');
	expect(selectedLine(app)).toContain('P1-03');
	await expect(app).toShow('Filter: p1', '/ changes it');
});

test('Esc clears the filter while it is typed, and a kept one before it goes back', async () => {
	const app = await open({}, '3', '/');
	await app.type('p1');
	await app.press('escape');
	await expect(app).toShow('5 projects');
	await app.press('/');
	await app.type('p1');
	await app.press('enter', 'escape');
	await expect(app).toShow('5 projects', '[Portfolio]');
	await app.press('escape');
	await expect(app).toShow('[Overview]');
});

test('finds by owner, domain, status and confidence', async () => {
	for (const [typed, id] of [
		['smith', 'P1-02'],
		['network', 'P1-01'],
		['on hold', 'P1-03'],
		['amber', 'P1-02'],
	] as const) {
		const app = await open({}, '3', '/');
		await app.type(typed);
		await expect(app).toShow('1 of 5');
		expect(selectedLine(app)).toContain(id);
	}
});

test('finds an owner by the name that is shown, not by its id alone', async () => {
	const app = await open({}, '3', '/');
	await app.type('joan');
	await expect(app).toShow('1 of 5');
});

test('a paste goes into the filter', async () => {
	const app = await open({}, '3', '/');
	app.session.send({kind: 'paste', text: 'server\nroom'});
	await expect(app).toShow('Filter: server room', '1 of 5');
});

test('no projects at all is another thing than none that fit', async () => {
	const app = await open({database: makeDatabase({projects: []})}, '3');
	await expect(app).toShow('There are no projects yet: N makes one.');
});

/** Projects that count how often their titles are looked at. */
function watched(number: number) {
	const looks = {count: 0};
	const projects = Array.from({length: number}, (_, index): Project => {
		const id = `P1-${String(index + 1).padStart(5, '0')}`;
		return {
			id,
			priority: 'P1',
			status: 'proposed',
			updates: [],
			get title() {
				looks.count++;
				return `Project ${id}`;
			},
		};
	});
	return {projects, looks};
}

test('of 10,000 projects only those in sight are drawn', async () => {
	const {projects, looks} = watched(10_000);
	const {session, press} = sit({store: newStore(makeDatabase({projects}))});
	const theme = themeFor({LANG: 'C.UTF-8'});
	await press('3', 'G');
	looks.count = 0;
	expect(bodyOf(session.getState(), theme).main.join('\n')).toContain('P1-10000');
	expect(looks.count).toBeLessThan(40);
});

test('10,000 projects are gone through by pages, to the last', async () => {
	const {projects} = watched(10_000);
	const app = await open({database: makeDatabase({projects})}, '3', 'pagedown');
	await expect(app).toShow('10000 projects', '17–32 of 10000');
	await app.press('G');
	expect(selectedLine(app)).toContain('P1-10000');
	// The last window is as full as the others: the end of a list does not stand alone.
	await expect(app).toShow('9985–10000 of 10000', 'P1-09985');
});
