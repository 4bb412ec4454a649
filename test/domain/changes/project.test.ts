import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {find} from '../../../source/domain/log/patch.ts';
import {accepted, after, contextAt, makeDatabase, refusal} from '../../helpers/database.ts';

const database = makeDatabase();
const deliver: Change = {
	kind: 'project/status',
	id: 'P1-02',
	from: 'in-progress',
	to: 'delivered',
	confidence: {from: 'amber', to: 'green'},
	note: 'All handed out.',
};
const edit = (id: string, fields: object): Change => ({kind: 'project/edit', id, fields});

describe('a change of status', () => {
	test('sets status and confidence, and adds an update that carries both', () => {
		const {database: changed, entry} = accepted(database, deliver);
		const update = {
			id: 'U-3',
			at: '2026-11-22T10:00:00.000Z',
			by: 'Sam Clerk (login clerk)',
			status: 'delivered',
			confidence: 'green',
			note: 'All handed out.',
		};
		expect(find(changed, 'projects/P1-02')).toEqual({
			...find(database, 'projects/P1-02'),
			status: 'delivered',
			confidence: 'green',
			updates: [...database.projects[1]!.updates, update],
		});
		expect(entry.effects).toEqual([
			{record: 'projects/P1-02', field: 'status', from: 'in-progress', to: 'delivered'},
			{record: 'projects/P1-02', field: 'confidence', from: 'amber', to: 'green'},
			{record: 'projects/P1-02/updates/U-3', to: update},
		]);
	});

	test('leaves the confidence alone when it says nothing of it', () => {
		const changed = after(database, {
			kind: 'project/status',
			id: 'P1-02',
			from: 'in-progress',
			to: 'on-hold',
		});
		expect(find(changed, 'projects/P1-02')).toMatchObject({status: 'on-hold', confidence: 'amber'});
		expect(changed.projects[1]?.updates.at(-1)).not.toHaveProperty('note');
	});

	test('may be of the confidence alone, also to none', () => {
		const changed = after(database, {
			kind: 'project/status',
			id: 'P1-02',
			from: 'in-progress',
			to: 'in-progress',
			confidence: {from: 'amber'},
		});
		expect(find(changed, 'projects/P1-02')).not.toHaveProperty('confidence');
	});

	test('with the same status and a note keeps the status and adds the note', () => {
		const changed = after(database, {...deliver, to: 'in-progress', confidence: undefined});
		expect(changed.projects[1]).toMatchObject({
			status: 'in-progress',
			updates: [{id: 'U-2'}, {id: 'U-3', status: 'in-progress', note: 'All handed out.'}],
		});
	});

	test('in a meeting notes the meeting on the update', () => {
		const changed = after(database, {kind: 'meeting/open', id: 'M-2'}, deliver);
		expect(changed.projects[1]?.updates.at(-1)).toMatchObject({meeting: 'M-2'});
	});

	test('by somebody without a name is signed by the user', () => {
		const changed = accepted(database, deliver, contextAt('10:00', 'guest')).database;
		expect(changed.projects[1]?.updates.at(-1)).toMatchObject({by: 'guest'});
	});
});

test('a comment adds an update with the status as it is', () => {
	const {database: changed, entry} = accepted(database, {
		kind: 'project/update',
		id: 'P1-03',
		note: 'Waiting for the lease.',
	});
	const update = {
		id: 'U-3',
		at: '2026-11-22T10:00:00.000Z',
		by: 'Sam Clerk (login clerk)',
		status: 'on-hold',
		note: 'Waiting for the lease.',
	};
	expect(changed.projects[2]?.updates).toEqual([update]);
	expect(entry.effects).toEqual([{record: 'projects/P1-03/updates/U-3', to: update}]);
});

describe('an edit', () => {
	test('sets, clears and adds fields', () => {
		const {database: changed, entry} = accepted(
			database,
			edit('P1-02', {
				title: {from: 'Laptop Refresh', to: 'Laptops'},
				due: {from: '2027-03-31'},
				supplier: {to: 'Fen Computers'},
				dependsOn: {to: ['P1-03']},
			}),
		);
		expect(changed.projects[1]).toMatchObject({
			title: 'Laptops',
			supplier: 'Fen Computers',
			dependsOn: ['P1-03'],
		});
		expect(changed.projects[1]).not.toHaveProperty('due');
		expect(entry.effects).toEqual([
			{record: 'projects/P1-02', field: 'title', from: 'Laptop Refresh', to: 'Laptops'},
			{record: 'projects/P1-02', field: 'supplier', to: 'Fen Computers'},
			{record: 'projects/P1-02', field: 'due', from: '2027-03-31'},
			{record: 'projects/P1-02', field: 'dependsOn', to: ['P1-03']},
		]);
	});

	test('puts a new field at its place in the schema and moves no other', () => {
		const changed = after(database, edit('P1-03', {owner: {to: 'jones'}, summary: {to: 'Cold.'}}));
		expect(Object.keys(changed.projects[2] ?? {})).toEqual([
			'id',
			'title',
			'summary',
			'priority',
			'status',
			'owner',
			'updates',
		]);
	});

	test('takes an empty text for none, on both sides', () => {
		const cleared = after(
			database,
			edit('P1-02', {summary: {from: 'New laptops for all staff.', to: ''}}),
		);
		expect(cleared.projects[1]).not.toHaveProperty('summary');
		const again = after(cleared, edit('P1-02', {summary: {from: '', to: 'Laptops.'}}));
		expect(again.projects[1]?.summary).toBe('Laptops.');
	});

	test('of one field does not stand in the way of an edit of another', () => {
		const first = after(database, edit('P1-02', {title: {from: 'Laptop Refresh', to: 'Laptops'}}));
		expect(
			after(first, edit('P1-02', {owner: {from: 'smith', to: 'jones'}})).projects[1],
		).toMatchObject({title: 'Laptops', owner: 'jones'});
	});
});

