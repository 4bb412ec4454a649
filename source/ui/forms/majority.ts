import {refuseMajority} from '../../domain/rules/voting.ts';
import {readMajority} from '../../domain/majority.ts';
import type {Board, Database, Majority, Meeting} from '../../domain/schema/index.ts';

/** A vote as it is typed and, behind `needs`, what it needed: `5 4 0 needs 2/3 of members`. */
export function splitNeeds(typed: string): {vote: string; needs: string} {
	const [, vote = typed, needs = ''] = /^(.*?)(?:^|\s)needs\b(.*)$/is.exec(typed) ?? [];
	return {vote: vote.trim(), needs: needs.trim()};
}

/** What the vote in a form's line is said to need, or why it may not need it; absent where nothing is said. */
export function readNeeds(
	database: Database,
	board: Board | undefined,
	meeting: Meeting | undefined,
	typed: string,
): {needs?: Majority} | {message: string} {
	const {needs: said} = splitNeeds(typed);
	if (said === '' && !/\bneeds\s*$/i.test(typed)) return {};
	const read = readMajority(said);
	if ('message' in read) return read;
	const refused = board && refuseMajority(database, board, meeting, read.needs);
	return refused ? {message: refused.message} : read;
}
