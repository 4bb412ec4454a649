import {z} from 'zod';
import {
	daySchema,
	idSchema,
	instantSchema,
	listOf,
	localTimeSchema,
	periodSchema,
	record,
	textSchema,
} from './common.ts';

const boardKinds = [
	'executive',
	'individual',
	'committee',
	'scrutiny',
	'officer',
	'plain',
] as const;

/** A person or a post; `name` is how minutes name them. */
export const personSchema = record({
	id: idSchema,
	name: textSchema,
	initials: textSchema.optional(),
	note: textSchema.optional(),
});

const memberRoles = ['chair', 'vice-chair', 'member', 'secretary', 'adviser'] as const;

const membershipSchema = record({
	/** Tells it from others of the same person, who may serve twice at different times; absent, the person does. */
	id: idSchema.optional(),
	person: idSchema,
	role: z.enum(memberRoles),
	from: daySchema.optional(),
	to: daySchema.optional(),
});

export const boardSchema = record({
	id: idSchema,
	name: textSchema,
	kind: z.enum(boardKinds),
	remit: textSchema.optional(),
	note: textSchema.optional(),
	members: z.array(membershipSchema),
	/** What this board does differently from the profile. */
	rules: record({
		/** How many voting members must be there for the board to resolve. */
		quorum: z.int().positive().optional(),
		/** Whether a motion needs a seconder; absent is what the kind of board makes usual. */
		seconder: z.boolean().optional(),
		/** Whether whoever presides has a casting vote on a tie; absent is yes (LGA 1972 Sch 12 para 39). */
		castingVote: z.boolean().optional(),
		/** Working days within which a decision may be called in; 0 is not at all. */
		callInDays: z.int().nonnegative().optional(),
	}).optional(),
});

/**
 * What is kept from the public, and why: paragraphs 1 to 7 of Schedule 12A to the Local Government Act 1972.
 * `title` and `summary` are what the public is told instead (s.100C).
 */
const exemptSchema = record({
	paragraphs: z.array(z.int().min(1).max(7)),
	title: textSchema.optional(),
	summary: textSchema.optional(),
});

/** The paper behind an item. */
export const reportSchema = record({
	id: idSchema,
	title: textSchema,
	reference: textSchema.optional(),
	date: z.union([daySchema, periodSchema]).optional(),
	author: textSchema.optional(),
	/** The board that is asked to decide. */
	board: idSchema.optional(),
	/** Whether the decision asked for is a key decision, and by which limb of the definition (SI 2012/2089 reg 8). */
	key: z.boolean().optional(),
	keyReason: textSchema.optional(),
	/** The day from which the public could read it. */
	publishedOn: daySchema.optional(),
	exempt: exemptSchema.optional(),
	summary: textSchema.optional(),
	recommendations: z.array(textSchema),
	reasons: textSchema.optional(),
	alternatives: textSchema.optional(),
	consultation: textSchema.optional(),
	scrutiny: textSchema.optional(),
	implications: z.array(record({heading: textSchema, text: textSchema})).optional(),
	appendices: z.array(textSchema).optional(),
	backgroundPapers: textSchema.optional(),
});

const itemKinds = [
	'apologies',
	'declarations',
	'minutes',
	'actions',
	'priority',
	'report',
	'exclusion',
	'business',
	'urgent',
] as const;

const agendaItemSchema = record({
	id: idSchema,
	kind: z.enum(itemKinds),
	title: textSchema,
	/** Minutes of time allotted. */
	minutes: z.int().nonnegative().optional(),
	about: record({
		priority: idSchema.optional(),
		project: idSchema.optional(),
		report: idSchema.optional(),
	}).optional(),
	exempt: exemptSchema.optional(),
	/** Why an item that was not on the published agenda could not wait (LGA 1972 s.100B(4)(b)). */
	urgency: textSchema.optional(),
	/** Whether the item is to be taken together with others that nobody wants to discuss. */
	enBloc: z.boolean().optional(),
	startedAt: instantSchema.optional(),
	endedAt: instantSchema.optional(),
	notes: textSchema.optional(),
	/** Who presided, where it was not the chair, or the vice-chair in the chair's absence. */
	presiding: idSchema.optional(),
});

