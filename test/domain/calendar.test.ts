import {describe, expect, test} from 'vitest';
import {
	addDays,
	addMonths,
	dayIn,
	sayAgo,
	sayDay,
	sayPeriod,
	sayShortDay,
	timeIn,
} from '../../source/domain/calendar.ts';
import {parseDay, parsePastDay} from '../../source/domain/typed-days.ts';

const london = 'Europe/London';

describe('a day as people type it', () => {
	const today = '2026-11-22'; // A Sunday.
	test.each([
		// Said in full.
		['2020-10-12', '2020-10-12'],
		['2020-1-2', '2020-01-02'],
		['12/10/2020', '2020-10-12'],
		['31/12/2026', '2026-12-31'],
		['12 October 2021', '2021-10-12'],
		['October 12, 2021', '2021-10-12'],
		// Without a year: the next one that is not before today.
		['21 Nov', '2027-11-21'],
		['22 Nov', '2026-11-22'],
		['23 Nov', '2026-11-23'],
		['12/10', '2027-10-12'],
		['1/2', '2027-02-01'],
		['13/12', '2026-12-13'],
		['Oct 12', '2027-10-12'],
		// However the month is cut, spelled or dotted.
		['12 mar', '2027-03-12'],
		['12 march', '2027-03-12'],
		['12 marc', '2027-03-12'],
		['12 MAY', '2027-05-12'],
		['3 sep', '2027-09-03'],
		['3 sept', '2027-09-03'],
		['3 Sept.', '2027-09-03'],
		['3rd September', '2027-09-03'],
		['1st dec', '2026-12-01'],
		['  1   Dec ', '2026-12-01'],
		// From today.
		['today', '2026-11-22'],
		['Tomorrow', '2026-11-23'],
		['+0d', '2026-11-22'],
		['+3d', '2026-11-25'],
		['+10 days', '2026-12-02'],
		['+2w', '2026-12-06'],
		['+ 2 weeks', '2026-12-06'],
		['+1m', '2026-12-22'],
		['+1 month', '2026-12-22'],
		['+1y', '2027-11-22'],
		// The next weekday of that name after today.
		['mon', '2026-11-23'],
		['tues', '2026-11-24'],
		['thurs', '2026-11-26'],
		['Saturday', '2026-11-28'],
		['10/12/20', '2020-12-10'],
		['sun', '2026-11-29'],
		['next fri', '2026-11-27'],
	])('%s is %s', (typed, day) => {
		expect(parseDay(typed, today)).toBe(day);
	});

	test.each([
		'',
		' ',
		'yes',
		'12',
		'Oct',
		'12 ma',
		'12 marz',
		'12 marching',
		'12 smarch',
		'32 Oct',
		'0 Oct',
		'31 Nov',
		// Which year is meant has to be said where the next one has none.
		'29 Feb',
		'29 Feb 2027',
		'29/02/2027',
		'2027-02-29',
		'2026-13-01',
		'2026-00-10',
		'0050-01-01',
		'13/13',
		'12/10/2020/1',
		'2w',
		'-2w',
		'+w',
		'+2x',
		'+2wk',
		'+1000d',
		'month',
		'monkey',
		'sunk',
		'fr',
		'next',
		'today tomorrow',
		'12 Oct 2020 extra',
		'٣/٤',
	])('“%s” is none', (typed) => {
		expect(parseDay(typed, today)).toBeUndefined();
	});

	test.each([
		['+1m', '2026-01-31', '2026-02-28'],
		['+1m', '2028-01-31', '2028-02-29'],
		['+1m', '2026-12-31', '2027-01-31'],
		['+3m', '2026-11-30', '2027-02-28'],
		['+12m', '2028-02-29', '2029-02-28'],
		['+1y', '2028-02-29', '2029-02-28'],
		['+4y', '2028-02-29', '2032-02-29'],
		['tomorrow', '2026-12-31', '2027-01-01'],
		['tomorrow', '2028-02-28', '2028-02-29'],
		['29 Feb', '2028-02-29', '2028-02-29'],
		['29 Feb', '2027-03-01', '2028-02-29'],
		['1 Jan', '2026-12-31', '2027-01-01'],
		['mon', '2026-11-23', '2026-11-30'],
	])('%s on %s is %s', (typed, today, day) => {
		expect(parseDay(typed, today)).toBe(day);
	});
});

test.each([
	['2026-02-28', 1, '2026-03-01'],
	['2028-02-28', 1, '2028-02-29'],
	['2026-01-01', -1, '2025-12-31'],
	['2026-03-28', 2, '2026-03-30'], // Over the start of summer time.
])('%s and %i days is %s', (day, days, then) => {
	expect(addDays(day, days)).toBe(then);
});

test.each([
	['2026-03-31', -1, '2026-02-28'],
	['2026-01-15', 0, '2026-01-15'],
	['2026-08-31', 13, '2027-09-30'],
])('%s and %i months is %s', (day, months, then) => {
	expect(addMonths(day, months)).toBe(then);
});

test.each([
	['2020-10-12', '12 October 2020', '12 Oct 2020'],
	['2020-10-02', '2 October 2020', '02 Oct 2020'],
	['2020-10-12T23:30:00.000Z', '12 October 2020', '12 Oct 2020'],
	['2019-05', 'May 2019', 'May 2019'],
	['2019', '2019', '2019'],
])('%s is said %s, in columns %s', (date, long, short) => {
	expect([sayDay(date), sayShortDay(date)]).toEqual([long, short]);
});

