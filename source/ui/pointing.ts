import {bodyOf} from './components/body.ts';
import {hintAt} from './components/footer.ts';
import {tabAt} from './components/tabs.ts';
import {isTooSmall, isTyping, press} from './input.ts';
import {findBinding, scopesOf} from './keymap.ts';
import {type KeyName, keysOf} from './keys-by-name.ts';
import {selectAt} from './navigate.ts';
import {isPage, rowsOf, selectedOf} from './screens/index.ts';
import {nameOn} from './screens/screen.ts';
import {frameAbove, paneGap, placeOf, type State, type Step, step} from './state.ts';
import type {Pointer} from './terminal/pointer.ts';
import {themeFor} from './theme.ts';

/** By how many lines a page scrolls for one notch of the wheel; a list goes on by a row. */
const notch = 3;

/**
 * What a pointer does: a key that there is already, or the selection. A tab is gone to, a hint at the bottom does what
 * its key does, a row is selected and, once selected, opened; the wheel scrolls what lies under it. Anything else is
 * nothing: where one types a click moves no text.
 */
export function pointAt(state: State, {pointer, column, row}: Pointer): Step {
	const {rows, overlay, linear} = state;
	if (linear || isTooSmall(state) || state.follows === 'locked' || overlay?.kind === 'blank')
		return step(state);
	if (pointer !== 'click') return turn(state, pointer, column);
	if (row === rows - 1) return pressNamed(state, hintAt(state, column));
	if (overlay || placeOf(state).screen === 'form') return step(state);
	if (row === frameAbove - 1) return pressNamed(state, tabAt(state, column));
	const path = rowAt(state, column, row - frameAbove);
	if (path === undefined) return step(state);
	if (path === selectedOf(state)) return pressNamed(state, 'list.open');
	return step(selectAt(state, rowsOf(state).indexOf(path)));
}

/** The path of the row that lies there, counted from the first line below the header. */
function rowAt(state: State, column: number, row: number): string | undefined {
	const {main, mainWidth} = bodyOf(state, {...themeFor({}), names: true});
	const drawn = main[row];
	return column < mainWidth && drawn !== undefined ? nameOn(drawn) : undefined;
}

/** Presses the key of that name, if there is one and it holds here. */
function pressNamed(state: State, name: KeyName | undefined): Step {
	return name === undefined ? step(state) : press(state, keysOf(name)[0]);
}

/** A notch of the wheel: what lies beside a list is read on in, a list goes on by a row, a page by some lines. */
function turn(state: State, way: 'up' | 'down', column: number): Step {
	if (isTyping(state) && state.overlay?.kind !== 'quick') return step(state);
	if (!state.overlay) {
		const {side, mainWidth} = bodyOf(state, themeFor({}));
		if (side && column >= mainWidth + paneGap)
			return pressNamed(state, way === 'down' ? 'pane.down' : 'pane.up');
	}
	if (!findBinding(scopesOf(state), way)) return step(state);
	const isRead = state.overlay ? state.overlay.kind !== 'quick' : isPage(placeOf(state));
	let reached = step(state);
	for (let times = isRead ? notch : 1; times > 0; times--) reached = press(reached.state, way);
	return reached;
}
