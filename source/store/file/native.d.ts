/** Locks of the operating system's kernel, which it drops when their holder dies. */
declare module 'fs-native-extensions' {
	/** Takes an exclusive lock on an open, writable file; false when somebody else holds one. */
	export function tryLock(descriptor: number): boolean;
	export function unlock(descriptor: number): void;
}
