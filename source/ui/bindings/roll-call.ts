import type {VoteChoice} from '../../domain/schema/index.ts';
import {
	callOne,
	callOthers,
	leaveCall,
	moveCall,
	notYet,
	openRollCall,
	type RollCall,
	sayGiven,
	takeBackCall,
	voteField,
} from '../forms/roll-call.ts';
import {keyFor} from '../keys-by-name.ts';
import {say, type State, type Step, step} from '../state.ts';
import type {Binding} from './binding.ts';

const calling = (act: (state: State, call: RollCall) => State) => (state: State) =>
	step(state.overlay?.kind === 'roll-call' ? act(state, state.overlay) : state);

const may = (ask: (state: State, call: RollCall) => true | string) => (state: State) =>
	state.overlay?.kind === 'roll-call' ? ask(state, state.overlay) : 'no roll is called';

const hasCalled = may((_state, {calls}) => calls.length > 0 || 'nobody was called yet');

const vote = (choice: VoteChoice, label: string): Binding => ({
	id: `roll-call.${choice}`,
	scope: 'roll-call',
	label,
	hint: choice,
	run: calling((state, call) => callOne(state, call, choice)),
});

function open(state: State): Step {
	const opened = openRollCall(state);
	return step(
		typeof opened === 'string'
			? say(state, 'refused', `${keyFor('form.roll-call')}: ${opened}`)
			: opened,
	);
}

export const rollCallBindings: Binding[] = [
	{
		id: 'form.roll-call',
		scope: 'form',
		label: 'Roll call: a recorded vote, one key a member',
		hint: 'roll call',
		soon: (state) => voteField(state) !== undefined,
		enabled: (state) => (voteField(state) ? true : 'only where a vote is typed'),
		run: open,
	},
	vote('for', 'For; on to the next'),
	vote('against', 'Against; on to the next'),
	vote('abstained', 'Abstained; on to the next'),
	{
		id: 'roll-call.others',
		scope: 'roll-call',
		label: 'All others for: whoever was there when the roll call began and was not called yet',
		hint: 'all others for',
		enabled: may((state, call) => notYet(state, call).length > 0 || 'everybody was called'),
		run: calling(callOthers),
	},
	{
		id: 'roll-call.take-back',
		scope: 'roll-call',
		label: 'Take the last call back',
		hint: 'take back',
		enabled: hasCalled,
		run: calling(takeBackCall),
	},
	{
		id: 'roll-call.down',
		scope: 'roll-call',
		label: 'The next member',
		run: calling((state, call) => moveCall(state, call, 1)),
	},
	{
		id: 'roll-call.up',
		scope: 'roll-call',
		label: 'The member before',
		run: calling((state, call) => moveCall(state, call, -1)),
	},
	{
		id: 'roll-call.give',
		scope: 'roll-call',
		label: 'Give the vote to the form',
		hint: 'done',
		enabled: hasCalled,
		run: calling((state, call) =>
			say({...state, overlay: undefined}, 'info', sayGiven(state, call)),
		),
	},
	{
		id: 'roll-call.leave',
		scope: 'roll-call',
		label: 'Leave the roll call; the field is as it was',
		hint: 'leave',
		run: calling(leaveCall),
	},
];
