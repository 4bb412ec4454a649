import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {accepted, after, contextAt, makeDatabase, refusal} from '../../helpers/database.ts';

const database = makeDatabase();
const done: Change = {kind: 'action/status', id: 'A-1', from: 'open', to: 'done'};

test('a new action is open and has the next number', () => {
	const {database: changed, entry} = accepted(database, {
		kind: 'action/add',
		text: 'Write to the supplier',
		owner: 'davies',
		due: '2026-12-06',
		meeting: 'M-2',
		item: 'I-3',
		project: 'P1-02',
	});
	const action = {
		id: 'A-2',
		text: 'Write to the supplier',
		owner: 'davies',
		due: '2026-12-06',
		status: 'open',
		meeting: 'M-2',
		item: 'I-3',
		project: 'P1-02',
	};
	expect(changed.actions).toEqual([...database.actions, action]);
	expect(changed.counters['A']).toBe(2);
	expect(entry.effects).toEqual([{record: 'actions/A-2', to: action}]);
});

test('an action needs a text and nothing else; its owner may be anybody', () => {
	const changed = after(
		database,
		{kind: 'action/add', text: 'Tidy up', owner: ''},
		{kind: 'action/add', text: 'Sweep', owner: 'The caretaker'},
	);
	expect(changed.actions.slice(1)).toEqual([
		{id: 'A-2', text: 'Tidy up', status: 'open'},
		{id: 'A-3', text: 'Sweep', owner: 'The caretaker', status: 'open'},
	]);
});

test('an action is edited field by field', () => {
	const {database: changed, entry} = accepted(database, {
		kind: 'action/edit',
		id: 'A-1',
		fields: {due: {from: '2026-12-01', to: '2026-12-15'}, note: {to: 'Printer is broken'}},
	});
	expect(changed.actions[0]).toMatchObject({due: '2026-12-15', note: 'Printer is broken'});
	expect(entry.effects).toEqual([
		{record: 'actions/A-1', field: 'due', from: '2026-12-01', to: '2026-12-15'},
		{record: 'actions/A-1', field: 'note', to: 'Printer is broken'},
	]);
});

test.each(['done', 'cancelled'] as const)('an action that is %s says when and why', (to) => {
	const {database: changed, entry} = accepted(database, {...done, to, note: 'On the website'});
	expect(changed.actions[0]).toMatchObject({
		status: to,
		closedAt: '2026-11-22T10:00:00.000Z',
		note: 'On the website',
	});
	expect(entry.effects?.map(({field}) => field)).toEqual(['status', 'closedAt', 'note']);
});

test('an action that is opened again is not closed at any time', () => {
	const changed = after(database, done, {...done, from: 'done', to: 'open'});
	expect(changed.actions[0]).toMatchObject({status: 'open'});
	expect(changed.actions[0]).not.toHaveProperty('closedAt');
});

describe('refused is', () => {
	const add = (change: object): Change => ({kind: 'action/add', text: 'Do', ...change});
	test.each<[string, Change, string, string]>([
		['an empty text', add({text: ' '}), 'invalid', 'action/add: text is empty'],
		[
			'a due date in words',
			add({due: 'soon'}),
			'invalid',
			'action/add: due: expected a day such as 2026-10-12',
		],
		[
			'an unknown project, with the nearest one',
			add({project: 'P2-1'}),
			'unknown',
			'there is no project P2-1 (project); did you mean P2-01?',
		],
		[
			'an unknown meeting',
			add({meeting: 'board-meeting'}),
			'unknown',
			'there is no meeting board-meeting (meeting)',
		],
		[
			'an item of another meeting',
			add({meeting: 'M-2', item: 'I-1'}),
			'unknown',
			'meeting M-2 has no item I-1',
		],
		[
			'an item of no meeting',
			add({item: 'I-77777'}),
			'unknown',
			'there is no agenda item I-77777 (item)',
		],
		[
			'an unknown action, with the nearest one',
			{...done, id: 'A1'},
			'unknown',
			'there is no action A1; did you mean A-1?',
		],
		[
			'an edit of an unknown action',
			{kind: 'action/edit', id: 'action-12', fields: {}},
			'unknown',
			'there is no action action-12',
		],
		[
			'a status that is not the present one',
			{...done, from: 'cancelled'},
			'conflict',
			'A-1: status is Open, not Cancelled',
		],
		['what is so already', {...done, to: 'open'}, 'invalid', 'action A-1 is open already'],
		[
			'an edit on top of another',
			{kind: 'action/edit', id: 'A-1', fields: {owner: {from: 'jones', to: 'reed'}}},
			'conflict',
			'A-1: owner is Joan Smith, not Peter Jones',
		],
	])('%s', (_what, change, code, message) => {
		expect(refusal(database, change)).toEqual({code, message});
	});

	test('finishing what somebody else has finished, with their name', () => {
		const finished = accepted(database, done, contextAt('09:58', 'davies')).database;
		expect(refusal(finished, done)).toEqual({
			code: 'conflict',
			message: 'A-1: status – Gwen Davies (login davies) set this to Done 2 min ago; it was Open',
		});
	});
});
