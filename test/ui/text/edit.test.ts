import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import * as change from '../../../source/ui/text/edit.ts';
import type {EditedText} from '../../../source/ui/text/edit.ts';
import {anyText, boundaries, graphemes} from './texts.ts';

/** A text written with its cursor as a bar. */
const text = (drawn: string): EditedText => ({
	value: drawn.replace('|', ''),
	cursor: drawn.indexOf('|'),
});

const drawn = ({value, cursor}: EditedText) => `${value.slice(0, cursor)}|${value.slice(cursor)}`;

/** By name, for the tables. */
const functions = {...change};

describe('insert', () => {
	test.each([
		['a letter', 'a|c', 'b', 'ab|c'],
		['Windows and old Mac line breaks', '|', 'a\r\nb\rc\nd', 'a\nb\nc\nd|'],
		['separators of lines and paragraphs', '|', 'a\u2028b\u2029c', 'a\nb\nc|'],
		['a tab', 'a|', '\tb', 'a b|'],
		['control characters', '|', '\u0000\u0007\u001b[31mé\u007f\u0085\u009b', '[31mé|'],
		['controls of the writing direction', '|', 'a\u202e\u202a\u2066\u2069b', 'ab|'],
		['half a surrogate pair', '|', 'a\ud83d', 'a\ufffd|'],
		['an accent for the letter before', 'cafe|!', '\u0301', 'cafe\u0301|!'],
		['half a flag before the other half', '|🇧', '🇬', '🇬🇧|'],
	])('%s', (_, before, string, after) => {
		expect(drawn(change.insert(text(before), string))).toBe(after);
	});

	test('of nothing that may enter is not a change', () => {
		const before = text('a|');
		expect(change.insert(before, '\u001b')).toBe(before);
	});

	test('and as many backspaces restore the text', () => {
		fc.assert(
			fc.property(anyText, anyText, fc.nat(), (value, string, place) => {
				const {value: start} = change.textFrom(value);
				const places = boundaries(start);
				const before = change.textFrom(start, places[place % places.length]);
				const added = graphemes(change.textFrom(string).value);
				// Only where no part of the string joins what stands before or behind the cursor.
				const [head, tail] = [start.slice(0, before.cursor), start.slice(before.cursor)];
				for (let count = 0; count <= added.length; count++) {
					const typed = head + added.slice(0, count).join('');
					const all = boundaries(typed + tail);
					fc.pre(all.includes(head.length) && all.includes(typed.length));
				}
				let after = change.insert(before, string);
				expect(after.value).toBe(head + added.join('') + tail);
				for (const _ of added) after = change.backspace(after);
				expect(after).toEqual(before);
			}),
			{numRuns: 200},
		);
	});
});

describe('deleting', () => {
	test.each([
		['backspace', 'ab|c', 'a|c'],
		['backspace', '|c', '|c'],
		['backspace', 'a👩‍👩‍👧|c', 'a|c'],
		['backspace', 'cafe\u0301|', 'caf|'],
		['backspace', '🇬🇧|🇫🇷', '|🇫🇷'],
		['backspace', '🇬x|🇧', '🇬🇧|'],
		['backspace', 'a\n|b', 'a|b'],
		['deleteForward', 'a|👍🏽c', 'a|c'],
		['deleteForward', 'c|', 'c|'],
		['deleteWordLeft', 'approve the plan|', 'approve the |'],
		['deleteWordLeft', 'approve the |plan', 'approve |plan'],
		['deleteWordLeft', "the council's|", 'the |'],
		['deleteWordLeft', "say 'yes|", "say '|"],
		['deleteWordLeft', 'the “plan”|', 'the “plan|'],
		['deleteWordLeft', 'so 👩‍👩‍👧|', 'so |'],
		['deleteWordLeft', 'one\n|', 'one|'],
		['deleteWordLeft', 'one\n  |two', 'one\n|two'],
		['deleteWordLeft', '|one', '|one'],
		['deleteWordRight', '|approve the plan', '| the plan'],
		['deleteWordRight', 'approve| the plan', 'approve| plan'],
		['deleteToEnd', 'a|bc\nd', 'a|\nd'],
		['deleteToEnd', 'a|\nd', 'a|d'],
		['deleteToEnd', 'a|', 'a|'],
		['deleteToStart', 'a\nbc|d', 'a\n|d'],
		['deleteToStart', 'a\n|d', 'a\n|d'],
	] as const)('%s of %j', (name, before, after) => {
		expect(drawn(functions[name](text(before)))).toBe(after);
	});

	test('backspace takes away exactly the last grapheme before the cursor', () => {
		fc.assert(
			fc.property(anyText, (raw) => {
				const {value} = change.textFrom(raw);
				for (const cursor of boundaries(value)) {
					const kept = graphemes(value.slice(0, cursor)).slice(0, -1).join('');
					expect(change.backspace({value, cursor}).value).toBe(kept + value.slice(cursor));
				}
			}),
		);
	});
});

