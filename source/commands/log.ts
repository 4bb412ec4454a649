import {archiveWith} from '../domain/log/anchor.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import {count, cut} from '../domain/words.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {commitAct, readDatabase, withStore} from './open.ts';

/** A sentence of the log is cut here; the whole of it is in the JSON. */
const longestSentence = 1000;

const command: Command = {
	name: 'log',
	usage: '<database> [revision]',
	summary: 'shows who did what and when, newest last; or one act, before and after',
	flags: {
		by: {value: 'person', summary: 'only acts by this person: a name or a login'},
		meeting: {value: 'meeting', summary: 'only acts in this meeting, or on it'},
		on: {value: 'project', summary: 'only acts on this project or other record (P1-04, D-3)'},
		limit: {value: 'number', summary: 'only the newest of them'},
		format: {
			value: 'format',
			choices: ['text', 'json'],
			summary: 'sentences (the default), or the entries, one to a line',
		},
		undo: {summary: 'take back this act of yours, or say what that would do'},
		yes: {summary: 'with --undo: do it'},
	},
	async run(context) {
		const [, revision] = context.arguments;
		const {undo, yes} = context.flags;
		if ((undo === true && revision === undefined) || (yes === true && undo !== true)) {
			throw new WrongUsage('say which act: boardwalk log <database> <revision> --undo --yes');
		}
		if (undo === true) return takeBack(context, parseNumber(revision, 'a revision'));
		const entries = await wanted(context);
		if (context.flags['format'] === 'json') {
			const {toJson} = await import('../documents/plain.ts');
			context.out(entries.acts.map((entry) => `${toJson(entry)}\n`).join(''));
			return 0;
		}
		await (revision === undefined ? tellAll(context, entries) : tellOne(context, entries));
		return 0;
	},
};
export default command;

type Wanted = {database: Database; acts: Entry[]; isFiltered: boolean};

/** The acts that were asked for, oldest first. */
async function wanted(context: CommandContext): Promise<Wanted> {
	const {by, meeting, on, limit} = context.flags;
	const most = limit === undefined ? undefined : parseNumber(limit, '--limit');
	const [, typed] = context.arguments;
	const revision = typed === undefined ? undefined : parseNumber(typed, 'a revision');
	const database = await readDatabase(context);
	if (revision !== undefined) return {database, acts: [find(database, revision)], isFiltered: true};
	const {fitsLog} = await import('../domain/queries/log/fits.ts');
	const textOf = (flag: string | true | undefined) => (typeof flag === 'string' ? flag : undefined);
	const filter = {by: textOf(by), in: textOf(meeting), on: textOf(on)};
	const isFiltered = Object.values(filter).some((value) => value !== undefined);
	const acts = database.log.filter((entry) => fitsLog(database, entry, filter));
	return {database, acts: most === undefined ? acts : acts.slice(-most), isFiltered};
}

function find({log}: Database, revision: number): Entry {
	const found = log.find((entry) => entry.revision === revision);
	if (found) return found;
	const file = archiveWith(log, revision);
	throw new Refusal(
		file === undefined
			? `there is no act with revision ${revision}; the newest is ${log.at(-1)?.revision ?? 0}`
			: `revision ${revision} is in the archive ${file}`,
	);
}

async function tellAll(
	context: CommandContext,
	{database, acts, isFiltered}: Wanted,
): Promise<void> {
	const [{clean}, {tellEntry}, {dayIn, sayShortDay, timeIn}, {takenBack}] = await Promise.all([
		import('../domain/clean.ts'),
		import('../domain/queries/log/sentences.ts'),
		import('../domain/calendar.ts'),
		import('../domain/log/standing.ts'),
	]);
	const {timeZone} = database.organisation;
	const before = ((isFiltered ? database.log[0] : acts[0])?.revision ?? 1) - 1;
	const archive = archiveWith(database.log, before);
	if (archive !== undefined) {
		context.out(`${clean(`what was done up to revision ${before} is in ${archive}`)}\n`);
	}
	const gone = takenBack(database.log);
	const width = String(acts.at(-1)?.revision ?? 0).length;
	const lines = acts.map((entry) => {
		const number = String(entry.revision).padStart(width);
		const when = `${sayShortDay(dayIn(entry.at, timeZone))} ${timeIn(entry.at, timeZone)}`;
		const told = clean(cut(tellEntry(database, entry), longestSentence));
		return `${number}  ${when}  ${gone.has(entry.revision) ? 'taken back: ' : ''}${told}\n`;
	});
	const none = isFiltered
		? `none of ${count(database.log.length, 'act')} fits\n`
		: 'Nothing has been done yet.\n';
	context.out(lines.length === 0 ? none : lines.join(''));
}

