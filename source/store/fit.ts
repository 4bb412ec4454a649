import {same} from '../domain/equal.ts';
import type {Database} from '../domain/schema/index.ts';
import {collections} from '../domain/schema/values.ts';
import {nodeOf, partOf, rootPart, takeDatabase} from '../domain/schema/walk.ts';

type Lists = Record<string, unknown>;

const lists = [...collections, 'log'];

/**
 * The database that a value is, as the walker sees it, without zod; undefined where only zod can tell. What is as in
 * a database that is `known` already is not looked at again but taken from there, so that a re-read costs
 * little, and whoever compares records by identity sees only those that changed. When nothing differs, the
 * result is `known` itself.
 */
export const fit = (raw: unknown, known?: Database): Database | undefined =>
	reuse(raw, known, takeDatabase);

/**
 * What `check` makes of a value, with all that did not change taken from `known`: only the rest is handed to it.
 * Undefined where it makes nothing of that.
 */
export function reuse(
	raw: unknown,
	known: Database | undefined,
	check: (raw: unknown) => Database | undefined,
): Database | undefined {
	if (known === undefined || !isObject(raw) || isTooLong(raw)) return check(raw);
	const kept = keep(raw, known);
	const thin: Lists = {...raw};
	for (const [name, elements] of kept) {
		thin[name] = (raw[name] as unknown[]).filter((_element, index) => !elements[index]);
	}
	const data = check(thin);
	return data && merge(data, known, kept);
}

/** Whether a list has more elements than it may: of what is left over when the known ones are taken out, nobody could tell. */
const isTooLong = (raw: Lists): boolean =>
	lists.some((name) => {
		const node = nodeOf(partOf(rootPart, name));
		const list = raw[name];
		return node?.is === 'list' && Array.isArray(list) && list.length > (node.most ?? Infinity);
	});

const isObject = (value: unknown): value is Lists =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** For every list, what is known at each index: the old element, or undefined where it is new or changed. */
function keep(raw: Lists, known: Database): Map<string, unknown[]> {
	const kept = new Map<string, unknown[]>();
	for (const name of lists) {
		const now = raw[name];
		if (!Array.isArray(now)) continue;
		const before = (known as Lists)[name] as {id: string}[];
		// Mostly each stands where it stood.
		let byId: Map<unknown, {id: string}> | undefined;
		const find = (id: unknown) =>
			(byId ??= new Map(before.map((element) => [element.id, element]))).get(id);
		kept.set(
			name,
			now.map((element: {id?: unknown} | null, index) => {
				const old = before[index]?.id === element?.id ? before[index] : find(element?.id);
				return old !== undefined && same(element, old) ? old : undefined;
			}),
		);
	}
	return kept;
}

function merge(fresh: Database, known: Database, kept: Map<string, unknown[]>): Database {
	const before = known as Lists;
	const merged = Object.entries(fresh).map(([name, value]): [string, unknown] => {
		const elements = kept.get(name);
		if (elements === undefined) return [name, same(value, before[name]) ? before[name] : value];
		const rest = (value as unknown[]).values();
		const list = elements.map((element) => element ?? rest.next().value);
		return [name, sameElements(list, before[name] as unknown[]) ? before[name] : list];
	});
	const isKnown =
		merged.length === Object.keys(known).length &&
		merged.every(([name, value]) => before[name] === value);
	return isKnown ? known : (Object.fromEntries(merged) as Database);
}

const sameElements = (a: unknown[], b: unknown[]): boolean =>
	a.length === b.length && a.every((element, index) => element === b[index]);
