// A decision as it is stored: its moment, the ids of its parts, its fields in their order.
import type {Board} from '../schema/board.ts';
import type {z} from 'zod';
import {dayIn} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import type {Amendment, Decision, Meeting} from '../schema/index.ts';
import {consultedOf, delegated} from './between.ts';
import {boardNeeds} from '../rules/voting.ts';
import {clausesIn, withIds} from '../rules/clauses.ts';
import {told} from '../rules/times.ts';
import type {Context} from './family.ts';
import type {candidateChange, DecisionChange, GivenAmendment} from './decision-shapes.ts';

/** When a decision is taken: as it is told, else now while its item is before the room; what is written up later has no moment. */
function takenAt(
	{status, currentItem, agenda}: Meeting,
	item: string | undefined,
	at: string | undefined,
	now: string,
): {at?: string; keyed?: string} {
	if (at !== undefined) return told(at, now);
	const over = agenda.find(({id}) => id === item)?.endedAt !== undefined;
	return status === 'open' && (item === currentItem || !over) ? {at: now} : {};
}

/** Candidates with the ids that their places give them. */
const candidatesOf = (
	given: readonly z.infer<typeof candidateChange>[] = [],
): Decision['candidates'] =>
	given.length === 0 ? undefined : given.map((one, index) => ({id: `ca${index + 1}`, ...one}));

/** Amendments stand in the order in which they were moved, and are called by it. */
export const numbered = (amendments: readonly GivenAmendment[]): Amendment[] =>
	amendments.map((amendment, index) => ({id: `a${index + 1}`, ...amendment}));

/** The clauses of a wording that numbers them; a wording is held whole besides. */
export function clausesOf(resolution: string): Decision['clauses'] {
	const found = clausesIn(resolution);
	return found && withIds(found.clauses);
}

/** The decision of a meeting as it is stored, in the order of its fields. */
export function asRecorded(
	draft: Draft,
	id: string,
	{
		kind: _kind,
		meeting,
		item,
		amendments = [],
		...given
	}: Extract<DecisionChange, {kind: 'decision/record'}>,
	{now}: Context,
): Decision {
	const held = draft.at(`meetings/${meeting}`) as Meeting;
	const {board, closedAt} = held;
	return {
		id,
		reference: given.reference || undefined,
		meeting,
		item,
		board,
		status: 'recorded',
		// What is written up afterwards was decided while the meeting sat.
		date: given.date ?? dayIn(given.at ?? closedAt ?? now, draft.database.organisation.timeZone),
		...takenAt(held, item, given.at, now),
		title: given.title,
		recommendation: given.recommendation || undefined,
		resolution: given.resolution,
		clauses: clausesOf(given.resolution),
		outcome: given.outcome,
		reasons: given.reasons || undefined,
		alternatives: given.alternatives || undefined,
		alternativesConfirmed: given.alternativesConfirmed || undefined,
		mover: given.mover,
		seconder: given.seconder,
		amendments: amendments.length > 0 ? numbered(amendments) : undefined,
		vote: given.vote,
		noConflicts: given.noConflicts || undefined,
		dispensations: given.dispensations || undefined,
		procedural: given.procedural || undefined,
		key: given.key,
		keyReason: given.keyReason || undefined,
		specialUrgency: given.specialUrgency,
		callInWaived: given.callInWaived,
		projects: given.projects,
		excludes: given.excludes,
		needs: given.needs ?? boardNeeds(draft.at(`boards/${board}`) as Board),
		consulted: consultedOf(given.consulted),
		delegations: delegated(given.delegations),
		under: given.under,
		objectives: given.objectives,
		candidates: candidatesOf(given.candidates),
		priorities: given.priorities,
		supersedes: given.supersedes,
		rescinds: given.rescinds,
	};
}
