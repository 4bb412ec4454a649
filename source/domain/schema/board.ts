import {z} from 'zod';
import {
	boundedList,
	daySchema,
	idSchema,
	instantSchema,
	moneySchema,
	record,
	textSchema,
} from './common.ts';
import {
	boardKinds,
	interestKinds,
	itemKinds,
	majorities,
	majorityBases,
	memberRoles,
} from './values.ts';

/** A person or a post; `name` is how minutes name them. Addresses are kept nowhere. */
export const personSchema = record({
	id: idSchema,
	name: textSchema,
	initials: textSchema.optional(),
	/** The office that they hold (leader of the council, treasurer), their ward, party and portfolio. */
	office: textSchema.optional(),
	ward: textSchema.optional(),
	party: textSchema.optional(),
	portfolio: textSchema.optional(),
	note: textSchema.optional(),
	/**
	 * What stands on the register of interests, between meetings too, in the organisation's own words; of a sensitive one
	 * that there is one and no more. What it touches are priorities and projects.
	 */
	interests: boundedList(
		record({
			id: idSchema,
			text: textSchema.optional(),
			sensitive: z.boolean().optional(),
			priorities: boundedList(idSchema, 50).optional(),
			projects: boundedList(idSchema, 50).optional(),
			from: daySchema,
			/** The day on which it was taken off the register, and why. */
			ended: record({on: daySchema, why: textSchema}).optional(),
		}),
		500,
	).optional(),
	/** The accounts of the operating system, or of a database server, by which the system knows them. Never published. */
	logins: boundedList(textSchema, 20).optional(),
	/** The keys by which a server knows them, by their SHA-256 fingerprints. Never published. */
	keys: boundedList(
		record({
			id: idSchema,
			fingerprint: z
				.string()
				.regex(/^SHA256:[A-Za-z0-9+/]{43}$/, 'expected a fingerprint such as SHA256:…'),
			note: textSchema.optional(),
			addedAt: instantSchema.optional(),
			revokedAt: instantSchema.optional(),
		}),
		20,
	).optional(),
});

export const membershipSchema = record({
	/** Tells it from others of the same person, who may serve twice at different times; absent, the person does. */
	id: idSchema.optional(),
	person: idSchema,
	role: z.enum(memberRoles),
	/** What the board calls that role, where it is not the usual word: mayor, president, treasurer. */
	title: textSchema.optional(),
	/** Where they sit, counted from one: the order in which a roll call goes round. */
	seat: z.int().positive().max(10_000).optional(),
	from: daySchema.optional(),
	to: daySchema.optional(),
});

/** What carries a motion where more than a simple majority is wanted. */
export const majoritySchema = record({
	share: z.enum(majorities),
	/** How many votes, where the share is a number. */
	number: z.int().positive().max(10_000).optional(),
	/** Of whose votes: of those who vote, of those present, or of all members. Absent is of those who vote. */
	of: z.enum(majorityBases).optional(),
	/** What asks for it: the enactment, where law allows no other, or the board's own rule. */
	enactment: textSchema.optional(),
});

/** An item that stands on each agenda of a board. */
export const standingItemSchema = record({
	id: idSchema,
	kind: z.enum(itemKinds),
	title: textSchema,
	minutes: z.int().nonnegative().optional(),
});

export const boardSchema = record({
	id: idSchema,
	name: textSchema,
	kind: z.enum(boardKinds),
	remit: textSchema.optional(),
	note: textSchema.optional(),
	members: z.array(membershipSchema),
	/** The items that stand on each agenda, in order; absent is what the program proposes. */
	standing: boundedList(standingItemSchema, 100).optional(),
	/** How often it meets, in its own words (monthly, the second Tuesday of each quarter). */
	frequency: textSchema.optional(),
	/** The pattern of its minute numbers, given at issue: `{n}` counts on, `{yy}` is the year, as in `PLA{n}/{yy}`; `{yy from May}` that which begins then. */
	minuteNumbers: textSchema.optional(),
	/** What the board calls its members' interests, where they are not the profile's words. */
	interests: boundedList(
		record({
			id: idSchema,
			title: textSchema,
			kind: z.enum(interestKinds),
			/** Whether whoever declares it leaves the room. */
			withdraws: z.boolean().optional(),
		}),
		50,
	).optional(),
	/** What this board does differently from the profile. */
	rules: record({
		/** How many voting members must be there for the board to resolve. */
		quorum: z.int().positive().optional(),
		/** Of how many members it consists, vacant seats included. */
		seats: z.int().positive().max(10_000).optional(),
		/** Whether a motion needs a seconder; absent is what the kind of board makes usual. */
		seconder: z.boolean().optional(),
		/** Whether whoever presides has a casting vote on a tie; absent is yes (LGA 1972 Sch 12 para 39). */
		castingVote: z.boolean().optional(),
		/** Working days within which a decision may be called in; 0 is not at all. */
		callInDays: z.int().nonnegative().optional(),
		/** What carries a motion, where the rules ask for more than most of those who vote. */
		majority: majoritySchema.optional(),
		/** Whether it may decide between meetings, by writing or a ballot. */
		betweenMeetings: z.boolean().optional(),
		/** Up to what a project may move without this board's approval: days of delay, money, and whether that adds up. */
		tolerance: record({
			days: z.int().nonnegative().optional(),
			money: moneySchema.optional(),
			cumulative: z.boolean().optional(),
		}).optional(),
	}).optional(),
});

export type Person = z.infer<typeof personSchema>;
export type Membership = z.infer<typeof membershipSchema>;
export type Majority = z.infer<typeof majoritySchema>;
export type Board = z.infer<typeof boardSchema>;
