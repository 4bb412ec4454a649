import {z} from 'zod';
import {majoritySchema} from './board.ts';
import {
	boundedList,
	daySchema,
	idSchema,
	instantSchema,
	listOf,
	periodSchema,
	privateSchema,
	record,
	textSchema,
} from './common.ts';
import {
	actionStatuses,
	callInEnds,
	decisionStatuses,
	exclusionBases,
	fates,
	noticeKinds,
	outcomes,
	voteChoices,
	voiceResults,
	voteMethods,
} from './values.ts';

export const outcomeSchema = z.enum(outcomes);

/** How one person voted. Whoever was not there is not in a vote: absent is not abstained. */
export const ballotSchema = record({person: idSchema, vote: z.enum(voteChoices)});

export const voteSchema = record({
	method: z.enum(voteMethods),
	for: z.int().nonnegative().optional(),
	against: z.int().nonnegative().optional(),
	abstained: z.int().nonnegative().optional(),
	/** Of a vote by voice: what whoever presided declared. */
	declared: z.enum(voiceResults).optional(),
	/** The second vote of whoever presided, given on a tie only (LGA 1972 Sch 12 para 39(2)). */
	casting: record({person: idSchema, vote: z.enum(['for', 'against'])}).optional(),
	/**
	 * Names: all of them in a recorded vote; in another, of those who asked that their own be written
	 * down (SI 1993/202).
	 */
	ballots: z.array(ballotSchema).optional(),
});

/** An amendment: put to the vote (`carried`, `lost`), taken up by the mover, or taken back. */
export const amendmentSchema = record({
	id: idSchema,
	text: textSchema,
	mover: idSchema.optional(),
	seconder: idSchema.optional(),
	vote: voteSchema.optional(),
	fate: z.enum(fates),
});

/** A decision that scrutiny called in before it took effect. */
export const callInSchema = record({
	on: daySchema,
	by: textSchema,
	reasons: textSchema.optional(),
	ended: record({
		on: daySchema,
		how: z.enum(callInEnds),
		note: textSchema.optional(),
	}).optional(),
});

/** Somebody agreed that the usual course be left: who (a post), on which day, and why. */
const agreedSchema = record({
	by: textSchema.optional(),
	on: daySchema.optional(),
	why: textSchema.optional(),
});

/** An item that a resolution takes in private, on what basis and, for exempt matter, under which paragraphs. */
export const excludedSchema = record({
	item: idSchema,
	basis: z.enum(exclusionBases),
	paragraphs: z.array(z.int().min(1).max(15)).optional(),
});

/** A clause of a resolution; its letters or numbers are drawn from its place. */
const clauseSchema = record({
	id: idSchema,
	text: textSchema,
	clauses: boundedList(record({id: idSchema, text: textSchema}), 100).optional(),
});

/** Power given to a post: for what, in consultation with whom, within which limits, and until when. */
export const delegationSchema = record({
	id: idSchema,
	matter: textSchema,
	to: textSchema,
	inConsultationWith: boundedList(textSchema, 20).optional(),
	limits: textSchema.optional(),
	until: daySchema.optional(),
	/** It is spent or withdrawn, from that day. */
	endedOn: daySchema.optional(),
});

