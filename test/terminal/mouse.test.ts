// Wheel and click, where they were asked for: asked of the terminal, and given back however it ends.
import {mkdir, writeFile} from 'node:fs/promises';
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
