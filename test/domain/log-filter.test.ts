import {describe, expect, test} from 'vitest';
import {parseLogFilter, recordsOf, sayLogFilter} from '../../source/domain/queries/log/filter.ts';
import {fitsLog} from '../../source/domain/queries/log/fits.ts';
import {after, makeDatabase} from '../helpers/database.ts';

describe('a filter as it is typed', () => {
	test.each([
		['', {}],
		['late lift', {words: 'late lift'}],
		['by:chair', {by: 'chair'}],
		[
			'by:"Vice Chair" in:M-2 on:P1-04 late',
			{by: 'Vice Chair', in: 'M-2', on: 'P1-04', words: 'late'},
		],
		['late BY:Chair', {by: 'Chair', words: 'late'}],
		['by: late', {words: 'late'}],
		['by:"Vice Ch', {by: 'Vice Ch'}],
		['standby:chair', {words: 'standby:chair'}],
	])('%j', (typed, filter) => {
		expect(parseLogFilter(typed)).toEqual(filter);
		expect(parseLogFilter(sayLogFilter(filter))).toEqual(filter);
	});
});

describe('the acts that it leaves', () => {
	const worked = after(
		after(after(makeDatabase(), {kind: 'project/update', id: 'P1-02', note: 'Late.'}), {
			kind: 'meeting/open',
			id: 'M-2',
		}),
		{kind: 'action/add', text: 'Ring the supplier.', owner: 'smith', project: 'P1-02'},
	);
	/** The changes of the acts that fit. */
	const left = (typed: string) =>
		worked.log
			.filter((entry) => fitsLog(worked, entry, parseLogFilter(typed)))
			.map(({changes}) => changes?.[0]?.kind);
	const [comment, action] = ['project/update', 'action/add'];

	test.each([
		['on:P1-02', [comment, action]],
		['on:p1-02', [comment, action]],
		['on:"laptop refresh"', [comment, action]],
		['on:P1-0', []],
		['on:P1-03', []],
		['on:A-2', [action]],
		['on:P1-02 late', [comment]],
		['by:clerk late', [comment]],
		['by:chair', []],
		['supplier', [action]],
	])('%s', (typed, kinds) => {
		expect(left(typed)).toEqual(kinds);
	});

	test('of a meeting: those that fell in it and those that altered it', () => {
		const kinds = left('in:M-2');
		expect(kinds).toEqual(['meeting/open', action]);
		expect(left('in:november')).toEqual(kinds);
	});

	test('an act that was redacted is found by the records that it touched', () => {
		const entry = worked.log.find(({changes}) => changes?.[0]?.kind === comment);
		const {changes: _changes, effects: _effects, salt: _salt, ...stripped} = entry!;
		expect(recordsOf(stripped)).toEqual(['projects/P1-02']);
		expect(fitsLog(worked, stripped, {on: 'P1-02'})).toBe(true);
	});
});
