import type {Database, Entry} from '../../schema/index.ts';
import {nodeOf, partOf, rootPart} from '../../schema/walk.ts';
import {publicActor, withoutLogins} from './names.ts';
import {publicTable as table, type PublicTable} from './table.ts';

/** What has been worked out of a record: records are never altered, only replaced. */
const known = new WeakMap<object, unknown>();

/** A value with what its table calls public, and nothing else; the very same one when that is all of it. */
function shown<Value>(value: Value, of: PublicTable): Value {
	if (typeof value !== 'object' || value === null || of === 'public') return value;
	const found = known.get(value);
	if (found !== undefined) return found as Value;
	const made = Array.isArray(value) ? shownList(value, of) : shownRecord(value, of);
	known.set(value, made);
	return made as Value;
}

function shownList(list: unknown[], of: PublicTable): unknown[] {
	const made = list.map((element) => shown(element, of));
	return made.some((element, index) => element !== list[index]) ? made : list;
}

function shownRecord(record: object, of: PublicTable): object {
	let isSame = true;
	const made: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(record)) {
		const inner = tableOf(of, name);
		const kept = inner === 'private' ? undefined : shown<unknown>(value, inner);
		if (kept !== value) isSame = false;
		if (inner !== 'private') made[name] = kept;
	}
	return isSame ? record : made;
}

const tableOf = (of: PublicTable, name: string): PublicTable =>
	typeof of === 'object' && Object.hasOwn(of, name) ? (of[name] ?? 'private') : 'private';

/** Every record with the fields alone that the public may read; the very same database when that is all. */
export const publicFields = (database: Database): Database => shown(database, table);

/** Whether a record of a collection holds nothing besides what the public may read. */
export const isWhollyPublic = (collection: string, record: unknown): boolean =>
	shown(record, tableOf(table, collection)) === record;

/** The table of what stands at a path: a list takes the key of an element for one of its steps. */
function tableAt(path: string): PublicTable {
	let of: PublicTable = table;
	let schema: number | undefined = rootPart;
	for (const part of path.split('/')) {
		if (nodeOf(schema)?.is !== 'list') of = tableOf(of, part);
		schema = partOf(schema, part);
	}
	return of;
}

/** Changes whose own words hold such a field, by its name there. */
const privateWords: Record<string, readonly string[]> = {
	'person/add': ['note'],
	'interest/register': ['text', 'sensitive', 'priorities', 'projects'],
	'interest/end': ['reason'],
	'board/add': ['note'],
};

/**
 * What an entry tells, without what stands in no public record: logins, hosts and sessions, and fields that
 * are private. Undefined where it tells of nothing else, so that nothing of it can be told.
 */
export function publicTold(entry: Entry, logins: ReadonlySet<string>): Entry | undefined {
	const {revision, id, schemaVersion, at, actor, during, changes, effects, salt} = entry;
	const {redacts, restores, archives, payload, records: digests, previousHash, hash} = entry;
	const told = effects?.flatMap((effect) => {
		const of = tableAt(effect.record);
		const field = effect.field === undefined ? of : tableOf(of, effect.field);
		if (field === 'private') return [];
		const {record, field: name, at: place, from, to} = effect;
		const values = withoutLogins({from: shown(from, field), to: shown(to, field)}, logins);
		return [given({record, field: name, at: place, ...values})];
	});
	if (told && effects && told.length < effects.length) return undefined;
	const withheld = entry['withheld'];
	return given({
		revision,
		id,
		schemaVersion,
		at,
		actor: publicActor(actor),
		session: '',
		during: during && given({meeting: during.meeting, item: during.item}),
		changes: changes?.map((change) => withoutWords(change)),
		effects: told,
		salt,
		redacts,
		restores,
		archives,
		payload,
		records: digests,
		previousHash,
		hash,
		withheld,
	});
}

function withoutWords(change: NonNullable<Entry['changes']>[number]) {
	const names = Object.hasOwn(privateWords, change.kind) ? privateWords[change.kind] : undefined;
	return names
		? (Object.fromEntries(
				Object.entries(change).filter(([name]) => !names.includes(name)),
			) as typeof change)
		: change;
}

/** An object without the fields that have no value. */
const given = <Whole extends object>(record: Whole): Whole =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Whole;
