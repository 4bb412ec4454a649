import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {apply} from '../../source/domain/apply.ts';
import {type Change, changeKinds} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {same} from '../../source/domain/equal.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {accepted, act, after, contextAt, makeDatabase, refusal} from '../helpers/database.ts';
import {everyKind} from './each.ts';

/** Frozen to the last value, so that whoever alters it throws. */
function frozen<Value>(value: Value): Value {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(frozen);
	}
	return value;
}

const add: Change = {kind: 'action/add', text: 'Write'};
const lost: Change = {kind: 'action/status', id: 'A-99999', from: 'open', to: 'done'};

/** A refusal is one line that a terminal can take. */
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}\p{Cs}]{5,2000}$/u;

/** What is said of a change that may be anything, also an accepted one; nothing may throw. */
function verdict(change: unknown, database = makeDatabase()): string {
	const outcome = commit(database, act(change as Change), contextAt());
	return outcome.ok ? 'accepted' : outcome.rejection.message;
}

test('the sample of these tests is valid and in the order of the schema', () => {
	const database = makeDatabase();
	expect(JSON.stringify(databaseSchema.parse(database))).toBe(JSON.stringify(database));
});

describe('every kind of change', () => {
	test.each(everyKind())(
		'$kind is applied without touching what it was given',
		({before, change}) => {
			const given = frozen(act(change));
			const context = frozen(contextAt());
			const first = apply(frozen(before), given, context);
			expect(first).toMatchObject({ok: true});
			expect(apply(before, given, context)).toEqual(first);
		},
	);

	test.each(everyKind())('$kind leaves a valid database', ({before, change}) => {
		expect(databaseSchema.safeParse(accepted(before, change).database).error).toBeUndefined();
	});

	const own = {'x-own': {of: ['the council', 1, null, false]}};
	/** The database with a key of the council's own in every object. */
	const marked = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(marked);
		if (typeof value !== 'object' || value === null) return value;
		return {
			...Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each)])),
			...own,
		};
	};
	/** How many objects have it. */
	const count = (value: unknown): number =>
		typeof value === 'object' && value !== null
			? (Object.hasOwn(value, 'x-own') ? 1 : 0) +
				Object.values(value).reduce<number>((sum, each) => sum + count(each), 0)
			: 0;
	const plainDatabase = makeDatabase();
	const ownDatabase = marked(plainDatabase) as Database;
	// Values that are counted or chosen from a list have no room for keys.
	ownDatabase.counters = plainDatabase.counters;
	ownDatabase.projects[0]!.criteria = plainDatabase.projects[0]!.criteria;

	test.each(everyKind(ownDatabase))(
		'$kind keeps keys that nobody here knows',
		({before, change}) => {
			const {database, entry} = accepted(before, change);
			const removed = (entry.effects ?? []).filter(({to}) => to === undefined);
			const expected =
				count({...before, log: []}) - removed.reduce((n, {from}) => n + count(from), 0);
			expect(count({...database, log: []})).toBe(expected);
			expect(expected).toBeGreaterThan(30);
		},
	);
});

describe('an act of several changes', () => {
	test('is applied in order, each change on the ones before it', () => {
		const {database, entry} = accepted(makeDatabase(), [
			add,
			{kind: 'action/status', id: 'A-2', from: 'open', to: 'done'},
		]);
		expect(database.actions[1]).toMatchObject({id: 'A-2', status: 'done'});
		expect(entry.effects).toHaveLength(3);
	});

	test.each([
		[[lost, add], 'change 1 of 2: there is no action A-99999'],
		[[add, lost], 'change 2 of 2: there is no action A-99999'],
		[[add, add, {...add, text: ''}], 'action/add: text is empty'],
	])('falls as a whole', (changes, message) => {
		const database = frozen(makeDatabase());
		expect(refusal(database, changes as Change[]).message).toBe(message);
	});

	test('of none is refused', () => {
		expect(refusal(makeDatabase(), []).message).toBe('an act needs at least one change');
	});
});

