import process from 'node:process';
import {native} from '../native.ts';

/**
 * What is locked of a session's file: a byte far beyond its record, since on Windows what is locked can be
 * read by nobody else. macOS locks whole files only.
 */
const range: readonly [offset: number, length: number] =
	process.platform === 'darwin' ? [0, 0] : [1 << 20, 1];

/** Takes the lock that says that the session of a file lives; false when somebody is in the way. */
export const hold = async (descriptor: number): Promise<boolean> =>
	(await native()).tryLock(descriptor, ...range);

export const letGo = async (descriptor: number): Promise<void> =>
	(await native()).unlock(descriptor, ...range);

/**
 * Whether the session of a file lives. It asks for a shared lock: that takes no right to write, and those
 * who ask at the same time do not take each other for the session. When there is none, the lock asked for
 * stays until the file is closed.
 */
export const isHeld = async (descriptor: number): Promise<boolean> =>
	!(await native()).tryLock(descriptor, ...range, {shared: true});
