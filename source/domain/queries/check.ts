import {type Bare, keyOf} from '../log/patch.ts';
import {dangling, knownIds, targetWords} from '../references.ts';
import type {Collection, Database} from '../schema/index.ts';
import {collections} from '../schema/values.ts';
import {fieldsOf, nodeOf, partOf, rootPart} from '../schema/walk.ts';
import {nearest} from '../words.ts';
import {checkLog, checkSeals} from './log/check-log.ts';
import {recordWords} from '../words.ts';
import type {Problem} from './problem.ts';

export type {Problem} from './problem.ts';

/** The lists whose elements get their ids from a counter, and that counter. */
export const counted: Readonly<Record<string, string>> = {
	actions: 'A',
	decisions: 'D',
	agenda: 'I',
	updates: 'U',
	corrections: 'C',
	movements: 'V',
	pauses: 'PA',
	publicLeft: 'PL',
	readmissions: 'RA',
	declarations: 'DI',
	confirmed: 'CF',
	meetings: 'M',
	notices: 'N',
};

/**
 * Everything that is wrong with a database that fits the schema, in the order of its parts: ids,
 * references, states that exclude each other, counters, whether the log proves the records, and whether seals bear it out.
 * Messages name records by their ids only, so they hold nothing that a terminal could trip over.
 */
export const check = (database: Database): Problem[] => [
	...checkRecords(database),
	...checkLog(database),
	...checkSeals(database),
];

/** The same, but for what the log proves. */
export const checkRecords = (database: Database): Problem[] => [
	...duplicateIds(database),
	...danglingReferences(database),
	...strategies(database),
	...circles(database),
	...openTwice(database),
	...counters(database),
];

/**
 * Ids that occur more than once in a collection or in a list of elements with ids. Records of a database `known` to have
 * none, which are not altered in place, are not looked into again.
 */
export function duplicateIds(database: Database, known?: Database): Problem[] {
	if (!plansOf().some(([name, plan]) => repeats(plan, database[name], known?.[name]))) return [];
	return keyedLists(database).flatMap(({path, list}) => {
		const seen = new Set(list.map(keyOf));
		if (seen.size === list.length) return [];
		const owner = sayOwner(database, path);
		return list.flatMap((element, index) => {
			const key = keyOf(element);
			if (seen.delete(key)) return [];
			const what = 'id' in element ? `the id ${key}` : key;
			const message = `${owner}: ${what} is there more than once; expected each once`;
			return [{path: [...path, index, ...('id' in element ? ['id'] : [])], message}];
		});
	});
}

type KeyedList = {path: (string | number)[]; list: Bare[]};

/** Where in a record lists lie whose elements the log addresses by their key. */
type Plan = {keyed: boolean; inside: ReadonlyMap<string, Plan>};

/** A plan for every collection, drawn from the schema when it is first needed. */
let plans: [Collection, Plan][] | undefined;

const plansOf = (): [Collection, Plan][] =>
	(plans ??= collections.map((name) => [name, planOf(partOf(rootPart, name), name)]));

/** Whether a list has a key twice. It is asked at each opening, so nothing is made that only a sentence about it needs. */
function repeats(plan: Plan, value: unknown, known?: unknown): boolean {
	if (value === undefined || value === known) return false;
	if (!Array.isArray(value)) return repeatsInside(plan, value as Bare);
	const list = value as Bare[];
	if (plan.keyed && list.length > 1 && hasKeyTwice(list)) return true;
	const before = Array.isArray(known) ? (known as unknown[]) : [];
	return (
		plan.inside.size > 0 &&
		list.some((record, index) => record !== before[index] && repeatsInside(plan, record))
	);
}

/** Most lists are short: to compare each with those before it takes less than to make a set. */
function hasKeyTwice(list: readonly Bare[]): boolean {
	const keys = list.map(keyOf);
	return keys.length > 16
		? new Set(keys).size < keys.length
		: keys.some((key, index) => keys.indexOf(key) < index);
}

/** A record has fewer fields than the schema knows lists. */
function repeatsInside(plan: Plan, record: Bare): boolean {
	for (const field in record) {
		const inner = plan.inside.get(field);
		if (inner && repeats(inner, record[field])) return true;
	}
	return false;
}

/** Every list whose elements the log addresses by their key. */
function keyedLists(database: Database): KeyedList[] {
	const found: KeyedList[] = [];
	for (const [name, plan] of plansOf()) collect(plan, database[name], [name], found);
	return found;
}

function planOf(part: number | undefined, name: string): Plan {
	const node = nodeOf(part);
	if (node?.is === 'list') {
		const {inside} = planOf(node.of, '');
		const hasId = fieldsOf(node.of).some(([field]) => field === 'id');
		// In a file that was written by hand somebody may serve on a board twice, at different times, without ids.
		const keyed = (hasId && name !== 'members') || name === 'attendance';
		return {keyed, inside};
	}
	// What is not a record has no fields; to ask the table for them would cost a start more than the rest.
	const fields = node?.is === 'record' ? fieldsOf(part) : [];
	const inside = fields
		.map(([field, inner]): [string, Plan] => [field, planOf(inner, field)])
		.filter(([, plan]) => plan.keyed || plan.inside.size > 0);
	return {keyed: false, inside: new Map(inside)};
}

