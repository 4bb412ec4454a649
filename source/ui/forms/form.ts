import type {Change} from '../../domain/changes/index.ts';
import type {Field as RecordField} from '../../domain/records/index.ts';
import type {Database} from '../../domain/schema/index.ts';
import {textFrom, type EditedText} from '../text/edit.ts';

export type FormKind =
	| 'status'
	| 'request'
	| 'requests'
	| 'comment'
	| 'record'
	| 'order'
	| 'criteria'
	| 'note'
	| 'meeting'
	| 'item'
	| 'exempt'
	| 'declaration'
	| 'preside'
	| 'substitute'
	| 'decision'
	| 'bloc'
	| 'correct'
	| 'retract'
	| 'action'
	| 'notice'
	| 'report'
	| 'call-in'
	| 'release'
	| 'sign'
	| 'correct-minutes'
	| 'conclude'
	| 'import'
	| 'finding'
	| 'board'
	| 'member'
	| 'last-day'
	| 'save-as';

/** What a form is about, by ids. */
export type FormTarget = {
	project?: string;
	meeting?: string;
	item?: string;
	decision?: string;
	action?: string;
	notice?: string;
	strategy?: string;
	person?: string;
	board?: string;
	/** Who is on the board already: the key of the membership. */
	member?: string;
	/** A record that `records/` knows, by its path; or the list that a new one comes to. */
	record?: string;
	list?: string;
	/** The priority that a new project comes under; a draft does not depend on it. */
	priority?: string;
	/** The item that a new one comes after; a draft does not depend on it. */
	after?: string;
	/** What is said of a paper (`edit title`, `set date`, `map`), and of which word of it. */
	finding?: string;
	word?: string;
	/** What the finding is called, its value, a word about it, and whether it takes a long text: a draft does not depend on them. */
	says?: string;
	shown?: string;
	about?: string;
	long?: 'yes';
};

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
		| 'fate';
	hint?: string;
	options?: Option[];
	/** The field of a record that it is read as. */
	reads?: RecordField;
};

export type Values = Record<string, EditedText>;

export type Form = {
	kind: FormKind;
	target: FormTarget;
	/** What was there when the form was opened: what the change expects to replace. */
	base: Record<string, unknown>;
	/** Every field's text as typed; a choice's is its option's value. */
	values: Values;
	/** What stood in the fields before anything was typed: a field that still holds it is untouched. */
	initial: Record<string, string>;
	/** The name of the field with the cursor, or `save`. */
	focus: string;
	error?: {field?: string; message: string};
	/** A colleague to whom it is offered, until they take it; absent as long as it is nobody else's. */
	handed?: {id: string; to: string};
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
		...(target.board === undefined ? [] : [target.board, target.member]),
		...(target.record === undefined ? [] : [target.record]),
		...(target.list === undefined ? [] : ['new', target.list]),
	]);
