import {sayShortDay} from '../../../domain/calendar.ts';
import {personName} from '../../../domain/names.ts';
import {filterProjects} from '../../../domain/queries/strategy/project-filter.ts';
import {
	bandOf,
	isOverdueForReview,
	risksOf,
	scoreOf,
} from '../../../domain/queries/strategy/risks.ts';
import {responseWords} from '../../../domain/records/risk.ts';
import type {Score} from '../../../domain/schema/index.ts';
import {count} from '../../../domain/words.ts';
import {type Place, type State, todayOf} from '../../state.ts';
import type {ScreenGrid} from './grid.ts';

/** `16 HIGH`: a score with its band. */
function sayScore(score: Score | undefined): string {
	const band = bandOf(scoreOf(score));
	return band === undefined ? '' : `${scoreOf(score)} ${band === 'high' ? 'HIGH' : band}`;
}

/** Each risk with its scores before, now and as they should be, the highest first. */
export function riskGrid(state: State, place: Place): ScreenGrid {
	const {database} = state;
	const typed = place.filter?.value ?? '';
	const today = todayOf(state);
	const shown = new Set(filterProjects(database, typed, today).map(({id}) => id));
	const risks = risksOf(database).filter(({project}) =>
		project ? shown.has(project.id) : typed === '',
	);
	return {
		title: `${count(risks.length, 'risk')}, the highest first`,
		back: 'portfolio.matrix',
		columns: [
			{title: 'Id', least: 8},
			{title: 'Of', least: 6},
			{title: 'Event', least: 26, share: 6},
			{title: 'Now', least: 9},
			{title: 'Target', least: 9},
			{title: 'Before', least: 9},
			{title: 'Review', least: 12},
			{title: 'Owner', least: 12, most: 28, share: 2},
			{title: 'Response', least: 9},
			{title: 'Cause', least: 16, share: 4},
			{title: 'Effect', least: 16, share: 4},
		],
		dropped: 'more columns',
		rows: risks.map(({path, risk, project}) => ({
			path,
			cells: () => [
				risk.id,
				project?.id ?? path.split('/')[1] ?? '',
				risk.event,
				risk.cameTrueOn === undefined ? sayScore(risk.current) : 'ISSUE',
				sayScore(risk.target),
				sayScore(risk.inherent),
				risk.reviewOn === undefined
					? ''
					: `${sayShortDay(risk.reviewOn)}${isOverdueForReview(risk, today) ? '!' : ''}`,
				risk.owner === undefined ? '' : personName(database, risk.owner),
				risk.response === undefined ? '' : responseWords[risk.response],
				risk.cause ?? '',
				risk.effect ?? '',
			],
		})),
		empty: risks.length === 0 ? 'No risks are on record.' : '',
	};
}
