import {expect, test} from 'vitest';
import {makeCouncil, sitting} from '../helpers/council.ts';
import {type App, flat, focusOf, into, lineWith, open, selectedLine, statusLine} from './scene.ts';

const three = ['lane', 'khan', 'byrne'];

/** The committee's meeting on show, open on Mill Lane, with these members there. */
const inRoom = async (people?: string[], ...keys: string[]) => {
	const app = await open({database: sitting(people)}, '4', 'n', 'n', 'n');
	await expect(app).toShow('item 4 of 6: Mill Lane');
	if (keys.length > 0) await app.press(...keys);
	return app;
};

/** The decision form on Mill Lane, with a text half typed and the cursor in the middle of it. */
async function halfTyped(people?: string[]) {
	const app = await inRoom(people, 'd');
	await into(app, 'resolution', 'That the plan approved.');
	await app.press(...Array.from({length: 9}, () => 'left'));
	return app;
}

const typed = (app: App) => app.session.getState().stack.at(-1)?.form;

/** The roll, with the cursor on somebody. */
async function onRoll(app: App, name: string) {
	await app.press('t');
	for (let left = 10; left > 0 && !selectedLine(app).includes(name); left--) await app.press('j');
	expect(selectedLine(app)).toContain(name);
}

test('who leaves is marked on the roll with the time and the item, and counts no longer', async () => {
	const app = await inRoom();
	await onRoll(app, 'Cllr Khan');
	await app.press('l');
	expect(selectedLine(app)).toMatch(/Cllr Khan +member +Left 10:00, item 4/);
	await expect(app).toShow(
		'4 of 5 present, quorate',
		'Saved r7: Secretary noted that Cllr Khan left',
	);
});

test('who comes late is marked so, and counts from then on', async () => {
	const app = await inRoom(three);
	await onRoll(app, 'Cllr Ward');
	await app.press('r');
	expect(selectedLine(app)).toMatch(/Cllr Ward +member +Present since 10:00, item 4/);
	await expect(app).toShow('4 of 5 present, quorate');
});

test('who comes back is there again', async () => {
	const app = await inRoom();
	await onRoll(app, 'Cllr Khan');
	await app.press('l', 'r');
	expect(selectedLine(app)).toContain('Present since 10:00');
	await expect(app).toShow('5 of 5 present');
});

test.each([
	['who is there does not arrive', 'r', 'Cllr Lane', 'r: there already'],
	['who is not there does not leave', 'l', 'Cllr Ward', 'l: not there'],
])('%s', async (_, key, name, said) => {
	const app = await inRoom(three);
	await onRoll(app, name);
	await app.press(key);
	await expect(app).toShow(said);
});

test('before the meeting sits nobody comes or goes: the roll says it all', async () => {
	const app = await open({database: makeCouncil()}, '4', 'right', 't', 'p', 'l');
	await expect(app).toShow('l: the meeting does not sit');
});

test('a late arrival in the middle of a form takes five keys; text and cursor stay', async () => {
	const app = await halfTyped(three);
	const before = typed(app);
	await app.press('ctrl+t', 'j', 'w', 'enter');
	await expect(app).toShow('Saved r7: Secretary noted that Cllr Ward arrived', '4/5 present');
	expect(typed(app)).toEqual(before);
	await app.type('be ');
	await expect(app).toShow('That the plan be approved.');
});

test('Ctrl+T twice is a departure', async () => {
	const app = await halfTyped();
	const before = typed(app);
	await app.press('ctrl+t');
	expect(lineWith(app, ' : ')).toBe(': arr');
	await app.press('ctrl+t');
	expect(lineWith(app, ' : ')).toBe(': left');
	await app.press('a', 'k', 'enter');
	await expect(app).toShow('Saved r7: Secretary noted that Cllr Khan left', '4/5 present');
	expect(typed(app)).toEqual(before);
});

test.each([
	['nobody', [], 'say who arrives: arr smith'],
	['a name that nobody has', ['z', 'z'], 'nobody is called “zz”'],
	['a name that two have', ['c', 'l', 'l', 'r'], '“cllr” may be'],
	['somebody who is there', ['k', 'l'], 'Not saved: Cllr Lane is there already'],
])('an arrival of %s is told in the line, and Esc goes back to the form', async (_, keys, said) => {
	const app = await halfTyped(three);
	const before = typed(app);
	await app.press('ctrl+t', ...keys, 'enter');
	await expect(app).toShow(said, 'Quick line');
	await app.press('escape');
	expect(typed(app)).toEqual(before);
	expect(app.database().revision).toBe(6);
});

