// A text being edited: plain data and pure functions. A function that has nothing to do returns the
// very object it was given.
import {next, previous, snap} from './graphemes.ts';
import {wordEnd, wordStart} from './words.ts';
import {locate, offsetAt, wrap} from './wrap.ts';

export type EditedText = {
	value: string;
	/** UTF-16 index, always on a grapheme boundary. */
	cursor: number;
	/** The column in cells that `up` and `down` aim for; anything else forgets it. */
	column?: number;
};

/** A text to edit: the value as `insert` would take it, the cursor brought to a boundary in it. */
export function textFrom(value: string, cursor: number = Infinity): EditedText {
	const taken = normalise(value);
	return {value: taken, cursor: snap(taken, cursor)};
}

/** A pasted text for a one-line field: every line break becomes one space. */
export const oneLine = (string: string) => string.replace(/\r\n|[\r\n\u2028\u2029]/g, ' ');

/**
 * What may enter a text: line breaks as \n, a tab as one space, half a surrogate pair as U+FFFD, no
 * other control characters and none that reverse the writing direction.
 */
function normalise(string: string): string {
	if (!/[^\x20-\x7e\n]/.test(string)) return string;
	return string
		.toWellFormed()
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replaceAll('\t', ' ')
		.replace(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, '');
}

const move = (text: EditedText, cursor: number): EditedText =>
	cursor === text.cursor ? text : {value: text.value, cursor};

function replace({value}: EditedText, from: number, to: number, by: string): EditedText {
	const changed = value.slice(0, from) + by + value.slice(to);
	// What has come to stand side by side may have become one grapheme.
	return {value: changed, cursor: snap(changed, from + by.length)};
}

const remove = (text: EditedText, from: number, to: number): EditedText =>
	from === to ? text : replace(text, from, to, '');

/** Puts a typed or pasted string in at the cursor, cleaned: see `normalise`. */
export function insert(text: EditedText, string: string): EditedText {
	const taken = normalise(string);
	return taken === '' ? text : replace(text, text.cursor, text.cursor, taken);
}

/** What stands in a standard wording for what has to be filled in. */
export const blank = '…';

/** As `insert`; a blank at the cursor gives way to what is filled in. */
export const fillIn = (text: EditedText, string: string): EditedText =>
	insert(
		string !== '' && text.value.startsWith(blank, text.cursor) ? deleteForward(text) : text,
		string,
	);

/** Deletes the grapheme before the cursor. */
export const backspace = (text: EditedText) =>
	remove(text, previous(text.value, text.cursor), text.cursor);

/** Deletes the grapheme after the cursor. */
export const deleteForward = (text: EditedText) =>
	remove(text, text.cursor, next(text.value, text.cursor));

export const left = (text: EditedText) => move(text, previous(text.value, text.cursor));
export const right = (text: EditedText) => move(text, next(text.value, text.cursor));

/** To the start of the word before the cursor. */
export const wordLeft = (text: EditedText) => move(text, wordStart(text.value, text.cursor));

/** To the end of the word after the cursor. */
export const wordRight = (text: EditedText) => move(text, wordEnd(text.value, text.cursor));

export const deleteWordLeft = (text: EditedText) =>
	remove(text, wordStart(text.value, text.cursor), text.cursor);

export const deleteWordRight = (text: EditedText) =>
	remove(text, text.cursor, wordEnd(text.value, text.cursor));

const lineStart = ({value, cursor}: EditedText) =>
	cursor === 0 ? 0 : value.lastIndexOf('\n', cursor - 1) + 1;

function lineEnd({value, cursor}: EditedText): number {
	const newline = value.indexOf('\n', cursor);
	return newline === -1 ? value.length : newline;
}

/** Deletes to the end of the logical line; at its end, the line break. */
export function deleteToEnd(text: EditedText): EditedText {
	const end = lineEnd(text);
	return end === text.cursor ? deleteForward(text) : remove(text, text.cursor, end);
}

/** Deletes to the start of the logical line. */
export const deleteToStart = (text: EditedText) => remove(text, lineStart(text), text.cursor);

/** To the start of the logical line. */
export const home = (text: EditedText) => move(text, lineStart(text));

/** To the end of the logical line. */
export const end = (text: EditedText) => move(text, lineEnd(text));

/** To the start of the whole text. */
export const start = (text: EditedText) => move(text, 0);

/** To the end of the whole text. */
export const finish = (text: EditedText) => move(text, text.value.length);

/** One visual line up, as wrapped to `width` cells; the same object on the first. */
export const up = (text: EditedText, width: number) => vertical(text, width, -1);

/** One visual line down, as wrapped to `width` cells; the same object on the last. */
export const down = (text: EditedText, width: number) => vertical(text, width, 1);

function vertical(text: EditedText, width: number, by: number): EditedText {
	const lines = wrap(text.value, width);
	const {row, column} = locate(lines, text.cursor);
	if (!lines[row + by]) return text;
	const aim = text.column ?? column;
	return {value: text.value, cursor: offsetAt(lines, row + by, aim), column: aim};
}
