// Tables as other bodies keep them: headings over headings, units, groups, sums, notes, phases, days and sums of abroad.
import {describe, expect, test} from 'vitest';
import {reviewFile} from '../../source/import/index.ts';
import {makeDatabase} from '../helpers/database.ts';

/** What the rows of a table would do, and what is said of the whole. */
async function read(
	table: string,
): Promise<{rows: string[]; remarks: string[]; columns: unknown[]}> {
	const review = await reviewFile(Buffer.from(table), 'projects.csv', makeDatabase(), {
		set: {priority: 'P1'},
	});
	const of = (field: string) => review.findings.filter((one) => one.field === field);
	return {
		rows: of('rows').map(({shown, note}) => (note === undefined ? shown : `${shown} (${note})`)),
		columns: of('columns').map(({value}) => value),
		remarks: review.remarks,
	};
}

test('headings over headings, units below them, groups by priority, sums and notes', async () => {
	const {rows, columns} = await read(
		`Capital programme at period 9,,,,,,,
,,Budget,,Dates,,,
Ref,Scheme,Approved,Spend to date,Start,End,RAG,Update
,,£000,£000,,,,
Modernisation,,,,,,,
T-1,Lift renewal,420,35,01/04/2026,30/09/2026,G,Lift ordered
Subtotal,,420,35,,,,
Optimisation,,,,,,,
Ref,Scheme,Approved,Spend to date,Start,End,RAG,Update
T-3,Cloud move,"1,200",600,01/01/2026,31/12/2026,R,Supplier late
Grand total,,"1,620",635,,,,
Note: sums exclude fees,,,,,,,
`,
	);
	expect(columns).toEqual(['id', 'title', 'budget', 'spent', 'start', 'due', 'confidence', 'note']);
	const sure = 'the row says how sure it is, not where it stands: it comes in as In progress';
	expect(rows).toEqual([
		'this row: left out (“Modernisation” heads the rows below it: they come under P1)',
		`Lift renewal: new, In progress, Green, in P1; due 30 September 2026; money £420,000; “Lift ordered” (${sure})`,
		'this row: left out (“Subtotal” is a sum of other rows)',
		'this row: left out (“Optimisation” heads the rows below it: they come under P2)',
		'this row: left out (it repeats the headings)',
		`Cloud move: new, In progress, Red, in P2; due 31 December 2026; money £1,200,000; “Supplier late” (${sure})`,
		'this row: left out (“Grand total” is a sum of other rows)',
		'this row: left out (“Note: sums exclude fees” is a note)',
	]);
});

test('a capital plan of the United States: phases, month first, thousands of dollars; nobody by name', async () => {
	const {rows, remarks} = await read(
		`CIP #,Project Title,Department,Project Phase,Target Completion,Total Cost ($ thousands),Project Lead
101,Elm St Sewer,Public Works,Construction - 60%,6/30/2027,"1,250",Kim Doe
102,Swimming hall,Parks,Pre-Design,12/15/2029,"14,800",Director of Parks
103,Radio towers,Police,Bid & Award,9/1/2027,950,TBD
104,Archive,Records,Charter,9/1/2027,95,TBD
`,
	);
	expect(rows).toEqual([
		'Elm St Sewer: new, In progress, in P1; due 30 June 2027; money US$1,250,000 (owner: it names nobody whom the database knows, and no post)',
		'Swimming hall: new, Proposed, in P1; owner “Director of Parks”; due 15 December 2029; money US$14,800,000',
		'Radio towers: new, In progress, in P1; due 1 September 2027; money US$950,000',
		'Archive: new, Proposed, in P1; due 1 September 2027; money US$95,000 (“Charter” is kept as its stage and says no status)',
	]);
	expect(remarks).toContain('not read: “Department”; bring one in with --map "Department=note"');
});

test('millions of euro, a confidence in words, a contractor who is not there yet', async () => {
	const {rows} = await read(
		`Project;Lead;Estimated cost (€ million);Expected completion;Delivery confidence;Status;Contractor
Bridge;Director of Services;12,5;30-Sep-28;Medium;On site;TBC
Library;Senior Engineer;3,25;30/06/2027;High;Planning;Not appointed
`,
	);
	expect(rows).toEqual([
		'Bridge: new, In progress, Amber, in P1; owner “Director of Services”; due 30 September 2028; money €12,500,000 (“Medium” under “Delivery confidence” is read as Amber)',
		'Library: new, Proposed, Green, in P1; owner “Senior Engineer”; due 30 June 2027; money €3,250,000 (“High” under “Delivery confidence” is read as Green)',
	]);
});

