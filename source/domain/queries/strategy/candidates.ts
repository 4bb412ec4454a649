import type {Database, Project, Strategy} from '../../schema/index.ts';
import {currentStrategy} from './projects.ts';

/** A step by which projects are held against criteria. */
type ScaleStep = {id: string; title: string; value: number};

const usual: ScaleStep[] = [
	{id: 'not-met', title: 'not met', value: 0},
	{id: 'partly', title: 'partly met', value: 1},
	{id: 'met', title: 'met', value: 2},
];

/** The steps of a strategy's criteria: its own, else not met, partly met and met. */
export const scaleOf = (strategy: Strategy | undefined): ScaleStep[] =>
	strategy?.scale && strategy.scale.length > 0 ? strategy.scale : usual;

/** What would move a candidate up: one criterion, one step higher. */
type Move = {criterion: string; from: string; to: string; past: string};
type RankedProject = {
	project: Project;
	/** From 0 to 100: what it scores of what there is to be had. */
	score: number;
	rank: number;
	/** Of how many criteria it was judged. */
	judged: number;
};

/** Weighted points of a project, of a hundred; criteria without a weight count once, those not judged count nothing. */
function scoreOf(strategy: Strategy, project: Project): number {
	const steps = new Map(scaleOf(strategy).map(({id, value}) => [id, value]));
	const most = Math.max(...steps.values(), 0);
	const least = Math.min(...steps.values(), 0);
	const weights = strategy.criteria
		.map(({weight = 1}) => weight)
		.reduce((sum, one) => sum + one, 0);
	if (weights === 0 || most === least) return 0;
	const points = strategy.criteria
		.map(
			({id, weight = 1}) => weight * ((steps.get(project.criteria?.[id] ?? '') ?? least) - least),
		)
		.reduce((sum, one) => sum + one, 0);
	return (points / (weights * (most - least))) * 100;
}

/** The projects that are proposed, the best first; equal ones share a rank. */
export function candidates(database: Database, projects: readonly Project[]): RankedProject[] {
	const strategy = currentStrategy(database);
	if (!strategy) return [];
	const scored = projects
		.filter(({status}) => status === 'proposed')
		.map((project) => ({
			project,
			score: scoreOf(strategy, project),
			judged: strategy.criteria.filter(({id}) => project.criteria?.[id] !== undefined).length,
		}))
		.toSorted((a, b) => b.score - a.score);
	return scored.map((one) => ({
		...one,
		rank: scored.findIndex(({score}) => score === one.score) + 1,
	}));
}

/** The single steps that would put a candidate past the one before it. */
export function moves(database: Database, ranked: readonly RankedProject[], id: string): Move[] {
	const strategy = currentStrategy(database);
	const candidate = ranked.find(({project}) => project.id === id);
	const ahead = ranked.findLast(({rank}) => candidate !== undefined && rank < candidate.rank);
	if (!strategy || !candidate || !ahead) return [];
	const steps = scaleOf(strategy).toSorted((a, b) => a.value - b.value);
	return strategy.criteria.flatMap(({id: criterion, title}) => {
		const now = steps.findIndex((step) => step.id === candidate.project.criteria?.[criterion]);
		const better = steps[now + 1];
		if (!better) return [];
		const criteria = {...candidate.project.criteria, [criterion]: better.id};
		const moved = scoreOf(strategy, {...candidate.project, criteria});
		return moved > ahead.score
			? [
					{
						criterion: title,
						from: steps[now]?.title ?? 'not judged',
						to: better.title,
						past: ahead.project.id,
					},
				]
			: [];
	});
}
