/** What the operating system has and Node does not: locks of the kernel, attributes of files. */
export type Native = typeof import('fs-native-extensions');

let loaded: Native | undefined;

/** Loaded when it is first needed, and held: to ask for a module again costs a quarter of a millisecond, each save. */
export const native = async (): Promise<Native> =>
	(loaded ??= await import('fs-native-extensions'));
