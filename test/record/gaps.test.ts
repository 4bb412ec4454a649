// What real meetings showed that minutes must not do, as acts and the sentences that are right.
import {describe, expect, test} from 'vitest';
import {toMarkdown} from '../../source/documents/markdown.ts';
import {minutesDocument} from '../../source/documents/minutes.ts';
import {noticeDocument} from '../../source/documents/notice.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {minutesOn, proposeAgenda} from '../../source/domain/queries/meeting/agenda.ts';
import {minutesOf} from '../../source/domain/queries/minutes/minutes.ts';
import {statementOf} from '../../source/domain/queries/minutes/statement.ts';
import {unrecordedIn, unsaidIn} from '../../source/domain/queries/minutes/unrecorded.ts';
import type {Database, Vote} from '../../source/domain/schema/index.ts';
import {sayVote} from '../../source/ui/forms/vote.ts';
import {cabinetMeeting, makeCouncil, meetingOf, played} from '../helpers/council.ts';
import {accepted, after, contextAt, makeDatabase, present} from '../helpers/database.ts';

const meeting = 'M-2';
const open: Change = {kind: 'meeting/open', id: meeting};
const close: Change = {kind: 'meeting/close', id: meeting};
const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: meeting, from, to});

/** The agenda that is proposed for the next meeting of the board. */
const proposed = (database: Database) => proposeAgenda(database, database.boards[0]!);

const printed = (database: Database, id = meeting): string =>
	toMarkdown(minutesDocument(minutesOf(database, id)));

