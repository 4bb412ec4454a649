import {Fault} from '../../reasons.ts';
import type {Ask, Line} from '../connection/line.ts';
import {newerTables} from '../versions.ts';
import {seats} from './seats.ts';
import {tables} from './tables.ts';
import {makeViews} from './make-views.ts';
import {versions} from './versions.ts';

/**
 * What brings the SQL schema from each version to the next; the first makes it. Never altered once
 * published, and there is no way back: a database that a newer program has brought forward is that program's.
 * The views are not part of it: after any step they are made as the program has them. A program that alters nothing
 * but views has an empty step for that.
 */
export const migrations: readonly string[] = [tables, seats, versions];

/** The version of the SQL schema that this program reads and writes. */
export const schemaNow = migrations.length;

/** Held by whoever migrates. The number is arbitrary, and Boardwalk's own. */
const migrating = 7_216_804_113;

/** What is found where the schema should be. */
type FoundSchema = {
	/** Undefined when there is none; 0 when it is there and empty. */
	version: number | undefined;
	/** Whether somebody else has a schema of that name. */
	isForeign: boolean;
	/** Whether this user may make one, or what is missing in it. */
	mayMigrate: boolean;
};

/** Looks for the schema. Throws what the server says to a user who may not look. */
export async function findSchema(line: Line): Promise<FoundSchema> {
	return line.turn((ask) => lookFor(ask));
}

async function lookFor(ask: Ask): Promise<FoundSchema> {
	const [[found]] = (await ask((sql) => [
		sql`
			select
				namespace.oid is not null as there,
				(
					select count(*) = 2
					from pg_attribute
					join pg_class on pg_class.oid = attrelid
					where relnamespace = namespace.oid
						and relname = 'installation'
						and attname in ('only_one', 'version')
				) as ours,
				not exists (select from pg_class where relnamespace = namespace.oid) as empty,
				coalesce(
					pg_has_role(namespace.nspowner, 'usage'),
					has_database_privilege(current_database(), 'create')
				) as "mayMigrate"
			from (values (1)) as one
			left join pg_namespace as namespace on nspname = 'boardwalk'`,
	])) as [[{there: boolean; ours: boolean; empty: boolean; mayMigrate: boolean}]];
	const {there, ours, empty, mayMigrate} = found;
	if (!there) return {version: undefined, isForeign: false, mayMigrate};
	if (empty) return {version: 0, isForeign: false, mayMigrate};
	if (!ours) return {version: undefined, isForeign: true, mayMigrate};
	const [rows = []] = await ask((sql) => [sql`select version from boardwalk.installation`]);
	return {version: Number(rows[0]?.['version']), isForeign: false, mayMigrate};
}

/**
 * Makes the schema, or brings it forward, in one transaction: all of it or nothing. Whoever comes at the same
 * time waits and then finds it done. What is made belongs to the schema's owner, whichever member of that
 * role does it. Throws Newer when a newer program has been there.
 */
export async function migrate(line: Line, steps: readonly string[] = migrations): Promise<void> {
	await line.turn(async (ask) => {
		await ask((sql) => [
			sql`begin isolation level read committed read write`,
			sql`select pg_advisory_xact_lock(${migrating})`,
		]);
		try {
			const {version, isForeign} = await lookFor(ask);
			if (isForeign) throw new Fault('its schema “boardwalk” is somebody else’s');
			if ((version ?? 0) > steps.length) throw newerTables(version ?? 0, schemaNow);
			if (version === undefined) await ask((sql) => [sql`create schema boardwalk`]);
			const missing = steps.slice(version ?? 0);
			if (missing.length > 0) {
				await becomeOwner(ask);
				// Whoever is saving comes to an end first, and whoever comes next finds the new version.
				if (version) await ask((sql) => [sql`lock table boardwalk.database in exclusive mode`]);
				for (const step of missing) await ask((sql) => [sql.unsafe(step)]);
				await makeViews(ask);
				await ask((sql) => [
					sql`update boardwalk.installation set version = ${steps.length}, migrated_at = now()`,
					// Sessions of an older program look, and find out.
					sql`select pg_notify('boardwalk_' || id, (revision + 1)::text) from boardwalk.database`,
				]);
			}
			await ask((sql) => [sql`commit`]);
		} catch (error) {
			if (!line.isLost) await ask((sql) => [sql`rollback`]);
			throw error;
		}
	});
}

/** For the rest of a transaction: what is made belongs to the schema's owner. */
export async function becomeOwner(ask: Ask): Promise<void> {
	const [[found]] = (await ask((sql) => [
		sql`
			select pg_get_userbyid(nspowner) as owner, pg_get_userbyid(nspowner) = current_user as own
			from pg_namespace where nspname = 'boardwalk'`,
	])) as [[{owner: string; own: boolean}]];
	if (found.own) return;
	const owner = `"${found.owner.replaceAll('"', '""')}"`;
	await ask((sql) => [sql.unsafe(`set local role ${owner}`)]);
}
