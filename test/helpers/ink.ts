// Ink's drawing without a terminal: frames as texts, bytes as keys. The size is there from the start, as in a
// terminal; where a stream has none Ink asks the system, which starts a program or two for every frame.
import {EventEmitter} from 'node:events';
import {render as draw} from 'ink';
import type {ReactNode} from 'react';
import {onTestFinished} from 'vitest';

class Screen extends EventEmitter {
	columns: number;
	rows: number;
	frame = '';

	constructor(columns: number, rows: number) {
		super();
		this.columns = columns;
		this.rows = rows;
	}

	write(frame: string): void {
		this.frame = frame;
	}
}

class Keyboard extends EventEmitter {
	readonly isTTY = true;
	#data: string | null = null;

	send(bytes: string): void {
		this.#data = bytes;
		this.emit('readable');
	}

	read(): string | null {
		const data = this.#data;
		this.#data = null;
		return data;
	}

	setEncoding(): void {}
	setRawMode(): void {}
	ref(): void {}
	unref(): void {}
}

/** Draws a tree until the test is over; every change is drawn at once, in whole frames. */
export function render(tree: ReactNode, {columns = 100, rows = 24} = {}) {
	const screen = new Screen(columns, rows);
	const keyboard = new Keyboard();
	const instance = draw(tree, {
		// Of a stream Ink uses no more than this.
		stdout: screen as unknown as NodeJS.WriteStream,
		stderr: new Screen(columns, rows) as unknown as NodeJS.WriteStream,
		stdin: keyboard as unknown as NodeJS.ReadStream,
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	const leave = () => instance.unmount();
	onTestFinished(leave);
	return {
		/** The newest frame. */
		frame: () => screen.frame,
		/** Bytes as a terminal sends them. */
		send: (bytes: string) => keyboard.send(bytes),
		resize(width: number, height: number) {
			screen.columns = width;
			screen.rows = height;
			screen.emit('resize');
		},
		leave,
	};
}
