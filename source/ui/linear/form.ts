import {wrap} from '../text/wrap.ts';
import {cleanLines} from '../../domain/clean.ts';
import {textWidth} from '../forms/edit.ts';
import {draftKey, type FormField, type Form, valueOf} from '../forms/form.ts';
import {fieldsOf} from '../forms/open.ts';
import {readBack} from '../forms/read-back.ts';
import {formSpecs} from '../forms/specs/index.ts';
import {keyFor} from '../keys-by-name.ts';
import {type State, todayOf} from '../state.ts';
import {type EditedText, textFrom} from '../text/edit.ts';
import {locate} from '../text/wrap.ts';
import {tellLines, type Spoken} from './told.ts';
import {beforeCaret, tellTyping} from './typing.ts';

const textOf = (form: Form, {name}: FormField): EditedText => form.values[name] ?? textFrom('');

const focused = (state: State, form: Form): FormField | undefined =>
	fieldsOf(state, form).find(({name}) => name === form.focus);

/** The label of the option that is chosen. */
const chosen = (form: Form, field: FormField): string =>
	field.options?.find(({value}) => value === textOf(form, field).value)?.label ?? 'nothing yet';

/** `Still lacks: reasons; how it was voted on`; nothing where a form is never incomplete. */
function sayLacks({database}: State, form: Form): string | undefined {
	const missing = formSpecs[form.kind].lacks?.(database, form);
	if (!missing) return undefined;
	return missing.length > 0 ? `Still lacks: ${missing.join('; ')}` : 'The record is complete.';
}

/** Words of a text beyond which a field that is come to tells how long it is, and how it begins. */
const mostWords = 40;
const firstWords = 12;

/** A long text in brief: how many words, and the first ones. Up and Down read it line by line, Ctrl+L the whole. */
function inBrief(value: string): string {
	const words = value.split(/\s+/).filter(Boolean);
	if (words.length <= mostWords) return value;
	return `${words.length} words, they begin: ${words.slice(0, firstWords).join(' ')}; ${keyFor('form.redraw')} says all`;
}

/** The field that has the cursor, where one types: its label, what may be chosen or typed, and what stands in it. */
function tellField(state: State, form: Form): Spoken[] {
	const field = focused(state, form);
	if (!field) {
		const save = formSpecs[form.kind].saves ?? 'Save';
		return tellLines(sayLacks(state, form), `${save}: ${keyFor('form.enter')}`);
	}
	if (field.kind === 'choice') {
		const options = (field.options ?? []).map(({key, label}) => `${key} ${label}`).join(', ');
		return [{kind: 'prompt', text: `${field.label} (${options}): ${chosen(form, field)}`}];
	}
	const text = textOf(form, field);
	const hint = readBack(state.database, form, field, todayOf(state));
	const label = hint === '' ? field.label : `${field.label} (${hint})`;
	const brief = inBrief(text.value);
	if (brief === text.value && text.cursor === text.value.length && !text.value.includes('\n')) {
		return [{kind: 'prompt', text: `${label}: ${text.value}`}];
	}
	return [...tellLines(`${label}: ${brief}`), {kind: 'prompt', text: beforeCaret(text)}];
}

/** The line of the focused text, again, up to the caret: after something else was told. */
export function promptOf(state: State, form: Form): Spoken[] {
	const field = focused(state, form);
	if (!field) return [];
	const text = field.kind === 'choice' ? chosen(form, field) : beforeCaret(textOf(form, field));
	return [{kind: 'prompt', text: `${field.label}: ${text}`}];
}

/** A form that was opened: what it is about, what it still lacks, and the field that it begins with. */
export function tellForm(state: State, form: Form): Spoken[] {
	const {title, lead} = formSpecs[form.kind];
	return [
		...tellLines(
			title(state.database, form),
			...(lead?.(state.database, form) ?? []),
			sayLacks(state, form),
		),
		...tellField(state, form),
	];
}

