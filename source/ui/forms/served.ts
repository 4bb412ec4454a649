import {projectById} from '../../domain/queries/strategy/projects.ts';
import type {Database} from '../../domain/schema/index.ts';

/** What a decision is about or serves, by kind. */
type Served = {objectives: string[]; priorities: string[]; projects: string[]};

/** Ids of objectives, priorities and projects, in any order: `O1 P2 P1-04`; or the first that is none. */
export function readServed(database: Database, typed = ''): Served | {message: string} {
	const found: Served = {objectives: [], priorities: [], projects: []};
	for (const word of typed.split(/[\s,;]+/).filter(Boolean)) {
		const is = ({id}: {id: string}) => id.toUpperCase() === word.toUpperCase();
		const project = projectById(database, word.toUpperCase());
		const priority = database.strategies.flatMap(({priorities}) => priorities).find(is);
		const objective = database.strategies.flatMap(({objectives}) => objectives).find(is);
		if (project) found.projects.push(project.id);
		else if (priority) found.priorities.push(priority.id);
		else if (objective) found.objectives.push(objective.id);
		else return {message: `there is no objective, priority or project ${word}`};
	}
	return found;
}
