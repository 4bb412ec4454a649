import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {find} from '../../../source/domain/log/patch.ts';
import {progressOf} from '../../../source/domain/queries/strategy/progress.ts';
import {sayProgress} from '../../../source/domain/queries/strategy/progress-words.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {cabinetDatabase} from '../../helpers/cabinet.ts';
import {
	accepted,
	after,
	contextAt,
	makeDatabase,
	present,
	refusal,
} from '../../helpers/database.ts';

const request: Change = {
	kind: 'request/make',
	project: 'P1-02',
	field: 'milestones/MS-1/approved',
	from: '2027-03-31',
	to: '2027-07-03',
	reason: 'The supplier cannot staff it before May.',
	effects: {cost: 'None.', dependants: 'Online Forms waits too.'},
};
const milestone: Change = {
	kind: 'milestone/add',
	project: 'P1-02',
	title: 'Go live',
	approved: '2027-03-31',
};

/** A council whose Cabinet approves delays of more than 30 days; its meeting M-5 is open at the item for requests. */
function cabinetMeets(): Database {
	const council = cabinetDatabase();
	const strict = {
		...council,
		boards: council.boards.map((board) =>
			board.id === 'B-3'
				? {...board, rules: {...board.rules, tolerance: {days: 30, money: {amount: 10_000}}}}
				: board,
		),
	};
	const asked = after(
		strict,
		milestone,
		request,
		{
			kind: 'meeting/add',
			board: 'B-3',
			title: 'Quarterly review',
			agenda: [
				{itemKind: 'requests', title: 'Requests for change', about: {requests: ['RQ-1']}},
				{itemKind: 'business', title: 'Other business'},
			],
		},
		{kind: 'meeting/open', id: 'M-5'},
	);
	return accepted(asked, present(['reed', 'smith', 'jones'], 'M-5')).database;
}
const itemOf = (database: Database, index: number): string =>
	database.meetings.find(({id}) => id === 'M-5')?.agenda[index]?.id ?? '';

const decision = (database: Database, fields: object = {}): Change => ({
	kind: 'decision/record',
	meeting: 'M-5',
	item: itemOf(database, 0),
	title: 'Requests for change',
	resolution: 'That the changes be approved.',
	outcome: 'approved',
	reasons: 'As asked.',
	noConflicts: true,
	alternatives: 'None.',
	alternativesConfirmed: true,
	mover: 'smith',
	seconder: 'jones',
	vote: {method: 'no-dissent'},
	...fields,
});
const decide: Change = {kind: 'request/decide', id: 'RQ-1', to: 'approved', follows: true};

/** The database after changes made on that day. */
const on = (day: string, database: Database, ...changes: Change[]): Database =>
	changes.reduce(
		(before, change) => accepted(before, change, contextAt('10:00', 'clerk', day)).database,
		database,
	);
const goLive = (database: Database) => find(database, 'projects/P1-02/milestones/MS-1');
const project = (database: Database) => database.projects.find(({id}) => id === 'P1-02');
const newest = (database: Database) => database.decisions.at(-1)?.id ?? '';

