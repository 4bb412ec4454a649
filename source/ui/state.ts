import {dayIn} from '../domain/calendar.ts';
import {openMeeting} from '../domain/queries/meeting/meetings.ts';
import type {Actor, Database, Meeting, Role, VoteChoice} from '../domain/schema/index.ts';
import type {Present} from '../store/store.ts';
import type {Addressee, Form, Kept, Mail, HeldPaper} from './held.ts';
import type {EditedText} from './text/edit.ts';

export const screenNames = [
	'overview',
	'walk',
	'portfolio',
	'project',
	'record',
	'strategy',
	'meeting',
	'roll',
	'members',
	'lawful',
	'minutes',
	'register',
	'decision',
	'notice',
	'log',
	'entry',
	'here',
	'waiting',
	'views',
	'roles',
	'whole',
	'paper',
	'form',
] as const;
export type ScreenName = (typeof screenNames)[number];

/** What a session shows: a screen, what it is about, and where on it the cursor is. */
export type Place = {
	screen: ScreenName;
	/** What the screen is about: a priority, a project, a meeting, a decision, a revision. */
	id?: string;
	/** The selected row by its path (`projects/P1-04`), so that nobody's edit moves the cursor. */
	selected?: string;
	/**
	 * The record that the second pane shows while the selection moves on: it follows when the
	 * selection rests, so that a held key does not send page after page down a slow line.
	 */
	beside?: string;
	filter?: EditedText;
	/** Whether keys go into the filter. */
	filtering?: boolean;
	/** The way of looking: `open` or `all` projects, `matrix`, `decisions`, `actions`. */
	variant?: string;
	/** How a list is ordered, and by what it is divided. */
	order?: string;
	group?: string;
	/** First line shown of a page, or of the pane beside a list. */
	scroll?: number;
	form?: Form;
	/** A paper that was read and is looked at. */
	paper?: HeldPaper;
};

/** How one person voted. */
export type Ballot = {person: string; vote: VoteChoice};

/** The one thing that may lie over a screen. */
export type Overlay =
	/** Every key that works here, or what people ask first. */
	| {kind: 'help'; scroll: number; page?: 'how'}
	| {kind: 'quick'; text: EditedText; selected: number; error?: string}
	| {
			kind: 'confirm';
			title: string;
			lines: string[];
			yes: string;
			effects: UiEffect[];
			onward?: Onward;
			/** Whether it fills the screen: the exact wording of what is about to be resolved. */
			full?: boolean;
			/** Whether saying no leaves the form as well: nobody has seen it, for a key read it back at once. */
			leaves?: boolean;
			/** The first line shown of one that is longer than the screen. */
			scroll?: number;
	  }
	/** The roll called for a recorded vote, over the form that asks for it. */
	| {
			kind: 'roll-call';
			/** The form's field that it fills, and what stood there before. */
			field: string;
			before: string;
			/** Who could vote when it began, by their ids. */
			voters: string[];
			/** What was called, the newest last; all others at once are one call. */
			calls: Ballot[][];
			/** Who is under the cursor. */
			at: string;
	  }
	/** Nothing but a word that the screen is blanked; what lay over the screen before comes back. */
	| {kind: 'blank'; under?: Overlay};

/** What the status line says; the tone is told in words too. */
export type Message = {tone: 'saved' | 'refused' | 'news' | 'info'; text: string};

/** What the pure core asks the shell to do. */
export type UiEffect =
	| {kind: 'commit'; changes: unknown[]; done: Done}
	| {kind: 'editor'; value: string}
	| {kind: 'copy'; path: string}
	/** Writes the minutes and notices of a meeting into a folder. */
	| {kind: 'papers'; meeting: string; force?: boolean}
	/** Reads the paper that a form names, with what it says of it; goes on with a path. */
	| {kind: 'paper'; form: Form}
	| {kind: 'complete'; typed: string}
	| {kind: 'forget'; token: unknown}
	/** Ends another session of the same person, and brings back what was half written there. */
	| {kind: 'take-over'; token: unknown}
	/** It is back. */
	| {kind: 'brought-back'; token: unknown}
	/** Offers a form to a colleague; takes it back, or hears that it was taken. */
	| {kind: 'hand-over'; form: Form; to: Addressee}
	| {kind: 'withdraw'; id: string; to: string}
	| {kind: 'forget-taken'; ids: string[]}
	/** What a colleague offered is open. */
	| {kind: 'taken'; id: string}
	| {kind: 'redraw'}
	| {kind: 'quit'};

/**
 * What the core goes on with by itself, once a key was understood or a question answered: features that the table of
 * keys and the questions cannot call, because they rest on them. The shell never hears of it.
 */
type Onward =
	/** Runs what stands in the quick line. */
	| {kind: 'quick'}
	/** Opens what an earlier run left half written, or a colleague offers. */
	| {kind: 'take'; token: unknown}
	/** Leaves, though forms are half written. */
	| {kind: 'leave'};

