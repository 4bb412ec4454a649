import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import type {Database, Decision} from '../../../source/domain/schema/index.ts';
import {makeCouncil, sitting} from '../../helpers/council.ts';
import {accepted, after, contextAt, makeDatabase, refusal} from '../../helpers/database.ts';

/** Decision D-1 of the Executive Councillor, taken on Monday 16 November 2026, with all that it needs. */
function complete(more: Partial<Decision> = {}, rules: Database['rules'] = {profile: 'england'}) {
	const database = makeDatabase({rules});
	Object.assign(database.decisions[0]!, {
		date: '2026-11-16',
		alternatives: 'None.',
		alternativesConfirmed: true,
		keyReason: 'Spends more than £500,000.',
		...more,
	});
	return database;
}

const publish = (on: string, id = 'D-1'): Change => ({kind: 'decision/publish', id, on});
const callIn = (on: string, more: object = {}): Change => ({
	kind: 'decision/call-in',
	id: 'D-1',
	on,
	by: 'the Overview Board',
	...more,
});
const release = (on: string, how = 'released', note?: string) =>
	({kind: 'decision/release', id: 'D-1', on, how, note}) as Change;
const retract: Change = {kind: 'decision/retract', id: 'D-1', reason: 'Twice'};

/** The database after changes made on that day. */
const on = (day: string, database: Database, ...changes: Change[]): Database =>
	changes.reduce(
		(before, change) => accepted(before, change, contextAt('10:00', 'clerk', day)).database,
		database,
	);
const refusedOn = (day: string, database: Database, change: Change) =>
	refusal(database, change, contextAt('10:00', 'clerk', day));

