import {filterProjects} from '../../domain/queries/strategy/project-filter.ts';
import {
	columnsIn,
	groupProjects,
	isGroup,
	isOrder,
	orderProjects,
	projectGroups,
	projectOrders,
	sayTotals,
} from '../../domain/queries/strategy/project-order.ts';
import type {Project} from '../../domain/schema/index.ts';
import {count} from '../../domain/words.ts';
import {headLine, line, type LinePart} from '../components/line.ts';
import {keyFor} from '../keys-by-name.ts';
import {type Place, todayOf} from '../state.ts';
import {widthOf} from '../text/graphemes.ts';
import {gridParts} from './grids/grid.ts';
import {gridOf, showsGrid} from './grids/index.ts';
import {candidateView, dependencyView} from './portfolio/comparing.ts';
import {measureView} from './portfolio/measures.ts';
import {riskView} from './portfolio/risks.ts';
import {timelineView} from './portfolio/timeline.ts';
import type {PortfolioView} from './portfolio/view.ts';
import {filterLine, isFiltered, projectParts} from './projects.ts';
import {idOf, listLines, remembered, type Screen, type View, windowNote} from './screen.ts';

/** The projects that the filter leaves. */
const shownOf = remembered((state, place): readonly Project[] =>
	filterProjects(state.database, place.filter?.value ?? '', todayOf(state)),
);

/** What they come to. */
const totalsOf = remembered((state, place) =>
	sayTotals(state.database, shownOf(state, place), todayOf(state)),
);

/** Their groups. */
const groupsOf = remembered((state, place) =>
	groupProjects(
		state.database,
		orderProjects(state.database, shownOf(state, place), isOrder(place.order) ? place.order : ''),
		isGroup(place.group) ? place.group : '',
	),
);

/** The list of projects, in its order and its groups. A group’s heading is a row too, which says what the group comes to. */
const listView: PortfolioView = {
	title: 'List',
	rows: (state, place) =>
		groupsOf(state, place).flatMap((group) => [
			...(group.id === '' ? [] : [`group/${group.id}`]),
			...group.projects.map(({id}) => `projects/${id}`),
		]),
	row: (view, path) =>
		path.startsWith('group/') ? groupParts(view, path) : projectParts(view, path),
	heading({theme, width}) {
		const columns = columnsIn(width - 2 - 9 - 23 - 8 - 40);
		const room = width - 42 - columns.reduce((sum, {cells}) => sum + cells, 0);
		const more = columns.map(({title, cells}) => ` ${title}`.padEnd(cells)).join('');
		return headLine(
			theme,
			width,
			`  ${'Id'.padEnd(9)}${'Status'.padEnd(23)}${'RAG'.padEnd(8)}${more === '' ? 'Title' : 'Title'.padEnd(room) + more}`,
		);
	},
	empty: `There are no projects yet: ${keyFor('record.add')} makes one.`,
};

function groupParts({state, place}: View, path: string): LinePart[] {
	const {database} = state;
	const group = groupsOf(state, place).find(({id}) => id === idOf(path));
	return group
		? [
				['strong', `${group.title}  `],
				['dim', sayTotals(database, group.projects, todayOf(state))],
			]
		: [];
}

/** A table that a key brings up, row by row in words: ink-table draws it (components/grid.tsx). */
const tableOf = (title: string): PortfolioView => ({
	title,
	rows: (state, place) => (gridOf(state, place)?.rows ?? []).flatMap(({path}) => path ?? []),
	row({state, place}, path) {
		const grid = gridOf(state, place);
		return grid ? gridParts(grid, path) : [];
	},
	heading: () => '',
	empty: 'There is nothing to compare yet.',
});

/** The ways of looking at the portfolio, in the order in which a key goes through them. */
export const portfolioViews: Record<string, PortfolioView> = {
	list: listView,
	timeline: timelineView,
	risks: riskView,
	measures: measureView,
	candidates: candidateView,
	dependencies: dependencyView,
	matrix: tableOf('Criteria'),
};

/** Tables of what a way of looking shows, which a key brings up over it. */
const tables: Record<string, PortfolioView> = {
	'risk-table': tableOf('Risks as a table'),
	'measure-table': tableOf('Measures as a table'),
};

