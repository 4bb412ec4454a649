import {same} from '../equal.ts';
import {fieldOrder} from '../schema/walk.ts';
import type {Database, Effect} from '../schema/index.ts';

/** Any record or element of a list, seen without its type: paths are only known when they run. */
export type Bare = {[field: string]: unknown};

/** What finds an element in its list: its `id`, or for attendance the person. */
export const keyOf = (element: Bare): string => String(element['id'] ?? element['person']);

const isBare = (value: unknown): value is Bare =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a list is one of elements with keys, whose effects are told element by element. */
export const isKeyedList = (value: unknown): value is Bare[] =>
	Array.isArray(value) &&
	value.every((element) => isBare(element) && ('id' in element || 'person' in element));

/** The record or element at `path`, or undefined. */
export function find(database: Database, path: string): Bare | undefined {
	let node: unknown = database;
	for (const part of path.split('/')) {
		if (Array.isArray(node)) node = node.find((element: Bare) => keyOf(element) === part);
		else if (isBare(node) && Object.hasOwn(node, part)) node = node[part];
		else return undefined;
	}
	return isBare(node) ? node : undefined;
}

/** A field's value as effects tell it: a list of elements with keys stands for their order. */
export function fieldValue(holder: Bare, field: string): unknown {
	const value = Object.hasOwn(holder, field) ? holder[field] : undefined;
	return isKeyedList(value) && value.length > 0 ? value.map(keyOf) : value;
}

/** `holder` with one field set, or removed when `value` is undefined. A new one takes the schema's place for it; no other moves. */
function withField(holder: Bare, field: string, value: unknown, path: string): Bare {
	if (value === undefined) {
		const {[field]: _removed, ...rest} = holder;
		return rest;
	}
	if (Object.hasOwn(holder, field)) return {...holder, [field]: value};
	const order = fieldOrder(path);
	const rank = (name: string) => {
		const index = order.indexOf(name);
		return index === -1 ? order.length : index;
	};
	const entries = Object.entries(holder);
	const after = entries.findIndex(([name]) => rank(name) > rank(field));
	return Object.fromEntries(
		entries.toSpliced(after === -1 ? entries.length : after, 0, [field, value]),
	);
}

/** Rebuilds what lies on the way to `path` and puts `change(node)` there; the rest is shared. */
function rebuild(node: unknown, parts: string[], change: (node: unknown) => unknown): unknown {
	const [part, ...rest] = parts;
	if (part === undefined) return change(node);
	if (Array.isArray(node)) {
		const index = node.findIndex((element: Bare) => keyOf(element) === part);
		return index === -1 ? node : node.with(index, rebuild(node[index], rest, change));
	}
	return isBare(node) ? {...node, [part]: rebuild(node[part], rest, change)} : node;
}

function reorder(list: Bare[], keys: unknown): Bare[] {
	const byKey = new Map(list.map((element) => [keyOf(element), element]));
	return (keys as string[]).map((key) => byKey.get(key)).filter((element) => element !== undefined);
}

/** The database with one effect applied. The effect must fit: `holds` says whether it does. */
export function patch(database: Database, effect: Effect): Database {
	const parts = effect.record.split('/');
	const {field} = effect;
	const change = (node: unknown): unknown => {
		if (field === undefined || !isBare(node)) return node;
		const current = node[field];
		const value =
			isKeyedList(current) && current.length > 0 && Array.isArray(effect.to)
				? reorder(current, effect.to)
				: effect.to;
		return withField(node, field, value, effect.record);
	};
	if (field !== undefined) return rebuild(database, parts, change) as Database;

	const key = parts.at(-1);
	const inList = (node: unknown): unknown => {
		const list = (node ?? []) as Bare[];
		if (effect.to === undefined) return list.filter((element) => keyOf(element) !== key);
		return list.toSpliced(effect.at ?? list.length, 0, effect.to as Bare);
	};
	return rebuild(database, parts.slice(0, -1), inList) as Database;
}

/** Whether the database is as the effect left it, so that its inverse may be applied. */
export function holds(database: Database, effect: Effect): boolean {
	const found = find(database, effect.record);
	if (effect.field === undefined) {
		// What was removed can come back only into a record that is still there.
		const holder = effect.record.split('/').slice(0, -2).join('/');
		const hasPlace = holder === '' || find(database, holder) !== undefined;
		return hasPlace && same(found, effect.to);
	}
	return found !== undefined && same(fieldValue(found, effect.field), effect.to);
}

/** The effect that takes this one back. */
export function inverse({from, to, ...where}: Effect): Effect {
	return {
		...where,
		...(to === undefined ? {} : {from: to}),
		...(from === undefined ? {} : {to: from}),
	};
}
