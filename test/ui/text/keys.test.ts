import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {textFrom} from '../../../source/ui/text/edit.ts';
import type {EditedText} from '../../../source/ui/text/edit.ts';
import {edit, isTyped} from '../../../source/ui/text/keys.ts';
import {locate, wrap} from '../../../source/ui/text/wrap.ts';
import {anyText, boundaries, graphemes} from './texts.ts';

const names = [
	['backspace', 'shift+backspace', 'alt+backspace', 'ctrl+backspace', 'delete', 'ctrl+delete'],
	['left', 'right', 'up', 'down', 'ctrl+left', 'ctrl+right', 'alt+left', 'alt+right'],
	['home', 'end', 'ctrl+home', 'ctrl+end', 'enter', 'alt+enter', 'ctrl+j'],
	['ctrl+a', 'ctrl+b', 'ctrl+d', 'ctrl+e', 'ctrl+f', 'ctrl+k', 'ctrl+u', 'ctrl+w'],
	['alt+b', 'alt+d', 'alt+f', 'alt+delete', 'shift+enter'],
].flat();

const several = {width: 10, multiline: true};
const single = {width: 10, multiline: false};
const at = (value: string, cursor: number): EditedText => ({value, cursor});

test.each([
	['a', at('one two', 3), at('onea two', 4)],
	[' ', at('ab', 1), at('a b', 2)],
	['👩‍👩‍👧', at('', 0), at('👩‍👩‍👧', 8)],
	['e\u0301', at('', 0), at('e\u0301', 2)],
	['backspace', at('one two', 7), at('one tw', 6)],
	['alt+backspace', at('one two', 7), at('one ', 4)],
	['ctrl+w', at('one two', 7), at('one ', 4)],
	['delete', at('one', 0), at('ne', 0)],
	['alt+d', at('one two', 0), at(' two', 0)],
	['ctrl+k', at('one two', 3), at('one', 3)],
	['ctrl+u', at('one two', 3), at(' two', 0)],
	['left', at('one', 3), at('one', 2)],
	['right', at('one', 0), at('one', 1)],
	['ctrl+left', at('one two', 7), at('one two', 4)],
	['alt+f', at('one two', 0), at('one two', 3)],
	['home', at('one\ntwo', 5), at('one\ntwo', 4)],
	['ctrl+e', at('one\ntwo', 0), at('one\ntwo', 3)],
	['ctrl+home', at('one\ntwo', 5), at('one\ntwo', 0)],
	['ctrl+end', at('one\ntwo', 0), at('one\ntwo', 7)],
])('%s', (key, before, after) => {
	expect(edit(before, key, several)).toEqual(after);
	expect(edit(before, key, single)).toEqual(after);
});

test('Enter, Up and Down edit fields of several lines only', () => {
	expect(edit(at('ab', 1), 'enter', several)).toEqual(at('a\nb', 2));
	expect(edit(at('ab', 1), 'ctrl+j', several)).toEqual(at('a\nb', 2));
	expect(edit(at('a\nb', 2), 'up', several)).toMatchObject(at('a\nb', 0));
	expect(edit(at('a\nb', 0), 'down', several)).toMatchObject(at('a\nb', 2));
	for (const key of ['enter', 'alt+enter', 'ctrl+j', 'up', 'down']) {
		expect(edit(at('a\nb', 1), key, single)).toBeUndefined();
	}
});

test.each(['escape', 'tab', 'shift+tab', 'f1', 'pageup', 'ctrl+g', 'ctrl+ ', 'alt+x', 'alt+é', ''])(
	'%j is not an editing key',
	(key) => {
		expect(edit(at('ab', 1), key, several)).toBeUndefined();
		expect(isTyped(key)).toBe(false);
	},
);

describe('any sequence of keys over any text', () => {
	const key = fc.oneof(
		fc.constantFrom(...names),
		anyText.map((text) => graphemes(text)[0] ?? 'x'),
	);

	test('keeps the cursor on a boundary within a well-formed value', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), fc.array(key, {maxLength: 30}), (value, cursor, keys) => {
				let text = textFrom(value, cursor % (value.length + 1));
				for (const pressed of keys) {
					const after = edit(text, pressed, several);
					if (!after) throw new Error(`${pressed} is not an editing key`);
					expect(boundaries(after.value)).toContain(after.cursor);
					expect(after.value.isWellFormed()).toBe(true);
					expect(after.value).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
					text = after;
				}
			}),
			{numRuns: 200},
		);
	});

	test('and Up and Down move by exactly one row, where there is one', () => {
		fc.assert(
			fc.property(anyText, fc.nat(), fc.integer({min: 1, max: 20}), (value, cursor, width) => {
				const text = textFrom(value, cursor % (value.length + 1));
				const lines = wrap(text.value, width);
				const {row, column} = locate(lines, text.cursor);
				for (const [pressed, by] of [
					['up', -1],
					['down', 1],
				] as const) {
					const after = edit(text, pressed, {width, multiline: true}) ?? text;
					const found = locate(lines, after.cursor);
					expect(found.row).toBe(lines[row + by] ? row + by : row);
					expect(found.column).toBeLessThanOrEqual(column);
				}
			}),
			{numRuns: 200},
		);
	});
});
