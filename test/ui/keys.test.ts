import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Key} from '../../source/ui/keys.ts';
import {Keyboard} from '../../source/ui/terminal/keyboard.ts';
import {anyText, graphemes} from './text/texts.ts';

/** A keyboard whose keys are noted, and all else as `paste: …`, `burst: …`, `said: …`. */
function terminal() {
	const keys: Key[] = [];
	const keyboard = new Keyboard({
		press: (...pressed) => void keys.push(...pressed),
		send: (event) =>
			void keys.push(`${event.kind}: ${'text' in event ? event.text : event.pointer}`),
	});
	return {keys, send: (bytes: string) => keyboard.push(Buffer.from(bytes))};
}

// What terminals send.
test.each<[string, string, Key[]]>([
	['letters', 'a', ['a']],
	['capitals', 'A', ['A']],
	['digits', '7', ['7']],
	['space', ' ', [' ']],
	['a held key in one chunk', 'jjj', ['j', 'j', 'j']],
	['a key and Enter in one chunk', 'x\r', ['x', 'enter']],
	['text and Enter and more', 'abc\rd', ['a', 'b', 'c', 'enter', 'd']],
	['a pasted Windows line break', 'a\r\nb', ['a', 'enter', 'b']],
	['Enter', '\r', ['enter']],
	['Enter on the keypad', '\u001bOM', ['enter']],
	['Alt+Enter', '\u001b\r', ['alt+enter']],
	['Ctrl+J', '\n', ['ctrl+j']],
	['Ctrl+J in a chunk', 'a\nb', ['a', 'ctrl+j', 'b']],
	['Tab', '\t', ['tab']],
	['Tab in a chunk', 'a\tb', ['a', 'tab', 'b']],
	['Shift+Tab', '\u001b[Z', ['shift+tab']],
	['Escape', '\u001b', ['escape']],
	['Escape twice', '\u001b\u001b', ['escape', 'escape']],
	['Escape twice and a key', '\u001b\u001bj', ['escape', 'escape', 'j']],
	['Backspace as DEL', '\u007f', ['backspace']],
	['Backspace as BS', '\b', ['backspace']],
	['Backspace held', '\u007f\u007f', ['backspace', 'backspace']],
	['Backspace in a chunk', 'ab\u007fc', ['a', 'b', 'backspace', 'c']],
	['Alt+Backspace', '\u001b\u007f', ['alt+backspace']],
	['Ctrl+Backspace where it can be told', '\u001b[127;5u', ['ctrl+backspace']],
	['Delete', '\u001b[3~', ['delete']],
	['Ctrl+Delete', '\u001b[3;5~', ['ctrl+delete']],
	['arrows', '\u001b[A\u001b[B\u001b[C\u001b[D', ['up', 'down', 'right', 'left']],
	['arrows in application mode', '\u001bOA\u001bOD', ['up', 'left']],
	['Ctrl+arrows', '\u001b[1;5D\u001b[1;5A', ['ctrl+left', 'ctrl+up']],
	['Ctrl+arrows of rxvt', '\u001bOd\u001bOc', ['ctrl+left', 'ctrl+right']],
	['Alt+arrows', '\u001b[1;3D\u001b\u001b[C', ['alt+left', 'alt+right']],
	['Alt+arrow as Meta', '\u001b[1;9D', ['alt+left']],
	['Ctrl+Shift+arrow', '\u001b[1;6C', ['ctrl+shift+right']],
	['Shift+arrow', '\u001b[1;2A', ['shift+up']],
	['Home and End', '\u001b[H\u001b[F\u001b[1~\u001b[4~', ['home', 'end', 'home', 'end']],
	['Ctrl+Home', '\u001b[1;5H', ['ctrl+home']],
	['Page Up and Down', '\u001b[5~\u001b[6~', ['pageup', 'pagedown']],
	['Ctrl+A', '\u0001', ['ctrl+a']],
	['Ctrl+W held', '\u0017\u0017', ['ctrl+w', 'ctrl+w']],
	['Ctrl+K in a chunk', 'a\u000bb', ['a', 'ctrl+k', 'b']],
	['Ctrl+C in a chunk', 'a\u0003', ['a', 'ctrl+c']],
	['Ctrl+Space', '\u0000', ['ctrl+ ']],
	['Ctrl+Space in a chunk', 'a\u0000', ['a', 'ctrl+ ']],
	['Ctrl+_', '\u001f', ['ctrl+_']],
	['Alt+letter', '\u001bb', ['alt+b']],
	['Alt+capital', '\u001bB', ['alt+B']],
	['Alt+é', '\u001bé', ['alt+é']],
	['Ctrl+Alt+letter', '\u001b\u0001', ['ctrl+alt+a']],
	['F1', '\u001bOP', ['f1']],
	['F1 of vt220', '\u001b[11~', ['f1']],
	['F1 of the Linux console', '\u001b[[A', ['f1']],
	['F5', '\u001b[15~', ['f5']],
	['F12', '\u001b[24~', ['f12']],
	['Insert', '\u001b[2~', ['insert']],
	['Shift+Delete of rxvt', '\u001b[3$', ['shift+delete']],
	['Ctrl+End of rxvt', '\u001b[8^', ['ctrl+end']],
	['Shift+F1', '\u001b[1;2P', ['shift+f1']],
	['answers of the terminal', '\u001b[I\u001b[24;80R', []],
	['a key let go', '\u001b[97;1:3u', []],
	['Command+letter', '\u001b[97;9u', []],
	['an accented letter', 'é', ['é']],
	['a letter and its accent', 'e\u0301x', ['e\u0301', 'x']],
	['emoji', 'a👩‍👩‍👧👍🏽b', ['a', '👩‍👩‍👧', '👍🏽', 'b']],
	['flags', '🇬🇧🇫🇷', ['🇬🇧', '🇫🇷']],
	['C1 controls', 'a\u0085b', ['a', 'b']],
])('%s', async (_, bytes, expected) => {
	const {send, keys} = terminal();
	send(bytes);
	// An Escape is one only when nothing has followed it for a while.
	await expect.poll(() => keys.length).toBeGreaterThanOrEqual(expected.length);
	// Another key tells that nothing of those before it is still to come.
	send('!');
	expect(keys).toEqual([...expected, '!']);
});

/** What a text is by the time it has come through UTF-8. */
const sent = (text: string) => Buffer.from(text).toString();

test('text without control characters is its graphemes', () => {
	const text = anyText.map((any) => sent(any.replaceAll(/\p{Cc}/gu, '')));
	fc.assert(
		fc.property(text, (input) => {
			const {keys, send} = terminal();
			send(input);
			expect(keys).toEqual(graphemes(input));
		}),
	);
});

test('no key is empty or holds a control character, whatever arrives', () => {
	const bytes = fc.oneof(
		anyText.map((text) => Buffer.from(text)),
		fc.uint8Array().map((some) => Buffer.from(some)),
	);
	fc.assert(
		fc.property(bytes, (input) => {
			const keys: Key[] = [];
			new Keyboard({press: (...some) => void keys.push(...some), send() {}}).push(input);
			for (const key of keys) expect(key).toMatch(/^[^\p{Cc}]+$/u);
		}),
	);
});
