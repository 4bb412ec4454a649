import {closeForm} from '../forms/open.ts';
import {type State, type Step, step} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import type {Binding} from './binding.ts';

const close = (state: State): Step => step({...state, overlay: undefined});

/** Leaves what was asked about as it is; nothing stays behind of what a key read back at once. */
function saysNo(state: State): Step {
	const leaves = state.overlay?.kind === 'confirm' && state.overlay.leaves;
	const {state: closed} = close(state);
	return step(leaves ? closeForm(closed) : closed);
}

function scrollHelp(state: State, by: number): Step {
	if (state.overlay?.kind !== 'help') return step(state);
	return step({
		...state,
		overlay: {...state.overlay, scroll: Math.max(0, state.overlay.scroll + by)},
	});
}

/** From the keys to what people ask first, and back. */
function turnHelp(state: State): Step {
	if (state.overlay?.kind !== 'help') return step(state);
	const {page, ...help} = state.overlay;
	return step({...state, overlay: {...help, scroll: 0, ...(page ? {} : {page: 'how' as const})}});
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
	const {overlay, rows, linear} = state;
	if (overlay?.kind !== 'confirm') return step(state);
	const most = linear ? overlay.lines.length : overlay.lines.join('\n').length;
	const wanted = (overlay.scroll ?? 0) + by * (linear ? 1 : Math.max(1, Math.floor(rows / 3)));
	return step({...state, overlay: {...overlay, scroll: Math.min(most, Math.max(0, wanted))}});
}

function confirm(state: State): Step {
	if (state.overlay?.kind !== 'confirm') return step(state);
	const {effects, onward} = state.overlay;
	return {...step({...state, overlay: undefined}, ...effects), onward};
}

export const overlayBindings: Binding[] = [
	{
		id: 'help.close',
		scope: 'help',
		label: 'Close help',
		hint: 'close',
		run: close,
	},
	{id: 'help.down', scope: 'help', label: 'Scroll down', run: (state) => scrollHelp(state, 1)},
	{id: 'help.up', scope: 'help', label: 'Scroll up', run: (state) => scrollHelp(state, -1)},
	{
		id: 'help.page-down',
		scope: 'help',
		label: 'A page down',
		hint: 'more',
		run: (state) => scrollHelp(state, state.linear ? 10 : state.rows - 8),
	},
	{
		id: 'help.page-up',
		scope: 'help',
		label: 'A page up',
		run: (state) => scrollHelp(state, state.linear ? -10 : 8 - state.rows),
	},
	{
		id: 'help.page',
		scope: 'help',
		label: 'The other page: keys, or “how do I …”',
		hint: 'other page',
		run: turnHelp,
	},
	{
		id: 'help.quick',
		scope: 'help',
		label: 'Quick line',
		hint: 'quick line',
		run: (state) => step({...state, overlay: {kind: 'quick', text: textFrom(''), selected: 0}}),
	},
	{
		id: 'quick.leave',
		scope: 'quick',
		label: 'Leave the quick line',
		hint: 'leave',
		run: close,
	},
	{
		id: 'quick.do',
		scope: 'quick',
		label: 'Do it',
		hint: 'do it',
		run: (state) => ({...step(state), onward: {kind: 'quick'}}),
	},
	{
		id: 'quick.next',
		scope: 'quick',
		label: 'Next suggestion',
		hint: 'next',
		run: (state) => selectQuick(state, 1),
	},
	{
		id: 'quick.previous',
		scope: 'quick',
		label: 'Previous suggestion',
		run: (state) => selectQuick(state, -1),
	},
	{
		id: 'confirm.down',
		scope: 'confirm',
		label: 'Scroll down',
		run: (state) => scrollConfirm(state, 1),
	},
	{
		id: 'confirm.up',
		scope: 'confirm',
		label: 'Scroll up',
		run: (state) => scrollConfirm(state, -1),
	},
	{id: 'confirm.yes', scope: 'confirm', label: 'Yes, do it', hint: 'yes', run: confirm},
	{
		id: 'confirm.no',
		scope: 'confirm',
		label: 'No, leave it as it is',
		hint: 'no',
		run: saysNo,
	},
];
