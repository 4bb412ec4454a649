import {waiting} from '../../rules/dependencies.ts';
import type {Database, Project} from '../../schema/index.ts';
import {isSettled} from './projects.ts';

/** A project in the tree of what waits for what, with what it still waits for. */
type Dependent = {project: Project; depth: number; waitsFor: Project[]};

/** Every project that waits or is waited for, each once, below the first that it waits for. */
export function dependencyTree(database: Database, projects: readonly Project[]): Dependent[] {
	const shown = new Map(projects.map((project) => [project.id, project]));
	const behind = waiting(database);
	const seen = new Set<string>();
	const tree: Dependent[] = [];
	const visit = (project: Project, depth: number): void => {
		if (seen.has(project.id)) return;
		seen.add(project.id);
		const waitsFor = (project.dependsOn ?? []).flatMap((id) => {
			const found = database.projects.find((one) => one.id === id);
			return found && !isSettled(found) ? [found] : [];
		});
		tree.push({project, depth, waitsFor});
		for (const next of behind.get(project.id) ?? []) if (shown.has(next.id)) visit(next, depth + 1);
	};
	for (const project of projects) {
		const isRoot = !(project.dependsOn ?? []).some((id) => shown.has(id));
		if (isRoot && behind.has(project.id)) visit(project, 0);
	}
	for (const project of projects) if ((project.dependsOn ?? []).length > 0) visit(project, 0);
	return tree;
}

/** The projects still going on that wait for one, and those that wait for them. */
function whatWaitsFor(database: Database, id: string): Project[] {
	const behind = waiting(database);
	const found = new Map<string, Project>();
	const visit = (one: string): void => {
		for (const next of behind.get(one) ?? []) {
			if (found.has(next.id) || isSettled(next)) continue;
			found.set(next.id, next);
			visit(next.id);
		}
	};
	visit(id);
	return [...found.values()];
}

/** `P2-01 Online Forms waits for this`, where something that is still going on does; nothing where nothing does. */
export function sayWaiting(database: Database, id: string): string[] {
	const found = whatWaitsFor(database, id);
	if (found.length === 0) return [];
	const names = found.slice(0, 3).map((one) => `${one.id} ${one.title}`);
	const others = found.length > 3 ? ` and ${found.length - 3} more` : '';
	return [`${names.join(', ')}${others} ${found.length === 1 ? 'waits' : 'wait'} for this.`];
}
