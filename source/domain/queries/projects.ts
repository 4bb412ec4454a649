import type {Database, Priority, Project, ProjectStatus, Strategy} from '../schema/index.ts';
import {confidenceWords, statusWords} from '../words.ts';

/** The strategy in force; a database without a current one shows its last. */
export const currentStrategy = (database: Database): Strategy | undefined =>
	database.strategies.find((strategy) => strategy.status === 'current') ??
	database.strategies.at(-1);

/** The current strategy's priorities, by rank. */
export const priorities = (database: Database): Priority[] =>
	(currentStrategy(database)?.priorities ?? []).toSorted((a, b) => a.rank - b.rank);

/** What was last said of a project; its latest update that has a note. */
export const latestNote = (project: Project): string | undefined =>
	project.updates.findLast((update) => update.note)?.note;

/** Whether work on a project is over, one way or the other. */
export const isSettled = ({status}: {status: ProjectStatus}): boolean =>
	status === 'delivered' || status === 'cancelled';

/** How many projects are in each status. */
export function countStatuses(projects: readonly Project[]): Record<ProjectStatus, number> {
	const counts = {
		proposed: 0,
		'in-progress': 0,
		'on-hold': 0,
		blocked: 0,
		delivered: 0,
		cancelled: 0,
	};
	for (const {status} of projects) counts[status]++;
	return counts;
}

/** Projects that depend on a project. */
export const dependents = (database: Database, id: string): Project[] =>
	database.projects.filter((project) => project.dependsOn?.includes(id));

/** What a filter looks at: one lower-case text per project, made once per version of the project. */
const haystacks = new WeakMap<Project, string>();
function haystack(project: Project): string {
	let text = haystacks.get(project);
	if (text === undefined) {
		text = [
			project.id,
			project.title,
			project.priority,
			statusWords[project.status],
			project.status,
			project.confidence ? confidenceWords[project.confidence] : '',
			project.owner ?? '',
			project.supplier ?? '',
			...(project.domains ?? []),
		]
			.join('\n')
			.toLowerCase();
		haystacks.set(project, text);
	}
	return text;
}

/**
 * The projects that fit a filter as typed: every word must stand somewhere in id, title, priority,
 * status, confidence, owner (as shown), supplier or domains (`blocked p2`, `amber network`).
 */
export function filterProjects(
	{people, projects}: Pick<Database, 'people' | 'projects'>,
	filter: string,
): readonly Project[] {
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	if (words.length === 0) return projects;
	const names = new Map(people.map(({id, name}) => [id, name.toLowerCase()]));
	const fits = (project: Project, word: string): boolean =>
		haystack(project).includes(word) ||
		Boolean(project.owner && names.get(project.owner)?.includes(word));
	return projects.filter((project) => words.every((word) => fits(project, word)));
}

/** Projects by id; made once per version of the list, however many rows are drawn from it. */
const byId = new WeakMap<readonly Project[], Map<string, Project>>();
export function projectById(database: Database, id: string | undefined): Project | undefined {
	let index = byId.get(database.projects);
	if (!index) {
		index = new Map(database.projects.map((project) => [project.id, project]));
		byId.set(database.projects, index);
	}
	return id === undefined ? undefined : index.get(id);
}
