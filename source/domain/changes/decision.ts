import {whenTaken} from '../rules/bearing.ts';
import {isDisclosed} from '../rules/disclosed.ts';
import type {z} from 'zod';
import type {Draft} from '../draft.ts';
import {same} from '../equal.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import type {Decision, Meeting} from '../schema/index.ts';
import {listFields, outcomeWords} from '../words.ts';
import {refuseUnknownItem, refuseApprovedMinutes} from './item.ts';
import {
	endEarlier,
	refuseUnlessApproved,
	refuseFutureDecision,
	refuseMotion,
	refuseInquorate,
	refuseEnded,
	refuseExclusion,
} from './decision-refusals.ts';
import {actorName} from '../actor.ts';
import {answeredIn, askedChange, refuseUnder} from './between.ts';
import {refuseElection} from '../rules/election.ts';
import {refuseTimes} from '../rules/times.ts';
import {addedId, refuseUnknown, replaceFields, type Rules, type Context} from './family.ts';
import type {DecisionChange, GivenAmendment} from './decision-shapes.ts';
import {numbered, clausesOf, asRecorded} from './decision-record.ts';

/** Puts all of a decision's amendments in place of those expected. */
function replaceAmendments(
	draft: Draft,
	path: string,
	{from = [], to = []}: {from?: GivenAmendment[]; to?: GivenAmendment[]},
): Rejection | undefined {
	const {amendments = []} = draft.at(path) as Decision;
	if (!same(amendments, numbered(from))) {
		return reject(
			'conflict',
			`${nameOf(draft.database, path)}: its amendments have changed since; look at them again`,
		);
	}
	if (same(from, to)) return undefined;
	for (const {id} of amendments) draft.remove(`${path}/amendments/${id}`);
	for (const amendment of numbered(to)) draft.add(`${path}/amendments`, amendment);
	if (to.length === 0) draft.set(path, 'amendments', undefined);
	return undefined;
}

/**
 * Puts other days, or another way in which it was put, in place of those expected of a ballot. Who answered follows the
 * votes, and the day on which it was decided its end.
 */
function askedAgain(
	draft: Draft,
	path: string,
	asked: {from?: z.infer<typeof askedChange>; to: z.infer<typeof askedChange>} | undefined,
): Rejection | undefined {
	const {asked: held, vote, date} = draft.at(path) as Decision;
	if (!held) {
		return asked
			? reject('invalid', `${nameOf(draft.database, path)} was not put to a ballot`)
			: undefined;
	}
	const {answered = [], ...before} = held;
	if (asked?.from && !same(asked.from, before)) {
		return reject('conflict', `${nameOf(draft.database, path)}: its ballot is another by now`);
	}
	const after = asked?.to ?? before;
	const now = answeredIn(vote);
	if (!same(after, before) || !same(now, answered)) {
		draft.set(path, 'asked', {...after, answered: now});
	}
	if (date === before.to && after.to !== before.to) draft.set(path, 'date', after.to);
	return undefined;
}

type Rewriting = Pick<Extract<DecisionChange, {kind: 'decision/edit'}>, 'id' | 'fields'>;

/** Puts what is written in the place of what was expected. */
function rewrite(draft: Draft, {id, fields}: Rewriting, context: Context): Rejection | undefined {
	const path = `decisions/${id}`;
	const before = draft.effects.length;
	const {amendments, asked, ...others} = fields;
	const refused =
		refuseEnded(draft, id) ??
		replaceFields(draft, path, others, context) ??
		askedAgain(draft, path, asked) ??
		(amendments && replaceAmendments(draft, path, amendments));
	if (refused) return refused;
	if (draft.effects.length === before) {
		return reject('invalid', `nothing in decision ${id} would change`);
	}
	draft.set(path, 'marked', undefined);
	if (fields.resolution) {
		draft.set(path, 'clauses', clausesOf((draft.at(path) as Decision).resolution));
	}
	return undefined;
}

/**
 * Takes back the approval of minutes that rested on a resolution which no longer stands as carried. Of signed minutes it
 * cannot be: the ink stands.
 */
function withdrawApproval(draft: Draft, id: string): Rejection | undefined {
	const {database} = draft;
	const {meeting, item, outcome, status} = draft.at(`decisions/${id}`) as Decision;
	const held = database.meetings.find((one) => one.id === meeting);
	const about = held?.agenda.find((one) => one.id === item)?.about?.meeting;
	const minuted = database.meetings.find((one) => one.id === about);
	if (!minuted?.minutes || minuted.minutes.approvedBy !== meeting) return undefined;
	const approves = (one: Decision) =>
		one.meeting === meeting &&
		one.item === item &&
		one.status === 'recorded' &&
		['approved', 'approved-as-amended'].includes(one.outcome);
	const stands = status === 'recorded' && ['approved', 'approved-as-amended'].includes(outcome);
	if (stands || database.decisions.some((one) => one.id !== id && approves(one))) return undefined;
	if (minuted.minutes.status === 'signed') {
		return reject(
			'state',
			`the minutes of ${nameOf(database, `meetings/${minuted.id}`)} were approved by ${id} and are signed: it stands`,
		);
	}
	const path = `meetings/${minuted.id}/minutes`;
	draft.set(path, 'status', 'issued');
	draft.set(path, 'approvedBy', undefined);
	draft.set(path, 'approvedAt', undefined);
	return undefined;
}

