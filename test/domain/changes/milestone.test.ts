import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {find} from '../../../source/domain/log/patch.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {after, makeDatabase, refusal} from '../../helpers/database.ts';

const database = makeDatabase();
const add = (fields: object = {}): Change => ({
	kind: 'milestone/add',
	project: 'P1-02',
	title: 'Pilot over',
	approved: '2027-01-31',
	...fields,
});
const edit = (fields: object): Change => ({
	kind: 'milestone/edit',
	project: 'P1-02',
	id: 'MS-1',
	fields,
});
const milestone = (state: Database) => find(state, 'projects/P1-02/milestones/MS-1');

/** The officers' board approves a delay of more than 14 days. */
const strict = (more: object = {}): Database => ({
	...database,
	boards: database.boards.map((board) =>
		board.id === 'B-1'
			? {...board, rules: {...board.rules, tolerance: {days: 14, ...more}}}
			: board,
	),
});

describe('the first date that was approved', () => {
	test('is kept beside the one in force from the start', () => {
		expect(milestone(after(database, add()))).toEqual({
			id: 'MS-1',
			title: 'Pilot over',
			original: '2027-01-31',
			approved: '2027-01-31',
		});
	});

	test('stands however often the date is moved', () => {
		const moved = after(
			database,
			add(),
			edit({approved: {from: '2027-01-31', to: '2027-02-28'}}),
			edit({approved: {from: '2027-02-28', to: '2027-05-05'}}),
		);
		expect(milestone(moved)).toMatchObject({original: '2027-01-31', approved: '2027-05-05'});
	});

	test('is the first one given where a milestone began without any', () => {
		const begun = after(database, add({approved: undefined, forecast: '2027-03-01'}));
		expect(milestone(begun)).not.toHaveProperty('original');
		expect(milestone(after(begun, edit({approved: {to: '2027-03-31'}})))).toMatchObject({
			original: '2027-03-31',
			approved: '2027-03-31',
		});
	});

	test('is the one that was replaced first where nobody had recorded any, and comes back with an undo', () => {
		const old = {
			...database,
			projects: database.projects.map((project) =>
				project.id === 'P1-02'
					? {...project, milestones: [{id: 'MS-1', title: 'Pilot over', approved: '2027-01-31'}]}
					: project,
			),
		};
		const moved = after(old, edit({approved: {from: '2027-01-31', to: '2027-02-28'}}));
		expect(milestone(moved)).toMatchObject({original: '2027-01-31', approved: '2027-02-28'});
		expect(milestone(after(moved, {kind: 'undo', revision: 2}))).toEqual(milestone(old));
	});
});

describe('a later approved date', () => {
	const later = (to: string) => edit({approved: {from: '2027-01-31', to}});

	test('is for the board whose tolerance it exceeds', () => {
		expect(refusal(after(strict(), add()), later('2027-02-15')).message).toBe(
			'P1-02 Laptop Refresh: a delay of 15 days, more than 14 days, is for IMT Board to approve: ask for it, with a reason',
		);
	});

	test.each(['2027-02-14', '2027-01-01'])(
		'within it, or earlier, is nobody’s to approve: %s',
		(to) => {
			expect(milestone(after(strict(), add(), later(to)))).toMatchObject({approved: to});
		},
	);

	test('adds up from the first where the board says so', () => {
		const second = edit({approved: {from: '2027-02-10', to: '2027-02-20'}});
		expect(milestone(after(strict(), add(), later('2027-02-10'), second))).toMatchObject({
			approved: '2027-02-20',
		});
		expect(
			refusal(after(strict({cumulative: true}), add(), later('2027-02-10')), second).message,
		).toBe(
			'P1-02 Laptop Refresh: a delay of 20 days since it was first approved, more than 14 days, is for IMT Board to approve: ask for it, with a reason',
		);
	});

	test('is not what is expected: a forecast needs nobody’s approval', () => {
		const late = after(strict(), add(), edit({forecast: {to: '2027-12-31'}}));
		expect(milestone(late)).toMatchObject({approved: '2027-01-31', forecast: '2027-12-31'});
	});
});

test('a milestone is achieved on a day that is over', () => {
	expect(milestone(after(database, add(), edit({achieved: {to: '2026-11-22'}})))).toMatchObject({
		achieved: '2026-11-22',
	});
	expect(refusal(after(database, add()), edit({achieved: {to: '2026-11-23'}})).message).toBe(
		'23 November 2026 is still to come: a milestone is achieved on a day that is over',
	);
});

test('a milestone is taken off unless somebody asks to move it', () => {
	const remove: Change = {kind: 'milestone/remove', project: 'P1-02', id: 'MS-1'};
	const with1 = after(database, add());
	expect(milestone(after(with1, remove))).toBeUndefined();
	const asked = after(with1, {
		kind: 'request/make',
		project: 'P1-02',
		field: 'milestones/MS-1/approved',
		from: '2027-01-31',
		to: '2027-02-28',
		reason: 'Late.',
	});
	expect(refusal(asked, remove).message).toBe(
		'request RQ-1 asks to move this milestone: withdraw it first, or have it decided',
	);
	expect(refusal(database, remove).message).toBe('P1-02 Laptop Refresh has no milestone MS-1');
});
