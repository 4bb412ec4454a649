import {z} from 'zod';
import {holds, inverse} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {reject} from '../rejection.ts';
import {enteredTextSchema} from '../schema/index.ts';
import {actorName, lastTouch, type Rules} from './family.ts';

export const databaseChanges = [
	z.strictObject({
		kind: z.literal('database/adopt'),
		reason: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('undo'),
		/** The act to take back. Undoing an undo brings the act back (redo). */
		revision: z.int().positive(),
	}),
] as const;
type Change = z.infer<(typeof databaseChanges)[number]>;

export const databaseRules: Rules<Change> = {
	// Changes nothing: the log entry digests every record as it is, and so vouches for it from here on.
	'database/adopt': {
		undoable: false,
		apply: () => undefined,
		tell: ({reason}) => `adopted the database as it is${reason ? `: ${reason}` : ''}`,
	},
	// Whether the act may be undone at all is for `apply` to ask; this puts back what it did.
	undo: {
		undoable: true,
		apply(draft, {revision}, {session}) {
			const entry = draft.database.log.find((candidate) => candidate.revision === revision);
			if (!entry) return reject('unknown', `there is no act with revision ${revision}`);
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
};
