import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import type {AgendaItem, Database} from '../../../source/domain/schema/index.ts';
import {makeCouncil, meetingOf, played, sitting} from '../../helpers/council.ts';
import {after, makeDatabase, objection, refusal} from '../../helpers/database.ts';
import type {Mend} from '../../../source/domain/rejection.ts';

const item = (database: Database, id = 'I-9'): AgendaItem | undefined =>
	meetingOf(database).agenda.find((each) => each.id === id);
const publish = (id: string): Change => ({kind: 'meeting/publish', id, on: '2026-11-16'});
const open = (id: string): Change => ({kind: 'meeting/open', id});

// LGA 1972 s.100B(4)(b); for executives SI 2012/2089 reg 6(2).
describe('an item that was not on the published agenda', () => {
	const council = makeCouncil();
	const plain = makeCouncil({rules: {profile: 'plain'}});
	const scrutiny = makeCouncil();
	scrutiny.boards[2]!.kind = 'scrutiny';
	const board = (kind: 'officer' | 'individual' | 'plain') => {
		const made = makeCouncil();
		made.boards[2]!.kind = kind;
		return made;
	};
	const add = (meeting: string, urgency?: string): Change => ({
		kind: 'agenda/add',
		meeting,
		itemKind: 'urgent',
		title: 'Flood',
		urgency,
	});
	test.each<[string, Database, string, boolean]>([
		['a committee’s, before it is published', council, 'M-3', false],
		['a committee’s, once it is published', after(council, publish('M-3')), 'M-3', true],
		['a committee’s, once the meeting is open', after(council, open('M-3')), 'M-3', true],
		['a cabinet’s, once it is published', after(council, publish('M-4')), 'M-4', true],
		['scrutiny’s, once it is published', after(scrutiny, publish('M-3')), 'M-3', true],
		['officers’, once it is published', after(council, publish('M-2')), 'M-2', false],
		['officers’, once the meeting is open', after(board('officer'), open('M-3')), 'M-3', false],
		['one’s who decides alone', after(board('individual'), publish('M-3')), 'M-3', false],
		['a board’s that is not a council’s', after(board('plain'), publish('M-3')), 'M-3', false],
		['a committee’s, outside England', after(plain, publish('M-3')), 'M-3', false],
	])('%s', (_what, before, meeting, gated) => {
		const urgent = after(before, add(meeting, 'The river rises tonight.'));
		expect(meetingOf(urgent, meeting).agenda.at(-1)).toMatchObject({
			title: 'Flood',
			urgency: 'The river rises tonight.',
		});
		expect(objection(before, add(meeting))).toBe(
			gated
				? meeting === 'M-4'
					? 'the agenda is out: say why the item cannot wait for five clear days’ notice (SI 2012/2089 reg 6(2))'
					: 'the agenda is out: say which special circumstances make the item urgent (LGA 1972 s.100B(4)(b))'
				: undefined,
		);
	});

	test('needs more than a blank for a reason', () => {
		const published = after(council, publish('M-3'));
		expect(refusal(published, add('M-3', ' ')).message).toBe('agenda/add: urgency is empty');
	});
});

// What the public was told stands (LGA 1972 s.100B(4)).
describe('the title of an item', () => {
	const edit: Change = {
		kind: 'agenda/edit',
		meeting: 'M-3',
		item: 'I-9',
		fields: {title: {from: item(makeCouncil())?.title, to: 'Sale of the depot'}},
	};
	test('may be bettered until the agenda is out; its time after that, too', () => {
		expect(item(after(makeCouncil(), edit))?.title).toBe('Sale of the depot');
		const published = after(makeCouncil(), publish('M-3'));
		expect(objection(published, edit)).toBe(
			'the agenda is out, so its titles stand: note on the item, or add one with its urgency (LGA 1972 s.100B(4))',
		);
		const minutes = item(published)?.minutes;
		const longer: Change = {...edit, fields: {minutes: {from: minutes, to: 45}}};
		expect(item(after(published, longer))?.minutes).toBe(45);
	});

	test('may be bettered at any time where no public has notice of it', () => {
		const plain = makeCouncil({rules: {profile: 'plain'}});
		expect(item(after(plain, publish('M-3'), edit))?.title).toBe('Sale of the depot');
	});
});

