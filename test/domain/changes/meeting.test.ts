import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {commit} from '../../../source/domain/commit.ts';
import type {Database, Meeting} from '../../../source/domain/schema/index.ts';
import {accepted, act, after, contextAt, makeDatabase, refusal} from '../../helpers/database.ts';

const database = makeDatabase();
const step = (name: 'open' | 'adjourn' | 'resume' | 'close', id = 'M-2'): Change => ({
	kind: `meeting/${name}`,
	id,
});
const move = (from: string | undefined, to: string): Change => ({
	kind: 'meeting/move',
	id: 'M-2',
	from,
	to,
});
const meeting = (changed: Database): Meeting => changed.meetings[1]!;

describe('the states of a meeting', () => {
	const reach: Record<Meeting['status'], Database> = {
		planned: database,
		open: after(database, step('open')),
		adjourned: after(database, step('open'), step('adjourn')),
		closed: after(database, step('open'), step('close')),
		cancelled: {
			...database,
			meetings: database.meetings.map((one) =>
				one.id === 'M-2' ? {...one, status: 'cancelled' as const} : one,
			),
		},
	};
	test.each([
		['planned', 'open', 'open'],
		[
			'planned',
			'adjourn',
			'M-2 November meeting is planned; only a meeting that is open can be adjourned',
		],
		[
			'planned',
			'resume',
			'M-2 November meeting is planned; only a meeting that is adjourned can be resumed',
		],
		[
			'planned',
			'close',
			'M-2 November meeting is planned; only a meeting that is open or adjourned can be closed',
		],
		['open', 'open', 'M-2 November meeting is open already'],
		['open', 'adjourn', 'adjourned'],
		['open', 'resume', 'M-2 November meeting is open already'],
		['open', 'close', 'closed'],
		[
			'adjourned',
			'open',
			'M-2 November meeting is adjourned; only a meeting that is planned can be opened',
		],
		['adjourned', 'adjourn', 'M-2 November meeting is adjourned already'],
		['adjourned', 'resume', 'open'],
		['adjourned', 'close', 'closed'],
		[
			'closed',
			'open',
			'M-2 November meeting is closed; only a meeting that is planned can be opened',
		],
		[
			'closed',
			'adjourn',
			'M-2 November meeting is closed; only a meeting that is open can be adjourned',
		],
		[
			'closed',
			'resume',
			'M-2 November meeting is closed; only a meeting that is adjourned can be resumed',
		],
		['closed', 'close', 'M-2 November meeting is closed already'],
	] as const)('%s, then %s: %s', (status, name, outcome) => {
		const before = reach[status];
		expect(meeting(before).status).toBe(status);
		const result = commit(before, act(step(name)), contextAt());
		expect(result.ok ? meeting(result.database).status : result.rejection.message).toBe(outcome);
	});
});

describe('opening', () => {
	test('notes the time and takes up the first item', () => {
		const {database: opened, entry} = accepted(database, step('open'));
		expect(meeting(opened)).toMatchObject({
			status: 'open',
			currentItem: 'I-2',
			openedAt: '2026-11-22T10:00:00.000Z',
			agenda: [{id: 'I-2', startedAt: '2026-11-22T10:00:00.000Z'}, {}, {}, {}],
		});
		expect(entry.effects).toEqual([
			{record: 'meetings/M-2', field: 'status', from: 'planned', to: 'open'},
			{record: 'meetings/M-2', field: 'openedAt', to: '2026-11-22T10:00:00.000Z'},
			{record: 'meetings/M-2', field: 'law', to: 'england'},
			{record: 'meetings/M-2/agenda/I-2', field: 'startedAt', to: '2026-11-22T10:00:00.000Z'},
			{record: 'meetings/M-2', field: 'currentItem', to: 'I-2'},
		]);
	});

	test('needs no agenda', () => {
		const bare = makeDatabase();
		bare.meetings[1]!.agenda = [];
		expect(meeting(after(bare, step('open')))).not.toHaveProperty('currentItem');
	});

	test('waits while the board has another meeting open', () => {
		const two = makeDatabase();
		two.meetings.push({...two.meetings[1]!, id: 'M-3', title: 'Extra meeting', agenda: []});
		const opened = after(two, step('open'));
		expect(refusal(opened, step('open', 'M-3'))).toEqual({
			code: 'state',
			message: 'M-2 November meeting of the same board is open; close it first',
		});
		expect(after(opened, step('close'), step('open', 'M-3')).meetings[2]?.status).toBe('open');
		const resumed = after(opened, step('adjourn'), step('open', 'M-3'));
		expect(refusal(resumed, step('resume')).message).toBe(
			'M-3 Extra meeting of the same board is open; close it first',
		);
	});
});

