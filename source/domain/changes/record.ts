import {z} from 'zod';
import type {Draft} from '../draft.ts';
import {actorName} from '../actor.ts';
import {type Bare, find, keyOf} from '../log/patch.ts';
import {nameOf, slug} from '../names.ts';
import {type Field, fieldOf, filled, sayWhole, titleOf, typeAt, typeOf} from '../records/index.ts';
import {letters} from '../records/listed.ts';
import {knownIds} from '../references.ts';
import {reject, type Rejection} from '../rejection.ts';
import {type Database, idSchema} from '../schema/index.ts';
import {cut} from '../words.ts';
import {type Context, refuseStale, reorder, type Rules} from './family.ts';
import {
	splitPath,
	refuseOwn,
	refuseList,
	refuseRecord,
	typeWord,
	listAt,
	refuseValue,
} from './record-refusals.ts';

const pathSchema = z
	.string()
	.max(300)
	.regex(/^[a-z]+(\/[^/]{1,64})+$/i, 'expected a path such as projects/P1-04/milestones/MS-2');

/**
 * What lies in a strategy or a project (milestones, risks, measures, priorities, aims …) is kept by these: its fields are
 * those that `records/` names. A project itself has changes of its own.
 */
export const recordChanges = [
	z.strictObject({
		kind: z.literal('record/add'),
		/** The list that it comes to the end of, such as `projects/P1-04/milestones`. */
		list: pathSchema,
		/** Absent is the next free one. */
		id: idSchema.optional(),
		fields: z.record(z.string(), z.unknown()),
	}),
	z.strictObject({
		kind: z.literal('record/edit'),
		/** Such as `projects/P1-04/milestones/MS-2`, or `strategies/S-1`. */
		record: pathSchema,
		/** By name: the value that is expected there, and the one that takes its place. */
		fields: z.record(
			z.string(),
			z.strictObject({from: z.unknown().optional(), to: z.unknown().optional()}),
		),
	}),
	z.strictObject({
		kind: z.literal('record/order'),
		list: pathSchema,
		/** The ids in the order that is expected, and in the one that is wanted. */
		from: z.array(idSchema),
		to: z.array(idSchema),
	}),
	z.strictObject({
		kind: z.literal('record/remove'),
		record: pathSchema,
	}),
] as const;

type Change = z.infer<(typeof recordChanges)[number]>;

/** The next id of a type in a list; one that is cited by itself is nobody else's in the database. */
function nextId(draft: Draft, list: string, title: string): string {
	const type = typeAt(list);
	const {ids, cited} = typeOf(type ?? 'aim');
	const {database} = draft;
	const [holder, name] = [list.slice(0, list.lastIndexOf('/')), list.split('/').at(-1) ?? ''];
	const own = listAt(database, holder, name).map(keyOf);
	const taken = new Set(cited ? (knownIds(database)[name] ?? own) : own);
	if (ids === 'slug') return slug(title, taken);
	const {counters} = database;
	const key = ids === 'letter' ? list : ids;
	const word = (number: number) =>
		ids === 'letter' ? letters(number) : ids.length === 1 ? `${ids}${number}` : `${ids}-${number}`;
	// Priorities share their letter with projects, which count by their priority: `P1`.
	let number = (Object.hasOwn(counters, key) ? (counters[key] ?? 0) : 0) + 1;
	while (taken.has(word(number))) number++;
	draft.database = {...database, counters: {...counters, [key]: number}};
	return word(number);
}

/** An empty text, or a list of nothing, is the same as no value; a list that the schema wants stays. */
const orAbsent = (value: unknown): unknown => (value === '' ? undefined : value);

/** A value as it is stored in a field of the record, or of those in the list, at a path. */
function stored(path: string, name: string, value: unknown): unknown {
	const type = typeAt(path);
	const field = type && fieldOf(type, name);
	return orAbsent(field ? filled(field, value) : value);
}

function add(
	draft: Draft,
	{list, id: wanted, fields}: Extract<Change, {kind: 'record/add'}>,
	context: Context,
): Rejection | undefined {
	const refused =
		(list.includes('/') ? undefined : reject('invalid', `${list} has changes of its own`)) ??
		refuseOwn(list) ??
		refuseList(draft.database, list);
	if (refused) return refused;
	const type = typeOf(typeAt(list) ?? 'aim');
	const required = Object.entries(type.fields).filter(([, field]) => field.required);
	const given = {...Object.fromEntries(required.map(([name]) => [name, undefined])), ...fields};
	for (const [name, value] of Object.entries(given)) {
		const wrong = refuseValue(list, name, value);
		if (wrong) return wrong;
	}
	const holder = list.slice(0, list.lastIndexOf('/'));
	const name = list.split('/').at(-1) ?? '';
	const others = listAt(draft.database, holder, name);
	const isTaken = (id: string) =>
		others.some((one) => keyOf(one) === id) ||
		(type.cited && knownIds(draft.database)[name]?.has(id));
	if (wanted !== undefined && isTaken(wanted))
		return reject('invalid', `the id ${wanted} is another ${type.word}’s; choose one that is free`);
	const title = fields[type.title];
	const id = wanted ?? nextId(draft, list, typeof title === 'string' ? title : '');
	const values = Object.entries(fields).map(([field, value]) => [
		field,
		stored(list, field, value),
	]);
	draft.add(list, {
		id,
		...(name === 'priorities' ? {rank: others.length + 1} : {}),
		...type.empty,
		...Object.fromEntries(values.filter(([, value]) => value !== undefined)),
		...(name === 'readings' ? {at: context.now, by: actorName(context.actor)} : {}),
	});
	return undefined;
}

