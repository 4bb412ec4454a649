import {realpath, stat} from 'node:fs/promises';
import path from 'node:path';
import {clean} from '../domain/clean.ts';
import {archivesOf} from '../domain/log/anchor.ts';
import type {Raw} from '../domain/migrations/index.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import {archiveFlag, withLogFrom} from './archives.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';

const command: Command = {
	name: 'migrate',
	usage: '<database>',
	summary: 'brings a database of an older version up to date, and keeps a copy as it was',
	flags: {
		archive: archiveFlag,
		'without-archives': {
			summary: 'go on without lost archives: seals that rest on them will no longer prove',
		},
		backup: {
			value: 'folder',
			summary: 'on a server: the folder for a copy of each board as it was',
		},
		board: {
			value: 'name',
			summary: 'on a server: this board alone, as with ?board=; without either, all of them',
		},
	},
	async run(context) {
		const [file = ''] = context.arguments;
		const {isPostgres} = await import('../store/open.ts');
		if (isPostgres(file)) {
			const {migrateBoards} = await import('./migrate-boards.ts');
			return migrateBoards(context, (raw) => archivedOf(context, raw));
		}
		for (const flag of ['backup', 'board']) {
			if (context.flags[flag] === undefined) continue;
			throw new WrongUsage(`--${flag} is for a server: of a file the copy lies beside it`);
		}
		const [{migrateFile}, {pathsOf: placeOf}, {reasonOf, codeOf}, {systemEnvironment}] =
			await Promise.all([
				import('../store/file/migrate.ts'),
				import('../store/file/paths.ts'),
				import('../store/reasons.ts'),
				import('../store/environment.ts'),
			]);
		try {
			const place = placeOf(await realpath(file));
			if (!(await stat(place.file)).isFile()) throw new Refusal(`${file}: it is not a file`);
			const environment = {...systemEnvironment, now: context.now};
			const migrated = await migrateFile(place, file, context.who(), environment, {
				archived: (raw) => archivedOf(context, raw),
			});
			if (!migrated) {
				context.out(`${clean(file)} is the newest version already; nothing was changed\n`);
				return 0;
			}
			const {from, database, backup, entry} = migrated;
			context.out(
				`${clean(`brought ${file} from schema ${from} to ${database.schemaVersion}; as it was it is kept as ${path.basename(backup)}`)} (revision ${entry.revision})\n`,
			);
			return 0;
		} catch (error) {
			if (error instanceof Refusal) throw error;
			const reason = codeOf(error) === 'ENOENT' ? 'there is no such file' : reasonOf(error);
			throw new Refusal(reason.startsWith(`${file}:`) ? reason : `${file}: ${reason}`);
		}
	},
};
export default command;

/** The entries that were archived and that seals rest on. Throws Refusal, with the file that is missing. */
async function archivedOf(context: CommandContext, raw: Raw): Promise<Entry[]> {
	if (context.flags['without-archives'] === true) return [];
	const {log = [], meetings = []} = raw as Partial<Database>;
	const drawn = archivesOf(log)?.meetings ?? {};
	const wanted = meetings.flatMap(({id, minutes}) => {
		const first = Object.hasOwn(drawn, id) ? drawn[id] : undefined;
		return minutes?.seals?.length && first !== undefined ? [first] : [];
	});
	if (wanted.length === 0) return [];
	const whole = await withLogFrom(
		context,
		raw as Database,
		Math.min(...wanted),
		'what seals rest on',
	);
	return whole.log.slice(0, whole.log.length - log.length);
}

/** What is done to files is not done to a database elsewhere. */
export function refuseUrl({arguments: [location = '']}: CommandContext): void {
	if (location.includes('://')) {
		throw new Refusal('this is for database files; a database server has its own copies');
	}
}
