import {boardLaw, meetingLaw} from '../law/boards.ts';
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
import {count} from '../words.ts';
import {quorumOn} from './presence.ts';

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
