// Real pipes whose reader goes: the work is finished all the same, and the exit code is that of the work.
import {execFile} from 'node:child_process';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test, vi} from 'vitest';
import type {Database} from '../../source/domain/schema/index.ts';
import {afterMeeting} from '../documents/meeting.ts';
import {freshFolders, run} from './run.ts';

// Every test starts processes of its own.
vi.setConfig({testTimeout: 60_000});

const fresh = freshFolders();
const program = path.join(import.meta.dirname, '..', '..', 'source', 'cli.ts');

/** Runs a line of the shell in which `boardwalk` is the program; what it prints is the exit code of that. */
const shell = (line: string, cwd: string): Promise<{said: string; error: string}> =>
	new Promise((resolve) => {
		const script = `boardwalk() { '${process.execPath}' '${program}' "$@"; }\n${line}`;
		execFile('bash', ['-c', script], {cwd}, (_, said, error) => resolve({said, error}));
	});

const codeOf = async (line: string, cwd: string) => {
	const {said, error} = await shell(`${line}; echo "code \${PIPESTATUS[0]}"`, cwd);
	return {code: /code (\d+)/.exec(said)?.[1], error};
};

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Database;

test('a paper is brought in', async () => {
	const {folder, file} = fresh(afterMeeting());
	const table = 'Id,Project,Priority\n,A new roof,1\n,A new door,1\n';
	writeFileSync(path.join(folder, 'projects.csv'), table);
	const before = read(file).projects.length;
	expect(await codeOf(`boardwalk import ${file} projects.csv --yes | true`, folder)).toEqual({
		code: '0',
		error: '',
	});
	expect(read(file).projects).toHaveLength(before + 2);
});

test('every paper is written', async () => {
	const sample = path.join(import.meta.dirname, '..', '..', 'data', 'lincolnshire-decision.json');
	const {folder, file} = fresh(readFileSync(sample, 'utf8'));
	const all = path.join(folder, 'all');
	await run(['publish', file, 'M-1', '--folder', all]);
	expect(readdirSync(all).length).toBeGreaterThan(1);
	const publish = `boardwalk publish ${file} M-1 --folder papers`;
	expect(await codeOf(`${publish} | true`, folder)).toEqual({code: '0', error: ''});
	expect(readdirSync(path.join(folder, 'papers'))).toEqual(readdirSync(all));
});

test('acts are applied, and a refusal is told by the exit code', async () => {
	const {folder, file} = fresh(afterMeeting());
	const act = (id: string) => JSON.stringify({kind: 'project/update', id, note: 'Read.'});
	writeFileSync(path.join(folder, 'good'), `${act('P1-01')}\n${act('P1-02')}\n`);
	writeFileSync(path.join(folder, 'bad'), `${act('P1-01')}\n${act('P9-99')}\n`);
	const before = read(file).revision;
	// Standard error goes the same way.
	const apply = (acts: string) => codeOf(`boardwalk apply ${file} ${acts} 2>&1 | true`, folder);
	expect(await apply('good')).toEqual({code: '0', error: ''});
	expect(read(file).revision).toBeGreaterThanOrEqual(before + 2);
	expect(await apply('bad')).toEqual({code: '1', error: ''});
});

test('where the output cannot be written, the work is done, and the exit code says that its words are lost', async () => {
	if (!existsSync('/dev/full')) return;
	const {folder, file} = fresh(afterMeeting());
	expect(await codeOf(`boardwalk status ${file} P1-03 delivered >/dev/full`, folder)).toEqual({
		code: '1',
		error: expect.stringMatching(/^boardwalk: cannot write the output: [^\n]+\n$/) as string,
	});
	expect(read(file).projects.find(({id}) => id === 'P1-03')?.status).toBe('delivered');
});
