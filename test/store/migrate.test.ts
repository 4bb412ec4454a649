// A database of an older version brought forward under the lock, and what open sessions make of it. These
// tests make an older one up, in which projects had names instead of titles.
import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {bringForward, type Migrations, type Raw} from '../../source/domain/migrations/index.ts';
import {check} from '../../source/domain/queries/check.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {formatDatabase} from '../../source/store/format.ts';
import {migrateFile} from '../../source/store/file/migrate.ts';
import {pathsOf} from '../../source/store/file/paths.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';
import {comment, file, heard, open, temporaries, tidy, who} from './places.ts';
import {start} from './children.ts';

vi.setConfig({testTimeout: 60_000});
afterEach(tidy);

type Old = {id: string; title?: string; name?: string};

/** The step from version 1: a project's name becomes its title. */
const steps: Migrations = {
	1: (database) => ({
		...database,
		projects: (database['projects'] as Old[]).map(({id, name, ...rest}) => ({
			id,
			title: name,
			...rest,
		})),
	}),
};

/** A database of version 1 with a log that proves its records as they were then. */
function oldDatabase(alter: (raw: Raw) => void = () => {}): Database {
	const today = makeDatabase();
	const raw = {
		...today,
		projects: today.projects.map(({title, ...rest}) => ({...rest, name: title})),
	} as unknown as Database;
	const adopted = accepted(raw, {kind: 'database/adopt'}).database;
	const old = {...adopted, schemaVersion: 1} as unknown as Database;
	alter(old);
	return old;
}

const environment = {
	now: () => '2026-11-22T12:00:00.000Z',
	salt: () => '00112233445566778899aabbccddeeff',
};
const migrate = (path: string, migrations: Migrations = steps, patience?: number) =>
	migrateFile(pathsOf(path), basename(path), who(), environment, {
		migrations,
		...(patience === undefined ? {} : {patience}),
	});

const stored = async (path: string) => JSON.parse(await readFile(path, 'utf8')) as Database;

test('brings it forward as an act, keeps the file as it was, and leaves the log alone', async () => {
	const old = oldDatabase();
	const path = await file(old);
	const before = await readFile(path);
	const migrated = await migrate(path);
	expect(migrated).toMatchObject({from: 1, entry: {revision: 2}});
	const database = await stored(path);
	expect(database).toMatchObject({schemaVersion: 2, revision: 2});
	expect(database.projects.map(({title}) => title)).toEqual(
		makeDatabase().projects.map(({title}) => title),
	);
	expect(database.log[0]).toEqual(old.log[0]);
	expect(database.log[1]).toMatchObject({
		actor: {user: 'clerk'},
		at: '2026-11-22T12:00:00.000Z',
		changes: [{kind: 'database/migrate', from: 1, to: 2, backup: 'strategy.schema-1.json'}],
	});
	expect(database.log[1]?.changes?.[0]).not.toHaveProperty('differ');
	expect(check(database)).toEqual([]);
	expect(await readFile(join(dirname(path), 'strategy.schema-1.json'))).toEqual(before);
	expect(await temporaries(dirname(path))).toEqual([]);
	const store = await open(path);
	expect(await store.commit(comment('after'), who())).toMatchObject({ok: true});
});

test('a database without a log is adopted on the way', async () => {
	const path = await file(oldDatabase((raw) => Object.assign(raw, {log: [], revision: 0})));
	await migrate(path);
	const database = await stored(path);
	expect(database.log.flatMap(({changes}) => changes?.map(({kind}) => kind))).toEqual([
		'database/adopt',
		'database/migrate',
	]);
	expect(check(database)).toEqual([]);
});

test('names what had been edited by hand before, rather than vouch for it in silence', async () => {
	const path = await file(
		oldDatabase((raw) => {
			(raw['projects'] as Old[])[1]!.name = 'Edited';
		}),
	);
	const migrated = await migrate(path);
	expect(migrated?.entry.changes).toMatchObject([{differ: ['projects/P1-02']}]);
});

test('a database of today is left as it is', async () => {
	const path = await file();
	const before = await readFile(path);
	expect(await migrate(path)).toBeUndefined();
	expect(await readFile(path)).toEqual(before);
});

