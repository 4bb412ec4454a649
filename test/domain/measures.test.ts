// How a measure stands: its latest reading against the target of its period.
import {expect, test} from 'vitest';
import {
	measureState,
	readingsOf,
	targetFor,
} from '../../source/domain/queries/strategy/measures.ts';
import {highlightsOf} from '../../source/domain/queries/strategy/highlights.ts';
import type {Measure} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const measure = (
	readings: [period: string, value: number][],
	targets: [period: string, value: number][],
	over: Partial<Measure> = {},
): Measure => ({
	id: 'ME-1',
	title: 'Calls answered',
	better: 'up',
	frequency: 'quarter',
	kind: 'snapshot',
	targets: targets.map(([period, value]) => ({period, value})),
	readings: readings.map(([period, value], index) => ({id: `r${index}`, period, value})),
	...over,
});

test.each<[string, Measure, string]>([
	['no reading', measure([], [['2026', 80]]), 'no-reading'],
	['no target', measure([['2026-Q1', 80]], []), 'no-target'],
	['no target that has begun', measure([['2026-Q1', 80]], [['2027', 80]]), 'no-target'],
	['exactly what was aimed at', measure([['2026-Q1', 80]], [['2026', 80]]), 'on-target'],
	['less, and no tolerance', measure([['2026-Q1', 79]], [['2026', 80]]), 'off'],
	['within it', measure([['2026-Q1', 78]], [['2026', 80]], {tolerance: 2}), 'near'],
	['beyond it', measure([['2026-Q1', 77]], [['2026', 80]], {tolerance: 2}), 'off'],
	['less is better', measure([['2026-Q1', 79]], [['2026', 80]], {better: 'down'}), 'on-target'],
	[
		'more, where less is better',
		measure([['2026-Q1', 81]], [['2026', 80]], {better: 'down'}),
		'off',
	],
	[
		'the reading of the last period, whatever its place',
		measure(
			[
				['2026-Q3', 90],
				['2026-Q1', 70],
			],
			[['2026', 80]],
		),
		'on-target',
	],
])('%s: it is %s', (_what, given, state) => {
	expect(measureState(given).state).toBe(state);
});

test.each([
	['its own', '2026-Q2', 2],
	['that of its year', '2026-Q4', 1],
	['the last before it', '2027-Q1', 1],
	['a half-year’s, not that of a later quarter whose name comes first', '2027-H2', 5],
])('the target of a period is %s', (_what, period, value) => {
	const given = measure(
		[],
		[
			['2027-H1', 4],
			['2027-Q3', 5],
			['2026', 1],
			['2026-Q2', 2],
		].filter(([one]) => period.startsWith('2027-H') || String(one).startsWith('2026')) as [
			string,
			number,
		][],
	);
	expect(targetFor(given, period)).toBe(value);
});

test('readings stand in the order of time, not of their names', () => {
	const given = measure(
		[
			['2026', 4],
			['2026-H1', 2],
			['2026-Q1', 1],
			['2026-Q3', 3],
		],
		[],
	);
	expect(readingsOf(given).map(({value}) => value)).toEqual([1, 2, 3, 4]);
});

test('a report holds a measure against the same target as the screens do', () => {
	const database = makeDatabase();
	const [strategy] = database.strategies;
	const given = measure(
		[
			['2026-H2', 79],
			['2026-Q3', 70],
		],
		[['2026', 80]],
		{tolerance: 2, unit: '%'},
	);
	given.readings[0]!.provisional = true;
	const told = highlightsOf(
		{...database, strategies: [{...strategy!, measures: [given]}]},
		'2027-01-10',
	);
	expect(told?.measures).toEqual([
		{
			id: 'ME-1',
			title: 'Calls answered',
			unit: '%',
			period: '2026-H2',
			value: 79,
			provisional: true,
			before: 70,
			target: 80,
			state: 'near',
		},
	]);
});
