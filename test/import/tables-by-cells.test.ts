// Tables whose headings nobody knows: what their cells are decides, what is not understood is listed, and nothing is guessed.
import {expect, test} from 'vitest';
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
