import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	graphemeWidth,
	next,
	previous,
	snap,
	walk,
	widthOf,
} from '../../../source/ui/text/graphemes.ts';
import {anyText, boundaries, cells, graphemes} from './texts.ts';

const walked = (text: string) => {
	const found: string[] = [];
	walk(text, 0, text.length, (from, to) => {
		found.push(text.slice(from, to));
		return true;
	});
	return found;
};

describe('boundaries', () => {
	test.each([
		['plain text', 'abc', 2, 1, 3],
		['a family', 'a👩‍👩‍👧b', 9, 1, 10],
		['an accent', 'cafe\u0301!', 5, 3, 6],
		['a flag after a flag', '🇬🇧🇫🇷', 4, 0, 8],
		['a Windows line break', 'a\r\nb', 3, 1, 4],
		['both ends', '', 0, 0, 0],
	])('%s', (_, text, index, before, after) => {
		expect(previous(text, index)).toBe(before);
		expect(next(text, index)).toBe(after);
	});

	test('are those of Intl.Segmenter from every index', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const all = boundaries(text);
				for (let index = 0; index <= text.length; index++) {
					expect(snap(text, index)).toBe(all.find((boundary) => boundary >= index));
					if (!all.includes(index)) continue;
					expect(previous(text, index)).toBe(all.findLast((boundary) => boundary < index) ?? 0);
					expect(next(text, index)).toBe(all.find((boundary) => boundary > index) ?? text.length);
				}
			}),
		);
	});

	test('the units taken to stand alone do so beside each other', () => {
		const unit = fc.oneof(
			fc.integer({min: 0, max: 0x2ff}),
			fc.integer({min: 0x2010, max: 0x2027}),
			fc.integer({min: 0x4e00, max: 0x9fff}),
			fc.integer({min: 0xac00, max: 0xd7a3}),
		);
		const text = fc.array(unit, {maxLength: 200}).map((units) => String.fromCharCode(...units));
		fc.assert(
			fc.property(text, (value) => {
				expect(walked(value)).toEqual(graphemes(value));
			}),
		);
	});

	test.each([
		[-1, 0],
		[99, 3],
		[Number.NaN, 0],
		[Infinity, 3],
		[1.5, 2],
	])('snap brings %s into the text', (index, expected) => {
		expect(snap('abc', index)).toBe(expected);
	});
});

describe('walk', () => {
	test('visits every grapheme, long runs too', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(walked(text)).toEqual(graphemes(text));
			}),
		);
		const long = '👩‍👩‍👧e\u0301ส'.repeat(1000);
		expect(walked(long)).toEqual(graphemes(long));
	});

	test('stops when told to', () => {
		let count = 0;
		walk('ab👍🏽👍🏽', 0, 10, () => ++count < 3);
		expect(count).toBe(3);
	});
});

test('widths are those of string-width', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			let sum = 0;
			walk(text, 0, text.length, (from, to) => {
				sum += graphemeWidth(text, from, to);
				return true;
			});
			expect(sum).toBe(cells(text));
			expect(widthOf(text)).toBe(cells(text));
		}),
	);
});
