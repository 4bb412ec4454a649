import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {anchorOf, archiveWith} from '../log/anchor.ts';
import {archiveDigest, archiveOf} from '../log/archive.ts';
import {bring} from '../log/bring.ts';
import {topRecord} from '../log/chain.ts';
import {fittedSchema} from '../log/fitted-schema.ts';
import {type Bare, keyOf} from '../log/patch.ts';
import {differences} from '../log/vouched.ts';
import {nameOf} from '../names.ts';
import {archiveLimit} from '../queries/log/archivable.ts';
import {reject, type Rejection} from '../rejection.ts';
import {type Database, enteredTextSchema, schemaVersion} from '../schema/index.ts';
import {count} from '../words.ts';
import type {Rules} from './family.ts';

/** The name of a file beside the database: no path, and nothing that a terminal would act on. */
const fileNameSchema = z.string().regex(/^[^/\\\p{C}]{1,255}$/u, 'expected the name of a file');
const digestSchema = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hexadecimal');
const revisionSchema = z.int().positive();

/** What keeps a database whole rather than says what a board did. Each stands alone in its act. */
export const upkeepChanges = [
	z.strictObject({
		kind: z.literal('database/restore'),
		/** The revision whose state comes back, the hash of its entry, and the file that has the state. */
		revision: revisionSchema,
		hash: digestSchema.optional(),
		snapshot: fileNameSchema.optional(),
		/** The revision that the database is expected to be at: what would be lost has been looked at. */
		onto: revisionSchema,
		/** The records that differ, as they shall be. The log leaves them out: its effects tell them. */
		records: z
			.array(
				z.strictObject({
					record: z.string(),
					at: z.int().nonnegative().optional(),
					to: z.looseObject({}).nullable(),
				}),
			)
			.optional(),
		/** For the log: records of which it does not prove that they were so at that revision. */
		unproved: z.array(z.string()).optional(),
		reason: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('database/recover'),
		/** A file that could not be used was replaced by a snapshot, and kept under another name. */
		snapshot: fileNameSchema,
		revision: revisionSchema,
		kept: fileNameSchema.optional(),
		/** How many acts after the snapshot were brought back from what was left of the file. */
		acts: z.int().nonnegative().optional(),
		reason: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('database/archive'),
		/** The first and the last revision that leave the log, and the file and the content that took them. */
		from: revisionSchema,
		to: revisionSchema,
		file: fileNameSchema,
		content: digestSchema,
	}),
	z.strictObject({
		kind: z.literal('database/migrate'),
		from: z.int().nonnegative(),
		to: z.int().nonnegative(),
		/** The file as it was before. */
		backup: fileNameSchema,
		/** For the log: records that had been edited by hand before. */
		differ: z.array(z.string()).optional(),
		/** For the log: which seals still fitted, as nobody can say afterwards. */
		fitted: z.array(fittedSchema).optional(),
	}),
] as const;
type Change = z.infer<(typeof upkeepChanges)[number]>;

export const upkeepKinds: ReadonlySet<string> = new Set(
	upkeepChanges.map(({shape}) => shape.kind.value),
);

/** Changes that need not alter a record, because what they do is done to the log or to the file. */
export const withoutEffects: ReadonlySet<string> = new Set([
	'database/adopt',
	'database/recover',
	'database/archive',
	'database/migrate',
	// A text may stand in the log alone.
	'redact',
]);

