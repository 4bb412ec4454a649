// Tables whose headings nobody knows: what their cells are decides, what is not understood is listed, and nothing is guessed.
import {describe, expect, test} from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import {plan, reviewFile} from '../../source/import/index.ts';
import type {Review} from '../../source/import/index.ts';
import type {RowPlan} from '../../source/import/portfolio/rows.ts';
import {accepted, makeDatabase} from '../helpers/database.ts';

const read = (table: string | Buffer, name = 'projects.csv', set: Record<string, string> = {}) =>
	reviewFile(Buffer.from(table), name, makeDatabase(), {set: {priority: 'P1', ...set}});

const columns = ({findings}: Review) =>
	findings.flatMap(({field, says, shown}) =>
		field === 'columns' ? [`${says.replace(/^Column /, '')}: ${shown}`] : [],
	);
const rows = ({findings}: Review) =>
	findings.flatMap(({field, value}) => (field === 'rows' ? [value as RowPlan] : []));
/** The fields of each project that would come in. */
const added = (review: Review) =>
	rows(review).flatMap(({changes}) =>
		changes.flatMap((change) => {
			if (change.kind !== 'project/add') return [];
			const {kind: _kind, priority: _priority, ...fields} = change;
			return [fields];
		}),
	);

test('columns that a machine named are known by their cells', async () => {
	const review = await read(`projid,agency,descr_long,dt_begin,dt_end,amt_planned,amt_spent_ytd,ver
W-0117,Bureau of Water,East Reservoir Liner Replacement,2026-04-01,2027-10-31,4200000,1100000.5,fy27
W-0122,Bureau of Water,Pump Station 9 Controls,2026-07-01,2027-01-31,380000,0,fy27
T-0034,Department of Transportation,Cable Street Bridge Deck,2025-09-01,2028-05-31,11900000,2750000,fy27
`);
	expect(columns(review)).toEqual([
		'“projid”: Id',
		'“agency”: not read',
		'“descr_long”: Title',
		'“dt_begin”: Start',
		'“dt_end”: Due',
		'“amt_planned”: Budget',
		'“amt_spent_ytd”: Spent',
		'“ver”: not read',
	]);
	expect(added(review)[1]).toEqual({
		id: 'W-0122',
		title: 'Pump Station 9 Controls',
		start: '2026-07-01',
		due: '2027-01-31',
		money: {approved: {amount: 380_000}, spent: {amount: 0}},
		status: 'proposed',
	});
	expect(review.remarks.join('\n')).toContain(
		'not read: “agency”, “ver”; bring one in with --map "agency=note"',
	);
});

test('what all sums count may stand above the headings', async () => {
	const review = await read(`Capital monitoring,,,
All figures in £'000,,,
Scheme,Approved Budget,Actual to Date,Forecast Outturn
Quay wall,"1,250",310,"1,300"
Slipway (£45k grant),60,£12k,60
`);
	expect(added(review).map(({money}) => money)).toEqual([
		{
			approved: {amount: 1_250_000, currency: 'GBP'},
			spent: {amount: 310_000, currency: 'GBP'},
			forecast: {amount: 1_300_000, currency: 'GBP'},
		},
		{
			approved: {amount: 60_000, currency: 'GBP'},
			spent: {amount: 12_000, currency: 'GBP', written: '£12k'},
			forecast: {amount: 60_000, currency: 'GBP'},
		},
	]);
});

test('a table on its side is set upright, and says so', async () => {
	const review = await read(`Project name,Town Hall lift,Archive move
Project lead,Head of Property,County Archivist
End date,31/03/2027,30/06/2027
RAG,Amber,Green
`);
	expect(added(review)).toEqual([
		{
			title: 'Town Hall lift',
			owner: 'Head of Property',
			due: '2027-03-31',
			confidence: 'amber',
			status: 'in-progress',
		},
		{
			title: 'Archive move',
			owner: 'County Archivist',
			due: '2027-06-30',
			confidence: 'green',
			status: 'in-progress',
		},
	]);
	expect(review.remarks).toContain(
		'the table lies on its side: each of its columns is read as a project, and counts as a row',
	);
});

