import type {Change} from '../../domain/changes/index.ts';
import type {Field as RecordField} from '../../domain/records/index.ts';
import type {Database} from '../../domain/schema/index.ts';
import type {Form, FormTarget, Values} from '../held.ts';
import {textFrom} from '../text/edit.ts';

export type {Form, FormKind, FormTarget, Values} from '../held.ts';

export type Option = {value: string; label: string; key: string};

export type FormField = {
	name: string;
	label: string;
	/** `line`: one line; `long`: many; `choice`: one of the options; the others: a line that is read as such. */
	kind:
		| 'line'
		| 'path'
		| 'long'
		| 'choice'
		| 'day'
		| 'past-day'
		| 'time'
		| 'person'
		| 'owner'
		| 'movers'
		| 'vote'
		| 'fate'
		| 'paragraphs'
		| 'clock';
	hint?: string;
	/** What the typed text is read as, where the form works that out itself. */
	told?: string;
	options?: Option[];
	/** The field of a record that it is read as. */
	reads?: RecordField;
};

/** What a form may ask about its surroundings. */
export type Surroundings = {database: Database; today: string};

/** What a form yields: changes to commit, a path to copy to, or what is wrong and in which field. */
export type Result =
	| {changes: Change[]}
	| {show: {order: string; group: string}}
	| {copyTo: string}
	| {paper: Record<string, string>}
	| {field?: string; message: string};

/** One kind of form, as data. */
export type FormSpec = {
	title(database: Database, form: Form): string;
	/** A sentence or two above the fields: what is being decided, what it replaces. */
	lead?(database: Database, form: Form): string[];
	fields(database: Database, form: Form): FormField[];
	/** What stands in the fields at first, and what was there before. */
	start(
		database: Database,
		target: FormTarget,
	): {base?: Record<string, unknown>; values?: Record<string, string>};
	/** The field that the cursor is in at first; absent is the first one. */
	focus?(database: Database, form: Form): string;
	/** The form after a field was changed: what follows from it in other fields. */
	changed?(database: Database, form: Form, name: string): Form;
	/** What the record would still lack, shown beside the form. */
	lacks?(database: Database, form: Form): string[];
	/** What is read out and asked about, on the whole screen, before the changes are committed. */
	readBack?(database: Database, form: Form, changes: readonly Change[]): string[] | undefined;
	/** What the button says that saves; absent is Save. */
	saves?: string;
	/** Whether Enter in a field that is not long saves the form; otherwise it goes to the next field. */
	enterSaves?: boolean;
	submit(surroundings: Surroundings, form: Form): Result;
};

/** What stands in a field, without the space around it. */
export const valueOf = (form: Form, name: string): string =>
	(form.values[name]?.value ?? '').trim();

/** As `valueOf`, but absent when the field is empty. */
export const given = (form: Form, name: string): string | undefined =>
	valueOf(form, name) || undefined;

/** The fields that are no longer what the form found, each with what it was and is to be. */
export const changedFields = (form: Form, now: Record<string, unknown>) =>
	Object.fromEntries(
		Object.entries(now)
			.filter(([name, to]) => form.base[name] !== to)
			.map(([name, to]) => [name, {from: form.base[name], to}]),
	);

export const toValues = (values: Record<string, string>): Values =>
	Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textFrom(value)]));

/** What tells one draft from another. */
export const draftKey = ({kind, target}: Pick<Form, 'kind' | 'target'>): string =>
	JSON.stringify([
		kind,
		target.project,
		target.meeting,
		target.item,
		target.decision,
		target.action,
		target.notice,
		target.strategy,
		target.person,
		target.finding,
		target.word,
		target.pending,
		...(target.board === undefined ? [] : [target.board, target.member]),
		...(target.view === undefined ? [] : [target.view]),
		...(target.holder === undefined ? [] : ['role', target.holder]),
		...(target.record === undefined ? [] : [target.record]),
		...(target.list === undefined ? [] : ['new', target.list]),
	]);
