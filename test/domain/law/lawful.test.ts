import {describe, expect, test} from 'vitest';
import {type Check, lawful, type LawfulVerdict} from '../../../source/domain/law/lawful.ts';
import type {
	AgendaItem,
	Database,
	Meeting,
	Notice,
	Report,
} from '../../../source/domain/schema/index.ts';
import {makeDatabase} from '../../helpers/database.ts';
import {council, item, meeting, notice, report} from './council.ts';

type Case = {
	item?: Partial<AgendaItem>;
	meeting?: Partial<Meeting>;
	report?: Partial<Report>;
	notices?: Notice[];
	today?: string;
	rules?: Database['rules'];
};

/**
 * What is said of the one item of a meeting on Tuesday 8 December 2026, on the day before: its agenda and report
 * were published on Monday 30 November, five clear working days before.
 */
function judge(given: Case) {
	const one = meeting({
		publishedOn: '2026-11-30',
		agenda: [item(given.item)],
		...given.meeting,
	});
	const database = council({
		meetings: [one],
		reports: [report({key: false, publishedOn: '2026-11-30', ...given.report})],
		notices: given.notices ?? [],
		...(given.rules ? {rules: given.rules} : {}),
	});
	const [found] = lawful(database, one, given.today ?? '2026-12-07');
	if (!found) throw new Error('the meeting has no item');
	return found;
}

const failing = ({checks}: {checks: Check[]}) =>
	checks.filter(({ok}) => !ok).map(({what, by}) => (by ? `${what} by ${by}` : what));

describe('the agenda and the report, five clear working days before', () => {
	// LGA 1972 s.100B as amended by SI 2002/715; R v Swansea City Council ex parte Elitestone (1993).
	test.each<[string, Case, LawfulVerdict, string[]]>([
		['both in time', {}, 'yes', []],
		['the agenda a day late', {meeting: {publishedOn: '2026-12-01'}}, 'no', ['agenda']],
		['the report a day late', {report: {publishedOn: '2026-12-01'}}, 'no', ['report']],
		[
			'never published',
			{meeting: {publishedOn: undefined}, report: {publishedOn: undefined}},
			'no',
			['agenda', 'report'],
		],
		[
			'still time for the agenda',
			{meeting: {publishedOn: undefined}, today: '2026-11-30'},
			'not-yet',
			['agenda by 2026-11-30'],
		],
		[
			'the last day has passed',
			{meeting: {publishedOn: undefined}, today: '2026-12-01'},
			'no',
			['agenda'],
		],
		[
			'to be published tomorrow',
			{today: '2026-11-29'},
			'not-yet',
			['agenda by 2026-11-30', 'report by 2026-11-30'],
		],
		[
			'on a Monday: published on the Sunday',
			{
				meeting: {startsAt: '2026-12-07T10:00', publishedOn: '2026-11-29'},
				report: {publishedOn: '2026-11-29'},
			},
			'yes',
			[],
		],
		[
			'over Easter',
			{
				meeting: {startsAt: '2026-04-14T10:00', publishedOn: '2026-04-03'},
				report: {publishedOn: '2026-04-02'},
				today: '2026-04-10',
			},
			'yes',
			[],
		],
		['no report in the database', {item: {about: undefined}}, 'no', ['report']],
		[
			'an exempt report of the executive, without notice of meeting in private',
			{report: {publishedOn: undefined, exempt: {paragraphs: [3]}}},
			'no',
			['private'],
		],
		[
			'an exempt report of a committee',
			{
				report: {publishedOn: undefined, exempt: {paragraphs: [3]}},
				meeting: {board: 'planning'},
			},
			'yes',
			[],
		],
		['other business needs no report', {item: {kind: 'business', about: undefined}}, 'yes', []],
		['looking back, all was well', {today: '2027-02-01', meeting: {status: 'closed'}}, 'yes', []],
	])('%s', (_, given, verdict, fails) => {
		const found = judge(given);
		expect([found.verdict, failing(found)]).toEqual([verdict, fails]);
	});

	test.each([
		['cabinet', 'SI 2012/2089 reg 6', 'SI 2012/2089 reg 7'],
		['planning', 'LGA 1972 s.100A(6)(a) and s.100B(4)(a)', 'LGA 1972 s.100B(3)'],
		['scrutiny', 'LGA 1972 s.100A(6)(a) and s.100B(4)(a)', 'LGA 1972 s.100B(3)'],
	])('%s: by %s and %s', (board, agenda, report) => {
		const {checks} = judge({meeting: {board}});
		expect(checks.map(({what, source}) => [what, source])).toEqual([
			['agenda', agenda],
			['report', report],
			['quorum', undefined],
		]);
	});

	test('what must be done is said with its last day, and the last working day before it', () => {
		const [agenda] = judge({
			meeting: {startsAt: '2026-12-07T10:00', publishedOn: undefined},
			today: '2026-11-23',
		}).checks;
		expect(agenda?.says).toBe(
			'The agenda has no day of publication. Publish it five clear working days before, at the offices by 27 November 2026 (left out: Saturday 5 December; Sunday 6 December). Last day: 29 November 2026.',
		);
	});
});

