import {keyFor, type KeyName} from '../keys-by-name.ts';
import type {ScreenName, State} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import type {Theme} from '../theme.ts';
import {line, type LinePart} from './line.ts';

/** The screens that are reached by a number: what they are called, and in a small window. */
const tabs = [
	['overview', 'Overview', 'Over'],
	['walk', 'Walk', 'Walk'],
	['portfolio', 'Portfolio', 'Port'],
	['meeting', 'Meeting', 'Meet'],
	['register', 'Register', 'Reg'],
	['log', 'Log', 'Log'],
	['minutes', 'Minutes', 'Min'],
	['members', 'Boards', 'Board'],
	['strategy', 'Strategy', 'Strat'],
] as const;

/** Pages that stand under a tab where no tab was gone through to them. */
const under: Partial<Record<ScreenName, ScreenName>> = {
	project: 'portfolio',
	roll: 'meeting',
	roles: 'members',
	lawful: 'meeting',
	decision: 'register',
	notice: 'register',
	entry: 'log',
	waiting: 'overview',
	record: 'strategy',
};

/** The tab of what is shown: that of the screen which was gone to last. */
function hereOf({stack}: State): ScreenName {
	const gone = stack.findLast(
		({screen}) => screen !== 'overview' && tabs.some(([tab]) => tab === screen),
	);
	const first = stack.find(({screen}) => screen !== 'overview');
	return gone?.screen ?? (first && under[first.screen]) ?? 'overview';
}

type Tab = {name: KeyName; parts: LinePart[]; width: number};

/** The tabs as they stand side by side. A small window has every one of them, but short names for those that are not shown. */
function tabsOf(state: State): Tab[] {
	const here = hereOf(state);
	const [gap, isSpelt] = state.columns >= 106 ? [' ', true] : ['', state.columns >= 79];
	return tabs.map(([screen, label, short]) => {
		const name: KeyName = `go.${screen}`;
		const key = keyFor(name);
		const parts: LinePart[] =
			screen === here
				? [
						['edge', '['],
						['tab', label],
						['edge', ']'],
					]
				: [
						['key', key],
						['dim', gap + (isSpelt ? label : short)],
					];
		const padded: LinePart[] = gap === '' ? parts : [' ', ...parts, ' '];
		const text = padded.map((part) => (typeof part === 'string' ? part : part[1])).join('');
		return {name, parts: padded, width: widthOf(text)};
	});
}

/** The line of tabs. */
export const tabLine = (state: State, theme: Theme): string =>
	line(theme, state.columns, ...tabsOf(state).flatMap(({parts}) => [...parts, ' ']));

/** The name of the key whose tab stands over a column of that line. */
export function tabAt(state: State, column: number): KeyName | undefined {
	let left = 0;
	return tabsOf(state).find(({width}) => {
		const isHere = column >= left && column < left + width;
		left += width + 1;
		return isHere;
	})?.name;
}
