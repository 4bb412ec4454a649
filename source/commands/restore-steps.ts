import {dayIn, sayShortDay, timeIn} from '../domain/calendar.ts';
import {clean} from '../domain/clean.ts';
import {findBreak} from '../domain/log/proof.ts';
import {nameOf} from '../domain/names.ts';
import {duplicateIds} from '../domain/queries/check.ts';
import {relationOf, restorationTo} from '../domain/queries/log/restorable.ts';
import {tellEntry} from '../domain/queries/log/sentences.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import {count, cut} from '../domain/words.ts';
import {systemEnvironment} from '../store/environment.ts';
import {versionOf} from '../store/file/migrate.ts';
import {parseDatabase} from '../store/file/parse.ts';
import type {FilePaths} from '../store/file/paths.ts';
import {type Broken, lookAt, reachedBy, recover} from '../store/file/recover.ts';
import {type CommandContext, Refusal} from './command.ts';
import {commitAct, withStore} from './open.ts';
import type {Opened} from './restore-find.ts';

/** More acts than this are counted, not told. */
const mostTold = 100;

/**
 * Brings the state of a snapshot back: by an act on top of the log where the database can be read, else by
 * putting the snapshot in the place of the file. Without `--yes`, tells what would be lost.
 */
export async function bringBack(
	context: CommandContext,
	place: FilePaths,
	opened: Opened,
): Promise<number> {
	const broken = await lookAt(place);
	const parsed = broken && parseDatabase(broken.bytes, place.name);
	if (!parsed) return replaceFile(context, place, opened, broken, 'is gone');
	const [problem] = parsed.ok ? duplicateIds(parsed.database) : parsed.problems;
	const version = versionOf(broken.bytes) ?? schemaVersion;
	if (version > schemaVersion) throw new Refusal(`${place.name} ${problem?.message}`);
	if (version < schemaVersion) {
		throw new Refusal(
			`${place.name} is of an older version (schema ${version}): bring it forward first (boardwalk migrate)`,
		);
	}
	if (!parsed.ok || problem) {
		const why = `cannot be used: ${problem?.message}`;
		return replaceFile(context, place, opened, broken, why);
	}
	const present = parsed.database;
	const relation = relationOf(present, opened.database);
	const {name} = opened.snapshot;
	if (relation === 'foreign') throw new Refusal(`${name} is of another database`);
	if (relation === 'ahead') {
		const why = `is an older copy (revision ${present.revision})`;
		return replaceFile(context, place, opened, broken, why);
	}
	if (context.flags['replace'] === true) {
		if (!findBreak(present.log)) {
			throw new Refusal(
				`the log of ${place.name} is whole: leave out --replace, and the state comes back as an act`,
			);
		}
		return replaceFile(context, place, opened, broken, 'has a log that is broken');
	}
	if (relation === 'parted') {
		throw new Refusal(
			`${name} is not an earlier state of ${place.name}: their logs part${findBreak(present.log) ? '; if the log here is the broken one, add --replace' : ''}`,
		);
	}
	return restore(context, present, opened);
}

async function restore(
	context: CommandContext,
	present: Database,
	opened: Opened,
): Promise<number> {
	const {snapshot, database} = opened;
	const {records, acts, edited, isBlind} = restorationTo(present, database);
	if (records.length === 0) {
		throw new Refusal(`every record is as it was at revision ${database.revision} already`);
	}
	if (isBlind) {
		throw new Refusal(
			'something was redacted since, and what it was can no longer be told: it might come back',
		);
	}
	if (context.flags['yes'] !== true) {
		tellSnapshot(context, opened);
		if (acts.length > 0) {
			context.out(`${count(acts.length, 'act')} would no longer stand:\n`);
			tellActs(context, present, acts);
			if (acts.some(({isFinal}) => isFinal)) {
				context.out('! nothing else takes these back: papers that rest on them may be out\n');
			}
		}
		for (const record of edited) {
			context.out(`${clean(`edited by hand, and lost: ${nameOf(present, record)}`)}\n`);
		}
		throw new Refusal('nothing has been restored yet: add --yes to do it');
	}
	return withStore(context, async (store) => {
		const {entry} = await commitAct(store, context, [
			{
				kind: 'database/restore',
				revision: database.revision,
				hash: database.log.at(-1)?.hash,
				snapshot: snapshot.name,
				onto: present.revision,
				records,
				...reasonOf(context),
			},
		]);
		context.out(
			`restored the state of revision ${database.revision}: ${count(records.length, 'record')} altered (revision ${entry.revision})\n`,
		);
		return 0;
	});
}

async function replaceFile(
	context: CommandContext,
	place: FilePaths,
	opened: Opened,
	broken: Broken,
	why: string,
): Promise<number> {
	const {database} = opened;
	if (database.log.length === 0) {
		throw new Refusal(`${opened.snapshot.name} has no log: put it in place by hand`);
	}
	if (findBreak(database.log)) {
		throw new Refusal(`the log of ${opened.snapshot.name} is broken itself; take another snapshot`);
	}
	const recovery = {...opened, broken, ...reasonOf(context)};
	if (context.flags['yes'] !== true) {
		context.out(`${clean(`${place.name} ${why}`)}\n`);
		tellSnapshot(context, opened);
		const reached = reachedBy(recovery);
		const back = reached.log.filter(({revision}) => revision > database.revision);
		if (back.length > 0) {
			context.out(`${count(back.length, 'act')} after it would be brought back from the file:\n`);
			tellActs(
				context,
				reached,
				back.map((entry) => ({entry, isFinal: false})),
			);
		}
		context.out(`what was done after revision ${reached.revision} would be lost\n`);
		throw new Refusal('nothing has been restored yet: add --yes to do it');
	}
	const environment = {...systemEnvironment, now: context.now};
	const {entry, kept} = await recover(place, recovery, context.who(), environment);
	const back = entry.revision - 1 - database.revision;
	context.out(
		`${clean(
			[
				`put the snapshot of revision ${database.revision} in place`,
				...(back > 0 ? [`brought back ${count(back, 'act')} after it`] : []),
				...(kept === undefined ? [] : [`kept the file that was there as ${kept}`]),
			].join('; '),
		)} (revision ${entry.revision})\n`,
	);
	return 0;
}

const reasonOf = ({flags: {reason}}: CommandContext): {reason?: string} =>
	typeof reason === 'string' && reason.trim() !== '' ? {reason} : {};

function tellSnapshot({out}: CommandContext, {snapshot, database}: Opened): void {
	const {timeZone} = database.organisation;
	const {at, revision} = snapshot;
	const when = `${sayShortDay(dayIn(at, timeZone))} ${timeIn(at, timeZone)}`;
	const last = database.log.at(-1);
	out(
		`${clean(`snapshot of revision ${revision}, made ${when}${last ? `; the last act in it: ${cut(tellEntry(database, last), 300)}` : ''}`)}\n`,
	);
}

function tellActs(
	{out}: CommandContext,
	database: Database,
	acts: {entry: Entry; isFinal: boolean}[],
): void {
	const {timeZone} = database.organisation;
	const width = String(acts.at(-1)?.entry.revision ?? 0).length;
	for (const {entry, isFinal} of acts.slice(0, mostTold)) {
		const when = `${sayShortDay(dayIn(entry.at, timeZone))} ${timeIn(entry.at, timeZone)}`;
		const told = clean(cut(tellEntry(database, entry), 1000));
		out(`${isFinal ? '!' : ' '} ${String(entry.revision).padStart(width)}  ${when}  ${told}\n`);
	}
	if (acts.length > mostTold) out(`  and ${count(acts.length - mostTold, 'more act')}\n`);
}
