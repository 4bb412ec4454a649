import {sayDay} from '../../domain/calendar.ts';
import {callIn, lawOf} from '../../domain/law/index.ts';
import {lacking} from '../../domain/law/completeness.ts';
import type {Decision} from '../../domain/schema/index.ts';
import {openForm} from '../forms/open.ts';
import {actionStatusWords} from '../../domain/words.ts';
import {wasVotedOn} from '../screens/grids/votes.ts';
import {variantOf, variantsOf} from '../screens/register.ts';
import {atPlace, placeOf, push, type State, type Step, step, todayOf} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {needs, placeAction, writable} from './global.ts';
import {keyFor} from '../keys-by-name.ts';

/** The session may write and a decision that stands is selected; then what else must hold of it. */
const ofDecision =
	(holds: (state: State, decision: Decision) => true | string) =>
	(state: State): true | string => {
		const may = writable(state);
		if (may !== true) return may;
		const {decision} = subjectOf(state);
		if (!decision) return 'select a decision first';
		return decision.status === 'recorded' ? holds(state, decision) : `it was ${decision.status}`;
	};

const isOf = (state: State, list: 'actions' | 'reports'): boolean =>
	placeOf(state).screen === 'register' && variantOf(placeOf(state)) === list;

/** What a new one is, in the list on show. */
const added = (state: State): 'action' | 'report' | 'notice' =>
	isOf(state, 'actions') ? 'action' : isOf(state, 'reports') ? 'report' : 'notice';

/** Whether there is something to edit. */
function canEdit(state: State): true | string {
	const may = writable(state);
	const {action, notice, decision, path = ''} = subjectOf(state);
	if (may !== true || action || path.startsWith('reports/')) return may;
	if (notice) return notice.withdrawn ? 'it was withdrawn' : true;
	if (!decision) return 'select a decision, an action, a notice or a report first';
	return decision.status === 'recorded' ? true : `it was ${decision.status}`;
}

/** What editing does to the record under the cursor. */
function editKind(state: State): string {
	const {action, notice, path = ''} = subjectOf(state);
	if (path.startsWith('reports/')) return 'report/edit';
	return action ? 'action/edit' : notice ? 'notice/edit' : 'decision/correct';
}

function edit(state: State): Step {
	const {decision, action, notice, path = ''} = subjectOf(state);
	if (path.startsWith('reports/')) return step(openForm(state, 'report', {record: path}));
	if (action) return step(openForm(state, 'action', {action: action.id, meeting: action.meeting}));
	if (notice) return step(openForm(state, 'notice', {notice: notice.id}));
	const {id, meeting, item} = decision ?? {};
	return step(openForm(state, 'correct', {decision: id, meeting, item}));
}

function canTakeBack(state: State): true | string {
	const {notice, action, path = ''} = subjectOf(state);
	if (action) return canTell(state);
	if (path.startsWith('reports/'))
		return `a report stays: ${keyFor('act.undo')} takes back that it was entered`;
	if (!notice) return ofDecision(() => true)(state);
	const may = writable(state);
	return may === true && notice.withdrawn ? 'it was withdrawn already' : may;
}

/** Whether something can be told of the action under the cursor: of one that is closed nothing goes on. */
function canTell(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	const {action} = subjectOf(state);
	if (!action) return `select an action first (${keyFor('register.variant')} shows actions)`;
	return action.status === 'open'
		? true
		: `it is ${actionStatusWords[action.status].toLowerCase()}: ${keyFor('action.done')} opens it again`;
}

function takeBack(state: State): Step {
	const {decision, notice, action} = subjectOf(state);
	if (action) {
		return step(openForm(state, 'action-note', {action: action.id, word: 'cancelled'}));
	}
	if (!notice) return step(openForm(state, 'retract', {decision: decision?.id}));
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `Withdraw notice ${notice.id} ${notice.title}?`,
			lines: ['It stays in the register, marked as withdrawn, and counts for nothing.'],
			yes: 'Withdraw it',
			effects: [{kind: 'commit', changes: [{kind: 'notice/withdraw', id: notice.id}], done: {}}],
		},
	});
}

