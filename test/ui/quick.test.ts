import {readFileSync} from 'node:fs';
import {expect, test} from 'vitest';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {bindings} from '../../source/ui/keymap.ts';
import {keysOf as keysFor} from '../../source/ui/keys-by-name.ts';
import {readShorthand} from '../../source/ui/shorthand.ts';
import {
	flat,
	fullStore,
	keysOf,
	lineWith,
	open,
	selectedLine,
	statusLine,
	type App,
} from './scene.ts';

const typing = async (text: string, options: Parameters<typeof open>[0] = {}) => {
	const app = await open(options, ':');
	await app.type(text);
	return app;
};

/** The suggestion that Enter would take. */
const suggested = (app: App) => /▸.*/.exec(app.text().split('Quick line')[1] ?? '')?.[0];

test('suggests the actions whose names fit', async () => {
	const app = await typing('walk');
	await expect(app).toShow('Quick line', 'Walk the priorities');
	expect(app.text()).not.toContain('Log of all acts');
});

test('Enter does what is suggested first', async () => {
	const app = await typing('portf');
	await app.press('enter');
	await expect(app).toShow('[Portfolio]', '5 projects');
});

test('Down chooses another suggestion', async () => {
	const app = await typing('of');
	await app.press('down');
	const second = suggested(app);
	await app.press('up');
	expect(suggested(app)).not.toBe(second);
});

test('going down beyond the last suggestion is taken back by one key up', async () => {
	const app = await typing('of', {});
	await app.press(...Array.from({length: 30}, () => 'down'));
	const last = suggested(app);
	await app.press('up');
	expect(suggested(app)).not.toBe(last);
});

test('Esc leaves it and nothing was done', async () => {
	const app = await typing('s P1-02 delivered');
	await app.press('escape');
	expect(app.database().revision).toBe(0);
	await expect(app).toShow('[Overview]');
	expect(app.text()).not.toContain('Quick line');
});

test.each([
	['P1-02', 'P1-02  Laptop Refresh'],
	['p1-02', 'P1-02  Laptop Refresh'],
	['D-1', 'D-1  Digital Strategy'],
	['A-1', '▸ A-1'],
	['M-1', 'M-1  Decision on the strategy'],
	['P2', 'Priority 2 of 2'],
])('%s goes there', async (id, seen) => {
	const app = await typing(id);
	await app.press('enter');
	await expect(app).toShow(seen);
});

test('after going to an id, Esc comes back to the list that it is in', async () => {
	const app = await typing('P1-02');
	await app.press('enter', 'escape');
	expect(selectedLine(app)).toContain('P1-02');
});

test('s sets a status, with a note', async () => {
	const app = await typing('s p1-02 delivered Live since Monday');
	await app.press('enter');
	// The sentence goes on with the note: where it is cut, the screen that has all of it.
	expect(statusLine(app)).toBe(
		'Saved r2: Secretary set P1-02 Laptop Refresh from In progress to Delive… 6 Log',
	);
	await app.press('6', 'enter');
	expect(flat(app)).toContain('from In progress to Delivered');
	expect(flat(app)).toContain('Live since Monday');
	expect(app.database().projects[1]?.updates.at(-1)?.note).toBe('Live since Monday');
});

test('s takes the first letters of a status', async () => {
	const app = await typing('s P1-02 del');
	await app.press('enter');
	await expect(app).toShow('to Delivered');
});

test.each([
	['on hold', 'on-hold'],
	['pending dependencies', 'blocked'],
	['On-Hold', 'on-hold'],
])('s takes a status as the screens write it: %s', async (words, status) => {
	const app = await typing(`s P1-02 ${words} Supplier late`);
	await app.press('enter');
	await expect(app).toShow('Saved r2');
	const project = app.database().projects[1];
	expect([project?.status, project?.updates.at(-1)?.note]).toEqual([status, 'Supplier late']);
});

test('c comments', async () => {
	const app = await typing('c P1-02 Waiting for the supplier');
	await app.press('enter');
	await expect(app).toShow('Saved r2: Secretary commented on P1-02 Laptop Refresh: Waiting');
});

test('a places an action: who, when, what', async () => {
	const app = await typing('a js +2w Write to the supplier');
	await app.press('enter');
	await expect(app).toShow('Saved r2');
	expect(app.database().actions.at(-1)).toMatchObject({
		text: 'Write to the supplier',
		owner: 'smith',
		due: '2026-12-06',
	});
});