describe('what was not on the published agenda', () => {
	const text = 'The roof leaks.';
	test.each<[string, Case, LawfulVerdict, string[]]>([
		[
			'an urgent item with its reason',
			{item: {kind: 'urgent', about: undefined, urgency: text}},
			'yes',
			[],
		],
		[
			'the standing item, with nothing under it',
			{item: {kind: 'urgent', about: undefined}},
			'yes',
			[],
		],
		[
			'the standing item for requests, with none under it',
			{item: {kind: 'requests', about: {requests: []}}, meeting: {publishedOn: undefined}},
			'yes',
			[],
		],
		[
			'a request under it, and no agenda published',
			{item: {kind: 'requests', about: {requests: ['RQ-1']}}, meeting: {publishedOn: undefined}},
			'no',
			['agenda'],
		],
		[
			'one put under it without',
			{item: {kind: 'urgent', about: {project: 'P1-01'}}},
			'no',
			['urgency'],
		],
		[
			'without, while the agenda can still take it',
			{
				item: {kind: 'urgent', about: {project: 'P1-01'}},
				meeting: {publishedOn: undefined},
				today: '2026-11-27',
			},
			'not-yet',
			['urgency by 2026-11-30'],
		],
		[
			'a blank reason',
			{item: {kind: 'urgent', about: {project: 'P1-01'}, urgency: ' '}},
			'no',
			['urgency'],
		],
		[
			'a late agenda, urgent',
			{meeting: {publishedOn: '2026-12-04'}, item: {urgency: text}},
			'yes',
			[],
		],
		[
			'no agenda yet, urgent',
			{meeting: {publishedOn: undefined}, item: {urgency: text}},
			'not-yet',
			['agenda by 2026-12-08'],
		],
		[
			'a late report, urgent',
			{report: {publishedOn: '2026-12-04'}, item: {urgency: text}},
			'yes',
			[],
		],
		[
			'a report still to come, urgent',
			{report: {publishedOn: undefined}, item: {urgency: text}},
			'not-yet',
			['report by 2026-12-08'],
		],
	])('%s', (_, given, verdict, fails) => {
		const found = judge({...given, meeting: {board: 'planning', ...given.meeting}});
		expect([found.verdict, failing(found)]).toEqual([verdict, fails]);
	});

	test('a reason shows an item that was put on later, though the agenda was in time', () => {
		const {verdict, checks} = judge({meeting: {board: 'planning'}, item: {urgency: text}});
		expect([verdict, checks[0]]).toEqual([
			'yes',
			{
				what: 'urgency',
				ok: true,
				says: 'Taken as urgent: The roof leaks.',
				source: 'LGA 1972 s.100B(4)(b)',
			},
		]);
	});

	test('for an executive it says that the regulation does not name urgent items', () => {
		const {checks} = judge({item: {kind: 'urgent', about: undefined, urgency: text}});
		expect(checks.find(({what}) => what === 'urgency')?.says).toMatch(/monitoring officer/);
	});
});

