import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {lineWith, open, selectedLine} from './scene.ts';

test('lists the decisions with date, outcome and title', async () => {
	const app = await open({}, '5');
	expect(selectedLine(app)).toMatch(/^▸ D-1 +7 May 2026 +Approved +Digital Strategy$/);
});

test('a decision is read in full', async () => {
	const app = await open({}, '5', 'enter');
	await expect(app).toShow('D-1  Digital Strategy', 'Approved  7 May 2026  reference I000001');
	await expect(app).toShow('Resolution   That the strategy be approved.', 'Key decision yes');
	await expect(app).toShow('Alternatives none recorded', 'M-1 Decision on the strategy, item 1');
});

test('a correction asks why, and says on the decision who made it', async () => {
	const app = await open({}, '5', 'e');
	await expect(app).toShow('Correct decision D-1', 'The wording before stays in the log.');
	await app.type(' 2025–28');
	await app.press('ctrl+d');
	await expect(app).toShow('say why it is corrected');
	await app.type('The years were left out.');
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('D-1  Digital Strategy 2025–28');
	await expect(app).toShow('22 November 2026 by Secretary: The years were left out.');
});

test('a correction that corrects nothing is told so', async () => {
	const app = await open({}, '5', 'e', 'ctrl+d');
	await expect(app).toShow('nothing has been corrected yet');
});

test('a resolution cannot be corrected to nothing', async () => {
	const app = await open({}, '5', 'e', 'tab', 'ctrl+u', 'ctrl+d');
	await expect(app).toShow('this cannot be left empty', '▸ Resolution');
});

test('an individual decision has neither mover nor seconder', async () => {
	const app = await open({}, '5', 'e');
	await expect(app).toShow('Alternatives');
	expect(app.text()).not.toContain('Mover');
});

test('a decision recorded by mistake is retracted, with a reason', async () => {
	const app = await open({}, '5', 'X');
	await expect(app).toShow('Retract decision D-1', 'It stays in the register');
	await app.press('ctrl+d');
	await expect(app).toShow('say why it is retracted');
	await app.type('Entered twice.');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2: Secretary retracted decision D-1', 'Approved (retracted)');
	await app.press('enter');
	await expect(app).toShow('RETRACTED', 'by Secretary: Entered twice.');
});

test('a retracted decision is not corrected any more', async () => {
	const app = await open({}, '5', 'X', 'x', 'ctrl+d', 'e');
	await expect(app).toShow('e: it was retracted');
});

test('v shows the actions', async () => {
	const app = await open({}, '5', 'v');
	expect(selectedLine(app)).toMatch(/^▸ A-1 +01 Dec 2026 +Open +Joan Smith +Publish the strategy$/);
});

test('x marks an action as done, and opens it again', async () => {
	const app = await open({}, '5', 'v', 'x');
	await expect(app).toShow('Saved r2: Secretary set action A-1 to Done');
	expect(selectedLine(app)).toContain('Done');
	await app.press('x');
	await expect(app).toShow('Saved r3');
	expect(selectedLine(app)).toContain('Open');
});

test('x on a decision says where actions are', async () => {
	const app = await open({}, '5', 'x');
	await expect(app).toShow('x: select an action first (v shows actions)');
});

test('e changes an action', async () => {
	const app = await open({}, '5', 'v', 'e', 'tab', 'tab', 'ctrl+u');
	await app.type('+2w');
	await expect(app).toShow('6 December 2026');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r2');
	expect(selectedLine(app)).toContain('06 Dec 2026');
	expect(selectedLine(app)).toContain('Joan Smith');
});

test('what is overdue says so in a word, and comes first', async () => {
	const database = makeDatabase();
	const [action] = database.actions;
	if (action) database.actions.push({...action, id: 'A-2', due: '2026-11-01'});
	const app = await open({database}, '5', 'v');
	expect(selectedLine(app)).toMatch(/A-2 .*OVERDUE/);
	expect(lineWith(app, 'A-1')).not.toContain('OVERDUE');
});

test('/ searches in the wording of the resolution', async () => {
	const app = await open({}, '5', '/');
	await app.type('be approved');
	await expect(app).toShow('1 of 1');
	await app.type(' zzz');
	await expect(app).toShow('Nothing fits the filter. Esc clears it.');
});

test('/ finds an outcome by the word that is shown', async () => {
	const database = makeDatabase();
	const [decision] = database.decisions;
	if (decision) decision.outcome = 'approved-as-amended';
	const app = await open({database}, '5', '/');
	await app.type('as amended');
	await expect(app).toShow('1 of 1');
});

test('the overview’s decisions and the number key show the same list', async () => {
	const app = await open({}, 'G', 'k', 'enter');
	await expect(app).toShow('[1 decision]', 'Digital Strategy');
});

test('empty registers say which key fills them', async () => {
	const app = await open({database: makeDatabase({decisions: [], actions: []})}, '5');
	await expect(app).toShow('No decisions yet: d records one');
	await app.press('v');
	await expect(app).toShow('No actions yet: a places one');
});
