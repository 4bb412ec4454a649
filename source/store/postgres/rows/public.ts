import {same} from '../../../domain/equal.ts';
import {isWhollyPublic} from '../../../domain/queries/public-fields.ts';
import {publicView} from '../../../domain/queries/public-view.ts';
import {collections, type Database} from '../../../domain/schema/index.ts';
import type {Difference} from './difference.ts';

/** What the public may read instead of a record; null is nothing of it. */
export type PublicRow = {collection: string; id: string; instead: unknown};

type Element = {id: string};
/** The records of which something is kept from the public, by path. */
type Overlay = ReadonlyMap<string, PublicRow>;

const nothing: Overlay = new Map();
const overlays = new WeakMap<Database, Overlay>();

/** What the public may not read as it stands in a database. Worked out once for each state. */
export function overlayOf(database: Database): Overlay {
	let overlay = overlays.get(database);
	if (!overlay) {
		const found = compare(database, publicView(database));
		overlay = found.size === 0 ? nothing : found;
		overlays.set(database, overlay);
	}
	return overlay;
}

function compare(database: Database, view: Database): Overlay {
	const overlay = new Map<string, PublicRow>();
	for (const collection of collections) {
		if (database[collection] === view[collection]) continue;
		const shown = new Map<string, unknown>(view[collection].map((record) => [record.id, record]));
		for (const record of database[collection] as Element[]) {
			const {id} = record;
			const instead = shown.get(id) ?? null;
			if (instead !== record) overlay.set(`${collection}/${id}`, {collection, id, instead});
		}
	}
	return overlay;
}

/**
 * Something can only become private by a record or an entry that says so, or by a field that is. As long as nothing
 * is, and nothing that came since does, there is nothing to work out, however long the log.
 */
export function carry(before: Database, after: Database, since: readonly unknown[]): void {
	if (overlays.get(before) === nothing && !since.some(mayHide)) overlays.set(after, nothing);
}

/** What an act changes of what the public may read: `instead` is undefined where it may read all again. */
export function publicRows(
	before: Database,
	after: Database,
	{records, added}: Pick<Difference, 'records' | 'added'>,
): PublicRow[] {
	const old = overlayOf(before);
	carry(before, after, [...records, ...added]);
	const now = overlayOf(after);
	if (now === old) return [];
	const changed = [...now.values()].filter(({collection, id, instead}) => {
		const was = old.get(`${collection}/${id}`);
		return !was || !same(was.instead, instead);
	});
	const again = [...old].flatMap(([path, {collection, id}]) =>
		now.has(path) ? [] : [{collection, id, instead: undefined}],
	);
	return [...changed, ...again];
}

/** Whether anything in a row or an entry is called exempt or sensitive, or is no field of a public record. */
function mayHide(value: unknown): boolean {
	const {collection, body} = value as {collection?: string; body?: unknown};
	if (collection && body !== undefined && !isWhollyPublic(collection, body)) return true;
	return /"(exempt|sensitive)"/.test(JSON.stringify(value));
}
