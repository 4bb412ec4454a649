// The only file that touches argv, exit codes and signals. Arguments are split by Node's own parseArgs:
// meow adds more than the whole start-up time of Node to every command, for it loads what reads and
// normalises package.json. Whatever a command needs besides is loaded when it is called.
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {hostname, userInfo} from 'node:os';
import path from 'node:path';
import type {Importer} from './ui/paper.ts';
import {checkCount, parseFlags} from './commands/arguments.ts';
import {type Command, commonFlags, type Context} from './commands/command.ts';
import {commands} from './commands/table.ts';
import {clean} from './domain/clean.ts';
import type {Who} from './store/store.ts';

/** The user's groups, once they have been asked for. */
let groups: string[] | undefined;

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
// The reader of a pipe may have seen enough (`boardwalk log db | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(0);
	fail(Object.assign(new Error(`cannot write the output: ${error.message}`), {name: 'Refusal'}));
});

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	process.exitCode = report(error);
}

/** For what nobody caught: one line, and out. */
function fail(error: unknown): void {
	process.exit(report(error));
}

/** Says in one line on standard error what went wrong; returns the exit code. */
function report(error: unknown): number {
	const {name, message} = error instanceof Error ? error : new Error(String(error));
	const foreseen = ['WrongUsage', 'Refusal', 'Unusable'].includes(name);
	const said = foreseen ? message : `unexpected: ${message} (please report)`;
	process.stderr.write(`boardwalk: ${clean(said)}\n`);
	return name === 'WrongUsage' ? 2 : 1;
}

async function main(args: string[]): Promise<number> {
	const name = parseFlags(args, commonFlags, {lenient: true}).positionals[0] ?? '';
	if (!Object.hasOwn(commands, name)) return screens(args);
	const {default: command} = (await commands[name]?.()) ?? {};
	return command ? run(command, args) : 2;
}

async function run(command: Command, args: string[]): Promise<number> {
	const {positionals, flags} = parseFlags(args, {...command.flags, ...commonFlags});
	if (flags['help']) {
		const {commandHelp} = await import('./commands/help.ts');
		process.stdout.write(commandHelp(command));
		return 0;
	}
	const found = positionals.slice(1);
	checkCount(found, command.name, command.usage);
	return command.run(contextOf(found, flags));
}

async function screens(args: string[]): Promise<number> {
	const {mainHelp, screenFlags} = await import('./commands/help.ts');
	const {positionals, flags} = parseFlags(args, screenFlags);
	if (flags['help']) {
		process.stdout.write(await mainHelp());
		return 0;
	}
	if (flags['version']) {
		process.stdout.write(`${version()}\n`);
		return 0;
	}
	const {showScreens} = await import('./commands/screens.ts');
	return showScreens({
		...contextOf(positionals, flags),
		commands,
		importer: {
			read: async (...asked) => (await loadImporter()).read(...asked),
			complete: async (typed) => (await loadImporter()).complete(typed),
		},
		interactive: process.stdout.isTTY && process.stdin.isTTY,
		// Source and bundle both lie one folder below the project's.
		samples: path.join(import.meta.dirname, '..', 'data'),
	});
}

async function loadImporter(): Promise<Importer> {
	return (await import('./commands/importer.ts')).importer;
}

function version(): string {
	const text = readFileSync(path.join(import.meta.dirname, '..', 'package.json'), 'utf8');
	return (JSON.parse(text) as {version: string}).version;
}

function contextOf(found: string[], flags: Context['flags']): Context {
	const {as} = flags;
	let session: string | undefined;
	return {
		arguments: found,
		flags,
		who: (): Who => ({
			actor: {
				user: userName(),
				host: hostname(),
				...(typeof as === 'string' && as.trim() ? {name: as.trim()} : {}),
			},
			session: (session ??= crypto.randomUUID().slice(0, 8)),
			// Asked for only where the database gives roles to groups.
			get groups() {
				return groupNames();
			},
		}),
		now: () => new Date().toISOString(),
		out: (content) => {
			process.stdout.write(content);
		},
		input: readInput,
		columns: process.stdout.isTTY ? process.stdout.columns : undefined,
	};
}

/** The operating-system user; one without an entry in the user table is known by number. */
function userName(): string {
	try {
		return userInfo().username;
	} catch {
		return process.env['USER'] ?? `uid ${process.getuid?.() ?? 'unknown'}`;
	}
}

/** The user's groups by name, as the operating system knows them, wherever it looks them up. */
function groupNames(): string[] {
	// Names may have spaces in them; where `id` cannot tell them apart otherwise (macOS), they do not.
	groups ??= askId(['-Gnz'])?.split('\0') ?? askId(['-Gn'])?.split(/\s+/) ?? [];
	return groups.filter(Boolean);
}

/** What `id` says; a group without a name is told by its number, and that alone is no failure. */
function askId(flags: string[]): string | undefined {
	const {error, stdout} = spawnSync('id', flags, {encoding: 'utf8', timeout: 5000});
	return error || stdout.trim() === '' ? undefined : stdout;
}

async function readInput(): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
