// Riverside Community Trust: two meetings of a charity's trustees that were held, and a third that is ready to be. All of
// it is invented.
import type {Database} from '../../source/domain/schema/index.ts';
import {papers} from './riverside-papers.ts';
import {roll, Table} from './table.ts';

export function riverside(): Database {
	const table = new Table(papers);
	const secretary = table.seat('minutes', 'Minutes Secretary', 'secretary');
	const manager = table.seat('manager', 'Centre Manager', 'member');
	const treasurer = table.seat('treasurer', 'Treasurer', 'member');

	secretary('2026-10-06T09:00', {kind: 'database/adopt', reason: 'the trustees’ new record'});
	secretary('2026-10-06T09:10', ...table.proposed('M-1'));
	october(table);
	secretary('2026-10-16T10:00', {kind: 'minutes/issue', meeting: 'M-1'});
	manager(
		'2026-10-28T16:20',
		{
			kind: 'action/status',
			id: 'A-1',
			from: 'open',
			to: 'done',
			note: 'Signed on 28 October; the roofer begins on 16 November.',
		},
		{
			kind: 'milestone/edit',
			project: 'P1-01',
			id: 'MS-1',
			fields: {achieved: {to: '2026-10-28'}},
		},
		{
			kind: 'request/make',
			project: 'P1-03',
			field: 'money/approved',
			from: {amount: 9000},
			to: {amount: 11_200},
			reason: 'The door that opens at the push of a button costs more than a year ago.',
			effects: {benefits: 'Without it the ramp ends at a closed door.'},
		},
	);
	treasurer('2026-11-02T20:15', {
		kind: 'project/update',
		id: 'P1-01',
		note: 'Half of the price is paid; the rest is due when the scaffolding comes down.',
	});

	secretary('2026-11-03T09:00', ...table.proposed('M-2'));
	november(table);
	secretary('2026-11-10T20:00', {
		kind: 'minutes/sign',
		meeting: 'M-1',
		by: 'chair',
		on: '2026-11-10',
	});
	secretary('2026-11-13T10:00', {kind: 'minutes/issue', meeting: 'M-2'});
	year(table);
	secretary('2026-11-20T09:00', ...table.proposed('M-3'));
	return table.database;
}

/** After the meeting of November: the rain came in, and the stage is late. */
function year(table: Table): void {
	const manager = table.seat('manager', 'Centre Manager', 'member');
	manager(
		'2026-11-18T08:30',
		{
			kind: 'record/edit',
			record: 'projects/P1-01/risks/RI-1',
			fields: {cameTrueOn: {to: '2026-11-17'}},
		},
		{
			kind: 'project/status',
			id: 'P1-01',
			from: 'in-progress',
			to: 'in-progress',
			confidence: {from: 'green', to: 'red'},
			note: 'A storm took the tarpaulin on the second night; part of the stage floor is wet.',
		},
		{
			kind: 'project/edit',
			id: 'P1-01',
			fields: {
				wayBack: {to: 'The roofer closes the ridge first; the floor dries until Christmas.'},
			},
		},
		{
			kind: 'milestone/edit',
			project: 'P1-01',
			id: 'MS-2',
			fields: {forecast: {to: '2027-01-15'}},
		},
	);
	manager('2026-11-18T08:45', {
		kind: 'request/make',
		project: 'P1-01',
		field: 'milestones/MS-2/approved',
		from: '2026-11-27',
		to: '2027-01-15',
		reason: 'The stage floor has to dry before it is mended.',
		effects: {
			cost: 'The insurance pays but for £250.',
			dependants: 'The ramp waits for the scaffolding.',
		},
	});
	manager('2026-11-19T18:00', {
		kind: 'record/add',
		list: 'strategies/S-1/measures/ME-1/readings',
		fields: {period: '2026-Q4', value: 38, provisional: true},
	});
}

