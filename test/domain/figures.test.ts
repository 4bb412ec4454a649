// The figures of the Overview: what is counted, from which day to which, and what is not said because nobody said it.
import {describe, expect, test} from 'vitest';
import {figures} from '../../source/domain/queries/strategy/figures.ts';
import type {Project} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const today = '2026-11-22';

const project = (id: string, over: Partial<Project> = {}): Project => ({
	id,
	title: id,
	priority: 'P1',
	status: 'in-progress',
	updates: [],
	...over,
});
/** Of a board that last closed a meeting on 7 May 2026. */
const of = (...projects: Project[]) =>
	figures(
		makeDatabase({
			projects,
			meetings: makeDatabase().meetings.map((meeting) => ({...meeting, board: 'B-1'})),
		}),
		today,
	);

describe('confidence', () => {
	test('is not counted where nobody told any', () => {
		expect(of(project('P1-01'))).not.toHaveProperty('confidence');
	});

	test('last time is not told where none was given by then', () => {
		const {confidence} = of(project('P1-01', {confidence: 'red'}), project('P1-02'));
		expect(confidence).toEqual({now: {green: 0, amber: 0, red: 1}});
	});

	test('last time is as it stood when the board last met', () => {
		const by = 'Sam Clerk';
		const {confidence} = of(
			project('P1-01', {
				confidence: 'red',
				updates: [
					{id: 'U-1', at: '2026-01-12T10:00:00.000Z', by, confidence: 'green'},
					{id: 'U-2', at: '2026-02-12T10:00:00.000Z', by, confidence: 'amber'},
					{id: 'U-3', at: '2026-11-20T10:00:00.000Z', by, confidence: 'red'},
				],
			}),
		);
		expect(confidence).toEqual({
			now: {green: 0, amber: 0, red: 1},
			before: {green: 0, amber: 1, red: 0},
		});
	});
});

test('the next milestones are those from today to ninety days on, achieved ones aside, the earliest first', () => {
	const milestone = (id: string, approved: string, over = {}) => ({
		id,
		title: id,
		approved,
		...over,
	});
	const {next} = of(
		project('P1-01', {
			milestones: [
				milestone('yesterday', '2026-11-21'),
				milestone('last', '2027-02-20'),
				milestone('today', today),
				milestone('beyond', '2027-02-21'),
				milestone('done', '2026-12-01', {achieved: '2026-11-20'}),
				milestone('moved', '2026-11-01', {forecast: '2026-12-24'}),
			],
		}),
		project('P1-02', {status: 'delivered', milestones: [milestone('over', '2026-12-01')]}),
	);
	expect(next.map(({milestone: {id}, on}) => `${id} ${on}`)).toEqual([
		'today 2026-11-22',
		'moved 2026-12-24',
		'last 2027-02-20',
	]);
});

test('stages are counted where somebody told one, those without one last', () => {
	expect(of(project('P1-01'))).not.toHaveProperty('stages');
	expect(of(project('P1-01'), project('P1-02', {stage: 'Design'})).stages).toEqual([
		['Design', 1],
		['', 1],
	]);
});
