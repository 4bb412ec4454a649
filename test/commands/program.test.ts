// The program itself: exit codes, streams, help, what a terminal that is none gets.
import {chmodSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test, vi} from 'vitest';
import {commands} from '../../source/commands/table.ts';
import {afterMeeting} from '../documents/meeting.ts';
import {fileOf, run, runProgram, scratchFolder} from './run.ts';

// Every test starts a process of its own.
vi.setConfig({testTimeout: 60_000});

const folder = scratchFolder();
const file = fileOf(folder, afterMeeting(), 'council.json');
const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f]/;

describe('help', () => {
	test('names every command, in 80 columns', async () => {
		const {code, out, error} = await runProgram(['--help']);
		expect({code, error}).toEqual({code: 0, error: ''});
		for (const [name, load] of Object.entries(commands)) {
			const {usage} = (await load()).default;
			expect(out.replaceAll(/\s+/g, ' ')).toContain(` ${name} ${usage} `);
		}
		expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
	});

	test.each(['--help', '-h'])('of a command: %s', async (flag) => {
		const {code, out} = await runProgram(['status', flag]);
		expect(code).toBe(0);
		expect(out).toMatch(/^boardwalk status <database> <project> <status>\n/);
		expect(out).toContain('--confidence green|amber|red|none');
	});

	test('the version', async () => {
		const {out} = await runProgram(['--version']);
		expect(out).toMatch(/^\d+\.\d+\.\d+ \(commit \S.*, schema \d+, Node \d+\.\d+\.\d+\)\n$/);
	});
});

describe('wrong usage is one line on standard error and exit code 2', () => {
	test.each([
		[[], 'boardwalk --demo'],
		[['--hlep'], 'there is no flag --hlep; did you mean --help?'],
		[['statsu', file, 'x', 'y'], 'there is no command “statsu”; did you mean status?'],
		[['minute'], 'there is no command “minute”; did you mean minutes?'],
		[[file, 'more'], '“more” is one argument too many'],
		[['status', file], '<project> is missing'],
		[['minutes', file, 'M-1', 'M-2'], '“M-2” is one argument too many'],
		[['minutes', file, '--format', 'mkd'], '--format cannot be “mkd”; did you mean md?'],
		[['minutes', file, '--format'], '--format needs a value'],
		[['actions', file, '--all=yes'], '--all takes no value'],
		[['--demo', 'lincolnshire'], 'there is no sample “lincolnshire”'],
	])('%j', async (args, message) => {
		const {code, out, error} = await runProgram(args, {cwd: folder});
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(error).toContain(message);
		expect(error).toMatch(/^boardwalk: [^\n]+\n$/);
	});
});

describe('a file that is not a database is one line on standard error and exit code 3', () => {
	test.each([
		['a missing file', () => path.join(folder, 'none.json'), 'no such file'],
		['an empty file', () => fileOf(folder, '', 'empty.json'), 'empty'],
		['no JSON', () => fileOf(folder, '{\n"a": 1,,\n}', 'bad.json'), 'bad.json:2:8: '],
		['another shape', () => fileOf(folder, '{"a":1}', 'other.json'), 'not a Boardwalk database'],
		[
			'a newer version',
			() => fileOf(folder, '{"schemaVersion":99}', 'new.json'),
			'newer Boardwalk',
		],
		['a folder', () => folder, 'folder'],
		['a URL of PostgreSQL with its password', () => 'postgres://me:secret@host/db', 'PGPASSWORD'],
	])('%s', async (_, location, message) => {
		const {code, out, error} = await runProgram([location()]);
		expect({code, out}).toEqual({code: 3, out: ''});
		expect(error).toContain(message);
		expect(error).not.toContain('secret');
		expect(error).toMatch(/^boardwalk: [^\n]+\n$/);
	});
});

test('prints the overview where there is no terminal, and of ./strategy.json without a name', async () => {
	const named = await runProgram([file]);
	expect(named).toMatchObject({code: 0, error: ''});
	expect(named.out).toMatch(/^Digital Strategy\n=+\n/);
	const own = scratchFolder();
	writeFileSync(path.join(own, 'strategy.json'), readFileSync(file));
	expect((await runProgram([], {cwd: own})).out).toBe(named.out);
	const demo = await runProgram(['--demo']);
	expect(demo.out).toMatch(/^IMT Strategy 2019–2022\n/);
});

