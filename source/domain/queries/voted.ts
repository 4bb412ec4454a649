import {personName} from '../names.ts';
import {dayOfMeeting, membersOn} from '../rules/presence.ts';
import {tally, type Tally} from '../rules/voting.ts';
import type {
	Amendment,
	Database,
	Decision,
	Meeting,
	Membership,
	Vote,
	VoteChoice,
} from '../schema/index.ts';

/** A vote with its counts worked out and its people named. */
export type MinutedVote = Pick<Vote, 'method'> &
	Tally & {
		casting?: {name: string; role?: Membership['role']; vote: 'for' | 'against'};
		/** All names of a recorded vote; else those who asked that their own vote be written down. */
		ballots: {name: string; vote: VoteChoice}[];
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
): MinutedVote | undefined {
	if (!vote) return undefined;
	const {method, casting, ballots = []} = vote;
	const board = database.boards.find(({id}) => id === meeting?.board);
	const day = meeting && dayOfMeeting(database, meeting);
	return {
		method,
		...tally(vote),
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
	{meeting: held, mover, seconder, amendments = [], vote}: Decision,
): {mover?: string; seconder?: string; amendments: MinutedAmendment[]; vote?: MinutedVote} {
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
		vote: minuteVote(database, meeting, vote),
	};
}
