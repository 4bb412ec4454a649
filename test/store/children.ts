// Programs in processes of their own, awaited by what they say.
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import type {Attempt, Result} from './programs/attempt.ts';

export class Child {
	readonly process: ChildProcess;
	readonly #ended: Promise<unknown>;
	readonly #lines: AsyncIterator<string>;
	#errors = '';

	constructor(command: string, args: string[]) {
		this.process = spawn(command, args, {stdio: ['pipe', 'pipe', 'pipe']});
		this.#ended = once(this.process, 'close');
		const {stdout, stderr} = this.process;
		stderr?.setEncoding('utf8').on('data', (text: string) => (this.#errors += text));
		const lines = createInterface({input: stdout as NodeJS.ReadableStream});
		this.#lines = lines[Symbol.asyncIterator]();
	}

	/** The next line, or undefined at the end; throws when the program wrote to standard error. */
	async line(): Promise<string | undefined> {
		const {done, value} = await this.#lines.next();
		if (!done) return value;
		await this.#ended;
		if (this.#errors !== '') throw new Error(this.#errors);
		return undefined;
	}

	/** Tells the program something, on a line. */
	say(line: string): void {
		this.process.stdin?.write(`${line}\n`);
	}

	/** All lines that are still to come. */
	async rest(): Promise<string[]> {
		const lines: string[] = [];
		for (let line = await this.line(); line !== undefined; line = await this.line())
			lines.push(line);
		return lines;
	}

	async kill(): Promise<void> {
		this.process.kill('SIGKILL');
		await this.#ended;
	}
}

const started = new Set<Child>();

const pathOf = (program: string): string =>
	fileURLToPath(new URL(`programs/${program}.ts`, import.meta.url));

/** Starts one of the programs beside this file. */
export function start(
	program: 'writer' | 'attempt' | 'holder' | 'present',
	...args: string[]
): Child {
	const child = new Child(process.execPath, [pathOf(program), ...args]);
	started.add(child);
	return child;
}

/** Runs the program `attempt`; `limit` is the most bytes that it may write to a file. */
export async function attempt(what: Attempt, limit?: number): Promise<Result> {
	const command = [process.execPath, pathOf('attempt'), JSON.stringify(what)];
	const child =
		limit === undefined
			? start('attempt', JSON.stringify(what))
			: // The unit of ulimit is a block of 512 bytes. Node ignores the signal that comes with it.
				new Child('sh', ['-c', `ulimit -f ${Math.ceil(limit / 512)}; exec "$@"`, 'sh', ...command]);
	started.add(child);
	return JSON.parse((await child.line()) ?? '') as Result;
}

/** Ends what still runs. For afterEach. */
export async function killAll(): Promise<void> {
	await Promise.all([...started].map((child) => child.kill()));
	started.clear();
}
