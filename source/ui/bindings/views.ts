// Views of the portfolio that are kept under a name: one is chosen, kept, taken off.
import type {SavedView} from '../../domain/queries/strategy/views.ts';
import type {ListLook} from '../forms/specs/view.ts';
import {openForm} from '../forms/open.ts';
import {keyFor} from '../keys-by-name.ts';
import {savedView, sayLook} from '../screens/views.ts';
import {type Place, push, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';

/** How the portfolio under the list of views is looked at. */
function lookOf({stack}: State): ListLook {
	const place: Partial<Place> = stack.findLast(({screen}) => screen === 'portfolio') ?? {};
	const {filter, order = '', group = '', variant} = place;
	return {
		screen: 'portfolio',
		filter: (filter?.value ?? '').trim(),
		...(order === '' ? {} : {order}),
		...(group === '' ? {} : {group}),
		...(variant === undefined ? {} : {look: variant}),
	};
}

/** Everybody's is for those who may save one for everybody. */
const removing = (view: SavedView | undefined) =>
	view?.of === undefined ? 'view/remove' : 'view/drop';

function askToRemove(state: State): Step {
	const view = savedView(state, subjectOf(state).path);
	if (!view) return step(state);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Take the view “${view.title}” off?`,
			lines: [
				sayLook(view),
				`${view.of === undefined ? 'Nobody has it any more then. ' : ''}${keyFor('act.undo')} brings it back.`,
			],
			yes: 'Take it off',
			effects: [{kind: 'commit', changes: [{kind: removing(view), id: view.id}], done: {}}],
		},
	});
}

export const viewBindings: Binding[] = [
	{
		id: 'portfolio.saved',
		scope: 'portfolio',
		label: 'Saved views: choose one, or keep what is on show under a name',
		hint: 'saved',
		enabled: (state) => (state.publicOnly ? 'the public has no saved views' : true),
		run: (state) => step(push(state, {screen: 'views'})),
	},
	{
		id: 'views.add',
		scope: 'views',
		label: 'Save this view of the Portfolio under a name',
		hint: 'keep',
		makes: 'view/keep',
		enabled: writable,
		run(state) {
			const look = lookOf(state);
			return step(openForm(state, 'view', {view: JSON.stringify(look), says: sayLook(look)}));
		},
	},
	{
		id: 'views.remove',
		scope: 'views',
		label: 'Take the view off (asks first)',
		hint: 'take off',
		makes: (state) => removing(savedView(state, subjectOf(state).path)),
		enabled(state) {
			const may = writable(state);
			if (may !== true) return may;
			return savedView(state, subjectOf(state).path) ? true : 'no view is kept yet';
		},
		run: askToRemove,
	},
];
