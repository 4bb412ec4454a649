// What was added while an exempt item was before the room is private until somebody releases it: nothing of it is told
// to the public, nor what leads to it, and after its release all of it is.
import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import type {Change} from '../../source/domain/changes/index.ts';
import {check} from '../../source/domain/queries/check.ts';
import {markable, waitingIn} from '../../source/domain/queries/public/marked.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import {collections, type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {overlayOf, publicRows} from '../../source/store/postgres/rows/public.ts';
import {accepted, after, contextAt, makeDatabase, present, refusal} from '../helpers/database.ts';

const mark = {meeting: 'M-2', item: 'I-4'};

/** The meeting open, its third item exempt and before the room, everybody there. */
function inPrivate(): Database {
	const database = makeDatabase();
	Object.assign(database.meetings[1]!.agenda[2]!, {exempt: {paragraphs: [3]}, about: undefined});
	const open = after(database, {kind: 'meeting/open', id: 'M-2'});
	const there = accepted(open, present(['reed', 'smith', 'jones', 'davies'])).database;
	return moved(there, 'I-4');
}

const moved = (database: Database, to: string): Database =>
	after(database, {
		kind: 'meeting/move',
		id: 'M-2',
		from: database.meetings[1]!.currentItem,
		to,
	});

const strategy = {
	kind: 'strategy/add',
	title: 'SECRET strategy',
	period: {from: '2028', to: '2030'},
	objectives: [{id: 'SO1', text: 'SECRET'}],
	domains: [{id: 'sd1', title: 'SECRET'}],
	priorities: [{id: 'SP1', title: 'SECRET priority'}],
} as const satisfies Change;

const adds: [path: string, change: Change][] = [
	['strategies/S-2', strategy],
	[
		'projects/P1-04',
		{
			kind: 'project/add',
			title: 'SECRET project',
			summary: 'SECRET',
			priority: 'P1',
			status: 'proposed',
			updates: [{note: 'SECRET'}],
		},
	],
	['reports/R-2', {kind: 'report/add', title: 'SECRET report', recommendations: ['SECRET']}],
	['actions/A-2', {kind: 'action/add', text: 'SECRET action', owner: 'smith'}],
	['actions/A-2', {kind: 'action/add', text: 'SECRET action', meeting: 'M-2', item: 'I-3'}],
];

/** All that the public is told of a database, sentences too. */
const told = (database: Database): string => {
	const view = publicView(database);
	return JSON.stringify(view) + view.log.map((entry) => tellEntry(view, entry)).join('\n');
};

test('every collection whose records have the field is known', () => {
	const fields = collections.filter((name) => {
		const element = (databaseSchema.shape[name] as z.ZodArray<z.ZodObject>).element;
		return 'private' in element.shape;
	});
	expect(fields.toSorted()).toEqual([...markable].toSorted());
});

