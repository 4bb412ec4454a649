import {z} from 'zod';
import {same} from '../equal.ts';
import {archiveWith} from '../log/anchor.ts';
import {allRecords, topRecord} from '../log/chain.ts';
import {find, holds, inverse} from '../log/patch.ts';
import {differences} from '../log/vouched.ts';
import {quoteOf} from '../log/quote.ts';
import {type Redaction, replacements, tells} from '../log/redact.ts';
import {nameOf} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {type Database, enteredTextSchema, requiredTextSchema} from '../schema/index.ts';
import {textsAt} from '../schema/texts.ts';
import {actorName} from '../actor.ts';
import {lastTouch, type Rules} from './family.ts';
import {sayRecords, upkeepChanges, upkeepRules} from './upkeep.ts';

export const databaseChanges = [
	z.strictObject({
		kind: z.literal('database/adopt'),
		/** The records that are not as the log left them: in an act those expected, in the log those found. */
		differ: z.array(z.string()).optional(),
		reason: enteredTextSchema.optional(),
	}),
	...upkeepChanges,
	z.strictObject({
		kind: z.literal('undo'),
		/** The act to take back. Undoing an undo brings the act back (redo). */
		revision: z.int().positive(),
	}),
	z.strictObject({
		kind: z.literal('redact'),
		/** The path of the record that holds the text: `decisions/D-3`, `meetings/M-2/agenda/I-4`. */
		record: z.string().optional(),
		/** The field, as `textAt` takes it: `reasons`, `recommendations/2`. */
		field: z.string().optional(),
		/** Or the text itself, wherever records and log hold it. The log leaves it out. */
		text: requiredTextSchema.optional(),
		reason: requiredTextSchema,
	}),
] as const;
type Change = z.infer<(typeof databaseChanges)[number]>;

/** What stands where a text was redacted. */
export const redacted = '[redacted]';

export const databaseRules: Rules<Change> = {
	// Changes nothing: the log entry digests every record as it is, and so vouches for it from here on.
	'database/adopt': {
		undoable: false,
		apply({database}, {differ}) {
			if (database.log.length === 0) return undefined;
			const found = differences(database).map(({record}) => record);
			if (found.length === 0) {
				return reject('state', 'every record is as the log left it: there is nothing to adopt');
			}
			return differ === undefined || same(differ.toSorted(), found.toSorted())
				? undefined
				: reject(
						'conflict',
						'different records differ from the log by now: look again at what you are adopting',
					);
		},
		tell: ({differ = [], reason}, {database}) => {
			const what =
				differ.length > 0
					? `accepted ${sayRecords(database, differ)} as edited by hand`
					: 'adopted the database as it is';
			return `${what}${reason ? `: ${reason}` : ''}`;
		},
	},
	...upkeepRules,
	// Whether the act may be undone at all is for `apply` to ask; this puts back what it did.
	undo: {
		undoable: true,
		apply(draft, {revision}, {session}) {
			const entry = draft.database.log.find((candidate) => candidate.revision === revision);
			if (!entry) {
				const file = archiveWith(draft.database.log, revision);
				return file === undefined
					? reject('unknown', `there is no act with revision ${revision}`)
					: reject(
							'state',
							`revision ${revision} stands in the archive ${file}: it stays as it is`,
						);
			}
			for (const effect of (entry.effects ?? []).toReversed()) {
				if (!holds(draft.database, effect)) {
					const path = effect.record;
					const last = lastTouch(draft.database, path, effect.field);
					const who =
						last && last.revision > revision
							? ` (revision ${last.revision}, ${last.session === session ? 'you' : actorName(last.actor)})`
							: '';
					return reject(
						'conflict',
						`revision ${revision} cannot be undone: ${nameOf(draft.database, path)}${effect.field ? ` – ${effect.field}` : ''} has been changed since${who}`,
					);
				}
				draft.apply(inverse(effect));
			}
			return undefined;
		},
		tell: ({revision}) => `took back revision ${revision}`,
	},
	// The text must not live on in the log either: `commit` strips the entries that tell of it, and the
	// effect here says only what stands in its place now.
	redact: {
		undoable: false,
		apply(draft, change) {
			const redaction = redactionOf(draft.database, change);
			if ('code' in redaction) {
				// An earlier one of the act took the same wording out, wherever it stood.
				const isGone = draft.effects.some(
					({record, field}) => record === change.record && field === change.field?.split('/')[0],
				);
				return redaction.code === 'state' && isGone ? undefined : redaction;
			}
			if (quoteOf(redaction.text, change.text !== undefined).isIn(change.reason)) {
				return reject(
					'invalid',
					'the reason repeats the text and would keep it in the log: put it in other words',
				);
			}
			const places = replacements(draft.database, redaction, redacted);
			const isTold = draft.database.log.some((entry) => tells(entry, redaction));
			if (places.length === 0 && !isTold) {
				return reject('unknown', 'nothing in the records or the log holds this text');
			}
			for (const {record, field, to} of places) {
				// The whole value stands in the entry: what is left to redact would stand there still.
				if (draft.effects.some((effect) => effect.record === record && effect.field === field)) {
					const name = nameOf(draft.database, record);
					return reject('invalid', `${name}: ${field} is redacted one text at a time`);
				}
				draft.apply({record, field, to});
			}
			return undefined;
		},
		tell: ({record, field, reason}, {database, effects}) => {
			if (record !== undefined)
				return `redacted ${field} of ${nameOf(database, record)} (${reason})`;
			const where = effects.map((one) => `${one.field} of ${nameOf(database, one.record)}`);
			return `redacted a text${where.length > 0 ? ` in ${where.slice(0, 3).join(', ')}${where.length > 3 ? ' and elsewhere' : ''}` : ''} (${reason})`;
		},
	},
};

/** The text that a redaction is about, or why there is none. */
function redactionOf(
	database: Database,
	{record, field, text}: Extract<Change, {kind: 'redact'}>,
): Redaction | Rejection {
	if (text !== undefined) {
		if (record !== undefined || field !== undefined) {
			return reject('invalid', 'redact: name a record and its field, or a text, not both');
		}
		return text.trim().length > 1 && text !== redacted
			? {text}
			: reject(
					'invalid',
					'one character is too little to redact: it stands in too many other texts',
				);
	}
	if (record === undefined || field === undefined) {
		return reject('invalid', 'redact: name a record and its field, or a text');
	}
	// The log itself is not a record: what it tells of a text goes with that text.
	const isRecord = allRecords(database).includes(topRecord(record));
	const found = isRecord ? find(database, record) : undefined;
	const name = nameOf(database, record);
	if (!found) return reject('unknown', `there is no record ${record}`);
	const held = textsAt(record, found).find(
		(place) => `${place.record}/${place.field}` === `${record}/${field}`,
	);
	if (!held) return reject('invalid', `${name} has no text ${field} that can be redacted`);
	if (held.text.trim() === '') return reject('invalid', `${name}: ${field} is empty`);
	if (held.text === redacted) {
		return reject('state', `${name}: ${field} has been redacted already`);
	}
	return {record, field, text: held.text};
}
