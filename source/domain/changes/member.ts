import {z} from 'zod';
import {sayDay} from '../calendar.ts';
import type {Draft} from '../draft.ts';
import {keyOf} from '../log/patch.ts';
import {nameOf, personName} from '../names.ts';
import {reject, type Rejection} from '../rejection.ts';
import {type Board, daySchema, idSchema, memberRoles} from '../schema/index.ts';
import {listFields, memberRoleWords} from '../words.ts';
import {refuseUnknown, replaced, replacedRequired, replaceFields, type Rules} from './family.ts';

export const memberDetail = {
	role: z.enum(memberRoles),
	from: daySchema,
	/** The last day. */
	to: daySchema,
};

/** Who is on a board, as what, and from when to when. A membership's id is given out. */
export const memberChanges = [
	z.strictObject({
		kind: z.literal('member/add'),
		board: idSchema,
		person: idSchema,
		role: memberDetail.role,
		from: memberDetail.from.optional(),
		to: memberDetail.to.optional(),
	}),
	z.strictObject({
		kind: z.literal('member/edit'),
		board: idSchema,
		/** The membership's id or, where it has none, the person's. It ends with a last day and is never deleted. */
		member: idSchema,
		fields: z
			.strictObject({
				role: replacedRequired(memberDetail.role),
				from: replaced(memberDetail.from),
				to: replaced(memberDetail.to),
			})
			.partial(),
	}),
] as const;
type Change = z.infer<(typeof memberChanges)[number]>;

export const memberRules: Rules<Change> = {
	'member/add': {
		undoable: true,
		apply(draft, {kind: _kind, board, ...member}) {
			const refused =
				refuseUnknown(draft, 'boards', board) ?? refuseUnknown(draft, 'people', member.person);
			if (refused) return refused;
			addMember(draft, board, member);
			return undefined;
		},
		tell: ({board, person, role, from, to}, {database}) =>
			`entered ${personName(database, person)} as ${memberRoleWords[role].toLowerCase()} of ${nameOf(database, `boards/${board}`)}${from ? ` from ${sayDay(from)}` : ''}${to ? ` until ${sayDay(to)}` : ''}`,
	},
	'member/edit': {
		undoable: true,
		apply(draft, {board, member, fields}, context) {
			const path = `boards/${board}/members/${member}`;
			return (
				refuseUnknown(draft, 'boards', board) ??
				refuseUnknownMember(draft, board, member) ??
				replaceFields(draft, path, fields, context)
			);
		},
		tell({board, member, fields}, {database}) {
			const who = nameOf(database, `boards/${board}/members/${member}`);
			const of = nameOf(database, `boards/${board}`);
			const {to} = fields.to ?? {};
			return to && Object.keys(fields).length === 1
				? `entered ${sayDay(to)} as the last day of ${who} on ${of}`
				: `edited ${listFields(fields)} of ${who} on ${of}`;
		},
	},
};

type NewMember = Omit<Extract<Change, {kind: 'member/add'}>, 'kind' | 'board'>;

/** Whether nobody before it in the list is the same person. */
export const isFirst = (
	members: readonly NewMember[],
	{person}: NewMember,
	index: number,
): boolean => members.findIndex((one) => one.person === person) === index;

/** Puts a membership behind the others of its role: the roll is called in this order. */
export function addMember(draft: Draft, board: string, {person, role, from, to}: NewMember): void {
	const path = `boards/${board}/members`;
	const {members} = draft.at(`boards/${board}`) as Board;
	const after = members.findIndex(
		(one) => memberRoles.indexOf(one.role) > memberRoles.indexOf(role),
	);
	const id = draft.allocate('MB', path);
	draft.add(path, {id, person, role, from, to}, after === -1 ? undefined : after);
}

/** Finds the one membership that is meant; of two without ids none can be. */
function refuseUnknownMember(
	{database}: Draft,
	board: string,
	member: string,
): Rejection | undefined {
	const held = database.boards.find(({id}) => id === board);
	const found = held?.members.filter((one) => keyOf(one) === member) ?? [];
	const name = nameOf(database, `boards/${board}`);
	if (found.length === 1) return undefined;
	return found.length > 1
		? reject(
				'state',
				`${personName(database, member)} stands among the members of ${name} ${found.length} times: give each an "id" of its own in the file, and adopt it`,
			)
		: reject('unknown', `${personName(database, member)} is not among the members of ${name}`);
}
