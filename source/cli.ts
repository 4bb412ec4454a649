// The only file that touches argv, exit codes and signals. meow splits the arguments and lays out the help
// (commands/arguments.ts). Whatever a command needs besides is loaded when it is called.
import {hostname} from 'node:os';
import path from 'node:path';
import {whatRuns} from './build.ts';
import {checkCount, firstWord, parseFlags, usage} from './commands/arguments.ts';
import {type Command, commonFlags, type CommandContext, WrongUsage} from './commands/command.ts';
import {commands} from './commands/table.ts';
import {clean} from './domain/clean.ts';
import {ownAccount} from './store/account.ts';
import type {Who} from './store/store.ts';

/** The most that a name claimed with `--as` may hold, in UTF-16 units. */
const longestName = 80;

/** Where not 1: what was typed cannot be meant, what was named cannot be read. */
const exitCodes: Record<string, number> = {WrongUsage: 2, Unusable: 3};

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
// The reader of a pipe may have seen enough (`boardwalk log db | head`). What was asked for is done all the same, to
// its end, and the exit code is that of the work: nobody could tell half of it from the whole otherwise.
let isHeard = true;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	const said = new Error(`cannot write the output: ${error.message}`);
	const refusal = Object.assign(said, {name: 'Refusal'});
	if (process.stdout.isTTY) fail(refusal);
	if (isHeard && error.code !== 'EPIPE') {
		report(refusal);
		process.once('exit', () => (process.exitCode ||= 1));
	}
	isHeard = false;
});
process.stderr.on('error', () => {});

main(process.argv.slice(2)).then(
	(code) => (process.exitCode = code),
	(error: unknown) => (process.exitCode = report(error)),
);

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
	return exitCodes[name] ?? 1;
}

async function main(args: string[]): Promise<number> {
	const name = firstWord(args) ?? '';
	if (!Object.hasOwn(commands, name)) return screens(args);
	const {default: command} = (await commands[name]?.()) ?? {};
	return command ? run(command, args) : 2;
}

async function run(command: Command, args: string[]): Promise<number> {
	const {positionals, flags} = parseFlags(args, {...command.flags, ...commonFlags});
	if (flags['help']) {
		const {commandHelp} = await import('./commands/help.ts');
		process.stdout.write(usage(commandHelp(command)));
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
		process.stdout.write(usage(await mainHelp()));
		return 0;
	}
	if (flags['version']) {
		process.stdout.write(`${await version()}\n`);
		return 0;
	}
	const [{showScreens}, {holdLate, holdTrees}] = await Promise.all([
		import('./commands/screens.ts'),
		import('./commands/late.ts'),
	]);
	const late = holdLate();
	const isTerminal = process.stdout.isTTY && process.stdin.isTTY;
	return showScreens({
		...contextOf(positionals, flags),
		commands: Object.keys(commands),
		publish: async (...given) => (await late()).publish.run(...given),
		importer: {
			read: async (...asked) => (await late()).importer.read(...asked),
			complete: async (typed) => (await late()).importer.complete(typed),
		},
		trees: holdTrees(),
		interactive: isTerminal,
		// Source and bundle both lie one folder below the project's.
		samples: path.join(import.meta.dirname, '..', 'data'),
	});
}

/** What runs, from what was built: version, commit, the newest databases that it knows, and Node. */
async function version(): Promise<string> {
	const {schemaVersion} = await import('./domain/schema/values.ts');
	const {version: number, commit} = whatRuns();
	return `${number} (commit ${commit}, schema ${schemaVersion}, Node ${process.versions.node})`;
}

function contextOf(found: string[], flags: CommandContext['flags']): CommandContext {
	const name = claimedName(flags['as']);
	let session: string | undefined;
	return {
		arguments: found,
		flags,
		who(): Who {
			const account = ownAccount();
			return {
				actor: {user: account.user, host: hostname(), ...(name === '' ? {} : {name})},
				session: (session ??= sessionId()),
				// Asked for only where the database gives roles to groups.
				get groups() {
					return account.groups;
				},
				...(account.caution === undefined ? {} : {caution: account.caution}),
			};
		},
		now: () => new Date().toISOString(),
		out: (content) => {
			if (isHeard) process.stdout.write(content);
		},
		warn: (text) => {
			process.stderr.write(`boardwalk: ${clean(text)}\n`);
		},
		input: readInput,
		columns: process.stdout.isTTY ? process.stdout.columns : undefined,
	};
}

/**
 * Eight hexadecimal digits that no other session is likely to have. They tell sessions apart and keep no secret: what
 * makes better ones takes a tenth of a start to load.
 */
function sessionId(): string {
	return Math.floor(Math.random() * 2 ** 32)
		.toString(16)
		.padStart(8, '0');
}

/**
 * The name that is claimed with `--as`, on one line and of bounded length: the login that is told beside it must
 * not be pushed out of sight. Throws WrongUsage.
 */
function claimedName(as: unknown): string {
	const name = typeof as === 'string' ? clean(as).replaceAll(/\s+/g, ' ').trim() : '';
	if (name.length > longestName) {
		throw new WrongUsage(`--as: a name has at most ${longestName} characters`);
	}
	return name;
}

async function readInput(): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
