import {boardLaw} from '../law/boards.ts';
import {personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Board, Database, Decision} from '../schema/index.ts';
import {count} from '../words.ts';
import {needsQuorum} from './outcomes.ts';
import {isVoting, membersOn} from './presence.ts';
import {type Needed, refuseMajority, refuseOutcome, tally} from './voting.ts';

/** Who may vote in a ballot of a board: its voting members on the last day of it. */
export const ballotMembers = (board: Board | undefined, day: string | undefined): string[] =>
	membersOn(board, day)
		.filter(({role}) => isVoting(role))
		.map(({person}) => person);

/** Of how many a motion that was put between meetings may need a share: those who answered, and all of the board's. */
export function ballotBases(
	database: Database,
	{board: id, needs, asked}: Pick<Decision, 'board' | 'needs' | 'asked'>,
): Needed {
	if (!needs || !asked) return {};
	const board = database.boards.find((one) => one.id === id);
	return {
		needs,
		present: asked.answered?.length ?? 0,
		members: board?.rules?.seats ?? ballotMembers(board, asked.to).length,
	};
}

/** Why a board's decision between meetings cannot be as it is recorded; nothing of one that was taken otherwise. */
export function refuseBallot(database: Database, decision: Decision): Rejection | undefined {
	const {asked, vote, outcome, needs} = decision;
	const board = database.boards.find(({id}) => id === decision.board);
	if (!asked || !vote || !board) return undefined;
	if (asked.from > asked.to) return reject('invalid', 'a ballot cannot end before it begins');
	if (vote.method !== 'recorded' || vote.casting) {
		return reject(
			'invalid',
			'between meetings everyone votes by name, and nobody has a casting vote',
		);
	}
	const may = new Set(ballotMembers(board, asked.to));
	const named = new Set<string>();
	for (const {person} of vote.ballots ?? []) {
		const name = personName(database, person);
		if (named.has(person)) return reject('invalid', `${name} is listed twice in the vote`);
		if (!may.has(person)) {
			return reject('invalid', `${name} has no vote: not a voting member of ${board.name} then`);
		}
		named.add(person);
	}
	const {for: yes, against, abstained} = tally(vote);
	const answered = yes + against + abstained;
	const quorum = boardLaw(database, board).quorum(board) ?? 1;
	if (answered < quorum && needsQuorum(outcome)) {
		return reject(
			'state',
			`${answered} of the ${count(quorum, 'member')} answered that its quorum needs`,
		);
	}
	return (
		refuseMajority(database, board, undefined, needs) ??
		refuseOutcome(vote, outcome, ballotBases(database, decision))
	);
}
