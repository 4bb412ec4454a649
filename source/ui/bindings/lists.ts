import {pageOverflow} from '../screens/index.ts';
import {atPlace, bodyHeight, placeOf, type State, type Step, step} from '../state.ts';
import {moveBy, nextPage, nextProject, openPath, selectAt, walkTo} from '../navigate.ts';
import {textFrom} from '../text/edit.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';

/** Scrolls a page, not beyond its last line. */
function scrollBy(state: State, by: number): Step {
	const place = placeOf(state);
	const wanted = Math.max(0, (place.scroll ?? 0) + by);
	return step(atPlace(state, {scroll: Math.min(wanted, pageOverflow(state))}));
}

const filterable = ['walk', 'portfolio', 'register', 'log'];

const toggle = (state: State, first: string, second: string): Step =>
	step(
		atPlace(state, {
			variant: placeOf(state).variant === second ? first : second,
		}),
	);

export const listBindings: Binding[] = [
	{
		scope: 'walk',
		keys: ['n'],
		label: 'Next project, then the next priority',
		hint: 'next',
		run: (state) => step(nextProject(state, 1)),
	},
	{
		scope: 'walk',
		keys: ['p'],
		label: 'Previous project',
		run: (state) => step(nextProject(state, -1)),
	},
	{
		scope: 'walk',
		keys: ['right', ']', 'l'],
		label: 'Next priority',
		hint: 'priority',
		run: (state) => step(walkTo(state, 1)),
	},
	{
		scope: 'walk',
		keys: ['left', '[', 'h'],
		label: 'Previous priority',
		run: (state) => step(walkTo(state, -1)),
	},
	{
		scope: 'walk',
		keys: ['v'],
		label: 'All projects, or only those still open',
		hint: 'all/open',
		run: (state) => toggle(state, 'open', 'all'),
	},
	{
		scope: 'portfolio',
		keys: ['m'],
		label: 'Criteria matrix: projects against success criteria',
		hint: 'matrix',
		run: (state) =>
			step(atPlace(state, {variant: placeOf(state).variant === 'matrix' ? undefined : 'matrix'})),
	},
	{scope: 'list', keys: ['j', 'down'], label: 'Down', run: (state) => step(moveBy(state, 1))},
	{scope: 'list', keys: ['k', 'up'], label: 'Up', run: (state) => step(moveBy(state, -1))},
	{
		scope: 'list',
		keys: ['pagedown', ' ', 'ctrl+f'],
		label: 'A page down',
		run: (state) => step(moveBy(state, bodyHeight(state) - 2)),
	},
	{
		scope: 'list',
		keys: ['pageup', 'ctrl+b'],
		label: 'A page up',
		run: (state) => step(moveBy(state, 2 - bodyHeight(state))),
	},
	{scope: 'list', keys: ['g', 'home'], label: 'First', run: (state) => step(selectAt(state, 0))},
	{scope: 'list', keys: ['G', 'end'], label: 'Last', run: (state) => step(selectAt(state, -1))},
	{
		scope: 'list',
		keys: ['enter'],
		label: 'Open what is selected',
		hint: 'open',
		enabled: (state) =>
			openPath(state, subjectOf(state).path) === state ? 'there is nothing more to open' : true,
		run: (state) => step(openPath(state, subjectOf(state).path)),
	},
	{
		scope: 'list',
		keys: ['/'],
		label: 'Filter as you type',
		hint: 'filter',
		enabled: (state) =>
			filterable.includes(placeOf(state).screen) ? true : 'there is nothing to filter here',
		run: (state) =>
			step(atPlace(state, {filtering: true, filter: placeOf(state).filter ?? textFrom('')})),
	},
	{scope: 'page', keys: ['j', 'down'], label: 'Scroll down', run: (state) => scrollBy(state, 1)},
	{scope: 'page', keys: ['k', 'up'], label: 'Scroll up', run: (state) => scrollBy(state, -1)},
	{
		scope: 'page',
		keys: ['pagedown', ' ', 'ctrl+f'],
		label: 'A page down',
		run: (state) => scrollBy(state, bodyHeight(state) - 2),
	},
	{
		scope: 'page',
		keys: ['pageup', 'ctrl+b'],
		label: 'A page up',
		run: (state) => scrollBy(state, 2 - bodyHeight(state)),
	},
	{
		scope: 'page',
		keys: ['n', 'right'],
		label: 'Next one',
		hint: 'next',
		enabled: (state) => (nextPage(state, 1) === state ? 'there is none after it' : true),
		run: (state) => step(nextPage(state, 1)),
	},
	{
		scope: 'page',
		keys: ['p', 'left'],
		label: 'Previous one',
		enabled: (state) => (nextPage(state, -1) === state ? 'there is none before it' : true),
		run: (state) => step(nextPage(state, -1)),
	},
	{
		scope: 'filter',
		keys: ['enter', 'down'],
		label: 'Keep the filter and go to the list',
		hint: 'keep',
		run: (state) => step(atPlace(state, {filtering: false})),
	},
	{
		scope: 'filter',
		keys: ['escape'],
		label: 'Clear the filter',
		hint: 'clear',
		run: (state) => step(atPlace(state, {filtering: false, filter: undefined})),
	},
	{
		scope: 'filter',
		keys: ['f1', 'ctrl+g'],
		label: 'Help',
		run: (state) => step({...state, overlay: {kind: 'help', scroll: 0}}),
	},
];
