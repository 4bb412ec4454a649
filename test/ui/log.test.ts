import {describe, expect, test} from 'vitest';
import {secretary} from '../helpers/screens.tsx';
import {chairDoes, flat, lineWith, open, selectedLine} from './scene.ts';

test('nothing has been recorded at first', async () => {
	const app = await open({}, '6');
	await expect(app).toShow('Nothing has been recorded yet.');
});

test('lists the acts in sentences, newest first', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '6');
	await expect(app).toShow('2 acts, newest first');
	expect(selectedLine(app)).toContain('r2    22 Nov 2026 10:00  Secretary (login clerk) set P1-02');
	expect(lineWith(app, 'r1 ')).toContain('Secretary (login clerk) adopted the database');
});

test('tells what others did by their names', async () => {
	const app = await open({}, '6');
	await chairDoes(app.store, {kind: 'project/update', id: 'P1-02', note: 'Late.'});
	await expect(app).toShow(
		'r2    22 Nov 2026 10:00  Chair (login reed) commented on P1-02 Laptop Refresh',
	);
});

test('an act is shown before and after', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '6', 'enter');
	await expect(app).toShow('Revision 2  22 November 2026 10:00', 'User         clerk on council');
	const [, changes = ''] = app.text().split('Before and after');
	expect(changes).toMatch(/status\s+before +In progress\s+after +Delivered/);
});

test('an act in a meeting says in which item it fell', async () => {
	const app = await open({}, '4', 'o', 'n', 'item.note', 'x', 'ctrl+d', '6', 'enter');
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

test('b, i and o leave only the acts of a person, in a meeting, on a project; again, all are back', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', '4', 'o', '6');
	await chairDoes(app.store, {kind: 'project/update', id: 'P1-02', note: 'Late.'});
	await expect(app).toShow('4 acts, newest first');
	await app.press('g', 'b');
	await expect(app).toShow('Filter: by:"Chair (login reed)"  1 of 4');
	await app.press('o');
	await expect(app).toShow('Filter: by:"Chair (login reed)" on:P1-02  1 of 4');
	await app.press('b');
	await expect(app).toShow('Filter: on:P1-02  2 of 4');
	expect(app.text()).not.toContain('Secretary (login clerk) opened');
	await app.press('o', 'j', 'i');
	await expect(app).toShow('Filter: in:M-2  2 of 4');
	expect(lineWith(app, 'r3 ')).toContain('Secretary (login clerk) opened M-2');
	await app.press('escape');
	await expect(app).toShow('4 acts, newest first');
});

test('what was taken back says so, in the list and on its page', async () => {
	const app = await open({}, '2', 's', 'd', 'enter', 'u', 'enter', '6', 'j');
	await expect(app).toShow('taken back: Secretary (login clerk) set P1-02');
	await app.press('enter');
	await expect(app).toShow('Taken back   by revision 3');
});

test('before and after are told whole, however long', async () => {
	const long = `${'The lift is late. '.repeat(8)}It came.`;
	const app = await open({}, '2', 'c');
	await app.type(long);
	await app.press('ctrl+d', '6', 'enter');
	expect(flat(app)).toContain(`note: “${long}”`);
});

describe('u takes back the selected act', () => {
	/** P1-02 delivered (r2), P1-03 delivered (r3). */
	const two = ['2', 's', 'd', 'enter', 'n', 's', 'd', 'enter', '6'];

	test('any of one’s own, in any order', async () => {
		const app = await open({}, ...two, 'j', 'u');
		await expect(app).toShow('Take back revision 2?', 'Delivered becomes In progress again');
		await app.press('enter');
		await expect(app).toShow('Saved r4: Secretary took back revision 2');
		expect(
			app
				.database()
				.projects.slice(1, 3)
				.map(({status}) => status),
		).toEqual(['in-progress', 'delivered']);
	});

	test('an act taken back comes back from the act that took it back', async () => {
		const app = await open({}, ...two, 'j', 'u', 'enter', 'g', 'u');
		await expect(app).toShow('Bring back revision 4?');
		await app.press('enter');
		await expect(app).toShow('Saved r5');
		expect(app.database().projects[1]?.status).toBe('delivered');
	});

	test('from its page as well', async () => {
		const app = await open({}, ...two, 'j', 'enter', 'u', 'enter');
		await expect(app).toShow('Saved r4: Secretary took back revision 2');
	});

	test('not what somebody else did, nor what was changed since: it says whose it is, and who changed it', async () => {
		const app = await open({}, ...two);
		await chairDoes(app.store, {
			kind: 'project/status',
			id: 'P1-02',
			from: 'delivered',
			to: 'on-hold',
		});
		await app.press('g', 'u');
		await expect(app).toShow('u: this is an act of Chair (login reed): only they may take it back');
		await app.press('G', 'k', 'u');
		expect(flat(app)).toContain('has been changed since (revision 4, Chair (login reed))');
		expect(app.database().revision).toBe(4);
	});

	test('not twice, and not what cannot be taken back', async () => {
		const app = await open({}, ...two, 'j', 'u', 'enter', 'u');
		expect(flat(app)).toContain('revision 2 has been undone already');
		await app.press('G', 'u');
		expect(flat(app)).toContain('revision 1 (database/adopt) cannot be undone');
	});

	test('what one did in an earlier session is one’s own; under another name it is not', async () => {
		const {store} = await open({}, ...two);
		const again = await open({store, who: {...secretary, session: 'later'}}, '6', 'u');
		await expect(again).toShow('Take back revision 3?');
		const deputy = {actor: {...secretary.actor, name: 'Deputy'}, session: 'third'};
		const other = await open({store, who: deputy}, '6', 'u');
		await expect(other).toShow('u: this is an act of Secretary');
	});
});
