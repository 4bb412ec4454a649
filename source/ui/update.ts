import {sayAgo} from '../domain/calendar.ts';
import {tellEntry} from '../domain/queries/sentences.ts';
import type {Database, Entry} from '../domain/schema/index.ts';
import type {Rejection} from '../domain/rejection.ts';
import type {News, Outcome, Present} from '../store/store.ts';
import {bringBack, inTheWay, isSound, type Kept, sayKept} from './drafts.ts';
import {
	acceptNewest,
	closeForm,
	completePath,
	followNewest,
	formError,
	formOf,
	pasteIntoForm,
	replaceInForm,
	typeIntoForm,
} from './forms/edit.ts';
import {helpOverflow} from './components/overlays.ts';
import type {Form} from './forms/form.ts';
import {
	type Mail,
	notSent,
	offerNext,
	receive,
	reopened,
	sent,
	takeOffer,
	untaken,
} from './handover.ts';
import {findBinding, sayKey, scopesOf} from './keymap.ts';
import type {Key} from './keys.ts';
import {halfWritten, leave} from './leave.ts';
import {closePaper, type Paper, showPaper, wrongValue} from './paper.ts';
import {runQuickLine, suggestions} from './quick.ts';
import {goAlong, isBusy, meet, wander} from './room.ts';
import {selectedOf} from './screens/index.ts';
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
	/** A paper was read, or could not be; a path goes on. */
	| {kind: 'paper'; form: Form; paper: Paper}
	| {kind: 'no-paper'; problem: string}
	| {kind: 'completed'; typed: string; value: string; told: string}
	| {kind: 'said'; tone: 'info' | 'refused'; text: string}
	| {kind: 'tick'}
	/** Others came, went or moved. */
	| {kind: 'others'; others: readonly Present[]}
	/** An earlier run left something half written. */
	| {kind: 'left'; kept: Kept; token: unknown}
	/** Forms are on their way from one person to another. */
	| {kind: 'mail'; mail: Mail}
	/** A form is on its way to a colleague. */
	| {kind: 'sent'; form: Form; handed: {id: string; to: string}}
	| {kind: 'not-sent'; problem: string}
	/** The selection has rested for a moment. */
	| {kind: 'rest'};

/** The next state, and what the shell is to do: pure, so that a test is keys in, state out. */
export function update(state: State, event: Event): Step {
	const {state: next, effects} = happen(state, event);
	// Whatever has kept somebody busy may be over now.
	const {state: reached, effects: more} = reopened(next);
	return step(inMeeting(askNext(goAlong(reached))), ...effects, ...more);
}

/** Keeps which meeting was on show last. */
function inMeeting(state: State): State {
	const {screen, id} = placeOf(state);
	return screen === 'meeting' && id !== state.meeting ? {...state, meeting: id} : state;
}

function happen(state: State, event: Event): Step {
	switch (event.kind) {
		case 'key':
			return state.follows === 'locked'
				? pressLocked(state, event.key)
				: wander(state, press(state, event.key));
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
		case 'paper':
			return step(seePaper(state, event));
		case 'no-paper':
			return step(formError(state, event.problem));
		case 'completed':
			return step(completePath(state, event.typed, event.value, event.told));
		case 'said':
			return step(say(state, event.tone, event.text));
		case 'others':
			return step(meet(state, event.others));
		case 'left':
			return findLeft(state, event.kept, event.token);
		case 'mail':
			return receive(state, event.mail);
		case 'sent':
			return step(sent(state, event.form, event.handed));
		case 'not-sent':
			return step(notSent(state, event.problem));
		case 'tick':
			return step(state);
		case 'rest':
			return step(atPlace(state, {beside: undefined}));
	}
}

/** Whether the terminal is large enough to be drawn in. */
export const isTooSmall = ({columns, rows}: State): boolean =>
	columns < smallest.columns || rows < smallest.rows;

