import {describe, expect, test} from 'vitest';
import {authority, noticesFor} from '../../../source/domain/law/england/notices.ts';
import {lawfulness} from '../../../source/domain/law/index.ts';
import type {Route} from '../../../source/domain/law/law.ts';
import {privateMeeting} from '../../../source/domain/law/england/private-meeting.ts';
import type {Database, Notice} from '../../../source/domain/schema/index.ts';
import {council, item, meeting, notice, report} from './council.ts';

/** The meeting is on Tuesday 8 December 2026. */
const day = '2026-12-08';
const asked = {meeting: meeting(), item: item(), day};

const judged = (notices: Notice[], overrides: Partial<Database> = {}) =>
	authority(council({notices, ...overrides}), asked);

describe('a key decision with its notice (SI 2012/2089 reg 9)', () => {
	test.each<[string, boolean, string]>([
		['2026-11-08', true, '2026-12-07'],
		['2026-11-09', true, '2026-12-08'],
		['2026-11-10', false, '2026-12-09'],
		['2026-12-08', false, '2027-01-06'],
	])('published on %s: %s, first lawful day %s', (publishedOn, ok, earliest) => {
		const found = judged([notice({publishedOn})]);
		expect(found).toMatchObject({route: 'notice', ok, earliest, leftOut: []});
		expect(found.source).toBe('SI 2012/2089 reg 9');
	});

	test('it says which notice, when, how many days of which kind, and the first lawful day', () => {
		expect(judged([notice({publishedOn: '2026-11-09'})]).says).toBe(
			'Notice N-1 of the key decision, published on 9 November 2026, gives 28 clear calendar days before 8 December 2026; 28 are needed.',
		);
		expect(judged([notice({publishedOn: '2026-11-10'})]).says).toBe(
			'Notice N-1 of the key decision, published on 10 November 2026, gives 27 clear calendar days before 8 December 2026; 28 are needed. The first lawful day is 9 December 2026.',
		);
	});

	// Summer time ends on 25 October 2026: 28 days are 28 days.
	test.each([
		['2026-10-10', '2026-11-08', true],
		['2026-10-11', '2026-11-08', false],
		['2026-03-14', '2026-04-12', true],
		['2026-03-15', '2026-04-12', false],
	])('published on %s for %s, over a change of the clocks: %s', (publishedOn, day, ok) => {
		const database = council({notices: [notice({publishedOn})]});
		expect(authority(database, {...asked, day}).ok).toBe(ok);
	});

	test.each<[string, Partial<Notice>, boolean, RegExp]>([
		['withdrawn', {publishedOn: '2026-11-01', withdrawn: true}, false, /^There is no notice/],
		['not published', {}, false, /no day of publication/],
		['of another report', {publishedOn: '2026-11-01', report: 'R-1'}, false, /^There is no notice/],
		['of another board', {publishedOn: '2026-11-01', board: 'planning'}, false, /^There is no/],
		[
			'naming the item alone',
			{publishedOn: '2026-11-01', report: undefined, meeting: 'M-9', item: 'I-9'},
			true,
			/N-1/,
		],
		[
			'naming another item',
			{publishedOn: '2026-11-01', meeting: 'M-9', item: 'I-2'},
			false,
			/^There is no/,
		],
		[
			'naming an earlier meeting’s item',
			{publishedOn: '2026-11-01', meeting: 'M-1', item: 'I-1'},
			true,
			/N-1/,
		],
		['naming the day', {publishedOn: '2026-11-01', decisionOn: day}, true, /N-1/],
		[
			'naming the month',
			{publishedOn: '2026-11-01', decisionOn: {from: '2026-12', to: '2026-12'}},
			true,
			/N-1/,
		],
		[
			'naming another day',
			{publishedOn: '2026-11-01', decisionOn: '2026-12-01'},
			false,
			/1 December 2026 \(reg 9\(1\)\(d\)\)/,
		],
		[
			'naming another time',
			{publishedOn: '2026-11-01', decisionOn: {from: '2027-01', to: '2027-02'}},
			false,
			/January–February 2027/,
		],
	])('a notice %s', (_, overrides, ok, says) => {
		const found = judged([notice(overrides)]);
		expect(found.ok).toBe(ok);
		expect(found.says).toMatch(says);
	});
});

