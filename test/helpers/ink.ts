// Drawing without a terminal, by ink-testing-library: frames as texts, every change drawn at once and whole.
import {Text} from 'ink';
import {render as draw} from 'ink-testing-library';
import {createElement, type ReactElement} from 'react';
import {onTestFinished} from 'vitest';

type Size = {columns: number; rows: number};

const sized = (of: () => Size): PropertyDescriptorMap => ({
	columns: {get: () => of().columns, configurable: true},
	rows: {get: () => of().rows, configurable: true},
});

// The library's terminal is 100 columns wide and of no height, for which Ink asks the system, which starts a program
// or two for every frame. It must have its size from the start, as a real one has; so all of them get it here.
let first: Size = {columns: 100, rows: 24};
const {stdout, unmount} = draw(createElement(Text));
Object.defineProperties(
	Object.getPrototypeOf(stdout),
	sized(() => first),
);
unmount();

/** Draws a tree until the test is over. */
export function render(tree: ReactElement, {columns = 100, rows = 24} = {}) {
	let size = {columns, rows};
	first = size;
	const {stdout, frames, lastFrame, unmount} = draw(tree);
	Object.defineProperties(
		stdout,
		sized(() => size),
	);
	const leave = () => {
		unmount();
		// The library holds on to whatever it has drawn.
		frames.length = 0;
	};
	onTestFinished(leave);
	return {
		/** The newest frame. */
		frame: () => lastFrame() ?? '',
		resize(width: number, height: number) {
			size = {columns: width, rows: height};
			stdout.emit('resize');
		},
		leave,
	};
}
