// What was added in private says so on the screens, is counted where it is seen, and is released by a key.
import {expect, test} from 'vitest';
import {waitingIn} from '../../source/domain/queries/public/marked.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {chairDoes, flat, keysOf, lineWith, open, selectedLine} from './scene.ts';

/** Item 3 is exempt and before the room; a project, an action and a report were added there. */
function room(): Database {
	const database = makeDatabase();
	database.meetings[1]!.agenda[2]!.exempt = {paragraphs: [3]};
	return after(
		database,
		{kind: 'meeting/open', id: 'M-2'},
		{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-4'},
		{kind: 'project/add', title: 'A buyout', priority: 'P1', status: 'proposed'},
		{kind: 'action/add', text: 'Ring the bank'},
		{kind: 'report/add', title: 'The price', recommendations: ['That it be paid.']},
	);
}

const outside = (): Database =>
	after(room(), {kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-5'});

test('rows and pages say that a record is private, and why', async () => {
	const app = await open({database: outside()}, '3');
	expect(lineWith(app, 'P1-04')).toContain('■ PRIVATE A buyout');
	expect(lineWith(app, 'P1-01')).not.toContain('PRIVATE');
	await app.press('G', 'enter');
	await expect(app).toShow('■ PRIVATE until it is released', 'added in private at item 3 of M-2');
	await app.press('5', 'v');
	await expect(app).toShow('■ PRIVATE Ring the bank');
});

test('the overview and the meeting count what waits; H lists it from anywhere', async () => {
	const app = await open({database: outside()});
	await expect(app).toShow('■ 3 private records wait to be released; H lists them');
	await app.press('4');
	await expect(app).toShow('■ 3 private records wait to be released  H lists them');
	await app.press('H');
	await expect(app).toShow('Held back from the public: 3 records', 'What would be released');
	await expect(app).toShow('project  P1-04 A buyout', 'report   R-2', 'action   A-2 Ring the bank');
	await app.press('escape', '1', 'G');
	for (let left = 9; left > 0 && !selectedLine(app).includes('Held back'); left--)
		await app.press('k');
	await app.press('enter');
	await expect(app).toShow('Held back from the public: 3 records');
	await app.press('3', ':', ...keysOf('held back'), 'enter');
	await expect(app).toShow('Held back from the public: 3 records');
});

test('one key releases what is selected, another all of it, after asking; u takes it back', async () => {
	const app = await open({database: outside()}, 'H', 'r');
	await expect(app).toShow('released P1-04 A buyout to the public', 'Held back from the public: 2');
	await app.press('A');
	await expect(app).toShow(
		'Release 2 records to the public?',
		'R-2 The price',
		'A-2 Ring the bank',
	);
	expect(waitingIn(app.database())).toHaveLength(2);
	await app.press('enter');
	await expect(app).toShow('Nothing waits to be released.');
	expect(waitingIn(app.database())).toEqual([]);
	await app.press('1');
	expect(app.text()).not.toContain('Held back');
	await app.press('u', 'enter', 'H');
	await expect(app).toShow('Held back from the public: 2 records');
});

test('while the exempt item is before the room nothing is released, and it says what to do', async () => {
	const app = await open({database: room()}, 'H', 'r');
	expect(flat(app)).toContain(
		'item 3 is exempt: what is released would be public; move the room on first',
	);
	await chairDoes(app.store, {kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-5'});
	await app.press('r');
	await expect(app).toShow('Held back from the public: 2');
});

test('what hangs on the exempt item needs no mark; what does not is told as private at once', async () => {
	const app = await open(
		{database: room(), columns: 118},
		'4',
		'a',
		...keysOf('Sell it'),
		'ctrl+d',
	);
	await app.press('6');
	expect(app.text()).not.toContain('Sell it, private until released');
	// It hangs on the exempt item, and is as private as that.
	expect(waitingIn(app.database())).toHaveLength(3);
	await expect(app).toShow('private until released');
});

test('a public session is told of none of it', async () => {
	const app = await open({database: outside(), publicOnly: true});
	for (const keys of [['1'], ['3'], ['4'], ['5', 'v'], ['6'], ['H']]) {
		await app.press(...keys);
		expect(app.text()).not.toMatch(/PRIVATE|Held back|buyout|bank|price|P1-04/);
	}
	expect(flat(app)).toContain('the public is not told what waits');
});
