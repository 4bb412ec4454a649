// Which acts of the log made what stands at a place of the record.
import {standing} from '../../log/standing.ts';
import {topRecord} from '../../log/chain.ts';
import {keyOf, type Bare} from '../../log/patch.ts';
import type {Database, Effect} from '../../schema/index.ts';

/** The acts behind something, by their revisions, oldest first. */
type Trace = {
	acts: number[];
	/** Some of it stood there before the first act that the log holds. */
	before: boolean;
};

/** An effect that stands, and its act. */
type Found = {revision: number; effect: Effect};

/**
 * Tells which acts stand behind places of a record: those that set or altered what is there. A place is a record, a field, or
 * what lies in it (`meetings/M-3/openedAt`); with `/*` it is which elements a list has and their order. Whose id stands
 * there is named: a person's change of name is among the acts. Of what no effect tells, because its act was redacted, is
 * withheld or came before the log, the acts without effects are named that touched its record.
 */
export function tracer(database: Database): (places: readonly string[]) => Trace {
	const index = effectsOf(database);
	const known = new Map<string, Trace>();
	const people = new Set(database.people.map(({id}) => id));
	const one = (place: string): Trace => {
		const before = known.get(place);
		if (before) return before;
		const found = traceOf(database, index, people, place);
		known.set(place, found);
		return found;
	};
	return (places) => {
		const traces = places.map(one);
		return {
			acts: ordered(traces.flatMap(({acts}) => acts)),
			before: traces.some(({before}) => before),
		};
	};
}

const ordered = (acts: number[]): number[] => [...new Set(acts)].toSorted((a, b) => a - b);

type Index = {
	/** By the record that they touch, and by its collection. */
	found: Map<string, Found[]>;
	/** Acts whose effects are not told, by the records that they touched and their collections. */
	untold: Map<string, number[]>;
};

function effectsOf({log}: Database): Index {
	const index: Index = {found: new Map(), untold: new Map()};
	const put = <Item>(map: Map<string, Item[]>, key: string, item: Item) => {
		const list = map.get(key);
		if (list) list.push(item);
		else map.set(key, [item]);
	};
	const found = (revision: number, effect: Effect) => {
		const top = topRecord(effect.record);
		put(index.found, top, {revision, effect});
		const [collection = ''] = top.split('/');
		if (collection !== top) put(index.found, collection, {revision, effect});
	};
	for (const {revision, effects, records} of standing(log)) {
		if (!effects?.length) {
			const touched = Object.keys(records);
			const collections = touched.map((record) => record.split('/')[0] ?? '');
			for (const record of new Set([...touched, ...collections])) {
				put(index.untold, record, revision);
			}
		}
		for (const effect of effects ?? []) found(revision, effect);
	}
	return index;
}

function traceOf(
	database: Database,
	{found, untold}: Index,
	people: ReadonlySet<string>,
	place: string,
): Trace {
	const top = topRecord(place.replace(/\/\*$/, ''));
	const own = (found.get(top) ?? []).filter(({effect}) => reaches(effect, place));
	const value = valueAt(database, place);
	const names = [...idsIn(value, people)].flatMap((id) =>
		(found.get(`people/${id}`) ?? []).filter(({effect}) => effect.field === 'name'),
	);
	const acts = [...own, ...names].map(({revision}) => revision);
	if (own.length > 0 || value === undefined) return {acts: ordered(acts), before: false};
	const silent = untold.get(top) ?? [];
	return {acts: ordered([...acts, ...silent]), before: silent.length === 0};
}

/** Whether an effect made or altered what is at a place. */
export function reaches(effect: Effect, place: string): boolean {
	const at = effect.field === undefined ? effect.record : `${effect.record}/${effect.field}`;
	if (place.endsWith('/*')) {
		const list = place.slice(0, -2);
		if (effect.field === undefined && holderOf(effect.record) === list) return true;
		return at === list || (isWithin(list, at) && holds(effect, list.slice(at.length + 1)));
	}
	if (at === place || isWithin(at, place)) return true;
	return isWithin(place, at) && holds(effect, place.slice(at.length + 1));
}

const isWithin = (inner: string, outer: string): boolean => inner.startsWith(`${outer}/`);

const holderOf = (record: string): string => record.slice(0, record.lastIndexOf('/'));

/** Whether a whole that came or went had something there. */
const holds = ({from, to}: Effect, rest: string): boolean =>
	[from, to].some((whole) => step(whole, rest.split('/')) !== undefined);

/** What stands at a place now. */
const valueAt = (database: Database, place: string): unknown =>
	step(database, place.replace(/\/\*$/, '').split('/'));

function step(node: unknown, parts: readonly string[]): unknown {
	const [part, ...rest] = parts;
	if (part === undefined) return Array.isArray(node) && node.length === 0 ? undefined : node;
	if (Array.isArray(node)) {
		return step(
			node.find((element: Bare) => keyOf(element) === part),
			rest,
		);
	}
	return typeof node === 'object' && node !== null && Object.hasOwn(node, part)
		? step((node as Bare)[part], rest)
		: undefined;
}

/** The people whose ids stand in a value. */
function* idsIn(value: unknown, people: ReadonlySet<string>): Generator<string> {
	if (typeof value === 'string' && people.has(value)) yield value;
	if (typeof value !== 'object' || value === null) return;
	for (const inner of Object.values(value)) yield* idsIn(inner, people);
}
