// Wheel and click, where they were asked for: asked of the terminal, and given back however it ends.
import {chmod, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {desk, sitDown} from './boardwalk.ts';

const asked = '\u001B[?1000h\u001B[?1006h';
const given = '\u001B[?1006l\u001B[?1000l';
/** The first button pressed and let go, over a cell from 1. */
const click = (column: number, row: number) =>
	`\u001B[<0;${column};${row}M\u001B[<0;${column};${row}m`;

test('nobody who has not asked for it: a click does nothing, and the terminal is asked for none', async () => {
	const clerk = await sitDown(await desk());
	clerk.send(click(12, 3));
	await clerk.do('3', '[Portfolio]');
	expect(clerk.raw()).not.toContain('?1000h');
});

test('--mouse: a tab, a row, the wheel; given back when the program is ended', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {args: [own.file, '--mouse']});
	expect(clerk.raw()).toContain(asked);
	const column = clerk.line(2).indexOf('3Portfolio') + 1;
	clerk.send(click(column, 3));
	await clerk.waitFor('[Portfolio]');
	const row =
		clerk
			.text()
			.split('\n')
			.findIndex((line) => line.includes('P1-04')) + 1;
	clerk.send(click(10, row));
	await clerk.waitFor('▸ P1-04');
	clerk.send('\u001B[<65;10;10M');
	await clerk.waitFor('▸ P1-05');
	const before = clerk.raw().length;
	clerk.signal('SIGTERM');
	await clerk.exited;
	expect(clerk.raw().slice(before)).toContain(given);
});

test('the settings ask for it once and for all', async () => {
	const own = await desk();
	const folder = path.join(own.folder, '.config', 'boardwalk');
	await mkdir(folder, {recursive: true});
	await writeFile(path.join(folder, 'settings.json'), '{"mouse": true}');
	const clerk = await sitDown(own);
	expect(clerk.raw()).toContain(asked);
	clerk.press('q');
	await clerk.exited;
	expect(clerk.raw()).toContain(given);
});

test('stopped and gone on with: the shell has its clicks meanwhile, and the program has them again', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {args: [own.file, '--mouse']});
	const before = await clerk.do('3', /▸ P1-01/);
	clerk.signal('SIGTSTP');
	await expect.poll(clerk.hearsPointer).toBe(false);
	expect(clerk.modes()).toEqual({alternate: false, cursorHidden: false, bracketedPaste: false});
	clerk.signal('SIGCONT');
	await clerk.waitFor((text) => text === before);
	await clerk.ready();
	expect(clerk.hearsPointer()).toBe(true);
	clerk.send('\u001B[<65;10;10M');
	await clerk.waitFor('▸ P1-02');
	expect(await clerk.quit()).toBe(0);
	expect(clerk.hearsPointer()).toBe(false);
});

test('an editor has its clicks to itself, then the program has them again', async () => {
	const own = await desk();
	const file = path.join(own.folder, 'editor');
	await writeFile(file, `#!/bin/sh\nprintf 'press enter '; read line; echo edited >"$1"\n`);
	await chmod(file, 0o755);
	const env = {EDITOR: file, VISUAL: ''};
	const clerk = await sitDown(own, {args: [own.file, '--mouse'], env});
	await clerk.do('3', /▸ P1-01/);
	await clerk.do('c', 'Comment on P1-01');
	await clerk.do('ctrl+o', 'press enter');
	expect(clerk.hearsPointer()).toBe(false);
	await clerk.do('enter', 'edited');
	await clerk.ready();
	expect(clerk.hearsPointer()).toBe(true);
	await clerk.do('escape', /▸ P1-01/);
	clerk.send('\u001B[<65;10;10M');
	await clerk.waitFor('▸ P1-02');
});

test.each([
	['a timer', `setTimeout(() => { throw new Error('spoilt'); }, 0)`],
	['a promise', `Promise.reject(new Error('spoilt'))`],
	['drawing', `Array.prototype.toSorted = () => { throw new Error('spoilt'); }`],
])('given back after a crash in %s', async (_, fault) => {
	const own = await desk();
	const file = path.join(own.folder, 'fault.mjs');
	await writeFile(file, `process.on('SIGUSR2', () => { ${fault}; });`);
	const clerk = await sitDown(own, {
		args: [own.file, '--mouse'],
		env: {NODE_OPTIONS: `--import ${file}`},
	});
	expect(clerk.hearsPointer()).toBe(true);
	clerk.signal('SIGUSR2');
	// Only what is drawn next meets the fault.
	const pressing = setInterval(() => clerk.press('3'), 100);
	const {exitCode} = await clerk.exited.finally(() => clearInterval(pressing));
	expect(exitCode).toBe(1);
	expect(clerk.text()).toContain('boardwalk: unexpected: spoilt');
	expect(clerk.hearsPointer()).toBe(false);
	expect(clerk.modes()).toEqual({alternate: false, cursorHidden: false, bracketedPaste: false});
});

test('given back when the line is cut', async () => {
	const own = await desk();
	const clerk = await sitDown(own, {args: [own.file, '--mouse']});
	clerk.signal('SIGHUP');
	await clerk.exited;
	await expect.poll(clerk.hearsPointer).toBe(false);
});
