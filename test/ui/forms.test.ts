import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {fullStore, lineWith, newStore, open, selectedLine, statusLine} from './scene.ts';

const typed = async (app: Awaited<ReturnType<typeof open>>, ...parts: string[]) => {
	for (const [index, part] of parts.entries()) {
		if (index > 0) await app.press('tab');
		await app.type(part);
	}
};

test('a status takes three keys', async () => {
	const app = await open({}, '2', 's', 'd', 'enter');
	expect(statusLine(app)).toContain('Saved r2: Secretary set P1-02 Laptop Refresh');
	expect(selectedLine(app)).toContain('Delivered');
});

test('a status with confidence and a note', async () => {
	const app = await open({}, '2', 's', 'b', 'tab', 'r', 'tab');
	await app.type('No chips.');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2', '◇ Pending dependencies ▼ Red', 'No chips.');
});

test('a status that stays as it is asks for something to save', async () => {
	const app = await open({}, '2', 's', 'enter');
	await expect(app).toShow('nothing has changed yet: choose another status, or Esc');
});

test('in a choice, arrows and the space bar go round', async () => {
	const app = await open({}, '2', 's', 'left');
	await expect(app).toShow('[p Proposed]');
	await app.press(' ');
	await expect(app).toShow('[i In progress]');
});

test('Tab goes through all fields to the button and round again, Shift+Tab back', async () => {
	const app = await open({}, '2', 's');
	const stops: string[] = [];
	for (let index = 0; index < 5; index++) {
		stops.push(app.session.getState().stack.at(-1)?.form?.focus ?? '');
		await app.press('tab');
	}
	expect(stops).toEqual(['status', 'confidence', 'note', 'wayBack', 'save']);
	expect(selectedLine(app)).toContain('Status');
	await app.press('shift+tab');
	await expect(app).toShow('Enter saves');
});

test('the button saves', async () => {
	const app = await open({}, '2', 's', 'd', 'shift+tab', 'enter');
	await expect(app).toShow('Saved r2');
});

test('in a long text Enter is a new line, and Up and Down stay in it', async () => {
	const app = await open({}, '2', 'c');
	await app.type('one');
	await app.press('enter');
	await app.type('three');
	await app.press('up', 'end', 'enter');
	await app.type('two');
	await app.press('ctrl+d');
	expect(app.database().projects[1]?.updates.at(-1)?.note).toBe('one\ntwo\nthree');
});

test('Home, End and word moves', async () => {
	const app = await open({}, '2', 'c');
	await app.type('late because of chips');
	await app.press('home', 'T', 'o', 'o', ' ', 'end', 'ctrl+left', 'ctrl+w');
	await app.type('no ');
	await expect(app).toShow('Too late because no chips');
});

test('Esc keeps what was typed, and the same key brings it back with the cursor', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Half of thm');
	await app.press('left', 'escape');
	await expect(app).toShow('Priority 1 of 2', 'Kept what you typed; the same key brings it back.');
	await app.press('c');
	await expect(app).toShow('Half of thm', 'What you had typed is back. Ctrl+R starts again.');
	await app.press('e');
	await expect(app).toShow('Half of them');
});

test('every project keeps a draft of its own', async () => {
	const app = await open({}, '2', 'c', 'A', 'escape', 'n', 'c');
	expect(lineWith(app, 'Comment on')).toContain('P1-03');
	await app.press('B', 'escape', 'p', 'c');
	await expect(app).toShow('Comment      A');
});

test('a form in which nothing was typed leaves nothing behind', async () => {
	const app = await open({}, '2', 'c', 'escape', 'c');
	expect(app.text()).not.toContain('is back');
});

test('Ctrl+R starts again', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Nonsense');
	await app.press('ctrl+r');
	await expect(app).toShow('Started afresh.');
	expect(app.text()).not.toContain('Nonsense');
});

test('what was saved is not brought back', async () => {
	const app = await open({}, '2', 'c', 'A', 'escape', 'c', 'ctrl+d', 'c');
	await expect(app).toShow('Comment on P1-02');
	expect(app.text()).not.toContain('is back');
});

test('an empty comment is asked for, with the cursor where it belongs', async () => {
	const app = await open({}, '2', 'c', 'tab', 'ctrl+d');
	await expect(app).toShow('write the comment first, or Esc');
	expect(selectedLine(app)).toContain('Comment');
});

