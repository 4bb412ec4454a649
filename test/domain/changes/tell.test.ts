import {describe, expect, test} from 'vitest';
import {type Change, ruleOf} from '../../../source/domain/changes/index.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {accepted, after, makeDatabase, rollTaken} from '../../helpers/database.ts';
import {everyKind} from '../each.ts';

/** The changes as they are told once they have been made. */
function told(before: Database, ...changes: Change[]): (string | undefined)[] {
	const {database, entry} = accepted(before, changes);
	const effects = entry.effects ?? [];
	return changes.map((change) => ruleOf(change.kind)?.tell(change, {database, effects}));
}

describe('what was done is told in a sentence', () => {
	test.each(everyKind())('$kind: $told', ({before, change, told: sentence}) => {
		const said = told(before, change).map((text) => text?.replace(/(?<=-v1-)[-\dA-F]+$/, '…'));
		expect(said).toEqual([sentence]);
	});
});

const status: Change = {
	kind: 'project/status',
	id: 'P1-02',
	from: 'in-progress',
	to: 'in-progress',
	note: 'Ordered.',
};
test.each<[string, Change]>([
	['kept P1-02 Laptop Refresh In progress: Ordered.', status],
	[
		'kept P1-02 Laptop Refresh In progress, took the confidence away',
		{...status, confidence: {from: 'amber'}, note: ' '},
	],
	['placed action A-2: Write', {kind: 'action/add', text: 'Write'}],
	[
		'placed action A-2 on The caretaker: Sweep',
		{kind: 'action/add', text: 'Sweep', owner: 'The caretaker'},
	],
	['adopted the database as it is', {kind: 'database/adopt'}],
])('%s', (sentence, change) => {
	expect(told(makeDatabase(), change)).toEqual([sentence]);
});

test('a cleared note is told as nothing', () => {
	const note: Change = {kind: 'agenda/note', meeting: 'M-2', item: 'I-3', to: 'Costs rise.'};
	expect(told(after(makeDatabase(), note), {...note, from: 'Costs rise.', to: ''})).toEqual([
		'noted on item 2 Modernisation: (nothing)',
	]);
});

test('somebody taken off the roll is named', () => {
	const set = {kind: 'attendance/set', meeting: 'M-2', person: 'smith'} as const;
	const present = after(makeDatabase(), {...set, to: 'present'});
	expect(told(present, {...set, from: 'present'})).toEqual(['took Joan Smith off the roll of M-2']);
});

test('several additions in one act are each told with their own number', () => {
	const before = rollTaken(after(makeDatabase(), {kind: 'meeting/open', id: 'M-2'}));
	const decision = {
		kind: 'decision/record',
		meeting: 'M-2',
		resolution: 'That it be so.',
		outcome: 'approved',
	} as const;
	const correction: Change = {
		kind: 'decision/correct',
		id: 'D-1',
		reason: 'Slip',
		fields: {reasons: {from: 'It fits the corporate plan.'}},
	};
	expect(
		told(
			before,
			correction,
			{...decision, title: 'One'},
			{...decision, title: 'Two'},
			{kind: 'action/add', text: 'Write'},
			{kind: 'action/add', text: 'Call'},
		).slice(1),
	).toEqual([
		'recorded decision D-2 “One”: Approved',
		'recorded decision D-3 “Two”: Approved',
		'placed action A-2: Write',
		'placed action A-3: Call',
	]);
});
