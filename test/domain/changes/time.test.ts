import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import type {Database, Meeting} from '../../../source/domain/schema/index.ts';
import {
	accepted,
	after,
	contextAt,
	makeDatabase,
	objection,
	present,
} from '../../helpers/database.ts';

const at = (time: string) => `2026-11-22T${time}:00.000Z`;
const told = (time: string | undefined, change: object) =>
	({...change, ...(time ? {at: at(time)} : {})}) as Change;
const leave = (person: string, time?: string) =>
	told(time, {kind: 'attendance/leave', meeting: 'M-2', person});
const arrive = (person: string, time?: string) =>
	told(time, {kind: 'attendance/arrive', meeting: 'M-2', person});
const record = (change: object = {}): Change => ({
	kind: 'decision/record',
	meeting: 'M-2',
	item: 'I-2',
	title: 'Progress',
	resolution: 'That progress be noted.',
	outcome: 'approved',
	mover: 'reed',
	vote: {method: 'show-of-hands', for: 3, against: 1},
	...change,
});
const played = (before: Database, ...acts: [time: string, ...changes: Change[]][]): Database =>
	acts.reduce(
		(database, [time, ...changes]) => accepted(database, changes, contextAt(time)).database,
		before,
	);
const meeting = (database: Database): Meeting => database.meetings[1]!;

/** Opened at 10:00, four there; item 1 until 10:30. */
const sitting = played(
	makeDatabase(),
	['10:00', {kind: 'meeting/open', id: 'M-2'}],
	['10:01', ...present(['reed', 'smith', 'jones', 'davies'])],
);

