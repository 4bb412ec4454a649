/** Locks of the operating system's kernel, which it drops when their holder dies, and attributes of files. */
declare module 'fs-native-extensions' {
	/**
	 * Takes an exclusive lock on an open, writable file, or a shared one on an open file; false when
	 * somebody else stands in the way. A length of 0 is the whole file.
	 */
	export function tryLock(
		descriptor: number,
		offset?: number,
		length?: number,
		options?: {shared?: boolean},
	): boolean;
	/** An extended attribute by its full name; null where there is none. */
	export function getAttrSync(descriptor: number, name: string): Buffer | null;
	export function unlock(descriptor: number, offset?: number, length?: number): void;
	/** Extended attributes of an open file; null where there is none of that name. Throw what the system says. */
	export function getAttrSync(descriptor: number, name: string): Buffer | null;
	export function setAttrSync(descriptor: number, name: string, value: Buffer): void;
	export function removeAttrSync(descriptor: number, name: string): void;
	export function listAttrsSync(descriptor: number): string[];
}
