import {same} from '../../../domain/equal.ts';
import type {Database, Entry} from '../../../domain/schema/index.ts';
import {collections} from '../../../domain/schema/values.ts';
import {type Image, isKeptApart} from './image.ts';
import type {Difference, RecordRow} from './read.ts';

export type {Difference} from './read.ts';

type Element = {id: string};
type Lists = Record<string, unknown>;

/** What leads from an image to the database that an act made of it. */
export function difference({database, positions}: Image, after: Database): Difference {
	const records = [
		...frameRows(database, after, positions.get('') ?? new Map<string, number>()),
		...collections.flatMap((name) =>
			database[name] === after[name]
				? []
				: listRows(name, listIn(database, name), after[name], positions.get(name) ?? new Map()),
		),
	];
	return {records, ...logDifference(database.log, after.log)};
}

/** A list that an older version has not is empty. */
const listIn = (lists: Lists, name: string): readonly Element[] =>
	(lists[name] ?? []) as readonly Element[];

/** A plain loop: logs are long, and nearly always all but the last entry are the very same objects. */
function logDifference(
	before: readonly Entry[],
	after: readonly Entry[],
): Omit<Difference, 'records'> {
	const logFrom = after[0]?.revision ?? 1;
	const start = before.findIndex(({revision}) => revision === logFrom);
	const rewritten: Entry[] = [];
	let index = 0;
	if (start !== -1) {
		for (; start + index < before.length && index < after.length; index++) {
			const entry = after[index];
			if (entry && entry !== before[start + index]) rewritten.push(entry);
		}
	}
	return {added: after.slice(index), rewritten, logFrom, isCut: start !== 0 && before.length > 0};
}

/** A database that was not there before, as rows. */
export function allRows(database: Database): Difference {
	const lists = collections.flatMap((name) =>
		database[name].map((body, index) => ({
			collection: name as string,
			id: body.id,
			position: index + 1,
			body: body as unknown,
		})),
	);
	const frame = Object.entries(database).map(([id, body], index) => ({
		collection: '',
		id,
		position: index + 1,
		body: isKeptApart(id) ? null : body,
	}));
	return {
		records: [...frame, ...lists],
		added: database.log,
		rewritten: [],
		logFrom: database.log[0]?.revision ?? 1,
		isCut: false,
	};
}

function frameRows(before: Lists, after: Lists, known: ReadonlyMap<string, number>): RecordRow[] {
	const names = Object.keys(after).filter((name) => after[name] !== undefined);
	const changed = names.flatMap((name, index): RecordRow[] => {
		const isNew = before[name] === undefined;
		if (!isNew && (isKeptApart(name) || before[name] === after[name])) return [];
		if (!isNew && same(before[name], after[name])) return [];
		// A new name mostly stands last; in between it finds room, since all positions are whole at first.
		const position = known.get(name) ?? between(names, index, known);
		return [{collection: '', id: name, position, body: isKeptApart(name) ? null : after[name]}];
	});
	const removed = Object.keys(before).flatMap((name): RecordRow[] =>
		before[name] === undefined || after[name] !== undefined
			? []
			: [{collection: '', id: name, position: known.get(name) ?? 0}],
	);
	return [...removed, ...changed];
}

function between(
	names: readonly string[],
	index: number,
	known: ReadonlyMap<string, number>,
): number {
	const before = names.slice(0, index).findLast((name) => known.has(name));
	const after = names.slice(index + 1).find((name) => known.has(name));
	const low = (before !== undefined && known.get(before)) || 0;
	const high = after === undefined ? undefined : known.get(after);
	return high === undefined ? low + 1 : (low + high) / 2;
}

function listRows(
	collection: string,
	before: readonly Element[],
	after: readonly Element[],
	known: ReadonlyMap<string, number>,
): RecordRow[] {
	const row = (body: Element, position: number): RecordRow => ({
		collection,
		id: body.id,
		position,
		body,
	});
	// Mostly a record was altered where it is, or added at the end: no look at the others is needed.
	const quick = rowsInPlace(before, after, known, row);
	if (quick) return quick;
	const old = new Map(before.map((element) => [element.id, element]));
	const ids = new Set(after.map(({id}) => id));
	const removed = before.flatMap(({id}): RecordRow[] =>
		ids.has(id) ? [] : [{collection, id, position: known.get(id) ?? 0}],
	);
	const positions = arrange(after, (id) => (old.has(id) ? known.get(id) : undefined));
	const changed = after.flatMap((element, index) => {
		const position = positions[index] ?? index + 1;
		const isSame = element === old.get(element.id) && position === known.get(element.id);
		return isSame ? [] : [row(element, position)];
	});
	return [...removed, ...changed];
}

/** The rows where all that was there before still stands where it stood; else undefined. Lists are long: a plain loop. */
function rowsInPlace(
	before: readonly Element[],
	after: readonly Element[],
	known: ReadonlyMap<string, number>,
	row: (body: Element, position: number) => RecordRow,
): RecordRow[] | undefined {
	if (after.length < before.length) return undefined;
	const rows: RecordRow[] = [];
	let end = known.get(before.at(-1)?.id ?? '') ?? 0;
	for (let index = 0; index < after.length; index++) {
		const [was, is] = [before[index], after[index]];
		if (!is || is === was) continue;
		if (was && was.id !== is.id) return undefined;
		rows.push(row(is, (was && known.get(is.id)) ?? ++end));
	}
	return rows;
}

/** Positions for elements in their order: those that have one keep it if there is room for the others. */
function arrange(
	elements: readonly Element[],
	positionOf: (id: string) => number | undefined,
): number[] {
	const positions: number[] = [];
	let low = 0;
	for (let index = 0; index < elements.length; index++) {
		const own = positionOf(elements[index]?.id ?? '');
		let position = own;
		if (position === undefined) {
			const next = elements.slice(index + 1).find(({id}) => positionOf(id) !== undefined);
			const high = next && positionOf(next.id);
			position = high === undefined ? low + 1 : (low + high) / 2;
		}
		// No room, or another order than before: everything is numbered anew.
		if (position <= low) return elements.map((_element, at) => at + 1);
		positions.push(position);
		low = position;
	}
	return positions;
}