/** All of the focused field: its whole text line by line, and what stands at the caret. */
export function tellAllOfField(state: State, form: Form): Spoken[] {
	const field = focused(state, form);
	const title = formSpecs[form.kind].title(state.database, form);
	if (field?.kind !== 'long') {
		return [...tellLines(title, sayLacks(state, form)), ...tellField(state, form)];
	}
	const text = textOf(form, field);
	return [
		...tellLines(title, sayLacks(state, form), `${field.label}:`, ...text.value.split('\n')),
		...promptOf(state, form),
	];
}

/** The line of a long text that the caret came to by Up or Down, as it is wrapped; else undefined. */
function lineReached(state: State, before: EditedText, after: EditedText): string | undefined {
	if (before.value !== after.value) return undefined;
	const lines = wrap(cleanLines(after.value), textWidth(state));
	const from = locate(lines, before.cursor).row;
	const to = locate(lines, after.cursor).row;
	return from === to ? undefined : lines[to]?.text.trimEnd() || 'blank line';
}

/** What a field was read as, where what is typed does not say it: told on leaving it. */
function sayReading(state: State, form: Form, name: string): string | undefined {
	const field = fieldsOf(state, form).find((one) => one.name === name);
	if (!field || ['choice', 'long', 'line', 'path'].includes(field.kind)) return undefined;
	const typed = valueOf(form, name);
	const read = readBack(state.database, form, field, todayOf(state));
	return typed === '' || read === '' ? undefined : `${typed}: ${read}`;
}

/** What changed in a form: what was typed or chosen, what followed from it, what is wrong, the next field. */
export function tellInForm(before: State, from: Form, after: State, to: Form): Spoken[] {
	const isMoved = from.focus !== to.focus;
	const field = focused(after, to);
	const here = !isMoved && field ? tellAtField(after, field, textOf(from, field), to) : [];
	const followed = fieldsOf(after, to)
		.filter(({name}) => name !== from.focus && name !== to.focus)
		.filter((one) => textOf(from, one).value !== textOf(to, one).value)
		.map((one) => {
			const value = one.kind === 'choice' ? chosen(to, one) : inBrief(textOf(to, one).value);
			return `${one.label} is now ${value || 'empty'}`;
		});
	const wrong = to.error && to.error !== from.error ? to.error.message : undefined;
	const lines = tellLines(
		isMoved ? sayReading(after, to, from.focus) : undefined,
		...followed,
		isMoved ? lacksBy(after, to, from.focus) : undefined,
		wrong,
	);
	if (isMoved) return [...lines, ...tellField(after, to)];
	return field?.kind === 'choice'
		? [...tellLines(sayNewLacks(before, from, after, to)), ...lines, ...here]
		: [...here, ...lines];
}

/** A key that has altered nothing in a form: where no text is typed, what stands there is said again. */
export function tellStillInForm(state: State, form: Form): Spoken[] {
	const field = focused(state, form);
	return field === undefined || field.kind === 'choice' ? promptOf(state, form) : [];
}

/** What is still asked, when choosing something has changed it. */
function sayNewLacks(before: State, from: Form, after: State, to: Form): string | undefined {
	const lacks = sayLacks(after, to);
	return lacks === sayLacks(before, from) ? undefined : lacks;
}

/** What is still asked, on leaving a text that has made a difference to it. */
function lacksBy(state: State, form: Form, name: string): string | undefined {
	if (fieldsOf(state, form).find((one) => one.name === name)?.kind === 'choice') return undefined;
	const without = {...form, values: {...form.values, [name]: textFrom(form.initial[name] ?? '')}};
	return form.focus === 'save' ? undefined : sayNewLacks(state, without, state, form);
}

function tellAtField(state: State, field: FormField, before: EditedText, form: Form): Spoken[] {
	const after = textOf(form, field);
	if (field.kind === 'choice') {
		return before.value === after.value
			? []
			: [{kind: 'prompt', text: `${field.label}: ${chosen(form, field)}`}];
	}
	const line = field.kind === 'long' ? lineReached(state, before, after) : undefined;
	return line === undefined ? tellTyping(before, after) : tellLines(line);
}

/** Whether it is the same form that is open. */
export const isSameForm = (one: Form | undefined, other: Form | undefined): boolean =>
	one === other || (one !== undefined && other !== undefined && draftKey(one) === draftKey(other));
