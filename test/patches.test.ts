import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {patches} from '../scripts/patches.js';
import {isNarrow} from '../source/ui/text/graphemes.ts';

const characters = Array.from({length: 0x2800}, (_, code) => String.fromCodePoint(code)).filter(
	(character) => isNarrow(character),
);

describe('texts that every terminal shows in a cell a character', () => {
	test('takes more than ASCII', () => {
		expect(characters.length).toBeGreaterThan(1000);
		expect(isNarrow('▸ ● Delivered – “Fix the Basics” ───')).toBe(true);
	});

	test('takes nothing that joins with its neighbours or is wider than a cell', () => {
		for (const text of ['会', '👍', 'e\u0301', '\u200d', '\u00ad', '◽', '☕', '✨']) {
			expect(isNarrow(text)).toBe(false);
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

test('every text that the bundle replaces stands once in a file of its library', () => {
	const root = path.join(import.meta.dirname, '..', 'node_modules');
	const files = globSync('meow/build/*.js', {
		cwd: root,
	});
	for (const {file, find} of patches) {
		const found = files.filter((name) => file.test(name));
		expect(found).toHaveLength(1);
		const text = readFileSync(path.join(root, found[0] ?? ''), 'utf8');
		expect(text.split(find)).toHaveLength(2);
	}
});
