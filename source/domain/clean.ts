// Text from a database is data: nothing in it may steer the terminal or disguise what it says.

/** One test tells that a text is harmless, which nearly every text is. */
const harmful =
	/[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/u;

// The flags of England, Scotland and Wales are a black flag and invisible tags: those tags stay.
const parts = new RegExp(
	String.raw`\r?\n|\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f}|${harmful.source}`,
	'gu',
);

/** Controls that embed, override or isolate a writing direction. */
const directs = (code: number) =>
	(code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);

function harmless(part: string): string {
	const code = part.codePointAt(0) ?? 0;
	if (code === 0x1f3f4) return part;
	if (code === 0x09 || code === 0x2028 || code === 0x2029) return ' ';
	if (code < 0x20) return String.fromCharCode(0x2400 + code);
	if (code === 0x7f) return '␡';
	const surrogate = code >= 0xd800 && code <= 0xdfff;
	return code < 0xa0 || surrogate || directs(code) ? '\ufffd' : '';
}

/**
 * A text made harmless for one line on a terminal: line breaks and tabs become a space, other control
 * characters their visible picture (␛) or U+FFFD, as do lone surrogates and controls of the writing
 * direction; other invisible characters that can disguise a text are dropped. Joiners inside emoji
 * stay.
 */
export function clean(text: string): string {
	if (!harmful.test(text)) return text;
	return text.replace(parts, (part) => (part.endsWith('\n') ? ' ' : harmless(part)));
}

/** The same, but line breaks stay, as \n. */
export function cleanLines(text: string): string {
	if (!harmful.test(text)) return text;
	return text.replace(parts, (part) => (part.endsWith('\n') ? '\n' : harmless(part)));
}
