import {basename, dirname, join} from 'node:path';
import type {BigIntStats} from 'node:fs';

/** Where a database file lies. `file` is free of symbolic links. */
export type Place = {file: string; directory: string; name: string; lock: string};

export function placeOf(file: string): Place {
	const directory = dirname(file);
	const name = basename(file);
	return {file, directory, name, lock: join(directory, `.${name}.lock`)};
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
