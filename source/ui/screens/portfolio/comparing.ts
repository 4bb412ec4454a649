import {candidates, moves} from '../../../domain/queries/strategy/candidates.ts';
import {dependencyTree} from '../../../domain/queries/strategy/dependencies.ts';
import {filterProjects} from '../../../domain/queries/strategy/project-filter.ts';
import {currentStrategy} from '../../../domain/queries/strategy/projects.ts';
import {count} from '../../../domain/words.ts';
import {headLine, line, type LinePart, rule, wrapped} from '../../components/line.ts';
import {keyFor} from '../../keys-by-name.ts';
import {type Place, type State, todayOf} from '../../state.ts';
import {statusPart} from '../projects.ts';
import {idOf, remembered, type View} from '../screen.ts';
import type {PortfolioView} from './view.ts';

const shownIn = (state: State, place: Place) =>
	filterProjects(state.database, place.filter?.value ?? '', todayOf(state));

const rankedOf = remembered((state, place) => candidates(state.database, shownIn(state, place)));
const treeOf = remembered((state, place) => dependencyTree(state.database, shownIn(state, place)));

/** What stands below the list: the single steps that would move the candidate under the cursor past another. */
function movesOf(view: View): string[] {
	const {state, place, theme, width, selected} = view;
	const id = idOf(selected);
	if (id === undefined || view.height < 14) return [];
	const found = moves(state.database, rankedOf(state, place), id);
	const said =
		found.length === 0
			? 'No single step of one criterion moves it past the one before it.'
			: found
					.map(({criterion, from, to, past}) => `${criterion} ${from} → ${to} puts it past ${past}`)
					.join('; ');
	return [
		rule(theme, width, `What moves ${id}`),
		...wrapped(theme, width - 2, said, 3).map((text) => line(theme, width, ` ${text}`)),
	];
}

/** What is proposed, ranked by the strategy’s weighted criteria. */
export const candidateView: PortfolioView = {
	title: 'Candidates',
	rows: (state, place) => rankedOf(state, place).map(({project}) => `projects/${project.id}`),
	row({state, place, theme}, path): LinePart[] {
		const {database} = state;
		const found = rankedOf(state, place).find(({project}) => project.id === idOf(path));
		if (!found) return [];
		const {length} = currentStrategy(database)?.criteria ?? [];
		const bar = Math.round(found.score / 10);
		return [
			['strong', `${found.rank}`.padStart(3), 5],
			['strong', found.project.id, 9],
			['plain', `${found.score.toFixed(0).padStart(3)} of 100`, 11],
			['accent', theme.spoken ? '' : (theme.ascii ? '#' : '█').repeat(bar), theme.spoken ? 0 : 11],
			[
				found.judged < length ? 'warn' : 'dim',
				`${found.judged} of ${count(length, 'criterion', 'criteria')}`,
				17,
			],
			found.project.title,
		];
	},
	heading: ({theme, width}) =>
		headLine(
			theme,
			width,
			`   ${'Rank'.padEnd(4)}${'Id'.padEnd(9)}${'Score'.padEnd(22)}${'Judged by'.padEnd(17)}Project`,
		),
	below: movesOf,
	empty: `No project is proposed, so none is compared: ${keyFor('record.add')} makes one.`,
};

/** What waits for what, each project below the first that it waits for. */
export const dependencyView: PortfolioView = {
	title: 'Dependencies',
	rows: (state, place) => treeOf(state, place).map(({project}) => `projects/${project.id}`),
	row({state, place, theme}, path): LinePart[] {
		const found = treeOf(state, place).find(({project}) => project.id === idOf(path));
		if (!found) return [];
		const {project, depth, waitsFor} = found;
		const branch =
			depth === 0 ? '' : `${'  '.repeat(depth - 1)}${theme.ascii || theme.spoken ? '`-' : '└ '}`;
		return [
			statusPart(theme, project, 23),
			['dim', theme.spoken ? '' : branch, theme.spoken ? 0 : branch.length],
			['strong', `${project.id}  `],
			['plain', project.title],
			[
				waitsFor.length > 0 ? 'warn' : 'dim',
				waitsFor.length > 0 ? `   waits for ${waitsFor.map(({id}) => id).join(', ')}` : '',
			],
		];
	},
	heading: ({theme, width}) =>
		headLine(theme, width, `  ${'Status'.padEnd(23)}Project, and below it what waits for it`),
	empty: `No project depends on another: ${keyFor('record.edit')} on one enters what it waits for.`,
};
