// North Hertfordshire District Council, 2020: the Cabinet adopts a strategy that was in the Forward Plan, and next looks at
// its delivery plan. The report is real; both meetings, and the dates of the plan, are made up for the example.
import type {Change} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {papers} from './north-hertfordshire-papers.ts';
import {roll, Table} from './table.ts';

const forecast = (project: string, id: string, to: string): Change => ({
	kind: 'milestone/edit',
	project,
	id,
	fields: {forecast: {to}},
});

export function northHertfordshire(): Database {
	const table = new Table(papers);
	const clerk = table.seat('committee', 'Committee Services', 'secretary');
	const director = table.seat('director', 'Service Director – Customers', 'programme-manager');

	clerk('2020-03-16T09:00', {kind: 'database/adopt', reason: 'put together from the report'});
	clerk('2020-03-16T09:30', ...table.proposed('M-1'));
	clerk('2020-03-16T10:00', {kind: 'meeting/publish', id: 'M-1', on: '2020-03-16'});
	adopt(table);
	clerk('2020-03-25T10:00', {kind: 'decision/publish', id: 'D-1', on: '2020-03-25'});
	clerk('2020-03-26T14:00', {kind: 'minutes/issue', meeting: 'M-1'});

	// The quarter: one thing is reached, one slips, and what nobody could foresee came true.
	director('2020-05-04T09:00', {
		kind: 'project/status',
		id: 'P1-01',
		from: 'proposed',
		to: 'in-progress',
		confidence: {to: 'amber'},
		note: 'Members work from home, so their portal comes first.',
	});
	director('2020-05-18T11:00', {
		kind: 'milestone/edit',
		project: 'P1-01',
		id: 'MS-1',
		fields: {achieved: {to: '2020-05-15'}},
	});
	director(
		'2020-05-20T10:00',
		forecast('P1-01', 'MS-2', '2021-01-29'),
		forecast('P1-02', 'MS-3', '2020-12-15'),
		{
			kind: 'project/status',
			id: 'P1-02',
			from: 'in-progress',
			to: 'in-progress',
			confidence: {from: 'amber', to: 'red'},
			note: 'The team that writes the business case keeps home working going.',
		},
		{
			kind: 'project/edit',
			id: 'P1-02',
			fields: {wayBack: {to: 'Two weeks of an analyst from September.'}},
		},
	);
	director('2020-05-29T10:00', {
		kind: 'record/edit',
		record: 'strategies/S-1/risks/RI-1',
		fields: {
			current: {
				from: {likelihood: 4, impact: 5, on: '2020-03-24'},
				to: {likelihood: 5, impact: 5, on: '2020-05-29'},
			},
		},
	});
	director('2020-06-01T09:00', {
		kind: 'record/add',
		list: 'strategies/S-1/measures/ME-1/readings',
		fields: {period: '2020-Q2', value: 47, provisional: true},
	});
	director(
		'2020-06-02T09:00',
		{
			kind: 'request/make',
			project: 'P1-01',
			field: 'milestones/MS-2/approved',
			from: '2020-10-31',
			to: '2021-01-29',
			reason:
				'The councillors’ portal was brought forward; the customers’ follows in the new year.',
			effects: {benefits: 'Fewer calls saved this winter.'},
		},
		{
			kind: 'request/make',
			project: 'P1-02',
			field: 'milestones/MS-3/approved',
			from: '2020-09-15',
			to: '2020-12-15',
			reason: 'The team is needed for home working until the autumn.',
		},
	);

	clerk('2020-06-12T09:00', ...table.proposed('M-2'));
	clerk('2020-06-15T10:00', {kind: 'meeting/publish', id: 'M-2', on: '2020-06-15'});
	return table.database;
}

/** The meeting of 24 March 2020, at which the strategy is adopted. */
function adopt(table: Table): void {
	const clerk = table.seat('committee', 'Committee Services', 'secretary');
	const leader = table.seat('leader', 'Leader of the Council', 'chair');
	const meeting = 'M-1';
	const [report] = table.database.reports;

	leader('2020-03-24T19:30', {kind: 'meeting/open', id: meeting});
	clerk(
		'2020-03-24T19:31',
		...roll(meeting, {
			present: ['leader', 'deputy', 'finance-it', 'environment'],
			apologies: ['housing'],
			'in-attendance': ['director-customers', 'committee-services'],
		}),
	);
	leader('2020-03-24T19:32', table.move(meeting, 'Declarations'));
	clerk('2020-03-24T19:33', {kind: 'declaration/asked', meeting, none: true});
	leader('2020-03-24T19:34', table.move(meeting, 'Information Technology Strategy'));
	clerk(
		'2020-03-24T19:50',
		{
			kind: 'decision/record',
			meeting,
			item: table.item(meeting, 'Information Technology Strategy'),
			title: 'IT Strategy 2020–2025',
			recommendation: report?.recommendations.join(' '),
			resolution:
				'(1) That the IT Strategy be adopted.\n(2) That power to amend it, as technology or business needs change, go to the Service Director – Customers, who consults the Executive Member for Finance & IT.',
			outcome: 'approved',
			key: true,
			keyReason: report?.keyReason,
			reasons: report?.reasons,
			alternatives: report?.alternatives,
			alternativesConfirmed: true,
			noConflicts: true,
			mover: 'finance-it',
			seconder: 'deputy',
			vote: {method: 'no-dissent'},
		},
		{kind: 'strategy/status', id: 'S-1', from: 'draft', to: 'current'},
	);
	leader('2020-03-24T19:51', {kind: 'meeting/close', id: meeting});
}
