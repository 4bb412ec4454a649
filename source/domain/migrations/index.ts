import type {Entry} from '../schema/index.ts';
import {schemaVersion} from '../schema/values.ts';
import {oneToTwo} from './one-to-two.ts';

/** A database of an older version, or on its way, as plain data; without its log, which no migration touches. */
export type Raw = {[field: string]: unknown};

/**
 * Brings a database from one version to the next, with what its log states. Pure: the same data always gives the
 * same.
 */
type Migration = (database: Raw, log: readonly Entry[]) => Raw;

/** The step from each version to the next one, by the version that it starts from. */
export type Migrations = Readonly<Record<number, Migration>>;

const migrations: Migrations = {1: oneToTwo};

type Forward = {database: Raw} | {problem: string};

/**
 * Brings a database forward to a version, the program's own unless tests say otherwise. Its log stays as it
 * is: what was hashed is never written anew.
 */
export function bringForward(
	{log, ...raw}: Raw,
	steps: Migrations = migrations,
	to: number = schemaVersion,
): Forward {
	const from = Number(raw['schemaVersion']);
	let database: Raw = raw;
	for (let version = from; version < to; version++) {
		const step = Object.hasOwn(steps, version) ? steps[version] : undefined;
		if (!step) return {problem: `no way leads from schema ${version} to ${version + 1}`};
		database = {...step(database, (log ?? []) as Entry[]), schemaVersion: version + 1};
	}
	return {database: {...database, log}};
}
