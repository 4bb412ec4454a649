import type {EditedText} from '../text/edit.ts';
import {next, previous} from '../text/graphemes.ts';
import {wordEnd} from '../text/words.ts';
import {tellLines, type Spoken} from './told.ts';

/** The most of a text that is said again before the caret, in characters: what a braille line shows. */
const mostBefore = 40;

/** The line that the caret is on, up to the caret; of a long one its end, from the beginning of a word. */
export function beforeCaret({value, cursor}: EditedText): string {
	const line = value.slice(value.lastIndexOf('\n', cursor - 1) + 1, cursor);
	return line.length <= mostBefore ? line : line.slice(-mostBefore).replace(/^\S*\s+/, '');
}

/** What a text lost and gained: the run between what both begin and end with. */
function difference(before: string, after: string): {lost: string; gained: string; at: number} {
	const shorter = Math.min(before.length, after.length);
	let at = 0;
	while (at < shorter && before[at] === after[at]) at++;
	let end = 0;
	while (end < shorter - at && before.at(-1 - end) === after.at(-1 - end)) end++;
	return {
		lost: before.slice(at, before.length - end),
		gained: after.slice(at, after.length - end),
		at,
	};
}

const named = (text: string): string => ({' ': 'space', '\n': 'line break'})[text] ?? text;

/** What stands at the caret after it moved: a letter, a word, or a line where it went from one to another. */
function sayCaret(before: EditedText, after: EditedText): string {
	const {value, cursor} = after;
	if (cursor === value.length) return 'end';
	const isStep = cursor === next(value, before.cursor) || cursor === previous(value, before.cursor);
	if (isStep) return named(value.slice(cursor, next(value, cursor)));
	const start = value.lastIndexOf('\n', cursor - 1) + 1;
	const from = value.slice(0, cursor).split(/\s/).at(-1)?.length ?? 0;
	const word = value.slice(cursor - from, wordEnd(value, cursor)).trim();
	return cursor === start ? `start, ${word}` : word;
}

/**
 * What a key did to a text: a letter that was typed is echoed as it is; what was deleted, put in or passed by is
 * said. Nothing where the text and its caret are as they were.
 */
export function tellTyping(before: EditedText, after: EditedText): Spoken[] {
	if (before.value === after.value) {
		return before.cursor === after.cursor ? [] : tellLines(sayCaret(before, after));
	}
	const {lost, gained, at} = difference(before.value, after.value);
	if (lost === '' && after.cursor === before.cursor + gained.length) {
		return [{kind: 'typed', text: after.value.slice(before.cursor, after.cursor)}];
	}
	const isSame = at === before.value.length;
	return tellLines(
		lost === '' || isSame ? undefined : `Deleted ${named(lost)}`,
		gained === '' ? undefined : `Put in ${named(gained)}`,
	);
}
