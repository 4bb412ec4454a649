// Whoever starts the built program for the first time is told how one begins; the second time it is not told.
import {rm} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {desk, sitDown} from './boardwalk.ts';

test('how one begins is told at the first start alone, and the first key does what it does', async () => {
	const own = await desk();
	await rm(path.join(own.folder, 'state'), {recursive: true});
	const newcomer = await sitDown(own, {first: 'Your first time here? Any key goes on'});
	await newcomer.do('3', '[Portfolio]');
	expect(newcomer.text()).not.toContain('first time');
	expect(await newcomer.quit()).toBe(0);
	const again = await sitDown(own);
	expect(again.text()).not.toContain('first time');
	expect(await again.quit()).toBe(0);
});
