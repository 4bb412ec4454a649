// Tables of projects: columns, words, what would change, and what cannot be read.
import {readFileSync} from 'node:fs';
import path from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import {describe, expect, test} from 'vitest';
import {plan, reviewFile} from '../../source/import/index.ts';
import type {ImportReview} from '../../source/import/review.ts';
import type {RowPlan} from '../../source/import/portfolio/rows.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';

type Options = {map?: Record<string, string>; set?: Record<string, string>; database?: Database};
const review = (
	table: string | Uint8Array,
	{database = makeDatabase(), ...options}: Options = {},
	name = 'projects.csv',
): Promise<ImportReview> =>
	reviewFile(typeof table === 'string' ? Buffer.from(table) : table, name, database, options);

const columnsOf = ({findings}: ImportReview) =>
	findings.filter(({field}) => field === 'columns').map(({value}) => value);
const rowsOf = ({findings}: ImportReview) =>
	findings.filter(({field}) => field === 'rows').map(({value}) => value as RowPlan);
const said = ({findings}: ImportReview) =>
	findings
		.filter(({field}) => field === 'rows')
		.map(({shown, note}) => (note === undefined ? shown : `${shown} (${note})`));

/** The database after a table was imported. */
async function imported(table: string, options: Options = {}): Promise<Database> {
	const database = options.database ?? makeDatabase();
	const planned = await plan(database, await review(table, {...options, database}));
	if ('refusal' in planned) throw new Error(planned.refusal);
	return accepted(database, planned.changes).database;
}

describe('columns', () => {
	test.each([
		[
			'Project Name,RAG,Project Manager,End date,Cost (£),Latest update',
			['title', 'confidence', 'owner', 'due', 'budget', 'note'],
		],
		[
			'Ref,Title,Work stream,Delivery status,Supplier',
			['id', 'title', 'priority', 'status', 'supplier'],
		],
		['ID;Project;Theme;Status', ['id', 'title', 'priority', 'status']],
		['ID\tProject\tStage', ['id', 'title', 'status']],
		['Project|Status|Colour', ['title', 'status', null]],
		[
			'Project,Council priority,RAG last month,RAG this month,Last comment',
			['title', 'priority', null, 'confidence', 'note'],
		],
	])('%s', async (heads, columns) => {
		const [sign = ','] = [';', '\t', '|', ','].filter((one) => heads.includes(one));
		const row = heads.split(sign).map((_, index) => (index === 1 ? 'Complete' : 'x'));
		expect(
			columnsOf(await review(`${heads}\n${row.join(sign)}\n`)).slice(0, columns.length),
		).toEqual(columns.map((column) => column ?? null));
	});

	test('finds the heading row below a title, and the sheet of a workbook that has it', async () => {
		const cell = (value: string) => ({value, type: String});
		const bytes = await writeXlsxFile([
			{sheet: 'Notes', data: [[cell('Nothing here')]]},
			{
				sheet: 'Projects',
				data: [
					[cell('Our projects, 2026')],
					[],
					[cell('Project'), cell('Status'), cell('Due'), cell('Budget')],
					[
						cell('Laptop Refresh'),
						cell('Complete'),
						{value: new Date('2027-03-31T00:00:00Z'), type: Date, format: 'dd/mm/yyyy'},
						{value: 300_000, type: Number},
					],
				],
			},
		]).toBuffer();
		const found = await review(bytes, {}, 'projects.xlsx');
		expect(said(found)).toEqual([
			'P1-02 Laptop Refresh: money £250,000 → £300,000; In progress → Delivered',
		]);
	});

	test('takes corrections, and says which columns there are', async () => {
		const table = 'What we do,How it goes,Other\nServer Room,Complete,x\n';
		expect(
			columnsOf(
				await review(table, {
					map: {'What we do': 'title', 'How it goes': 'status', Other: 'ignore'},
				}),
			),
		).toEqual(['title', 'status', null]);
		await expect(review(table)).rejects.toThrow(
			'no column is known to hold the projects’ titles: say which with --map "What we do=title"',
		);
		await expect(review(table, {map: {'What we': 'title'}})).rejects.toThrow(
			'there is no column “What we”',
		);
		await expect(review(table, {map: {Other: 'colour'}})).rejects.toThrow(
			'a column cannot be “colour”; it is one of id, title',
		);
	});
});

