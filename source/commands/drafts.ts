import {
	closeSync,
	constants,
	fstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
	writeSync,
} from 'node:fs';
import {access, readdir, rm, stat} from 'node:fs/promises';
import {homedir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pauseFor} from 'node:timers/promises';
import {native} from '../store/file/native.ts';
import {codeOf, reasonOf} from '../store/reasons.ts';
import type {Drafts, Left} from '../ui/left.ts';

/** At most this much typing is lost when the program is killed, in milliseconds. */
const pause = 300;

/** The most that one file of drafts may hold when it is read back, in bytes. */
const most = 4_000_000;

/** How long useless leftovers of a killed run are kept, in milliseconds: a living one may be about to use them. */
const stale = 86_400_000;

/** The folder for what a program keeps between runs, by the convention of the XDG base directories. */
export function stateFolder(
	env: NodeJS.ProcessEnv = process.env,
	what: 'drafts' | 'editor' = 'drafts',
): string {
	const given = env['XDG_STATE_HOME'] ?? '';
	const state = path.isAbsolute(given) ? given : path.join(homedir(), '.local', 'state');
	return path.join(state, 'boardwalk', what);
}

/** Whose drafts they are: the login, the name claimed with `--as` and, where something bears it out, the person. */
type Drafter = {user: string; name?: string; person?: string};

/**
 * The folder of one person's drafts in that of the database. Several may share a login (an account of a clerk's
 * office): under another name nobody is offered what was typed under this one. Without a name they are in the folder
 * itself. A claim is not a key: who has the login can read them all.
 */
function folderOf(folder: string, {user, name, person}: Drafter): string {
	const claimed = name?.normalize().toLowerCase();
	if (claimed === undefined && person === undefined) return folder;
	const whose = JSON.stringify(person === undefined ? [user, claimed] : {person});
	return path.join(
		folder,
		process.getBuiltinModule('node:crypto').hash('sha256', whose).slice(0, 32),
	);
}

/** Why drafts could not be kept in a folder; undefined when they can. Nothing is made yet. */
async function whyNotKept(folder: string): Promise<string | undefined> {
	for (let at = folder; ; at = path.dirname(at)) {
		try {
			await access(at, constants.W_OK | constants.X_OK);
			return undefined;
		} catch (error) {
			const isMissing = codeOf(error) === 'ENOENT' && at !== path.dirname(at);
			if (!isMissing) return reasonOf(error);
		}
	}
}

/** The same for an account's drafts on any database, with the folder. */
export async function findDraftTrouble(
	env: NodeJS.ProcessEnv,
): Promise<{folder: string; why: string} | undefined> {
	const folder = stateFolder(env);
	const why = await whyNotKept(folder);
	return why === undefined ? undefined : {folder, why};
}

/**
 * A file of the user's own for a session's drafts on a database (by the database's UUID). A kernel lock on
 * a file beside it says that the session lives: it is gone with the process, however that ends, so what lies
 * without a lock was left behind. Where nothing can be written (no home, a full disk) nothing is kept, and
 * nobody is kept from working.
 */
