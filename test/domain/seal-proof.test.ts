// What proves a seal: that acts, by what they did, account for everything in which minutes read otherwise than
// they were sealed. What was altered by hand is never explained away, by nobody's act.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {fittedIn} from '../../source/domain/migrations/fitted.ts';
import {type V1, v1Schema} from '../../source/domain/migrations/v1/schema/index.ts';
import {entryHash, recordDigests} from '../../source/domain/log/chain.ts';
import {find} from '../../source/domain/log/patch.ts';
import {differences} from '../../source/domain/log/vouched.ts';
import {check} from '../../source/domain/queries/check.ts';
import {sealedContent} from '../../source/domain/queries/minutes/record.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {sealStands} from '../../source/domain/queries/log/seal-stands.ts';
import {proveSeal, type SealProof} from '../../source/domain/queries/log/seal.ts';
import {collections, type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {bringForward} from '../../source/domain/migrations/index.ts';
import {commit} from '../../source/domain/commit.ts';
import {rewind} from '../../source/domain/log/rewind.ts';
import {archiveDigest, archiveOf} from '../../source/domain/log/archive.ts';
import {accepted, contextAt} from '../helpers/database.ts';
import {actsArbitrary, perform} from './proposals.ts';

const folder = path.join(import.meta.dirname, '../data/v1');
const load = (name: string): V1 =>
	v1Schema.parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));

/** The acts of a frozen database, played anew in today's version: the same acts, at the same revisions. */
function played(name: string): Database {
	const frozen = load(name);
	const [first] = frozen.log;
	const start = rewind({...none, ...frozen} as unknown as Database, first?.revision ?? 1);
	const made = bringForward({...start, revision: 0, counters: countersBefore(frozen), log: []});
	if ('problem' in made) throw new Error(made.problem);
	let database = databaseSchema.parse(made.database);
	for (const {id, at, actor, session, salt = '', changes = []} of frozen.log.slice(1)) {
		const act = {id, changes: changes as Change[]};
		const outcome = commit(database, act, {now: at, actor, session, salt, owner: true});
		if (!outcome.ok) throw new Error(`${name}: ${outcome.rejection.message}`);
		({database} = outcome);
	}
	return database;
}
/** The last numbers that were given out before the first act. */
function countersBefore({counters, log}: V1): Record<string, number> {
	const given = new Map<string, number>();
	for (const {field, to} of log.flatMap(({effects = []}) => effects)) {
		const added = field === undefined ? (to as {id?: string} | undefined)?.id : undefined;
		const [, prefix, number] = /^([A-Z]+)-(\d+)$/.exec(added ?? '') ?? [];
		if (prefix) given.set(prefix, Math.min(given.get(prefix) ?? Infinity, Number(number)));
	}
	return Object.fromEntries(
		Object.entries(counters).map(([prefix, last]) => [prefix, (given.get(prefix) ?? last + 1) - 1]),
	);
}
const none = Object.fromEntries(collections.map((collection) => [collection, []]));
const kept = new Map<string, Database>();
const loaded = (name: string): Database => {
	const found = kept.get(name) ?? (name === 'redacted' ? redactedAfter() : played(name));
	kept.set(name, found);
	return found;
};

/** Its log no longer holds what was redacted: the redactions are done to what it was before them. */
const redactedAfter = (): Database =>
	later(
		loaded('issued'),
		...load('redacted')
			.log.slice(-2)
			.flatMap(({changes = []}) => changes as Change[]),
	);

/** Every seal of a database with its proof. */
const proofs = (database: Database): Record<string, SealProof> =>
	Object.fromEntries(
		database.meetings.flatMap(({id, minutes}) =>
			(minutes?.seals ?? []).map((seal) => [`${id} ${seal.id}`, proveSeal(database, seal.seal)]),
		),
	);
const proofOf = (database: Database, seal = 'M-3 v1'): SealProof => proofs(database)[seal]!;
const named = ({since}: SealProof): number[] => since.map(({revision}) => revision);

/** The database with a record altered by hand. */
function edited(database: Database, record: string, fields: object): Database {
	const copy = JSON.parse(JSON.stringify(database)) as Database;
	Object.assign(find(copy, record)!, fields);
	return copy;
}
const admin = (time: string) => contextAt(time, 'admin', '2026-12-31');
const adopted = (database: Database): Database =>
	accepted(database, {kind: 'database/adopt', reason: 'Tidied up'}, admin('10:00')).database;
