import type {Stats} from 'node:fs';
import {lstat, readlink, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {codeOf, Fault} from '../reasons.ts';
import {visible} from '../show.ts';

/** As many as the kernel follows. */
const most = 40;

/**
 * Where a path leads, with every symbolic link on the way followed that nobody else can have planted. That is the
 * one rule for whatever is written: a link is followed if it belongs to the user or to root and lies in a folder of
 * the user's or root's that nobody else may write. The last part, or more, need not be there. Throws a Fault
 * that names the link.
 */
export async function resolveOwn(file: string): Promise<string> {
	const whole = path.resolve(file);
	let {root: reached} = path.parse(whole);
	const rest = partsOf(whole.slice(reached.length));
	for (let links = 0; rest.length > 0;) {
		const part = rest.shift() ?? '';
		const here = path.join(reached, part);
		const found = await lstat(here).catch((error: unknown) => {
			if (codeOf(error) === 'ENOENT') return undefined;
			throw error;
		});
		if (!found) return path.join(here, ...rest);
		if (!found.isSymbolicLink()) {
			reached = here;
			continue;
		}
		if (!isOwn(found) || !isClosed(await stat(reached))) {
			throw new Fault(
				`${visible(here)} is a link that somebody else may have put there; name the file itself`,
			);
		}
		// What is open is not a name to go on from: a pipe of the shell's, such as /dev/stdout.
		if (isOpenFile(here)) return here;
		if (++links > most) throw new Fault('its symbolic links go round in a circle');
		const target = await readlink(here);
		if (path.isAbsolute(target)) reached = path.parse(target).root;
		rest.unshift(...partsOf(target));
	}
	return reached;
}

const partsOf = (text: string): string[] => text.split(path.sep).filter((part) => part !== '');

/** Whether a path names an open file of a process. */
export const isOpenFile = (file: string): boolean =>
	/^\/proc\/\d+\/(task\/\d+\/)?fd\/\d+$/.test(file);

/** Whether it belongs to the user or to root. Systems without users trust everybody. */
export function isOwn({uid}: Stats): boolean {
	const user = process.getuid?.();
	return user === undefined || uid === user || uid === 0;
}

/** Whether nobody but the user and root puts anything into a folder. An access list shows in the group's bits. */
const isClosed = (folder: Stats): boolean =>
	process.getuid === undefined || (isOwn(folder) && (folder.mode & 0o022) === 0);