describe('a request', () => {
	test('is a record with its reason, its effects, and the board that has to approve it', () => {
		expect(cabinetMeets().requests).toEqual([
			{
				id: 'RQ-1',
				project: 'P1-02',
				field: 'milestones/MS-1/approved',
				from: '2027-03-31',
				to: '2027-07-03',
				reason: 'The supplier cannot staff it before May.',
				effects: {cost: 'None.', dependants: 'Online Forms waits too.'},
				askedBy: 'Sam Clerk (login clerk)',
				askedOn: '2026-11-22',
				board: 'B-3',
				fate: 'asked',
			},
		]);
	});

	test.each<[string, object, string]>([
		[
			'of a field that nobody approves',
			{field: 'title'},
			'“title” is not a field that anybody approves',
		],
		[
			'of a milestone that is not there',
			{field: 'milestones/MS-9/approved'},
			'P1-02 Laptop Refresh has no milestone MS-9',
		],
		['for what is not a day', {field: 'due', from: '2027-03-31', to: 'spring'}, 'expected a day'],
		[
			'for what is not a sum',
			{field: 'money/approved', from: {amount: 250_000}, to: '9'},
			'expected a sum of money',
		],
		[
			'for what holds already',
			{field: 'due', from: '2027-03-31', to: '2027-03-31'},
			'P1-02 Laptop Refresh: end is 31 March 2027 already',
		],
		[
			'on another value than there is',
			{field: 'due', from: '2027-01-01', to: '2027-05-01'},
			'P1-02 Laptop Refresh: end is 31 March 2027 now, not 1 January 2027',
		],
	])('%s is refused', (_, fields, why) => {
		expect(refusal(makeDatabase(), {...request, ...fields}).message).toBe(why);
	});

	test('for the same field waits until the first is settled', () => {
		const made = after(makeDatabase(), milestone, request);
		expect(refusal(made, request).message).toBe(
			'request RQ-1 asks for another milestone “Go live” of P1-02 Laptop Refresh already: edit it',
		);
		const withdrawn = after(made, {kind: 'request/withdraw', id: 'RQ-1'});
		expect(after(withdrawn, request).requests.map(({id, fate}) => `${id} ${fate}`)).toEqual([
			'RQ-1 withdrawn',
			'RQ-2 asked',
		]);
		expect(refusal(withdrawn, {kind: 'request/withdraw', id: 'RQ-1'}).message).toBe(
			'request RQ-1 was withdrawn already',
		);
	});

	test('may also be for a budget, a cancelling or a start', () => {
		const made = after(
			makeDatabase(),
			{...request, field: 'money/approved', from: {amount: 250_000}, to: {amount: 300_000}},
			{...request, field: 'status', from: 'in-progress', to: 'cancelled'},
			{...request, field: 'start', from: undefined, to: '2027-01-04'},
		);
		expect(made.requests).toHaveLength(3);
	});
});

describe('approved is not in effect', () => {
	const approved = () => {
		const meeting = cabinetMeets();
		return accepted(meeting, [decision(meeting), decide]).database;
	};

	test('an executive’s decision waits on the record, and the date in force stands', () => {
		const waiting = approved();
		expect(goLive(waiting)).toMatchObject({approved: '2027-03-31'});
		expect(project(waiting)?.pending).toEqual([
			{
				id: 'PE-1',
				field: 'milestones/MS-1/approved',
				value: '2027-07-03',
				decision: newest(waiting),
			},
		]);
		expect(waiting.requests[0]).toMatchObject({fate: 'approved', decision: newest(waiting)});
	});

	test('it is put into effect by an act of its own, once call-in has passed', () => {
		const settle: Change = {kind: 'project/settle', id: 'P1-02', pending: 'PE-1'};
		const waiting = approved();
		expect(refusal(waiting, settle).message).toBe(
			`P1-02 Laptop Refresh: milestone “Go live” waits: not in effect until decision ${newest(waiting)} is published`,
		);
		const published = on('2026-11-23', waiting, {
			kind: 'decision/publish',
			id: newest(waiting),
			on: '2026-11-23',
		});
		expect(refusal(published, settle, contextAt('10:00', 'clerk', '2026-11-30')).message).toBe(
			'P1-02 Laptop Refresh: milestone “Go live” waits: takes effect 1 December 2026 unless it is called in',
		);
		const settled = on('2026-12-01', published, settle);
		expect(goLive(settled)).toMatchObject({original: '2027-03-31', approved: '2027-07-03'});
		expect(project(settled)).not.toHaveProperty('pending');
	});

	test('Walk says until when it waits, since when it is in effect, or that it falls', () => {
		const waiting = approved();
		const id = newest(waiting);
		const published = on('2026-11-23', waiting, {
			kind: 'decision/publish',
			id,
			on: '2026-11-23',
		});
		const referred = on(
			'2026-11-24',
			published,
			{kind: 'decision/call-in', id, on: '2026-11-24', by: 'the Overview Board'},
			{kind: 'decision/release', id, on: '2026-11-24', how: 'referred-back'},
		);
		const says = (database: Database, day: string) =>
			progressOf(
				database,
				undefined,
				database.projects.filter((one) => one.id === 'P1-02'),
				day,
			)
				.flatMap((one) => sayProgress(database, one))
				.filter(({text}) => text.startsWith('milestone “Go live”: 3 July 2027'))
				.map(({label, text}) => `${label}: ${text}`);
		expect(says(published, '2026-11-30')).toEqual([
			'Approved: milestone “Go live”: 3 July 2027; takes effect 1 December 2026 unless it is called in',
		]);
		expect(says(published, '2026-12-02')).toEqual([
			'To put in place: milestone “Go live”: 3 July 2027; in effect since 1 December 2026',
		]);
		expect(says(referred, '2026-12-02')).toEqual([
			`Falls: milestone “Go live”: 3 July 2027; decision ${id} was referred back`,
		]);
	});

	test('referred back it falls, and the date in force stands', () => {
		const waiting = approved();
		const id = newest(waiting);
		const referred = on(
			'2026-11-24',
			waiting,
			{kind: 'decision/publish', id, on: '2026-11-23'},
			{kind: 'decision/call-in', id, on: '2026-11-24', by: 'the Overview Board'},
			{kind: 'decision/release', id, on: '2026-11-24', how: 'referred-back'},
		);
		const fallen = on('2026-12-20', referred, {
			kind: 'project/settle',
			id: 'P1-02',
			pending: 'PE-1',
		});
		expect(goLive(fallen)).toMatchObject({approved: '2027-03-31'});
		expect(project(fallen)).not.toHaveProperty('pending');
		expect(fallen.requests[0]).toMatchObject({fate: 'fallen'});
	});
});

