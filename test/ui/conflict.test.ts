import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {chairDoes, chairHolds, flat, open, selectedLine} from './scene.ts';

/** The clerk has the form of P1-02 open with “Delivered” chosen when the chair sets “On hold”. */
async function crossing() {
	const app = await open({}, '2', 's', 'd');
	await chairHolds(app);
	await app.press('enter');
	return app;
}

test('the same status set by two: who set what is said, and both values are seen', async () => {
	const app = await crossing();
	await expect(app).toShow('Chair (login reed) set this to', '[d Delivered]');
	expect(flat(app)).toContain('Chair (login reed) set this to On hold');
	expect(app.database().projects[1]?.status).toBe('on-hold');
});

test('what one can do about it is said in full', async () => {
	const app = await crossing();
	await expect(app).toShow('Chair (login reed) set this to');
	expect(flat(app)).toContain('Chair (login reed) set this to On hold');
	expect(app.text().replaceAll(/\s+/g, ' ')).toContain(
		'Save again to put yours in its place, edit yours, or Esc to keep theirs.',
	);
});

test('Enter again puts mine', async () => {
	const app = await crossing();
	await app.press('enter');
	await expect(app).toShow('set P1-02 Laptop Refresh from On hold to Delivered');
	expect(app.database().projects[1]?.status).toBe('delivered');
});

test('Esc keeps theirs', async () => {
	const app = await crossing();
	await app.press('escape');
	expect(selectedLine(app)).toContain('On hold');
	expect(app.database().projects[1]?.status).toBe('on-hold');
});

test('from the button, the conflict is seen as well', async () => {
	const app = await open({}, '2', 's', 'd', 'shift+tab');
	await chairHolds(app);
	await app.press('enter');
	await expect(app).toShow('[ Save ]');
	expect(flat(app)).toContain('Chair (login reed) set this to On hold');
});

test('what the project is now is told as it is now, while the form is open', async () => {
	const app = await open({}, '2', 's');
	await chairHolds(app);
	await expect(app).toShow('Now: On hold');
});

test('a form that was not touched follows what others do, and leaves no draft', async () => {
	const app = await open({}, '2', 's');
	await chairHolds(app);
	await app.press('escape');
	expect(app.text()).not.toContain('Kept what you typed');
});

test('my confidence and their status are two fields: neither is in the way', async () => {
	const app = await open({}, '2', 's', 'tab', 'r');
	await chairHolds(app);
	await app.press('enter');
	await expect(app).toShow('Saved r');
	const project = app.database().projects[1];
	expect([project?.status, project?.confidence]).toEqual(['on-hold', 'red']);
});

test('my confidence, saved again after a conflict, does not undo their status', async () => {
	const app = await open({}, '2', 's', 'tab', 'r');
	await chairHolds(app);
	await app.press('enter', 'enter');
	const project = app.database().projects[1];
	expect([project?.status, project?.confidence]).toEqual(['on-hold', 'red']);
});

test('two corrections of two fields of one decision both stand', async () => {
	const app = await open({}, '5', 'e');
	await app.type(' 2025–28');
	await chairDoes(app.store, {
		kind: 'decision/correct',
		id: 'D-1',
		reason: 'Left out.',
		fields: {reasons: {from: 'It fits the corporate plan.', to: 'It fits every plan.'}},
	});
	await app.press('shift+tab', 'shift+tab');
	await app.type('The years.');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r');
	expect(app.database().decisions[0]).toMatchObject({
		title: 'Digital Strategy 2025–28',
		reasons: 'It fits every plan.',
	});
});

test('saving again over a conflict puts in my field alone, not what I never touched', async () => {
	const app = await open({}, '5', 'e');
	await app.type(' 2025–28');
	await chairDoes(app.store, {
		kind: 'decision/correct',
		id: 'D-1',
		reason: 'Wrong.',
		fields: {
			title: {from: 'Digital Strategy', to: 'Strategy'},
			resolution: {from: 'That the strategy be approved.', to: 'That it be approved at once.'},
		},
	});
	await app.press('shift+tab', 'shift+tab');
	await app.type('The years.');
	await app.press('ctrl+d');
	await expect(app).toShow('Chair');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r');
	expect(app.database().decisions[0]).toMatchObject({
		title: 'Digital Strategy 2025–28',
		resolution: 'That it be approved at once.',
	});
});

test('a note written by two at once is not overwritten', async () => {
	const app = await open({}, '4', 'o', 'item.note');
	await app.type('Mine.');
	await chairDoes(app.store, {kind: 'agenda/note', meeting: 'M-2', item: 'I-2', to: 'Theirs.'});
	await app.press('ctrl+d');
	await expect(app).toShow('Chair (login reed) set this to “Theirs.”', 'Mine.');
	expect(app.database().meetings[1]?.agenda[0]?.notes).toBe('Theirs.');
});

test('what somebody else wrote is quoted at length, with what can be done about it', async () => {
	const app = await open({}, '4', 'o', 'item.note');
	await app.type('Mine.');
	const theirs = `${'The heating was off until eight. '.repeat(6)}A key is to be cut.`;
	await chairDoes(app.store, {kind: 'agenda/note', meeting: 'M-2', item: 'I-2', to: theirs});
	await app.press('ctrl+d');
	await expect(app).toShow('Mine.');
	expect(flat(app)).toContain(
		`Chair (login reed) set this to “${theirs}” 0 s ago; it was nothing. Save again to put yours in its place, edit yours, or Esc to keep theirs.`,
	);
	await app.press('escape');
	await expect(app).toShow('Kept what you typed');
	expect(app.database().meetings[1]?.agenda[0]?.notes).toBe(theirs);
});

test('two comments on one project do not conflict', async () => {
	const app = await open({}, '2', 'c');
	await app.type('Mine.');
	await chairDoes(app.store, {kind: 'project/update', id: 'P1-02', note: 'Theirs.'});
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r');
	expect(app.database().projects[1]?.updates.map(({note}) => note)).toEqual([
		'Ordered.',
		'Theirs.',
		'Mine.',
	]);
});

test('an action that somebody else has just done is not opened again by x', async () => {
	const app = await open({database: makeDatabase()}, '5', 'v');
	await chairDoes(app.store, {kind: 'action/status', id: 'A-1', from: 'open', to: 'done'});
	await expect(app).toShow('Chair (login reed) set action A-1');
	expect(selectedLine(app)).toContain('Done');
});
