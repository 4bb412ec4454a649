import {z} from 'zod';
import {idSchema, listOf, record, textSchema} from './common.ts';
import {actionSchema, decisionSchema} from './decision.ts';
import {entrySchema, roles} from './log.ts';
import {boardSchema, meetingSchema, personSchema, reportSchema} from './meeting.ts';
import {projectSchema, strategySchema} from './strategy.ts';

/** The version of the database's shape that this program writes. */
export const schemaVersion = 1;

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

export const databaseSchema = record({
	$schema: z.string().optional(),
	schemaVersion: z.literal(schemaVersion),
	id: z.uuid(),
	/** The count of acts in the log. */
	revision: z.int().nonnegative(),
	/** The last number given out for each kind of id; a number is never used twice. */
	counters: z.record(z.string(), z.int().nonnegative()),
	organisation: record({
		name: textSchema,
		/** Every printed time and every statutory day is in this zone. */
		timeZone: z.string().refine(isTimeZone, {error: 'expected a time zone such as Europe/London'}),
	}),
	rules: record({
		profile: z.enum(['england', 'plain']),
		/** Operating-system users and the role that each has. */
		roles: z.record(z.string(), z.enum(roles)).optional(),
	}),
	strategies: listOf(strategySchema),
	people: listOf(personSchema),
	boards: listOf(boardSchema),
	projects: listOf(projectSchema),
	reports: listOf(reportSchema),
	meetings: listOf(meetingSchema),
	decisions: listOf(decisionSchema),
	notices: listOf(record({id: idSchema})),
	actions: listOf(actionSchema),
	log: z.array(entrySchema),
});

export type Database = z.infer<typeof databaseSchema>;

/** The collections whose elements are records with an id. */
export const collections = [
	'strategies',
	'people',
	'boards',
	'projects',
	'reports',
	'meetings',
	'decisions',
	'notices',
	'actions',
] as const;
export type Collection = (typeof collections)[number];
