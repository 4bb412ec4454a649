import {describe, expect, test} from 'vitest';
import {type Change, changeKinds, ruleOf} from '../../../source/domain/changes/index.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {
	accepted,
	after,
	contextAt,
	makeDatabase,
	present,
	refusal,
} from '../../helpers/database.ts';
import {everyKind} from '../each.ts';

/** All records of a database, as text: the order of keys counts. */
const records = ({log: _log, revision: _revision, counters: _counters, ...rest}: Database) =>
	JSON.stringify(rest);

// The first act of all is revision 2: the adoption of the database comes before it.
const undo = (revision: number): Change => ({kind: 'undo', revision});
const open: Change = {kind: 'meeting/open', id: 'M-2'};
const add: Change = {kind: 'action/add', text: 'Write'};
const order: Change = {
	kind: 'agenda/order',
	meeting: 'M-2',
	from: ['I-2', 'I-3', 'I-4', 'I-5'],
	to: ['I-5', 'I-4', 'I-3', 'I-2'],
};
const hold: Change = {kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold'};
const addItem: Change = {kind: 'agenda/add', meeting: 'M-2', itemKind: 'urgent', title: 'Flood'};

test('an undo puts every value back and is an act itself', () => {
	const held = accepted(makeDatabase(), hold);
	const {database, entry} = accepted(held.database, undo(2));
	expect(database.projects).toEqual(makeDatabase().projects);
	expect(entry.revision).toBe(3);
	expect(entry.effects).toEqual([
		{record: 'projects/P1-02/updates/U-3', from: held.database.projects[1]?.updates[1]},
		{record: 'projects/P1-02', field: 'status', from: 'on-hold', to: 'in-progress'},
	]);
});

test('others’ changes of other fields stay', () => {
	const database = after(
		makeDatabase(),
		{kind: 'project/edit', id: 'P1-02', fields: {owner: {from: 'smith', to: 'jones'}}},
		{kind: 'project/edit', id: 'P1-02', fields: {title: {from: 'Laptop Refresh', to: 'Laptops'}}},
		undo(2),
	);
	expect(database.projects[1]).toMatchObject({owner: 'smith', title: 'Laptops'});
});

test('an undone removal comes back to its place', () => {
	const removed = after(makeDatabase(), {kind: 'agenda/remove', meeting: 'M-2', item: 'I-3'});
	expect(after(removed, undo(2)).meetings).toEqual(makeDatabase().meetings);
});

describe('of every kind of change', () => {
	const may = everyKind().filter(({kind}) => ruleOf(kind)?.undoable && kind !== 'undo');

	test('most may be undone; these never', () => {
		const never = changeKinds.filter((kind) => !ruleOf(kind)?.undoable);
		expect(never.toSorted()).toEqual([
			'database/adopt',
			'database/archive',
			'database/migrate',
			'database/recover',
			'decision/confirm',
			'decision/correct',
			'decision/record',
			'decision/retract',
			'decision/take',
			'meeting/close',
			'minutes/approve',
			'minutes/correct',
			'minutes/issue',
			'minutes/sign',
			'redact',
		]);
	});

	test.each(may)('$kind is undone, and done again', ({before, change}) => {
		const {database: done, entry} = accepted(before, change);
		const undone = after(done, undo(entry.revision));
		expect(records(undone)).toBe(records(before));
		expect(records(after(undone, undo(undone.revision)))).toBe(records(done));
	});

	test.each(everyKind().filter(({kind}) => !ruleOf(kind)?.undoable))(
		'$kind is not undone',
		({before, change, kind}) => {
			const {database, entry} = accepted(before, change);
			expect(refusal(database, undo(entry.revision)).message).toMatch(
				kind === 'decision/record' || kind === 'decision/take'
					? /correct it or retract it/
					: /cannot be undone$/,
			);
		},
	);
});

test('an act that planned a meeting and opened it is undone as a whole', () => {
	const both: Change[] = [
		{kind: 'meeting/add', board: 'B-1', title: 'Extra', agenda: []},
		{kind: 'meeting/open', id: 'M-3'},
	];
	const {database} = accepted(makeDatabase(), both);
	expect(after(database, undo(2)).meetings).toEqual(makeDatabase().meetings);
});

describe('refused is to undo', () => {
	const record: Change = {
		kind: 'decision/record',
		meeting: 'M-2',
		item: 'I-2',
		title: 'T',
		resolution: 'R',
		outcome: 'noted',
	};
	const two = makeDatabase();
	two.meetings.push({...two.meetings[1]!, id: 'M-3', title: 'Extra meeting', agenda: []});
	test.each<[string, Database, number, string, string]>([
		['what never was', after(makeDatabase(), add), 3, 'unknown', 'there is no act with revision 3'],
		[
			'the adoption of the database',
			after(makeDatabase(), add),
			1,
			'state',
			'revision 1 (database/adopt) cannot be undone',
		],
		[
			'the closing of a meeting',
			after(makeDatabase(), open, {kind: 'meeting/close', id: 'M-2'}),
			3,
			'state',
			'revision 3 (meeting/close) cannot be undone',
		],
		[
			'a decision',
			accepted(after(makeDatabase(), open), [add, ...present(), record]).database,
			3,
			'state',
			'revision 3 holds a decision: correct it or retract it instead',
		],
		[
			'a retraction',
			after(makeDatabase(), {kind: 'decision/retract', id: 'D-1', reason: 'Twice'}),
			2,
			'state',
			'revision 2 (decision/retract) cannot be undone',
		],
		[
			'what was undone',
			after(makeDatabase(), add, undo(2)),
			2,
			'state',
			'revision 2 has been undone already',
		],
		[
			'an undo that was undone',
			after(makeDatabase(), add, undo(2), undo(3)),
			3,
			'state',
			'revision 3 has been undone already',
		],
		[
			'a record that was edited since',
			after(makeDatabase(), add, {
				kind: 'action/edit',
				id: 'A-2',
				fields: {owner: {to: 'reed'}},
			}),
			2,
			'conflict',
			'revision 2 cannot be undone: A-2 has been changed since (revision 3, you)',
		],
		[
			'an order of the agenda to which an item came',
			after(makeDatabase(), order, addItem),
			2,
			'conflict',
			'revision 2 cannot be undone: M-2 November meeting – agenda has been changed since (revision 3, you)',
		],
		[
			'the removal of an item from a meeting that is gone',
			after(
				makeDatabase(),
				{kind: 'meeting/add', board: 'B-1', title: 'Extra', agenda: []},
				{...addItem, meeting: 'M-3'},
				{kind: 'agenda/remove', meeting: 'M-3', item: 'I-6'},
				undo(2),
			),
			4,
			'conflict',
			'revision 4 cannot be undone: I-6 has been changed since (revision 5, you)',
		],
		[
			'an item on which something was decided since',
			after(makeDatabase(), addItem, open, ...present(), {...record, item: 'I-6'}),
			2,
			'conflict',
			'D-2 T still refers to agenda item I-6',
		],
		[
			'the opening of a meeting in which something was decided since',
			after(makeDatabase(), open, ...present(), record),
			2,
			'state',
			'M-2 November meeting stays opened: decision D-2 was recorded in it',
		],
		[
			'the adjourning of a meeting after another of the board was opened',
			after(two, open, {kind: 'meeting/adjourn', id: 'M-2'}, {kind: 'meeting/open', id: 'M-3'}),
			3,
			'state',
			'M-3 Extra meeting of the same board is open; close it first',
		],
	])('%s', (_what, database, revision, code, message) => {
		expect(refusal(database, undo(revision))).toEqual({code, message});
	});

	test('a field that somebody else has changed since, who is named', () => {
		const held = after(makeDatabase(), hold);
		const again = accepted(
			held,
			{...hold, from: 'on-hold', to: 'cancelled'},
			contextAt('10:05', 'reed'),
		).database;
		expect(refusal(again, undo(2)).message).toBe(
			'revision 2 cannot be undone: P1-02 Laptop Refresh – status has been changed since (revision 3, Ann Reed (login reed))',
		);
	});

	test('what was redacted', () => {
		const database = after(makeDatabase(), add);
		const {changes: _changes, effects: _effects, ...redacted} = database.log[1]!;
		expect(refusal({...database, log: database.log.with(1, redacted)}, undo(2))).toEqual({
			code: 'state',
			message: 'revision 2 was redacted',
		});
	});

	test('and do something else in one act', () => {
		expect(refusal(after(makeDatabase(), add), [undo(2), add]).message).toBe(
			'an undo stands alone in its act',
		);
	});
});
