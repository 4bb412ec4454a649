// An earlier state brought back by an act, and acts brought back from what is left of a log.
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {redacted} from '../../source/domain/changes/database.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {commit, type Committed} from '../../source/domain/commit.ts';
import {replay} from '../../source/domain/log/replay.ts';
import {standing, takenBack, takenBackBy} from '../../source/domain/log/standing.ts';
import {check} from '../../source/domain/queries/check.ts';
import {checkLog} from '../../source/domain/queries/log/check-log.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {relationOf, restorationTo} from '../../source/domain/queries/log/restorable.ts';
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {accepted, act, after, contextAt, makeDatabase, refusal} from '../helpers/database.ts';
import {actsArbitrary, perform, start} from './proposals.ts';

/** All that a restoration promises: everything but the log, the revision and the counters. */
const state = ({log: _log, revision: _revision, counters: _counters, ...rest}: Database) => rest;

const restoreChange = (present: Database, snapshot: Database): Change => ({
	kind: 'database/restore',
	revision: snapshot.revision,
	hash: snapshot.log.at(-1)?.hash,
	snapshot: 'r.json',
	onto: present.revision,
	records: restorationTo(present, snapshot).records,
});
const restored = (present: Database, snapshot: Database): Committed =>
	accepted(present, restoreChange(present, snapshot), contextAt('12:00'));