describe('key decisions and private meetings', () => {
	const inTime = notice({publishedOn: '2026-11-09'});
	const secret: Case = {item: {exempt: {paragraphs: [3]}}};
	const notices = (second: Partial<Notice> = {}) => [
		notice({id: 'N-4', kind: 'private-meeting', publishedOn: '2026-11-09', reasons: 'Prices.'}),
		notice({
			id: 'N-5',
			kind: 'private-meeting-confirmed',
			publishedOn: '2026-11-30',
			reasons: 'Prices.',
			representations: 'None',
			...second,
		}),
	];

	test.each<[string, Case, LawfulVerdict, string[]]>([
		['its notice 28 days before', {notices: [inTime]}, 'yes', []],
		['no notice', {}, 'no', ['key']],
		[
			'no notice, five weeks before',
			{today: '2026-11-03'},
			'not-yet',
			['agenda by 2026-11-30', 'report by 2026-11-30', 'key by 2026-11-09'],
		],
		[
			'no notice, two weeks before',
			{
				today: '2026-11-24',
				meeting: {publishedOn: '2026-11-24'},
				report: {publishedOn: '2026-11-24'},
			},
			'not-yet',
			['key by 2026-11-30'],
		],
		[
			'a notice ahead',
			{
				notices: [inTime],
				today: '2026-11-08',
				meeting: {publishedOn: '2026-11-02'},
				report: {publishedOn: '2026-11-02'},
			},
			'not-yet',
			['key by 2026-11-09'],
		],
		['a notice withdrawn', {notices: [{...inTime, withdrawn: true}]}, 'no', ['key']],
	])('a key decision, %s', (_, given, verdict, fails) => {
		const found = judge({...given, report: {key: true, ...given.report}});
		expect([found.verdict, failing(found)]).toEqual([verdict, fails]);
	});

	test('when it is too late for notice, special urgency is named', () => {
		const {checks} = judge({report: {key: true}});
		expect(checks.find(({what}) => what === 'key')?.says).toMatch(/agreement of scrutiny’s chair/);
	});

	test.each<[string, Case, LawfulVerdict, string[]]>([
		['with both notices', {...secret, notices: notices()}, 'yes', []],
		[
			'the second a day late',
			{...secret, notices: notices({publishedOn: '2026-12-01'})},
			'no',
			['private'],
		],
		[
			'the second still to come',
			{...secret, notices: notices().slice(0, 1), today: '2026-11-30'},
			'not-yet',
			['private by 2026-11-30'],
		],
		['without any', secret, 'no', ['private']],
		['of a committee', {...secret, meeting: {board: 'planning'}}, 'yes', []],
	])('an exempt item %s', (_, given, verdict, fails) => {
		const found = judge(given);
		expect([found.verdict, failing(found)]).toEqual([verdict, fails]);
	});
});

