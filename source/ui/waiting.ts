// What waits to be gone on with: forms that an earlier run of one's own left half written, or that a colleague hands over.
import {actorName} from '../domain/actor.ts';
import {compareDays, sayAgo, timeIn} from '../domain/calendar.ts';
import type {Actor} from '../domain/schema/index.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import type {ShownPlace} from '../store/store.ts';
import {
	bringBack,
	inTheWay,
	isSound,
	type Kept,
	sayKept,
	titleOf,
	typedText,
	unsaved,
} from './drafts.ts';
import {noMail} from './held.ts';
import {keyFor} from './keys-by-name.ts';
import {placeWords} from './place-words.ts';
import {isBusy} from './room.ts';
import {say, type State, type Step, step} from './state.ts';

/** Something half written: what it holds, by what it is known, and who hands it over; one's own without that. */
type Waiting = {kept: Kept; token: unknown; from?: Actor};

const waitingIn = ({left, mail = noMail, readOnly}: State): Waiting[] =>
	readOnly === undefined
		? [
				...(left ? [left] : []),
				...mail.offers.map(({id, at, schema, form, from}) => ({
					kept: {at, schema, forms: [form], open: true},
					token: id,
					from: from.actor,
				})),
			]
		: [];

/** What nobody has been asked about yet. */
const unasked = (state: State): Waiting | undefined =>
	waitingIn(state).find(({token}) => !state.asked.includes(token));

/** What an earlier run left: all that was not stored after all, and that no colleague has taken since. */
export function findLeft(state: State, found: Kept, token: unknown): Step {
	const kept = unsaved(state.database, found);
	const {taken} = state.mail ?? noMail;
	const isTaken = ({handed}: Kept['forms'][number]) => handed !== undefined && taken.has(handed.id);
	const own = kept.forms.filter((form) => !isTaken(form));
	const ids = kept.forms.filter(isTaken).flatMap(({handed}) => handed?.id ?? []);
	const forgotten = {kind: 'forget-taken', ids} as const;
	if (own.length === 0) return step(state, {kind: 'forget', token}, forgotten);
	const isOlder = kept.schema !== schemaVersion;
	const forms = own.filter((form) => isOlder || isSound(state, form));
	if (forms.length === 0) return step(state);
	const open = kept.open && forms.at(-1) === kept.forms.at(-1);
	const left = {...state, left: {kept: {...kept, forms, open}, token}};
	const line = state.begun && waitingLine(left);
	return step(line ? say(left, 'news', line) : left, forgotten);
}

/**
 * A question that came up by itself would take the key that somebody is just pressing as its answer. So it does only as
 * long as nobody has pressed anything; from then on a line says what waits, and a key asks.
 */
export function askAtStart(state: State): State {
	if (state.begun || state.overlay || isBusy(state)) return state;
	const first = unasked(state);
	return first ? ask(state, first) : state;
}

/** The line that says what waits, as long as nobody was asked about it; undefined when nothing does. */
export function waitingLine(state: State): string | undefined {
	const first = unasked(state);
	return first && sayWaiting(state, first);
}

/** The key first: of a narrow line the end is cut, and the title is read later anyway. */
function sayWaiting(state: State, {kept, from}: Waiting): string {
	const key = `${keyFor('offer.open')}${isBusy(state) ? ' later' : ''}`;
	return from
		? `${key}: ${actorName(from)} hands you ${titlesOf(state, kept)}`
		: `${key} brings back what you typed before and did not save`;
}

const titlesOf = (state: State, {forms}: Kept): string =>
	forms.map((form) => titleOf(state, form)).join(', ');

/** The line about an offer that came. */
export const sayOffered = (state: State, id: string): string | undefined => {
	const offered = waitingIn(state).find(({token}) => token === id);
	return offered && sayWaiting(state, offered);
};

export const mayAsk = (state: State): true | string =>
	state.readOnly ?? (waitingIn(state).length > 0 ? true : 'nothing waits for you');

/** Asks, or asks again: first about what nobody was asked about, then about the newest that was put off. */
export function askNow(state: State): Step {
	const newest = waitingIn(state).toSorted((a, b) => compareDays(b.kept.at, a.kept.at))[0];
	const next = unasked(state) ?? newest;
	return step(next ? ask(state, next) : state);
}