/** The meeting of 13 October 2026: the roof, the café. */
function october(table: Table): void {
	const secretary = table.seat('minutes', 'Minutes Secretary', 'secretary');
	const chair = table.seat('chair', 'Chair of Trustees', 'chair');
	const meeting = 'M-1';
	const roof = table.item(meeting, 'Roof');
	const cafe = table.item(meeting, 'Saturday café');
	const [roofReport, cafeReport] = table.database.reports;

	chair('2026-10-13T18:31', {kind: 'meeting/open', id: meeting});
	secretary(
		'2026-10-13T18:33',
		...roll(meeting, {
			present: ['chair', 'vice-chair', 'treasurer', 'building', 'young-people'],
			apologies: ['volunteers'],
			'in-attendance': ['manager', 'secretary'],
		}),
	);
	chair('2026-10-13T18:34', table.move(meeting, 'Declarations'));
	secretary('2026-10-13T18:36', {
		kind: 'declaration/add',
		meeting,
		item: roof,
		person: 'building',
		interest: 'conflict',
		nature: 'a brother works for one of the roofers',
		withdrew: true,
	});

	chair('2026-10-13T18:37', table.move(meeting, 'Priority 1'));
	secretary('2026-10-13T18:45', {
		kind: 'project/status',
		id: 'P1-02',
		from: 'in-progress',
		to: 'delivered',
		note: 'In every room since 9 October, seven weeks early.',
	});
	chair('2026-10-13T18:50', table.move(meeting, 'Priority 2'));
	secretary('2026-10-13T18:56', {
		kind: 'project/status',
		id: 'P2-02',
		from: 'in-progress',
		to: 'in-progress',
		confidence: {from: 'amber', to: 'green'},
		note: 'Fourteen came last week; a second helper has been found.',
	});

	chair('2026-10-13T19:00', table.move(meeting, 'Roof'));
	secretary(
		'2026-10-13T19:20',
		table.note(
			meeting,
			'Roof',
			'The Treasurer compared the three quotations. The stage will be closed for a week in November.',
		),
		{
			kind: 'decision/record',
			meeting,
			item: roof,
			title: 'Roof of the main hall',
			recommendation: roofReport?.recommendations[0],
			resolution:
				'That the quotation of £18,500 with a guarantee of ten years be accepted and paid from the building fund.',
			outcome: 'approved',
			reasons: roofReport?.reasons,
			alternatives: roofReport?.alternatives,
			alternativesConfirmed: true,
			mover: 'treasurer',
			seconder: 'vice-chair',
			vote: {method: 'show-of-hands', for: 4, against: 0},
			projects: ['P1-01'],
		},
		{
			kind: 'project/status',
			id: 'P1-01',
			from: 'proposed',
			to: 'in-progress',
			confidence: {to: 'green'},
			note: 'The roofer is chosen.',
		},
		{
			kind: 'action/add',
			text: 'Sign the contract for the roof',
			owner: 'manager',
			due: '2026-10-30',
			meeting,
			item: roof,
			follows: true,
			project: 'P1-01',
		},
	);

	chair('2026-10-13T19:21', table.move(meeting, 'Saturday café'));
	secretary(
		'2026-10-13T19:44',
		{
			kind: 'decision/record',
			meeting,
			item: cafe,
			title: 'Saturday café',
			recommendation: cafeReport?.recommendations[0],
			resolution:
				'That the hall open for a café on Saturdays, as a trial of three months from 21 November 2026.',
			outcome: 'approved-as-amended',
			reasons:
				'Two in three of the neighbours who were asked would come. Three months show whether the volunteers can carry it.',
			alternatives: 'To let the hall out on Saturdays. To try it for six months, as was proposed.',
			alternativesConfirmed: true,
			mover: 'young-people',
			seconder: 'chair',
			amendments: [
				{
					text: 'That “six months” read “three months from 21 November 2026”.',
					mover: 'vice-chair',
					seconder: 'treasurer',
					vote: {method: 'show-of-hands', for: 3, against: 2},
					fate: 'carried',
				},
			],
			vote: {method: 'show-of-hands', for: 4, against: 0, abstained: 1},
			projects: ['P2-01'],
		},
		{
			kind: 'action/add',
			text: 'Draw up the rota for Saturdays',
			owner: 'volunteers',
			due: '2026-11-14',
			meeting,
			item: cafe,
			follows: true,
			project: 'P2-01',
		},
	);
	chair('2026-10-13T19:45', table.move(meeting, 'Urgent business'));
	secretary('2026-10-13T19:46', table.note(meeting, 'Urgent business', 'There was none.'));
	chair('2026-10-13T19:47', {kind: 'meeting/close', id: meeting});
}