function toggleDone(state: State): Step {
	const {action} = subjectOf(state);
	if (!action) return step(state);
	const to = action.status === 'open' ? 'done' : 'open';
	return step(state, {
		kind: 'commit',
		changes: [{kind: 'action/status', id: action.id, from: action.status, to}],
		done: {},
	});
}

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
	if (decision.callIn) return 'it was called in already';
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

const decisionKeys = (scope: 'register' | 'decision'): Binding[] => [
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
	link(scope, 'before', 'The decision whose place this one took', 'it supersedes or rescinds none'),
	link(scope, 'after', 'The decision that took its place', 'none took its place'),
];

const recordKeys = (scope: 'register' | 'decision' | 'notice'): Binding[] => [
	{
		id: `${scope}.edit`,
		scope,
		label:
			scope === 'notice'
				? 'Edit the notice'
				: scope === 'decision'
					? 'Correct the decision'
					: 'Correct the decision, edit the action, the notice or the report',
		hint: scope === 'notice' ? 'edit' : 'correct',
		makes: editKind,
		enabled: canEdit,
		run: edit,
	},
	{
		id: `${scope}.take-back`,
		scope,
		label:
			scope === 'notice'
				? 'Withdraw the notice (asks first)'
				: scope === 'decision'
					? 'Retract a decision recorded by mistake'
					: 'Retract a decision recorded by mistake, withdraw a notice, cancel an action',
		makes(state) {
			const {notice, action} = subjectOf(state);
			return action ? 'action/status' : notice ? 'notice/withdraw' : 'decision/retract';
		},
		enabled: canTakeBack,
		run: takeBack,
	},
	{
		id: `${scope}.add`,
		scope,
		label:
			scope === 'register'
				? 'A new notice (forward plan, private meeting, urgency), action or report'
				: 'A new notice (forward plan, private meeting, urgency)',
		makes: (state) => `${added(state)}/add`,
		underLaw(state) {
			const hint = scope === 'register' ? {hint: 'new'} : {};
			if (isOf(state, 'actions')) return {label: 'A new action, with owner and due date', ...hint};
			if (isOf(state, 'reports')) return {label: 'A new report, written here', ...hint};
			return lawOf(state.database).notices
				? {label: 'A new notice (forward plan, private meeting, urgency)', ...hint}
				: undefined;
		},
		enabled: writable,
		run(state) {
			if (isOf(state, 'actions')) return placeAction(state);
			return step(
				isOf(state, 'reports')
					? openForm(state, 'report', {list: 'reports'})
					: openForm(state, 'notice', {}),
			);
		},
	},
];

export const registerBindings: Binding[] = [
	{
		id: 'register.variant',
		scope: 'register',
		label: 'Decisions, actions, notices, or reports',
		hint: 'next list',
		run(state) {
			const variants = variantsOf(state.database);
			const index = variants.indexOf(variantOf(placeOf(state)));
			const variant = variants[(index + 1) % variants.length];
			return step(atPlace(state, {variant, id: undefined}));
		},
	},
	{
		id: 'action.done',
		scope: 'register',
		label: 'Mark the action as done, or open it again',
		makes: 'action/status',
		hint: 'done',
		enabled: needs(
			'action',
			`select an action first (${keyFor('register.variant')} shows actions)`,
		),
		run: toggleDone,
	},
	{
		id: 'action.progress',
		scope: 'register',
		label: 'Note how the action goes on; it stays open',
		makes: 'action/progress',
		hint: 'progress',
		underLaw: (state) =>
			isOf(state, 'actions')
				? {label: 'Note how the action goes on; it stays open', hint: 'progress'}
				: {label: 'Note how the action goes on; it stays open'},
		enabled: canTell,
		run: (state) => step(openForm(state, 'action-note', {action: subjectOf(state).action?.id})),
	},
	...recordKeys('register'),
	...decisionKeys('register'),
	{
		id: 'decision.votes',
		scope: 'decision',
		label: 'Who voted how, as a table; and back',
		enabled(state) {
			const {decision} = subjectOf(state);
			return decision && wasVotedOn(state, decision) ? true : 'no vote is on record';
		},
		run: (state) =>
			step(
				atPlace(state, {
					variant: placeOf(state).variant === 'votes' ? undefined : 'votes',
					scroll: undefined,
				}),
			),
	},
	...recordKeys('decision'),
	...decisionKeys('decision'),
	...recordKeys('notice'),
];
