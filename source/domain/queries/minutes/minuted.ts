import {nameOf, personName} from '../../names.ts';
import {ballotMembers} from '../../rules/between.ts';
import {candidateName} from '../../rules/election.ts';
import {clausesIn} from '../../rules/clauses.ts';
import type {
	Action,
	Clause,
	Database,
	Decision,
	Delegation,
	Entry,
	Meeting,
	Vote,
} from '../../schema/index.ts';
import type {Placed} from '../meeting/attendance.ts';
import {recordingAct, titleThen} from './recording-act.ts';
import {type MinutedAmendment, type MinutedVote, minuteMotion, minuteVote} from './voted.ts';

export type Correction = Placed & {
	at: string;
	by: string;
	reason: string;
	/** The wording before and after, as far as the log still holds it. */
	fields: {field: string; from?: unknown; to?: unknown}[];
};

export type MinutedDecision = Pick<
	Decision,
	| 'id'
	| 'reference'
	| 'minuteNumber'
	| 'status'
	| 'date'
	| 'title'
	| 'recommendation'
	| 'resolution'
	| 'outcome'
	| 'reasons'
	| 'alternatives'
	| 'key'
	| 'keyReason'
	| 'callInWaived'
	| 'dispensations'
	| 'procedural'
	| 'retraction'
> & {
	/** The resolution in clauses, and what leads up to them. */
	clauses?: {lead: string; clauses: Clause[]; lettered?: true};
	/** Who was put forward for an office, with how many votes, and who was elected. */
	candidates?: {name: string; votes?: number; elected?: boolean}[];
	/** How a board was asked between meetings, and how many of it answered. */
	asked?: {from: string; to: string; how: string; answered: number; of: number};
	/** Who was consulted, and the conflict of interest that they declared. */
	consulted?: {name: string; conflict?: string}[];
	/** Power that it gives; and what gave the power under which it was taken. */
	delegations?: Delegation[];
	under?: string;
	underDecision?: {decision: string; delegation?: string};
	serves?: string[];
	projects?: {id: string; title: string}[];
	mover?: string;
	seconder?: string;
	amendments: MinutedAmendment[];
	vote?: MinutedVote;
	/** The earlier decision whose place this one takes, or which it takes back. */
	supersedes?: string;
	rescinds?: string;
	corrections: Correction[];
	/** The later decision that took this one's place or took it back. */
	endedBy?: string;
};

export type MinutedAction = Pick<Action, 'id' | 'text' | 'due' | 'decision' | 'project'> & {
	owner?: string;
};

/** The decision that took another's place or took it back, where that one stands itself. */
const endingOf = (database: Database, id: string): string | undefined =>
	database.decisions.find(
		({supersedes, rescinds, status}) =>
			status !== 'retracted' && (supersedes === id || rescinds === id),
	)?.id;

/** A decision with its people named, and what its corrections replaced. */
/** What leads up to the clauses of a resolution, and whether they are lettered: as it was typed. */
function laidOut({resolution}: Decision): {lead: string; lettered?: true} {
	const {lead = '', lettered} = clausesIn(resolution) ?? {};
	return {lead, ...(lettered ? {lettered} : {})};
}

export function minuteDecision(database: Database, decision: Decision): MinutedDecision {
	const told = (id: string | undefined) =>
		id === undefined ? undefined : nameOf(database, `decisions/${id}`);
	return {
		id: decision.id,
		reference: decision.reference,
		minuteNumber: decision.minuteNumber,
		status: decision.status,
		date: decision.date,
		title: decision.title,
		recommendation: decision.recommendation,
		resolution: decision.resolution,
		clauses: decision.clauses && {...laidOut(decision), clauses: decision.clauses},
		outcome: decision.outcome,
		reasons: decision.reasons,
		alternatives: decision.alternatives,
		key: decision.key,
		keyReason: decision.keyReason,
		callInWaived: decision.callInWaived,
		dispensations: decision.dispensations,
		procedural: decision.procedural,
		candidates: decision.candidates?.map((one) => ({
			name: candidateName(database, one),
			votes: one.votes,
			elected: one.elected,
		})),
		asked: askedOf(database, decision),
		consulted: decision.consulted?.map(({person, name, conflict}) => ({
			name: person === undefined ? (name ?? '') : personName(database, person),
			conflict,
		})),
		delegations: decision.delegations,
		under: underOf(database, decision, told),
		underDecision:
			decision.under?.decision === undefined
				? undefined
				: {decision: decision.under.decision, delegation: decision.under.delegation},
		serves: servedBy(database, decision),
		projects: decision.projects?.map((project) => ({
			id: project,
			title: titleThen(database, project, recordingAct(database, decision.id)?.revision),
		})),
		retraction: decision.retraction,
		...minuteMotion(database, decision),
		supersedes: told(decision.supersedes),
		rescinds: told(decision.rescinds),
		corrections: (decision.corrections ?? []).map(({id, at, by, reason}) => ({
			record: `decisions/${decision.id}/corrections/${id}`,
			at,
			by,
			reason,
			fields: correctedFields(database, decision.id, id),
		})),
		endedBy: told(endingOf(database, decision.id)),
	};
}