describe('rows', () => {
	test.each([
		['P1-02,Laptop Refresh,,', 'P1-02: as it is'],
		['p1-02,,Complete,All out.', 'P1-02 Laptop Refresh: In progress → Delivered; “All out.”'],
		[',laptop refresh,,', 'P1-02: as it is'],
		['P1-02,Laptops,,', 'P1-02 Laptop Refresh: title “Laptop Refresh” → “Laptops”'],
		['P1-02,,Red,', 'P1-02 Laptop Refresh: confidence Amber → Red'],
		['P1-02,,On track,', 'P1-02 Laptop Refresh: confidence Amber → Green'],
		['P1-02,,,Ordered.', 'P1-02: as it is'],
		['P1-02,,,Arrived.', 'P1-02 Laptop Refresh: “Arrived.”'],
		[
			'P1-02,,Zorg,Why',
			'P1-02 Laptop Refresh: “Why” (“Zorg” is not a status that is known: say what it means with --map "Zorg=cancelled")',
		],
		[
			'P9-99,,Complete,',
			'P9-99: left out (there is no project of this id, and no title to enter one by)',
		],
		[
			'P1-04,Archive,Amber,',
			'Archive: new, In progress, Amber, in P1 (the row says how sure it is, not where it stands: it comes in as In progress)',
		],
		[',Archive,,', 'Archive: new, Proposed, in P1'],
		[
			'two words,Archive,Stopped,',
			'Archive: new, Cancelled, in P1 (“two words” cannot be an id: it gets the next one)',
		],
	])('%s', async (row, text) => {
		expect(
			said(await review(`ID,Project,Status,Comment\n${row}\n`, {set: {priority: 'P1'}})),
		).toEqual([text]);
	});

	test.each([
		['Budget', '1.250.000,00', 1_250_000],
		['Budget', '85.000,50', 85_000.5],
		['Budget', '85,50', 85.5],
		['Budget', '1,200,000', 1_200_000],
		['Budget (£k)', '420', 420_000],
		["Budget (£'000)", '1,250', 1_250_000],
		['Budget (£k)', '£2m', 2_000_000],
	])('%s %s', async (heading, text, budget) => {
		const found = await review(`Project;Priority;${heading}\nRoof;P1;${text}\n`);
		expect(rowsOf(found)[0]?.changes[0]).toMatchObject({
			title: 'Roof',
			money: {approved: {amount: budget}},
		});
		expect(said(found)[0]).toBe(
			`Roof: new, Proposed, in P1; money £${budget.toLocaleString('en-GB')}`,
		);
	});

	test('a cell that was merged over several rows stands in each of them', async () => {
		const cell = (value: string, more = {}) => ({value, type: String, ...more});
		const bytes = await writeXlsxFile([
			[cell('Project'), cell('Priority'), cell('Status')],
			[cell('Roof'), cell('P1', {rowSpan: 2}), cell('Running')],
			[cell('Lift'), null, cell('Complete')],
		]).toBuffer();
		expect(said(await review(bytes, {}, 'projects.xlsx'))).toEqual([
			'Roof: new, In progress, in P1',
			'Lift: new, Delivered, in P1',
		]);
	});

	test('leaves alone what it cannot read, and says so', async () => {
		const table =
			'Project,Due,Budget,Priority,Depends on,Domain\nServer Room,spring,lots,P7,Telephony,Network\n,,,,,\nServer Room,1/1/2027,,,,\n';
		expect(said(await review(table))).toEqual([
			'P1-03 Server Room: domains nothing → “network”; dependsOn nothing → “P1-01” (due “spring” is not a day; budget “lots” is not a sum of money; there is no priority “P7”)',
			'Server Room: left out (an earlier row is about the same project)',
		]);
	});

	describe('rows that depend on each other', () => {
		const table = [
			'Project,Ref,Priority,Depends on',
			'Archive,,P1,Scanning; P2-09',
			'Scanning,,P1,',
			'Portal,P2-09,P2,P1-01',
			'Server Room,,,Scanning',
		].join('\n');

		test('come in in one pass, wherever in the table the other one stands', async () => {
			const {projects} = await imported(table);
			const of = (title: string) => projects.find((one) => one.title === title);
			const scanning = of('Scanning')?.id;
			expect(scanning).toMatch(/^P1-\d\d$/);
			expect(of('Archive')?.dependsOn).toEqual([scanning, 'P2-09']);
			expect(of('Portal')?.dependsOn).toEqual(['P1-01']);
			expect(of('Server Room')?.dependsOn).toEqual([scanning]);
		});

		test('a row that is skipped is nobody’s dependency, and that is told', async () => {
			const database = makeDatabase();
			const found = await review(table);
			const row = found.findings.find(({shown}) => shown.startsWith('Scanning'));
			const planned = await plan(database, found, {[row?.id ?? '']: {take: 'skip'}});
			if ('refusal' in planned) throw new Error(planned.refusal);
			const {projects} = accepted(database, planned.changes).database;
			expect(projects.find(({title}) => title === 'Archive')?.dependsOn).toEqual(['P2-09']);
			expect(planned.notes.join('; ')).toMatch(
				/^Archive is entered without depending on P1-\d\d, whose row was skipped/,
			);
		});

		test('that wait for each other are refused in a sentence', async () => {
			await expect(
				imported('Project,Priority,Depends on\nOne,P1,Two\nTwo,P1,One\n'),
			).rejects.toThrow('would wait for itself');
		});
	});

	test.each([
		['P2', 'P2'],
		['2', 'P2'],
		['Priority 2', 'P2'],
		['Optimisation', 'P2'],
		['priority 2: optimisation', 'P2'],
	])('the priority “%s” is %s', async (text, id) => {
		const [row] = rowsOf(await review(`Project,Theme\nArchive,${text}\n`));
		expect(row?.changes).toMatchObject([{kind: 'project/add', priority: id}]);
	});

	test('asks for a priority where a row names none or an unknown one', async () => {
		expect(said(await review('Project\nArchive\n'))).toEqual([
			'Archive: left out (it names no priority: give one for all with --set priority=P1)',
		]);
		expect(said(await review('Project,Theme\nArchive,Fish\n'))[0]).toContain(
			'there is no priority “Fish”; there is P1 Modernisation, P2 Optimisation',
		);
	});
});

