// Minute numbers in the board's own pattern: given when minutes are issued, standing from then on, gaps told.
import {expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {proveSeal} from '../../source/domain/queries/log/seal.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {charity} from '../helpers/charity.ts';
import {accepted, contextAt, objection} from '../helpers/database.ts';
import {into, open} from './scene.ts';

const minutes = (database: Database, id: string) =>
	toMarkdown(minutesDocument(minutesOf(database, id)));
const numbers = (database: Database, id: string) =>
	database.meetings.find((one) => one.id === id)?.agenda.map(({minuteNumber}) => minuteNumber);

/** The charity whose October and November meetings are over, its minutes not issued yet, with a pattern. */
function withPattern(minuteNumbers: string): Database {
	const database = charity();
	return {
		...database,
		boards: database.boards.map((board) => ({...board, minuteNumbers})),
		meetings: database.meetings.map(({minutes: _minutes, ...meeting}) => meeting),
	};
}

const play = (database: Database, ...changes: Change[]): Database =>
	changes.reduce(
		(before, change) =>
			accepted(before, change, contextAt('10:00', 'clerk', '2026-12-20')).database,
		database,
	);
const issue = (meeting: string): Change => ({kind: 'minutes/issue', meeting});

test('numbers count on through the board’s meetings, and stand in the minutes beside the agenda’s', () => {
	const first = play(withPattern('{1341}'), issue('M-1'));
	expect(numbers(first, 'M-1')).toEqual(['1341', '1342', '1343', '1344', '1345', '1346', '1347']);
	const second = play(first, issue('M-2'));
	expect(numbers(second, 'M-2')?.[0]).toBe('1348');
	expect(minutes(second, 'M-1')).toMatch(
		/## 1345\. Roof of the main hall\n\n[^]*?- \*\*Agenda item:\*\* 5\n/,
	);
	expect(second.decisions.find(({item}) => item === 'I-5')?.minuteNumber).toBe('1345');
	expect(minutes(second, 'M-2')).not.toContain('not used');
});

test('a pattern with the year begins anew with it', () => {
	const database = play(withPattern('PLA{146}/{yy}'), issue('M-1'));
	expect(numbers(database, 'M-1')?.slice(0, 2)).toEqual(['PLA146/26', 'PLA147/26']);
	const next: Database = {
		...database,
		meetings: database.meetings.map((meeting) =>
			meeting.id === 'M-2'
				? {...meeting, openedAt: meeting.openedAt?.replace('2026', '2027')}
				: meeting,
		),
	};
	expect(numbers(play(next, issue('M-2')), 'M-2')?.[0]).toBe('PLA1/27');
});

test('the seal covers the numbers: the version that was issued with them is unchanged', () => {
	const database = play(withPattern('{1341}'), issue('M-1'));
	const seal = database.meetings[0]?.minutes?.seals?.at(-1)?.seal ?? '';
	expect(proveSeal(database, seal)).toMatchObject({proved: true, unchanged: true});
});

test('numbers that were given stand in the next version, and a gap is told with its reason', () => {
	const first = play(withPattern('{1341}'), issue('M-1'));
	const [board] = first.boards;
	const jumped = play(first, {
		kind: 'board/edit',
		id: board?.id ?? '',
		fields: {minuteNumbers: {from: '{1341}', to: '{1360}'}},
	});
	expect(objection(jumped, issue('M-2'))).toBe(
		'minute numbers 1348 to 1359 would be left out: say why',
	);
	const because: Change = {
		kind: 'minutes/issue',
		meeting: 'M-2',
		skipped: 'they are the minutes of the former committee',
	};
	const issued = play(jumped, because);
	expect(numbers(issued, 'M-2')?.[0]).toBe('1360');
	expect(minutes(issued, 'M-2')).toContain(
		'Minute numbers 1348 to 1359 were not used: they are the minutes of the former committee.',
	);
	expect(minutes(issued, 'M-1')).not.toContain('not used');
	expect(objection(first, because)).toBe('no minute number is left out');
});

test('by keys: numbers that do not follow on are asked their reason before the minutes are issued', async () => {
	const first = play(withPattern('{1341}'), issue('M-1'));
	const database = {
		...first,
		boards: first.boards.map((board) => ({...board, minuteNumbers: '{1349}'})),
	};
	const app = await open({database, columns: 110, rows: 40}, 'go.minutes', 'minutes.issue');
	await expect(app).toShow('minute number 1348 would be left out: say why.');
	await app.press('form.save');
	await expect(app).toShow('say why these numbers are not used');
	await into(app, 'why', 'a duplicate');
	await app.press('form.save');
	await expect(app).toShow('issued the minutes');
	expect(minutes(app.database(), 'M-2')).toContain('Minute number 1348 was not used: a duplicate.');
});

test.each([
	['{yy from May}', '2027-04-30', 'PLA147/26', 'the April after counts on'],
	['{yy from May}', '2027-05-01', 'PLA1/27', 'May begins anew'],
	['{yyyy/yy from may}', '2026-05-31', 'PLA147/2026/27', 'both years are named'],
	['{yyyy}', '2027-01-01', 'PLA1/2027', 'without a month it is the calendar’s'],
])('a municipal year in the pattern: %s on %s', (mark, day, number) => {
	const first = play(withPattern(`PLA{146}/${mark}`), issue('M-1'));
	const given = numbers(first, 'M-1')?.filter((one) => one !== undefined) ?? [];
	const next: Database = {
		...first,
		meetings: first.meetings.map((meeting) => ({
			...meeting,
			...(meeting.id === 'M-2' ? {openedAt: `${day}T10:00:00.000Z`} : {}),
			// Of those that were given one alone is left, so that the next is plain.
			agenda: meeting.agenda.map((item) =>
				item.minuteNumber === undefined || item.minuteNumber === given[0]
					? item
					: {...item, minuteNumber: undefined},
			),
		})),
	};
	expect(numbers(play(next, issue('M-2')), 'M-2')?.[0]).toBe(number);
});

test('an item that was not reached has no minute, so no number', () => {
	const database = withPattern('{7}');
	const [meeting] = database.meetings;
	const left: Database = {
		...database,
		meetings: database.meetings.map((one) =>
			one === meeting
				? {
						...one,
						agenda: one.agenda.map((item, index) =>
							index === 1 ? {...item, disposal: 'not-reached' as const} : item,
						),
					}
				: one,
		),
	};
	expect(numbers(play(left, issue('M-1')), 'M-1')?.slice(0, 3)).toEqual(['7', undefined, '8']);
});

test('without a pattern none are given; one without its number is refused', () => {
	const none = {...charity(), meetings: withPattern('').meetings};
	expect(numbers(play(none, issue('M-1')), 'M-1')?.every((one) => one === undefined)).toBe(true);
	expect(
		objection(charity(), {
			kind: 'board/edit',
			id: 'trustees',
			fields: {minuteNumbers: {to: 'PLA/{yy}'}},
		}),
	).toContain('“PLA/{yy}” is not a pattern of minute numbers');
	expect(
		objection(charity(), {
			kind: 'board/edit',
			id: 'trustees',
			fields: {minuteNumbers: {to: 'PLA{1}/{yy from Mud}'}},
		}),
	).toBe('“Mud” is not a month from which a year runs');
});

test('by keys: the pattern is the board’s, and issuing says which numbers are given', async () => {
	const app = await open(
		{database: withPattern(''), columns: 110, rows: 40},
		'go.members',
		'board.edit',
	);
	await into(app, 'numbers', '{1341}');
	await app.press('form.save');
	await expect(app).toShow('Saved');
	expect(app.database().boards[0]?.minuteNumbers).toBe('{1341}');
	await app.press('go.minutes', 'minutes.issue');
	await expect(app).toShow('Minute numbers are given, and stand: 1341 to 1348.');
	await app.press('confirm.yes');
	await expect(app).toShow('issued the minutes');
	expect(numbers(app.database(), 'M-2')?.[0]).toBe('1341');
});
