// What becomes of a decision once it is recorded, in the register and on its page: published, called in, looked at again.
import {sayDay} from '../../domain/calendar.ts';
import {callIn, lawOf} from '../../domain/law/index.ts';
import {lacking} from '../../domain/law/completeness.ts';
import type {Decision} from '../../domain/schema/index.ts';
import {openForm} from '../forms/open.ts';
import {keyFor} from '../keys-by-name.ts';
import {push, type State, type Step, step, todayOf} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {writable} from './global.ts';

/** The session may write and a decision that stands is selected; then what else must hold of it. */
export const ofDecision =
	(holds: (state: State, decision: Decision) => true | string) =>
	(state: State): true | string => {
		const may = writable(state);
		if (may !== true) return may;
		const {decision} = subjectOf(state);
		if (!decision) return 'select a decision first';
		return decision.status === 'recorded' ? holds(state, decision) : `it was ${decision.status}`;
	};

function canPublish({database}: State, decision: Decision): true | string {
	if (decision.publishedOn) return `it was published on ${sayDay(decision.publishedOn)}`;
	const lacks = lacking(database, decision);
	return lacks.length === 0
		? true
		: `it lacks ${lacks.map(({says}) => says).join('; ')} (${keyFor('register.edit')} corrects it)`;
}

function publish(state: State): Step {
	const {decision} = subjectOf(state);
	if (!decision) return step(state);
	const on = todayOf(state);
	const clock = callIn(state.database, {...decision, publishedOn: on}, on);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Publish ${decision.id} ${decision.title}?`,
			lines: [
				`Notice of it is given today, ${sayDay(on)}.`,
				...(decision.procedural || !clock ? [] : [clock.says]),
			],
			yes: 'Publish it',
			effects: [
				{kind: 'commit', changes: [{kind: 'decision/publish', id: decision.id, on}], done: {}},
			],
		},
	});
}

/** A call-in may be recorded some days after it came, so a period that is over is no bar. */
function canCallIn(state: State, decision: Decision): true | string {
	if (decision.callIn) return 'it was already called in';
	const clock = callIn(state.database, decision, todayOf(state));
	if (!clock) return 'there is no call-in under the rules of its board';
	return clock.state === 'running' || clock.state === 'effective' ? true : clock.says;
}

function canRelease(_state: State, {callIn: called}: Decision): true | string {
	if (!called) return `it was not called in (${keyFor('register.call-in')} calls it in)`;
	return called.ended ? `its call-in ended on ${sayDay(called.ended.on)}` : true;
}

/** The decision whose place the selected one took, or that took its place. */
function linked(state: State, direction: 'before' | 'after'): string | undefined {
	const {decision} = subjectOf(state);
	if (!decision) return undefined;
	if (direction === 'before') return decision.supersedes ?? decision.rescinds;
	return state.database.decisions.find(
		({supersedes, rescinds, status}) =>
			status !== 'retracted' && (supersedes === decision.id || rescinds === decision.id),
	)?.id;
}

const link = (
	scope: 'register' | 'decision',
	direction: 'before' | 'after',
	label: string,
	none: string,
): Binding => ({
	id: `${scope}.${direction}`,
	scope,
	label,
	enabled: (state) => (linked(state, direction) === undefined ? none : true),
	run: (state) => step(push(state, {screen: 'decision', id: linked(state, direction)})),
});

const onForm = (kind: 'call-in' | 'release') => (state: State) =>
	step(openForm(state, kind, {decision: subjectOf(state).decision?.id}));

const whereCalledIn =
	(label: string, hint: string): Binding['underLaw'] =>
	({database}) =>
		lawOf(database).callsIn ? {label, hint} : undefined;

export const decisionKeys = (scope: 'register' | 'decision'): Binding[] => [
	{
		id: `${scope}.publish`,
		scope,
		label: 'Publish the decision today: call-in runs from it (asks first)',
		makes: 'decision/publish',
		hint: 'publish',
		underLaw: ({database}) => ({
			label: `Publish the decision today${lawOf(database).callsIn ? ': call-in runs from it' : ''} (asks first)`,
			hint: 'publish',
		}),
		enabled: ofDecision(canPublish),
		run: publish,
	},
	{
		id: `${scope}.confirm`,
		scope,
		label: 'Looked at again: the decision stands on what the record holds now',
		makes: 'decision/confirm',
		enabled(state) {
			const may = writable(state);
			if (may !== true) return may;
			return subjectOf(state).decision?.marked ? true : 'it is not marked to be looked at again';
		},
		run: (state) => step(openForm(state, 'confirm', {decision: subjectOf(state).decision?.id})),
	},
	{
		id: `${scope}.call-in`,
		scope,
		label: 'Call in the decision',
		makes: 'decision/call-in',
		hint: 'call in',
		underLaw: whereCalledIn('Call in the decision', 'call in'),
		enabled: ofDecision(canCallIn),
		run: onForm('call-in'),
	},
	{
		id: `${scope}.end-call-in`,
		scope,
		label: 'End the call-in: released, referred back or lapsed',
		makes: 'decision/release',
		hint: 'end call-in',
		underLaw: whereCalledIn('End the call-in: released, referred back or lapsed', 'end call-in'),
		enabled: ofDecision(canRelease),
		run: onForm('release'),
	},
	link(scope, 'before', 'The decision that this one superseded', 'it supersedes or rescinds none'),
	link(scope, 'after', 'The decision that superseded it', 'none took its place'),
];
