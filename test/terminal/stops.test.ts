// What spoils a screen from outside, and what stops the program: it comes back as it was.
import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {desk, readSample, sitDown} from './boardwalk.ts';

const drawing = {alternate: true, cursorHidden: true, bracketedPaste: true};
const shell = {alternate: false, cursorHidden: false, bracketedPaste: false};

/** The state of a process in the system's table: T while it is stopped. */
const stateOf = async (pid: number) =>
	/\) (\S)/.exec(await readFile(`/proc/${pid}/stat`, 'utf8'))?.[1];

test('a message to all spoils the screen; Ctrl+L draws it anew, in a list, a form and help', async () => {
	const clerk = await sitDown(await desk());
	for (const [keys, wanted] of [
		['3', /▸ P1-01/],
		['c', 'Comment on P1-01'],
		['f1', 'Keys that work here'],
	] as const) {
		const before = await clerk.do(keys, wanted);
		clerk.scribble('\r\nBroadcast message from root@server:\r\nThe system goes down at 5\r\n\n\n');
		await clerk.waitFor('Broadcast message');
		clerk.press('ctrl+l');
		await clerk.waitFor((text) => text === before);
		// Where one types the terminal's own cursor is seen.
		expect(clerk.modes()).toEqual({...drawing, cursorHidden: keys !== 'c'});
	}
});

test('SIGSTOP, what a shell does meanwhile, and fg: single keys, no echo, a fresh screen', async () => {
	const clerk = await sitDown(await desk());
	const before = await clerk.do('3', /▸ P1-01/);
	clerk.signal('SIGSTOP');
	await expect.poll(() => stateOf(clerk.pid)).toBe('T');
	await clerk.stty('sane');
	clerk.scribble(
		'\u001B[?1049l\u001B[?25h\u001B[?7h\u001B[?2004l$ make\r\nall is up to date\r\n$ fg\r\n',
	);
	await clerk.waitFor('$ fg');
	clerk.signal('SIGCONT');
	await clerk.waitFor((text) => text === before);
	await clerk.ready();
	expect(clerk.modes()).toEqual(drawing);
	expect(clerk.wraps()).toBe(false);
	await clerk.do('j', /▸ P1-02/);
	expect(clerk.text()).not.toContain('make');
	expect(await clerk.quit()).toBe(0);
	expect(clerk.modes()).toEqual(shell);
	expect(clerk.wraps()).toBe(true);
});

test('SIGTSTP from outside gives the terminal back first', async () => {
	const clerk = await sitDown(await desk());
	const before = await clerk.do('3', /▸ P1-01/);
	clerk.signal('SIGTSTP');
	await expect.poll(() => stateOf(clerk.pid)).toBe('T');
	await expect.poll(clerk.modes).toEqual(shell);
	expect(await clerk.stty('-a')).toMatch(/(?<!-)\bicanon\b/);
	clerk.signal('SIGCONT');
	await clerk.waitFor((text) => text === before);
	await clerk.ready();
	expect(clerk.modes()).toEqual(drawing);
	expect(clerk.wraps()).toBe(false);
	await clerk.do('c', 'Comment on P1-01');
	expect(await clerk.do('escape', /▸ P1-01/)).toBeTruthy();
	expect(await clerk.quit()).toBe(0);
});

test('a row that the terminal takes for wider than it is spoils no other', async () => {
	const database = await readSample();
	const project = database.projects.find(({id}) => id === 'P1-01');
	if (!project) throw new Error('the sample is another');
	// Syllables of six code points: two cells for Ink, six for this terminal.
	project.title = 'स्त्री'.repeat(20);
	const own = await desk(database);
	// A terminal that gives every code point a cell of its own.
	const clerk = await sitDown(own, {wide: true});
	await clerk.do('3', /▸ P1-01/);
	const rows = clerk.text().split('\n');
	const at = rows.findIndex((row) => row.includes('P1-01'));
	for (const [below, id] of ['P1-02', 'P1-03', 'P1-04'].entries()) {
		expect(rows[at + 1 + below]).toMatch(new RegExp(`^  ${id} `));
	}
	await clerk.do('j', /▸ P1-02/);
	expect(clerk.line(at + 2)).toMatch(/^  P1-03 /);
	// The first row of the screen is where it was.
	expect(clerk.line(0)).toContain('IMT Strategy');
});

test('a terminal that claims 65,535 columns is drawn in like a large one', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	clerk.claim(65_535, 65_535);
	// Of so large a picture this screen shows the end.
	await clerk.do('3', 'M table');
	const {bytes} = clerk.received();
	expect(bytes).toBeLessThan(1_000_000);
	clerk.claim(80, 24);
	await clerk.waitFor(/▸ P1-01/);
	expect(await clerk.quit()).toBe(0);
});
