import {stat} from 'node:fs/promises';
import {toJson} from '../documents/plain.ts';
import {dayIn, sayShortDay, timeIn} from '../domain/calendar.ts';
import {clean} from '../domain/clean.ts';
import {tellEntry} from '../domain/queries/log/sentences.ts';
import type {Database} from '../domain/schema/index.ts';
import {cut} from '../domain/words.ts';
import type {FilePaths} from '../store/file/paths.ts';
import type {Snapshot} from '../store/file/snapshots.ts';
import {type CommandContext, Refusal} from './command.ts';
import {openSnapshot} from './restore-find.ts';

/** A snapshot as it is listed. */
type Listed = Snapshot & {bytes: number; timeZone?: string; last?: string; problem?: string};

/** Lists the snapshots beside a database, newest first: when, how large, and the last act in each. */
export async function listAll(
	context: CommandContext,
	place: FilePaths,
	all: Snapshot[],
): Promise<number> {
	const listed: Listed[] = [];
	let known: Database | undefined;
	for (const snapshot of all) {
		const {database, ...seen} = await look(snapshot, known);
		known = database ?? known;
		listed.push(seen);
	}
	if (context.flags['format'] === 'json') {
		context.out(`${toJson(listed, '  ')}\n`);
		return 0;
	}
	if (listed.length === 0) {
		context.out(
			`no snapshot is kept beside ${clean(place.name)} yet: saving makes them (rules.snapshots says how many)\n`,
		);
		return 0;
	}
	const width = String(all[0]?.revision ?? 0).length;
	for (const {revision, at, bytes, timeZone = 'UTC', last, problem} of listed) {
		const number = `r${revision}`.padEnd(width + 1);
		const when = `${sayShortDay(dayIn(at, timeZone))} ${timeIn(at, timeZone)}`;
		const size = sayBytes(bytes).padStart(8);
		context.out(`${number}  ${when} ${size}  ${clean(cut(problem ?? last ?? '', 300))}\n`);
	}
	return 0;
}

const sayBytes = (bytes: number): string =>
	bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** Looks into a snapshot; most of it is as in the one looked into before. */
async function look(
	snapshot: Snapshot,
	known: Database | undefined,
): Promise<Listed & {database?: Database}> {
	const bytes = await stat(snapshot.file).then(
		({size}) => size,
		() => 0,
	);
	try {
		const {database} = await openSnapshot(snapshot, known);
		const entry = database.log.at(-1);
		return {
			...snapshot,
			bytes,
			database,
			timeZone: database.organisation.timeZone,
			...(entry ? {last: tellEntry(database, entry)} : {}),
		};
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		return {...snapshot, bytes, problem: error.message};
	}
}
