import {type State, type Step, step} from '../state.ts';
import type {Binding} from './binding.ts';

const blank = (state: State): Step =>
	step({...state, overlay: {kind: 'blank', under: state.overlay}});

/** Hides everything at once: what is projected on a wall must be gone before anybody can read it. */
const hiding = (
	scope: 'global' | 'form' | 'filter' | 'quick' | 'help' | 'confirm' | 'roll-call',
): Binding => ({
	id: `${scope}.blank`,
	scope,
	label: 'Blank the screen at once; the same key brings it back',
	run: blank,
});

export const blankBindings: Binding[] = [
	{...hiding('global'), hint: 'blank'},
	hiding('form'),
	hiding('filter'),
	hiding('quick'),
	hiding('help'),
	hiding('confirm'),
	hiding('roll-call'),
	{
		id: 'blank.back',
		scope: 'blank',
		label: 'Bring back what was there',
		run: (state) =>
			step({
				...state,
				overlay: state.overlay?.kind === 'blank' ? state.overlay.under : state.overlay,
			}),
	},
];
