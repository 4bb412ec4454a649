import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import file from '../../../data/holidays-england-and-wales.json' with {type: 'json'};
import type {Database} from '../../../source/domain/schema/index.ts';
import {lawOf} from '../../../source/domain/law/index.ts';
import {addDays} from '../../../source/domain/calendar.ts';
import {
	afterWorkingDays,
	clearDays,
	type DayKind,
	isWorkingDay,
	lastDayFor,
	sayLeftOut,
	spanOf,
} from '../../../source/domain/rules/days.ts';
import {makeDatabase} from '../../helpers/database.ts';

const holidaysOf = (database: Database) => lawOf(database).calendar(database);
const england = holidaysOf(makeDatabase());
const local = holidaysOf(makeDatabase({rules: {profile: 'england', holidays: ['2026-12-29']}}));
const plain = holidaysOf(makeDatabase({rules: {profile: 'plain', holidays: ['2026-12-29']}}));

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('the file of holidays', () => {
	/** Easter Sunday by the anonymous Gregorian algorithm (Nature, 20 April 1876). */
	function easter(year: number): string {
		const a = year % 19;
		const b = Math.floor(year / 100);
		const c = year % 100;
		const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
		const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
		const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
		const m = Math.floor((a + 11 * h + 22 * l) / 451);
		const sum = h + l - 7 * m + 114;
		return new Date(Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1))
			.toISOString()
			.slice(0, 10);
	}

	const firstMonday = (day: string): string => addDays(day, (8 - weekday(day)) % 7);
	const lastMonday = (day: string): string => addDays(day, -((weekday(day) + 6) % 7));
	const substitute = (day: string, name: string, taken: string[]): [string, string] => {
		let free = day;
		while ([0, 6].includes(weekday(free)) || (free !== day && taken.includes(free))) {
			free = addDays(free, 1);
		}
		return [free, free === day ? name : `${name} (substitute day)`];
	};

	/** What the Act of 1971 and the customary substitutes give, before any proclamation. */
	function standing(year: number): [string, string][] {
		const sunday = easter(year);
		const christmas = `${year}-12-25`;
		const boxing = `${year}-12-26`;
		// Where Christmas falls on a Sunday, Boxing Day keeps its Monday and Christmas takes the Tuesday.
		const first = substitute(christmas, 'Christmas Day', [boxing]);
		return [
			substitute(`${year}-01-01`, 'New Year’s Day', []),
			[addDays(sunday, -2), 'Good Friday'],
			[addDays(sunday, 1), 'Easter Monday'],
			[firstMonday(`${year}-05-01`), 'Early May bank holiday'],
			[lastMonday(`${year}-05-31`), 'Spring bank holiday'],
			[lastMonday(`${year}-08-31`), 'Summer bank holiday'],
			first,
			substitute(boxing, 'Boxing Day', [first[0]]),
		];
	}

	// Moved or added by proclamation.
	const special: Record<string, string | undefined> = {
		'2020-05-04': undefined,
		'2020-05-08': 'Early May bank holiday (VE Day)',
		'2022-05-30': undefined,
		'2022-06-02': 'Spring bank holiday',
		'2022-06-03': 'Platinum Jubilee bank holiday',
		'2022-09-19': 'State Funeral of Queen Elizabeth II',
		'2023-05-08': 'Coronation of King Charles III',
	};

	test('agrees with the standing pattern and the proclamations, day by day and name by name', () => {
		const years = Array.from({length: 13}, (_, index) => 2018 + index);
		const expected = new Map(
			Object.entries({...Object.fromEntries(years.flatMap(standing)), ...special}),
		);
		for (const [day, name] of expected) if (name === undefined) expected.delete(day);
		expect(Object.fromEntries(expected)).toEqual(file.holidays);
		expect([file.from, file.to]).toEqual(['2018', '2030']);
	});

	test.each([
		[2018, '2018-04-01'],
		[2024, '2024-03-31'],
		[2025, '2025-04-20'],
		[2027, '2027-03-28'],
		[2038, '2038-04-25'], // The latest that Easter can be.
	])('Easter of %i is %s', (year, day) => {
		expect(easter(year)).toBe(day);
	});

	test('stands in the order of its days, and no holiday falls on a weekend', () => {
		const days = Object.keys(file.holidays);
		expect(days).toEqual(days.toSorted());
		expect(days.filter((day) => [0, 6].includes(weekday(day)))).toEqual([]);
	});
});

