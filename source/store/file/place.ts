import type {BigIntStats} from 'node:fs';
import {stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {ownAccount} from '../account.ts';

/** Where a database file lies, and what lies beside it. `file` is free of symbolic links. */
export type Place = {
	file: string;
	directory: string;
	name: string;
	lock: string;
	/** The folder in which sessions tell each other where they are. */
	presence: string;
};

export function placeOf(file: string): Place {
	const directory = dirname(file);
	const name = basename(file);
	return {
		file,
		directory,
		name,
		lock: join(directory, `.${name}.lock`),
		presence: join(directory, `.${name}.presence`),
	};
}

/**
 * Whether this process acts for whoever administers the database: the owner of its folder, or root. Not
 * the file's own owner: every save leaves the file to whoever saved last.
 */
export async function ownsFolder({directory}: Pick<Place, 'directory'>): Promise<boolean> {
	const {isRoot, owns, uid} = ownAccount();
	if (isRoot) return true;
	const found = await stat(directory).catch(() => undefined);
	return owns && found !== undefined && found.uid === uid;
}

/**
 * Whether two looks at a file saw the same content. The inode alone would not do: an editor may write
 * into the file as it is.
 */
export const unchanged = (a: BigIntStats | undefined, b: BigIntStats): boolean =>
	a !== undefined &&
	a.dev === b.dev &&
	a.ino === b.ino &&
	a.size === b.size &&
	a.mtimeNs === b.mtimeNs &&
	a.ctimeNs === b.ctimeNs;
