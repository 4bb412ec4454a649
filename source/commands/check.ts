import {realpath} from 'node:fs/promises';
import type {Problem} from '../domain/queries/problem.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import {clean} from '../domain/clean.ts';
import {toJson} from '../documents/plain.ts';
import {readWhole} from '../store/file/read.ts';
import {Unusable} from '../store/store.ts';
import {type Command, type CommandContext, WrongUsage} from './command.ts';

/** A problem and where in the file it stands; line and column from 1, columns in UTF-16 units. */
type Found = {
	/** The archive, where it is not in the database. */
	file?: string;
	line: number;
	column: number;
	path: (string | number)[];
	message: string;
};

const command: Command = {
	name: 'check',
	usage: '<database>',
	summary: 'reports every problem with file, line and column, and proves the log',
	flags: {
		meeting: {
			value: 'meeting',
			summary: 'instead: can this meeting lawfully decide its items, with dates and regulations',
		},
		seal: {value: 'code', summary: 'instead: prove the seal that is printed on minutes'},
		archive: {
			value: 'file',
			summary: 'prove an archive of its log too; an archive also proves by itself',
		},
		since: {
			value: 'file',
			summary: 'compare with the last check, kept in this file: has the log lost its end?',
		},
		quiet: {summary: 'say nothing when all is well: for cron'},
		format: {
			value: 'format',
			choices: ['text', 'json'],
			summary: 'one line a problem (the default), or data',
		},
	},
	async run(context) {
		const [file = ''] = context.arguments;
		const {meeting, seal} = context.flags;
		if (typeof meeting === 'string' && typeof seal === 'string') {
			throw new WrongUsage('one question at a time: --meeting or --seal');
		}
		if (typeof meeting === 'string') {
			return (await import('./check-meeting.ts')).checkMeeting(context, meeting);
		}
		if (typeof seal === 'string') {
			return (await import('./check-seal.ts')).checkSeal(context, seal);
		}
		const {problems, more, summary, unproved} = await inspectAll(context, file);
		if (context.flags['format'] === 'json') {
			context.out(`${toJson({file, problems, more, unproved}, '  ')}\n`);
			return problems.length > 0 ? 1 : 0;
		}
		for (const {file: own = file, line, column, message} of problems) {
			context.out(`${clean(`${own}:${line}:${column}: ${message}`)}\n`);
		}
		if (more > 0) context.out(`and ${count(more, 'problem')} more\n`);
		if (problems.length === 0 && context.flags['quiet'] !== true) context.out(`${summary}\n`);
		if (unproved !== undefined) context.out(`not proved: ${unproved}\n`);
		const names = context.flags['quiet'] === true ? undefined : await sayNamesOf(file);
		if (names !== undefined) context.out(`${clean(names)}\n`);
		return problems.length > 0 ? 1 : 0;
	},
};
export default command;

/** What a save does to other names of the file. */
async function sayNamesOf(file: string): Promise<string | undefined> {
	if (file.includes('://')) return undefined;
	const [{sayNames}, {pathsOf: placeOf}] = await Promise.all([
		import('../store/file/open.ts'),
		import('../store/file/paths.ts'),
	]);
	return sayNames(placeOf(await realpath(file)));
}

/** A database, an archive of a log, or both. */
async function inspectAll(context: CommandContext, file: string): ReturnType<typeof inspect> {
	const {archive} = context.flags;
	const isArchive = file.endsWith('.jsonl');
	if (isArchive && typeof context.flags['since'] === 'string') {
		throw new WrongUsage('--since is for a database: an archive does not grow');
	}
	if (!isArchive && typeof archive !== 'string') return inspect(context, file);
	const {inspectArchive} = await import('./check-archive.ts');
	if (isArchive) return {...(await inspectArchive(file)), more: 0};
	const [own, archived] = [
		await inspect(context, file),
		await inspectArchive(String(archive), file),
	];
	return {
		problems: [...own.problems, ...archived.problems],
		more: own.more,
		unproved: own.unproved,
		summary: `${own.summary}\n${archived.summary}`,
	};
}

/** `unproved` is what could not be looked at here, as a clause. */
type Inspected = {problems: Found[]; more: number; summary: string; unproved?: string | undefined};

