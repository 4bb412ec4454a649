// What a session holds besides places: forms left half written, forms on their way from one person to another, a
// paper that was read. Apart from what is done with them, so that the state can name them without knowing that.
import type {Change} from '../domain/changes/index.ts';
import type {Actor} from '../domain/schema/index.ts';
import type {ImportReview, Verdicts} from '../import/review.ts';
import type {Form} from './forms/form.ts';

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

/** What a file says, and what would be done with it. */
export type HeldPaper = {
	file: string;
	review: ImportReview;
	verdicts: Verdicts;
	/** What a heading or a column can be. */
	roles: string[];
} & ({changes: Change[]; notes: string[]} | {refusal: string; at?: string});
