// A board's standing items and its series of meetings, by keys.
import {expect, test} from 'vitest';
import {calendarOf} from '../../source/import/out/calendar.ts';
import {daysAfter} from '../../source/domain/series.ts';
import {after, makeDatabase} from '../helpers/database.ts';
import {into, open, until} from './scene.ts';

test.each([
	['2026-11-10', 'week', ['2026-11-17', '2026-11-24']],
	['2026-11-10', 'fortnight', ['2026-11-24', '2026-12-08']],
	// The second Tuesday of each month.
	['2026-11-10', 'month', ['2026-12-08', '2027-01-12']],
	['2026-11-10', 'quarter', ['2027-02-09', '2027-05-11']],
	// A fifth Monday is the last one where a month has four.
	['2026-11-30', 'month', ['2026-12-28', '2027-01-25']],
] as const)('after %s, every %s', (first, rhythm, days) => {
	expect(daysAfter(first, rhythm, 2)).toEqual(days);
});

test('standing items are typed a line each, and make the agendas of a series', async () => {
	const app = await open({database: makeDatabase()}, '8', 'board.standing');
	await expect(app).toShow('Standing items of IMT Board', 'Apologies for absence, 2 min');
	await app.press('ctrl+u');
	const form = app.session.getState().stack.at(-1)?.form;
	expect(form?.kind).toBe('standing');
	await app.press('ctrl+r');
	// The cursor is at the end: one more line.
	await app.press('enter');
	await app.type('Health and safety, 10 min');
	await app.press('ctrl+d');
	await until(() => app.database().boards[0]?.standing !== undefined);
	expect(app.database().boards[0]?.standing?.map(({kind, title}) => [kind, title])).toEqual([
		['apologies', 'Apologies for absence'],
		['declarations', 'Declarations of interest'],
		['minutes', 'Minutes'],
		['actions', 'Progress on actions'],
		['urgent', 'Urgent business'],
		['business', 'Health and safety'],
	]);

	await app.press('4', 'meeting.series');
	await expect(app).toShow('More meetings like M-2');
	await app.type('2');
	await expect(app).toShow('On ');
	await app.press('enter');
	await until(() => app.database().meetings.length === 4);
	const [, first, second, third] = app.database().meetings;
	expect([second?.series, third?.series]).toEqual([first?.id, first?.id]);
	expect(second?.startsAt?.slice(11)).toBe(first?.startsAt?.slice(11));
	expect(second?.agenda.map(({title}) => title)).toContain('Health and safety');
	expect(app.database().log.at(-1)?.changes).toHaveLength(2);
});

test('a series that was typed as nothing is told what is missing', async () => {
	const app = await open({}, '4', 'meeting.series', 'enter');
	await expect(app).toShow('say how many more: a number up to 52');
	await into(app, 'number', '99');
	await app.press('enter');
	await expect(app).toShow('say how many more: a number up to 52');
	expect(app.database().meetings).toHaveLength(2);
});

test('a meeting that was called off is cancelled in the calendars that have it', () => {
	const off = after(makeDatabase(), {
		kind: 'meeting/cancel',
		id: 'M-2',
		on: '2026-11-22',
		reason: 'There is no quorum.',
	});
	const text = (database: typeof off) =>
		calendarOf(database, ['meetings'], '2026-11-22T10:00:00.000Z')
			.split('BEGIN:VEVENT')
			.find((event) => event.includes('M-2.'));
	expect(text(makeDatabase())).not.toContain('STATUS:CANCELLED');
	expect(text(off)).toContain('STATUS:CANCELLED');
});