describe('moving', () => {
	const opened = after(database, step('open'));
	const moved = accepted(opened, move('I-2', 'I-4'), contextAt('10:10'));

	test('ends the item and takes up the other', () => {
		expect(meeting(moved.database)).toMatchObject({
			currentItem: 'I-4',
			agenda: [
				{endedAt: '2026-11-22T10:10:00.000Z'},
				{},
				{startedAt: '2026-11-22T10:10:00.000Z'},
				{},
			],
		});
	});

	test('back takes an item up again from when it first began', () => {
		const back = accepted(moved.database, move('I-4', 'I-2'), contextAt('10:20')).database;
		expect(meeting(back).agenda[0]).toMatchObject({startedAt: '2026-11-22T10:00:00.000Z'});
		expect(meeting(back).agenda[0]).not.toHaveProperty('endedAt');
	});

	test('from an item where the meeting no longer is, says who moved on', () => {
		expect(refusal(moved.database, move('I-2', 'I-3'), contextAt('10:12', 'reed'))).toEqual({
			code: 'conflict',
			message:
				'M-2 November meeting: current item – Sam Clerk (login clerk) set this to item 3 Progress of the strategy 2 min ago; it was item 1 Apologies',
		});
	});

	test.each<[string, Database, Change, string, string]>([
		[
			'in a planned meeting',
			database,
			move(undefined, 'I-2'),
			'state',
			'M-2 November meeting is not open',
		],
		[
			'in an adjourned meeting',
			after(opened, step('adjourn')),
			move('I-2', 'I-3'),
			'state',
			'M-2 November meeting is not open',
		],
		['to an unknown item', opened, move('I-2', 'I-1'), 'unknown', 'meeting M-2 has no item I-1'],
		[
			'to where it is',
			opened,
			move('I-2', 'I-2'),
			'invalid',
			'item I-2 is the current item already',
		],
	])('%s is refused', (_where, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});

test('adjourning and resuming keep the place', () => {
	const resumed = after(
		database,
		step('open'),
		move('I-2', 'I-3'),
		step('adjourn'),
		step('resume'),
	);
	expect(meeting(resumed)).toMatchObject({status: 'open', currentItem: 'I-3'});
});

test('closing ends the current item, notes the time and begins the minutes', () => {
	const closed = accepted(
		after(database, step('open')),
		step('close'),
		contextAt('11:00'),
	).database;
	expect(meeting(closed)).toMatchObject({
		status: 'closed',
		closedAt: '2026-11-22T11:00:00.000Z',
		minutes: {status: 'draft'},
		agenda: [{endedAt: '2026-11-22T11:00:00.000Z'}, {}, {}, {}],
	});
	expect(meeting(closed)).not.toHaveProperty('currentItem');
});

test('closing keeps what the file says of the minutes besides', () => {
	const typed = makeDatabase();
	Object.assign(typed.meetings[1]!, {minutes: {status: 'draft', typist: 'SC'}});
	expect(meeting(after(typed, step('open'), step('close'))).minutes).toEqual({
		status: 'draft',
		typist: 'SC',
	});
});

test('an unknown meeting suggests the nearest', () => {
	expect(refusal(database, step('open', 'm-2'))).toEqual({
		code: 'unknown',
		message: 'there is no meeting m-2; did you mean M-2?',
	});
});