/** What is printed under an item, up to the next. */
const under = (text: string, title: string): string =>
	text.split(/^## /m).find((part) => part.includes(title)) ?? '';

/** The board's meeting with everybody there. */
const sitting = (): Database => accepted(after(makeDatabase(), open), present()).database;

describe('an exclusion', () => {
	const exempt = (item: string, paragraph: number): Change => ({
		kind: 'agenda/exempt',
		meeting: cabinetMeeting,
		item,
		to: {paragraphs: [paragraph]},
	});
	const resolve = (outcome: 'approved' | 'lost'): Change => ({
		kind: 'decision/record',
		meeting: cabinetMeeting,
		item: 'I-12',
		title: 'Exclusion of the public',
		resolution: 'That the public be excluded.',
		outcome,
		procedural: true,
		vote: {method: 'show-of-hands', for: outcome === 'lost' ? 1 : 2, against: 1},
		excludes: [{item: 'I-13', basis: 'exempt', paragraphs: [3]}],
	});
	const sat = (outcome: 'approved' | 'lost') =>
		played(
			makeCouncil(),
			['09:00', exempt('I-13', 3)],
			['09:01', exempt('I-14', 1)],
			['10:00', {kind: 'meeting/open', id: cabinetMeeting}],
			['10:01', ...present(['leader', 'deputy', 'holder'], cabinetMeeting)],
			['10:02', resolve(outcome)],
			['10:03', {kind: 'meeting/move', id: cabinetMeeting, from: 'I-12', to: 'I-13'}],
			['10:04', {kind: 'meeting/move', id: cabinetMeeting, from: 'I-13', to: 'I-14'}],
		);
	const held = (outcome: 'approved' | 'lost'): string => printed(sat(outcome), cabinetMeeting);

	test('that was lost shuts nobody out, and nothing says that it did', () => {
		const text = held('lost');
		expect(under(text, '2. Broadband contract')).toContain(
			'**Public excluded:** no resolution to exclude them is recorded',
		);
		expect(text).not.toContain('by decision D-2');
	});

	test('is told of an item that was made public since', () => {
		const database = played(sat('approved'), [
			'12:00',
			{
				kind: 'agenda/exempt',
				meeting: cabinetMeeting,
				item: 'I-13',
				from: {paragraphs: [3]},
			},
		]);
		for (const publicOnly of [false, true]) {
			const minutes = minutesOf(database, cabinetMeeting, {publicOnly});
			const text = toMarkdown(minutesDocument(minutes));
			expect(under(text, '2. Broadband contract')).toContain(
				'**Public excluded:** by decision D-2',
			);
		}
	});

	test('holds for the items that it names, and for no other', () => {
		const text = held('approved');
		expect(under(text, '2. Broadband contract')).toContain('**Public excluded:** by decision D-2');
		expect(under(text, '3. Winter')).toContain(
			'**Public excluded:** no resolution to exclude them is recorded',
		);
	});
});

describe('apologies', () => {
	const davies = {meeting, person: 'davies'} as const;

	test('stand where somebody comes after all', () => {
		const text = printed(
			after(
				sitting(),
				{kind: 'attendance/set', ...davies, to: 'apologies'},
				{kind: 'attendance/arrive', ...davies},
			),
		);
		expect(under(text, '1. Apologies')).toContain('Apologies were received from Gwen Davies.');
		expect(under(text, '1. Apologies')).toContain('Gwen Davies arrived at 10:00.');
	});

	test('for lateness are told as that', () => {
		const text = printed(
			after(sitting(), {kind: 'attendance/set', ...davies, to: undefined, late: true}),
		);
		expect(under(text, '1. Apologies')).toContain(
			'Apologies for lateness were received from Gwen Davies.',
		);
	});

	test('are not said to be none where one arrival was noted, and no roll taken', () => {
		const database = after(after(makeDatabase(), open), {kind: 'attendance/arrive', ...davies});
		expect(under(printed(database), '1. Apologies')).not.toContain('There were none');
		const over = after(database, close);
		expect(printed(over)).toContain('> Who attended was not recorded.');
		expect(unrecordedIn(over, meetingOf(over, meeting))).toContain(
			'who attended: the roll was not taken',
		);
	});

	test('are not said to be none while the roll says nothing of a member, who is named', () => {
		const begun = after(makeDatabase(), open);
		const some = accepted(begun, present(['reed', 'smith'])).database;
		expect(under(printed(some), '1. Apologies')).not.toContain('There were none');
		const over = after(some, close);
		const text = printed(over);
		expect(text).toContain('> Whether Peter Jones or Gwen Davies attended was not recorded.');
		// Two of three are no quorum only if nobody else was there.
		expect(text).not.toContain('quorate');
		expect(unrecordedIn(over, meetingOf(over, meeting))).toContain(
			'whether Peter Jones and Gwen Davies attended',
		);
		const whole = accepted(begun, present(['reed', 'smith', 'jones', 'davies'])).database;
		expect(under(printed(whole), '1. Apologies')).toContain('There were none.');
		expect(printed(after(whole, close))).not.toContain('attended was not recorded');
	});
});

describe('what nobody recorded', () => {
	const silent = after(makeDatabase(), open, close);

	test('is printed as that', () => {
		const text = printed(silent);
		expect(text).toContain('> Who attended was not recorded.');
		expect(text).not.toContain('There were none.');
		expect(text).not.toContain('No interests were declared.');
		expect(under(text, '2. Modernisation')).toContain(
			'> Whether this item was taken is not recorded.',
		);
	});

	test('is listed for whoever issues it', () => {
		expect(unrecordedIn(silent, meetingOf(silent, meeting))).toEqual([
			'who attended: the roll was not taken',
			'whether anybody was asked about interests',
			'whether item 2 Modernisation was taken',
			'whether item 3 Progress of the strategy was taken',
			'whether item 4 Any other business was taken',
		]);
	});

	test('of an agenda is listed for whoever publishes it: where, how many, which paper', () => {
		const database = makeDatabase();
		const held = meetingOf(database, meeting);
		held.venue = undefined;
		held.startsAt = undefined;
		held.agenda.push({id: 'I-9', kind: 'report', title: 'A report to come'});
		database.boards = database.boards.map((board) => ({...board, rules: undefined}));
		expect(unsaidIn(database, held)).toEqual([
			'where it is held',
			'when it begins',
			'how many make a quorum of IMT Board',
			'the report behind “A report to come”',
		]);
	});
});

test('a quorum that nobody knows is not told as one', () => {
	const database = makeDatabase();
	database.boards = database.boards.map((board) => ({...board, rules: undefined}));
	const nobody = accepted(after(database, open), [
		{kind: 'attendance/set', meeting, person: 'reed', to: 'absent'},
		{kind: 'attendance/set', meeting, person: 'smith', to: 'in-attendance'},
	]).database;
	expect(printed(nobody)).not.toContain('Inquorate');
});

describe('who is in the chair', () => {
	const chair: Change = {kind: 'meeting/preside', id: meeting, to: 'smith'};

	test('is whoever presided, and the board’s chair is only called so', () => {
		const text = printed(after(sitting(), chair));
		expect(text).toContain('**Present:** Ann Reed (chair); Joan Smith; Peter Jones');
		expect(under(text, '1. Apologies')).toContain('**Presiding:** Joan Smith');
	});

	test('is the board’s chair where nobody else was put there', () => {
		expect(printed(sitting())).toContain('**Present:** Ann Reed (in the chair); Joan Smith');
	});
});

describe('which minutes an item takes', () => {
	/** Two meetings of the board are over, and the minutes of both issued; the third is open. */
	function waiting(about: {meeting: string} | undefined): Database {
		const plan = (startsAt: string): Change => ({
			kind: 'meeting/add',
			board: 'B-1',
			title: `The meeting of ${startsAt.slice(0, 10)}`,
			startsAt,
			agenda: [{itemKind: 'minutes', title: 'Minutes of the meeting of November', about}],
		});
		const hold = (id: string): Change[] => [
			{kind: 'meeting/open', id},
			{kind: 'meeting/close', id},
			{kind: 'minutes/issue', meeting: id},
		];
		return [
			...hold('M-2'),
			plan('2026-12-08T09:00'),
			...hold('M-3'),
			plan('2027-01-12T09:00'),
		].reduce(
			(database, change, index) =>
				accepted(database, change, contextAt(`10:${String(index).padStart(2, '0')}`)).database,
			makeDatabase(),
		);
	}

	test('is said by the item: not the newest that wait', () => {
		const database = waiting({meeting: 'M-2'});
		const held = meetingOf(database, 'M-4');
		expect(minutesOn(database, held.agenda[0]!)).toMatchObject({id: 'M-2'});
	});

	test('is not guessed where the item names none', () => {
		const database = waiting(undefined);
		const held = meetingOf(database, 'M-4');
		expect(minutesOn(database, held.agenda[0]!)).toBeUndefined();
	});

	test('is said by the proposed agenda for every set that waits', () => {
		const items = proposed(waiting(undefined)).filter(({itemKind}) => itemKind === 'minutes');
		expect(items.map(({about}) => about)).toEqual([{meeting: 'M-2'}, {meeting: 'M-3'}]);
	});
});

test('a meeting that sat on two days has each time with its day', () => {
	const at = (day: string, time: string) => contextAt(time, 'clerk', day);
	const acts: [ReturnType<typeof at>, ...Change[]][] = [
		[at('2026-12-08', '18:30'), open],
		[at('2026-12-08', '18:31'), ...present()],
		[at('2026-12-08', '20:00'), {kind: 'meeting/adjourn', id: meeting}],
		[at('2026-12-10', '18:00'), {kind: 'meeting/resume', id: meeting}],
		[at('2026-12-10', '18:04'), {kind: 'attendance/arrive', meeting, person: 'davies'}],
		[at('2026-12-10', '18:30'), close],
	];
	const text = printed(
		acts.reduce(
			(database, [context, ...changes]) => accepted(database, changes, context).database,
			makeDatabase(),
		),
	);
	expect(text).toContain('- **Opened:** 18:30 on 8 December 2026');
	expect(text).toContain('- **Adjourned:** 20:00 on 8 December 2026 to 18:00 on 10 December 2026');
	expect(text).toContain('- **Closed:** 18:30 on 10 December 2026');
	expect(text).toContain('Gwen Davies arrived at 18:04 on 10 December 2026.');
});

test('what was altered on a project while the meeting sat stands under the item, before and after', () => {
	const text = printed(
		after(sitting(), move('I-2', 'I-3'), {
			kind: 'project/edit',
			id: 'P1-03',
			fields: {owner: {to: 'jones'}},
		}),
	);
	expect(under(text, '2. Modernisation')).toMatch(
		/\| P1-03 Server Room: owner \| – \| Peter Jones \|/,
	);
});

test('a deferral lacks no mover where too few were there to move it', () => {
	const database = played(
		makeCouncil(),
		['10:00', {kind: 'meeting/open', id: 'M-3'}],
		['10:01', ...present(['lane', 'pole'], 'M-3')],
		['10:02', {kind: 'meeting/move', id: 'M-3', from: 'I-6', to: 'I-9'}],
		[
			'10:03',
			{
				kind: 'decision/record',
				meeting: 'M-3',
				item: 'I-9',
				title: 'Mill Lane',
				resolution: 'That the matter be deferred.',
				outcome: 'deferred',
			},
		],
	);
	expect(statementOf(database, 'D-2').lacks).toEqual([]);
});

test('why call-in does not apply, and who agreed, is in minutes, notice and its public version', () => {
	const database = played(
		makeCouncil(),
		['10:00', {kind: 'meeting/open', id: cabinetMeeting}],
		['10:01', ...present(['leader', 'deputy', 'holder'], cabinetMeeting)],
		['10:02', {kind: 'meeting/move', id: cabinetMeeting, from: 'I-12', to: 'I-13'}],
		[
			'10:03',
			{
				kind: 'decision/record',
				meeting: cabinetMeeting,
				item: 'I-13',
				title: 'Broadband contract',
				resolution: 'That the contract be let.',
				outcome: 'approved',
				vote: {method: 'no-dissent'},
				callInWaived: {
					by: 'the chair of scrutiny',
					on: '2026-11-21',
					why: 'The present contract ends tomorrow',
				},
			},
		],
	);
	for (const text of [
		printed(database, cabinetMeeting),
		toMarkdown(noticeDocument(statementOf(database, 'D-2'))),
		toMarkdown(noticeDocument(statementOf(database, 'D-2', {publicOnly: true}))),
	]) {
		expect(text).toContain('The present contract ends tomorrow');
		expect(text).toContain('the chair of scrutiny');
		expect(text).toContain('21 November 2026');
	}
});

describe('an item that was not reached', () => {
	const over = after(
		sitting(),
		{kind: 'agenda/dispose', meeting, item: 'I-5', to: 'not-reached'},
		close,
	);

	test('is printed as that', () => {
		expect(under(printed(over), '4. Any other business')).toContain('This item was not reached.');
	});

	test('is proposed again', () => {
		const database = after(
			accepted(after(makeDatabase(), open), present()).database,
			{kind: 'agenda/add', meeting, itemKind: 'business', title: 'The lease'},
			{kind: 'agenda/dispose', meeting, item: 'I-6', to: 'not-reached'},
			close,
		);
		expect(proposed(database)).toContainEqual(
			expect.objectContaining({title: 'The lease', about: {item: 'I-6'}}),
		);
	});

	test('is proposed until an item says that it carries it on, under whatever title', () => {
		const left = after(
			accepted(after(makeDatabase(), open), present()).database,
			{kind: 'agenda/add', meeting, itemKind: 'business', title: 'The lease'},
			{kind: 'agenda/dispose', meeting, item: 'I-6', to: 'not-reached'},
			close,
		);
		const next = (about: {item: string} | undefined, title: string) =>
			after(left, {
				kind: 'meeting/add',
				board: 'B-1',
				title: 'Next',
				startsAt: '2026-12-08T09:00',
				agenda: [{itemKind: 'business', title, about}],
			});
		const about = (database: Database) => proposed(database).map((item) => item.about?.item);
		expect(about(next(undefined, 'The lease'))).toContain('I-6');
		expect(about(next({item: 'I-6'}, 'The lease of the hall'))).not.toContain('I-6');
	});
});

describe('numbers', () => {
	const published = after(
		makeDatabase(),
		{kind: 'meeting/publish', id: meeting, on: '2026-11-16'},
		{
			kind: 'agenda/add',
			meeting,
			itemKind: 'urgent',
			title: 'Flood',
			urgency: 'The pumps failed.',
			at: 2,
		},
	);

	test('stand once they are published: what comes between is 2a', () => {
		expect(printed(published)).toMatch(/## 2a\. Flood[^]*## 3\. Progress of the strategy/);
	});

	test('stand too where an item is taken off', () => {
		const without = after(published, {
			kind: 'agenda/dispose',
			meeting,
			item: 'I-3',
			to: 'withdrawn',
		});
		const text = printed(without);
		expect(under(text, '2. Modernisation')).toContain('This item was withdrawn.');
		expect(text).toContain('## 3. Progress of the strategy');
	});
});

test('a meeting that was called off was not held, and its papers say so', () => {
	const off = after(makeDatabase(), {
		kind: 'meeting/cancel',
		id: meeting,
		on: '2026-11-22',
		reason: 'Snow',
	});
	expect(printed(off)).toContain('> This meeting was called off: it was not held.');
});

test.each<[string, Vote]>([
	['nobody dissented', {method: 'no-dissent'}],
	['hands were shown', {method: 'show-of-hands', for: 2, against: 1}],
	[
		'the chair had to break a tie',
		{method: 'show-of-hands', for: 1, against: 1, casting: {person: 'reed', vote: 'for'}},
	],
])('a vote in which %s is worded alike when it is read back and when it is printed', (_, vote) => {
	const database = after(sitting(), {
		kind: 'decision/record',
		meeting,
		item: 'I-2',
		title: 'Progress',
		resolution: 'That progress be noted.',
		outcome: 'approved',
		vote,
	});
	const spoken = sayVote(database, meetingOf(database, meeting), vote, {item: 'I-2'});
	expect(printed(database)).toContain(`**Vote:** ${spoken}`);
});
