import {expect, test} from 'vitest';
import {keysOf, open} from './scene.ts';

const practising = (shell = {}, ...keys: string[]) => open({practice: true, shell}, ...keys);

test('a banner says so on every screen', async () => {
	const app = await practising();
	for (const key of ['1', '2', '3', '4', '5', '6', '?']) {
		await app.press(key);
		await expect(app).toShow('PRACTICE');
	}
});

test('where nothing was done, q just leaves', async () => {
	const app = await practising({}, 'q');
	expect(app.hasLeft()).toBe(true);
});

test('q offers to keep what was done', async () => {
	const app = await practising({}, '2', 's', 'd', 'enter', 'q');
	await expect(app).toShow('Leave the practice copy', 'Save as', 'empty: leave without keeping it');
	expect(app.hasLeft()).toBe(false);
});

test('Enter alone leaves without keeping it', async () => {
	const copies: string[] = [];
	const copy = async (path: string) => void copies.push(path);
	const app = await practising({copy}, '2', 's', 'd', 'enter', 'q', 'enter');
	expect(app.hasLeft()).toBe(true);
	expect(copies).toEqual([]);
});

test('a name keeps it in a file', async () => {
	const copies: string[] = [];
	const copy = async (path: string) => void copies.push(path);
	const app = await practising(
		{copy},
		'2',
		's',
		'd',
		'enter',
		'q',
		...keysOf('ours.json'),
		'enter',
	);
	expect(app.hasLeft()).toBe(true);
	expect(copies).toEqual(['ours.json']);
});

test('a file that cannot be written is told, and one stays', async () => {
	const copy = async () => 'ours.json exists already';
	const app = await practising(
		{copy},
		'2',
		's',
		'd',
		'enter',
		'q',
		...keysOf('ours.json'),
		'enter',
	);
	await expect(app).toShow('ours.json exists already', 'Save as      ours.json');
	expect(app.hasLeft()).toBe(false);
});

test('Esc goes on practising', async () => {
	const app = await practising({}, '2', 's', 'd', 'enter', 'q', 'escape');
	await expect(app).toShow('Priority 1 of 2');
	expect(app.hasLeft()).toBe(false);
});

test('what was half written is told before leaving too', async () => {
	const app = await practising({}, '2', 's', 'd', 'enter', 'c', 'x', 'escape', 'q');
	await expect(app).toShow('Leave with something half written?', '1 form was left with text in it');
	await app.press('enter');
	await expect(app).toShow('Leave the practice copy');
});

test('Ctrl+C leaves by the same way as q', async () => {
	const app = await practising({}, '2', 's', 'd', 'enter', 'ctrl+c');
	await expect(app).toShow('Leave the practice copy');
});
