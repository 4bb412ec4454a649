// Text from a database is data: no control character in it reaches the terminal, on any screen.
import {expect, test} from 'vitest';
import {commit} from '../../source/domain/commit.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {check} from '../../source/domain/queries/check.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {boardwalk, desk, readSample, sitDown} from './boardwalk.ts';

// A title, a query that terminals answer as if it were typed, blinking, a hyperlink, a clipboard
// write, C1 forms of the same, a character set, bells, backspaces, a carriage return, a bidi override.
const hostile =
	'X\u001B]0;owned\u0007\u001B[6n\u001B[5mY\u001B]8;;http://owned\u001B\\\u001B]52;c;b3duZWQ=\u0007' +
	'\u009B5m\u009D0;owned\u009C\u0090q\u001B(0\u000E\u0008\u007F\r\u202EZ\u001B[2J\u001Bc\u0000';

/** The same as two names that somebody claims, which may have eighty characters each. */
const claims = hostile.replaceAll('\0', '').split(/(?=\u009D)/);

type Json = null | boolean | number | string | Json[] | {[key: string]: Json};

/** Every text of a database, once each by where it stands, as `projects title`. */
function* texts(value: Json, place = ''): Generator<string> {
	if (typeof value === 'string') yield place;
	else if (Array.isArray(value)) for (const element of value) yield* texts(element, place);
	else if (value !== null && typeof value === 'object')
		for (const [key, inner] of Object.entries(value)) yield* texts(inner, `${place} ${key}`.trim());
}

const poison = (value: Json, at: string, place = ''): Json => {
	if (typeof value === 'string') return place === at ? `${value} ${hostile}` : value;
	if (Array.isArray(value)) return value.map((element) => poison(element, at, place));
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [key, poison(inner, at, `${place} ${key}`.trim())]),
	);
};

/** The database with hostile text wherever the schema and the references let it stand. */
function poisoned(database: Database): {database: Database; places: string[]} {
	let raw = structuredClone(database) as unknown as Json;
	const places: string[] = [];
	for (const place of new Set(texts(raw))) {
		const tried = poison(raw, place);
		const read = databaseSchema.safeParse(tried);
		if (!read.success || check(read.data).length > 0) continue;
		raw = tried;
		places.push(place);
	}
	return {database: databaseSchema.parse(raw), places};
}

/** Acts whose every text is hostile, by somebody whose every name is. */
function acted(database: Database): Database {
	const actor = {user: `root ${hostile}`, host: `host ${hostile}`, name: `Clerk ${hostile}`};
	// Three are there, which is a quorum.
	const there = ['executive-director', 'head-of-imt', 'adult-services'];
	const acts: (Change | Change[])[] = [
		{kind: 'project/status', id: 'P1-04', from: 'in-progress', to: 'on-hold', note: hostile},
		{kind: 'project/update', id: 'P2-08', note: hostile},
		{kind: 'meeting/open', id: 'M-2'},
		there.map((person) => ({kind: 'attendance/set', meeting: 'M-2', person, to: 'present'})),
		{kind: 'agenda/note', meeting: 'M-2', item: 'I-2', to: `Note ${hostile}\nsecond ${hostile}`},
		{
			kind: 'action/add',
			text: `Do ${hostile}`,
			owner: `Owner ${hostile}`,
			meeting: 'M-2',
			item: 'I-2',
		},
		{
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-2',
			title: `Title ${hostile}`,
			resolution: `That ${hostile}`,
			outcome: 'approved',
			reasons: hostile,
			alternatives: hostile,
		},
	];
	let result = database;
	for (const [index, changes] of acts.entries()) {
		const act = {id: `00000000-0000-4000-8000-00000000000${index}`, changes: [changes].flat()};
		const now = '2026-11-22T10:00:00.000Z';
		const outcome = commit(result, act, {actor, session: 'abcd1234', now, salt: '00'.repeat(16)});
		if (!outcome.ok) throw new Error(outcome.rejection.message);
		result = outcome.database;
	}
	return result;
}

/** What a theme may ask for; blinking, say, is not among it. */
const colour = String.raw`(?:[34]8;5;\d{1,3}|0|1|2|4|7|22|24|27|[34]\d|9\d|10\d)`;
/** What is sent to draw, and to ask the terminal two things; whatever else begins with an escape came out of the database. */
const expected = new RegExp(
	[
		String.raw`\u001B\[\?(?:7|25|1049|2004|2026)[hl]`,
		String.raw`\u001B\]11;\?(?:\u0007|\u001B\\)`,
		String.raw`\u001B\[(?:\d*[ABCDGJK]|\d*;?\d*H|5n)`,
		String.raw`\u001B\[(?:${colour}(?:;${colour})*)?m`,
	].join('|'),
	'g',
);

