// Small disks of their own, to be filled.
import {spawnSync} from 'node:child_process';
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {folder, isRoot} from './places.ts';

const mounts: string[] = [];

/** A disk in memory, or undefined where none can be made. */
export async function disk(...options: string[]): Promise<string | undefined> {
	const path = join(await folder(), 'small');
	await mkdir(path);
	if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', path]).status !== 0) {
		return undefined;
	}
	mounts.push(path);
	return path;
}

/** Makes a disk read-only or writable; false where that cannot be done. */
export const remount = (path: string, how: 'ro' | 'rw'): boolean =>
	spawnSync('mount', ['-o', `remount,${how}`, path]).status === 0;

/** For afterEach. Lazily: stores that a failed test left may still have files open there. */
export function unmountAll(): void {
	for (const path of mounts.splice(0)) spawnSync('umount', ['-l', path]);
}