describe('a decision is published', () => {
	test.each(['2026-11-16', '2026-11-17', '2026-11-22'])(
		'on a day from its own to now: %s',
		(day) => {
			expect(after(complete(), publish(day)).decisions[0]?.publishedOn).toBe(day);
		},
	);

	test('from the last day, where it has several', () => {
		const span = complete({date: {from: '2026-11-16', to: '2026-11-18'}});
		expect(refusal(span, publish('2026-11-17')).message).toBe(
			'17 November 2026 is too early: not before 18 November 2026',
		);
		expect(after(span, publish('2026-11-18')).decisions[0]?.publishedOn).toBe('2026-11-18');
	});

	test('and may be taken back, when the day was wrong', () => {
		const undone = after(complete(), publish('2026-11-20'), {kind: 'undo', revision: 2});
		expect(undone.decisions).toEqual(complete().decisions);
	});

	test('keeps the publication from being undone until it is taken back itself', () => {
		const called = after(complete(), publish('2026-11-17'), callIn('2026-11-20'));
		expect(refusal(called, {kind: 'undo', revision: 2}).message).toBe(
			'decision D-1 stays published: it was called in; take that back first',
		);
		const back = after(called, {kind: 'undo', revision: 3}, {kind: 'undo', revision: 2});
		expect(back.decisions[0]?.publishedOn).toBeUndefined();
	});

	const committee = after(sitting(), {
		kind: 'decision/record',
		meeting: 'M-3',
		title: 'Mill Lane',
		resolution: 'R',
		outcome: 'approved-as-amended',
		mover: 'lane',
	});
	test.each<[string, Database, Change, string, string]>([
		[
			'while it lacks anything',
			makeDatabase(),
			publish('2026-11-20'),
			'state',
			'decision D-1 is not complete: it lacks the alternatives considered and rejected, or “none”; why it is a key decision',
		],
		[
			'while it lacks what its kind of board needs',
			committee,
			publish('2026-11-22', 'D-2'),
			'state',
			'decision D-2 is not complete: it lacks the seconder; how it was voted on; an amendment that was carried or accepted, as the outcome is Approved as amended',
		],
		[
			'before it was made',
			complete(),
			publish('2026-11-15'),
			'invalid',
			'15 November 2026 is too early: not before 16 November 2026',
		],
		[
			'before the day has come',
			complete(),
			publish('2026-11-23'),
			'invalid',
			'23 November 2026 is still to come',
		],
		[
			'twice',
			after(complete(), publish('2026-11-17')),
			publish('2026-11-18'),
			'state',
			'decision D-1 was published on 17 November 2026',
		],
		[
			'once it was retracted',
			after(complete(), retract),
			publish('2026-11-17'),
			'state',
			'decision D-1 was retracted; it is no longer published or called in',
		],
		[
			'when it is unknown',
			complete(),
			publish('2026-11-17', 'D1'),
			'unknown',
			'there is no decision D1; did you mean D-1?',
		],
		[
			'on a day that does not exist',
			complete(),
			publish('2026-11-31'),
			'invalid',
			'decision/publish: on: expected a day such as 2026-10-12',
		],
	])('but not %s', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});

// Five working days after Monday 16 November are over at the end of Monday 23 November.
describe('a call-in', () => {
	const published = after(complete(), publish('2026-11-16'));

	test.each(['2026-11-16', '2026-11-21', '2026-11-23'])('within the period is noted: %s', (day) => {
		const called = on('2026-12-01', published, callIn(day, {reasons: 'Not consulted.'}));
		expect(called.decisions[0]?.callIn).toEqual({
			on: day,
			by: 'the Overview Board',
			reasons: 'Not consulted.',
		});
	});

	test('may be taken back, when it was noted on the wrong decision', () => {
		const called = after(published, callIn('2026-11-20'));
		const undone = after(called, {kind: 'undo', revision: called.revision});
		expect(undone.decisions).toEqual(published.decisions);
	});

	test('is refused after the period, and told when that was', () => {
		expect(refusedOn('2026-12-01', published, callIn('2026-11-24'))).toMatchObject({
			code: 'state',
			message: expect.stringMatching(
				/^decision D-1 cannot be called in on 24 November 2026: .*ended with 23 November 2026/,
			),
		});
	});

	const committee = after(sitting(), {
		kind: 'decision/record',
		meeting: 'M-3',
		title: 'Mill Lane',
		resolution: 'R',
		outcome: 'approved',
	});
	test.each<[string, Database, Change, string | RegExp]>([
		['on a day to come', published, callIn('2026-11-23'), '23 November 2026 is still to come'],
		[
			'before it was published',
			published,
			callIn('2026-11-15'),
			'15 November 2026 is too early: not before 16 November 2026',
		],
		['while it is not published', complete(), callIn('2026-11-20'), /Not published yet/],
		[
			'twice',
			after(published, callIn('2026-11-18')),
			callIn('2026-11-19'),
			/Called in by the Overview Board on 18 November 2026/,
		],
		[
			'of what is urgent',
			after(complete({callInWaived: {why: 'The bridge is down.'}}), publish('2026-11-16')),
			callIn('2026-11-18'),
			/it is urgent/,
		],
		[
			'of what was only noted',
			after(complete({outcome: 'noted'}), publish('2026-11-16')),
			callIn('2026-11-18'),
			/its outcome is Noted/,
		],
		[
			'where the council’s rules know none',
			after(complete({}, {profile: 'england', callInDays: 0}), publish('2026-11-16')),
			callIn('2026-11-18'),
			/by the council’s rules/,
		],
		[
			'of a committee’s decision',
			committee,
			{...callIn('2026-11-22'), id: 'D-2'} as Change,
			/not an executive decision/,
		],
		[
			'of one that was retracted',
			after(published, retract),
			callIn('2026-11-18'),
			'decision D-1 was retracted; it is no longer published or called in',
		],
		['by nobody', published, callIn('2026-11-18', {by: ' '}), 'decision/call-in: by is empty'],
		[
			'of an unknown decision',
			makeCouncil(),
			callIn('2026-11-18', {id: 'D1'}),
			'there is no decision D1; did you mean D-1?',
		],
	])('is refused %s', (_what, before, change, message) => {
		expect(refusal(before, change).message).toMatch(message);
	});
});

describe('the end of a call-in', () => {
	const called = after(complete(), publish('2026-11-16'), callIn('2026-11-18'));

	test.each(['released', 'referred-back', 'lapsed'])('is noted: %s', (how) => {
		const ended = after(called, release('2026-11-20', how, 'By 5 votes to 3.'));
		expect(ended.decisions[0]?.callIn).toEqual({
			on: '2026-11-18',
			by: 'the Overview Board',
			ended: {on: '2026-11-20', how, note: 'By 5 votes to 3.'},
		});
	});

	test('on the day of the call-in itself, without a note', () => {
		const ended = after(called, release('2026-11-18', 'released', ''));
		expect(ended.decisions[0]?.callIn?.ended).toEqual({on: '2026-11-18', how: 'released'});
	});

	test.each<[string, Database, Change, string, string]>([
		[
			'of what was not called in',
			complete(),
			release('2026-11-20'),
			'state',
			'decision D-1 was not called in',
		],
		[
			'before the call-in',
			called,
			release('2026-11-17'),
			'invalid',
			'17 November 2026 is too early: not before 18 November 2026',
		],
		[
			'on a day to come',
			called,
			release('2026-11-23'),
			'invalid',
			'23 November 2026 is still to come',
		],
		[
			'twice',
			after(called, release('2026-11-20', 'lapsed')),
			release('2026-11-21'),
			'state',
			'the call-in of D-1 ended on 20 November 2026: lapsed',
		],
		[
			'in a way that does not exist',
			called,
			release('2026-11-20', 'relased'),
			'invalid',
			'decision/release: how: there is no “relased”; did you mean released?',
		],
	])('is refused %s', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});
