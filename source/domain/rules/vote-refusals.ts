import {personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Database, Meeting, Vote, VoteChoice} from '../schema/index.ts';
import {voteChoices} from '../schema/values.ts';
import {count} from '../words.ts';
import {type Elector, electors, presidingOn, type When} from './presence.ts';
import {tally, isCounted} from './voting.ts';

/**
 * Why a vote on an item cannot be as it is given: those who vote were there and may vote, the counts
 * add up to no more than they are, and a casting vote is given on a tie only, by whoever presides.
 * Absent is not abstained: who was not there is in no count.
 */
export function refuseVote(
	database: Database,
	meeting: Meeting,
	item: string | undefined,
	vote: Vote,
	when: When = 'during',
): Rejection | undefined {
	const there = electors(database, meeting, item, when);
	return (
		refuseBallots(database, there, vote.ballots ?? []) ??
		refuseCounts(vote) ??
		refuseTotal(vote, there) ??
		refuseCasting(database, meeting, item, vote, there)
	);
}

/** Each who is named votes once, was there, and may vote. */
function refuseBallots(
	database: Database,
	there: readonly Elector[],
	ballots: NonNullable<Vote['ballots']>,
): Rejection | undefined {
	const named = new Set<string>();
	for (const {person} of ballots) {
		const name = personName(database, person);
		const elector = there.find((one) => one.person === person);
		if (named.has(person)) return reject('invalid', `${name} is listed twice in the vote`);
		if (!elector) {
			return reject('invalid', `${name} cannot vote: not there as a voting member for this item`);
		}
		if (elector.barred) {
			return reject('invalid', `${name} cannot vote on this item: an interest was declared`);
		}
		named.add(person);
	}
	return undefined;
}

/** What each method of voting counts, and what the names give. */
function refuseCounts(vote: Vote): Rejection | undefined {
	const {ballots = [], method} = vote;
	const found = tally(vote);
	const given = {for: vote.for, against: vote.against, abstained: vote.abstained};
	if (vote.declared !== undefined && method !== 'voices') {
		return reject('invalid', 'what is counted is not declared: leave “declared” out');
	}
	if (method === 'recorded') {
		if (ballots.length === 0) {
			return reject('invalid', 'a recorded vote needs the name and vote of each who voted');
		}
		const wrong = voteChoices.find(
			(choice) => given[choice] !== undefined && given[choice] !== found[choice],
		);
		return (
			wrong && reject('invalid', `the names give ${found[wrong]} ${wrong}, not ${given[wrong]}`)
		);
	}
	if (method === 'show-of-hands') {
		if (vote.for === undefined || vote.against === undefined) {
			return reject('invalid', 'a show of hands needs the numbers for and against');
		}
		const names = (choice: VoteChoice) => ballots.filter((one) => one.vote === choice).length;
		const wrong = voteChoices.find((choice) => names(choice) > found[choice]);
		return (
			wrong &&
			reject('invalid', `${count(names(wrong), 'name')} ${wrong}, but only ${found[wrong]} counted`)
		);
	}
	if (method === 'voices') {
		return vote.declared === undefined || Object.values(given).some(Boolean)
			? reject(
					'invalid',
					'a vote by voice is not counted: say whether it was declared carried or lost',
				)
			: undefined;
	}
	const how = method === 'unanimous' ? 'unanimously' : 'without dissent';
	if (Object.values(given).some(Boolean) || ballots.some((one) => one.vote === 'against')) {
		return reject('invalid', `carried ${how}: then nobody is counted against`);
	}
	return method === 'unanimous' && ballots.some((one) => one.vote === 'abstained')
		? reject('invalid', 'carried unanimously: then nobody abstained')
		: undefined;
}

/** No more votes than there are who may give one. */
function refuseTotal(vote: Vote, there: readonly Elector[]): Rejection | undefined {
	const {for: ayes, against, abstained} = tally(vote);
	const total = ayes + against + abstained;
	const may = there.filter(({barred}) => !barred).length;
	return isCounted(vote) && total > may
		? reject(
				'invalid',
				`${ayes} for, ${against} against and ${abstained} abstained are ${count(total, 'vote')}, but only ${may} may vote`,
			)
		: undefined;
}

/** A casting vote is given on a tie, where the board has one, by whoever presides and has a first vote. */
function refuseCasting(
	database: Database,
	meeting: Meeting,
	item: string | undefined,
	vote: Vote,
	there: readonly Elector[],
): Rejection | undefined {
	const {casting} = vote;
	if (!casting) return undefined;
	if (!tally(vote).tied) return reject('invalid', 'a casting vote is given on a tie only');
	const board = database.boards.find(({id}) => id === meeting.board);
	if (board?.rules?.castingVote === false) {
		return reject('invalid', `there is no casting vote in ${board.name}`);
	}
	const chair = presidingOn(database, meeting, item);
	const name = personName(database, casting.person);
	if (chair !== casting.person) {
		return reject(
			'invalid',
			`${name} does not preside: only ${chair ? personName(database, chair) : 'whoever presides'} has the casting vote`,
		);
	}
	// It is a second vote: who has no first one, being no voting member or barred, has none.
	return there.some(({person, barred}) => person === casting.person && !barred)
		? undefined
		: reject('invalid', `${name} presides without a vote on this item, so has no casting vote`);
}
