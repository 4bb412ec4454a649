import {z} from 'zod';
import {find} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {isMarkable, markableName, unreleased} from '../queries/public/marked.ts';
import {reject} from '../rejection.ts';
import {refuseUnknown, type Rules} from './family.ts';

export const releaseChanges = [
	z.strictObject({
		/** Takes the mark off a record that is private until somebody releases it: from now on the public may read it. */
		kind: z.literal('record/release'),
		/** Its path, such as `projects/P1-05`. */
		record: z.string().regex(/^[a-z]+\/[^/]{1,64}$/, 'expected a record such as projects/P1-05'),
	}),
] as const;
type Change = z.infer<(typeof releaseChanges)[number]>;

export const releaseRules: Rules<Change> = {
	'record/release': {
		undoable: true,
		apply(draft, {record}) {
			const [collection = '', id] = record.split('/');
			if (!isMarkable(collection)) {
				return reject('invalid', `record/release: nothing in ${collection} waits to be released`);
			}
			const refused = refuseUnknown(draft, collection, id);
			if (refused) return refused;
			const {database} = draft;
			if (find(database, record)?.['private'] === undefined) {
				const name = nameOf(database, record);
				return reject(
					'state',
					unreleased(database).has(record)
						? `${name} carries no mark of its own: it is private because what it belongs to is; release that`
						: `${name} is not private: there is nothing to release`,
				);
			}
			draft.set(record, 'private', undefined);
			return undefined;
		},
		tell: ({record}, {database}) => `released ${markableName(database, record)} to the public`,
	},
};
