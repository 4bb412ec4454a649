// What lies in a strategy or a project: made, altered, ordered and taken off.
import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {tellEntry} from '../../../source/domain/queries/log/sentences.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {accepted, after, makeDatabase, refusal} from '../../helpers/database.ts';

const add = (list: string, fields: Record<string, unknown>, id?: string): Change => ({
	kind: 'record/add',
	list,
	fields,
	...(id === undefined ? {} : {id}),
});
const risks = 'projects/P1-02/risks';
const atRisk = after(
	makeDatabase(),
	add(risks, {event: 'No parts', current: {likelihood: 4, impact: 4}}),
);
const told = (database: Database, change: Change): string => {
	const {database: now, entry} = accepted(database, change);
	return tellEntry(now, entry);
};

test('a risk is told with its score before and after', () => {
	expect(
		told(atRisk, {
			kind: 'record/edit',
			record: `${risks}/RK-1`,
			fields: {
				current: {from: {likelihood: 4, impact: 4}, to: {likelihood: 2, impact: 4}},
				cause: {to: 'One supplier'},
			},
		}),
	).toBe(
		'Sam Clerk (login clerk) edited risk RK-1 No parts of P1-02 Laptop Refresh: score now from 4 × 4 = 16 to 2 × 4 = 8; cause',
	);
});

test('an id is never given twice, not even once its record was taken off', () => {
	const again = after(
		atRisk,
		{kind: 'record/remove', record: `${risks}/RK-1`},
		add('projects/P1-03/risks', {event: 'Flood'}),
	);
	expect(again.projects[2]?.risks).toEqual([{id: 'RK-2', event: 'Flood'}]);
});

test('what somebody else has altered in the meantime is not overwritten', () => {
	const edit = (to: string): Change => ({
		kind: 'record/edit',
		record: `${risks}/RK-1`,
		fields: {reviewOn: {to}},
	});
	expect(refusal(after(atRisk, edit('2027-05-01')), edit('2027-04-01'))).toEqual({
		code: 'conflict',
		message: 'RK-1: review on – you set this to 1 May 2027 0 s ago; it was nothing',
	});
});

test.each<[why: string, change: Change, message: string]>([
	['without what it is called by', add(risks, {cause: 'Age'}), 'event is empty'],
	['with a title of blanks', add(risks, {event: '  '}), 'event is empty'],
	[
		'with a field that it does not have',
		add(risks, {event: 'Flood', cuase: 'Rain'}),
		'a risk has no field “cuase” that can be set; did you mean cause?',
	],
	[
		'with a field that a change of its own keeps',
		{
			kind: 'record/edit',
			record: 'strategies/S-1',
			fields: {status: {from: 'current', to: 'past'}},
		},
		'a strategy has no field “status” that can be set; there is title, period, summary, source, policyFramework, follows, riskLabels',
	],
	[
		'with a day that is none',
		add(risks, {event: 'Flood', reviewOn: '2027-02-31'}),
		'P1-02 Laptop Refresh: risks.0.reviewOn: expected a day such as 2026-10-12',
	],
	[
		'in a project that is not there',
		add('projects/P9-01/risks', {event: 'Flood'}),
		'there is no project P9-01',
	],
	[
		'in a list of another kind',
		add('projects/P1-02/updates', {note: 'Live'}),
		'projects/P1-02/updates is not a list that is kept like this',
	],
	[
		'as a project, which has changes of its own',
		{
			kind: 'record/edit',
			record: 'projects/P1-02',
			fields: {title: {from: 'Laptop Refresh', to: 'X'}},
		},
		'a project has changes of its own: project/add, project/edit',
	],
	[
		'as a milestone, which has changes of its own',
		add('projects/P1-02/milestones', {title: 'Live'}),
		'a milestone has changes of its own: milestone/add, milestone/edit',
	],
	[
		'by an id that is not there',
		{kind: 'record/remove', record: 'projects/P1-02/risks/RK-9'},
		'there is no risk RK-9',
	],
	[
		'that projects belong to',
		{kind: 'record/remove', record: 'strategies/S-1/priorities/P1'},
		'P1-01 Telephony still refers to priority P1',
	],
	[
		'under an id that another strategy’s might have',
		add('strategies/S-1/priorities', {title: 'Order'}, 'P2'),
		'the id P2 is another priority’s; choose one that is free',
	],
])('nothing is kept %s', (_why, change, message) => {
	expect(refusal(makeDatabase(), change).message).toBe(message);
});

