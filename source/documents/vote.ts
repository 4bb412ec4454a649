import type {MinutedDecision} from '../domain/queries/minutes/minuted.ts';
import type {MinutedAmendment, MinutedVote} from '../domain/queries/minutes/voted.ts';
import {voteChoices} from '../domain/schema/values.ts';
import type {Voice} from '../domain/voice/index.ts';
import {apart} from '../domain/voice/names.ts';
import {decisionPlace} from './places.ts';
import {derived, type Source} from './source.ts';
import {type Block, type MaybePair, sourcedList, type Text} from './tree.ts';

/**
 * The names in a vote: all of them where every name was recorded; else of those who asked that their
 * own vote be written down.
 */
export function ballotPairs(
	{motion}: Voice,
	vote: MinutedVote | undefined,
	source?: Source,
): MaybePair[] {
	if (!vote) return [];
	if (vote.method !== 'recorded') return [[motion.ownVotes, motion.ballots(vote), source]];
	return voteChoices.map((choice) => [
		motion.voting[choice],
		apart(vote.ballots.filter((ballot) => ballot.vote === choice).map(({name}) => name)),
		source,
	]);
}

/** The amendments to a motion, each with its mover, its vote and what became of it. */
export const amendmentBlocks = (
	voice: Voice,
	decision: Pick<MinutedDecision, 'id' | 'amendments'>,
): Block[] =>
	sourcedList(
		decision.amendments.map((amendment) => [
			sayAmendment(voice, amendment),
			derived('tally', `${decisionPlace(decision)}/amendments`),
		]),
	);

function sayAmendment(voice: Voice, amendment: MinutedAmendment): Text {
	const {motion} = voice;
	const {number, text, vote, fate} = amendment;
	const by = motion.moved(amendment);
	// An amendment that is put to the vote has the vote's fate; one accepted by the mover has none.
	const end = vote ? motion.voted(vote) : motion.fates[fate];
	const names = ballotPairs(voice, vote).flatMap(([label, who]) =>
		who ? [`${label}: ${who}.`] : [],
	);
	return [
		{strong: motion.amendment(number)},
		`${by ? `, ${by}` : ''}: ${[text, `${end}.`, ...names].join('\n')}`,
	];
}
