// Times that a meeting's record cannot hold together, each in the sentence by which it is refused.
import {expect, test} from 'vitest';
import {inTime, itemAt, refuseTimes, sayTold, told} from '../../../source/domain/rules/times.ts';
import type {Database, Meeting} from '../../../source/domain/schema/index.ts';
import {makeDatabase} from '../../helpers/database.ts';

const at = (time: string, day = '2026-11-22') => `${day}T${time}:00.000Z`;
const now = at('18:00');

/** A meeting that sat from ten to twelve: item 1 until half past ten, a break at eleven. */
function sat(over: Partial<Meeting> = {}): Database {
	const database = makeDatabase();
	const [first, second, ...others] = database.meetings[1]!.agenda;
	return {
		...database,
		meetings: database.meetings.map((meeting) =>
			meeting.id === 'M-2'
				? {
						...meeting,
						status: 'closed' as const,
						openedAt: at('10:00'),
						closedAt: at('12:00'),
						agenda: [
							{...first!, startedAt: at('10:00'), endedAt: at('10:30')},
							{...second!, startedAt: at('10:30'), endedAt: at('12:00')},
							...others,
						],
						pauses: [{id: 'PA-1', from: at('11:00'), to: at('11:10')}],
						...over,
					}
				: meeting,
		),
	};
}
const agenda = (startedAt?: string, endedAt?: string): Partial<Meeting> => {
	const [first, ...others] = makeDatabase().meetings[1]!.agenda;
	return {
		agenda: [
			{...first!, ...(startedAt ? {startedAt} : {}), ...(endedAt ? {endedAt} : {})},
			...others,
		],
	};
};
const movement = (kind: 'arrived' | 'left', time: string, id = 'V-1') => ({
	id,
	person: 'smith',
	kind,
	at: at(time),
});

test.each<[string, Partial<Meeting>, string | undefined]>([
	['nothing, where all is in order', {}, undefined],
	['nothing, at the very opening and closing', agenda(at('10:00'), at('12:00')), undefined],
	[
		'a closing before the opening',
		{closedAt: at('09:59')},
		'the closing at 09:59 cannot be: the meeting was opened at 10:00',
	],
	[
		'a closing on an earlier day, with both days',
		{closedAt: at('10:00', '2026-11-21')},
		'the closing at 10:00 on 21 November 2026 cannot be: the meeting was opened at 10:00 on 22 November 2026',
	],
	[
		'what is still to come',
		{closedAt: undefined, ...agenda(at('18:01'))},
		'taking up “Apologies” at 18:01 is still to come',
	],
	[
		'an item before the opening',
		agenda(at('09:59')),
		'taking up “Apologies” at 09:59 cannot be: the meeting was opened at 10:00',
	],
	[
		'the end of an item after the closing',
		agenda(at('10:00'), at('12:01')),
		'the end of “Apologies” at 12:01 cannot be: the meeting was closed at 12:00',
	],
	[
		'an item that ended before it began',
		agenda(at('10:20'), at('10:10')),
		'the end of “Apologies” at 10:10 cannot be: “Apologies” was taken up at 10:20',
	],
	[
		'an item taken up in a break',
		agenda(at('11:05')),
		'taking up “Apologies” at 11:05 cannot be: the meeting had been adjourned at 11:00',
	],
	['no item taken up as a break ended', agenda(at('11:10')), undefined],
	[
		'a break that ended before it began',
		{pauses: [{id: 'PA-1', from: at('11:10'), to: at('11:00')}]},
		'the resumption at 11:00 cannot be: the meeting was adjourned at 11:10',
	],
	[
		'a break within the one before',
		{
			...agenda(),
			pauses: [
				{id: 'PA-1', from: at('11:00'), to: at('11:10')},
				{id: 'PA-2', from: at('11:05'), to: at('11:20')},
			],
		},
		'the adjournment at 11:05 cannot be: the meeting was resumed at 11:10',
	],
	[
		'a break after the closing',
		{pauses: [{id: 'PA-1', from: at('12:10'), to: at('12:20')}]},
		'the adjournment at 12:10 cannot be: the meeting was closed at 12:00',
	],
	['who left once', {movements: [movement('left', '10:40')]}, undefined],
	[
		'who left and came, noted the other way round',
		{movements: [movement('arrived', '10:50', 'V-1'), movement('left', '10:40', 'V-2')]},
		undefined,
	],
	[
		'who left twice',
		{movements: [movement('left', '10:40'), movement('left', '10:50', 'V-2')]},
		'that Joan Smith left at 10:50 cannot be: Joan Smith had left at 10:40',
	],
	[
		'who came twice',
		{movements: [movement('arrived', '10:40'), movement('arrived', '10:50', 'V-2')]},
		'that Joan Smith arrived at 10:50 cannot be: Joan Smith had arrived at 10:40',
	],
	[
		'who left before the opening',
		{movements: [movement('left', '09:00')]},
		'that Joan Smith left at 09:00 cannot be: the meeting was opened at 10:00',
	],
])('%s', (_what, over, says) => {
	expect(refuseTimes(sat(over), 'M-2', now)?.message).toBe(says);
});

test('a decision is taken while the meeting sits, one that was retracted wherever it was', () => {
	const decided = (time: string, status: 'recorded' | 'retracted'): Database => {
		const database = sat();
		return {
			...database,
			decisions: [{...database.decisions[0]!, meeting: 'M-2', at: at(time), status}],
		};
	};
	expect(refuseTimes(decided('11:05', 'recorded'), 'M-2', now)?.message).toBe(
		'decision D-1 Digital Strategy at 11:05 cannot be: the meeting had been adjourned at 11:00',
	);
	expect(refuseTimes(decided('11:05', 'retracted'), 'M-2', now)).toBeUndefined();
	expect(refuseTimes(decided('11:15', 'recorded'), 'M-2', now)).toBeUndefined();
});

test('of a meeting that is not there nothing is refused', () => {
	expect(refuseTimes(sat({closedAt: at('09:00')}), 'M-9', now)).toBeUndefined();
});

test('the item before the room at a time is the later one where one ended as the next began', () => {
	const [, meeting] = sat().meetings;
	expect(itemAt(meeting!, at('09:59'))).toBeUndefined();
	expect(itemAt(meeting!, at('10:00'))).toBe('I-2');
	expect(itemAt(meeting!, at('10:30'))).toBe('I-3');
	expect(itemAt(meeting!, at('12:00'))).toBeUndefined();
	const open = {...meeting!, ...agenda(at('10:00')), currentItem: 'I-2'};
	expect(itemAt(open, at('17:00'))).toBe('I-2');
	expect(itemAt({...open, currentItem: 'I-3'}, at('17:00'))).toBeUndefined();
});

test('what happened at one moment stays in the order in which it was noted', () => {
	const noted = [
		{at: at('11:00'), id: 1},
		{at: at('10:00'), id: 2},
		{at: at('11:00'), id: 3},
	];
	expect(inTime(noted).map(({id}) => id)).toEqual([2, 1, 3]);
});

test('a told time keeps the moment of the key only where that was another', () => {
	expect(told(undefined, now)).toEqual({at: now});
	expect(told(now, now)).toEqual({at: now});
	expect(told(at('17:00'), now)).toEqual({at: at('17:00'), keyed: now});
	expect(sayTold({}, makeDatabase())).toBe('');
	expect(sayTold({at: at('17:00')}, makeDatabase())).toBe(' at 17:00');
});
