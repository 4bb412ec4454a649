// Practising on a sample, and looking without changing anything.
import {readdir, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {desk, exists, look, root, run, sitDown} from './boardwalk.ts';

/** What git sees changed in the checkout, and the samples themselves. */
async function checkout(): Promise<string[]> {
	const status = await run('git', ['-C', root, 'status', '--porcelain', '--', 'data']);
	const names = await readdir(path.join(root, 'data'));
	const times = names.map(async (name) => {
		const {mtimeMs, size} = await stat(path.join(root, 'data', name));
		return `${name} ${mtimeMs} ${size}`;
	});
	return [status.out, ...(await Promise.all(times))];
}

test('--demo: a scratch copy under a banner, kept under a new name on leaving', async () => {
	const own = await desk();
	const before = await checkout();
	const learner = await sitDown(own, {args: ['--demo']});
	expect(learner.line(0)).toContain('PRACTICE');
	await learner.do('2', /▸ P1-04/);
	await learner.do('s', 'Status of P1-04');
	expect(learner.line(0)).toContain('PRACTICE');
	await learner.do('d', '[d Delivered]');
	await learner.do('ctrl+d', 'Saved r2');

	// A name that is taken is refused, and the form stays.
	await learner.do('q', 'Leave the practice copy');
	await learner.type('strategy.json');
	await learner.do('enter', 'strategy.json exists already; choose another name');
	await learner.do('ctrl+u', (text) => !text.includes('strategy.json'));
	await learner.type('kept.json');
	learner.press('enter');
	expect(await learner.exited).toMatchObject({exitCode: 0});
	expect(learner.modes()).toMatchObject({alternate: false, cursorHidden: false});

	const kept = await look(path.join(own.folder, 'kept.json'));
	expect(kept.projects.find(({id}) => id === 'P1-04')?.status).toBe('delivered');
	expect((await look(own.file)).revision).toBe(0);
	expect(await checkout()).toEqual(before);
});

test('--demo, left without keeping anything', async () => {
	const own = await desk();
	const before = await checkout();
	const learner = await sitDown(own, {args: ['--demo', 'lincolnshire-imt']});
	await learner.do(':', 'Quick line');
	await learner.type('s P1-04 delivered');
	await learner.do('enter', 'Saved r2');
	await learner.do('q', 'Leave the practice copy');
	learner.press('enter');
	expect(await learner.exited).toMatchObject({exitCode: 0});
	expect((await readdir(own.folder)).filter((name) => name.endsWith('.json'))).toEqual([
		'strategy.json',
	]);
	expect(await checkout()).toEqual(before);
});

test('--demo, nothing done: nothing is asked', async () => {
	const learner = await sitDown(await desk(), {args: ['--demo']});
	expect(await learner.quit()).toBe(0);
});

test('--read-only: a banner, every recording key refused, the news of others shown', async () => {
	const own = await desk();
	const content = await readFile(own.file, 'utf8');
	const member = await sitDown(own, {args: [own.file, '--read-only']});
	expect(member.line(0)).toContain('READ ONLY');
	await member.do('2', /▸ P1-04/);
	for (const key of ['s', 'c', 'a', 'd', 'u']) {
		await member.do(key, `${key}: this session is read-only`);
	}
	await member.do(':', 'Quick line');
	await member.type('s P1-04 delivered');
	await member.do('enter', /this session is read-only/);
	await member.do('escape', /▸ P1-04/);
	expect(await readFile(own.file, 'utf8')).toBe(content);
	expect(await exists(path.join(own.folder, '.strategy.json.lock'))).toBe(false);

	const clerk = await sitDown(own, {args: [own.file, '--as', 'Clerk']});
	await clerk.do(':', 'Quick line');
	await clerk.type('s P2-08 delivered');
	await clerk.do('enter', 'Saved r2');
	await member.waitFor(/r2 +Clerk \(login \S+\) set P2-08/);
	expect(await member.quit()).toBe(0);
});