test('priorities that change places change their ranks', () => {
	const {strategies} = after(makeDatabase(), {
		kind: 'record/order',
		list: 'strategies/S-1/priorities',
		from: ['P1', 'P2'],
		to: ['P2', 'P1'],
	});
	expect(strategies[0]?.priorities.map(({id, rank}) => [id, rank])).toEqual([
		['P2', 1],
		['P1', 2],
	]);
});

test('an order that leaves somebody out is refused', () => {
	expect(
		refusal(makeDatabase(), {
			kind: 'record/order',
			list: 'strategies/S-1/priorities',
			from: ['P1', 'P2'],
			to: ['P2'],
		}).message,
	).toBe('the new order must name the same records as the old one');
});

test('each part of a strategy gets the id that its kind has', () => {
	const {strategies} = after(
		makeDatabase(),
		add('strategies/S-1/priorities', {title: 'Order'}),
		add('strategies/S-1/priorities/P3/aims', {text: 'Keep less'}),
		add('strategies/S-1/priorities/P1/aims', {text: 'Reuse parts'}),
		add('strategies/S-1/principles', {text: 'Ask first'}),
		add('strategies/S-1/objectives', {text: 'Waste less'}),
		add('strategies/S-1/domains', {title: 'Data Services'}),
		add('strategies/S-1/criteria', {title: 'Simple'}),
		add('strategies/S-1/measures', {
			title: 'Calls',
			better: 'down',
			frequency: 'month',
			kind: 'snapshot',
		}),
		add('strategies/S-1/measures/ME-1/readings', {period: '2027-01', value: 12}),
		add('strategies/S-1/risks', {event: 'Flood', current: {likelihood: 2, impact: 5}}),
		add('strategies/S-1/risks/RK-1/controls', {text: 'Pumps'}),
	);
	expect(strategies[0]).toMatchObject({
		priorities: [
			{id: 'P1', aims: [{id: 'A'}, {id: 'B', text: 'Reuse parts'}]},
			{id: 'P2'},
			{id: 'P3', rank: 3, title: 'Order', aims: [{id: 'A', text: 'Keep less'}]},
		],
		principles: [{id: 'A'}, {id: 'B', text: 'Ask first'}],
		objectives: [{id: 'O1'}, {id: 'O2'}, {id: 'O3', text: 'Waste less'}],
		domains: [{id: 'network'}, {id: 'workplace'}, {id: 'data-services', title: 'Data Services'}],
		criteria: [{id: 'affordable'}, {id: 'aligned'}, {id: 'simple', title: 'Simple', text: ''}],
		measures: [
			{
				id: 'ME-1',
				title: 'Calls',
				targets: [],
				readings: [{id: 'MR-1', period: '2027-01', value: 12, by: 'Sam Clerk (login clerk)'}],
			},
		],
		risks: [{id: 'RK-1', event: 'Flood', controls: [{id: 'RC-1', text: 'Pumps'}]}],
	});
});

describe('projects that wait for each other', () => {
	const needs = (id: string, ...ids: string[]): Change => ({
		kind: 'project/edit',
		id,
		fields: {dependsOn: {to: ids}},
	});

	test('in a circle are refused in a sentence that names them', () => {
		const one = after(makeDatabase(), needs('P1-01', 'P1-03'));
		expect(refusal(one, needs('P1-03', 'P1-01')).message).toBe(
			'P1-01 Telephony would wait for itself: P1-01 Telephony, which waits for P1-03 Server Room, which waits for P1-01 Telephony',
		);
	});

	test('by themselves are refused', () => {
		expect(refusal(makeDatabase(), needs('P1-03', 'P1-03')).message).toBe(
			'P1-03 Server Room cannot depend on itself',
		);
	});

	test('in a row are taken', () => {
		const row = after(makeDatabase(), needs('P1-01', 'P1-03'), needs('P1-03', 'P2-02'));
		expect(row.projects[0]?.dependsOn).toEqual(['P1-03']);
	});
});

test('the strategy that is current cannot be taken off', () => {
	expect(refusal(makeDatabase(), {kind: 'record/remove', record: 'strategies/S-1'}).message).toBe(
		'the strategy that is current stays: make another one current first',
	);
});
