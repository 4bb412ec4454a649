import {
	editableText,
	enterForm,
	expandSnippet,
	moveFocus,
	submitForm,
	typedPath,
	typeIntoForm,
} from '../forms/edit.ts';
import {fieldsOf, formOf, leaveForm, resetForm} from '../forms/open.ts';
import {openMeeting} from '../../domain/queries/meetings.ts';
import type {Key} from '../keys.ts';
import {textFrom} from '../text/edit.ts';
import {askForWhom, mayHandOver} from '../handover.ts';
import {type State, type Step, step} from '../state.ts';
import type {Binding} from './binding.ts';

/** Up and down go between fields, but within a long one between its lines. */
function vertical(state: State, key: Key, by: number): Step {
	const form = formOf(state);
	const field = form && fieldsOf(state, form).find(({name}) => name === form.focus);
	return step(field?.kind === 'long' ? typeIntoForm(state, key) : moveFocus(state, by));
}

export const formBindings: Binding[] = [
	{
		scope: 'form',
		keys: ['enter'],
		label: 'Next field, or a new line in a long text',
		run: enterForm,
	},
	{
		scope: 'form',
		keys: ['tab'],
		label: 'Next field; completes the path of a file',
		hint: 'next field',
		run(state) {
			const typed = typedPath(state);
			return typed === undefined
				? step(moveFocus(state, 1))
				: step(state, {kind: 'complete', typed});
		},
	},
	{
		scope: 'form',
		keys: ['shift+tab'],
		label: 'Previous field',
		run: (state) => step(moveFocus(state, -1)),
	},
	{
		scope: 'form',
		keys: ['down'],
		label: 'Down, or next field',
		run: (state) => vertical(state, 'down', 1),
	},
	{
		scope: 'form',
		keys: ['up'],
		label: 'Up, or previous field',
		run: (state) => vertical(state, 'up', -1),
	},
	{scope: 'form', keys: ['ctrl+d'], label: 'Done: save', hint: 'save', run: submitForm},
	{
		scope: 'form',
		keys: ['ctrl+o'],
		label: 'Open the long text in your editor ($EDITOR)',
		hint: 'editor',
		enabled: (state) =>
			state.noEditor ?? (editableText(state) === undefined ? 'only for a long text' : true),
		run(state) {
			const value = editableText(state);
			return value === undefined ? step(state) : step(state, {kind: 'editor', value});
		},
	},
	{
		scope: 'form',
		keys: ['ctrl+x'],
		label: 'Expand the code before the cursor (a snippet)',
		run: (state) => step(expandSnippet(state)),
	},
	{
		scope: 'form',
		keys: ['ctrl+t'],
		label: 'Somebody arrives (again: leaves); the form waits',
		makes: 'attendance/arrive',
		hint: 'arrival',
		enabled: (state) =>
			state.readOnly ?? (openMeeting(state.database) ? true : 'no meeting is open'),
		run: (state) => step({...state, overlay: {kind: 'quick', text: textFrom('arr '), selected: 0}}),
	},
	{
		scope: 'quick',
		keys: ['ctrl+t'],
		label: 'Somebody leaves, or arrives',
		hint: 'arrives/leaves',
		enabled: (state) => (openMeeting(state.database) ? true : 'no meeting is open'),
		run(state) {
			if (state.overlay?.kind !== 'quick') return step(state);
			const {value} = state.overlay.text;
			const rest = value.replace(/^(arr|left) ?/, '');
			const text = textFrom(value.startsWith('arr') ? `left ${rest}` : `arr ${rest}`);
			return step({...state, overlay: {...state.overlay, text, error: undefined}});
		},
	},
	{
		scope: 'form',
		keys: ['ctrl+y'],
		label: 'Hand this form over to a colleague who is here',
		hint: 'hand over',
		enabled: mayHandOver,
		run(state) {
			const {typed, told} = askForWhom(state);
			return step({
				...state,
				overlay: {kind: 'quick', text: textFrom(typed), selected: 0, error: told},
			});
		},
	},
	{
		scope: 'form',
		keys: ['ctrl+r'],
		label: 'Start afresh: throw away what was typed here',
		run: (state) => step(resetForm(state)),
	},
	{
		scope: 'form',
		keys: ['escape', 'ctrl+c'],
		label: 'Leave without saving; what was typed is kept',
		hint: 'leave',
		run: (state) => step(leaveForm(state)),
	},
	{
		scope: 'form',
		keys: ['f1', 'ctrl+g'],
		label: 'Help and the quick line',
		hint: 'help',
		run: (state) => step({...state, overlay: {kind: 'help', scroll: 0}}),
	},
];
