import {currentStrategy} from '../../domain/queries/strategy/projects.ts';
import type {Binding} from '../bindings/binding.ts';
import {findBinding, scopesOf} from '../keymap.ts';
import {keyFor} from '../keys-by-name.ts';
import {redrawBindings} from '../bindings/redraw.ts';
import {formOf} from '../forms/open.ts';
import {atFirst} from '../how-do-i.ts';
import {quorumText, sayOverrun} from '../screens/meeting.ts';
import {isPage, screens, rowsOf} from '../screens/index.ts';
import {recordPage} from '../screens/pages/index.ts';
import {heldMeeting, placeOf, type State} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import type {Event} from '../update.ts';
import {
	isSameForm,
	promptOf,
	tellAllOfField,
	tellForm,
	tellInForm,
	tellStillInForm,
} from './form.ts';
import {passed, promptOfOverlay, tellAllOfOverlay, tellInOverlay, tellOverlay} from './overlay.ts';
import {pageLines, sayRow, tellLines, type Spoken, viewOf} from './told.ts';
import {beforeCaret, tellTyping} from './typing.ts';

/**
 * What an event did, for whoever listens: the lines of linear mode, where nothing is ever repainted. Pure, from the
 * same states, rows, bindings, forms and words as the screens.
 */
export function tell(before: State, event: Event, after: State): Spoken[] {
	if (isAskedAgain(before, event)) return tellAll(after);
	const said = [...tellMessage(before, event, after), ...tellRoom(before, event, after)];
	const done = [...said, ...tellChange(before, event, after)];
	const told =
		done.length > 0 || !isStill(before, event, after) ? done : tellLines(sayStill(after));
	const isPrompted = told.every(({kind}) => kind === 'typed' || kind === 'news');
	const ends = told.at(-1)?.kind === 'prompt';
	// While something is being saved the line stays as it is: what became of it follows.
	return isPrompted || ends || after.saving ? told : [...told, ...promptAt(after)];
}

/** The first lines: what is open, and how it stands. */
export function tellStart(state: State): Spoken[] {
	const {database, practice, publicOnly, readOnly} = state;
	const held = heldMeeting(state);
	const how = [
		practice ? 'PRACTICE: a scratch copy' : '',
		publicOnly ? 'PUBLIC' : readOnly === undefined ? '' : `READ ONLY: ${readOnly}`,
	];
	return [
		...tellLines(
			`Boardwalk: ${currentStrategy(database)?.title ?? 'no strategy yet'}, ${database.organisation.name}`,
			...how,
			...(state.first ? atFirst() : []),
			held ? `LIVE: ${held.id} ${held.title}, ${quorumText(state, held)}` : 'No meeting is open',
			`${keyFor('help.open')} says what can be done here, ${keyFor('global.redraw')} says again where you are.`,
		),
		...tellArrival(state),
	];
}

const isAskedAgain = (before: State, event: Event): boolean =>
	event.kind === 'key' && isRedraw(findBinding(scopesOf(before), event.key));

/** The key that draws a screen anew says again where one is. */
const isRedraw = (binding: Binding | undefined): boolean =>
	binding !== undefined && redrawBindings.includes(binding);

/** Where one is, in full. */
export function tellAll(state: State): Spoken[] {
	const {overlay, message} = state;
	if (overlay) return tellAllOfOverlay(state, overlay);
	const form = formOf(state);
	if (form) return tellAllOfField(state, form);
	return [
		...tellLines(message?.text),
		...tellArrival(state),
		...tellSelected(state),
		...promptAt(state),
	];
}

/** All that is recorded of the selected row, as the pane beside a list shows it. */
function tellSelected(state: State): Spoken[] {
	const {screen} = placeOf(state);
	const view = viewOf(state);
	if (screen === 'form' || view.selected === undefined) return [];
	return tellLines(...(screens[screen].beside ?? recordPage)(view, view.selected));
}

/** What was saved, refused or told; what others did waits for the end of a word. */
function tellMessage(before: State, event: Event, after: State): Spoken[] {
	const {message, problem} = after;
	const isNew = message !== undefined && message !== before.message;
	const kind = message?.tone === 'news' || event.kind === 'news' ? 'news' : 'line';
	return [
		...(problem !== undefined && problem !== before.problem
			? [{kind: 'news' as const, text: `Not up to date: ${problem}`}]
			: []),
		...(isNew ? [{kind, text: message.text} as const] : []),
	];
}

/** How many are there and whether the meeting may resolve, when that has changed; once, that an item's time is over. */
function tellRoom(before: State, event: Event, after: State): Spoken[] {
	const [was, is] = [heldMeeting(before), heldMeeting(after)];
	if (!was || !is || was.id !== is.id) return [];
	const now = quorumText(after, is);
	const kind = event.kind === 'news' && !after.saving ? 'news' : 'line';
	const over = sayOverrun(after, is);
	return [
		...(now === quorumText(before, was) ? [] : [{kind, text: now} as const]),
		// Time goes by whoever is typing.
		...(over === undefined || over === sayOverrun(before, was)
			? []
			: [{kind: 'news', text: over} as const]),
	];
}

