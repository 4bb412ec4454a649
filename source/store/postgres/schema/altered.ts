import {codeOf} from '../../reasons.ts';
import type {Ask} from '../connection/line.ts';
import {made, type Made, makeViewsAnew, nameList} from './make-views.ts';
import {becomeOwner} from './migrate.ts';
import {views} from './views.ts';

/** A view for reports, or a function that one calls, which is not as this program makes it. */
type Altered = Made & {how: string};

/** The same for this session alone, on the same tables. */
const temporary = views.replaceAll(
	new RegExp(String.raw`\bboardwalk\.(${made.map(({name}) => name).join('|')})\b`, 'g'),
	'pg_temp.$1',
);

/**
 * Compares the views as they are with what the server makes of the program's own text, in a transaction that is to be
 * rolled back. How a server writes a definition is its own affair; two of the same it writes the same. Resolves with
 * 'forbidden' when the user may make no temporary ones: then the transaction has failed.
 */
export async function alteredViews(ask: Ask): Promise<Altered[] | 'forbidden'> {
	const found = await definitions(ask, 'boardwalk');
	try {
		await ask((sql) => [sql.unsafe(temporary)]);
	} catch (error) {
		if (codeOf(error) === '42501') return 'forbidden';
		throw error;
	}
	const expected = await definitions(ask, 'pg_temp');
	return made.flatMap((one): Altered[] => {
		const key = `${one.kind} ${one.name}`;
		const [own, ...more] = found.get(key) ?? [];
		const how =
			own === undefined
				? 'is not there'
				: more.length > 0
					? 'is there more than once'
					: own === expected.get(key)?.[0]
						? undefined
						: 'is not as Boardwalk makes it';
		return how === undefined ? [] : [{...one, how}];
	});
}

/**
 * Makes the views anew if one is not as it should be, in a transaction of the caller's. Whoever had been granted to read
 * them is to be granted it again. Throws what the server says when views of somebody else's rest on them.
 */
export async function mendViews(ask: Ask): Promise<void> {
	await ask((sql) => [sql`savepoint proof`]);
	const altered = await alteredViews(ask);
	await ask((sql) => [sql`rollback to savepoint proof`]);
	if (altered === 'forbidden' || altered.length === 0) return;
	await becomeOwner(ask);
	await makeViewsAnew(ask);
}

/** The definitions in a schema by kind and name; of functions there can be several of a name. */
async function definitions(
	ask: Ask,
	schema: 'boardwalk' | 'pg_temp',
): Promise<Map<string, string[]>> {
	const [rows = []] = await ask((sql) => [
		sql`
			with place as (
				select case when ${schema}::text = 'pg_temp' then pg_my_temp_schema()
					else 'boardwalk'::regnamespace end as oid
			)
			select
				'view ' || relname as key,
				pg_get_viewdef(pg_class.oid) || coalesce(reloptions::text, '') as definition
			from pg_class join place on place.oid = relnamespace
			where relname = any(${nameList}::name[])
			union all
			select 'function ' || proname, pg_get_functiondef(pg_proc.oid)
			from pg_proc join place on place.oid = pronamespace
			where prokind = 'f' and proname = any(${nameList}::name[])`,
	]);
	const all = new Map<string, string[]>();
	for (const {key, definition} of rows as unknown as {key: string; definition: string}[]) {
		// What is temporary is partly named without its schema.
		const plain = definition.replaceAll(/\b(?:boardwalk|pg_temp(?:_\d+)?)\./g, '');
		all.set(key, [...(all.get(key) ?? []), plain]);
	}
	return all;
}
