// Every phrase that documents print, in one place: a text that is altered by mistake is seen here, and one that is altered on purpose is altered here alone.
import {expect, test} from 'vitest';
import {documentRules} from '../../source/documents/source.ts';
import {voiceOf, wordsOf} from '../../source/domain/voice/index.ts';

/** What is put into a phrase: texts, one and several of something, a list of one and of two. */
const given: readonly unknown[][] = [
	['‹1›', '‹2›', '‹3›', '‹4›'],
	[1, '‹2›'],
	[2, '‹2›'],
	[['‹1›'], ['‹2›'], '‹3›'],
	[['‹1a›', '‹1b›'], ['‹2a›', '‹2b›'], '‹3›'],
];

/** A line for each text within, behind the way to it; of a function what it makes of texts. What wants more than texts has tests of its own. */
function phrasesIn(value: unknown, way = ''): string[] {
	if (typeof value === 'string') return [`${way}: ${value}`];
	if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
		return [`${way}: ${value.join(' | ')}`];
	}
	if (typeof value === 'function') {
		const made = given.flatMap((put) => phraseOf(value as Phrase, put) ?? []);
		return made
			.filter(
				(phrase, index) => made.findIndex((one) => shapeOf(one) === shapeOf(phrase)) === index,
			)
			.map((phrase) => `${way}: ${phrase}`);
	}
	if (typeof value !== 'object' || value === null)
		return value === undefined ? [] : [`${way}: ${JSON.stringify(value)}`];
	return Object.entries(value).flatMap(([name, inner]) =>
		phrasesIn(inner, way === '' ? name : `${way}.${name}`),
	);
}

/** A phrase whatever is put into it: one that differs in nothing else is listed once. */
const shapeOf = (phrase: string): string =>
	phrase.replaceAll(/‹(\d)\w*›(,‹\d\w*›)?/g, '‹$1›').replaceAll(/(?<!‹)\b[12]\b/g, '‹1›');

type Phrase = (...given: unknown[]) => unknown;

function phraseOf(make: Phrase, put: readonly unknown[]): string | undefined {
	try {
		const made = make(...put);
		const isPhrase =
			typeof made === 'string' && !/undefined|NaN|Invalid|\[object|native code/.test(made);
		return isPhrase ? made : undefined;
	} catch {
		return undefined;
	}
}

test.each(['en-GB', 'cy-GB'])('the words of documents in %s', async (locale) => {
	await expect(`${phrasesIn(wordsOf({locale})).join('\n')}\n`).toMatchFileSnapshot(
		`golden/phrases/${locale}.txt`,
	);
});

test('the words of documents in the United States', async () => {
	const voice = voiceOf({locale: 'en-US', timeZone: 'America/Chicago', law: 'us-open-meetings'});
	await expect(`${phrasesIn(voice).join('\n')}\n`).toMatchFileSnapshot('golden/phrases/en-US.txt');
});

test('the rules that a traced document names', async () => {
	await expect(`${phrasesIn(documentRules).join('\n')}\n`).toMatchFileSnapshot(
		'golden/phrases/rules.txt',
	);
});
