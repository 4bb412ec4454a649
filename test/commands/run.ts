// Commands as they are typed: in this process on real files, or through the real program.
import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {afterAll} from 'vitest';
import {checkCount, parseFlags} from '../../source/commands/arguments.ts';
import {commonFlags} from '../../source/commands/command.ts';
import {commands} from '../../source/commands/table.ts';
import type {Database} from '../../source/domain/schema/index.ts';

/** What was said on standard error besides why it failed is `warned`. */
export type Result = {code: number; out: string; error: string; warned?: string};

/** A folder of the test file's own, removed when its tests are over. */
export function scratchFolder(): string {
	const folder = mkdtempSync(path.join(os.tmpdir(), 'boardwalk-test-'));
	afterAll(() => rmSync(folder, {recursive: true, force: true}));
	return folder;
}

/** Writes a database, or any text, to a file and gives back its path. */
export function fileOf(folder: string, content: Database | string, name = 'strategy.json'): string {
	const file = path.join(folder, name);
	writeFileSync(
		file,
		typeof content === 'string' ? content : JSON.stringify(content, undefined, 2),
	);
	return file;
}

/** Makes fresh folders, each with a database in it, in a folder of the test file's own. */
export function freshFolders(): (content: Database | string) => {folder: string; file: string} {
	const root = scratchFolder();
	let folders = 0;
	return (content) => {
		const folder = path.join(root, String(++folders));
		mkdirSync(folder);
		return {folder, file: fileOf(folder, content)};
	};
}

/** Runs a command in this process; what it throws becomes what the program would make of it. */
export async function run(args: string[], {input = ''} = {}): Promise<Result> {
	const written: string[] = [];
	const warnings: string[] = [];
	const [name = ''] = args;
	try {
		const {default: command} = (await commands[name]?.()) ?? {};
		if (!command) throw new Error(`no command ${name}`);
		const {positionals, flags} = parseFlags(args, {...command.flags, ...commonFlags});
		checkCount(positionals.slice(1), command.name, command.usage);
		const code = await command.run({
			arguments: positionals.slice(1),
			flags,
			who: () => ({actor: {user: 'clerk', host: 'council'}, session: 'test'}),
			now: () => '2026-11-22T12:00:00.000Z',
			out: (content) =>
				written.push(
					typeof content === 'string' ? content : Buffer.from(content).toString('latin1'),
				),
			warn: (text) => warnings.push(text),
			input: async () => input,
			columns: undefined,
		});
		const warned = warnings.join('\n');
		return {code, out: written.join(''), error: '', ...(warned === '' ? {} : {warned})};
	} catch (error) {
		const {name: kind, message} = error as Error;
		if (!['WrongUsage', 'Refusal', 'Unusable'].includes(kind)) throw error;
		const code = kind === 'WrongUsage' ? 2 : kind === 'Unusable' ? 3 : 1;
		return {code, out: written.join(''), error: message};
	}
}

const program = path.join(import.meta.dirname, '..', '..', 'source', 'cli.ts');

/** Runs the program itself; with `head`, its reader leaves after the first piece of output. */
export function runProgram(
	args: string[],
	{input = '', cwd = os.tmpdir(), head = false} = {},
): Promise<Result> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [program, ...args], {cwd, env: {...process.env}});
		const out: string[] = [];
		const error: string[] = [];
		child.stdout.on('data', (chunk) => {
			out.push(String(chunk));
			if (head) child.stdout.destroy();
		});
		child.stderr.on('data', (chunk) => error.push(String(chunk)));
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === null) reject(new Error(`ended by ${signal}`));
			else resolve({code, out: out.join(''), error: error.join('')});
		});
		child.stdin.on('error', () => {});
		child.stdin.end(input);
	});
}