function collect(plan: Plan, value: unknown, path: (string | number)[], found: KeyedList[]): void {
	if (Array.isArray(value)) {
		if (plan.keyed) found.push({path, list: value as Bare[]});
		if (plan.inside.size === 0) return;
		for (const [index, record] of value.entries()) {
			collectInside(plan, record as Bare, [...path, index], found);
		}
	} else if (value !== undefined) collectInside(plan, value as Bare, path, found);
}

function collectInside(plan: Plan, record: Bare, path: (string | number)[], found: KeyedList[]) {
	for (const [field, inner] of plan.inside) {
		if (record[field] !== undefined) collect(inner, record[field], [...path, field], found);
	}
}

/** Whose list it is: `projects`, `project P1-04, updates`. */
function sayOwner(database: Database, path: (string | number)[]): string {
	const [collection, index, ...rest] = path as [Collection, number | undefined, ...string[]];
	if (index === undefined) return collection;
	const record = `${recordWords[collection]} ${database[collection][index]?.id}`;
	return `${record}, ${rest.filter((part) => typeof part === 'string').join(' ')}`;
}

function danglingReferences(database: Database): Problem[] {
	const known = knownIds(database);
	return collections.flatMap((collection) =>
		database[collection].flatMap((record, index) =>
			dangling(collection, record as Bare, known).map(({path, to, id}) => {
				const [near] = nearest(id, [...(known[to] ?? [])]);
				const field = path.filter((part) => typeof part === 'string').join(' ');
				const message = `${recordWords[collection]} ${record.id}: ${field} names ${id}, but there is no such ${targetWords[to]}${near ? `; did you mean ${near}?` : ''}`;
				return {path: [collection, index, ...path], message};
			}),
		),
	);
}

function strategies({strategies}: Database): Problem[] {
	const current = strategies.flatMap(({status}, index) => (status === 'current' ? [index] : []));
	if (current.length === 0 && !strategies.every(({status}) => status === 'draft')) {
		return [{path: ['strategies'], message: 'no strategy is current; expected one'}];
	}
	const [first] = current;
	return current.slice(1).map((index) => ({
		path: ['strategies', index, 'status'],
		message: `strategy ${strategies[index]?.id} is current, and so is ${strategies[first ?? 0]?.id}; expected one`,
	}));
}

/** Projects that wait for each other: every dependency that closes a circle. */
function circles({projects}: Database): Problem[] {
	const byId = new Map(projects.map((project, index) => [project.id, {project, index, next: 0}]));
	const done = new Set<string>();
	const found: Problem[] = [];
	for (const {id} of projects) {
		// The way from `id` to where the search is; a dependency on a project that lies on it is a circle.
		const way = [id];
		const onWay = new Set(way);
		while (way.length > 0) {
			const here = byId.get(way.at(-1) ?? '');
			const at = here?.next ?? 0;
			const target = here && !done.has(here.project.id) ? here.project.dependsOn?.[at] : undefined;
			if (!here || target === undefined) {
				const left = way.pop() ?? '';
				onWay.delete(left);
				done.add(left);
				continue;
			}
			here.next++;
			if (onWay.has(target)) {
				const circle = [...way.slice(way.indexOf(target)), target].join(' → ');
				found.push({
					path: ['projects', here.index, 'dependsOn', at],
					message: `project ${here.project.id} cannot depend on ${target}: they wait for each other (${circle})`,
				});
			} else if (byId.has(target)) {
				way.push(target);
				onWay.add(target);
			}
		}
	}
	return found;
}

function openTwice({meetings}: Database): Problem[] {
	const open = new Map<string, string>();
	return meetings.flatMap(({id, board, status}, index) => {
		if (status !== 'open') return [];
		const other = open.get(board);
		open.set(board, other ?? id);
		return other === undefined
			? []
			: [
					{
						path: ['meetings', index, 'status'],
						message: `meeting ${id} is open while ${other} of the same board ${board} is; expected one at a time`,
					},
				];
	});
}

/** Counters that would give out an id again. */
function counters(database: Database): Problem[] {
	const highest = new Map<string, number>();
	const note = (list: string, id: string) => {
		const [, prefix = '', digits] = /^([A-Z]+)-([1-9]\d*)$/.exec(id) ?? [];
		const owns = list in counted ? counted[list] === prefix : prefix in database.counters;
		if (owns) highest.set(prefix, Math.max(highest.get(prefix) ?? 0, Number(digits)));
	};
	for (const {path, list} of keyedLists(database)) {
		const name = String(path.at(-1));
		if (name in counted || path.length === 1)
			for (const element of list) note(name, keyOf(element));
	}
	return [...highest].flatMap(([prefix, number]) => {
		const counter = Object.hasOwn(database.counters, prefix)
			? database.counters[prefix]
			: undefined;
		return (counter ?? 0) >= number
			? []
			: [
					{
						path: counter === undefined ? ['counters'] : ['counters', prefix],
						message: `the counter ${prefix} is ${counter ?? 'missing'}, but ${prefix}-${number} is in use; expected ${number} or more`,
					},
				];
	});
}
