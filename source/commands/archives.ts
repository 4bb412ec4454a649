import {realpath, stat} from 'node:fs/promises';
import path from 'node:path';
import {archivesOf, archiveWith} from '../domain/log/anchor.ts';
import {checkArchive} from '../domain/queries/log/check-archive.ts';
import {readWhole} from '../store/file/read.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import {type CommandContext, type Flag, Refusal} from './command.ts';

export const archiveFlag: Flag = {
	value: 'file',
	summary:
		'the archive of the log, or the folder of archives, where they no longer lie beside the database',
};

/**
 * A database with the older entries of its log in front again, from its archives, as far back as the
 * minutes of a meeting draw on them. The archives are looked for beside the database, unless the flag
 * `archive` names a file or another folder. Throws Refusal, with the file that is missing.
 */
export async function withArchives(
	context: CommandContext,
	database: Database,
	meeting: string,
): Promise<Database> {
	const {meetings = {}} = archivesOf(database.log) ?? {};
	const wanted = Object.hasOwn(meetings, meeting) ? meetings[meeting] : undefined;
	return withLogFrom(context, database, wanted, `what was done in ${meeting}`);
}

/** The same, as far back as a revision; `what` is looked for there, in words. */
export async function withLogFrom(
	context: CommandContext,
	database: Database,
	wanted: number | undefined,
	what: string,
): Promise<Database> {
	if (wanted === undefined || firstOf(database.log) <= wanted) return database;
	let {log} = database;
	for (let first = firstOf(log); first > wanted; first = firstOf(log)) {
		const name = archiveWith(log, first - 1);
		if (name === undefined) return {...database, log};
		const entries = await entriesOf(context, database, name, what);
		if (entries.at(-1)?.revision !== first - 1) {
			throw new Refusal(
				`revision ${first - 1} is in the archive ${name}: name that one, or its folder`,
			);
		}
		log = [...entries, ...log];
	}
	return {...database, log};
}

const firstOf = (log: readonly Entry[]): number => log[0]?.revision ?? 1;

async function entriesOf(
	context: CommandContext,
	database: Database,
	name: string,
	what: string,
): Promise<Entry[]> {
	const file = await fileOf(context, name);
	const text = await readWhole(file).then(
		(bytes) => bytes.toString('utf8'),
		(): undefined => undefined,
	);
	if (text === undefined) {
		throw new Refusal(
			`${what} is in the archive ${name}: put that beside the database, or name it with --archive <file>`,
		);
	}
	const {parseArchive} = await import('../domain/log/archive.ts');
	const parsed = parseArchive(text);
	const [problem] = parsed.ok ? checkArchive(parsed.archive, database) : [parsed];
	if (!parsed.ok || problem) throw new Refusal(`${file} cannot be used: ${problem?.message}`);
	return parsed.archive.entries;
}

async function fileOf(
	{arguments: [database = ''], flags}: CommandContext,
	name: string,
): Promise<string> {
	const {archive} = flags;
	if (typeof archive !== 'string') {
		const own = await realpath(database).catch(() => '');
		return path.join(path.dirname(own), name);
	}
	const found = await stat(archive).catch(() => undefined);
	return found?.isDirectory() ? path.join(archive, name) : archive;
}
