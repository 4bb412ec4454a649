import {actorName} from '../domain/actor.ts';
import {clean} from '../domain/clean.ts';
import {find} from '../domain/log/patch.ts';
import {exemptionOf} from '../domain/queries/public/exempt.ts';
import {whyPrivate} from '../domain/queries/public/marked.ts';
import {itemNumber, itemOf, openMeeting} from '../domain/queries/meeting/meetings.ts';
import type {Database} from '../domain/schema/index.ts';
import {collections} from '../domain/schema/values.ts';
import {cut} from '../domain/words.ts';
import type {ShownPlace as Shown, Present} from '../store/store.ts';
import {type Form, valueOf} from './forms/form.ts';
import {newsPlace} from './screens/walk-news.ts';
import {
	heldMeeting,
	type Place,
	placeOf,
	say,
	screenNames,
	type State,
	type Step,
	step,
} from './state.ts';
import {keyFor} from './keys-by-name.ts';

/** The forms that others are told of, by what somebody is doing in them; numbers and ids only. */
function doingOf({database}: State, {kind, target}: Form): string {
	const meeting = database.meetings.find(({id}) => id === target.meeting);
	const item = meeting && target.item ? ` item ${itemNumber(meeting, target.item)}` : '';
	const about = target.project ?? target.decision ?? target.action ?? target.notice ?? '';
	// A status is the project's, whatever item is before the room.
	const what = (kind === 'status' ? '' : item) || (about ? ` ${about}` : item);
	const verbs: Partial<Record<Form['kind'], string>> = {
		decision: 'recording',
		correct: 'correcting',
		note: 'writing the note of',
		status: 'setting the status of',
		comment: 'commenting on',
		action: 'placing an action on',
		import: 'bringing a paper in for',
		finding: 'bringing a paper in for',
	};
	return `${verbs[kind] ?? 'filling in a form on'}${what || ' something'}`;
}

/**
 * The wording of a decision that is read back, for the screen in the room: of an item that is before it, and that is
 * not private in any way. Nothing else that somebody has typed goes round.
 */
function readingOf(state: State): Pick<Shown, 'reading'> {
	const {overlay, database} = state;
	const {form} = placeOf(state);
	const held = heldMeeting(state);
	const item = held && itemOf(held, form?.target.item);
	if (overlay?.kind !== 'confirm' || !overlay.full || form?.kind !== 'decision' || !item) return {};
	const isPublic =
		held.id === form.target.meeting &&
		held.currentItem === item.id &&
		exemptionOf(database, item) === undefined &&
		whyPrivate(database, `reports/${item.about?.report}`) === undefined;
	const wording = valueOf(form, 'resolution');
	return isPublic && wording !== '' ? {reading: cut(wording, mostRead)} : {};
}

/** The most of a wording that goes round, in characters. */
const mostRead = 1400;

/** What this session shows, for the others: the screen beneath any form or list of who is here, and what form is open. */
export function shownOf(state: State): Shown {
	const place =
		state.stack.findLast(({screen}) => !['form', 'here', 'paper'].includes(screen)) ??
		placeOf(state);
	const {screen, id, selected, variant, scroll} = place;
	const {form} = placeOf(state);
	return {
		screen,
		...(id === undefined ? {} : {id}),
		...(selected === undefined ? {} : {selected}),
		...(variant === undefined ? {} : {variant}),
		...(scroll === undefined ? {} : {scroll}),
		...(form ? {doing: doingOf(state, form)} : {}),
		...readingOf(state),
		...(state.leadsSince === undefined ? {} : {leads: state.leadsSince}),
		...(state.readOnly === undefined ? {} : {looks: true}),
	};
}

/** What a screen is about, of what the public may not be told of. */
const shownOn: Record<string, (database: Database) => readonly {id: string}[]> = {
	project: ({projects}) => projects,
	decision: ({decisions}) => decisions,
	notice: ({notices}) => notices,
	walk: ({strategies}) => [{id: newsPlace}, ...strategies.flatMap(({priorities}) => priorities)],
};

/**
 * Where somebody is, as the public is told it: never what form is open, nor a record that the public's view has not;
 * whoever is on such a record's screen is elsewhere. `view` is the public's.
 */
export function toldToPublic(view: Database, one: Present): Present {
	const {doing: _form, reading, selected, id, screen, ...others} = one.place;
	// What is read back is for the room as long as the room is public.
	const held = openMeeting(view);
	const item = held && itemOf(held, held.currentItem);
	const isOpen = item !== undefined && exemptionOf(view, item) === undefined;
	const rest = {...others, ...(reading !== undefined && isOpen ? {reading} : {})};
	const isTold =
		id === undefined ||
		(screen === 'whole' && find(view, id) !== undefined) ||
		(screen !== 'whole' && (shownOn[screen]?.(view) ?? [{id}]).some((record) => record.id === id));
	const [collection = ''] = selected?.split('/') ?? [];
	const isRecord = collections.some((name) => name === collection);
	const isListed = selected !== undefined && (!isRecord || find(view, selected) !== undefined);
	const place = isTold
		? {...rest, screen, ...(id === undefined ? {} : {id}), ...(isListed ? {selected} : {})}
		: {...rest, screen: 'elsewhere'};
	return {...one, place};
}

