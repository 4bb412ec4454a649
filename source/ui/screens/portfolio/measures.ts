import {find} from '../../../domain/log/patch.ts';
import {
	measuresIn,
	measureState,
	type MeasureState,
	readingsOf,
} from '../../../domain/queries/measures.ts';
import type {Database, Measure} from '../../../domain/schema/index.ts';
import {sayNumber} from '../../../domain/words.ts';
import {headLine, type LinePart} from '../../components/line.ts';
import {keyFor} from '../../keys-by-name.ts';
import type {Theme, Tone} from '../../theme.ts';
import type {PortfolioView} from './view.ts';

const words: Record<MeasureState, [Tone, string]> = {
	'on-target': ['good', 'on target'],
	near: ['warn', 'within tolerance'],
	off: ['bad', 'OFF TARGET'],
	'no-target': ['dim', 'no target'],
	'no-reading': ['dim', 'no reading'],
};

/** The last readings as a line of bars, the oldest first; in ASCII as digits from 0 to 9. */
function sparkline(theme: Theme, measure: Measure, most: number): string {
	const values = readingsOf(measure)
		.slice(-most)
		.map(({value}) => value);
	const low = Math.min(...values);
	const high = Math.max(...values);
	const steps = theme.ascii || theme.spoken ? '0123456789' : '▁▂▃▄▅▆▇█';
	return values
		.map((value) => {
			const share = high === low ? 0.5 : (value - low) / (high - low);
			return steps[Math.round(share * (steps.length - 1))] ?? '';
		})
		.join('');
}

/** A value with its unit, where there is one. */
const sayValue = ({organisation}: Database, value: number | undefined, unit = ''): string =>
	value === undefined
		? ''
		: `${sayNumber(value, organisation)}${unit === '%' ? unit : unit === '' ? '' : ` ${unit}`}`;

/** Whether the strategy works: what is counted, against its targets. */
export const measureView: PortfolioView = {
	title: 'Measures',
	rows: ({database}) => measuresIn(database).map(({path}) => path),
	row({state, theme, width}, path): LinePart[] {
		const measure = find(state.database, path) as Measure | undefined;
		if (!measure) return [];
		const {state: stands, reading, target} = measureState(measure);
		const [tone, word] = words[stands];
		const spark = theme.spoken ? '' : sparkline(theme, measure, 10);
		return [
			['strong', measure.id, 7],
			[tone, word, 17],
			['plain', measure.title, Math.max(16, width - 2 - 7 - 17 - 44)],
			[
				'plain',
				` ${reading ? `${reading.period} ` : ''}${sayValue(state.database, reading?.value, measure.unit)}${reading?.provisional ? ' prov.' : ''}`,
				19,
			],
			[
				'dim',
				target === undefined
					? ''
					: ` ${measure.better === 'up' ? 'at least' : 'at most'} ${sayValue(state.database, target)}`,
				14,
			],
			['accent', spark],
		];
	},
	heading: ({theme, width}) =>
		headLine(
			theme,
			width,
			`  ${'Id'.padEnd(7)}${'Stands'.padEnd(17)}${'Measure'.padEnd(Math.max(16, width - 70))} ${'Latest'.padEnd(18)} ${'Target'.padEnd(13)}Readings`,
		),
	empty: `The strategy has no measures yet: ${keyFor('record.add')} makes one.`,
};
