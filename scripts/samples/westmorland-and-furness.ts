// Westmorland and Furness Council, 2024: the Cabinet agrees a strategy as a key decision, and the meeting that looks at its
// yearly delivery plan is ready to be held. The report is real; both meetings, dates and sums are made up for the example.
import type {Database} from '../../source/domain/schema/index.ts';
import {roll, Table} from './table.ts';
import {papers} from './westmorland-and-furness-papers.ts';

export function westmorlandAndFurness(): Database {
	const table = new Table(papers);
	const clerk = table.seat('democratic', 'Democratic Services', 'secretary');
	const officer = table.seat('ict', 'Assistant Director – ICT', 'programme-manager');

	clerk('2024-04-22T09:00', {kind: 'database/adopt', reason: 'put together from the report'});
	clerk('2024-04-22T09:30', ...table.proposed('M-1'));
	clerk('2024-04-22T10:00', {kind: 'meeting/publish', id: 'M-1', on: '2024-04-22'});
	agree(table);
	clerk('2024-05-02T10:00', {kind: 'decision/publish', id: 'D-1', on: '2024-05-02'});
	clerk('2024-05-03T14:00', {kind: 'minutes/issue', meeting: 'M-1'});

	officer(
		'2024-07-02T09:00',
		{
			kind: 'milestone/edit',
			project: 'P1-01',
			id: 'MS-1',
			fields: {achieved: {to: '2024-07-01'}},
		},
		{
			kind: 'project/status',
			id: 'P1-01',
			from: 'in-progress',
			to: 'delivered',
			note: 'One team since 1 July.',
		},
		{
			kind: 'project/status',
			id: 'P1-02',
			from: 'proposed',
			to: 'in-progress',
			confidence: {to: 'green'},
		},
	);
	officer('2024-07-08T09:00', {
		kind: 'record/add',
		list: 'strategies/S-1/measures/ME-1/readings',
		fields: {period: '2024-Q2', value: 24},
	});
	officer(
		'2024-08-12T09:00',
		{
			kind: 'project/status',
			id: 'P2-01',
			from: 'in-progress',
			to: 'in-progress',
			confidence: {from: 'amber', to: 'red'},
			note: 'A switch failed in July and two offices were cut off for a day; the lines that were ordered come late.',
		},
		{
			kind: 'record/edit',
			record: 'projects/P2-01/risks/RI-1',
			fields: {cameTrueOn: {to: '2024-07-23'}},
		},
		{
			kind: 'milestone/edit',
			project: 'P2-01',
			id: 'MS-3',
			fields: {forecast: {to: '2024-12-13'}},
		},
		{
			kind: 'project/edit',
			id: 'P2-01',
			fields: {
				wayBack: {to: 'A second supplier for the lines, and the oldest equipment first.'},
				money: {
					from: {
						original: {amount: 620_000},
						approved: {amount: 620_000},
						forecast: {amount: 620_000},
						spent: {amount: 95_000},
					},
					to: {
						original: {amount: 620_000},
						approved: {amount: 620_000},
						forecast: {amount: 700_000},
						spent: {amount: 240_000},
					},
				},
			},
		},
	);
	officer(
		'2024-08-14T09:00',
		{
			kind: 'request/make',
			project: 'P2-01',
			field: 'milestones/MS-3/approved',
			from: '2024-09-30',
			to: '2024-12-13',
			reason: 'The lines that were ordered come in November.',
			effects: {dependants: 'P2-02 can plan, but not move systems.'},
		},
		{
			kind: 'request/make',
			project: 'P2-01',
			field: 'money/approved',
			from: {amount: 620_000},
			to: {amount: 700_000},
			reason: 'A second supplier for the lines costs more.',
			effects: {cost: '£80,000 from what was set aside for year two.'},
		},
	);

	clerk('2024-09-13T09:00', ...table.proposed('M-2'));
	clerk('2024-09-16T10:00', {kind: 'meeting/publish', id: 'M-2', on: '2024-09-16'});
	return table.database;
}

/** The meeting of 30 April 2024, at which strategy and delivery plan are agreed. */
function agree(table: Table): void {
	const clerk = table.seat('democratic', 'Democratic Services', 'secretary');
	const leader = table.seat('leader', 'Leader of the Council', 'chair');
	const meeting = 'M-1';
	const [report] = table.database.reports;

	leader('2024-04-30T10:00', {kind: 'meeting/open', id: meeting});
	clerk(
		'2024-04-30T10:01',
		...roll(meeting, {
			present: ['leader', 'deputy', 'customer-waste', 'finance', 'climate'],
			'in-attendance': ['director', 'assistant-director', 'democratic-services'],
		}),
	);
	leader('2024-04-30T10:02', table.move(meeting, 'Declarations'));
	clerk('2024-04-30T10:03', {kind: 'declaration/asked', meeting, none: true});
	leader('2024-04-30T10:04', table.move(meeting, 'ICT Strategy'));
	clerk(
		'2024-04-30T10:25',
		{
			kind: 'decision/record',
			meeting,
			item: table.item(meeting, 'ICT Strategy'),
			title: 'ICT Strategy 2024–2029',
			recommendation: report?.recommendations[0],
			resolution: report?.recommendations[0] ?? '',
			outcome: 'approved',
			key: true,
			keyReason: report?.keyReason,
			reasons: report?.reasons,
			alternatives: report?.alternatives,
			alternativesConfirmed: true,
			noConflicts: true,
			mover: 'customer-waste',
			seconder: 'finance',
			vote: {method: 'no-dissent'},
		},
		{kind: 'strategy/status', id: 'S-1', from: 'draft', to: 'current'},
	);
	leader('2024-04-30T10:26', {kind: 'meeting/close', id: meeting});
}
