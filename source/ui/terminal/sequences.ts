// The sequences that keyboards send, and the keys that they stand for. Whatever is not here is not a key:
// what a terminal reports about itself (its version, colours, focus, the cursor's place, the mouse) must not act.
import type {Key} from '../keys.ts';

/** The key that sends a control character: 1 is Ctrl+A, 10 ('\n') Ctrl+J. */
export function controlKey(code: number): Key {
	if (code === 0x0d) return 'enter';
	if (code === 0x09) return 'tab';
	if (code === 0x08 || code === 0x7f) return 'backspace';
	if (code === 0x1b) return 'escape';
	if (code === 0) return 'ctrl+ ';
	return `ctrl+${String.fromCharCode(code + (code <= 26 ? 96 : 64))}`;
}

const letters = new Map([
	['A', 'up'],
	['B', 'down'],
	['C', 'right'],
	['D', 'left'],
	['F', 'end'],
	['H', 'home'],
	['P', 'f1'],
	['Q', 'f2'],
	['S', 'f4'],
]);

/** Only behind `ESC O`: F3 behind `ESC [` is where the cursor stands, and the keypad sends more there. */
const keypad = new Map([
	['M', 'enter'],
	['R', 'f3'],
]);

const linuxConsole = new Map(Array.from('ABCDE', (letter, index) => [letter, `f${index + 1}`]));

const numbers = new Map([
	[1, 'home'],
	[2, 'insert'],
	[3, 'delete'],
	[4, 'end'],
	[5, 'pageup'],
	[6, 'pagedown'],
	[7, 'home'],
	[8, 'end'],
	...[11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24].map(
		(number, index) => [number, `f${index + 1}`] as const,
	),
]);

const arrows = new Map([
	['a', 'up'],
	['b', 'down'],
	['c', 'right'],
	['d', 'left'],
]);

/** Keys that newer keyboards send by the number of their character. */
const named = new Map([
	[9, 'tab'],
	[13, 'enter'],
	[27, 'escape'],
	[127, 'backspace'],
	[57_414, 'enter'],
]);

/** The key of `ESC [ body final`, or undefined: it is none. */
export function keyOfCsi(body: string, final: string): Key | undefined {
	if (body.startsWith('[')) return consoleKey(body.slice(1), final);
	if (final === 'Z') return body === '' || body === '1' ? 'shift+tab' : undefined;
	const found = /^(\d*)(?::[\d:]*)?(?:;(\d+)(?::(\d+))?)?(?:;([\d:]+))?$/.exec(body);
	if (!found) return undefined;
	const [, first = '', modifiers = '1', event, third] = found;
	if (event === '3') return undefined; // Let go.
	const number = Number(first);
	if (final === 'u') return charKey(number, modifiers);
	if (final === '~' && number === 27 && third !== undefined)
		return charKey(Number(third), modifiers);
	if (third !== undefined) return undefined;
	if (final === '~') return withModifiers(numbers.get(number), modifiers);
	if (arrows.has(final)) return body === '' ? `shift+${arrows.get(final)}` : undefined;
	if ('^$@'.includes(final) && modifiers === '1') {
		return withModifiers(numbers.get(number), {'^': '5', $: '2', '@': '6'}[final] ?? '1');
	}
	// F1 and the like send a letter here only with a modifier; alone it is something else.
	if ('PQS'.includes(final) && !body.includes(';')) return undefined;
	return first === '' || first === '1' ? withModifiers(letters.get(final), modifiers) : undefined;
}

/** The key of `ESC O body final`, or undefined: it is none. */
export function keyOfSs3(body: string, final: string): Key | undefined {
	if (body === '' && arrows.has(final)) return `ctrl+${arrows.get(final)}`;
	const modifiers = /^(?:1;)?(\d+)?$/.exec(body);
	return modifiers
		? withModifiers(letters.get(final) ?? keypad.get(final), modifiers[1])
		: undefined;
}

/** `ESC [ [ A` is F1 on the Linux console, `ESC [ [ 5 ~` Page Up on an old Cygwin. */
const consoleKey = (body: string, final: string): Key | undefined =>
	final === '~' ? numbers.get(Number(body)) : body === '' ? linuxConsole.get(final) : undefined;

/** A name with its modifiers before it, of which the number tells: one more than the bits. */
function withModifiers(name: string | undefined, number = '1'): Key | undefined {
	const {ctrl, alt, shift, isForeign} = modifiersOf(number);
	if (name === undefined || isForeign) return undefined;
	return `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? 'shift+' : ''}${name}`;
}

function modifiersOf(number: string) {
	const bits = Number(number) - 1;
	return {
		shift: (bits & 1) > 0,
		// Some terminals send Alt with a special key as Meta, which is the bit of another key since.
		alt: (bits & (2 | 8 | 32)) > 0,
		ctrl: (bits & 4) > 0,
		isForeign: bits < 0 || bits > 255 || (bits & 16) > 0,
	};
}

/** A key that is sent by its character's number. Command or Windows with it is somebody else's. */
function charKey(code: number, modifiers: string): Key | undefined {
	const name = named.get(code);
	const bits = Number(modifiers) - 1;
	if ((bits & (8 | 16)) > 0 || bits < 0 || bits > 255) return undefined;
	if (name !== undefined) return withModifiers(name, modifiers);
	const isCharacter = (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0xd800);
	if (!isCharacter) return undefined;
	const {ctrl, alt, shift} = modifiersOf(modifiers);
	const character = String.fromCharCode(code);
	return `${ctrl ? 'ctrl+' : ''}${alt ? 'alt+' : ''}${shift ? character.toUpperCase() : character}`;
}