test('a rating of this month goes before one of last month, wherever it stands', async () => {
	const review = await read(`Project,RAG (previous),RAG (current)
Ward 4 windows,Green,Red
Boilers,Amber,Not rated
`);
	expect(added(review).map(({confidence}) => confidence)).toEqual(['red', undefined]);
});

test('a number in a column called priority is a rank where a priority was given for all', async () => {
	const table = 'Priority,Name,Status\n1,New gym floor,In progress\n2,Intercom,Closed out\n';
	const told = (review: Review) =>
		rows(review).flatMap(({changes}) =>
			changes.flatMap((one) => (one.kind === 'project/add' ? one.priority : [])),
		);
	expect(told(await read(table))).toEqual(['P1', 'P1']);
	expect(told(await reviewFile(Buffer.from(table), 'a.csv', makeDatabase()))).toEqual(['P1', 'P2']);
});

test('somebody’s name is no owner, whatever the column is called', async () => {
	const review = await read(`Scheme,Contact,Lead
Hall roof,Dana Whitlow,Dana Whitlow
Car park,Ruben Castellan,Estates Manager
`);
	expect(JSON.stringify(added(review))).not.toMatch(/Whitlow|Castellan/);
	expect(added(review).map(({owner}) => owner)).toEqual([undefined, 'Estates Manager']);
});

const milestones = `Project,Lead,Business case,Planning consent,Start on site,Handover
Library move,Head of Culture,31/10/2026,15/01/2027,01/04/2027,30/11/2027
Depot,Head of Waste,30/09/2026,n/a,TBC,March 2028
`;

test('columns of days that are no field are milestones, and come in with their project', async () => {
	const database = makeDatabase();
	const review = await reviewFile(Buffer.from(milestones), 'm.csv', database, {
		set: {priority: 'P1'},
	});
	expect(columns(review)).toContain('“Planning consent”: a milestone');
	const planned = await plan(database, review);
	if (!('changes' in planned)) throw new Error(planned.refusal);
	const after = accepted(database, planned.changes).database;
	const project = after.projects.find(({title}) => title === 'Library move');
	expect(project?.milestones?.map(({title, approved}) => `${title} ${approved}`)).toEqual([
		'Business case 2026-10-31',
		'Planning consent 2027-01-15',
		'Handover 2027-11-30',
	]);
	expect(project?.start).toBe('2027-04-01');
	const depot = rows(review).find(({project: name}) => name === 'Depot');
	expect(depot?.problems).toContain('milestone “Handover”: “March 2028” is not a day');
	// Read again, nothing is left to do.
	const again = await reviewFile(Buffer.from(milestones), 'm.csv', after, {set: {priority: 'P1'}});
	expect(rows(again).map(({does}) => does)).toEqual(['nothing', 'nothing']);
});

test('the sheets of a workbook that are not read are named, and each can be', async () => {
	const sheet = (name: string, table: readonly (readonly string[])[]) => ({
		sheet: name,
		data: table.map((row) => row.map((value) => ({value, type: String}))),
	});
	const bytes = await writeXlsxFile([
		sheet('Cover', [['Board report']]),
		sheet('Schemes', [
			['Project', 'Status', 'RAG'],
			['Lido', 'In progress', 'Green'],
		]),
		sheet('Risk log', [
			['Project', 'Risk', 'Likelihood', 'Impact'],
			['Telephony', 'The supplier fails', '2', '4'],
		]),
	]).toBuffer();
	const whole = await read(bytes, 'book.xlsx');
	expect(added(whole).map(({title}) => title)).toEqual(['Lido']);
	expect(whole.remarks).toContain(
		'not read: the sheet “Risk log”; read one with --set "sheet=Risk log"',
	);
	const risks = await read(bytes, 'book.xlsx', {sheet: 'Risk log'});
	expect(risks.rows).toBe('risks');
	await expect(read(bytes, 'book.xlsx', {sheet: 'Costs'})).rejects.toThrow(
		'there is no sheet “Costs”; there is Cover, Schemes, Risk log',
	);
});