test('of people of one name those are meant who can have come or gone', async () => {
	const database = sitting(three);
	database.people.push({id: 'khan2', name: 'Cllr Khan-Smith'});
	const app = await open({database}, '4', ':');
	await app.type('left khan');
	await app.press('enter');
	await expect(app).toShow('noted that Cllr Khan left');
});

test('without an open meeting nobody arrives', async () => {
	const app = await open({}, '2', 'c', 'ctrl+t');
	await expect(app).toShow('Ctrl+T: no meeting is open');
});

test('of two open meetings the one on show is meant', async () => {
	const app = await open({database: sitting(three)}, '4', '[', '[', 'right');
	while (!app.text().includes('M-4  Cabinet')) await app.press('right');
	await app.press('o', 't', 'p', 'escape', ':');
	await app.type('arr holder');
	await app.press('enter');
	await expect(app).toShow('noted that Cllr Holder arrived');
	expect(app.database().meetings[3]?.movements).toMatchObject([{person: 'holder'}]);
	// Also from a screen that shows no meeting.
	await app.press('2');
	await expect(app).toShow('LIVE M-4  (1 more open)');
	await app.press('c');
	await app.type('In the cabinet.');
	await app.press('ctrl+d');
	expect(app.database().log.at(-1)?.during?.meeting).toBe('M-4');
});

test('a substitute takes the place and the vote of a member who is not there', async () => {
	const app = await inRoom(three, 't', 's');
	await into(app, 'person', 'fox');
	await into(app, 'for', 'mp');
	await app.press('enter');
	await expect(app).toShow('4 of 5 present, quorate');
	expect(lineWith(app, 'Cllr Fox')).toContain('Substitute for Cllr Pole');
});

test('while the member is there the substitute has no vote', async () => {
	const app = await inRoom(undefined, 't', 's');
	await into(app, 'person', 'fox');
	await into(app, 'for', 'mp');
	await app.press('enter');
	await expect(app).toShow('5 of 5 present, quorate', 'Substitute for Cllr Pole');
});

test('a substitute who comes later is noted in the quick line', async () => {
	const app = await inRoom(three, ':');
	await app.type('arr fox for pole');
	await app.press('enter', 't');
	expect(lineWith(app, 'Cllr Fox')).toContain('Substitute for Cllr Pole since');
});

test('somebody else without a place is in attendance, without a vote', async () => {
	const app = await inRoom(three, 't', 's');
	await into(app, 'person', 'fox');
	await app.press('enter');
	expect(lineWith(app, 'Cllr Fox')).toContain('In attendance');
	await expect(app).toShow('3 of 5 present');
});

test('somebody whom the database does not know is entered behind a plus, in the same act', async () => {
	const app = await inRoom(three, 't', 's');
	await into(app, 'person', '+Zed  Newman');
	await expect(app).toShow('new: Zed Newman');
	await into(app, 'for', 'mp');
	await app.press('enter');
	expect(lineWith(app, 'Zed Newman')).toContain('Substitute for Cllr Pole');
	expect(app.database().people.at(-1)).toEqual({id: 'newman', name: 'Zed Newman', initials: 'ZN'});
	expect(app.database().log.at(-1)?.changes).toHaveLength(2);
});

test.each([
	['nobody', '', '', 'say who comes', 'person'],
	[
		'a stranger',
		'zz',
		'',
		'nobody is called “zz”: type initials or a part of the name, or +zz',
		'person',
	],
	['a plus alone', '+', '', 'say who it is: +Ann Reed', 'person'],
	['a known one behind a plus', '+cllr fox', '', 'Cllr Fox is known already', 'person'],
	['a place of no member', 'fox', 'stone2', 'nobody is called “stone2”', 'for'],
	['a place of one who is not a member', 'fox', 'leader', 'there is no place to take', 'for'],
])('a substitute of %s is told, and the form stays', async (_, person, member, said, field) => {
	const app = await inRoom(three, 't', 's');
	await into(app, 'person', person);
	await into(app, 'for', member);
	await app.press('enter');
	expect(flat(app)).toContain(said);
	expect(focusOf(app)).toBe(field);
});

