import {same} from '../../../domain/equal.ts';
import {hiddenOf} from '../../../domain/queries/public/hidden.ts';
import {isWhollyPublic, publicFields} from '../../../domain/queries/public/fields.ts';
import {loginsIn, withoutLogins} from '../../../domain/queries/public/names.ts';
import {publicView} from '../../../domain/queries/public/view.ts';
import type {Database, Entry} from '../../../domain/schema/index.ts';
import {collections} from '../../../domain/schema/values.ts';
import type {Difference, RecordRow} from './read.ts';

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
		if (isOfRecordsAlone(overlay) && !hiddenOf(database)) plain.add(database);
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
 * Where nothing is private but fields and logins, what the public may read of a record follows from that record alone, and
 * only those that an act altered are worked out, however many there are and however long the log. Anything else can only
 * become private by a record or an entry that says so; and old signatures, once they turn out to be somebody's login.
 */
export function carry(before: Database, after: Database, {records, added}: Since): void {
	const old = overlays.get(before);
	if (!old || !plain.has(before)) return;
	// Who an archive took with it is known no longer.
	if (before.log.length > 0 && before.log[0]?.revision !== after.log[0]?.revision) return;
	const known = loginsOf(before);
	const isKnown = ({actor: {user, host, name}}: Entry) =>
		host === '' || (known.has(user) && (name === undefined || !known.has(name)));
	if (!added.every(isKnown) || [...records, ...added].some(mayHide)) return;
	const overlay = new Map(old);
	for (const {collection, id, body} of records) {
		if (collection === '') continue;
		const instead = body === undefined ? body : publicBody(collection, body, known);
		if (instead === body) overlay.delete(`${collection}/${id}`);
		else overlay.set(`${collection}/${id}`, {collection, id, instead});
	}
	if (!isOfRecordsAlone(overlay)) return;
	logins.set(after.log, known);
	overlays.set(after, overlay.size === 0 ? nothing : overlay);
	plain.add(after);
}

type Since = Pick<Difference, 'records' | 'added'>;

/** Databases in which nothing is private but fields and logins. */
const plain = new WeakSet<Database>();

/** A seal is of what the public may read in the minutes, on which many records have a say. */
const isOfRecordsAlone = (overlay: Overlay): boolean =>
	[...overlay.values()].every(
		({collection}) => collection !== 'meetings' && collection !== 'decisions',
	);

/** What the public may read of a record; the very same where that is all. */
function publicBody(collection: string, body: unknown, known: ReadonlySet<string>): unknown {
	if (isWhollyPublic(collection, body)) return withoutLogins(body, known);
	const alone: unknown = {[collection]: [body]};
	const [shown] = (publicFields(alone as Database) as Record<string, unknown[]>)[collection] ?? [];
	return withoutLogins(shown, known);
}

const logins = new WeakMap<Entry[], ReadonlySet<string>>();
function loginsOf({log}: Database): ReadonlySet<string> {
	const found = logins.get(log) ?? loginsIn(log);
	logins.set(log, found);
	return found;
}

/** The records that an act writes, with what the public may read of them, and what it changes of that in others. */
export function withPublic(
	before: Database,
	after: Database,
	since: Since,
): {records: RecordRow[]; shown: PublicRow[]} {
	const changed = publicRows(before, after, since);
	const overlay = overlayOf(after);
	const records = since.records.map((row) => {
		const found = overlay.get(`${row.collection}/${row.id}`);
		return found ? {...row, public: found.instead} : row;
	});
	const written = new Set(records.map(({collection, id}) => `${collection}/${id}`));
	return {
		records,
		shown: changed.filter(({collection, id}) => !written.has(`${collection}/${id}`)),
	};
}

/** What an act changes of what the public may read: `instead` is undefined where it may read all again. */
export function publicRows(before: Database, after: Database, since: Since): PublicRow[] {
	const old = overlayOf(before);
	carry(before, after, since);
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

/** Whether anything in a row or an entry is called exempt or sensitive. */
const mayHide = (value: unknown): boolean => /"(exempt|sensitive)"/.test(JSON.stringify(value));
