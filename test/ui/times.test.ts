// What happened in the room bears the time that somebody tells, not that of the key.
import {expect, test} from 'vitest';
import {type App, flat, into, keysOf, open} from './scene.ts';
import {accepted, contextAt, makeDatabase, present} from '../helpers/database.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Press} from '../helpers/press.ts';
import {secretary} from '../helpers/screens.tsx';

/** The meeting opened at 9:00, four there, a decision carried 3–1 at 9:20; the screens' clock shows 10:00. */
function sitting() {
	const acts: [string, ...Change[]][] = [
		['09:00', {kind: 'meeting/open', id: 'M-2'}],
		['09:01', ...present(['reed', 'smith', 'jones', 'davies'])],
		[
			'09:20',
			{
				kind: 'decision/record',
				meeting: 'M-2',
				item: 'I-2',
				title: 'Progress',
				resolution: 'That progress be noted.',
				outcome: 'approved',
				vote: {method: 'show-of-hands', for: 3, against: 1},
			},
		],
	];
	return acts.reduce(
		(database, [time, ...changes]) => accepted(database, changes, contextAt(time)).database,
		makeDatabase(),
	);
}

test('the quick line takes a time behind the name: left jones 9:30', async () => {
	const app = await open({database: sitting()}, '4', ':', ...keysOf('left jones 9:30'), 'enter');
	await expect(app).toShow('noted that Peter Jones left at 09:30');
	expect(app.database().meetings[1]?.movements?.[0]).toMatchObject({
		at: '2026-11-22T09:30:00.000Z',
	});
});

test('a time that puts somebody out of the room for a vote asks why, and marks the decision', async () => {
	const app = await open({database: sitting()}, '4', ':', ...keysOf('left jones 9:10'), 'enter');
	await expect(app).toShow('Why is the record corrected?', 'Because');
	expect(flat(app)).toContain(
		'this puts Peter Jones out of the room for decision D-2 (carried 3–1)',
	);
	expect(app.database().meetings[1]?.movements).toBeUndefined();
	await app.type('They said so');
	await app.press('enter');
	const [, decision] = app.database().decisions;
	expect(decision?.marked).toMatchObject({why: 'They said so'});
	expect(decision?.vote).toMatchObject({for: 3, against: 1});
});

test('what is marked is confirmed by a key, with a reason, if the facts bear it', async () => {
	const app = await open({database: sitting()}, '4', ':', ...keysOf('left jones 9:10'), 'enter');
	await app.type('They said so');
	await app.press('enter', '5', 'y');
	await expect(app).toShow('Marked to be looked at again, because: They said so');
	await app.type('Three were enough');
	await app.press('enter');
	// Four votes were counted, and three were there: it is corrected instead.
	await expect(app).toShow('Not saved');
	expect(flat(app)).toContain('are 4 votes, but only 3 may vote');
});

test('a mark of the roll that a decision rests on asks too', async () => {
	const app = await open({database: sitting()}, '4', 't', 'down', 'down', 'x');
	await expect(app).toShow('Because');
	expect(flat(app)).toContain('It is marked to be looked at again; its vote stands.');
});

test('a time is told for what was keyed before', async () => {
	const app = await open({database: sitting()}, '4', '@', ...keysOf('855'));
	await expect(app).toShow('08:55');
	await app.press('enter');
	expect(app.database().meetings[1]).toMatchObject({
		openedAt: '2026-11-22T08:55:00.000Z',
		keyed: {openedAt: '2026-11-22T09:00:00.000Z'},
	});
});

test('a time that cannot be is refused with the reason', async () => {
	const app = await open({database: sitting()}, '4', '@', ...keysOf('930'), 'enter');
	await expect(app).toShow('Not saved');
	expect(flat(app)).toContain('D-2 Progress at 09:20 cannot be: the meeting was opened at 09:30');
});

test('p right after a stray n takes it back: the item was not taken up', async () => {
	const app = await open({database: sitting()}, '4', 'n', 'p');
	const [first, second] = app.database().meetings[1]?.agenda ?? [];
	expect(second).not.toHaveProperty('startedAt');
	expect(first).not.toHaveProperty('endedAt');
});

const takenIn = (app: App): string[] =>
	(app.database().meetings[1]?.agenda ?? []).flatMap(({id, startedAt}) => (startedAt ? [id] : []));

test.each<[string, Press[]]>([
	['walking on and all the way back', ['n', 'n', 'p', 'p']],
	['taking up another item and the one before again', ['j', 'j', 'T', 'k', 'k', 'T']],
	['a step back and on again', ['p', 'n']],
])('%s leaves nothing of the items in between', async (_, keys) => {
	const second = accepted(
		sitting(),
		{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'},
		contextAt('09:30'),
	).database;
	const app = await open({database: second}, '4');
	const before = takenIn(app);
	const now = app.database().meetings[1]?.currentItem;
	await app.press(...keys);
	expect(takenIn(app)).toEqual(before);
	expect(app.database().meetings[1]?.currentItem).toBe(now);
});

test('an item that was before the room for longer was taken up, though nothing was recorded on it', async () => {
	const {session} = secretary;
	const at = (time: string) => ({...contextAt(time), session});
	const moved = accepted(
		sitting(),
		{kind: 'meeting/move', id: 'M-2', from: 'I-2', to: 'I-3'},
		at('09:58'),
	).database;
	const app = await open({database: moved}, '4', 'p');
	expect(app.database().meetings[1]?.currentItem).toBe('I-2');
	expect(takenIn(app)).toEqual(['I-2', 'I-3']);
});

test('a meeting that is put off goes to another day with its agenda; called off, its business is free', async () => {
	const app = await open({}, '4', 'Z');
	await into(app, 'reason', 'Snow');
	await into(app, 'startsAt', '10 Dec 18:30');
	await app.press('ctrl+d');
	await expect(app).toShow('Put off to 10 December 2026, 18:30');
	await app.press('enter');
	const database = app.database();
	const [, old, fresh] = database.meetings;
	expect(old).toMatchObject({
		status: 'cancelled',
		cancelled: {on: '2026-11-22', reason: 'Snow', to: fresh?.id},
	});
	expect(fresh?.agenda.map(({title}) => title)).toEqual(old?.agenda.map(({title}) => title));
});
