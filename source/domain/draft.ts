import {plain, same} from './equal.ts';
import {type Bare, fieldValue, find, isKeyedList, keyOf, patch} from './log/patch.ts';
import type {Database, Effect, Private} from './schema/index.ts';

/**
 * A database in the making. A change alters it only through these few verbs, each of which notes
 * its effect; whatever else is told about an act (log, minutes, conflicts, undo) follows from those.
 */
export class Draft {
	database: Database;
	readonly effects: Effect[] = [];
	/** Says of a record that is about to be added whether it is private until somebody releases it. */
	mark: ((record: Bare) => Private | undefined) | undefined;

	constructor(database: Database) {
		this.database = database;
	}

	/** The record at `path`; the path must exist. */
	at(path: string): Bare {
		const found = find(this.database, path);
		if (!found) throw new Error(`no record ${path}`);
		return found;
	}

	/** Sets a field, or removes it with undefined. For a list of records, `to` is the keys' new order. */
	set(path: string, field: string, to: unknown): void {
		const from = fieldValue(this.at(path), field);
		if (!same(from, to)) this.apply({record: path, field, from, to});
	}

	/** Adds a record to the list at `path` (`actions`, `meetings/M-2/agenda`), at its end or at an index. */
	add(path: string, element: Bare, index?: number): void {
		const list = this.#list(path);
		const [field, holder] = split(path);
		// A list that was not there is added as an effect of its own, so that undo takes that away too.
		if (holder && this.at(holder)[field] === undefined) this.set(holder, field, []);
		const at = index === undefined || index >= list.length ? undefined : index;
		const mark = holder ? undefined : this.mark?.(element);
		const to = mark ? {...element, private: {...mark, ...(element['private'] as object)}} : element;
		this.apply({record: `${path}/${keyOf(element)}`, at, to});
	}

	/** Removes the record at `path` from its list. */
	remove(path: string): void {
		const from = this.at(path);
		const list = this.#list(split(path)[1]);
		const index = list.indexOf(from);
		this.apply({record: path, at: index === list.length - 1 ? undefined : index, from});
	}

	/**
	 * The next id of a kind, such as `A-17`, for the list at `path`. Numbers are never given out twice,
	 * not even after undo; one that was put into the file by hand is passed over.
	 */
	allocate(prefix: string, path: string): string {
		let number = (this.database.counters[prefix] ?? 0) + 1;
		while (find(this.database, `${path}/${prefix}-${number}`)) number++;
		this.database = {
			...this.database,
			counters: {...this.database.counters, [prefix]: number},
		};
		return `${prefix}-${number}`;
	}

	/** The id of the record that this act added last to a collection, if it added one. */
	newest(collection: string): string | undefined {
		const added = this.effects.findLast(
			({record, field, to}) =>
				field === undefined && to !== undefined && split(record)[1] === collection,
		);
		return added && split(added.record)[0];
	}

	/** Notes an effect and carries it out. */
	apply(effect: {record: string; field?: string; at?: number; from?: unknown; to?: unknown}): void {
		const clean = plain(effect) as Effect;
		this.effects.push(clean);
		this.database = patch(this.database, clean);
	}

	#list(path: string): Bare[] {
		const [field, holder] = split(path);
		const list = (holder ? this.at(holder) : (this.database as Bare))[field];
		return isKeyedList(list) ? list : [];
	}
}

/** The last part of a path, and what comes before it (empty at the top). */
function split(path: string): [last: string, before: string] {
	const slash = path.lastIndexOf('/');
	return [path.slice(slash + 1), path.slice(0, Math.max(slash, 0))];
}
