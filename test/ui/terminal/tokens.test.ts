import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	begin,
	hasLoneEscape,
	longestString,
	read,
	settleEscape,
	settlePaste,
	type ReaderState,
	type Token,
} from '../../../source/ui/terminal/tokens.ts';
import {esc, noise, paste, sequence, typed} from './streams.ts';

const binary = (bytes: Buffer | string) => Buffer.from(bytes as string).toString('latin1');

/** What a stream comes to when it arrives in these pieces and nothing follows. */
function tokensOf(...pieces: (Buffer | string)[]): Token[] {
	let state: ReaderState = begin;
	const tokens = pieces.flatMap((piece) => {
		const step = read(state, binary(piece));
		state = step.state;
		return step.tokens;
	});
	// That a terminal has answered is not a key either.
	return [...tokens, ...settleEscape(state).tokens].filter((token) => !('answer' in token));
}

const keysIn = (...pieces: (Buffer | string)[]) =>
	tokensOf(...pieces).flatMap((token) =>
		'key' in token ? [token.key] : 'paste' in token ? [`paste: ${token.paste}`] : [],
	);

/** Cut at some places. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
	const at = [...new Set(places.map((place) => place % (bytes.length + 1)))].toSorted(
		(a, b) => a - b,
	);
	return [0, ...at].map((from, index) => bytes.subarray(from, at[index]));
}

const stream = fc
	.array(fc.oneof(sequence, typed, paste, noise), {maxLength: 12})
	.map((parts) => Buffer.concat(parts));

test('the same bytes are the same tokens, in whatever pieces they come', () => {
	fc.assert(
		fc.property(stream, fc.array(fc.nat(), {maxLength: 8}), (bytes, places) => {
			expect(tokensOf(...cut(bytes, places))).toEqual(tokensOf(bytes));
		}),
		{numRuns: 500},
	);
	fc.assert(
		fc.property(stream, (bytes) => {
			const single = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
			expect(tokensOf(...single)).toEqual(tokensOf(bytes));
		}),
	);
});

test('what a terminal reports is not a key, alone or between keys', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(typed, sequence), {maxLength: 10}), (pairs) => {
			// What colour the ground has and what a pointer did is heard, but is not a key.
			const heard = tokensOf(...pairs.flat()).filter(
				(token) => !('ground' in token || 'pointer' in token),
			);
			expect(heard).toEqual(tokensOf(...pairs.map(([key]) => key)));
		}),
		{numRuns: 300},
	);
});

test('a paste is its text, whatever is in it', () => {
	fc.assert(
		fc.property(paste, (bytes) => {
			const text = bytes.subarray(6, -6).toString();
			expect(tokensOf(bytes)).toEqual([{paste: text}]);
		}),
	);
});

describe('what was seen to act', () => {
	test.each<[string, string[], string[]]>([
		['a version that is told', [`${esc}P>|foot(1.16.2)${esc}\\`], []],
		['the same in pieces', [esc, 'P>|fo', `ot(1.16.2)${esc}`, '\\j'], ['j']],
		['a colour that is told', [`${esc}]11;rgb:1e1e/1e1e/1e1e\u0007x`], ['x']],
		['an old mouse report', [`${esc}[M `, '!', '!j'], ['j']],
		['an arrow in two pieces', [`${esc}[`, 'A'], ['up']],
		['a paste in many', [`${esc}[2`, '00', '~te', `xt${esc}[2`, '01', '~j'], ['paste: text', 'j']],
		[
			'what only looks like its end',
			[`${esc}[200~a${esc}[201`, `b${esc}[201~`],
			[`paste: a${esc}[201b`],
		],
	])('%s', (_, pieces, expected) => {
		expect(keysIn(...pieces)).toEqual(expected);
	});
});

describe('what does not end', () => {
	const open = `${esc}P never ended`;

	test('swallows no more than its bound', () => {
		expect(keysIn(open, 'x'.repeat(longestString - open.length + 2))).toEqual([]);
		expect(keysIn(open, 'x'.repeat(longestString), 'jk')).toContain('k');
	});

	test.each([
		['Esc', [esc, 'jk'], ['j', 'k']],
		['Esc twice', [esc, esc], ['escape']],
		['Ctrl+C', ['\u0003', 'jk'], ['j', 'k']],
		['an arrow', [`${esc}[A`, 'j'], ['up', 'j']],
		['another message, which ends', [`${esc}]11;?\u0007`, 'j'], ['j']],
		['CAN', ['\u0018j'], ['j']],
	])('%s ends it', (_, pieces, expected) => {
		expect(keysIn(open, ...pieces)).toEqual(expected);
	});

	test('Enter does not end it, and is not a key', () => {
		expect(keysIn(open, '\r', 'y\r')).toEqual([]);
	});

	test('a control key breaks off a sequence and is a key', () => {
		expect(keysIn(`${esc}[12`, '\u0003j')).toEqual(['ctrl+c', 'j']);
		expect(keysIn(`${esc}[M`, '\r')).toEqual(['enter']);
	});

	test('a paste without an end is a paste as soon as somebody says so', () => {
		const {state} = read(begin, binary(`${esc}[200~Minutes é`));
		expect(settlePaste(state).tokens).toEqual([{paste: 'Minutes é'}]);
	});

	test('only an Escape waits for time, and never behind a bracket', () => {
		for (const [bytes, waits] of [
			[esc, true],
			[esc + esc, true],
			[`${esc}[`, false],
			[`${esc}O`, false],
			[`${esc}]0`, false],
			['j', false],
		] as const) {
			expect(hasLoneEscape(read(begin, bytes).state)).toBe(waits);
		}
	});
});
