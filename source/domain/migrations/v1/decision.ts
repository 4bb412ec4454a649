import {titleAt} from './changes.ts';
import {boardOf, dayOfMeeting, membersOn, personName} from './presence.ts';
import type {V1, V1Action, V1Decision, V1Entry, V1Meeting, V1Vote} from './schema/index.ts';

/** A vote with its counts worked out and its people named. */
function minuteVote(
	database: V1,
	meeting: V1Meeting | undefined,
	vote: V1Vote | null | undefined,
): object | undefined {
	if (!vote) return undefined;
	const {method, casting, ballots = [], ...hands} = vote;
	const day = meeting && dayOfMeeting(database, meeting);
	const counted = (choice: 'for' | 'against' | 'abstained') =>
		method === 'recorded'
			? ballots.filter((ballot) => ballot.vote === choice).length
			: (hands[choice] ?? 0);
	const [yes, no] = [counted('for'), counted('against')];
	const tied = method !== 'no-dissent' && yes === no;
	return {
		method,
		for: yes,
		against: no,
		abstained: counted('abstained'),
		tied,
		carried: method === 'no-dissent' || yes > no || (tied && casting?.vote === 'for'),
		casting: casting && {
			name: personName(database, casting.person),
			role: membersOn(boardOf(database, meeting), day).find(({person}) => person === casting.person)
				?.role,
			vote: casting.vote,
		},
		ballots: ballots.map(({person, vote: choice}) => ({
			name: personName(database, person),
			vote: choice,
		})),
	};
}

/** A decision as its meeting made it: what later decisions did to it is no part of what was sealed. */
export function minuteDecision(database: V1, decision: V1Decision) {
	const meeting = database.meetings.find(({id}) => id === decision.meeting);
	const name = (person: string | undefined) =>
		person === undefined ? undefined : personName(database, person);
	return {
		id: decision.id,
		reference: decision.reference,
		status: decision.status === 'retracted' ? decision.status : 'recorded',
		date: decision.date,
		title: decision.title,
		recommendation: decision.recommendation,
		resolution: decision.resolution,
		outcome: decision.outcome,
		reasons: decision.reasons,
		alternatives: decision.alternatives,
		key: decision.key,
		keyReason: decision.keyReason,
		urgency: decision.urgency,
		dispensations: decision.dispensations,
		procedural: decision.procedural,
		projects: decision.projects?.map((project) => ({
			id: project,
			title: titleAt(database, project, decision.id),
		})),
		retraction: decision.retraction,
		mover: name(decision.mover),
		seconder: name(decision.seconder),
		amendments: (decision.amendments ?? []).map((amendment, index) => ({
			number: index + 1,
			text: amendment.text,
			fate: amendment.fate,
			mover: name(amendment.mover),
			seconder: name(amendment.seconder),
			vote: minuteVote(database, meeting, amendment.vote),
		})),
		vote: minuteVote(database, meeting, decision.vote),
		supersedes: decision.supersedes,
		rescinds: decision.rescinds,
		corrections: (decision.corrections ?? []).map(({id, at, by, reason}) => ({
			at,
			by,
			reason,
			fields: correctedFields(database, decision, meeting, id),
		})),
	};
}

/** The wording before and after a correction, as far as the log still holds it. */
function correctedFields(
	database: V1,
	{id}: V1Decision,
	meeting: V1Meeting | undefined,
	correction: string,
) {
	const path = `decisions/${id}`;
	const entry = database.log.find(({effects}) =>
		effects?.some(({record}) => record === `${path}/corrections/${correction}`),
	);
	const named = (field: string, value: unknown): unknown => {
		if (typeof value === 'string') {
			return field === 'mover' || field === 'seconder' ? personName(database, value) : value;
		}
		if (field !== 'vote' || typeof value !== 'object') return value;
		return minuteVote(database, meeting, value as V1Vote | null);
	};
	return (entry?.effects ?? []).flatMap(({record, field, from, to}) =>
		record === path && field !== undefined && field !== 'corrections'
			? [{field, from: named(field, from), to: named(field, to)}]
			: [],
	);
}

/** An action as it was placed. */
export const minuteAction = (
	database: V1,
	{id, text, owner, due, decision, project}: V1Action,
) => ({
	id,
	text,
	owner: owner === undefined ? undefined : personName(database, owner),
	due,
	decision,
	project,
});

/**
 * Tells how an action read at an act of a meeting: what was altered later in another meeting of the board or after
 * the minutes were approved is no part of them.
 */
export function actionsAsLeft(
	{meetings}: V1,
	entries: readonly V1Entry[],
	meeting: V1Meeting,
): (action: V1Action, revision?: number) => V1Action {
	const others = new Set(
		meetings
			.filter(({board, id}) => board === meeting.board && id !== meeting.id)
			.map(({id}) => id),
	);
	const path = `meetings/${meeting.id}/minutes`;
	const approved = entries.find(({effects}) =>
		effects?.some(({record, to}) => record === path && to === 'approved'),
	)?.revision;
	const later = entries.filter(
		({revision, during}) =>
			(during && others.has(during.meeting)) || (approved !== undefined && revision > approved),
	);
	return (action, since = 0) => {
		const record = `actions/${action.id}`;
		const altered = later
			.filter(({revision}) => revision > since)
			.flatMap(({effects = []}) => effects.filter((effect) => effect.record === record))
			.filter(({field}) => field === 'text' || field === 'owner' || field === 'due');
		const before = altered.toReversed().map(({field = '', from}) => [field, from]);
		return before.length > 0 ? {...action, ...Object.fromEntries(before)} : action;
	};
}
