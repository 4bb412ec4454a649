import type {Database, Priority, Project, ProjectStatus, Strategy} from '../../schema/index.ts';

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

/** Which projects depend on a project; made once per version of the list, however often somebody moves along it. */
const waiting = new WeakMap<readonly Project[], Map<string, Project[]>>();

/** Projects that depend on a project, in the order of the list. */
export function dependents({projects}: Database, id: string): readonly Project[] {
	let index = waiting.get(projects);
	if (!index) waiting.set(projects, (index = waitingIn(projects)));
	return index.get(id) ?? [];
}

function waitingIn(projects: readonly Project[]): Map<string, Project[]> {
	const index = new Map<string, Project[]>();
	for (const project of projects) {
		for (const id of new Set(project.dependsOn)) {
			const others = index.get(id);
			if (others) others.push(project);
			else index.set(id, [project]);
		}
	}
	return index;
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

/** The id of a priority's project by its number: `P1-05`. */
export const projectId = (priority: string, number: number): string =>
	`${priority}-${String(number).padStart(2, '0')}`;

/**
 * The number that the next project of a priority gets. Counters keep one from being given out again after an undo;
 * numbers that were put into the file by hand are passed over.
 */
export function freeNumber(
	{projects, counters}: Pick<Database, 'projects' | 'counters'>,
	priority: string,
): number {
	const used = projects.flatMap(({id}) =>
		id.startsWith(`${priority}-`) && /^\d{1,6}$/.test(id.slice(priority.length + 1))
			? [Number(id.slice(priority.length + 1))]
			: [],
	);
	const given = Object.hasOwn(counters, priority) ? (counters[priority] ?? 0) : 0;
	return Math.max(given, ...used) + 1;
}
