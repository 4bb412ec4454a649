import {expect, test} from 'vitest';
import {periodEnd, readPeriod, readSpan} from '../../../source/domain/records/periods.ts';

test.each([
	['2027', '2027'],
	[' 2027 ', '2027'],
	['2027-H1', '2027-H1'],
	['2027h2', '2027-H2'],
	['H1 2027', '2027-H1'],
	['h22027', '2027-H2'],
	['Q3 2027', '2027-Q3'],
	['q4/2027', '2027-Q4'],
	['2027 Q1', '2027-Q1'],
	['2027/04', '2027-04'],
	['2027-4', '2027-04'],
	['2027 / 12', '2027-12'],
	['2027-13', undefined],
	['2027-00', undefined],
	['2027-H3', undefined],
	['2027-Q5', undefined],
	['Q0 2027', undefined],
	['27-Q1', undefined],
	['2027-Q1-', undefined],
	['2027-04-01', undefined],
	['x2027', undefined],
	['', undefined],
])('a period typed “%s” is %s', (typed, period) => {
	expect(readPeriod(typed)).toBe(period);
});

test.each([
	['2027-2031', {from: '2027', to: '2031'}],
	[' 2027 – 2031 ', {from: '2027', to: '2031'}],
	['2027', {from: '2027', to: '2027'}],
	['2027 to 2031', {from: '2027', to: '2031'}],
	['2027-04 to 2031-03', {from: '2027-04', to: '2031-03'}],
	['2027-04–2031-03', {from: '2027-04', to: '2031-03'}],
	['2027-04-01 to 2031-03-31', {from: '2027-04-01', to: '2031-03-31'}],
	['2027-04', {from: '2027-04', to: '2027-04'}],
	['2031-2027', undefined],
	['2027-13 to 2028', undefined],
	['2027-4', undefined],
	['soon', undefined],
	['', undefined],
])('a span typed “%s” is %o', (typed, span) => {
	expect(readSpan(typed)).toEqual(span);
});

test.each([
	['2027', '2027-12'],
	['2027-H1', '2027-06'],
	['2027-H2', '2027-12'],
	['2027-Q1', '2027-03'],
	['2027-Q3', '2027-09'],
	['2027-Q4', '2027-12'],
	['2027-04', '2027-04'],
	['2027-11', '2027-11'],
])('%s ends with the month %s', (period, month) => {
	expect(periodEnd(period)).toBe(month);
});
