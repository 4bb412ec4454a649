// `boardwalk release`: what waits is listed, and released by its path or its id.
import {mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test, vi} from 'vitest';
import {waitingIn} from '../../source/domain/queries/public/marked.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const stored = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

function waiting(): Database {
	const database = makeDatabase();
	Object.assign(database.projects[0]!, {private: {meeting: 'M-2', item: 'I-4'}});
	Object.assign(database.reports[0]!, {private: {why: 'two places contradict each other'}});
	return after(database, {kind: 'project/update', id: 'P2-01', note: 'one'});
}

test('lists what waits and why, for people and for scripts', async () => {
	const {file} = fresh(waiting());
	expect(await run(['release', file])).toMatchObject({
		code: 0,
		out: [
			'projects/P1-01  project P1-01 Telephony: added in private at item 3 of M-2',
			'reports/R-1  report R-1 Progress of the strategy: two places contradict each other',
			'2 records in nothing public: name what is to be released, or --all',
			'',
		].join('\n'),
	});
	expect(JSON.parse((await run(['release', file, '--format', 'json'])).out)).toEqual([
		{record: 'projects/P1-01', private: {meeting: 'M-2', item: 'I-4'}},
		{record: 'reports/R-1', private: {why: 'two places contradict each other'}},
	]);
	expect((await run(['check', file])).out).toContain(
		'2 private records wait to be released: boardwalk release lists them',
	);
});

test('releases by id or by path, all of it where that is asked for, as one act', async () => {
	const {file} = fresh(waiting());
	expect(await run(['release', file, 'p1-01'])).toMatchObject({
		code: 0,
		out: 'released P1-01 Telephony\n(revision 3)\n',
	});
	expect(waitingIn(stored(file)).map(({path: record}) => record)).toEqual(['reports/R-1']);
	expect(await run(['release', file, '--all'])).toMatchObject({code: 0});
	expect(await run(['release', file])).toMatchObject({out: 'nothing waits to be released\n'});
	const {file: both} = fresh(waiting());
	await run(['release', both, 'projects/P1-01', 'R-1']);
	expect(stored(both).log.at(-1)?.changes).toHaveLength(2);
});

test.each([
	[['P9-99'], 1, 'nothing called “P9-99” waits to be released'],
	[['projects/P1-02'], 1, 'P1-02 Laptop Refresh is not private: there is nothing to release'],
	[['P1-01', '--all'], 2, 'name records, or --all; not both'],
])('%j is refused', async (args, code, error) => {
	const {file} = fresh(waiting());
	const result = await run(['release', file, ...args]);
	expect(result.code).toBe(code);
	expect(result.error).toContain(error);
	expect(stored(file).revision).toBe(2);
});

test('whoever publishes is told how many wait', async () => {
	const {file, folder} = fresh(waiting());
	const target = path.join(folder, 'out');
	mkdirSync(target);
	const open = await run(['publish', file, 'M-1', '--folder', target, '--public']);
	expect(open.warned).toContain(
		'2 private records wait to be released (boardwalk release lists them), not in what was written',
	);
	const whole = await run(['publish', file, 'M-1', '--folder', target]);
	expect(whole.warned).toContain('--public leaves them out');
	expect(readdirSync(target)).not.toEqual([]);
});
