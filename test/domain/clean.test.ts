import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {clean, cleanLines} from '../../source/domain/clean.ts';
import {anyText} from '../ui/text/texts.ts';

describe('clean', () => {
	test.each([
		['harmless text', 'Café – 会議 👍🏽', 'Café – 会議 👍🏽'],
		['an escape sequence', '\u001b[2J\u0007', '␛[2J␇'],
		['NUL and DEL', '\u0000\u007f', '␀␡'],
		['a C1 control sequence', '\u009b2J\u0085', '\ufffd2J\ufffd'],
		['line breaks', 'a\nb\r\nc', 'a b c'],
		['a lone carriage return', 'paid\rnot', 'paid␍not'],
		['tabs', 'a\tb', 'a b'],
		['separators of lines and paragraphs', 'a\u2028b\u2029c', 'a b c'],
		[
			'overrides of the writing direction',
			'a\u202eb\u202c\u2066c\u2069',
			'a\ufffdb\ufffd\ufffdc\ufffd',
		],
		['marks of the writing direction', 'a\u200eb\u200fc\u061cd', 'abcd'],
		['invisible characters', '\ufeffa\u200bb\u2060c\u00add', 'abcd'],
		['lone surrogates', 'a\ud83db\udc69', 'a\ufffdb\ufffd'],
		['invisible tags', 'a\u{e0041}\u{e0042}b', 'ab'],
		['a family', '👩‍👩‍👧', '👩‍👩‍👧'],
		['a heart', '❤\ufe0f', '❤\ufe0f'],
		['the flag of England', 'x\n🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'x 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
	])('%s', (_, text, expected) => {
		expect(clean(text)).toBe(expected);
	});

	test('never lets a control character through', () => {
		fc.assert(
			fc.property(fc.oneof(anyText, fc.string({unit: 'binary'})), (text) => {
				expect(clean(text)).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
				expect(cleanLines(text)).not.toMatch(
					/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
				);
				expect(clean(text).isWellFormed()).toBe(true);
				expect(clean(clean(text))).toBe(clean(text));
				expect(cleanLines(text).replaceAll('\n', ' ')).toBe(clean(text));
			}),
			{numRuns: 500},
		);
	});

	test('every single control character is shown or a space', () => {
		for (let code = 0; code < 0xa0; code++) {
			const shown = clean(String.fromCharCode(code));
			expect(shown).toMatch(code >= 0x20 && code < 0x7f ? /^[ -~]$/ : /^[ \u2400-\u2421\ufffd]$/);
		}
	});
});

test('cleanLines keeps line breaks, as \\n', () => {
	expect(cleanLines('a\r\nb\n\u001b')).toBe('a\nb\n␛');
});
