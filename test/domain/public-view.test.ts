// What a public session may see: none of the words of what is exempt, wherever they went.
import {describe, expect, test} from 'vitest';
import type {Change} from '../../source/domain/changes/index.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {publicView} from '../../source/domain/queries/public/view.ts';
import {tellEntry} from '../../source/domain/queries/log/sentences.ts';
import {exclusionText} from '../../source/domain/law/boards.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, after, contextAt, makeDatabase} from '../helpers/database.ts';
import {exempt, moveTo, ready} from './exempt-item.ts';

/** The standard resolution to exclude the public for it. */
const excluded = exclusionText(makeDatabase(), {board: 'B-1'}, [
	{number: '3', why: {paragraphs: [3]}},
]);

/** In private: everything that a clerk does there. */
function inPrivate(): Database {
	let database = ready();
	database = after(database, moveTo(database, 'I-4'));
	return after(
		database,
		{kind: 'agenda/note', meeting: 'M-2', item: 'I-4', to: 'SECRET talk'},
		{
			kind: 'declaration/add',
			meeting: 'M-2',
			item: 'I-4',
			person: 'jones',
			interest: 'dpi',
			nature: 'SECRET shares',
			dispensation: 'SECRET dispensation',
		},
		{
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-4',
			title: 'SECRET award',
			resolution: 'That SECRET be paid.',
			outcome: 'approved',
			reasons: 'SECRET reasons',
			reference: 'SECRET-17',
			mover: 'smith',
		},
		{kind: 'action/add', text: 'Pay SECRET', meeting: 'M-2', item: 'I-4'},
		{kind: 'action/add', text: 'Write to SECRET'},
		{kind: 'action/edit', id: 'A-1', fields: {text: {from: 'Publish the strategy', to: 'SECRET'}}},
		{
			kind: 'project/status',
			id: 'P1-02',
			from: 'in-progress',
			to: 'delivered',
			note: 'SECRET note',
		},
		{kind: 'project/edit', id: 'P1-02', fields: {supplier: {to: 'SECRET Ltd'}}},
	);
}

