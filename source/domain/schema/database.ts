import {z} from 'zod';
import {boardSchema, personSchema} from './board.ts';
import {
	boundedList,
	currencySchema,
	daySchema,
	enteredTextSchema,
	idSchema,
	listOf,
	record,
	textSchema,
} from './common.ts';
import {actionSchema, decisionSchema, noticeSchema} from './decision.ts';
import {entrySchema} from './log.ts';
import {meetingSchema} from './meeting.ts';
import {projectSchema, requestSchema} from './project.ts';
import {refinements} from './refinements.ts';
import {reportSchema} from './report.ts';
import {strategySchema} from './strategy.ts';
import {profiles, roles, schemaVersion} from './values.ts';

/** Far from where a number is no longer exact, so that one more can always be counted. */
const mostCounted = 1e15;

export const databaseSchema = record({
	$schema: z.string().optional(),
	schemaVersion: z.literal(schemaVersion),
	id: z.uuid(),
	/** The count of acts in the log. */
	revision: z.int().nonnegative().max(mostCounted),
	/** The last number given out for each kind of id; a number is never used twice. */
	counters: z.record(z.string(), z.int().nonnegative().max(mostCounted)),
	organisation: record({
		name: textSchema,
		/** Every printed time and every statutory day is in this zone. */
		timeZone: z
			.string()
			.refine(refinements.timeZone, {error: 'expected a time zone such as Europe/London'}),
		/** The language and country whose dates, numbers and words documents use, such as en-GB; absent is that. */
		locale: z
			.string()
			.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'expected a locale such as en-GB')
			.optional(),
		/** The currency of a sum that names none. */
		currency: currencySchema.optional(),
		paper: z.enum(['A4', 'Letter']).optional(),
		/** Whether papers name the time zone of their times, where people take part from several. */
		namesTimeZone: z.boolean().optional(),
	}),
	rules: record({
		profile: z.enum(profiles),
		/** Days that are not working days here, besides the public holidays of England and Wales. */
		holidays: z.array(daySchema).optional(),
		/** Working days within which an executive decision may be called in; 5 where nothing is said. */
		callInDays: z.int().nonnegative().optional(),
		/** Standard wordings by a short code; those of the same code take the place of the program's own. */
		snippets: listOf(record({id: idSchema, text: textSchema})).optional(),
		/**
		 * The roles of operating-system users and, as `%clerks`, of groups. Absent: whoever may write the file may
		 * do everything; present: who is not named may only look.
		 */
		roles: z.record(z.string(), z.enum(roles)).optional(),
		/** Views of lists under a name: the screen, what its filter line says, and how the list is looked at. */
		views: boundedList(
			record({
				id: idSchema,
				title: textSchema,
				screen: idSchema,
				filter: enteredTextSchema,
				order: idSchema.optional(),
				group: idSchema.optional(),
				/** The way of looking, such as `timeline`; absent is the list. */
				look: idSchema.optional(),
				/** Whose own it is, as the roles name people: a login or `person:CT`; absent is everybody's. */
				of: textSchema.optional(),
			}),
			1000,
		).optional(),
		/** Copies of the file that saving keeps beside it; what is absent here is as the program has it. */
		snapshots: record({
			/** The least time between two of them; 0 keeps none. */
			everyMinutes: z.number().nonnegative().optional(),
			/** How many of the newest are kept. */
			keep: z.int().nonnegative().optional(),
			/** For how many days one more is kept, the last of each day. */
			days: z.int().nonnegative().optional(),
			/** How much room all of them may take, in millions of bytes. */
			megabytes: z.number().nonnegative().optional(),
		}).optional(),
	}),
	strategies: listOf(strategySchema),
	people: listOf(personSchema),
	boards: listOf(boardSchema),
	projects: listOf(projectSchema),
	requests: boundedList(requestSchema, 10_000),
	reports: listOf(reportSchema),
	meetings: listOf(meetingSchema),
	decisions: listOf(decisionSchema),
	notices: listOf(noticeSchema),
	actions: listOf(actionSchema),
	log: z.array(entrySchema),
});

export type Database = z.infer<typeof databaseSchema>;
