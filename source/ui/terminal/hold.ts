import process from 'node:process';
import {watchStops} from './job.ts';
import {type Keyboard, setRaw} from './keyboard.ts';
import type {Draw, Stage} from './stage.ts';

/** Hears what becomes of the terminal. */
type HoldListener = {
	/** The program goes on after it was stopped. */
	resumed(): void;
	/** The terminal is gone. */
	gone(): void;
	/** The program ends, in whatever way: the last moment for what must not be lost. Never throws. */
	end(): void;
};

/**
 * The terminal for as long as the screens are open: taken at the start, lent to an editor, given to the shell that stops
 * the program, and left as it was found at the end: on leaving, on SIGINT, SIGTERM and SIGHUP, and whatever is thrown.
 */
export class Hold {
	readonly #stage: Stage;
	readonly #keyboard: Keyboard;
	readonly #listener: HoldListener;
	readonly #stdin = process.stdin;
	readonly #hear = (bytes: Buffer) => this.#keyboard.push(bytes);
	#isLent = false;
	#unwatch = () => {};

	constructor(stage: Stage, keyboard: Keyboard, listener: HoldListener) {
		this.#stage = stage;
		this.#keyboard = keyboard;
		this.#listener = listener;
	}

	/** Takes the terminal and shows the first frame. */
	begin(draw?: Draw): void {
		// Before anything is shown: whoever sees it may end the program at once.
		for (const signal of ['SIGHUP', 'SIGTERM', 'SIGINT'] as const) {
			process.once(signal, () => {
				this.#end();
				// As it would have ended without anybody listening.
				process.kill(process.pid, signal);
			});
		}
		// A sentence about what was thrown is to be read on the screen that the shell has.
		process.prependListener('uncaughtException', this.#end);
		process.prependListener('unhandledRejection', this.#end);
		process.prependListener('exit', this.#end);
		// Before the first frame: what is typed by then would be written across it.
		setRaw(this.#stdin, true);
		this.#stage.open(draw);
		this.#stdin.on('data', this.#hear);
		this.#stdin.on('end', this.#listener.gone);
		this.#stdin.on('error', this.#listener.gone);
		this.#unwatch = watchStops({give: () => this.#giveToShell(), take: () => this.#takeBack()});
	}

	/** Gives the terminal to another program as a shell would find it, and takes it back. */
	async lend(work: () => Promise<void>): Promise<void> {
		this.#isLent = true;
		await this.#stage.settled();
		this.#stage.give();
		setRaw(this.#stdin, false);
		this.#stdin.pause();
		try {
			await work();
		} finally {
			this.#keyboard.reset();
			setRaw(this.#stdin, true);
			this.#stdin.resume();
			this.#isLent = false;
			this.#stage.take();
		}
	}

	/** Leaves the terminal as it was found; nothing is heard of it any more. */
	close(): void {
		this.#unwatch();
		this.#stdin.off('data', this.#hear);
		this.#stdin.off('end', this.#listener.gone);
		this.#stdin.off('error', this.#listener.gone);
		this.#keyboard.reset();
		this.#stage.close();
		setRaw(this.#stdin, false);
		this.#stdin.pause();
	}

	#giveToShell(): void {
		if (this.#stage.isLent) return;
		this.#stage.give();
		setRaw(this.#stdin, false);
	}

	#takeBack(): void {
		if (this.#isLent) return;
		// What Node believes of the mode may no longer hold, and it sets none that it believes in.
		setRaw(this.#stdin, false);
		setRaw(this.#stdin, true);
		this.#keyboard.reset();
		this.#stage.take();
		this.#listener.resumed();
	}

	readonly #end = () => {
		this.#listener.end();
		this.#stage.close();
		setRaw(this.#stdin, false);
	};
}
