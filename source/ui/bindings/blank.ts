import {type State, type Step, step} from '../state.ts';
import type {Binding, Scope} from './binding.ts';

const blank = (state: State): Step =>
	step({...state, overlay: {kind: 'blank', under: state.overlay}});

/** Hides everything at once: what is projected on a wall must be gone before anybody has read it. */
const hiding = (scope: Scope, ...keys: string[]): Binding => ({
	scope,
	keys,
	label: 'Blank the screen at once; the same key brings it back',
	run: blank,
});

export const blankBindings: Binding[] = [
	{...hiding('global', '.', 'ctrl+p'), hint: 'blank'},
	// Where letters are text, the full stop is one too.
	hiding('form', 'ctrl+p'),
	hiding('filter', 'ctrl+p'),
	hiding('quick', 'ctrl+p'),
	hiding('help', '.', 'ctrl+p'),
	hiding('confirm', '.', 'ctrl+p'),
	{
		scope: 'blank',
		keys: ['.', 'ctrl+p', 'enter'],
		label: 'Bring back what was there',
		run: (state) =>
			step({
				...state,
				overlay: state.overlay?.kind === 'blank' ? state.overlay.under : state.overlay,
			}),
	},
];
