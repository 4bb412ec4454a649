import {type BigIntStats, constants} from 'node:fs';
import {lstat, mkdir, open, opendir} from 'node:fs/promises';
import {accessOf, share} from '../access.ts';
import type {FilePaths} from '../paths.ts';
import {codeOf} from '../../reasons.ts';

/** The name of a session's file, and of one in the making, which is to be renamed to that. */
export const nameOf = (key: string, kind: 'json' | 'tmp' = 'json'): string => `${key}.${kind}`;

/** The other way round; undefined for what is not a session's. */
export function partsOf(name: string): {key: string; isInMaking: boolean} | undefined {
	const [, key, kind] = /^([0-9a-f]{32})\.(json|tmp)$/.exec(name) ?? [];
	return key === undefined ? undefined : {key, isInMaking: kind === 'tmp'};
}

/** The most names that one look at the folder takes in, whatever somebody filled it with. */
const mostNames = 10_000;

/** The folder, or undefined when there is none that can be used: a link might lead anywhere. */
export async function findFolder({presence}: FilePaths): Promise<BigIntStats | undefined> {
	const found = await lstat(presence, {bigint: true}).catch(() => undefined);
	return found?.isDirectory() ? found : undefined;
}

/** Makes the folder unless it is there, and opens it to whoever may read or write the database. */
export async function makeFolder(place: FilePaths): Promise<void> {
	const database = await accessOf(place.file);
	await mkdir(place.presence, 0o700).catch((error: unknown) => {
		if (codeOf(error) !== 'EEXIST') throw error;
	});
	const {O_RDONLY, O_DIRECTORY, O_NOFOLLOW} = constants;
	const handle = await open(place.presence, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	try {
		await share(handle, database, folderMode);
	} finally {
		await handle.close();
	}
}

/** Who may read the database may look into the folder, who may write it may join; files inherit the group. */
const folderMode = (rights: number): number => 0o2700 | (rights & 0o066) | ((rights & 0o044) >> 2);

/** What a look into the folder found: names that could be of sessions' files, and whether these are all. */
export type Listing = {names: Set<string>; isComplete: boolean};

export async function namesIn({presence}: FilePaths): Promise<Listing> {
	const names = new Set<string>();
	try {
		let left = mostNames;
		for await (const entry of await opendir(presence, {bufferSize: 512})) {
			if (entry.isFile() && partsOf(entry.name)) names.add(entry.name);
			if (--left === 0) return {names, isComplete: false};
		}
	} catch (error) {
		// Where it may not be looked into, those who are known are known all the same.
		return {names, isComplete: codeOf(error) === 'ENOENT'};
	}
	return {names, isComplete: true};
}
