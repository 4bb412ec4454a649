import {z} from 'zod';
import {
	boundedList,
	daySchema,
	idSchema,
	instantSchema,
	listOf,
	localTimeSchema,
	periodSchema,
	record,
	textSchema,
} from './common.ts';
import {exemptSchema} from './report.ts';
import {
	attendanceStatuses,
	interestKinds,
	itemDisposals,
	itemKinds,
	meetingStatuses,
	minutesStatuses,
	movementKinds,
	profiles,
} from './values.ts';

/*
 * A time that is printed is the one that was told. Where it was told otherwise than keyed, `keyed` beside it
 * holds the moment of the key.
 */

export const agendaItemSchema = record({
	id: idSchema,
	kind: z.enum(itemKinds),
	title: textSchema,
	/** Minutes of time allotted. */
	minutes: z.int().nonnegative().optional(),
	/**
	 * What the item is about: also the meeting whose minutes it takes, the requests that are gathered under it, and the
	 * item of an earlier meeting whose unfinished business it is.
	 */
	about: record({
		priority: idSchema.optional(),
		project: idSchema.optional(),
		report: idSchema.optional(),
		strategy: idSchema.optional(),
		meeting: idSchema.optional(),
		decision: idSchema.optional(),
		item: idSchema.optional(),
		requests: boundedList(idSchema, 500).optional(),
	}).optional(),
	/** The number under which it was published: it stands, whatever is added or taken off later. */
	number: z
		.string()
		.regex(/^[0-9A-Za-z][0-9A-Za-z.()/-]{0,15}$/, 'expected a number such as 2 or 2a')
		.optional(),
	/** The number of its minute, given when the minutes are issued. */
	minuteNumber: textSchema.optional(),
	exempt: exemptSchema.optional(),
	/** Why an item that was not on the published agenda could not wait (LGA 1972 s.100B(4)(b)). */
	urgency: textSchema.optional(),
	/** Whether the item is to be taken together with others that nobody wants to discuss. */
	enBloc: z.boolean().optional(),
	/** Whether a budget or council tax is decided, on which every vote is by name (SI 2014/165). */
	budget: z.boolean().optional(),
	/** What became of it, where somebody said so. */
	disposal: z.enum(itemDisposals).optional(),
	startedAt: instantSchema.optional(),
	endedAt: instantSchema.optional(),
	keyed: record({
		startedAt: instantSchema.optional(),
		endedAt: instantSchema.optional(),
	}).optional(),
	notes: textSchema.optional(),
	/** Who presided, where it was not the chair, or the vice-chair in the chair's absence. */
	presiding: idSchema.optional(),
});

export const attendanceStatusSchema = z.enum(attendanceStatuses);

export const attendanceSchema = record({
	person: idSchema,
	status: attendanceStatusSchema,
	/** For a substitute: the member whose place they take. */
	for: idSchema.optional(),
	/** Taking part from elsewhere, by video or telephone. */
	remote: z.boolean().optional(),
});

/** Apologies, which are a fact of their own: whoever sent them for lateness is on the roll as well. */
export const apologySchema = record({
	person: idSchema,
	/** For coming late; absent is for not coming. */
	late: z.boolean().optional(),
	/** When they were received, and what was said. */
	at: instantSchema.optional(),
	note: textSchema.optional(),
});

/** A break of a meeting: from its adjournment until it was resumed. */
const pauseSchema = record({
	id: idSchema,
	from: instantSchema,
	to: instantSchema.optional(),
	keyed: record({from: instantSchema.optional(), to: instantSchema.optional()}).optional(),
});

/** The public left for what was taken in private, or were let in again. */
const passageSchema = record({
	id: idSchema,
	at: instantSchema,
	item: idSchema.optional(),
	keyed: instantSchema.optional(),
});

/** Somebody who came or went while the meeting sat, and the item in which it happened. */
export const movementSchema = record({
	id: idSchema,
	person: idSchema,
	kind: z.enum(movementKinds),
	at: instantSchema,
	keyed: instantSchema.optional(),
	item: idSchema.optional(),
});

/** An interest that somebody declared; `word` is the board’s own name for it, of the kind given. */
export const declarationSchema = record({
	id: idSchema,
	person: idSchema,
	item: idSchema.optional(),
	kind: z.enum(interestKinds),
	word: idSchema.optional(),
	nature: textSchema.optional(),
	/** A sensitive interest: that there is one is said, its nature is not (Localism Act 2011 s.32). */
	sensitive: z.boolean().optional(),
	/** Whether the person left the room for the item: false says that they stayed, and absent that nobody said. */
	withdrew: z.boolean().optional(),
	/** The dispensation under which they took part all the same (Localism Act 2011 s.33). */
	dispensation: textSchema.optional(),
});

/** A version of minutes that was given out, and what its seal was made of. */
export const sealSchema = record({
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
export const correctionSchema = record({
	id: idSchema,
	at: instantSchema,
	by: textSchema,
	item: idSchema.optional(),
	reason: textSchema,
});

export const minutesSchema = record({
	status: z.enum(minutesStatuses),
	/** The minute numbers that were left out when its own were given: the first and the last of them, and why. */
	skipped: record({
		from: textSchema,
		to: textSchema,
		why: textSchema,
	}).optional(),
	seals: listOf(sealSchema).optional(),
	/** The meeting that approved them as a correct record, and when. */
	approvedBy: idSchema.optional(),
	approvedAt: instantSchema.optional(),
	/** Who signed the paper, and the day; the program records the ink, it does not replace it. */
	signedBy: idSchema.optional(),
	signedOn: daySchema.optional(),
	corrections: listOf(correctionSchema).optional(),
});

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
	/** The series of meetings that it is one of: the id of its first. */
	series: idSchema.optional(),
	status: z.enum(meetingStatuses),
	/** The law under which it was opened, and which it keeps. */
	law: z.enum(profiles).optional(),
	/** Called off, or put off to another day: when that was said, and why. */
	cancelled: record({
		on: daySchema,
		reason: textSchema,
		/** The meeting that takes its place. */
		to: idSchema.optional(),
	}).optional(),
	/** Who presides for the whole meeting, where the board's chair does not; an item may say otherwise. */
	presiding: idSchema.optional(),
	currentItem: idSchema.optional(),
	/** The day on which the agenda was published and the members summoned. */
	publishedOn: daySchema.optional(),
	agenda: listOf(agendaItemSchema),
	/** The roll: how everybody stood when it was taken or, for one who came later, since. */
	attendance: z.array(attendanceSchema),
	apologies: z.array(apologySchema).max(1000).optional(),
	movements: listOf(movementSchema).optional(),
	/** Whether interests were asked about, and that nobody had any; absent, nobody said that it was asked. */
	interestsAsked: record({at: instantSchema, none: z.boolean()}).optional(),
	declarations: listOf(declarationSchema).optional(),
	pauses: boundedList(pauseSchema, 1000).optional(),
	publicLeft: boundedList(passageSchema, 1000).optional(),
	readmissions: boundedList(passageSchema, 1000).optional(),
	openedAt: instantSchema.optional(),
	closedAt: instantSchema.optional(),
	keyed: record({
		openedAt: instantSchema.optional(),
		closedAt: instantSchema.optional(),
	}).optional(),
	minutes: minutesSchema.optional(),
});

export type AgendaItem = z.infer<typeof agendaItemSchema>;
export type Attendance = z.infer<typeof attendanceSchema>;
export type Apology = z.infer<typeof apologySchema>;
export type Movement = z.infer<typeof movementSchema>;
export type Declaration = z.infer<typeof declarationSchema>;
export type Seal = z.infer<typeof sealSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
