import type {z} from 'zod';
import {same} from '../../domain/equal.ts';
import {collections, type Database, databaseSchema} from '../../domain/schema/index.ts';

type Lists = Record<string, unknown>;
type Checked = {database: Database} | {issues: z.core.$ZodIssue[]};

const lists = [...collections, 'log'];

/**
 * Checks a value against the schema. What is as in a database that is `known` already is not checked
 * again but taken from there, so that a re-read costs little, and whoever compares records by
 * identity sees only those that changed. When nothing differs, the result is `known` itself.
 */
export function validate(raw: unknown, known?: Database): Checked {
	if (known !== undefined && isObject(raw)) {
		const kept = keep(raw, known);
		const thin: Lists = {...raw};
		for (const [name, elements] of kept) {
			thin[name] = (raw[name] as unknown[]).filter((_element, index) => !elements[index]);
		}
		const {data} = databaseSchema.safeParse(thin);
		if (data) return {database: merge(data, known, kept)};
	}
	// Compiling the validators pays from some thousand records on; before that it only delays the start.
	const jitless = countRecords(raw) < 2000;
	const {data, error} = databaseSchema.safeParse(raw, {jitless});
	return data ? {database: data} : {issues: error.issues};
}

/** How many elements the lists of a database hold. */
const countRecords = (raw: unknown): number =>
	isObject(raw)
		? Object.values(raw).reduce<number>(
				(sum, list) => sum + (Array.isArray(list) ? list.length : 0),
				0,
			)
		: 0;

const isObject = (value: unknown): value is Lists =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** For every list, what is known at each index: the old element, or undefined where it is new or changed. */
function keep(raw: Lists, known: Database): Map<string, unknown[]> {
	const kept = new Map<string, unknown[]>();
	for (const name of lists) {
		const now = raw[name];
		if (!Array.isArray(now)) continue;
		const before = (known as Lists)[name] as {id: string}[];
		const byId = new Map(before.map((element) => [element.id, element]));
		kept.set(
			name,
			now.map((element: {id?: unknown} | null, index) => {
				const old =
					before[index]?.id === element?.id ? before[index] : byId.get(element?.id as string);
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
