import {describe, expect, test} from 'vitest';
import {entryHash, payloadDigest} from '../../source/domain/log/chain.ts';
import {check} from '../../source/domain/queries/check.ts';
import type {Database, Entry} from '../../source/domain/schema/index.ts';
import {accepted, after, makeDatabase} from '../helpers/database.ts';

/** A copy that a test may alter in place. */
const copy = (database: Database): Database => structuredClone(database);

/** What check says of the sample once it was altered. */
function said(alter: (database: Database) => void, database = makeDatabase()) {
	const altered = copy(database);
	alter(altered);
	return check(altered);
}

const messages = (...from: Parameters<typeof said>) => said(...from).map(({message}) => message);

/** The sample with four acts in its log, after its adoption. */
const logged = after(
	makeDatabase(),
	{kind: 'project/update', id: 'P1-01', note: 'one'},
	{kind: 'project/update', id: 'P1-02', note: 'two'},
	{kind: 'action/add', text: 'Write'},
	{kind: 'undo', revision: 4},
);

const at = <Value>(list: readonly Value[], index: number): Value => {
	const value = list.at(index);
	if (value === undefined) throw new Error('the sample has changed');
	return value;
};

/**
 * Where and why the log breaks once it was altered: the first problem, up to what it says is proved all the
 * same. The second tells which records are; there is no third.
 */
function broken(alter: (database: Database) => void) {
	const [first, second, ...rest] = said(alter, logged);
	expect([second?.path, ...rest]).toEqual([first?.path]);
	return [first?.path[1], first?.message.split('; ')[0]];
}

/** An entry as a forger would leave it: altered, and hashed anew. */
function rehash(entry: Entry): Entry {
	const payload = entry.salt === undefined ? entry.payload : payloadDigest(entry);
	const altered = {...entry, payload};
	return {...altered, hash: entryHash(altered)};
}

describe('the log', () => {
	test('an entry that was altered', () => {
		expect(broken((database) => (at(database.log, 2).at = '2020-01-01T00:00:00Z'))).toEqual([
			2,
			'revision 3 of the log was altered',
		]);
	});

	test('an entry whose changes, effects or salt were altered', () => {
		const message =
			'revision 3 of the log was altered: its changes and effects are not those that were recorded';
		for (const alter of [
			(entry: Entry) => (entry.changes = []),
			(entry: Entry) => delete entry.effects,
			(entry: Entry) => (at(entry.effects ?? [], 0).record = 'x'),
		]) {
			expect(broken((database) => alter(at(database.log, 2)))).toEqual([2, message]);
		}
		const [salt] = messages((database) => (at(database.log, 2).salt = 'ff'), logged);
		expect(salt).toContain(`${message};`);
	});

	test('an entry that was altered and hashed anew shows at the next', () => {
		const forged = (database: Database) => {
			database.log[2] = rehash({...at(database.log, 2), at: '2020-01-01T00:00:00Z'});
		};
		expect(broken(forged)).toEqual([
			3,
			'revision 4 of the log does not follow from revision 3: one of the two was replaced',
		]);
	});

	test('entries that are missing: the first, one in between, the last', () => {
		expect(said((database) => database.log.shift(), logged)).toContainEqual({
			path: ['log', 0],
			message: expect.stringMatching(/^the log lacks revision 1: revision 2 follows nothing;/),
		});
		expect(said((database) => database.log.splice(2, 1), logged)).toContainEqual({
			path: ['log', 2],
			message: expect.stringMatching(/^the log lacks revision 3: revision 4 follows revision 2;/),
		});
		expect(said((database) => database.log.pop(), logged)).toContainEqual({
			path: ['revision'],
			message: 'the database is at revision 5, but its log ends at revision 4: 1 entry is missing',
		});
		expect(messages((database) => (database.log = []), logged)).toEqual([
			'the database is at revision 5, but its log is empty: 5 entries are missing',
		]);
	});

	test('entries in another order, or twice', () => {
		const [swapped] = said((database) => {
			const [third] = database.log.splice(2, 1) as [Entry];
			database.log.splice(3, 0, third);
		}, logged);
		expect(swapped).toEqual({
			path: ['log', 2],
			message: expect.stringMatching(
				/^the log was reordered: revision 4 stands where revision 3 belongs;/,
			),
		});
		const [twice] = said((database) => database.log.splice(2, 1, at(database.log, 1)), logged);
		expect(twice?.message).toMatch(
			/^revision 2 stands in the log a second time, where revision 3 belongs;/,
		);
	});

	test('more entries than the revision says', () => {
		expect(messages((database) => (database.revision = 3), logged)).toEqual([
			'the database is at revision 3, but its log goes on to revision 5',
		]);
	});

	/** Takes out of an entry what a redaction takes out of it. */
	const strip = (entry: Entry) => {
		delete entry.changes;
		delete entry.effects;
		delete entry.salt;
	};

	test('a redacted entry leaves the chain whole', () => {
		const redacted = accepted(logged, {
			kind: 'redact',
			record: 'projects/P1-01/updates/U-3',
			field: 'note',
			reason: 'Names a resident',
		}).database;
		expect(at(redacted.log, 1)).not.toHaveProperty('changes');
		expect(check(redacted)).toEqual([]);
	});

	test('an entry that was stripped by hand is found: no redaction names it', () => {
		expect(broken((database) => strip(at(database.log, 1)))).toEqual([
			1,
			'revision 2 of the log was stripped of what it tells, and no redaction says so',
		]);
	});
});

