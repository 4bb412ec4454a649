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

test('a series of a board without standing items has what stands on every agenda, and nothing that waits once', async () => {
	const app = await open({}, '4', 'meeting.series');
	await app.type('1');
	await app.press('enter');
	await until(() => app.database().meetings.length === 3);
	expect(app.database().meetings[2]?.agenda.map(({kind, title}) => [kind, title])).toEqual([
		['apologies', 'Apologies for absence'],
		['declarations', 'Declarations of interest'],
		['priority', 'Priority 1: Modernisation'],
		['priority', 'Priority 2: Optimisation'],
		['urgent', 'Urgent business'],
	]);
});

test('a standing item is of the kind that its title says, however it is written', async () => {
	const app = await open({database: makeDatabase()}, '8', 'board.standing');
	await app.press('ctrl+u');
	const titles = [
		'APOLOGIES FOR ABSENCE',
		'declarations of interest',
		'Minutes of the last meeting',
		'Ten minutesworth of news',
		'progress on actions',
		'Urgent Business',
		'Urgent matters',
	];
	await app.type(titles.join('\n'));
	await app.press('ctrl+d');
	await until(() => app.database().boards[0]?.standing !== undefined);
	const standing = app.database().boards[0]?.standing?.slice(-titles.length);
	expect(standing?.map(({kind, title}) => [title, kind])).toEqual([
		['APOLOGIES FOR ABSENCE', 'apologies'],
		['declarations of interest', 'declarations'],
		['Minutes of the last meeting', 'minutes'],
		['Ten minutesworth of news', 'business'],
		['progress on actions', 'actions'],
		['Urgent Business', 'urgent'],
		['Urgent matters', 'business'],
	]);
});
