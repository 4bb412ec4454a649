import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {apply} from '../../source/domain/apply.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {lastRedoable, lastUndoable} from '../../source/domain/changes/undo.ts';
import {commit} from '../../source/domain/commit.ts';
import {find, holds, inverse} from '../../source/domain/log/patch.ts';
import {dangling, knownIds} from '../../source/domain/references.ts';
import {
	actionStatuses,
	attendanceStatuses,
	collections,
	confidences,
	criterionResults,
	type Database,
	databaseSchema,
	type Effect,
	type Entry,
	itemKinds,
	projectStatuses,
} from '../../source/domain/schema/index.ts';
import {accepted, act, after, contextAt, makeDatabase} from '../helpers/database.ts';

/** A database with keys that no schema knows, and two meetings that one board cannot have open at once. */
function start(): Database {
	const database = makeDatabase();
	const [, , third] = database.projects;
	Object.assign(third!, {councilCode: 'X9', links: [{to: 'a'}, {to: 'b'}]});
	Object.assign(database.meetings[1]!, {webcast: {url: 'none'}});
	database.meetings.push({
		...structuredClone(database.meetings[1]!),
		id: 'M-3',
		title: 'Extra meeting',
		agenda: [{id: 'I-90', kind: 'business', title: 'All'}],
	});
	return accepted(database, {kind: 'database/adopt'}).database;
}

/** What undo promises to restore: everything but the log, the revision and the counters. */
const state = ({log: _log, revision: _revision, counters: _counters, ...rest}: Database) => rest;
const asText = (database: Database) => JSON.stringify(state(database));

/** Random numbers and a text, out of which a change is made that suits the database as it is then. */
const seedArbitrary = fc.record({
	kind: fc.nat(99),
	a: fc.nat(99),
	b: fc.nat(99),
	text: fc.string({unit: 'grapheme', maxLength: 8}).map((text) => `${text}.`),
});
type Seed = typeof seedArbitrary extends fc.Arbitrary<infer Value> ? Value : never;

const pick = <Element>(list: readonly Element[], number: number): Element =>
	list[number % list.length]!;