describe('the general exception (reg 10)', () => {
	const exception = (overrides: Partial<Notice> = {}) =>
		notice({
			id: 'N-2',
			kind: 'general-exception',
			publishedOn: '2026-11-30',
			agreedBy: 'Chair of Overview and Scrutiny',
			agreedOn: '2026-11-30',
			reasons: 'The supplier gave notice on 25 November.',
			...overrides,
		});

	test.each<[string, Partial<Notice>, boolean, string | undefined]>([
		['five clear working days after publication', {}, true, '2026-12-08'],
		['four', {publishedOn: '2026-12-01'}, false, '2026-12-09'],
		[
			'scrutiny told after publication: the later day counts',
			{agreedOn: '2026-12-01'},
			false,
			'2026-12-09',
		],
		['published on a Saturday', {publishedOn: '2026-11-28'}, true, '2026-12-08'],
		['scrutiny not told', {agreedOn: undefined}, false, undefined],
		['nobody named', {agreedBy: ' '}, false, undefined],
		['without reasons', {reasons: undefined}, false, undefined],
		['not published', {publishedOn: undefined}, false, undefined],
	])('%s', (_, overrides, ok, earliest) => {
		const found = judged([exception(overrides)]);
		expect(found).toMatchObject({route: 'general-exception', ok, source: 'SI 2012/2089 reg 10'});
		expect(found.earliest).toBe(earliest);
	});

	test('the days left out are told', () => {
		const found = judged([exception()]);
		expect(found.leftOut).toEqual([
			{day: '2026-12-05', why: 'Saturday'},
			{day: '2026-12-06', why: 'Sunday'},
		]);
		expect(found.says).toBe(
			'General exception notice N-2, of which Chair of Overview and Scrutiny was told on 30 November 2026, published on 30 November 2026, gives 5 clear working days before 8 December 2026; five are needed (left out: Saturday 5 December; Sunday 6 December).',
		);
	});

	test('reasons can still be published up to the day', () => {
		expect(judged([exception({reasons: ''})]).ways[0]).toEqual({
			by: day,
			says: 'Publish the reasons of notice N-2.',
		});
	});

	test('it carries the decision when the notice of 28 days came too late', () => {
		expect(judged([notice({publishedOn: '2026-11-20'}), exception()])).toMatchObject({
			route: 'general-exception',
			ok: true,
		});
	});

	test('what fails is told of every notice, with the earliest day that one of them leads to', () => {
		const found = judged([
			notice({publishedOn: '2026-11-20'}),
			exception({publishedOn: '2026-12-02'}),
		]);
		expect(found).toMatchObject({ok: false, earliest: '2026-12-10'});
		expect(found.says).toMatch(/17 clear calendar days.*3 clear working days/);
	});
});

describe('special urgency (reg 11)', () => {
	const urgent = (overrides: Partial<Notice> = {}) =>
		notice({
			id: 'N-3',
			kind: 'special-urgency',
			agreedBy: 'Chair of Overview and Scrutiny',
			agreedOn: '2026-12-07',
			reasons: 'The service stops on 9 December.',
			publishedOn: '2026-12-07',
			...overrides,
		});

	test.each<[string, Partial<Notice>, boolean]>([
		['agreed the day before', {}, true],
		['agreed on the day', {agreedOn: day}, true],
		['agreed after the day', {agreedOn: '2026-12-09'}, false],
		['not agreed', {agreedOn: undefined}, false],
		['agreed by nobody', {agreedBy: undefined}, false],
		['without reasons', {reasons: undefined}, false],
		['reasons still to be published', {publishedOn: undefined}, true],
		['withdrawn', {withdrawn: true}, false],
	])('%s: %s', (_, overrides, ok) => {
		expect(judged([urgent(overrides)]).ok).toBe(ok);
	});

	test('it says who agreed, and that no days are counted', () => {
		expect(judged([urgent()]).says).toBe(
			'Special urgency notice N-3: Chair of Overview and Scrutiny agreed on 7 December 2026 that it cannot wait; no days of notice are needed.',
		);
	});
});

describe('whom the rules of key decisions concern', () => {
	test.each<[string, string, Route]>([
		['cabinet', 'an executive', 'none'],
		['B-2', 'one of its members', 'none'],
		['B-1', 'an officers’ board', 'not-key'],
		['planning', 'a committee', 'not-key'],
		['scrutiny', 'scrutiny', 'not-key'],
	])('%s, %s: %s', (board, _, route) => {
		const found = authority(council(), {...asked, meeting: meeting({board})});
		expect([found.route, found.ok]).toEqual([route, route === 'not-key']);
	});

	test('an executive elsewhere (plain) is asked for none', () => {
		const database = council({rules: {profile: 'plain'}});
		expect(lawfulness(database, {...asked, meeting: meeting({board: 'cabinet'})}, true)).toEqual(
			{},
		);
	});

	test('a decision that is not key needs no notice', () => {
		const database = council({reports: [report({key: false})]});
		expect(authority(database, asked)).toMatchObject({route: 'not-key', ok: true});
		expect(authority(database, {...asked, item: item({about: undefined})}).route).toBe('not-key');
	});

	test('without a notice, the ways that are open and their last days are told', () => {
		expect(judged([]).ways.map(({by}) => by)).toEqual(['2026-11-09', '2026-11-30']);
	});
});

