import {describe, expect, test} from 'vitest';
import {reject} from '../../source/domain/rejection.ts';
import {projectStatuses} from '../../source/domain/schema/index.ts';
import {textFields} from '../../source/domain/schema/texts.ts';
import * as words from '../../source/domain/words.ts';
import {count, cut, nearest, sayNumber, sayValue} from '../../source/domain/words.ts';

describe('the nearest words to a mistyped one', () => {
	test.each([
		['delivred', projectStatuses, ['delivered']],
		['DELIVERED', projectStatuses, ['delivered']],
		['inprogress', projectStatuses, ['in-progress']],
		['on hold', projectStatuses, ['on-hold']],
		['proposd', projectStatuses, ['proposed']],
		['p1-02', ['P1-01', 'P1-02', 'P2-02'], ['P1-02', 'P1-01', 'P2-02']],
		['P1-2', ['P1-02', 'P2-22'], ['P1-02', 'P2-22']],
		['rad', ['red', 'amber', 'green'], ['red']],
	])('of %s', (typed, candidates, found) => {
		expect(nearest(typed, candidates)).toEqual(found);
	});

	test.each([
		['banana', projectStatuses],
		['', projectStatuses],
		['xyz', ['red', 'amber']],
		['Z9', ['P1', 'P2']],
		['anything', []],
	])('of “%s” are none', (typed, candidates) => {
		expect(nearest(typed, candidates)).toEqual([]);
	});

	test('are three at most', () => {
		expect(nearest('P1-00', ['P1-01', 'P1-02', 'P1-03', 'P1-04'])).toHaveLength(3);
	});

	test('of megabytes are none, at once', () => {
		expect(nearest('x'.repeat(5_000_000), projectStatuses)).toEqual([]);
	});
});

test.each([
	['status', 'blocked', 'Pending dependencies'],
	['status', 'adjourned', 'Adjourned'],
	['status', 'in-attendance', 'In attendance'],
	['confidence', 'amber', 'Amber'],
	['outcome', 'recommended-to-council', 'Recommended to council'],
	['owner', 'blocked', '“blocked”'],
	['owner', undefined, 'nothing'],
	['owner', '', 'nothing'],
	['budget', 250_000, '“250000”'],
	['key', false, '“false”'],
	['agenda', ['I-1', 'I-2'], '“I-1, I-2”'],
	['domains', [], 'nothing'],
	['callInWaived', {by: 'the Mayor', why: 'A leak.'}, '“the Mayor, A leak.”'],
	['vote', {}, 'nothing'],
	['amendments', [{text: 'Add a day.', fate: 'lost'}], '“Add a day., lost”'],
	['note', 'x'.repeat(60), `“${'x'.repeat(60)}”`],
	['note', 'x'.repeat(61), `“${'x'.repeat(59)}…”`],
])('the %s %j is said %s', (field, value, said) => {
	expect(sayValue(field, value)).toBe(said);
});

test('a text is cut without halving a character', () => {
	expect([cut('ab😀d', 4), cut('ab😀', 4), cut('abc', 3)]).toEqual(['ab…', 'ab😀', 'abc']);
});

test.each([
	[0, '0 entries'],
	[1, '1 entry'],
	[2, '2 entries'],
])('%i is counted %s', (number, said) => {
	expect(count(number, 'entry', 'entries')).toBe(said);
});

test('thousands are parted as the organisation’s locale has it, as in the United Kingdom where it names none', () => {
	expect(sayNumber(1234567.5, {})).toBe('1,234,567.5');
	expect(sayNumber(1234567, {locale: 'en-IN'})).toBe('12,34,567');
});

test('a plural is the word with an s unless another is given', () => {
	expect([count(1, 'project'), count(3, 'project')]).toEqual(['1 project', '3 projects']);
});

test('a rejection is one line of bounded length, whatever is quoted in it', () => {
	expect(reject('invalid', 'a\nb\r\nc\u001b[2Jd\u2028e\u0085f\ud800').message).toBe(
		'a b c [2Jd e f\ufffd',
	);
	expect(reject('invalid', 'x'.repeat(1_000_000)).message).toHaveLength(2000);
});

test('the words for every fixed value and field are as they were read last', async () => {
	const {fieldWord} = words;
	const tables = Object.entries(words).filter(([, table]) => typeof table === 'object');
	const fields = [...new Set(textFields().map((way) => way.split('/').at(-1) ?? ''))].toSorted();
	const lines = [
		...tables.flatMap(([name, table]) => [
			`# ${name}`,
			...Object.entries(table).map(([value, word]) => `${value}: ${String(word)}`),
			'',
		]),
		'# fields',
		...fields.map((field) => `${field}: ${fieldWord(field)}`),
	];
	await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/words.txt');
});
