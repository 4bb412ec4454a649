// A laptop was closed and its line has not been missed yet: the same person comes back while the session lives.
import {expect, test} from 'vitest';
import {boardwalk, desk, kept, look, sitDown} from './boardwalk.ts';

test('the half-written form of a session that still lives is taken over, and that session ends', async () => {
	const own = await desk();
	const laptop = await sitDown(own);
	await laptop.do('2', /▸ P1-04/);
	await laptop.do('c', 'Comment on P1-04');
	await laptop.type('Asked for a second quotation');
	await kept(own.env['XDG_STATE_HOME'] ?? '', 'second quotation');

	const desktop = await sitDown(own, {first: 'You are still connected'});
	expect(desktop.text()).toMatch(/Since \d\d:\d\d, at Walk/);
	await desktop.do('enter', 'What you had typed is back');
	await laptop.exited;
	expect(laptop.modes()).toMatchObject({alternate: false, cursorHidden: false});
	await desktop.type(' and a date');
	await desktop.do('ctrl+d', /Saved r\d+/);
	expect(await desktop.quit()).toBe(0);
	const {projects} = await look(own.file);
	expect(projects.find(({id}) => id === 'P1-04')?.updates.at(-1)?.note).toBe(
		'Asked for a second quotation and a date',
	);
	expect((await boardwalk(own, 'who', own.file)).out).toBe('nobody is connected\n');
});

test('one that hangs in its dead line is ended all the same', async () => {
	const own = await desk();
	const laptop = await sitDown(own);
	await laptop.do('2', /▸ P1-04/);
	await laptop.do('c', 'Comment on P1-04');
	await laptop.type('Before the line died');
	await kept(own.env['XDG_STATE_HOME'] ?? '', 'line died');
	laptop.signal('SIGSTOP');
	const desktop = await sitDown(own, {first: 'You are still connected'});
	await desktop.do('enter', 'What you had typed is back');
	expect(desktop.text()).toContain('Before the line died');
});

test('with nothing half written the other session is only told of, and Esc leaves both alone', async () => {
	const own = await desk();
	const first = await sitDown(own);
	const second = await sitDown(own, {
		first: /You are still connected since \d\d:\d\d, at Overview/,
	});
	await first.do('2', /▸ P1-04/);
	await first.do('c', 'Comment on P1-04');
	await first.type('Mine');
	await kept(own.env['XDG_STATE_HOME'] ?? '', 'Mine');
	const third = await sitDown(own, {first: 'You are still connected'});
	await third.do('escape', (text) => !text.includes('Take over'));
	await first.do('ctrl+d', /Saved r\d+/);
	for (const person of [first, second, third]) expect(await person.quit()).toBe(0);
});

test('who cannot keep drafts is told so at the start', async () => {
	const own = await desk();
	const env = {XDG_STATE_HOME: `${own.file}/state`};
	const clerk = await sitDown(own, {env, first: 'is lost if the line drops'});
	expect(await clerk.quit()).toBe(0);
});
