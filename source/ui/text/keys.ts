import type {Key} from '../keys.ts';
import * as change from './edit.ts';
import type {EditedText} from './edit.ts';
import {next} from './graphemes.ts';

const anywhere = new Map<Key, (text: EditedText) => EditedText>([
	['backspace', change.backspace],
	['shift+backspace', change.backspace],
	['delete', change.deleteForward],
	['ctrl+d', change.deleteForward],
	['left', change.left],
	['ctrl+b', change.left],
	['right', change.right],
	['ctrl+f', change.right],
	['ctrl+left', change.wordLeft],
	['alt+left', change.wordLeft],
	['alt+b', change.wordLeft],
	['ctrl+right', change.wordRight],
	['alt+right', change.wordRight],
	['alt+f', change.wordRight],
	['ctrl+w', change.deleteWordLeft],
	['alt+backspace', change.deleteWordLeft],
	['ctrl+backspace', change.deleteWordLeft],
	['alt+d', change.deleteWordRight],
	['alt+delete', change.deleteWordRight],
	['ctrl+delete', change.deleteWordRight],
	['ctrl+k', change.deleteToEnd],
	['ctrl+u', change.deleteToStart],
	['home', change.home],
	['ctrl+a', change.home],
	['end', change.end],
	['ctrl+e', change.end],
	['ctrl+home', change.start],
	['ctrl+end', change.finish],
]);

const newline = (text: EditedText) => change.insert(text, '\n');

const inLines = new Map<Key, (text: EditedText, width: number) => EditedText>([
	['up', change.up],
	['down', change.down],
	['enter', newline],
	['alt+enter', newline],
	['shift+enter', newline],
	['ctrl+j', newline],
]);

/** Whether a key types something: it is one grapheme, not a name. */
export const isTyped = (key: Key) => key !== '' && next(key, 0) === key.length;

/**
 * What a key does to a text, or undefined if it is not an editing key (Enter, Up and Down are only in
 * a field of several lines). A key without effect, such as Up on the first line, returns the very
 * object it was given. `width` is the one the text is wrapped to, in cells.
 */
export function edit(
	text: EditedText,
	key: Key,
	{width, multiline}: {width: number; multiline: boolean},
): EditedText | undefined {
	if (isTyped(key)) return change.fillIn(text, key);
	return (anywhere.get(key) ?? (multiline ? inLines.get(key) : undefined))?.(text, width);
}
