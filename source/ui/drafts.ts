import {dayIn} from '../domain/calendar.ts';
import type {Database} from '../domain/schema/index.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import {closeForm, followNewest, isTouched} from './forms/open.ts';
import {draftKey, type Form, type FormKind} from './forms/form.ts';
import {readBack} from './forms/read-back.ts';
import {formSpecs} from './forms/specs/index.ts';
import type {Kept} from './held.ts';
import {closePaper} from './paper.ts';
import {type Done, push, type State} from './state.ts';
import {type EditedText, textFrom} from './text/edit.ts';

export type {Kept} from './held.ts';

/** What would be lost if the line dropped now; undefined when nothing would. */
export function keptOf(state: State): Kept | undefined {
	const {forms, open} = formsIn(state);
	if (forms.length === 0) return undefined;
	const {saving} = state;
	if (!saving) return {at: state.now, schema: schemaVersion, forms, open};
	const stay = new Set(formsIn(leftBehind(state, saving.done)).forms);
	const stored = forms.filter((form) => !stay.has(form)).map(draftKey);
	return {
		at: state.now,
		schema: schemaVersion,
		forms,
		open,
		saving: {act: saving.act, forms: stored},
	};
}

function formsIn({drafts, stack}: State): Pick<Kept, 'forms' | 'open'> {
	const open = stack.flatMap(({form}) => (form && isTouched(form) ? [form] : []));
	const left = Object.values(drafts).filter((form) =>
		open.every((one) => draftKey(one) !== draftKey(form)),
	);
	return {forms: [...left, ...open], open: open.length > 0};
}

/** Where an act that was stored leaves the session: its form, or the paper that it brought in, is closed. */
export function leftBehind(state: State, {leaveForm, leavePaper}: Done, item?: string): State {
	if (leaveForm) return closeForm(state);
	return leavePaper ? closePaper(state, item) : state;
}

/** Without the forms that an act has stored which a session was killed over: they would be stored twice. */
export function unsaved({log}: Database, kept: Kept): Kept {
	const {saving, ...rest} = kept;
	if (!saving || log.every(({id}) => id !== saving.act)) return rest;
	const forms = kept.forms.filter((form) => !saving.forms.includes(draftKey(form)));
	return {...rest, forms, open: kept.open && forms.at(-1) === kept.forms.at(-1)};
}

/** What a form is about. */
export const titleOf = ({database}: State, form: Form): string =>
	formSpecs[form.kind].title(database, form);

/** What the forms are about, for the offer to bring them back. */
export const sayKept = (state: State, {forms}: Kept): string[] =>
	forms.map((form) => `  ${titleOf(state, form)}`);

/** The forms that would have to make room for one of the same kind on the same thing. */
export const inTheWay = ({drafts, stack}: State, forms: readonly Form[]): Form[] => {
	const open = stack.flatMap(({form}) => (form ? [form] : []));
	const begun = new Set([...Object.keys(drafts), ...open.map(draftKey)]);
	return forms.filter((form) => begun.has(draftKey(form)));
};

/**
 * Brings back what was typed: the form that was open opens again with its field and its cursor, the others
 * wait behind their keys. Fields that nobody typed into follow the newest database; those that somebody did still
 * expect what they expected, so that saving tells of a conflict.
 */
export function bringBack(state: State, {forms, open}: Kept): State {
	const last = open ? forms.at(-1) : undefined;
	const drafts = Object.fromEntries(
		forms.filter((form) => form !== last).map((form) => [draftKey(form), form]),
	);
	const kept = {...state, overlay: undefined, drafts: {...state.drafts, ...drafts}};
	return followNewest(last ? push(kept, {screen: 'form', form: last}) : kept);
}

/**
 * Reads what another program run left in a file. What this version does not know (a form that is gone, a
 * field of another shape) is left out: a draft must never keep anybody from starting.
 */
export function readKept(data: unknown): Kept | undefined {
	if (!isRecord(data) || !isInstant(data['at']) || !Array.isArray(data['forms'])) return undefined;
	const forms = data['forms'].flatMap((form) => readForm(form) ?? []);
	const isWhole = forms.length === data['forms'].length;
	return forms.length > 0
		? {
				at: data['at'],
				schema: schemaOf(data),
				forms,
				open: data['open'] === true && isWhole,
				...(isSaving(data['saving']) ? {saving: data['saving']} : {}),
			}
		: undefined;
}

/** The version for which something was typed; the first did not say. */
export const schemaOf = ({schema}: Record<string, unknown>): number =>
	typeof schema === 'number' ? schema : 1;

/** What somebody typed into a form, as plain text: field by field, without what stood there anyway. */
export function typedText({database}: State, {kind, initial, values, ...form}: Form): string[] {
	const labels = labelsOf(database, {kind, initial, values, ...form});
	return Object.entries(values).flatMap(([name, {value}]) =>
		value.trim() === '' || value === initial[name] ? [] : [`${labels.get(name) ?? name}: ${value}`],
	);
}

/** What the fields of a form are called; none when the form no longer fits what is there. */
function labelsOf(database: Database, form: Form): Map<string, string> {
	try {
		return new Map(
			formSpecs[form.kind].fields(database, form).map(({name, label}) => [name, label]),
		);
	} catch {
		return new Map();
	}
}

const isSaving = (value: unknown): value is NonNullable<Kept['saving']> =>
	isRecord(value) &&
	typeof value['act'] === 'string' &&
	Array.isArray(value['forms']) &&
	value['forms'].every((key) => typeof key === 'string');

/** Reads a form that another program run, or another person, has written: nothing of it is taken on trust. */
export function readForm(data: unknown): Form | undefined {
	if (!isRecord(data)) return undefined;
	const {kind, target, base, values, initial, focus, handed} = data;
	if (!isKind(kind) || !isTexts(target) || !isRecord(base) || !isTexts(initial)) return undefined;
	if (!isRecord(values) || !Object.values(values).every(isText) || typeof focus !== 'string') {
		return undefined;
	}
	return {
		kind,
		target,
		base,
		// Taken as if it were pasted: no control characters, and the cursor between two characters.
		values: Object.fromEntries(
			Object.entries(values as Record<string, EditedText>).map(([name, {value, cursor}]) => [
				name,
				textFrom(value, cursor),
			]),
		),
		initial,
		focus,
		...(isRecord(handed) && isTexts(handed)
			? {handed: {id: handed['id'] ?? '', to: handed['to'] ?? ''}}
			: {}),
	};
}

/** Whether a form that came from elsewhere can be worked with here: drawn, followed and saved or refused. */
export function isSound({database, now}: State, form: Form): boolean {
	const spec = formSpecs[form.kind];
	const today = dayIn(now, database.organisation.timeZone);
	try {
		spec.title(database, form);
		spec.lead?.(database, form);
		spec.lacks?.(database, form);
		spec.start(database, form.target);
		for (const field of spec.fields(database, form)) readBack(database, form, field, today);
		spec.submit({database, today}, form);
		return true;
	} catch {
		return false;
	}
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is Record<string, string> =>
	isRecord(value) && Object.values(value).every((text) => typeof text === 'string');

export const isInstant = (value: unknown): value is string =>
	typeof value === 'string' && !Number.isNaN(Date.parse(value));

const isKind = (value: unknown): value is FormKind =>
	typeof value === 'string' && Object.hasOwn(formSpecs, value);

const isText = (value: unknown): value is EditedText =>
	isRecord(value) && typeof value['value'] === 'string' && Number.isInteger(value['cursor']);
