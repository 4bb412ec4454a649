// Texts that are hard to edit, and an independent idea of graphemes and widths to judge by.
import * as fc from 'fast-check';
import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter();

export const graphemes = (text: string) => [...segmenter.segment(text)].map(({segment}) => segment);

/** Every grapheme boundary, 0 and the length among them. */
export const boundaries = (text: string) => [
	...[...segmenter.segment(text)].map(({index}) => index),
	text.length,
];

export const cells = (text: string) => stringWidth(text, {countAnsiEscapeCodes: true});

/** Pieces that join with their neighbours, are wide, are invisible or are dangerous. */
const pieces = [
	['a', 'b', 'Z', ' ', '  ', '.', "'", '’', '–', '_', '7', 'word', 'lengthening'],
	['\n', '\r', '\r\n', '\t', '\u0000', '\u001b[31m', '\u007f', '\u0085', '\u009b', '\u2028'],
	['é', 'e\u0301', '\u0301', '\u200d', '\ufe0f', '\u0308', '\u00ad', '\u00a9', '\u200b'],
	['👩‍👩‍👧', '👍🏽', '👩', '🇬', '🇧', '1\ufe0f\u20e3', '❤\ufe0f', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '\ud83d', '\udc69'],
	['会', '議', 'を', '한', '가', '\u1100', '\u1161', '\u11a8', 'ｶ', '\uff9e'],
	['\u0600', '\u0d4e', 'क', '\u094d', 'ष', 'ि', 'ส', 'ว', 'ั', 'א', 'ب', '\u202e', '\u2066'],
].flat();

export const anyText = fc
	.array(
		fc.oneof({weight: 5, arbitrary: fc.constantFrom(...pieces)}, fc.string({unit: 'binary'})),
		{
			maxLength: 40,
		},
	)
	.map((parts) => parts.join(''));

/** Words, blanks and line breaks in printable ASCII. */
export const plainText = fc
	.array(fc.constantFrom('a', 'of', 'the', 'council', 'x'.repeat(30), ' ', '  ', '\n', ', ', '-'), {
		maxLength: 60,
	})
	.map((parts) => parts.join(''));
