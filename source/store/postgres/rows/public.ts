import {same} from '../../../domain/equal.ts';
import {isWhollyPublic} from '../../../domain/queries/public-fields.ts';
import {loginsIn, withoutLogins} from '../../../domain/queries/public-names.ts';
import {publicView} from '../../../domain/queries/public-view.ts';
import {collections, type Database, type Entry} from '../../../domain/schema/index.ts';
import type {Difference} from './read.ts';

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
 * Something can only become private by a record or an entry that says so, or by a field that is; or by a signature, once
 * it is somebody's login. As long as nothing is, and nothing that came since does, there is nothing to work out, however
 * long the log.
 */
export function carry(before: Database, after: Database, since: Since): void {
	if (overlays.get(before) !== nothing) return;
	const isPublic = ![...since.records, ...since.added].some(mayHide);
	if (isPublic && !namesLogins(before, after, since)) overlays.set(after, nothing);
}

type Since = Pick<Difference, 'records' | 'added'>;

/** Whether a record that came since is signed with a login, or somebody has acted whose login may be an older signature. */
function namesLogins(before: Database, after: Database, {records, added}: Since): boolean {
	// Who an archive took with it is known no longer.
	if (before.log.length > 0 && before.log[0]?.revision !== after.log[0]?.revision) return true;
	const known = loginsOf(before);
	const isKnown = ({actor: {user, host, name}}: Entry) =>
		host === '' || (known.has(user) && (name === undefined || !known.has(name)));
	if (!added.every(isKnown)) return true;
	logins.set(after.log, known);
	return records.some(({body}) => withoutLogins(body, known) !== body);
}

const logins = new WeakMap<Entry[], ReadonlySet<string>>();
function loginsOf({log}: Database): ReadonlySet<string> {
	const found = logins.get(log) ?? loginsIn(log);
	logins.set(log, found);
	return found;
}

/** What an act changes of what the public may read: `instead` is undefined where it may read all again. */
export function publicRows(
	before: Database,
	after: Database,
	since: Since,
): PublicRow[] {
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

/** Whether anything in a row or an entry is called exempt or sensitive, or is no field of a public record. */
function mayHide(value: unknown): boolean {
	const {collection, body} = value as {collection?: string; body?: unknown};
	if (collection && body !== undefined && !isWhollyPublic(collection, body)) return true;
	return /"(exempt|sensitive)"/.test(JSON.stringify(value));
}
