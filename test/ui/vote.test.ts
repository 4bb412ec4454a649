import * as fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {bodyOf} from '../../source/ui/components/body.ts';
import {formOf} from '../../source/ui/forms/open.ts';
import {themeFor} from '../../source/ui/theme.ts';
import {newStore, sit} from './scene.ts';
import type {Database, Vote} from '../../source/domain/schema/index.ts';
import {apply} from '../../source/domain/apply.ts';
import type {Change} from '../../source/domain/changes/index.ts';
import {readFate, readVote, sayVote, withCasting} from '../../source/ui/forms/vote.ts';
import {committee, makeCouncil, meetingOf, sitting} from '../helpers/council.ts';
import {act, contextAt} from '../helpers/database.ts';

/** The committee with everybody there, with a bare quorum, inquorate, leaderless; before its roll. */
const rooms = [committee, ['lane', 'pole', 'khan'], ['lane'], ['khan', 'byrne', 'ward'], []].map(
	(people) => sitting(people),
);

/** What somebody may type: words of the vote's own language in any order, or anything at all. */
const word = fc.oneof(
	fc.constantFrom('n', '-', 'r', 'a', 'w', 'accepted', 'withdrawn', '+', '=', ',', '–', '/'),
	fc.nat({max: 12}).map(String),
	fc.bigInt().map(String),
	fc
		.tuple(
			fc.constantFrom(
				'kl',
				'mp',
				'ak',
				'tb',
				'jw',
				'lane',
				'cllr',
				'ds',
				'zz',
				'',
				'.*',
				'__proto__',
			),
			fc.constantFrom('+', '-', '=', ''),
		)
		.map((parts) => parts.join('')),
	fc.string({unit: 'binary', maxLength: 6}),
);
const text = fc.oneof(
	fc
		.array(fc.nat({max: 5}).map(String), {minLength: 2, maxLength: 3})
		.map((hands) => hands.join(' ')),
	fc.constantFrom('', 'n', '-', 'a', 'w', 'r kl+ mp+ ak-', '2 1 0 kl+'),
	fc.array(word, {maxLength: 8}).map((words) => words.join(' ')),
	fc.string({unit: 'binary', maxLength: 40}),
);
const room = fc.constantFrom(...rooms);
const casting = fc.constantFrom('', 'for', 'against', 'maybe');

/** What becomes of a change: recorded, or refused in one line with nothing in it that ends a line. */
function settled(database: Database, change: Change): 'recorded' | 'refused' {
	const outcome = apply(database, act(change), contextAt());
	if (outcome.ok) return 'recorded';
	expect(outcome.rejection.message).toMatch(/^[^\n\r\u2028\u2029]{1,1100}$/u);
	return 'refused';
}

const motion = {
	kind: 'decision/record' as const,
	meeting: 'M-3',
	item: 'I-9',
	title: 'Mill Lane',
	resolution: 'That it be built.',
};
const outcome = fc.constantFrom('approved', 'lost', 'deferred', 'withdrawn');

test('whatever is typed as a vote is read or told in a line, and then recorded or refused in one', () => {
	const done = {recorded: 0, refused: 0, told: 0};
	fc.assert(
		fc.property(room, text, casting, outcome, (database, typed, choice, came) => {
			const meeting = meetingOf(database);
			const read = readVote(database, meeting, typed);
			if ('message' in read) {
				done.told++;
				return read.message !== '';
			}
			const vote = withCasting(database, meeting, 'I-9', read.vote, choice);
			expect(sayVote(database, meeting, vote)).toMatch(/^(no vote|Carried|Lost)/);
			const change: Change = {...motion, outcome: came as 'approved', ...(vote ? {vote} : {})};
			done[settled(database, change)]++;
			return true;
		}),
		{numRuns: 2000},
	);
	// The texts are of every sort.
	for (const number of Object.values(done)) expect(number).toBeGreaterThan(20);
});

test('whatever is typed as an amendment’s fate is read or told, and then recorded or refused', () => {
	const done = {recorded: 0, refused: 0, told: 0};
	fc.assert(
		fc.property(room, text, casting, (database, typed, choice) => {
			const read = readFate(database, meetingOf(database), 'I-9', typed, choice);
			if ('message' in read) {
				done.told++;
				return read.message !== '';
			}
			const amendments = [{text: 'Insert “second”.', ...read}];
			const change: Change = {...motion, outcome: 'approved', amendments};
			done[settled(database, change)]++;
			return true;
		}),
		{numRuns: 2000},
	);
	for (const number of Object.values(done)) expect(number).toBeGreaterThan(20);
});

test('whatever is pasted into a form’s vote and fate is drawn, and Ctrl+D reads it back or tells what is wrong', async () => {
	const theme = themeFor({LANG: 'C', NO_COLOR: '1'});
	await fc.assert(
		fc.asyncProperty(room, text, text, async (database, vote, fate) => {
			const {session, press} = sit({store: newStore(database)});
			const paste = async (field: string, pasted: string) => {
				while (formOf(session.getState())?.focus !== field) await press('tab');
				session.send({kind: 'paste', text: pasted});
			};
			await press('4', 'G', 'k', 'd');
			await paste('vote', vote);
			await paste('amendment1', 'Insert “second”.');
			await paste('amendment1vote', fate);
			await press('ctrl+d');
			const {main} = bodyOf(session.getState(), theme);
			expect(main.filter((line) => stringWidth(line) > 80)).toEqual([]);
			const {overlay, database: after} = session.getState();
			expect(overlay?.kind ?? formOf(session.getState())?.error?.message).toBeTruthy();
			expect(after.decisions).toHaveLength(1);
		}),
		{numRuns: 150},
	);
});

test('a casting vote is given on a tie alone, and by whoever presides', () => {
	const database = sitting(['pole', 'khan', 'byrne', 'ward']);
	const meeting = meetingOf(database);
	const cast = (typed: string): Vote['casting'] => {
		const read = readVote(database, meeting, typed);
		return 'vote' in read
			? withCasting(database, meeting, 'I-9', read.vote, 'for')?.casting
			: undefined;
	};
	expect(cast('2 2')).toEqual({person: 'pole', vote: 'for'});
	for (const typed of ['2 1', 'n', '-', '', 'r kl+']) expect(cast(typed)).toBeUndefined();
});

test('without a meeting there is no vote', () => {
	expect(readVote(makeCouncil(), undefined, '5 4 0')).toEqual({vote: undefined});
});
