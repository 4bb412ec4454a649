import {z} from 'zod';
import {
	daySchema,
	idSchema,
	instantSchema,
	listOf,
	periodSchema,
	record,
	textSchema,
} from './common.ts';

const outcomes = [
	'approved',
	'approved-as-amended',
	'refused',
	'lost',
	'deferred',
	'referred',
	'recommended-to-council',
	'noted',
	'withdrawn',
] as const;
const outcomeSchema = z.enum(outcomes);

const voteChoices = ['for', 'against', 'abstained'] as const;
/** How one person voted. Whoever was not there is not in a vote: absent is not abstained. */
const ballotSchema = record({person: idSchema, vote: z.enum(voteChoices)});

/**
 * How a motion was put: carried without anybody dissenting, by hands counted, or with every name written
 * down.
 */
const voteMethods = ['no-dissent', 'show-of-hands', 'recorded'] as const;
const voteSchema = record({
	method: z.enum(voteMethods),
	for: z.int().nonnegative().optional(),
	against: z.int().nonnegative().optional(),
	abstained: z.int().nonnegative().optional(),
	/** The second vote of whoever presided, given on a tie only (LGA 1972 Sch 12 para 39(2)). */
	casting: record({person: idSchema, vote: z.enum(['for', 'against'])}).optional(),
	/**
	 * Names: all of them in a recorded vote; in another, of those who asked that their own be written
	 * down (SI 1993/202).
	 */
	ballots: z.array(ballotSchema).optional(),
});

const fates = ['carried', 'lost', 'accepted', 'withdrawn'] as const;
/** An amendment: put to the vote (`carried`, `lost`), taken up by the mover, or taken back. */
const amendmentSchema = record({
	id: idSchema,
	text: textSchema,
	mover: idSchema.optional(),
	seconder: idSchema.optional(),
	vote: voteSchema.optional(),
	fate: z.enum(fates),
});

/** How a call-in ended: the decision stands, was sent back to the decision-maker, or nobody met in time. */
const callInEnds = ['released', 'referred-back', 'lapsed'] as const;
/** A decision that scrutiny called in before it took effect. */
const callInSchema = record({
	on: daySchema,
	by: textSchema,
	reasons: textSchema.optional(),
	ended: record({
		on: daySchema,
		how: z.enum(callInEnds),
		note: textSchema.optional(),
	}).optional(),
});

const decisionStatuses = ['recorded', 'retracted', 'rescinded', 'superseded'] as const;

export const decisionSchema = record({
	id: idSchema,
	reference: textSchema.optional(),
	meeting: idSchema,
	item: idSchema.optional(),
	board: idSchema,
	status: z.enum(decisionStatuses),
	date: z.union([daySchema, periodSchema]),
	title: textSchema,
	recommendation: textSchema.optional(),
	resolution: textSchema,
	outcome: outcomeSchema,
	reasons: textSchema.optional(),
	alternatives: textSchema.optional(),
	/** Somebody confirmed that these alternatives were considered and rejected; a report's are only a draft. */
	alternativesConfirmed: z.boolean().optional(),
	mover: idSchema.optional(),
	seconder: idSchema.optional(),
	amendments: listOf(amendmentSchema).optional(),
	vote: voteSchema.optional(),
	/** Somebody confirmed that nobody declared a conflict of interest, where the meeting's record does not show that it was asked. */
	noConflicts: z.boolean().optional(),
	/** Dispensations granted by the head of paid service (SI 2012/2089 reg 12(2)); not those of the Localism Act. */
	dispensations: textSchema.optional(),
	/** A step of the meeting itself (its minutes, an exclusion, an adjournment), which decides no report. */
	procedural: z.boolean().optional(),
	key: z.boolean().optional(),
	keyReason: textSchema.optional(),
	/** Why the decision is urgent and not open to call-in, and who agreed. */
	urgency: textSchema.optional(),
	/** The day on which the notice of the decision was published: call-in runs from it. */
	publishedOn: daySchema.optional(),
	callIn: callInSchema.optional(),
	projects: z.array(idSchema).optional(),
	supersedes: idSchema.optional(),
	rescinds: idSchema.optional(),
	/** Attributed corrections; the wording before and after stands in the log. */
	corrections: listOf(
		record({id: idSchema, at: instantSchema, by: textSchema, reason: textSchema}),
	).optional(),
	retraction: record({at: instantSchema, by: textSchema, reason: textSchema}).optional(),
});

export const actionStatuses = ['open', 'done', 'cancelled'] as const;
const actionStatusSchema = z.enum(actionStatuses);

export const actionSchema = record({
	id: idSchema,
	text: textSchema,
	/** A person's id, or a name in plain words for somebody whom the database does not list. */
	owner: textSchema.optional(),
	due: daySchema.optional(),
	status: actionStatusSchema,
	meeting: idSchema.optional(),
	item: idSchema.optional(),
	decision: idSchema.optional(),
	project: idSchema.optional(),
	closedAt: instantSchema.optional(),
	note: textSchema.optional(),
});

const noticeKinds = [
	'key-decision',
	'private-meeting',
	'private-meeting-confirmed',
	'general-exception',
	'special-urgency',
] as const;

/**
 * A notice that the law wants before something is decided (SI 2012/2089): of a key decision 28 clear days
 * before (reg 9), of a private meeting 28 and then five clear days before (reg 5(2) and (4)), of the general exception
 * (reg 10) or of special urgency (reg 11). The notices of key decisions to come are the forward plan.
 */
export const noticeSchema = record({
	id: idSchema,
	kind: z.enum(noticeKinds),
	/** The matter, as the public reads it. */
	title: textSchema,
	board: idSchema,
	report: idSchema.optional(),
	meeting: idSchema.optional(),
	item: idSchema.optional(),
	/** When the decision is to be made: a day or a span of days. */
	decisionOn: z.union([daySchema, periodSchema]).optional(),
	publishedOn: daySchema.optional(),
	/** Papers that the decision-maker will be given. */
	documents: z.array(textSchema).optional(),
	/** Why the meeting is private, or why the usual notice was impracticable. */
	reasons: textSchema.optional(),
	/**
	 * The post that was told (general exception) or that agreed (special urgency or, for a private meeting, that it
	 * is urgent: reg 5(6)), and the day.
	 */
	agreedBy: textSchema.optional(),
	agreedOn: daySchema.optional(),
	/** What was said against meeting in private, and the answer (reg 5(4)). */
	representations: textSchema.optional(),
	response: textSchema.optional(),
	withdrawn: z.boolean().optional(),
});

export type Vote = z.infer<typeof voteSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Action = z.infer<typeof actionSchema>;
