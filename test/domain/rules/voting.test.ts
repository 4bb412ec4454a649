import {describe, expect, test} from 'vitest';
import {
	refuseFate,
	needsSeconder,
	refuseOutcome,
	tally,
} from '../../../source/domain/rules/voting.ts';
import {refuseVote} from '../../../source/domain/rules/vote-refusals.ts';
import {
	type Board,
	type Fate,
	type Outcome,
	outcomes,
	type Vote,
} from '../../../source/domain/schema/index.ts';
import {meetingOf, sitting} from '../../helpers/council.ts';
import {after, makeDatabase} from '../../helpers/database.ts';

const hands = (yes: number, no: number, abstained?: number): Vote => ({
	method: 'show-of-hands',
	for: yes,
	against: no,
	...(abstained === undefined ? {} : {abstained}),
});
/** A vote by name: `+lane -pole =khan` is for, against, abstained. */
const ballots = (text: string): NonNullable<Vote['ballots']> =>
	text.split(' ').map((each) => ({
		person: each.slice(1),
		vote: each.startsWith('+') ? 'for' : each.startsWith('-') ? 'against' : 'abstained',
	}));
const recorded = (text: string): Vote => ({method: 'recorded', ballots: ballots(text)});
const casting = (person: string, vote: 'for' | 'against' = 'for') => ({casting: {person, vote}});
const noDissent: Vote = {method: 'no-dissent'};

describe('the count of a vote', () => {
	test.each<[string, Vote, number[], {tied: boolean; carried: boolean}]>([
		['more hands for', hands(3, 2), [3, 2, 0], {tied: false, carried: true}],
		['more hands against', hands(2, 3), [2, 3, 0], {tied: false, carried: false}],
		['a tie', hands(2, 2, 1), [2, 2, 1], {tied: true, carried: false}],
		[
			'a tie, cast for',
			{...hands(2, 2), ...casting('lane')},
			[2, 2, 0],
			{tied: true, carried: true},
		],
		[
			'a tie, cast against',
			{...hands(2, 2), ...casting('lane', 'against')},
			[2, 2, 0],
			{tied: true, carried: false},
		],
		['all abstained', hands(0, 0, 5), [0, 0, 5], {tied: true, carried: false}],
		['names', recorded('+lane +pole -khan =byrne'), [2, 1, 1], {tied: false, carried: true}],
		['no dissent', noDissent, [0, 0, 0], {tied: false, carried: true}],
		[
			'hands, with some names written down',
			{...hands(3, 1), ballots: ballots('-khan')},
			[3, 1, 0],
			{tied: false, carried: true},
		],
	])('%s', (_what, vote, [yes, no, abstained], result) => {
		expect(tally(vote)).toEqual({for: yes, against: no, abstained, ...result});
	});
});

test.each<[Board['kind'], boolean | undefined, boolean]>([
	['committee', undefined, true],
	['scrutiny', undefined, true],
	['executive', undefined, false],
	['officer', undefined, false],
	['plain', undefined, false],
	['executive', true, true],
	['committee', false, false],
])('a board of kind %s whose rules say %s needs a seconder: %s', (kind, seconder, needs) => {
	expect(
		needsSeconder(makeDatabase(), {id: 'B', name: 'B', kind, members: [], rules: {seconder}}),
	).toBe(needs);
});

