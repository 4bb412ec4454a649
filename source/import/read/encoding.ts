import {Unreadable} from './paper.ts';

/** The characters of Windows-1252 that are not those of Latin-1, from 0x80 to 0x9f. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file's bytes: UTF-8, UTF-16, else Windows-1252, which any bytes are. Says what it was. */
function decode(bytes: Uint8Array): {text: string; encoding: string} {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) return utf8(bytes.subarray(3));
	if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
	if (first === 0xfe && second === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
	const zeros = [0, 0];
	const sample = bytes.subarray(0, 4096);
	for (const [at, byte] of sample.entries())
		if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
	const half = sample.length / 2;
	const [even = 0, odd = 0] = zeros;
	// Of Western text in UTF-16, every second byte is zero, or nearly every.
	if (odd > half * 0.7 && even < half * 0.1) return utf16(bytes, 'utf-16le');
	if (even > half * 0.7 && odd < half * 0.1) return utf16(bytes, 'utf-16be');
	return utf8(bytes);
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be') {
	const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
	return {text: new TextDecoder(encoding).decode(even), encoding: 'UTF-16'};
}

function utf8(bytes: Uint8Array): {text: string; encoding: string} {
	try {
		const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		return {text: mended(text) ?? text, encoding: mended(text) ? 'UTF-8, read twice' : 'UTF-8'};
	} catch {
		return {text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252'};
	}
}

/** How UTF-8's dashes and quotation marks look when a program took them for Windows-1252. */
const garbled = /â€[“”™˜œ\u009d¦¢]|Ã[©¨¢´§]|Â[£ \u00a0]/;

/** A text that some program garbled like that, read aright; undefined when it was not, or not all of it. */
function mended(text: string): string | undefined {
	if (!garbled.test(text)) return undefined;
	const bytes = new Uint8Array(text.length);
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		const byte = code < 0x100 ? code : windows.indexOf(text.charAt(at)) + 0x80;
		if (byte < 0x80 && code >= 0x80) return undefined;
		bytes[at] = byte;
	}
	try {
		return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		return undefined;
	}
}

/** More control characters than this share, and it is not text. */
const mostControls = 0.01;

/**
 * The text of a paper as it is read: line breaks made one kind, invisible characters and ligatures taken out. Throws
 * Unreadable when the bytes are not text.
 */
export function readText(bytes: Uint8Array): {text: string; encoding: string} {
	const {text, encoding} = decode(bytes);
	const controls = text.match(/[\x00-\x08\x0e-\x1f\ufffd]/g)?.length ?? 0;
	if (text.includes('\0') || controls > Math.max(2, text.length * mostControls)) {
		throw new Unreadable('this is not text: expected a Word file (.docx), or text (.txt, .md)');
	}
	return {text: normalise(text), encoding};
}

/** Characters that stand for others in print, and those that cannot be seen. */
export const normalise = (text: string): string =>
	text
		.toWellFormed()
		.replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
		.replaceAll(
			/[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g,
			'',
		)
		.replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
		// Whatever reads on looks for words around blanks, from each of them on: nobody sets a table that wide.
		.replaceAll(/[^\S\n]{200,}/g, (blanks) => blanks.slice(0, 200))
		.replaceAll('\u2011', '-')
		.replaceAll(/[ﬀ-ﬄ]/g, (ligature) => ligature.normalize('NFKC'));
