// Makes the log of a database grow, as the years would.
import {randomUUID} from 'node:crypto';
import type {Act} from '../source/domain/changes/index.ts';
import {commit} from '../source/domain/commit.ts';
import type {Database} from '../source/domain/schema/index.ts';
import {openFile} from '../source/store/file/open.ts';

let edits = 0;

/** An act that leaves the database as large as it was: a summary takes the place of another. */
export function edit({projects}: Database): Act {
	const [project] = projects;
	if (!project) throw new Error('There is no project');
	const to = `Summary ${String(++edits).padStart(8, '0')}`;
	const fields = {summary: {from: project.summary, to}};
	return {id: randomUUID(), changes: [{kind: 'project/edit', id: project.id, fields}]};
}

const context = {
	actor: {user: 'benchmark', host: 'localhost'},
	session: 'benchmark',
	now: '2026-01-01T10:00:00.000Z',
	salt: '00'.repeat(16),
};

/** The database with so many edits more in its log. */
export function grow(database: Database, count: number): Database {
	let grown = database;
	for (let number = 0; number < count; number++) {
		const outcome = commit(grown, edit(grown), context);
		if (!outcome.ok) throw new Error('An act was refused', {cause: outcome});
		grown = outcome.database;
	}
	return grown;
}

/** What a file holds. */
export async function readDatabase(file: string): Promise<Database> {
	const store = await openFile(file, {readOnly: true});
	try {
		return store.read();
	} finally {
		await store.close();
	}
}
