// Tables of what lies in projects and strategies: milestones, risks, measures, readings, as councils keep them and as they go out here.
import {describe, expect, test} from 'vitest';
import {csvOf} from '../../source/import/out/write.ts';
import type {TableName} from '../../source/import/out/tables.ts';
import {plan, reviewFile} from '../../source/import/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';
import {sample} from '../ui/scene.ts';

const review = (table: string, database: Database) =>
	reviewFile(Buffer.from(table), 'table.csv', database);

const said = async (table: string, database = makeDatabase()) =>
	(await review(table, database)).findings
		.filter(({field}) => field === 'rows')
		.map(({shown, note}) => (note === undefined ? shown : `${shown} (${note})`));

async function imported(table: string, database = makeDatabase()): Promise<Database> {
	const planned = await plan(database, await review(table, database));
	if ('refusal' in planned) throw new Error(planned.refusal);
	return accepted(database, planned.changes).database;
}

describe('milestones of a delivery plan', () => {
	const table = [
		'Project,Milestone,Original due date,Revised due date,Completed,Comment',
		'Laptop Refresh,Tender issued,31/01/2026,30/06/2026,,Awaiting survey',
		'Laptop Refresh,Contract let,31/03/2026,31/03/2026,30/03/2026,',
		'Nobody’s,Lost,31/03/2026,,,',
	].join('\n');

	test('come in with the day first approved, the one in force and the one achieved', async () => {
		const {projects} = await imported(table);
		expect(projects.find(({id}) => id === 'P1-02')?.milestones).toMatchObject([
			{
				title: 'Tender issued',
				original: '2026-01-31',
				approved: '2026-06-30',
				note: 'Awaiting survey',
			},
			{
				title: 'Contract let',
				original: '2026-03-31',
				approved: '2026-03-31',
				achieved: '2026-03-30',
			},
		]);
	});

	test('of a project that is not known are left out, and it says so', async () => {
		expect((await said(table)).at(-1)).toBe('Lost: left out (there is no project “Nobody’s”)');
	});

	test('read again change nothing; what differs is altered, the day first approved never', async () => {
		const once = await imported(table);
		expect((await said(table, once)).slice(0, 2)).toEqual([
			'P1-02 Tender issued: as it is',
			'P1-02 Contract let: as it is',
		]);
		const later =
			'Project,Milestone,Baseline,Forecast\nP1-02,Tender issued,2027-01-01,12/31/2026\n';
		expect(await said(later, once)).toEqual([
			'P1-02 Tender issued: milestone changed; forecast 31 December 2026 (the day first approved is kept as it was recorded)',
		]);
	});

	test('that a board keeps for itself are asked for, not moved by a table', async () => {
		const base = await imported(table);
		const kept = {
			...base,
			boards: base.boards.map((board) => ({
				...board,
				rules: {...board.rules, tolerance: {days: 14}},
			})),
		};
		expect(
			await said('Project,Milestone,Approved\nP1-02,Tender issued,2026-12-31\n', kept),
		).toEqual([
			'P1-02 Tender issued: as it is (a delay of 184 days, more than 14 days, is for Executive Councillor to approve: ask for it, with a reason)',
		]);
	});
});

test('a risk register comes in with scores, controls and what is still to be done', async () => {
	const {projects} = await imported(
		[
			'Project,Risk,Cause,Likelihood,Impact,Risk owner,Review date,Controls,Mitigation',
			'P1-02,Prices rise,Inflation,4,5,Cllr Smith,30/11/2026,Budget reserve,Early market engagement',
			'P1-02,Other,,7,5,,,,',
		].join('\n'),
	);
	expect(projects.find(({id}) => id === 'P1-02')?.risks).toMatchObject([
		{
			event: 'Prices rise',
			cause: 'Inflation',
			current: {likelihood: 4, impact: 5},
			owner: 'smith',
			reviewOn: '2026-11-30',
			controls: [{text: 'Budget reserve'}],
			actions: [{text: 'Early market engagement'}],
		},
		{event: 'Other'},
	]);
});

test('a table of indicators with a column for each quarter comes in as measures with their readings', async () => {
	const table = [
		'Indicator,Unit,Better is,Target,Q1 2026/27,2026-Q3',
		'Missed bins,bins,Down,60,72,66',
		'No polarity,%,,90,80,81',
	].join('\n');
	const database = await imported(table);
	expect(database.strategies[0]?.measures).toMatchObject([
		{
			title: 'Missed bins',
			unit: 'bins',
			better: 'down',
			frequency: 'quarter',
			kind: 'snapshot',
			targets: [
				{period: '2026-Q2', value: 60},
				{period: '2026-Q3', value: 60},
			],
			readings: [
				{period: '2026-Q2', value: 72},
				{period: '2026-Q3', value: 66},
			],
		},
	]);
	const {remarks} = await review(table, makeDatabase());
	expect(remarks).toContain(
		'quarters of a year such as 2026/27 are counted from April: Q1 2026/27 is 2026-Q2',
	);
	expect((await said(table)).at(-1)).toBe('No polarity: left out (it does not say “Better is”)');
	expect((await said(table.replace('72', '73'), database)).at(0)).toBe(
		'S-1 Missed bins: measure changed; value 73',
	);
});

/** A database without what its tables of parts hold. */
const stripped = (database: Database): Database => ({
	...database,
	log: [],
	strategies: database.strategies.map(({measures: _measures, risks: _risks, ...rest}) => rest),
	projects: database.projects.map(({milestones: _milestones, risks: _r, ...rest}) => rest),
});

/** What a table cannot tell: when something was read or scored, by whom, and ids that are nobody's to choose. */
const told = (value: unknown): unknown =>
	JSON.parse(
		JSON.stringify(value, (key, one: unknown) =>
			['at', 'by', 'on'].includes(key) || (key === 'id' && /^(?:MS|C|RC|RA)-/.test(String(one)))
				? undefined
				: one,
		),
	);

describe('what goes out comes in again', () => {
	const whole = sample('riverside-charity');
	const names: TableName[] = ['milestones', 'risks', 'measures', 'readings'];

	test.each(names)('%s: the database has it all already', async (name) => {
		const rows = await said(csvOf(whole, name), whole);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter((row) => !row.endsWith(': as it is'))).toEqual([]);
	});

	test('into a database without them, field by field', async () => {
		let database = stripped(whole);
		for (const name of names) database = await imported(csvOf(whole, name), database);
		const partsOf = ({projects, strategies}: Database) =>
			told([
				strategies.map(({measures, risks}) => ({measures, risks})),
				projects.map(({milestones, risks}) => ({milestones, risks})),
			]);
		expect(partsOf(database)).toEqual(partsOf(whole));
	});
});

test('a table of projects is none of these', async () => {
	const {title, findings} = await review(
		'Project,Priority,Status,Next milestone\nLaptop Refresh,P1,Complete,Go live\n',
		makeDatabase(),
	);
	expect(title).toBeDefined();
	expect(findings.at(-1)?.shown).toContain('Delivered');
});