describe.each(adds)('%s, added in private', (path, change) => {
	const before = inPrivate();
	const {database, entry} = accepted(before, change);
	const [collection = '', id = ''] = path.split('/');
	const recordIn = (state: Database) =>
		(state[collection as 'projects'] as {id: string; private?: unknown}[]).find(
			(one) => one.id === id,
		);

	test('is marked with the item, and the sentence says so', () => {
		expect(recordIn(database)?.private).toEqual(mark);
		expect(tellEntry(database, entry)).toMatch(/, private until released$/);
		expect(waitingIn(database)).toEqual([{path, collection, id, why: mark}]);
		expect(check(database)).toEqual([]);
	});

	test('is not there for the public, whatever the room does next', () => {
		for (const state of [
			database,
			moved(database, 'I-5'),
			after(moved(database, 'I-5'), {kind: 'meeting/close', id: 'M-2'}),
			after(database, {kind: 'undo', revision: entry.revision}),
			after(
				database,
				{kind: 'undo', revision: entry.revision},
				{kind: 'undo', revision: entry.revision + 1},
			),
		]) {
			expect(told(state)).not.toContain('SECRET');
			expect(told(state)).not.toContain(`"${path}"`);
			expect(recordIn(publicView(state))).toBeUndefined();
		}
	});

	test('cannot be released while the item is before the room', () => {
		expect(refusal(database, {kind: 'record/release', record: path}).message).toContain(
			'item 3 is exempt: what is released would be public',
		);
	});

	test('is public once it is released, and private again when that is undone', () => {
		const next = moved(database, 'I-5');
		const {database: released, entry: release} = accepted(next, {
			kind: 'record/release',
			record: path,
		});
		const {private: _mark, ...whole} = recordIn(database)!;
		expect(recordIn(publicView(released))).toMatchObject({id, ...pickTexts(whole)});
		expect(waitingIn(released)).toEqual([]);
		const back = after(released, {kind: 'undo', revision: release.revision});
		expect(told(back)).not.toContain('SECRET');
		expect(recordIn(back)?.private).toEqual(mark);
		// What was told while it waited stays so.
		const view = publicView(released);
		expect(view.log.find(({revision}) => revision === entry.revision)?.changes).toBeUndefined();
	});
});

const pickTexts = (record: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(record).filter(([name]) => ['title', 'text'].includes(name)));

test('an action that hangs on the exempt item, and a report that is exempt, need no mark', () => {
	const database = after(
		inPrivate(),
		{kind: 'action/add', text: 'SECRET', meeting: 'M-2', item: 'I-4'},
		{kind: 'report/add', title: 'SECRET', recommendations: [], exempt: {paragraphs: [3]}},
	);
	expect(waitingIn(database)).toEqual([]);
	expect(told(database)).not.toContain('SECRET');
});

test('what is added before an open item is public at once', () => {
	const database = after(moved(inPrivate(), 'I-3'), ...adds.map(([, change]) => change));
	expect(waitingIn(database)).toEqual([]);
});

test('a private project is released as it stands, with what was said of it meanwhile', () => {
	const added = after(
		inPrivate(),
		{kind: 'project/add', title: 'SECRET one', priority: 'P1', status: 'proposed'},
		{kind: 'project/update', id: 'P1-04', note: 'Said in private.'},
		{
			kind: 'project/edit',
			id: 'P1-04',
			fields: {title: {from: 'SECRET one', to: 'A contract'}},
		},
	);
	const released = after(moved(added, 'I-5'), {kind: 'record/release', record: 'projects/P1-04'});
	const project = publicView(released).projects.find(({id}) => id === 'P1-04');
	expect(project?.title).toBe('A contract');
	expect(project?.updates.map(({note}) => note)).toEqual(['Said in private.']);
	expect(told(released)).not.toContain('SECRET');
});