describe('the act', () => {
	test('adds, changes and comments at once, and again does nothing', async () => {
		const table =
			'ID,Project,Priority,Status,RAG,Owner,Due,Budget,Comment\nP1-02,Laptop Refresh,P1,Complete,Green,Joan Smith,31/03/2027,250000,Done\n,Archive,P2,Not started,,Peter Jones,1 May 2027,£1.5m,\n';
		const database = await imported(table);
		expect(database.log).toHaveLength(2);
		expect(database.projects[1]).toMatchObject({
			status: 'delivered',
			confidence: 'green',
			owner: 'smith',
		});
		expect(database.projects[1]?.updates.at(-1)).toMatchObject({note: 'Done', status: 'delivered'});
		expect(database.projects.at(-1)).toMatchObject({
			id: 'P2-03',
			title: 'Archive',
			status: 'proposed',
			owner: 'jones',
			due: '2027-05-01',
			money: {approved: {amount: 1_500_000}},
		});
		const again = await plan(database, await review(table, {database}));
		expect(again).toEqual({refusal: 'nothing would change'});
	});

	test('leaves out the rows that somebody skips', async () => {
		const database = makeDatabase();
		const found = await review('Project,Status\nServer Room,Complete\nData Platform,Complete\n', {
			database,
		});
		const planned = await plan(database, found, {'rows/2': {take: 'skip'}});
		expect('changes' in planned && planned.changes).toMatchObject([{id: 'P2-02'}]);
	});

	test('takes words that somebody explains', async () => {
		const database = await imported('Project,Status\nServer Room,Zorg\n', {
			map: {Zorg: 'cancelled'},
		});
		expect(database.projects[2]?.status).toBe('cancelled');
	});
});

