import {openForm} from '../forms/open.ts';
import type {FormTarget} from '../forms/form.ts';
import {boardAt} from '../screens/members.ts';
import {atPlace, placeOf, type State, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';
import {keyFor} from '../keys-by-name.ts';

/** The board on show and, under the cursor, who is on it. */
function targetOf(state: State): FormTarget {
	const place = placeOf(state);
	return {board: place.id, member: subjectOf(state).path?.split('/').at(-1)};
}

function canAdd(state: State): true | string {
	const may = writable(state);
	return may === true && !boardAt(state, placeOf(state))
		? `there are no boards yet: ${keyFor('board.add')} makes one`
		: may;
}

function canEdit(state: State): true | string {
	const may = canAdd(state);
	return may === true && targetOf(state).member === undefined
		? `nobody is on the board: ${keyFor('member.add')} enters somebody`
		: may;
}

/** The board before or after the one on show, around the ends. */
function turnTo(state: State, by: number): State {
	const {boards} = state.database;
	const index = boards.findIndex(({id}) => id === placeOf(state).id);
	const next = boards[(index + by + boards.length) % boards.length];
	return next ? atPlace(state, {id: next.id, selected: undefined}) : state;
}

export const memberBindings: Binding[] = [
	{
		id: 'member.add',
		scope: 'members',
		label: 'A new member, or a role for somebody on the board',
		hint: 'add',
		enabled: canAdd,
		run: (state) => step(openForm(state, 'member', {board: placeOf(state).id})),
	},
	{
		id: 'member.edit',
		scope: 'members',
		label: 'Name, initials and role of the member',
		hint: 'edit',
		enabled: canEdit,
		run: (state) => step(openForm(state, 'member', targetOf(state))),
	},
	{
		id: 'member.leaves',
		scope: 'members',
		label: 'The member leaves: enter the last day',
		hint: 'leaves',
		enabled: canEdit,
		run: (state) => step(openForm(state, 'last-day', targetOf(state))),
	},
	{
		id: 'board.edit',
		scope: 'members',
		label: 'Name, quorum and remit of the board',
		hint: 'board, quorum',
		enabled: canAdd,
		run: (state) => step(openForm(state, 'board', {board: placeOf(state).id})),
	},
	{
		id: 'board.standing',
		scope: 'members',
		label: 'The items that stand on each agenda of the board',
		makes: 'board/standing',
		hint: 'standing items',
		enabled: canAdd,
		run: (state) => step(openForm(state, 'standing', {board: placeOf(state).id})),
	},
	{
		id: 'board.interests',
		scope: 'members',
		label: 'What the board calls its members’ interests',
		makes: 'board/interests',
		enabled: canAdd,
		run: (state) => step(openForm(state, 'interests', {board: placeOf(state).id})),
	},
	{
		id: 'member.interests',
		scope: 'members',
		label: 'What the member has on the register of interests',
		makes: 'interest/register',
		hint: 'interests',
		enabled: canEdit,
		run: (state) => step(openForm(state, 'registered', targetOf(state))),
	},
	{
		id: 'board.add',
		scope: 'members',
		label: 'A new board',
		hint: 'new board',
		enabled: writable,
		run: (state) => step(openForm(state, 'board', {})),
	},
	{
		id: 'member.former',
		scope: 'members',
		label: 'Show former members and roles, or hide them',
		run: (state) =>
			step(atPlace(state, {variant: placeOf(state).variant === 'all' ? undefined : 'all'})),
	},
	{
		id: 'board.next',
		scope: 'members',
		label: 'Next board',
		run: (state) => step(turnTo(state, 1)),
	},
	{
		id: 'board.previous',
		scope: 'members',
		label: 'Previous board',
		run: (state) => step(turnTo(state, -1)),
	},
];
