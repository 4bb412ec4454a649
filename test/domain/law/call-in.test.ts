import {describe, expect, test} from 'vitest';
import {callIn} from '../../../source/domain/law/england/call-in.ts';
import {lawOf} from '../../../source/domain/law/index.ts';
import type {CallInState} from '../../../source/domain/law/law.ts';
import type {Database, Decision} from '../../../source/domain/schema/index.ts';
import {council, decision} from './council.ts';

/** Tuesday 8 December 2026, published on Friday the 11th: five working days end on Friday the 18th. */
const published = decision({publishedOn: '2026-12-11'});
const at = (today: string, overrides: Partial<Decision> = {}, database: Database = council()) =>
	callIn(database, {...published, ...overrides}, today);

const called = (ended?: NonNullable<Decision['callIn']>['ended']): Partial<Decision> => ({
	callIn: {on: '2026-12-15', by: 'Five members', reasons: 'No alternatives were given.', ended},
});

// The days are each council's own rule; the usual five follow the day of publication.
describe('the clock', () => {
	test.each<[string, CallInState]>([
		['2026-12-10', 'unpublished'],
		['2026-12-11', 'running'],
		['2026-12-18', 'running'],
		['2026-12-19', 'effective'],
		['2027-06-01', 'effective'],
	])('on %s: %s', (today, state) => {
		expect(at(today).state).toBe(state);
	});

	test('tells the last day, the day of effect and what was left out', () => {
		const found = at('2026-12-14');
		expect(found).toMatchObject({
			until: '2026-12-18',
			effectiveOn: '2026-12-19',
			leftOut: [
				{day: '2026-12-12', why: 'Saturday'},
				{day: '2026-12-13', why: 'Sunday'},
			],
		});
		expect(found.says).toBe(
			'May be called in until the end of 18 December 2026, 5 working days after publication on 11 December 2026 (left out: Saturday 12 December; Sunday 13 December); takes effect on 19 December 2026 unless it is called in.',
		);
		expect(found.source).toMatch(/s\.9F.*council’s own rule/);
	});

	test('over Christmas', () => {
		expect(at('2026-12-21', {publishedOn: '2026-12-18'})).toMatchObject({
			until: '2026-12-29',
			effectiveOn: '2026-12-30',
		});
		expect(at('2026-12-21', {publishedOn: '2026-12-18'}).leftOut.map(({why}) => why)).toEqual([
			'Saturday',
			'Sunday',
			'Christmas Day',
			'Saturday',
			'Sunday',
			'Boxing Day (substitute day)',
		]);
	});

	test.each<[string, string, string]>([
		['2026-04-02', '2026-04-13', 'over Easter'],
		['2026-05-01', '2026-05-11', 'over the early May bank holiday'],
		['2026-03-27', '2026-04-07', 'over the start of summer time and Easter'],
		['2026-10-23', '2026-10-30', 'over its end'],
		['2026-12-12', '2026-12-18', 'published on a Saturday'],
		['2026-12-25', '2027-01-05', 'published on a holiday'],
	])('published on %s: until %s, %s', (publishedOn, until) => {
		expect(at('2027-02-01', {publishedOn}).until).toBe(until);
	});

	test('into years whose holidays are not known, it says so', () => {
		expect(at('2031-01-02', {publishedOn: '2030-12-30'}).says).toMatch(
			/Not certain: holidays after 2030 are not known to this version\.$/,
		);
	});

	test.each<[string, Partial<Database['rules']>, number | undefined, string]>([
		['the council’s three days', {callInDays: 3}, undefined, '2026-12-16'],
		['the board’s own ten', {callInDays: 3}, 10, '2026-12-29'],
		['a local holiday', {holidays: ['2026-12-14']}, undefined, '2026-12-21'],
	])('%s', (_, rules, callInDays, until) => {
		const database = council();
		const boards = database.boards.map((board) =>
			board.id === 'cabinet' ? {...board, rules: {...board.rules, callInDays}} : board,
		);
		const changed = {...database, boards, rules: {...database.rules, ...rules}};
		expect(at('2026-12-14', {}, changed).until).toBe(until);
	});
});