const comment: Change = {kind: 'project/update', id: 'P1-01', note: 'Nothing to do with it.'};
const finished: Change = {kind: 'action/status', id: 'A-2', from: 'open', to: 'done'};
const later = (database: Database, ...changes: Change[]): Database =>
	changes.reduce((before, change) => accepted(before, change, admin('11:00')).database, database);

const outside = 'decision D-3 was altered outside Boardwalk';
const unexplained =
	'the minutes read otherwise than they were sealed, and no act in the log says why';

describe('a record of sealed minutes that was altered by hand', () => {
	const forged = edited(later(loaded('issued'), comment, finished), 'decisions/D-3', {
		resolution: 'That permission be refused.',
	});

	test('is told as that first, and no innocent act is named for it', () => {
		const proof = proofOf(forged);
		expect(proof).toMatchObject({proved: false, unchanged: false, since: []});
		expect(proof.faults).toEqual([`${outside} since revision 26`, unexplained]);
	});

	test('is not proved by acts that come later', () => {
		const proof = proofOf(later(forged, comment));
		expect(proof).toMatchObject({proved: false, since: []});
	});

	test('is told beside the acts that did alter the minutes', () => {
		const noted = later(loaded('issued'), {
			kind: 'agenda/note',
			meeting: 'M-3',
			item: 'I-7',
			to: 'Three declared.',
		});
		const proof = proofOf(edited(noted, 'decisions/D-3', {resolution: 'That it be refused.'}));
		expect(named(proof)).toEqual([noted.revision]);
		expect(proof.faults).toEqual([`${outside} since revision 26`, unexplained]);
	});

	test('is told as that after it was adopted, by whom, when and why, whatever was done then', () => {
		const proof = proofOf(later(adopted(forged), comment));
		expect(proof).toMatchObject({proved: false, unchanged: false, since: []});
		expect(proof.faults).toEqual([
			`${outside}, and adopted as it was then by admin on 31 December 2026 at 10:00 (revision 45: Tidied up)`,
			unexplained,
		]);
	});

	test('is told as that after an act altered the very field, too', () => {
		const corrected = later(adopted(forged), {
			kind: 'decision/correct',
			id: 'D-3',
			reason: 'Misread',
			fields: {resolution: {from: 'That permission be refused.', to: 'That it be deferred.'}},
		});
		const proof = proofOf(corrected);
		expect(named(proof)).toEqual([46]);
		expect(proof.faults[0]).toMatch(`${outside}, and adopted`);
	});

	test('counts no more once acts made it what it was', () => {
		const mended = later(adopted(forged), {
			kind: 'decision/correct',
			id: 'D-3',
			reason: 'As it was',
			fields: {
				resolution: {
					from: 'That permission be refused.',
					to: 'That permission be given, with conditions.',
				},
			},
		});
		// Its correction stands in the minutes now: that is what they say more, and an act did it.
		expect(named(proofOf(mended))).toEqual([46]);
	});

	test.each([
		['a person', 'people/pole', {name: 'Cllr Polecat'}],
		['the board', 'boards/B-3', {name: 'Planning'}],
		['the paper behind an item', 'reports/R-3', {title: 'Bids'}],
		['an action', 'actions/A-2', {text: 'Tell nobody'}],
		['the meeting', 'meetings/M-3/agenda/I-16', {notes: 'Nobody spoke.'}],
	] as const)('may be %s', (_, record, fields) => {
		const proof = proofOf(later(edited(loaded('issued'), record, fields), comment));
		expect(proof).toMatchObject({proved: false, unchanged: false, since: []});
		expect(proof.faults[0]).toMatch(/ was altered outside Boardwalk since revision \d+$/);
	});

	test('is no matter where the minutes do not draw on it', () => {
		const elsewhere = edited(loaded('issued'), 'projects/P1-03', {title: 'Other'});
		expect(proofOf(elsewhere)).toMatchObject({proved: true, unchanged: true});
		expect(proofOf(adopted(elsewhere))).toMatchObject({proved: true, unchanged: true});
	});
});

