import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {
	allRecords,
	entryHash,
	payloadDigest,
	recordDigests,
} from '../../source/domain/log/chain.ts';
import {find} from '../../source/domain/log/patch.ts';
import {
	type Database,
	type Entry,
	entrySchema,
	schemaVersion,
} from '../../source/domain/schema/index.ts';
import {accepted, act, after, contextAt, makeDatabase} from '../helpers/database.ts';

const open: Change = {kind: 'meeting/open', id: 'M-2'};
const add: Change = {kind: 'action/add', text: 'Write'};
const hold: Change = {
	kind: 'project/status',
	id: 'P1-03',
	from: 'on-hold',
	to: 'blocked',
	confidence: {from: undefined, to: 'red'},
};

/** The entry of a change of status, signed so, with the digests that follow from it. */
const entryBy = (
	by: string,
	payload: string,
	record: string,
	previous: string,
	hash: string,
	version: number = schemaVersion,
) => `{
	"revision": 3,
	"id": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff",
	"schemaVersion": ${version},
	"at": "2026-11-22T10:05:00.000Z",
	"actor": {
		"user": "clerk",
		"host": "council",
		"name": "Sam Clerk",
		"role": "secretary"
	},
	"session": "session-clerk",
	"during": {
		"meeting": "M-2",
		"item": "I-2"
	},
	"changes": [
		{
			"kind": "project/status",
			"id": "P1-03",
			"from": "on-hold",
			"to": "blocked",
			"confidence": {
				"to": "red"
			}
		}
	],
	"effects": [
		{
			"record": "projects/P1-03",
			"field": "status",
			"from": "on-hold",
			"to": "blocked"
		},
		{
			"record": "projects/P1-03",
			"field": "confidence",
			"to": "red"
		},
		{
			"record": "projects/P1-03/updates/U-3",
			"to": {
				"id": "U-3",
				"at": "2026-11-22T10:05:00.000Z",
				"by": "${by}",
				"meeting": "M-2",
				"status": "blocked",
				"confidence": "red"
			}
		}
	],
	"salt": "00112233445566778899aabbccddeeff",
	"payload": "${payload}",
	"records": {
		"projects/P1-03": "${record}"
	},
	"previousHash": "${previous}",
	"hash": "${hash}"
}`;

