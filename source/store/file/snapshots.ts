import {constants, createReadStream} from 'node:fs';
import {link, lstat, mkdir, open, readdir, rename, stat, unlink} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {compareDays, dayIn} from '../../domain/calendar.ts';
import type {Database, Entry} from '../../domain/schema/index.ts';
import {type Access, accessOf, keepAccess, share} from './access.ts';
import {compress, compressed} from './compress.ts';
import {resolveOwn} from './links.ts';
import type {FilePaths} from './paths.ts';
import {codeOf, Fault} from '../reasons.ts';
import {visible} from '../show.ts';

/**
 * A copy of the database file as it was before an act: its name says of which revision, and when it was made. The
 * file may be compressed, and then its name ends with .gz besides.
 */
export type Snapshot = {name: string; file: string; revision: number; at: string};

/** What is kept where the database's rules say nothing: about three hours' work, and two weeks of days. */
const usual = {everyMinutes: 10, keep: 24, days: 14, megabytes: 500};

export const snapshotFolder = ({directory, name}: FilePaths): string =>
	join(directory, `.${name}.snapshots`);

/**
 * The folder, where a link to it leads: whoever may put a link there decides what is read and removed. Throws a
 * Fault where it is a link that somebody else may have put there, or no folder.
 */
async function findFolder(place: FilePaths): Promise<string> {
	const folder = await resolveOwn(snapshotFolder(place));
	const found = await lstat(folder).catch(() => undefined);
	if (!found || found.isDirectory()) return folder;
	throw new Fault(`${visible(folder)} is not a folder; see what it is and remove it`);
}

/**
 * The snapshots beside a database, newest first: by their revisions, since clocks are set back at times. Throws
 * a Fault where their folder is nothing to be trusted.
 */
export async function listSnapshots(place: FilePaths): Promise<Snapshot[]> {
	const folder = await findFolder(place);
	const names = await readdir(folder).catch((): string[] => []);
	return names
		.flatMap((entry): Snapshot[] => {
			const [, name, revision, day, time] =
				/^(r(\d{1,15})-(\d{8})T(\d{6})Z\.json)(?:\.gz)?$/.exec(entry) ?? [];
			if (name === undefined || revision === undefined) return [];
			if (day === undefined || time === undefined) return [];
			const at = `${day.replace(/(....)(..)(..)/, '$1-$2-$3')}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`;
			return [{name, file: join(folder, entry), revision: Number(revision), at}];
		})
		.toSorted((a, b) => b.revision - a.revision || compareDays(b.at, a.at));
}

const nameOf = (revision: number, at: string): string =>
	`r${revision}-${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z.json`;

/**
 * Keeps copies of a database file beside it, a bounded number of them. Everything here is done under the
 * database's lock, by whoever saves, and nothing here fails or holds up a save: a snapshot that cannot be
 * made is not made.
 */
export class Snapshots {
	readonly #place: FilePaths;
	/** When the newest snapshot that this session knows of was made: as long as it is young, nothing is looked at. */
	#newest: string | undefined;
	/** Whether there is one more since what is kept no longer was removed. */
	#added = false;
	/** To whom the database was open when the folder was last opened to the same. */
	#admitted: string | undefined;

	constructor(place: FilePaths) {
		this.#place = place;
	}

