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

/**
 * Makes a disk read-only for whoever goes by its path, and gives back what makes it writable again. It is mounted
 * once more over itself: remounting it is refused while a session has a file open on it for writing, as its
 * presence is.
 */
export function freeze(path: string): () => void {
	mount('--bind', path, path);
	mounts.push(path);
	mount('-o', 'remount,bind,ro', path);
	return () => {
		mounts.pop();
		unmount(path);
	};
}

function mount(...options: string[]): void {
	const {status, stderr} = spawnSync('mount', options, {encoding: 'utf8'});
	if (status !== 0) throw new Error(`mount ${options.join(' ')}: ${stderr}`);
}

/** Lazily: stores may still have files open there. */
function unmount(path: string): void {
	const {status, stderr} = spawnSync('umount', ['-l', path], {encoding: 'utf8'});
	if (status !== 0) throw new Error(`umount ${path}: ${stderr}`);
}

/** For afterEach. */
export function unmountAll(): void {
	for (const path of mounts.splice(0).toReversed()) unmount(path);
}
