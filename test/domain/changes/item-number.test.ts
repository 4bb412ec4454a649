// The numbers that items get which are put on an agenda after the public has it.
import {expect, test} from 'vitest';
import {after, makeDatabase} from '../../helpers/database.ts';

const add = (at?: number, title = 'More') => ({
	kind: 'agenda/add' as const,
	meeting: 'M-2',
	itemKind: 'business' as const,
	title,
	...(at === undefined ? {} : {at}),
});
const published = after(makeDatabase(), {kind: 'meeting/publish', id: 'M-2', on: '2026-11-20'});

test.each<[where: string, adds: ReturnType<typeof add>[], numbers: (string | undefined)[]]>([
	['nowhere', [], ['1', '2', '3', '4']],
	['at the end', [add()], ['1', '2', '3', '4', '5']],
	['at the end, by its place', [add(4)], ['1', '2', '3', '4', '5']],
	['twice at the end', [add(), add()], ['1', '2', '3', '4', '5', '6']],
	['before the last', [add(3)], ['1', '2', '3', '3a', '4']],
	['at the beginning', [add(0)], ['0a', '1', '2', '3', '4']],
	['behind another that was put in', [add(2), add(3)], ['1', '2', '2a', '2b', '3', '4']],
	['before another that was put in', [add(2), add(2)], ['1', '2', '2b', '2a', '3', '4']],
])('an item put on %s', (_, adds, numbers) => {
	const {meetings} = after(published, ...adds);
	expect(meetings[1]?.agenda.map(({number}) => number)).toEqual(numbers);
});

test('an item has no number of its own before the agenda is out', () => {
	const {meetings} = after(makeDatabase(), add());
	expect(meetings[1]?.agenda.map(({number}) => number)).not.toContainEqual(expect.anything());
});