describe('who was put in the chair for an item', () => {
	const room = sitting(['lane', 'pole', 'khan']);
	const preside = (to?: string, from?: string): Change => ({
		kind: 'agenda/preside',
		meeting: 'M-3',
		item: 'I-9',
		from,
		to,
	});

	test('is noted on the item, and taken back', () => {
		const put = after(room, preside('khan'));
		expect(item(put)).toMatchObject({presiding: 'khan'});
		expect(item(after(put, preside(undefined, 'khan')))).not.toHaveProperty('presiding');
	});

	test('may be noted late, of somebody who has left since', () => {
		const left = played(
			room,
			['10:05', {kind: 'meeting/move', id: 'M-3', from: 'I-6', to: 'I-9'}],
			['10:10', {kind: 'meeting/move', id: 'M-3', from: 'I-9', to: 'I-10'}],
			['10:15', {kind: 'attendance/leave', meeting: 'M-3', person: 'khan'}],
		);
		expect(item(after(left, preside('khan')))).toMatchObject({presiding: 'khan'});
	});

	test.each<[string, Database, Change, string, string, Mend?]>([
		[
			'somebody who is not there',
			room,
			preside('byrne'),
			'invalid',
			'Cllr Byrne is not there to preside',
			'roll.take',
		],
		[
			'somebody who has left',
			after(room, {kind: 'attendance/leave', meeting: 'M-3', person: 'khan'}),
			preside('khan'),
			'invalid',
			'Cllr Khan is not there to preside',
			'roll.take',
		],
		[
			'an unknown person',
			room,
			preside('kahn'),
			'unknown',
			'there is no person kahn; did you mean khan?',
		],
		[
			'anybody in the place of another than is there',
			after(room, preside('khan')),
			preside('pole'),
			'conflict',
			'4 Mill Lane: presiding – you set this to Cllr Khan 0 s ago; it was nothing',
		],
	])('is not %s', (_what, before, change, code, message, mend) => {
		expect(refusal(before, change)).toEqual({code, message, ...(mend && {mend})});
	});
});

describe('items taken together', () => {
	const together = (to: boolean): Change => ({
		kind: 'agenda/en-bloc',
		meeting: 'M-3',
		item: 'I-9',
		to,
	});

	test('are marked, and unmarked without a trace', () => {
		const marked = after(makeCouncil(), together(true));
		expect(item(marked)).toMatchObject({enBloc: true});
		expect(meetingOf(after(marked, together(false)))).toEqual(meetingOf(makeCouncil()));
	});

	test.each<[string, Database, Change, string]>([
		['what is so already', makeCouncil(), together(false), 'nothing would change'],
		[
			'after the meeting',
			after(makeCouncil(), open('M-3'), {kind: 'meeting/close', id: 'M-3'}),
			together(true),
			'meeting M-3 is closed; its agenda stands',
		],
	])('are not, %s', (_what, before, change, message) => {
		expect(refusal(before, change).message).toBe(message);
	});
});

describe('an item kept from the public', () => {
	const exempt = (to: object | undefined, from?: object): Change =>
		({kind: 'agenda/exempt', meeting: 'M-3', item: 'I-9', from, to}) as Change;

	test('says why, and what the public is told instead', () => {
		const to = {paragraphs: [3, 5], title: 'A site', summary: 'Bids are compared.'};
		const made = after(makeCouncil(), exempt(to));
		expect(item(made)?.exempt).toEqual(to);
		expect(item(after(made, exempt(undefined, to)))).not.toHaveProperty('exempt');
	});

	test('may be made so after the meeting, as long as its minutes are not approved', () => {
		const closed = after(makeCouncil(), open('M-3'), {kind: 'meeting/close', id: 'M-3'});
		expect(item(after(closed, exempt({paragraphs: [1]})))?.exempt).toEqual({paragraphs: [1]});
	});

	test.each<[string, object, string]>([
		[
			'without a paragraph',
			{paragraphs: []},
			'an exempt item needs a paragraph of Schedule 12A, 1 to 7, unless it is confidential',
		],
		[
			'with a paragraph that does not exist',
			{paragraphs: [8]},
			'an exempt item needs a paragraph of Schedule 12A, 1 to 7, unless it is confidential',
		],
		[
			'with a title of 5 MB',
			{paragraphs: [3], title: 'x'.repeat(5 * 1024 * 1024)},
			'agenda/exempt: to.title has 5,242,880 characters; the most is 100,000',
		],
	])('%s is refused', (_what, to, message) => {
		expect(refusal(makeCouncil(), exempt(to))).toEqual({code: 'invalid', message});
	});

	test('that a file holds without a paragraph can be given one', () => {
		const database = makeDatabase();
		database.meetings[1]!.agenda[2]!.exempt = {paragraphs: []};
		const change = {kind: 'agenda/exempt', meeting: 'M-2', item: 'I-4'} as const;
		const mended = after(database, {...change, from: {paragraphs: []}, to: {paragraphs: [3]}});
		expect(mended.meetings[1]!.agenda[2]!.exempt).toEqual({paragraphs: [3]});
	});
});
