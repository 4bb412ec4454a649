import type {Database} from '../domain/schema/index.ts';
import type {CommandContext, Flag} from './command.ts';
import {documentFormat} from './document.ts';
import {readDatabase} from './open.ts';
import {outputFlags} from './output.ts';

export const publicFlag: Flag = {summary: 'without exempt matter'};

/** The flags of a document whose sentences can be traced to the acts they come from. */
export const tracedFlags = {
	format: documentFormat,
	public: publicFlag,
	trace: {
		summary:
			'beside each sentence the revisions of the log that it comes from, the rule that derived it, or that it is not recorded',
	},
	...outputFlags,
} satisfies Record<string, Flag>;

/**
 * The database for the readers of minutes, agenda or review: with `--public` as the public may read it, so that what was
 * said in private beside the exempt items does not come out either. Where the minutes of a `meeting` draw
 * on entries of the log that were archived, these are in it. Throws Unusable and Refusal.
 */
export async function readFor(
	context: CommandContext,
	meeting?: (database: Database) => string | undefined,
): Promise<{database: Database; publicOnly: boolean}> {
	const found = await readDatabase(context);
	const id = meeting?.(found);
	const {withArchives} = await import('./archives.ts');
	const database = id === undefined ? found : await withArchives(context, found, id);
	const publicOnly = context.flags['public'] === true;
	if (!publicOnly) return {database, publicOnly};
	const {publicView} = await import('../domain/queries/public/view.ts');
	return {database: publicView(database), publicOnly};
}

/** The database whose log a document is traced in: with `--public` as the public may read it. Undefined where nothing is to be traced. */
export async function traceable(
	{flags}: CommandContext,
	database: Database,
): Promise<Database | undefined> {
	if (flags['trace'] !== true) return undefined;
	if (flags['public'] !== true) return database;
	const {publicView} = await import('../domain/queries/public/view.ts');
	return publicView(database);
}
