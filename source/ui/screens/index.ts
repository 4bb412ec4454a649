import {bodyHeight, type Place, placeOf, type ScreenName, type State} from '../state.ts';
import {themeFor} from '../theme.ts';
import {lawful} from './lawful.ts';
import {here} from './here.ts';
import {log} from './log.ts';
import {meeting} from './meeting.ts';
import {members} from './members.ts';
import {minutes} from './minutes.ts';
import {overview} from './overview.ts';
import {paper} from './paper.ts';
import {recordPage} from './pages/index.ts';
import {portfolio} from './portfolio.ts';
import {walk} from './projects.ts';
import {isRecordPage, record} from './record.ts';
import {register} from './register.ts';
import {line} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import {gridRows} from './grids/grid.ts';
import {gridOf} from './grids/index.ts';
import type {Screen, View} from './screen.ts';
import {roll} from './roll.ts';
import {roles} from './roles.ts';
import {strategy} from './strategy.ts';
import {views} from './views.ts';
import {waiting} from './waiting.ts';

/** A record that fills the screen and scrolls. */
const page = (collection: string): Screen => ({
	pane: false,
	rows: () => [],
	row: () => [],
	told: (view) => recordPage(view, `${collection}/${view.place.id}`).slice(0, 1),
	draw: (view) => recordPage(view, `${collection}/${view.place.id}`),
});

/** A decision’s page, or the table of its votes line by line: how far it scrolls, and what is told where nothing is drawn. */
function decisionLines(view: View): string[] {
	const {state, place, theme, width} = view;
	const grid = gridOf(state, place);
	if (!grid) return recordPage(view, `decisions/${place.id}`);
	return [
		line(theme, width, ['strong', ` ${grid.title}; ${keyFor(grid.back)} goes back`]),
		...(grid.empty === '' ? gridRows(grid) : [grid.empty]).map((text) =>
			line(theme, width, ` ${text}`),
		),
	];
}

export const screens: Record<Exclude<ScreenName, 'form'>, Screen> = {
	overview,
	walk,
	portfolio,
	meeting,
	roll,
	members,
	lawful,
	minutes,
	register,
	log,
	here,
	waiting,
	views,
	roles,
	paper,
	record,
	strategy,
	project: page('projects'),
	decision: {
		...page('decisions'),
		told: (view) => decisionLines(view).slice(0, 1),
		draw: decisionLines,
	},
	notice: page('notices'),
	entry: page('log'),
	whole: {
		...page(''),
		told: (view) => recordPage(view, view.place.id).slice(0, 1),
		draw(view) {
			const {id} = view.place;
			// Of an item it is read here as well what the law asks.
			const asked = lawful.beside?.(view, id) ?? [];
			return [...recordPage(view, id), ...(asked.length > 0 ? ['', ...asked] : [])];
		},
	},
};

/** How far a page can be scrolled: its lines that do not fit. They do not depend on the theme. */
export function pageOverflow(state: State): number {
	const place = placeOf(state);
	if (place.screen === 'form') return 0;
	const height = bodyHeight(state);
	const theme = themeFor({});
	const view = {state, place, theme, width: state.columns, height, selected: undefined};
	return Math.max(0, screens[place.screen].draw(view).length - height);
}

/** Screens that scroll as a page instead of having rows. */
export const isPage = (place: Place): boolean =>
	place.screen === 'record'
		? isRecordPage(place)
		: ['project', 'decision', 'notice', 'minutes', 'entry', 'whole'].includes(place.screen);

/** Whether all of an agenda item is on show. */
export const isItemPage = ({screen, id}: Place): boolean =>
	screen === 'whole' && /^meetings\/[^/]+\/agenda\//.test(id ?? '');

/** Screens of what the strategy half keeps: there it is made, edited, moved and taken off. */
export const keepsRecords = ({screen}: Place): boolean =>
	['walk', 'portfolio', 'project', 'record', 'strategy'].includes(screen);

export const rowsOf = (state: State, place: Place = placeOf(state)): readonly string[] =>
	place.screen === 'form' ? [] : screens[place.screen].rows(state, place);

/** The path of the selected row: the one chosen, or the first while that one is not to be seen. */
export function selectedOf(state: State, place: Place = placeOf(state)): string | undefined {
	const rows = rowsOf(state, place);
	return place.selected !== undefined && rows.includes(place.selected) ? place.selected : rows[0];
}