test.each([
	['a davies 12 Dec Ask', ['davies', '2026-12-12', 'Ask']],
	['a GD 12 Dec 2027 Ask', ['davies', '2027-12-12', 'Ask']],
	['a GD Ask again', ['davies', undefined, 'Ask again']],
	['a Water the plants', [undefined, undefined, 'Water the plants']],
])('%s', async (typed, action) => {
	const app = await typing(typed);
	await app.press('enter');
	await expect(app).toShow('Saved r2');
	const {owner, due, text} = app.database().actions.at(-1) ?? {};
	expect([owner, due, text]).toEqual(action);
});

test('in an open meeting an action belongs to the current item', async () => {
	const app = await open({}, '4', 'o', ':');
	await app.type('a js +1w Write');
	await app.press('enter');
	await expect(app).toShow('Saved r3');
	expect(app.database().actions.at(-1)).toMatchObject({meeting: 'M-2', item: 'I-2'});
});

test('a name that may be two people is asked about, not written into the text', async () => {
	const app = await typing('a jo +2w Write to the supplier');
	await app.press('enter');
	await expect(app).toShow('Joan Smith or Peter Jones');
	expect(app.database().revision).toBe(0);
});

test('a name that nobody has, before a date, is asked about', async () => {
	const app = await typing('a smiht +2w Write to the supplier');
	await app.press('enter');
	await expect(app).toShow('nobody is called “smiht”');
	expect(app.database().revision).toBe(0);
});

test('a status that does not exist is told with the nearest one, and the line stays', async () => {
	const app = await typing('s P1-02 delivred');
	await app.press('enter');
	await expect(app).toShow('“delivred” is not a status; did you mean delivered?');
	expect(lineWith(app, ' : ')).toContain('s P1-02 delivred');
	await app.press('backspace', 'backspace', 'backspace', ...keysOf('ered'), 'enter');
	await expect(app).toShow('Saved r2');
});

test('a project that does not exist is told, and the line stays', async () => {
	const app = await typing('c P9-99 Hello');
	await app.press('enter');
	await expect(app).toShow('there is no project P9-99');
	expect(lineWith(app, ' : ')).toContain('c P9-99 Hello');
});

test('a comment that is missing is asked for', async () => {
	const app = await typing('c P1-02');
	await app.press('enter');
	await expect(app).toShow('write the comment after the id');
});

test('a word that means nothing is told, and the line stays', async () => {
	const app = await typing('frobnicate');
	await app.press('enter');
	await expect(app).toShow('nothing here is called “frobnicate”');
	expect(lineWith(app, ' : ')).toContain('frobnicate');
});

test('typing on takes the error away', async () => {
	const app = await typing('frobnicate');
	await app.press('enter', 'x');
	await expect(app).toShow('frobnicatex');
	expect(app.text()).not.toContain('nothing here is called');
});

test('what could not be saved is still in the line', async () => {
	const app = await typing('c P1-02 Waiting for the supplier', {store: fullStore()});
	await app.press('enter');
	await expect(app).toShow('the disk is full');
	expect(app.text()).toContain('c P1-02 Waiting for the supplier');
});

test('what is refused is still in the line', async () => {
	const app = await typing('s P1-02 in-progress');
	await app.press('enter');
	await expect(app).toShow('is already In progress');
	expect(app.text()).toContain('s P1-02 in-progress');
});

test('in the middle of a form the shorthand records, and the form is as it was', async () => {
	const app = await open({}, '2', 'c');
	await app.type('half');
	await app.press('f1', ':');
	await app.type('s P1-03 delivered');
	await app.press('enter');
	await expect(app).toShow('Saved r2: Secretary set P1-03', 'Comment      half');
});

test('a shorthand that is refused in the middle of a form is not the form’s error', async () => {
	const app = await open({}, '2', 'c');
	await app.type('half');
	await app.press('f1', ':');
	await app.type('s P1-03 on-hold');
	await app.press('enter');
	await expect(app).toShow('is already On hold');
	expect(app.session.getState().stack.at(-1)?.form?.error).toBeUndefined();
});

test('what belongs behind a word of the room is told while it is typed', async () => {
	const app = await open({}, ':');
	await app.type('arr ');
	await expect(app).toShow('say who arrives: arr smith, or arr fox for smith');
});

test('a paste of several lines becomes one line', async () => {
	const app = await open({}, ':');
	app.session.send({kind: 'paste', text: 'c P1-02 First\r\nsecond'});
	await expect(app).toShow('c P1-02 First second');
});

