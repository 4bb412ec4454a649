import {link, lstat, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {clean} from '../domain/clean.ts';
import type {Database} from '../domain/schema/index.ts';
import {boardKinds, profiles} from '../domain/schema/values.ts';
import {count} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {sayStart} from '../domain/voice/index.ts';
import type {Maker} from '../import/setup.ts';
import {answersFrom, askAll, calendarFor} from './init-answers.ts';

const command: Command = {
	name: 'init',
	usage: '<database>',
	summary: 'makes a new database, by asking or from a council’s own papers',
	flags: {
		name: {value: 'name', summary: 'what the organisation is called'},
		profile: {
			value: 'rules',
			choices: profiles,
			summary: 'which law applies',
		},
		board: {value: 'name', summary: 'what the board is called'},
		kind: {value: 'kind', choices: boardKinds, summary: 'what kind of board it is'},
		members: {
			value: 'names',
			summary: 'such as "Ann Reed (chair), Joan Smith, Sam Clerk (secretary)"',
		},
		quorum: {value: 'number', summary: 'how many voting members must be there, or none'},
		meeting: {value: 'time', summary: 'when it meets first, such as "12 Oct 14:00"'},
		zone: {value: 'zone', summary: 'the time zone, such as Europe/London'},
		from: {
			value: 'file',
			summary: 'a strategy, a report or a table of projects to begin with, or an exported database',
		},
		map: {value: 'words', summary: 'as for import'},
		set: {value: 'values', summary: 'as for import'},
		yes: {summary: 'do not ask: use the defaults for anything not given'},
	},
	async run(context) {
		const [file = ''] = context.arguments;
		await refuseExisting(file);
		const source = await readSource(context);
		const database =
			source && isData(source.bytes)
				? await copyOf(context, source)
				: {$schema: `./${schemaName}`, ...(await made(context, source))};
		await writeNew(file, database);
		if (database.$schema === `./${schemaName}`) await writeSchema(path.dirname(file));
		context.out(`${say(file, database).map(clean).join('\n')}\n`);
		return 0;
	},
};
export default command;

type Source = {name: string; bytes: Uint8Array};

async function refuseExisting(file: string): Promise<void> {
	if (file.includes('://'))
		throw new Refusal(
			'init makes a file; name one such as strategy.json, and bring it in with boardwalk copy strategy.json postgres://…',
		);
	if (await lstat(file).catch(() => undefined))
		throw new Refusal(`${file} exists already; choose another name`);
}

async function readSource({flags}: CommandContext): Promise<Source | undefined> {
	const {from} = flags;
	if (typeof from !== 'string') return undefined;
	const {readInput} = await import('./import.ts');
	return {name: path.basename(from), bytes: await readInput(from)};
}

/** Whether a file holds JSON, as an exported database does: no paper begins with a brace. */
const isData = (bytes: Uint8Array): boolean =>
	/^(?:\ufeff)?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 200)));

/** A database like the one given, with a log of its own. */
async function copyOf(context: CommandContext, {name, bytes}: Source): Promise<Database> {
	const given = [
		'name',
		'profile',
		'board',
		'kind',
		'members',
		'quorum',
		'meeting',
		'zone',
		'map',
		'set',
	].find((flag) => context.flags[flag] !== undefined);
	if (given !== undefined)
		throw new WrongUsage(
			`${name} is a database and brings everything itself: leave out --${given}`,
		);
	const [{parseDatabase}, {adoptCopy}] = await Promise.all([
		import('../store/file/parse.ts'),
		import('../import/setup.ts'),
	]);
	const parsed = parseDatabase(bytes, name);
	if (!parsed.ok)
		throw new Refusal(
			`${parsed.problems[0]?.text ?? `${name} cannot be read`}${parsed.problems.length > 1 ? ` (and ${parsed.problems.length - 1 + parsed.more} more)` : ''}`,
		);
	const maker = await makerOf(context);
	return refusing(() => adoptCopy(parsed.database, name, maker));
}

