import {z} from 'zod';
import {find} from '../log/patch.ts';
import {nameOf, personName} from '../names.ts';
import {reject} from '../rejection.ts';
import {refuseBoardEdit} from '../rules/membership.ts';
import {refusePattern} from '../rules/minute-numbers.ts';
import {refuseOwnRules} from '../rules/voting.ts';
import {majoritySchema} from '../schema/board.ts';
import {
	type Board,
	boardKinds,
	boardSchema,
	enteredTextSchema,
	idSchema,
	interestKinds,
	requiredTextSchema,
} from '../schema/index.ts';
import {standingItemSchema} from '../schema/board.ts';
import {count, listFields} from '../words.ts';
import {
	addedId,
	refuseUnknown,
	replaced,
	replacedRequired,
	replaceFields,
	type Rules,
} from './family.ts';
import {addMember, isFirst, memberDetail} from './member.ts';

const ownRules = boardSchema.shape.rules.unwrap().shape;
const majorityChange = z.strictObject(majoritySchema.shape);

/** What minutes name of members beside their names. */
const particulars = {
	office: enteredTextSchema,
	ward: enteredTextSchema,
	party: enteredTextSchema,
	portfolio: enteredTextSchema,
};

/** People and boards. Their ids are words (`cabinet`, `smith`), so they come with them. */
export const boardChanges = [
	z.strictObject({
		kind: z.literal('person/add'),
		id: idSchema,
		name: requiredTextSchema,
		initials: enteredTextSchema.optional(),
		...z.strictObject(particulars).partial().shape,
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
				role: memberDetail.role,
				from: memberDetail.from.optional(),
				to: memberDetail.to.optional(),
			}),
		),
		rules: z.strictObject(ownRules).extend({majority: majorityChange.optional()}).optional(),
	}),
	z.strictObject({
		kind: z.literal('person/edit'),
		id: idSchema,
		fields: z
			.strictObject({
				name: replacedRequired(requiredTextSchema),
				initials: replaced(enteredTextSchema),
				office: replaced(particulars.office),
				ward: replaced(particulars.ward),
				party: replaced(particulars.party),
				portfolio: replaced(particulars.portfolio),
				note: replaced(enteredTextSchema),
			})
			.partial(),
	}),
	z.strictObject({
		kind: z.literal('board/edit'),
		id: idSchema,
		fields: z
			.strictObject({
				name: replacedRequired(requiredTextSchema),
				kind: replacedRequired(z.enum(boardKinds)),
				remit: replaced(enteredTextSchema),
				note: replaced(enteredTextSchema),
				quorum: replaced(ownRules.quorum.unwrap()),
				seconder: replaced(ownRules.seconder.unwrap()),
				castingVote: replaced(ownRules.castingVote.unwrap()),
				callInDays: replaced(ownRules.callInDays.unwrap()),
				seats: replaced(ownRules.seats.unwrap()),
				majority: replaced(majorityChange),
				betweenMeetings: replaced(ownRules.betweenMeetings.unwrap()),
				tolerance: replaced(z.strictObject(ownRules.tolerance.unwrap().shape)),
				minuteNumbers: replaced(enteredTextSchema),
				frequency: replaced(enteredTextSchema),
			})
			.partial(),
	}),
	z.strictObject({
		kind: z.literal('board/standing'),
		id: idSchema,
		/** The titles that stood there, in order: what is replaced. */
		from: z.array(z.string()),
		/** The items that stand on each agenda from now on; none is what the program proposes. */
		items: z
			.array(
				z.strictObject({
					itemKind: standingItemSchema.shape.kind,
					title: requiredTextSchema,
					minutes: standingItemSchema.shape.minutes,
				}),
			)
			.max(100),
	}),
	z.strictObject({
		kind: z.literal('board/interests'),
		id: idSchema,
		/** The words that stood there, in order: what is replaced. */
		from: z.array(z.string()),
		/** What the board calls its members' interests; none is the words of its law. */
		items: z
			.array(
				z.strictObject({
					title: requiredTextSchema,
					interest: z.enum(interestKinds),
					withdraws: z.boolean().optional(),
				}),
			)
			.max(50),
	}),
] as const;
type Change = z.infer<(typeof boardChanges)[number]>;

/** Whether a list is no longer as the change expects it, by its titles. */
const isAltered = (list: readonly {title: string}[], from: readonly string[]): boolean =>
	list.length !== from.length || list.some(({title}, index) => title !== from[index]);

