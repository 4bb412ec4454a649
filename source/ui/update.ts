import type {StoreNews, CommitOutcome, ShownPlace, Present} from '../store/store.ts';
import type {Kept} from './drafts.ts';
import {completePath, replaceInForm} from './forms/edit.ts';
import {formError} from './forms/open.ts';
import type {Form} from './forms/form.ts';
import {type Mail, notSent, receive, reopened, sent} from './handover.ts';
import {burst, paste, press, pressLocked} from './input.ts';
import type {Key} from './keys.ts';
import {type Paper, showPaper, wrongValue} from './paper.ts';
import {pointAt} from './pointing.ts';
import {followRoom, takeOthers, leaveRoomIfMoved} from './room.ts';
import {takeNews, settle} from './settle.ts';
import {atPlace, type Done, placeOf, say, type State, type Step, step} from './state.ts';
import type {Pointer} from './terminal/pointer.ts';
import {askAtStart, findLeft, stillThere, takeOver} from './waiting.ts';

/** Everything that can happen to a session. */
export type Event =
	| {kind: 'key'; key: Key}
	| {kind: 'paste'; text: string}
	/** Much text with line breaks came at once, without the marks of a paste. */
	| {kind: 'burst'; text: string}
	| ({kind: 'pointer'} & Pointer)
	| {kind: 'size'; columns: number; rows: number}
	| {kind: 'news'; news: StoreNews}
	| {kind: 'outcome'; outcome: CommitOutcome; done: Done}
	| {kind: 'edited'; value: string}
	/** A paper was read, or could not be; a path goes on. */
	| {kind: 'paper'; form: Form; paper: Paper}
	| {kind: 'no-paper'; problem: string}
	| {kind: 'completed'; typed: string; value: string; told: string}
	/** Papers that are there already: only who says so replaces them. */
	| {kind: 'occupied'; meeting: string; files: string[]}
	| {kind: 'said'; tone: 'info' | 'refused'; text: string}
	| {kind: 'tick'}
	/** Others came, went or moved. */
	| {kind: 'others'; others: readonly Present[]}
	/** An earlier run left something half written. */
	| {kind: 'left'; kept: Kept; token: unknown}
	/** The same person is connected already; `left` is what is half written there. */
	| {kind: 'still'; since: string; place: ShownPlace; kept?: Kept; left?: unknown}
	/** That session is over, and this is what it had. */
	| {kind: 'taken-over'; kept: Kept; token: unknown}
	/** Forms are on their way from one person to another. */
	| {kind: 'mail'; mail: Mail}
	/** A form is on its way to a colleague. */
	| {kind: 'sent'; form: Form; handed: {id: string; to: string}}
	| {kind: 'not-sent'; problem: string}
	/** The selection has rested for a moment. */
	| {kind: 'rest'};

/** The next state, and what the shell is to do: pure, so that a test is keys in, state out. */
export function update(state: State, event: Event): Step {
	const {state: next, effects} = happen(begun(state, event), event);
	// Whatever has kept somebody busy may be over now.
	const {state: reached, effects: more} = reopened(next);
	return step(inMeeting(askAtStart(followRoom(reached))), ...effects, ...more);
}

/** Whoever presses a key has begun: it does what it does, and how one begins is told no more. */
const begun = (state: State, {kind}: Event): State =>
	!state.begun && ['key', 'paste', 'burst', 'pointer'].includes(kind)
		? {...state, first: undefined, begun: true}
		: state;

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
				: leaveRoomIfMoved(state, press(state, event.key));
		case 'pointer':
			return leaveRoomIfMoved(state, pointAt(state, event));
		case 'paste':
			return step(paste(state, event.text));
		case 'burst':
			return step(burst(state, event.text));
		case 'size':
			// What is told is as wide as it is, whatever the window.
			return step(state.linear ? state : {...state, columns: event.columns, rows: event.rows});
		case 'news':
			return step(takeNews(state, event.news));
		case 'outcome':
			return step(settle({...state, saving: undefined}, event.outcome, event.done));
		case 'edited':
			return step(replaceInForm(state, event.value));
		case 'paper':
			return step(seePaper(state, event));
		case 'no-paper':
			return step(formError(state, event.problem));
		case 'completed':
			return step(completePath(state, event.typed, event.value, event.told));
		case 'occupied':
			return step(askToReplace(state, event));
		case 'said':
			return step(say(state, event.tone, event.text));
		case 'others':
			return step(takeOthers(state, event.others));
		case 'left':
			return findLeft(state, event.kept, event.token);
		case 'still':
			return step(stillThere(state, event));
		case 'taken-over':
			return takeOver(state, event.kept, event.token);
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

function askToReplace(state: State, {meeting, files}: Extract<Event, {kind: 'occupied'}>): State {
	return {
		...state,
		overlay: {
			kind: 'confirm',
			title: `Replace the papers of ${meeting} that are there?`,
			lines: [
				...files.slice(0, 8).map((name) => `  ${name}`),
				...(files.length > 8 ? [`  and ${files.length - 8} more`] : []),
				'',
				'Nothing has been written yet. What somebody altered in them is lost.',
			],
			yes: 'Replace',
			effects: [{kind: 'papers', meeting, force: true}],
		},
	};
}

/** A paper was read anew; a value that cannot be read is told where it is typed. */
function seePaper(state: State, {form, paper}: Extract<Event, {kind: 'paper'}>): State {
	const wrong = wrongValue(state, paper);
	return wrong === undefined ? showPaper(state, form, paper) : formError(state, wrong);
}
