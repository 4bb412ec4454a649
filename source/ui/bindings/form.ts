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
import {openMeeting} from '../../domain/queries/meeting/meetings.ts';
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
		id: 'form.enter',
		scope: 'form',
		label: 'Next field, or a new line in a long text',
		run: enterForm,
	},
	{
		id: 'form.next',
		scope: 'form',
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
		id: 'form.previous',
		scope: 'form',
		label: 'Previous field',
		run: (state) => step(moveFocus(state, -1)),
	},
	{
		id: 'form.down',
		scope: 'form',
		label: 'Down, or next field',
		run: (state) => vertical(state, 'down', 1),
	},
	{
		id: 'form.up',
		scope: 'form',
		label: 'Up, or previous field',
		run: (state) => vertical(state, 'up', -1),
	},
	{id: 'form.save', scope: 'form', label: 'Done: save', hint: 'save', run: submitForm},
	{
		id: 'form.editor',
		scope: 'form',
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
		id: 'form.expand',
		scope: 'form',
		label: 'Expand the code before the cursor (a snippet)',
		run: (state) => step(expandSnippet(state)),
	},
	{
		id: 'form.movement',
		scope: 'form',
		label: 'Somebody arrives or, pressed again, leaves; the form waits',
		makes: 'attendance/arrive',
		hint: 'arrival',
		enabled: (state) =>
			state.readOnly ?? (openMeeting(state.database) ? true : 'no meeting is open'),
		run: (state) => step({...state, overlay: {kind: 'quick', text: textFrom('arr '), selected: 0}}),
	},
	{
		id: 'quick.movement',
		scope: 'quick',
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
		id: 'form.hand-over',
		scope: 'form',
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
		id: 'form.afresh',
		scope: 'form',
		label: 'Start again: discard what was typed here',
		run: (state) => step(resetForm(state)),
	},
	{
		id: 'form.leave',
		scope: 'form',
		label: 'Leave without saving; what was typed is kept',
		hint: 'leave',
		run: (state) => step(leaveForm(state)),
	},
	{
		id: 'form.help',
		scope: 'form',
		label: 'Help and the quick line',
		hint: 'help',
		run: (state) => step({...state, overlay: {kind: 'help', scroll: 0}}),
	},
];