test('that nobody declared an interest is one key on the item for it', async () => {
	const app = await open({database: sitting()}, '4', 'n', '0');
	await expect(app).toShow('Interests    No interests were declared.');
	await app.press('n', '0');
	await expect(app).toShow('0: select the item for declarations first');
});

/** Somebody declares an interest in Mill Lane: what is typed before Ctrl+D. */
async function declares(app: App, who: string, fields: Record<string, string> = {}) {
	await app.press('D');
	await into(app, 'person', who);
	for (const [field, text] of Object.entries(fields)) await into(app, field, text);
	await app.press('ctrl+d');
}

test('a pecuniary interest: the member leaves the room and does not count on the item', async () => {
	const app = await inRoom();
	await declares(app, 'tb', {nature: 'Owns the field.'});
	await expect(app).toShow('LIVE M-3  4/5 present, quorate');
	expect(flat(app)).toContain(
		'Interest Cllr Byrne declared a disclosable pecuniary interest (Owns the field) and withdrew from the room.',
	);
	await app.press('n');
	await expect(app).toShow('LIVE M-3  5/5 present');
});

test('who stays with a pecuniary interest has no vote all the same', async () => {
	const app = await inRoom();
	await declares(app, 'tb', {stay: 's'});
	await expect(app).toShow('4/5 present');
	expect(flat(app)).toContain(
		'declared a disclosable pecuniary interest and stayed without a vote (Localism Act 2011 s.31).',
	);
});

test('with a dispensation the vote stays', async () => {
	const app = await inRoom();
	await declares(app, 'tb', {stay: 's', dispensation: 'Standards, 3 May'});
	await expect(app).toShow('5/5 present');
	expect(flat(app)).toContain('and stayed under a dispensation (Standards, 3 May).');
});

test.each([
	['o', 'another registrable interest'],
	['n', 'a non-registrable interest'],
	['c', 'a conflict of interest'],
])('another interest leaves the vote to one who stays: %s', async (key, said) => {
	const app = await inRoom();
	await declares(app, 'tb', {kind: key, stay: 's'});
	await expect(app).toShow(`Cllr Byrne declared ${said} and stayed.`, '5/5 present');
});

test('of a sensitive interest only that there is one is recorded', async () => {
	const app = await inRoom();
	await declares(app, 'tb', {nature: 'sensitive'});
	expect(flat(app)).toContain(
		'(its nature is withheld as sensitive: Localism Act 2011 s.32) and withdrew from the room.',
	);
	expect(app.database().meetings[2]?.declarations).toMatchObject([{sensitive: true}]);
	expect(app.database().meetings[2]?.declarations?.[0]).not.toHaveProperty('nature');
});

test('who has declared on the item already is corrected, not written down twice', async () => {
	const app = await inRoom();
	await declares(app, 'tb');
	await app.press('D');
	await into(app, 'person', 'tb');
	expect(flat(app)).toContain(
		'Cllr Byrne has already declared an interest in this item: this takes its',
	);
	await app.press('ctrl+d');
	await expect(app).toShow('that has already been declared');
	await into(app, 'nature', 'Owns the field.');
	await app.press('ctrl+d');
	expect(app.database().meetings[2]?.declarations).toMatchObject([
		{person: 'byrne', withdrew: true, nature: 'Owns the field.'},
	]);
});

test.each([
	['nobody', '', 'say who declares'],
	['a stranger', 'zz', 'nobody is called “zz”'],
	['somebody who is not on the roll', 'fox', 'Cllr Fox is not on the roll of M-3'],
])('a declaration of %s is told, and the form stays', async (_, who, said) => {
	const app = await inRoom();
	await declares(app, who);
	expect(flat(app)).toContain(said);
	expect(app.database().revision).toBe(6);
});

test('a name that nobody has is told while it is typed', async () => {
	const app = await inRoom(undefined, 'D');
	await app.type('zz');
	await expect(app).toShow('nobody is called “zz”: type initials or a part of the name');
});

test('nobody declares twice on one item', async () => {
	const app = await inRoom();
	await declares(app, 'tb');
	await declares(app, 'tb');
	expect(flat(app)).toContain('Cllr Byrne has already declared an interest in this item');
});

