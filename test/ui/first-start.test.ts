// Whoever opens the screens for the first time is told how one begins, and nothing stands in the way of a key.
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {isFirstStart} from '../../source/commands/first-start.ts';
import {tellStart} from '../../source/ui/linear/tell.ts';
import {open} from './scene.ts';

const asked = 'Your first time here? Any key goes on';

test('the first screen says in five lines how one begins, in the smallest window too', async () => {
	for (const [columns, rows] of [
		[80, 24],
		[60, 16],
		[200, 60],
	] as const) {
		const app = await open({first: true, columns, rows});
		const lines = app.text().split('\n');
		const from = lines.findIndex((line) => line.includes(asked));
		expect(lines.slice(from + 1, -2).map((line) => line.replace('│', '').trim())).toEqual([
			'The arrows move, Enter opens, Esc goes back.',
			'1 to 9 change the screen: 4 the meeting, 7 its minutes.',
			'? tells every key that works, and how things are done.',
			': finds anything by any word of it.',
			'What is recorded is saved; u takes it back, q leaves.',
		]);
		expect(lines).toHaveLength(rows);
	}
});

test('a key does what it does, and how one begins is gone', async () => {
	const app = await open({first: true}, '3');
	expect(app.text()).toContain('[Portfolio]');
	expect(app.text()).not.toContain(asked);
	await app.press('1');
	expect(app.text()).not.toContain(asked);
});

test('what others say meanwhile does not take it away', async () => {
	const app = await open({first: true});
	app.session.send({kind: 'said', tone: 'info', text: 'The log is large.'});
	expect(app.text()).toContain(asked);
	expect(app.text()).toContain('The log is large.');
});

test('whoever has been here before is not told', async () => {
	expect((await open()).text()).not.toContain(asked);
});

test('whoever listens is told the same lines', async () => {
	const {session} = await open({first: true});
	const said = tellStart(session.getState()).map(({text}) => text);
	expect(said).toContain(': finds anything by any word of it.');
	expect(said).toContain('What is recorded is saved; u takes it back, q leaves.');
	const {session: again} = await open();
	expect(tellStart(again.getState()).map(({text}) => text)).not.toContain(said[1]);
});

test('it is told once: a person of their own, and each who comes by a key', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'boardwalk-first-'));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const env = {XDG_STATE_HOME: folder};
	expect(await isFirstStart(undefined, env)).toBe(true);
	expect(await isFirstStart(undefined, env)).toBe(false);
	expect(await isFirstStart('cox', env)).toBe(true);
	expect(await isFirstStart('cox', env)).toBe(false);
	expect(await isFirstStart('davies', env)).toBe(true);
	expect((await stat(path.join(folder, 'boardwalk', 'begun'))).mode & 0o777).toBe(0o600);
});

test('where nothing can be remembered nobody is told again and again', async () => {
	expect(await isFirstStart(undefined, {XDG_STATE_HOME: '/dev/null/state'})).toBe(false);
});
