// Where documents are written: never over a database, over another file when it is said, through nobody else's link.
import {chmodSync, lchownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs';
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {describe, expect, test} from 'vitest';
import {cabinet} from '../documents/cabinet.ts';
import {freshFolders, run} from './run.ts';

const fresh = freshFolders();
const published = cabinet('published');
const isRoot = process.getuid?.() === 0;

describe('a link', () => {
	test('in a folder that others may write is not followed, nor is anything beside it written', async () => {
		const {file, folder} = fresh(published);
		const victim = path.join(folder, '.bashrc');
		writeFileSync(victim, 'mine');
		const shared = path.join(folder, 'shared');
		mkdirSync(shared);
		chmodSync(shared, 0o770);
		symlinkSync(victim, path.join(shared, 'M-3-minutes.html'));
		symlinkSync(folder, path.join(shared, 'papers'));
		for (const args of [
			['publish', file, 'M-3', '--folder', shared, '--force'],
			['minutes', file, 'M-3', '--output', path.join(shared, 'M-3-minutes.html'), '--force'],
			['minutes', file, 'M-3', '--output', path.join(shared, 'papers', '.bashrc'), '--force'],
			['copy', file, path.join(shared, 'papers', 'new.json')],
		]) {
			const {code, error} = await run(args);
			expect(code).toBe(1);
			expect(error).toMatch(
				/is a link that somebody else may have put there; name the file itself/,
			);
		}
		expect(readFileSync(victim, 'utf8')).toBe('mine');
	});

	test.runIf(isRoot)('of somebody else is not followed, wherever it lies', async () => {
		const {file, folder} = fresh(published);
		const link = path.join(folder, 'minutes.md');
		symlinkSync(path.join(folder, 'elsewhere.md'), link);
		lchownSync(link, 61_001, 61_001);
		expect((await run(['minutes', file, 'M-3', '--output', link])).error).toMatch(/is a link/);
	});
});

describe('never replaced, even with --force', () => {
	test.each([
		['another database, whatever it is called', (file: string) => readFileSync(file, 'utf8')],
		['an export of one', () => JSON.stringify({$schema: 'x', schemaVersion: 1, revision: 0})],
		['an archive of its log', () => '{"boardwalk":"log archive","version":1}\n'],
	])('%s', async (_, content) => {
		const {file, folder} = fresh(published);
		const target = path.join(folder, 'minutes.html');
		writeFileSync(target, content(file));
		const {code, error} = await run(['minutes', file, 'M-3', '--output', target, '--force']);
		expect(code).toBe(1);
		expect(error).toMatch(/is a Boardwalk database or a part of one/);
		expect(readFileSync(target, 'utf8')).toBe(content(file));
	});
});

describe('what is not a file', () => {
	test.each(['check', 'decisions', 'migrate', 'restore'])('%s says so at once', async (command) => {
		const {folder} = fresh(published);
		const pipe = path.join(folder, 'pipe.json');
		expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
		for (const target of [pipe, '/dev/zero']) {
			const {code, error} = await run([
				command,
				target,
				...(command === 'restore' ? ['latest'] : []),
			]);
			expect(code).toBe(['check', 'decisions'].includes(command) ? 3 : 1);
			expect(error).toMatch(/(is not a file|no snapshot)/);
		}
	});

	test('a pipe in the place of a paper or of acts is not waited for', async () => {
		const {file, folder} = fresh(published);
		const pipe = path.join(folder, 'pipe.md');
		expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
		for (const command of ['import', 'apply']) {
			for (const target of [pipe, '/dev/zero']) {
				expect((await run([command, file, target])).error).toMatch(/not a file/);
			}
		}
	});
});
