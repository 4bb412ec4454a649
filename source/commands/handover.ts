import {randomBytes} from 'node:crypto';
import {constants, type Stats} from 'node:fs';
import {
	type FileHandle,
	lstat,
	mkdir,
	open,
	readdir,
	realpath,
	rename,
	stat,
	unlink,
} from 'node:fs/promises';
import path from 'node:path';
import {share} from '../store/file/presence/folder.ts';
import {codeOf, Fault, reasonOf} from '../store/file/reasons.ts';
import {Turns} from '../store/file/turns.ts';
import type {Who} from '../store/store.ts';
import {
	type Addressee,
	type Handover,
	isFor,
	type Mail,
	noMail,
	readOffer,
} from '../ui/handover.ts';
import type {Form} from '../ui/forms/form.ts';

/** How often the folder is looked at, in milliseconds: a hand-over is no race. */
const interval = 1000;

/** The most that is taken in: bytes of one form, and forms at one look, whatever somebody put there. */
const largest = 1_000_000;
const mostNames = 1000;

/** How long what nobody has fetched is kept, in milliseconds: thirty days. */
const stale = 30 * 86_400_000;

/** Who may read the database's file by its group may read what is handed over; others never. */
const fileMode = (rights: number): number => 0o600 | (rights & 0o040);
const folderMode = (rights: number): number => 0o2700 | (rights & 0o060) | ((rights & 0o040) >> 2);

/**
 * Forms on their way from one session to another, as files in a folder beside the database:
 * `<id>.json` is offered, `<id>.taken` says that it was taken. The folder is made by the first hand-over;
 * where none is made, or it cannot be used, nothing is handed over and nobody is kept from working.
 */
export async function openHandover(location: string, {actor, session}: Who): Promise<Handover> {
	const file = await realpath(location);
	const folder = path.join(path.dirname(file), `.${path.basename(file)}.handover`);
	const at = (id: string, kind: 'json' | 'taken' | 'tmp') => path.join(folder, `${id}.${kind}`);
	const turns = new Turns();
	const known = new Map<string, Mail['offers'][number] | undefined>();
	let mail: Mail = noMail;
	let poll: NodeJS.Timeout | undefined;

	const give = async (form: Form, to: Addressee): Promise<string> => {
		const database = await stat(file);
		await makeFolder(folder, database);
		const id = randomBytes(16).toString('hex');
		const {handed: _before, error: _told, ...own} = form;
		const offer = {
			at: new Date().toISOString(),
			from: {session, actor: {user: actor.user, ...(actor.name ? {name: actor.name} : {})}},
			to,
			form: own,
		};
		const handle = await open(at(id, 'tmp'), 'wx', 0o600);
		try {
			await handle.writeFile(JSON.stringify(offer));
			await share(handle, database, fileMode);
			if (to.user !== actor.user) await expectReadable(handle, database);
			await handle.sync();
			await rename(at(id, 'tmp'), at(id, 'json'));
		} catch (error) {
			await unlink(at(id, 'tmp')).catch(() => {});
			throw error;
		} finally {
			await handle.close();
		}
		return id;
	};

	/** What the folder holds now; what was read before is not read again: an offer does not change. */
	const look = async (): Promise<Mail> => {
		const names = await namesIn(folder);
		const ids = (kind: string) =>
			names.flatMap((name) => (name.endsWith(`.${kind}`) ? [path.parse(name).name] : []));
		const waiting = new Set(ids('json'));
		for (const id of known.keys()) if (!waiting.has(id)) known.delete(id);
		for (const id of waiting) {
			if (!known.has(id)) known.set(id, readOffer(id, await read(at(id, 'json'))));
		}
		const offers = [...known.values()].filter(
			(offer) => offer !== undefined && isFor(offer, {session, actor}),
		);
		return {offers: offers as Mail['offers'], waiting, taken: new Set(ids('taken'))};
	};

	return {
		give: (form, to) =>
			turns.run(() =>
				give(form, to).then(
					(id) => ({id}),
					(error: unknown) => ({problem: reasonOf(error)}),
				),
			),
		take: (id) =>
			turns.run(async () => {
				try {
					await rename(at(id, 'json'), at(id, 'taken'));
				} catch {
					return false;
				}
				// What was written there is the taker's now: only that it was taken is left.
				await replaceByNothing(at(id, 'taken'), at(id, 'tmp')).catch(() => {});
				return true;
			}),
		withdraw: (id) =>
			turns.run(() =>
				unlink(at(id, 'json')).then(
					() => true,
					() => false,
				),
			),
		forget(ids) {
			for (const id of ids) void turns.run(() => unlink(at(id, 'taken')).catch(() => {}));
		},
		async watch(listener) {
			const lookAgain = () =>
				turns.run(async () => {
					const found = await look();
					const isSame = key(found) === key(mail);
					mail = found;
					if (!isSame) listener(found);
				});
			poll = setInterval(() => void lookAgain().catch(() => {}), interval).unref();
			await lookAgain().catch(() => {});
			await turns.run(() => sweep(folder)).catch(() => {});
		},
		close: () => clearInterval(poll),
	};
}

const key = ({offers, waiting, taken}: Mail): string =>
	[...offers.map(({id}) => id), '', ...waiting, '', ...taken].join();

/** Makes the folder unless it is there, for those who may read and write the database as its group. */
async function makeFolder(folder: string, database: Stats): Promise<void> {
	await mkdir(folder, 0o700).catch((error: unknown) => {
		if (codeOf(error) !== 'EEXIST') throw error;
	});
	const {O_RDONLY, O_DIRECTORY, O_NOFOLLOW} = constants;
	const handle = await open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	try {
		await share(handle, database, folderMode);
	} finally {
		await handle.close();
	}
}

/** Whether a colleague may read it is for the file system to say: a file that only its owner may read helps nobody. */
async function expectReadable(handle: FileHandle, database: Stats): Promise<void> {
	const {mode, gid} = await handle.stat();
	if ((mode & 0o040) !== 0 && gid === database.gid) return;
	throw new Fault('the database has no group that could read it; hand it over in words');
}

async function namesIn(folder: string): Promise<string[]> {
	const found = await lstat(folder).catch(() => undefined);
	if (!found?.isDirectory()) return [];
	const names = await readdir(folder).catch((): string[] => []);
	return names.filter((name) => /^[0-9a-f]{32}\.(json|taken|tmp)$/.test(name)).slice(0, mostNames);
}

/** What a file holds, whatever was put there; undefined when it is nothing that can be used. */
async function read(file: string): Promise<unknown> {
	const {O_RDONLY, O_NOFOLLOW, O_NONBLOCK} = constants;
	const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => undefined);
	try {
		const found = await handle?.stat();
		if (!handle || !found?.isFile() || found.size > largest) return undefined;
		return JSON.parse(await handle.readFile('utf8')) as unknown;
	} catch {
		return undefined;
	} finally {
		await handle?.close();
	}
}

async function replaceByNothing(file: string, temporary: string): Promise<void> {
	const handle = await open(temporary, 'wx', 0o600);
	await handle.close();
	await rename(temporary, file);
}

/** Removes what nobody has fetched for a month, as far as this user may. */
async function sweep(folder: string): Promise<void> {
	for (const name of await namesIn(folder)) {
		const found = await stat(path.join(folder, name)).catch(() => undefined);
		if (found && Date.now() - found.mtimeMs > stale) {
			await unlink(path.join(folder, name)).catch(() => {});
		}
	}
}
