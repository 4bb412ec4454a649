import {expect, test} from 'vitest';
import {chairDoes, lineWith, open, selectedLine} from './scene.ts';

test('nothing has been recorded at first', async () => {
	const app = await open({}, '6');
	await expect(app).toShow('Nothing has been recorded yet.');
});

test('lists the acts in sentences, newest first', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '6');
	await expect(app).toShow('2 acts, newest first');
	expect(selectedLine(app)).toContain('r2    22 Nov 2026 10:00  Secretary set P1-02 Laptop');
	expect(lineWith(app, 'r1 ')).toContain('Secretary adopted the database');
});

test('tells what others did by their names', async () => {
	const app = await open({}, '6');
	await chairDoes(app.store, {kind: 'project/update', id: 'P1-02', note: 'Late.'});
	await expect(app).toShow(
		'r2    22 Nov 2026 10:00  Chair commented on P1-02 Laptop Refresh: Late.',
	);
});

test('an act is shown before and after', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '6', 'enter');
	await expect(app).toShow('Revision 2  22 November 2026 10:00', 'User         clerk on council');
	const [, changes = ''] = app.text().split('Before and after');
	expect(changes).toMatch(/status\s+before +In progress\s+after +Delivered/);
});

test('an act in a meeting says in which item it fell', async () => {
	const app = await open({}, '4', 'o', 'n', 'e', 'x', 'ctrl+d', '6', 'enter');
	await expect(app).toShow('During       M-2 November meeting, item 2 Modernisation');
});

test('what altered is named as people name it', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '6', 'enter');
	await expect(app).toShow('Before and after');
	const [, changes = ''] = app.text().split('Before and after');
	expect(changes).toContain('P1-02 Laptop Refresh');
	expect(changes).not.toContain('projects/');
});

test('n and p go through the acts', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '6', 'enter', 'n');
	await expect(app).toShow('Revision 1 ');
	await app.press('p');
	await expect(app).toShow('Revision 2 ');
});

test('/ filters the acts', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'n', 's', 'd', 'enter', '6', '/');
	await app.type('server');
	await expect(app).toShow('Filter: server', '1 of 3');
	expect(selectedLine(app)).toContain('P1-03 Server Room');
});
