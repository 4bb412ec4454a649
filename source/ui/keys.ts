import type {Key as InkKey} from 'ink';
import {walk} from './text/graphemes.ts';

/**
 * One key press: the grapheme it types ('a', 'A', ' ', '👍'), or a name: enter, escape, tab,
 * backspace, delete, up, down, left, right, home, end, pageup, pagedown, f1. Modifiers stand before,
 * in this order: ctrl+ alt+ shift+ ('ctrl+a', 'alt+b', 'shift+tab', 'ctrl+left'). Shift is not named
 * with a grapheme: 'A', 'alt+A'.
 */
export type Key = string;

/**
 * Splits what Ink's `useInput` hands over into single keys, in order. Several keys arrive as one
 * input when the line is slow or a key is held ('jjj', 'x\r'), then without any flag set.
 *
 * What Ink does not tell apart:
 * - all function keys, Insert and the keypad's 5: each arrives as an empty input, here 'f1';
 * - Backspace, Ctrl+H and mostly Ctrl+Backspace: here 'backspace' (DEL and BS alike);
 * - Escape and then a key within 20 ms, and Alt with that key: here 'alt+…'.
 */
export function keysFrom(input: string, key: InkKey): Key[] {
	if (key.eventType === 'release') return [];
	const name = nameOf(key) ?? (input === '' ? 'f1' : undefined);
	if (name === 'escape' && key.meta) return ['escape', 'escape']; // Pressed twice, in one chunk.
	// Some terminals send Alt with a special key as Meta, which Ink takes for Super.
	const alt = key.meta || (name !== undefined && key.super) ? 'alt+' : '';
	const ctrl = key.ctrl ? 'ctrl+' : '';
	if (name) return [`${ctrl}${alt}${key.shift ? 'shift+' : ''}${name}`];
	if (key.super || key.hyper) return [];
	return split(input).map((single) => `${ctrl}${alt}${single}`);
}

function nameOf(key: InkKey): Key | undefined {
	if (key.return) return 'enter';
	if (key.escape) return 'escape';
	if (key.tab) return 'tab';
	if (key.backspace) return 'backspace';
	if (key.delete) return 'delete';
	if (key.upArrow) return 'up';
	if (key.downArrow) return 'down';
	if (key.leftArrow) return 'left';
	if (key.rightArrow) return 'right';
	if (key.home) return 'home';
	if (key.end) return 'end';
	if (key.pageUp) return 'pageup';
	return key.pageDown ? 'pagedown' : undefined;
}

/** One key for every grapheme and every control character; a pasted \r\n is one Enter. */
function split(input: string): Key[] {
	const keys: Key[] = [];
	walk(input, 0, input.length, (from, to) => {
		const code = input.charCodeAt(from);
		if (code >= 0x20 && (code < 0x7f || code > 0x9f)) keys.push(input.slice(from, to));
		else if (code < 0x80) keys.push(controlKey(code));
		return true;
	});
	return keys;
}

/** The key that sends a control character: 1 is Ctrl+A, 10 ('\n') Ctrl+J. */
function controlKey(code: number): Key {
	if (code === 0x0d) return 'enter';
	if (code === 0x09) return 'tab';
	if (code === 0x08 || code === 0x7f) return 'backspace';
	if (code === 0x1b) return 'escape';
	if (code === 0) return 'ctrl+ ';
	return `ctrl+${String.fromCharCode(code + (code <= 26 ? 96 : 64))}`;
}
