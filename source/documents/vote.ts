import type {MinutedAmendment, MinutedVote} from '../domain/queries/voted.ts';
import {fateWords} from '../domain/words.ts';
import {apart, withPart} from './names.ts';
import {type Block, list, type Text} from './tree.ts';

/**
 * A vote as minutes tell it: “Carried on a show of hands: 5 for, 5 against, and the casting vote of
 * the chair, Ann Reed, for”. A tie without a casting vote is lost, and that is said.
 */
export function sayVote(vote: MinutedVote): string {
	const {method, carried, tied, casting} = vote;
	if (method === 'no-dissent') return 'Carried without dissent';
	const fate = carried ? 'Carried' : 'Lost';
	const how = method === 'recorded' ? 'a recorded vote' : 'a show of hands';
	const counts = [
		`${vote.for} for`,
		`${vote.against} against`,
		...(vote.abstained > 0 ? [`${vote.abstained} abstained`] : []),
	].join(', ');
	if (casting) return `${fate} on ${how}: ${counts}, and ${sayCasting(casting)}`;
	return `${fate} on ${how}: ${counts}${tied ? '; a tie, and no casting vote' : ''}`;
}

function sayCasting({name, role, vote}: NonNullable<MinutedVote['casting']>): string {
	const part = role === 'chair' || role === 'vice-chair' ? role : undefined;
	const post = part && withPart(name, part) === name;
	const whose = post ? `${name},` : part ? `the ${part}, ${name},` : `${name}, who presided,`;
	return `the casting vote of ${whose} ${vote}`;
}

/**
 * The names in a vote: all of them where every name was recorded; else of those who asked that their
 * own vote be written down.
 */
export function ballotPairs(vote: MinutedVote | undefined): [string, string | undefined][] {
	if (!vote) return [];
	const {method, ballots} = vote;
	const named = (choice: MinutedVote['ballots'][number]['vote']) =>
		apart(ballots.filter((ballot) => ballot.vote === choice).map(({name}) => name));
	if (method !== 'recorded') return [['Own votes recorded', sayBallots(vote)]];
	return [
		['Voting for', named('for')],
		['Voting against', named('against')],
		['Abstaining', named('abstained')],
	];
}

const sayBallots = ({ballots}: MinutedVote): string =>
	apart(ballots.map(({name, vote}) => `${name} ${vote}`));

/** The amendments to a motion, each with its mover, its vote and what became of it. */
export const amendmentBlocks = (amendments: readonly MinutedAmendment[]): Block[] =>
	list(amendments.map(sayAmendment));

function sayAmendment({number, text, mover, seconder, vote, fate}: MinutedAmendment): Text {
	const by = [mover && `moved by ${mover}`, seconder && `seconded by ${seconder}`].filter(Boolean);
	const names = vote && vote.ballots.length > 0 ? ` (${sayBallots(vote)})` : '';
	// An amendment that is put to the vote has the vote's fate; one accepted by the mover has none.
	const end = vote ? `${sayVote(vote)}${names}` : fateWords[fate];
	return [
		{strong: `Amendment ${number}`},
		`${by.length > 0 ? `, ${by.join(', ')}` : ''}: ${text}\n${end}.`,
	];
}