export async function openDrafts(
	database: string,
	session: string,
	drafter: Drafter,
	env: NodeJS.ProcessEnv = process.env,
): Promise<Drafts> {
	const folder = folderOf(path.join(stateFolder(env), database), drafter);
	const own = path.join(folder, `${session}.json`);
	const {tryLock} = await native();
	let lock: number | undefined;
	let waiting: {data: unknown} | undefined;
	let timer: NodeJS.Timeout | undefined;
	/** Whether the file holds something, and whether that is the newest. */
	let isKept = false;
	let isNewest = true;

	const flush = () => {
		clearTimeout(timer);
		timer = undefined;
		if (!waiting) return;
		const {data} = waiting;
		waiting = undefined;
		isNewest = attempt(() => {
			if (data === undefined) {
				if (isKept) rmSync(own, {force: true});
				isKept = false;
				return;
			}
			mkdirSync(folder, {recursive: true, mode: 0o700});
			if (lock === undefined) {
				lock = openSync(`${own}.lock`, 'w', 0o600);
				tryLock(lock);
				// For another session of the same account, which may take over.
				writeSync(lock, String(process.pid));
			}
			writeFileSync(`${own}.tmp`, JSON.stringify(data), {mode: 0o600});
			renameSync(`${own}.tmp`, own);
			isKept = true;
		});
		// On a full disk, half a file is in the way of others.
		if (!isNewest) attempt(() => rmSync(`${own}.tmp`, {force: true}));
	};
	const why = await whyNotKept(folder);
	return {
		...(why === undefined ? {} : {problem: why}),
		keep(data) {
			if (data === undefined && !isKept && !waiting) return;
			waiting = {data};
			timer ??= setTimeout(flush, pause).unref();
		},
		flush,
		async left() {
			const names = await readdir(folder).catch((): string[] => []);
			const found = names
				.filter((name) => name.endsWith('.json'))
				.map((name) => readLeft(path.join(folder, name), tryLock));
			await sweep(folder, names, tryLock);
			return found.filter((left) => left !== undefined);
		},
		async open() {
			const names = await readdir(folder).catch((): string[] => []);
			return names
				.filter((name) => name.endsWith('.json') && name !== path.basename(own))
				.map((name) => path.join(folder, name))
				.flatMap((file) => (isAlive(`${file}.lock`, tryLock) ? (readFileAt(file) ?? []) : []));
		},
		async takeOver({file}) {
			const ended = await endHolder(`${file}.lock`, tryLock);
			return ended ? readLeft(file, tryLock) : undefined;
		},
		async forget({file}) {
			// What was brought back is in this session's file before it is gone from that one's.
			flush();
			if (!isNewest) return true;
			const wasThere = await rm(file).then(
				() => true,
				(error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
			);
			await rm(`${file}.lock`, {force: true}).catch(() => {});
			return wasThere;
		},
		close() {
			flush();
			attempt(() => {
				if (lock === undefined) return;
				closeSync(lock);
				if (!isKept) rmSync(`${own}.lock`, {force: true});
			});
		},
	};
}

/** A draft that lies on the disk. */
export type KeptDraft = Left & {isAlive: boolean};

/** The account's drafts on a database (by its UUID), whichever person or name they are of; those of living sessions too. */
export async function keptDrafts(
	database: string,
	env: NodeJS.ProcessEnv = process.env,
): Promise<KeptDraft[]> {
	const folder = path.join(stateFolder(env), database);
	const {tryLock} = await native();
	const names = await readdir(folder, {recursive: true}).catch((): string[] => []);
	return names
		.filter((name) => name.endsWith('.json'))
		.flatMap((name): KeptDraft[] => {
			const file = path.join(folder, name);
			const found = readFileAt(file);
			return found ? [{...found, isAlive: isAlive(`${file}.lock`, tryLock)}] : [];
		});
}

/** Throws a draft away. */
export const throwAway = ({file}: KeptDraft): Promise<void> => rm(file, {force: true});

/** Tries something: a draft that cannot be kept must not get in the way of the work itself. */
function attempt(work: () => void): boolean {
	try {
		work();
		return true;
	} catch {
		return false;
	}
}

type TryLock = (descriptor: number) => boolean;

/** What a file holds, if the session that wrote it is over. */
const readLeft = (file: string, tryLock: TryLock): Left | undefined =>
	isAlive(`${file}.lock`, tryLock) ? undefined : readFileAt(file);

/** What a file of drafts holds, whatever lies there. */
function readFileAt(file: string): Left | undefined {
	const {O_RDONLY, O_NONBLOCK, O_NOFOLLOW} = constants;
	let descriptor: number | undefined;
	try {
		// Whatever lies there: no link is followed and no pipe waited for.
		descriptor = openSync(file, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
		const found = fstatSync(descriptor);
		// Nobody is offered what another user of the machine has put there.
		const isOwn = found.uid === (process.geteuid?.() ?? found.uid);
		if (!found.isFile() || found.size > most || !isOwn) return undefined;
		return {file, data: JSON.parse(readFileSync(descriptor, 'utf8')) as unknown};
	} catch {
		return undefined;
	} finally {
		if (descriptor !== undefined) closeSync(descriptor);
	}
}

/** Whether the session of a lock file lives; one without such a file ended in the middle of its first write. */
function isAlive(lock: string, tryLock: TryLock): boolean {
	try {
		const descriptor = openSync(lock, constants.O_RDWR | constants.O_NONBLOCK);
		try {
			return !tryLock(descriptor);
		} finally {
			closeSync(descriptor);
		}
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ENOENT';
	}
}

/** How often to look whether a session has ended, and after how many looks to end it by force. */
const [look, patience] = [25, 120];

/**
 * Ends the session that holds a lock: as if its line had been cut and, when it hangs in that line, by force; what was
 * typed is on the disk by then. Resolves with whether it is over.
 */
async function endHolder(lock: string, tryLock: TryLock): Promise<boolean> {
	for (const signal of ['SIGHUP', 'SIGKILL'] as const) {
		const holder = holderOf(lock);
		if (!isAlive(lock, tryLock)) return true;
		if (holder === undefined || !attempt(() => process.kill(holder, signal))) return false;
		for (let looks = 0; looks < patience; looks++) {
			if (!isAlive(lock, tryLock)) return true;
			await pauseFor(look);
		}
	}
	return false;
}

/** The process that wrote its number into its lock. */
function holderOf(lock: string): number | undefined {
	let number = 0;
	attempt(() => {
		number = Number(readFileSync(lock, 'utf8'));
	});
	const isOther = Number.isSafeInteger(number) && number > 1 && number !== process.pid;
	return isOther ? number : undefined;
}

/** Removes what killed runs left that holds no draft: locks of nobody, and files half written. */
async function sweep(folder: string, names: string[], tryLock: TryLock): Promise<void> {
	const strays = names.filter(
		(name) =>
			name.endsWith('.json.tmp') ||
			(name.endsWith('.json.lock') && !names.includes(name.slice(0, -'.lock'.length))),
	);
	for (const name of strays) {
		const file = path.join(folder, name);
		const session = path.join(folder, name.replace(/\.tmp$/, '.lock'));
		const found = await stat(file).catch(() => undefined);
		const isOld = found !== undefined && Date.now() - found.mtimeMs > stale;
		if (isOld && !isAlive(session, tryLock)) await rm(file, {force: true}).catch(() => {});
	}
}
