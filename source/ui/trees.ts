import type * as Parts from './components/tree.tsx';
import {showsGrid} from './screens/grids/index.ts';
import {placeOf, type State} from './state.ts';
import type {Theme} from './theme.ts';

/*
 * What is laid out as a tree, by Ink, instead of line by line. Ink and React take longer to load than all that a start
 * needs, so they are loaded when the first tree is looked at.
 */

let parts: typeof Parts | undefined;
let loading: Promise<void> | undefined;

/** What loads it: handed in, so that it is not part of the screens' own bundle. */
export type TreeLoader = () => Promise<typeof Parts>;

/** Loads what lays trees out, once. */
export const loadTrees = (load: TreeLoader): Promise<void> => {
	const begin = async () => {
		parts = await load();
	};
	return (loading ??= begin());
};

/** Whether a state shows a tree. */
export const showsTree = (state: State): boolean => showsGrid(placeOf(state)) && !state.overlay;

/** Whether it has to be loaded first. */
export const lacksTree = (state: State): boolean => showsTree(state) && !parts;

/** The lines of the tree that a state shows; none until it is loaded. */
export const treeLines = (state: State, theme: Theme): string[] =>
	parts?.gridLines(state, theme) ?? [];
