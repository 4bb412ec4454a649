import {z} from 'zod';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {find} from '../log/patch.ts';
import {
	type Declaration,
	enteredTextSchema,
	idSchema,
	instantSchema,
	interestKinds,
	type Meeting,
} from '../schema/index.ts';
import {interestWords, listFields} from '../words.ts';
import type {Draft} from '../draft.ts';
import {refuseUnknownItem, refuseApprovedMinutes} from './item.ts';
import {refuseUnknown, replaced, replaceFields, type Rules} from './family.ts';

const detail = {
	nature: enteredTextSchema,
	sensitive: z.boolean(),
	withdrew: z.boolean(),
	dispensation: enteredTextSchema,
};

export const declarationChanges = [
	z.strictObject({
		kind: z.literal('declaration/add'),
		meeting: idSchema,
		item: idSchema,
		person: idSchema,
		interest: z.enum(interestKinds),
		/** What the board calls such an interest, where it has words of its own: the id of one of them. */
		word: idSchema.optional(),
		...z.strictObject(detail).partial().shape,
	}),
	z.strictObject({
		kind: z.literal('declaration/edit'),
		meeting: idSchema,
		id: idSchema,
		fields: z
			.strictObject({
				kind: replaced(z.enum(interestKinds)),
				word: replaced(idSchema),
				nature: replaced(detail.nature),
				sensitive: replaced(detail.sensitive),
				withdrew: replaced(detail.withdrew),
				dispensation: replaced(detail.dispensation),
			})
			.partial(),
	}),
	z.strictObject({kind: z.literal('declaration/remove'), meeting: idSchema, id: idSchema}),
	/** Interests were asked about; `none`: and nobody had any. */
	z.strictObject({
		kind: z.literal('declaration/asked'),
		meeting: idSchema,
		none: z.boolean(),
		at: instantSchema.optional(),
	}),
] as const;
type Change = z.infer<(typeof declarationChanges)[number]>;

const withArticle = (words: string): string => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

/** What was said of the room; nothing where nothing was. */
const conductOf = (withdrew: boolean | undefined): string =>
	withdrew === undefined ? '' : withdrew ? ' and withdrew' : ' and stayed';

const pathOf = ({meeting, id}: {meeting: string; id: string}) =>
	`meetings/${meeting}/declarations/${id}`;

/** The board's own word for an interest is one of its own, of the kind that it stands for. */
function refuseWord(
	draft: Draft,
	meeting: Meeting,
	kind: string,
	word: string | undefined,
): Rejection | undefined {
	if (word === undefined) return undefined;
	const board = draft.database.boards.find(({id}) => id === meeting.board);
	const own = board?.interests?.find(({id}) => id === word);
	if (!own) return reject('unknown', `${board?.name ?? meeting.board} has no interest ${word}`);
	return own.kind === kind
		? undefined
		: reject('invalid', `“${own.title}” is an interest of another kind (${own.kind})`);
}

/** A sensitive interest is declared without its nature: then nobody can publish it. */
function refuseDeclaration(draft: Draft, path: string): Rejection | undefined {
	const {sensitive, nature} = draft.at(path) as Declaration;
	return sensitive && nature
		? reject('invalid', 'a sensitive interest is recorded without its nature: leave that empty')
		: undefined;
}

const refuseUnknownDeclaration = (draft: Draft, change: {meeting: string; id: string}) =>
	refuseUnknown(draft, 'meetings', change.meeting) ??
	refuseApprovedMinutes(draft, change.meeting) ??
	(find(draft.database, pathOf(change))
		? undefined
		: reject('unknown', `meeting ${change.meeting} has no declaration ${change.id}`));

export const declarationRules: Rules<Change> = {
	'declaration/add': {
		undoable: true,
		apply(
			draft,
			{meeting, item, person, interest, word, nature, sensitive, withdrew, dispensation},
		) {
			const refused =
				refuseUnknownItem(draft, meeting, item) ??
				refuseUnknown(draft, 'people', person) ??
				refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const held = draft.at(`meetings/${meeting}`) as Meeting;
			const name = personName(draft.database, person);
			const again = held.declarations?.find((one) => one.person === person && one.item === item);
			if (again) return reject('state', `${name} has declared on this item already (${again.id})`);
			if (held.attendance.every((line) => line.person !== person)) {
				return reject('invalid', `${name} is not on the roll of ${meeting}`, 'roll.take');
			}
			const unknown = refuseWord(draft, held, interest, word);
			if (unknown) return unknown;
			// That there were none is no longer so.
			if (held.interestsAsked?.none) {
				draft.set(`meetings/${meeting}`, 'interestsAsked', {...held.interestsAsked, none: false});
			}
			const list = `meetings/${meeting}/declarations`;
			const id = draft.allocate('DI', list);
			draft.add(list, {
				id,
				person,
				item,
				kind: interest,
				word,
				nature: nature || undefined,
				sensitive: sensitive || undefined,
				withdrew,
				dispensation: dispensation || undefined,
			});
			return refuseDeclaration(draft, `${list}/${id}`);
		},
		tell: ({meeting, item, person, interest, withdrew}, {database}) =>
			`noted that ${personName(database, person)} declared ${withArticle(interestWords[interest].toLowerCase())} in item ${nameOf(database, `meetings/${meeting}/agenda/${item}`)}${conductOf(withdrew)}`,
	},
	'declaration/edit': {
		undoable: true,
		apply: (draft, change, context) =>
			refuseUnknownDeclaration(draft, change) ??
			replaceFields(draft, pathOf(change), change.fields, context) ??
			refuseDeclaration(draft, pathOf(change)),
		tell: ({id, fields}) => `edited ${listFields(fields)} of declaration ${id}`,
	},
	'declaration/remove': {
		undoable: true,
		apply(draft, change) {
			const refused = refuseUnknownDeclaration(draft, change);
			if (refused) return refused;
			draft.remove(pathOf(change));
			// With the last one goes what was said of the whole: whether anybody has one is asked again.
			const path = `meetings/${change.meeting}`;
			const {declarations = [], interestsAsked} = draft.at(path) as Meeting;
			if (declarations.length === 0 && interestsAsked?.none === false) {
				draft.set(path, 'interestsAsked', undefined);
			}
			return undefined;
		},
		tell: ({id}) => `took back declaration ${id}`,
	},
	'declaration/asked': {
		undoable: true,
		apply(draft, {meeting, none, at}, {now}) {
			const refused =
				refuseUnknown(draft, 'meetings', meeting) ?? refuseApprovedMinutes(draft, meeting);
			if (refused) return refused;
			const {declarations = []} = draft.at(`meetings/${meeting}`) as Meeting;
			if (none && declarations.length > 0) {
				return reject('state', 'an interest has been declared and stands under its item');
			}
			draft.set(`meetings/${meeting}`, 'interestsAsked', {at: at ?? now, none});
			return undefined;
		},
		tell: ({meeting, none}) =>
			none
				? `noted that interests were asked about at ${meeting}, and nobody had any`
				: `noted that interests were asked about at ${meeting}`,
	},
};