test.each([
	['laptop', 'project, In progress', '▸ P1-02'],
	['NEW laptops staff', 'New laptops for all staff', 'P1-02'],
	['telephony', 'project, Delivered', 'P1-01'],
])(
	'“%s” finds the record that holds every word of it, with where it is',
	async (typed, ...seen) => {
		await expect(await typing(typed)).toShow(...seen);
	},
);

test('what is found is opened by Enter', async () => {
	const app = await typing('refresh');
	await app.press('enter');
	await expect(app).toShow('P1-02  Laptop Refresh', 'New laptops for all staff.');
});

test('what nothing is called and nobody wrote is said, before Enter and after', async () => {
	const app = await typing('zeppelin');
	await expect(app).toShow('“zeppelin” is found nowhere');
	await app.press('enter');
	await expect(app).toShow('nothing here is called “zeppelin”, and no record holds it');
});

test('in a form nothing leads elsewhere', async () => {
	const app = await open({}, '2', 's', 'f1', ':');
	await app.type('laptop');
	expect(app.text().split('Quick line')[1]).not.toContain('P1-02');
});

const charity = (): Database =>
	databaseSchema.parse(
		JSON.parse(
			readFileSync(new URL('../../data/riverside-charity.json', import.meta.url), 'utf8'),
		) as unknown,
	);

test.each([
	['a Sun lounge to be painted', {text: 'Sun lounge to be painted'}],
	['a Building warrant to be renewed', {text: 'Building warrant to be renewed'}],
	['a Friday club to be told', {text: 'Friday club to be told'}],
	['a May fair to be planned', {text: 'May fair to be planned'}],
	['a by-laws to be read', {text: 'by-laws to be read'}],
	['a TR Sun lounge to be painted', {owner: 'treasurer', text: 'Sun lounge to be painted'}],
	[
		'a TR fri Write to the bank',
		{owner: 'treasurer', due: '2026-11-27', text: 'Write to the bank'},
	],
	['a by Friday Write to the bank', {due: '2026-11-27', text: 'Write to the bank'}],
	['a @treasurer Write to the bank', {owner: 'treasurer', text: 'Write to the bank'}],
	['a treasurer: by fri Write', {owner: 'treasurer', due: '2026-11-27', text: 'Write'}],
	['a 12 Dec Write to the bank', {due: '2026-12-12', text: 'Write to the bank'}],
])('no word of an action is eaten: %s', (typed, read) => {
	const told = readShorthand({database: charity(), today: '2026-11-22'}, typed);
	const [change] = told && 'changes' in told ? told.changes : [];
	expect(change).toEqual({
		kind: 'action/add',
		owner: undefined,
		due: undefined,
		meeting: undefined,
		item: undefined,
		...read,
	});
});

test('a day that no calendar has is refused, and nothing is placed without it', async () => {
	const app = await open({database: charity()}, ':');
	await app.type('a tr 31 Nov write to the bank');
	await expect(app).toShow('there is no 31 November');
	await app.press('enter');
	await expect(app).toShow('there is no 31 November', ': a tr 31 Nov write to the bank');
	expect(app.database().actions).toEqual(charity().actions);
});

test('who, by when and what are shown before Enter, in the order of the country', async () => {
	const database = charity();
	database.organisation.locale = 'en-US';
	const app = await open({database}, ':');
	await app.type('a tr 12/10 Write to the bank');
	await expect(app).toShow('Action on Treasurer, due December 10, 2026: Write to the bank');
	await app.press('enter');
	expect(app.database().actions.at(-1)).toMatchObject({owner: 'treasurer', due: '2026-12-10'});
});

test('the keys that close a form or answer a question record nothing by themselves behind it', () => {
	const closing = new Set(
		(['form.enter', 'form.save', 'quick.do', 'confirm.yes', 'roll-call.give'] as const).flatMap(
			(id) => [...keysFor(id)].filter((key) => key.length > 1),
		),
	);
	const over = new Set([
		'form',
		'quick',
		'confirm',
		'roll-call',
		'filter',
		'help',
		'blank',
		'paper',
	]);
	const recording = bindings.filter(
		({id, scope, makes}) =>
			!over.has(scope) && makes !== undefined && keysFor(id).some((key) => closing.has(key)),
	);
	expect(recording.map(({id}) => id)).toEqual([]);
});

test('what is done on another screen is told with where, by its name, before Enter and after', async () => {
	const app = await open({}, '9', ':');
	await app.type('adjourn');
	await expect(app).toShow('is done on the Meeting screen, with z');
	await app.press('enter');
	await expect(app).toShow('is done on the Meeting screen, with z');
});
