import {scaleOf} from '../../../domain/queries/strategy/candidates.ts';
import {filterProjects} from '../../../domain/queries/strategy/project-filter.ts';
import {currentStrategy} from '../../../domain/queries/strategy/projects.ts';
import {type Place, type State, todayOf} from '../../state.ts';
import type {ScreenGrid} from './grid.ts';

/** The criteria matrix: projects against the strategy's success criteria. */
export function matrixGrid(state: State, place: Place): ScreenGrid {
	const {database} = state;
	const projects = filterProjects(database, place.filter?.value ?? '', todayOf(state));
	const strategy = currentStrategy(database);
	const steps = new Map(scaleOf(strategy).map((step) => [step.id, step.title]));
	const criteria = strategy?.criteria ?? [];
	const assessed = projects.filter(({criteria: met}) => met && Object.keys(met).length > 0).length;
	return {
		title: `Criteria: ${assessed} of ${projects.length} projects assessed`,
		back: 'portfolio.matrix',
		columns: [
			{title: 'Id', least: 9},
			{title: 'Project', least: 8, share: 6},
			...criteria.map(({title}) => ({title, least: 6, most: 12, share: 4})),
		],
		dropped: 'more criteria',
		rows: projects.map(({id, title, criteria: met}) => ({
			path: `projects/${id}`,
			cells: () => [id, title, ...criteria.map((one) => steps.get(met?.[one.id] ?? '') ?? '')],
		})),
		empty: criteria.length === 0 ? 'There is nothing to compare yet.' : '',
	};
}
