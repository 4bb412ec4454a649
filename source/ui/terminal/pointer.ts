/** What a pointer did and over which cell, from 0: pressed its first button, or turned its wheel by one notch. */
export type Pointer = {pointer: 'click' | 'up' | 'down'; column: number; row: number};

/** The buttons that mean anything: the first one, and the wheel's two ways. With Shift or Ctrl they are the terminal's. */
const buttons = new Map<string, Pointer['pointer']>([
	['0', 'click'],
	['64', 'up'],
	['65', 'down'],
]);

/** What `ESC [ body final` tells of a pointer (SGR, mode 1006), or undefined: nothing. Letting go means nothing. */
export function pointerOf(body: string, final: string): Pointer | undefined {
	const [, button = '', x, y] = /^<(\d{1,3});(\d{1,4});(\d{1,4})$/.exec(body) ?? [];
	const pointer = final === 'M' ? buttons.get(button) : undefined;
	const [column, row] = [Number(x) - 1, Number(y) - 1];
	return pointer && column >= 0 && row >= 0 ? {pointer, column, row} : undefined;
}
