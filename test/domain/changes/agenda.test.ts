import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {
	accepted,
	after,
	contextAt,
	makeDatabase,
	present,
	refusal,
} from '../../helpers/database.ts';

const database = makeDatabase();
const open: Change = {kind: 'meeting/open', id: 'M-2'};
const add: Change = {kind: 'agenda/add', meeting: 'M-2', itemKind: 'urgent', title: 'Flood'};
const order = (from: string[], to: string[]): Change => ({
	kind: 'agenda/order',
	meeting: 'M-2',
	from,
	to,
});
const note = (to: string | undefined, from?: string): Change => ({
	kind: 'agenda/note',
	meeting: 'M-2',
	item: 'I-3',
	from,
	to,
});
const remove = (item: string): Change => ({kind: 'agenda/remove', meeting: 'M-2', item});
const agendaOf = (changed: Database) => changed.meetings[1]?.agenda.map(({id}) => id);

describe('a new item', () => {
	test('comes last', () => {
		const {database: changed, entry} = accepted(database, {
			...add,
			minutes: 10,
			about: {project: 'P1-03'},
		});
		const item = {
			id: 'I-6',
			kind: 'urgent',
			title: 'Flood',
			minutes: 10,
			about: {project: 'P1-03'},
		};
		expect(changed.meetings[1]?.agenda.at(-1)).toEqual(item);
		expect(entry.effects).toEqual([{record: 'meetings/M-2/agenda/I-6', to: item}]);
	});

	test.each([
		[0, ['I-6', 'I-2', 'I-3', 'I-4', 'I-5']],
		[2, ['I-2', 'I-3', 'I-6', 'I-4', 'I-5']],
		[4, ['I-2', 'I-3', 'I-4', 'I-5', 'I-6']],
		[99, ['I-2', 'I-3', 'I-4', 'I-5', 'I-6']],
	])('or at index %i', (at, agenda) => {
		expect(agendaOf(after(database, {...add, at}))).toEqual(agenda);
	});

	test('may be added while the meeting is on', () => {
		expect(agendaOf(after(database, open, add))).toContain('I-6');
	});
});

test('an item is edited', () => {
	const {database: changed, entry} = accepted(database, {
		kind: 'agenda/edit',
		meeting: 'M-2',
		item: 'I-3',
		fields: {title: {from: 'Modernisation', to: 'Priority 1'}, minutes: {from: 20}},
	});
	expect(changed.meetings[1]?.agenda[1]).toEqual({
		id: 'I-3',
		kind: 'priority',
		title: 'Priority 1',
		about: {priority: 'P1'},
	});
	expect(entry.effects).toEqual([
		{record: 'meetings/M-2/agenda/I-3', field: 'title', from: 'Modernisation', to: 'Priority 1'},
		{record: 'meetings/M-2/agenda/I-3', field: 'minutes', from: 20},
	]);
});

test('an item is taken off, and its place is noted', () => {
	const {database: changed, entry} = accepted(database, remove('I-3'));
	expect(agendaOf(changed)).toEqual(['I-2', 'I-4', 'I-5']);
	expect(entry.effects).toEqual([
		{record: 'meetings/M-2/agenda/I-3', at: 1, from: database.meetings[1]?.agenda[1]},
	]);
});

test('the order is changed as a whole, and the items are what they were', () => {
	const before = ['I-2', 'I-3', 'I-4', 'I-5'];
	const wanted = ['I-4', 'I-2', 'I-5', 'I-3'];
	const {database: changed, entry} = accepted(database, order(before, wanted));
	expect(agendaOf(changed)).toEqual(wanted);
	expect(changed.meetings[1]?.agenda.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
		database.meetings[1]?.agenda,
	);
	expect(entry.effects).toEqual([
		{record: 'meetings/M-2', field: 'agenda', from: before, to: wanted},
	]);
});

describe('a note on an item', () => {
	test('is set, replaced and cleared', () => {
		const noted = after(database, note('Costs rise.'));
		expect(noted.meetings[1]?.agenda[1]).toMatchObject({notes: 'Costs rise.'});
		const replaced = after(noted, note('Costs fall.', 'Costs rise.'));
		expect(replaced.meetings[1]?.agenda[1]).toMatchObject({notes: 'Costs fall.'});
		expect(after(replaced, note('', 'Costs fall.')).meetings[1]?.agenda[1]).toEqual(
			database.meetings[1]?.agenda[1],
		);
	});

	test('may still be written after the meeting', () => {
		const closed = after(database, open, {kind: 'meeting/close', id: 'M-2'});
		expect(after(closed, note('Costs rise.')).meetings[1]?.agenda[1]).toMatchObject({
			notes: 'Costs rise.',
		});
	});

	test('does not overwrite what somebody else wrote, and names them', () => {
		const noted = accepted(database, note('Costs rise.'), contextAt('10:00', 'reed')).database;
		// A later act on the meeting, but not on the note, takes no blame.
		const opened = accepted(noted, open, contextAt('10:01', 'davies')).database;
		expect(refusal(opened, note('Costs fall.'), contextAt('10:02'))).toEqual({
			code: 'conflict',
			message:
				'2 Modernisation: notes – Ann Reed (login reed) set this to “Costs rise.” 2 min ago; it was nothing',
		});
	});
});

