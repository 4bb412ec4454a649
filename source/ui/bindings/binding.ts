import {whyForbidden} from '../../domain/rules/roles.ts';
import type {KeyName} from '../keys-by-name.ts';
import {waitsInPrivate} from '../../domain/rules/said-in-private.ts';
import {heldMeeting, type ScreenName, type State, type Step} from '../state.ts';

/**
 * Where a binding holds; `work` is what is recorded on the record under the cursor, `item` what is done with an agenda
 * item, on the agenda and on the item's own page.
 */
export type Scope =
	| 'work'
	| 'item'
	| 'records'
	| 'global'
	| 'list'
	| 'page'
	| ScreenName
	| 'filter'
	| 'help'
	| 'quick'
	| 'confirm'
	| 'roll-call'
	| 'blank';

/** One row of the one table of keys: dispatch, hints, help, quick line and docs all come from it. */
export type Binding = {
	/** Its name; its keys stand in the table of keys (keys-by-name.ts). */
	id: KeyName;
	scope: Scope;
	/** What it does, for help and the quick line. */
	label: string;
	/** A word or two for the bottom line; without it the key is not hinted at. */
	hint?: string;
	/** Whether it is what is likely done next, as things stand: then it stands first in the bottom line. */
	soon?(state: State): boolean;
	/**
	 * Where a law puts it in other words, its label and hint there; nothing where that law knows no such thing, and
	 * then the key is not there. Absent: it is the same everywhere.
	 */
	underLaw?(state: State): Pick<Binding, 'label' | 'hint'> | undefined;
	/** The kind of change that it makes or opens a form for: not every role may. */
	makes?: string | ((state: State) => string | undefined);
	/** Whether it can be used now, or the reason why not; asked of whoever may use it at all. */
	enabled?(state: State): true | string;
	run(state: State): Step;
};

/** What a key is called in the words of the law that applies; undefined where that law knows no such thing. */
export const wordsOf = (
	{label, hint, underLaw}: Binding,
	state: State,
): Pick<Binding, 'label' | 'hint'> | undefined => (underLaw ? underLaw(state) : {label, hint});

/** Whether a key can be used now, or the reason why not: the role, what is before the room, then how things stand. */
export function mayUse(binding: Binding, state: State): true | string {
	const {makes, enabled} = binding;
	const kind = typeof makes === 'function' ? makes(state) : makes;
	// A session that only looks says so itself.
	const forbidden =
		kind === undefined || state.readOnly !== undefined ? undefined : whyForbidden(state.role, kind);
	const isKnown = wordsOf(binding, state) !== undefined;
	return (
		forbidden ??
		waiting(state, kind) ??
		(isKnown ? enabled?.(state) : 'there is no such thing under the rules of this database') ??
		true
	);
}

/** Why a kind of change waits: an exempt item is before the room, and everybody could read what it adds. */
function waiting(state: State, kind: string | undefined): string | undefined {
	const held = kind === undefined ? undefined : heldMeeting(state);
	const during = held?.currentItem ? {meeting: held.id, item: held.currentItem} : undefined;
	return kind === undefined ? undefined : waitsInPrivate(state.database, during, kind);
}

/** What is done to a row of the register that is neither a decision, an action nor a notice. */
export type RegisterRow = {
	/** The kinds of change that editing and taking back make. */
	edits: string;
	takesBack: string;
	canEdit: (state: State, path: string) => true | string;
	edit: (state: State, path: string) => Step;
	canTakeBack: (state: State, path: string) => true | string;
	takeBack: (state: State, path: string) => Step;
};
