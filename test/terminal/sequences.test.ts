// What the program sends: only what xterm, tmux, screen, mosh and the Linux console all understand.
import {chmod, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {expect, test} from 'vitest';
import {desk, sitDown} from './boardwalk.ts';

/**
 * Control sequences that all five know, by their final byte: cursor up and down, to a column, to a place;
 * erase what follows on the screen and in a line; colours; whether they are well. Each of them also reads any DEC private mode and
 * leaves alone what it does not know, so that the modes here do no harm where they mean nothing: no line
 * wrapping (7), the cursor (25), the other screen (1049), pastes with marks (2004), whole frames (2026). The
 * question for the colour of the ground (OSC 11) is swallowed whole where it is not known; the Linux console, which
 * would write it, is not asked.
 */
const known = [
	/^\[\d*[AB]$/,
	/^\[\d*G$/,
	/^\[(?:\d+;\d+)?H$/,
	/^\[0?J$/,
	/^\[[02]?K$/,
	/^\[[\d;]*m$/,
	/^\[5n$/,
];
const modes = new Set(['7', '25', '1049', '2004', '2026']);

function unknownIn(raw: string): string[] {
	const found = new Set<string>();
	// A sequence, or an Escape that begins none; and all other controls.
	for (const [whole] of raw
		.replaceAll('\u001B]11;?\u0007', '')
		.matchAll(/\u001B(?:\[[0-?]*[ -/]*[@-~]|.?)|[\0-\x1F\x7F-\x9F]/gs)) {
		const sequence = whole.slice(1);
		const [, mode] = /^\[\?(\d+)[hl]$/.exec(sequence) ?? [];
		const isKnown =
			whole === '\r' ||
			whole === '\n' ||
			(whole.length > 1 && known.some((one) => one.test(sequence))) ||
			(mode !== undefined && modes.has(mode));
		if (!isKnown) found.add(JSON.stringify(whole));
	}
	return [...found];
}

test('the list itself: what mosh or the Linux console do not know is found', () => {
	expect(unknownIn('a\u001B[E\u001B[3J\u001B]0;t\u0007\u001B[?1000h\u001Bc')).toHaveLength(6);
	expect(unknownIn('\u001B[?1049h\u001B[2K\u001B[1A\u001B[G\u001B[38;2;1;2;3mx\r\n')).toEqual([]);
});

test('a whole session sends nothing else', async () => {
	const own = await desk();
	const editor = path.join(own.folder, 'editor');
	await writeFile(editor, '#!/bin/sh\necho edited >"$1"\n');
	await chmod(editor, 0o755);
	const clerk = await sitDown(own, {env: {EDITOR: editor, VISUAL: ''}});
	const steps: [keys: string | string[], wanted: string | RegExp][] = [
		['2', /▸ P1-04/],
		['s', '[i In progress]'],
		['d', '[d Delivered]'],
		['ctrl+d', 'Saved r2'],
		['3', /▸ P1-01/],
		[['j', 'j', 'j'], /▸ P1-04/],
		['M', '│'],
		['M', /▸ P1-04/],
		[['/', 'a'], 'Filter'],
		['escape', /▸ P1-/],
		['enter', 'Updates, newest first'],
		['4', 'Agenda'],
		['o', 'LIVE M-2'],
		['t', 'Roll of M-2'],
		['A', '6/6 present'],
		['escape', '─ Agenda'],
		['L', 'lawfully'],
		['4', '─ Agenda'],
		['i', 'Note on item'],
		['ctrl+o', 'edited'],
		['ctrl+d', /Saved r\d/],
		['.', 'Blanked'],
		['.', '─ Agenda'],
		['?', 'Keys that work here'],
		['escape', '─ Agenda'],
		[':', 'Quick line'],
		['escape', '─ Agenda'],
		['5', '[1 decision]'],
		['6', 'acts, newest first'],
		['7', 'Minutes of'],
		['8', ': members'],
		['ctrl+l', ': members'],
	];
	for (const [keys, wanted] of steps) await clerk.do(keys, wanted);
	clerk.resize(120, 40);
	await clerk.waitFor((text) => text.split('\n')[39]?.includes('help') ?? false);
	clerk.resize(50, 10);
	await clerk.waitFor('larger window');
	clerk.resize(80, 24);
	await clerk.waitFor(': members');
	expect(await clerk.quit()).toBe(0);
	expect(unknownIn(clerk.raw())).toEqual([]);
	// Nor does it leave a mode behind.
	expect(clerk.modes()).toEqual({
		alternate: false,
		cursorHidden: false,
		bracketedPaste: false,
	});
	expect(clerk.wraps()).toBe(true);
});
