import * as fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {narrow} from '../scripts/patches.js';

const characters = Array.from({length: 0x2800}, (_, code) => String.fromCodePoint(code)).filter(
	(character) => narrow.test(character),
);

describe('the widened fast path for widths', () => {
	test('takes more than ASCII', () => {
		expect(characters.length).toBeGreaterThan(1000);
		expect(narrow.test('▸ ● Delivered – “Fix the Basics” ───')).toBe(true);
	});

	test('takes nothing that joins with its neighbours or is wider than a cell', () => {
		for (const text of ['会', '👍', 'e\u0301', '\u200d', '\u00ad', '◽', '☕', '✨']) {
			expect(narrow.test(text)).toBe(false);
		}
	});

	test('gives every character the width that the library gives it', () => {
		expect(characters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
	});

	test('gives every text of them the width that the library gives it', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...characters)), (parts) => {
				expect(stringWidth(parts.join(''))).toBe(parts.length);
			}),
		);
	});
});
