import {boardLaw, meetingLaw} from '../law/boards.ts';
import {personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {
	Amendment,
	Board,
	Database,
	Decision,
	Majority,
	Meeting,
	Outcome,
	Vote,
	VoteChoice,
} from '../schema/index.ts';
import {voteChoices} from '../schema/values.ts';
import {count} from '../words.ts';
import {type Elector, electors, presidingOn, quorumOn, type When} from './presence.ts';

export type Tally = Record<VoteChoice, number> & {
	/** As many for as against, before any casting vote. */
	tied: boolean;
	/** More for than against, the casting vote counted; a tie without one is lost. */
	carried: boolean;
};

/** What a motion needs, and the numbers of which that may be a share. */
export type Needed = {needs?: Majority | undefined; present?: number; members?: number};

/**
 * The count of a vote: from the names where all are written down, else from the hands; whether it was carried, by most
 * of those who voted unless more was needed.
 */
export function tally(
	{method, ballots = [], casting, declared, ...hands}: Vote,
	needed: Needed = {},
): Tally {
	const named = (choice: VoteChoice) => ballots.filter(({vote}) => vote === choice).length;
	const counted = (choice: VoteChoice) =>
		method === 'recorded' ? named(choice) : (hands[choice] ?? 0);
	const [yes, no] = [counted('for'), counted('against')];
	const tied = isCounted({method}) && yes === no;
	const most = yes > no || (tied && casting?.vote === 'for');
	return {
		for: yes,
		against: no,
		abstained: counted('abstained'),
		tied,
		// Without dissent all who were there may have been for it; more than they are were not.
		carried:
			method === 'voices'
				? declared === 'carried'
				: !isCounted({method})
					? (needed.present ?? Infinity) >= votesNeeded(0, needed)
					: most && isEnough(yes, yes + no, needed),
	};
}

/** Whether anybody counted: neither what all agree to is counted, nor voices. */
export const isCounted = ({method}: Pick<Vote, 'method'>): boolean =>
	method === 'show-of-hands' || method === 'recorded';

/** How many votes for are wanted, of those who vote, of those present or of all members. */
export function votesNeeded(voting: number, {needs, present, members}: Needed): number {
	const of = needs?.of === 'present' ? present : needs?.of === 'members' ? members : voting;
	const whole = of ?? voting;
	switch (needs?.share) {
		case 'two-thirds':
			return Math.ceil((whole * 2) / 3);
		case 'three-quarters':
			return Math.ceil((whole * 3) / 4);
		case 'number':
			return needs.number ?? 0;
		case 'unanimous':
			return whole;
		case 'simple':
			return needs.of === undefined || needs.of === 'voting' ? 0 : Math.floor(whole / 2) + 1;
		case undefined:
			return 0;
	}
}

const isEnough = (yes: number, voting: number, needed: Needed): boolean =>
	yes >= votesNeeded(voting, needed);

/** What the board's own rules ask for of each of its motions; undefined where most of those who vote are enough. */
export function boardNeeds(board: Board | undefined): Majority | undefined {
	const needs = board?.rules?.majority;
	return needs === undefined || isSimple(needs) ? undefined : needs;
}

/** Whether it is no more than most of those who vote. */
const isSimple = ({share, of = 'voting'}: Majority): boolean =>
	share === 'simple' && of === 'voting';

/** Of how many a motion of a meeting may need a share: the voting members in the room, and all of the board's. */
export function basesOf(
	database: Database,
	meeting: Meeting,
	{item, needs, at}: Pick<Decision, 'item' | 'needs' | 'at'>,
): Needed {
	if (!needs) return {};
	const board = database.boards.find(({id}) => id === meeting.board);
	const {present, voting} = quorumOn(database, meeting, item, at === undefined ? 'during' : {at});
	return {needs, present, members: board?.rules?.seats ?? voting};
}

/** Why a motion of a board may not need another majority than it says: where a statute has the simple one, an Act must say otherwise. */
export function refuseMajority(
	database: Pick<Database, 'rules'>,
	board: Pick<Board, 'kind'>,
	meeting: Meeting | undefined,
	needs: Majority | undefined,
): Rejection | undefined {
	const {simpleMajority} = boardLaw(database, board, meeting);
	if (!needs || needs.enactment?.trim() || simpleMajority === undefined) return undefined;
	return isSimple(needs) ? undefined : reject('invalid', simpleMajority);
}

/** Why a board cannot have such rules of its own, where a statute says how it decides. */
export function refuseOwnRules(
	database: Pick<Database, 'rules'>,
	board: Pick<Board, 'kind' | 'name'>,
	{majority, betweenMeetings}: NonNullable<Board['rules']>,
): Rejection | undefined {
	const {onlyMeetings} = boardLaw(database, board);
	if (betweenMeetings && onlyMeetings !== undefined) return reject('invalid', onlyMeetings);
	return refuseMajority(database, board, undefined, majority);
}

/** Whether a board's motions need a seconder, at a meeting or now: by its own rules, else as is usual for its kind. */
export const needsSeconder = (
	database: Pick<Database, 'rules'>,
	board: Board,
	meeting?: Meeting,
): boolean => board.rules?.seconder ?? boardLaw(database, board, meeting).seconder;

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
		if (named.has(person)) return reject('invalid', `${name} is in the vote twice`);
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

/** Why each votes by name on an item: its budget is decided there, and the law asks for that; else nothing. */
export function byName(
	database: Database,
	meeting: Meeting | undefined,
	item: string | undefined,
): string | undefined {
	const decides = meeting?.agenda.find(({id}) => id === item)?.budget;
	return meeting && decides ? meetingLaw(database, meeting).budgetByName : undefined;
}

/** Outcomes that come about without the motion being carried. */
const withoutCarrying: readonly Outcome[] = ['lost', 'withdrawn'];

/** Why an outcome cannot follow from a vote: what was not carried is lost, and the other way round. */
export function refuseOutcome(
	vote: Vote | undefined,
	outcome: Outcome,
	needed: Needed = {},
): Rejection | undefined {
	if (!vote) return undefined;
	const {carried, tied, for: yes, against} = tally(vote, needed);
	const wanted = needed.needs;
	if (vote.method === 'voices' && carried && wanted && !isSimple(wanted)) {
		return reject(
			'invalid',
			'more than most of those who vote is counted, not heard: take the numbers',
		);
	}
	if (!carried && vote.method === 'voices' && !withoutCarrying.includes(outcome)) {
		return reject('invalid', 'it was declared lost: the outcome is Lost');
	}
	if (!carried && !withoutCarrying.includes(outcome)) {
		return reject(
			'invalid',
			tied
				? 'the vote is tied: without a casting vote for it the motion is lost'
				: yes > against || !isCounted(vote)
					? `${count(votesNeeded(yes + against, needed), 'vote')} for ${votesNeeded(yes + against, needed) === 1 ? 'was' : 'were'} needed: the outcome is Lost`
					: 'more voted against than for: the outcome is Lost',
		);
	}
	return carried && outcome === 'lost'
		? reject('invalid', 'the motion was carried: the outcome cannot be Lost')
		: undefined;
}

/** Why an amendment's fate cannot be as given. */
export function refuseFate({vote, fate, text}: Amendment): Rejection | undefined {
	if (text.trim() === '') return reject('invalid', 'an amendment needs its wording');
	if (!vote) return undefined;
	const {carried} = tally(vote);
	if (fate === 'carried' && !carried)
		return reject('invalid', 'the amendment was not carried by its vote: its fate is Lost');
	return fate === 'lost' && carried
		? reject('invalid', 'the amendment was carried by its vote: its fate is Carried')
		: undefined;
}
