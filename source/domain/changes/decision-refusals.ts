import {dayIn, sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {nameOf, personName} from '../names.ts';
import {boardLaw, meetingLaw} from '../law/boards.ts';
import {reject, type Rejection} from '../rejection.ts';
import {refuseBallot} from '../rules/between.ts';
import {whenTaken} from '../rules/bearing.ts';
import {spanOf} from '../rules/days.ts';
import {bars, declaredOn, electors, quorumOn, type When} from '../rules/presence.ts';
import {byName, refuseFate, refuseOutcome, basesOf, refuseMajority} from '../rules/voting.ts';
import {refuseVote} from '../rules/vote-refusals.ts';
import type {Board, Database, Decision, Meeting, Outcome} from '../schema/index.ts';
import {needsQuorum, passesOn} from '../rules/outcomes.ts';
import {count} from '../words.ts';
import {refuseUnknownItem} from './item.ts';
import {type Context, refuseUnknown} from './family.ts';

/** An inquorate meeting cannot resolve. */
export function refuseInquorate(draft: Draft, id: string): Rejection | undefined {
	const {database} = draft;
	const decision = draft.at(`decisions/${id}`) as Decision;
	const {meeting, item, outcome} = decision;
	if (!needsQuorum(outcome) || meeting === undefined) return undefined;
	const held = draft.at(`meetings/${meeting}`) as Meeting;
	// Only those count who were there when it was taken; where nobody told when, all who were there for some of its item.
	const when = whenTaken(decision);
	const {quorate, present, needed, barred} = quorumOn(database, held, item, when);
	if (quorate) return undefined;
	if (held.attendance.length === 0) {
		return reject(
			'state',
			'the roll has not been taken: without it no quorum is known',
			'roll.take',
		);
	}
	const without =
		barred.length > 0
			? ` (${barred.map((person) => personName(database, person)).join(' and ')} may not vote on it)`
			: '';
	const says =
		needed === undefined
			? 'nobody who may vote is there'
			: `${present} of the ${count(needed, 'voting member')} needed`;
	return reject('state', `not quorate on this item: ${says}${without}; defer it, or adjourn`);
}

/**
 * Who moves and who votes must be there and free to; an individual decides without either. What is recorded counts all
 * who were there for some of its item; what is confirmed, those who were there at its moment.
 */
export function refuseMotion(
	draft: Draft,
	id: string,
	when: When = 'during',
): Rejection | undefined {
	const {database} = draft;
	const decision = draft.at(`decisions/${id}`) as Decision;
	const {vote, outcome} = decision;
	const board = draft.at(`boards/${decision.board}`) as Board;
	if (decision.meeting === undefined) {
		return vote && !decision.asked
			? reject('invalid', `${nameOf(database, `decisions/${id}`)} was not put to a vote`)
			: refuseBallot(database, decision);
	}
	const meeting = draft.at(`meetings/${decision.meeting}`) as Meeting;
	return boardLaw(database, board, meeting).alone
		? refuseAlone(database, board, meeting, decision)
		: (refuseMovers(draft, meeting, decision, when) ??
				refuseVotes(database, meeting, decision, when) ??
				refuseMajority(database, board, meeting, decision.needs) ??
				refuseOutcome(vote, outcome, basesOf(database, meeting, decision)));
}

/** Whoever decides alone has no mover and no vote, and passes on what they have an interest in. */
function refuseAlone(
	database: Database,
	board: Board,
	meeting: Meeting,
	{mover, seconder, vote, amendments = [], outcome, item}: Decision,
): Rejection | undefined {
	if (mover || seconder || vote || amendments.length > 0) {
		return reject(
			'invalid',
			`${board.name} decides alone: there is no mover or seconder, and no vote`,
		);
	}
	// To have it dealt with by others is the one step that the law, too, leaves them.
	const barring = declaredOn(meeting, item).find(bars);
	return barring && !passesOn(outcome)
		? reject(
				'invalid',
				`${personName(database, barring.person)} declared an interest and decides alone: the matter can only be deferred, referred or withdrawn`,
			)
		: undefined;
}

/** Whoever moves or seconds is there, may vote, and seconds nothing of their own. */
function refuseMovers(
	draft: Draft,
	meeting: Meeting,
	{mover, seconder, amendments = [], item}: Decision,
	when: When,
): Rejection | undefined {
	const {database} = draft;
	const there = electors(database, meeting, item, when);
	for (const motion of [...amendments, {mover, seconder}]) {
		if (motion.mover && motion.mover === motion.seconder) {
			return reject('invalid', 'the mover cannot second their own motion');
		}
		for (const person of [motion.mover, motion.seconder]) {
			const elector = there.find((one) => one.person === person);
			if (person === undefined || (elector && !elector.barred)) continue;
			const refused = refuseUnknown(draft, 'people', person);
			if (refused) return refused;
			const name = personName(database, person);
			return reject(
				'invalid',
				elector
					? `${name} declared an interest and cannot move or second on this item`
					: `${name} is not marked as present on the roll with a vote, so cannot move or second`,
			);
		}
	}
	return undefined;
}

/** The votes on the amendments and on the motion, each by the method that the law asks for. */
function refuseVotes(
	database: Database,
	meeting: Meeting,
	{vote, amendments = [], item, procedural}: Decision,
	when: When,
): Rejection | undefined {
	// A step of the meeting itself decides no budget.
	const named = procedural ? undefined : byName(database, meeting, item);
	const put = [...amendments.map((amendment) => amendment.vote), vote];
	if (named !== undefined && put.some((one) => one && one.method !== 'recorded')) {
		return reject('invalid', named);
	}
	for (const amendment of amendments) {
		const wrong =
			(amendment.vote && refuseVote(database, meeting, item, amendment.vote, when)) ??
			refuseFate(amendment);
		if (wrong) return wrong;
	}
	return vote && refuseVote(database, meeting, item, vote, when);
}

/** Takes the place of an earlier decision, or takes it back; only what stands can be ended, by what was carried. */
export function endEarlier(draft: Draft, id: string): Rejection | undefined {
	const {supersedes, rescinds, outcome} = draft.at(`decisions/${id}`) as Decision;
	const earlier = supersedes ?? rescinds;
	if (earlier === undefined) return undefined;
	if (supersedes && rescinds) {
		return reject('invalid', 'a decision supersedes or rescinds an earlier one, not both');
	}
	const unfit = refuseUnlessApproved(earlier, outcome);
	if (unfit) return unfit;
	const refused = refuseEnded(draft, earlier);
	if (refused) return refused;
	draft.set(`decisions/${earlier}`, 'status', supersedes ? 'superseded' : 'rescinded');
	return undefined;
}

/** Only what was approved ends an earlier decision. */
export const refuseUnlessApproved = (earlier: string, outcome: Outcome): Rejection | undefined =>
	outcome === 'approved' || outcome === 'approved-as-amended'
		? undefined
		: reject('invalid', `what is not approved cannot end decision ${earlier}`);

/** A decision that no longer stands is left as it is. */
export function refuseEnded(
	draft: Draft,
	id: string,
	so = 'it cannot be changed any more',
): Rejection | undefined {
	const refused = refuseUnknown(draft, 'decisions', id);
	if (refused) return refused;
	const {status} = draft.at(`decisions/${id}`) as Decision;
	return status === 'recorded' ? undefined : reject('state', `decision ${id} was ${status}; ${so}`);
}

/** A decision is recorded when it has been made: not with a day that is still to come. */
export function refuseFutureDecision(
	draft: Draft,
	id: string,
	{now}: Context,
): Rejection | undefined {
	const {date} = draft.at(`decisions/${id}`) as Decision;
	const {to} = spanOf(date);
	return to > dayIn(now, draft.database.organisation.timeZone)
		? reject(
				'invalid',
				`${sayDay(to)} is still to come: a decision bears the day on which it was made`,
			)
		: undefined;
}

/** A resolution takes in private what is on its meeting's agenda, on grounds that its law knows. */
export function refuseExclusion(draft: Draft, id: string): Rejection | undefined {
	const {excludes, meeting} = draft.at(`decisions/${id}`) as Decision;
	if (!excludes) return undefined;
	const held = draft.at(`meetings/${meeting}`) as Meeting;
	const {privately} = meetingLaw(draft.database, held);
	for (const {item, basis, paragraphs = []} of excludes) {
		const refused = refuseUnknownItem(draft, held.id, item);
		if (refused) return refused;
		const named = nameOf(draft.database, `meetings/${held.id}/agenda/${item}`);
		if (basis === 'exempt' && privately.asks === 'paragraph' && paragraphs.length === 0) {
			return reject('invalid', `say under which paragraphs item ${named} is taken in private`);
		}
		if (privately.asks === 'ground' && (basis === 'exempt' || paragraphs.length > 0)) {
			return reject(
				'invalid',
				`no paragraph of a statute keeps item ${named} from the public here`,
			);
		}
	}
	return undefined;
}
