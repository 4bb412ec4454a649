import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {fit, locate, offsetAt, pad, window, wrap} from '../../../source/ui/text/wrap.ts';
import {anyText, boundaries, cells, graphemes, plainText} from './texts.ts';

const texts = (value: string, width: number) => wrap(value, width).map(({text}) => text);
const width = fc.integer({min: 1, max: 30});
/** As a text is once it has been taken into a form. */
const anyLines = fc.oneof(
	plainText,
	anyText.map((text) => text.replaceAll(/[^\P{Cc}\n]/gu, '').toWellFormed()),
);

/** The value from an offset up to the next blank or line break. */
function wordAt(value: string, offset: number): string {
	const parts = graphemes(value.slice(offset));
	const stop = parts.findIndex((part) => part === ' ' || part === '\n');
	return (stop === -1 ? parts : parts.slice(0, stop)).join('');
}

describe('wrap', () => {
	test.each([
		['nothing', '', 5, ['']],
		['what fits', 'hello', 5, ['hello']],
		['at a blank, which stays', 'hello world', 5, ['hello ', 'world']],
		['with blanks hanging', 'hello   world', 5, ['hello   ', 'world']],
		['with blanks hanging at the end', 'hello   ', 5, ['hello   ']],
		['at the last blank that fits', 'to be or not', 8, ['to be or ', 'not']],
		['a long word', 'abcdefgh', 3, ['abc', 'def', 'gh']],
		['a long word after a short one', 'a bcdefgh', 3, ['a ', 'bcd', 'efg', 'h']],
		['line breaks', 'a\n\nb\n', 5, ['a', '', 'b', '']],
		['wide characters', '会議を開く', 5, ['会議', 'を開', 'く']],
		['a family as two cells', '👩‍👩‍👧👩‍👩‍👧 x', 4, ['👩‍👩‍👧👩‍👩‍👧 ', 'x']],
		['an accent as none', 'cafe\u0301 au lait', 7, ['cafe\u0301 au ', 'lait']],
		['words in front of wide ones', 'a b 会議', 5, ['a b ', '会議']],
		['a long word with wide ones after a blank', ' ab会', 3, [' ', 'ab', '会']],
		['what is wider than the width', '会議', 1, ['会', '議']],
		['at no width at all', 'ab', 0, ['a', 'b']],
	])('%s', (_, value, columns, expected) => {
		expect(texts(value, columns)).toEqual(expected);
	});

	test('offsets count a line break to the line it ends', () => {
		expect(wrap('ab\n\nc', 9)).toEqual([
			{text: 'ab', start: 0, end: 3},
			{text: '', start: 3, end: 4},
			{text: 'c', start: 4, end: 5},
		]);
	});

	test('every character is on exactly one line', () => {
		fc.assert(
			fc.property(anyLines, width, (value, columns) => {
				let end = 0;
				for (const line of wrap(value, columns)) {
					expect(line.start).toBe(end);
					expect(line.text).toBe(value.slice(line.start, line.end).replace(/\n$/, ''));
					end = line.end;
				}
				expect(end).toBe(value.length);
			}),
			{numRuns: 500},
		);
	});

	test('no line is too wide, and none is broken too early or inside a word without need', () => {
		fc.assert(
			fc.property(anyLines, width, (value, columns) => {
				const lines = wrap(value, columns).map((line) => ({...line, parts: graphemes(line.text)}));
				for (const [row, {text, end, parts}] of lines.entries()) {
					const shown = parts.slice(0, parts.findLastIndex((part) => part !== ' ') + 1);
					expect(shown.length <= 1 || cells(shown.join('')) <= columns).toBe(true);
					const following = lines[row + 1]?.parts;
					if (value[end - 1] === '\n' || following === undefined) continue;
					expect(following[0]).not.toBe(' ');
					const atBlank = parts.at(-1) === ' ';
					expect(atBlank || !parts.includes(' ')).toBe(true);
					// What comes next did not fit: after a blank its whole word, else its first grapheme.
					const asked = atBlank ? wordAt(value, end) : following[0];
					expect(cells(text + asked)).toBeGreaterThan(columns);
				}
			}),
			{numRuns: 500},
		);
	});

	test('5 MB without a place to break, and of nothing but blanks', () => {
		expect(wrap('x'.repeat(5_000_000), 80)).toHaveLength(62_500);
		expect(wrap(' '.repeat(5_000_000), 80)).toHaveLength(1);
		expect(wrap('é'.repeat(5_000_000), 80)).toHaveLength(62_500);
	}, 60_000);
});