const proposals: ((database: Database, seed: Seed) => Change)[] = [
	(database, {a, b, text}) => {
		const {id, status, confidence} = pick(database.projects, a);
		return {
			kind: 'project/status',
			id,
			from: status,
			to: pick(projectStatuses, b),
			confidence: b % 2 ? {from: confidence, to: pick([...confidences, undefined], a)} : undefined,
			note: b % 3 ? text : undefined,
		};
	},
	(database, {a, text}) => ({
		kind: 'project/update',
		id: pick(database.projects, a).id,
		note: text,
	}),
	(database, {a, b, text}) => {
		const project = pick(database.projects, a);
		const days = ['2027-01-31', undefined, '2027-02-28'];
		return {
			kind: 'project/edit',
			id: project.id,
			fields: pick(
				[
					{
						summary: {from: project.summary, to: b % 2 ? text : ''},
						title: {from: project.title, to: text},
					},
					{owner: {from: project.owner, to: text}, due: {from: project.due, to: pick(days, b)}},
					{criteria: {from: project.criteria, to: {aligned: pick(criterionResults, b)}}},
					{dependsOn: {from: project.dependsOn, to: b % 5 ? ['P1-01', 'P1-03'] : undefined}},
					{priority: {from: project.priority, to: pick(['P1', 'P2'], b)}},
					{budget: {from: project.budget, to: b}},
				],
				b,
			),
		};
	},
	({meetings}, {a, b, text}) => ({
		kind: 'agenda/add',
		meeting: pick(meetings.slice(1), a).id,
		itemKind: pick(itemKinds, b),
		title: text,
		about: b % 2 ? {project: 'P1-02'} : undefined,
		at: b % 3 ? b % 6 : undefined,
	}),
	({meetings}, {a, b, text}) => {
		const {id, agenda} = pick(meetings.slice(1), a);
		const item = agenda.length ? pick(agenda, b) : undefined;
		return {
			kind: 'agenda/edit',
			meeting: id,
			item: item?.id ?? 'I-0',
			fields: {
				title: {from: item?.title, to: text},
				minutes: {from: item?.minutes, to: b % 2 ? b : undefined},
			},
		};
	},
	({meetings}, {a, b}) => {
		const {id, agenda} = pick(meetings.slice(1), a);
		return {kind: 'agenda/remove', meeting: id, item: agenda.length ? pick(agenda, b).id : 'I-0'};
	},
	({meetings}, {a, b}) => {
		const {id, agenda} = pick(meetings.slice(1), a);
		const from = agenda.map((item) => item.id);
		const cut = from.length ? b % from.length : 0;
		return {
			kind: 'agenda/order',
			meeting: id,
			from,
			to: [...from.slice(cut), ...from.slice(0, cut)],
		};
	},
	({meetings}, {a, b, text}) => {
		const {id, agenda} = pick(meetings, a);
		const item = agenda.length ? pick(agenda, b) : undefined;
		return {
			kind: 'agenda/note',
			meeting: id,
			item: item?.id ?? 'I-0',
			from: item?.notes,
			to: b % 4 ? text : undefined,
		};
	},
	({meetings}, {a, b}) => {
		const {id, status, currentItem, agenda} = pick(meetings.slice(1), a);
		if (status === 'planned') return {kind: 'meeting/open', id};
		if (status === 'adjourned') return {kind: 'meeting/resume', id};
		if (b % 3 === 0 || agenda.length === 0) return {kind: 'meeting/adjourn', id};
		return {kind: 'meeting/move', id, from: currentItem, to: pick(agenda, b).id};
	},
	({meetings, people}, {a, b}) => {
		const {id, attendance} = pick(meetings, b);
		const person = pick(people, a).id;
		const to = pick([...attendanceStatuses, undefined], b);
		return {
			kind: 'attendance/set',
			meeting: id,
			person,
			from: attendance.find((each) => each.person === person)?.status,
			to,
			for: to === 'substitute' && person !== 'reed' ? 'reed' : undefined,
		};
	},
	(_database, {a, b, text}) => ({
		kind: 'action/add',
		text,
		owner: a % 2 ? 'reed' : '',
		due: b % 2 ? '2027-01-31' : undefined,
		project: 'P1-02',
	}),
	({actions}, {a, b, text}) => {
		const {id, due, note} = pick(actions, a);
		return {
			kind: 'action/edit',
			id,
			fields: b % 2 ? {note: {from: note, to: text}} : {due: {from: due, to: '2027-03-01'}},
		};
	},
	({actions}, {a, b}) => {
		const {id, status} = pick(actions, a);
		return {kind: 'action/status', id, from: status, to: pick(actionStatuses, b)};
	},
];

/** Acts of one to three changes, each change made for the database as the ones before it left it. */
function perform(database: Database, acts: Seed[][]): {database: Database; done: Entry[]} {
	const done: Entry[] = [];
	let current = database;
	for (const [minute, seeds] of acts.entries()) {
		const context = contextAt(`11:${String(minute % 60).padStart(2, '0')}`);
		const changes: Change[] = [];
		let ahead = current;
		for (const seed of seeds) {
			const change = pick(proposals, seed.kind)(ahead, seed);
			const tried = apply(ahead, act(change), context);
			if (!tried.ok) continue;
			ahead = tried.database;
			changes.push(change);
		}
		const outcome = commit(current, act(...changes), context);
		if (!outcome.ok) continue;
		done.push(outcome.entry);
		current = outcome.database;
	}
	return {database: current, done};
}

const actsArbitrary = fc.array(fc.array(seedArbitrary, {minLength: 1, maxLength: 3}), {
	minLength: 1,
	maxLength: 12,
});

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
	const open = database.meetings.filter(({status}) => status === 'open');
	return [
		...(databaseSchema.safeParse(database).error?.issues ?? []),
		...collections.flatMap((collection) =>
			database[collection].flatMap((record) => dangling(collection, record, known)),
		),
		...open.slice(1),
	];
}

describe('any acts', () => {
	test('are mostly accepted, so that the tests below test something', () => {
		const kinds = new Set<string>();
		let tried = 0;
		let changed = 0;
		for (const acts of fc.sample(actsArbitrary, {numRuns: 100, seed: 1})) {
			tried += acts.flat().length;
			for (const {changes = []} of perform(start(), acts).done) {
				changed += changes.length;
				for (const {kind} of changes) kinds.add(kind);
			}
		}
		expect(changed / tried).toBeGreaterThan(0.6);
		expect(kinds.size).toBe(16);
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
