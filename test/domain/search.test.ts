// Finding every record by any word of it.
import {expect, test} from 'vitest';
import {search, searchableOf} from '../../source/domain/queries/search.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {makeCabinet} from '../meeting/cabinet.ts';

const found = (database: Database, typed: string) =>
	search(
		searchableOf(database, (entry) => tellEntry(database, entry)),
		typed,
	);

const cabinet = () => makeCabinet('2026-10-14');

test.each([
	['telephone', 'project'],
	['Replacement of the data centre', 'paper'],
	['Housing', 'person'],
	['support present equipment', 'paper'],
])('“%s” finds a %s', (typed, kind) => {
	expect(found(cabinet(), typed).map((hit) => hit.kind)).toContain(kind);
});

test('accents and capitals make no difference, and every word must be there', () => {
	const database = cabinet();
	const [project] = database.projects;
	if (project) project.title = 'Café for Siân Llŷr';
	expect(found(database, 'CAFE llyr')[0]?.id).toBe(project?.id);
	expect(found(database, 'cafe zeppelin')).toEqual([]);
});

test('a title that begins with it comes before a text that mentions it, and that tells its passage', () => {
	const database = cabinet();
	const [project] = database.projects;
	if (!project) throw new Error('the cabinet has a project');
	database.projects = [
		{
			...project,
			id: 'P1-08',
			title: 'Something else',
			summary: 'It rests on the telephone system.',
		},
		project,
	];
	const [first, second] = found(database, 'telephone');
	expect(first?.id).toBe(project.id);
	expect(second).toMatchObject({id: 'P1-08', passage: expect.stringContaining('telephone system')});
});

test('an id is found first', () => {
	const database = cabinet();
	expect(found(database, database.projects[0]?.id ?? '')[0]?.path).toBe(
		`projects/${database.projects[0]?.id}`,
	);
});

test('in the public view nothing private is found', () => {
	const view = publicView(cabinet());
	expect(found(view, 'Northern Haulage')).toEqual([]);
	expect(found(view, '61,500')).toEqual([]);
});

test('nothing is found for nothing', () => {
	expect(found(cabinet(), '  ')).toEqual([]);
});
