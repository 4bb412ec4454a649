// Votes, amendments and declarations as sentences.
import {describe, expect, test} from 'vitest';
import {sayDeclaration} from '../../source/documents/attendance.ts';
import {ballotPairs} from '../../source/documents/vote.ts';
import {lawOfBoard} from '../../source/domain/law/boards.ts';
import type {Declared} from '../../source/domain/queries/meeting/attendance.ts';
import {minuteVote} from '../../source/domain/queries/minutes/voted.ts';
import {voiceOf} from '../../source/domain/voice/index.ts';
import {joined} from '../../source/domain/voice/names.ts';
import type {Vote} from '../../source/domain/schema/index.ts';
import {beforeCabinet} from './cabinet-data.ts';

const database = beforeCabinet();
const committee = lawOfBoard({law: 'england', board: {kind: 'committee'}});
const voice = voiceOf({timeZone: 'Europe/London'});
const meeting = database.meetings.find(({id}) => id === 'M-3');

function voted(vote: Vote) {
	const found = minuteVote(database, meeting, vote);
	if (!found) throw new Error('no vote');
	return found;
}

const hands = (yes: number, no: number, more: Partial<Vote> = {}): Vote => ({
	method: 'show-of-hands',
	for: yes,
	against: no,
	...more,
});

describe('a vote', () => {
	test.each<[Vote, string]>([
		[{method: 'no-dissent'}, 'Carried without dissent'],
		[hands(5, 2), 'Carried on a show of hands: 5 for, 2 against'],
		[hands(1, 0, {abstained: 6}), 'Carried on a show of hands: 1 for, 0 against, 6 abstained'],
		[hands(2, 5), 'Lost on a show of hands: 2 for, 5 against'],
		// A tie without a casting vote is lost.
		[hands(3, 3), 'Lost on a show of hands: 3 for, 3 against; a tie, and no casting vote'],
		[
			hands(5, 5, {casting: {person: 'reed', vote: 'for'}}),
			'Carried on a show of hands: 5 for, 5 against, and the casting vote of the chair, Ann Reed, for',
		],
		[
			hands(2, 2, {abstained: 1, casting: {person: 'smith', vote: 'against'}}),
			'Lost on a show of hands: 2 for, 2 against, 1 abstained, and the casting vote of the vice-chair, Joan Smith, against',
		],
		[
			hands(2, 2, {casting: {person: 'jones', vote: 'for'}}),
			'Carried on a show of hands: 2 for, 2 against, and the casting vote of Peter Jones, who presided, for',
		],
		[
			{
				method: 'recorded',
				ballots: [
					{person: 'reed', vote: 'for'},
					{person: 'smith', vote: 'against'},
					{person: 'jones', vote: 'for'},
				],
			},
			'Carried on a recorded vote: 2 for, 1 against',
		],
	])('%j', (vote, said) => {
		expect(voice.motion.voted(voted(vote))).toBe(said);
	});

	test('names everybody when it was recorded, and else who asked for it', () => {
		const ballots: Vote['ballots'] = [
			{person: 'reed', vote: 'for'},
			{person: 'smith', vote: 'for'},
			{person: 'jones', vote: 'abstained'},
		];
		const named = (vote: Vote) =>
			ballotPairs(voice, voted(vote)).map(([how, names]) => [how, names]);
		expect(named({method: 'recorded', ballots})).toEqual([
			['Voting for', 'Ann Reed, Joan Smith'],
			['Voting against', ''],
			['Abstaining', 'Peter Jones'],
		]);
		expect(named(hands(2, 0, {abstained: 1, ballots: ballots.slice(2)}))).toEqual([
			['Own votes recorded', 'Peter Jones abstained'],
		]);
		expect(ballotPairs(voice, undefined)).toEqual([]);
	});
});

test('lists', () => {
	expect([
		joined([], 'and'),
		joined([7], 'and'),
		joined([7, 8], 'and'),
		joined([3, 5, 7], 'and'),
	]).toEqual(['', '7', '7 and 8', '3, 5 and 7']);
});

describe('a declaration', () => {
	const declared: Declared = {
		record: 'meetings/M-3/declarations/DI-1',
		person: 'jones',
		name: 'Peter Jones',
		kind: 'dpi',
	};
	test.each<[Partial<Declared>, string]>([
		[{withdrew: true}, 'a disclosable pecuniary interest and withdrew from the room.'],
		[
			{nature: 'Owns the land.', voteless: true, withdrew: false},
			'a disclosable pecuniary interest (Owns the land) and stayed without a vote (Localism Act 2011 s.31).',
		],
		[
			{nature: 'Owns the land', dispensation: 'granted in May', withdrew: false},
			'a disclosable pecuniary interest (Owns the land) and stayed under a dispensation (granted in May).',
		],
		[
			{kind: 'ori', nature: 'Trustee', withdrew: false},
			'another registrable interest (Trustee) and stayed.',
		],
		// Whether they stayed is told only where somebody said so.
		[{kind: 'nri'}, 'a non-registrable interest.'],
		[
			{voteless: true},
			'a disclosable pecuniary interest and was without a vote (Localism Act 2011 s.31).',
		],
		[{dispensation: 'granted'}, 'a disclosable pecuniary interest and had a dispensation.'],
		[
			{kind: 'conflict', sensitive: true, withdrew: true},
			'a conflict of interest (its nature is withheld as sensitive: Localism Act 2011 s.32) and withdrew from the room.',
		],
	])('%j', (more, said) => {
		expect(sayDeclaration(voice, committee, {...declared, ...more})).toBe(
			`Peter Jones declared ${said}`,
		);
	});
});
