import {pageOverflow} from '../screens/index.ts';
import {paneOverflow} from '../screens/pane.ts';
import {keyFor} from '../keys-by-name.ts';
import {
	atPlace,
	bodyHeight,
	pageStride,
	placeOf,
	type ScreenName,
	type State,
	type Step,
	step,
} from '../state.ts';
import {moveBy, nextPage, nextProject, openPath, selectAt, walkTo} from '../navigate.ts';
import {textFrom} from '../text/edit.ts';
import {openForm} from '../forms/open.ts';
import {portfolioViews, tableFor} from '../screens/portfolio.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {openParts} from './records.ts';

/** Scrolls a page, not beyond its last line. */
function scrollBy(state: State, by: number): Step {
	const place = placeOf(state);
	const wanted = Math.max(0, (place.scroll ?? 0) + by);
	return step(atPlace(state, {scroll: Math.min(wanted, pageOverflow(state))}));
}

/** Scrolls the pane beside a list by half its height, not beyond its end. */
function scrollPane(state: State, by: number): Step {
	const wanted = (placeOf(state).scroll ?? 0) + by * Math.max(1, Math.floor(bodyHeight(state) / 2));
	return step(
		atPlace(state, {scroll: Math.max(0, Math.min(wanted, paneOverflow(state))) || undefined}),
	);
}

const hasMore = (state: State): true | string =>
	placeOf(state).screen !== 'paper' && paneOverflow(state) > 0
		? true
		: 'the pane shows all there is';

/** What is done on lists of which nothing is opened. */
const instead: Partial<Record<ScreenName, string>> = {
	paper: `${keyFor('paper.bring-in')} brings it in, ${keyFor('paper.edit')} edits a finding`,
	members: `there is nothing more to open: ${keyFor('member.edit')} edits`,
};

const filterable = ['walk', 'portfolio', 'register', 'log', 'roll', 'members'];

/** Screens on which one looks for another name each time. */
const soughtAnew = ['roll', 'members'];

/** Previous view or after the one on show, around the ends. */
function turnView(state: State, by: number): State {
	const names = Object.keys(portfolioViews);
	const index = names.indexOf(placeOf(state).variant ?? 'list');
	const next = names[(Math.max(0, index) + by + names.length) % names.length];
	return atPlace(state, {variant: next === 'list' ? undefined : next, selected: undefined});
}

const toggle = (state: State, first: string, second: string): Step =>
	step(
		atPlace(state, {
			variant: placeOf(state).variant === second ? first : second,
		}),
	);

