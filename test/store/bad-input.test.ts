import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {formatDatabase} from '../../source/store/format.ts';
import {openStore} from '../../source/store/open.ts';
import {Unusable} from '../../source/store/store.ts';
import {makeDatabase} from '../helpers/database.ts';
import {comment, file, folder, open, tidy, who} from './places.ts';

afterEach(tidy);

/** Why a place cannot be opened. */
async function refusal(location: string): Promise<string> {
	const error: unknown = await openStore(location).then(
		() => new Error('it was opened'),
		(error: unknown) => error,
	);
	expect(error).toBeInstanceOf(Unusable);
	const {message} = error as Unusable;
	expect(message).toMatch(/^[^\p{Cc}]+$/u);
	return message;
}

const text = formatDatabase(makeDatabase());

describe('what cannot be opened is said in one line', () => {
	test('a missing file, or one in a missing folder', async () => {
		const path = join(await folder(), 'no', 'strategy.json');
		expect(await refusal(path)).toBe(
			`${path}: there is no such file; check the name and the folder`,
		);
		expect(await refusal('')).toMatch(/there is no such file/);
	});

	test('a folder, and what is neither file nor folder', async () => {
		const path = await folder();
		expect(await refusal(path)).toBe(`${path}: is a folder; name the database file in it`);
		expect(await refusal('/dev/null')).toBe('/dev/null: is not a file; name a database file');
	});

	test('a file as a folder, links in a circle', async () => {
		expect(await refusal(join(await file(), 'x'))).toMatch(
			/: its folder is no longer there$|no such file/,
		);
		const path = join(await folder(), 'round');
		await symlink(path, path);
		expect(await refusal(path)).toMatch(/: its symbolic links go round in a circle$/);
	});

	test('an empty file, one that is not JSON, JSON of another shape', async () => {
		const empty = await file('');
		expect(await refusal(empty)).toBe(
			`${empty}:1:1: the file is empty; expected a Boardwalk database`,
		);
		const cut = await file(text.slice(0, 500));
		expect(await refusal(cut)).toMatch(/:\d+:\d+: this is not JSON: found .*, expected /);
		const other = await file('{"name": "boardwalk", "version": "1.0.0"}');
		expect(await refusal(other)).toBe(
			`${other}:1:1: this is not a Boardwalk database: it has no schemaVersion`,
		);
	});

	test('a newer schema', async () => {
		const path = await file(text.replace('"schemaVersion": 2', '"schemaVersion": 9'));
		expect(await refusal(path)).toBe(
			`${path}: it was written by a newer Boardwalk (schema 9; this one knows 2): update Boardwalk`,
		);
	});

	test('a word that does not exist: the nearest, and how many more problems there are', async () => {
		const path = await file(text.replace('"blocked"', '"bloked"').replace('"closed"', '"close"'));
		const message = await refusal(path);
		expect(message).toMatch(/project P2-01: status is “bloked”; .*; did you mean blocked\?/);
		expect(message).toMatch(/ \(and 1 more problem: run boardwalk check .*\)$/);
	});

	test('ids that occur twice', async () => {
		const path = await file(
			text.replaceAll('"P1-03"', '"P1-02"').replace('"U-2"', '"U-1"').replace('"I-3"', '"I-2"'),
		);
		const message = await refusal(path);
		expect(message).toMatch(
			/strategy\.json:\d+:13: projects: the id P1-02 is there more than once/,
		);
		expect(message).toMatch(/and 1 more problem: run boardwalk check/);
	});

	test('PostgreSQL, whose URL may hold a password', async () => {
		const said = await refusal('postgres://me:secret@host/db');
		expect(said).toMatch(/^postgres:\/\/me@host\/db: leave the password out of the URL/);
		expect(said).not.toContain('secret');
	});

	test('a name that a terminal would act on', async () => {
		const path = join(await folder(), '\u001b[2J.json');
		await writeFile(path, 'x');
		expect(await refusal(path)).toContain('\\u001b[2J.json:1:1: this is not JSON');
	});
});

test('references that lead nowhere do not keep a database from being opened', async () => {
	const path = await file(text.replace('"person": "jones"', '"person": "nobody"'));
	const store = await open(path);
	expect(check(store.read())).toMatchObject([{path: ['boards', 0, 'members', 2, 'person']}]);
	expect(await store.commit(comment('fine'), who())).toMatchObject({ok: true});
});

test('a folder with a database of every kind of name', async () => {
	for (const name of ['a b.json', '-x', 'ü🙂.json', '.hidden', `${'n'.repeat(200)}.json`]) {
		const store = await open(await file(makeDatabase(), name));
		expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
	}
	const long = await open(await file(makeDatabase(), 'n'.repeat(250)));
	expect(await long.commit(comment('x'), who())).toMatchObject({
		rejection: {code: 'storage', message: expect.stringContaining('its name is too long')},
	});
});

test('a database in the folder of another', async () => {
	const path = await folder();
	await mkdir(join(path, 'inner'));
	for (const name of ['a.json', 'a.json.bak', 'inner/a.json']) {
		await writeFile(join(path, name), text);
		const store = await open(join(path, name));
		expect(await store.commit(comment('x'), who())).toMatchObject({ok: true});
	}
});