describe('what happens to one that was called in', () => {
	test.each<[CallInState, Partial<Decision>, string | undefined, string]>([
		['called-in', called(), undefined, ': it has no effect until scrutiny is done.'],
		[
			'released',
			called({on: '2027-01-12', how: 'released'}),
			'2027-01-12',
			' and released on 12 January 2027: it takes effect on that day.',
		],
		[
			'lapsed',
			called({on: '2027-01-12', how: 'lapsed'}),
			'2027-01-12',
			'; scrutiny did not meet in time: it takes effect on 12 January 2027.',
		],
		[
			'referred-back',
			called({on: '2027-01-12', how: 'referred-back'}),
			undefined,
			' and referred back on 12 January 2027: it has no effect, the decision-maker decides again.',
		],
	])('%s', (state, overrides, effectiveOn, says) => {
		const found = at('2027-02-01', overrides);
		expect(found.state).toBe(state);
		expect(found.effectiveOn).toBe(effectiveOn);
		expect(found.says).toBe(`Called in by Five members on 15 December 2026${says}`);
	});

	test.each<[string, CallInState]>([
		['2026-12-18', 'called-in'], // The last day.
		['2026-12-19', 'effective'], // Too late.
	])('called in on %s: %s', (on, state) => {
		expect(at('2027-02-01', {callIn: {on, by: 'Five members'}}).state).toBe(state);
	});

	test('a call-in that came too late is told', () => {
		const found = at('2027-02-01', {callIn: {on: '2026-12-19', by: 'Five members'}});
		expect(found.says).toMatch(/The call-in of 19 December 2026 came after the period\.$/);
	});

	test('before publication', () => {
		expect(at('2026-12-16', {...called(), publishedOn: undefined}).state).toBe('called-in');
	});
});

describe('what cannot be called in', () => {
	test.each<[string, Partial<Decision>, string]>([
		[
			'urgent',
			{callInWaived: {by: 'Chair of scrutiny', why: 'The bridge is down.'}},
			'it is urgent',
		],
		['procedural', {procedural: true}, 'it is a step of the meeting itself'],
		['a committee’s', {board: 'planning'}, 'it is not an executive decision'],
		['an officers’ board’s', {board: 'B-1'}, 'it is not an executive decision'],
	])('%s', (_, overrides, why) => {
		expect(at('2026-12-14', overrides)).toEqual({
			state: 'not-subject',
			effectiveOn: '2026-12-08',
			leftOut: [],
			says: `Not open to call-in: ${why}. It takes effect on 8 December 2026, the day on which it is made.`,
			source: at('2026-12-14').source,
		});
	});

	test.each<[Decision['outcome'], string]>([
		['deferred', 'Deferred. It leaves everything as it was.'],
		['noted', 'Noted. It leaves everything as it was.'],
		['withdrawn', 'Withdrawn. It leaves everything as it was.'],
		['lost', 'Lost. It leaves everything as it was.'],
		['recommended-to-council', 'Recommended to council. The council decides.'],
	])('%s: nothing takes effect', (outcome, says) => {
		for (const board of ['B-2', 'planning']) {
			expect(at('2026-12-14', {outcome, board})).toEqual({
				state: 'not-subject',
				leftOut: [],
				says: `Not open to call-in: its outcome is ${says}`,
				source: at('2026-12-14').source,
			});
		}
	});

	test.each<Decision['outcome']>(['approved', 'approved-as-amended', 'refused', 'referred'])(
		'%s can be',
		(outcome) => {
			expect(at('2026-12-14', {outcome}).state).toBe('running');
			expect(at('2026-12-14', {outcome, board: 'B-2'}).state).toBe('running');
		},
	);

	test('under the profile plain there is no such thing', () => {
		const database = council({rules: {profile: 'plain'}});
		expect(
			lawOf(database).callIn(database, decision({publishedOn: '2026-12-09'}), '2026-12-14'),
		).toBe(undefined);
	});

	test.each<Decision['status']>(['retracted', 'rescinded', 'superseded'])('%s', (status) => {
		const found = at('2026-12-14', {status});
		expect([found.state, found.effectiveOn]).toEqual(['not-subject', undefined]);
		expect(found.says).toBe(`Nothing to call in: the decision was ${status}.`);
	});

	test('where the council’s rules have no call-in, it takes effect on publication', () => {
		const none = council({rules: {profile: 'england', callInDays: 0}});
		expect(at('2026-12-14', {}, none)).toMatchObject({
			state: 'not-subject',
			effectiveOn: '2026-12-11',
		});
		const found = at('2026-12-14', {publishedOn: undefined}, none);
		expect([found.state, found.effectiveOn]).toEqual(['not-subject', undefined]);
	});

	test('a decision of several days takes effect on the last', () => {
		const date = {from: '2026-12-07', to: '2026-12-10'};
		expect(at('2026-12-14', {date, board: 'planning'}).effectiveOn).toBe('2026-12-10');
	});
});
