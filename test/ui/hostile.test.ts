// Whatever stands in a database, and whatever keys are pressed: nothing but text reaches the terminal.
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import type {Session} from '../../source/ui/session.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {repaint, settledLines} from '../helpers/window.tsx';
import {newStore, sit} from './scene.ts';
import {forbidden, wrong, wrongIn} from './shown.ts';
import {anyText} from './text/texts.ts';

/** Texts that would steer a terminal, mislead its reader or burst a column. */
const dangers = [
	'\u001b[2J\u001b[1;1Hgone',
	'\u001b]0;title\u0007',
	'\u001b]52;c;aGVsbG8=\u001b\\',
	'\u009b31mred',
	'a\r\nb\tc\u0000d\u007f',
	'\u001bP+q\u001b\\',
	'\u202edesrever\u202c \u2066isolated\u2069',
	'👩‍👩‍👧👍🏽🇬🇧🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	'会議の記録'.repeat(20),
	'a'.repeat(400),
	'e\u0301\u0301\u0301\u0308'.repeat(30),
	'',
	' ',
];
const text = fc.oneof(
	{weight: 3, arbitrary: fc.constantFrom(...dangers)},
	{weight: 1, arbitrary: anyText.map((value) => value.toWellFormed())},
);

/** Names of fields whose text people write; ids, statuses and dates stay as they are. */
const written = new Set(
	`title summary name text note notes resolution reasons alternatives recommendation reference
	 venue supplier owner by initials author remit reason recommendations`.split(/\s+/),
);

/** A copy in which every written text is another of these. */
function poisoned(value: unknown, texts: readonly string[], key = '', count = {of: 0}): unknown {
	if (typeof value === 'string')
		return written.has(key) ? (texts[count.of++ % texts.length] ?? '') : value;
	if (Array.isArray(value)) return value.map((one) => poisoned(one, texts, key, count));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, inner]) => [name, poisoned(inner, texts, name, count)]),
	);
}

/** The sample with something in every text field, an act in its log and a meeting going on. */
function complete(): Database {
	const database = makeDatabase();
	const [strategy] = database.strategies;
	const [priority] = strategy?.priorities ?? [];
	if (priority) {
		priority.summary = 'x';
		priority.workStream = {title: 'x', aims: [{id: 'A', text: 'x'}]};
		priority.updates = [{id: 'U-9', at: '2026-09-01', by: 'x', note: 'x'}];
	}
	for (const project of database.projects) Object.assign(project, {summary: 'x', supplier: 'x'});
	for (const meeting of database.meetings)
		for (const item of meeting.agenda) if (meeting.id === 'M-1') item.notes = 'x';
	const [decision] = database.decisions;
	if (decision) Object.assign(decision, {alternatives: 'x', recommendation: 'x'});
	return database;
}
const sample = complete();

/** Letters that do something somewhere, the keys that are named, and others. */
const letters = '123456jknpvmotAscdaexXuUw/:?qzGg '.split('');
const named = `enter escape tab shift+tab up down left right pagedown ctrl+d ctrl+r ctrl+o backspace
	f1 alt+x ctrl+k home end`.split(/\s+/);
const keys = fc.array(
	fc.oneof(
		{weight: 4, arbitrary: fc.constantFrom(...letters)},
		{weight: 3, arbitrary: fc.constantFrom(...named)},
		{weight: 1, arbitrary: fc.constantFrom('é', '会', '👍', 'y', '+')},
	),
	{maxLength: 40},
);
const size = fc.constantFrom(
	[80, 24],
	[60, 16],
	[120, 40],
	[200, 60],
	[119, 17],
	[59, 16],
	[60, 15],
);
const theme = fc.constantFrom(
	themeFor({LANG: 'C.UTF-8'}),
	themeFor({LANG: 'C.UTF-8', NO_COLOR: '1'}),
	themeFor({LANG: 'C'}),
	themeFor({LANG: 'C.UTF-8', INK_SCREEN_READER: 'true'}),
);

