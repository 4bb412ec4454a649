import {expect, test} from 'vitest';
import {keysOf, open, readOnlyStore} from './scene.ts';

const reason = 'you may read this file, not write it';
const reading = (...keys: string[]) => open({store: readOnlyStore(reason)}, ...keys);

test('a banner says so', async () => {
	await expect(await reading()).toShow('READ ONLY');
});

test.each([
	['s', ['2', 's']],
	['c', ['2', 'c']],
	['a', ['2', 'a']],
	['d', ['4', 'd']],
	['o', ['4', 'o']],
	['n', ['4', 'n']],
	['i', ['4', 'i']],
	['X', ['4', 'X']],
	['z', ['4', 'z']],
	['x', ['5', 'v', 'x']],
	['e', ['5', 'e']],
	['Backspace', ['5', 'backspace']],
	['u', ['u']],
	['U', ['U']],
])('%s says why not', async (key, keys) => {
	const app = await reading(...keys);
	await expect(app).toShow(`${key}: ${reason}`);
});

test('the footer hints at nothing that cannot be done', async () => {
	const app = await reading('2');
	await expect(app).toShow('help');
	expect(app.text().split('\n').at(-1)).not.toMatch(/status|comment|action/);
});

test('the shorthand says why not, and the line stays', async () => {
	const app = await reading(':', ...keysOf('s P1-02 delivered'), 'enter');
	await expect(app).toShow(reason, 's P1-02 delivered');
});

test('who is present can be read', async () => {
	const app = await reading('4', 't');
	await expect(app).toShow('Roll of M-2', 'Ann Reed');
});

test('everything else is read as ever', async () => {
	const app = await reading('3', 'j', 'enter');
	await expect(app).toShow('P1-02  Laptop Refresh');
});

test('leaving needs no question', async () => {
	const app = await reading('q');
	expect(app.hasLeft()).toBe(true);
});
