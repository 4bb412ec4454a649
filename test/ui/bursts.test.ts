import {expect, test} from 'vitest';
import {fullStore, keysOf, newStore, open, selectedLine, slowStore, until} from './scene.ts';

test('a held key in one chunk moves as often as it was sent', async () => {
	const app = await open({}, '3');
	await app.send('jjj');
	await until(() => selectedLine(app).includes('P2-01'));
	expect(selectedLine(app)).toContain('Online Forms');
});

test('arrows in one chunk', async () => {
	const app = await open({}, '3');
	await app.send('\u001b[B\u001b[B\u001b[A');
	await until(() => selectedLine(app).includes('P1-02'));
	expect(selectedLine(app)).toContain('Laptop Refresh');
});

test('a status in one chunk', async () => {
	const app = await open({}, '2');
	await app.send('sd\r');
	await expect(app).toShow('Saved r2');
	expect(selectedLine(app)).toContain('Delivered');
});

test('two statuses in one chunk, the second while the first is being saved', async () => {
	const store = slowStore();
	const app = await open({store}, '2');
	app.session.press(...keysOf('sd'), 'enter', 'n', ...keysOf('sd'), 'enter');
	await expect(app).toShow('Saving');
	store.letGo();
	await app.session.idle();
	expect(
		app
			.database()
			.projects.slice(1, 3)
			.map(({status}) => status),
	).toEqual(['delivered', 'delivered']);
});

test('nothing is shown as saved before it is', async () => {
	const store = slowStore();
	const app = await open({store}, '2');
	app.session.press('s', 'd', 'enter');
	await expect(app).toShow('Saving', 'Status of P1-02');
	expect(app.text()).not.toContain('Saved');
	store.letGo();
	await expect(app).toShow('Saved r2');
});

test('keys pressed while something is being saved wait for it, then all apply', async () => {
	const store = slowStore();
	const app = await open({store}, '2');
	app.session.press('s', 'd', 'enter', '5', 'v');
	await expect(app).toShow('Saving');
	expect(app.text()).toContain('Status of P1-02');
	store.letGo();
	await expect(app).toShow('[1 action]');
});

test('keys pressed on the way to a refusal do not act elsewhere', async () => {
	const app = await open({store: fullStore(newStore())}, '2', 'c', 'x');
	app.session.press('ctrl+d', 'y');
	await expect(app).toShow('Comment      xy');
});

test('u while an act is being saved takes back that act', async () => {
	const store = slowStore();
	const app = await open({store}, '2');
	app.session.press('s', 'd', 'enter', 'u');
	store.letGo();
	await expect(app).toShow('Take back revision 2?');
});

test('what others do while something is being saved is seen', async () => {
	const below = newStore();
	const store = slowStore(below);
	const app = await open({store}, '2');
	app.session.press('c', 'x', 'ctrl+d');
	await expect(app).toShow('Saving');
	await below.commit(
		{id: 'act-other', changes: [{kind: 'project/update', id: 'P1-03', note: 'Theirs.'}]},
		{actor: {user: 'reed', host: 'council', name: 'Chair'}, session: 'chair'},
	);
	store.letGo();
	await expect(app).toShow('Saved r3');
	await app.press('n');
	await expect(app).toShow('Theirs.');
});

test('resizing while something is being saved is drawn', async () => {
	const store = slowStore();
	const app = await open({store}, '2');
	app.session.press('s', 'd', 'enter');
	app.resize(120, 30);
	await until(() => app.text().split('\n').length === 30);
	store.letGo();
	await expect(app).toShow('Saved r2');
});

test('Esc followed at once by a key leaves, then does the key', async () => {
	const app = await open({}, '3', 'enter');
	await app.send('\u001bj');
	await until(() => selectedLine(app).includes('P1-02'));
	await expect(app).toShow('5 projects');
});

test('Esc followed at once by a key leaves the quick line', async () => {
	const app = await open({}, '3', ':');
	await app.send('\u001bj');
	await until(() => !app.text().includes('Quick line'));
	expect(selectedLine(app)).toContain('P1-02');
});

test('Esc followed at once by a key leaves the filter', async () => {
	const app = await open({}, '3', '/', 'p', '2');
	await app.send('\u001bj');
	await expect(app).toShow('5 projects');
});

test('Esc followed at once by a key leaves a form', async () => {
	const app = await open({}, '2', 's');
	await app.send('\u001bn');
	await expect(app).toShow('Priority 1 of 2');
	expect(selectedLine(app)).toContain('P1-03');
});

test('Esc twice in one chunk goes back twice', async () => {
	const app = await open({}, '3', 'enter');
	await app.send('\u001b\u001b');
	await expect(app).toShow('[Overview]');
});
