import {decisionExemption} from '../../../domain/queries/public/exempt.ts';
import {minuteMotion, type MinutedVote} from '../../../domain/queries/minutes/voted.ts';
import {isCounted} from '../../../domain/rules/voting.ts';
import type {Decision, VoteChoice} from '../../../domain/schema/index.ts';
import {voteMethodWords} from '../../../domain/words.ts';
import type {Place, State} from '../../state.ts';
import type {ScreenGrid, GridRow} from './grid.ts';

const words: Record<VoteChoice, string> = {for: 'For', against: 'Against', abstained: 'Abstained'};

type Put = {title: string; vote: MinutedVote};

/** The votes that were put on a decision, each amendment's and then the motion's; none that this session may not read. */
function putOn({database, publicOnly}: State, decision: Decision | undefined): Put[] {
	if (!decision || (publicOnly && decisionExemption(database, decision))) return [];
	const {amendments, vote} = minuteMotion(database, decision);
	return [
		...amendments.map(({number, vote: put}) => ({title: `Amendment ${number}`, vote: put})),
		{title: 'Motion', vote},
	].flatMap(({title, vote: put}) => (put ? [{title, vote: put}] : []));
}

/** Whether any vote was put on a decision. */
export const wasVotedOn = (state: State, decision: Decision): boolean =>
	putOn(state, decision).length > 0;

/** A count; empty where nobody counted. */
const counted = (vote: MinutedVote, choice: VoteChoice): string =>
	isCounted(vote) ? String(vote[choice]) : '';

/** How each vote went as a whole. */
const totals: readonly [string, (vote: MinutedVote) => string][] = [
	['For', (vote) => counted(vote, 'for')],
	['Against', (vote) => counted(vote, 'against')],
	['Abstained', (vote) => counted(vote, 'abstained')],
	['Casting vote', ({casting}) => (casting ? `${casting.name}: ${words[casting.vote]}` : '')],
	['How', ({method}) => voteMethodWords[method]],
	['Result', ({carried}) => (carried ? 'carried' : 'lost')],
];

/** Who voted how on each amendment and on the motion, as far as names were written down, and what it came to. */
export function voteGrid(state: State, {id}: Place): ScreenGrid {
	const decision = state.database.decisions.find((one) => one.id === id);
	const put = putOn(state, decision);
	const names = [...new Set(put.flatMap(({vote}) => vote.ballots.map(({name}) => name)))];
	const ofName = (name: string): GridRow => ({
		cells: () => [
			name,
			...put.map(({vote}) => {
				const own = vote.ballots.find((ballot) => ballot.name === name)?.vote;
				return own === undefined ? '' : words[own];
			}),
		],
	});
	return {
		title: `Votes on ${id ?? ''}`,
		back: 'decision.votes',
		columns: [
			{title: 'Voter', least: 16, most: 40, share: 2},
			...put.map(({title}) => ({title, least: 14, most: 40, share: 1})),
		],
		dropped: 'more votes',
		rows: [
			...names.map(ofName),
			...totals
				.filter(([, says]) => put.some(({vote}) => says(vote) !== ''))
				.map(([label, says]): GridRow => ({
					cells: () => [label, ...put.map(({vote}) => says(vote))],
				})),
		],
		empty: put.length === 0 ? 'No vote is on record.' : '',
	};
}