describe('moving', () => {
	test.each([
		['left', 'a👩‍👩‍👧|', 'a|👩‍👩‍👧'],
		['left', '|a', '|a'],
		['right', '|e\u0301a', 'e\u0301|a'],
		['right', 'a|', 'a|'],
		['wordLeft', 'one, two|', 'one, |two'],
		['wordLeft', 'one, |two', 'one|, two'],
		['wordLeft', 'café d’été|', 'café |d’été'],
		['wordLeft', 'one\n|two', 'one|\ntwo'],
		['wordRight', '|one, two', 'one|, two'],
		['wordRight', 'one,| two', 'one, two|'],
		['wordRight', '|会議 x', '会議| x'],
		['wordRight', 'one |\ntwo', 'one \n|two'],
		['wordRight', 'one|  \ntwo', 'one  |\ntwo'],
		['home', 'a\nbc|d\ne', 'a\n|bcd\ne'],
		['home', '|\na', '|\na'],
		['end', 'a\n|bcd\ne', 'a\nbcd|\ne'],
		['end', 'a|', 'a|'],
		['start', 'a\nb|', '|a\nb'],
		['finish', '|a\nb', 'a\nb|'],
	] as const)('%s in %j', (name, before, after) => {
		expect(drawn(functions[name](text(before)))).toBe(after);
	});

	test.each([
		['up', 'one\nt|wo', 'o|ne\ntwo'],
		['up', 'hello wor|ld', 'hel|lo world'],
		['up', 'hello world|', 'hello| world'],
		['up', '会議会議\nabc|', '会議会|議\nabc'],
		['down', 'ab|c\n会議', 'abc\n会|議'],
		['down', 'abc|\n', 'abc\n|'],
		['down', 'ab|cdefgh', 'abcdefg|h'],
	] as const)('%s at width 5 in %j', (name, before, after) => {
		expect(drawn(functions[name](text(before), 5))).toBe(after);
	});

	test('up and down remember the column over shorter lines, until another key', () => {
		const short = change.down(text('long |line\n\nlong line'), 20);
		expect(drawn(short)).toBe('long line\n|\nlong line');
		expect(drawn(change.down(short, 20))).toBe('long line\n\nlong |line');
		const moved = change.left(change.right(short));
		expect(drawn(change.down(moved, 20))).toBe('long line\n\n|long line');
	});

	test('up on the first line and down on the last change nothing', () => {
		const only = text('on|e');
		expect(change.up(only, 10)).toBe(only);
		expect(change.down(only, 10)).toBe(only);
	});
});

test('textFrom takes only what may enter and a cursor on a boundary', () => {
	expect(change.textFrom('a\r\n\u001b👩‍👩‍👧', 4)).toEqual({value: 'a\n👩‍👩‍👧', cursor: 10});
	expect(change.textFrom('ab')).toEqual({value: 'ab', cursor: 2});
	expect(change.textFrom('ab', -1)).toEqual({value: 'ab', cursor: 0});
});

test('oneLine turns every line break into one space', () => {
	expect(change.oneLine('a\nb\r\nc\rd\u2028e')).toBe('a b c d e');
});
