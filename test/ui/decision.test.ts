import {expect, test} from 'vitest';
import {into, keysOf, lincolnshire, lineWith, open, selectedLine} from './scene.ts';

/** The decision form on the report of the November meeting, everybody present. */
const deciding = () => open({}, '4', 'o', 't', 'A', 'escape', 'n', 'n', 'd');

test('is prefilled from the report', async () => {
	const app = await deciding();
	await expect(app).toShow(
		'Recommended: That progress be noted.',
		'Title        Progress of the strategy',
	);
	await expect(app).toShow('Resolution   That progress be noted.', '[a Approved]');
});

test('is recorded with mover and seconder, by initials and by a part of the name', async () => {
	const app = await deciding();
	await into(app, 'outcome', 'n');
	await into(app, 'mover', 'gd');
	await expect(app).toShow('Gwen Davies');
	await into(app, 'seconder', 'smith');
	await expect(app).toShow('Joan Smith');
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('recorded decision D-2 “Progress of the strategy”: Noted');
	expect(app.database().decisions.at(-1)).toMatchObject({
		meeting: 'M-2',
		item: 'I-4',
		outcome: 'noted',
		mover: 'davies',
		seconder: 'smith',
		recommendation: 'That progress be noted.',
	});
});

test('a name that may be two people is told as it is typed, and when it is saved', async () => {
	const app = await deciding();
	await into(app, 'mover', 'jo');
	await expect(app).toShow('“jo” may be Joan Smith or Peter Jones');
	await app.press('tab', 'ctrl+d');
	await expect(app).toShow('“jo” may be Joan Smith or Peter Jones');
	expect(selectedLine(app)).toContain('Mover');
});

test('a name that nobody has is told', async () => {
	const app = await deciding();
	await into(app, 'seconder', 'brown');
	await expect(app).toShow('nobody is called “brown”');
	await app.press('ctrl+d');
	expect(selectedLine(app)).toContain('Seconder');
	expect(app.database().decisions).toHaveLength(1);
});

test('nobody seconds their own motion, and the cursor goes to the seconder', async () => {
	const app = await deciding();
	await into(app, 'mover', 'gd');
	await into(app, 'seconder', 'gd');
	await app.press('ctrl+d');
	await expect(app).toShow('the mover cannot second their own motion');
	expect(selectedLine(app)).toContain('Seconder');
});

test('needs a resolution', async () => {
	const app = await open({}, '4', 'o', 'd', 'ctrl+d');
	await expect(app).toShow('write what was resolved, word by word');
	expect(selectedLine(app)).toContain('Resolution');
});

test('needs a title', async () => {
	const app = await open({}, '4', 'o', 'd', 'ctrl+u', 'ctrl+d');
	await expect(app).toShow('a decision needs a title');
	expect(selectedLine(app)).toContain('Title');
});

test('on a project it is tied to the project and to the current item', async () => {
	const app = await open({}, '4', 'o', 't', 'A', 'escape', 'n', '2', 'd');
	await into(app, 'resolution', 'That it be hurried.');
	await app.press('ctrl+d', 'enter', 'enter');
	await expect(app).toShow('P1-02  Laptop Refresh', 'Decisions         D-2 Laptop Refresh');
	expect(app.database().decisions.at(-1)).toMatchObject({
		projects: ['P1-02'],
		item: 'I-3',
	});
});

test('a draft that is edited keeps who moved it, and nothing says that it was another', async () => {
	const app = await deciding();
	await into(app, 'mover', 'gd');
	await app.press('ctrl+d', 'enter', '5', 'e');
	expect(lineWith(app, 'Mover')).toContain('Gwen Davies');
	await into(app, 'seconder', 'pj');
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('Mover        Gwen Davies', 'Seconder     Peter Jones');
	expect(app.text()).not.toContain('Left out.');
});

test('of a single person it asks for no mover', async () => {
	const app = await open({}, '4', 'left', 'd');
	await expect(app).toShow('Decision on item 1 Approve the strategy');
	expect(app.text()).not.toContain('Mover');
});

test('for a real report the wording and the motion are within 24 lines, and every other field once it is reached', async () => {
	const app = await open({database: lincolnshire()}, '4', 'o', ...keysOf('nnnnnn'), 'd');
	await expect(app).toShow('item 7 of 8', 'Title', 'Resolution', 'Outcome', 'Seconder', 'Vote');
	for (const label of [
		'Vote',
		'Amendment',
		'Reasons',
		'Alternatives',
		'Ends',
		'Then status',
		'Then action',
		'Delegates',
		'Serves',
		'Step',
	]) {
		await app.press('tab');
		if (label === 'Vote') await app.press('tab');
		expect(selectedLine(app)).toContain(label);
	}
	await app.press('tab');
	await expect(app).toShow('[ Save ]  Enter saves');
});

test('r and Esc leave the room where it was: the next key moves it, and is not a letter in a form', async () => {
	const app = await open(
		{database: lincolnshire(), practice: true},
		...(['4', 'o', 't', 'A', 'escape', 'n', 'n', 'n', 'n', 'n', 'n', 'r'] as const),
	);
	await expect(app).toShow('Read back: this is what will be recorded');
	await app.press('confirm.no');
	await expect(app).toShow('NOW 7');
	await app.press('n');
	await expect(app).toShow('NOW 8');
	expect(app.database().decisions.some(({meeting}) => meeting === 'M-2')).toBe(false);
	// What somebody filled in stays, to be mended.
	await app.press('p', 'd', 'ctrl+d', 'confirm.no');
	await expect(app).toShow('Decision on item 7');
});