test('a date is read as it is typed', async () => {
	for (const [due, said, saved] of [
		['12 Oct', '12 October 2027', '2027-10-12'],
		['+2w', '6 December 2026', '2026-12-06'],
		['fri', '27 November 2026', '2026-11-27'],
		['2027-01-31', '31 January 2027', '2027-01-31'],
	] as const) {
		const app = await open({}, '2', 'a');
		await typed(app, 'Write', '', due);
		await expect(app).toShow(said);
		await app.press('ctrl+d');
		expect(app.database().actions.at(-1)?.due).toBe(saved);
	}
});

test('what is not a date says so while it is typed, and keeps the form', async () => {
	const app = await open({}, '2', 'a');
	await typed(app, 'Write', '', '31 Feb');
	await expect(app).toShow('there is no 31 February');
	await app.press('shift+tab', 'ctrl+d');
	await expect(app).toShow('there is no 31 February');
	expect(selectedLine(app)).toContain('Due');
});

test('an action needs a text', async () => {
	const app = await open({}, '2', 'a', 'tab', 'ctrl+d');
	await expect(app).toShow('say what is to be done');
	expect(selectedLine(app)).toMatch(/^▸ Action/);
});

test('an owner whom the database does not list stands as typed', async () => {
	const app = await open({}, '1', 'a');
	await typed(app, 'Write', 'The supplier');
	await app.press('ctrl+d');
	expect(app.database().actions.at(-1)?.owner).toBe('The supplier');
});

test('an owner who may be two people is asked about', async () => {
	const app = await open({}, '1', 'a');
	await typed(app, 'Write', 'jo');
	await app.press('ctrl+d');
	await expect(app).toShow('“jo” may be Joan Smith or Peter Jones');
	expect(selectedLine(app)).toContain('Owner');
});

test('an owner is read back as a name before it is saved', async () => {
	const app = await open({}, '1', 'a');
	await typed(app, 'Write', 'gd');
	await expect(app).toShow('Gwen Davies');
});

test('what the form is about stands over it', async () => {
	const app = await open({}, '4', 'o', 'n', 'a');
	expect(lineWith(app, 'Action on')).toContain('Modernisation');
});

test('what cannot be saved keeps the form, and says why', async () => {
	const app = await open({store: fullStore()}, '2', 'c');
	await app.type('Waiting.');
	await app.press('ctrl+d');
	await expect(app).toShow('Not saved: the disk is full', 'Comment      Waiting.');
});

test('why it was not saved is seen from the button too', async () => {
	const app = await open({store: fullStore()}, '2', 's', 'd', 'shift+tab', 'enter');
	await expect(app).toShow('Not saved: the disk is full');
});

test('emoji, wide and combined characters are one character each', async () => {
	const app = await open({}, '2', 'c');
	app.session.press('👩‍👩‍👧', '会', '議', 'e\u0301', '🇬🇧');
	await app.press('left', 'backspace', 'left', 'delete', 'ctrl+d');
	expect(app.database().projects[1]?.updates.at(-1)?.note).toBe('👩‍👩‍👧会🇬🇧');
});

test('a long line scrolls with the cursor in a field of one line', async () => {
	const app = await open({}, '2', 'a');
	await app.type('a very long action that does not fit into a line of eighty columns, not at all');
	await expect(app).toShow('not at all');
	await app.press('home');
	await expect(app).toShow('a very long action');
});

test('q and the numbers are text in a form', async () => {
	const app = await open({}, '2', 'c');
	await app.type('q1');
	expect(app.hasLeft()).toBe(false);
	await expect(app).toShow('Comment      q1');
});

test('what was half written is told before leaving', async () => {
	const app = await open({}, '2', 'c', 'x', 'escape', 'q');
	await expect(app).toShow('Leave with something half written?', '1 form was left with text in it');
	expect(app.hasLeft()).toBe(false);
	await app.press('enter');
	expect(app.hasLeft()).toBe(true);
});

test('an id that is free is given once: two forms saved are two actions', async () => {
	const app = await open({store: newStore(makeDatabase())}, '2', 'a');
	await app.type('One');
	await app.press('ctrl+d', 'a');
	await app.type('Two');
	await app.press('ctrl+d');
	expect(app.database().actions.map(({id}) => id)).toEqual(['A-1', 'A-2', 'A-3']);
});
