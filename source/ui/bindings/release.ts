import {markableName, waitingIn} from '../../domain/queries/public/marked.ts';
import {count} from '../../domain/words.ts';
import {placeOf, push, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';
import {keyFor} from '../keys-by-name.ts';

/** Whether there is something to release. */
function canRelease(state: State): true | string {
	const may = writable(state);
	return may === true && waitingIn(state.database).length === 0
		? 'nothing waits to be released'
		: may;
}

function releaseAll(state: State): Step {
	const {database} = state;
	const waiting = waitingIn(database);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Release ${count(waiting.length, 'record')} to the public?`,
			lines: [
				...waiting.map(({path}) => markableName(database, path)),
				`From then on everybody may read them. ${keyFor('act.undo')} takes it back, but not what somebody has read.`,
			],
			yes: 'Release them',
			effects: [
				{
					kind: 'commit',
					changes: waiting.map(({path}) => ({kind: 'record/release', record: path})),
					done: {},
				},
			],
		},
	});
}

export const releaseBindings: Binding[] = [
	{
		id: 'private.list',
		scope: 'global',
		label: 'Held back from the public',
		enabled: (state) => (state.publicOnly ? 'the public is not told what waits' : true),
		run: (state) =>
			step(placeOf(state).screen === 'waiting' ? state : push(state, {screen: 'waiting'})),
	},
	{
		id: 'waiting.release',
		scope: 'waiting',
		label: 'Release it: from now on the public may read it',
		hint: 'release',
		makes: 'record/release',
		enabled: canRelease,
		run(state) {
			const {path} = subjectOf(state);
			return step(state, {
				kind: 'commit',
				changes: [{kind: 'record/release', record: path}],
				done: {},
			});
		},
	},
	{
		id: 'waiting.release-all',
		scope: 'waiting',
		label: 'Release all of them (asks first)',
		hint: 'release all',
		makes: 'record/release',
		enabled: canRelease,
		run: releaseAll,
	},
];
