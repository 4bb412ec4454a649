import type {Change} from '../../domain/changes/index.ts';
import {sayRefusedAct} from '../refusal.ts';
import {snippet} from '../../domain/law/snippets.ts';
import {apply} from '../acts.ts';
import {keyFor} from '../keys-by-name.ts';
import type {Key} from '../keys.ts';
import {sayOfPaper} from '../paper.ts';
import {atPlace, say, step, type State, type Step, todayOf} from '../state.ts';
import {blank, fillIn, finish, insert, oneLine, textFrom, type EditedText} from '../text/edit.ts';
import {edit, isTyped} from '../text/keys.ts';
import type {FormField, Form} from './form.ts';
import {closeForm, fieldsOf, formError, formOf, withForm} from './open.ts';
import {formSpecs} from './specs/index.ts';

/** The stops of Tab: every field, then the button that saves. */
const stops = (state: State, form: Form): string[] => [
	...fieldsOf(state, form).map(({name}) => name),
	'save',
];

/** The cells that a form's text fields are wide: what up and down move by. */
export const textWidth = (state: State): number => Math.max(20, Math.min(state.columns, 120) - 18);

/** Moves to the field before (−1) or after (+1), around the ends. */
export function moveFocus(state: State, by: number): State {
	const form = formOf(state);
	if (!form) return state;
	const names = stops(state, form);
	const next = (names.indexOf(form.focus) + by + names.length) % names.length;
	return withForm(state, {...form, focus: names[next] ?? 'save', error: undefined});
}

/** Reads a form and asks for its changes to be committed, or shows what is wrong in which field. */
export function submitForm(state: State): Step {
	const form = formOf(state);
	if (!form) return step(state);
	const result = formSpecs[form.kind].submit(
		{database: state.database, today: todayOf(state)},
		form,
	);
	if ('message' in result) return step(formError(state, result.message, result.field));
	if ('paper' in result) {
		const said = sayOfPaper(state, form.target, result.paper);
		return 'state' in said ? said : step(formError(state, said.message));
	}
	if ('show' in result)
		return step(atPlace(closeForm(state), {...result.show, selected: undefined}));
	if ('copyTo' in result) return step(state, {kind: 'copy', path: result.copyTo});
	const commit = {kind: 'commit', changes: result.changes, done: {leaveForm: true}} as const;
	const lines = formSpecs[form.kind].readBack?.(state.database, form, result.changes);
	if (!lines) return step(state, commit);
	const refused = refusedNow(state, result.changes);
	if (refused) return step(formError(state, `Not saved: ${refused}`));
	return step({
		...withForm(state, {...form, error: undefined}),
		overlay: {
			kind: 'confirm',
			title: 'Read back: this is what will be recorded',
			lines,
			yes: 'Record it',
			effects: [commit],
			full: true,
		},
	});
}

/**
 * Why changes would be refused as things stand, so that nothing is read out to the room which cannot be
 * recorded. A conflict is left to the store: it tells both values.
 */
export function refusedNow(state: State, changes: Change[]): string | undefined {
	const {database, now, session} = state;
	const context = {now, actor: {user: '', host: ''}, session, salt: ''};
	const outcome = apply(database, {id: '', changes}, context);
	if (outcome.ok || outcome.rejection.code === 'conflict') return undefined;
	return sayRefusedAct(outcome.rejection);
}

/** Enter: a new line in a long field, else on to the next field, or saving where a form is that short. */
export function enterForm(state: State): Step {
	const form = formOf(state);
	if (!form) return step(state);
	if (form.focus === 'save') return submitForm(state);
	const field = fieldsOf(state, form).find(({name}) => name === form.focus);
	if (field?.kind === 'long')
		return step(changeText(state, form, field, insert(current(form, field), '\n')));
	if (formSpecs[form.kind].enterSaves) return submitForm(state);
	return step(moveFocus(state, 1));
}

/** The open form, and the field with the cursor. */
function focused(state: State): {form?: Form; field?: FormField | undefined} {
	const form = formOf(state);
	return form ? {form, field: fieldsOf(state, form).find(({name}) => name === form.focus)} : {};
}

const current = (form: Form, field: FormField): EditedText =>
	form.values[field.name] ?? textFrom('');

function changeText(state: State, form: Form, field: FormField, text: EditedText): State {
	const typed = {...form, values: {...form.values, [field.name]: text}, error: undefined};
	const follow =
		text.value === current(form, field).value ? undefined : formSpecs[form.kind].changed;
	return withForm(state, follow?.(state.database, typed, field.name) ?? typed);
}

