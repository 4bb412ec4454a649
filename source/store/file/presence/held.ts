import process from 'node:process';

/**
 * What is locked of a session's file: a byte far beyond its record, since on Windows what is locked can be
 * read by nobody else. macOS locks whole files only.
 */
const range: readonly [offset: number, length: number] =
	process.platform === 'darwin' ? [0, 0] : [1 << 20, 1];

type Locks = Pick<typeof import('fs-native-extensions'), 'tryLock' | 'unlock'>;
let loaded: Locks | undefined;

/** Loaded when it is needed, as the database's lock is, and not looked up again: it is asked often. */
const locks = async (): Promise<Locks> => (loaded ??= await import('fs-native-extensions'));

/** Takes the lock that says that the session of a file lives; false when somebody is in the way. */
export const hold = async (descriptor: number): Promise<boolean> =>
	(await locks()).tryLock(descriptor, ...range);

export const letGo = async (descriptor: number): Promise<void> =>
	(await locks()).unlock(descriptor, ...range);

/**
 * Whether the session of a file lives. It asks for a shared lock: that takes no right to write, and those
 * who ask at the same time do not take each other for the session. When there is none, the lock asked for
 * stays until the file is closed.
 */
export const isHeld = async (descriptor: number): Promise<boolean> =>
	!(await locks()).tryLock(descriptor, ...range, {shared: true});
