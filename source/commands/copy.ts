import {clean} from '../domain/clean.ts';
import {same} from '../domain/equal.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal} from './command.ts';

const command: Command = {
	name: 'copy',
	usage: '<from> <to>',
	summary: 'copies a database between files and PostgreSQL, to a new place; its log still proves',
	flags: {
		public: {
			summary: 'make it a database of its own without exempt matter, with a new log',
		},
	},
	async run(context) {
		const [from = '', to = ''] = context.arguments;
		const source = await read(from);
		const database = context.flags['public'] === true ? await forPublic(source, context) : source;
		const became = await write(database, from, to, context.flags['public'] === true);
		const title = clean(await titleOf(to));
		if (became === 'there') {
			context.out(
				`${title} is there already, and the same (revision ${database.revision}): nothing was left to copy\n`,
			);
			return 0;
		}
		if (!same(await read(to), database)) {
			throw new Refusal(`${title} does not read back as it was written: do not use it`);
		}
		const {projects, meetings, decisions, log, revision} = database;
		const parts = [
			count(projects.length, 'project'),
			count(meetings.length, 'meeting'),
			count(decisions.length, 'decision'),
		];
		context.out(
			`copied ${parts.join(', ')} and ${count(log.length, 'act')} of the log to ${title} (revision ${revision})\n`,
		);
		return 0;
	},
};
export default command;

async function read(location: string): Promise<Database> {
	const {openStore} = await import('../store/open.ts');
	const store = await openStore(location, {readOnly: true});
	try {
		return store.read();
	} finally {
		await store.close();
	}
}

async function write(
	database: Database,
	from: string,
	to: string,
	isPublic: boolean,
): Promise<'created' | 'there'> {
	const {isPostgres} = await import('../store/open.ts');
	if (isPostgres(to)) {
		const {createPostgres} = await import('../store/postgres/create.ts');
		return createPostgres(to, database).catch(refuse);
	}
	const {createFile} = await import('./copy-file.ts');
	return createFile(to, database, isPostgres(from) || isPublic ? undefined : from);
}

/** It could be read; what is refused is the place it was to go to. */
function refuse(error: Error): never {
	throw error.name === 'Unusable' ? new Refusal(error.message) : error;
}

/** A location as it may be shown: a URL without what is secret in it. */
async function titleOf(location: string): Promise<string> {
	const {isPostgres} = await import('../store/open.ts');
	if (!isPostgres(location)) return location;
	const {readTarget} = await import('../store/postgres/connection/target.ts');
	return (await readTarget(location).catch(refuse)).title;
}

async function forPublic(database: Database, context: CommandContext): Promise<Database> {
	const [{publicCopy}, {systemEnvironment}] = await Promise.all([
		import('./copy-public.ts'),
		import('../store/environment.ts'),
	]);
	const {salt} = systemEnvironment;
	return publicCopy(database, {...context.who(), now: context.now(), salt});
}