describe('locate and offsetAt', () => {
	test.each([
		['hello world', 0, 0, 0],
		['hello world', 5, 0, 5],
		['hello world', 6, 1, 0],
		['hello world', 11, 1, 5],
		['a\n', 1, 0, 1],
		['a\n', 2, 1, 0],
		['会議', 1, 0, 2],
		['', 0, 0, 0],
	])('in %j at width 5, cursor %i', (value, cursor, row, column) => {
		const lines = wrap(value, 5);
		expect(locate(lines, cursor)).toEqual({row, column});
		expect(offsetAt(lines, row, column)).toBe(cursor);
	});

	test('find the way back from every place in plain text', () => {
		fc.assert(
			fc.property(plainText, width, (value, columns) => {
				const lines = wrap(value, columns);
				for (let cursor = 0; cursor <= value.length; cursor++) {
					const {row, column} = locate(lines, cursor);
					expect(offsetAt(lines, row, column)).toBe(cursor);
				}
			}),
		);
	});

	test('any column leads to a boundary on the same row, not beyond the column', () => {
		fc.assert(
			fc.property(anyLines, width, fc.nat({max: 40}), (value, columns, column) => {
				const lines = wrap(value, columns);
				for (const row of lines.keys()) {
					const offset = offsetAt(lines, row, column);
					expect(boundaries(value)).toContain(offset);
					const found = locate(lines, offset);
					expect(found.row).toBe(row);
					expect(found.column).toBeLessThanOrEqual(column);
				}
			}),
		);
	});
});

describe('fit and pad', () => {
	test.each([
		['hello', 5, 'hello', 'hello'],
		['hello', 4, 'hel…', 'hel…'],
		['hello', 7, 'hello', 'hello  '],
		['会議を', 6, '会議を', '会議を'],
		['会議を', 5, '会議…', '会議…'],
		['会議を', 4, '会…', '会… '],
		['👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧…', '👩‍👩‍👧…'],
		['cafe\u0301s', 4, 'caf…', 'caf…'],
		['cafe\u0301', 4, 'cafe\u0301', 'cafe\u0301'],
		['hello', 1, '…', '…'],
		['hello', 0, '', ''],
		['', 2, '', '  '],
		['\u0d4e', 4, '\u0d4e', '\u0d4e    '],
	])('%j at %i', (text, columns, fitted, padded) => {
		expect(fit(text, columns)).toBe(fitted);
		expect(pad(text, columns)).toBe(padded);
	});

	test('with another mark', () => {
		expect(fit('hello', 4, '..')).toBe('he..');
		expect(fit('hello', 1, '..')).toBe('h');
	});

	test('fit leaves what fits as it is', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(fit(text, Math.max(1, cells(text)))).toBe(text);
			}),
		);
	});

	test('fit keeps whole graphemes and as many as there is room for', () => {
		fc.assert(
			fc.property(anyText, width, (text, columns) => {
				fc.pre(cells(text) > columns);
				const fitted = fit(text, columns);
				expect(cells(fitted)).toBeLessThanOrEqual(columns);
				const kept = fitted.slice(0, -1);
				expect(fitted).toBe(`${kept}…`);
				expect(text.startsWith(kept)).toBe(true);
				expect(boundaries(text)).toContain(kept.length);
				const one = graphemes(text.slice(kept.length))[0] ?? '';
				expect(cells(kept) + cells(one) + 1).toBeGreaterThan(columns);
			}),
			{numRuns: 200},
		);
	});

	test('pad is exactly as wide as asked', () => {
		fc.assert(
			fc.property(anyText, fc.nat({max: 30}), (text, columns) => {
				expect(cells(pad(text, columns))).toBe(columns);
			}),
			{numRuns: 200},
		);
	});
});

describe('window', () => {
	test.each([
		['all of it', 'hello', 5, 6, 'hello', 5],
		['all of it, the cursor on the last', 'hello', 4, 5, 'hello', 4],
		['half a field on, for the cursor behind it', 'hello', 5, 5, 'llo', 3],
		['the start', 'abcdefghij', 2, 6, 'abcdef', 2],
		['the middle', 'abcdefghij', 6, 6, 'defghi', 3],
		['not half a wide character', '会議を開く', 3, 6, 'を開く', 2],
		['no room', 'hello', 2, 0, '', 0],
	])('%s', (_, value, cursor, columns, text, column) => {
		expect(window(value, cursor, columns)).toMatchObject({text, column});
	});

	test('shows the cursor and the grapheme under it, within the width', () => {
		const line = anyText.map((text) => text.replaceAll(/\p{Cc}/gu, '').toWellFormed());
		fc.assert(
			fc.property(line, fc.integer({min: 4, max: 30}), (value, columns) => {
				const places = boundaries(value);
				for (const cursor of places) {
					const {text, start, end, column} = window(value, cursor, columns);
					expect(text).toBe(value.slice(start, end));
					expect(places).toContain(start);
					expect(places).toContain(end);
					expect(cells(text)).toBeLessThanOrEqual(columns);
					expect(cells(value.slice(start, cursor))).toBe(column);
					expect(start).toBeLessThanOrEqual(cursor);
					const under = graphemes(value.slice(cursor))[0] ?? ' ';
					expect(column + Math.min(Math.max(1, cells(under)), columns)).toBeLessThanOrEqual(
						columns,
					);
				}
			}),
		);
	});
});