/** A log made anew after a revision, as a forger would who knows how entries are hashed: nothing in it says what was done by hand. */
function concealed(honest: Database, record: string, fields: object): Database {
	const fake = edited(honest, record, fields);
	const {database} = accepted(fake, [comment, {kind: 'agenda/note', ...note}], admin('10:00'));
	const last = database.log.at(-1)!;
	const {hash: _hash, ...entry} = {
		...last,
		records: recordDigests(database, [...Object.keys(last.records), record], last.salt!),
	};
	const forged = {...database, log: [...honest.log, {...entry, hash: entryHash(entry)}]};
	// To everything but a seal it is as good as any.
	expect(check(forged)).toEqual([]);
	return forged;
}
const note = {meeting: 'M-2', item: 'I-3', to: 'Elsewhere.'};

test('a log that was made to fit a record forged after the seal does not explain it', () => {
	const forged = concealed(loaded('issued'), 'decisions/D-3', {resolution: 'That it be refused.'});
	const proof = proofOf(forged);
	expect(proof).toMatchObject({proved: false, unchanged: false, since: []});
	expect(proof.faults).toEqual([`${outside} after revision 41`, unexplained]);
});

describe('acts are named by what they altered', () => {
	test('a name, a correction; not what was taken back or is in no minutes', () => {
		expect(named(proofOf(loaded('changed')))).toEqual([44, 45]);
	});

	test('a note and a correction, for each version what came after it; not their approval', () => {
		const database = loaded('committee');
		expect(named(proofOf(database, 'M-3 v1'))).toEqual([43, 53]);
		expect(named(proofOf(database, 'M-3 v2'))).toEqual([53]);
	});

	test('redactions', () => {
		expect(proofOf(loaded('redacted'))).toMatchObject({proved: true, unchanged: false});
		expect(named(proofOf(loaded('redacted')))).toEqual([43, 44]);
	});

	test('a redaction explains no other alteration', () => {
		const forged = edited(loaded('redacted'), 'decisions/D-3', {resolution: 'That it be refused.'});
		expect(proofOf(adopted(forged)).faults[0]).toMatch(`${outside}, and adopted`);
	});

	test('an archiving is none of them', () => {
		const whole = loaded('committee');
		const content = archiveDigest(archiveOf(whole, 45));
		const archiving: Change = {kind: 'database/archive', from: 1, to: 45, file: 'a.jsonl', content};
		const {database: cut} = accepted(whole, archiving, contextAt('10:00', 'admin', '2027-12-31'));
		const log = [...whole.log.slice(0, 45), ...cut.log];
		expect(named(proofOf({...cut, log}, 'M-3 v2'))).toEqual([53]);
	});

	test('whatever is done to the record by acts alone, the seal proves', () => {
		const base = loaded('recovered');
		fc.assert(
			fc.property(actsArbitrary, (acts) => {
				const {database} = perform(base, acts);
				const proof = proofOf(database);
				expect(proof.faults).toEqual([]);
				expect(proof.since.length > 0).toBe(proof.unchanged === false);
			}),
			{numRuns: process.env['SOAK'] ? 1000 : 25},
		);
	});

	test('whatever is done besides, a resolution altered by hand is found, adopted or not', () => {
		const base = loaded('recovered');
		fc.assert(
			fc.property(actsArbitrary, actsArbitrary, fc.boolean(), (first, then, adopts) => {
				const before = perform(base, first).database;
				const forged = edited(before, 'decisions/D-3', {resolution: 'That it be refused.'});
				const {database} = perform(adopts ? adopted(forged) : forged, then);
				const {proved, faults, since} = proofOf(database);
				expect(proved).toBe(false);
				expect(faults[0]).toMatch(outside);
				expect(since.filter(({says}) => says.includes('accepted'))).toEqual([]);
			}),
			{numRuns: process.env['SOAK'] ? 1000 : 15},
		);
	});
});

