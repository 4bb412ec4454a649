import type {MinutedVote} from '../../queries/minutes/voted.ts';
import type {VoteChoice} from '../../schema/index.ts';
import {english} from '../../voice/english/index.ts';
import {sayNeeds} from '../../voice/english/motion.ts';
import {apart} from '../../voice/names.ts';

const choices: Record<VoteChoice, string> = {for: 'aye', against: 'nay', abstained: 'abstain'};

const count = (number: number, one: string, many: string): string =>
	`${number} ${number === 1 ? one : many}`;

const motion: typeof english.motion = {
	...english.motion,
	movedBy: 'Motion by',
	secondedBy: 'Second by',
	ownVotes: 'Votes entered at a member’s request',
	voting: {for: 'Ayes', against: 'Nays', abstained: 'Abstain'},
	moved: ({mover, seconder}) =>
		[mover && `motion by ${mover}`, seconder && `second by ${seconder}`].filter(Boolean).join(', '),
	voted(vote: MinutedVote): string {
		const {method, carried, tied, casting} = vote;
		const needs = vote.needs ? `; ${sayNeeds(vote.needs)}` : '';
		if (method === 'no-dissent') return `Motion carried by unanimous consent${needs}`;
		if (method === 'unanimous') return `Motion carried unanimously${needs}`;
		const fate = carried ? 'Motion carried' : 'Motion failed';
		if (method === 'voices') return `${fate} on a voice vote${needs}`;
		const how = method === 'recorded' ? 'on a roll call vote' : 'on a show of hands';
		const counts = motion.counted(vote);
		// A tie defeats a motion; whoever presides and is a member may have broken it.
		const broken = casting
			? `; the tie was broken by ${casting.name}, ${choices[casting.vote]}`
			: '';
		return `${fate} ${how}: ${counts}${broken}${tied && !casting ? '; a tie' : ''}${needs}`;
	},
	counted: (vote) =>
		[
			count(vote.for, 'aye', 'ayes'),
			count(vote.against, 'nay', 'nays'),
			...(vote.abstained > 0 ? [count(vote.abstained, 'abstention', 'abstentions')] : []),
		].join(', '),
	ballots: ({ballots}) => apart(ballots.map(({name, vote}) => `${name} ${choices[vote]}`)),
};

const roll: typeof english.roll = {
	...english.roll,
	heading: 'Roll call',
	marks: {
		present: 'Present',
		substitute: 'Alternates',
		'in-attendance': 'Also present',
		apologies: 'Excused',
		absent: 'Absent',
	},
	inTheChair: 'presiding',
	apologies: (people) => `Excused: ${people.join(', ')}.`,
	late: (people) => `Expected late: ${people.join(', ')}.`,
	noApologies: 'Nobody asked to be excused.',
	noInterests: 'No conflicts of interest were disclosed.',
	interestsIn: (items) => `Conflicts of interest were disclosed in ${items}.`,
	declared: (declared, law) =>
		english.roll
			.declared(declared, law)
			.replace(' declared ', ' disclosed ')
			.replace(/ and withdrew from the room\.$/, ', recused, and left the room.'),
};

const minutes: typeof english.minutes = {
	...english.minutes,
	draft: 'Draft: not yet approved.',
	issued: 'Issued: not yet approved.',
	approved: (how) =>
		english.minutes.approved(how).replace('Approved as a correct record', 'Approved'),
	order: (numbers) => `Items were taken up in this order: ${numbers}.`,
	opened: 'Called to order',
	adjourned: 'Recess',
	closed: 'Adjourned',
	taken: 'Taken up',
	enBloc: 'on the consent agenda',
	inquorate: (present, needed) =>
		`No quorum: ${present} of the ${needed} needed could vote on this item.`,
	closedAt: (time) => `The meeting was adjourned at ${time.replace(/\.$/, '')}.`,
	toSign: (line) => `Approved:\n\n${line} Presiding officer\n\n${line} Date`,
	signed: (by, on) => `Approved and signed by ${by}${on === undefined ? '' : ` on ${on}`}.`,
};

/**
 * English in the words of Robert's Rules of Order: motion and second, ayes and nays, roll call, consent agenda,
 * executive session. What a majority is, and that abstentions do not count, is the rules' own (robertsrules.com, Frequently
 * Asked Questions 4 and 6, read on 30 November 2026).
 */
export const parliamentary: typeof english = {
	...english,
	values: {
		...english.values,
		outcome: {
			approved: 'Adopted',
			'approved-as-amended': 'Adopted as amended',
			refused: 'Denied',
			lost: 'Motion failed',
			deferred: 'Postponed',
			referred: 'Referred',
			'recommended-to-council': 'Recommended to the governing body',
			noted: 'Received and filed',
			withdrawn: 'Withdrawn',
		},
	},
	shared: {...english.shared, organisation: 'Organization'},
	decision: {
		...english.decision,
		resolved: (outcome, law) =>
			outcome === 'recommended-to-council'
				? 'RECOMMENDED to the governing body'
				: english.decision.resolved(outcome, law)?.replace('RESOLVED', 'MOTION ADOPTED'),
		lostMotion: (text, counts) =>
			`The motion FAILED${counts === undefined ? '' : ` (${counts})`}: ${text}`,
	},
	motion,
	roll,
	minutes,
	summons: {
		...english.summons,
		votingMembers: (number) => count(number, 'voting member', 'voting members'),
		published: 'Agenda posted',
		members: 'Members',
		others: 'Also invited',
		enBloc: 'on the consent agenda',
		interests: 'Conflicts of interest',
	},
};