test('before the roll is taken nobody declares', async () => {
	const app = await open({database: sitting([])}, '4', 'D');
	await expect(app).toShow('D: the roll has not been taken: t takes it');
});

test('dec in the quick line declares on the item under discussion, in the middle of a form', async () => {
	const app = await halfTyped();
	const before = typed(app);
	await app.press('f1', ':');
	await app.type('dec byrne dpi withdrew Owns the field');
	await app.press('enter');
	await expect(app).toShow('Saved r7: Secretary noted that Cllr Byrne declared', '4/5 present');
	expect(typed(app)).toEqual(before);
});

test('a withdrawal that breaks the quorum is said at the head, on the meeting and on its item', async () => {
	const app = await inRoom(three);
	await declares(app, 'tb');
	await expect(app).toShow(
		'LIVE M-3  2/5 present, NOT QUORATE',
		'2 of 5 present, NOT QUORATE (3 needed)',
		'Quorum       NOT QUORATE on this item: 2 may vote, 3 needed',
	);
	await app.press('n');
	await expect(app).toShow('LIVE M-3  3/5 present, quorate');
	expect(app.text()).not.toContain('NOT QUORATE');
});

test('then nothing can be resolved on it: one clear line before it is read out, and the form stays', async () => {
	const app = await inRoom(three);
	await declares(app, 'tb');
	await app.press('d');
	await into(app, 'resolution', 'That it be built.');
	await app.press('ctrl+d');
	expect(flat(app)).toContain(
		'Not saved: not quorate on this item: 2 of the 3 voting members needed (Cllr Byrne may not vote on it); defer it, or adjourn',
	);
	expect(app.text()).not.toContain('Read back');
	await expect(app).toShow('That it be built.');
	expect(app.database().decisions).toHaveLength(1);
});

test('but it can be deferred', async () => {
	const app = await inRoom(three);
	await declares(app, 'tb');
	await app.press('d');
	await into(app, 'resolution', 'That it be deferred.');
	await into(app, 'outcome', 'd');
	await app.press('ctrl+d', 'enter');
	await expect(app).toShow('recorded decision D-2 “Mill Lane”: Deferred');
});

test('a member who leaves in the item breaks its quorum too', async () => {
	const app = await inRoom(three, ':');
	await app.type('left byrne');
	await app.press('enter');
	await expect(app).toShow('NOT QUORATE on this item: 2 may vote, 3 needed');
});

test('without a roll nothing can be resolved: the line says which key takes it', async () => {
	const app = await inRoom([], 'd');
	await into(app, 'resolution', 'That it be built.');
	await app.press('ctrl+d');
	expect(flat(app)).toContain(
		'the roll has not been taken: without it no quorum is known (on the Meeting screen t takes the roll)',
	);
});

test('in the chair’s absence the vice-chair presides', async () => {
	const app = await inRoom(['pole', 'khan', 'byrne']);
	await expect(app).toShow('Presides     Cllr Pole');
});

test('while the chair is there nothing is said of it', async () => {
	const app = await inRoom();
	expect(app.text()).not.toContain('Presides');
});

test('the chair leaves the chair for an item in which they have an interest', async () => {
	const app = await inRoom();
	await declares(app, 'kl');
	await expect(app).toShow('Presides     Cllr Pole');
});

test('with neither there somebody is put in the chair', async () => {
	const app = await inRoom(['khan', 'byrne', 'ward']);
	await expect(app).toShow('Presides     NOBODY: neither chair nor vice-chair is present (C)');
	await app.press('C');
	await expect(app).toShow('Who presides over item 4 Mill Lane', 'Now nobody');
	await app.type('ak');
	await app.press('enter');
	await expect(app).toShow('Presides     Cllr Khan', 'put Cllr Khan in the chair for item 4');
});

test('an empty line gives the chair back', async () => {
	const app = await inRoom(undefined, 'C', 'a', 'k', 'enter');
	await expect(app).toShow('Presides     Cllr Khan');
	await app.press('C', 'enter');
	await expect(app).toShow('gave the chair of item 4 Mill Lane back');
	expect(app.text()).not.toContain('Presides');
});

test('only one who is there presides', async () => {
	const app = await inRoom(three, 'C');
	await app.type('mp');
	await app.press('enter');
	expect(flat(app)).toContain('Cllr Pole is not there to preside');
	expect(statusLine(app)).not.toContain('Saved r7');
});
