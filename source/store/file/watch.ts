import {type FSWatcher, watch} from 'node:fs';
import type {FilePaths} from './paths.ts';

/** How often the file is looked at besides, for network disks that report nothing. Milliseconds. */
const interval = 2000;

/**
 * Calls back whenever something may have happened to the file. Watches its folder, since a watch on the
 * file would be deaf after the first replacement; never keeps the process alive.
 *
 * @returns how to stop
 */
export function watchFile({directory, name}: FilePaths, changed: () => void): () => void {
	let watcher: FSWatcher | undefined;
	try {
		watcher = watch(directory, {persistent: false}, (_event, file) => {
			if (file === null || file === name) changed();
		});
		watcher.on('error', () => watcher?.close());
	} catch {
		// No permission, or no watches left: the poll has to do.
	}
	const poll = setInterval(changed, interval).unref();
	return () => {
		clearInterval(poll);
		watcher?.close();
	};
}
