import {type State, type Step, step} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import type {Binding} from './binding.ts';

const close = (state: State): Step => step({...state, overlay: undefined});

function scrollHelp(state: State, by: number): Step {
	if (state.overlay?.kind !== 'help') return step(state);
	return step({
		...state,
		overlay: {...state.overlay, scroll: Math.max(0, state.overlay.scroll + by)},
	});
}

function selectQuick(state: State, by: number): Step {
	if (state.overlay?.kind !== 'quick') return step(state);
	return step({
		...state,
		overlay: {...state.overlay, selected: Math.max(0, state.overlay.selected + by)},
	});
}

/** Half a screen on or back in a long prompt; the drawing stops at its end. */
function scrollConfirm(state: State, by: number): Step {
	const {overlay, rows} = state;
	if (overlay?.kind !== 'confirm' || !overlay.full) return step(state);
	const most = overlay.lines.join('\n').length;
	const wanted = (overlay.scroll ?? 0) + by * Math.max(1, Math.floor(rows / 3));
	return step({...state, overlay: {...overlay, scroll: Math.min(most, Math.max(0, wanted))}});
}

function confirm(state: State): Step {
	if (state.overlay?.kind !== 'confirm') return step(state);
	return step({...state, overlay: undefined}, ...state.overlay.effects);
}

export const overlayBindings: Binding[] = [
	{
		scope: 'help',
		keys: ['escape', '?', 'q', 'enter', 'f1', 'ctrl+g', 'ctrl+c'],
		label: 'Close help',
		hint: 'close',
		run: close,
	},
	{scope: 'help', keys: ['j', 'down'], label: 'Scroll down', run: (state) => scrollHelp(state, 1)},
	{scope: 'help', keys: ['k', 'up'], label: 'Scroll up', run: (state) => scrollHelp(state, -1)},
	{
		scope: 'help',
		keys: ['pagedown', ' '],
		label: 'A page down',
		hint: 'more',
		run: (state) => scrollHelp(state, state.rows - 8),
	},
	{
		scope: 'help',
		keys: ['pageup'],
		label: 'A page up',
		run: (state) => scrollHelp(state, 8 - state.rows),
	},
	{
		scope: 'help',
		keys: [':'],
		label: 'Quick line',
		hint: 'quick line',
		run: (state) => step({...state, overlay: {kind: 'quick', text: textFrom(''), selected: 0}}),
	},
	{
		scope: 'quick',
		keys: ['escape', 'ctrl+c'],
		label: 'Leave the quick line',
		hint: 'leave',
		run: close,
	},
	{
		scope: 'quick',
		keys: ['enter'],
		label: 'Do it',
		hint: 'do it',
		run: (state) => step(state, {kind: 'quick'}),
	},
	{
		scope: 'quick',
		keys: ['down', 'tab'],
		label: 'Next suggestion',
		hint: 'next',
		run: (state) => selectQuick(state, 1),
	},
	{
		scope: 'quick',
		keys: ['up', 'shift+tab'],
		label: 'Previous suggestion',
		run: (state) => selectQuick(state, -1),
	},
	{
		scope: 'confirm',
		keys: ['down', 'j', 'pagedown', ' '],
		label: 'Read on',
		run: (state) => scrollConfirm(state, 1),
	},
	{
		scope: 'confirm',
		keys: ['up', 'k', 'pageup'],
		label: 'Read back',
		run: (state) => scrollConfirm(state, -1),
	},
	{scope: 'confirm', keys: ['enter', 'y'], label: 'Yes, do it', hint: 'yes', run: confirm},
	{
		scope: 'confirm',
		keys: ['escape', 'n', 'q', 'ctrl+c'],
		label: 'No, leave it as it is',
		hint: 'no',
		run: close,
	},
];
