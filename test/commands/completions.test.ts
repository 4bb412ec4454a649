// `boardwalk completions`: made of the same table as the help, and tried in the shells themselves.
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {commands} from '../../source/commands/table.ts';
import {run, scratchFolder} from './run.ts';

const root = scratchFolder();
const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

async function script(shell: string): Promise<string> {
	const {code, out} = await run(['completions', shell]);
	expect(code).toBe(0);
	const file = path.join(root, `boardwalk.${shell}`);
	writeFileSync(file, out);
	return file;
}

test('is refused for another shell', async () => {
	expect(await run(['completions', 'csh'])).toEqual({
		code: 2,
		out: '',
		error: 'there are completions for bash, zsh, fish, not for “csh”',
	});
});

test.each(['bash', 'zsh', 'fish'])('%s: names every command and every flag', async (shell) => {
	const {out} = await run(['completions', shell]);
	for (const [name, load] of Object.entries(commands)) {
		expect(out).toContain(name);
		const {default: command} = await load();
		for (const flag of Object.keys(command.flags))
			expect(out).toMatch(new RegExp(shell === 'fish' ? `-l ${flag}\\b` : `--${flag}\\b`));
	}
	expect(out).not.toMatch(/undefined|\[object/);
});

describe('bash', () => {
	/** What bash offers after a line has been typed. */
	async function offered(line: string): Promise<string[]> {
		const file = await script('bash');
		const words = line.split(' ');
		const ask = `source ${file}; COMP_WORDS=(${words.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${words.length - 1}; _boardwalk 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`;
		return execFileSync('bash', ['--norc', '-c', ask], {encoding: 'utf8'})
			.split('\n')
			.filter(Boolean);
	}

	test.each([
		['boardwalk mi', ['minutes', 'migrate']],
		['boardwalk --re', ['--read-only']],
		['boardwalk import a.json b.md --dr', ['--dry-run']],
		[
			'boardwalk import --as-kind ',
			['report', 'record', 'notice', 'strategy', 'portfolio', 'minutes'],
		],
		['boardwalk export a.json --format x', ['xlsx']],
		['boardwalk status a.json P1 --confidence g', ['green']],
		['boardwalk completions ', ['bash', 'zsh', 'fish']],
		['boardwalk meeting ', ['new']],
		['boardwalk import --skip ', []],
	])('%s', async (line, words) => {
		expect((await offered(line)).toSorted()).toEqual(words.toSorted());
	});
});

/** The shell itself where there is one. */
const reads = (shell: string, file: string) =>
	spawnSync(has(shell) ? shell : 'bash', ['-n', file], {encoding: 'utf8'});

test('zsh can read it; where there is no zsh, bash does, which knows all that is used', async () => {
	expect(reads('zsh', await script('zsh'))).toMatchObject({status: 0, stderr: ''});
});

test('fish can read it: every line is one command, its words bare or quoted as fish quotes', async () => {
	const file = await script('fish');
	expect(has('fish') ? reads('fish', file).status : 0).toBe(0);
	const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
	expect(lines.length).toBeGreaterThan(100);
	const word = String.raw`(?:[\w./=-]+|'(?:\\['\\]|[^'\\])*')`;
	const command = new RegExp(`^complete -c boardwalk(?: ${word})+$`);
	expect(lines.filter((line) => !line.startsWith('#') && !command.test(line))).toEqual([]);
});