test('a backup never takes the place of a file', async () => {
	const path = await file(oldDatabase());
	await writeFile(join(dirname(path), 'strategy.schema-1.json'), 'mine');
	expect((await migrate(path))?.backup).toBe(join(dirname(path), 'strategy.schema-1-2.json'));
	expect(await readFile(join(dirname(path), 'strategy.schema-1.json'), 'utf8')).toBe('mine');
});

describe('refused, with nothing written, is', () => {
	test.each<[string, () => string | Database, Migrations, RegExp]>([
		['one that no step leads on from', oldDatabase, {}, /^no way leads from schema 1 to 2$/],
		[
			'one that would not fit',
			oldDatabase,
			{1: (database) => database},
			/^it cannot be brought forward from schema 1: project P1-01 has no title; expected a text \(and 4 more problems\)$/,
		],
		[
			'one with ids that occur twice',
			() =>
				oldDatabase((raw) => {
					(raw['people'] as Old[]).push({id: 'reed', name: 'Another'});
				}),
			steps,
			/schema 1: people: the id reed is there more than once/,
		],
		[
			'one of a newer version',
			() => formatDatabase(makeDatabase()).replace('"schemaVersion": 2', '"schemaVersion": 7'),
			steps,
			/^it was written by a newer Boardwalk \(schema 7/,
		],
		['what is not JSON', () => '{', steps, /^strategy\.json:1:2: this is not JSON/],
		['what is not a database', () => '{"a": 1}', steps, /not a Boardwalk database/],
		[
			'a version that is not a number',
			() => '{"schemaVersion": "0"}',
			steps,
			/^strategy\.json:1:1: /,
		],
		['a version below all', () => '{"schemaVersion": -1}', steps, /./],
		['half a version', () => '{"schemaVersion": 0.5}', steps, /./],
		[
			'what would not survive being saved',
			() => formatDatabase(oldDatabase()).replace('"amount": 250000', '"amount": 1e999'),
			steps,
			/./,
		],
	])('%s', async (_what, content, migrations, message) => {
		const path = await file(content());
		const before = await readFile(path);
		await expect(migrate(path, migrations)).rejects.toThrow(message);
		expect(await readFile(path)).toEqual(before);
		expect((await readdir(dirname(path))).filter((name) => !name.startsWith('.'))).toEqual([
			'strategy.json',
		]);
	});

	test('one that somebody is saving', async () => {
		const path = await file(oldDatabase());
		const holder = start('holder', path);
		expect(await holder.line()).toBe('held');
		await expect(migrate(path, steps, 50)).rejects.toThrow(/another session has been saving/);
		await holder.kill();
		expect(await migrate(path)).toMatchObject({from: 1});
	});
});

test('steps follow each other, and none of them alters the log', () => {
	const seen: Raw[] = [];
	const step = (database: Raw): Raw => {
		seen.push(database);
		return {...database, passed: seen.length};
	};
	const forward = bringForward({schemaVersion: 3, log: ['x']}, {3: step, 4: step, 5: step}, 5);
	expect(forward).toEqual({database: {schemaVersion: 5, passed: 2, log: ['x']}});
	expect(seen).toEqual([{schemaVersion: 3}, {schemaVersion: 4, passed: 1}]);
});

test('a session on a file that a newer version migrates turns read-only and says so', async () => {
	const path = await file();
	const store = await open(path);
	await store.commit(comment('before'), who());
	const {mode} = await stat(path);
	const told = heard(store, (news) => 'problem' in news && news.problem !== undefined);
	const newer = (await readFile(path, 'utf8')).replace('"schemaVersion": 2', '"schemaVersion": 3');
	await writeFile(path, newer);
	expect(await told).toMatchObject({
		problem: expect.stringMatching(
			/it was written by a newer Boardwalk \(schema 3.*update Boardwalk$/,
		),
	});
	expect(store.readOnly).toMatch(/^it was written by a newer Boardwalk/);
	expect(await store.commit(comment('after'), who())).toMatchObject({
		ok: false,
		rejection: {
			code: 'storage',
			message: expect.stringMatching(/^strategy\.json was not changed: it/),
		},
	});
	// What it knew it goes on showing, and the file is as the newer version left it.
	expect(store.read().revision).toBe(2);
	expect(await readFile(path, 'utf8')).toBe(newer);
	expect((await stat(path)).mode).toBe(mode);
});