async function inspect(context: CommandContext, file: string): Promise<Inspected> {
	const [{bytes, reports = [], unproved}, {parseBytes}] = await Promise.all([
		read(file),
		import('../store/file/parse-bytes.ts'),
	]);
	const parsed = await parseBytes(bytes, file);
	if (!parsed.ok) return {problems: parsed.problems, more: parsed.more, summary: ''};
	const {check} = await import('../domain/queries/check.ts');
	const problems = [...check(parsed.database), ...reports];
	const setback = await compareSince(context, parsed.database, problems.length === 0);
	if (setback) problems.unshift(setback);
	if (problems.length === 0) {
		const {adviseArchive} = await import('../domain/queries/log/size.ts');
		const advice = adviseArchive(parsed.database, context.now());
		const {sayWaiting} = await import('../domain/queries/public/marked.ts');
		const waits = sayWaiting(parsed.database);
		const fine = [
			sayFine(parsed.database),
			...(waits === undefined ? [] : [`${waits}: boardwalk release lists them`]),
		].join('\n');
		return {
			problems: [],
			more: 0,
			summary: advice ? `${fine}\n${advice.says}: ${advice.remedy}` : fine,
			unproved,
		};
	}
	const {locateAll} = await import('../store/file/positions.ts');
	const positions = locateAll(
		new TextDecoder().decode(bytes),
		problems.map(({path}) => path),
	);
	return {
		problems: problems.map(({path, message}, index) => ({
			...(positions[index] ?? {line: 1, column: 1}),
			path,
			message,
		})),
		more: 0,
		summary: '',
		unproved,
	};
}

/** Compares with the last look, and keeps this one if all is well. */
async function compareSince(
	context: CommandContext,
	database: Database,
	isFine: boolean,
): Promise<Problem | undefined> {
	const {since} = context.flags;
	if (typeof since !== 'string') return undefined;
	const [{readMark, writeMark}, {findSetback, markOf}] = await Promise.all([
		import('./check-since.ts'),
		import('../domain/queries/log/since.ts'),
	]);
	const mark = await readMark(since);
	const setback = mark && findSetback(database, mark);
	if (isFine && !setback) await writeMark(since, markOf(database, context.now()));
	return setback;
}

/** What is to be checked, and where it lies on a server, what is wrong with what reports are drawn from. */
type Read = {bytes: Uint8Array; reports?: Problem[]; unproved?: string};

async function read(file: string): Promise<Read> {
	const {isPostgres} = await import('../store/open.ts');
	if (isPostgres(file)) {
		const {provePostgres} = await import('../store/postgres/proof.ts');
		const {database, problems, unproved} = await provePostgres(file);
		return {
			bytes: new TextEncoder().encode(JSON.stringify(database)),
			reports: problems.map(({record, message}) => ({path: pathOf(database, record), message})),
			...(unproved !== undefined && {unproved}),
		};
	}
	if (file.includes('://')) {
		// Says why not, as for every other command.
		const {openStore} = await import('../store/open.ts');
		await (await openStore(file, {readOnly: true})).close();
	}
	try {
		return {bytes: await readWhole(file)};
	} catch (error) {
		const {codeOf, reasonOf} = await import('../store/reasons.ts');
		throw new Unusable(
			codeOf(error) === 'ENOENT'
				? `there is no file ${file}`
				: `cannot read ${file}: ${reasonOf(error)}`,
		);
	}
}

/** Where a record stands: `decisions/D-5` → its list and place. */
function pathOf(database: Database, record = ''): Problem['path'] {
	const [name = '', id] = record.split('/');
	const list = database[name] as {id: string}[] | undefined;
	const index = Array.isArray(list) ? list.findIndex((one) => one.id === id) : -1;
	return index === -1 ? [] : [name, index];
}

function sayFine({projects, meetings, decisions, actions, log}: Database): string {
	const counts = [
		count(projects.length, 'project'),
		count(meetings.length, 'meeting'),
		count(decisions.length, 'decision'),
		count(actions.length, 'action'),
	].join(', ');
	const first = log[0]?.revision ?? 1;
	const since = first > 1 ? ` since revision ${first}` : '';
	const proof =
		log.length === 0 ? 'no log yet' : `log of ${count(log.length, 'act')}${since} intact`;
	return `no problems: ${counts}, ${proof}`;
}