describe('records against the log', () => {
	test('altered outside: since when', () => {
		expect(
			said((database) => {
				at(database.projects, 1).title = 'Something else';
				at(database.people, 0).name = 'Somebody else';
				database.organisation.name = 'Elsewhere';
			}, logged),
		).toEqual([
			{
				path: ['organisation'],
				message: 'the record “organisation” was altered outside Boardwalk since revision 1',
			},
			{path: ['people', 0], message: 'person reed was altered outside Boardwalk since revision 1'},
			{
				path: ['projects', 1],
				message: 'project P1-02 was altered outside Boardwalk since revision 3',
			},
		]);
	});

	test('added or removed outside', () => {
		expect(
			said((database) => {
				database.people.push({id: 'new', name: 'New'});
				database.notices.push({id: 'new', kind: 'key-decision', title: 'New', board: 'B-2'});
				database.reports.pop();
				at(database.meetings, 1).agenda.splice(2, 1);
			}, logged),
		).toEqual([
			{
				path: ['people', 6],
				message: 'person new was added outside Boardwalk: the log does not know it',
			},
			{
				path: ['meetings', 1],
				message: 'meeting M-2 was altered outside Boardwalk since revision 1',
			},
			{
				path: ['notices', 0],
				message: 'notice new was added outside Boardwalk: the log does not know it',
			},
			{path: ['reports'], message: 'report R-1 was removed outside Boardwalk since revision 1'},
		]);
	});

	test('a record that the log took away does not come back unnoticed', () => {
		const action = {id: 'A-2', text: 'Write', status: 'open'} as const;
		expect(said((database) => database.actions.push(action), logged)).toEqual([
			{
				path: ['actions', 1],
				message: 'action A-2 was added outside Boardwalk: the log does not know it',
			},
		]);
	});

	test('order of keys and unknown keys: order does not matter, unknown keys do', () => {
		const reordered = copy(logged);
		reordered.projects = reordered.projects.map(
			(project) => Object.fromEntries(Object.entries(project).toReversed()) as typeof project,
		);
		expect(check(reordered)).toEqual([]);
		expect(
			messages((database) => Object.assign(at(database.projects, 0), {own: 1}), logged),
		).toEqual(['project P1-01 was altered outside Boardwalk since revision 2']);
	});
});
