import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {lastRedoable, lastUndoable} from '../../source/domain/changes/undo.ts';
import {commit} from '../../source/domain/commit.ts';
import {holds, inverse} from '../../source/domain/log/patch.ts';
import {dangling, knownIds} from '../../source/domain/references.ts';
import {
	collections,
	type Database,
	databaseSchema,
	type Effect,
} from '../../source/domain/schema/index.ts';
import {accepted, act, contextAt} from '../helpers/database.ts';
import {actsArbitrary, perform, start} from './proposals.ts';

/** What undo promises to restore: everything but the log, the revision and the counters. */
const state = ({log: _log, revision: _revision, counters: _counters, ...rest}: Database) => rest;
const asText = (database: Database) => JSON.stringify(state(database));

const undo = (database: Database, revision: number) =>
	commit(database, act({kind: 'undo', revision}), contextAt('12:00'));

/** Whether what an act found is there again; of several effects on, in or around one place the first tells. */
function restored(database: Database, effects: readonly Effect[]): boolean {
	const seen: string[] = [];
	return effects.every((effect) => {
		const place = effect.field === undefined ? effect.record : `${effect.record}/${effect.field}`;
		const told = seen.some(
			(earlier) => `${earlier}/`.startsWith(`${place}/`) || place.startsWith(`${earlier}/`),
		);
		seen.push(place);
		return told || holds(database, inverse(effect));
	});
}

/** What is wrong with a database, in its shape, its references or the state of its meetings. */
function faults(database: Database): unknown[] {
	const known = knownIds(database);
	const open = database.meetings.filter(({status}) => status === 'open').map(({board}) => board);
	return [
		...(databaseSchema.safeParse(database).error?.issues ?? []),
		...collections.flatMap((collection) =>
			database[collection].flatMap((record) => dangling(collection, record, known)),
		),
		...open.filter((board, index) => open.indexOf(board) !== index),
	];
}

describe('any acts', () => {
	test('are mostly accepted, so that the tests below test something', () => {
		const kinds = new Set<string>();
		let tried = 0;
		let changed = 0;
		for (const acts of fc.sample(actsArbitrary, {numRuns: 300, seed: 1})) {
			tried += acts.flat().length;
			for (const {changes = []} of perform(start(), acts).done) {
				changed += changes.length;
				for (const {kind} of changes) kinds.add(kind);
			}
		}
		expect(changed / tried).toBeGreaterThan(0.6);
		expect(kinds.size).toBe(31);
	});

	test('undone in reverse give the same database, down to the order of its keys', () => {
		fc.assert(
			fc.property(actsArbitrary, (acts) => {
				const before = start();
				const performed = perform(before, acts);
				let {database} = performed;
				for (const {revision} of performed.done.toReversed()) {
					const outcome = undo(database, revision);
					if (!outcome.ok) throw new Error(outcome.rejection.message);
					({database} = outcome);
				}
				expect(asText(database)).toBe(asText(before));
			}),
			{numRuns: 200},
		);
	}, 60_000);

	test('are taken back one by one and brought again one by one', () => {
		fc.assert(
			fc.property(actsArbitrary, (acts) => {
				const {session} = contextAt();
				const performed = perform(start(), acts);
				let {database} = performed;
				const states = [asText(database)];
				for (const {revision} of performed.done.toReversed()) {
					const last = lastUndoable(database, session);
					expect(last?.revision).toBe(revision);
					database = accepted(database, {kind: 'undo', revision}).database;
					states.push(asText(database));
				}
				expect(lastUndoable(database, session)).toBeUndefined();
				for (const expected of states.toReversed().slice(1)) {
					const {revision} = lastRedoable(database, session)!;
					database = accepted(database, {kind: 'undo', revision}).database;
					expect(asText(database)).toBe(expected);
				}
				expect(lastRedoable(database, session)).toBeUndefined();
			}),
			{numRuns: 50},
		);
	}, 60_000);

	test('undone in any order are either restored or refused with a reason', () => {
		fc.assert(
			fc.property(actsArbitrary, fc.infiniteStream(fc.nat()), (acts, numbers) => {
				const performed = perform(start(), acts);
				let {database} = performed;
				const shuffled = performed.done
					.map((entry) => ({entry, rank: numbers.next().value ?? 0}))
					.toSorted((left, right) => left.rank - right.rank);
				for (const {entry} of shuffled) {
					const before = JSON.stringify(database);
					const outcome = undo(database, entry.revision);
					expect(JSON.stringify(database)).toBe(before);
					const reason = outcome.ok ? undefined : outcome.rejection.message;
					if (outcome.ok) ({database} = outcome);
					expect(reason ?? restored(database, entry.effects ?? [])).toSatisfy(
						(found) =>
							found === true || /cannot be undone|still refers|open|there is no/.test(found),
					);
					expect(faults(database)).toEqual([]);
				}
			}),
			{numRuns: 100},
		);
	}, 60_000);
});
