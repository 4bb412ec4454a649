// Real temporary folders with a database in them.
import {chmod, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import process from 'node:process';
import {expect} from 'vitest';
import {randomUUID} from 'node:crypto';
import type {Change} from '../../source/domain/changes/index.ts';
import type {Act} from '../../source/domain/changes/index.ts';
import type {Database} from '../../source/domain/schema/index.ts';
import {openFile} from '../../source/store/file/open.ts';
import {formatDatabase} from '../../source/store/format.ts';
import type {FileOptions} from '../../source/store/file/store.ts';
import type {StoreNews, Presence, Present, Store, Who} from '../../source/store/store.ts';
import {makeDatabase} from '../helpers/database.ts';

/** A user without privileges, and a group of the same number; as root, tests become this user. */
export const nobody = 65_534;
export const isRoot = process.getuid?.() === 0;

const folders: string[] = [];
const stores: Store[] = [];

/** A new folder that everybody may read. */
export async function folder(): Promise<string> {
	const path = await mkdtemp(join(tmpdir(), 'boardwalk-'));
	folders.push(path);
	await chmod(path, 0o755);
	return path;
}

/** A file with a database, or with other content, in a folder of its own. */
export async function file(
	content: Database | string | Uint8Array = makeDatabase(),
	name = 'strategy.json',
): Promise<string> {
	const path = join(await folder(), name);
	const isText = typeof content === 'string' || content instanceof Uint8Array;
	await writeFile(path, isText ? content : formatDatabase(content));
	return path;
}

/** Opens a file; it is closed after the test. */
export async function open(path: string, options?: FileOptions): Promise<Store> {
	const store = await openFile(path, options);
	stores.push(store);
	return store;
}

/** For afterEach. */
export async function tidy(): Promise<void> {
	await Promise.all(stores.splice(0).map((store) => store.close()));
	await Promise.all(folders.splice(0).map((path) => rm(path, {recursive: true, force: true})));
}

/** The names of the files in a database's folder that come and go with saving. */
export const temporaries = async (directory: string): Promise<string[]> =>
	(await readdir(directory)).filter((name) => name.endsWith('.tmp'));

export const who = (user = 'clerk'): Who => ({
	actor: {user, host: 'council'},
	session: `session-${user}`,
});

export const act = (...changes: Change[]): Act => ({id: randomUUID(), changes});

export const comment = (note: string): Act => act({kind: 'project/update', id: 'P1-01', note});

/** Resolves with the first news that satisfies a test; what happens in between is not waited for. */
export function heard(store: Store, test: (news: StoreNews) => boolean): Promise<StoreNews> {
	const {promise, resolve} = Promise.withResolvers<StoreNews>();
	const stop = store.watch((news) => {
		if (!test(news)) return;
		stop();
		resolve(news);
	});
	return promise;
}

/** Resolves once those who are connected, as a session sees them, satisfy a test. */
export function seen(
	presence: Presence,
	test: (others: readonly Present[]) => boolean,
): Promise<readonly Present[]> {
	const {promise, resolve} = Promise.withResolvers<readonly Present[]>();
	const stop = presence.watch(look);
	function look(others: readonly Present[]) {
		if (!test(others)) return;
		stop();
		resolve(others);
	}
	look(presence.others());
	return promise;
}

/** Of each session, its name and screen. */
export const shown = (others: readonly Present[]): string[] =>
	others.map(({session, place}) => `${session} ${place.screen}`);

/** Resolves once a session sees these others, oldest first, each with its name and screen. */
export const sees = async (presence: Presence, ...expected: string[]): Promise<void> => {
	const others = await seen(presence, (all) => shown(all).join() === expected.join());
	expect(shown(others)).toEqual(expected);
};

/** The comments on the first project, newest last. */
export const notes = (database: Database): (string | undefined)[] =>
	(database.projects[0]?.updates ?? []).map(({note}) => note);
