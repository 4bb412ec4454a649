// A session killed while it saves leaves a good file: the act is in it whole, or not at all.
import {watch} from 'node:fs';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {soak} from '../helpers/figures.ts';
import {desk, look, sitDown} from './boardwalk.ts';

test('kill -9 while a temporary file stands beside the database', async () => {
	const own = await desk();
	let revision = 0;
	let caught = 0;
	for (let round = 0; round < (soak ? 50 : 8); round++) {
		const clerk = await sitDown(own);
		await clerk.do(':', 'Quick line');
		await clerk.type(`c P1-04 Round ${round}`);
		// The first sign of a save kills it; on the other rounds a moment later, after some of it.
		let signs = 0;
		const watcher = watch(own.folder, (_event, name) => {
			if (name?.endsWith('.tmp') && ++signs > round % 4) clerk.signal('SIGKILL');
		});
		await clerk.do('enter', /Saved r\d+/).catch(() => undefined);
		clerk.signal('SIGKILL');
		expect(await clerk.exited).toMatchObject({signal: 'SIGKILL'});
		watcher.close();

		const found = await look(own.file);
		const {updates = []} = found.projects.find(({id}) => id === 'P1-04') ?? {};
		const isIn = updates.at(-1)?.note === `Round ${round}`;
		if (!isIn) caught++;
		expect(found.revision === revision).toBe(!isIn);
		revision = found.revision;
	}
	// Some were killed before the file was replaced, or else this has tested nothing.
	expect(caught).toBeGreaterThan(0);

	// Nothing is locked, nothing keeps lying about.
	const clerk = await sitDown(own);
	await clerk.do(':', 'Quick line');
	await clerk.type('s P1-04 cancelled');
	await clerk.do('enter', /Saved r\d+/);
	expect((await readdir(own.folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
	expect(await readdir(path.dirname(own.file))).toContain('strategy.json');
});