// The log's shape is for good: old entries must verify in every later version. When this test fails,
// the change that made it fail is wrong.
test('an entry has its final shape, down to the order of its keys and its hashes', () => {
	const context = contextAt('10:05');
	const before = commit(makeDatabase(), {id: 'the first act', changes: [open]}, context);
	const outcome = commit(
		before.ok ? before.database : makeDatabase(),
		{id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', changes: [hold]},
		{...context, actor: {...context.actor, role: 'secretary'}},
	);
	expect(outcome.ok && JSON.stringify(outcome.entry, null, '\t')).toBe(
		entryBy(
			'Sam Clerk (login clerk)',
			'bc7ba17c6022fe8d63c877259f018735c958144617a24128e3e3efa120dfbc96',
			'8a51ae3b53edae87584490255a27d50c74ce0fb8d8a3548fce83dc452390b52a',
			'ee12b3cb12dff5369434000de1bdcced99440dc7c84fb3ecb707980ae2e2382b',
			'24f871eda023ddfd44d6205706c278800729e4c262ed402b95e2b798530d0f9e',
		),
	);
});

test('an entry from when a claim was stored by itself verifies as it did', () => {
	const entry = JSON.parse(
		entryBy(
			'Sam Clerk',
			'f5668cc80791e53e15f1d3593ae8b94aed681d3cc3d57f180d8a772bb0d8f1c3',
			'442f65635461c2b88dc06ed8a02543c45a352c8063c1833eb86fbe27540c9ef1',
			'3434754ab514ebde1f2268c3329a988eac6bd00220e18a2044527c3fce714328',
			'38fe3c5ceb6eb41a7175ecef8a5e23a36971ea8162c5d51998f990bd584a7fdb',
			1,
		),
	) as Entry;
	expect(entrySchema.safeParse(entry).success).toBe(true);
	expect(entryHash(entry)).toBe(entry.hash);
	const {salt = '', changes = [], effects = []} = entry;
	expect(payloadDigest({salt, changes, effects})).toBe(entry.payload);
});

describe('a database without a log', () => {
	const {database} = accepted(makeDatabase(), add);
	const [adoption, first] = database.log;

	test('is adopted before its first act', () => {
		expect(database.revision).toBe(2);
		expect(adoption).toMatchObject({
			revision: 1,
			id: `${first!.id}-adopt`,
			changes: [{kind: 'database/adopt'}],
			effects: [],
			previousHash: null,
		});
		expect(first).toMatchObject({revision: 2, previousHash: adoption!.hash});
	});

	test('has every record vouched for as it was found', () => {
		const found = makeDatabase();
		const paths = allRecords(found);
		expect(paths).toEqual(
			expect.arrayContaining([
				'organisation',
				'rules',
				'strategies/S-1',
				'people/reed',
				'decisions/D-1',
			]),
		);
		expect(adoption!.records).toEqual(recordDigests(found, paths, adoption!.salt!));
	});

	test('of any size is vouched for alike', () => {
		const many = makeDatabase();
		for (let number = 1; number <= 100; number++) {
			many.actions.push({id: `X-${number}`, text: `${number}`, status: 'open'});
		}
		const {records, salt = ''} = accepted(many, {kind: 'database/adopt'}).entry;
		for (const path of ['organisation', 'people/reed', 'actions/A-1', 'actions/X-100']) {
			expect(recordDigests(many, [path], salt)).toEqual({[path]: records[path]});
		}
	});

	test('is not adopted twice when it is adopted on purpose', () => {
		const {database: adopted, entry} = accepted(makeDatabase(), {kind: 'database/adopt'});
		expect(adopted.log).toEqual([entry]);
		expect(Object.keys(entry.records)).toEqual(allRecords(adopted));
	});

	test('stays without one when the act is refused', () => {
		const outcome = commit(makeDatabase(), act({kind: 'meeting/close', id: 'M-2'}), contextAt());
		expect(outcome).toMatchObject({ok: false, rejection: {code: 'state'}});
		expect(outcome).not.toHaveProperty('database');
	});

	// Redacting an entry takes its salt away; another entry must not give it back.
	test('has a salt of its own in each of its first two entries', () => {
		expect(adoption!.salt).toMatch(/^[0-9a-f]{32}$/);
		expect(adoption!.salt).not.toBe(first!.salt);
	});
});

describe('the chain', () => {
	const database = after(
		makeDatabase(),
		open,
		hold,
		add,
		{kind: 'undo', revision: 4},
		{kind: 'agenda/note', meeting: 'M-2', item: 'I-2', to: 'None.'},
		{kind: 'meeting/close', id: 'M-2'},
	);

	test('links every entry to the one before it, and counts them', () => {
		expect(database.log).toHaveLength(7);
		expect(database.revision).toBe(7);
		for (const [index, entry] of database.log.entries()) {
			expect(entry.revision).toBe(index + 1);
			expect(entry.previousHash).toBe(database.log[index - 1]?.hash ?? null);
		}
	});

	test('holds when it is read from a file', () => {
		const read = JSON.parse(JSON.stringify(database)) as Database;
		for (const entry of read.log) {
			expect(entrySchema.safeParse(entry).error).toBeUndefined();
			expect(payloadDigest(entry)).toBe(entry.payload);
			expect(entryHash(entry)).toBe(entry.hash);
		}
	});

	test('vouches for every record as it is now', () => {
		const newest = new Map<string, {digest: string | null; salt: string}>();
		for (const {records, salt = ''} of database.log) {
			for (const [path, digest] of Object.entries(records)) newest.set(path, {digest, salt});
		}
		expect([...newest.keys()]).toEqual(expect.arrayContaining(allRecords(database)));
		for (const [path, {digest, salt}] of newest) {
			expect(recordDigests(database, [path], salt)).toEqual({[path]: digest});
		}
	});

	test('names the records that were touched, and null for one that is gone', () => {
		expect(database.log.slice(1).map(({records}) => Object.keys(records))).toEqual([
			['meetings/M-2'],
			['projects/P1-03'],
			['actions/A-2'],
			['actions/A-2'],
			['meetings/M-2'],
			['meetings/M-2'],
		]);
		expect(database.log[4]?.records).toEqual({'actions/A-2': null});
	});

	const entry = database.log[2]!;
	test.each<[string, Partial<Entry>]>([
		['revision', {revision: 9}],
		['id', {id: 'another'}],
		['schemaVersion', {schemaVersion: 3}],
		['at', {at: '2026-11-22T10:00:01.000Z'}],
		['actor', {actor: {...entry.actor, name: 'Ann Reed'}}],
		['session', {session: 'another'}],
		['during', {during: undefined}],
		['payload', {payload: '0'.repeat(64)}],
		['records', {records: {}}],
		['previousHash', {previousHash: null}],
		['a key of a later version', {later: 1}],
	])('breaks when somebody alters %s', (_what, altered) => {
		expect(entryHash({...entry, ...altered})).not.toBe(entry.hash);
	});

	test.each<[string, Partial<Entry>]>([
		['changes', {changes: [add]}],
		['effects', {effects: []}],
		['salt', {salt: '00'}],
	])('has a payload that breaks when somebody alters %s', (_what, altered) => {
		expect(payloadDigest({...entry, ...altered})).not.toBe(entry.payload);
	});

	test('still holds when changes, effects and salt are taken out of an entry', () => {
		const {changes: _changes, effects: _effects, salt: _salt, ...redacted} = entry;
		expect(entryHash(redacted)).toBe(entry.hash);
	});
});

test('an act that is committed again is not applied again, and its entry is given back', () => {
	const given = act(add);
	const once = commit(makeDatabase(), given, contextAt('10:00'));
	if (!once.ok) throw new Error(once.rejection.message);
	const later = after(once.database, open);
	const twice = commit(later, given, contextAt('10:30', 'reed'));
	expect(twice).toEqual({ok: true, database: later, entry: once.entry});
	expect(twice.ok && twice.database).toBe(later);
});

test('an act that another state holds is applied to one that does not', () => {
	const [first, second] = [act(open), act(add)];
	const base = after(makeDatabase(), hold);
	// What was not stored after all: it goes on from the same state.
	const lost = commit(base, first, contextAt('10:00'));
	const kept = commit(base, second, contextAt('10:01'));
	if (!lost.ok || !kept.ok) throw new Error('An act was refused');
	const again = commit(kept.database, first, contextAt('10:02'));
	expect(again).toMatchObject({ok: true, entry: {id: first.id, revision: 4}});
	expect(again.ok && again.database.log.map(({id}) => id).slice(-2)).toEqual([second.id, first.id]);
});

test('an act does not depend on what becomes of the object that it was', () => {
	const change = {...add};
	const {entry} = accepted(makeDatabase(), change);
	change.text = 'altered';
	expect(entry.changes).toEqual([add]);
});

describe('an act says during which item of which meeting it was made', () => {
	const two = makeDatabase();
	two.meetings.push({
		...structuredClone(two.meetings[1]!),
		id: 'M-3',
		board: 'B-2',
		title: 'Decisions',
		agenda: [],
	});
	const one = after(two, open);
	const both = after(one, {kind: 'meeting/open', id: 'M-3'});
	test.each<[string, Database, string | undefined, Entry['during']]>([
		['none, when none is open', two, undefined, undefined],
		['none, when its own is not open', two, 'M-2', undefined],
		['the one that is open', one, undefined, {meeting: 'M-2', item: 'I-2'}],
		['none, when its own is another than the open one', one, 'M-1', undefined],
		['none, when several are open and it does not say', both, undefined, undefined],
		['its own, when several are open', both, 'M-2', {meeting: 'M-2', item: 'I-2'}],
		['its own without an item', both, 'M-3', {meeting: 'M-3'}],
	])('%s', (_what, before, meeting, during) => {
		const outcome = commit(before, {...act(add), meeting}, contextAt());
		expect(outcome.ok && outcome.entry.during).toEqual(during);
		expect(outcome.ok && 'during' in outcome.entry).toBe(during !== undefined);
	});

	test('which an update of a project takes over', () => {
		expect(find(after(one, hold), 'projects/P1-03/updates/U-3')).toMatchObject({meeting: 'M-2'});
	});
});

test.each([
	['half a character', '"\\ud800"', 'Lone surrogate is not allowed'],
	['a number beyond all numbers', '1e999', 'Infinity is not allowed'],
])('a file with %s in a field of its own is refused, not crashed on', (_what, json, why) => {
	const database = makeDatabase();
	Object.assign(database.people[0]!, {note2: JSON.parse(json) as unknown});
	expect(commit(database, act(add), contextAt())).toEqual({
		ok: false,
		rejection: {code: 'invalid', message: `the database cannot be recorded in its log: ${why}`},
	});
});