describe('a seal that a migration found', () => {
	/** A frozen database brought forward, by an act that records which seals fitted. */
	function forward(name: string): Database {
		const frozen = load(name);
		const differ = differences({...none, ...frozen} as unknown as Database).map(
			({record}) => record,
		);
		const made = bringForward(frozen);
		if ('problem' in made) throw new Error(made.problem);
		return accepted(
			databaseSchema.parse(made.database),
			{
				kind: 'database/migrate',
				from: 1,
				to: 2,
				backup: 'strategy.schema-1.json',
				...(differ.length > 0 ? {differ} : {}),
				fitted: fittedIn(frozen),
			},
			admin('09:00'),
		).database;
	}
	/** What the last program of version 1 told of every seal of the frozen databases. */
	type Told = Record<string, {proved: boolean; unchanged?: boolean; since: number[]}>;
	const told = JSON.parse(
		readFileSync(path.join(import.meta.dirname, 'migrations/proofs-v1.json'), 'utf8'),
	) as Record<string, Told>;

	test.each(Object.entries(told))('proves as it did: %s', (name, before) => {
		const after = proofs(forward(name));
		expect(Object.keys(after)).toEqual(Object.keys(before));
		for (const [seal, {proved, unchanged, since}] of Object.entries(before)) {
			expect(after[seal]).toMatchObject({proved});
			expect(after[seal]?.unchanged).toBe(unchanged);
			expect(named(after[seal]!)).toEqual(since);
		}
	});

	test('fitted then and was not touched: unchanged, whatever its digest would be now', () => {
		const brought = later(forward('issued'), comment, finished);
		expect(proofOf(brought)).toMatchObject({proved: true, unchanged: true, forward: 43, since: []});
		expect(minutesOf(brought, 'M-3')).not.toHaveProperty('altered');
	});

	test('stands when minutes are put together in another way by then', () => {
		const brought = later(forward('issued'), comment);
		const seal = brought.meetings.find(({id}) => id === 'M-3')?.minutes?.seals?.[0];
		const read = (database: Database) => ({another: sealedContent('M-3')(database)});
		expect(sealStands(brought, 'M-3', seal!, read)).toBe(true);
		const noted = later(brought, {...note, kind: 'agenda/note', meeting: 'M-3', item: 'I-7'});
		expect(sealStands(noted, 'M-3', seal!, read)).toBe(false);
	});

	test('is altered by what is done after it, which is named', () => {
		const noted = later(forward('issued'), comment, {
			kind: 'agenda/note',
			meeting: 'M-3',
			item: 'I-7',
			to: 'Three declared.',
		});
		expect(proofOf(noted)).toMatchObject({proved: true, unchanged: false});
		expect(named(proofOf(noted))).toEqual([45]);
		expect(minutesOf(noted, 'M-3')).toMatchObject({altered: true});
	});

	test('names what was done before it and after it', () => {
		const noted = later(forward('changed'), {
			kind: 'agenda/note',
			meeting: 'M-3',
			item: 'I-6',
			to: 'One came all the same.',
		});
		expect(named(proofOf(noted))).toEqual([44, 45, 49]);
	});

	test('is not made good by the migration where the record had been forged', () => {
		const proof = proofOf(forward('forged-record'));
		expect(proof).toMatchObject({proved: false, unchanged: false, since: []});
		expect(proof.faults).toEqual([
			`${outside}, and adopted as it was then by admin on 31 December 2026 at 09:00 (revision 45)`,
			unexplained,
		]);
	});

	test('tells of a record that was altered by hand after it, adopted or not', () => {
		const forged = edited(forward('issued'), 'decisions/D-3', {resolution: 'Refused.'});
		expect(proofOf(forged).faults[0]).toBe(`${outside} since revision 43`);
		const proof = proofOf(later(adopted(forged), comment));
		expect(proof).toMatchObject({proved: false, unchanged: false, since: []});
		expect(proof.faults[0]).toMatch(`${outside}, and adopted as it was then by admin`);
	});

	test('tells of a record that was altered after it under a log made to fit', () => {
		const forged = concealed(forward('issued'), 'decisions/D-3', {resolution: 'Refused.'});
		const proof = proofOf(forged);
		expect(proof).toMatchObject({proved: false, unchanged: false, since: []});
		expect(proof.faults).toEqual([`${outside} after revision 43`, unexplained]);
	});

	test('of somebody whose name was altered by hand does not stand', () => {
		const forged = edited(forward('issued'), 'people/pole', {name: 'Cllr Polecat'});
		expect(minutesOf(forged, 'M-3')).toMatchObject({altered: true});
		expect(minutesOf(adopted(forged), 'M-3')).toMatchObject({altered: true});
		expect(proofOf(adopted(forged))).toMatchObject({proved: false, unchanged: false});
	});

	test('that drew on an archive which was not at hand is not said to hold', () => {
		const proof = proofOf(forward('archived-minutes'), 'M-3 v2');
		expect(proof).toMatchObject({proved: false, unchanged: undefined});
		expect(proof.faults.join()).toContain('stood in an archive of the log');
	});
});