describe('refused is', () => {
	const closed = after(database, open, {kind: 'meeting/close', id: 'M-2'});
	const used = after(
		database,
		open,
		...present(),
		{kind: 'action/add', text: 'Do', meeting: 'M-2', item: 'I-4'},
		{
			kind: 'decision/record',
			meeting: 'M-2',
			item: 'I-3',
			title: 'T',
			resolution: 'R',
			outcome: 'noted',
		},
	);
	test.each<[string, Database, Change, string, string]>([
		[
			'an unknown meeting',
			database,
			{...add, meeting: 'M2'},
			'unknown',
			'there is no meeting M2; did you mean M-2?',
		],
		[
			'an unknown item',
			database,
			{...note('x'), item: 'I-1'} as Change,
			'unknown',
			'meeting M-2 has no item I-1',
		],
		[
			'an item about an unknown report',
			database,
			{...add, about: {report: 'R1'}},
			'unknown',
			'there is no report R1; did you mean R-1?',
		],
		[
			'an item about an unknown priority',
			database,
			{...add, about: {priority: 'P7'}},
			'unknown',
			'there is no priority P7 (agenda.4.about.priority); did you mean P1?',
		],
		[
			'an item without a title',
			database,
			{...add, title: ''},
			'invalid',
			'agenda/add: title is empty',
		],
		[
			'an item of a kind that does not exist',
			database,
			{...add, itemKind: 'apology'} as unknown as Change,
			'invalid',
			'agenda/add: itemKind: there is no “apology”; did you mean apologies?',
		],
		[
			'a new item once the meeting is closed',
			closed,
			add,
			'state',
			'meeting M-2 is closed; its agenda stands',
		],
		[
			'taking an item off a closed meeting',
			closed,
			remove('I-5'),
			'state',
			'meeting M-2 is closed; its agenda stands',
		],
		[
			'taking off the current item',
			used,
			remove('I-2'),
			'state',
			'the current item cannot be removed; move on first',
		],
		[
			'taking off an item with a decision',
			used,
			remove('I-3'),
			'state',
			'item I-3 stands: a decision or an action was recorded on it',
		],
		[
			'taking off an item with an action',
			used,
			remove('I-4'),
			'state',
			'item I-4 stands: a decision or an action was recorded on it',
		],
		[
			'an order that loses an item',
			database,
			order(['I-2', 'I-3', 'I-4', 'I-5'], ['I-2', 'I-3', 'I-4']),
			'invalid',
			'a new order of the agenda must hold the same items, each once',
		],
		[
			'an order with an item twice',
			database,
			order(['I-2', 'I-3', 'I-4', 'I-5'], ['I-2', 'I-3', 'I-4', 'I-4']),
			'invalid',
			'a new order of the agenda must hold the same items, each once',
		],
		[
			'the order as it is',
			database,
			order(['I-2', 'I-3', 'I-4', 'I-5'], ['I-2', 'I-3', 'I-4', 'I-5']),
			'invalid',
			'nothing would change',
		],
		['a note as it is', database, note(undefined), 'invalid', 'nothing would change'],
	])('%s', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});

	test('a new order of an agenda that somebody has added to, with their name', () => {
		const added = accepted(database, add, contextAt('09:59', 'reed')).database;
		const noted = accepted(added, note('Costs rise.'), contextAt('09:59', 'davies')).database;
		expect(
			refusal(noted, order(['I-2', 'I-3', 'I-4', 'I-5'], ['I-5', 'I-4', 'I-3', 'I-2'])).message,
		).toBe(
			'M-2 November meeting: agenda – Ann Reed (login reed) set this to “1 Apologies, 2 Modernisation, 3 Progress of the strategy, 4 Any other business, 5 Flood” 60 s ago; it was “1 Apologies, 2 Modernisation, 3 Progress of the strategy, 4…”',
		);
	});
});
