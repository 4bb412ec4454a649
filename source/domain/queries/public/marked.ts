import {find, type Bare} from '../../log/patch.ts';
import {referencesOf, withoutReferences} from '../../references.ts';
import type {Collection, Database, Private} from '../../schema/index.ts';
import {collections} from '../../schema/values.ts';
import {count, cut} from '../../words.ts';

/** The collections whose records can be marked as private until somebody releases them. */
export const markable = ['strategies', 'projects', 'requests', 'reports', 'actions'] as const;
type Markable = (typeof markable)[number];

export const isMarkable = (collection: string): collection is Markable =>
	(markable as readonly string[]).includes(collection);

/** A record that waits to be released: where it stands, and why it is private. */
export type Waiting = {path: string; collection: Markable; id: string; why: Private};

const lists = new WeakMap<Database, Waiting[]>();

/** Everything that waits to be released, in the order of the collections. Worked out once for each state of a database. */
export function waitingIn(database: Database): readonly Waiting[] {
	let list = lists.get(database);
	if (!list) lists.set(database, (list = marksIn(database)));
	return list;
}

const marksIn = (database: Database): Waiting[] =>
	markable.flatMap((collection) =>
		(database[collection] as {id: string; private?: Private}[]).flatMap(
			({id, private: why}): Waiting[] =>
				why ? [{path: `${collection}/${id}`, collection, id, why}] : [],
		),
	);

/** `3 private records wait to be released`, or undefined when none does. */
export function sayWaiting(database: Database): string | undefined {
	const {length} = waitingIn(database);
	return length === 0
		? undefined
		: `${count(length, 'private record')} ${length === 1 ? 'waits' : 'wait'} to be released`;
}

/** What a record that can wait is called: its id and its title, else its text, or what it asks for. */
export function markableName(database: Database, path: string): string {
	const {title, text, reason} = find(database, path) ?? {};
	const called = title ?? text ?? reason;
	const id = path.slice(path.indexOf('/') + 1);
	return typeof called === 'string' ? `${id} ${cut(called, 80)}` : id;
}

/** Why a record is private until somebody releases it: what its mark says, and the item that was before the room. */
export function sayMark(database: Database, {meeting, item, why}: Private): string {
	const held = database.meetings.find(({id}) => id === meeting);
	const place = held?.agenda.findIndex(({id}) => id === item) ?? -1;
	const number = held?.agenda[place]?.number ?? place + 1;
	const when =
		meeting === undefined
			? []
			: [`added in private at ${place === -1 ? '' : `item ${number} of `}${meeting}`];
	return [...when, ...(why === undefined ? [] : [why])].join('; ') || 'it was marked as private';
}

/**
 * The records that the public is told nothing of, by path: those that are marked, and whatever cannot be without one
 * of them, such as the projects of a private strategy.
 */
export function unreleased(database: Database): Set<string> {
	const gone = new Set(marksIn(database).map(({path}) => path));
	for (let before = -1; gone.size > 0 && before < gone.size;) {
		before = gone.size;
		const isGone = goneFrom(database, gone);
		for (const collection of markable) {
			const field = needs[collection];
			if (field === undefined) continue;
			for (const record of database[collection]) {
				const isLost = referencesOf(collection, record).some(
					({path, to, id}) => path[0] === field && isGone(to, id),
				);
				if (isLost) gone.add(`${collection}/${record.id}`);
			}
		}
	}
	return gone;
}

const known = new WeakMap<Database, Set<string>>();

/**
 * Why the public is told nothing of a record until somebody releases it, for whoever sees it on a screen; undefined of
 * any other. Worked out once for each state of a database.
 */
export function whyPrivate(database: Database, path: string): string | undefined {
	let gone = known.get(database);
	if (!gone) known.set(database, (gone = unreleased(database)));
	if (!gone.has(path)) return undefined;
	const mark = find(database, path)?.['private'] as Private | undefined;
	return mark ? sayMark(database, mark) : 'what it belongs to is';
}

/** The reference that a record cannot be without. */
const needs: Partial<Record<Markable, string>> = {projects: 'priority', requests: 'project'};

/** What is cited by an id of its own, although it lies in a strategy. */
const within = ['priorities', 'domains', 'objectives'] as const;

/** Whether a reference leads to what is gone: to a record, or to a part of a strategy. */
function goneFrom(
	{strategies}: Database,
	gone: ReadonlySet<string>,
): (to: string, id: string) => boolean {
	const parts = new Set(
		strategies
			.filter(({id}) => gone.has(`strategies/${id}`))
			.flatMap((strategy) =>
				within.flatMap((list) => strategy[list].map(({id}) => `${list}/${id}`)),
			),
	);
	return (to, id) => gone.has(`${to}/${id}`) || parts.has(`${to}/${id}`);
}

/** The ids by which somebody could speak of what is gone: of the records, and of what lies in a strategy. */
export const idsOf = ({strategies}: Database, gone: ReadonlySet<string>): Set<string> =>
	new Set([
		...[...gone].flatMap((path) => [path, path.slice(path.indexOf('/') + 1)]),
		...strategies
			.filter(({id}) => gone.has(`strategies/${id}`))
			.flatMap((strategy) => within.flatMap((list) => strategy[list].map(({id}) => id))),
	]);

/** A database without these records, and without what others say of them. The very same one where there are none. */
export function withoutRecords(database: Database, gone: ReadonlySet<string>): Database {
	if (gone.size === 0) return database;
	const isGone = goneFrom(database, gone);
	const lists = collections.map((collection) => [
		collection,
		left(collection, database[collection] as {id: string}[], gone, isGone),
	]);
	const counters = Object.entries(database.counters).filter(
		([name]) => !isGone('priorities', name),
	);
	return {
		...database,
		// The projects of a priority are counted under its id.
		counters: Object.fromEntries(counters),
		...(Object.fromEntries(lists) as Partial<Database>),
	};
}

function left<Whole extends {id: string}>(
	collection: Collection,
	list: Whole[],
	gone: ReadonlySet<string>,
	isGone: (to: string, id: string) => boolean,
): Whole[] {
	const kept = list.filter(({id}) => !gone.has(`${collection}/${id}`));
	const made = kept.map((record) => withoutReferences(collection, record, isGone));
	const isSame = made.length === list.length && made.every((one, index) => one === list[index]);
	return isSame ? list : made;
}

/** Whether a value holds one of these words as a text of its own. */
export function mentions(value: unknown, words: ReadonlySet<string>): boolean {
	if (typeof value === 'string') return words.has(value);
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return value.some((one) => mentions(one, words));
	return Object.values(value as Bare).some((one) => mentions(one, words));
}
