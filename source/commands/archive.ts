import {readFile, realpath, unlink} from 'node:fs/promises';
import path from 'node:path';
import {addMonths, dayIn, sayDay} from '../domain/calendar.ts';
import {parsePastDay} from '../domain/typed-days.ts';
import type {Database} from '../domain/schema/index.ts';
import {count} from '../domain/words.ts';
import type {Store} from '../store/store.ts';
import {clean} from '../domain/clean.ts';
import {type Command, type CommandContext, Refusal, WrongUsage} from './command.ts';
import {commitAct, withStore} from './open.ts';

const command: Command = {
	name: 'archive',
	usage: '<database>',
	summary: 'moves old entries of the log to a file of their own; the log still proves',
	flags: {
		before: {
			value: 'day|revision',
			summary: 'archive what is older than this: "1 Jan 2026", r120; if left out, than a year',
		},
		output: {value: 'file', summary: 'the file to write; if left out, one beside the database'},
		'dry-run': {summary: 'only say what would go'},
	},
	async run(context) {
		const isDry = context.flags['dry-run'] === true;
		return withStore(context, (store) => archive(store, context, isDry), {readOnly: isDry});
	},
};
export default command;

async function archive(store: Store, context: CommandContext, isDry: boolean): Promise<number> {
	const database = store.read();
	const to = await lastToGo(database, context);
	const from = database.log[0]?.revision ?? 1;
	const acts = count(to - from + 1, 'act');
	const target = await targetOf(context, from, to);
	const file = path.basename(target);
	if (isDry) {
		context.out(`${clean(`revisions ${from} to ${to} (${acts}) would go to ${target}`)}\n`);
		return 0;
	}
	if (store.readOnly !== undefined) {
		throw new Refusal(`nothing was archived: ${store.readOnly}`);
	}
	const {archiveDigest, archiveOf} = await import('../domain/log/archive.ts');
	const whole = archiveOf(database, to);
	const isNew = await write(context, target, whole);
	try {
		const {entry} = await commitAct(store, context, [
			{kind: 'database/archive', from, to, file, content: archiveDigest(whole)},
		]);
		context.out(
			`${clean(`moved revisions ${from} to ${to} (${acts}) to ${target}; the log begins at revision ${to + 1}`)} (revision ${entry.revision})\n`,
		);
		return 0;
	} catch (error) {
		// Unless the act is in the file after all, what was written belongs to nothing.
		if (isNew && store.read().log[0]?.revision === from) await unlink(target).catch(() => {});
		throw error;
	}
}

/** The last revision that goes, as it was asked for and as far as it may. */
async function lastToGo(database: Database, context: CommandContext): Promise<number> {
	const [{archiveLimit}, {findBreak}] = await Promise.all([
		import('../domain/queries/log/archivable.ts'),
		import('../domain/log/proof.ts'),
	]);
	const {log} = database;
	const [first] = log;
	if (!first) throw new Refusal('there is no log yet');
	const broken = findBreak(log);
	if (broken) throw new Refusal(`${broken.message}: only a whole log can be archived`);
	const {before} = context.flags;
	const {wanted, words} = asked(database, context, before);
	if (wanted < first.revision) {
		throw new Refusal(
			`no act is older than ${words}: the log begins at revision ${first.revision}`,
		);
	}
	const limit = archiveLimit(database, context.now());
	if (limit.revision < first.revision) {
		throw new Refusal(`no part of the log can go yet: ${limit.why}`);
	}
	if (wanted <= limit.revision) return wanted;
	if (typeof before !== 'string') return limit.revision;
	throw new Refusal(
		`only revisions up to ${limit.revision} can go (--before r${limit.revision + 1}): ${limit.why}`,
	);
}

/** The last revision that was asked to go, and how that was said. */
function asked(
	{log, organisation}: Database,
	context: CommandContext,
	before: string | true | undefined,
): {wanted: number; words: string} {
	const [, number] = /^r?(\d{1,9})$/i.exec(typeof before === 'string' ? before.trim() : '') ?? [];
	if (number !== undefined) {
		const newest = log.at(-1)?.revision ?? 0;
		return {wanted: Math.min(Number(number) - 1, newest), words: `revision ${number}`};
	}
	const {timeZone} = organisation;
	const today = dayIn(context.now(), timeZone);
	const day = typeof before === 'string' ? parsePastDay(before, today) : addMonths(today, -12);
	if (day === undefined) {
		throw new WrongUsage(
			`--before is a day such as "1 Jan 2026" or a revision such as r120, not “${String(before)}”`,
		);
	}
	const young = log.find(({at}) => dayIn(at, timeZone) >= day);
	const newest = log.at(-1)?.revision ?? 0;
	return {wanted: young ? young.revision - 1 : newest, words: sayDay(day)};
}

async function targetOf({arguments: [file = ''], flags}: CommandContext, from: number, to: number) {
	if (typeof flags['output'] === 'string') return path.resolve(flags['output']);
	if (file.includes('://')) throw new WrongUsage('say where the archive goes: --output <file>');
	const own = await realpath(file);
	return path.join(path.dirname(own), `${path.parse(own).name}-log-${from}-${to}.jsonl`);
}

/** Writes the archive, unless just that stands there already; resolves with whether it was written. */
async function write(
	{arguments: [file = '']}: CommandContext,
	target: string,
	archive: Parameters<typeof import('../domain/log/archive.ts').formatArchive>[0],
): Promise<boolean> {
	const [{formatArchive}, {writeBeside}, {codeOf, reasonOf}] = await Promise.all([
		import('../domain/log/archive.ts'),
		import('../store/file/write-new.ts'),
		import('../store/reasons.ts'),
	]);
	const text = formatArchive(archive);
	// Written by an attempt that was cut short.
	const found = await readFile(target, 'utf8').catch(() => undefined);
	if (found === text) return false;
	try {
		await writeBeside(target, Buffer.from(text), file.includes('://') ? undefined : file);
		return true;
	} catch (error) {
		const why = codeOf(error) === 'ENOENT' ? 'there is no such folder' : reasonOf(error);
		throw new Refusal(`cannot write ${target}: ${why}`);
	}
}
