import {describe, expect, test} from 'vitest';
import {
	calendarOf,
	parseDay,
	parsePastDay,
	parseTime,
	whyNoDay,
	whyNoTime,
} from '../../source/domain/typed-days.ts';

const today = '2026-11-22';
const at = (locale?: string) =>
	calendarOf({organisation: {name: 'X', timeZone: 'UTC', ...(locale ? {locale} : {})}}, today);

describe('12/10 is read in the order of the organisation', () => {
	test.each([
		['en-US', '2026-12-10'],
		['en-CA', '2026-12-10'],
		['en-GB', '2026-10-12'],
		['cy', '2026-10-12'],
		[undefined, '2026-10-12'],
	])('%s: %s', (locale, day) => {
		expect(parseDay('12/10/2026', at(locale))).toBe(day);
		expect(parseDay('12/10/26', at(locale))).toBe(day);
		// What stands in words is not a matter of order.
		expect(parseDay('10 Dec 2026', at(locale))).toBe('2026-12-10');
		expect(parseDay('December 10, 2026', at(locale))).toBe('2026-12-10');
	});

	test('without its year, to come and gone', () => {
		expect(parseDay('12/10', at('en-US'))).toBe('2026-12-10');
		expect(parseDay('11/10', at('en-US'))).toBe('2027-11-10');
		expect(parsePastDay('12/10', at('en-US'))).toBe('2025-12-10');
		expect(parsePastDay('12/10', at('en-GB'))).toBe('2026-10-12');
	});
});

describe('what no calendar has is refused in one line', () => {
	test.each([
		['en-GB', '31 Nov', 'there is no 31 November'],
		['en-US', '31 Nov', 'there is no November 31'],
		['en-GB', '30/02/2027', 'there is no 30 February'],
		['en-GB', '29 Feb 2027', '2027 has no 29 February'],
		['en-GB', '29 Feb', '2027 has no 29 February: give its year'],
		['en-GB', '12/25/2026', 'there is no month 25: the day comes first here'],
		['en-US', '25/12/2026', 'there is no month 25: the month comes first here'],
		['en-GB', '0 Oct', 'there is no 0 October'],
		['en-GB', 'soon', '“soon” is not a date: type 12 Oct, +2w, fri or 2020-10-12'],
		['en-US', 'soon', '“soon” is not a date: type Oct 12, +2w, fri or 2020-10-12'],
	])('%s, %s: %s', (locale, typed, says) => {
		expect(parseDay(typed, at(locale))).toBeUndefined();
		expect(whyNoDay(typed, at(locale))).toBe(says);
	});

	test.each([
		['en-GB', '31 Nov 14:00', 'there is no 31 November'],
		['en-US', 'Nov 31 at 6:30 p.m.', 'there is no November 31'],
		['en-US', 'soon', '“soon” is not a date and time: type Oct 12 6:30 pm'],
		['en-GB', '12 Dec', '“12 Dec” is not a date and time: type 12 Oct 14:00'],
	])('with a time too: %s, %s: %s', (locale, typed, says) => {
		expect(parseTime(typed, at(locale))).toBeUndefined();
		expect(whyNoTime(typed, at(locale))).toBe(says);
	});
});

test.each([
	['12/10/2026 6:30 p.m.', '2026-12-10T18:30'],
	['December 10, 2026, 6:30 p.m.', '2026-12-10T18:30'],
	['Dec 10 at 6:30 PM', '2026-12-10T18:30'],
	['12/10/2026 9 a.m.', '2026-12-10T09:00'],
	['12/10/2026 12:15 a.m.', '2026-12-10T00:15'],
	['2026-12-10T18:30', '2026-12-10T18:30'],
])('%s in Chicago is %s', (typed, time) => {
	expect(parseTime(typed, at('en-US'))).toBe(time);
});