const attendanceStatuses = [
	'present',
	'apologies',
	'absent',
	'substitute',
	'in-attendance',
] as const;
const attendanceStatusSchema = z.enum(attendanceStatuses);

const attendanceSchema = record({
	person: idSchema,
	status: attendanceStatusSchema,
	/** For a substitute: the member whose place they take. */
	for: idSchema.optional(),
});

/** Somebody who came or went while the meeting sat, and the item in which it happened. */
const movementKinds = ['arrived', 'left'] as const;
const movementSchema = record({
	id: idSchema,
	person: idSchema,
	kind: z.enum(movementKinds),
	at: instantSchema,
	item: idSchema.optional(),
});

/**
 * Kinds of interest: `dpi` a disclosable pecuniary interest (Localism Act 2011 s.31), `ori` another
 * registrable and `nri` a non-registrable one (the LGA's model code), `conflict` a conflict of
 * interest of one who takes or is consulted on an executive decision (SI 2012/2089 reg 12(2), 13(4)).
 */
const interestKinds = ['dpi', 'ori', 'nri', 'conflict'] as const;
const declarationSchema = record({
	id: idSchema,
	person: idSchema,
	item: idSchema.optional(),
	kind: z.enum(interestKinds),
	nature: textSchema.optional(),
	/** A sensitive interest: that there is one is said, its nature is not (Localism Act 2011 s.32). */
	sensitive: z.boolean().optional(),
	/** Whether the person left the room for the item. */
	withdrew: z.boolean().optional(),
	/** The dispensation under which they took part all the same (Localism Act 2011 s.33). */
	dispensation: textSchema.optional(),
});

/** A version of minutes that was given out, and what its seal was made of. */
const sealSchema = record({
	id: idSchema,
	at: instantSchema,
	by: textSchema,
	/** The act before the issue: the log up to it is what the seal vouches for. */
	revision: z.int().nonnegative(),
	/** The form of the content that was digested; a program that says more in minutes proves older seals by theirs. */
	form: z.int().positive().optional(),
	/** SHA-256 of the minutes' content, and of the log's last entry. */
	content: z.string(),
	log: z.string(),
	/** What is printed. */
	seal: textSchema,
});

/** An attributed correction of minutes that were approved; the wording before stands in the log. */
const correctionSchema = record({
	id: idSchema,
	at: instantSchema,
	by: textSchema,
	item: idSchema.optional(),
	reason: textSchema,
});

const minutesStatuses = ['draft', 'issued', 'approved', 'signed'] as const;
const minutesSchema = record({
	status: z.enum(minutesStatuses),
	seals: listOf(sealSchema).optional(),
	/** The meeting that approved them as a correct record, and when. */
	approvedBy: idSchema.optional(),
	approvedAt: instantSchema.optional(),
	/** Who signed the paper, and the day; the program records the ink, it does not replace it. */
	signedBy: idSchema.optional(),
	signedOn: daySchema.optional(),
	corrections: listOf(correctionSchema).optional(),
});

const meetingStatuses = ['planned', 'open', 'adjourned', 'closed'] as const;

export const meetingSchema = record({
	id: idSchema,
	board: idSchema,
	title: textSchema,
	/** Says that a meeting is made up to show the program, not taken from a record. */
	example: z.boolean().optional(),
	startsAt: localTimeSchema.optional(),
	/** The days that the paper gives when it names no single one. */
	period: periodSchema.optional(),
	venue: textSchema.optional(),
	status: z.enum(meetingStatuses),
	currentItem: idSchema.optional(),
	/** The day on which the agenda was published and the members summoned. */
	publishedOn: daySchema.optional(),
	agenda: listOf(agendaItemSchema),
	/** The roll: how everybody stood when it was taken or, for one who came later, since. */
	attendance: z.array(attendanceSchema),
	movements: listOf(movementSchema).optional(),
	declarations: listOf(declarationSchema).optional(),
	openedAt: instantSchema.optional(),
	closedAt: instantSchema.optional(),
	minutes: minutesSchema.optional(),
});

export type Board = z.infer<typeof boardSchema>;
export type Report = z.infer<typeof reportSchema>;
export type AgendaItem = z.infer<typeof agendaItemSchema>;
export type Declaration = z.infer<typeof declarationSchema>;
export type Exempt = z.infer<typeof exemptSchema>;
export type Seal = z.infer<typeof sealSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