function askedOf({boards}: Database, {asked, board}: Decision): MinutedDecision['asked'] {
	if (!asked) return undefined;
	const {from, to, how, answered = []} = asked;
	const of = ballotMembers(
		boards.find(({id}) => id === board),
		to,
	).length;
	return {from, to, how, answered: answered.length, of};
}

/** The decision that gave the power and for what, as far as a reader may know it; or what else gave it. */
function underOf(
	{decisions}: Database,
	{under}: Decision,
	told: (id: string | undefined) => string | undefined,
): string | undefined {
	if (!under) return undefined;
	const matter = decisions
		.find(({id}) => id === under.decision)
		?.delegations?.find(({id}) => id === under.delegation)?.matter;
	return [told(under.decision) ?? under.authority, matter].filter(Boolean).join(': ');
}

/** The objectives and priorities that a decision serves. */
function servedBy(
	{strategies}: Database,
	{objectives = [], priorities = []}: Decision,
): string[] | undefined {
	const served = strategies.flatMap((strategy) => [
		...strategy.objectives
			.filter(({id}) => objectives.includes(id))
			.map(({id, text}) => `${id} ${text}`),
		...strategy.priorities
			.filter(({id}) => priorities.includes(id))
			.map(({id, title}) => `${id} ${title}`),
	]);
	return served.length > 0 ? [...new Set(served)] : undefined;
}

function correctedFields(database: Database, decision: string, correction: string) {
	const path = `decisions/${decision}`;
	const entry = database.log.find(({effects}) =>
		effects?.some(({record}) => record === `${path}/corrections/${correction}`),
	);
	return (entry?.effects ?? []).flatMap(({record, field, from, to}) =>
		record === path && field !== undefined && field !== 'corrections'
			? [
					{
						field,
						from: named(database, decision, field, from),
						to: named(database, decision, field, to),
					},
				]
			: [],
	);
}

/** Movers and seconders are told by name, votes with their counts. */
function named(database: Database, decision: string, field: string, value: unknown): unknown {
	if (typeof value === 'string') {
		return field === 'mover' || field === 'seconder' ? personName(database, value) : value;
	}
	const found = database.decisions.find(({id}) => id === decision);
	if (field === 'asked' && found) {
		return askedOf(database, {...found, asked: value as Decision['asked']});
	}
	if (field !== 'vote' || typeof value !== 'object') return value;
	const held = found?.meeting;
	return minuteVote(
		database,
		database.meetings.find(({id}) => id === held),
		value as Vote,
	);
}

/** An action as it was placed; what became of it later is not the minutes' business. */
export const minuteAction = (
	database: Database,
	{id, text, owner, due, decision, project}: Action,
): MinutedAction => ({
	id,
	text,
	owner: owner === undefined ? undefined : personName(database, owner),
	due,
	decision,
	project,
});

/**
 * Tells how an action read at an act of a meeting, as its minutes have it: what was altered later in another
 * meeting of the board (put off, given to somebody else) or after the minutes were approved is no
 * part of them. What was altered between meetings until then corrects the record. `entries` stand, oldest first.
 */
export function actionsAsLeft(
	{meetings}: Database,
	entries: readonly Entry[],
	meeting: Meeting,
): (action: Action, revision?: number) => Action {
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
		// The first of them replaced what stood before all of them.
		const before = altered.toReversed().map(({field = '', from}) => [field, from]);
		return before.length > 0 ? {...action, ...Object.fromEntries(before)} : action;
	};
}