describe('ids', () => {
	test('are not used again after undo', () => {
		const undone = after(makeDatabase(), add, {kind: 'undo', revision: 2}, add);
		expect(undone.actions.map(({id}) => id)).toEqual(['A-1', 'A-3']);
	});

	test('are the same again after redo', () => {
		const redone = after(
			makeDatabase(),
			add,
			{kind: 'undo', revision: 2},
			{kind: 'undo', revision: 3},
		);
		expect(redone.actions.map(({id}) => id)).toEqual(['A-1', 'A-2']);
	});

	test('are not spent by an act that is refused', () => {
		const database = makeDatabase();
		refusal(database, [add, lost]);
		expect(after(database, add).actions[1]?.id).toBe('A-2');
	});

	test('that were put into the file by hand are passed over', () => {
		const database = makeDatabase({counters: {}});
		database.actions.push({id: 'A-3', text: 'By hand', status: 'open'});
		expect(after(database, add, add).actions.map(({id}) => id)).toEqual([
			'A-1',
			'A-3',
			'A-2',
			'A-4',
		]);
	});
});

describe('malformed changes are refused in one line', () => {
	test.each<[string, unknown, string]>([
		['null', null, 'a change is an object with a kind, such as {"kind": "project/status", …}'],
		['a list', [add], 'a change is an object with a kind, such as {"kind": "project/status", …}'],
		[
			'no kind',
			{text: 'x'},
			'a change is an object with a kind, such as {"kind": "project/status", …}',
		],
		[
			'a kind that does not exist',
			{...add, kind: 'action/ad'},
			'there is no change of kind “action/ad”; did you mean action/add?',
		],
		['a key too many', {...add, colour: 'red'}, 'action/add: Unrecognized key: "colour"'],
		[
			'a value of another type',
			{...add, text: 5},
			'action/add: text: expected string, received number',
		],
		[
			'a missing value',
			{kind: 'action/add'},
			'action/add: text: expected string, received undefined',
		],
		[
			'a bad id',
			{...lost, id: '../A-1'},
			'action/status: id: expected an id such as P1-04 (letters, digits, . _ -)',
		],
		[
			'a text of 5 MB, with its size',
			{...add, text: 'x'.repeat(5 * 1024 * 1024)},
			'action/add: text has 5,242,880 characters; the most is 100,000',
		],
		[
			'half a character',
			{...add, text: 'a\ud83d'},
			'action/add: text holds half of a Unicode character (a lone surrogate)',
		],
		[
			'half a character the other way',
			{...add, text: '\ude00a'},
			'action/add: text holds half of a Unicode character (a lone surrogate)',
		],
		[
			'an escape sequence for a kind',
			{kind: '\u001b[2J\u0007'},
			`there is no change of kind “ [2J ”; the kinds are ${changeKinds.join(', ')}`,
		],
		[
			'an escape sequence for a key',
			{...add, 'a\nb\u001b]0;x': 1},
			'action/add: Unrecognized key: "a b ]0;x"',
		],
	])('%s', (_what, change, message) => {
		expect(refusal(makeDatabase(), [change as Change])).toEqual({code: 'invalid', message});
	});

	test('whatever the change', () => {
		fc.assert(
			fc.property(
				fc.anything({withNullPrototype: true, withDate: true, withMap: true, withBigInt: true}),
				(change) => {
					expect(verdict(change)).toMatch(oneLine);
				},
			),
		);
	});

	/** UTF-16 units at random: control characters, escape sequences, half characters. */
	const wild = fc.string({unit: fc.nat(0xffff).map((code) => String.fromCharCode(code))});
	const value = fc.oneof(
		wild,
		fc.anything(),
		fc.constantFrom(
			'P1-02',
			'M-2',
			'I-3',
			'A-1',
			'D-1',
			'open',
			'done',
			'__proto__',
			'constructor',
		),
	);
	const fields = [...new Set(everyKind().flatMap(({change}) => Object.keys(change)))];

	test('whatever its values', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...everyKind()),
				fc.dictionary(fc.oneof(fc.constantFrom(...fields), wild), value, {maxKeys: 3}),
				({change, before}, odd) => {
					expect(verdict({...change, ...odd, kind: change.kind}, before)).toMatch(oneLine);
					expect(verdict({...odd, kind: change.kind}, before)).toMatch(oneLine);
				},
			),
			{numRuns: 300},
		);
	}, 60_000);

	test('whatever stands in the database that it quotes', () => {
		const database = makeDatabase();
		database.projects[1]!.title = 'Laptop\u001b]0;owned\u0007\nRefresh';
		database.projects[1]!.owner = `\u009b31m${'x'.repeat(1_000_000)}`;
		expect(
			refusal(database, {kind: 'project/edit', id: 'P1-02', fields: {owner: {to: 'reed'}}}).message,
		).toMatch(/^P1-02 Laptop \]0;owned Refresh: owner is “ 31mx+…”, not nothing$/);
	});
});