async function made(context: CommandContext, source: Source | undefined): Promise<Database> {
	const {flags} = context;
	const {isAtTerminal} = await import('./ask.ts');
	const asks = context.columns !== undefined && isAtTerminal() && flags['yes'] !== true;
	const {setUp, usual} = await import('../import/setup.ts');
	const suggested = usual(answersFrom(context), source ? await bodyOf(source, context) : undefined);
	const answers = asks ? await askAll(context, suggested) : suggested;
	if (answers.name === undefined)
		throw new WrongUsage('say what the organisation is called: --name "Fenshire Trust"');
	const {pairsIn, settingsIn} = await import('./import.ts');
	const text = (name: string) => (typeof flags[name] === 'string' ? flags[name] : undefined);
	const ready = {...answers, name: answers.name};
	const maker = await makerOf(context);
	const {database, shown} = await refusing(() =>
		setUp(
			ready,
			maker,
			source && {
				...source,
				map: pairsIn(text('map'), 'map'),
				set: settingsIn(text('set'), calendarFor(context, ready)),
				columns: context.columns,
			},
		),
	);
	if (shown !== undefined) {
		context.out(shown);
		if (asks) {
			const {confirm} = await import('./ask.ts');
			if (!(await confirm('Make the database with this?'))) throw new Refusal('nothing was made');
		} else if (flags['yes'] !== true)
			throw new Refusal(
				'nothing was made: there is nobody to ask, so add --yes to take what was found',
			);
	}
	return database;
}

/** The body that a report is for: what the board is likely to be called. */
async function bodyOf({bytes, name}: Source, context: CommandContext): Promise<string | undefined> {
	if (context.flags['board'] !== undefined) return undefined;
	const {bodyIn} = await import('../import/setup.ts');
	return bodyIn(bytes, name);
}

/** Who makes the database, and when. */
async function makerOf(context: CommandContext): Promise<Maker> {
	const {systemEnvironment} = await import('../store/environment.ts');
	const {actor, session} = context.who();
	return {actor, session, now: context.now(), salt: systemEnvironment.salt};
}

/** What cannot be set up is refused in one line. */
async function refusing<Result>(work: () => Result | Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Error && error.name === 'Refusal') throw new Refusal(error.message);
		throw error;
	}
}

/** A file that was not there before: whole, or not at all. Throws Refusal. */
async function writeNew(file: string, database: Database): Promise<void> {
	const {formatDatabase} = await import('../store/format.ts');
	const temporary = `${file}.${process.pid}-${crypto.randomUUID().slice(0, 8)}.tmp`;
	try {
		await writeFile(temporary, formatDatabase(database), {flag: 'wx', flush: true});
		// A link is made only where there is nothing, in one step; where the disk knows no links, a file is.
		await link(temporary, file).catch(async (error: NodeJS.ErrnoException) => {
			if (error.code === 'EEXIST') throw error;
			await writeFile(file, formatDatabase(database), {flag: 'wx', flush: true});
		});
	} catch (error) {
		const {codeOf, reasonOf} = await import('../store/reasons.ts');
		const code = codeOf(error);
		if (code === 'EEXIST') throw new Refusal(`${file} exists already; choose another name`);
		throw new Refusal(
			`cannot make ${file}: ${code === 'ENOENT' ? 'there is no such folder' : reasonOf(error)}`,
		);
	} finally {
		await rm(temporary, {force: true});
	}
}

/** What editors complete and check a database by; the database names it. */
const schemaName = 'boardwalk.schema.json';

/** Puts the schema beside a new database. One that is there stays, and without it everything works all the same. */
async function writeSchema(folder: string): Promise<void> {
	const {jsonSchema} = await import('../domain/schema/json-schema.ts');
	const text = `${JSON.stringify(jsonSchema(), undefined, 2)}\n`;
	await writeFile(path.join(folder, schemaName), text, {flag: 'wx'}).catch(() => {});
}

/** What was made, and how to go on. */
function say(
	file: string,
	{organisation, rules, strategies, boards, projects, reports, meetings, people}: Database,
): string[] {
	const parts = [
		count(boards.length, 'board'),
		count(people.length, 'person', 'people'),
		...(strategies.length > 0 ? [count(strategies.length, 'strategy', 'strategies')] : []),
		...(projects.length > 0 ? [count(projects.length, 'project')] : []),
		...(reports.length > 0 ? [count(reports.length, 'report')] : []),
	];
	const meeting = meetings.at(-1);
	return [
		`made ${file}: ${organisation.name}, ${parts.join(', ')}`,
		...(meeting
			? [
					`${meeting.id} ${meeting.title}, ${meeting.startsAt ? sayStart({organisation, rules}, meeting.startsAt) : 'not yet dated'}, with ${count(meeting.agenda.length, 'item')} on its agenda`,
				]
			: []),
		`open it: boardwalk ${file}`,
	];
}
