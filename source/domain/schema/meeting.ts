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

export const boardKinds = [
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

export const memberRoles = ['chair', 'vice-chair', 'member', 'secretary', 'adviser'] as const;

export const membershipSchema = record({
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
	/** What this board does differently from the profile; `quorum` counts voting members. */
	rules: record({quorum: z.int().positive().optional()}).optional(),
});

/** The paper behind an item. */
export const reportSchema = record({
	id: idSchema,
	title: textSchema,
	reference: textSchema.optional(),
	date: z.union([daySchema, periodSchema]).optional(),
	author: textSchema.optional(),
	key: z.boolean().optional(),
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

export const itemKinds = [
	'apologies',
	'declarations',
	'minutes',
	'actions',
	'priority',
	'report',
	'business',
	'urgent',
] as const;

export const agendaItemSchema = record({
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
	exempt: z.boolean().optional(),
	startedAt: instantSchema.optional(),
	endedAt: instantSchema.optional(),
	notes: textSchema.optional(),
	presiding: idSchema.optional(),
});

export const attendanceStatuses = [
	'present',
	'apologies',
	'absent',
	'substitute',
	'in-attendance',
] as const;
export const attendanceStatusSchema = z.enum(attendanceStatuses);

export const attendanceSchema = record({
	person: idSchema,
	status: attendanceStatusSchema,
	/** For a substitute: the member whose place they take. */
	for: idSchema.optional(),
});

export const meetingStatuses = ['planned', 'open', 'adjourned', 'closed'] as const;

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
	agenda: listOf(agendaItemSchema),
	attendance: z.array(attendanceSchema),
	declarations: z.array(record({id: idSchema, person: idSchema})).optional(),
	openedAt: instantSchema.optional(),
	closedAt: instantSchema.optional(),
	minutes: record({status: z.enum(['draft', 'issued', 'approved', 'signed'])}).optional(),
});

export type Person = z.infer<typeof personSchema>;
export type Membership = z.infer<typeof membershipSchema>;
export type Board = z.infer<typeof boardSchema>;
export type Report = z.infer<typeof reportSchema>;
export type AgendaItem = z.infer<typeof agendaItemSchema>;
export type AttendanceStatus = z.infer<typeof attendanceStatusSchema>;
export type Attendance = z.infer<typeof attendanceSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
