// Ink's drawing without a terminal: frames as texts. The size is there from the start, as in a
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

/** Draws a tree until the test is over; every change is drawn at once, in whole frames. */
export function render(tree: ReactNode, {columns = 100, rows = 24} = {}) {
	const screen = new Screen(columns, rows);
	const instance = draw(tree, {
		// Of a stream Ink uses no more than this.
		stdout: screen as unknown as NodeJS.WriteStream,
		stderr: new Screen(columns, rows) as unknown as NodeJS.WriteStream,
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	const leave = () => instance.unmount();
	onTestFinished(leave);
	return {
		/** The newest frame. */
		frame: () => screen.frame,
		resize(width: number, height: number) {
			screen.columns = width;
			screen.rows = height;
			screen.emit('resize');
		},
		leave,
	};
}