describe('a time that is told', () => {
	test('stands in the record, the moment of the key beside it', () => {
		const left = played(sitting, ['10:40', leave('smith', '10:15')]);
		expect(meeting(left).movements).toEqual([
			{id: 'V-1', person: 'smith', kind: 'left', at: at('10:15'), keyed: at('10:40'), item: 'I-2'},
		]);
	});

	test('lies in the item that was before the room then', () => {
		const moved = played(
			sitting,
			['10:30', {kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'}],
			['10:40', leave('smith', '10:15'), leave('jones', '10:35')],
		);
		expect(meeting(moved).movements?.map(({item}) => item)).toEqual(['I-2', 'I-3']);
	});

	test('is that of opening, adjourning, resuming, closing too', () => {
		const whole = played(
			makeDatabase(),
			['10:05', told('10:00', {kind: 'meeting/open', id: 'M-2'})],
			['10:50', told('10:45', {kind: 'meeting/adjourn', id: 'M-2'})],
			['11:10', told('11:00', {kind: 'meeting/resume', id: 'M-2'})],
			['18:00', told('12:00', {kind: 'meeting/close', id: 'M-2'})],
		);
		expect(meeting(whole)).toMatchObject({
			openedAt: at('10:00'),
			closedAt: at('12:00'),
			keyed: {openedAt: at('10:05'), closedAt: at('18:00')},
			pauses: [{from: at('10:45'), to: at('11:00'), keyed: {from: at('10:50'), to: at('11:10')}}],
		});
		expect(whole.log.at(-1)?.at).toBe(at('18:00'));
	});

	test.each<[string, Change, string]>([
		[
			'before the opening',
			leave('smith', '09:50'),
			'that Joan Smith left at 09:50 cannot be: the meeting was opened at 10:00',
		],
		['still to come', leave('smith', '10:50'), 'that Joan Smith left at 10:50 is still to come'],
		[
			'before it was opened',
			told('09:59', {kind: 'meeting/close', id: 'M-2'}),
			'the closing at 09:59 cannot be: the meeting was opened at 10:00',
		],
	])('%s is refused', (_, change, message) => {
		expect(objection(sitting, change, contextAt('10:40'))).toBe(message);
	});

	test('before an arrival is refused', () => {
		const came = played(sitting, ['10:20', leave('smith')], ['10:30', arrive('smith')]);
		expect(objection(came, leave('smith', '10:10'), contextAt('10:40'))).toBe(
			'that Joan Smith left at 10:20 cannot be: Joan Smith had left at 10:10',
		);
	});
});

describe('a time that is corrected', () => {
	const tell = (change: object): Change =>
		({kind: 'meeting/time', meeting: 'M-2', ...change}) as Change;

	test('keeps the moment of the key', () => {
		const left = played(sitting, ['10:20', leave('smith')]);
		const mended = played(left, [
			'10:40',
			tell({of: 'movements/V-1', field: 'at', from: at('10:20'), to: at('10:10')}),
		]);
		expect(meeting(mended).movements?.[0]).toMatchObject({at: at('10:10'), keyed: at('10:20')});
		const back = tell({of: 'movements/V-1', field: 'at', from: at('10:10'), to: at('10:20')});
		expect(meeting(played(mended, ['10:41', back])).movements?.[0]).toMatchObject({
			at: at('10:20'),
		});
	});

	test('of the opening is that of the first item too', () => {
		const mended = played(sitting, [
			'10:40',
			tell({field: 'openedAt', from: at('10:00'), to: at('09:55')}),
		]);
		expect(meeting(mended).agenda[0]).toMatchObject({
			startedAt: at('09:55'),
			keyed: {startedAt: at('10:00')},
		});
	});

	test('needs a reason once minutes were issued, and they say that it was corrected', () => {
		const issued = played(
			sitting,
			['11:00', {kind: 'meeting/close', id: 'M-2'}],
			['11:10', {kind: 'minutes/issue', meeting: 'M-2'}],
		);
		const mend = {field: 'closedAt', from: at('11:00'), to: at('10:58')};
		expect(objection(issued, tell(mend), contextAt('12:00'))).toBe(
			'minutes were issued: say why the time is another',
		);
		const mended = played(issued, ['12:00', tell({...mend, reason: 'The clock was fast'})]);
		expect(meeting(mended).minutes?.corrections).toEqual([
			{
				id: 'C-1',
				at: at('12:00'),
				by: expect.stringContaining('Sam Clerk') as string,
				reason: 'The clock was fast',
			},
		]);
	});

	test('an item that a stray key took up was not: its place in the order goes', () => {
		const strayed = played(
			sitting,
			['10:30', {kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-4'}],
			['10:31', {kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-3'}],
		);
		const mended = played(strayed, [
			'10:32',
			tell({of: 'agenda/I-4', field: 'startedAt', from: at('10:30')}),
		]);
		expect(meeting(mended).agenda.find(({id}) => id === 'I-4')).not.toHaveProperty('startedAt');
	});

	test('an item under which something was recorded was taken up, whatever else was decided elsewhere', () => {
		const untake = (item: string, since: string) =>
			tell({of: `agenda/${item}`, field: 'startedAt', from: at(since)});
		const moved = played(
			sitting,
			['10:30', {kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'}],
			['10:32', record({item: 'I-3', at: undefined})],
			['10:40', {kind: 'meeting/move', id: 'M-2', from: 'I-3', to: 'I-4'}],
			['10:41', {kind: 'action/add', text: 'Write', meeting: 'M-2', item: 'I-4'}],
			['10:50', {kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-5'}],
			['10:55', {kind: 'meeting/move', id: 'M-2', from: 'I-5', to: 'I-2'}],
		);
		const refused = 'it was taken up: a decision or an action was recorded on it';
		expect(objection(moved, untake('I-3', '10:30'), contextAt('11:00'))).toBe(refused);
		expect(objection(moved, untake('I-4', '10:40'), contextAt('11:00'))).toBe(refused);
		expect(objection(moved, untake('I-5', '10:50'), contextAt('11:00'))).toBeUndefined();
	});
});

describe('what a decision rests on', () => {
	const decided = played(sitting, ['10:20', record()]);
	const mark: Change = {kind: 'decision/mark', id: 'D-2', why: 'They had left at a quarter past'};

	test('is who was in the room when it was taken', () => {
		expect(decided.decisions[1]?.at).toBe(at('10:20'));
		// Who leaves afterwards was there.
		expect(objection(decided, leave('smith'), contextAt('10:30'))).toBeUndefined();
	});

	test.each<[string, Change, string]>([
		[
			'a departure told for before it',
			leave('smith', '10:15'),
			'this puts Joan Smith out of the room for decision D-2 (carried 3–1): say why, and it is marked to be looked at again (decision/mark in the same act)',
		],
		[
			'a mark of the roll',
			{kind: 'attendance/set', meeting: 'M-2', person: 'jones', from: 'present', to: 'absent'},
			'this puts Peter Jones out of the room for decision D-2 (carried 3–1): say why, and it is marked to be looked at again (decision/mark in the same act)',
		],
	])('%s asks', (_, change, message) => {
		expect(objection(decided, change, contextAt('10:40'))).toBe(message);
		const marked = played(decided, ['10:40', change, mark]);
		expect(marked.decisions[1]?.marked).toEqual({since: at('10:40'), why: mark.why});
		// The vote is never adjusted.
		expect(marked.decisions[1]?.vote).toEqual(decided.decisions[1]?.vote);
	});

	test('is not undone silently either', () => {
		const left = played(sitting, ['10:15', leave('smith')], ['10:20', record({vote: undefined})]);
		const undo: Change = {kind: 'undo', revision: left.revision - 1};
		expect(objection(left, undo, contextAt('10:40'))).toBe(
			'this puts Joan Smith in the room for decision D-2: say why, and it is marked to be looked at again (decision/mark in the same act)',
		);
	});

	const marked = played(decided, [
		'10:40',
		{kind: 'attendance/set', meeting: 'M-2', person: 'jones', from: 'present', to: 'absent'},
		mark,
	]);
	const confirm: Change = {kind: 'decision/confirm', id: 'D-2', reason: 'Three were enough'};

	test('a decision that is marked is not published before somebody looked at it', () => {
		expect(
			objection(
				marked,
				{kind: 'decision/publish', id: 'D-2', on: '2026-11-22'},
				contextAt('11:00'),
			),
		).toContain('a second look, because what it rests on was changed');
	});

	test('it is confirmed only if the facts bear it', () => {
		// Four votes were counted, but three were there.
		expect(objection(marked, confirm, contextAt('11:00'))).toBe(
			'3 for, 1 against and 0 abstained are 4 votes, but only 3 may vote',
		);
		const corrected = played(marked, [
			'11:00',
			{
				kind: 'decision/correct',
				id: 'D-2',
				reason: 'Counted again',
				fields: {
					vote: {
						from: {method: 'show-of-hands', for: 3, against: 1},
						to: {method: 'show-of-hands', for: 3, against: 0},
					},
				},
			},
		]);
		expect(corrected.decisions[1]).not.toHaveProperty('marked');
	});

	test('a confirmation keeps who, when and why', () => {
		const easy = played(
			sitting,
			['10:20', record({vote: {method: 'no-dissent'}})],
			[
				'10:40',
				{kind: 'attendance/set', meeting: 'M-2', person: 'jones', from: 'present', to: 'absent'},
				mark,
			],
			['11:00', confirm],
		);
		expect(easy.decisions[1]).not.toHaveProperty('marked');
		expect(easy.decisions[1]?.confirmed).toEqual([
			{
				id: 'CF-1',
				at: at('11:00'),
				by: expect.stringContaining('Sam Clerk') as string,
				reason: 'Three were enough',
			},
		]);
	});

	test('after the meeting, a mark of the roll is corrected with a reason only', () => {
		const closed = after(sitting, {kind: 'meeting/close', id: 'M-2'});
		const absent = {
			kind: 'attendance/set',
			meeting: 'M-2',
			person: 'jones',
			from: 'present',
			to: 'absent',
		};
		expect(objection(closed, absent as Change)).toBe(
			'M-2 November meeting is closed: say why the roll was wrong about Peter Jones',
		);
		const mended = after(closed, {...absent, reason: 'He was elsewhere'} as Change);
		expect(meeting(mended).minutes?.corrections).toMatchObject([
			{reason: 'attendance of Peter Jones: He was elsewhere'},
		]);
	});
});
