import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {chairDoes, lincolnshire, lineWith, open, selectedLine, statusLine} from './scene.ts';

test('a meeting that is announced for a day to come is opened only when that is meant', async () => {
	const database = makeDatabase();
	const meetings = database.meetings.map((one) => ({
		...one,
		startsAt: one.status === 'planned' ? '2026-12-08T18:30' : one.startsAt,
	}));
	const app = await open({database: {...database, meetings}}, '4', 'o');
	await expect(app).toShow('today, 22 November 2026?', 'It is announced for 8 December 2026.');
	expect(app.database().revision).toBe(0);
	await app.press('enter');
	await expect(app).toShow('LIVE M-2');
});

test('shows the meeting ahead with its agenda and quorum', async () => {
	const app = await open({}, '4');
	await expect(app).toShow('No meeting is open', 'M-2  November meeting', 'Planned');
	await expect(app).toShow('4 voting members, quorum 3', 'Any other business', '20 min');
});

test('o opens it and takes up the first item', async () => {
	const app = await open({}, '4', 'o');
	await expect(app).toShow('LIVE M-2', 'item 1 of 4: Apologies', 'Saved r2: Secretary opened M-2');
	expect(selectedLine(app)).toMatch(/^▸ NOW 1 {2}Apologies/);
});

test('a meeting that is open cannot be opened again', async () => {
	const app = await open({}, '4', 'o', 'o');
	await expect(app).toShow('o: only a planned or adjourned meeting can be opened');
});

test('before it is open, keys of the meeting say what is missing', async () => {
	const app = await open({}, '4', 'n');
	await expect(app).toShow('n: the meeting is not open: o opens it');
	await app.press('d');
	await expect(app).toShow('d: the meeting has not been opened: o opens it');
});

test('the roll: everybody present in one key, then the exceptions', async () => {
	const app = await open({}, '4', 'o', 't', 'A');
	await expect(app).toShow('4 of 4 present, quorate (3 needed)', '4 present, 1 in attendance');
	await app.press('j', 'a', 'j', 'x');
	expect(lineWith(app, 'Joan Smith')).toContain('Apologies');
	expect(lineWith(app, 'Peter Jones')).toContain('Absent');
	await expect(app).toShow('2 of 4 present, NOT QUORATE (3 needed)');
	await app.press('p');
	await expect(app).toShow('3 of 4 present, quorate (3 needed)');
});

test('all present leaves the exceptions that were marked before', async () => {
	const app = await open({}, '4', 'o', 't', 'j', 'a', 'A');
	expect(lineWith(app, 'Joan Smith')).toContain('Apologies');
	expect(lineWith(app, 'Peter Jones')).toContain('Present');
});

test('all present, a second time, says that there is nobody left to mark', async () => {
	const app = await open({}, '4', 'o', 't', 'A');
	const saved = statusLine(app);
	await app.press('A');
	expect(statusLine(app)).not.toBe(saved);
	expect(app.database().revision).toBe(3);
});

test('a mark can be taken off again', async () => {
	const app = await open({}, '4', 'o', 't', 'p', 'backspace');
	expect(lineWith(app, 'Ann Reed')).toContain('not taken yet');
});

test('whether the meeting is quorate stands on every screen', async () => {
	const app = await open({}, '4', 'o', 't', 'A', '3');
	await expect(app).toShow('LIVE M-2  4/4 present, quorate');
});

test('before the roll is taken nobody is told that it is not quorate', async () => {
	const app = await open({}, '4', 'o');
	await expect(app).toShow('LIVE M-2');
	expect(app.text()).not.toContain('NOT QUORATE');
});

test('n moves the room to the next item, p back', async () => {
	const app = await open({}, '4', 'o', 'n');
	await expect(app).toShow('item 2 of 4: Modernisation');
	expect(lineWith(app, '1  Apologies')).toContain('✓');
	expect(selectedLine(app)).toContain('NOW 2');
	await app.press('p');
	await expect(app).toShow('item 1 of 4: Apologies');
});

test('at the last item n leaves the room where it is', async () => {
	const app = await open({}, '4', 'o', 'n', 'n', 'n', 'n', 'n');
	await expect(app).toShow('item 4 of 4: Any other business');
});

