// `boardwalk migrate`: what it says. What it does is tested with the store, where an older version is made up.
import {mkdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();

test('leaves a database of today alone', async () => {
	const {file} = fresh(makeDatabase());
	const before = readFileSync(file);
	expect(await run(['migrate', file])).toEqual({
		code: 0,
		out: `${file} is the newest version already; nothing was changed\n`,
		error: '',
	});
	expect(readFileSync(file)).toEqual(before);
});

test.each([
	['{', /^\S+strategy\.json:1:2: this is not JSON/],
	['{"schemaVersion": 99}', /strategy\.json: it was written by a newer Boardwalk/],
	[
		JSON.stringify({...makeDatabase(), schemaVersion: 0}),
		/strategy\.json: no way leads from schema 0 to 1$/,
	],
])('refuses %.30s in one line', async (content, message) => {
	const {file} = fresh(content);
	const {code, out, error} = await run(['migrate', file]);
	expect({code, out}).toEqual({code: 1, out: ''});
	expect(error).toMatch(message);
	expect(error).not.toContain('\n');
	expect(readFileSync(file, 'utf8')).toBe(content);
});

test('refuses what is not a file', async () => {
	const {folder} = fresh(makeDatabase());
	const inside = path.join(folder, 'inside');
	mkdirSync(inside);
	expect((await run(['migrate', inside])).error).toBe(`${inside}: it is not a file`);
	const none = path.join(folder, 'none.json');
	expect((await run(['migrate', none])).error).toBe(`${none}: there is no such file`);
	expect(await run(['migrate', 'postgres://host/db'])).toMatchObject({
		code: 2,
		error: expect.stringMatching(
			/^say where a copy of each board is to be kept: --backup/,
		) as unknown,
	});
});
