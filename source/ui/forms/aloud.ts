import {sayDay} from '../../domain/calendar.ts';
import type {Change} from '../../domain/changes/index.ts';
import {nameOf, personName} from '../../domain/names.ts';
import {decides} from '../../domain/rules/outcomes.ts';
import {itemNumber, itemOf} from '../../domain/queries/meeting/meetings.ts';
import type {AgendaItem, Database} from '../../domain/schema/index.ts';
import {unlawful} from '../../domain/law/lawful.ts';
import {noneAtAll} from '../../domain/law/completeness.ts';
import {screenVoice} from '../../domain/voice/index.ts';
import {outcomeWords, statusWords} from '../../domain/words.ts';
import {sayDelegation} from '../../documents/between.ts';
import {sayVote} from './vote.ts';

/** What a record that is taken now would still lack, for the end of a read-back. */
export const sayLacks = (missing: readonly string[]): string[] =>
	missing.length > 0 ? ['', `Still lacks: ${missing.join('; ')}`] : [];

/** What the decision lacks in law, said before it is taken; what puts the matter off needs nothing. */
export function sayUnlawful(database: Database, change: Recorded): string[] {
	const meeting = database.meetings.find(({id}) => id === change.meeting);
	if (!meeting || change.item === undefined || change.procedural || !decides(change.outcome)) {
		return [];
	}
	const found = unlawful(database, meeting, change.item);
	return found.length > 0 ? ['', `Not shown to be lawful: ${found.join(' ')}`] : [];
}

type Recorded = Change & {kind: 'decision/record'};

/** Who moved and seconded something, by name. */
const named = (database: Database, {mover, seconder}: Pick<Recorded, 'mover' | 'seconder'>) => ({
	mover: mover && personName(database, mover),
	seconder: seconder && personName(database, seconder),
});

/** What became of a motion, who moved it and how it was voted on. */
export function sayMotion(database: Database, change: Recorded): string[] {
	const {outcome, vote} = change;
	const {motion, decision} = screenVoice(database);
	const said = [outcomeWords[outcome], motion.moved(named(database, change))].filter(Boolean);
	return [
		`${decision.outcome}: ${said.join(', ')}`,
		...(vote
			? [`${motion.vote}: ${sayVote(database, meetingOf(database, change), vote, change)}`]
			: []),
	];
}

const meetingOf = ({meetings}: Database, {meeting}: Recorded) =>
	meetings.find(({id}) => id === meeting);

/** That the room is at another item than the one that this is recorded on: a cursor does not follow the room. */
function sayElsewhere(database: Database, change: Recorded): string[] {
	const meeting = meetingOf(database, change);
	const own = meeting && itemOf(meeting, change.item);
	const current = meeting?.status === 'open' ? itemOf(meeting, meeting.currentItem) : undefined;
	if (!meeting || !own || !current || own === current) return [];
	const named = ({id, title}: AgendaItem) => `item ${itemNumber(meeting, id)} ${title}`;
	return [`Recorded on ${named(own)}; the room is at ${named(current)}.`];
}

/** The exact resolution and how it was come to, as it is read out before it is taken. */
export function sayDecision(database: Database, change: Recorded): string[] {
	const {resolution, amendments = [], reasons} = change;
	const {alternatives, alternativesConfirmed, supersedes, rescinds, delegations = []} = change;
	const {motion} = screenVoice(database);
	const first = (text: string) => text.split('\n')[0] ?? '';
	const earlier = supersedes ?? rescinds;
	return [
		...resolution.split('\n').map((text) => `  ${text}`),
		'',
		...sayElsewhere(database, change),
		...sayMotion(database, change),
		...amendments.map(({text, fate, vote, ...one}, index) => {
			const by = motion.moved(named(database, one));
			const end = vote ? sayVote(database, meetingOf(database, change), vote) : motion.fates[fate];
			return `${motion.amendment(index + 1)}${by ? `, ${by}` : ''}: ${text} ${end}.`;
		}),
		...(reasons ? [`Reasons: ${first(reasons)}`] : []),
		...(alternatives
			? [
					`Alternatives${alternativesConfirmed || noneAtAll(alternatives) ? '' : ' (not confirmed)'}: ${first(alternatives)}`,
				]
			: []),
		...delegations.map(
			(one) => `Delegates ${sayDelegation(screenVoice(database), {id: '', ...one})}`,
		),
		...(change.procedural ? ['A step of the meeting itself: no notice of it is due.'] : []),
		...sayServed(database, change),
		...(earlier
			? [`${supersedes ? 'Supersedes' : 'Rescinds'} ${nameOf(database, `decisions/${earlier}`)}`]
			: []),
	];
}

/** The objectives, priorities and projects that it serves, by their names. */
function sayServed(database: Database, change: Recorded): string[] {
	const {objectives = [], priorities = [], projects = []} = change;
	const named = [
		...database.strategies
			.flatMap((strategy) => strategy.objectives)
			.filter(({id}) => objectives.includes(id))
			.map(({id, text}) => `${id} ${text}`),
		...database.strategies
			.flatMap((strategy) => strategy.priorities)
			.filter(({id}) => priorities.includes(id))
			.map(({id, title}) => `${id} ${title}`),
		...projects.map((id) => nameOf(database, `projects/${id}`)),
	];
	return named.length > 0 ? [`Serves: ${named.join('; ')}`] : [];
}

/** What is committed with a decision, in a line. */
export function sayFollowing(database: Database, change: Change): string[] {
	if (change.kind === 'project/status') {
		const {id, from, to, note} = change;
		const words = `${statusWords[from]} becomes ${statusWords[to]}${note ? `: ${note}` : ''}`;
		return [`Then ${nameOf(database, `projects/${id}`)}: ${words}`];
	}
	if (change.kind !== 'action/add') return [];
	const {text, owner, due} = change;
	const who = owner && personName(database, owner);
	return [`Action: ${[text, who, due && `due ${sayDay(due)}`].filter(Boolean).join(', ')}`];
}
