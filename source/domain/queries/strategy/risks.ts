import type {Database, Project, Risk, Score} from '../../schema/index.ts';

/** A risk, and the project that it is of; without one it is the strategy's own. */
export type RiskOf = {path: string; risk: Risk; project?: Project};

/** 1 to 25; 0 where nobody has judged it. */
export const scoreOf = (score: Score | undefined): number =>
	score ? score.likelihood * score.impact : 0;

/** The highest score that there is. */
const highest = 25;

/** Whether it is still a risk: neither closed nor come true. */
export const isOpen = ({closedOn}: Risk): boolean => closedOn === undefined;

/** Records are never altered, only replaced: of ten thousand projects an act replaces one. */
const known = new WeakMap<object, readonly RiskOf[]>();

function risksIn(
	holder: {id: string; risks?: Risk[] | undefined},
	list: 'projects' | 'strategies',
	project?: Project,
): readonly RiskOf[] {
	const found =
		known.get(holder) ??
		(holder.risks ?? []).map((risk) => ({
			path: `${list}/${holder.id}/risks/${risk.id}`,
			risk,
			...(project ? {project} : {}),
		}));
	known.set(holder, found);
	return found;
}

/** Every risk of a strategy and of its projects, the highest first; closed ones only where they are wanted. */
export function risksOf({strategies, projects}: Database, withClosed = false): RiskOf[] {
	// Fifty thousand risks are put into the places of their scores, not compared with each other.
	const places = Array.from({length: highest + 1}, (): RiskOf[] => []);
	const place = (one: RiskOf) => {
		if (withClosed || isOpen(one.risk))
			places[Math.min(highest, scoreOf(one.risk.current))]?.push(one);
	};
	for (const strategy of strategies) for (const one of risksIn(strategy, 'strategies')) place(one);
	for (const project of projects)
		for (const one of risksIn(project, 'projects', project)) place(one);
	return places.toReversed().flat();
}

/** High from 15, medium from 8: the bands of a 5 × 5 map that most registers use. */
export const bandOf = (score: number): 'high' | 'medium' | 'low' | undefined =>
	score === 0 ? undefined : score >= 15 ? 'high' : score >= 8 ? 'medium' : 'low';

/** Whether the day by which it is to be looked at again has passed. */
export const isOverdueForReview = ({reviewOn, closedOn}: Risk, today: string): boolean =>
	closedOn === undefined && reviewOn !== undefined && reviewOn < today;
