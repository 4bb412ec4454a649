import type {View} from '../screens/screen.ts';
import {screens, rowsOf, selectedOf} from '../screens/index.ts';
import {sayParts} from '../components/line.ts';
import {placeOf, type State} from '../state.ts';
import {spokenTheme} from '../theme.ts';

/** One thing that is told to whoever listens. */
export type Spoken =
	/** A line of its own. */
	| {kind: 'line'; text: string}
	/** What somebody else did: a line, but never in the middle of a word that is being typed. */
	| {kind: 'news'; text: string}
	/** The beginning of the line on which a text is typed: its label, and what stands before the caret. */
	| {kind: 'prompt'; text: string}
	/** What a key typed, on that line. */
	| {kind: 'typed'; text: string};

/** Lines, without those that say nothing. */
export const tellLines = (...texts: (string | undefined)[]): Spoken[] =>
	texts.flatMap((text) => (text ? [{kind: 'line' as const, text}] : []));

/** The place of a state as its screen sees it, in words alone. */
export const viewOf = (state: State): View => ({
	state,
	place: placeOf(state),
	theme: spokenTheme,
	width: state.columns,
	height: state.rows,
	selected: selectedOf(state),
});

/** `P1-04, In progress, Green, New laptops, 4 of 25`; undefined where nothing is selected. */
export function sayRow(state: State): string | undefined {
	const {screen} = placeOf(state);
	const rows = rowsOf(state);
	const path = selectedOf(state);
	if (screen === 'form' || path === undefined) return undefined;
	const parts = screens[screen].row(viewOf(state), path);
	return `${sayParts(spokenTheme, parts)}, ${rows.indexOf(path) + 1} of ${rows.length}`;
}

/** The lines of a page; none of a list. */
export function pageLines(state: State): string[] {
	const {screen} = placeOf(state);
	return screen === 'form' ? [] : screens[screen].draw(viewOf(state));
}
