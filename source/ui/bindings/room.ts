import {openMeeting} from '../../domain/queries/meeting/meetings.ts';
import {followRoom, leaderOf, nameOfPresent, takeRoom} from '../room.ts';
import {askNow, mayAsk} from '../waiting.ts';
import {push, say, type State, type Step, step} from '../state.ts';
import type {Binding} from './binding.ts';
import {keyFor} from '../keys-by-name.ts';

function toggleFollow(state: State): Step {
	if (state.follows) {
		return step(say({...state, follows: undefined}, 'info', 'You no longer follow the room.'));
	}
	const leader = leaderOf(state);
	const followed = followRoom({...state, follows: 'free', leadsSince: undefined});
	const whom = leader
		? nameOfPresent(leader)
		: openMeeting(state.database)
			? 'the meeting’s current item: nobody leads yet'
			: 'the room: nobody leads it yet, and no meeting is open';
	return step(
		say(
			followed,
			'info',
			`You follow ${whom}. Moving elsewhere stops that, and so does ${keyFor('room.follow')}.`,
		),
	);
}

function toggleLead(state: State): Step {
	if (state.leadsSince !== undefined) {
		return step(say({...state, leadsSince: undefined}, 'info', 'You no longer lead the room.'));
	}
	const leader = leaderOf(state);
	const told = leader
		? `You have taken the room from ${nameOfPresent(leader)}.`
		: 'You lead the room: whoever follows sees what you see.';
	return step(say(takeRoom(state), 'info', `${told} ${keyFor('room.lead')} gives it back.`));
}

export const roomBindings: Binding[] = [
	{
		id: 'room.follow',
		scope: 'global',
		label: 'Follow the room: go where its leader is, or stop',
		run: toggleFollow,
	},
	{
		id: 'room.lead',
		scope: 'global',
		label: 'Take the room: others may follow what you show, or give it back',
		enabled: (state) => state.readOnly ?? true,
		run: toggleLead,
	},
	{
		id: 'offer.open',
		scope: 'global',
		label: 'Open what a colleague hands you, or what you left unsaved',
		enabled: mayAsk,
		run: askNow,
	},
	{
		id: 'here.show',
		scope: 'global',
		label: 'Who is here, and where',
		run: (state) => step(push(state, {screen: 'here'})),
	},
];