/** The meeting of 10 November 2026, which approves the minutes of October. */
function november(table: Table): void {
	const secretary = table.seat('minutes', 'Minutes Secretary', 'secretary');
	const chair = table.seat('chair', 'Chair of Trustees', 'chair');
	const meeting = 'M-2';

	chair('2026-11-10T18:30', {kind: 'meeting/open', id: meeting});
	secretary(
		'2026-11-10T18:32',
		...roll(meeting, {
			present: ['chair', 'treasurer', 'building', 'young-people', 'volunteers'],
			apologies: ['vice-chair'],
			'in-attendance': ['manager', 'secretary'],
		}),
	);
	chair('2026-11-10T18:33', table.move(meeting, 'Declarations'));
	secretary('2026-11-10T18:34', {kind: 'declaration/asked', meeting, none: true});
	chair('2026-11-10T18:35', table.move(meeting, 'Minutes'));
	secretary(
		'2026-11-10T18:36',
		{
			kind: 'decision/record',
			meeting,
			item: table.item(meeting, 'Minutes'),
			title: 'Minutes of the meeting of 13 October 2026',
			resolution:
				'That the minutes of the meeting held on 13 October 2026 be approved as a correct record and signed.',
			outcome: 'approved',
			procedural: true,
			mover: 'treasurer',
			seconder: 'young-people',
			vote: {method: 'no-dissent'},
		},
		{kind: 'minutes/approve', meeting: 'M-1', by: meeting},
	);
	chair('2026-11-10T18:37', table.move(meeting, 'Progress on actions'));
	secretary(
		'2026-11-10T18:40',
		table.note(
			meeting,
			'Progress on actions',
			'The rota for Saturdays (A-2) is full to Christmas.',
		),
		{kind: 'action/status', id: 'A-2', from: 'open', to: 'done'},
	);
	chair('2026-11-10T18:41', table.move(meeting, 'Priority 1'));
	secretary(
		'2026-11-10T18:50',
		table.note(meeting, 'Priority 1', 'Work on the roof begins on 16 November.'),
		{
			kind: 'action/add',
			text: 'Tell the groups that use the stage when it is closed',
			owner: 'manager',
			due: '2026-11-13',
			meeting,
			item: table.item(meeting, 'Priority 1'),
			project: 'P1-01',
		},
		{
			kind: 'action/add',
			text: 'Ask two builders for a price for the ramp',
			owner: 'building',
			due: '2026-12-04',
			meeting,
			item: table.item(meeting, 'Priority 1'),
			project: 'P1-03',
		},
	);
	// What is decided changes the budget in the same act.
	secretary(
		'2026-11-10T18:51',
		{
			kind: 'decision/record',
			meeting,
			item: table.item(meeting, 'Priority 1'),
			title: 'Budget of the ramp and front door',
			resolution:
				'That the budget of P1-03 Ramp and front door be changed from £9,000 to £11,200 (request RQ-1).',
			outcome: 'approved',
			reasons: 'A ramp that ends at a closed door helps nobody.',
			alternatives: 'To leave the door as it is.',
			alternativesConfirmed: true,
			mover: 'treasurer',
			seconder: 'building',
			vote: {method: 'show-of-hands', for: 5, against: 0},
			projects: ['P1-03'],
		},
		{kind: 'request/decide', id: 'RQ-1', to: 'approved', follows: true},
	);
	chair('2026-11-10T18:52', table.move(meeting, 'Priority 2'));
	secretary('2026-11-10T19:00', {
		kind: 'project/status',
		id: 'P2-01',
		from: 'proposed',
		to: 'in-progress',
		confidence: {to: 'green'},
		note: 'Twelve volunteers; the first Saturday is 21 November.',
	});
	secretary('2026-11-10T19:05', {
		kind: 'project/status',
		id: 'P2-02',
		from: 'in-progress',
		to: 'delivered',
		note: 'Runs every Friday without the trustees’ help.',
	});
	chair('2026-11-10T19:06', table.move(meeting, 'Urgent business'));
	secretary('2026-11-10T19:07', table.note(meeting, 'Urgent business', 'There was none.'));
	chair('2026-11-10T19:08', {kind: 'meeting/close', id: meeting});
}