function edit(
	draft: Draft,
	{record, fields}: Extract<Change, {kind: 'record/edit'}>,
	context: Context,
): Rejection | undefined {
	const refused = refuseRecord(draft.database, record) ?? refuseOwn(record);
	if (refused) return refused;
	for (const [name, {from, to}] of Object.entries(fields)) {
		const wrong = refuseValue(record, name, to) ?? refuseStale(draft, record, name, from, context);
		if (wrong) return wrong;
		const empty = typeOf(typeAt(record) ?? 'aim').empty;
		draft.set(record, name, stored(record, name, to) ?? empty?.[name]);
	}
	return undefined;
}

function order(
	draft: Draft,
	{list, from, to}: Extract<Change, {kind: 'record/order'}>,
	context: Context,
): Rejection | undefined {
	const refused = refuseOwn(list) ?? refuseList(draft.database, list);
	if (refused) return refused;
	const holder = list.slice(0, list.lastIndexOf('/'));
	const name = list.split('/').at(-1) ?? '';
	const otherwise = 'the new order must name the same records as the old one';
	const conflict = reorder(draft, holder, name, {from, to}, otherwise, context);
	if (conflict) return conflict;
	if (name === 'priorities') rank(draft, list);
	return undefined;
}

/** Ranks say the order of the list. */
function rank(draft: Draft, list: string): void {
	const [holder, name] = [list.slice(0, list.lastIndexOf('/')), list.split('/').at(-1) ?? ''];
	for (const [index, one] of listAt(draft.database, holder, name).entries())
		draft.set(`${list}/${keyOf(one)}`, 'rank', index + 1);
}

function remove(
	draft: Draft,
	{record}: Extract<Change, {kind: 'record/remove'}>,
): Rejection | undefined {
	const refused =
		(typeAt(record) === 'milestone' ? refuseOwn(record) : undefined) ??
		refuseRecord(draft.database, record);
	if (refused) return refused;
	const [holder, list] = splitPath(record);
	if (find(draft.database, record)?.['status'] === 'current' && list === 'strategies')
		return reject('state', 'the strategy that is current stays: make another one current first');
	draft.remove(record);
	if (list === 'priorities') rank(draft, `${holder}/${list}`);
	return undefined;
}

/** `milestone MS-2 Go live of P1-04 Telephony`. */
function sayRecord(database: Database, path: string, known?: Bare): string {
	const [holder, , id] = splitPath(path);
	const title = titleOf(path, find(database, path) ?? known);
	const name = `${typeWord(path)} ${id}${title === '' || title === id ? '' : ` ${cut(title, 80)}`}`;
	return holder === '' ? name : `${name} of ${nameOf(database, holder)}`;
}

/** A field's name, and its value before and after, for a sentence. */
function sayEdit(
	database: Database,
	record: string,
	name: string,
	from: unknown,
	to: unknown,
): string {
	const type = typeAt(record);
	const field: Field = (type && fieldOf(type, name)) ?? {label: name, kind: 'line'};
	const word = field.label.toLowerCase();
	if (['text', 'lines', 'sections'].includes(field.kind)) return word;
	const say = (value: unknown) => cut(sayWhole(field, value, database), 60) || 'nothing';
	return `${word} from ${say(from)} to ${say(to)}`;
}

export const recordRules: Rules<Change> = {
	'record/add': {
		undoable: true,
		apply: add,
		tell({list}, {database, effects}) {
			const added = effects.find(
				({record, field, to}) =>
					field === undefined && to !== undefined && record.startsWith(`${list}/`),
			);
			return `added ${added ? sayRecord(database, added.record, added.to as Bare) : `a ${typeWord(list)}`}`;
		},
	},
	'record/edit': {
		undoable: true,
		apply: edit,
		tell: ({record, fields}, {database}) =>
			`edited ${sayRecord(database, record)}: ${Object.entries(fields)
				.map(([name, {from, to}]) => sayEdit(database, record, name, from, to))
				.join('; ')}`,
	},
	'record/order': {
		undoable: true,
		apply: order,
		tell: ({list}, {database}) =>
			`reordered the ${typeOf(typeAt(list) ?? 'aim').many.toLowerCase()} of ${nameOf(database, list.slice(0, list.lastIndexOf('/')))}`,
	},
	'record/remove': {
		undoable: true,
		apply: remove,
		tell({record}, {database, effects}) {
			const gone = effects.find((effect) => effect.record === record && effect.field === undefined);
			return `took off ${sayRecord(database, record, gone?.from as Bare)}`;
		},
	},
};
