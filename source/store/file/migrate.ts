import {stat} from 'node:fs/promises';
import {basename, extname} from 'node:path';
import type {Change} from '../../domain/changes/index.ts';
import {commit, type Committed} from '../../domain/commit.ts';
import {differences} from '../../domain/log/vouched.ts';
import {duplicateIds} from '../../domain/queries/check.ts';
import {bringForward, type Migrations, type Raw} from '../../domain/migrations/index.ts';
import type {Fitted} from '../../domain/log/fitted-schema.ts';
import type {Database, Entry} from '../../domain/schema/index.ts';
import {collections, schemaVersion} from '../../domain/schema/values.ts';
import {count} from '../../domain/words.ts';
import type {Environment, Who} from '../store.ts';
import {freeName, replaceKeeping} from './write-new.ts';
import {encodeDatabase} from '../format.ts';
import {withLock} from './lock.ts';
import {parseDatabase, type ParsedFile} from './parse.ts';
import {ownsFolder, type FilePaths, unchanged} from './paths.ts';
import {readWhole} from './read.ts';
import {Fault} from '../reasons.ts';
import {Scanner} from './scan.ts';
import {visible} from '../show.ts';

type Migrated = Committed & {from: number; backup: string};

type MigrateOptions = {
	/** The steps; tests have some of their own. */
	migrations?: Migrations;
	patience?: number;
	/** The entries of the log that were archived, which some seals rest on; none where nothing was archived. */
	archived?: (database: Raw) => Promise<Entry[]>;
};

/**
 * Brings the database in a file forward to the version that this program writes, under the lock, and
 * records it as an act; the file as it was is kept beside it. Undefined when it is of that version
 * already. Throws, and changes nothing, when it cannot be.
 */
export const migrateFile = (
	place: FilePaths,
	title: string,
	who: Who,
	environment: Environment,
	{migrations, patience = 10_000, archived}: MigrateOptions = {},
): Promise<Migrated | undefined> =>
	withLock(place, patience, async () => {
		const seen = await stat(place.file, {bigint: true});
		const bytes = await readWhole(place.file);
		const {raw, from} = readRaw(bytes, title);
		if (from === schemaVersion) return undefined;
		const forward = bringForward(raw, migrations);
		if ('problem' in forward) throw new Fault(forward.problem);
		const database = fit(forward.database, from);
		const fitted = from === 1 ? await findFitted(raw, archived) : [];

		const backup = await freeName(...namesOf(place, from));
		const change: Change = {
			kind: 'database/migrate',
			from,
			to: schemaVersion,
			backup: basename(backup),
			...editedIn(raw),
			...(fitted.length > 0 ? {fitted} : {}),
		};
		const outcome = commit(
			database,
			{id: crypto.randomUUID(), changes: [change]},
			{
				...who,
				owner: who.owner ?? (await ownsFolder(place)),
				now: environment.now(),
				salt: environment.salt(),
			},
		);
		if (!outcome.ok) throw new Fault(outcome.rejection.message);
		await replaceKeeping(place, encodeDatabase(outcome.database), backup, async () => {
			const now = await stat(place.file, {bigint: true});
			if (!unchanged(seen, now)) throw new Fault('another program wrote to it; try again');
		});
		return {...outcome, from, backup};
	});

/** `strategy.json` of schema 1 is kept as `strategy.schema-1.json`. */
function namesOf({file}: FilePaths, from: number): [name: string, ending: string] {
	const ending = extname(file);
	return [`${file.slice(0, file.length - ending.length)}.schema-${from}`, ending];
}

/** A database of any version as plain data. What is wrong with one of this version is not for here. */
function readRaw(bytes: Uint8Array, title: string): {raw: Raw; from: number} {
	const parsed = parseDatabase(bytes, title);
	if (parsed.ok) return {raw: parsed.database, from: schemaVersion};
	const raw = rawOf(bytes);
	const from = raw?.['schemaVersion'];
	const isOlder = typeof from === 'number' && Number.isInteger(from) && from < schemaVersion;
	if (raw && isOlder && from >= 0) return {raw, from};
	const [first] = parsed.problems;
	if (parsed.newer !== undefined) throw new Fault(`it ${first?.message}`);
	throw new Fault(first?.text ?? 'it is not a database');
}

/**
 * Reads a database of this version or, brought forward, of an older one; `older` is that as it stands in the file.
 * Nothing is written.
 */
export function parseForward(
	bytes: Uint8Array,
	name: string,
	known?: Database,
): ParsedFile & {older?: Raw} {
	const parsed = parseDatabase(bytes, name, known);
	const older = parsed.ok ? undefined : rawOf(bytes);
	if (!older || !((older['schemaVersion'] as number) < schemaVersion)) return parsed;
	const forward = bringForward(older);
	if ('problem' in forward) return parsed;
	return {...parseDatabase(JSON.stringify(forward.database), name), older};
}

/** The version of a file that is JSON and says one. */
export function versionOf(bytes: Uint8Array): number | undefined {
	const version = rawOf(bytes)?.['schemaVersion'];
	return typeof version === 'number' ? version : undefined;
}

function rawOf(bytes: Uint8Array): Raw | undefined {
	try {
		const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		const raw = JSON.parse(text) as unknown;
		// What would not survive being saved is no more to be had here than in a database of today.
		const isPlain = typeof raw === 'object' && raw !== null && !Array.isArray(raw);
		return isPlain && new Scanner(text).scan().flaws.length === 0 ? (raw as Raw) : undefined;
	} catch {
		return undefined;
	}
}

/** What the steps made must be a database of this version in every respect. */
export function fit(raw: Raw, from: number): Database {
	const parsed = parseDatabase(JSON.stringify(raw), 'it');
	const problems = parsed.ok ? duplicateIds(parsed.database) : parsed.problems;
	const [first] = problems;
	if (parsed.ok && !first) return parsed.database;
	const more = problems.length + (parsed.ok ? 0 : parsed.more) - 1;
	throw new Fault(
		`it cannot be brought forward from schema ${from}: ${visible(first?.message ?? '')}${more > 0 ? ` (and ${count(more, 'more problem')})` : ''}`,
	);
}

/** Which of the seals that were given out before fit, with the archived entries in front of the log again. */
export async function findFitted(
	raw: Raw,
	archived: MigrateOptions['archived'],
): Promise<Fitted[]> {
	const [{fittedIn}, {v1Schema}] = await Promise.all([
		import('../../domain/migrations/fitted.ts'),
		import('../../domain/migrations/v1/schema/index.ts'),
	]);
	const {data} = v1Schema.safeParse(raw);
	if (!data) return [];
	const earlier = ((await archived?.(raw)) ?? []) as typeof data.log;
	return fittedIn({...data, log: [...earlier, ...data.log]});
}

/** The records that were edited by hand before, so that the migration does not vouch for them in silence. */
export function editedIn(raw: Raw): {differ?: string[]} {
	try {
		const none = collections.map((name) => [name, []]);
		const whole = {...Object.fromEntries(none), ...raw} as Database;
		const differ = differences(whole).map(({record}) => record);
		return differ.length > 0 ? {differ} : {};
	} catch {
		// Of another shape than any that is known: then nothing can be said of it.
		return {};
	}
}
