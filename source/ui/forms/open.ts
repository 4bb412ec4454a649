import type {Database} from '../../domain/schema/index.ts';
import {atPlace, placeOf, pop, push, say, type State} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import {
	draftKey,
	type FormField,
	type Form,
	type FormKind,
	type FormTarget,
	toValues,
} from './form.ts';
import {formSpecs} from './specs/index.ts';
import {keyFor} from '../keys-by-name.ts';

export const formOf = (state: State): Form | undefined => placeOf(state).form;

/** The state with the open form replaced. */
export const withForm = (state: State, form: Form): State => atPlace(state, {form});

export const fieldsOf = (state: State, form: Form): FormField[] =>
	formSpecs[form.kind].fields(state.database, form);

function fresh(state: State, kind: FormKind, target: FormTarget): Form {
	const spec = formSpecs[kind];
	const {base = {}, values = {}} = spec.start(state.database, target);
	const form: Form = {kind, target, base, values: toValues(values), initial: values, focus: ''};
	const first = spec.focus?.(state.database, form) ?? spec.fields(state.database, form)[0]?.name;
	return {...form, focus: first ?? 'save'};
}

const isUntouched = (form: Form, name: string): boolean =>
	(form.values[name]?.value ?? '') === (form.initial[name] ?? '');

/** Whether somebody typed something into a form that is worth keeping. */
export const isTouched = (form: Form): boolean =>
	Object.keys({...form.initial, ...form.values}).some((name) => !isUntouched(form, name));

/**
 * A form on a newer database: the fields that nobody typed into follow what others did. A field that
 * was typed into keeps what it expects to replace, so that saving tells of the conflict; once that has
 * been read (`accepting`), it expects the newest, and saving again puts the typed value there.
 */
function renew(database: Database, form: Form, accepting: boolean): Form {
	const {base = {}, values = {}} = formSpecs[form.kind].start(database, form.target);
	const follows = (name: string) => accepting || isUntouched(form, name);
	return {
		...form,
		base: Object.fromEntries(
			Object.keys({...form.base, ...base}).map((name) => [
				name,
				(follows(name) ? base : form.base)[name],
			]),
		),
		values: Object.fromEntries(
			Object.entries(form.values).map(([name, text]) => [
				name,
				isUntouched(form, name) && text.value !== (values[name] ?? '')
					? textFrom(values[name] ?? '')
					: text,
			]),
		),
		initial: Object.fromEntries(
			Object.keys({...form.initial, ...values}).map((name) => [
				name,
				(isUntouched(form, name) ? values : form.initial)[name] ?? '',
			]),
		),
	};
}

/** Every open form and every draft on the database that the state holds now. */
export const followNewest = (state: State): State => ({
	...state,
	stack: state.stack.map((place) =>
		place.form ? {...place, form: renew(state.database, place.form, false)} : place,
	),
	drafts: Object.fromEntries(
		Object.entries(state.drafts).map(([key, form]) => [key, renew(state.database, form, false)]),
	),
});

/** Opens a form, with what was left in it the last time. */
export function openForm(state: State, kind: FormKind, target: FormTarget): State {
	const draft = state.drafts[draftKey({kind, target})];
	const form = draft ? {...draft, target} : fresh(state, kind, target);
	const opened = push(state, {screen: 'form', form});
	return draft
		? say(opened, 'info', `What you had typed is back. ${keyFor('form.afresh')} starts again.`)
		: {...opened, message: undefined};
}

/** Empties a form of what was typed. */
export function resetForm(state: State): State {
	const form = formOf(state);
	if (!form) return state;
	return say(withForm(state, fresh(state, form.kind, form.target)), 'info', 'Started afresh.');
}

/** Leaves a form; what was typed is kept for when it is opened again. */
export function leaveForm(state: State): State {
	const form = formOf(state);
	if (!form) return state;
	const {[draftKey(form)]: _old, ...others} = state.drafts;
	const keeps = isTouched(form);
	const left = pop({...state, drafts: keeps ? {...others, [draftKey(form)]: form} : others});
	return keeps
		? say(left, 'info', 'Kept what you typed; the same key brings it back.')
		: {...left, message: undefined};
}

/** The state after a form was saved: its draft is gone, and so is the form. */
export function closeForm(state: State): State {
	const form = formOf(state);
	if (!form) return state;
	const {[draftKey(form)]: _saved, ...drafts} = state.drafts;
	return pop({...state, drafts});
}

/** Puts the cursor into the field that an error is about and says what is wrong. */
export function formError(state: State, message: string, field?: string): State {
	const form = formOf(state);
	if (!form) return say(state, 'refused', message);
	return withForm(state, {...form, focus: field ?? form.focus, error: {field, message}});
}

/** After a conflict was shown: saving again puts what was typed in the place of what was read about. */
export function acceptNewest(state: State): State {
	const form = formOf(state);
	return form ? withForm(state, renew(state.database, form, true)) : state;
}
