import {personName} from '../../domain/names.ts';
import {type Called, rollToCall} from '../../domain/queries/meeting/roll-call.ts';
import type {Meeting, VoteChoice} from '../../domain/schema/index.ts';
import {voteChoices} from '../../domain/schema/values.ts';
import {count} from '../../domain/words.ts';
import type {Ballot, Overlay, State} from '../state.ts';
import {setField} from './edit.ts';
import type {Form, FormField} from './form.ts';
import {fieldsOf, formOf} from './open.ts';
import {splitNeeds} from './majority.ts';
import {typedVote} from './specs/motion.ts';
import {readVote} from './vote.ts';

export type RollCall = Extract<Overlay, {kind: 'roll-call'}>;

const meetingOf = (state: State, form: Form): Meeting | undefined =>
	state.database.meetings.find(({id}) => id === form.target.meeting);

/** The field that has the cursor, where a vote is typed in it. */
export function voteField(state: State): FormField | undefined {
	const form = formOf(state);
	const field = form && fieldsOf(state, form).find(({name}) => name === form.focus);
	return field?.kind === 'vote' || field?.kind === 'fate' ? field : undefined;
}

/** How everybody voted who was called; who was called twice as they said last. */
export const votesOf = ({calls}: RollCall): Map<string, VoteChoice> =>
	new Map(calls.flat().map(({person, vote}) => [person, vote]));

/**
 * Whom the call is of: those who could vote when it began, without those who left before they were called. Who came in
 * meanwhile is not among them.
 */
export function calledIn(state: State, call: RollCall): {called: Called[]; seated: boolean} {
	const form = formOf(state);
	const meeting = form && meetingOf(state, form);
	if (!form || !meeting) return {called: [], seated: false};
	const {called, seated} = rollToCall(state.database, meeting, form.target.item, [
		...votesOf(call).keys(),
	]);
	const began = new Set(call.voters);
	return {seated, called: called.filter(({person}) => began.has(person.id))};
}

/** Who has not voted yet. */
export function notYet(state: State, call: RollCall): Called[] {
	const votes = votesOf(call);
	return calledIn(state, call).called.filter(({person}) => !votes.has(person.id));
}

/** What the roll is called on: `Roll call on amendment 1`. */
export function titleOf({field}: RollCall): string {
	const [, number] = /^amendment(\d)vote$/.exec(field) ?? [];
	return `Roll call on ${number === undefined ? 'the motion' : `amendment ${number}`}`;
}

/** `3 for, 1 against, 2 not yet called`; whoever abstained where somebody did. */
export function sayCounts(state: State, call: RollCall): string {
	const votes = [...votesOf(call).values()];
	const of = (choice: VoteChoice) => votes.filter((vote) => vote === choice).length;
	const waiting = notYet(state, call).length;
	return [
		...voteChoices
			.filter((choice) => choice !== 'abstained' || of(choice) > 0)
			.map((choice) => `${of(choice)} ${choice}`),
		waiting === 0 ? 'everybody was called' : `${waiting} not yet called`,
	].join(', ');
}

/** The roll call over the form, with the names that its field holds already; or why there is nobody to call. */
export function openRollCall(state: State): State | string {
	const form = formOf(state);
	const field = voteField(state);
	const meeting = form && meetingOf(state, form);
	if (!form || !field || !meeting) return 'only where a vote is typed';
	const before = form.values[field.name]?.value ?? '';
	const read = before.trim() === '' ? {vote: undefined} : readVote(state.database, meeting, before);
	const ballots =
		'vote' in read && read.vote?.method === 'recorded' ? (read.vote.ballots ?? []) : [];
	const {called} = rollToCall(
		state.database,
		meeting,
		form.target.item,
		ballots.map(({person}) => person),
	);
	if (called.length === 0) return 'nobody who may vote is present: the roll comes first';
	const call: RollCall = {
		kind: 'roll-call',
		field: field.name,
		before,
		voters: called.map(({person}) => person.id),
		calls: ballots.map((ballot) => [ballot]),
		at: called[0]?.person.id ?? '',
	};
	return {...state, overlay: {...call, at: notYet(state, call)[0]?.person.id ?? call.at}};
}

