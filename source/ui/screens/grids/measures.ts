import {
	measuresIn,
	measureState,
	measureStateWords,
	targetFor,
} from '../../../domain/queries/strategy/measures.ts';
import {periodEnd} from '../../../domain/records/periods.ts';
import type {Database, Measure} from '../../../domain/schema/index.ts';
import {count, sayNumber} from '../../../domain/words.ts';
import type {State} from '../../state.ts';
import type {ScreenGrid} from './grid.ts';

/** A reading beside what was aimed at: `82 (85)`, `82p (85)` while it is provisional. */
function sayReading({organisation}: Database, measure: Measure, period: string): string {
	const reading = measure.readings.find((one) => one.period === period);
	if (!reading) return '';
	const target = targetFor(measure, period);
	const value = `${sayNumber(reading.value, organisation)}${reading.provisional ? 'p' : ''}`;
	return target === undefined ? value : `${value} (${sayNumber(target, organisation)})`;
}

/** Each measure with its readings period by period, the newest first, and in brackets what was aimed at. */
export function measureGrid({database}: State): ScreenGrid {
	const measures = measuresIn(database);
	const all = measures.flatMap(({measure}) => measure.readings.map(({period}) => period));
	const periods = [...new Set(all)].toSorted((a, b) => (periodEnd(a) < periodEnd(b) ? 1 : -1));
	/** What the longest reading of a period needs, up to what leaves room for others. */
	const cellsFor = (period: string): number =>
		Math.min(
			20,
			Math.max(8, ...measures.map(({measure}) => sayReading(database, measure, period).length)),
		);
	return {
		title: `${count(measures.length, 'measure')}, the newest period first, (target), p provisional`,
		back: 'portfolio.matrix',
		columns: [
			{title: 'Id', least: 6},
			{title: 'Measure', least: 16, share: 6},
			{title: 'Unit', least: 6},
			{title: 'Standing', least: 16},
			...periods.map((period) => ({title: period, least: cellsFor(period)})),
		],
		dropped: 'older periods',
		rows: measures.map(({path, measure}) => ({
			path,
			cells: () => [
				measure.id,
				measure.title,
				measure.unit ?? '',
				measureStateWords[measureState(measure).state],
				...periods.map((period) => sayReading(database, measure, period)),
			],
		})),
		empty: measures.length === 0 ? 'The strategy has no measures yet.' : '',
	};
}
