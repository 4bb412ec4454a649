import {openForm} from '../forms/open.ts';
import {otherStrategy, strategyAt} from '../screens/strategy.ts';
import {goTo} from '../navigate.ts';
import {atPlace, placeOf, type State, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {needs, writable} from './global.ts';

/** Previous strategy or after the one on show, around the ends. */
function turnTo(state: State, by: number): State {
	const {strategies} = state.database;
	const found = strategyAt(state.database, placeOf(state));
	const index = strategies.findIndex(({id}) => id === found?.id);
	const next = strategies[(index + by + strategies.length) % Math.max(1, strategies.length)];
	return next ? atPlace(state, {id: next.id, selected: undefined}) : state;
}

const hasOther = (state: State): true | string => {
	const found = strategyAt(state.database, placeOf(state));
	return found && otherStrategy(state.database, found) ? true : 'there is no other strategy';
};

export const strategyBindings: Binding[] = [
	{
		id: 'go.strategy',
		scope: 'global',
		label: 'The strategy, with everything in it',
		run: (state) => step(goTo(state, 'strategy')),
	},
	{
		id: 'strategy.next',
		scope: 'strategy',
		label: 'The next strategy',
		enabled: hasOther,
		run: (state) => step(turnTo(state, 1)),
	},
	{
		id: 'strategy.previous',
		scope: 'strategy',
		label: 'Previous strategy',
		enabled: hasOther,
		run: (state) => step(turnTo(state, -1)),
	},
	{
		id: 'strategy.both',
		scope: 'strategy',
		label: 'Two strategies side by side, or one to work on',
		hint: 'side by side',
		enabled: hasOther,
		run: (state) =>
			step(atPlace(state, {variant: placeOf(state).variant === 'both' ? undefined : 'both'})),
	},
	{
		id: 'strategy.add',
		scope: 'strategy',
		label: 'A new strategy: a draft beside the current one',
		makes: 'strategy/add',
		hint: 'new strategy',
		enabled: writable,
		run: (state) => step(openForm(state, 'record', {list: 'strategies'})),
	},
	{
		id: 'strategy.adopt',
		scope: 'strategy',
		label: 'Adopted: the draft becomes the current strategy, the other is past',
		makes: 'strategy/status',
		hint: 'adopt',
		enabled(state) {
			const may = writable(state);
			if (may !== true) return may;
			const found = strategyAt(state.database, placeOf(state));
			return found?.status === 'draft' ? true : 'only a draft is adopted';
		},
		run: (state) =>
			step(openForm(state, 'adopt', {strategy: strategyAt(state.database, placeOf(state))?.id})),
	},
	...(['portfolio', 'project', 'walk'] as const).map((scope): Binding => ({
		id: `${scope}.carry`,
		scope,
		label: 'Carry the project over into another strategy',
		makes: 'project/add',
		enabled(state) {
			const may = needs('project', 'select a project first')(state);
			return may === true && state.database.strategies.length < 2
				? 'there is no other strategy to carry it over into'
				: may;
		},
		run: (state) => step(openForm(state, 'carry', {project: subjectOf(state).project?.id})),
	})),
];