	/**
	 * Keeps the file, which is about to be replaced, if it is time to; `entry` is that of the act about to
	 * be saved. Returns how to take that back, should the file stay after all.
	 */
	async keep(before: Database, entry: Entry, now: string): Promise<() => Promise<void>> {
		try {
			await this.#tend();
			if (!this.#isDue(before, entry, now)) return nothing;
			const found = await listSnapshots(this.#place);
			this.#newest = found[0]?.at;
			if (!this.#isDue(before, entry, now)) return nothing;
			this.#newest = now;
			const file = join(await this.#folder(), nameOf(before.revision, now));
			if (!(await duplicate(this.#place.file, file))) return nothing;
			this.#added = true;
			return () => unlink(file).catch(() => {});
		} catch {
			// No room, no right to: the save matters more. `restore --list` shows how old the newest is.
			return nothing;
		}
	}

	/**
	 * Removes what is kept no longer, once the act is saved: after one more was made, and all of them after a
	 * redaction, since what was redacted must not live on in them.
	 */
	async saved(database: Database, entry: Entry): Promise<void> {
		if (!entry.redacts && !this.#added) return;
		this.#added = false;
		if (entry.redacts) this.#newest = undefined;
		try {
			const found = await listSnapshots(this.#place);
			const kept = entry.redacts ? new Set() : await keptOf(found, database);
			const folder = await findFolder(this.#place);
			const gone = (await readdir(folder)).filter((name) =>
				found.some(({file}) => basename(file) === name)
					? !kept.has(name.replace(compressed, ''))
					: /\.json(\.gz)?\.tmp$/.test(name),
			);
			await Promise.all(gone.map((name) => unlink(join(folder, name)).catch(() => {})));
			// The newest costs nothing, being the old file itself under another name. Of those before it two are
			// compressed at a time, that nobody waits for a whole folder which an earlier version left.
			const plain = found
				.slice(1)
				.filter(({name, file}) => kept.has(name) && !file.endsWith(compressed));
			for (const {file} of plain.slice(0, 2)) await compress(file);
		} catch {
			// There is no such folder, or no right to look into it.
		}
	}

	#isDue({rules, log}: Database, entry: Entry, now: string): boolean {
		const {everyMinutes = usual.everyMinutes, keep = usual.keep} = rules.snapshots ?? {};
		// Before the first act the file is its owner's own; a redaction must leave nothing of before.
		if (everyMinutes === 0 || keep === 0 || log.length === 0 || entry.redacts) return false;
		if (this.#newest === undefined || entry.restores !== undefined || entry.archives) return true;
		const age = Date.parse(now) - Date.parse(this.#newest);
		// One of the future was made before the clock was set back.
		return !(age >= 0 && age < everyMinutes * 60_000);
	}

	/** The folder, open to those to whom the database is. */
	async #folder(): Promise<string> {
		const folder = await findFolder(this.#place);
		await mkdir(folder, 0o700).catch((error: unknown) => {
			if (codeOf(error) !== 'EEXIST') throw error;
		});
		await admit(folder, await accessOf(this.#place.file));
		return folder;
	}

	/** Shuts the folder, and with it what was kept before, to those to whom the database has been shut. */
	async #tend(): Promise<void> {
		const access = await accessOf(this.#place.file);
		const {mode, uid, gid, list} = access;
		const admitted = [mode, uid, gid, list?.toString('hex')].join();
		if (admitted === this.#admitted) return;
		const folder = await findFolder(this.#place);
		if (await lstat(folder).catch(() => undefined)) await admit(folder, access);
		this.#admitted = admitted;
	}
}

const nothing = async (): Promise<void> => {};

/** Who may read the file may enter the folder. */
const folderMode = (rights: number): number => (rights & 0o777) | ((rights & 0o444) >> 2) | 0o700;

/** Opens the folder to those to whom the database is; throws where it is open to more, and not this user's to shut. */
async function admit(folder: string, database: Access): Promise<void> {
	const {O_RDONLY, O_DIRECTORY, O_NOFOLLOW} = constants;
	const handle = await open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	try {
		await share(handle, database, folderMode);
		const {mode, gid} = await handle.stat();
		const most = folderMode(database.mode) & (gid === database.gid ? 0o777 : 0o707);
		const beyond = mode & 0o077 & ~most & ~((most & 0o007) << 3);
		if (beyond !== 0)
			throw new Fault(`${visible(folder)} is open to more people than the database`);
	} finally {
		await handle.close();
	}
}

/**
 * Gives a file a second name or, on another disk or one that knows no such thing, makes a copy. Resolves
 * with whether there was none of that name.
 */
export async function duplicate(from: string, to: string): Promise<boolean> {
	try {
		await link(from, to);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		await copy(from, to);
		return true;
	}
}

/** A copy that nobody may read who may not read the original, from its first byte on. */
async function copy(from: string, to: string): Promise<void> {
	const temporary = `${to}.tmp`;
	await unlink(temporary).catch(() => {});
	const handle = await open(temporary, 'wx', 0o600);
	try {
		await handle.writeFile(createReadStream(from));
		await keepAccess(handle, await accessOf(from), {narrow: true});
		await handle.sync();
		await rename(temporary, to);
	} catch (error) {
		await unlink(temporary).catch(() => {});
		throw error;
	} finally {
		await handle.close();
	}
}

/** The names of those that are kept. `all` is newest first. */
async function keptOf(all: Snapshot[], {rules, organisation}: Database): Promise<Set<string>> {
	const {keep, days, megabytes} = {...usual, ...rules.snapshots};
	const seen = new Set<string>();
	const wanted = all.filter(({at}, index) => {
		const day = dayIn(at, organisation.timeZone);
		const isLastOfDay = !seen.has(day);
		seen.add(day);
		return index < keep || (isLastOfDay && seen.size <= days);
	});
	const sizes = await Promise.all(
		wanted.map(({file}) =>
			stat(file).then(
				({size}) => size,
				() => 0,
			),
		),
	);
	let room = megabytes * 1e6;
	const fits = (size = 0) => (room -= size) >= 0;
	// The newest stays, however large.
	return new Set(
		wanted.flatMap(({name}, index) => (fits(sizes[index]) || index === 0 ? [name] : [])),
	);
}
