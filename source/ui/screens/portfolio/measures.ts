import {find} from '../../../domain/log/patch.ts';
import {
	measuresIn,
	measureState,
	measureStateWords,
	type MeasureState,
	readingsOf,
} from '../../../domain/queries/strategy/measures.ts';
import type {Database, Measure} from '../../../domain/schema/index.ts';
import {sayNumber} from '../../../domain/words.ts';
import {headLine, type LinePart} from '../../components/line.ts';
import {sparkline} from '../../components/sparkline.ts';
import {keyFor} from '../../keys-by-name.ts';
import type {Tone} from '../../theme.ts';
import type {PortfolioView} from './view.ts';

const tones: Record<MeasureState, Tone> = {
	'on-target': 'good',
	near: 'warn',
	off: 'bad',
	'no-target': 'dim',
	'no-reading': 'dim',
};

/** The most readings that are drawn. */
const most = 10;

/** A value with its unit, where there is one: a currency's sign stands before it. */
function sayValue({organisation}: Database, value: number | undefined, unit = ''): string {
	if (value === undefined) return '';
	const number = sayNumber(value, organisation);
	if (/^\p{Sc}$/u.test(unit))
		return value < 0 ? `-${unit}${sayNumber(-value, organisation)}` : unit + number;
	return `${number}${unit === '%' || unit === '' ? unit : ` ${unit}`}`;
}

/** Whether the strategy works: what is counted, against its targets. */
export const measureView: PortfolioView = {
	title: 'Measures',
	rows: ({database}) => measuresIn(database).map(({path}) => path),
	row({state, theme, width}, path): LinePart[] {
		const measure = find(state.database, path) as Measure | undefined;
		if (!measure) return [];
		const {state: stands, reading, target} = measureState(measure);
		const tone = tones[stands];
		const word = measureStateWords[stands];
		const spark = theme.spoken
			? ''
			: sparkline(
					theme,
					readingsOf(measure)
						.slice(-most)
						.map(({value}) => value),
				);
		return [
			['strong', measure.id, 7],
			[tone, word, 17],
			['plain', measure.title, Math.max(16, width - 2 - 7 - 17 - 45)],
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
			['accent', spark === '' ? '' : ` ${spark}`],
		];
	},
	heading: ({theme, width}) =>
		headLine(
			theme,
			width,
			`  ${'Id'.padEnd(7)}${'Stands'.padEnd(17)}${'Measure'.padEnd(Math.max(16, width - 71))} ${'Latest'.padEnd(18)} ${'Target'.padEnd(13)} Readings`,
		),
	empty: `The strategy has no measures yet: ${keyFor('record.add')} makes one.`,
};
