// What is told of a project's milestones: reached, moved, late.
import {describe, expect, test} from 'vitest';
import {
	countLate,
	lateMilestones,
	milestoneNews,
} from '../../source/domain/queries/strategy/progress-parts.ts';
import type {Milestone, Project} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const project = (milestones: Milestone[] | undefined, over: Partial<Project> = {}): Project => ({
	...makeDatabase().projects[0]!,
	status: 'in-progress',
	...(milestones ? {milestones} : {}),
	...over,
});
const milestone = (over: Partial<Milestone>): Milestone => ({id: 'MS-1', title: 'Pilot', ...over});
const day = '2026-12-01';

describe('a milestone is late', () => {
	test.each<[string, Partial<Milestone>, number]>([
		['the day after its approved date', {approved: '2026-11-30'}, 1],
		['not yet on the day itself', {approved: day}, 0],
		['not without an approved date', {forecast: '2026-11-30'}, 0],
		['not once it was reached', {approved: '2026-11-30', achieved: '2026-12-05'}, 0],
	])('%s', (_what, over, late) => {
		expect(countLate(project([milestone(over)]), day)).toBe(late);
		expect(lateMilestones(project([milestone(over)]), day)).toHaveLength(late);
	});

	test('never of a project that is delivered or cancelled, or that has none', () => {
		const late = [milestone({approved: '2026-11-30'})];
		for (const status of ['delivered', 'cancelled'] as const) {
			expect(countLate(project(late, {status}), day)).toBe(0);
			expect(lateMilestones(project(late, {status}), day)).toEqual([]);
		}
		expect(countLate(project(undefined), day)).toBe(0);
		expect(lateMilestones(project(undefined), day)).toEqual([]);
	});

	test('and told the oldest first, with its days, the forecast and how far that is from the first date', () => {
		expect(
			lateMilestones(
				project([
					milestone({id: 'MS-1', title: 'Live', approved: '2026-11-29'}),
					milestone({
						id: 'MS-2',
						title: 'Pilot',
						approved: '2026-11-20',
						original: '2026-10-01',
						forecast: '2027-01-01',
					}),
				]),
				day,
			),
		).toEqual([
			{
				id: 'MS-2',
				title: 'Pilot',
				from: '2026-11-20',
				moved: 11,
				to: '2027-01-01',
				sinceOriginal: 92,
			},
			{id: 'MS-1', title: 'Live', from: '2026-11-29', moved: 2},
		]);
	});
});

describe('between two states', () => {
	test.each<
		[
			string,
			Partial<Milestone> | undefined,
			Partial<Milestone>,
			{reached: object[]; slipped: object[]},
		]
	>([
		[
			'it was reached, told against its first date',
			{approved: '2026-11-01'},
			{approved: '2026-11-01', original: '2026-10-01', achieved: '2026-11-02'},
			{reached: [{on: '2026-11-02', sinceOriginal: 32}], slipped: []},
		],
		[
			'it had been reached before, and is no news',
			{achieved: '2026-11-02'},
			{achieved: '2026-11-02'},
			{reached: [], slipped: []},
		],
		[
			'it is new and reached already',
			undefined,
			{achieved: '2026-11-02'},
			{reached: [{on: '2026-11-02'}], slipped: []},
		],
		[
			'it slipped by days',
			{approved: '2026-11-01'},
			{approved: '2026-11-01', forecast: '2026-11-08'},
			{reached: [], slipped: [{from: '2026-11-01', to: '2026-11-08', moved: 7}]},
		],
		[
			'it came forward, and did not slip',
			{forecast: '2026-11-08'},
			{forecast: '2026-11-01'},
			{reached: [], slipped: []},
		],
		[
			'it is as it was',
			{approved: '2026-11-01'},
			{approved: '2026-11-01'},
			{reached: [], slipped: []},
		],
		['it is new', undefined, {approved: '2026-11-01'}, {reached: [], slipped: []}],
		['it has a date at last', {}, {approved: '2026-11-01'}, {reached: [], slipped: []}],
	])('%s', (_what, before, after, {reached, slipped}) => {
		const told = {id: 'MS-1', title: 'Pilot'};
		expect(
			milestoneNews(project(before && [milestone(before)]), project([milestone(after)])),
		).toEqual({
			reached: reached.map((one) => ({...told, ...one})),
			slipped: slipped.map((one) => ({...told, ...one})),
		});
	});
});