test('of an original and a revised day the revised one is due', async () => {
	const {rows} = await read(
		'Project,Original end date,Revised end date,Status\nHub,30/06/2026,31/10/2026,On track\nSite,15/12/2026,,On track\n',
	);
	expect(rows[0]).toContain('due 31 October 2026');
	expect(rows[1]).toContain('due 15 December 2026');
});

test('a table of projects that names one milestone of each is not a table of milestones', async () => {
	const {rows, columns} = await read(
		`Council priority,Project,Service Director,Milestones,Original milestone date,Revised milestone date,Overall status (R/A/G),Commentary
Modernisation,New website,Service Director - Customers,Go-live,15/12/2026,31/01/2027,Green,On plan.
`,
	);
	expect(columns).toEqual([
		'priority',
		'title',
		'owner',
		null,
		'originalDue',
		'due',
		'confidence',
		'note',
	]);
	expect(rows[0]).toContain(
		'owner “Service Director - Customers”; due 31 January 2027; “On plan.”',
	);
});

describe('a point in a sum', () => {
	const sums = async (...cells: string[]) => {
		const lines = cells.map((cell, at) => `Project ${at};On hold;${cell}`);
		return await read(`Project;Status;Budget £000\n${lines.join('\n')}\n`);
	};
	test('parts thousands where smaller sums have none', async () => {
		const {rows, remarks} = await sums('2.150', '640');
		expect(rows[0]).toContain('money £2,150,000');
		expect(rows[1]).toContain('money £640,000');
		expect(remarks).toContain('a point in sums parts thousands: 2.150 is 2,150');
	});
	test('is a fraction where others have one or two digits behind it', async () => {
		expect((await sums('2.150', '1.5')).rows[0]).toContain('money £2,150');
	});
	test('is left alone where it might be either', async () => {
		expect((await sums('2.150', '3.200')).rows[0]).toBe(
			'Project 0: new, On hold, in P1 (budget “2.150” is either thousands or a fraction)',
		);
	});
});

test('what is to be reached is a project where nothing else is called one', async () => {
	const {columns} = await read(
		'Workstream,Milestone,Due,BRAG\nTheatres,Rota agreed,31-Jan-27,Amber\n',
	);
	expect(columns).toEqual(['priority', 'title', 'due', 'confidence']);
});

describe('a table of projects in a paper', () => {
	const tracker = (head: string) => `# ${head}

| No. | What | Who leads | By when | Agreed budget | Spent so far | How is it going? |
| ---: | --- | --- | --- | ---: | ---: | --- |
| 1 | Pavilion roof | Facilities Manager | 31 May 2027 | £48,000 | £3,150.00 | In progress |
| 2 | Market stalls | Deputy Clerk | 1 July 2026 | £1,200 | £1,085 | Done |
`;
	const review = (text: string, options = {}) =>
		reviewFile(Buffer.from(text), 'tracker.md', makeDatabase(), {
			set: {priority: 'P1'},
			...options,
		});
	const rowsOf = ({findings}: Awaited<ReturnType<typeof review>>) =>
		findings.filter(({field}) => field === 'rows').map(({shown}) => shown);

	test('is read as one, without being asked for', async () => {
		const found = await review(tracker('Project tracker'));
		expect(found.kind).toBe('portfolio');
		expect(rowsOf(found)).toEqual([
			'Pavilion roof: new, In progress, in P1; owner “Facilities Manager”; due 31 May 2027; money £48,000',
			'Market stalls: new, Delivered, in P1; owner “Deputy Clerk”; due 1 July 2026; money £1,200',
		]);
	});

	test('is private where the paper says so, in any place', async () => {
		const {remarks} = await review(`${tracker('Project tracker')}\nNot for publication\n`);
		expect(remarks.join('\n')).toContain('waits for somebody to release it');
	});

	test('is read as text where a file has none', async () => {
		await expect(review('Some words.\n', {as: 'portfolio'})).rejects.toThrow('title');
	});
});