describe('input that would pollute prototypes is harmless', () => {
	const hostile = [
		'{"kind": "action/add", "text": "x", "__proto__": {"polluted": true}}',
		'{"kind": "project/edit", "id": "P1-02", "fields": {"__proto__": {"to": {"polluted": true}}}}',
		'{"kind": "project/edit", "id": "P1-02", "fields": {"criteria": {"to": {"__proto__": {"polluted": true}}}}}',
		'{"kind": "project/edit", "id": "P1-02", "fields": {"criteria": {"to": {"constructor": "met"}}}}',
		'{"kind": "project/status", "id": "__proto__", "from": "on-hold", "to": "blocked"}',
		'{"kind": "project/status", "id": "constructor", "from": "on-hold", "to": "blocked"}',
		'{"kind": "__proto__"}',
		'{"kind": "constructor"}',
		'{"kind": "toString"}',
	];
	test.each(hostile)('%s', (text) => {
		expect(verdict(JSON.parse(text))).toMatch(oneLine);
		expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
		expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
	});

	test('a key of that name tells two values apart', () => {
		const named = JSON.parse('{"__proto__": {}}') as unknown;
		expect([same({}, named), same(named, {}), same(named, structuredClone(named))]).toEqual([
			false,
			false,
			true,
		]);
	});

	test('also when it stands in the database', () => {
		const database = makeDatabase();
		const text = JSON.stringify(database.projects[1]).replace(
			'{',
			'{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, ',
		);
		database.projects[1] = JSON.parse(text) as Database['projects'][number];
		const changed = after(
			database,
			{kind: 'project/edit', id: 'P1-02', fields: {supplier: {to: 'Fen Computers'}}},
			{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'blocked'},
			{kind: 'undo', revision: 2},
		);
		expect(Object.keys(changed.projects[1]!).slice(0, 2)).toEqual(['__proto__', 'constructor']);
		expect(changed.projects[1]!.status).toBe('blocked');
		expect(({} as {polluted?: boolean}).polluted).toBeUndefined();
	});
});

test.each([100_000, 100_001])('a text of %i characters', (length) => {
	const outcome = apply(makeDatabase(), act({...add, text: 'x'.repeat(length)}), contextAt());
	expect(outcome.ok).toBe(length === 100_000);
});

test('control characters in a text are data, and kept as they are', () => {
	const text = 'a\u001b[31mb\u0000\r\nc\u202e';
	expect(after(makeDatabase(), {...add, text}).actions[1]?.text).toBe(text);
});

test('a record that was made unsound by hand is not altered until it is mended', () => {
	const database = makeDatabase();
	database.projects[1]!.dependsOn = ['P1-00001'];
	expect(refusal(database, {kind: 'project/update', id: 'P1-02', note: 'x'})).toEqual({
		code: 'unknown',
		message: 'there is no project P1-00001 (dependsOn.0)',
	});
});
