import {z} from 'zod';
import {dayIn, sayDay} from '../calendar.ts';
import {personName} from '../names.ts';
import {reject} from '../rejection.ts';
import {daySchema, idSchema, type Person, requiredTextSchema} from '../schema/index.ts';
import {refuseUnknown, type Rules} from './family.ts';

/** The register of interests, kept between meetings: what somebody registers, and what is taken off it. */
export const interestChanges = [
	z.strictObject({
		kind: z.literal('interest/register'),
		person: idSchema,
		/** What it is, in the organisation's words; nothing of a sensitive one. */
		text: requiredTextSchema.optional(),
		sensitive: z.boolean().optional(),
		/** What it touches. */
		priorities: z.array(idSchema).optional(),
		projects: z.array(idSchema).optional(),
		/** The day on which it was registered; absent is today. */
		on: daySchema.optional(),
	}),
	z.strictObject({
		kind: z.literal('interest/end'),
		person: idSchema,
		id: idSchema,
		reason: requiredTextSchema,
		on: daySchema.optional(),
	}),
] as const;
type Change = z.infer<(typeof interestChanges)[number]>;

export const interestRules: Rules<Change> = {
	'interest/register': {
		undoable: true,
		apply(draft, {person, text, sensitive, priorities, projects, on}, {now}) {
			const refused = refuseUnknown(draft, 'people', person);
			if (refused) return refused;
			// A sensitive one is held without its nature: then nobody can publish it.
			if (sensitive ? text !== undefined : text === undefined) {
				return reject('invalid', 'an interest has its words or, where it is sensitive, none');
			}
			const today = dayIn(now, draft.database.organisation.timeZone);
			if (on !== undefined && on > today) {
				return reject('invalid', `${sayDay(on)} is still to come`);
			}
			const list = `people/${person}/interests`;
			draft.add(list, {
				id: draft.allocate('RI', list),
				text,
				sensitive: sensitive || undefined,
				priorities: priorities?.length ? priorities : undefined,
				projects: projects?.length ? projects : undefined,
				from: on ?? today,
			});
			return undefined;
		},
		tell: ({person}, {database}) => `registered an interest of ${personName(database, person)}`,
	},
	'interest/end': {
		undoable: true,
		apply(draft, {person, id, reason, on}, {now}) {
			const refused = refuseUnknown(draft, 'people', person);
			if (refused) return refused;
			const {interests = []} = draft.at(`people/${person}`) as Person;
			const held = interests.find((one) => one.id === id);
			const name = personName(draft.database, person);
			if (!held) return reject('unknown', `${name} has no registered interest ${id}`);
			if (held.ended) return reject('state', `${id} was taken off the register already`);
			const day = on ?? dayIn(now, draft.database.organisation.timeZone);
			if (day < held.from)
				return reject('invalid', 'the interest was registered only after that day');
			draft.set(`people/${person}/interests/${id}`, 'ended', {on: day, why: reason});
			return undefined;
		},
		tell: ({person}, {database}) =>
			`took an interest of ${personName(database, person)} off the register`,
	},
};
