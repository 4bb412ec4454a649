import {mkdir, stat} from 'node:fs/promises';
import path from 'node:path';
import type {Database} from '../domain/schema/index.ts';
import {type Command, type CommandContext, type Flag, Refusal, WrongUsage} from './command.ts';
import {formatOf} from './document.ts';
import {deliver, expectFree, outputFlags} from './output.ts';
import {publicFlag, readFor} from './readers.ts';

/** The names of the tables, here again so that the help loads no more than this; a test keeps them the same. */
export const exported = [
	'strategies',
	'priorities',
	'people',
	'boards',
	'projects',
	'portfolio',
	'milestones',
	'risks',
	'measures',
	'readings',
	'requests',
	'updates',
	'reports',
	'meetings',
	'agenda',
	'decisions',
	'notices',
	'actions',
] as const;
type Name = (typeof exported)[number];

/** Tables of what lies inside other records, and where it lies. */
const liesIn = {
	priorities: 'strategies',
	portfolio: 'projects',
	milestones: 'projects',
	risks: 'projects or strategies',
	measures: 'strategies',
	readings: 'strategies',
	updates: 'projects',
	agenda: 'meetings',
} as const;

const isInside = (name: Name): name is Name & keyof typeof liesIn => Object.hasOwn(liesIn, name);

const format: Flag = {
	value: 'format',
	choices: ['json', 'csv', 'xlsx', 'ics', 'markdown'],
	summary:
		'the whole database or one collection as data, tables for spreadsheets, a calendar, or Markdown; or as the output file’s extension says',
};

const command: Command = {
	name: 'export',
	usage: '<database>',
	summary: 'writes everything out: data, tables, a calendar',
	flags: {
		format,
		collection: {
			value: 'name',
			choices: exported,
			summary: 'only this; if left out, all that the format can hold',
		},
		public: publicFlag,
		...outputFlags,
	},
	async run(context) {
		const wanted = formatOf(context, {...format, choices: [...(format.choices ?? []), 'md']});
		if (wanted === undefined)
			throw new WrongUsage('say in which format: --format json, csv, xlsx, ics or markdown');
		const {database} = await readFor(context);
		const name = context.flags['collection'] as Name | undefined;
		switch (wanted) {
			case 'csv':
				return writeCsv(context, database, name);
			case 'xlsx':
				return writeWorkbook(context, database, name);
			case 'ics':
				return writeCalendar(context, database, name);
			case 'json':
				return writeJson(context, database, name);
			default: {
				const {markdownOf} = await import('../import/out/write.ts');
				await deliver(context, markdownOf(database, name ? [name] : exported));
				return 0;
			}
		}
	},
};
export default command;

/** One table; into a folder, all of them. */
async function writeCsv(
	context: CommandContext,
	database: Database,
	name: Name | undefined,
): Promise<number> {
	const {csvOf} = await import('../import/out/write.ts');
	if (name !== undefined) {
		await deliver(context, csvOf(database, name));
		return 0;
	}
	const {output} = context.flags;
	if (typeof output !== 'string' || !(await isFolder(output))) {
		throw new WrongUsage(
			'a CSV file holds one table: name it with --collection projects, or a folder for all of them with --output',
		);
	}
	const files = exported.map((one) => path.join(output, `${one}.csv`));
	await expectFree(files, context.flags['force'] === true);
	await mkdir(output, {recursive: true});
	for (const one of exported) {
		const file = path.join(output, `${one}.csv`);
		await deliver({...context, flags: {...context.flags, output: file}}, csvOf(database, one));
		context.out(`wrote ${file}\n`);
	}
	return 0;
}

/** Whether a path is a folder's: one that is there, or one to be made, whose name does not end like a file's. */
async function isFolder(name: string): Promise<boolean> {
	const found = await stat(name).catch(() => undefined);
	return found ? found.isDirectory() : path.extname(name) === '';
}

async function writeWorkbook(
	context: CommandContext,
	database: Database,
	name: Name | undefined,
): Promise<number> {
	if (context.columns !== undefined && typeof context.flags['output'] !== 'string') {
		throw new Refusal('a spreadsheet cannot go to a terminal: add --output projects.xlsx');
	}
	const {workbookOf} = await import('../import/out/write.ts');
	await deliver(context, await workbookOf(database, name ? [name] : exported));
	return 0;
}

async function writeCalendar(
	context: CommandContext,
	database: Database,
	name: Name | undefined,
): Promise<number> {
	const {calendarOf, datedTables} = await import('../import/out/calendar.ts');
	const found = datedTables.filter((one) =>
		name === undefined ? one === 'meetings' || one === 'actions' : one === name,
	);
	if (found.length === 0)
		throw new WrongUsage(`a calendar can hold ${datedTables.join(', ')}, not ${name}`);
	await deliver(context, calendarOf(database, found, context.now()));
	return 0;
}

/** A collection as it is in the database; lists inside records as rows of their own have no data of their own. */
async function writeJson(
	context: CommandContext,
	database: Database,
	name: Name | undefined,
): Promise<number> {
	const [{toJson}, {withoutLog}] = await Promise.all([
		import('../documents/plain.ts'),
		import('../import/out/write.ts'),
	]);
	if (name === undefined) {
		await deliver(context, `${toJson(withoutLog(database), '  ')}\n`);
		return 0;
	}
	if (isInside(name)) {
		throw new WrongUsage(`${name} lie inside other records: as data, export ${liesIn[name]}`);
	}
	await deliver(context, `${toJson(database[name], '  ')}\n`);
	return 0;
}
