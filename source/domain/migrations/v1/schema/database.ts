import {z} from 'zod';
import {daySchema, idSchema, listOf, record, textSchema} from './common.ts';
import {actionSchema, decisionSchema, noticeSchema} from './decision.ts';
import {entrySchema, roles} from './log.ts';
import {boardSchema, meetingSchema, personSchema, reportSchema} from './meeting.ts';
import {projectSchema, strategySchema} from './strategy.ts';

/** The version of the database's shape that this program writes. */
const schemaVersion = 1;

/**
 * Whether the runtime knows a time zone. Building a formatter is slow, so the list is asked first, and
 * what it does not name (an alias such as UTC) is tried once.
 */
const knownZones = new Map<string, boolean>();
function isTimeZone(zone: string): boolean {
	let known = knownZones.get(zone);
	if (known === undefined) {
		try {
			known =
				Intl.supportedValuesOf('timeZone').includes(zone) ||
				Intl.DateTimeFormat('en-GB', {timeZone: zone}) !== undefined;
		} catch {
			known = false;
		}
		knownZones.set(zone, known);
	}
	return known;
}

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
		timeZone: z.string().refine(isTimeZone, {error: 'expected a time zone such as Europe/London'}),
	}),
	rules: record({
		profile: z.enum(['england', 'plain']),
		/** Days that are no working days here, besides the public holidays of England and Wales. */
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
	reports: listOf(reportSchema),
	meetings: listOf(meetingSchema),
	decisions: listOf(decisionSchema),
	notices: listOf(noticeSchema),
	actions: listOf(actionSchema),
	log: z.array(entrySchema),
});

export type Database = z.infer<typeof databaseSchema>;