/** What follows once an act is stored: close the form or the quick line, select another row. */
export type Done = {
	leaveForm?: boolean;
	leavePaper?: boolean;
	leaveQuickLine?: boolean;
	select?: string;
};

export type State = {
	database: Database;
	/** The path or URL, as people know it. */
	title: string;
	session: string;
	/** Whose session it is: an act of the same person, or of the same user under the same name, is one's own, whichever session made it. */
	actor: Pick<Actor, 'user' | 'name' | 'person'>;
	practice: boolean;
	/** Why no editor can be started from here, where none can. */
	noEditor?: string;
	/** Whether papers can be read from files here. */
	reads: boolean;
	/** Who else is connected, and where. */
	here: readonly Present[];
	/** Since when others may follow this session, UTC; absent: they may not. */
	leadsSince?: string;
	/** Whether the session goes where the room is; `locked`: a screen for the wall, which no stray key leads away. */
	follows?: 'free' | 'locked';
	/** What an earlier run left half written, offered at the start. */
	left?: {kept: Kept; token: unknown};
	/** The forms on their way from one person to another; absent where none can be handed over. */
	mail?: Mail;
	/** Of what is left and on its way, what the person has been asked about. */
	asked: readonly unknown[];
	/** Whether the database is shown as the public may see it; then it is only shown. */
	publicOnly: boolean;
	readOnly: string | undefined;
	/** What the database lets whoever sits here do; undefined: everything. */
	role?: Role;
	/** Whether it is told line by line instead of drawn: what pages are, and windows, has no meaning then. */
	linear?: true;
	/** Whether somebody is here for the first time and has pressed nothing yet: then it is told how one begins. */
	first?: true;
	/** Whether somebody has pressed anything: from then on no question comes up by itself, under their fingers. */
	begun?: true;
	columns: number;
	rows: number;
	/** The instant at which the newest event was handled, UTC. */
	now: string;
	/** The places gone through; the last one is shown. Never empty. */
	stack: Place[];
	overlay?: Overlay;
	message?: Message;
	/** The meeting that was on show last: of several open ones it is the one that this session is in. */
	meeting?: string;
	/** Forms that were left with something in them, by what they are about. */
	drafts: Record<string, Form>;
	/** Whether an act is on its way; nothing is shown as recorded before it is stored. */
	saving: {act: string; done: Done} | undefined;
	/** Why the newest database cannot be read, when it cannot. */
	problem?: string;
};

/** A new state, what the shell is to do, and what the core goes on with first. */
export type Step = {state: State; effects: UiEffect[]; onward?: Onward};

export const step = (state: State, ...effects: UiEffect[]): Step => ({state, effects});

export const placeOf = (state: State): Place => {
	const place = state.stack.at(-1);
	if (!place) throw new Error('the stack of places is empty');
	return place;
};

/** The state with its topmost place altered. */
export const atPlace = (state: State, change: Partial<Place>): State => ({
	...state,
	stack: [...state.stack.slice(0, -1), {...placeOf(state), ...change}],
});

export const push = (state: State, place: Place): State => ({
	...state,
	stack: [...state.stack, place],
});

/** Back to the place before; the first one stays. */
export const pop = (state: State): State =>
	state.stack.length > 1 ? {...state, stack: state.stack.slice(0, -1)} : state;

export const say = (state: State, tone: Message['tone'], text: string): State => ({
	...state,
	message: {tone, text},
});

/** The open meeting that the session is in: of several the one that it has shown last. */
export const heldMeeting = ({database, meeting}: State): Meeting | undefined =>
	database.meetings.find(({id, status}) => id === meeting && status === 'open') ??
	openMeeting(database);

/** Today in the organisation's time zone. */
export const todayOf = (state: State): string =>
	dayIn(state.now, state.database.organisation.timeZone);

/** The width from which a second pane is shown, in columns. */
const wideFrom = 120;
export const isWide = (state: State): boolean => state.columns >= wideFrom && !state.linear;

/** The cells between the two panes. */
export const paneGap = 2;

/** The fewest cells of a list that has a pane beside it: what an ordinary terminal has; and of the pane. */
const usualList = 80;
export const leastPane = 38;

/** The cells of a list and of the pane beside it: a list never has fewer than it would have on a narrower screen. */
export function paneWidths(columns: number, least = usualList): {main: number; side: number} {
	const main = Math.max(least, Math.floor((columns - paneGap) * 0.55));
	return {main, side: columns - paneGap - main};
}

/** The smallest terminal that the screens are drawn for. */
export const smallest = {columns: 60, rows: 16};

/** Lines above and below the body: header, tabs, status line, hints. */
const frameLines = 5;
/** Of these, above it: the tabs are the last one. */
export const frameAbove = 3;
export const bodyHeight = (state: State): number =>
	state.linear ? 1 : Math.max(1, state.rows - frameLines);

/** The lines that a page turns over by; whoever listens goes on by ten. */
export const pageStride = (state: State): number =>
	state.linear ? 10 : Math.max(1, bodyHeight(state) - 2);
