import {tellEntry} from '../domain/queries/sentences.ts';
import type {Database} from '../domain/schema/index.ts';
import type {News, Outcome} from '../store/store.ts';
import {
	acceptNewest,
	closeForm,
	formError,
	formOf,
	pasteIntoForm,
	replaceInForm,
	typeIntoForm,
} from './forms/edit.ts';
import {findBinding, sayKey, scopesOf} from './keymap.ts';
import type {Key} from './keys.ts';
import {runQuickLine} from './quick.ts';
import {atPlace, type Done, placeOf, say, smallest, type State, type Step, step} from './state.ts';
import {insert, oneLine, textFrom} from './text/edit.ts';
import {edit} from './text/keys.ts';

/** Everything that can happen to a session. */
export type Event =
	| {kind: 'key'; key: Key}
	| {kind: 'paste'; text: string}
	| {kind: 'size'; columns: number; rows: number}
	| {kind: 'news'; news: News}
	| {kind: 'outcome'; outcome: Outcome; done: Done}
	| {kind: 'edited'; value: string}
	| {kind: 'said'; tone: 'info' | 'refused'; text: string}
	| {kind: 'tick'};

/** The next state, and what the shell is to do: pure, so that a test is keys in, state out. */
export function update(state: State, event: Event): Step {
	switch (event.kind) {
		case 'key':
			return press(state, event.key);
		case 'paste':
			return step(paste(state, event.text));
		case 'size':
			return step({...state, columns: event.columns, rows: event.rows});
		case 'news':
			return step(hear(state, event.news));
		case 'outcome':
			return step(settle({...state, saving: false}, event.outcome, event.done));
		case 'edited':
			return step(replaceInForm(state, event.value));
		case 'said':
			return step(say(state, event.tone, event.text));
		case 'tick':
			return step(state);
	}
}

/** Whether the terminal is large enough to be drawn in. */
export const isTooSmall = ({columns, rows}: State): boolean =>
	columns < smallest.columns || rows < smallest.rows;

function press(state: State, key: Key): Step {
	// Nothing is done unseen: in a terminal too small to draw in, only leaving works.
	if (isTooSmall(state))
		return key === 'ctrl+c' || key === 'q' ? step(state, {kind: 'quit'}) : step(state);
	const fresh = forgetMessage(state);
	const binding = findBinding(scopesOf(state), key);
	if (binding) {
		const may = binding.enabled?.(fresh) ?? true;
		if (may !== true)
			return step(say(fresh, 'refused', `${sayKey(binding.keys[0] ?? key)}: ${may}`));
		const next = binding.run(fresh);
		return next.effects.some(({kind}) => kind === 'quick') ? runQuickLine(next.state) : next;
	}
	if (isTyping(state)) return step(type(fresh, key));
	// Escape with a key right behind it arrives as Alt and that key.
	if (key.startsWith('alt+')) {
		const escaped = press(state, 'escape');
		const next = press(escaped.state, key.slice(4));
		return step(next.state, ...escaped.effects, ...next.effects);
	}
	return step(fresh);
}

/** What was refused or explained is gone with the next key; what was saved stays. */
const forgetMessage = (state: State): State =>
	state.message && ['refused', 'info'].includes(state.message.tone)
		? {...state, message: undefined}
		: state;

/** Whether keys are text. */
const isTyping = (state: State): boolean =>
	state.overlay
		? state.overlay.kind === 'quick'
		: placeOf(state).screen === 'form' || Boolean(placeOf(state).filtering);

function type(state: State, key: Key): State {
	const {overlay} = state;
	if (overlay?.kind === 'quick') {
		const text = edit(overlay.text, key, {width: state.columns, multiline: false});
		return text ? {...state, overlay: {...overlay, text, selected: 0, error: undefined}} : state;
	}
	if (placeOf(state).screen === 'form') return typeIntoForm(state, key);
	const filter = edit(placeOf(state).filter ?? textFrom(''), key, {
		width: state.columns,
		multiline: false,
	});
	return filter ? atPlace(state, {filter}) : state;
}

function paste(state: State, text: string): State {
	const {overlay} = state;
	if (overlay?.kind === 'quick')
		return {...state, overlay: {...overlay, text: insert(overlay.text, oneLine(text))}};
	if (overlay) return state;
	const place = placeOf(state);
	if (place.screen === 'form') return pasteIntoForm(state, text);
	if (place.filtering)
		return atPlace(state, {filter: insert(place.filter ?? textFrom(''), oneLine(text))});
	return say(state, 'info', 'There is no text field here to paste into.');
}

/** A newer database, from another session or this one: the cursor and what is typed stay. */
function hear(state: State, news: News): State {
	if ('problem' in news) return {...state, problem: news.problem};
	const heard = {...state, database: news.database, problem: undefined};
	return tellNews(state.database, heard);
}

function tellNews(before: Database, state: State): State {
	const entry = state.database.log.findLast(({session}) => session !== state.session);
	if (!entry || entry.revision <= before.revision) return state;
	return say(state, 'news', `r${entry.revision}  ${tellEntry(state.database, entry)}`);
}

/** What became of an act of this session. */
function settle(state: State, outcome: Outcome, done: Done): State {
	if (!outcome.ok) {
		const {code, message} = outcome.rejection;
		if (!formOf(state)) return say(state, 'refused', `Not saved: ${message}`);
		if (code !== 'conflict') return formError(state, `Not saved: ${message}`);
		return acceptNewest(
			formError(state, `${message}. Save again to put yours in its place, or Esc.`),
		);
	}
	const {database, entry} = outcome;
	const stored = database.revision > state.database.revision ? {...state, database} : state;
	const left = done.leaveForm ? closeForm(stored) : stored;
	const at = done.select === undefined ? left : atPlace(left, {selected: done.select});
	return say(at, 'saved', `Saved r${entry.revision}: ${tellEntry(database, entry)}`);
}