test.each([
	['2019-05-07', '2019-05-10', '7–10 May 2019'],
	['2019-04-29', '2019-05-02', '29 April–2 May 2019'],
	['2019-12-30', '2020-01-02', '30 December 2019–2 January 2020'],
	['2019-05-07', '2019-06-07', '7 May–7 June 2019'],
	['2019-05-07', '2020-05-07', '7 May 2019–7 May 2020'],
	['2019-05-07', '2019-05-07', '7 May 2019'],
	['2019-05', '2019-07', 'May–July 2019'],
	['2019-05', '2020-05', 'May 2019–May 2020'],
	['2019', '2022', '2019–2022'],
	['2019', '2019', '2019'],
	['2019', '2020-03', '2019–March 2020'],
	['2019-05', '2019-05-10', 'May 2019–10 May 2019'],
])('%s to %s is said %s', (from, to, said) => {
	expect(sayPeriod({from, to})).toBe(said);
});

test('a period of one date is said as that date', () => {
	expect(sayPeriod('2019-05-07')).toBe('7 May 2019');
});

// Summer time began on 29 March 2026 at 01:00 UTC and ended on 25 October at 01:00 UTC.
test.each([
	['2026-01-15T23:59:59.000Z', london, '2026-01-15', '23:59'],
	['2026-01-15T00:00:00.000Z', london, '2026-01-15', '00:00'],
	['2026-03-29T00:59:59.000Z', london, '2026-03-29', '00:59'],
	['2026-03-29T01:00:00.000Z', london, '2026-03-29', '02:00'],
	['2026-06-30T22:59:00.000Z', london, '2026-06-30', '23:59'],
	['2026-06-30T23:00:00.000Z', london, '2026-07-01', '00:00'],
	['2026-10-25T00:30:00.000Z', london, '2026-10-25', '01:30'],
	['2026-10-25T01:30:00.000Z', london, '2026-10-25', '01:30'],
	['2026-12-31T23:30:00.000Z', 'Europe/Berlin', '2027-01-01', '00:30'],
	['2026-06-30T23:30:00.000Z', 'UTC', '2026-06-30', '23:30'],
])('%s in %s is %s %s', (instant, timeZone, day, time) => {
	expect([dayIn(instant, timeZone), timeIn(instant, timeZone)]).toEqual([day, time]);
});

test('a day is its own day in every zone', () => {
	expect(dayIn('2026-06-30', 'Pacific/Auckland')).toBe('2026-06-30');
});

test.each([
	['10:00:00', '0 s ago'],
	['09:59:48', '12 s ago'],
	['09:58:31', '89 s ago'],
	['09:58:30', '2 min ago'],
	['08:30:01', '90 min ago'],
	['08:30:00', '2 h ago'],
	['00:00:00', '10 h ago'],
	['10:00:05', '0 s ago'], // Another machine's clock is ahead.
])('at 10:00:00, %s is said %s', (time, said) => {
	expect(sayAgo(`2026-11-22T${time}.000Z`, '2026-11-22T10:00:00.000Z')).toBe(said);
});

test.each([
	['2026-11-20T22:00:01.000Z', '36 h ago'],
	['2026-11-20T22:00:00.000Z', '2 days ago'],
	['2026-11-12T10:00:00.000Z', '10 days ago'],
])('on 22 November at 10:00, %s is said %s', (instant, said) => {
	expect(sayAgo(instant, '2026-11-22T10:00:00.000Z')).toBe(said);
});

describe('a day that has been', () => {
	const today = '2026-11-22'; // A Sunday.
	test.each([
		['12 Oct', '2026-10-12'],
		['12 Dec', '2025-12-12'],
		['Dec 12', '2025-12-12'],
		['12/12', '2025-12-12'],
		['22 Nov', '2026-11-22'],
		['fri', '2026-11-20'],
		['sunday', '2026-11-22'],
		['today', '2026-11-22'],
		['yesterday', '2026-11-21'],
		['2026-12-12', '2026-12-12'],
		['12 Dec 2026', '2026-12-12'],
		['+2w', '2026-12-06'],
	])('%s is %s', (typed, day) => {
		expect(parsePastDay(typed, today)).toBe(day);
	});

	test.each(['', 'soon', '31 Feb', '12'])('“%s” is not a day', (typed) => {
		expect(parsePastDay(typed, today)).toBeUndefined();
	});
});

test('London needs no tables: every hour around each change of the clocks is as ICU has it', () => {
	const told = new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Europe/London',
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	});
	const byTables = (at: Date) => {
		const {day, month, year, hour, minute} = Object.fromEntries(
			told.formatToParts(at).map(({type, value}) => [type, value]),
		);
		return `${year}-${month}-${day} ${hour}:${minute}`;
	};
	const wrong: string[] = [];
	for (let at = Date.UTC(1997, 0, 1, 0, 30); at < Date.UTC(2037, 0, 1); at += 3_600_000) {
		const [month, day] = [new Date(at).getUTCMonth(), new Date(at).getUTCDate()];
		// The clocks change on the last Sunday of March and October. Of other days the first hours will do.
		const isNearChange = (month === 2 || month === 9) && day >= 24;
		if (!isNearChange && new Date(at).getUTCHours() > 1) continue;
		const instant = new Date(at).toISOString();
		const said = `${dayIn(instant, 'Europe/London')} ${timeIn(instant, 'Europe/London')}`;
		if (said !== byTables(new Date(at))) wrong.push(instant);
	}
	expect(wrong).toEqual([]);
});
