import {expect, test} from 'vitest';
import {cabinetDatabase} from '../helpers/cabinet.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {type App, chairHolds, newStore, open, statusLine} from './scene.ts';

const text = 'Blanked. Press . to go on.';

/** Everything that is drawn, without the space around it. */
const seen = (app: App): string => app.text().trim();

test.each([
	['a list', ['3']],
	['a page', ['3', 'enter']],
	['the minutes', ['7']],
	['the matrix', ['3', 'M']],
	['help', ['?']],
	['a question', ['4', 'o', 'X']],
])('. hides %s at once, header and footer too, and brings it back', async (_, keys) => {
	const app = await open({}, ...keys);
	const before = app.text();
	await app.press('.');
	await expect(app).toShow(text);
	expect(seen(app)).toBe(text);
	await app.press('.');
	await expect(app).toShow('Digital Strategy');
	expect(app.text()).toBe(before);
});

test.each([
	['a form, half typed', ['2', 'c', 'H', 'a', 'l', 'f'], 'Half'],
	['the quick line', [':', 's', ' ', 'P', '1'], 's P1'],
	['a filter', ['3', '/', 'l', 'a', 'p'], 'Filter: lap'],
	['help', ['?'], 'Keys that work here'],
	['a question', ['4', 'o', 'X'], 'Close M-2'],
])('Ctrl+P hides %s, and what was typed comes back', async (_, keys, shown) => {
	const app = await open({}, ...keys);
	await expect(app).toShow(shown);
	await app.press('ctrl+p');
	await expect(app).toShow(text);
	expect(seen(app)).toBe(text);
	await app.press('ctrl+p');
	await expect(app).toShow(shown);
});

test('in a form a full stop is a full stop', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Done.');
	await expect(app).toShow('Comment      Done.');
});

test('while it is blanked no other key acts, whatever lies under it', async () => {
	const app = await open({}, '4', 'o', 'X', '.');
	const {revision} = app.database();
	await app.press('y', 'q', 'escape', 'ctrl+c', 'x', 'n', '1', ':', '?', 'alt+x', 'down', ' ');
	expect(seen(app)).toBe(text);
	expect(app.database().revision).toBe(revision);
	expect(app.hasLeft()).toBe(false);
	await app.press('enter');
	await expect(app).toShow('Close M-2');
});

test('nothing can be pasted into it', async () => {
	const app = await open({}, '2', 'c', 'ctrl+p');
	app.session.send({kind: 'paste', text: 'secret'});
	await app.press('ctrl+p');
	await expect(app).toShow('Comment on P1-02');
	expect(app.text()).not.toContain('secret');
});

test('what others do meanwhile is not shown until it is brought back', async () => {
	const store = newStore();
	const app = await open({store}, '3', '.');
	await chairHolds({store});
	await app.session.idle();
	expect(seen(app)).toBe(text);
	await app.press('.');
	await expect(app).toShow('On hold');
	expect(statusLine(app)).toContain('Chair (login reed) set P1-02');
});

test('what was last saved is still told afterwards, whatever was pressed', async () => {
	const app = await open({}, '2', 's', 'd', 'enter');
	await expect(app).toShow('Saved r2');
	await app.press('.', 'x', '.');
	await expect(app).toShow('Saved r2');
});

test('a window of another size stays blanked', async () => {
	const app = await open({database: cabinetDatabase()}, '7', '.');
	app.resize(120, 40);
	await expect(app).toShow(text);
	expect(seen(app)).toBe(text);
});

test.each([
	['ASCII', themeFor({LANG: 'C'})],
	['a screen reader', themeFor({LANG: 'C.UTF-8', INK_SCREEN_READER: 'true'})],
])('%s: the one line is all there is', async (_, theme) => {
	const app = await open({theme}, '3', '.');
	await expect(app).toShow(text);
	expect(seen(app)).toBe(text);
});

test('the line is in the middle', async () => {
	const app = await open({}, '.');
	const lines = app.text().split('\n');
	const row = lines.findIndex((line) => line.includes(text));
	expect(row).toBeGreaterThan(9);
	expect(row).toBeLessThan(14);
	expect(lines[row]?.indexOf(text)).toBe(27);
});
