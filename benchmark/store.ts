// The application's file store as the measurements use it. When the store's contract changes, this
// file is the only one of the benchmark to follow.
import {randomUUID} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Store, Who} from '../source/store/store.ts';
import {root} from './programs.ts';

const opener = path.join(root, 'source', 'store', 'open.ts');
const who: Who = {actor: {user: 'benchmark', host: 'localhost'}, session: 'benchmark'};

export const hasStore = existsSync(opener);

async function openStore(file: string): Promise<Store> {
	// Named by a variable: loaded only when something is committed.
	const module: {openStore: (file: string) => Promise<Store>} = await import(opener);
	return module.openStore(file);
}

/** The ids of the projects that can be put on hold and back. */
export function projectsInProgress(file: string): string[] {
	const {projects}: {projects: {id: string; status: string}[]} = JSON.parse(
		readFileSync(file, 'utf8'),
	);
	return projects.filter(({status}) => status === 'in-progress').map(({id}) => id);
}

export type Committer = {commit: () => Promise<void>; close: () => Promise<void>};

/** Opens a database to commit one small change after the other: a project is put on hold and back. */
export async function committer(file: string, project: string): Promise<Committer> {
	const store = await openStore(file);
	let held = false;
	return {
		async commit() {
			const [from, to] = held
				? (['on-hold', 'in-progress'] as const)
				: (['in-progress', 'on-hold'] as const);
			const change = {kind: 'project/status', id: project, from, to} as const;
			const outcome = await store.commit({id: randomUUID(), changes: [change]}, who);
			if (!outcome.ok) throw new Error('A commit was refused', {cause: outcome});
			held = !held;
		},
		close: () => store.close(),
	};
}
