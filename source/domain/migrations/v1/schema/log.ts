import {z} from 'zod';
import {idSchema, instantSchema, record} from './common.ts';

export const roles = ['administrator', 'chair', 'secretary', 'member', 'observer'] as const;

/** Who acted. `name` is a claim; the operating-system user and the host are what the system says. */
const actorSchema = record({
	user: z.string(),
	host: z.string(),
	name: z.string().optional(),
	role: z.enum(roles).optional(),
});

/**
 * What an act did to one place. A path is `collection/id`, for an element of a list inside a record
 * `collection/id/list/element`.
 * - with `field`: that field went `from` → `to`; a missing side means that the field was absent. A
 *   list of elements with ids stands for their order: its value is the ids.
 * - without: the record itself was added (`to` alone) or removed (`from` alone), at index `at` when
 *   that was not the end of its list.
 */
const effectSchema = z.looseObject({
	record: z.string(),
	field: z.string().optional(),
	at: z.int().nonnegative().optional(),
	from: z.json().optional(),
	to: z.json().optional(),
});

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits');

/** Where the log's older entries stand since they were moved out of the database. */
const archivesSchema = z.looseObject({
	/** Oldest first. The last entry in a file is the one that the next file, or the log, goes on from. */
	files: z.array(
		z.looseObject({name: z.string(), revision: z.int().positive(), hash: digestSchema}),
	),
	/** Meetings whose minutes draw on entries in those files, and the first revision of the file in which they begin. */
	meetings: z.record(z.string(), z.int().positive()),
});

/**
 * One act, as it stands in the log for good. `hash` covers everything but `changes`, `effects` and
 * `salt`, for which `payload`, their salted digest, stands in: so those three can be removed from an entry
 * (an attributed redaction) and the chain still be proved.
 */
export const entrySchema = z.looseObject({
	revision: z.int().positive(),
	id: z.string(),
	schemaVersion: z.int().positive(),
	at: instantSchema,
	actor: actorSchema,
	session: z.string(),
	during: record({meeting: idSchema, item: idSchema.optional()}).optional(),
	/** Changes and effects are held as data of any shape: an old log must open in every later version. */
	changes: z.array(z.looseObject({kind: z.string()})).optional(),
	effects: z.array(effectSchema).optional(),
	salt: z.string().optional(),
	/** For a redaction: the entries that it stripped and, where one was an undo, the revision it had undone. */
	redacts: z
		.array(z.looseObject({revision: z.int().positive(), undid: z.int().positive().optional()}))
		.optional(),
	/** For a restoration: the revision whose state was brought back; the acts since no longer stand. */
	restores: z.int().positive().optional(),
	/** For an archiving: the files in which the log begins, this act's own last. */
	archives: archivesSchema.optional(),
	payload: digestSchema,
	/** Salted digest of every record touched, as it is afterwards; null when it is no longer there. */
	records: z.record(z.string(), digestSchema.nullable()),
	previousHash: digestSchema.nullable(),
	hash: digestSchema,
});

export type Effect = z.infer<typeof effectSchema>;
export type Entry = z.infer<typeof entrySchema>;
