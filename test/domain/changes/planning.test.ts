import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database, Meeting} from '../../../source/domain/schema/index.ts';
import {makeCouncil} from '../../helpers/council.ts';
import {accepted, after, contextAt, makeDatabase, refusal} from '../../helpers/database.ts';

const database = makeDatabase();
const step = (name: 'open' | 'close'): Change => ({kind: `meeting/${name}`, id: 'M-2'});
const meeting = (changed: Database): Meeting => changed.meetings[1]!;

describe('a new meeting', () => {
	const add = (more: object = {}): Change => ({
		kind: 'meeting/add',
		board: 'B-3',
		title: 'December',
		agenda: [],
		...more,
	});

	test('is planned, has the next number, and so has each of its items', () => {
		const {database: changed, entry} = accepted(
			makeCouncil(),
			add({
				startsAt: '2026-12-20T14:00',
				venue: 'Room 1',
				agenda: [
					{itemKind: 'apologies', title: 'Apologies', minutes: 5},
					{itemKind: 'report', title: 'Depot', about: {report: 'R-3'}, exempt: {paragraphs: [3]}},
				],
			}),
		);
		const made = {
			id: 'M-5',
			board: 'B-3',
			title: 'December',
			startsAt: '2026-12-20T14:00',
			venue: 'Room 1',
			status: 'planned',
			agenda: [
				{id: 'I-15', kind: 'apologies', title: 'Apologies', minutes: 5},
				{
					id: 'I-16',
					kind: 'report',
					title: 'Depot',
					about: {report: 'R-3'},
					exempt: {paragraphs: [3]},
				},
			],
			attendance: [],
		};
		expect(changed.meetings.at(-1)).toEqual(made);
		expect(changed.counters).toMatchObject({M: 5, I: 16});
		expect(Object.keys(entry.records)).toEqual(['meetings/M-5']);
		expect(check(changed)).toEqual([]);
	});

	test('needs neither a time nor a place nor an agenda yet', () => {
		expect(after(makeCouncil(), add({venue: ''})).meetings.at(-1)).toEqual({
			id: 'M-5',
			board: 'B-3',
			title: 'December',
			status: 'planned',
			agenda: [],
			attendance: [],
		});
	});

	test('may be taken back as long as nothing rests on it', () => {
		const added = after(makeCouncil(), add());
		expect(after(added, {kind: 'undo', revision: 2}).meetings).toEqual(makeCouncil().meetings);
		const used = after(added, {kind: 'action/add', text: 'Write', meeting: 'M-5'});
		expect(refusal(used, {kind: 'undo', revision: 2}).message).toBe(
			'A-2 still refers to meeting M-5',
		);
	});

	test.each<[string, Change, string, string]>([
		[
			'of an unknown board',
			add({board: 'B3'}),
			'unknown',
			'there is no board B3; did you mean B-3?',
		],
		['without a title', add({title: ' '}), 'invalid', 'meeting/add: title is empty'],
		[
			'at an impossible time',
			add({startsAt: '2026-02-30T14:00'}),
			'invalid',
			'meeting/add: startsAt: expected a time such as 2026-11-22T09:30',
		],
		[
			'with an item about a report that does not exist',
			add({agenda: [{itemKind: 'report', title: 'Depot', about: {report: 'R3'}}]}),
			'unknown',
			'there is no report R3 (agenda.0.about.report); did you mean R-3?',
		],
		[
			'with an exempt item without a paragraph',
			add({agenda: [{itemKind: 'report', title: 'Depot', exempt: {paragraphs: []}}]}),
			'invalid',
			'an exempt item needs a paragraph of Schedule 12A, 1 to 7, unless it is confidential',
		],
	])('%s is refused', (_what, change, code, message) => {
		expect(refusal(makeCouncil(), change)).toEqual({code, message});
	});
});

describe('a meeting’s title, time and place', () => {
	const edit = (fields: object): Change => ({kind: 'meeting/edit', id: 'M-2', fields});

	test('are changed', () => {
		const changed = after(
			database,
			edit({
				title: {from: 'November meeting', to: 'Extra meeting'},
				startsAt: {from: '2026-11-22T09:30', to: '2026-11-23T09:30'},
				venue: {from: 'Room 2'},
			}),
		);
		expect(meeting(changed)).toMatchObject({title: 'Extra meeting', startsAt: '2026-11-23T09:30'});
		expect(meeting(changed)).not.toHaveProperty('venue');
	});

	test.each<[string, Database, Change, string, string]>([
		[
			'after somebody else changed them',
			database,
			edit({venue: {from: 'Room 3', to: 'Room 4'}}),
			'conflict',
			'M-2 November meeting: venue is “Room 2”, not “Room 3”',
		],
		[
			'after the meeting',
			after(database, step('open'), step('close')),
			edit({venue: {from: 'Room 2'}}),
			'state',
			'M-2 November meeting is closed',
		],
		[
			'to no title',
			database,
			edit({title: {from: 'November meeting', to: ''}}),
			'invalid',
			'meeting/edit: fields.title.to is empty',
		],
	])('%s is refused', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});

describe('publishing the agenda', () => {
	const publish = (on: string, id = 'M-2'): Change => ({kind: 'meeting/publish', id, on});

	test.each(['2026-11-22', '2026-11-16'])('on a day that has come: %s', (on) => {
		expect(meeting(after(database, publish(on))).publishedOn).toBe(on);
	});

	test('is dated in the organisation’s time zone', () => {
		const context = {...contextAt(), now: '2026-06-30T23:30:00.000Z'};
		expect(meeting(accepted(database, publish('2026-07-01'), context).database).publishedOn).toBe(
			'2026-07-01',
		);
	});

	const bare = makeDatabase();
	bare.meetings[1]!.agenda = [];
	test.each<[string, Database, Change, string, string]>([
		[
			'on a day to come',
			database,
			publish('2026-11-23'),
			'invalid',
			'23 November 2026 is still to come: publish on the day itself',
		],
		[
			'twice',
			after(database, publish('2026-11-16')),
			publish('2026-11-17'),
			'state',
			'the agenda of M-2 November meeting was published on 16 November 2026',
		],
		[
			'once the meeting is open',
			after(database, step('open')),
			publish('2026-11-22'),
			'state',
			'M-2 November meeting is open already',
		],
		[
			'while it is empty',
			bare,
			publish('2026-11-22'),
			'state',
			'the agenda of M-2 November meeting is empty',
		],
		[
			'of an unknown meeting',
			database,
			publish('2026-11-22', 'M2'),
			'unknown',
			'there is no meeting M2; did you mean M-2?',
		],
	])('%s is refused', (_what, before, change, code, message) => {
		expect(refusal(before, change)).toEqual({code, message});
	});
});
