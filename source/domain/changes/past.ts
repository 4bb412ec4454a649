import {z} from 'zod';
import {dayIn, sayDay, sayPeriod} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {spanOf} from '../rules/days.ts';
import {
	apologySchema,
	attendanceSchema,
	daySchema,
	enteredTextSchema,
	idSchema,
	localTimeSchema,
	type Meeting,
	outcomeSchema,
	periodSchema,
	requiredTextSchema,
	voteSchema,
} from '../schema/index.ts';
import {count, cut, outcomeWords} from '../words.ts';
import {addItem} from './item.ts';
import {refuseFutureDecision} from './decision-refusals.ts';
import {addedId, type Context, refuseUnknown, type Rules} from './family.ts';

/** What a paper tells of a decision that was taken before this database was kept. */
const decidedSchema = z.strictObject({
	/** The item that it was taken on. */
	title: requiredTextSchema,
	resolution: requiredTextSchema,
	outcome: outcomeSchema,
	date: z.union([daySchema, periodSchema]),
	reference: enteredTextSchema.optional(),
	/** The number of its minute, where the minute book counts on from meeting to meeting. */
	minuteNumber: enteredTextSchema.optional(),
	mover: idSchema.optional(),
	seconder: idSchema.optional(),
	vote: voteSchema.optional(),
	reasons: enteredTextSchema.optional(),
	alternatives: enteredTextSchema.optional(),
	key: z.boolean().optional(),
	keyReason: enteredTextSchema.optional(),
	procedural: z.boolean().optional(),
	/** The day on which the paper says that the decision was published. */
	publishedOn: daySchema.optional(),
	exempt: z.strictObject({paragraphs: z.array(z.int().min(1).max(7))}).optional(),
});
type Decided = z.infer<typeof decidedSchema>;

/**
 * Meetings and decisions of the past, as their papers tell of them. Nothing is told that they do not say: such a meeting
 * has no roll, no quorum and no times of its own but what its minutes tell, and nobody is asked for what cannot be known
 * any more.
 */
export const pastChanges = [
	z.strictObject({
		kind: z.literal('meeting/enter'),
		board: idSchema,
		title: requiredTextSchema,
		startsAt: localTimeSchema.optional(),
		/** The day or days, where no time is told. */
		period: periodSchema.optional(),
		venue: enteredTextSchema.optional(),
		/** Who was there, where the paper tells of everybody. */
		attendance: z.array(attendanceSchema).max(1000).optional(),
		apologies: z.array(apologySchema).max(1000).optional(),
		decisions: z.array(decidedSchema),
	}),
	z.strictObject({
		kind: z.literal('decision/enter'),
		/** A meeting that was entered from its papers. */
		meeting: idSchema,
		...decidedSchema.shape,
	}),
] as const;
type Change = z.infer<(typeof pastChanges)[number]>;

/** Whether a meeting came in from its papers: it is over, and nobody here opened it. */
export const isEntered = ({status, openedAt}: Meeting): boolean =>
	status === 'closed' && openedAt === undefined;

/** Puts a decision on record with the item that it was taken on. */
function enter(
	draft: Draft,
	meeting: string,
	{title, exempt, publishedOn, ...decided}: Decided,
	context: Context,
): Rejection | undefined {
	const {board, agenda} = draft.at(`meetings/${meeting}`) as Meeting;
	if (agenda.every((item) => item.title !== title))
		addItem(draft, meeting, {itemKind: 'business', title, ...(exempt ? {exempt} : {})});
	const item = (draft.at(`meetings/${meeting}`) as Meeting).agenda.find(
		(one) => one.title === title,
	);
	const id = draft.allocate('D', 'decisions');
	if (publishedOn !== undefined && publishedOn < spanOf(decided.date).from)
		return reject(
			'invalid',
			`${sayDay(publishedOn)} is before the decision, ${sayPeriod(decided.date)}`,
		);
	for (const person of [
		decided.mover,
		decided.seconder,
		...(decided.vote?.ballots ?? []).map((ballot) => ballot.person),
	]) {
		const unknown = person === undefined ? undefined : refuseUnknown(draft, 'people', person);
		if (unknown) return unknown;
	}
	draft.add('decisions', {
		id,
		reference: decided.reference || undefined,
		minuteNumber: decided.minuteNumber || undefined,
		meeting,
		item: item?.id,
		board,
		status: 'recorded',
		date: decided.date,
		title,
		resolution: decided.resolution,
		outcome: decided.outcome,
		mover: decided.mover,
		seconder: decided.seconder,
		vote: decided.vote,
		reasons: decided.reasons || undefined,
		alternatives: decided.alternatives || undefined,
		procedural: decided.procedural || undefined,
		key: decided.key,
		keyReason: decided.keyReason || undefined,
		publishedOn,
	});
	return refuseFutureDecision(draft, id, context);
}

export const pastRules: Rules<Change> = {
	'meeting/enter': {
		undoable: true,
		apply(
			draft,
			{board, title, startsAt, period, venue, attendance, apologies, decisions},
			context,
		) {
			const refused = refuseUnknown(draft, 'boards', board);
			if (refused) return refused;
			for (const {person} of [...(attendance ?? []), ...(apologies ?? [])]) {
				const unknown = refuseUnknown(draft, 'people', person);
				if (unknown) return unknown;
			}
			const day = startsAt?.slice(0, 10) ?? period?.to;
			if (day === undefined) return reject('invalid', 'a past meeting needs its date');
			if (day > dayIn(context.now, draft.database.organisation.timeZone).slice(0, day.length))
				return reject('invalid', `${sayDay(day)} is still to come: plan the meeting instead`);
			const id = draft.allocate('M', 'meetings');
			draft.add('meetings', {
				id,
				board,
				title,
				startsAt,
				period,
				status: 'closed',
				venue: venue || undefined,
				agenda: [],
				attendance: attendance ?? [],
				apologies,
			});
			for (const decided of decisions) {
				const wrong = enter(draft, id, decided, context);
				if (wrong) return wrong;
			}
			return undefined;
		},
		tell: ({title, decisions}, told) =>
			`entered meeting ${addedId(told, 'meetings', {title})} “${title}” of the past with ${count(decisions.length, 'decision')}`,
	},
	'decision/enter': {
		undoable: true,
		apply(draft, {kind: _kind, meeting, ...decided}, context) {
			const refused = refuseUnknown(draft, 'meetings', meeting);
			if (refused) return refused;
			if (!isEntered(draft.at(`meetings/${meeting}`) as Meeting))
				return reject(
					'state',
					`${nameOf(draft.database, `meetings/${meeting}`)} was held here: record the decision in it`,
				);
			return enter(draft, meeting, decided, context);
		},
		tell: ({title, outcome}, told) =>
			`entered decision ${addedId(told, 'decisions', {title})} “${cut(title, 80)}” of the past: ${outcomeWords[outcome]}`,
	},
};