/** One act in full: who, when, during what, and every field before and after. */
async function tellOne(context: CommandContext, {database, acts: [entry]}: Wanted): Promise<void> {
	if (!entry) return;
	const [{cleanLines}, {duringName, tellEntry}, {tellAll}, {dayIn, sayDay, timeIn}, {takenBackBy}] =
		await Promise.all([
			import('../domain/clean.ts'),
			import('../domain/queries/log/sentences.ts'),
			import('../domain/queries/log/effects.ts'),
			import('../domain/calendar.ts'),
			import('../domain/log/standing.ts'),
		]);
	const {timeZone} = database.organisation;
	const {at, actor, revision} = entry;
	const during = duringName(database, entry);
	const back = takenBackBy(database.log, revision);
	const lines = [
		`Revision ${revision}, ${sayDay(dayIn(at, timeZone))} ${timeIn(at, timeZone)}`,
		tellEntry(database, entry),
		`by the user ${actor.user} on ${actor.host}${actor.role ? `, as ${actor.role}` : ''}${during ? `; during ${during}` : ''}`,
		...(back === undefined ? [] : [`taken back by revision ${back}`]),
		...tellAll(database, entry.effects ?? []).flatMap((told) =>
			told.word === 'changed'
				? [`  ${told.what}`, `    before  ${told.before}`, `    after   ${told.after}`]
				: [
						`  ${told.word} ${told.what}`,
						...told.fields.map(([field, value]) => `    ${field}: ${value}`),
					],
		),
	];
	context.out(`${lines.map(cleanLines).join('\n')}\n`);
}

/** Takes one of the user's own acts back, or says what that would do. */
function takeBack(context: CommandContext, revision: number): Promise<number> {
	return withStore(context, async (store) => {
		const database = store.read();
		const entry = find(database, revision);
		const [{isOwnAct}, {tellUndo}, {tellEntry}, {clean}, {actorIn}] = await Promise.all([
			import('../domain/changes/undo.ts'),
			import('../domain/queries/log/effects.ts'),
			import('../domain/queries/log/sentences.ts'),
			import('../domain/clean.ts'),
			import('../domain/rules/persons.ts'),
		]);
		const {session, actor} = context.who();
		if (!isOwnAct(entry, {session, actor: actorIn(database, {actor})})) {
			const {user, name, person} = entry.actor;
			const claim = name === undefined ? '' : ` --as "${name}"`;
			const whose = person === undefined ? user + claim : (name ?? person);
			throw new Refusal(`revision ${revision} is an act of ${whose}: only they may take it back`);
		}
		if (context.flags['yes'] !== true) {
			const would = tellUndo(database, entry).join('; ');
			throw new Refusal(
				`${tellEntry(database, entry)}. Taking it back: ${would}. Add --yes to do it`,
			);
		}
		const {entry: done} = await commitAct(store, context, [{kind: 'undo', revision}]);
		const told = tellEntry(store.read(), done);
		context.out(`${clean(cut(told, longestSentence))} (revision ${done.revision})\n`);
		return 0;
	});
}

function parseNumber(typed: string | true | undefined, what: string): number {
	if (typeof typed !== 'string' || !/^[1-9]\d{0,14}$/.test(typed)) {
		throw new WrongUsage(`${what} is a number such as 20, not “${typed}”`);
	}
	return Number(typed);
}