/** Whoever leads the room; of several, until the others have heard of it, who took it last. */
export const leaderOf = ({here}: State): Present | undefined =>
	here
		.filter(({place}) => place.leads !== undefined)
		.toSorted((a, b) => (isSooner(tookRoom(a), tookRoom(b)) ? -1 : 1))
		.at(-1);

export const nameOfPresent = ({actor}: Present): string => actorName(actor);

/** The same in at most `most` characters: of a long claim the end goes, never the login beside it. */
export function shortNameOf({actor}: Present, most: number): string {
	const whole = clean(actorName(actor));
	const login = clean(actorName({...actor, name: ''}));
	const isCut =
		whole.length > most && login !== '' && whole.endsWith(login) && login.length <= most - 2;
	return isCut
		? `${cut(whole.slice(0, -login.length), most - login.length)}${login}`
		: cut(whole, most);
}

/** The screen of that name, of those that can be followed; a newer version may know others. */
const screenOf = (name: string) =>
	name === 'form' ? undefined : screenNames.find((screen) => screen === name && screen !== 'paper');

/** Where the room is: what its leader shows or, without a leader, the item that the open meeting is at. */
function roomPlace(state: State): Place | undefined {
	const leader = leaderOf(state);
	const screen = leader && screenOf(leader.place.screen);
	if (screen) {
		const {id, selected, variant, scroll} = leader.place;
		return {screen, id, selected, variant, scroll};
	}
	const meeting = heldMeeting(state);
	if (!meeting) return undefined;
	const {id, currentItem} = meeting;
	return {
		screen: 'meeting',
		id,
		selected: currentItem && `meetings/${id}/agenda/${currentItem}`,
	};
}

/** Whether somebody types or is asked something: nothing may move under their hands, or come over it. */
export const isBusy = (state: State): boolean => {
	const {screen, filtering} = placeOf(state);
	const isAsked = state.overlay !== undefined && state.overlay.kind !== 'blank';
	return screen === 'form' || screen === 'paper' || Boolean(filtering) || isAsked;
};

/** A follower goes where the room is; whoever is busy is left alone until that is over. */
export function followRoom(state: State): State {
	const {follows, message} = state;
	// Nobody types at a screen for the wall, and a question that a stray key left there stops nothing.
	if (!follows || (follows === 'free' && isBusy(state))) return state;
	const place = roomPlace(state);
	if (!place || samePlace(place, placeOf(state))) return state;
	const root: Place = {screen: 'overview'};
	return {
		...state,
		stack: place.screen === 'overview' ? [place] : [root, place],
		message: follows === 'locked' && message?.tone === 'info' ? undefined : message,
	};
}

const samePlace = (a: Place, b: Place): boolean =>
	(['screen', 'id', 'selected', 'variant', 'scroll'] as const).every(
		(field) => (a[field] || undefined) === (b[field] || undefined),
	);

/**
 * Others came, went or moved. Of several who lead the room, as when two take it at once or one comes back whose line
 * had dropped, who took it last goes on: all compare the same instants, so that one of them leads in the end.
 */
export function takeOthers(state: State, others: readonly Present[]): State {
	const met = {...state, here: others};
	const leader = leaderOf(met);
	const {leadsSince: at, session} = state;
	if (at === undefined || !leader || isSooner(tookRoom(leader), {at, session})) return met;
	return say(
		{...met, leadsSince: undefined},
		'news',
		`${nameOfPresent(leader)} leads the room now.`,
	);
}

/** From when on somebody leads who takes the room now: after whoever led it, whatever the clock was set to since. */
export function takeRoom(state: State): State {
	const before = leaderOf(state)?.place.leads ?? '';
	const leadsSince =
		before < state.now ? state.now : new Date(Date.parse(before) + 1).toISOString();
	return {...state, leadsSince, follows: undefined};
}

/** Who took the room, and when. */
type Taking = {at: string; session: string};

const tookRoom = ({session, place}: Present): Taking => ({session, at: place.leads ?? ''});

/** Whether the one took the room before the other; of two in the same instant, all see the same one first. */
const isSooner = (one: Taking, other: Taking): boolean =>
	one.at < other.at || (one.at === other.at && one.session < other.session);

/**
 * Whether others have merely moved about, and nothing of it is to be seen here: then nothing is drawn anew,
 * for somebody moves all the time.
 */
export function isUnseen(before: State, after: State): boolean {
	const {here: _moved, now: _then, ...rest} = after;
	const company = ({here}: State) =>
		[
			here.length,
			leaderOf({...after, here})?.session,
			...here.map(({place}) => place.reading),
		].join();
	return (
		before.here !== after.here &&
		placeOf(after).screen !== 'here' &&
		company(before) === company(after) &&
		Object.entries(rest).every(([key, value]) => before[key as keyof State] === value)
	);
}

/** One's own moving about leaves the room; what is typed in a form does not. */
export function leaveRoomIfMoved(before: State, {state, effects}: Step): Step {
	if (before.follows !== 'free' || state.follows !== 'free') return step(state, ...effects);
	const isForm = [state, before].some((one) => ['form', 'paper'].includes(placeOf(one).screen));
	if (isForm || samePlace(placeOf(before), placeOf(state))) return step(state, ...effects);
	const left: State = {...state, follows: undefined};
	const told = state.message === undefined || state.message === before.message;
	return step(
		told
			? say(
					left,
					'info',
					`You no longer follow the room. ${keyFor('room.follow')} follows it again.`,
				)
			: left,
		...effects,
	);
}
