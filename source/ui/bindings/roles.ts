// Who may do what: roles are listed, given, altered and taken.
import {roleWords} from '../../domain/words.ts';
import {openForm} from '../forms/open.ts';
import {keyFor} from '../keys-by-name.ts';
import {type Holder, holderAt} from '../screens/roles.ts';
import {push, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';

const held = (state: State): Holder | undefined => holderAt(state, subjectOf(state).path);

function canAlter(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	return held(state) ? true : `nobody has a role yet: ${keyFor('roles.add')} names somebody`;
}

function askToTake(state: State): Step {
	const holder = held(state);
	if (!holder) return step(state);
	const {who, role} = holder;
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Take the role of ${who}?`,
			lines: [
				`${who} is ${roleWords[role]}. Whoever is not named may only look.`,
				`${keyFor('act.undo')} gives it back.`,
			],
			yes: 'Take it',
			effects: [
				{kind: 'commit', changes: [{kind: 'rules/roles', roles: [{who, from: role}]}], done: {}},
			],
		},
	});
}

export const roleBindings: Binding[] = [
	{
		id: 'roles.show',
		scope: 'members',
		label: 'Roles: who may do what in this database',
		hint: 'roles',
		enabled: (state) => (state.publicOnly ? 'the public is not told who may do what' : true),
		run: (state) => step(push(state, {screen: 'roles'})),
	},
	{
		id: 'roles.add',
		scope: 'roles',
		label: 'A role for a login, a group or a person',
		hint: 'name somebody',
		makes: 'rules/roles',
		enabled: writable,
		run: (state) => step(openForm(state, 'role', {})),
	},
	{
		id: 'roles.edit',
		scope: 'roles',
		label: 'Change the role of whoever is selected',
		hint: 'edit',
		makes: 'rules/roles',
		enabled: canAlter,
		run: (state) => step(openForm(state, 'role', {holder: held(state)?.who})),
	},
	{
		id: 'roles.remove',
		scope: 'roles',
		label: 'Take the role (asks first)',
		hint: 'take',
		makes: 'rules/roles',
		enabled: canAlter,
		run: askToTake,
	},
];
