import type {Board, Database, Decision, Meeting, Report} from '../schema/index.ts';
import {outcomeWords} from '../words.ts';
import {quorumOn} from '../rules/presence.ts';
import {byName, needsSeconder} from '../rules/voting.ts';
import {keepsRecommended} from '../rules/wording.ts';
import {boardLaw} from './boards.ts';
import {lawOf} from './index.ts';
import type {Lack} from './law.ts';

export type {Lack} from './law.ts';
export {noneAtAll} from './none.ts';

/**
 * What a decision's record still lacks for its kind of board: what its law asks for and, by convention, how a body's
 * motion was moved and voted on. A decision that is not complete is a draft.
 */
export function lacking(database: Database, decision: Decision): Lack[] {
	if (decision.status === 'retracted') return [];
	const board = database.boards.find(({id}) => id === decision.board);
	const meeting = database.meetings.find(({id}) => id === decision.meeting);
	if (!board || (!meeting && decision.imported)) return [];
	const law = boardLaw(database, board, meeting);
	const report = meeting && reportOf(database, meeting, decision);
	const found: (Lack | false)[] = [
		decision.marked !== undefined && {
			field: 'marked',
			says: 'a second look, because what it rests on was changed',
		},
		lostPower(database, decision),
		keepsRecommended(decision, report) && {
			field: 'resolution',
			says:
				decision.outcome === 'approved-as-amended'
					? 'the wording as amended: it still is what was recommended'
					: `a wording of its own: the recommended one is not what was resolved, as the outcome is ${outcomeWords[decision.outcome]}`,
		},
		decision.resolution.includes('…') && {
			field: 'resolution',
			says: 'what is to stand for … in the wording',
		},
		...lawOf(database, meeting).lacks(database, board, meeting, decision, report),
		...(law.votes && meeting ? motion(database, board, meeting, decision) : []),
		decision.outcome === 'approved-as-amended' &&
			!decision.amendments?.some(({fate}) => fate === 'carried' || fate === 'accepted') && {
				field: 'amendments',
				says: 'an amendment that was carried or accepted, as the outcome is Approved as amended',
			},
	];
	return found.filter((lack) => lack !== false);
}

/** The decision that gave the power to take this one was recorded by mistake: it gave none. */
function lostPower({decisions}: Database, {under}: Decision): Lack | false {
	const giver = decisions.find(({id}) => id === under?.decision);
	return (
		giver?.status === 'retracted' && {
			field: 'under',
			says: `a delegation that stands: ${giver.id} was retracted`,
		}
	);
}

/** The report behind a decision's item. */
function reportOf(database: Database, {agenda}: Meeting, {item}: Decision): Report | undefined {
	const about = agenda.find(({id}) => id === item)?.about;
	return database.reports.find(({id}) => id === about?.report);
}

/** What the record of a body's motion holds by convention. */
function motion(
	database: Database,
	board: Board,
	meeting: Meeting,
	{mover, seconder, vote, outcome, procedural, item, candidates}: Decision,
): (Lack | false)[] {
	// Of an election the votes stand with the candidates.
	if (outcome === 'withdrawn' || candidates) return [];
	// Without a quorum nothing can be moved or voted on: the matter is put off.
	const {quorate} = quorumOn(database, meeting, item, 'during');
	if (outcome === 'deferred' && !quorate) return [];
	// Steps of the meeting are moved from the chair.
	// Whoever presides may put it off: then nobody moves it.
	const fromTheChair = outcome === 'deferred' && !mover && !seconder;
	const needs = needsSeconder(database, board, meeting) && !procedural && !fromTheChair;
	const named = procedural ? undefined : byName(database, meeting, item);
	return [
		needs && !mover && {field: 'mover', says: 'the mover'},
		needs && !seconder && {field: 'seconder', says: 'the seconder'},
		!vote &&
			(named === undefined
				? {field: 'vote', says: 'how it was voted on'}
				: {field: 'vote', says: `how each voted: ${named}`}),
	];
}

/** The decisions of a meeting that are drafts, each with what it lacks. */
export const drafts = (
	database: Database,
	meeting: string,
): {decision: Decision; lacks: Lack[]}[] =>
	database.decisions
		.filter((decision) => decision.meeting === meeting)
		.map((decision) => ({decision, lacks: lacking(database, decision)}))
		.filter(({lacks}) => lacks.length > 0);
