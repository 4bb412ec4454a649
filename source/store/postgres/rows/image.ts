import {continued} from '../../../domain/log/entries.ts';
import {
	type Collection,
	collections,
	type Database,
	databaseSchema,
	type Entry,
	entrySchema,
	schemaVersion,
} from '../../../domain/schema/index.ts';
import {recordSchema} from '../../../domain/schema/order.ts';
import {Fault} from '../../reasons.ts';
import {validate} from '../../validate.ts';
import {visible} from '../../show.ts';
import {carry} from './public.ts';
import type {Head, Loaded, RecordRow} from './read.ts';

type Element = {id: string};
type Lists = Record<string, unknown>;

/** Where each record lies in its collection; what stands at the top is the collection ''. */
type Positions = Map<string, Map<string, number>>;

/** A database as a session holds it, and where its records lie in their tables. */
export type Image = {database: Database; positions: Positions};

/** What at the top of a database is kept elsewhere than under its own name. */
export const isKeptApart = (name: string): boolean =>
	name === 'log' || name === 'revision' || collections.includes(name as Collection);

/** What is in the tables is not a database that this session can go on with. */
class Unreadable extends Fault {
	override name = 'Unreadable';
}

/** The whole of a database, as it was looked at. Throws Unreadable. */
export function develop(head: Head, look: Loaded): Image {
	const {raw, positions} = gather(head, look);
	checkVersion(raw);
	const checked = validate(raw);
	if ('database' in checked) {
		checkEnd(head, look.entries);
		return {database: checked.database, positions};
	}
	const [issue] = checked.issues;
	throw new Unreadable(
		`${sayPath(raw, issue?.path ?? [])} does not fit: ${visible(issue?.message ?? '')}`,
	);
}

/** The whole of a database of an older version, as plain data. Throws Unreadable. */
export function developRaw(head: Head, look: Loaded): {raw: Lists; positions: Positions} {
	checkEnd(head, look.entries);
	return gather(head, look);
}

/** What lies in the rows, put together. Throws Unreadable. */
function gather(head: Head, {records, entries}: Loaded): {raw: Lists; positions: Positions} {
	const positions: Positions = new Map(['', ...collections].map((name) => [name, new Map()]));
	const lists = new Map<string, unknown[]>();
	const frame: RecordRow[] = [];
	for (const row of records) {
		const {collection, id, position, body} = row;
		if (body === undefined) continue;
		positions.get(collection)?.set(id, position);
		if (collection === '') frame.push(row);
		else {
			checkId(row);
			const list = lists.get(collection);
			if (list) list.push(body);
			else lists.set(collection, [body]);
		}
	}
	const raw = Object.fromEntries(
		frame.map(({id, body}): [string, unknown] => [
			id,
			id === 'log'
				? entries
				: id === 'revision'
					? head.revision
					: isKeptApart(id)
						? (lists.get(id) ?? [])
						: body,
		]),
	);
	return {raw, positions};
}

/**
 * What becomes of an image by what has changed since. Records that did not change stay the very objects that
 * they are. Throws Unreadable, and then the image is as it was.
 */
export function advance({database, positions}: Image, head: Head, look: Loaded): Image {
	const entries = look.entries.map((entry) =>
		parsed(entrySchema, entry, `revision ${entry.revision}`),
	);
	const rows = Map.groupBy(look.records, ({collection}) => collection);
	const next: Lists = {...database};
	const frame = rows.get('') ?? [];
	if (frame.length > 0) parseFrame(database, frame);
	for (const [collection, changed] of rows) {
		if (collection === '') continue;
		for (const row of changed) parseRecord(row);
	}
	const log = mergeLog(database.log, entries, head.logFrom);
	checkEnd(head, log);
	// From here on nothing can go wrong.
	for (const [collection, changed] of rows) {
		const known = positions.get(collection) ?? new Map<string, number>();
		positions.set(collection, known);
		if (collection !== '') {
			next[collection] = mergeList(next[collection] as Element[], changed, known);
			continue;
		}
		for (const {id, body} of changed) {
			if (body === undefined) delete next[id];
			else if (!isKeptApart(id)) next[id] = body;
			else next[id] ??= [];
		}
		note(changed, known);
	}
	next['revision'] = head.revision;
	next['log'] = log;
	const merged = inOrder(next, positions.get('') ?? new Map()) as Database;
	carry(database, merged, {records: look.records, added: entries});
	return {database: merged, positions};
}

