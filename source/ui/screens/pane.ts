import {bodyHeight, isWide, leastPane, paneGap, paneWidths, placeOf, type State} from '../state.ts';
import {type Theme, themeFor} from '../theme.ts';
import {showsGrid} from './grids/index.ts';
import {screens, selectedOf} from './index.ts';
import {recordPage} from './pages/index.ts';
import {scrolled} from './screen.ts';

/** Whether a screen shows a second pane in a window of so many columns. */
const isShown = (pane: boolean | number, columns: number): boolean =>
	typeof pane === 'number' ? columns >= pane : pane;

/** The cells of the list and of the pane beside it; undefined where the screen has none, or the window no room. */
export function panesOf(state: State): {main: number; side: number} | undefined {
	const place = placeOf(state);
	const {screen} = place;
	// What the quick line finds has the whole width.
	const isFinding = state.overlay?.kind === 'quick';
	if (screen === 'form' || !isWide(state) || showsGrid(place) || isFinding) return undefined;
	const {pane, leastList} = screens[screen];
	if (!isShown(pane, state.columns)) return undefined;
	// A list of many columns keeps those that it had without a pane.
	return paneWidths(
		state.columns,
		leastList ?? (typeof pane === 'number' ? pane - leastPane - paneGap : undefined),
	);
}

/** All lines of the pane beside a list: the page of the selected record. */
function pageBeside(state: State, theme: Theme, width: number): string[] {
	const place = placeOf(state);
	if (place.screen === 'form') return [];
	const selected = selectedOf(state);
	const view = {state, place, theme, width, height: bodyHeight(state), selected};
	return (screens[place.screen].beside ?? recordPage)(view, place.beside ?? selected);
}

/** How far the pane can be scrolled; its last line always says what is left, or that nothing is. */
export function paneOverflow(state: State): number {
	const panes = panesOf(state);
	if (!panes) return 0;
	const lines = pageBeside(state, themeFor({}), panes.side).length;
	const height = bodyHeight(state);
	return lines <= height ? 0 : lines - height + 1;
}

/** The lines of the pane that there is room for; the last one says how many there is none for, and what shows them. */
export function paneLines(state: State, theme: Theme, width: number): string[] {
	const lines = pageBeside(state, theme, width);
	const place = placeOf(state);
	return scrolled({theme, width, place}, lines, bodyHeight(state), {
		on: 'pane.down',
		back: 'pane.up',
	});
}
