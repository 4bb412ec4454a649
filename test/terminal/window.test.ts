// Windows of every size, also while the program runs.
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {desk, look, sitDown} from './boardwalk.ts';

/** No row is wider than the window, and the frame's last row holds the keys. */
function expectWhole(text: string, columns: number, rows: number) {
	const lines = text.split('\n');
	expect(lines).toHaveLength(rows);
	for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
	expect(lines[0]).toContain('IMT Strategy');
	expect(lines.at(-1)).toContain('help');
	// Drawn once: nothing of another size stands there still.
	expect(text.split('IMT Strategy 2019–2022 ·')).toHaveLength(2);
	expect(text.split('Overview')).toHaveLength(2);
}

test('made larger, too small and as before, in the middle of a form', async () => {
	const own = await desk();
	const clerk = await sitDown(own);
	await clerk.do('2', /▸ P1-04/);
	await clerk.do('c', 'Comment on P1-04');
	await clerk.type('Written in any window');
	expectWhole(clerk.text(), 80, 24);

	clerk.resize(120, 40);
	await clerk.waitFor((text) => text.split('\n')[39]?.includes('help') ?? false);
	expectWhole(clerk.text(), 120, 40);
	expect(clerk.text()).toContain('Written in any window');

	clerk.resize(59, 15);
	await clerk.waitFor('Boardwalk needs a larger window');
	await clerk.waitFor('at least 60 columns by 16 lines');
	await clerk.waitFor('This one has 59 by 15');
	expect(clerk.text()).not.toContain('IMT Strategy');
	// What is not seen is not done.
	clerk.press('ctrl+d');

	clerk.resize(80, 24);
	await clerk.waitFor('Written in any window');
	expectWhole(clerk.text(), 80, 24);
	expect((await look(own.file)).revision).toBe(0);
	await clerk.do('ctrl+d', 'Saved r2');
	await clerk.waitFor(/▸ P1-04/);
	expect(await clerk.quit()).toBe(0);
});

test('a second pane from 120 columns, and beside the projects of a walk where their notes keep their width', async () => {
	const clerk = await sitDown(await desk(), {columns: 120, rows: 40});
	await clerk.do('5', /│ +D-1 /);
	clerk.resize(119, 40);
	await clerk.waitFor((text) => !text.includes('│'));
	clerk.resize(120, 40);
	await clerk.waitFor(/│ +D-1 /);
	await clerk.do('2', /▸ P1-04/);
	expect(clerk.text()).not.toContain('Upgrades the Avaya software');
	clerk.resize(200, 40);
	await clerk.waitFor('Upgrades the Avaya software');
	expect(clerk.line(3)).toMatch(/Priority 1 of 3: .* P1-04 +Telephony Enablement/);
});

test('every screen has room at 60 by 16', async () => {
	const clerk = await sitDown(await desk(), {columns: 60, rows: 16});
	expectWhole(clerk.text(), 60, 16);
	const steps: [keys: string | string[], wanted: string | RegExp][] = [
		['2', /▸ P1-04/],
		['s', 'Status of P1-04'],
		['escape', /▸ P1-04/],
		['3', /▸ P1-01/],
		['enter', 'P1-01  '],
		['4', 'Agenda'],
		['o', 'LIVE M-2'],
		['t', 'Roll of M-2'],
		['A', '6/6 present'],
		['escape', /─ Agenda/],
		['d', 'Decision on item 1'],
		// The last field is scrolled into sight.
		[['shift+tab', 'shift+tab'], /▸ Step/],
		['escape', /─ Agenda/],
		['5', '[1 decision]'],
		['6', 'acts, newest first'],
		['?', 'Keys that work here'],
	];
	for (const [keys, wanted] of steps) {
		await clerk.do(keys, wanted);
		const lines = clerk.text().split('\n');
		expect(lines).toHaveLength(16);
		expect(lines[0]).toContain('IMT Strategy');
	}
	await clerk.do('escape', /▸ r\d/);
	expect(await clerk.quit()).toBe(0);
});

test('too small from the start, q still leaves', async () => {
	const clerk = await sitDown(await desk(), {columns: 40, rows: 10, first: /larger/});
	expect(await clerk.quit()).toBe(0);
});