describe('the quorum that is expected', () => {
	const away = (...people: string[]): Case => ({
		meeting: {apologies: people.map((person) => ({person}))},
	});

	test.each<[string, Case, LawfulVerdict, string]>([
		['everybody', {}, 'yes', '4 voting members expected; the quorum is 3.'],
		['exactly enough', away('smith'), 'yes', '3 voting members expected; the quorum is 3.'],
		[
			'one fewer',
			away('smith', 'jones'),
			'not-yet',
			'2 voting members expected; the quorum is 3. Find substitutes or another day.',
		],
		[
			'the secretary has no vote',
			away('clerk'),
			'yes',
			'4 voting members expected; the quorum is 3.',
		],
		[
			'a substitute comes',
			{
				meeting: {
					apologies: [{person: 'smith'}, {person: 'jones'}],
					attendance: [{person: 'clerk', status: 'substitute', for: 'smith'}],
				},
			},
			'yes',
			'3 voting members expected; the quorum is 3.',
		],
		[
			'a substitute takes a place, adds none',
			{meeting: {attendance: [{person: 'clerk', status: 'substitute', for: 'smith'}]}},
			'yes',
			'4 voting members expected; the quorum is 3.',
		],
		[
			'two are barred',
			{
				meeting: {
					declarations: [
						{id: 'X-1', person: 'smith', item: 'I-9', kind: 'dpi'},
						{id: 'X-2', person: 'reed', item: 'I-9', kind: 'dpi'},
					],
				},
			},
			'not-yet',
			'2 voting members expected; the quorum is 3. Find substitutes or another day.',
		],
	])('%s', (_, given, verdict, says) => {
		const found = judge(given);
		expect(found.verdict).toBe(verdict);
		expect(found.checks.find(({what}) => what === 'quorum')?.says).toBe(says);
	});

	test('members are those of the day', () => {
		const one = meeting({publishedOn: '2026-11-30'});
		const database = council({
			meetings: [one],
			reports: [report({key: false, publishedOn: '2026-11-30'})],
		});
		const boards = database.boards.map((board) => ({
			...board,
			members: board.members.map((member) =>
				member.person === 'smith' || member.person === 'jones'
					? {...member, to: '2026-12-07'}
					: member,
			),
		}));
		const verdicts = (startsAt: string) =>
			lawful({...database, boards}, {...one, startsAt}, '2026-12-07').map(({verdict}) => verdict);
		expect(verdicts('2026-12-08T10:00')).toEqual(['not-yet']);
		expect(lawful(database, one, '2026-12-07')[0]?.verdict).toBe('yes');
	});

	test('after the day it is too late', () => {
		expect(judge({...away('smith', 'jones'), today: '2026-12-09'}).verdict).toBe('no');
	});
});

describe('boards of other kinds', () => {
	test('under the profile plain: only the quorum, and not a word of statutes', () => {
		const given: Case = {
			rules: {profile: 'plain'},
			meeting: {publishedOn: undefined},
			report: {key: true},
		};
		const {verdict, checks} = judge(given);
		expect(verdict).toBe('yes');
		expect(checks).toEqual([
			{what: 'quorum', ok: true, says: '4 voting members expected; the quorum is 3.'},
		]);
	});

	test('an officers’ board: only the quorum', () => {
		const found = judge({
			meeting: {board: 'B-1', publishedOn: undefined},
			report: {publishedOn: undefined, key: true},
		});
		expect(found.verdict).toBe('yes');
		expect(found.checks.map(({what, says}) => [what, says])).toEqual([
			['agenda', 'No statutory notice applies to this board.'],
			['quorum', '4 voting members expected; the quorum is 3.'],
		]);
	});

	test('one who decides alone: the report and the key notice, neither agenda nor quorum', () => {
		const found = judge({meeting: {board: 'B-2', publishedOn: undefined}, report: {key: true}});
		expect(found.checks.map(({what, ok}) => [what, ok])).toEqual([
			['report', true],
			['key', false],
		]);
	});
});

test('items that lead to no decision need no check; numbers are those of the agenda', () => {
	const database = makeDatabase();
	const planned = database.meetings.find(({id}) => id === 'M-2');
	if (!planned) throw new Error('the sample has changed');
	const found = lawful(database, planned, '2026-11-22');
	expect(
		found.map(({item, number, verdict, checks}) => [item, number, verdict, checks.length]),
	).toEqual([
		['I-2', '1', 'yes', 0],
		['I-3', '2', 'yes', 0],
		['I-4', '3', 'yes', 2],
		['I-5', '4', 'yes', 2],
	]);
});

test.each<[string, Partial<Meeting>]>([
	['no day', {startsAt: undefined}],
	['a month', {startsAt: undefined, period: {from: '2026-12', to: '2026-12'}}],
])('a meeting with %s cannot be judged yet', (_, overrides) => {
	const found = judge({meeting: overrides});
	expect([found.verdict, failing(found)]).toEqual(['not-yet', ['agenda']]);
});