test('T takes up the selected item', async () => {
	const app = await open({}, '4', 'o', 'j', 'j', 'T');
	await expect(app).toShow('item 3 of 4: Progress');
});

test('Enter opens the item, once more what it is about, and never moves the room', async () => {
	const app = await open({}, '4', 'o', 'j', 'enter');
	await expect(app).toShow('nothing recorded on this item yet', 'item 1 of 4: Apologies');
	await app.press('enter');
	await expect(app).toShow('Priority 1 of 2: Modernisation', 'item 1 of 4: Apologies');
	const {revision} = app.database();
	for (const back of [
		['escape', 'escape', 'k'],
		['escape', 'j', 'j'],
		['escape', 'j'],
	])
		await app.press(...back, 'enter', 'enter');
	await expect(app).toShow('item 1 of 4: Apologies');
	expect(app.database().revision).toBe(revision);
});

test('where there is nothing more to open, Enter says so', async () => {
	const app = await open({}, '4', 'o', 'enter', 'enter');
	await expect(app).toShow('Enter: it is about no project, priority or decision');
});

test('Enter pressed once too often behind a form records nothing', async () => {
	const app = await open({}, '4', 'o', 'j', 'a');
	await app.type('Write to the supplier');
	// Through the fields to the button, and on.
	await app.press('enter', 'enter', 'enter', 'enter');
	await expect(app).toShow('Saved r3');
	const {revision} = app.database();
	await app.press('enter', 'enter', 'enter');
	expect(app.database().revision).toBe(revision);
	await expect(app).toShow('item 1 of 4: Apologies');
});

test('j looks ahead without moving the room', async () => {
	const app = await open({}, '4', 'o', 'j', 'j');
	await expect(app).toShow('item 1 of 4: Apologies', 'Recommended  That progress be noted.');
});

test('an item has a note', async () => {
	const app = await open({}, '4', 'o', 'item.note');
	await expect(app).toShow('Note on item 1 Apologies');
	await app.type('None were received.');
	await app.press('ctrl+d');
	await expect(app).toShow('Saved r3', 'Note         None were received.');
	expect(selectedLine(app)).toContain('note');
});

test('a note is opened again with what stands in it', async () => {
	const app = await open({}, '4', 'o', 'item.note', 'x', 'ctrl+d', 'item.note', 'y', 'ctrl+d');
	await expect(app).toShow('Note         xy');
});

test('w walks the priority of the item, and Esc comes back to it', async () => {
	const app = await open({}, '4', 'o', 'n', 'w');
	await expect(app).toShow('Priority 1 of 2: Modernisation');
	await app.press('escape');
	expect(selectedLine(app)).toContain('Modernisation');
});

test('the item tells what was done to projects while it was discussed', async () => {
	const app = await open({}, '4', 'o', 'n', ':');
	await app.type('s P1-02 delivered All in use');
	await app.press('enter');
	await expect(app).toShow('P1-02        In progress becomes Delivered: All in use');
	await app.press('u', 'enter');
	expect(app.text()).not.toContain('becomes Delivered: All in use');
});

test('closing asks first and names what was not taken up', async () => {
	const app = await open({}, '4', 'o', 'n', 'X');
	await expect(app).toShow(
		'Close M-2 November meeting?',
		'Closing cannot be undone.',
		'Not taken up, recorded as not reached:',
	);
	const [, left = ''] =
		/Not taken up, recorded as not reached:(.*)Enter Close/s.exec(app.text()) ?? [];
	expect(left.split('\n').map((line) => line.trim())).toEqual(
		expect.arrayContaining(['Progress of the strategy', 'Any other business']),
	);
	expect(left).not.toContain('Modernisation');
});

test('closing can be thought better of', async () => {
	const app = await open({}, '4', 'o', 'X', 'escape');
	await expect(app).toShow('LIVE M-2');
});

test('Enter closes', async () => {
	const app = await open({}, '4', 'o', 'X', 'enter');
	await expect(app).toShow('No meeting is open', 'Closed', 'Saved r3: Secretary closed M-2');
});

test('a closed meeting can still be written up', async () => {
	const app = await open({}, '4', 'o', 'X', 'enter', 'item.note', 'x', 'ctrl+d');
	await expect(app).toShow('Saved r4');
	await app.press('d');
	await expect(app).toShow('Decision on item 1');
});

