// What a session holds besides places: open forms, forms left half written, forms on their way from one person to another, a
// paper that was read. Apart from what is done with them, so that the state can name them without knowing that.
import type {Change} from '../domain/changes/index.ts';
import type {Actor} from '../domain/schema/index.ts';
import type {ImportReview, Verdicts} from '../import/review.ts';
import type {EditedText} from './text/edit.ts';

export type FormKind =
	| 'status'
	| 'request'
	| 'requests'
	| 'comment'
	| 'record'
	| 'order'
	| 'view'
	| 'role'
	| 'criteria'
	| 'adopt'
	| 'carry'
	| 'note'
	| 'meeting'
	| 'item'
	| 'exempt'
	| 'exclude'
	| 'confirm'
	| 'review'
	| 'time'
	| 'cancel'
	| 'declaration'
	| 'preside'
	| 'substitute'
	| 'apologies'
	| 'decision'
	| 'bloc'
	| 'between'
	| 'election'
	| 'correct'
	| 'retract'
	| 'action'
	| 'action-note'
	| 'notice'
	| 'report'
	| 'call-in'
	| 'release'
	| 'sign'
	| 'skip'
	| 'registered'
	| 'correct-minutes'
	| 'conclude'
	| 'import'
	| 'finding'
	| 'board'
	| 'standing'
	| 'interests'
	| 'series'
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
	/** How the list is looked at that is kept under a name, as JSON. */
	view?: string;
	/** Whose role it is: a login, a group or a person. */
	holder?: string;
	/** Changes that wait for a reason, as JSON. */
	pending?: string;
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

/** What a session has typed and not saved: enough to go on with where it stopped. Plain data. */
export type Kept = {
	/** When it was typed, UTC. */
	at: string;
	/** The version of the database's shape for which it was typed: forms of another expect what is no more. */
	schema: number;
	/** The forms that were left with something in them, and last the open one, if one was. */
	forms: Form[];
	/** Whether the last of the forms was open. */
	open: boolean;
	/** An act that is being stored, and the keys of the forms that it stores. */
	saving?: {act: string; forms: string[]};
};

/** Whom a form is offered to: a session, or the person in it at another one. */
export type Addressee = {session: string; user: string; name?: string; person?: string};

/** A form on its way from one person to another. Plain data. */
export type Offer = {
	id: string;
	/** The instant of handing it over, UTC. */
	at: string;
	from: {session: string; actor: Actor};
	to: Addressee;
	form: Form;
	/** The version of the database's shape for which it was typed. */
	schema: number;
};

/** What is on its way: what is offered to this session, and of all that there is, what still waits and what was taken. */
export type Mail = {
	offers: readonly Offer[];
	waiting: ReadonlySet<string>;
	taken: ReadonlySet<string>;
};

export const noMail: Mail = {offers: [], waiting: new Set(), taken: new Set()};

/** What a file says, and what would be done with it. */
export type HeldPaper = {
	file: string;
	review: ImportReview;
	verdicts: Verdicts;
	/** What a heading or a column can be. */
	roles: string[];
} & ({changes: Change[]; notes: string[]} | {refusal: string; at?: string});