test('hostile text in every field, shown on every screen', async () => {
	const {database, places} = poisoned(await readSample());
	// So that this does not pass for want of anything hostile.
	expect(places).toEqual(
		expect.arrayContaining([
			'organisation name',
			'strategies title',
			'strategies priorities title',
			'projects title',
			'projects updates note',
			'people name',
			'boards name',
			'meetings title',
			'meetings agenda title',
			'decisions resolution',
			'reports title',
		]),
	);
	const own = await desk(acted(database));
	const clerk = await sitDown(own, {
		columns: 120,
		rows: 40,
		args: [own.file, '--as', claims[0]!],
	});

	type Step = [keys: string | string[], wanted: string | RegExp | ((text: string) => boolean)];
	const list = /▸ P1-01/;
	const steps: Step[] = [
		['2', /▸ P1-04/],
		['v', /v shows those/],
		['s', 'Status of P1-'],
		['escape', /▸ P1-/],
		['c', 'Comment on P1-'],
		['escape', /▸ P1-/],
		[']', 'Priority 2 of 3'],
		[']', 'Priority 3 of 3'],
		['3', list],
		['/', 'Filter:'],
		['Z', 'Filter: Z'],
		['escape', (text) => !text.includes('Filter:')],
		['enter', 'P1-01  '],
		['4', 'Agenda'],
		['i', 'Note on item 1'],
		['escape', /─ Agenda/],
		['d', 'Decision on item 1'],
		['escape', /─ Agenda/],
		['G', /▸ +8/],
		['k', /▸ +7/],
		['d', 'Decision on item 7'],
		[['tab', 'C', 'S'], /▸ Seconder +CS/],
		['escape', /─ Agenda/],
		['escape', /\[Overview\]/],
		['4', 'Agenda'],
		['t', 'Roll of M-2'],
		// Those whom it puts into the room were not there for decisions that stand: why is asked.
		['A', /this puts .*in the room for decision/s],
		[['Miscounted', 'ctrl+d'], /6\/6 present/],
		['escape', /─ Agenda/],
		['X', 'Close M-2'],
		['escape', (text) => !text.includes('Close M-2')],
		['5', '[2 decisions]'],
		['enter', /D-\d /],
		['e', 'Edit the draft of decision'],
		['escape', (text) => !text.includes('Edit the draft')],
		['backspace', 'Retract decision'],
		['escape', (text) => !text.includes('Retract decision')],
		['5', /\[2 decisions\]/],
		['v', '[1 action]'],
		['e', 'Action A-1'],
		['escape', '[1 action]'],
		['6', 'acts, newest first'],
		['enter', 'Before and after'],
		['n', /Revision \d/],
		['?', 'Keys that work here'],
		['escape', 'Before and after'],
		['p', 'Revision 9'],
		['u', 'Take back revision'],
		['enter', /Saved r\d+/],
		[':', 'Quick line'],
	];
	for (const [keys, wanted] of steps) await clerk.do(keys, wanted);
	clerk.press('s P1-04 nosuchstatus');
	await clerk.do('enter', 'is not a status');
	await clerk.do('escape', 'Before and after');
	// Somebody else's news, in the same spirit.
	const other = await boardwalk(own, 'status', own.file, 'P2-08', 'delivered', '--as', claims[1]!);
	expect(other.err + other.out).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F\u202E]/);
	await clerk.waitFor(/r11 .*set P2-08/);
	await clerk.do('3', list);
	await clerk.do('M', /│ Project/);
	clerk.resize(80, 24);
	await clerk.waitFor((text) => text.split('\n').at(-1)?.includes('help') ?? false);
	await clerk.do('q', 'half written');
	clerk.press('enter');
	expect(await clerk.exited).toMatchObject({exitCode: 0});

	expect(clerk.raw()).toContain('␛'); // Shown, as a picture.
	const rest = clerk.raw().replaceAll(expected, '');
	const [stray] = /.{0,40}[\x00-\x09\x0B\x0C\x0E-\x1F\x7F-\x9F\u202E].{0,40}/.exec(rest) ?? [];
	expect(stray).toBeUndefined();
});

test('the same from the command line', async () => {
	const {database} = poisoned(await readSample());
	const own = await desk(acted(database));
	for (const command of [
		[own.file],
		['minutes', own.file, 'M-2', '--format', 'text'],
		['review', own.file],
		['decisions', own.file],
		['actions', own.file],
		['log', own.file],
		['check', own.file],
		['status', own.file, 'P9-99', 'delivered'],
		['status', own.file, hostile.replaceAll('\0', ''), 'delivered'],
	]) {
		const {out, err} = await boardwalk(own, ...command);
		const [stray] = /.{0,40}[\x00-\x08\x0B-\x1F\x7F-\x9F\u202E].{0,40}/.exec(out + err) ?? [];
		expect({command, stray}).toEqual({command, stray: undefined});
	}
});
