import {calledIn, type RollCall, sayCalled, sayCounts, titleOf} from '../forms/roll-call.ts';
import {keyFor} from '../keys-by-name.ts';
import type {State} from '../state.ts';
import {tellLines, type Spoken} from './told.ts';

/** A roll call that began: of whom, which keys, and who is called first. */
export function tellRollCall(state: State, call: RollCall): Spoken[] {
	const {called, seated} = calledIn(state, call);
	return tellLines(
		`${titleOf(call)}: ${called.length} in ${seated ? 'seating' : 'alphabetical'} order. ${keyFor('roll-call.for')} for, ${keyFor('roll-call.against')} against, ${keyFor('roll-call.abstained')} abstained, ${keyFor('roll-call.others')} all others for, ${keyFor('roll-call.take-back')} takes back, ${keyFor('roll-call.give')} gives the vote to the form, ${keyFor('roll-call.leave')} leaves`,
		...(call.calls.length > 0 ? [sayCounts(state, call)] : []),
		sayCalled(state, call),
	);
}

/** What was called or taken back, how it stands, and who is next. */
export function tellInRollCall(state: State, from: RollCall, to: RollCall): Spoken[] {
	const {called} = calledIn(state, {...to, calls: [...from.calls, ...to.calls]});
	const nameOf = (id: string) => called.find(({person}) => person.id === id)?.name ?? id;
	const last = to.calls.length > from.calls.length ? to.calls.at(-1) : from.calls.at(-1);
	const said = (last ?? []).map(({person, vote}) => `${nameOf(person)} ${vote}`).join('; ');
	const isMoved = from.at !== to.at;
	return tellLines(
		...(to.calls.length === from.calls.length
			? []
			: [
					`${to.calls.length < from.calls.length ? 'Taken back: ' : ''}${said}. ${sayCounts(state, to)}`,
				]),
		...(isMoved ? [sayCalled(state, to)] : []),
	);
}
