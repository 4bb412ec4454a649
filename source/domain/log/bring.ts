import type {Draft} from '../draft.ts';
import {same} from '../equal.ts';
import type {Database} from '../schema/index.ts';
import {type Bare, find, isKeyedList, keyOf} from './patch.ts';
import {everyRecord} from './vouched.ts';

/** A record as it shall be; null where there shall be none. `at` is its place when it has to be added. */
export type Wanted = {record: string; at?: number; to: Bare | null};

/**
 * Brings a record to another state by the fewest and smallest effects, so that the log, conflicts and
 * undo tell of fields and not of whole records.
 */
export function bring(draft: Draft, {record, at, to}: Wanted): void {
	const current = find(draft.database, record);
	if (!to) {
		if (current) draft.remove(record);
	} else if (current) bringRecord(draft, record, current, to);
	else draft.add(listOf(record), to, at);
}

const listOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));

function bringRecord(draft: Draft, path: string, from: Bare, to: Bare): void {
	const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
	const altered = fields.filter((field) => !same(from[field], to[field]));
	if (altered.some((field) => !isAddressable(from[field]) || !isAddressable(to[field]))) {
		replace(draft, path, to);
		return;
	}
	for (const field of altered) bringField(draft, path, field, from[field], to[field]);
}

/**
 * Whether effects can speak of a value: a list of records is told element by element, which takes a key
 * for each, and one that no other has (a board may have the same member twice, at different times).
 */
function isAddressable(value: unknown): boolean {
	if (!isKeyedList(value)) return true;
	const keys = value.map(keyOf);
	return new Set(keys).size === keys.length && keys.every((key) => !key.includes('/'));
}

/** A whole record in the place of another; `organisation` and `rules` lie in no list and hold none such. */
function replace(draft: Draft, path: string, to: Bare): void {
	const holder = listOf(path);
	if (holder === '') {
		for (const field of new Set([...Object.keys(draft.at(path)), ...Object.keys(to)])) {
			if (same(draft.at(path)[field], to[field])) continue;
			draft.set(path, field, undefined);
			draft.set(path, field, to[field]);
		}
		return;
	}
	const [field = '', ...above] = holder.split('/').toReversed();
	const owner: Bare = above.length === 0 ? draft.database : draft.at(above.toReversed().join('/'));
	const list = owner[field] as Bare[];
	const index = list.indexOf(draft.at(path));
	draft.remove(path);
	draft.add(holder, to, index);
}

function bringField(draft: Draft, path: string, field: string, from: unknown, to: unknown): void {
	const before = isKeyedList(from) ? from : [];
	const after = isKeyedList(to) ? to : [];
	if (before.length + after.length === 0) {
		draft.set(path, field, to);
		return;
	}
	const list = `${path}/${field}`;
	const wanted = new Set(after.map(keyOf));
	for (const key of before.map(keyOf)) if (!wanted.has(key)) draft.remove(`${list}/${key}`);
	// What stood there was no list of records: it goes before one takes its place.
	if (from !== undefined && !isKeyedList(from)) draft.set(path, field, undefined);
	for (const [index, element] of after.entries()) {
		const own = `${list}/${keyOf(element)}`;
		const current = find(draft.database, own);
		if (current) bringRecord(draft, own, current, element);
		else draft.add(list, element, index);
	}
	if (after.length > 0) draft.set(path, field, after.map(keyOf));
	else draft.set(path, field, to);
}

/** What makes every record of a database as it is in another one. */
export function wantedFor(present: Database, target: Database): Wanted[] {
	const before = new Map(everyRecord(present).map(({key, record}) => [key, record]));
	const found = everyRecord(target).flatMap(({key, path: [, at], record}): Wanted[] => {
		const from = before.get(key);
		before.delete(key);
		if (same(from, record)) return [];
		const isNew = from === undefined && typeof at === 'number';
		return [{record: key, ...(isNew ? {at} : {}), to: record as Bare}];
	});
	return [...[...before.keys()].map((record) => ({record, to: null})), ...found];
}