/** A field of the open form as if a text were typed there in the place of what it holds. */
export function setField(state: State, name: string, value: string): State {
	const form = formOf(state);
	const field = form && fieldsOf(state, form).find((one) => one.name === name);
	return form && field ? changeText(state, form, field, textFrom(value)) : state;
}

const notTyped = (): string =>
	`Nothing is typed here: ${keyFor('form.enter')} saves, ${keyFor('form.previous')} goes back to the fields`;

/** A key that is bound to nothing, typed into the focused field. */
export function typeIntoForm(state: State, key: Key): State {
	const {form, field} = focused(state);
	if (form?.focus === 'save' && isTyped(key)) return say(state, 'refused', notTyped());
	if (!form || !field) return state;
	if (field.kind === 'choice') return choose(state, form, field, key);
	const isLong = field.kind === 'long';
	const before = replaces(form, field, key) ? textFrom('') : current(form, field);
	const text = edit(before, key, {width: textWidth(state), multiline: isLong});
	return text && text !== current(form, field) ? changeText(state, form, field, text) : state;
}

/** The `n` or `-` that stands for a usual vote gives way to what is typed instead, and so do the paragraphs that were there. */
function replaces(form: Form, field: FormField, key: Key): boolean {
	const {value} = current(form, field);
	if (key.length !== 1 || key === ' ') return false;
	return field.kind === 'paragraphs'
		? value === (form.initial[field.name] ?? '')
		: field.kind === 'vote' && (value === 'n' || value === '-');
}

/** In a choice a letter picks its option; arrows and the space bar go through them. */
function choose(state: State, form: Form, field: FormField, key: Key): State {
	const options = field.options ?? [];
	const index = options.findIndex(({value}) => value === current(form, field).value);
	const by = key === 'right' || key === ' ' ? 1 : key === 'left' ? -1 : 0;
	const picked =
		by === 0
			? options.find((option) => option.key === key.toLowerCase())
			: options[(index + by + options.length) % options.length];
	if (picked) return changeText(state, form, field, textFrom(picked.value));
	return isTyped(key)
		? say(
				state,
				'refused',
				`“${key}” is none of them: ${options.map((one) => `${one.key} ${one.label}`).join(', ')}`,
			)
		: state;
}

/** The path that is being typed, when it is one. */
export function typedPath(state: State): string | undefined {
	const {form, field} = focused(state);
	return form && field?.kind === 'path' ? current(form, field).value : undefined;
}

/** A path goes on as far as there is no choice; what there is to choose from is told. */
export function completePath(state: State, typed: string, value: string, told: string): State {
	const {form, field} = focused(state);
	if (!form || !field || typedPath(state) !== typed) return state;
	const completed = changeText(state, form, field, textFrom(value));
	return told === '' ? completed : say(completed, 'info', told);
}

/** Text from the clipboard, or from the editor when it replaces all. */
export function pasteIntoForm(state: State, pasted: string): State {
	const {form, field} = focused(state);
	if (!form || !field) return state;
	if (field.kind === 'choice')
		return say(state, 'info', 'Choose with a letter or the arrows here.');
	const text = field.kind === 'long' ? pasted : oneLine(pasted);
	return changeText(state, form, field, fillIn(current(form, field), text));
}

/** The whole of the focused long field replaced by what came back from the editor. */
export function replaceInForm(state: State, value: string): State {
	const {form, field} = focused(state);
	if (!form || field?.kind !== 'long') return state;
	return changeText(state, form, field, finish(insert(textFrom(''), value.replace(/\n$/, ''))));
}

/**
 * Puts the standard wording in the place of the code before the cursor. Where there is no code, the cursor goes to
 * the next blank; where there is neither, that is said and the text left as it stands.
 */
export function expandSnippet(state: State): State {
	const {form, field} = focused(state);
	if (!form || (field?.kind !== 'line' && field?.kind !== 'long')) return state;
	const text = current(form, field);
	const code = /\S*$/.exec(text.value.slice(0, text.cursor))?.[0] ?? '';
	const found = snippet(state.database, code);
	if ('message' in found) {
		const next = text.value.indexOf(blank, text.cursor);
		return next === -1
			? formError(state, found.message, field.name)
			: changeText(state, form, field, textFrom(text.value, next));
	}
	const start = text.cursor - code.length;
	const value = text.value.slice(0, start) + found.text + text.value.slice(text.cursor);
	// The cursor goes to the first dots: what is still to be filled in.
	const gap = found.text.indexOf(blank);
	const cursor = start + (gap === -1 ? found.text.length : gap);
	return changeText(state, form, field, textFrom(value, cursor));
}

/** The text for the editor: the focused field's, when it is a long one. */
export function editableText(state: State): string | undefined {
	const {form, field} = focused(state);
	return form && field?.kind === 'long' ? current(form, field).value : undefined;
}
