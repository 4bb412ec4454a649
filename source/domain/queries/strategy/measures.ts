import {periodEnd} from '../../records/periods.ts';
import type {Database, Measure} from '../../schema/index.ts';
import {currentStrategy} from './projects.ts';

type Reading = Measure['readings'][number];

/** How a measure stands: on target, short of it within the tolerance, beyond that, or nothing to hold it against. */
export type MeasureState = 'on-target' | 'near' | 'off' | 'no-target' | 'no-reading';

/** How a measure stands, for lists, pages and reports alike. */
export const measureStateWords: Record<MeasureState, string> = {
	'on-target': 'on target',
	near: 'within tolerance',
	off: 'off target',
	'no-target': 'no target',
	'no-reading': 'no reading',
};

/** Readings by period, the oldest first. */
export const readingsOf = ({readings}: Measure): Reading[] =>
	readings.toSorted((a, b) => (periodEnd(a.period) < periodEnd(b.period) ? -1 : 1));

/** What is aimed at for a period: its own target, that of its year, else the last one before it. */
export function targetFor({targets}: Measure, period: string): number | undefined {
	const end = periodEnd(period);
	const own = targets.find((one) => one.period === period);
	const within = targets.find((one) => period.startsWith(`${one.period}-`));
	const before = targets
		.filter((one) => periodEnd(one.period) <= end)
		.toSorted((a, b) => (periodEnd(a.period) < periodEnd(b.period) ? -1 : 1));
	return (own ?? within ?? before.at(-1))?.value;
}

/** The latest reading of a measure against its target. */
export function measureState(measure: Measure): {
	state: MeasureState;
	reading?: Reading;
	target?: number;
} {
	const reading = readingsOf(measure).at(-1);
	if (!reading) return {state: 'no-reading'};
	const target = targetFor(measure, reading.period);
	if (target === undefined) return {state: 'no-target', reading};
	const short = measure.better === 'up' ? target - reading.value : reading.value - target;
	const state = short <= 0 ? 'on-target' : short <= (measure.tolerance ?? 0) ? 'near' : 'off';
	return {state, reading, target};
}

/** The measures of the strategy that is shown, with their paths. */
export function measuresIn(database: Database): {path: string; measure: Measure}[] {
	const strategy = currentStrategy(database);
	return (strategy?.measures ?? []).map((measure) => ({
		path: `strategies/${strategy?.id}/measures/${measure.id}`,
		measure,
	}));
}