describe('a decision on a request', () => {
	test('that notes it approves nothing', () => {
		const meeting = cabinetMeets();
		expect(refusal(meeting, [decision(meeting, {outcome: 'noted'}), decide]).message).toMatch(
			/is Noted, which approves nothing$/,
		);
	});

	test('needs an item that covers the project', () => {
		const meeting = cabinetMeets();
		expect(
			refusal(meeting, [decision(meeting, {item: itemOf(meeting, 1)}), decide]).message,
		).toMatch(
			/was taken on an item that is not about P1-02 Laptop Refresh: what is decided needs an item that covers it$/,
		);
	});

	test('refuses it, and nothing changes', () => {
		const meeting = cabinetMeets();
		const refused = accepted(meeting, [
			decision(meeting, {outcome: 'refused'}),
			{kind: 'request/decide', id: 'RQ-1', to: 'refused', follows: true},
		]).database;
		expect(refused.requests[0]).toMatchObject({fate: 'refused'});
		expect(project(refused)).toEqual(project(meeting));
	});

	test('approves another date only as amended', () => {
		const meeting = cabinetMeets();
		const other: Change = {...decide, value: '2027-05-31'};
		expect(refusal(meeting, [decision(meeting), other]).message).toMatch(
			/what was not asked for is approved as amended$/,
		);
		const amended = accepted(meeting, [
			decision(meeting, {
				outcome: 'approved-as-amended',
				amendments: [{text: 'In May.', fate: 'accepted'}],
			}),
			other,
		]).database;
		expect(project(amended)?.pending?.[0]).toMatchObject({value: '2027-05-31'});
	});

	test('is for the board that keeps it for itself', () => {
		const {boards, ...others} = cabinetMeets();
		const elsewhere = {
			...others,
			boards: boards.map((board) =>
				board.id === 'B-1' ? {...board, rules: {...board.rules, tolerance: {days: 60}}} : board,
			),
		};
		expect(refusal(elsewhere, [decision(elsewhere), decide]).message).toMatch(
			/P1-02 Laptop Refresh: a delay of 94 days, more than 60 days, is for IMT Board to approve, not for Cabinet$/,
		);
	});

	test('of a board that nobody can call in takes effect at once, and is told in days since the first date', () => {
		const database = makeDatabase();
		const open = after(
			database,
			milestone,
			request,
			{kind: 'request/gather', meeting: 'M-2', item: 'I-5', to: ['RQ-1']},
			{kind: 'meeting/open', id: 'M-2'},
		);
		const there = accepted(open, present()).database;
		const decided = accepted(there, [
			decision(there, {meeting: 'M-2', item: 'I-5', seconder: undefined}),
			decide,
		]).database;
		expect(goLive(decided)).toMatchObject({original: '2027-03-31', approved: '2027-07-03'});
	});
});

describe('a status that is decided', () => {
	const cancel: Change = {
		kind: 'project/status',
		id: 'P1-02',
		from: 'in-progress',
		to: 'cancelled',
	};

	test('cancelling is for the board that has a tolerance, unless that decides it', () => {
		const meeting = cabinetMeets();
		expect(refusal(meeting, cancel).message).toBe(
			'P1-02 Laptop Refresh: cancels the project, is for Cabinet to approve: ask for it, with a reason',
		);
		const decided = accepted(meeting, [decision(meeting), {...cancel, follows: true}]).database;
		expect(project(decided)).toMatchObject({
			status: 'in-progress',
			pending: [{field: 'status', value: 'cancelled'}],
		});
	});

	test('needs a decision in the same act', () => {
		expect(refusal(cabinetMeets(), {...cancel, follows: true}).message).toBe(
			'there is no decision in this act for this to follow from',
		);
	});
});