describe('working days', () => {
	test.each([
		['2026-12-24', england, true], // A Thursday.
		['2026-12-25', england, false],
		['2026-12-26', england, false], // A Saturday.
		['2026-12-27', england, false],
		['2026-12-28', england, false], // For Boxing Day.
		['2026-12-29', england, true],
		['2026-12-29', local, false], // The council's own day.
		['2026-12-25', plain, true],
		['2026-12-26', plain, false],
		['2026-12-29', plain, false],
		['2020-05-04', england, true], // Moved to the 8th.
		['2020-05-08', england, false],
	])('%s', (day, calendar, working) => {
		expect(isWorkingDay(day, calendar)).toBe(working);
	});
});

describe('clear days', () => {
	// Neither the day of the notice nor that of the meeting: R v Justices of Herefordshire (1820).
	test.each<[string, string, DayKind, number, string]>([
		['2026-11-08', '2026-12-08', 'calendar', 29, 'one more than reg 9 asks'],
		['2026-11-09', '2026-12-08', 'calendar', 28, 'just enough'],
		['2026-11-10', '2026-12-08', 'calendar', 27, 'one too few'],
		['2026-12-07', '2026-12-08', 'calendar', 0, 'the day before'],
		['2026-12-08', '2026-12-08', 'calendar', 0, 'the day itself'],
		['2026-12-09', '2026-12-08', 'calendar', 0, 'the day after'],
		['2026-11-30', '2026-12-08', 'working', 5, 'Monday to the Tuesday after next'],
		['2026-12-01', '2026-12-08', 'working', 4, 'Tuesday to Tuesday'],
		['2026-11-28', '2026-12-07', 'working', 5, 'published on a Saturday'],
		['2026-11-29', '2026-12-07', 'working', 5, 'published on a Sunday'],
		['2026-11-30', '2026-12-07', 'working', 4, 'published on the Monday'],
		['2026-04-02', '2026-04-14', 'working', 5, 'over Easter, both Mondays'],
		['2026-04-03', '2026-04-14', 'working', 5, 'published on Good Friday'],
		['2026-04-07', '2026-04-14', 'working', 4, 'published after Easter'],
		['2026-05-22', '2026-06-01', 'working', 4, 'over the spring bank holiday'],
		['2026-12-23', '2027-01-04', 'working', 4, 'over Christmas: 24, 29, 30, 31 December'],
		// The clocks change on 29 March and on 25 October 2026: a day is a day.
		['2026-03-14', '2026-04-12', 'calendar', 28, 'into summer time'],
		['2026-10-10', '2026-11-08', 'calendar', 28, 'out of summer time'],
		['2026-03-26', '2026-03-31', 'working', 2, 'into summer time'],
		['2026-10-22', '2026-10-27', 'working', 2, 'out of summer time'],
		['2028-02-01', '2028-03-01', 'calendar', 28, 'in a leap year'],
	])('from %s to %s, %s: %i (%s)', (from, to, kind, days) => {
		expect(clearDays(from, to, kind, england).days).toBe(days);
	});

	test('what was left out is named', () => {
		expect(clearDays('2026-12-23', '2026-12-30', 'working', england).leftOut).toEqual([
			{day: '2026-12-25', why: 'Christmas Day'},
			{day: '2026-12-26', why: 'Saturday'},
			{day: '2026-12-27', why: 'Sunday'},
			{day: '2026-12-28', why: 'Boxing Day (substitute day)'},
		]);
		expect(clearDays('2026-12-28', '2026-12-30', 'working', local).leftOut).toEqual([
			{day: '2026-12-29', why: 'local holiday'},
		]);
	});

	test.each<[string, string, DayKind, typeof england, string | undefined]>([
		['2030-12-20', '2030-12-31', 'working', england, undefined],
		[
			'2030-12-20',
			'2031-01-10',
			'working',
			england,
			'holidays after 2030 are not known to this version',
		],
		[
			'2017-12-20',
			'2018-01-10',
			'working',
			england,
			'holidays before 2018 are not known to this version',
		],
		['2031-01-01', '2031-02-01', 'calendar', england, undefined],
		['2031-01-01', '2031-02-01', 'working', plain, undefined],
	])('from %s to %s, %s: how certain it is', (from, to, kind, calendar, uncertain) => {
		expect(clearDays(from, to, kind, calendar).uncertain).toBe(uncertain);
	});

	test.each(['0000-01-01', '0001-01-01', '9999-12-31'])('an absurd day, %s, ends', (day) => {
		expect(clearDays(day, '2026-12-08', 'working', england).days).toBeGreaterThanOrEqual(0);
		expect(clearDays('2026-12-08', day, 'working', england).days).toBeGreaterThanOrEqual(0);
		expect(lastDayFor(day, 28, 'working', england).day.length).toBe(10);
		expect(afterWorkingDays(day, 1e9, england).day.length).toBe(10);
	});
});