test('a long agenda that was not taken up is read to its end in a small terminal, and back', async () => {
	const app = await open({database: lincolnshire(), columns: 60, rows: 16}, '4', 'o', 'X');
	await expect(app).toShow('Close M-2', 'lines more: Down reads on', 'Enter Close the meeting');
	expect(app.text()).not.toContain('Urgent business');
	await app.press('down', 'down', 'down', 'down', 'down', 'down');
	await expect(app).toShow('Urgent business', 'the end', 'Enter Close the meeting');
	// Keys pressed at the end are not owed back.
	await app.press('up');
	await expect(app).toShow('more: Down reads on');
});

test('the question of a long title is asked whole in a small terminal', async () => {
	const database = lincolnshire();
	const held = database.meetings.find(({id}) => id === 'M-2');
	if (held)
		held.title = 'Extraordinary meeting of the board about the review of the whole strategy';
	const app = await open({database, columns: 60, rows: 16}, '4', 'o', 'X');
	await expect(app).toShow('of the whole strategy?', 'Enter Close the meeting');
});

test('an adjourned meeting is resumed where it was', async () => {
	const app = await open({}, '4', 'o', 'n', 'z');
	await expect(app).toShow('ADJOURNED M-2', 'Adjourned');
	await app.press('o');
	await expect(app).toShow('LIVE M-2', 'item 2 of 4: Modernisation');
});

test('arrows go through the meetings by date', async () => {
	const app = await open({}, '4', 'left');
	await expect(app).toShow('M-1  Decision on the strategy');
	await app.press('right');
	await expect(app).toShow('M-2  November meeting');
});

test('a board has one meeting open at a time', async () => {
	const database = makeDatabase();
	const [, second] = database.meetings;
	if (second) database.meetings.push({...second, id: 'M-3', startsAt: '2026-12-20T09:30'});
	const app = await open({database}, '4', 'o', 'right', 'o');
	await expect(app).toShow('o: M-2 of this board is open');
});

test('a decision made is seen on its item', async () => {
	const app = await open({}, '4', 'o', 't', 'A', 'escape', 'n', 'n', 'd', 'ctrl+d', 'enter');
	await expect(app).toShow('Saved r6: Secretary recorded decision D-2');
	expect(selectedLine(app)).toContain('1 decision');
	await expect(app).toShow('D-2          Approved: That progress be noted.');
});

test('when the chair moves the room, the clerk stays on their item and sees where the room is', async () => {
	const app = await open({}, '4', 'o');
	await chairDoes(app.store, {kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-4'});
	await expect(app).toShow('item 3 of 4: Progress', 'Chair (login reed) moved to item');
	expect(selectedLine(app)).toContain('1  Apologies');
});

test('an item with more on it than fits says so', async () => {
	const database = makeDatabase();
	const [report] = database.reports;
	if (report) report.recommendations = Array.from({length: 12}, (_, i) => `That ${i} be done.`);
	const app = await open({database, rows: 16}, '4', 'j', 'j');
	await expect(app).toShow('That 0 be done.');
	expect(app.text()).toMatch(/more|…|~/);
});

test('a meeting without an agenda says so', async () => {
	const database = makeDatabase();
	const [, meeting] = database.meetings;
	if (meeting) meeting.agenda = [];
	const app = await open({database}, '4');
	await expect(app).toShow('M-2  November meeting');
	expect(app.text().split('Agenda')[1]).toMatch(/no items|nothing/i);
});

test('a database without meetings says so', async () => {
	const app = await open({database: makeDatabase({meetings: [], decisions: [], actions: []})}, '4');
	await expect(app).toShow('This database has no meetings yet.');
});

test('the key of the screen leaves the cursor where it is, and the item before the room is gone back to from elsewhere', async () => {
	const app = await open({}, '4', 'o', 'j', 'j', '4');
	const chosen = selectedLine(app);
	expect(chosen).toMatch(/^▸ +3 /);
	await app.press('4');
	expect(selectedLine(app)).toBe(chosen);
	await app.press('1', '4');
	expect(selectedLine(app)).toContain('NOW');
});
