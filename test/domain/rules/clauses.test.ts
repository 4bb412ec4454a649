import {expect, test} from 'vitest';
import {clausesIn, inClauses, letter} from '../../../source/domain/rules/clauses.ts';
import {sameWording} from '../../../source/domain/rules/wording.ts';

test('a wording that numbers its parts is read as clauses, with those below them and what leads up to them', () => {
	expect(
		clausesIn(
			'That the Board\n(1) sign the lease, provided that\n  (a) the rent is fixed, and\n  (b) the roof\n  is whole;\n(2) tell the members.',
		),
	).toEqual({
		lead: 'That the Board',
		clauses: [
			{
				text: 'sign the lease, provided that',
				clauses: [{text: 'the rent is fixed, and'}, {text: 'the roof\nis whole;'}],
			},
			{text: 'tell the members.'},
		],
	});
});

test('one that letters its parts too, with small Roman numbers below, nine letters and more', () => {
	expect(
		clausesIn('That\n(a) the lease be signed:\n(i) by two;\n(ii) soon;\n(b) it be told.'),
	).toEqual({
		lead: 'That',
		lettered: true,
		clauses: [
			{text: 'the lease be signed:', clauses: [{text: 'by two;'}, {text: 'soon;'}]},
			{text: 'it be told.'},
		],
	});
	const ten = Array.from('abcdefghij', (mark) => `(${mark}) Part ${mark}.`).join('\n');
	expect(clausesIn(ten)?.clauses.map(({text}) => text)).toEqual(
		Array.from('abcdefghij', (mark) => `Part ${mark}.`),
	);
	expect(clausesIn('(a) That it be signed.\n(c) That it be told.')).toBeUndefined();
	expect(clausesIn('(a) That it be signed.')).toBeUndefined();
});

test.each([
	['one text', 'That the lease be signed.'],
	['one number alone', '(1) That the lease be signed.'],
	['numbers with a gap', '(1) That it be signed.\n(3) That it be told.'],
	['numbers that begin elsewhere', '2. That it be signed.\n3. That it be told.'],
	['a sum at the beginning of a line', 'That the sums be\n1.5 million\n2.5 million'],
])('%s is not a list of clauses', (_, text) => {
	expect(clausesIn(text)).toBeUndefined();
});

test('several recommendations are numbered, unless they number themselves; one is not', () => {
	expect(inClauses(['That a.', 'That b.'])).toBe('(1) That a.\n(2) That b.');
	expect(inClauses(['1. That a.', '2. That b.'])).toBe('1. That a.\n2. That b.');
	expect(inClauses(['That a.'])).toBe('That a.');
	expect(inClauses([])).toBe('');
});

test('a wording is the same however it is laid out, and another when a word is', () => {
	expect(sameWording('That a. That b.', '(1) That a.\n(2)  That b.')).toBe(true);
	expect(sameWording('1. That a. 2. That b.', '(1) That a.\n(2) That b.')).toBe(true);
	expect(sameWording('That a. That b.', 'That a.\nThat c.')).toBe(false);
});

test('clauses below another are lettered on after z', () => {
	expect([0, 25, 26, 27].map(letter)).toEqual(['a', 'z', 'aa', 'ab']);
});
