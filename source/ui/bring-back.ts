import {sayAgo, timeIn} from '../domain/calendar.ts';
import {schemaVersion} from '../domain/schema/values.ts';
import type {ShownPlace} from '../store/store.ts';
import {bringBack, inTheWay, isSound, type Kept, sayKept, typedText, unsaved} from './drafts.ts';
import {untaken} from './handover.ts';
import {placeWords} from './place-words.ts';
import {isBusy} from './room.ts';
import {say, type State, type Step, step} from './state.ts';
import {keyFor} from './keys-by-name.ts';

/** An earlier run left something: all that was not stored after all, and that no colleague has taken since. */
export function findLeft(state: State, found: Kept, token: unknown): Step {
	const kept = unsaved(state.database, found);
	const {forms: own, ids} = untaken(kept.forms, state.mail);
	const taken = {kind: 'forget-taken', ids} as const;
	if (own.length === 0) return step(state, {kind: 'forget', token}, taken);
	if (kept.schema !== schemaVersion) return step(tellLeft({...state, left: {kept, token}}), taken);
	const forms = own.filter((form) => isSound(state, form));
	if (forms.length === 0) return step(state);
	const open = kept.open && forms.at(-1) === kept.forms.at(-1);
	return step(tellLeft({...state, left: {kept: {...kept, forms, open}, token}}), taken);
}

const tellLeft = (state: State): State =>
	state.begun && leftWaits(state) ? say(state, 'news', leftLine(state)) : state;

/** Whether something that was left half written has not been asked about yet. */
export const leftWaits = ({left, asked}: State): boolean =>
	left !== undefined && !asked.includes(left.token);

/** The line that says so. The key first: of a narrow line the end is cut. */
export const leftLine = (state: State): string =>
	`${keyFor('offer.open')}${isBusy(state) ? ' later' : ''} brings back what you typed before and did not save`;

/** Asks about what was left half written. */
export function askLeft(state: State): State {
	const {left, asked} = state;
	if (!left) return state;
	if (left.kept.schema !== schemaVersion) return askOlder(state, left);
	return {
		...state,
		asked: [...asked, left.token],
		overlay: {
			kind: 'confirm',
			title: 'Something you typed was not saved',
			lines: [
				`${sayAgo(left.kept.at, state.now)}, when the session ended, this was half written:`,
				...sayKept(state, left.kept),
				`With ${keyFor('confirm.no')} it stays where it is: ${keyFor('offer.open')} asks again, and so does the next start.`,
			],
			yes: 'Bring it back',
			effects: [],
			onward: {kind: 'bring-back'},
		},
	};
}

/** What was typed for an older version is shown as text: its forms expect records in another shape. */
const askOlder = (state: State, {kept, token}: NonNullable<State['left']>): State => ({
	...state,
	asked: [...state.asked, token],
	left: undefined,
	overlay: {
		kind: 'confirm',
		full: true,
		title: 'Typed in an older version of Boardwalk, and not saved',
		lines: [
			`${sayAgo(kept.at, state.now)} this was half written. It does not fit the forms of today, so here is its text:`,
			...kept.forms.flatMap((form) => ['', ...typedText(state, form)]),
			'',
			`With ${keyFor('confirm.no')} it stays where it is and is shown again at the next start.`,
		],
		yes: 'I have it: forget it',
		effects: [{kind: 'forget', token}],
	},
});

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

/** Brings it back; what was begun anew since is not put in its place. */
export function takeBack(state: State): Step {
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
	return step({...bringBack(state, kept), left: undefined}, {kind: 'brought-back', token});
}
