// The programs that are measured: the application and, as its floor, the minimal Ink list.
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {rolldown} from 'rolldown';
import {bundle, output} from '../scripts/build.js';
import type {Database} from './generate.ts';
import {Probe} from './terminal.ts';
import type {Screen, Size} from './terminal.ts';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export type Program = {
	name: string;
	/** What follows `node` to open this database. */
	open: (database: Database) => string[];
	/** A text that is on the first usable screen and not before. */
	ready: RegExp;
	/** The keys that lead from there to the list of projects; none when it is there already. */
	list: string[];
	/** Sub-commands that draw no screen. */
	commands: (database: Database) => {name: string; args: string[]}[];
};

export const hello: Program = {
	name: 'node -e hello',
	open: () => ['-e', 'console.log("hello")'],
	ready: /hello/,
	list: [],
	commands: () => [{name: 'node -e hello', args: ['-e', 'console.log("hello")']}],
};

/** What follows `node` to run the built program. */
export const boardwalk = path.join(root, 'bin', 'boardwalk.js');

export const application: Program = {
	name: 'boardwalk',
	open: ({file}) => [boardwalk, file],
	ready: /Priorit/,
	list: ['3'],
	commands: ({file}) => [
		{name: 'boardwalk status --help', args: [boardwalk, 'status', '--help']},
		{name: 'boardwalk decisions', args: [boardwalk, 'decisions', file]},
	],
};

/** Builds the minimal list exactly as the application is built, and starts it in the same way. */
export async function minimalList(): Promise<Program> {
	// Inside the project, so that a package which stays external would still be found.
	const folder = path.join(root, 'node_modules', '.cache', 'benchmark');
	mkdirSync(folder, {recursive: true});
	const build = await rolldown(bundle({'minimal-list': 'benchmark/floor/minimal-list.tsx'}));
	await build.write({...output, dir: folder});
	await build.close();
	const start = path.join(folder, 'start.js');
	writeFileSync(path.join(folder, 'package.json'), '{"type": "module"}\n');
	writeFileSync(
		start,
		`import module from 'node:module';\nmodule.enableCompileCache();\nawait import('./minimal-list.js');\n`,
	);
	return {
		name: 'minimal Ink list',
		open: ({projects}) => [start, String(projects)],
		ready: /Minimal list/,
		list: [],
		commands: hello.commands,
	};
}

/** Starts a program in a pseudo-terminal, away from the tester's own settings and saved state. */
export function launch(program: Program, database: Database, size: Size): Probe {
	const state = path.dirname(database.file);
	return new Probe(program.open(database), size, environment(state));
}

/** Starts a program and waits until it is ready. */
export async function open(program: Program, database: Database, size: Size): Promise<Probe> {
	const probe = launch(program, database, size);
	await probe.ready(program.ready);
	await probe.settled();
	return probe;
}

/** Starts a program, opens its list of projects and waits until it is quiet. */
export async function openList(program: Program, database: Database, size: Size): Promise<Probe> {
	const probe = await open(program, database, size);
	for (const key of program.list) await probe.press(key);
	await probe.shows((screen) => selected(screen) !== undefined, 'No project is selected');
	await probe.settled();
	return probe;
}

/**
 * The id of the project that is selected on a screen: a bar of inverse colours across its row, or
 * a pointer before it. Undefined when there is none.
 */
export function selected(screen: Screen): string | undefined {
	const marked = screen.filter(({text, inverse}) => inverse || /^[\s│┃|]*[>❯▸▶›➤]/.test(text));
	for (const {text} of marked) {
		const id = /\bP\d+-\d+\b/.exec(text)?.[0];
		if (id) return id;
	}
	return undefined;
}

/** The environment of everything that is measured; `state` is a scratch folder. */
export function environment(state: string): NodeJS.ProcessEnv {
	const {PATH, TMPDIR, HOME} = process.env;
	return {
		PATH,
		HOME,
		...(TMPDIR && {TMPDIR}),
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		XDG_STATE_HOME: state,
		XDG_CONFIG_HOME: state,
	};
}
