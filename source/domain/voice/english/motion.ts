import type {MinutedAmendment, MinutedVote} from '../../queries/minutes/voted.ts';
import type {Majority, VoteChoice} from '../../schema/index.ts';
import {count, fateWords} from '../../words.ts';
import {apart, saysPart} from '../names.ts';

const choices: Record<VoteChoice, string> = {
	for: 'for',
	against: 'against',
	abstained: 'abstained',
};

/** What is said of motions: who moved them, how they were voted on, and how they were amended. */
export const motion = {
	movedBy: 'Moved by',
	secondedBy: 'Seconded by',
	vote: 'Vote',
	ownVotes: 'Own votes recorded',
	/** The labels of the names in a recorded vote. */
	voting: {
		for: 'Voting for',
		against: 'Voting against',
		abstained: 'Abstaining',
	} satisfies Record<VoteChoice, string>,
	amendment: (number: number): string => `Amendment ${number}`,
	fates: fateWords,
	/** `moved by Ann Reed, seconded by Joan Smith`; empty where neither is known. */
	moved: ({mover, seconder}: Pick<MinutedAmendment, 'mover' | 'seconder'>): string =>
		[mover && `moved by ${mover}`, seconder && `seconded by ${seconder}`]
			.filter(Boolean)
			.join(', '),
	/**
	 * A vote: “Carried on a show of hands: 5 for, 5 against, and the casting vote of the chair, Ann Reed,
	 * for”. A tie without a casting vote is lost, and that is said.
	 */
	voted(vote: MinutedVote): string {
		const {method, carried, tied, casting} = vote;
		const needs = vote.needs ? `; ${sayNeeds(vote.needs)}` : '';
		if (method === 'no-dissent') return `Carried without dissent${needs}`;
		if (method === 'unanimous') return `Carried unanimously${needs}`;
		const fate = carried ? 'Carried' : 'Lost';
		if (method === 'voices') return `${fate} on a voice vote${needs}`;
		const how = method === 'recorded' ? 'a recorded vote' : 'a show of hands';
		const counts = motion.counted(vote);
		if (casting) return `${fate} on ${how}: ${counts}, and ${sayCasting(casting)}${needs}`;
		return `${fate} on ${how}: ${counts}${tied ? '; a tie, and no casting vote' : ''}${needs}`;
	},
	/** `4 for, 5 against`, and who abstained where somebody did. */
	counted: (vote: Pick<MinutedVote, VoteChoice>): string =>
		[
			`${vote.for} for`,
			`${vote.against} against`,
			...(vote.abstained > 0 ? [`${vote.abstained} abstained`] : []),
		].join(', '),
	candidates: 'Candidates',
	/** `Cllr Lane, 6 votes, elected`. */
	sayCandidate: ({
		name,
		votes,
		elected,
	}: {
		name: string;
		votes?: number | undefined;
		elected?: boolean | undefined;
	}): string =>
		[name, votes === undefined ? '' : count(votes, 'vote'), elected ? 'elected' : '']
			.filter(Boolean)
			.join(', '),
	/** `Ann Reed for, Peter Jones against`. */
	ballots: ({ballots}: Pick<MinutedVote, 'ballots'>): string =>
		apart(ballots.map(({name, vote}) => `${name} ${choices[vote]}`)),
};

function sayCasting({name, role, vote}: NonNullable<MinutedVote['casting']>): string {
	const part = role === 'chair' || role === 'vice-chair' ? role : undefined;
	const whose =
		part === undefined
			? `${name}, who presided,`
			: saysPart(name, part)
				? `${name},`
				: `the ${part}, ${name},`;
	return `the casting vote of ${whose} ${vote}`;
}

const shares: Record<Majority['share'], string> = {
	simple: 'a majority',
	'two-thirds': 'two thirds',
	'three-quarters': 'three quarters',
	number: '',
	unanimous: 'all',
};

const bases: Record<NonNullable<Majority['of']>, string> = {
	voting: 'of those voting',
	present: 'of those present',
	members: 'of all members',
};

/** `two thirds of those voting needed (article 12)`. */
export function sayNeeds({
	share,
	of = 'voting',
	votes,
	enactment,
}: NonNullable<MinutedVote['needs']>): string {
	const what =
		share === 'number'
			? `${votes} ${votes === 1 ? 'vote' : 'votes'}`
			: `${shares[share]} ${bases[of]}`;
	return `${what} needed${enactment ? ` (${enactment})` : ''}`;
}
