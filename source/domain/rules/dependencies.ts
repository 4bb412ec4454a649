import type {Database, Project} from '../schema/index.ts';

/** Projects that wait for each other in a circle, each for the next and the last for the first; undefined where there is none. */
export function findCircle({projects}: Pick<Database, 'projects'>): string[] | undefined {
	const needs = new Map(projects.map(({id, dependsOn = []}) => [id, dependsOn]));
	const done = new Set<string>();
	for (const {id} of projects) {
		const found = search(id, needs, done, []);
		if (found) return found;
	}
	return undefined;
}

function search(
	id: string,
	needs: ReadonlyMap<string, readonly string[]>,
	done: Set<string>,
	way: readonly string[],
): string[] | undefined {
	const start = way.indexOf(id);
	if (start !== -1) return way.slice(start);
	if (done.has(id)) return undefined;
	for (const next of needs.get(id) ?? []) {
		const found = search(next, needs, done, [...way, id]);
		if (found) return found;
	}
	done.add(id);
	return undefined;
}

/** Who waits for whom, the other way round: the projects that depend on each. */
export function waiting({projects}: Pick<Database, 'projects'>): Map<string, Project[]> {
	const found = new Map<string, Project[]>();
	for (const project of projects)
		for (const id of project.dependsOn ?? []) found.set(id, [...(found.get(id) ?? []), project]);
	return found;
}
