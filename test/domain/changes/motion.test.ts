import {describe, expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {check} from '../../../source/domain/queries/check.ts';
import type {Database} from '../../../source/domain/schema/index.ts';
import {committee, makeCouncil, meetingOf, sitting} from '../../helpers/council.ts';
import {accepted, after, makeDatabase, objection, refusal} from '../../helpers/database.ts';

const record = (more: object = {}): Change => ({
	kind: 'decision/record',
	meeting: 'M-3',
	item: 'I-9',
	title: 'Mill Lane',
	resolution: 'That permission be granted.',
	outcome: 'approved',
	mover: 'lane',
	seconder: 'pole',
	...more,
});
const declare = (person: string, more: object = {}): Change => ({
	kind: 'declaration/add',
	meeting: 'M-3',
	item: 'I-9',
	person,
	interest: 'dpi',
	...more,
});
const leave = (person: string): Change => ({kind: 'attendance/leave', meeting: 'M-3', person});
const move = (from: string, to: string): Change => ({kind: 'meeting/move', id: 'M-3', from, to});
const hands = (yes: number, no: number, abstained?: number) => ({
	vote: {
		method: 'show-of-hands',
		for: yes,
		against: no,
		...(abstained === undefined ? {} : {abstained}),
	},
});
const all = sitting();
const three = sitting(['lane', 'pole', 'khan']);
describe('who moves and seconds', () => {
	test.each<[string, Database, object, string]>([
		[
			'is not the secretary',
			sitting([...committee, 'stone']),
			{mover: 'stone'},
			'Dee Stone is not marked as present on the roll with a vote, so cannot move or second',
		],
		[
			'is there',
			three,
			{seconder: 'byrne'},
			'Cllr Byrne is not marked as present on the roll with a vote, so cannot move or second',
		],
		[
			'has no interest in it',
			after(all, declare('pole')),
			{},
			'Cllr Pole declared an interest and cannot move or second on this item',
		],
		['is one each', all, {seconder: 'lane'}, 'the mover cannot second their own motion'],
		[
			'is one each, of an amendment too',
			all,
			{amendments: [{text: 'Add “soon”.', mover: 'khan', seconder: 'khan', fate: 'lost'}]},
			'the mover cannot second their own motion',
		],
		[
			'is there, of an amendment too',
			three,
			{amendments: [{text: 'Add “soon”.', mover: 'byrne', fate: 'lost'}]},
			'Cllr Byrne is not marked as present on the roll with a vote, so cannot move or second',
		],
		['is known', all, {mover: 'line'}, 'there is no person line; did you mean lane?'],
	])('%s', (_what, before, more, message) => {
		expect(refusal(before, record(more)).message).toBe(message);
	});

	test('may be a substitute', () => {
		const sent = after(sitting(['lane', 'pole']), {
			kind: 'attendance/set',
			meeting: 'M-3',
			person: 'fox',
			to: 'substitute',
			for: 'ward',
		});
		expect(after(sent, record({seconder: 'fox'})).decisions.at(-1)?.seconder).toBe('fox');
	});

	test('may have left since, while the item is on', () => {
		const left = after(sitting(committee), move('I-6', 'I-9'), leave('pole'));
		expect(after(left, record()).decisions.at(-1)?.seconder).toBe('pole');
	});
});

describe('a vote', () => {
	test('is part of the record, own votes within a show of hands too', () => {
		const vote = {
			method: 'show-of-hands',
			for: 3,
			against: 2,
			abstained: 0,
			ballots: [{person: 'ward', vote: 'against'}],
		};
		const changed = after(all, record({vote}));
		expect(changed.decisions.at(-1)?.vote).toEqual(vote);
		expect(check(changed)).toEqual([]);
	});

	const casting = (person: string, vote = 'for') => ({
		vote: {method: 'show-of-hands', for: 2, against: 2, abstained: 1, casting: {person, vote}},
	});
	const tied = 'the vote is tied: without a casting vote for it the motion is lost';
	const chairless = sitting(['pole', 'khan', 'byrne', 'ward']);
	const moved = {mover: 'khan', seconder: 'ward'};
	test.each<[string, Database, object, string | undefined]>([
		['carried', all, hands(3, 2), undefined],
		[
			'by more than may vote',
			all,
			hands(4, 2),
			'4 for, 2 against and 0 abstained are 6 votes, but only 5 may vote',
		],
		[
			'by more than there are without the one who is barred',
			after(all, declare('khan')),
			hands(3, 2),
			'3 for, 2 against and 0 abstained are 5 votes, but only 4 may vote',
		],
		['tied', all, hands(2, 2, 1), tied],
		['tied, and so lost', all, {...hands(2, 2, 1), outcome: 'lost'}, undefined],
		['tied, and cast by the chair', all, casting('lane'), undefined],
		['tied, and cast against by the chair', all, casting('lane', 'against'), tied],
		[
			'tied, and cast by another than presides',
			all,
			casting('pole'),
			'Cllr Pole does not preside: only Cllr Lane has the casting vote',
		],
		[
			'tied without the chair, and cast by the vice-chair',
			chairless,
			{...moved, vote: {...casting('pole').vote, abstained: 0}},
			undefined,
		],
		['more against', all, hands(2, 3), 'more voted against than for: the outcome is Lost'],
		['more against, and so lost', all, {...hands(2, 3), outcome: 'lost'}, undefined],
		[
			'recorded without names',
			all,
			{vote: {method: 'recorded', for: 3, against: 2}},
			'a recorded vote needs the name and vote of each who voted',
		],
		[
			'of a number below nothing',
			all,
			hands(3, -1),
			'decision/record: vote.against: Too small: expected number to be >=0',
		],
	])('%s', (_what, before, more, message) => {
		expect(objection(before, record(more))).toBe(message);
	});

	test('is corrected only to one that holds', () => {
		const recorded = after(all, record(hands(3, 2)));
		const correct = (yes: number, no: number): Change => ({
			kind: 'decision/correct',
			id: 'D-2',
			reason: 'Miscounted',
			fields: {
				vote: {
					from: {method: 'show-of-hands', for: 3, against: 2},
					to: {method: 'show-of-hands', for: yes, against: no},
				},
			},
		});
		expect(refusal(recorded, correct(5, 1)).message).toContain('but only 5 may vote');
		expect(refusal(recorded, correct(2, 3)).message).toContain('the outcome is Lost');
		expect(after(recorded, correct(4, 1)).decisions.at(-1)?.vote).toMatchObject({for: 4});
	});
});

describe('amendments', () => {
	const amended = (...amendments: object[]) => record({outcome: 'approved-as-amended', amendments});
	test('are numbered and kept with their movers, votes and fates', () => {
		const amendments = [
			{text: 'Add “soon”.', mover: 'khan', seconder: 'byrne', ...hands(3, 2), fate: 'carried'},
			{text: 'Add “later”.', mover: 'ward', ...hands(2, 3), fate: 'lost'},
			{text: 'Add a map.', fate: 'accepted'},
			{text: 'Strike it all.', mover: 'ward', fate: 'withdrawn'},
		];
		const changed = after(all, amended(...amendments));
		expect(changed.decisions.at(-1)?.amendments).toEqual(
			amendments.map((each, index) => ({id: `a${index + 1}`, ...each})),
		);
		expect(check(changed)).toEqual([]);
	});

	describe('are corrected all together', () => {
		const soon = {text: 'Add “soon”.', mover: 'khan', fate: 'carried'} as const;
		const later = {text: 'Add “later”.', mover: 'ward', fate: 'lost'} as const;
		const correct = (change: object): Change => ({
			kind: 'decision/correct',
			id: 'D-2',
			reason: 'Misheard',
			fields: {amendments: change},
		});
		const one = after(all, amended(soon));
		const of = ({decisions}: Database) => decisions.at(-1)?.amendments;

		test('to others, to more, to none', () => {
			const two = after(one, correct({from: [soon], to: [{...soon, mover: 'byrne'}, later]}));
			expect(of(two)).toEqual([
				{id: 'a1', ...soon, mover: 'byrne'},
				{id: 'a2', ...later},
			]);
			expect(check(two)).toEqual([]);
			const none = after(one, correct({from: [soon]}));
			expect(none.decisions.at(-1)).not.toHaveProperty('amendments');
			expect(check(none)).toEqual([]);
		});

		test.each<[string, object, string]>([
			['as they were', {from: [soon], to: [soon]}, 'nothing in decision D-2 would change'],
			[
				'when they are others by now',
				{from: [later], to: []},
				'D-2 Mill Lane: its amendments have changed since; look at them again',
			],
			[
				'to one moved by somebody who is not there',
				{from: [soon], to: [{...soon, mover: 'gray'}]},
				'Cllr Gray is not marked as present on the roll with a vote, so cannot move or second',
			],
		])('not %s', (_what, change, message) => {
			expect(refusal(one, correct(change)).message).toBe(message);
		});
	});

	test.each<[string, object, string]>([
		[
			'carried against its vote',
			{text: 'Add “soon”.', ...hands(2, 3), fate: 'carried'},
			'the amendment was not carried by its vote: its fate is Lost',
		],
		[
			'carried on a tie',
			{text: 'Add “soon”.', ...hands(2, 2), fate: 'carried'},
			'the amendment was not carried by its vote: its fate is Lost',
		],
		[
			'lost, although it was carried',
			{text: 'Add “soon”.', ...hands(3, 2), fate: 'lost'},
			'the amendment was carried by its vote: its fate is Carried',
		],
		[
			'voted on by more than there are',
			{text: 'Add “soon”.', ...hands(4, 2), fate: 'carried'},
			'4 for, 2 against and 0 abstained are 6 votes, but only 5 may vote',
		],
		[
			'without a wording',
			{text: ' ', fate: 'accepted'},
			'decision/record: amendments.0.text is empty',
		],
		[
			'of a fate that does not exist',
			{text: 'Add “soon”.', fate: 'caried'},
			'decision/record: amendments.0.fate: there is no “caried”; did you mean carried?',
		],
	])('%s is refused', (_what, amendment, message) => {
		expect(refusal(all, amended(amendment)).message).toBe(message);
	});
});

describe('one who decides alone', () => {
	// A meeting of the Executive Councillor with an interest in its one item.
	const database = makeCouncil();
	database.meetings[0]!.declarations = [
		{id: 'DI-1', person: 'councillor', item: 'I-1', kind: 'dpi', nature: 'Owns shares.'},
	];
	database.counters['DI'] = 1;
	const decide = (outcome: 'approved' | 'deferred' | 'referred'): Change => ({
		kind: 'decision/record',
		meeting: 'M-1',
		item: 'I-1',
		title: 'T',
		resolution: 'R',
		outcome,
	});

	// Localism Act 2011 s.31(8).
	test('and has an interest passes the matter on, and does nothing else with it', () => {
		expect(refusal(database, decide('approved')).message).toBe(
			'Executive Councillor for IT declared an interest and decides alone: the matter can only be deferred, referred or withdrawn',
		);
		expect(after(database, decide('deferred'), decide('referred')).decisions).toHaveLength(3);
	});

	test('has no vote and no amendments', () => {
		for (const more of [
			{vote: {method: 'no-dissent'}},
			{amendments: [{text: 'x', fate: 'lost'}]},
		]) {
			expect(refusal(makeDatabase(), {...decide('approved'), ...more} as Change).message).toBe(
				'Executive Councillor decides alone: there is no mover or seconder, and no vote',
			);
		}
	});
});

describe('one act', () => {
	const status: Change = {
		kind: 'project/status',
		id: 'P1-02',
		from: 'in-progress',
		to: 'cancelled',
	};
	const action: Change = {kind: 'action/add', text: 'Tell them', follows: true, meeting: 'M-3'};

	test('holds the resolution, the status and the action that follow from it', () => {
		const {database: changed, entry} = accepted(all, [record(), status, action]);
		expect(changed.actions.at(-1)).toMatchObject({id: 'A-2', decision: 'D-2', meeting: 'M-3'});
		expect(changed.projects[1]?.status).toBe('cancelled');
		expect(entry.revision).toBe(all.revision + 1);
		expect(meetingOf(changed).status).toBe('open');
	});

	test('lets several resolutions be followed each by its own action', () => {
		const changed = accepted(all, [
			record(),
			action,
			record({title: 'Second'}),
			{...action, text: 'Tell others'},
		]).database;
		expect(changed.actions.slice(1).map(({decision}) => decision)).toEqual(['D-2', 'D-3']);
	});

	test('without a resolution has nothing for an action to follow from', () => {
		expect(refusal(all, [status, action]).message).toBe(
			'change 2 of 2: there is no decision in this act for the action to follow from',
		);
		expect(refusal(after(all, record()), action).message).toBe(
			'there is no decision in this act for the action to follow from',
		);
	});

	test('falls with its resolution', () => {
		expect(refusal(all, [status, record(hands(2, 3)), action]).message).toBe(
			'change 2 of 3: more voted against than for: the outcome is Lost',
		);
	});
});
