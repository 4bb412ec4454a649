import {personName} from '../../names.ts';
import {dayOfMeeting, membersOn} from '../../rules/presence.ts';
import {ballotBases} from '../../rules/between.ts';
import {basesOf, tally, type Tally, votesNeeded} from '../../rules/voting.ts';
import type {
	Amendment,
	Database,
	Decision,
	Majority,
	Meeting,
	Membership,
	Vote,
	VoteChoice,
} from '../../schema/index.ts';

/** A vote with its counts worked out and its people named. */
export type MinutedVote = Pick<Vote, 'method'> &
	Tally & {
		casting?: {name: string; role?: Membership['role']; vote: 'for' | 'against'};
		/** All names of a recorded vote; else those who asked that their own vote be written down. */
		ballots: {name: string; vote: VoteChoice}[];
		/** What was needed where that was more than most of those who voted, and how many votes that came to. */
		needs?: Majority & {votes: number};
	};

export type MinutedAmendment = Pick<Amendment, 'text' | 'fate'> & {
	/** Its place among the amendments, from 1. */
	number: number;
	mover?: string;
	seconder?: string;
	vote?: MinutedVote;
};

export function minuteVote(
	database: Database,
	meeting: Meeting | undefined,
	vote: Vote | null | undefined,
	decision?: Pick<Decision, 'item' | 'needs' | 'at' | 'asked'> & {board?: string},
): MinutedVote | undefined {
	if (!vote) return undefined;
	const needed = !decision?.needs
		? {}
		: meeting
			? basesOf(database, meeting, decision)
			: ballotBases(database, {...decision, board: decision.board ?? ''});
	const counted = tally(vote, needed);
	const {method, casting, ballots = []} = vote;
	const board = database.boards.find(({id}) => id === meeting?.board);
	const day = meeting && dayOfMeeting(database, meeting);
	return {
		method,
		...counted,
		needs: needed.needs && {
			...needed.needs,
			votes: votesNeeded(counted.for + counted.against, needed),
		},
		casting: casting && {
			name: personName(database, casting.person),
			role: membersOn(board, day).find(({person}) => person === casting.person)?.role,
			vote: casting.vote,
		},
		ballots: ballots.map(({person, vote: choice}) => ({
			name: personName(database, person),
			vote: choice,
		})),
	};
}

/** How a decision was moved, amended and voted on, with names. */
export function minuteMotion(
	database: Database,
	decision: Decision,
): {mover?: string; seconder?: string; amendments: MinutedAmendment[]; vote?: MinutedVote} {
	const {meeting: held, mover, seconder, amendments = [], vote} = decision;
	const meeting = database.meetings.find(({id}) => id === held);
	const name = (person: string | undefined) =>
		person === undefined ? undefined : personName(database, person);
	return {
		mover: name(mover),
		seconder: name(seconder),
		amendments: amendments.map((amendment, index) => ({
			number: index + 1,
			text: amendment.text,
			fate: amendment.fate,
			mover: name(amendment.mover),
			seconder: name(amendment.seconder),
			vote: minuteVote(database, meeting, amendment.vote),
		})),
		vote: minuteVote(database, meeting, vote, decision),
	};
}
