import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {spanOf} from '../rules/days.ts';
import {bars, declaredOn, electors, quorumOn} from '../rules/presence.ts';
import {fateFollows, outcomeFollows, voteHolds} from '../rules/voting.ts';
import {
	amendmentSchema,
	type Board,
	daySchema,
	type Decision,
	enteredTextSchema,
	type Meeting,
	type Outcome,
	outcomeSchema,
	periodSchema,
	requiredTextSchema,
	idSchema,
	voteSchema,
} from '../schema/index.ts';
import {count, outcomeWords} from '../words.ts';
import {knownItem, minutesOpen} from './agenda.ts';
import {
	actorName,
	addedId,
	type Context,
	known,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';

const voteChange = z.strictObject(voteSchema.shape);
const amendmentChange = z.strictObject(amendmentSchema.shape).omit({id: true}).extend({
	text: requiredTextSchema,
	vote: voteChange.optional(),
});

/** What a record of a decision may hold besides its wording and outcome. */
const detail = {
	/** A day or, where the paper gives a span, its first and last. */
	date: z.union([daySchema, periodSchema]),
	reference: enteredTextSchema,
	recommendation: enteredTextSchema,
	reasons: enteredTextSchema,
	alternatives: enteredTextSchema,
	alternativesConfirmed: z.boolean(),
	mover: idSchema,
	seconder: idSchema,
	vote: voteChange,
	dispensations: enteredTextSchema,
	noConflicts: z.boolean(),
	procedural: z.boolean(),
	key: z.boolean(),
	keyReason: enteredTextSchema,
	urgency: enteredTextSchema,
	projects: z.array(idSchema),
};

export const decisionChanges = [
	z.strictObject({
		kind: z.literal('decision/record'),
		meeting: idSchema,
		item: idSchema.optional(),
		title: requiredTextSchema,
		resolution: requiredTextSchema,
		outcome: outcomeSchema,
		/** Without a date it is the day of recording or, after closing, of the closing, in the organisation's time zone. */
		...z.strictObject(detail).partial().shape,
		amendments: z.array(amendmentChange).optional(),
		/** The earlier decision whose place this one takes, or that it takes back. */
		supersedes: idSchema.optional(),
		rescinds: idSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('decision/correct'),
		id: idSchema,
		reason: requiredTextSchema,
		fields: z
			.strictObject({
				title: replacedRequired(requiredTextSchema),
				resolution: replacedRequired(requiredTextSchema),
				outcome: replacedRequired(outcomeSchema),
				date: replacedRequired(detail.date),
				reference: replaced(detail.reference),
				recommendation: replaced(detail.recommendation),
				reasons: replaced(detail.reasons),
				alternatives: replaced(detail.alternatives),
				alternativesConfirmed: replaced(detail.alternativesConfirmed),
				mover: replaced(detail.mover),
				seconder: replaced(detail.seconder),
				vote: replaced(detail.vote),
				dispensations: replaced(detail.dispensations),
				noConflicts: replaced(detail.noConflicts),
				key: replaced(detail.key),
				keyReason: replaced(detail.keyReason),
				urgency: replaced(detail.urgency),
				projects: replaced(detail.projects),
			})
			.partial(),
	}),
	z.strictObject({kind: z.literal('decision/retract'), id: idSchema, reason: requiredTextSchema}),
] as const;
type Change = z.infer<(typeof decisionChanges)[number]>;

/** Outcomes that need no quorum: the matter is put off, which is what becomes of it without one. */
const withoutQuorum: readonly Outcome[] = ['deferred', 'withdrawn'];

/** Outcomes by which one who decides alone passes a matter on for others to deal with. */
const passesOn: readonly Outcome[] = [...withoutQuorum, 'referred'];

/** An inquorate meeting cannot resolve (LGA 1972 Sch 12 para 6; committees by their rules). */
function quorate(draft: Draft, id: string): Rejection | undefined {
	const {database} = draft;
	const {meeting, item, outcome} = draft.at(`decisions/${id}`) as Decision;
	if (withoutQuorum.includes(outcome)) return undefined;
	const held = draft.at(`meetings/${meeting}`) as Meeting;
	// On the item under discussion only those count who are still there; of one that the meeting has
	// left, all who were there for some of it.
	const when = held.status === 'open' && held.currentItem === item ? 'now' : 'during';
	const {quorate, present, needed, barred} = quorumOn(database, held, item, when);
	if (quorate) return undefined;
	if (held.attendance.length === 0) {
		return reject(
			'state',
			'the roll has not been taken: without it no quorum is known (t takes it)',
		);
	}
	const without =
		barred.length > 0
			? ` (${barred.map((person) => personName(database, person)).join(' and ')} may not vote on it)`
			: '';
	return reject(
		'state',
		`not quorate on this item: ${present} of the ${count(needed ?? 1, 'voting member')} needed${without}; defer it, or adjourn`,
	);
}

/** Who moves and who votes must be there and free to; an individual decides without either. */
function motionHolds(draft: Draft, id: string): Rejection | undefined {
	const {database} = draft;
	const decision = draft.at(`decisions/${id}`) as Decision;
	const {mover, seconder, vote, amendments = [], outcome, item} = decision;
	const board = draft.at(`boards/${decision.board}`) as Board;
	const meeting = draft.at(`meetings/${decision.meeting}`) as Meeting;
	if (board.kind === 'individual') {
		if (mover || seconder || vote || amendments.length > 0) {
			return reject(
				'invalid',
				`${board.name} decides alone: there is no mover or seconder, and no vote`,
			);
		}
		// Where the interest is pecuniary, s.31(8) of the Localism Act 2011 leaves this one step.
		const barring = declaredOn(meeting, item).find(bars);
		return barring && !passesOn.includes(outcome)
			? reject(
					'invalid',
					`${personName(database, barring.person)} declared an interest and decides alone: the matter can only be deferred, referred or withdrawn`,
				)
			: undefined;
	}
	const there = electors(database, meeting, item, 'during');
	for (const motion of [...amendments, {mover, seconder}]) {
		if (motion.mover && motion.mover === motion.seconder) {
			return reject('invalid', 'the mover cannot second their own motion');
		}
		for (const person of [motion.mover, motion.seconder]) {
			const elector = there.find((one) => one.person === person);
			if (person === undefined || (elector && !elector.barred)) continue;
			const refused = known(draft, 'people', person);
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
	for (const amendment of amendments) {
		const wrong =
			(amendment.vote && voteHolds(database, meeting, item, amendment.vote)) ??
			fateFollows(amendment);
		if (wrong) return wrong;
	}
	return (vote && voteHolds(database, meeting, item, vote)) ?? outcomeFollows(vote, outcome);
}

/** Takes the place of an earlier decision, or takes it back; only what stands can be ended, by what was carried. */
function endEarlier(draft: Draft, id: string): Rejection | undefined {
	const {supersedes, rescinds, outcome} = draft.at(`decisions/${id}`) as Decision;
	const earlier = supersedes ?? rescinds;
	if (earlier === undefined) return undefined;
	if (supersedes && rescinds) {
		return reject('invalid', 'a decision supersedes or rescinds an earlier one, not both');
	}
	const unfit = endsByApproval(earlier, outcome);
	if (unfit) return unfit;
	const refused = stands(draft, earlier);
	if (refused) return refused;
	draft.set(`decisions/${earlier}`, 'status', supersedes ? 'superseded' : 'rescinded');
	return undefined;
}

/** Only what was approved ends an earlier decision. */
const endsByApproval = (earlier: string, outcome: Outcome): Rejection | undefined =>
	outcome === 'approved' || outcome === 'approved-as-amended'
		? undefined
		: reject('invalid', `what is not approved cannot end decision ${earlier}`);

/** A decision that no longer stands is left as it is. */
function stands(draft: Draft, id: string): Rejection | undefined {
	const refused = known(draft, 'decisions', id);
	if (refused) return refused;
	const {status} = draft.at(`decisions/${id}`) as Decision;
	return status === 'recorded'
		? undefined
		: reject('state', `decision ${id} was ${status}; it cannot be changed any more`);
}

/** A decision is recorded when it has been made: not with a day that is still to come. */
function made(draft: Draft, id: string, {now}: Context): Rejection | undefined {
	const {date} = draft.at(`decisions/${id}`) as Decision;
	const {to} = spanOf(date);
	return to > dayIn(now, draft.database.organisation.timeZone)
		? reject(
				'invalid',
				`${sayDay(to)} is still to come: a decision bears the day on which it was made`,
			)
		: undefined;
}

export const decisionRules: Rules<Change> = {
	// A resolution that was carried is corrected, rescinded or, when it was recorded by mistake,
	// retracted with a reason: never unmade by a key.
	'decision/record': {
		undoable: false,
		apply(draft, {kind: _kind, meeting, item, amendments = [], ...given}, context) {
			const refused =
				known(draft, 'meetings', meeting) ??
				(item === undefined ? undefined : knownItem(draft, meeting, item)) ??
				minutesOpen(draft, meeting);
			if (refused) return refused;
			const {status, board, closedAt} = draft.at(`meetings/${meeting}`) as Meeting;
			if (status === 'planned') {
				return reject(
					'state',
					`${nameOf(draft.database, `meetings/${meeting}`)} has not been opened`,
				);
			}
			const id = draft.allocate('D', 'decisions');
			const amended = amendments.map((amendment, index) => ({id: `a${index + 1}`, ...amendment}));
			draft.add('decisions', {
				id,
				reference: given.reference || undefined,
				meeting,
				item,
				board,
				status: 'recorded',
				// What is written up afterwards was decided while the meeting sat.
				date: given.date ?? dayIn(closedAt ?? context.now, draft.database.organisation.timeZone),
				title: given.title,
				recommendation: given.recommendation || undefined,
				resolution: given.resolution,
				outcome: given.outcome,
				reasons: given.reasons || undefined,
				alternatives: given.alternatives || undefined,
				alternativesConfirmed: given.alternativesConfirmed || undefined,
				mover: given.mover,
				seconder: given.seconder,
				amendments: amended.length > 0 ? amended : undefined,
				vote: given.vote,
				noConflicts: given.noConflicts || undefined,
				dispensations: given.dispensations || undefined,
				procedural: given.procedural || undefined,
				key: given.key,
				keyReason: given.keyReason || undefined,
				urgency: given.urgency || undefined,
				projects: given.projects,
				supersedes: given.supersedes,
				rescinds: given.rescinds,
			});
			return (
				made(draft, id, context) ??
				quorate(draft, id) ??
				motionHolds(draft, id) ??
				endEarlier(draft, id)
			);
		},
		tell: ({title, outcome}, told) =>
			`recorded decision ${addedId(told, 'decisions', {title})} “${title}”: ${outcomeWords[outcome]}`,
	},
	'decision/correct': {
		undoable: false,
		apply(draft, {id, fields, reason}, context) {
			const path = `decisions/${id}`;
			const before = draft.effects.length;
			const refused = stands(draft, id) ?? replaceFields(draft, path, fields, context);
			if (refused) return refused;
			if (draft.effects.length === before) {
				return reject('invalid', `nothing in decision ${id} would change`);
			}
			const by = actorName(context.actor);
			draft.add(`${path}/corrections`, {
				id: draft.allocate('C', `${path}/corrections`),
				at: context.now,
				by,
				reason,
			});
			const {supersedes, rescinds, outcome} = draft.at(path) as Decision;
			const earlier = supersedes ?? rescinds;
			const unfit =
				(fields.date && made(draft, id, context)) ??
				(fields.outcome &&
					(quorate(draft, id) ??
						(earlier === undefined ? undefined : endsByApproval(earlier, outcome))));
			if (unfit) return unfit;
			const touched = ['mover', 'seconder', 'vote', 'outcome'].some((field) => field in fields);
			return touched ? motionHolds(draft, id) : undefined;
		},
		tell: ({id, fields, reason}, {database}) =>
			`corrected ${Object.keys(fields).join(', ')} of decision ${nameOf(database, `decisions/${id}`)} (${reason})`,
	},
	'decision/retract': {
		undoable: false,
		apply(draft, {id, reason}, {now, actor}) {
			const refused = stands(draft, id);
			if (refused) return refused;
			draft.set(`decisions/${id}`, 'status', 'retracted');
			draft.set(`decisions/${id}`, 'retraction', {at: now, by: actorName(actor), reason});
			// What it had ended by mistake stands again.
			const {supersedes, rescinds} = draft.at(`decisions/${id}`) as Decision;
			const earlier = supersedes ?? rescinds;
			if (earlier !== undefined) draft.set(`decisions/${earlier}`, 'status', 'recorded');
			return undefined;
		},
		tell: ({id, reason}, {database}) =>
			`retracted decision ${nameOf(database, `decisions/${id}`)} (${reason})`,
	},
};
