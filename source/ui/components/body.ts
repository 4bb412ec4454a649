import {formLines} from '../screens/form.ts';
import {isPage, screens, selectedOf} from '../screens/index.ts';
import {paneLines, panesOf} from '../screens/pane.ts';
import type {View} from '../screens/screen.ts';
import {showsTree, treeLines} from '../trees.ts';
import {bodyHeight, placeOf, type State} from '../state.ts';
import type {Theme} from '../theme.ts';
import {statusLines} from './footer.ts';
import {line, rule, wrapped} from './line.ts';
import {atFirst} from '../how-do-i.ts';
import {rollCallLines} from './roll-call.ts';
import {confirmLines, helpLines, quickLines} from './overlays.ts';

type Body = {
	/** The lines of the screen, at its left or over the whole width. */
	main: string[];
	/** The selected record's page beside it, when the terminal is wide enough. */
	side?: string[];
	mainWidth: number;
	sideWidth: number;
};

/** What stands between header and footer: exactly as many lines as there is room for. */
export function bodyOf(state: State, theme: Theme): Body {
	const place = placeOf(state);
	const height = bodyHeight(state);
	const {columns, overlay} = state;
	if (overlay?.kind === 'blank') {
		return {main: blankLines(state, theme), mainWidth: columns, sideWidth: 0};
	}
	if (overlay?.kind === 'help') {
		const lines = helpLines(state, theme, columns, height, overlay.scroll);
		return {main: lines, mainWidth: columns, sideWidth: 0};
	}
	if (showsTree(state)) {
		return {main: treeLines(state, theme).slice(0, height), mainWidth: columns, sideWidth: 0};
	}
	const panes = panesOf(state);
	const mainWidth = panes?.main ?? columns;
	const sideWidth = panes?.side ?? 0;
	const selected = selectedOf(state);
	const view: View = {state, place, theme, width: mainWidth, height, selected};
	const main = withStatus(view, withFirst(view, overlaid(view, drawn(view))));
	const side = panes && paneLines(state, theme, panes.side);
	return {main, side, mainWidth, sideWidth};
}

function drawn(view: View): string[] {
	const {place, height} = view;
	if (place.screen === 'form') return place.form ? formLines(view, place.form) : [];
	const lines = screens[place.screen].draw(view);
	if (!isPage(place)) return lines.slice(0, height);
	const top = Math.min(place.scroll ?? 0, Math.max(0, lines.length - height));
	return lines.slice(top, top + height);
}

/** How one begins lies over the last lines, until the first key; whatever else is asked comes before it. */
function withFirst({state, theme, width, height}: View, lines: string[]): string[] {
	if (!state.first || state.overlay) return lines;
	const told = [
		rule(theme, width, 'Your first time here? Any key goes on'),
		...atFirst().flatMap((text) =>
			wrapped(theme, width - 1, text).map((piece) => line(theme, width, ['accent', ` ${piece}`])),
		),
	];
	return [...filled(lines, height - told.length), ...told];
}

/** The first lines of a long refusal lie over the last ones of the screen. */
function withStatus({state, theme, height}: View, lines: string[]): string[] {
	const above = statusLines(state, theme).slice(0, -1);
	if (above.length === 0) return lines;
	return [...filled(lines, height - above.length), ...above];
}

/** One line in the middle of the whole window, so that who blanked it knows how to go on. */
function blankLines(state: State, theme: Theme): string[] {
	const text = 'Blanked. Press . to go on.';
	const before = ' '.repeat(Math.max(0, Math.floor((state.columns - text.length) / 2)));
	const above = Math.max(0, Math.floor(bodyHeight(state) / 2) - 1);
	return [...Array.from({length: above}, () => ''), line(theme, state.columns, `${before}${text}`)];
}

/** Exactly so many lines. */
const filled = (lines: readonly string[], height: number): string[] =>
	Array.from({length: Math.max(0, height)}, (_, index) => lines[index] ?? '');

/** A prompt takes the lines at the bottom; what it is about stays in sight above it. */
function overlaid(view: View, lines: string[]): string[] {
	const {state, theme, width, height} = view;
	const {overlay} = state;
	if (overlay?.kind === 'roll-call')
		return filled(rollCallLines(state, overlay, theme, width, height), height);
	if (overlay?.kind !== 'quick' && overlay?.kind !== 'confirm') return lines;
	const prompt =
		overlay.kind === 'quick'
			? quickLines(state, overlay, theme, width, height)
			: confirmLines(overlay, theme, width, height);
	if (overlay.kind === 'confirm' && overlay.full) return filled(prompt, height);
	return [...filled(lines, height - prompt.length), ...prompt].slice(0, height);
}
