// Two people at two terminals, one database.
import {expect, test} from 'vitest';
import {desk, look, rowOf, sitDown} from './boardwalk.ts';

test('what one sets, the other sees: cursor and half-typed text stay where they are', async () => {
	const own = await desk();
	const [clerk, chair] = await Promise.all([
		sitDown(own, {args: [own.file, '--as', 'Clerk']}),
		sitDown(own, {args: [own.file, '--as', 'Chair']}),
	]);
	await chair.do(['3', 'G'], /▸ P2-08/);
	await chair.do('k', /▸ P2-07/);
	await chair.do('c', 'Comment on P2-07');
	await chair.type('We should come back to');

	await clerk.do(':', 'Quick line');
	await clerk.type('s P2-08 in-progress Papers are in');
	await clerk.do('enter', /Saved r2/);

	// The chair reads of it, goes on typing, and finds the list as it was left.
	await chair.waitFor(/r2 +Clerk \(login \S+\) set P2-08/);
	expect(chair.text()).toContain('We should come back to');
	await chair.type(' this in spring.');
	await chair.waitFor('We should come back to this in spring.');
	await chair.do('ctrl+d', /Saved r3: Chair .*P2-07/);
	await chair.waitFor(/▸ P2-07/);
	expect(rowOf(chair.text(), 'P2-08')).toContain('In progress');
	await clerk.waitFor(/r3 +Chair .*P2-07/);

	const {projects} = await look(own.file);
	expect(projects.find(({id}) => id === 'P2-07')?.updates.at(-1)?.note).toBe(
		'We should come back to this in spring.',
	);
});

test('both set the same status: the second reads both values and who was first', async () => {
	const own = await desk();
	const [clerk, chair] = await Promise.all([
		sitDown(own, {args: [own.file, '--as', 'Clerk']}),
		sitDown(own, {args: [own.file, '--as', 'Chair']}),
	]);
	await chair.do(['2', 's'], 'Status of P1-04');
	await chair.do('h', '[h On hold]');
	await chair.do(['tab', 'tab'], 'why, in a sentence');
	await chair.type('Waiting for the supplier');

	await clerk.do(['2', 's'], 'Status of P1-04');
	await clerk.do('d', '[d Delivered]');
	await clerk.do('ctrl+d', /Saved r2/);
	await chair.waitFor(/r2 +Clerk \(login \S+\) set P1-04/);

	// Nothing is overwritten unseen: the form stays, with what was typed.
	const told = await chair.do('ctrl+d', /Save again/);
	const flat = told.replaceAll(/\s+/g, ' ');
	expect(flat).toContain('In progress');
	expect(flat).toContain('Delivered');
	expect(flat).toContain('On hold');
	expect(flat).toContain('Clerk');
	expect(flat).toContain('Waiting for the supplier');
	expect((await look(own.file)).revision).toBe(2);

	// Meant all the same: saved again.
	await chair.do('ctrl+d', /Saved r3: Chair set P1-04 .* from Delivered/);
	const project = (await look(own.file)).projects.find(({id}) => id === 'P1-04');
	expect(project?.status).toBe('on-hold');
	expect(await Promise.all([clerk.quit(), chair.quit()])).toEqual([0, 0]);
});
