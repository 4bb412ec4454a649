// Which meeting people mean by “the meeting”, and when its board last met.
import {expect, test} from 'vitest';
import {
	itemOf,
	lastClosed,
	openMeeting,
	presentMeeting,
} from '../../source/domain/queries/meeting/meetings.ts';
import type {Database, Meeting} from '../../source/domain/schema/index.ts';
import {makeDatabase} from '../helpers/database.ts';

const on = (id: string, day: string, over: Partial<Meeting> = {}): Meeting => ({
	...makeDatabase().meetings[1]!,
	id,
	startsAt: `${day}T10:00`,
	status: 'planned',
	...over,
});
const holding = (...meetings: Meeting[]): Database => makeDatabase({meetings});

test.each<[string, Meeting[], string | undefined]>([
	['none where there is none', [], undefined],
	[
		'the open one, before any other',
		[
			on('M-1', '2026-01-01', {status: 'adjourned'}),
			on('M-2', '2026-03-01', {status: 'open'}),
			on('M-3', '2026-02-01'),
		],
		'M-2',
	],
	[
		'one that is adjourned, before one that is planned',
		[on('M-1', '2026-01-01'), on('M-2', '2026-03-01', {status: 'adjourned'})],
		'M-2',
	],
	[
		'of those planned the first by its day, not by its place',
		[on('M-1', '2026-05-01'), on('M-2', '2026-03-01'), on('M-3', '2026-01-01', {status: 'closed'})],
		'M-2',
	],
	[
		'of those held the last by its day',
		[on('M-1', '2026-05-01', {status: 'closed'}), on('M-2', '2026-03-01', {status: 'closed'})],
		'M-1',
	],
])('the meeting is %s', (_what, meetings, id) => {
	expect(presentMeeting(holding(...meetings))?.id).toBe(id);
});

const closed = (id: string, day: string, board = 'B-1') =>
	on(id, day, {status: 'closed', board, closedAt: `${day}T12:00:00.000Z`});

test('a board last met when it last closed a meeting, another board’s aside', () => {
	const next = on('M-9', '2026-12-01', {board: 'B-1'});
	expect(lastClosed(holding(next))).toBeUndefined();
	expect(lastClosed(holding(closed('M-3', '2026-03-01', 'B-2'), next))).toBeUndefined();
	expect(
		lastClosed(
			holding(
				closed('M-2', '2026-02-01'),
				closed('M-1', '2026-01-01'),
				closed('M-3', '2026-03-01', 'B-2'),
				next,
			),
		),
	).toBe('2026-02-01T12:00:00.000Z');
});

test('only a meeting that is open is open, and an item is one of its own', () => {
	const database = holding(
		on('M-1', '2026-01-01', {status: 'adjourned'}),
		on('M-2', '2026-02-01', {status: 'open'}),
	);
	expect(openMeeting(database)?.id).toBe('M-2');
	expect(openMeeting(holding(on('M-1', '2026-01-01')))).toBeUndefined();
	const [meeting] = makeDatabase().meetings.filter(({agenda}) => agenda.length > 1);
	expect(itemOf(meeting!, meeting!.agenda[1]!.id)).toBe(meeting!.agenda[1]);
	expect(itemOf(meeting!, undefined)).toBeUndefined();
	expect(itemOf(meeting!, 'I-999')).toBeUndefined();
});
