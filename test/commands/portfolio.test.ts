import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {makeDatabase} from '../helpers/database.ts';
import {freshFolders, run} from './run.ts';

const fresh = freshFolders();

test('writes a page, by the ending of the file', async () => {
	const {folder, file} = fresh(makeDatabase());
	const output = path.join(folder, 'portfolio.html');
	expect((await run(['portfolio', file, '--output', output])).code).toBe(0);
	expect(readFileSync(output, 'utf8')).toContain('<h1>Portfolio: Digital Strategy');
});

test('gives the data as JSON', async () => {
	const {file} = fresh(makeDatabase());
	const {out} = await run(['portfolio', file, '--format', 'json']);
	expect(JSON.parse(out)).toMatchObject({title: 'Digital Strategy', asOf: '2026-11-22'});
});
