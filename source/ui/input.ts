import {mayUse} from './bindings/binding.ts';
import {confirmOverflow, helpOverflow} from './components/overlays.ts';
import {whyNothing} from './dead-keys.ts';
import {pasteIntoForm, typeIntoForm} from './forms/edit.ts';
import {take} from './waiting.ts';
import {findBinding, scopesOf} from './keymap.ts';
import {interrupt, keyFor, keysOf, sayKey} from './keys-by-name.ts';
import type {Key} from './keys.ts';
import {halfWritten, leave} from './leave.ts';
import {offers, runQuickLine} from './quick.ts';
import {atPlace, placeOf, say, smallest, type State, type Step, step} from './state.ts';
import {insert, oneLine, textFrom} from './text/edit.ts';
import {edit} from './text/keys.ts';

/** Whether the terminal is large enough to be drawn in. */
export const isTooSmall = ({columns, rows, linear}: State): boolean =>
	!linear && (columns < smallest.columns || rows < smallest.rows);

/** What a key does: the table of keys has the first word, then the text that is being typed. */
export function press(state: State, key: Key): Step {
	if (isTooSmall(state)) return pressUnseen(state, key);
	// Nothing is lost while the screen is blanked, and no stray key acts.
	const fresh = state.overlay?.kind === 'blank' ? state : forgetMessage(state);
	const binding = findBinding(scopesOf(state), key);
	if (binding) {
		const may = mayUse(binding, fresh);
		if (may !== true) {
			return step(say(fresh, 'refused', `${keyFor(binding.id)}: ${may}`));
		}
		return follow(binding.run(fresh));
	}
	const typed = isTyping(state) ? type(fresh, key) : undefined;
	if (typed && typed !== fresh) return step(typed);
	// Escape with a key right behind it arrives as Alt and that key.
	if (key.startsWith('alt+')) {
		const escaped = press(state, 'escape');
		const next = press(escaped.state, key.slice(4));
		return step(next.state, ...escaped.effects, ...next.effects);
	}
	const why = typed === undefined ? whyNothing(fresh, key) : undefined;
	return step(why === undefined ? fresh : say(fresh, 'refused', why));
}

/** A screen for the wall only blanks, and leaves when it is really meant. */
export function pressLocked(state: State, key: Key): Step {
	const {overlay} = state;
	const always: readonly Key[] = [...keysOf('global.blank'), ...keysOf('global.redraw')];
	if (always.includes(key)) return press(state, key);
	if (overlay?.kind === 'confirm' && findBinding(['confirm'], key)) return press(state, key);
	// What is blanked stays so, and so does the question.
	if (overlay) return step(state);
	if (key === interrupt) {
		if (isTooSmall(state)) return press(state, key);
		return step({
			...state,
			overlay: {
				kind: 'confirm',
				title: 'Leave the screen for the room?',
				lines: ['It follows the chair.'],
				yes: 'Leave',
				effects: [{kind: 'quit'}],
			},
		});
	}
	return step(
		say(
			state,
			'info',
			`This screen follows the chair. ${sayKey(interrupt)} leaves it, ${keyFor('global.blank')} blanks it.`,
		),
	);
}

/** Nothing is done unseen: in a terminal too small to draw in, only leaving works, and nothing typed is lost. */
function pressUnseen(state: State, key: Key): Step {
	if (keysOf('global.redraw').includes(key)) return step(state, {kind: 'redraw'});
	const leaves =
		key === interrupt || (keysOf('app.leave').includes(key) && halfWritten(state) === 0);
	return leaves ? step(state, {kind: 'quit'}) : step(state);
}

/** Goes on with what the core does itself, and keeps what is scrolled within its bounds. */
function follow({state, effects, onward}: Step): Step {
	switch (onward?.kind) {
		case 'quick':
			return runQuickLine(state);
		case 'take':
			return take(state, onward.token);
		case 'leave':
			return leave({...dropForms(state), drafts: {}});
		case undefined:
			return step(bounded(state), ...effects);
	}
}

const dropForms = (state: State): State => ({
	...state,
	stack: state.stack.filter(({screen}) => screen !== 'form'),
});

function bounded(state: State): State {
	const {overlay} = state;
	if (overlay?.kind === 'help') {
		const most = helpOverflow(state);
		return overlay.scroll > most ? {...state, overlay: {...overlay, scroll: most}} : state;
	}
	// By ear a question is read line by line, to its last.
	if (overlay?.kind === 'confirm' && overlay.scroll !== undefined && !state.linear) {
		const most = confirmOverflow(state, overlay);
		return overlay.scroll > most ? {...state, overlay: {...overlay, scroll: most}} : state;
	}
	if (overlay?.kind === 'quick') {
		const last = Math.max(0, offers({...state, overlay: undefined}, overlay.text.value).length - 1);
		return overlay.selected > last ? {...state, overlay: {...overlay, selected: last}} : state;
	}
	return state;
}

/** What was refused or explained is gone with the next key; what was saved stays. */
const forgetMessage = (state: State): State =>
	state.message && ['refused', 'info'].includes(state.message.tone)
		? {...state, message: undefined}
		: state;

/** Whether keys are text. */
export const isTyping = (state: State): boolean =>
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

/** Puts a pasted text where one is being typed. */
export function paste(state: State, text: string): State {
	if (isTooSmall(state)) return state;
	const {overlay} = state;
	if (overlay?.kind === 'quick') {
		return {...state, overlay: {...overlay, text: insert(overlay.text, oneLine(text))}};
	}
	if (overlay) return state;
	const place = placeOf(state);
	if (place.screen === 'form') return pasteIntoForm(forgetMessage(state), text);
	if (place.filtering) {
		return atPlace(state, {filter: insert(place.filter ?? textFrom(''), oneLine(text))});
	}
	return say(state, 'info', 'There is no text field here to paste into.');
}

/** Text that came like keys: it goes where one is being typed, and does nothing anywhere else. */
export function burst(state: State, text: string): State {
	if (isTooSmall(state) || state.overlay?.kind === 'blank') return state;
	const next = isTyping(state) ? paste(state, text) : state;
	if (next.stack !== state.stack || next.overlay !== state.overlay || isToldAnew(state, next)) {
		return next;
	}
	return say(
		state,
		'info',
		'Text came at once, like a paste, but no field is open: nothing was done.',
	);
}

const isToldAnew = (before: State, after: State): boolean =>
	after.message !== undefined && after.message !== before.message;
