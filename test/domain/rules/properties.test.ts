import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import type {Change} from '../../../source/domain/changes/index.ts';
import {commit} from '../../../source/domain/commit.ts';
import {check} from '../../../source/domain/queries/check.ts';
import {electors, presentAt} from '../../../source/domain/rules/presence.ts';
import {tally} from '../../../source/domain/rules/voting.ts';
import {refuseVote} from '../../../source/domain/rules/vote-refusals.ts';
import {type Vote, voteChoices, voteMethods} from '../../../source/domain/schema/index.ts';
import {committee, meetingOf, sitting} from '../../helpers/council.ts';
import {act, after, contextAt} from '../../helpers/database.ts';

/** Minutes after ten o'clock as an instant's clock. */
const clock = (minutes: number) => `10:${String(minutes).padStart(2, '0')}`;

test('whatever comings and goings are accepted, those are there whom a replay of them leaves', () => {
	const people = [...committee, 'fox', 'stone'];
	const step = fc.record({
		kind: fc.constantFrom('attendance/arrive' as const, 'attendance/leave' as const),
		person: fc.constantFrom(...people),
		as: fc.option(fc.constantFrom('substitute' as const, 'in-attendance' as const), {
			freq: 8,
			nil: undefined,
		}),
		/** Minutes since the last one. */
		later: fc.nat(2),
	});
	fc.assert(
		fc.property(fc.subarray(committee), fc.array(step, {maxLength: 20}), (first, steps) => {
			let database = sitting(first);
			const there = new Set(first);
			const expected: {minute: number; there: string[]}[] = [];
			let minute = 1;
			for (const {kind, person, as, later} of steps) {
				minute += later;
				const change: Change =
					kind === 'attendance/leave'
						? {kind, meeting: 'M-3', person}
						: {kind, meeting: 'M-3', person, as, for: as === 'substitute' ? 'ward' : undefined};
				const outcome = commit(database, act(change), contextAt(clock(minute)));
				const possible = there.has(person) === (kind === 'attendance/leave');
				// Besides the impossible is refused: standing in for oneself, or where another does.
				const refused = outcome.ok ? '' : outcome.rejection.message;
				const excused = /only a substitute|stands in for/.test(refused);
				expect(excused || outcome.ok === possible).toBe(true);
				if (!outcome.ok) continue;
				({database} = outcome);
				if (kind === 'attendance/leave') there.delete(person);
				else there.add(person);
				expected.push({minute, there: [...there].toSorted()});
			}
			const meeting = meetingOf(database);
			const names = (at?: string) =>
				presentAt(meeting, at)
					.map(({person}) => person)
					.toSorted();
			expect(names()).toEqual([...there].toSorted());
			for (const {minute, there} of new Map(expected.map((each) => [each.minute, each])).values()) {
				expect(names(contextAt(clock(minute)).now)).toEqual(there);
			}
			expect(check(database)).toEqual([]);
		}),
		{numRuns: 100},
	);
});

test('no vote that holds counts more than there are to vote', () => {
	const person = fc.constantFrom(...committee, 'stone', 'fox');
	const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, {freq: 1, nil: undefined});
	const votes: fc.Arbitrary<Vote> = fc.record({
		method: fc.constantFrom(...voteMethods),
		for: maybe(fc.nat(4)),
		against: maybe(fc.nat(3)),
		abstained: maybe(fc.nat(2)),
		ballots: maybe(
			fc.uniqueArray(fc.record({person, vote: fc.constantFrom(...voteChoices)}), {
				maxLength: 3,
				selector: (each) => each.person,
			}),
		),
		casting: maybe(fc.record({person, vote: fc.constantFrom('for' as const, 'against' as const)})),
	});
	let held = 0;
	fc.assert(
		fc.property(fc.subarray(committee), fc.option(person), votes, (there, barred, vote) => {
			const roll = sitting(there);
			const database =
				barred && there.includes(barred)
					? after(roll, {
							kind: 'declaration/add',
							meeting: 'M-3',
							item: 'I-6',
							person: barred,
							interest: 'dpi',
						})
					: roll;
			const meeting = meetingOf(database);
			if (refuseVote(database, meeting, 'I-6', vote)) return;
			held++;
			const may = electors(database, meeting, 'I-6').filter((each) => !each.barred);
			const found = tally(vote);
			expect(found.for + found.against + found.abstained).toBeLessThanOrEqual(may.length);
			for (const each of [...(vote.ballots ?? []), ...(vote.casting ? [vote.casting] : [])]) {
				expect(may.map(({person}) => person)).toContain(each.person);
			}
			expect(vote.casting === undefined || found.tied).toBe(true);
		}),
		{numRuns: 1000},
	);
	expect(held).toBeGreaterThan(50);
});
