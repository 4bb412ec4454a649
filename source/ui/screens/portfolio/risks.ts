import {sayShortDay} from '../../../domain/calendar.ts';
import {personName} from '../../../domain/names.ts';
import {currentStrategy} from '../../../domain/queries/strategy/projects.ts';
import {
	bandOf,
	isOverdueForReview,
	risksOf,
	scoreOf,
} from '../../../domain/queries/strategy/risks.ts';
import type {Database} from '../../../domain/schema/index.ts';
import {headLine, line, type LinePart} from '../../components/line.ts';
import {keyFor} from '../../keys-by-name.ts';
import {todayOf} from '../../state.ts';
import {widthOf} from '../../text/graphemes.ts';
import type {Tone} from '../../theme.ts';
import {riskPart} from '../pages/record.ts';
import {keeping, type View} from '../screen.ts';
import type {PortfolioView} from './view.ts';

const tones: Record<'high' | 'medium' | 'low', Tone> = {high: 'bad', medium: 'warn', low: 'good'};

/** Every open risk, the highest first, and by path. */
const risksIn = keeping((database: Database) => {
	const all = risksOf(database);
	return {all, byPath: new Map(all.map((one) => [one.path, one.risk]))};
});

/** How many of the risks that are listed stand in each cell of the map. */
const cellsOf = keeping(({database, rows}: {database: Database; rows: readonly string[]}) => {
	const {byPath} = risksIn(database);
	const cells = new Map<string, number>();
	for (const path of rows) {
		const {current} = byPath.get(path) ?? {};
		if (current) {
			const key = `${current.likelihood} ${current.impact}`;
			cells.set(key, (cells.get(key) ?? 0) + 1);
		}
	}
	return cells;
});

let mapped: {database: Database; rows: readonly string[]} | undefined;

/** How many risks stand in each cell of the 5 × 5 map; the selected one’s cell in brackets. */
function map(view: View, rows: readonly string[]): string[] {
	const {state, theme, width, selected} = view;
	const {database} = state;
	const labels = currentStrategy(database)?.riskLabels;
	const here = selected === undefined ? undefined : risksIn(database).byPath.get(selected)?.current;
	if (mapped?.database !== database || mapped.rows !== rows) mapped = {database, rows};
	const cells = cellsOf(mapped);
	const steps = [1, 2, 3, 4, 5];
	return [
		line(
			theme,
			width,
			['dim', ` ${'Likelihood'.padEnd(20)}Impact 1     2     3     4     5`],
			['dim', labels?.impact ? `   ${labels.impact[0]} to ${labels.impact[4]}` : ''],
		),
		...steps.toReversed().map((likelihood) =>
			line(
				theme,
				width,
				['dim', ` ${`${likelihood} ${labels?.likelihood?.[likelihood - 1] ?? ''}`.padEnd(25)}`],
				...steps.flatMap((impact): LinePart[] => {
					const number = cells.get(`${likelihood} ${impact}`) ?? 0;
					const isHere = here?.likelihood === likelihood && here.impact === impact;
					const text = number === 0 ? (theme.ascii ? '.' : '·') : String(number);
					const band = bandOf(likelihood * impact) ?? 'low';
					const letter = {high: 'H', medium: 'm', low: 'l'}[band];
					// The letters make the map's bands; a number stands out by being one.
					return [
						[number === 0 ? 'dim' : tones[band], isHere ? `[${text}` : ` ${text}`],
						[tones[band], isHere ? `${letter}]` : letter, 6 - 1 - widthOf(text)],
					];
				}),
			),
		),
		'',
	];
}

/** Every risk, of the strategy and of its projects, the highest first, under a map of them. */
export const riskView: PortfolioView = {
	title: 'Risks',
	rows(state, place, projects) {
		const shown = new Set(projects.map(({id}) => id));
		const isFiltered = Boolean(place.filter?.value);
		return risksIn(state.database)
			.all.filter(({project}) => (project ? shown.has(project.id) : !isFiltered))
			.map(({path}) => path);
	},
	row({state, width}, path): LinePart[] {
		const {database} = state;
		const risk = risksIn(database).byPath.get(path);
		if (!risk) return [];
		const of = path.split('/')[1] ?? '';
		const isDue = isOverdueForReview(risk, todayOf(state));
		return [
			['strong', risk.id, 8],
			riskPart(risk, 12),
			['accent', of, 9],
			['plain', risk.event, Math.max(24, width - 2 - 29 - (width < 100 ? 24 : 41))],
			['dim', ` ${risk.owner ? personName(database, risk.owner) : ''}`, width < 100 ? 0 : 17],
			[
				isDue ? 'warn' : 'dim',
				` ${risk.reviewOn ? `${isDue ? 'review was' : 'review'} ${sayShortDay(risk.reviewOn)}` : ''}`,
			],
		];
	},
	heading: ({theme, width}) =>
		headLine(
			theme,
			width,
			`  ${'Id'.padEnd(8)}${'Score'.padEnd(12)}${'Of'.padEnd(9)}${'Event'.padEnd(Math.max(24, width - 2 - 29 - (width < 100 ? 24 : 41)))}${width < 100 ? '' : ' Owner'.padEnd(17)} Review`,
		),
	above: (view, rows) =>
		view.height < 17 || view.theme.spoken || rows.length === 0 ? [] : map(view, rows),
	told({state: {database}}) {
		const risks = risksIn(database).all;
		const high = risks.filter(({risk}) => bandOf(scoreOf(risk.current)) === 'high').length;
		return [`${high} high of ${risks.length}`];
	},
	empty: `No risks are on record: ${keyFor('project.risks')} on a project enters them.`,
};