const poison = (texts: string[]): Database =>
	databaseSchema.parse(poisoned(structuredClone(sample), texts));

test('after any keys, at any size, in any theme, the lines are text that fits', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(text, {minLength: 1, maxLength: 8}),
			keys,
			size,
			theme,
			async (texts, pressed, [columns = 80, rows = 24], theme) => {
				const {session, press} = sit({store: newStore(poison(texts)), columns, rows});
				for (const key of pressed) {
					await press(key);
					expect(wrongIn(session, theme)).toEqual([]);
				}
				session.close();
			},
		),
		{numRuns: 150},
	);
}, 60_000);

test('the same, after pastes and acts of others', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(text, {minLength: 1, maxLength: 4}), keys, async (texts, pressed) => {
			const store = newStore(poison(texts));
			const {session, press} = sit({store});
			const other = sit({store});
			for (const [index, key] of pressed.entries()) {
				await press(key);
				session.send({kind: 'paste', text: texts[index % texts.length] ?? ''});
				if (index % 5 === 0) await other.press('2', 'c', 'x', 'ctrl+d');
				expect(wrongIn(session, themeFor({LANG: 'C.UTF-8'}))).toEqual([]);
			}
			session.close();
			other.session.close();
		}),
		{numRuns: 40},
	);
}, 60_000);

/** The lines of the window of a session that is where it is. */
const windowIn = (session: Session) =>
	settledLines(session.getState(), themeFor({LANG: 'C.UTF-8'}));

/** What the stage may write: text, tones, places, and what it begins and ends a frame with. */
const sequences = /\u001b\[(?:\?\d+[hl]|[\d;]*[mHJKG]|5n)|\r\n?/g;

test('what is written to the terminal is the same, within its size', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(text, {minLength: 1, maxLength: 8}),
			keys,
			fc.constantFrom([80, 24], [60, 16], [120, 40]),
			async (texts, pressed, [columns = 80, rows = 24]) => {
				const {session, press} = sit({store: newStore(poison(texts)), columns, rows});
				await press(...pressed);
				const lines = await windowIn(session);
				expect(wrong(lines, columns, rows)).toEqual([]);
				expect(repaint(lines, columns, rows).replaceAll(sequences, '')).not.toMatch(forbidden);
				session.close();
			},
		),
		{numRuns: 25},
	);
}, 60_000);

test('the matrix fits whatever the criteria are called, however many they are', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(text, {minLength: 1, maxLength: 9}),
			fc.constantFrom([80, 24], [60, 16], [120, 40]),
			async (titles, [columns = 80, rows = 24]) => {
				const database = makeDatabase();
				const [strategy] = database.strategies;
				if (strategy)
					strategy.criteria = titles.map((title, id) => ({id: `c${id}`, title, text: ''}));
				const {session, press} = sit({store: newStore(database), columns, rows});
				await press('3', 'M');
				const lines = await windowIn(session);
				expect(wrong(lines, columns, rows)).toEqual([]);
				session.close();
			},
		),
		{numRuns: 15},
	);
}, 60_000);

test('a work stream’s title is only text, beside the list', async () => {
	const database = makeDatabase();
	const [priority] = database.strategies[0]?.priorities ?? [];
	if (priority) priority.workStream = {title: '\u001b]0;x\u0007\u001b[2J', aims: []};
	const {session} = sit({store: newStore(database), columns: 120, rows: 40});
	expect(wrongIn(session, themeFor({LANG: 'C.UTF-8'}))).toEqual([]);
});

test('names in the log are only text', async () => {
	const database = after(makeDatabase(), {
		kind: 'project/update',
		id: 'P1-02',
		note: '\u001b[2J\u0007\nsecond line\u202e',
	});
	for (const place of [['6'], ['6', 'enter'], ['2'], ['3', 'j', 'enter'], ['6', ':']]) {
		const {session, press} = sit({store: newStore(database), columns: 120, rows: 40});
		await press(...place);
		expect(wrongIn(session, themeFor({LANG: 'C.UTF-8'}))).toEqual([]);
	}
});
