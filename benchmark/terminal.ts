// A program in a pseudo-terminal, observed as raw bytes with the time at which each chunk arrived.
// Nothing is interpreted while something is being timed; screen() does that afterwards.
import {createRequire} from 'node:module';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import type {Terminal} from '@xterm/headless';
import {now, pause} from './samples.ts';

// @xterm/headless has no named ES-module export.
const headless: {Terminal: typeof Terminal} = createRequire(import.meta.url)('@xterm/headless');

export type Size = {columns: number; rows: number};
export type Screen = {text: string; inverse: boolean}[];
/** One key: milliseconds from its write to the last byte of what it changed, and those bytes. */
export type Press = {time: number; bytes: number};

const frameStart = '\u001B[?2026h';
const frameEnd = '\u001B[?2026l';
/** Longer than one frame at 120 a second: a second frame caused by the same key still counts. */
const quiet = 15;
const patience = 10_000;

const running = new Set<number>();

/** Ends at once every program that is still running. */
export function killAll() {
	for (const pid of running) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {}
	}
}
process.on('exit', killAll);

export class Probe {
	readonly started = now();
	readonly pid: number;
	/** When the last byte arrived, and how many came since the start. */
	last = this.started;
	received = 0;
	readonly #pty;
	readonly #chunks: Buffer[] = [];
	readonly #exited: Promise<void>;
	readonly #size: Size;
	#screen: Terminal | undefined;
	/** The beginning of a question that has not come whole. */
	#unread = '';
	#listener: () => void = () => {};

	/** Starts `node`, or another program, with these arguments. */
	constructor(
		args: string[],
		size: Size,
		environment: NodeJS.ProcessEnv,
		command = process.execPath,
	) {
		this.#size = size;
		this.#pty = spawn(command, args, {
			cols: size.columns,
			rows: size.rows,
			env: environment,
			encoding: null,
		});
		this.pid = this.#pty.pid;
		running.add(this.pid);
		this.#pty.onData((data) => {
			this.last = now();
			// Typed as text, but without an encoding it is bytes.
			const bytes = Buffer.from(data);
			this.received += bytes.length;
			this.#chunks.push(bytes);
			this.#answer(bytes.toString('latin1'));
			this.#listener();
		});
		this.#exited = new Promise((resolve) => {
			this.#pty.onExit(() => {
				running.delete(this.pid);
				resolve();
			});
		});
	}

	/** Says that it is well, as every terminal does when it comes to the question. */
	#answer(text: string) {
		const asked = this.#unread + text;
		for (const _ of asked.matchAll(/\u001B\[5n/g)) this.#pty.write('\u001B[0n');
		this.#unread = /\u001B(?:\[5?)?$/.exec(asked)?.[0] ?? '';
	}

	/** Waits for the end of the first frame with this text. @returns milliseconds since the start */
	async ready(pattern: RegExp): Promise<number> {
		const isReady = () => {
			const output = Buffer.concat(this.#chunks).toString();
			const drawn = output.includes(frameStart)
				? output.slice(0, output.lastIndexOf(frameEnd) + 1)
				: output;
			return pattern.test(plain(drawn));
		};
		await this.#until(isReady, `${String(pattern)} did not appear`);
		return this.last - this.started;
	}

	write(keys: string) {
		this.#pty.write(keys);
	}

	/** Writes a key and waits until its frame is complete and nothing more follows. */
	async press(key: string): Promise<Press> {
		const before = this.received;
		const pressed = now();
		this.write(key);
		await this.#until(() => this.received > before, `nothing changed after the key ${key}`);
		await this.settled();
		return {time: this.last - pressed, bytes: this.received - before};
	}

	/**
	 * Waits until the screen is as it should be, looking at it after every frame. Interpreting the
	 * frames takes a little of the machine: press() is the finer instrument where nothing else draws.
	 * @returns when the last byte of that frame arrived
	 */
	async shows(condition: (screen: Screen) => boolean, complaint: string): Promise<number> {
		const deadline = now() + patience;
		for (;;) {
			const {last, received} = this;
			if (this.#isBetweenFrames() && condition(await this.screen())) return last;
			await this.#until(() => this.received > received || now() > deadline, complaint);
			if (now() > deadline) throw new Error(complaint);
		}
	}

	/** Waits until the terminal has been quiet, never in the middle of a frame. */
	async settled() {
		let waited = 0;
		for (;;) {
			const rest = this.last + quiet - now();
			if (rest > 0) {
				await pause(Math.ceil(rest));
			} else if (this.#isBetweenFrames() || waited > patience) {
				return;
			} else {
				waited += quiet;
				await pause(quiet);
			}
		}
	}

	/**
	 * What the terminal shows now, a line each, and whether a bar of inverse colours is drawn on it.
	 * To be asked between frames.
	 */
	async screen(): Promise<Screen> {
		const {columns, rows} = this.#size;
		this.#screen ??= new headless.Terminal({cols: columns, rows, allowProposedApi: true});
		const screen = this.#screen;
		const bytes = Buffer.concat(this.#chunks);
		this.#chunks.splice(0, this.#chunks.length);
		await new Promise<void>((resolve) => {
			screen.write(bytes, resolve);
		});
		return Array.from({length: rows}, (_, y) => {
			const line = screen.buffer.active.getLine(y);
			const inverse = Array.from({length: columns}, (_, x) => line?.getCell(x)?.isInverse() ?? 0);
			return {
				text: line?.translateToString(true) ?? '',
				inverse: inverse.filter(Boolean).length > columns / 4,
			};
		});
	}

	/** Quits by key, so that the program can save its compile cache; by a signal if it stays. */
	async end() {
		const attempts = [
			() => this.write('q'),
			() => this.#kill('SIGTERM'),
			() => this.#kill('SIGKILL'),
		];
		for (const attempt of attempts) {
			if (!running.has(this.pid)) break;
			attempt();
			await Promise.race([this.#exited, pause(1500)]);
		}
		this.#screen?.dispose();
	}

	#kill(signal: NodeJS.Signals) {
		process.kill(this.pid, signal);
	}

	#isBetweenFrames(): boolean {
		const output = Buffer.concat(this.#chunks.slice(-200)).toString('latin1');
		return output.lastIndexOf(frameEnd) >= output.lastIndexOf(frameStart);
	}

	async #until(condition: () => boolean, complaint: string) {
		if (condition()) return;
		let timer: NodeJS.Timeout | undefined;
		try {
			await new Promise<void>((resolve, reject) => {
				this.#listener = () => {
					if (condition()) resolve();
				};
				timer = setTimeout(() => reject(new Error(complaint)), patience);
				void this.#exited.then(() => reject(new Error(`${complaint}: the program ended`)));
			});
		} catch (error) {
			const screen = await this.screen();
			throw new Error(`The screen was\n${screen.map(({text}) => text).join('\n')}`, {cause: error});
		} finally {
			clearTimeout(timer);
			this.#listener = () => {};
		}
	}
}

const plain = (output: string) => output.replaceAll(/\u001B(?:\[[\d;?]*[a-zA-Z]|[=>78])/g, '');