describe('references to what is private', () => {
	/** A database in which everything that can be private is cited wherever something can cite it. */
	function cited(): Database {
		const database = makeDatabase({
			counters: {A: 1, D: 1, I: 5, M: 2, N: 1, R: 1, S: 2, U: 2, SP1: 3},
		});
		const [first] = database.projects;
		database.strategies.push({
			...structuredClone(database.strategies[0]!),
			id: 'S-2',
			title: 'SECRET strategy',
			status: 'draft',
			objectives: [{id: 'SO1', text: 'SECRET'}],
			domains: [{id: 'sd1', title: 'SECRET'}],
			priorities: [{id: 'SP1', rank: 1, title: 'SECRET', aims: []}],
			private: {},
		});
		database.projects.push(
			{...first!, id: 'SX-1', title: 'SECRET project', private: {why: 'SECRET'}},
			// It cannot be without its priority.
			{...first!, id: 'SX-2', title: 'SECRET project', priority: 'SP1'},
		);
		const request = {field: 'due', askedBy: 'smith', askedOn: '2026-11-01', fate: 'asked'} as const;
		database.requests.push(
			{...request, id: 'SQ-1', project: 'SX-2', reason: 'SECRET'},
			{...request, id: 'SQ-2', project: 'P1-01', reason: 'SECRET', private: {}},
			{...request, id: 'Q-3', project: 'P1-01', reason: 'Late'},
		);
		database.reports.push({
			id: 'SR-1',
			title: 'SECRET report',
			recommendations: [],
			private: {why: 'SECRET'},
		});
		database.actions.push({id: 'SA-1', text: 'SECRET', status: 'open', private: mark});
		Object.assign(first!, {
			dependsOn: ['SX-1', 'P1-02', 'SX-2'],
			carriesOn: 'SX-2',
			domains: ['network', 'sd1'],
			objectives: ['SO1'],
		});
		Object.assign(database.strategies[0]!, {follows: 'S-2'});
		Object.assign(database.decisions[0]!, {
			projects: ['P1-01', 'SX-1'],
			objectives: ['O1', 'SO1'],
			priorities: ['SP1'],
		});
		Object.assign(database.actions[0]!, {project: 'SX-1'});
		const [, {agenda} = {agenda: []}] = database.meetings;
		Object.assign(agenda[1]!, {about: {project: 'SX-1', strategy: 'S-2', priority: 'P2'}});
		Object.assign(agenda[2]!, {title: 'SECRET item', about: {report: 'SR-1'}});
		Object.assign(agenda[3]!, {about: {requests: ['SQ-2', 'Q-3', 'SQ-1']}});
		database.notices.push({
			id: 'N-1',
			kind: 'key-decision',
			title: 'A decision',
			board: 'B-1',
			report: 'SR-1',
		});
		return database;
	}

	test('are left out, and so is what cannot be without one', () => {
		const database = cited();
		expect(check(database)).toEqual([]);
		const view = publicView(database);
		expect(JSON.stringify(view)).not.toMatch(/SECRET|"S[XQRAPO]-?\d|"S-2"|sd1/);
		const [project] = view.projects;
		expect(project).toMatchObject({dependsOn: ['P1-02'], domains: ['network']});
		expect(project).not.toHaveProperty('carriesOn');
		expect(view.decisions[0]).toMatchObject({projects: ['P1-01'], objectives: ['O1']});
		expect(view.meetings[1]!.agenda.map(({about}) => about)).toEqual([
			undefined,
			{priority: 'P2'},
			undefined,
			{requests: ['Q-3']},
		]);
		expect(view.meetings[1]!.agenda[2]!.title).toBe('Not released to the public yet');
		expect(view.requests.map(({id}) => id)).toEqual(['Q-3']);
		expect(check({...view, log: []})).toEqual([]);
	});

	test('are left out of the log too, whoever made them', () => {
		const database = accepted(cited(), {kind: 'database/adopt'}).database;
		const acted = after(
			database,
			{
				kind: 'project/edit',
				id: 'P2-01',
				fields: {dependsOn: {from: ['P1-02'], to: ['P1-02', 'SX-1']}},
			},
			{kind: 'project/update', id: 'SX-2', note: 'SECRET'},
			{kind: 'project/update', id: 'P2-01', note: 'In public'},
		);
		expect(told(acted)).not.toMatch(/SECRET|SX-/);
		expect(told(acted)).toContain('In public');
		// Once all of it is released, what was said of it meanwhile is still not told.
		const released = after(
			acted,
			...waitingIn(acted).map(({path}): Change => ({kind: 'record/release', record: path})),
		);
		const view = publicView(released);
		expect(view.projects).toHaveLength(released.projects.length);
		expect(view.log.filter(({changes}) => changes === undefined)).toHaveLength(
			2 + waitingIn(acted).length,
		);
	});

	test('are none of a public row', () => {
		const database = cited();
		const rows = overlayOf(database);
		for (const path of ['projects/SX-1', 'projects/SX-2', 'reports/SR-1', 'actions/SA-1']) {
			expect(rows.get(path)).toMatchObject({instead: null});
		}
		expect(JSON.stringify([...rows.values()].map(({instead}) => instead))).not.toContain('SECRET');
		const {database: released} = accepted(database, {
			kind: 'record/release',
			record: 'projects/SX-1',
		});
		const record = released.projects.find(({id}) => id === 'SX-1');
		const changed = publicRows(database, released, {
			records: [{collection: 'projects', id: 'SX-1', body: record}],
			added: [],
		} as unknown as Parameters<typeof publicRows>[2]);
		expect(changed.find(({id}) => id === 'SX-1')?.instead).toBeUndefined();
		expect(changed.find(({id}) => id === 'P1-01')?.instead).toMatchObject({
			dependsOn: ['SX-1', 'P1-02'],
		});
	});
});

describe('a release', () => {
	test.each<[string, string]>([
		['projects/P1-01', 'P1-01 Telephony is not private: there is nothing to release'],
		['projects/P1-99', 'there is no project P1-99; did you mean P1-01?'],
		['people/reed', 'record/release: nothing in people waits to be released'],
		['P1-01', 'record/release: record: expected a record such as projects/P1-05'],
	])('of %s is refused', (record, message) => {
		expect(refusal(makeDatabase(), {kind: 'record/release', record}).message).toBe(message);
	});

	test('of what lies in something private says what to release', () => {
		const database = after(inPrivate(), strategy);
		const added = after(moved(database, 'I-5'), {
			kind: 'project/add',
			title: 'SECRET within',
			priority: 'SP1',
			status: 'proposed',
		});
		expect(told(added)).not.toContain('SECRET');
		expect(refusal(added, {kind: 'record/release', record: 'projects/SP1-01'}).message).toBe(
			'SP1-01 SECRET within carries no mark of its own: it is private because what it belongs to is; release that',
		);
		const released = after(added, {kind: 'record/release', record: 'strategies/S-2'});
		expect(publicView(released).projects.some(({title}) => title === 'SECRET within')).toBe(true);
	});

	test('leaves the minutes as they were sealed', () => {
		let database = after(
			inPrivate(),
			adds[1]![1],
			{kind: 'action/add', text: 'SECRET action', meeting: 'M-2', item: 'I-3'},
			{kind: 'meeting/move', id: 'M-2', from: 'I-4', to: 'I-5'},
			{kind: 'meeting/close', id: 'M-2'},
			{kind: 'minutes/issue', meeting: 'M-2'},
		);
		expect(minutesOf(database, 'M-2').altered).toBeFalsy();
		expect(minutesOf(publicView(database), 'M-2').altered).toBeFalsy();
		expect(JSON.stringify(minutesOf(publicView(database), 'M-2'))).not.toContain('SECRET');
		database = after(
			database,
			{kind: 'record/release', record: 'projects/P1-04'},
			{kind: 'record/release', record: 'actions/A-2'},
		);
		expect(minutesOf(database, 'M-2').altered).toBeFalsy();
		expect(minutesOf(publicView(database), 'M-2').altered).toBeFalsy();
	});

	test('is for whoever keeps the record', () => {
		const database = {...inPrivate(), rules: {profile: 'england', roles: {}} as Database['rules']};
		const added = after(makeDatabase(), strategy);
		const marked = {
			...added,
			rules: {...database.rules, roles: {clerk: 'secretary', davies: 'chair'} as const},
			projects: added.projects.map((one) => ({...one, private: {}})),
		};
		const release: Change = {kind: 'record/release', record: 'projects/P1-01'};
		expect(refusal(marked, release, contextAt('10:00', 'davies')).message).toContain(
			'it is for administrator or secretary',
		);
		expect(accepted(marked, release, contextAt('10:00', 'clerk')).entry.revision).toBeGreaterThan(
			0,
		);
	});
});

test('a database in which nothing ever was private is the very same to the public', () => {
	const database = makeDatabase();
	expect(publicView(database)).toBe(database);
});
