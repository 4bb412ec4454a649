import {step} from '../state.ts';
import type {Binding, Scope} from './binding.ts';

/** Wherever somebody is: a message to all (`wall`), or a line that lost bytes, has spoilt what is seen. */
const everywhere: Scope[] = ['global', 'form', 'filter', 'quick', 'help', 'confirm', 'blank'];

export const redrawBindings: Binding[] = everywhere.map((scope) => ({
	scope,
	keys: ['ctrl+l'],
	label: 'Draw the screen anew, when something has spoilt it',
	run: (state) => step(state, {kind: 'redraw'}),
}));