describe('refused is', () => {
	const status = (change: object) => ({...deliver, confidence: undefined, ...change}) as Change;
	test.each<[string, Change, string, string]>([
		[
			'an unknown project, with the nearest one',
			status({id: 'p1-2'}),
			'unknown',
			'there is no project p1-2; did you mean P1-02?',
		],
		[
			'an unknown project that is near to none',
			status({id: 'website'}),
			'unknown',
			'there is no project website',
		],
		[
			'a status that does not exist, with the nearest one',
			status({to: 'delivred'}),
			'invalid',
			'project/status: to: there is no “delivred”; did you mean delivered?',
		],
		[
			'a status that is near to none, with all that there are',
			status({to: 'finished'}),
			'invalid',
			'project/status: to: there is no “finished”; expected proposed, in-progress, on-hold, blocked, delivered, cancelled',
		],
		[
			'a status that is not the present one',
			status({from: 'on-hold'}),
			'conflict',
			'P1-02 Laptop Refresh: status is In progress, not On hold',
		],
		[
			'a confidence that is not the present one',
			status({confidence: {to: 'green'}}),
			'conflict',
			'P1-02 Laptop Refresh: confidence is Amber, not nothing',
		],
		[
			'what is so already',
			status({to: 'in-progress', note: ' '}),
			'invalid',
			'P1-02 Laptop Refresh is already In progress',
		],
		[
			'an empty comment',
			{kind: 'project/update', id: 'P1-02', note: ' \n '},
			'invalid',
			'project/update: note is empty',
		],
		[
			'a comment on an unknown project',
			{kind: 'project/update', id: 'P2-04', note: 'x'},
			'unknown',
			'there is no project P2-04; did you mean P2-01?',
		],
		[
			'a title taken away',
			edit('P1-02', {title: {from: 'Laptop Refresh', to: ' '}}),
			'invalid',
			'project/edit: fields.title.to is empty',
		],
		[
			'a field that cannot be edited',
			edit('P1-02', {status: {to: 'delivered'}}),
			'invalid',
			'project/edit: fields: Unrecognized key: "status"',
		],
		[
			'an unknown priority, with the nearest one',
			edit('P1-02', {priority: {from: 'P1', to: 'P3'}}),
			'unknown',
			'there is no priority P3 (priority); did you mean P1?',
		],
		[
			'a dependency on an unknown project',
			edit('P1-02', {dependsOn: {to: ['P1-01', 'P9-99']}}),
			'unknown',
			'there is no project P9-99 (dependsOn.1)',
		],
		[
			'an unknown domain',
			edit('P1-02', {domains: {from: ['workplace'], to: ['workplaces']}}),
			'unknown',
			'there is no domain workplaces (domains.0); did you mean workplace?',
		],
		[
			'a day that does not exist',
			edit('P1-02', {due: {from: '2027-03-31', to: '2027-02-29'}}),
			'invalid',
			'project/edit: fields.due.to: expected a day such as 2026-10-12',
		],
		[
			'an edit that alters nothing',
			edit('P1-02', {owner: {from: 'smith', to: 'smith'}}),
			'invalid',
			'nothing would change',
		],
		['an edit without fields', edit('P1-02', {}), 'invalid', 'nothing would change'],
	])('%s', (_what, change, code, message) => {
		expect(refusal(database, change)).toEqual({code, message});
	});
});

describe('a conflict says who changed it, when, and what it was', () => {
	const held = accepted(
		database,
		{kind: 'project/status', id: 'P1-02', from: 'in-progress', to: 'on-hold'},
		contextAt('09:59', 'reed'),
	).database;

	test('to others', () => {
		expect(refusal(held, deliver, contextAt('10:00'))).toEqual({
			code: 'conflict',
			message:
				'P1-02 Laptop Refresh: status – Ann Reed (login reed) set this to On hold 60 s ago; it was In progress',
		});
	});

	test('to the one who did it', () => {
		expect(refusal(held, deliver, contextAt('12:00', 'reed')).message).toBe(
			'P1-02 Laptop Refresh: status – you set this to On hold 2 h ago; it was In progress',
		);
	});

	test('naming the last of several, and nobody who changed another field', () => {
		const later = [
			accepted(
				held,
				{kind: 'project/status', id: 'P1-02', from: 'on-hold', to: 'cancelled'},
				contextAt('10:05', 'davies'),
			).database,
		].map(
			(each) =>
				accepted(
					each,
					edit('P1-02', {owner: {from: 'smith', to: 'jones'}}),
					contextAt('10:10', 'reed'),
				).database,
		);
		expect(refusal(later[0]!, deliver, contextAt('10:15')).message).toBe(
			'P1-02 Laptop Refresh: status – Gwen Davies (login davies) set this to Cancelled 10 min ago; it was In progress',
		);
	});

	test('also when the title of the project looks like the sentence', () => {
		const odd = makeDatabase();
		odd.projects[1]!.title = 'status: unclear';
		const changed = accepted(odd, {...deliver}, contextAt('10:00', 'reed')).database;
		expect(refusal(changed, deliver, contextAt('10:01')).message).toBe(
			'P1-02 status: unclear: status – Ann Reed (login reed) set this to Delivered 60 s ago; it was In progress',
		);
	});
});
