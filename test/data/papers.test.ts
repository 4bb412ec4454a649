// What the samples must not take from the papers that they are drawn from: people, and sentences.
import {hash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {everySample, load, strings, textOf} from './files.ts';
import {mostWords, papers, runs, wordsOf} from './shingles.ts';

/**
 * Given and family names of everybody whom the papers name: head of paid service, Executive Councillor, portfolio holder,
 * author, responsible officer, democratic services. As digests, so that they do not stand here either.
 */
const names = new Set([
	'548a39619a81',
	'e85940bbb038',
	'8ecb3601fc29',
	'4dcc502be537',
	'96d9632f3635',
	'f57dbb83bc83',
	'5e608d7beca7',
	'9032fe77969e',
	'c23ad6f18412',
	'ab8f43da5c51',
	'52518386cc33',
	'1a5b521202dd',
	'c2665ea3e125',
	'b54a95127a4b',
	'72d0166b5707',
	'1934d8bfaed5',
	'de8b26f05493',
	'99bde068af2d',
	'4da03e81f9ed',
	'73c96f96c65b',
	'a37a8e531e1e',
	'29d0698563c6',
	'853dbc39c711',
	'265ce7673050',
	'972964b66bdf',
	'7781113a99f1',
]);
const namesSomebody = (text: string): boolean =>
	(text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) =>
		names.has(hash('sha256', word, 'hex').slice(0, 12)),
	);

/** Ids, digests and times, in which any digits may stand. */
const isMark = (path: string) =>
	/\/(id|hash|previousHash|payload|salt|session|seal|content|log|at|records\/.*)$/.test(path);

const files = [...everySample.map((name) => `${name}.json`), 'README.md'];

/** The texts of a file and where they stand. */
function textsOf(file: string): {path: string; value: string}[] {
	const text = textOf(file);
	return file.endsWith('.json') ? strings(JSON.parse(text)) : [{path: '', value: text}];
}

describe.each(files)('%s', (file) => {
	const texts = textsOf(file).filter(({path}) => !isMark(path));

	test('names nobody whom the papers name', () => {
		expect(texts.filter(({value}) => namesSomebody(value))).toEqual([]);
	});

	test.each([
		['a person’s title', /\b(Mr|Mrs|Ms|Miss|Dr|Sir|Cllr|OBE|MBE|CBE)\b/],
		['a named councillor', /\bCouncillor (?!for\b)[A-Z]/],
		['initials and a surname', /\b[A-Z] [A-Z] [A-Z][a-z]+/],
		['an e-mail address', /\S@\S/],
		['a telephone number', /\+44|\(0\d|(?<!C-)\b0\d{2,4}[ -]?\d{3}/],
		['a removed contact', /\[(number|address) removed\]/],
	])('holds no %s', (_what, pattern) => {
		expect(texts.filter(({value}) => pattern.test(value))).toEqual([]);
	});

	test('tells in words of its own', () => {
		const known = papers();
		const copied = texts
			.filter(({path}) => !isQuoted(file, path))
			.flatMap(({path, value}) =>
				runs(value)
					.filter(({digest}) => known.has(digest))
					.map(({words}) => `${path}: ${words}`),
			);
		expect(copied).toEqual([]);
	});
});

/**
 * The statements of Lincolnshire's strategy, which data/README.md says are its own: short by nature, and worth
 * nothing in other words.
 */
const isQuoted = (file: string, path: string) =>
	file.startsWith('lincolnshire') &&
	/^\/strategies\/\d+\/(.*\/)?(aims|criteria|principles)\/\d+\/text$/.test(path);

test('a copy would be found', () => {
	const known = papers();
	const {strategies} = load('lincolnshire-imt');
	for (const {text} of strategies[0]?.principles ?? []) {
		const found = runs(text).filter(({digest}) => known.has(digest));
		expect(found.length > 0).toBe(wordsOf(text).length > mostWords);
	}
});