describe('a vote in a committee of five, all of them there', () => {
	const roll = sitting();
	test.each<[string, Vote]>([
		['nobody dissents', noDissent],
		['nobody dissents, one abstains by name', {...noDissent, ballots: ballots('=khan')}],
		['all hands', hands(3, 2)],
		['some hands: who keeps theirs down is in no count', hands(2, 1)],
		['hands and abstentions', hands(2, 1, 2)],
		['hands, with a member’s own vote written down', {...hands(4, 1), ballots: ballots('-khan')}],
		['all names', recorded('+lane +pole -khan -byrne =ward')],
		['names and the counts that they give', {...recorded('+lane -khan'), for: 1, against: 1}],
		['a tie and the chair’s casting vote', {...hands(2, 2, 1), ...casting('lane')}],
		[
			'a recorded tie and the chair’s casting vote against their own',
			{...recorded('-lane +pole'), ...casting('lane')},
		],
	])('holds: %s', (_what, vote) => {
		expect(refuseVote(roll, meetingOf(roll), 'I-9', vote)).toBeUndefined();
	});

	test.each<[string, Vote, string]>([
		[
			'hands without numbers',
			{method: 'show-of-hands'},
			'a show of hands needs the numbers for and against',
		],
		[
			'hands for alone',
			{method: 'show-of-hands', for: 3},
			'a show of hands needs the numbers for and against',
		],
		[
			'more hands than there are',
			hands(3, 2, 1),
			'3 for, 2 against and 1 abstained are 6 votes, but only 5 may vote',
		],
		[
			'a recorded vote without names',
			{method: 'recorded', for: 3, against: 2},
			'a recorded vote needs the name and vote of each who voted',
		],
		[
			'names that give other counts',
			{...recorded('+lane +pole -khan'), for: 3},
			'the names give 2 for, not 3',
		],
		['a name twice', recorded('+lane -lane'), 'Cllr Lane is listed twice in the vote'],
		[
			'somebody who has no vote',
			recorded('+lane +stone'),
			'Dee Stone cannot vote: not there as a voting member for this item',
		],
		[
			'more names against than hands',
			{...hands(4, 1), ballots: ballots('-khan -ward')},
			'2 names against, but only 1 counted',
		],
		[
			'numbers where nobody dissented',
			{...noDissent, against: 1},
			'carried without dissent: then nobody is counted against',
		],
		[
			'a name against where nobody dissented',
			{...noDissent, ballots: ballots('-khan')},
			'carried without dissent: then nobody is counted against',
		],
		[
			'a casting vote without a tie',
			{...hands(3, 2), ...casting('lane')},
			'a casting vote is given on a tie only',
		],
		[
			'a casting vote where nobody dissented',
			{...noDissent, ...casting('lane')},
			'a casting vote is given on a tie only',
		],
		[
			'a casting vote of somebody who does not preside',
			{...hands(2, 2), ...casting('pole')},
			'Cllr Pole does not preside: only Cllr Lane has the casting vote',
		],
	])('does not: %s', (_what, vote, message) => {
		expect(refuseVote(roll, meetingOf(roll), 'I-9', vote)).toEqual({code: 'invalid', message});
	});

	const declare = (person: string, more: object = {}) =>
		after(roll, {
			kind: 'declaration/add',
			meeting: 'M-3',
			item: 'I-9',
			person,
			interest: 'dpi',
			...more,
		});
	const attend = (person: string) =>
		({kind: 'attendance/set', meeting: 'M-3', person, to: 'in-attendance'}) as const;
	const preside = (to: string) =>
		({kind: 'agenda/preside', meeting: 'M-3', item: 'I-9', to}) as const;
	const board = {...roll.boards[2]!, rules: {quorum: 3, castingVote: false}};
	test.each<[string, typeof roll, Vote, string | undefined]>([
		[
			'barred, although staying',
			declare('khan'),
			recorded('+lane -khan'),
			'Cllr Khan cannot vote on this item: an interest was declared',
		],
		[
			'barred, so one hand fewer',
			declare('khan'),
			hands(4, 1),
			'4 for, 1 against and 0 abstained are 5 votes, but only 4 may vote',
		],
		[
			'with a dispensation',
			declare('khan', {dispensation: 'By the monitoring officer.'}),
			hands(4, 1),
			undefined,
		],
		[
			'the chair barred: no casting vote',
			declare('lane'),
			{...hands(2, 2), ...casting('lane')},
			'Cllr Lane does not preside: only Cllr Pole has the casting vote',
		],
		[
			'the chair barred: the vice-chair’s',
			declare('lane'),
			{...hands(2, 2), ...casting('pole')},
			undefined,
		],
		[
			'an officer put in the chair, who has no vote to give twice',
			after(roll, attend('fox'), preside('fox')),
			{...hands(2, 2), ...casting('fox')},
			'Cllr Fox presides without a vote on this item, so has no casting vote',
		],
		[
			'a member put in the chair',
			after(roll, preside('khan')),
			{...hands(2, 2), ...casting('khan')},
			undefined,
		],
		[
			'no casting vote by the board’s rules',
			{...roll, boards: roll.boards.with(2, board)},
			{...hands(2, 2), ...casting('lane')},
			'there is no casting vote in Planning Committee',
		],
	])('%s', (_what, database, vote, message) => {
		const found = refuseVote(database, meetingOf(database), 'I-9', vote);
		expect(found?.message).toBe(message);
	});
});

describe('an outcome and its vote', () => {
	const tied = 'the vote is tied: without a casting vote for it the motion is lost';
	const lost = 'more voted against than for: the outcome is Lost';
	const carried = 'the motion was carried: the outcome cannot be Lost';
	test.each<[string, Vote | undefined, Outcome, string | undefined]>([
		['any, without a vote', undefined, 'lost', undefined],
		['carried', hands(3, 2), 'approved', undefined],
		['carried', hands(3, 2), 'lost', carried],
		['carried, then taken back', hands(3, 2), 'withdrawn', undefined],
		['without dissent', noDissent, 'refused', undefined],
		['without dissent', noDissent, 'lost', carried],
		['more against', hands(2, 3), 'lost', undefined],
		['more against', hands(2, 3), 'approved', lost],
		['more against', hands(2, 3), 'deferred', lost],
		['tied', hands(2, 2), 'lost', undefined],
		['tied', hands(2, 2), 'approved', tied],
		['tied, cast for', {...hands(2, 2), ...casting('lane')}, 'approved', undefined],
		['tied, cast against', {...hands(2, 2), ...casting('lane', 'against')}, 'approved', tied],
		['tied, cast against', {...hands(2, 2), ...casting('lane', 'against')}, 'lost', undefined],
	])('%s: %j, %s', (_what, vote, outcome, message) => {
		expect(refuseOutcome(vote, outcome)?.message).toBe(message);
	});

	test('of a vote that was lost is never one that decides', () => {
		const possible = outcomes.filter((outcome) => !refuseOutcome(hands(1, 2), outcome));
		expect(possible).toEqual(['lost', 'withdrawn']);
	});
});

describe('an amendment’s fate and its vote', () => {
	const notCarried = 'the amendment was not carried by its vote: its fate is Lost';
	const wasCarried = 'the amendment was carried by its vote: its fate is Carried';
	test.each<[Vote | undefined, Fate, string | undefined]>([
		[undefined, 'carried', undefined],
		[undefined, 'accepted', undefined],
		[hands(3, 2), 'carried', undefined],
		[hands(3, 2), 'lost', wasCarried],
		[hands(2, 3), 'lost', undefined],
		[hands(2, 3), 'carried', notCarried],
		[hands(2, 2), 'carried', notCarried],
		[{...hands(2, 2), ...casting('lane')}, 'carried', undefined],
		[hands(2, 3), 'withdrawn', undefined],
	])('%j, %s', (vote, fate, message) => {
		expect(refuseFate({id: 'a1', text: 'Add “soon”.', vote, fate})?.message).toBe(message);
	});

	test('needs a wording', () => {
		expect(refuseFate({id: 'a1', text: ' ', fate: 'accepted'})?.message).toBe(
			'an amendment needs its wording',
		);
	});
});