describe('a private meeting of the executive (reg 5)', () => {
	const first = (overrides: Partial<Notice> = {}) =>
		notice({
			id: 'N-4',
			kind: 'private-meeting',
			publishedOn: '2026-11-09',
			reasons: 'Prices of the bidders.',
			...overrides,
		});
	const second = (overrides: Partial<Notice> = {}) =>
		notice({
			id: 'N-5',
			kind: 'private-meeting-confirmed',
			publishedOn: '2026-11-30',
			reasons: 'Prices of the bidders.',
			representations: 'One resident asks for an open meeting.',
			response: 'The prices are still confidential.',
			...overrides,
		});
	const exempt = item({exempt: {paragraphs: [3]}});
	const judged = (...notices: Notice[]) =>
		privateMeeting(council({notices}), {...asked, item: exempt});

	test.each<[string, Notice[], boolean, RegExp]>([
		['both in time', [first(), second()], true, /28 clear calendar days.*5 clear working days/],
		['the first a day late', [first({publishedOn: '2026-11-10'}), second()], false, /27 clear/],
		['the second a day late', [first(), second({publishedOn: '2026-12-01'})], false, /4 clear/],
		['the second missing', [first()], false, /There is no second notice/],
		['the first missing', [second()], false, /There is no notice of the private meeting/],
		['the first withdrawn', [first({withdrawn: true}), second()], false, /There is no notice/],
		['no reasons in the first', [first({reasons: ''}), second()], false, /reasons \(reg 5\(3\)\)/],
		['no reasons in the second', [first(), second({reasons: ''})], false, /reg 5\(5\)\(a\)/],
		[
			'representations not told',
			[first(), second({representations: undefined})],
			false,
			/reg 5\(5\)\(b\)/,
		],
		[
			'representations without an answer',
			[first(), second({response: ''})],
			false,
			/reg 5\(5\)\(c\)/,
		],
		[
			'no representations received',
			[first(), second({representations: 'None', response: undefined})],
			true,
			/./,
		],
		[
			'notices of the whole meeting',
			[first({report: undefined, meeting: 'M-9'}), second({report: undefined, meeting: 'M-9'})],
			true,
			/./,
		],
		[
			'notices of another meeting',
			[first({meeting: 'M-1'}), second({meeting: 'M-1'})],
			false,
			/There is no/,
		],
		[
			'a notice of the key decision only',
			[notice({publishedOn: '2026-11-01'})],
			false,
			/There is no/,
		],
	])('%s', (_, notices, ok, says) => {
		const found = judged(...notices);
		expect(found.ok).toBe(ok);
		expect(found.says).toMatch(says);
		expect(found.source).toBe('SI 2012/2089 reg 5');
	});

	test.each<[string, Partial<Notice>, boolean]>([
		['agreed on the day', {agreedOn: day}, true],
		['agreed after it', {agreedOn: '2026-12-09'}, false],
		['without reasons', {agreedOn: day, reasons: ''}, false],
	])('urgent by agreement (reg 5(6)), %s: %s', (_, overrides, ok) => {
		const agreedBy = 'Chair of Overview and Scrutiny';
		expect(judged(first({publishedOn: '2026-12-07', agreedBy, ...overrides})).ok).toBe(ok);
	});

	test('what is missing has to be done by the earlier of the two days', () => {
		expect(judged().ways.map(({by}) => by)).toEqual(['2026-11-09']);
		expect(judged(first()).ways.map(({by}) => by)).toEqual(['2026-11-30']);
	});

	test('no notice for a public item, a committee or one who decides alone', () => {
		const database = council();
		expect(privateMeeting(database, asked).ok).toBe(true);
		for (const board of ['planning', 'B-1', 'B-2']) {
			const other = {...asked, item: exempt, meeting: meeting({board})};
			expect(privateMeeting(database, other).ok).toBe(true);
		}
	});
});

test('notices of an item are those that name it and those of its report, none withdrawn', () => {
	const notices = [
		notice({id: 'N-1'}),
		notice({id: 'N-2', withdrawn: true}),
		notice({id: 'N-3', report: undefined, meeting: 'M-9', item: 'I-9'}),
		notice({id: 'N-4', report: undefined, meeting: 'M-9'}),
		notice({id: 'N-5', kind: 'private-meeting', report: undefined, meeting: 'M-9'}),
		notice({id: 'N-6', report: 'R-1'}),
	];
	const found = noticesFor(council({notices}), meeting(), item());
	expect(found.map(({id}) => id)).toEqual(['N-1', 'N-3', 'N-5']);
});
