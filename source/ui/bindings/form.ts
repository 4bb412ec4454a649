import {
	editableText,
	enterForm,
	fieldsOf,
	formOf,
	leaveForm,
	moveFocus,
	resetForm,
	submitForm,
	typeIntoForm,
} from '../forms/edit.ts';
import type {Key} from '../keys.ts';
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
		label: 'Next field',
		hint: 'next field',
		run: (state) => step(moveFocus(state, 1)),
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
		enabled: (state) => (editableText(state) === undefined ? 'only for a long text' : true),
		run(state) {
			const value = editableText(state);
			return value === undefined ? step(state) : step(state, {kind: 'editor', value});
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
