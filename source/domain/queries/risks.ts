import type {Database, Project, Risk, Score} from '../schema/index.ts';

/** A risk, and the project that it is of; without one it is the strategy's own. */
export type RiskOf = {path: string; risk: Risk; project?: Project};

/** 1 to 25; 0 where nobody has judged it. */
export const scoreOf = (score: Score | undefined): number =>
	score ? score.likelihood * score.impact : 0;

/** Whether it is still a risk: neither closed nor come true. */
export const isOpen = ({closedOn}: Risk): boolean => closedOn === undefined;

/** Every risk of a strategy and of its projects, the highest first; closed ones only where they are wanted. */
export function risksOf({strategies, projects}: Database, withClosed = false): RiskOf[] {
	const own = strategies.flatMap(({id, risks = []}) =>
		risks.map((risk) => ({path: `strategies/${id}/risks/${risk.id}`, risk})),
	);
	const theirs = projects.flatMap((project) =>
		(project.risks ?? []).map((risk) => ({
			path: `projects/${project.id}/risks/${risk.id}`,
			risk,
			project,
		})),
	);
	return [...own, ...theirs]
		.filter(({risk}) => withClosed || isOpen(risk))
		.toSorted((a, b) => scoreOf(b.risk.current) - scoreOf(a.risk.current));
}

/** High from 15, medium from 8: the bands of a 5 × 5 map that most registers use. */
export const bandOf = (score: number): 'high' | 'medium' | 'low' | undefined =>
	score === 0 ? undefined : score >= 15 ? 'high' : score >= 8 ? 'medium' : 'low';

/** Whether the day by which it is to be looked at again has passed. */
export const isOverdueForReview = ({reviewOn, closedOn}: Risk, today: string): boolean =>
	closedOn === undefined && reviewOn !== undefined && reviewOn < today;