/** `3 records (P1-04 Telephony, reed Ann Reed and 1 more)`, for sentences. */
export function sayRecords(database: Database, records: readonly string[]): string {
	const names = records.slice(0, mostNamed).map((path) => nameOf(database, path));
	const more = records.length - names.length;
	return `${count(records.length, 'record')} (${names.join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
}
const mostNamed = 5;

const because = (reason: string | undefined): string => (reason?.trim() ? ` (${reason})` : '');

/** Why a state cannot be brought back, before anything is. */
/** Whether a record that comes back is the one that its path names. */
const stands = (path: string, record: Bare): boolean => path.endsWith(`/${keyOf(record)}`);

function refuseRestore(
	{database}: Draft,
	{revision, hash, onto, records = []}: Extract<Change, {kind: 'database/restore'}>,
): Rejection | undefined {
	const astray = records.find(({record, to}) => to && record.includes('/') && !stands(record, to));
	if (astray) return reject('invalid', `what is brought back as ${astray.record} has another id`);
	if (database.revision !== onto) {
		return reject(
			'conflict',
			`the database is at revision ${database.revision} now, not ${onto}: look again at what would be lost`,
		);
	}
	const anchor = anchorOf(database.log);
	const entry =
		anchor?.revision === revision
			? anchor
			: database.log.find((candidate) => candidate.revision === revision);
	if (!entry) {
		const file = archiveWith(database.log, revision);
		return file === undefined
			? reject('unknown', `there is no act with revision ${revision}`)
			: reject('state', `revision ${revision} stands in the archive ${file}: that is too long ago`);
	}
	return hash === undefined || entry.hash === hash
		? undefined
		: reject(
				'invalid',
				`revision ${revision} is another act here: that is not an earlier state of this`,
			);
}

function refuseArchive(
	{database}: Draft,
	{from, to, content}: Extract<Change, {kind: 'database/archive'}>,
	now: string,
): Rejection | undefined {
	const first = database.log[0]?.revision ?? 1;
	if (from !== first || to < from) {
		return reject('conflict', `the log begins at revision ${first}, not ${from}: look again`);
	}
	// That the entries are whole is for whoever writes the archive to see to: those there are the same.
	const [differing] = differences(database);
	if (differing) {
		const name = nameOf(database, differing.record);
		return reject('state', `${name} was edited by hand: adopt that first (boardwalk adopt)`);
	}
	const limit = archiveLimit(database, now);
	if (to > limit.revision) {
		const most =
			limit.revision < first
				? 'nothing of the log can go yet'
				: `only revisions up to ${limit.revision} can go`;
		return reject('state', `${most}: ${limit.why}`);
	}
	return content === archiveDigest(archiveOf(database, to))
		? undefined
		: reject('conflict', 'the archive that was written does not hold what the log does: try again');
}

export const upkeepRules: Rules<Change> = {
	'database/restore': {
		undoable: true,
		apply(draft, change) {
			const refused = refuseRestore(draft, change);
			if (refused) return refused;
			for (const wanted of change.records ?? []) bring(draft, wanted);
			return undefined;
		},
		tell: ({revision, snapshot, unproved = [], reason}, {database, effects}) => {
			const altered = new Set(effects.map(({record}) => topRecord(record))).size;
			const from = snapshot === undefined ? '' : ` from the snapshot ${snapshot}`;
			const doubt =
				unproved.length > 0
					? `, of which the log does not prove ${sayRecords(database, unproved)}`
					: '';
			return `restored the state of revision ${revision}${from}: ${count(altered, 'record')} altered${doubt}${because(reason)}`;
		},
	},
	// By then the snapshot stands in the place of the file; all that is left is to say so.
	'database/recover': {
		undoable: false,
		apply: ({database}, {revision, acts = 0}) =>
			database.revision === revision + acts
				? undefined
				: reject('invalid', `the database is at revision ${database.revision}`),
		tell: ({snapshot, kept, acts = 0, reason}) =>
			`put the snapshot ${snapshot} in the place of ${kept === undefined ? 'a file that was gone' : `the file, which is kept as ${kept}`}${acts > 0 ? `, and brought back ${count(acts, 'act')} from it` : ''}${because(reason)}`,
	},
	// `commit` cuts the log; here it is only seen to that nothing goes that must stay.
	'database/archive': {
		undoable: false,
		apply: (draft, change, {now}) => refuseArchive(draft, change, now),
		tell: ({from, to, file}) => `moved revisions ${from} to ${to} of the log to ${file}`,
	},
	'database/migrate': {
		undoable: false,
		apply: (_draft, {from, to}) =>
			from < to && to === schemaVersion
				? undefined
				: reject('invalid', `this is not a step to schema ${schemaVersion}`),
		tell: ({from, to, backup, differ = []}, {database}) =>
			`brought the database from schema ${from} to ${to} (the file before: ${backup})${differ.length > 0 ? `; ${sayRecords(database, differ)} had been edited by hand` : ''}`,
	},
};