describe('days and sums that might be read in two ways', () => {
	const read = async (rows: string, locale?: string) => {
		const made = makeDatabase();
		const database = locale ? {...made, organisation: {...made.organisation, locale}} : made;
		const {findings, remarks} = await reviewFile(Buffer.from(rows), 'a.csv', database);
		const projects = findings.flatMap(({field, value}) =>
			field === 'rows' ? (value as RowPlan).changes : [],
		);
		return {
			projects,
			remarks: remarks.join('\n'),
			notes: findings.map(({note}) => note).join('\n'),
		};
	};
	test('one cell of a column decides for all of it, by itself', async () => {
		const {projects} = await read(
			'Project,Priority,Start,Due\nAlpha,P1,04/05/2027,04/05/2028\nBeta,P1,25/05/2027,05/25/2028\n',
		);
		expect(projects).toMatchObject([
			{start: '2027-05-04', due: '2028-04-05'},
			{start: '2027-05-25', due: '2028-05-25'},
		]);
	});
	test('another column decides where none of its own cells does', async () => {
		const {projects, remarks} = await read(
			'Project,Priority,Start,Due\nAlpha,P1,04/05/2027,04/05/2028\nBeta,P1,03/05/2027,05/25/2028\n',
		);
		expect(projects).toMatchObject([{start: '2027-04-05'}, {start: '2027-03-05'}]);
		expect(remarks).toContain('month first');
	});
	test.each([
		[undefined, '2027-05-04', 'day first'],
		['en-US', '2027-04-05', 'month first'],
	])(
		'where nothing decides the organisation does, and that is said (%s)',
		async (locale, start, says) => {
			const {projects, remarks} = await read(
				'Project,Priority,Start\nAlpha,P1,04/05/2027\n',
				locale,
			);
			expect(projects).toMatchObject([{start}]);
			expect(remarks).toContain(
				`“04/05/2027” begins with the day or the month: it is read ${says}`,
			);
		},
	);
	test('a column that shows both leaves out what might be either, and says so', async () => {
		const {projects, notes} = await read(
			'Project,Priority,Start\nAlpha,P1,04/05/2027\nBeta,P1,25/05/2027\nGamma,P1,05/25/2027\n',
		);
		expect(projects.map((one) => 'start' in one && one.start)).toEqual([
			false,
			'2027-05-25',
			'2027-05-25',
		]);
		expect(notes).toContain('“04/05/2027” is one of two days');
	});
	test('what a point parts is decided by the column, then by the table, or told', async () => {
		const sums = async (first: string, second: string) =>
			(
				await read(
					`Project;Priority;Budget;Spent\nAlpha;P1;2.150;${first}\nBeta;P1;3.250;${second}\n`,
				)
			).projects;
		expect(await sums('640', '1.200')).toMatchObject([
			{money: {approved: {amount: 2150}, spent: {amount: 640}}},
			{money: {approved: {amount: 3250}, spent: {amount: 1200}}},
		]);
		expect(await sums('1.20', '0.75')).toMatchObject([{money: {approved: {amount: 2.15}}}, {}]);
		const {projects, notes} = await read('Project;Priority;Budget\nAlpha;P1;2.150\n');
		expect(projects[0]).not.toHaveProperty('money');
		expect(notes).toContain('either thousands or a fraction');
	});
	test('a sum that alone has changed is not lost beside one that has not', async () => {
		const {projects} = await read('Id,Budget,Spent\nP1-02,"250,000","1,000"\n');
		expect(projects).toMatchObject([{fields: {money: {to: {spent: {amount: 1000}}}}}]);
	});
});
