import type * as Parts from './acts-parts.ts';

/*
 * What needs the whole list of acts (their schemas, what each does, how it is told), and zod with it. The first frame
 * needs none of it, so it is loaded while that is on its way to the terminal. The session takes no event before
 * it is there, so that what is called here is always at hand.
 */

let parts: typeof Parts | undefined;
let loading: Promise<void> | undefined;

const load = async (): Promise<void> => {
	parts = await import('./acts-parts.ts');
};

/** Loads the acts, once. */
export const loadActs = (): Promise<void> => (loading ??= load());

/** Whether the acts are there. */
export const hasActs = (): boolean => parts !== undefined;

const loaded = (): typeof Parts => {
	if (!parts) throw new Error('the acts are not loaded yet');
	return parts;
};

export const apply: typeof Parts.apply = (...given) => loaded().apply(...given);
export const isOwnAct: typeof Parts.isOwnAct = (...given) => loaded().isOwnAct(...given);
export const lastRedoable: typeof Parts.lastRedoable = (...given) =>
	loaded().lastRedoable(...given);
export const lastUndoable: typeof Parts.lastUndoable = (...given) =>
	loaded().lastUndoable(...given);
export const tellAct: typeof Parts.tellAct = (...given) => loaded().tellAct(...given);
export const tellEntry: typeof Parts.tellEntry = (...given) => loaded().tellEntry(...given);
export const fitsLog: typeof Parts.fitsLog = (...given) => loaded().fitsLog(...given);
export const duringName: typeof Parts.duringName = (...given) => loaded().duringName(...given);