/** The state with the call as it stands, and its field holding what was called so far: a draft keeps it. */
function withCall(state: State, call: RollCall): State {
	const votes = votesOf(call);
	const ballots = calledIn(state, call).called.flatMap(({person}): Ballot[] => {
		const vote = votes.get(person.id);
		return vote === undefined ? [] : [{person: person.id, vote}];
	});
	const {needs} = splitNeeds(call.before);
	const names =
		ballots.length === 0 ? '' : typedVote(state.database, {method: 'recorded', ballots});
	const typed = needs === '' ? names : `${names} needs ${needs}`.trim();
	return {...setField(state, call.field, typed), overlay: call};
}

/** The next one who was not called, from the one under the cursor on and round to the first; else the same. */
function nextToCall(state: State, call: RollCall): string {
	const {called} = calledIn(state, call);
	const votes = votesOf(call);
	const here = called.findIndex(({person}) => person.id === call.at);
	const round = [...called.slice(here + 1), ...called.slice(0, here + 1)];
	return round.find(({person}) => !votes.has(person.id))?.person.id ?? call.at;
}

/** The vote of the one under the cursor; on to the next. */
export function callOne(state: State, call: RollCall, vote: VoteChoice): State {
	if (!calledIn(state, call).called.some(({person}) => person.id === call.at)) {
		return {...state, overlay: {...call, at: nextToCall(state, call)}};
	}
	const next = {...call, calls: [...call.calls, [{person: call.at, vote}]]};
	return withCall(state, {...next, at: nextToCall(state, next)});
}

/** Everybody who was not called yet, for. */
export function callOthers(state: State, call: RollCall): State {
	const others = notYet(state, call).map(({person}) => ({person: person.id, vote: 'for' as const}));
	return withCall(state, {...call, calls: [...call.calls, others]});
}

/** As before the last call; the cursor is on whom it was of. */
export function takeBackCall(state: State, call: RollCall): State {
	const last = call.calls.at(-1)?.[0];
	return withCall(state, {...call, calls: call.calls.slice(0, -1), at: last?.person ?? call.at});
}

/** The cursor up (−1) or down (+1), around the ends. */
export function moveCall(state: State, call: RollCall, by: number): State {
	const {called} = calledIn(state, call);
	const here = called.findIndex(({person}) => person.id === call.at);
	const at = called.at((here + by) % Math.max(1, called.length))?.person.id ?? call.at;
	return {...state, overlay: {...call, at}};
}

/** Back in the form without the call: its field is as it was. */
export const leaveCall = (state: State, {field, before}: RollCall): State => ({
	...setField(state, field, before),
	overlay: undefined,
});

/** What the form was given, and who did not vote. */
export function sayGiven(state: State, call: RollCall): string {
	const waiting = notYet(state, call).map(({name}) => name);
	const votes = votesOf(call).size;
	return waiting.length === 0
		? `${count(votes, 'vote')} given to the form: everybody voted.`
		: `${count(votes, 'vote')} given to the form. Not in the vote: ${waiting.join('; ')}.`;
}

/** The one under the cursor in full: `Cllr Kate Lane, 3 of 48, for`. */
export function sayCalled(state: State, call: RollCall): string {
	const {called} = calledIn(state, call);
	const index = called.findIndex(({person}) => person.id === call.at);
	const one = called[index];
	if (!one) return 'nobody';
	const instead = one.for === undefined ? [] : [`for ${personName(state.database, one.for)}`];
	const vote = votesOf(call).get(one.person.id) ?? 'not yet called';
	return [one.person.name, ...instead, `${index + 1} of ${called.length}`, vote].join(', ');
}