/** Why a decision cannot be as it was rewritten. */
function refuseRewritten(
	draft: Draft,
	{id, fields}: Rewriting,
	context: Context,
): Rejection | undefined {
	const {supersedes, rescinds, outcome} = draft.at(`decisions/${id}`) as Decision;
	const earlier = supersedes ?? rescinds;
	const unfit =
		((fields.date ?? fields.asked) && refuseFutureDecision(draft, id, context)) ??
		(fields.outcome &&
			(refuseInquorate(draft, id) ??
				(earlier === undefined ? undefined : refuseUnlessApproved(earlier, outcome))));
	if (unfit) return unfit;
	const touched = ['mover', 'seconder', 'vote', 'needs', 'amendments', 'outcome', 'asked'].some(
		(field) => field in fields,
	);
	return (
		(fields.excludes && refuseExclusion(draft, id)) ??
		(touched ? refuseMotion(draft, id) : undefined) ??
		(fields.outcome && withdrawApproval(draft, id))
	);
}

export const decisionRules: Rules<DecisionChange> = {
	// A resolution that was carried is corrected, rescinded or, when it was recorded by mistake,
	// retracted with a reason: never unmade by a key.
	'decision/record': {
		undoable: false,
		apply(draft, change, context) {
			const {meeting, item, ...given} = change;
			const refused =
				refuseUnknown(draft, 'meetings', meeting) ??
				(item === undefined ? undefined : refuseUnknownItem(draft, meeting, item)) ??
				refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			if ((draft.at(`meetings/${meeting}`) as Meeting).status === 'planned') {
				return reject(
					'state',
					`${nameOf(draft.database, `meetings/${meeting}`)} has not been opened`,
				);
			}
			const id = draft.allocate('D', 'decisions');
			draft.add('decisions', asRecorded(draft, id, change, context));
			return (
				refuseFutureDecision(draft, id, context) ??
				(given.at === undefined ? undefined : refuseTimes(draft.database, meeting, context.now)) ??
				refuseInquorate(draft, id) ??
				refuseExclusion(draft, id) ??
				refuseMotion(draft, id) ??
				refuseUnder(draft, given) ??
				refuseElection(draft.database, draft.at(`decisions/${id}`) as Decision) ??
				endEarlier(draft, id)
			);
		},
		tell: ({title, outcome}, told) =>
			`recorded decision ${addedId(told, 'decisions', {title})} “${title}”: ${outcomeWords[outcome]}`,
	},
	'decision/correct': {
		undoable: false,
		apply(draft, change, context) {
			const {id, reason} = change;
			const refused = rewrite(draft, change, context);
			if (refused) return refused;
			const path = `decisions/${id}`;
			draft.add(`${path}/corrections`, {
				id: draft.allocate('C', `${path}/corrections`),
				at: context.now,
				by: actorName(context.actor),
				reason,
			});
			return refuseRewritten(draft, change, context);
		},
		tell: ({id, fields, reason}, {database}) =>
			`corrected ${listFields(fields)} of decision ${nameOf(database, `decisions/${id}`)} (${reason})`,
	},
	'decision/edit': {
		undoable: true,
		apply(draft, change, context) {
			const {id} = change;
			const refused = refuseUnknown(draft, 'decisions', id);
			if (refused) return refused;
			if (isDisclosed(draft.database, draft.at(`decisions/${id}`) as Decision)) {
				return reject(
					'state',
					`decision ${id} was given out: it is corrected, with a reason (decision/correct)`,
				);
			}
			return rewrite(draft, change, context) ?? refuseRewritten(draft, change, context);
		},
		tell: ({id, fields}, {database}) =>
			`edited ${listFields(fields)} of the draft of decision ${nameOf(database, `decisions/${id}`)}`,
	},
	'decision/retract': {
		undoable: false,
		apply(draft, {id, reason}, {now, actor}) {
			const refused = refuseEnded(draft, id);
			if (refused) return refused;
			draft.set(`decisions/${id}`, 'status', 'retracted');
			draft.set(`decisions/${id}`, 'retraction', {at: now, by: actorName(actor), reason});
			// What it had ended by mistake stands again.
			const {supersedes, rescinds} = draft.at(`decisions/${id}`) as Decision;
			const earlier = supersedes ?? rescinds;
			if (earlier !== undefined) draft.set(`decisions/${earlier}`, 'status', 'recorded');
			return withdrawApproval(draft, id);
		},
		tell: ({id, reason}, {database}) =>
			`retracted decision ${nameOf(database, `decisions/${id}`)} (${reason})`,
	},
	'decision/mark': {
		undoable: true,
		apply(draft, {id, why}, {now}) {
			const refused = refuseEnded(draft, id);
			if (refused) return refused;
			draft.set(`decisions/${id}`, 'marked', {since: now, why});
			return undefined;
		},
		tell: ({id, why}, {database}) =>
			`marked decision ${nameOf(database, `decisions/${id}`)} to be looked at again (${why})`,
	},
	'decision/confirm': {
		undoable: false,
		apply(draft, {id, reason}, {now, actor}) {
			const refused = refuseEnded(draft, id);
			if (refused) return refused;
			const path = `decisions/${id}`;
			const decision = draft.at(path) as Decision;
			const {marked} = decision;
			if (!marked) return reject('state', `decision ${id} is not marked to be looked at again`);
			// Only what the facts bear is confirmed: else it is corrected, referred or retracted.
			const unfit = refuseInquorate(draft, id) ?? refuseMotion(draft, id, whenTaken(decision));
			if (unfit) return unfit;
			draft.set(path, 'marked', undefined);
			const list = `${path}/confirmed`;
			draft.add(list, {id: draft.allocate('CF', list), at: now, by: actorName(actor), reason});
			return undefined;
		},
		tell: ({id, reason}, {database}) =>
			`confirmed decision ${nameOf(database, `decisions/${id}`)} (${reason})`,
	},
};
