// What is read out before it is taken looks like it, and a document's headings look like headings.
import {expect, test} from 'vitest';
import {themeFor} from '../../source/ui/theme.ts';
import {cabinetMeeting, makeCouncil, played} from '../helpers/council.ts';
import {rollTaken} from '../helpers/database.ts';
import {lincolnshire, open} from './scene.ts';

/** The cabinet in session, and what is recommended to it read back. */
const readBack = async (theme: ReturnType<typeof themeFor>) => {
	const opened = played(makeCouncil(), ['09:00', {kind: 'meeting/open', id: cabinetMeeting}]);
	const there = rollTaken(opened, ['leader', 'deputy', 'holder'], cabinetMeeting);
	const database = played(there, [
		'09:05',
		{kind: 'meeting/move', id: cabinetMeeting, from: 'I-12', to: 'I-13'},
	]);
	return open({theme, database}, '4', 'r');
};

test('in a read-back the wording is in bold under a heavy line, and Enter says what it records', async () => {
	const app = await readBack(themeFor({LANG: 'C.UTF-8', TERM: 'xterm-256color'}));
	const lines = app.text().split('\n');
	const top = lines.findIndex((line) => line === '━'.repeat(80));
	expect(lines[top + 1]?.trim()).toBe('Read back: this is what will be recorded');
	expect(app.frame()).toContain('\u001B[1m  That the contract be let.\u001B[22m');
	expect(app.text()).toContain('Enter Record it');
});

test('without colour and in ASCII it is set apart as well', async () => {
	const app = await readBack(themeFor({LANG: 'C', NO_COLOR: '1'}));
	expect(app.text()).toContain('='.repeat(80));
	expect(app.frame()).toContain('\u001B[7m Read back: this is what will be recorded \u001B[27m');
	expect(app.frame()).toContain('\u001B[1m  That the contract be let.\u001B[22m');
});

test('another question is not a read-back', async () => {
	const app = await open({}, '4', 'o', 'X');
	expect(app.text()).toContain('Close M-2');
	expect(app.text()).not.toContain('━');
});

test('minutes are previewed with headings, not with the signs of plain text', async () => {
	const app = await open({database: lincolnshire(), rows: 60}, '7');
	expect(app.text()).not.toMatch(/^ =+$/m);
	expect(app.text()).not.toMatch(/^ -+$/m);
	const lines = app.text().split('\n');
	const heading = lines.find((_, index) => /^ ─+$/.test(lines[index + 1] ?? ''))?.trim() ?? '';
	expect(heading).not.toBe('');
	expect(app.frame()).toContain(`\u001B[1m ${heading}\u001B[22m`);
});
