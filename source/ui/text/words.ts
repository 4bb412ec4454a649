import {next, previous} from './graphemes.ts';

type Kind = 'blank' | 'newline' | 'word' | 'other';

const letter = /^[\p{L}\p{N}\p{M}_]/u;

/** What the grapheme at [from, to) is; an apostrophe between letters belongs to the word. */
function kindOf(value: string, from: number, to: number): Kind {
	const grapheme = value.slice(from, to);
	if (grapheme.endsWith('\n')) return 'newline';
	if (/^\s/.test(grapheme)) return 'blank';
	if (letter.test(grapheme)) return 'word';
	const inside = /^['’]$/.test(grapheme) && letter.test(value.slice(to, next(value, to)));
	return inside && letter.test(value.slice(previous(value, from), from)) ? 'word' : 'other';
}

/**
 * The start of the word before `cursor`: back over blanks, then over one run of letters, of line
 * breaks or of anything else. Indentation stops at its line's start.
 */
export function wordStart(value: string, cursor: number): number {
	let index = cursor;
	let run: Kind | undefined;
	while (index > 0) {
		const before = previous(value, index);
		const kind = kindOf(value, before, index);
		if (run ? kind !== run : kind === 'newline' && index < cursor) break;
		if (kind !== 'blank') run ??= kind;
		index = before;
	}
	return index;
}

/** The end of the word after `cursor`: the mirror image of `wordStart`. */
export function wordEnd(value: string, cursor: number): number {
	let index = cursor;
	let run: Kind | undefined;
	while (index < value.length) {
		const after = next(value, index);
		const kind = kindOf(value, index, after);
		if (run ? kind !== run : kind === 'newline' && index > cursor) break;
		if (kind !== 'blank') run ??= kind;
		index = after;
	}
	return index;
}