export const boardRules: Rules<Change> = {
	'person/add': {
		undoable: true,
		apply(draft, {id, name, initials, office, ward, party, portfolio, note}) {
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
				office: office || undefined,
				ward: ward || undefined,
				party: party || undefined,
				portfolio: portfolio || undefined,
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
				const refused = refuseUnknown(draft, 'people', person);
				if (refused) return refused;
			}
			const unlawful = refuseOwnRules(draft.database, {kind: boardKind, name}, rules ?? {});
			if (unlawful) return unlawful;
			draft.add('boards', {
				id,
				name,
				kind: boardKind,
				remit: remit || undefined,
				members: members.filter((member, index) => isFirst(members, member, index)),
				rules,
			});
			// Who serves twice is told apart by an id.
			for (const [index, member] of members.entries()) {
				if (!isFirst(members, member, index)) addMember(draft, id, member);
			}
			return undefined;
		},
		tell: ({name}, told) => `set up ${name} (${addedId(told, 'boards', {name})})`,
	},
	'person/edit': {
		undoable: true,
		apply: (draft, {id, fields}, context) =>
			refuseUnknown(draft, 'people', id) ?? replaceFields(draft, `people/${id}`, fields, context),
		tell: ({id, fields}, {database}) =>
			`edited ${listFields(fields)} of ${fields.name?.from ?? personName(database, id)}${fields.name ? `, now ${fields.name.to}` : ''}`,
	},
	'board/edit': {
		undoable: true,
		apply(draft, {id, fields}, context) {
			const refused =
				refuseUnknown(draft, 'boards', id) ??
				refuseBoardEdit(draft.database, id, fields, context.now);
			if (refused) return refused;
			const {name, kind, remit, note, minuteNumbers, frequency, ...rules} = fields;
			const own = {name, kind, remit, note, minuteNumbers, frequency};
			const path = `boards/${id}`;
			const unlawful =
				refuseOwnRules(draft.database, draft.at(path) as Board, {
					majority: fields.majority?.to,
					betweenMeetings: fields.betweenMeetings?.to,
				}) ?? refusePattern(fields.minuteNumbers?.to);
			if (unlawful) return unlawful;
			if (Object.values(rules).some(Boolean) && !(draft.at(path) as Board).rules) {
				draft.set(path, 'rules', {});
			}
			return (
				replaceFields(draft, path, own, context) ??
				replaceFields(draft, `${path}/rules`, rules, context)
			);
		},
		tell: ({id, fields}, {database}) =>
			`edited ${listFields(fields)} of ${nameOf(database, `boards/${id}`)}${fields.quorum?.to === undefined ? '' : `: a quorum of ${fields.quorum.to}`}`,
	},
	'board/standing': {
		undoable: true,
		apply(draft, {id, from, items}) {
			const refused = refuseUnknown(draft, 'boards', id);
			if (refused) return refused;
			const path = `boards/${id}`;
			const {name, standing = []} = draft.at(path) as Board;
			if (isAltered(standing, from)) {
				return reject('conflict', `the standing items of ${name} were altered meanwhile`);
			}
			for (const {id: item} of standing) draft.remove(`${path}/standing/${item}`);
			for (const {itemKind, title, minutes} of items) {
				const list = `${path}/standing`;
				draft.add(list, {id: draft.allocate('SI', list), kind: itemKind, title, minutes});
			}
			if (items.length === 0) draft.set(path, 'standing', undefined);
			return undefined;
		},
		tell: ({id, items}, {database}) =>
			items.length === 0
				? `took the standing items of ${nameOf(database, `boards/${id}`)} off`
				: `set ${count(items.length, 'standing item')} of ${nameOf(database, `boards/${id}`)}: ${items.map(({title}) => title).join(', ')}`,
	},
	'board/interests': {
		undoable: true,
		apply(draft, {id, from, items}) {
			const refused = refuseUnknown(draft, 'boards', id);
			if (refused) return refused;
			const path = `boards/${id}`;
			const {name, interests = []} = draft.at(path) as Board;
			if (isAltered(interests, from)) {
				return reject('conflict', `what ${name} calls interests was altered meanwhile`);
			}
			const kept = new Map(interests.map((one) => [one.title, one.id]));
			for (const one of interests) draft.remove(`${path}/interests/${one.id}`);
			for (const {title, interest, withdraws} of items) {
				const list = `${path}/interests`;
				// A word that stays keeps its id: declarations are made in it.
				const own = kept.get(title) ?? draft.allocate('IW', list);
				draft.add(list, {id: own, title, kind: interest, withdraws: withdraws || undefined});
			}
			if (items.length === 0) draft.set(path, 'interests', undefined);
			const used = draft.database.meetings
				.filter(({board}) => board === id)
				.flatMap(({declarations = []}) => declarations)
				.find(({word}) => word !== undefined && !find(draft.database, `${path}/interests/${word}`));
			return used
				? reject(
						'state',
						`“${interests.find((one) => one.id === used.word)?.title}” was declared at a meeting: it stays`,
					)
				: undefined;
		},
		tell: ({id, items}, {database}) =>
			items.length === 0
				? `left what ${nameOf(database, `boards/${id}`)} calls interests to its law`
				: `set what ${nameOf(database, `boards/${id}`)} calls interests: ${items.map(({title}) => title).join(', ')}`,
	},
};