describe('the last day for a notice', () => {
	test.each<[string, number, DayKind, string, string]>([
		['2026-12-08', 28, 'calendar', '2026-11-09', '2026-11-09'],
		['2026-12-08', 5, 'working', '2026-11-30', '2026-11-30'],
		// A Sunday will do, but the offices are shut then.
		['2026-12-07', 5, 'working', '2026-11-29', '2026-11-27'],
		['2027-01-04', 5, 'working', '2026-12-22', '2026-12-22'],
		['2026-04-14', 5, 'working', '2026-04-06', '2026-04-02'],
	])('before %s, %i clear %s days: %s, at the offices %s', (to, count, kind, day, office) => {
		expect(lastDayFor(to, count, kind, england)).toMatchObject({day, office});
	});

	test('what was left out stands in the order of days', () => {
		expect(lastDayFor('2026-04-14', 5, 'working', england).leftOut).toEqual([
			{day: '2026-04-11', why: 'Saturday'},
			{day: '2026-04-12', why: 'Sunday'},
		]);
	});
});

describe('working days after a day', () => {
	test.each([
		['2026-12-04', 5, '2026-12-11'], // Friday to Friday.
		['2026-12-18', 5, '2026-12-29'], // Over Christmas.
		['2026-12-25', 1, '2026-12-29'],
		['2026-12-08', 0, '2026-12-08'],
	])('%s and %i of them: %s', (day, count, then) => {
		expect(afterWorkingDays(day, count, england).day).toBe(then);
	});
});

const dayArbitrary = fc.integer({min: 0, max: 4700}).map((days) => addDays('2018-01-05', days));
const kindArbitrary = fc.constantFrom<DayKind>('calendar', 'working');
const calendarArbitrary = fc.constantFrom(england, local, plain);

describe('for any days', () => {
	test('clear days and those left out make up the span', () => {
		fc.assert(
			fc.property(
				dayArbitrary,
				fc.integer({min: 1, max: 400}),
				kindArbitrary,
				calendarArbitrary,
				(from, span, kind, calendar) => {
					const {days, leftOut} = clearDays(from, addDays(from, span), kind, calendar);
					expect(days + leftOut.length).toBe(span - 1);
					expect(kind === 'working' || leftOut.length === 0).toBe(true);
				},
			),
		);
	});

	test('the last day is the last that gives enough', () => {
		fc.assert(
			fc.property(
				dayArbitrary,
				fc.integer({min: 0, max: 40}),
				kindArbitrary,
				calendarArbitrary,
				(to, count, kind, calendar) => {
					const {day, office} = lastDayFor(to, count, kind, calendar);
					const given = (from: string) => clearDays(from, to, kind, calendar).days;
					expect(given(day)).toBeGreaterThanOrEqual(count);
					expect(count === 0 || given(addDays(day, 1)) < count).toBe(true);
					expect(office <= day && isWorkingDay(office, calendar)).toBe(true);
				},
			),
		);
	});

	test('the day after the last working day has that many clear ones before it', () => {
		fc.assert(
			fc.property(dayArbitrary, fc.integer({min: 1, max: 40}), (day, count) => {
				const end = afterWorkingDays(day, count, england);
				expect(isWorkingDay(end.day, england)).toBe(true);
				expect(clearDays(day, addDays(end.day, 1), 'working', england)).toMatchObject({
					days: count,
					leftOut: end.leftOut,
				});
			}),
		);
	});
});

test.each<[string | {from: string; to: string}, string, string]>([
	['2026-12-08', '2026-12-08', '2026-12-08'],
	[{from: '2026-12', to: '2027-02'}, '2026-12-01', '2027-02-28'],
	[{from: '2026', to: '2028-02'}, '2026-01-01', '2028-02-29'],
	[{from: '2026-12-08', to: '2027'}, '2026-12-08', '2027-12-31'],
])('the span of %j is %s to %s', (date, from, to) => {
	expect(spanOf(date)).toEqual({from, to});
});

test('what was left out is said in a clause; a long list is cut', () => {
	expect(sayLeftOut([])).toBe('');
	expect(sayLeftOut(clearDays('2026-12-23', '2026-12-28', 'working', england).leftOut)).toBe(
		' (left out: 25 December, Christmas Day; Saturday 26 December; Sunday 27 December)',
	);
	expect(sayLeftOut(clearDays('2026-09-01', '2026-12-01', 'working', england).leftOut)).toMatch(
		/^ \(left out: Saturday 5 September;.*; and 18 more\)$/,
	);
});
