// Lincolnshire County Council, decision I017909 (7 to 10 May 2019), taken all the way: report, decision, strategy in
// force, notice published, call-in run out. What the paper says stands in data/lincolnshire-imt.json already.
import imt from '../../data/lincolnshire-imt.json' with {type: 'json'};
import {type Database, databaseSchema} from '../../source/domain/schema/index.ts';
import {Table} from './table.ts';

const {organisation, rules, strategies, people, boards, reports, meetings, decisions} =
	databaseSchema.parse(imt);

/** The record with this id. */
function only<Item extends {id: string}>(list: Item[], id: string): Item {
	const found = list.find((item) => item.id === id);
	if (!found) throw new Error(`no ${id} in data/lincolnshire-imt.json`);
	return found;
}

const {updates: _later, ...strategy} = only(strategies, 'S-1');
const {agenda: _agenda, ...meeting} = only(meetings, 'M-1');
const approved = only(decisions, 'D-1');

const papers = {
	$schema: './boardwalk.schema.json',
	schemaVersion: 2,
	id: 'c1a3d0f7-2b64-4e0a-9d15-6f3e8b7a5c42',
	revision: 0,
	counters: {A: 0, D: 0, I: 0, M: 1, R: 1, S: 1},
	organisation,
	rules,
	// As it was before it was approved: nobody had commented on it yet.
	strategies: [
		{
			...strategy,
			status: 'draft',
			priorities: strategy.priorities.map(({updates: _comments, ...priority}) => priority),
		},
	],
	people: [
		{
			...only(people, 'executive-councillor'),
			note: 'Decides alone on matters of the portfolio.',
		},
		only(people, 'head-of-paid-service'),
		{
			id: 'democratic-services',
			name: 'Democratic Services Officer',
			initials: 'DSO',
			note: 'Illustrative post: the paper does not say who keeps the record.',
		},
	],
	boards: [only(boards, 'executive-councillor-hti'), only(boards, 'overview-and-scrutiny')],
	projects: [],
	requests: [],
	reports: [
		{
			...only(reports, 'R-1'),
			author: 'Officer on behalf of the Head of Paid Service',
			board: 'executive-councillor-hti',
			// Assumed: the last day that leaves five clear working days; 6 May was a bank holiday.
			publishedOn: '2019-04-26',
			scrutiny:
				'Before the Overview and Scrutiny Management Board on 25 April 2019, whose comments go to the Executive Councillor. The report was written earlier and does not give them.',
		},
	],
	meetings: [
		{
			...meeting,
			title: `${meeting.title} (worked example)`,
			example: true,
			status: 'planned',
			agenda: [],
		},
	],
	decisions: [],
	notices: [],
	actions: [],
	log: [],
};

export function lincolnshireDecision(): Database {
	const table = new Table(papers);
	const officer = table.seat('democratic', 'Democratic Services Officer', 'secretary');

	officer('2019-04-26T10:00', {
		kind: 'database/adopt',
		reason: 'put together from the report on decision I017909',
	});
	officer('2019-04-26T10:05', ...table.proposed('M-1'));

	// The paper gives four days and no hour: it is acted out on the last, and dated with all four.
	officer('2019-05-10T10:45', {kind: 'meeting/open', id: 'M-1'});
	officer(
		'2019-05-10T11:00',
		{
			kind: 'decision/record',
			meeting: 'M-1',
			item: table.item('M-1', 'IMT Strategy Document'),
			reference: approved.reference,
			date: approved.date,
			title: approved.title,
			recommendation: approved.recommendation,
			resolution: approved.resolution,
			outcome: approved.outcome,
			reasons: approved.reasons,
			alternatives: approved.alternatives,
			alternativesConfirmed: true,
			key: approved.key,
		},
		{kind: 'strategy/status', id: 'S-1', from: 'draft', to: 'current'},
	);
	officer('2019-05-10T11:10', {kind: 'meeting/close', id: 'M-1'});
	officer('2019-05-10T14:00', {kind: 'decision/publish', id: 'D-1', on: '2019-05-10'});
	officer('2019-05-10T14:10', {kind: 'minutes/issue', meeting: 'M-1'});
	return table.database;
}