/** Asks about what waits: from then on nothing tells of it by itself. */
function ask(state: State, {kept, token, from}: Waiting): State {
	const again = `With ${keyFor('confirm.no')} it stays where it is: ${keyFor('offer.open')} asks again${from ? '' : ', and so does the next start'}.`;
	const who = from && actorName(from);
	const asks =
		kept.schema === schemaVersion
			? {
					title: who
						? `${who} hands you: ${titlesOf(state, kept)}`
						: 'Something you typed was not saved',
					lines: who
						? [
								`What is half written there is yours from then on. ${keyFor('offer.open')} asks again.`,
							]
						: [
								`${sayAgo(kept.at, state.now)}, when the session ended, this was half written:`,
								...sayKept(state, kept),
								again,
							],
					yes: who ? 'Open it' : 'Bring it back',
				}
			: {
					// Forms of an older version expect records in another shape: what was typed is there as text.
					full: true,
					title: who
						? `${who} hands you what was typed in an older version`
						: 'Typed in an older version of Boardwalk, and not saved',
					lines: [
						`${sayAgo(kept.at, state.now)} this was half written. It does not fit the forms of today, so here is its text:`,
						...kept.forms.flatMap((form) => ['', ...typedText(state, form)]),
						'',
						again,
					],
					yes: `I have it: ${who ? 'take' : 'forget'} it`,
				};
	const asked = [...state.asked, token];
	return {
		...state,
		asked,
		overlay: {kind: 'confirm', ...asks, effects: [], onward: {kind: 'take', token}},
	};
}

/** Goes on with what waits, where nothing of the same kind has been begun since; whoever had it hears of it. */
export function take(state: State, token: unknown): Step {
	const waiting = waitingIn(state).find((one) => one.token === token);
	if (!waiting) return step(say(state, 'info', 'It is no longer offered: it was taken back.'));
	const {kept, from} = waiting;
	const taken = from
		? ({kind: 'taken', id: String(token)} as const)
		: ({kind: 'brought-back', token} as const);
	const rest = from ? state : {...state, left: undefined};
	if (kept.schema !== schemaVersion) return step(rest, taken);
	const [begun] = inTheWay(state, kept.forms);
	if (begun) {
		const why = `Not opened: you have begun ${titleOf(state, begun)} yourself. Save it or empty it (${keyFor('form.afresh')}), then ${keyFor('offer.open')}.`;
		return step(say(state, 'refused', why));
	}
	const back = from
		? `From ${actorName(from)}, as it was left. It is yours now.`
		: `What you had typed is back. ${keyFor('form.afresh')} starts again.`;
	return step(say(bringBack(rest, kept), 'info', back), taken);
}

/** What another session had half written that ended for it. */
export function takeOver(state: State, kept: Kept, token: unknown): Step {
	const {state: found} = findLeft(state, kept, token);
	return found.left?.token === token ? take(found, token) : step(found);
}

/**
 * The same person is connected already, as when a laptop was closed and its line has not been missed yet: says so or,
 * if something is half written there and nobody has begun here, asks whether to take it over. Who else is connected is
 * known only a moment after the start: a question then would take the key that was meant for the screen as its answer.
 */
export function stillThere(
	state: State,
	{since, place, kept, left}: {since: string; place: ShownPlace; kept?: Kept; left?: unknown},
): State {
	const at = timeIn(since, state.database.organisation.timeZone);
	const where = placeWords(state.database, place);
	if (!kept || state.begun || state.overlay || isBusy(state)) {
		// Whatever is told already was asked for.
		if (state.message) return state;
		return say(
			state,
			'info',
			`You are still connected since ${at}, at ${where}: ${keyFor('here.show')} shows it.`,
		);
	}
	return {
		...state,
		overlay: {
			kind: 'confirm',
			title: 'You are still connected',
			lines: [
				`Since ${at}, at ${where}, with this half written:`,
				...sayKept(state, kept),
				`To take over ends that session. With ${keyFor('confirm.no')} both go on.`,
			],
			yes: 'Take over',
			effects: [{kind: 'take-over', token: left}],
		},
	};
}
