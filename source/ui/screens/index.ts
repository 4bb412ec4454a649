import {type Place, placeOf, type ScreenName, type State} from '../state.ts';
import {log, register} from './register.ts';
import {meeting, roll} from './meeting.ts';
import {overview} from './overview.ts';
import {recordPage} from './pages/index.ts';
import {portfolio, walk} from './projects.ts';
import type {Screen} from './screen.ts';

/** A record that fills the screen and scrolls. */
const page = (collection: string): Screen => ({
	pane: false,
	rows: () => [],
	draw: (view) => recordPage(view, `${collection}/${view.place.id}`),
});

export const screens: Record<Exclude<ScreenName, 'form'>, Screen> = {
	overview,
	walk,
	portfolio,
	meeting,
	roll,
	register,
	log,
	project: page('projects'),
	decision: page('decisions'),
	entry: page('log'),
};

/** Screens that scroll as a page instead of having rows. */
export const isPage = ({screen}: Place): boolean =>
	screen === 'project' || screen === 'decision' || screen === 'entry';

export const rowsOf = (state: State, place: Place = placeOf(state)): readonly string[] =>
	place.screen === 'form' ? [] : screens[place.screen].rows(state, place);

/** The path of the selected row: the one chosen, or the first while that one is not to be seen. */
export function selectedOf(state: State, place: Place = placeOf(state)): string | undefined {
	const rows = rowsOf(state, place);
	return place.selected !== undefined && rows.includes(place.selected) ? place.selected : rows[0];
}
