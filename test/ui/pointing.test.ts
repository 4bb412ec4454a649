// What a pointer does: nothing that a key would not do.
import {expect, test} from 'vitest';
import {windowOf} from '../../source/ui/components/window.ts';
import {placeOf, type State} from '../../source/ui/state.ts';
import type {Pointer} from '../../source/ui/terminal/pointer.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {update} from '../../source/ui/update.ts';
import {lincolnshire, newStore, sit} from './scene.ts';

const theme = themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'});

const plain = (state: State): string[] =>
	windowOf(state, theme).map((line) =>
		(typeof line === 'string' ? line : line.left.padEnd(line.column) + line.right).replaceAll(
			/\u001B\[[\d;]*m/g,
			'',
		),
	);

/** Where a text stands on the screen. */
function placeOfText(state: State, text: string): {column: number; row: number} {
	const lines = plain(state);
	const row = lines.findIndex((line) => line.includes(text));
	expect(row, `“${text}” in\n${lines.join('\n')}`).toBeGreaterThanOrEqual(0);
	return {row, column: lines[row]?.indexOf(text) ?? 0};
}

const point = (state: State, pointer: Pointer['pointer'], text: string): State =>
	update(state, {kind: 'pointer', pointer, ...placeOfText(state, text)}).state;

async function at(keys: string[], size = {columns: 80, rows: 24}): Promise<State> {
	const {session, press} = sit({store: newStore(lincolnshire()), ...size});
	await press(...keys);
	return session.getState();
}

test.each([
	[60, 16],
	[80, 24],
	[79, 24],
	[105, 30],
	[106, 30],
	[120, 40],
	[200, 60],
])('at %i×%i each tab leads to its screen', async (columns, rows) => {
	let state = await at([], {columns, rows});
	const screens = [
		'walk',
		'portfolio',
		'meeting',
		'register',
		'log',
		'minutes',
		'members',
		'strategy',
		'overview',
	];
	for (const screen of screens) {
		const key = 'overview walk portfolio meeting register log minutes members strategy'
			.split(' ')
			.indexOf(screen);
		const line = plain(state)[2] ?? '';
		state = update(state, {
			kind: 'pointer',
			pointer: 'click',
			row: 2,
			column: line.indexOf(String(key + 1)),
		}).state;
		expect(placeOf(state).screen).toBe(screen);
		expect(plain(state)[2]).toMatch(/\[\w+\]/);
		expect(plain(state)[2]).not.toContain('…');
	}
});

test('a click selects a row, a second one opens it', async () => {
	const list = await at(['3']);
	const selected = point(list, 'click', 'Telephony Enablement');
	expect(placeOf(selected)).toMatchObject({screen: 'portfolio', selected: 'projects/P1-04'});
	expect(placeOf(point(selected, 'click', 'Telephony Enablement'))).toMatchObject({
		screen: 'project',
		id: 'P1-04',
	});
});

test('a hint at the bottom does what its key does', async () => {
	const list = point(await at(['3']), 'click', 'Telephony Enablement');
	const form = point(list, 'click', 's status');
	expect(plain(form).join('\n')).toContain('Status of P1-04');
	// And leads out again.
	expect(placeOf(point(form, 'click', 'leave')).screen).toBe('portfolio');
});

test('the wheel goes on by a row in a list, by lines on a page, and beside a list in its pane', async () => {
	const list = await at(['3'], {columns: 120, rows: 20});
	expect(placeOf(point(list, 'down', 'DMARC')).selected).toBe('projects/P1-02');
	expect(placeOf(point(point(list, 'down', 'DMARC'), 'up', 'DMARC')).selected).toBe(
		'projects/P1-01',
	);
	const page = await at(['7'], {columns: 80, rows: 16});
	expect(placeOf(point(page, 'down', 'Minutes of')).scroll).toBe(3);
	const beside = await at([], {columns: 120, rows: 20});
	const read = point(beside, 'down', 'more lines');
	expect(placeOf(read).selected).toBe(placeOf(beside).selected);
	expect(plain(read)).not.toEqual(plain(beside));
});

test('where one types, behind a question, on a blanked screen and on the wall it does nothing', async () => {
	const form = await at(['2', 's']);
	for (const pointer of ['click', 'up', 'down'] as const)
		expect(point(form, pointer, 'Confidence')).toEqual(form);
	const blanked = await at(['3', '.']);
	expect(point(blanked, 'click', 'Blanked')).toEqual(blanked);
	const wall: State = {...(await at(['3'])), follows: 'locked'};
	expect(point(wall, 'click', 'DMARC')).toEqual(wall);
	const empty = await at(['3']);
	const below = update(empty, {kind: 'pointer', pointer: 'click', column: 400, row: 190}).state;
	expect(below).toEqual(empty);
});