describe('the public view', () => {
	test('is the very same database when nothing is exempt', () => {
		const database = makeDatabase();
		expect(publicView(database)).toBe(database);
	});

	test('tells an exempt item by its public title, its summary and its paragraph', () => {
		const view = publicView(inPrivate());
		expect(view.meetings[1]?.agenda[2]).toMatchObject({id: 'I-4', title: 'A contract', exempt});
		expect(view.reports[0]).toMatchObject({title: 'A contract', recommendations: []});
	});

	test.each<[string, Change]>([
		[
			'why it is a key decision',
			{kind: 'report/edit', id: 'R-1', fields: {keyReason: {from: 'SECRET sum', to: 'SECRET two'}}},
		],
		['that it is one', {kind: 'report/edit', id: 'R-1', fields: {key: {to: true}}}],
	])('nobody reads in the log what was altered of an exempt report: %s', (_, change) => {
		const {database, entry} = accepted(ready(), change);
		const told = publicView(database).log.find(({revision}) => revision === entry.revision);
		expect(told).toMatchObject({revision: entry.revision, withheld: true});
		expect(told).not.toHaveProperty('changes');
		expect(told).not.toHaveProperty('effects');
		expect(JSON.stringify(publicView(database))).not.toContain('SECRET');
		// The same of a report that is open is told.
		const open = accepted(makeDatabase(), {
			kind: 'report/edit',
			id: 'R-1',
			fields: {keyReason: {to: 'It costs more than a million.'}},
		});
		expect(publicView(open.database).log.at(-1)).toHaveProperty('effects');
	});

	test('keeps the number and the outcome of what was decided, not its words', () => {
		expect(publicView(inPrivate()).decisions.at(-1)).toMatchObject({
			id: 'D-2',
			title: 'A contract',
			resolution: '[exempt]',
			outcome: 'approved',
		});
	});

	test('leaves out actions, comments and what was set in private; where a project stands is public', () => {
		const view = publicView(inPrivate());
		expect(view.actions.map(({id, text}) => [id, text])).toEqual([['A-1', 'Publish the strategy']]);
		const project = view.projects.find(({id}) => id === 'P1-02');
		expect(project?.updates.at(-1)).toEqual({
			id: 'U-3',
			at: '2026-11-22T10:00:00.000Z',
			by: 'Sam Clerk',
			meeting: 'M-2',
			status: 'delivered',
			confidence: 'amber',
		});
		expect(project).toMatchObject({status: 'delivered'});
		expect(project?.supplier).toBeUndefined();
	});

	test('holds none of the words, in records or in the log', () => {
		const database = inPrivate();
		expect(JSON.stringify(database)).toContain('SECRET');
		expect(JSON.stringify(publicView(database))).not.toContain('SECRET');
	});

	test('says in the log that something was done, and by whom, but not that it was redacted', () => {
		const view = publicView(inPrivate());
		const told = view.log.map((entry) => tellEntry(view, entry));
		expect(told.at(-1)).toBe('Sam Clerk did something that is exempt');
		expect(told.some((text) => text.endsWith('item 3 A contract'))).toBe(true);
	});

	test('tells the steps of the meeting, and who came and went, in private too: they hold no words', () => {
		const before = ready();
		const inside = after(before, moveTo(before, 'I-4'));
		const meeting = 'M-2';
		const order = inside.meetings[1]?.agenda.map(({id}) => id) ?? [];
		const steps: Change[] = [
			{kind: 'attendance/leave', meeting, person: 'jones'},
			{kind: 'attendance/arrive', meeting, person: 'jones'},
			{kind: 'attendance/set', meeting, person: 'clerk', to: 'in-attendance'},
			{kind: 'agenda/preside', meeting, item: 'I-4', to: 'smith'},
			{kind: 'agenda/en-bloc', meeting, item: 'I-5', to: true},
			{kind: 'agenda/order', meeting, from: order, to: order.toReversed()},
			{kind: 'meeting/adjourn', id: meeting},
			{kind: 'meeting/resume', id: meeting},
			{kind: 'meeting/close', id: meeting},
		];
		let database = inside;
		for (const step of steps) database = accepted(database, step).database;
		const view = publicView(database);
		const told = view.log.slice(-steps.length).map((entry) => tellEntry(view, entry));
		expect(told).toEqual([
			'Sam Clerk noted that Peter Jones left',
			'Sam Clerk noted that Peter Jones arrived',
			'Sam Clerk took the roll of M-2: Sam Clerk in attendance',
			'Sam Clerk put Joan Smith in the chair for item 2 A contract',
			'Sam Clerk marked item 1 Any other business to be taken en bloc',
			'Sam Clerk reordered the agenda of M-2 November meeting',
			'Sam Clerk adjourned M-2 November meeting',
			'Sam Clerk resumed M-2 November meeting',
			'Sam Clerk closed M-2 November meeting',
		]);
	});

	test('leaves everything else the very same object', () => {
		const database = inPrivate();
		const view = publicView(database);
		for (const key of ['people', 'boards', 'strategies', 'notices', 'organisation'] as const) {
			expect(view[key]).toBe(database[key]);
		}
		expect(view.meetings[0]).toBe(database.meetings[0]);
		expect(view.meetings[1]?.agenda[1]).toBe(database.meetings[1]?.agenda[1]);
		expect(view.projects[0]).toBe(database.projects[0]);
		expect(view.decisions[0]).toBe(database.decisions[0]);
		expect(view.log[0]).toEqual({
			...database.log[0],
			actor: {user: 'Sam Clerk', host: ''},
			session: '',
		});
	});

	test('forgets what was said in private, taken back and brought back outside of it', () => {
		let database = ready();
		database = after(database, moveTo(database, 'I-4'));
		database = after(database, {kind: 'project/update', id: 'P1-01', note: 'SECRET'});
		const said = database.revision;
		database = after(database, moveTo(database, 'I-5'), {kind: 'undo', revision: said});
		expect(JSON.stringify(publicView(database))).not.toContain('SECRET');
		database = after(database, {kind: 'undo', revision: database.revision});
		expect(JSON.stringify(publicView(database))).not.toContain('SECRET');
	});

	test('forgets a value that was set in private and replaced outside of it', () => {
		const database = inPrivate();
		const later = after(database, moveTo(database, 'I-5'), {
			kind: 'project/edit',
			id: 'P1-02',
			fields: {supplier: {from: 'SECRET Ltd', to: 'Another'}},
		});
		const view = publicView(later);
		expect(view.projects[1]).toMatchObject({supplier: 'Another'});
		expect(JSON.stringify(view)).not.toContain('SECRET');
	});

	test('forgets an exempt item that was taken off the agenda', () => {
		const database = after(
			ready(),
			{kind: 'agenda/add', meeting: 'M-2', itemKind: 'business', title: 'SECRET', exempt},
			{kind: 'agenda/remove', meeting: 'M-2', item: 'I-6'},
		);
		expect(JSON.stringify(publicView(database))).not.toContain('SECRET');
	});

	test('still holds back comments when the log was archived: by the time of the exempt item', () => {
		let database = ready();
		database = accepted(database, moveTo(database, 'I-3'), contextAt('10:10')).database;
		const open: Change = {kind: 'project/update', id: 'P1-01', note: 'Open'};
		database = accepted(database, open, contextAt('10:12')).database;
		database = accepted(database, moveTo(database, 'I-4'), contextAt('10:20')).database;
		const said: Change = {kind: 'project/update', id: 'P1-01', note: 'SECRET'};
		database = accepted(database, said, contextAt('10:22')).database;
		database = accepted(database, moveTo(database, 'I-5'), contextAt('10:30')).database;
		database = accepted(database, {kind: 'meeting/close', id: 'M-2'}, contextAt('10:40')).database;
		const view = publicView({...database, log: database.log.slice(-1)});
		expect(JSON.stringify(view)).not.toContain('SECRET');
		expect(view.projects[0]?.updates.map(({note}) => note)).toEqual([
			'Live everywhere.',
			'Open',
			undefined,
		]);
	});

	test('shows again what is exempt no longer', () => {
		const database = makeDatabase();
		const made = after(database, {
			kind: 'agenda/exempt',
			meeting: 'M-2',
			item: 'I-4',
			to: exempt,
		});
		expect(publicView(made).meetings[1]?.agenda[2]?.title).toBe('A contract');
		const back = after(made, {kind: 'agenda/exempt', meeting: 'M-2', item: 'I-4', from: exempt});
		const {log, ...records} = publicView(back);
		const {log: whole, ...open} = back;
		expect(records).toEqual(open);
		expect(log.map(({effects}) => effects)).toEqual(whole.map(({effects}) => effects));
	});

	test('tells the public by which resolution it was shut out, and nothing that was added to it', () => {
		const database = after(inPrivate(), {
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-4',
			title: 'Exclusion of the press and public',
			resolution: excluded,
			outcome: 'approved',
			reasons: 'SECRET',
			procedural: true,
		});
		const view = publicView(database);
		expect(view.decisions.at(-1)?.resolution).toBe(excluded);
		expect(JSON.stringify(view)).not.toContain('SECRET');
	});

	test('keeps a report open that an open item rests on as well', () => {
		const database = makeDatabase();
		const agenda = database.meetings[1]?.agenda;
		agenda?.push({id: 'I-6', kind: 'report', title: 'x', about: {report: 'R-1'}, exempt});
		const view = publicView(database);
		expect(view.reports).toBe(database.reports);
		// But the exempt item must not lead to it.
		expect(view.meetings[1]?.agenda.at(-1)?.about).toBeUndefined();
	});

	test('is what public minutes are made of, from whatever they are asked', () => {
		const open = inPrivate();
		const view = publicView(open);
		expect(publicView(view)).toBe(view);
		expect(publicView(open)).toBe(view);
		const minutes = minutesOf(open, 'M-2', {publicOnly: true});
		expect(minutes).toEqual(minutesOf(view, 'M-2', {publicOnly: true}));
		expect(JSON.stringify(minutes)).not.toContain('SECRET');
	});

	test('does not say that sealed minutes were altered because words are left out', () => {
		const open = inPrivate();
		const database = after(
			open,
			{kind: 'meeting/close', id: 'M-2'},
			{kind: 'minutes/issue', meeting: 'M-2'},
		);
		expect(minutesOf(publicView(database), 'M-2', {publicOnly: true}).altered).toBeUndefined();
		const changed = after(database, {
			kind: 'agenda/note',
			meeting: 'M-2',
			item: 'I-4',
			from: 'SECRET talk',
			to: 'SECRET other talk',
		});
		expect(minutesOf(publicView(changed), 'M-2', {publicOnly: true}).altered).toBe(true);
	});
});
