import {z} from 'zod';
import {find} from '../log/patch.ts';
import {nameOf} from '../names.ts';
import {reject} from '../rejection.ts';
import {
	boardKinds,
	boardSchema,
	daySchema,
	enteredTextSchema,
	idSchema,
	memberRoles,
	requiredTextSchema,
} from '../schema/index.ts';
import {addedId, known, type Rules} from './family.ts';

/** People and boards, which a database is set up with. Their ids are words (`cabinet`, `smith`), so they come with them. */
export const importChanges = [
	z.strictObject({
		kind: z.literal('person/add'),
		id: idSchema,
		name: requiredTextSchema,
		initials: enteredTextSchema.optional(),
		note: enteredTextSchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('board/add'),
		id: idSchema,
		name: requiredTextSchema,
		boardKind: z.enum(boardKinds),
		remit: enteredTextSchema.optional(),
		members: z.array(
			z.strictObject({
				person: idSchema,
				role: z.enum(memberRoles),
				from: daySchema.optional(),
				to: daySchema.optional(),
			}),
		),
		rules: z.strictObject(boardSchema.shape.rules.unwrap().shape).optional(),
	}),
] as const;
type Change = z.infer<(typeof importChanges)[number]>;

export const importRules: Rules<Change> = {
	'person/add': {
		undoable: true,
		apply(draft, {id, name, initials, note}) {
			if (find(draft.database, `people/${id}`)) {
				return reject(
					'invalid',
					`there is a person ${nameOf(draft.database, `people/${id}`)} already`,
				);
			}
			draft.add('people', {
				id,
				name,
				initials: initials || undefined,
				note: note || undefined,
			});
			return undefined;
		},
		tell: ({name}, told) => `entered ${name} (${addedId(told, 'people', {name})})`,
	},
	'board/add': {
		undoable: true,
		apply(draft, {id, name, boardKind, remit, members, rules}) {
			if (find(draft.database, `boards/${id}`)) {
				return reject(
					'invalid',
					`there is a board ${nameOf(draft.database, `boards/${id}`)} already`,
				);
			}
			for (const {person} of members) {
				const refused = known(draft, 'people', person);
				if (refused) return refused;
			}
			draft.add('boards', {
				id,
				name,
				kind: boardKind,
				remit: remit || undefined,
				members,
				rules,
			});
			return undefined;
		},
		tell: ({name}, told) => `set up ${name} (${addedId(told, 'boards', {name})})`,
	},
};
