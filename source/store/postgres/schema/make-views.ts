import {codeOf} from '../../reasons.ts';
import type {Ask} from '../connection/line.ts';
import {views} from './views.ts';

export type Made = {kind: 'view' | 'function'; name: string};

/** What the program makes, in the order in which it is made. */
export const made: readonly Made[] = [
	...views.matchAll(/^create or replace (view|function) boardwalk\.(\w+)/gm),
].map(([, kind, name = '']) => ({kind: kind as Made['kind'], name}));

/** Their names as an array of PostgreSQL's. */
export const nameList = `{${made.map(({name}) => name).join(',')}}`;

/** What PostgreSQL says where a view has other columns, or a function gives back something else. */
const otherShapes = ['42P16', '42P13'];
/** … and where it belongs to somebody else. */
const notOwned = '42501';

/** The same without the functions that they call. */
const viewsAlone = views
	.split(/^(?=create or replace )/m)
	.filter((text) => text.startsWith('create or replace view '))
	.join('');

/**
 * Makes the views as the program has them, in a transaction of the owner's; whoever may read one goes on reading
 * it. One that somebody gave other columns is made anew, and is to be granted again. Functions that an administrator of
 * the server had made stay theirs, and as they are.
 */
export async function makeViews(ask: Ask): Promise<void> {
	await ask((sql) => [sql`savepoint views`]);
	try {
		await ask((sql) => [sql.unsafe(views)]);
	} catch (error) {
		const code = codeOf(error) ?? '';
		if (code !== notOwned && !otherShapes.includes(code)) throw error;
		await ask((sql) => [sql`rollback to savepoint views`]);
		if (code === notOwned) await ask((sql) => [sql.unsafe(viewsAlone)]);
		else await makeViewsAnew(ask);
	}
}

/** Drops the views and makes them. Throws what the server says when views of somebody else's rest on them. */
export async function makeViewsAnew(ask: Ask): Promise<void> {
	const [[row] = []] = await ask((sql) => [
		sql`
			select
				(
					select 'drop view ' || string_agg(format('boardwalk.%I', relname), ', ')
					from pg_class
					where relnamespace = 'boardwalk'::regnamespace and relkind = 'v'
						and relname = any(${nameList}::name[])
				) as views,
				(
					select 'drop function ' || string_agg(oid::regprocedure::text, ', ')
					from pg_proc
					where pronamespace = 'boardwalk'::regnamespace
						and proname = any(${nameList}::name[])
				) as functions`,
	]);
	const {views: dropViews, functions: dropFunctions} = row as Record<string, string | null>;
	for (const text of [dropViews, dropFunctions, views]) {
		if (text) await ask((sql) => [sql.unsafe(text)]);
	}
}