describe('sums and days of other countries', () => {
	test('a table that mixes them all is read row by row, and nothing is guessed', async () => {
		const file = path.join(import.meta.dirname, 'tables', 'projects-of-many-manners.csv');
		const rows = said(await review(readFileSync(file)));
		const of = (title: string) => rows.find((row) => row.includes(title)) ?? '';
		expect(of('Community hub north')).toContain('31 March 2027');
		expect(of('Community hub north')).toContain('money nothing → US$1,250,000');
		expect(of('Community hub south')).toContain('£450,000');
		expect(of('Elective recovery')).toContain('£1,250,000');
		expect(of('Elective recovery')).toContain('“12/10/2027” is one of two days');
		expect(of('Same-day emergency care')).toContain('Müller & Söhne GmbH');
		expect(of('Same-day emergency care')).toContain('€');
		expect(of('Outpatient transformation')).toContain('“Q4 2027” is not a day');
		expect(of('Pharmacy first pilot')).toContain('“TBC” is not a sum of money');
	});

	test.each([
		['12/31/2027', '01/02/2028', 'due 2 January 2028'],
		['31/12/2027', '01/02/2028', 'due 1 February 2028'],
		['12/31/2027', '31/12/2027', '“31/12/2027”|due 31 December 2027'],
	])('%s says how %s is meant', async (first, second, says) => {
		const table = `ID,Project,Priority,Status,Due\nX-1,One,P1,In progress,${first}\nX-2,Two,P1,In progress,${second}\n`;
		expect(said(await review(table))[1]).toMatch(new RegExp(says));
	});
});

test('every field of a project comes in under its heading, a sum beside the others that are kept', async () => {
	const kept = makeDatabase();
	const [first] = kept.projects;
	if (first) first.money = {approved: {amount: 100}, forecast: {amount: 120}};
	const {projects} = await imported(
		'Project,Sponsor,Portfolio holder,Start,Forecast end,Original due,Spend to date\n' +
			'Telephony,Director,Leader,2026-01-05,2027-05-01,2027-03-01,€40k\n',
		{database: kept},
	);
	expect(projects[0]).toMatchObject({
		sponsor: 'Director',
		portfolioHolder: 'Leader',
		start: '2026-01-05',
		forecastDue: '2027-05-01',
		originalDue: '2027-03-01',
		money: {
			approved: {amount: 100},
			forecast: {amount: 120},
			spent: {amount: 40_000, currency: 'EUR', written: '€40k'},
		},
	});
});

describe('a quarterly delivery plan', () => {
	const table = [
		'Project,Priority,Executive Member,Status,Budget,Forecast,Original due date,Revised due date',
		'Museum store,P1,Cllr Smith,In progress,"£1,250,000","£1,310,000",31/03/2026,30/06/2026',
		'Portal,P1,Cllr Nobody,In progress,€2.4m,€2.5m,31/03/2027,31/03/2027',
	].join('\n');

	test('keeps the end first approved beside the one in force, and sums with their currency', async () => {
		const {projects} = await imported(table);
		expect(projects.find(({title}) => title === 'Museum store')).toMatchObject({
			portfolioHolder: 'smith',
			originalDue: '2026-03-31',
			due: '2026-06-30',
			money: {
				approved: {amount: 1_250_000, currency: 'GBP', written: '£1,250,000'},
				forecast: {amount: 1_310_000, currency: 'GBP', written: '£1,310,000'},
			},
		});
		expect(projects.find(({title}) => title === 'Portal')?.money).toMatchObject({
			approved: {amount: 2_400_000, currency: 'EUR', written: '€2.4m'},
		});
	});

	test('“Forecast” over days is the day that is expected', async () => {
		const {projects} = await imported(
			'Project,Priority,Status,Due,Forecast\nMuseum store,P1,In progress,2026-06-30,2026-09-30\n',
		);
		expect(projects.at(-1)).toMatchObject({due: '2026-06-30', forecastDue: '2026-09-30'});
	});

	test('names a member by surname only where one alone is called so', async () => {
		expect(said(await review(table)).at(-1)).toContain(
			'portfolio holder: it names nobody whom the database knows, and no post',
		);
	});
});