function press(state: State, key: Key): Step {
	if (isTooSmall(state)) return pressUnseen(state, key);
	// Nothing is lost while the screen is blanked, and no stray key acts.
	const fresh = state.overlay?.kind === 'blank' ? state : forgetMessage(state);
	const binding = findBinding(scopesOf(state), key);
	if (binding) {
		const may = binding.enabled?.(fresh) ?? true;
		if (may !== true) {
			return step(say(fresh, 'refused', `${sayKey(binding.keys[0] ?? key)}: ${may}`));
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
	return step(fresh);
}

/** A screen for the wall only blanks, and leaves when it is really meant. */
function pressLocked(state: State, key: Key): Step {
	const {overlay} = state;
	if (key === '.' || key === 'ctrl+l') return press(state, key);
	if (overlay?.kind === 'confirm' && findBinding(['confirm'], key)) return press(state, key);
	// What is blanked stays so, and so does the question.
	if (overlay) return step(state);
	if (key === 'ctrl+c') {
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
	return step(say(state, 'info', 'This screen follows the chair. Ctrl+C leaves it, . blanks it.'));
}

/** An earlier run left something: all that no colleague has taken since. */
function findLeft(state: State, kept: Kept, token: unknown): Step {
	const {forms: own, ids} = untaken(kept.forms, state.mail);
	const taken = {kind: 'forget-taken', ids} as const;
	if (own.length === 0) return step(state, {kind: 'forget', token}, taken);
	const forms = own.filter((form) => isSound(state, form));
	if (forms.length === 0) return step(state);
	const open = kept.open && forms.at(-1) === kept.forms.at(-1);
	return step({...state, left: {kept: {...kept, forms, open}, token}}, taken);
}

/** Asks about what was left half written, then about what is handed over: each once, and nobody who is busy. */
function askNext(state: State): State {
	const {left, asked, overlay} = state;
	if (!left || asked.includes(left.token)) return offerNext(state);
	if (overlay || isBusy(state)) return state;
	return {
		...state,
		asked: [...asked, left.token],
		overlay: {
			kind: 'confirm',
			title: 'Something you typed was not saved',
			lines: [
				`${sayAgo(left.kept.at, state.now)}, when the session ended, this was half written:`,
				...sayKept(state, left.kept),
				'With Esc it stays where it is and is offered again at the next start.',
			],
			yes: 'Bring it back',
			effects: [{kind: 'bring-back'}],
		},
	};
}

function takeBack(state: State): Step {
	if (!state.left) return step(state);
	const {kept, token} = state.left;
	if (inTheWay(state, kept.forms).length > 0) {
		return step(
			say(
				state,
				'refused',
				'Not brought back: you have begun the same form again. What was left is offered at the next start.',
			),
		);
	}
	return step({...bringBack(state, kept), left: undefined}, {kind: 'forget', token});
}

/** Nothing is done unseen: in a terminal too small to draw in, only leaving works, and nothing typed is lost. */
function pressUnseen(state: State, key: Key): Step {
	const leaves = key === 'ctrl+c' || (key === 'q' && halfWritten(state) === 0);
	return leaves ? step(state, {kind: 'quit'}) : step(state);
}

/** Carries out what the table of keys asks of the core itself, and keeps what is scrolled within its bounds. */
function follow({state, effects}: Step): Step {
	if (effects.some(({kind}) => kind === 'quick')) return runQuickLine(state);
	if (effects.some(({kind}) => kind === 'bring-back')) return takeBack(state);
	const [first] = effects;
	if (first?.kind === 'take') return takeOffer(state, first.id);
	if (effects.some(({kind}) => kind === 'leave')) return leave({...dropForms(state), drafts: {}});
	return step(bounded(state), ...effects);
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
	if (overlay?.kind === 'quick') {
		const last = Math.max(0, suggestions(state, overlay.text.value).length - 1);
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

/** A newer database, from another session or this one: the cursor and what is typed stay. */
function hear(state: State, news: News): State {
	if ('problem' in news) return {...state, problem: news.problem};
	return tellNews(state.database, {...take(state, news.database), problem: undefined});
}

/**
 * The state on a newer database. A cursor that was never moved rests on a record too, not on the first
 * row: a row that comes in above must not slide under it.
 */
function take(state: State, database: Database): State {
	if (database === state.database) return state;
	const stack = state.stack.map((place) => ({...place, selected: selectedOf(state, place)}));
	return followNewest({...state, stack, database});
}

function tellNews(before: Database, state: State): State {
	const entry = state.database.log.findLast(({session}) => session !== state.session);
	if (!entry || entry.revision <= before.revision) return state;
	return say(state, 'news', `r${entry.revision}  ${tellEntry(state.database, entry)}`);
}

/** What became of an act of this session. */
function settle(state: State, outcome: Outcome, done: Done): State {
	if (!outcome.ok) return refuse(state, outcome.rejection, done);
	const {database, entry} = outcome;
	const stored = database.revision > state.database.revision ? take(state, database) : state;
	const left = done.leaveForm
		? closeForm(stored)
		: done.leavePaper
			? closePaper(stored, itemAdded(entry))
			: stored;
	const at = done.select === undefined ? left : atPlace(left, {selected: done.select});
	const seen = showAdded(done.leaveQuickLine ? {...at, overlay: undefined} : at, entry);
	return say(seen, 'saved', `Saved r${entry.revision}: ${tellEntry(database, entry)}`);
}

/** A paper was read anew; a value that cannot be read is told where it is typed. */
function seePaper(state: State, {form, paper}: Extract<Event, {kind: 'paper'}>): State {
	const wrong = wrongValue(state, paper);
	return wrong === undefined ? showPaper(state, form, paper) : formError(state, wrong);
}

/** The path of the item that an act put on an agenda. */
const itemAdded = ({effects = []}: Entry): string | undefined =>
	effects.find(
		({record, field, to}) =>
			field === undefined && to !== undefined && /^meetings\/[^/]+\/agenda\/[^/]+$/.test(record),
	)?.record;

/** A meeting that was just planned is the one on show. */
function showAdded(state: State, {effects = []}: Entry): State {
	const added = effects.find(
		({record, field, to}) =>
			field === undefined && to !== undefined && /^meetings\/[^/]+$/.test(record),
	);
	return added && placeOf(state).screen === 'meeting'
		? atPlace(state, {id: added.record.slice('meetings/'.length), selected: undefined})
		: state;
}

/** Why an act was not taken, told where it was asked for: in the quick line, in the form, or below. */
function refuse(state: State, {code, message}: Rejection, done: Done): State {
	// Scripts need the kind of change that is at fault; whoever has just pressed a key does not.
	const reason = message.replace(/^(change \d+ of \d+: )?([a-z]+\/[a-z-]+: )?/, '');
	if (done.leaveQuickLine && state.overlay?.kind === 'quick') {
		return {...state, overlay: {...state.overlay, error: `Not saved: ${reason}`}};
	}
	if (!done.leaveForm || !formOf(state)) return say(state, 'refused', `Not saved: ${reason}`);
	if (code !== 'conflict') return formError(state, `Not saved: ${reason}`);
	return acceptNewest(
		formError(
			state,
			`${reason}. Save again to put yours in its place, edit yours, or Esc to keep theirs.`,
		),
	);
}
