import {z} from 'zod';
import {majoritySchema} from '../schema/board.ts';
import {
	amendmentSchema,
	daySchema,
	enteredTextSchema,
	excludedSchema,
	idSchema,
	instantSchema,
	outcomeSchema,
	periodSchema,
	requiredTextSchema,
	voteSchema,
} from '../schema/index.ts';
import {askedChange, consultedChange, delegationChange, underChange} from './between.ts';
import {replaced, replacedRequired} from './family.ts';

const voteChange = z.strictObject(voteSchema.shape);
const amendmentChange = z.strictObject(amendmentSchema.shape).omit({id: true}).extend({
	text: requiredTextSchema,
	vote: voteChange.optional(),
});

/** That the usual course was left: who agreed, on which day, and why. */
const agreedSchema = z
	.strictObject({by: requiredTextSchema, on: daySchema, why: requiredTextSchema})
	.partial();

const excludedChange = z.strictObject(excludedSchema.shape);

export const candidateChange = z.strictObject({
	person: idSchema.optional(),
	name: requiredTextSchema.optional(),
	votes: z.int().nonnegative().optional(),
	elected: z.boolean().optional(),
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
	specialUrgency: agreedSchema,
	callInWaived: agreedSchema,
	projects: z.array(idSchema),
	/** The items that it takes in private. */
	excludes: z.array(excludedChange),
	/** What it needed to be carried, where that was more than most of those who voted. */
	needs: z.strictObject(majoritySchema.shape),
	consulted: z.array(consultedChange),
	/** Power that it gives, which stays open until a decision cites it. */
	delegations: z.array(delegationChange),
	under: underChange,
	objectives: z.array(idSchema),
	priorities: z.array(idSchema),
	/** Who was put forward for an office, with how many votes, and who was elected. */
	candidates: z.array(candidateChange),
};

const correctedSchema = z
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
		amendments: replaced(z.array(amendmentChange)),
		dispensations: replaced(detail.dispensations),
		noConflicts: replaced(detail.noConflicts),
		key: replaced(detail.key),
		keyReason: replaced(detail.keyReason),
		specialUrgency: replaced(detail.specialUrgency),
		callInWaived: replaced(detail.callInWaived),
		projects: replaced(detail.projects),
		excludes: replaced(detail.excludes),
		/** Of a ballot between meetings: its days, and how it was put. */
		asked: replacedRequired(askedChange),
		needs: replaced(detail.needs),
		under: replaced(detail.under),
		objectives: replaced(detail.objectives),
		priorities: replaced(detail.priorities),
	})
	.partial();

/** Decisions as acts give them: recorded, corrected, edited as drafts, retracted, looked at again. */
export const decisionChanges = [
	z.strictObject({
		kind: z.literal('decision/record'),
		meeting: idSchema,
		item: idSchema.optional(),
		title: requiredTextSchema,
		resolution: requiredTextSchema,
		outcome: outcomeSchema,
		/** When it was taken; absent, it is taken now or, where its item is over, at some time of that. */
		at: instantSchema.optional(),
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
		fields: correctedSchema,
	}),
	/** As a correction, of a record that nobody outside has seen yet: it needs no reason, and nothing says that it was another. */
	z.strictObject({kind: z.literal('decision/edit'), id: idSchema, fields: correctedSchema}),
	z.strictObject({kind: z.literal('decision/retract'), id: idSchema, reason: requiredTextSchema}),
	/** What it rests on is changed in the same act, and why. */
	z.strictObject({kind: z.literal('decision/mark'), id: idSchema, why: requiredTextSchema}),
	/** Somebody looked at it again: it stands on what the record holds now. */
	z.strictObject({kind: z.literal('decision/confirm'), id: idSchema, reason: requiredTextSchema}),
] as const;
export type DecisionChange = z.infer<(typeof decisionChanges)[number]>;

export type GivenAmendment = z.infer<typeof amendmentChange>;