/** The table of a way of looking, by name; of a table, what it was brought up over. Undefined is the list. */
export function tableFor(variant: string | undefined): string | undefined {
	const over: Record<string, string | undefined> = {
		risks: 'risk-table',
		'risk-table': 'risks',
		measures: 'measure-table',
		'measure-table': 'measures',
		matrix: undefined,
	};
	return variant !== undefined && Object.hasOwn(over, variant) ? over[variant] : 'matrix';
}

const viewOf = ({variant = 'list'}: Place): PortfolioView => {
	const all = {...portfolioViews, ...tables};
	return (Object.hasOwn(all, variant) ? all[variant] : undefined) ?? listView;
};

/** The names of the ways of looking, the one on show marked. */
function viewsLine({place, theme, width}: View): string {
	const here = viewOf(place);
	const views = Object.values(portfolioViews);
	// Where there is no room for all, the first ones give way to the one on show and what follows it.
	const needs = (from: number) =>
		views.slice(from).reduce((sum, {title}) => sum + widthOf(title) + 3, 1);
	let first = 0;
	while (needs(first) > width && views[first] !== here) first++;
	const parts = views
		.slice(first)
		.flatMap((one): LinePart[] =>
			one === here ? [['key', `[${one.title}] `]] : [['dim', ` ${one.title}  `]],
		);
	return line(theme, width, ' ', ...parts);
}

/** What the list comes to, how it is ordered, and which part of it is seen. */
function totalsLine(view: View, rows: readonly string[], height: number): string {
	const {state, place, theme, width} = view;
	const projects = shownOf(state, place);
	if (isFiltered(place)) return filterLine(view, projects.length, state.database.projects.length);
	const order =
		isOrder(place.order) && place.order !== ''
			? `by ${projectOrders[place.order].toLowerCase()}`
			: '';
	const group =
		isGroup(place.group) && place.group !== ''
			? `grouped by ${projectGroups[place.group].toLowerCase()}`
			: '';
	const said = [order, group, windowNote(view, rows, height)].filter(Boolean).join(', ');
	return line(
		theme,
		width,
		['strong', ` ${totalsOf(state, place)}`],
		['dim', said === '' ? '' : `   ${said}`],
	);
}

export const portfolio: Screen = {
	pane: 160,
	rows: remembered((state, place) => viewOf(place).rows(state, place, shownOf(state, place))),
	row: (view, path) => viewOf(view.place).row(view, path),
	told(view) {
		const {state, place} = view;
		const here = viewOf(place);
		const rows = portfolio.rows(state, place);
		return [
			showsGrid(place)
				? `${place.variant === 'matrix' ? 'Criteria matrix' : here.title}; ${keyFor('portfolio.matrix')} goes back`
				: here === listView
					? 'Portfolio'
					: `Portfolio: ${here.title.toLowerCase()}`,
			here === listView
				? count(state.database.projects.length, 'project')
				: count(rows.length, 'row'),
			...(here.told?.(view) ?? []),
		];
	},
	draw(view) {
		const {state, place, theme, width, height} = view;
		const here = viewOf(place);
		const rows = portfolio.rows(state, place);
		const above = here.above?.(view, rows) ?? [];
		const below = here.below?.(view) ?? [];
		const room = Math.max(1, height - 2 - above.length - 1 - below.length);
		const heading = here.heading(view);
		const head = [
			viewsLine(view),
			totalsLine(view, rows, room),
			...above,
			...(heading === '' ? [] : [heading]),
		];
		if (rows.length === 0) {
			const why =
				isFiltered(place) && shownOf(state, place).length === 0
					? `No project fits the filter. ${keyFor('place.back')} clears it.`
					: here.empty;
			return [...head, line(theme, width, `  ${why}`)];
		}
		const body = listLines(view, rows, height - head.length - below.length, here.row);
		const blank = Array.from(
			{length: Math.max(0, height - head.length - body.length - below.length)},
			() => '',
		);
		return below.length === 0 ? [...head, ...body] : [...head, ...body, ...blank, ...below];
	},
};