const ascending = (a: number, b: number) => a - b;
const note = (text: string): Change => ({kind: 'project/update', id: 'P1-01', note: text});
const hold: Change = {kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold'};
const first = after(makeDatabase(), note('one'));

describe('any state', () => {
	test('comes back whole, proved, and as a file would hold it', () => {
		fc.assert(
			fc.property(actsArbitrary, fc.nat(99), (acts, at) => {
				const {database, done} = perform(start(), acts);
				fc.pre(done.length > 0);
				const snapshot = perform(start(), acts.slice(0, at % acts.length)).database;
				// The same acts give the same state, but other entries: their ids are new.
				const {hash: _hash, ...change} = restoreChange(database, snapshot) as {hash: string};
				if ((change as {records?: object[]}).records?.length === 0) return;
				const back = accepted(database, change as unknown as Change, contextAt('12:00')).database;
				expect(state(back)).toEqual(state(snapshot));
				expect(checkLog(back)).toEqual([]);
				expect(databaseSchema.safeParse(back).error).toBeUndefined();
			}),
			{numRuns: 60},
		);
	});

	test('that was restored can be undone', () => {
		fc.assert(
			fc.property(actsArbitrary, (acts) => {
				const before = start();
				const {database} = perform(before, acts);
				// An act may take back what it did itself: then nothing is left to restore.
				fc.pre(restorationTo(database, before).records.length > 0);
				// What minutes that are approved hold is not undone, however it came there.
				fc.pre(!database.meetings.some(({minutes}) => minutes?.status === 'approved'));
				const back = restored(database, before);
				const undo: Change = {kind: 'undo', revision: back.entry.revision};
				const outcome = commit(back.database, act(undo), contextAt('13:00'));
				expect(outcome).toMatchObject({ok: true});
				expect(outcome.ok && state(outcome.database)).toEqual(state(database));
			}),
			{numRuns: 40},
		);
	});
});

test('effects are as small as the difference', () => {
	const later = after(
		first,
		hold,
		{
			kind: 'agenda/order',
			meeting: 'M-2',
			from: ['I-2', 'I-3', 'I-4', 'I-5'],
			to: ['I-5', 'I-2', 'I-3', 'I-4'],
		},
		{kind: 'agenda/remove', meeting: 'M-2', item: 'I-3'},
		{kind: 'attendance/set', meeting: 'M-2', person: 'reed', to: 'present'},
		{kind: 'action/add', text: 'Write'},
	);
	const {entry} = restored(later, first);
	expect(entry.effects?.map(({record, field}) => (field ? `${record} ${field}` : record))).toEqual([
		'actions/A-2',
		'projects/P1-02 status',
		'projects/P1-02/updates/U-4',
		'meetings/M-2/agenda/I-3',
		'meetings/M-2 agenda',
		'meetings/M-2/attendance/reed',
	]);
});

test('a list that effects cannot speak of comes back with its whole record', () => {
	const twice = makeDatabase();
	twice.boards[0]!.members.push({
		person: 'jones',
		role: 'member',
		from: '2020-01-01',
		to: '2021-01-01',
	});
	const before = after(twice, note('one'));
	const edited = structuredClone(before);
	edited.boards[0]!.members.pop();
	edited.boards[0]!.name = 'Another';
	const {database, entry} = restored(edited, before);
	expect(state(database)).toEqual(state(before));
	expect(entry.effects).toMatchObject([
		{record: 'boards/B-1', at: 0},
		{record: 'boards/B-1', at: 0},
	]);
	expect(check(database)).toEqual([]);
});

test('acts since no longer stand, neither for minutes nor for undo, until the restoration is undone', () => {
	const opened = after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'});
	const worked = after(opened, hold, {kind: 'undo', revision: 3}, {kind: 'undo', revision: 4});
	const changes = (database: Database) => minutesOf(database, 'M-2').items[0]?.changes.length;
	expect(changes(worked)).toBe(1);
	const back = restored(worked, opened).database;
	expect([...takenBack(back.log)].toSorted(ascending)).toEqual([3, 4, 5]);
	expect(standing(back.log).map(({revision}) => revision)).toEqual([1, 2]);
	expect(changes(back)).toBe(0);
	expect(refusal(back, {kind: 'undo', revision: 3}).message).toMatch(/has been undone already/);
	const again = after(back, {kind: 'undo', revision: 6});
	expect(changes(again)).toBe(1);
	expect([...takenBack(again.log)].toSorted(ascending)).toEqual([4, 6]);
	expect([3, 4, 6].map((revision) => takenBackBy(back.log, revision))).toEqual([6, 6, undefined]);
	expect([3, 4, 6].map((revision) => takenBackBy(again.log, revision))).toEqual([undefined, 5, 7]);
});

test('a redaction stands, whatever is restored', () => {
	const redact: Change = {
		kind: 'redact',
		record: 'projects/P1-01/updates/U-3',
		field: 'note',
		reason: 'Names a resident',
	};
	const later = after(first, redact, hold);
	const {database} = restored(later, first);
	expect(database.projects[0]?.updates.at(-1)).toMatchObject({note: redacted});
	expect(database.projects[1]?.status).toBe('in-progress');
	expect(JSON.stringify(database)).not.toContain('"one"');
	expect(takenBack(database.log).has(3)).toBe(false);
	expect(check(database)).toEqual([]);
});

test('records of which the log does not prove that they were so are named', () => {
	const snapshot = structuredClone(first);
	snapshot.projects[2]!.title = 'Edited by hand';
	const {entry, database} = restored(after(first, hold), snapshot);
	expect(entry.changes).toMatchObject([{unproved: ['projects/P1-03']}]);
	expect(entry.changes?.[0]).not.toHaveProperty('records');
	expect(check(database)).toEqual([]);
});

describe('refused is', () => {
	const present = after(first, hold);
	const change: Change = {kind: 'database/restore', revision: 2, onto: 3, records: []};
	test.each<[string, Change | Change[], RegExp]>([
		['what was not looked at', {...change, onto: 2}, /at revision 3 now, not 2: look again/],
		['what never was', {...change, revision: 9}, /^there is no act with revision 9$/],
		['another history', {...change, hash: '0'.repeat(64)}, /revision 2 is another act here/],
		['nothing', change, /^nothing would change$/],
		['company', [change, note('x')], /^database\/restore stands alone in its act$/],
		[
			'what does not fit',
			{...change, records: [{record: 'projects/P1-02', to: {id: 'P1-02'}}]},
			/P1-02: /,
		],
		[
			'what leaves references that lead nowhere',
			{...change, records: [{record: 'people/smith', to: null}]},
			/smith/,
		],
	])('%s', (_what, given, message) => {
		expect(refusal(present, given).message).toMatch(message);
	});
});

test('how a snapshot stands to a database', () => {
	const later = after(first, hold);
	expect(relationOf(later, first)).toBe('earlier');
	expect(relationOf(later, later)).toBe('earlier');
	expect(relationOf(first, later)).toBe('ahead');
	expect(relationOf(later, after(first, note('two')))).toBe('parted');
	expect(relationOf(later, makeDatabase())).toBe('parted');
	expect(relationOf(later, {...first, id: 'another'})).toBe('foreign');
});

describe('replay', () => {
	test('of any acts gives the same database, counters too', () => {
		fc.assert(
			fc.property(actsArbitrary, (acts) => {
				const before = start();
				const {database} = perform(before, acts);
				expect(replay(before, database.log)).toEqual(database);
			}),
			{numRuns: 60},
		);
	});

	const whole = after(first, hold, {kind: 'action/add', text: 'Write'}, note('two'));
	test.each<[string, (log: Database['log']) => unknown, number]>([
		['nothing', () => {}, 5],
		['one that is missing', (log) => log.splice(3, 1), 3],
		['one that was altered', (log) => (log[3]!.session = 'x'), 3],
		['effects that were altered', (log) => (log[3]!.effects![0]!.to = {id: 'A-2'}), 3],
		['one that was redacted', (log) => delete log[2]!.effects, 2],
		['another order', (log) => log.splice(0, 9, ...log.toReversed()), 2],
	])('stops at %s', (_what, alter, revision) => {
		const log = structuredClone(whole.log);
		alter(log);
		const reached = replay(first, log);
		expect(reached.revision).toBe(revision);
		expect(check(reached)).toEqual([]);
	});

	test('stops where a record is not as the acts would leave it', () => {
		const edited = structuredClone(first);
		edited.projects[1]!.title = 'Edited by hand';
		expect(replay(edited, whole.log).revision).toBe(2);
	});
});
