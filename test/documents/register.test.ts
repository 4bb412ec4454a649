// The tables of the register: each state in its word, what ends what, and lists of none.
import {describe, expect, test} from 'vitest';
import {
	actionTable,
	decisionTable,
	projectTable,
	remarkOn,
	withoutColumns,
	withoutEmpty,
} from '../../source/documents/register.ts';
import type {Table} from '../../source/documents/tree.ts';
import type {Action, Database, Decision} from '../../source/domain/schema/index.ts';
import {council, decision} from '../domain/law/council.ts';
import {makeDatabase} from '../helpers/database.ts';

/** The cells of a table's rows, by the titles of their columns. */
const byTitle = ({columns, rows}: Table): Record<string, string>[] =>
	rows.map((row) => Object.fromEntries(columns.map(({title}, index) => [title, row[index] ?? ''])));

const rowOf = (overrides: Partial<Decision>, database: Database = council()) => {
	const told = decision(overrides);
	const decisions = [...database.decisions, told];
	return byTitle(decisionTable({...database, decisions}, [told], '2027-02-01'))[0];
};

const called = (ended?: NonNullable<Decision['callIn']>['ended']): Partial<Decision> => ({
	publishedOn: '2026-12-11',
	callIn: {on: '2026-12-15', by: 'Five members', ended},
});

describe('where a decision stands between publication and effect', () => {
	test.each<[string, Partial<Decision>, string, string]>([
		['nobody can call it in', {outcome: 'noted'}, 'Not open to call-in', ''],
		['it is not published', {publishedOn: undefined}, 'Not published', ''],
		['the days run', {publishedOn: '2027-01-29'}, 'Open to call-in', '6 February 2027'],
		['somebody called it in', called(), 'Called in', ''],
		[
			'scrutiny let it go',
			called({on: '2027-01-12', how: 'released'}),
			'Released',
			'12 January 2027',
		],
		[
			'scrutiny sent it back',
			called({on: '2027-01-12', how: 'referred-back'}),
			'Referred back',
			'',
		],
		[
			'scrutiny did not meet',
			called({on: '2027-01-12', how: 'lapsed'}),
			'Lapsed',
			'12 January 2027',
		],
		['the days are over', {publishedOn: '2026-12-11'}, 'Not called in', '19 December 2026'],
	])('%s', (_, overrides, state, effect) => {
		const row = rowOf(overrides);
		expect([row?.['Call-in'], row?.['Takes effect']]).toEqual([state, effect]);
	});

	test('a step of the meeting itself and a board without call-in say nothing of it', () => {
		for (const overrides of [{procedural: true}, {board: 'planning'}]) {
			const row = rowOf({publishedOn: '2026-12-11', ...overrides});
			expect([row?.['Call-in'], row?.['Call-in until'], row?.['Takes effect']]).toEqual([
				'',
				'',
				'',
			]);
		}
	});
});

describe('what became of a decision', () => {
	const later = (overrides: Partial<Decision>): Database => ({
		...council(),
		decisions: [decision({id: 'D-10', ...overrides})],
	});

	test.each<[string, Partial<Decision>, Partial<Decision>, string]>([
		['nothing', {}, {}, ''],
		['superseded', {status: 'superseded'}, {supersedes: 'D-9'}, 'superseded by D-10'],
		['rescinded', {status: 'rescinded'}, {rescinds: 'D-9'}, 'rescinded by D-10'],
		['retracted', {status: 'retracted'}, {}, 'retracted'],
		[
			'superseded, by one that was itself retracted',
			{status: 'superseded'},
			{supersedes: 'D-9', status: 'retracted'},
			'superseded',
		],
	])('%s', (_, overrides, other, standing) => {
		expect(rowOf(overrides, later(other))?.['Standing']).toBe(standing);
	});

	test.each<[Partial<Decision>, string]>([
		[{}, ''],
		[{supersedes: 'D-1'}, 'supersedes D-1'],
		[{rescinds: 'D-2'}, 'rescinds D-2'],
		[{supersedes: 'D-1', rescinds: 'D-2'}, 'supersedes D-1, rescinds D-2'],
	])('%j ends', (overrides, ends) => {
		expect(rowOf(overrides)?.['Ends']).toBe(ends);
	});
});

test.each<[string, Partial<Action>, string[]]>([
	['open', {}, ['Joan Smith', '1 December 2026', 'Open']],
	['overdue', {due: '2026-11-01'}, ['Joan Smith', '1 November 2026', 'Overdue']],
	['done late', {due: '2026-11-01', status: 'done'}, ['Joan Smith', '1 November 2026', 'Done']],
	['cancelled', {status: 'cancelled'}, ['Joan Smith', '1 December 2026', 'Cancelled']],
	['nobody’s and at no time', {owner: undefined, due: undefined}, ['', '', 'Open']],
])('an action that is %s', (_, overrides, cells) => {
	const database = makeDatabase();
	const actions = database.actions.map((one) => ({...one, ...overrides}));
	const [row] = byTitle(actionTable(database, actions, '2026-11-22'));
	expect([row?.['Who'], row?.['When'], row?.['Status']]).toEqual(cells);
});

test('a project has its words, and what it has not got is left empty', () => {
	const database = makeDatabase();
	const rows = byTitle(projectTable(database, database.projects));
	expect(rows[1]).toEqual({
		'No.': 'P1-02',
		Project: 'Laptop Refresh',
		Status: 'In progress',
		Confidence: 'Amber',
		Owner: 'Joan Smith',
		Due: '31 March 2027',
		'Latest note': 'Ordered.',
	});
	expect(rows[2]).toMatchObject({Confidence: '', Owner: '', Due: '', 'Latest note': ''});
});

test('of no decision, no action and no project there is a table without rows', () => {
	const database = makeDatabase();
	const tables = [
		decisionTable(database, [], '2026-11-22'),
		actionTable(database, [], '2026-11-22'),
		projectTable(database, []),
	];
	for (const table of tables) {
		expect(table.rows).toEqual([]);
		expect(withoutEmpty(table)).toEqual({columns: [], rows: []});
	}
});

test('columns without anything go, blanks are nothing, and named ones go by their titles', () => {
	const table: Table = {
		columns: [{title: 'A'}, {title: 'B'}, {title: 'C'}],
		rows: [
			['1', ' ', ''],
			['', '', '3'],
		],
	};
	expect(withoutEmpty(table)).toEqual({
		columns: [{title: 'A'}, {title: 'C'}],
		rows: [
			['1', ''],
			['', '3'],
		],
	});
	expect(withoutColumns(table, ['A', 'Z'])).toEqual({
		columns: [{title: 'B'}, {title: 'C'}],
		rows: [
			[' ', ''],
			['', '3'],
		],
	});
});

test('a list is remarked on only where a row comes from a meeting that is made up', () => {
	const database = makeDatabase();
	const meetings = database.meetings.map((one) =>
		one.id === 'M-2' ? {...one, example: true as const} : one,
	);
	const made = {...database, meetings};
	expect(remarkOn(made, [{meeting: 'M-1'}, {}])).toBe('');
	expect(remarkOn(made, [])).toBe('');
	expect(remarkOn(database, [{meeting: 'M-2'}])).toBe('');
	expect(remarkOn(made, [{meeting: 'M-1'}, {meeting: 'M-2'}])).toMatch(/^\n\S.*\n$/);
});