function mergeList(
	list: Element[],
	rows: readonly RecordRow[],
	known: Map<string, number>,
): Element[] {
	const changed = new Map(rows.map((row) => [row.id, row]));
	let isMoved = false;
	const merged = list.flatMap((element) => {
		const row = changed.get(element.id);
		if (!row) return [element];
		changed.delete(element.id);
		isMoved ||= known.get(element.id) !== row.position;
		return row.body === undefined ? [] : [row.body as Element];
	});
	const added = [...changed.values()].flatMap(({body}) =>
		body === undefined ? [] : [body as Element],
	);
	note(rows, known);
	if (added.length === 0 && !isMoved) return merged;
	const at = ({id}: Element) => known.get(id) ?? Infinity;
	return [...merged, ...added].toSorted((a, b) => at(a) - at(b));
}

/** Takes note of where rows lie now. */
export function note(rows: readonly RecordRow[], known: Map<string, number>): void {
	for (const {id, position, body} of rows) {
		if (body === undefined) known.delete(id);
		else known.set(id, position);
	}
}

function mergeLog(log: Entry[], entries: readonly Entry[], from: number): Entry[] {
	const last = log.at(-1)?.revision ?? 0;
	const rewritten = new Map(
		entries.filter(({revision}) => revision <= last).map((entry) => [entry.revision, entry]),
	);
	const kept =
		(log[0]?.revision ?? from) < from ? log.filter(({revision}) => revision >= from) : log;
	const old =
		rewritten.size === 0 ? kept : kept.map((entry) => rewritten.get(entry.revision) ?? entry);
	const added = entries.filter(({revision}) => revision > last);
	return added.length === 0 ? old : continued(old, added);
}

/** The same with its keys in their order; itself when they are already. */
function inOrder(value: Lists, known: ReadonlyMap<string, number>): Lists {
	const keys = Object.keys(value);
	const at = (key: string) => known.get(key) ?? Infinity;
	if (keys.every((key, index) => index === 0 || at(keys[index - 1] ?? '') <= at(key))) return value;
	return Object.fromEntries(keys.toSorted((a, b) => at(a) - at(b)).map((key) => [key, value[key]]));
}

/** Checks rows of the top and puts what was made of them in their place. */
function parseFrame(database: Database, rows: readonly RecordRow[]): void {
	const empty = Object.fromEntries(['log', ...collections].map((name) => [name, []]));
	const given: Lists = {...database, ...empty};
	for (const {id, body} of rows) {
		if (body === undefined) delete given[id];
		else if (!isKeptApart(id)) given[id] = body;
	}
	checkVersion(given);
	const fit = parsed(databaseSchema, given, 'the database') as Lists;
	for (const row of rows)
		if (!isKeptApart(row.id) && row.body !== undefined) row.body = fit[row.id];
}

/** Checks a row and puts what was made of its body in its place. */
function parseRecord(row: RecordRow): void {
	if (row.body === undefined) return;
	checkId(row);
	const path = `${row.collection}/${row.id}`;
	const schema = recordSchema(path);
	if (schema) row.body = parsed(schema, row.body, path);
}

type Parser<Value> = {
	safeParse(value: unknown): {
		data?: Value;
		error?: {issues: readonly {path: PropertyKey[]; message: string}[]};
	};
};

function parsed<Value>(schema: Parser<Value>, value: unknown, what: string): Value {
	const {data, error} = schema.safeParse(value);
	if (data !== undefined) return data;
	const [issue] = error?.issues ?? [];
	const where = issue?.path.map(String).join('.') ?? '';
	throw new Unreadable(
		visible(`${what}${where ? ` (${where})` : ''} does not fit: ${issue?.message ?? ''}`),
	);
}

/** The log must end where the database's own row says. */
function checkEnd({hash}: Head, log: readonly Entry[]): void {
	if ((log.at(-1)?.hash ?? null) === hash) return;
	throw new Unreadable(
		'the end of its log is missing or was altered: its rows were edited by hand',
	);
}

function checkId({collection, id, body}: RecordRow): void {
	const own = (body as Partial<Element> | null)?.id;
	if (own !== id) {
		throw new Unreadable(
			visible(`${collection}/${id} holds the record ${String(own)}: its row was edited by hand`),
		);
	}
}

function checkVersion({schemaVersion: found}: Lists): void {
	if (typeof found === 'number' && found > schemaVersion) {
		throw new Unreadable(
			`it was written by a newer Boardwalk (schema ${found}; this one knows ${schemaVersion}): update Boardwalk`,
		);
	}
}

/** Where an issue lies, by ids: `projects/P1-04 (updates.0.at)`. */
function sayPath(raw: Lists, [first, second, ...rest]: readonly PropertyKey[]): string {
	const list = raw[String(first)];
	const id = Array.isArray(list) ? (list[second as number] as Element | undefined)?.id : undefined;
	const name = id === undefined ? [first, second] : [`${String(first)}/${id}`];
	const path =
		name
			.filter((part) => part !== undefined)
			.map(String)
			.join('.') || 'the database';
	return visible(`${path}${rest.length > 0 ? ` (${rest.map(String).join('.')})` : ''}`);
}