test('logs the name that was claimed beside the user, flags before the command or after it', async () => {
	const own = fileOf(folder, afterMeeting(), 'claimed.json');
	await runProgram(['--as', 'Secretary', 'status', own, 'P1-03', 'delivered']);
	const {out} = await runProgram(['log', own, '--limit', '1', '--format', 'json']);
	expect(JSON.parse(out)).toMatchObject({
		actor: {name: 'Secretary', user: expect.any(String) as string},
	});
});

test('no page, help or message tells anybody to start it by npx, which runs whatever is called so', async () => {
	const root = path.join(import.meta.dirname, '..', '..');
	const pages = ['docs', 'data', 'source', 'bin', 'scripts']
		.flatMap((folder) =>
			readdirSync(path.join(root, folder), {recursive: true, encoding: 'utf8'}).map((name) =>
				path.join(folder, name),
			),
		)
		.filter((name) => /\.(?:md|js|tsx?)$/.test(name))
		.concat('README.md');
	const told = pages.filter((page) =>
		/npx (?:-\S+ )*boardwalk/.test(readFileSync(path.join(root, page), 'utf8')),
	);
	expect(told).toEqual([]);
});

test('refuses a name that would push the login out of sight, and takes a claim on one line', async () => {
	const long = await runProgram(['status', file, 'P1-03', 'delivered', '--as', 'C'.repeat(81)]);
	expect(long).toMatchObject({code: 2, out: ''});
	expect(long.error).toBe('boardwalk: --as: a name has at most 80 characters\n');
	const own = fileOf(folder, afterMeeting(), 'spaced.json');
	const name = '  Board \n\t Secretary\u202e  ';
	await runProgram(['status', own, 'P1-03', 'delivered', '--as', name]);
	const {out} = await runProgram(['log', own, '--limit', '1', '--format', 'json']);
	expect(JSON.parse(out)).toMatchObject({actor: {name: 'Board Secretary\ufffd'}});
});

test('ends quietly when its reader has seen enough', async () => {
	const database = afterMeeting();
	const [project] = database.projects;
	if (!project) throw new Error('no project');
	const projects = Array.from({length: 5000}, (_, index) => ({...project, id: `X-${index}`}));
	const own = fileOf(
		folder,
		{...database, projects: [...database.projects, ...projects]},
		'big.json',
	);
	const {code, error} = await runProgram(['projects', own], {head: true});
	expect({code, error}).toEqual({code: 0, error: ''});
});

test('reads acts from standard input', async () => {
	const own = fileOf(folder, afterMeeting(), 'acts.json');
	const input = '{"kind":"project/update","id":"P1-01","note":"é 😀"}\n';
	expect((await runProgram(['apply', own], {input})).out).toMatch(
		/^applied 1 act; revision \d+\n$/,
	);
});

test('does not write to a file that is read-only', async () => {
	const own = fileOf(folder, afterMeeting(), 'fixed.json');
	chmodSync(own, 0o444);
	const before = readFileSync(own, 'utf8');
	const {code, error} = await runProgram(['status', own, 'P1-03', 'delivered']);
	// The system's administrator may write everywhere.
	if (process.getuid?.() === 0) return;
	expect(code).toBe(1);
	expect(error).toMatch(/^boardwalk: [^\n]+\n$/);
	expect(readFileSync(own, 'utf8')).toBe(before);
});

test('sends no control characters to a terminal, whatever the database holds', async () => {
	const evil = '\u001b]0;owned\u0007\u009b31m\u202etxt\r\n# x';
	const base = afterMeeting();
	const projects = base.projects.map((project) => ({...project, title: `${project.title}${evil}`}));
	const actions = base.actions.map((action) => ({...action, text: evil, owner: evil}));
	const own = fileOf(folder, {...base, projects, actions}, 'evil.json');
	const results = [
		await runProgram([own]),
		await runProgram(['status', own, evil, 'delivered']),
		...(await Promise.all(
			[
				['log', own],
				['actions', own],
				['projects', own],
				['projects', own, '--format', 'csv'],
				['minutes', own],
				['minutes', own, '--format', 'text'],
				['minutes', own, '--format', 'json'],
				['review', own, '--format', 'text'],
				['check', own],
				['status', own, 'P1-01', 'cancelled'],
			].map((args) => run(args)),
		)),
	];
	for (const {out, error} of results) {
		expect((out + error).replaceAll('\r\n', '\n')).not.toMatch(control);
		expect(out + error).not.toMatch(/\u202e/);
	}
});
