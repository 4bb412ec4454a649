// The built program at a real keyboard and screen, as a person has it: a database of their own in a
// folder of their own, keys in, text out.
import {execFile} from 'node:child_process';
import {constants} from 'node:fs';
import {
	access,
	copyFile,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	realpath,
	rm,
	writeFile,
} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {expect, onTestFinished, vi} from 'vitest';
import {check} from '../../source/domain/queries/check.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {openTerminal, type Options, type Terminal, type Wanted} from '../helpers/terminal.ts';

// Every wait says by itself what it waited for; this is only for what never ends.
vi.setConfig({testTimeout: 90_000});

export const root = path.join(import.meta.dirname, '..', '..');
export const launcher = path.join(root, 'bin', 'boardwalk.js');
const sample = path.join(root, 'data', 'lincolnshire-imt.json');

export const readSample = async (): Promise<Database> =>
	databaseSchema.parse(JSON.parse(await readFile(sample, 'utf8')));

/** A folder of a person's own, with a copy of the sample in it; gone when the test is over. */
export type Desk = {folder: string; file: string; env: Record<string, string>};

export async function desk(database?: Database): Promise<Desk> {
	const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'boardwalk-test-')));
	onTestFinished(() => rm(folder, {recursive: true, force: true}));
	const file = path.join(folder, 'strategy.json');
	if (database) await writeFile(file, `${JSON.stringify(database, undefined, 2)}\n`);
	else await copyFile(sample, file);
	await mkdir(path.join(folder, 'temporary'));
	// Nobody is here for the first time, unless a test says so.
	await mkdir(path.join(folder, 'state', 'boardwalk'), {recursive: true});
	await writeFile(path.join(folder, 'state', 'boardwalk', 'begun'), '');
	const env = {
		HOME: folder,
		XDG_STATE_HOME: path.join(folder, 'state'),
		TMPDIR: path.join(folder, 'temporary'),
		// Shared, or else every start would compile the program anew.
		NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'compiled'),
		COLORTERM: 'truecolor',
	};
	return {folder, file, env};
}

export type Person = Terminal & {
	/** Presses keys, then waits for what they bring about, which must not stand there yet. */
	do(keys: string | readonly string[], wanted: Wanted): Promise<string>;
	/** Types a text (no key's name) and waits until its end is seen. */
	type(text: string): Promise<string>;
	/** Leaves with `q` and gives back the exit code. */
	quit(): Promise<number>;
};

/** Sits down at a terminal; `args` are those of the program, by default the desk's database. */
export async function sitDown(
	{file, folder, env}: Desk,
	{
		args = [file],
		first = /Priorities/,
		...options
	}: Partial<Options> & {first?: Wanted | undefined} = {},
): Promise<Person> {
	const terminal = openTerminal({
		command: process.execPath,
		cwd: folder,
		...options,
		args: options.command === undefined ? [launcher, ...args] : args,
		env: {...env, ...options.env},
	});
	onTestFinished(() => terminal.dispose());
	const person: Person = {
		...terminal,
		async do(keys, wanted) {
			if (typeof keys === 'string') terminal.press(keys);
			else terminal.press(...keys);
			return terminal.waitFor(wanted);
		},
		async type(text) {
			terminal.press(text);
			return terminal.waitFor(text.slice(-20).trimEnd());
		},
		async quit() {
			terminal.press('q');
			const late = pause(20_000, undefined, {ref: false}).then((): never => {
				throw new Error(`q did not leave. The screen:\n${terminal.text()}`);
			});
			return (await Promise.race([terminal.exited, late])).exitCode;
		},
	};
	await terminal.waitFor(first);
	await terminal.ready();
	return person;
}

/** Waits until a draft that says something is on the disk, in this folder for what the program keeps. */
export async function kept(state: string, said: string): Promise<void> {
	const folder = path.join(state, 'boardwalk', 'drafts');
	const drafts = async () => {
		const names = await readdir(folder, {recursive: true}).catch((): string[] => []);
		const files = names.filter((name) => name.endsWith('.json'));
		// A newer one may just be taking its place.
		return Promise.all(
			files.map((name) => readFile(path.join(folder, name), 'utf8').catch(() => '')),
		);
	};
	await expect.poll(drafts).toContainEqual(expect.stringContaining(said));
}

/** The database as it stands in the file, after the file was seen to be a good one. */
export async function look(file: string): Promise<Database> {
	const database = databaseSchema.parse(JSON.parse(await readFile(file, 'utf8')));
	const [problem] = check(database);
	if (problem) throw new Error(`${file}: ${problem.message}`);
	return database;
}

export type Ran = {code: number; out: string; err: string};

/** Runs a program without a terminal. */
export function run(
	command: string,
	args: readonly string[],
	{env, cwd}: {env?: Record<string, string>; cwd?: string} = {},
): Promise<Ran> {
	return new Promise((resolve) => {
		execFile(
			command,
			[...args],
			{cwd, env: {PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env}},
			(error, out, err) => {
				const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
				resolve({code, out, err});
			},
		);
	});
}

/** Runs a sub-command of the built program. */
export const boardwalk = ({env, folder}: Desk, ...args: string[]): Promise<Ran> =>
	run(process.execPath, [launcher, ...args], {env, cwd: folder});

export const exists = (file: string): Promise<boolean> =>
	access(file, constants.F_OK).then(
		() => true,
		() => false,
	);

/** The row of the screen on which something stands. */
export const rowOf = (text: string, wanted: string): string =>
	text.split('\n').find((row) => row.includes(wanted)) ?? '';
