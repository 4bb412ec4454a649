import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {lastRedoable, lastUndoable} from '../../source/domain/changes/undo.ts';
import {find} from '../../source/domain/log/patch.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, after, contextAt, makeDatabase} from '../helpers/database.ts';

/** What undo promises to restore: everything but the log, the revision and the counters. */
const asText = ({log: _log, revision: _revision, counters: _counters, ...rest}: Database) =>
	JSON.stringify(rest);

test('a record whose keys stand in an order of its own has it again after undo', () => {
	const database = makeDatabase();
	const {id, title, ...rest} = database.projects[2]!;
	database.projects[2] = {title, ...rest, id, mine: 1};
	const edited = after(database, {
		kind: 'project/edit',
		id: 'P1-03',
		fields: {summary: {to: 'Cold.'}, owner: {to: 'reed'}},
	});
	expect(asText(after(edited, {kind: 'undo', revision: 2}))).toBe(asText(database));
});

describe('undo and redo for one session', () => {
	const note = (id: string): Change => ({kind: 'project/update', id, note: 'x'});
	const by = (database: Database, user: string, change: Change) =>
		accepted(database, change, contextAt('10:00', user)).database;
	const undoBy = (database: Database, user: string) =>
		by(database, user, {
			kind: 'undo',
			revision: lastUndoable(database, `session-${user}`)!.revision,
		});
	const redoBy = (database: Database, user: string) =>
		by(database, user, {
			kind: 'undo',
			revision: lastRedoable(database, `session-${user}`)!.revision,
		});
	/** Revisions that `u` and redo would take: of the clerk, then of Ann Reed. */
	const offered = (database: Database) =>
		['session-clerk', 'session-reed'].map((session) => [
			lastUndoable(database, session)?.revision,
			lastRedoable(database, session)?.revision,
		]);

	const none = makeDatabase();
	const clerk = by(none, 'clerk', note('P1-01')); // 2
	const both = by(clerk, 'reed', note('P1-02')); // 3
	const undone = undoBy(both, 'clerk'); // 4
	const redone = redoBy(undone, 'clerk'); // 5
	test.each<[string, Database, (number | undefined)[][]]>([
		[
			'nothing is offered before anything was done',
			none,
			[
				[undefined, undefined],
				[undefined, undefined],
			],
		],
		[
			'its own act is offered, others’ are not',
			both,
			[
				[2, undefined],
				[3, undefined],
			],
		],
		[
			'an act that was undone is offered again',
			undone,
			[
				[undefined, 4],
				[3, undefined],
			],
		],
		[
			'an act that was brought again may be undone again',
			redone,
			[
				[2, undefined],
				[3, undefined],
			],
		],
		[
			'and brought again',
			undoBy(redone, 'clerk'),
			[
				[undefined, 6],
				[3, undefined],
			],
		],
		[
			'a new act ends redo',
			by(undone, 'clerk', note('P1-03')),
			[
				[5, undefined],
				[3, undefined],
			],
		],
		[
			'another session’s act does not',
			by(undone, 'reed', note('P1-03')),
			[
				[undefined, 4],
				[5, undefined],
			],
		],
		[
			'what cannot be undone is stepped over',
			by(both, 'clerk', {kind: 'decision/retract', id: 'D-1', reason: 'Twice'}),
			[
				[2, undefined],
				[3, undefined],
			],
		],
		[
			'acts are taken back newest first',
			undoBy(by(both, 'clerk', note('P1-03')), 'clerk'),
			[
				[2, 5],
				[3, undefined],
			],
		],
	])('%s', (_what, database, expected) => {
		expect(offered(database)).toEqual(expected);
	});

	test('undo of an undo is redo', () => {
		expect(asText(redone)).toBe(asText(both));
		expect(find(undone, 'projects/P1-01/updates/U-3')).toBeUndefined();
		expect(find(redone, 'projects/P1-01/updates/U-3')).toBeDefined();
	});
});