export const decisionSchema = record({
	id: idSchema,
	reference: textSchema.optional(),
	/** The number of its minute, given when the minutes are issued. */
	minuteNumber: textSchema.optional(),
	/** The meeting at which it was taken; absent, it was taken between meetings or by one who decides alone. */
	meeting: idSchema.optional(),
	item: idSchema.optional(),
	board: idSchema,
	status: z.enum(decisionStatuses),
	date: z.union([daySchema, periodSchema]),
	/** When it was taken, as it was told; `keyed` is the moment of the key where that was another. */
	at: instantSchema.optional(),
	keyed: instantSchema.optional(),
	title: textSchema,
	recommendation: textSchema.optional(),
	resolution: textSchema,
	/** The resolution in clauses; absent, it is one text. */
	clauses: boundedList(clauseSchema, 200).optional(),
	outcome: outcomeSchema,
	reasons: textSchema.optional(),
	alternatives: textSchema.optional(),
	/** Somebody confirmed that these alternatives were considered and rejected; a report's are only a draft. */
	alternativesConfirmed: z.boolean().optional(),
	mover: idSchema.optional(),
	seconder: idSchema.optional(),
	amendments: listOf(amendmentSchema).optional(),
	vote: voteSchema.optional(),
	/** What it needed to be carried, where that was more than most of those who voted. */
	needs: majoritySchema.optional(),
	/** A choice between candidates for an office: who was put forward, with how many votes, and who was chosen. */
	candidates: boundedList(
		record({
			id: idSchema,
			person: idSchema.optional(),
			name: textSchema.optional(),
			votes: z.int().nonnegative().optional(),
			elected: z.boolean().optional(),
		}),
		100,
	).optional(),
	/** Put between meetings: the days, how, and who answered. */
	asked: record({
		from: daySchema,
		to: daySchema,
		how: textSchema,
		answered: z.array(idSchema).max(10_000).optional(),
	}).optional(),
	/** The items that it takes in private. */
	excludes: boundedList(excludedSchema, 500).optional(),
	/** Who was consulted, and the conflict of interest that they declared (SI 2012/2089 reg 12(2)(d), 13(4)). */
	consulted: boundedList(
		record({
			id: idSchema,
			person: idSchema.optional(),
			name: textSchema.optional(),
			conflict: textSchema.optional(),
		}),
		100,
	).optional(),
	delegations: boundedList(delegationSchema, 50).optional(),
	/**
	 * The delegation under which it was taken: the decision that gave it, and which of its delegations; or what else gave
	 * the power, such as a part of the constitution.
	 */
	under: record({
		decision: idSchema.optional(),
		delegation: idSchema.optional(),
		authority: textSchema.optional(),
	}).optional(),
	/** Somebody confirmed that nobody declared a conflict of interest, where the meeting's record does not show that it was asked. */
	noConflicts: z.boolean().optional(),
	/** Dispensations granted by the head of paid service (SI 2012/2089 reg 12(2)); not those of the Localism Act. */
	dispensations: textSchema.optional(),
	/** A step of the meeting itself (its minutes, an exclusion, an adjournment), which decides no report. */
	procedural: z.boolean().optional(),
	key: z.boolean().optional(),
	keyReason: textSchema.optional(),
	/** Why it could not wait for a notice of five clear days, and who agreed (SI 2012/2089 reg 11). */
	specialUrgency: agreedSchema.optional(),
	/** Why it is urgent and not open to call-in, and who agreed. */
	callInWaived: agreedSchema.optional(),
	/** The day on which the notice of the decision was published: call-in runs from it. */
	publishedOn: daySchema.optional(),
	callIn: callInSchema.optional(),
	/** The day on which it took or takes effect, where that was told. */
	effectiveOn: daySchema.optional(),
	/** What it rests on was changed afterwards: since when and how. It is not published or carried out until that is settled. */
	marked: record({since: instantSchema, why: textSchema}).optional(),
	/** Somebody looked at it again after such a change, and confirmed it. */
	confirmed: boundedList(
		record({id: idSchema, at: instantSchema, by: textSchema, reason: textSchema}),
		100,
	).optional(),
	projects: z.array(idSchema).optional(),
	objectives: boundedList(idSchema, 100).optional(),
	priorities: boundedList(idSchema, 100).optional(),
	/** It was not recorded here but taken over from a paper. */
	imported: z.boolean().optional(),
	supersedes: idSchema.optional(),
	rescinds: idSchema.optional(),
	/** Attributed corrections; the wording before and after stands in the log. */
	corrections: listOf(
		record({id: idSchema, at: instantSchema, by: textSchema, reason: textSchema}),
	).optional(),
	retraction: record({at: instantSchema, by: textSchema, reason: textSchema}).optional(),
});

export const actionStatusSchema = z.enum(actionStatuses);

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
	/** How it goes on, told along the way. */
	progress: boundedList(
		record({
			id: idSchema,
			at: instantSchema,
			by: textSchema.optional(),
			meeting: idSchema.optional(),
			text: textSchema,
		}),
		1000,
	).optional(),
	private: privateSchema.optional(),
});

/**
 * A notice that the law wants before something is decided (SI 2012/2089): of a key decision 28 clear days
 * before (reg 9), of a private meeting 28 and then five clear days before (reg 5(2) and (4)), of the general exception
 * (reg 10) or of special urgency (reg 11); of a private meeting that could not wait (reg 5(7)). The notices of key decisions to come are the forward plan.
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
export type Clause = z.infer<typeof clauseSchema>;
export type Delegation = z.infer<typeof delegationSchema>;
export type Excluded = z.infer<typeof excludedSchema>;
export type CallIn = z.infer<typeof callInSchema>;
export type Notice = z.infer<typeof noticeSchema>;
export type Decision = z.infer<typeof decisionSchema>;
export type Action = z.infer<typeof actionSchema>;
