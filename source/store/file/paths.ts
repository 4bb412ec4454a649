import type {BigIntStats} from 'node:fs';
import {stat} from 'node:fs/promises';
import {basename, dirname, join} from 'node:path';
import {ownAccount} from '../account.ts';
import {visible} from '../show.ts';

/** Where a database file lies, and what lies beside it. `file` is free of symbolic links. */
export type FilePaths = {
	file: string;
	directory: string;
	name: string;
	lock: string;
	/** The folder in which sessions tell each other where they are. */
	presence: string;
};

export function pathsOf(file: string): FilePaths {
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
export async function ownsFolder({directory}: Pick<FilePaths, 'directory'>): Promise<boolean> {
	const {isRoot, owns, uid} = ownAccount();
	if (isRoot) return true;
	const found = await stat(directory).catch(() => undefined);
	return owns && found !== undefined && found.uid === uid;
}

/**
 * Why nobody is believed to be the person whose key opened a session, when they are not: where others can come near the
 * database, a key proves nothing.
 */
export async function whyNotClosed({
	directory,
}: Pick<FilePaths, 'directory'>): Promise<string | undefined> {
	const {owns, uid} = ownAccount();
	const found = await stat(directory).catch(() => undefined);
	// An access list shows in the group's bits.
	if (owns && found && found.uid === uid && (found.mode & 0o077) === 0) return undefined;
	return `keys tell persons only where nobody else comes near the database: its folder ${visible(directory)} must be the account’s own and closed to all others (chmod 700)`;
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
