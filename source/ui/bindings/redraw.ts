import {step} from '../state.ts';
import type {Binding} from './binding.ts';

/** Wherever somebody is: a message to all (`wall`), or a line that lost bytes, has spoilt what is seen. */
const everywhere = [
	'global',
	'form',
	'filter',
	'quick',
	'help',
	'confirm',
	'roll-call',
	'blank',
] as const;

export const redrawBindings: Binding[] = everywhere.map((scope) => ({
	id: `${scope}.redraw`,
	scope,
	label: 'Redraw the screen, if something has garbled it',
	run: (state) => step(state, {kind: 'redraw'}),
}));
