// Epping Forest District Council, Cabinet of 26 March 2020: one strategy takes another's place. The report is real; the
// two meetings that take it, and everything said and done there, are made up for the example.
import type {Database} from '../../source/domain/schema/index.ts';
import {papers} from './epping-forest-papers.ts';
import {roll, Table} from './table.ts';

export function eppingForest(): Database {
	const table = new Table(papers);
	const officer = table.seat('democratic', 'Democratic Services Officer', 'secretary');

	officer('2020-03-18T09:00', {
		kind: 'database/adopt',
		reason: 'put together from report C-039-2019/20',
	});
	officer('2020-03-18T09:30', ...table.proposed('M-1'));
	officer('2020-03-18T10:00', {kind: 'meeting/publish', id: 'M-1', on: '2020-03-18'});
	decide(table);
	officer('2020-03-27T10:00', {kind: 'decision/publish', id: 'D-1', on: '2020-03-27'});
	officer('2020-03-27T14:00', {kind: 'minutes/issue', meeting: 'M-1'});
	officer('2020-04-02T11:00', {
		kind: 'strategy/conclude',
		id: 'S-1',
		to: 'Ended after two of its five years: an independent review found that the organisation had outgrown it. What it was for, better service and performance, less accommodation and more flexible work, goes on in the ICT Strategy 2020–2022.',
	});

	officer('2020-04-06T09:30', ...table.proposed('M-2'));
	officer('2020-04-06T10:00', {kind: 'meeting/publish', id: 'M-2', on: '2020-04-06'});
	approve(table);
	officer('2020-04-17T10:00', {
		kind: 'minutes/sign',
		meeting: 'M-1',
		by: 'leader',
		on: '2020-04-17',
	});
	officer('2020-04-17T15:00', {kind: 'minutes/issue', meeting: 'M-2'});
	return table.database;
}

/** The meeting of 26 March 2020, at which the revised strategy is approved. */
function decide(table: Table): void {
	const officer = table.seat('democratic', 'Democratic Services Officer', 'secretary');
	const leader = table.seat('leader', 'Leader of the Council', 'chair');
	const meeting = 'M-1';

	leader('2020-03-26T19:00', {kind: 'meeting/open', id: meeting});
	officer(
		'2020-03-26T19:01',
		...roll(meeting, {
			present: ['leader', 'customer-services', 'finance', 'housing', 'environment'],
			apologies: ['deputy'],
			'in-attendance': ['responsible-officer', 'democratic-services'],
		}),
	);
	leader('2020-03-26T19:03', table.move(meeting, 'Declarations'));
	officer('2020-03-26T19:04', {kind: 'declaration/asked', meeting, none: true});
	leader('2020-03-26T19:05', table.move(meeting, 'ICT Strategy'));
	officer(
		'2020-03-26T19:18',
		table.note(
			meeting,
			'ICT Strategy',
			'The Portfolio Holder, Customer Services, presented the report. An independent review had called for a strategy of two years with the basics first. The Cabinet noted that £1.2m stands in the budget for 2020–2022.',
		),
	);
	// The resolution, what follows from it and the action that it places stand or fall together.
	officer(
		'2020-03-26T19:22',
		{
			kind: 'decision/record',
			meeting,
			item: table.item(meeting, 'ICT Strategy'),
			reference: 'C-039-2019/20',
			title: 'ICT Strategy 2020–2022',
			recommendation: report(table).recommendations[0],
			resolution:
				'That the ICT Strategy 2018–2023 be replaced by a revised strategy of two years, 2020–2022, as set out in Appendix A.',
			outcome: 'approved',
			reasons: report(table).reasons,
			alternatives: report(table).alternatives,
			alternativesConfirmed: true,
			vote: {method: 'no-dissent'},
			projects: ['P1-01'],
		},
		{kind: 'strategy/status', id: 'S-1', from: 'current', to: 'past'},
		{kind: 'strategy/status', id: 'S-2', from: 'draft', to: 'current'},
		{
			kind: 'action/add',
			text: 'Take the first key milestones to the officers’ Quarterly Performance meeting and through Stronger Council',
			owner: 'responsible-officer',
			due: '2020-06-30',
			meeting,
			item: table.item(meeting, 'ICT Strategy'),
			follows: true,
		},
	);
	leader('2020-03-26T19:23', table.move(meeting, 'Urgent business'));
	officer('2020-03-26T19:24', table.note(meeting, 'Urgent business', 'There was none.'));
	leader('2020-03-26T19:25', {kind: 'meeting/close', id: meeting});
}

/** The meeting of 16 April 2020, at which the minutes are approved. */
function approve(table: Table): void {
	const officer = table.seat('democratic', 'Democratic Services Officer', 'secretary');
	const leader = table.seat('leader', 'Leader of the Council', 'chair');
	const meeting = 'M-2';

	leader('2020-04-16T19:00', {kind: 'meeting/open', id: meeting});
	officer(
		'2020-04-16T19:01',
		...roll(meeting, {
			present: ['leader', 'deputy', 'customer-services', 'finance', 'housing', 'environment'],
			'in-attendance': ['responsible-officer', 'democratic-services'],
		}),
	);
	leader('2020-04-16T19:03', table.move(meeting, 'Declarations'));
	leader('2020-04-16T19:04', table.move(meeting, 'Minutes'));
	officer(
		'2020-04-16T19:05',
		{
			kind: 'decision/record',
			meeting,
			item: table.item(meeting, 'Minutes'),
			title: 'Minutes of the meeting of 26 March 2020',
			resolution:
				'That the minutes of the meeting held on 26 March 2020 be approved as a correct record and signed.',
			outcome: 'approved',
			procedural: true,
			vote: {method: 'no-dissent'},
		},
		{kind: 'minutes/approve', meeting: 'M-1', by: meeting},
	);
	leader('2020-04-16T19:06', table.move(meeting, 'Progress on actions'));
	officer(
		'2020-04-16T19:08',
		table.note(
			meeting,
			'Progress on actions',
			'Action A-1 (key milestones) falls due at the end of June and goes on.',
		),
	);
	leader('2020-04-16T19:09', table.move(meeting, 'Priority 1'));
	officer(
		'2020-04-16T19:14',
		table.note(
			meeting,
			'Priority 1',
			'Nobody called in the decision of 26 March, so that the revised strategy is in effect. The programme of works is being drawn up.',
		),
	);
	leader('2020-04-16T19:15', table.move(meeting, 'Priority 2'));
	officer(
		'2020-04-16T19:17',
		table.note(meeting, 'Priority 2', 'There was nothing to report yet.'),
	);
	leader('2020-04-16T19:18', table.move(meeting, 'Urgent business'));
	officer('2020-04-16T19:19', table.note(meeting, 'Urgent business', 'There was none.'));
	leader('2020-04-16T19:20', {kind: 'meeting/close', id: meeting});
}

function report({database}: Table) {
	const [found] = database.reports;
	if (!found) throw new Error('no report');
	return found;
}