function tellChange(before: State, event: Event, after: State): Spoken[] {
	const {overlay} = after;
	if (overlay) {
		return before.overlay?.kind === overlay.kind
			? tellInOverlay(before, before.overlay, after, overlay)
			: tellOverlay(after, overlay);
	}
	if (isElsewhere(before, after)) {
		return after.stack.length < before.stack.length ? tellReturn(after) : tellArrival(after);
	}
	if (before.overlay && event.kind === 'key') {
		return isConfirmed(before, event) ? [] : tellLines(sayWhere(after));
	}
	return tellInPlace(before, event, after);
}

/** Whether a question was answered with yes: what comes of it is told when it is done. */
const isConfirmed = (before: State, event: Event): boolean =>
	before.overlay?.kind === 'confirm' &&
	event.kind === 'key' &&
	findBinding(['confirm'], event.key)?.id === 'confirm.yes';

/** Whether another place is on show. */
function isElsewhere(before: State, after: State): boolean {
	const [from, to] = [placeOf(before), placeOf(after)];
	return (
		from.screen !== to.screen ||
		from.id !== to.id ||
		from.variant !== to.variant ||
		!isSameForm(from.form, to.form)
	);
}

/** How many lines a list without rows has at most: its headings, and why it is empty. */
const fewLines = 4;

/** A screen that somebody comes to: what it is, what stands above its rows, the selected one. */
function tellArrival(state: State): Spoken[] {
	const place = placeOf(state);
	if (place.screen === 'form') return place.form ? tellForm(state, place.form) : [];
	const {told, rows} = screens[place.screen];
	const lines = rows(state, place).length === 0 ? pageLines(state) : [];
	// Below its headings an empty list says why it is, and that is read at once.
	const more =
		lines.length > fewLines
			? `${lines.length} lines, ${keyFor('page.down')} reads on`
			: lines.at(-1);
	return tellLines(...told(viewOf(state)), sayRow(state) ?? more);
}

/** A screen that somebody comes back to: its first words, and where they were on it. */
function tellReturn(state: State): Spoken[] {
	const place = placeOf(state);
	if (place.screen === 'form') return place.form ? promptOf(state, place.form) : [];
	return tellLines(screens[place.screen].told(viewOf(state))[0], sayRow(state));
}

/** What changed on the screen that stays on show. */
function tellInPlace(before: State, event: Event, after: State): Spoken[] {
	const [from, to] = [placeOf(before), placeOf(after)];
	if (from.form && to.form) {
		const told = from.form === to.form ? [] : tellInForm(before, from.form, after, to.form);
		// A letter that alters nothing is answered all the same.
		const isLetter = event.kind === 'key' && event.key.length === 1;
		const isAnswered = told.length > 0 || after.message !== before.message;
		return isLetter && !isAnswered ? tellStillInForm(after, to.form) : told;
	}
	if (to.filtering && !from.filtering) return promptAt(after);
	if (from.filtering && !to.filtering) return tellLines(sayWhere(after));
	if (to.filtering) return tellTyping(from.filter ?? textFrom(''), to.filter ?? textFrom(''));
	if (from.filter?.value !== to.filter?.value) return tellLines(sayWhere(after));
	// Time that has gone by is not news of a row.
	const [was, is] = [sayRow({...before, now: after.now}), sayRow(after)];
	if (from.selected !== to.selected && was !== is) return tellLines(is);
	if (from.scroll !== to.scroll && rowsOf(after).length === 0) {
		return tellLines(...passed(pageLines(after), from.scroll ?? 0, to.scroll ?? 0));
	}
	return event.kind === 'key' && was !== is ? tellLines(is) : [];
}

/** The row, field or line where one is. */
function sayWhere(state: State): string | undefined {
	const place = placeOf(state);
	// A list without rows says so in its last line.
	return sayRow(state) ?? pageLines(state).at(isPage(place) ? (place.scroll ?? 0) : -1);
}

/** Where one is, to whoever would go further than there is anything. */
function sayStill(state: State): string | undefined {
	const {scroll = 0} = placeOf(state);
	const isEnd = rowsOf(state).length === 0 && scroll >= pageLines(state).length - 1;
	return isEnd ? 'the end' : sayWhere(state);
}

/** The line of whatever is being typed in. */
function promptAt(state: State): Spoken[] {
	if (state.overlay) return promptOfOverlay(state.overlay);
	const {form, filtering, filter} = placeOf(state);
	if (form) return promptOf(state, form);
	if (!filtering) return [];
	return [{kind: 'prompt', text: `Filter: ${beforeCaret(filter ?? textFrom(''))}`}];
}

/** Whether a key that goes somewhere went nowhere: at the end of a list one hears where one is. */
function isStill(before: State, event: Event, after: State): boolean {
	if (event.kind !== 'key' || before.overlay || before.saving || after.saving) return false;
	const {scope, id = ''} = findBinding(scopesOf(before), event.key) ?? {};
	// Going to where one is already leads nowhere either.
	return scope === 'list' || scope === 'page' || scope === 'walk' || id.startsWith('go.');
}