export const listBindings: Binding[] = [
	{
		id: 'walk.next',
		scope: 'walk',
		label: 'Next project, then the next priority',
		hint: 'next',
		run: (state) => step(nextProject(state, 1)),
	},
	{
		id: 'walk.previous',
		scope: 'walk',
		label: 'Previous project',
		run: (state) => step(nextProject(state, -1)),
	},
	{
		id: 'walk.next-priority',
		scope: 'walk',
		label: 'Next priority',
		hint: 'priority',
		run: (state) => step(walkTo(state, 1)),
	},
	{
		id: 'walk.previous-priority',
		scope: 'walk',
		label: 'Previous priority',
		run: (state) => step(walkTo(state, -1)),
	},
	{
		id: 'walk.all',
		scope: 'walk',
		label: 'All projects, or only those still open',
		hint: 'all/open',
		run: (state) => toggle(state, 'open', 'all'),
	},
	{
		id: 'portfolio.matrix',
		scope: 'portfolio',
		label: 'As a table: risks, measures, else projects against success criteria; and back',
		hint: 'table',
		run: (state) => step(atPlace(state, {variant: tableFor(placeOf(state).variant)})),
	},
	{
		id: 'walk.risks',
		scope: 'walk',
		label: 'Risks of the project; the arrow goes up',
		enabled: (state) => (subjectOf(state).project ? true : 'select a project first'),
		run: (state) => openParts(state, 'risks'),
	},
	{
		id: 'portfolio.next-view',
		scope: 'portfolio',
		label: 'Next view: timeline, risks, measures, candidates, dependencies, criteria',
		hint: 'views',
		run: (state) => step(turnView(state, 1)),
	},
	{
		id: 'portfolio.previous-view',
		scope: 'portfolio',
		label: 'Previous view',
		run: (state) => step(turnView(state, -1)),
	},
	{
		id: 'portfolio.order',
		scope: 'portfolio',
		label: 'Order and groups of the list',
		hint: 'order',
		run: (state) => step(openForm(state, 'order', {})),
	},
	{id: 'list.down', scope: 'list', label: 'Down', run: (state) => step(moveBy(state, 1))},
	{id: 'list.up', scope: 'list', label: 'Up', run: (state) => step(moveBy(state, -1))},
	{
		id: 'list.page-down',
		scope: 'list',
		label: 'A page down',
		run: (state) => step(moveBy(state, pageStride(state))),
	},
	{
		id: 'list.page-up',
		scope: 'list',
		label: 'A page up',
		run: (state) => step(moveBy(state, -pageStride(state))),
	},
	{id: 'list.first', scope: 'list', label: 'First', run: (state) => step(selectAt(state, 0))},
	{id: 'list.last', scope: 'list', label: 'Last', run: (state) => step(selectAt(state, -1))},
	{
		id: 'list.open',
		scope: 'list',
		label: 'Open what is selected',
		hint: 'open',
		enabled: (state) =>
			openPath(state, subjectOf(state).path) === state
				? (instead[placeOf(state).screen] ?? 'there is nothing more to open')
				: true,
		run: (state) => step(openPath(state, subjectOf(state).path)),
	},
	{
		id: 'list.filter',
		scope: 'list',
		label: 'Filter as you type',
		hint: 'filter',
		enabled: (state) =>
			filterable.includes(placeOf(state).screen) ? true : 'there is nothing to filter here',
		run: (state) =>
			step(
				atPlace(state, {
					filtering: true,
					filter:
						(soughtAnew.includes(placeOf(state).screen) ? undefined : placeOf(state).filter) ??
						textFrom(''),
				}),
			),
	},
	{
		id: 'pane.down',
		scope: 'list',
		label: 'Scroll down the second pane',
		enabled: hasMore,
		run: (state) => scrollPane(state, 1),
	},
	{
		id: 'pane.up',
		scope: 'list',
		label: 'Scroll up the second pane',
		enabled: hasMore,
		run: (state) => scrollPane(state, -1),
	},
	{id: 'page.down', scope: 'page', label: 'Scroll down', run: (state) => scrollBy(state, 1)},
	{id: 'page.up', scope: 'page', label: 'Scroll up', run: (state) => scrollBy(state, -1)},
	{
		id: 'page.page-down',
		scope: 'page',
		label: 'A page down',
		run: (state) => scrollBy(state, pageStride(state)),
	},
	{
		id: 'page.page-up',
		scope: 'page',
		label: 'A page up',
		run: (state) => scrollBy(state, -pageStride(state)),
	},
	{
		id: 'page.first',
		scope: 'page',
		label: 'The beginning of the page',
		run: (state) => step(atPlace(state, {scroll: 0})),
	},
	{
		id: 'page.last',
		scope: 'page',
		label: 'The end of the page',
		run: (state) => step(atPlace(state, {scroll: pageOverflow(state)})),
	},
	{
		id: 'page.next',
		scope: 'page',
		label: 'Next one',
		hint: 'next',
		enabled: (state) => (nextPage(state, 1) === state ? 'there is none after it' : true),
		run: (state) => step(nextPage(state, 1)),
	},
	{
		id: 'page.previous',
		scope: 'page',
		label: 'Previous one',
		enabled: (state) => (nextPage(state, -1) === state ? 'there is none before it' : true),
		run: (state) => step(nextPage(state, -1)),
	},
	{
		id: 'filter.keep',
		scope: 'filter',
		label: 'Keep the filter and go to the list',
		hint: 'keep',
		run: (state) => step(atPlace(state, {filtering: false})),
	},
	{
		id: 'filter.clear',
		scope: 'filter',
		label: 'Clear the filter',
		hint: 'clear',
		run: (state) => step(atPlace(state, {filtering: false, filter: undefined})),
	},
	{
		id: 'filter.help',
		scope: 'filter',
		label: 'Help',
		run: (state) => step({...state, overlay: {kind: 'help', scroll: 0}}),
	},
];
