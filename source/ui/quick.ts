import {openForm} from './forms/open.ts';
import {whatShakes} from './forms/shaken.ts';
import {type Binding, mayUse, wordsOf} from './bindings/binding.ts';
import {handOver} from './handover.ts';
import {bindings, bindingsIn, placeScopes} from './keymap.ts';
import {goToId, openPath} from './navigate.ts';
import {type Hit, search, searchableOf} from '../domain/queries/search.ts';
import type {Database} from '../domain/schema/index.ts';
import {keeping} from './screens/screen.ts';
import {hasActs, tellEntry} from './acts.ts';
import {keyFor} from './keys-by-name.ts';
import {scopeWords} from './scope-words.ts';
import {hintFor, type LineContext, previewOf, readShorthand} from './shorthand.ts';
import {heldMeeting, placeOf, say, type State, type Step, step, todayOf} from './state.ts';

/** Whether the name of an action holds each word of what is typed. */
function isCalled(state: State, binding: Binding, typed: string): boolean {
	const said = wordsOf(binding, state);
	if (binding.scope === 'filter' || !said) return false;
	const text = `${said.label} ${said.hint ?? ''}`.toLowerCase();
	return typed
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
}

/** The actions whose names fit what is typed. */
const suggestions = (state: State, typed: string): Binding[] =>
	bindingsIn(placeScopes(state)).filter((binding) => isCalled(state, binding, typed));

/** Where something of that name is done, when it is not done here; undefined when it is not done anywhere. */
function sayElsewhere(state: State, typed: string): string | undefined {
	const found = bindings.find(
		(binding) =>
			scopeWords[binding.scope].where !== undefined && isCalled(state, binding, typed.trim()),
	);
	const where = found && scopeWords[found.scope].where;
	return found && `“${wordsOf(found, state)?.label}” is done ${where}, with ${keyFor(found.id)}`;
}

/** What the quick line offers: something that can be done here, or a record. */
type QuickOffer = {kind: 'action'; binding: Binding} | {kind: 'record'; hit: Hit};

/** The fewest letters that records are looked for by. */
const fewest = 2;

const searchable = keeping((database: Database) =>
	searchableOf(database, (entry) => tellEntry(database, entry)),
);

let last: {of: unknown; typed: string; hits: Hit[]} | undefined;

/** The records that hold every word; worked out once for as long as nothing else is typed. */
function hitsOf({database}: State, typed: string): Hit[] {
	if (typed.trim().length < fewest || !hasActs()) return [];
	if (last?.of !== database || last.typed !== typed) {
		last = {of: database, typed, hits: search(searchable(database), typed)};
	}
	return last.hits;
}

/** The actions whose names fit what is typed, then the records that hold it. Within a form there is no going elsewhere. */
export function offers(state: State, typed: string): QuickOffer[] {
	const actions = suggestions(state, typed).map((binding): QuickOffer => ({
		kind: 'action',
		binding,
	}));
	if (placeOf(state).screen === 'form') return actions;
	return [...actions, ...hitsOf(state, typed).map((hit): QuickOffer => ({kind: 'record', hit}))];
}

/** An offer in words: its key or id, what it is, and of a record where it is. */
export function sayOffer(
	state: State,
	offer: QuickOffer,
): {key: string; says: string; where: string} {
	if (offer.kind === 'action') {
		const {binding} = offer;
		const says = wordsOf(binding, state)?.label ?? binding.label;
		return {key: keyFor(binding.id), says, where: ''};
	}
	const {id, kind, title, where, passage} = offer.hit;
	return {key: id, says: title, where: [kind, passage ?? where].filter(Boolean).join(', ')};
}

/** What is said of what is typed while nothing is found for it. */
export const sayFoundNowhere = (state: State, typed: string): string =>
	sayElsewhere(state, typed) ?? `“${typed.trim()}” is found nowhere`;

/** What stands under the quick line: what it would record, or what may be typed. */
export const sayUnder = (state: State, typed: string): string =>
	previewOf(roomOf(state), typed.trim()) ?? hintFor(state.database, heldMeeting(state), typed);

const roomOf = (state: State): LineContext => ({
	database: state.database,
	today: todayOf(state),
	meeting: heldMeeting(state),
});

/** Runs what stands in the quick line; what cannot be run stays there with the reason. */
export function runQuickLine(state: State): Step {
	if (state.overlay?.kind !== 'quick') return step(state);
	const typed = state.overlay.text.value.trim();
	const closed: State = {...state, overlay: undefined};
	const inForm = placeOf(state).screen === 'form';
	// Going elsewhere would leave the form; within one only shorthand and the form's own keys run.
	const gone = inForm ? undefined : goToId(closed, typed);
	if (gone) return step(gone);
	const given = handOver(state, typed);
	if (given) return 'message' in given ? fail(state, given.message) : given;
	const told = readShorthand(roomOf(state), typed);
	if (told && state.readOnly) return fail(state, state.readOnly);
	if (told && 'changes' in told) {
		const [shaken] = whatShakes(state.database, told.changes);
		if (shaken && inForm) return fail(state, `${shaken.says}: finish here first`);
		// A decision rests on it: why is asked before anything is stored.
		if (shaken) {
			return step(openForm(closed, 'review', {pending: JSON.stringify(told.changes)}));
		}
		return step(state, {kind: 'commit', changes: told.changes, done: {leaveQuickLine: true}});
	}
	if (told) return fail(state, told.message);
	const found = offers(closed, typed);
	const chosen = found[Math.min(state.overlay.selected, found.length - 1)];
	if (!chosen) return fail(state, sayNothingFound(state, typed));
	if (chosen.kind === 'record') return step(openPath(closed, chosen.hit.path));
	const may = mayUse(chosen.binding, closed);
	return may === true ? chosen.binding.run(closed) : step(say(closed, 'refused', may));
}

/** Said when Enter is pressed all the same. */
const sayNothingFound = (state: State, typed: string): string =>
	sayElsewhere(state, typed) ?? `nothing here is called “${typed.trim()}”, and no record holds it`;

const fail = (state: State, error: string): Step =>
	step(state.overlay?.kind === 'quick' ? {...state, overlay: {...state.overlay, error}} : state);
