import {lawOf} from '../../domain/law/index.ts';
import {openForm} from '../forms/open.ts';
import {actionStatusWords} from '../../domain/words.ts';
import {wasVotedOn} from '../screens/grids/votes.ts';
import {variantOf, variantsOf} from '../screens/register.ts';
import {atPlace, placeOf, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding, RegisterRow} from './binding.ts';
import {decisionKeys, ofDecision} from './decision-keys.ts';
import {reportRow} from './reports.ts';
import {requestRow} from './requests.ts';
import {needs, placeAction, writable} from './global.ts';
import {keyFor} from '../keys-by-name.ts';

const isOf = (state: State, list: 'actions' | 'reports' | 'requests'): boolean =>
	placeOf(state).screen === 'register' && variantOf(placeOf(state)) === list;

/** What a new one is, in the list on show. */
const added = (state: State): 'action/add' | 'report/add' | 'request/make' | 'notice/add' => {
	if (isOf(state, 'requests')) return 'request/make';
	if (isOf(state, 'reports')) return 'report/add';
	return isOf(state, 'actions') ? 'action/add' : 'notice/add';
};

/** What is done to rows that are neither decisions, actions nor notices. */
const otherOf = (path: string): RegisterRow | undefined =>
	path.startsWith('reports/') ? reportRow : path.startsWith('requests/') ? requestRow : undefined;

/** Whether there is something to edit. */
function canEdit(state: State): true | string {
	const may = writable(state);
	const {action, notice, decision, path = ''} = subjectOf(state);
	const other = otherOf(path);
	if (may !== true || action) return may;
	if (other) return other.canEdit(state, path);
	if (notice) return notice.withdrawn ? 'it was withdrawn' : true;
	if (!decision) return 'select a decision, an action, a notice or a report first';
	return decision.status === 'recorded' ? true : `it was ${decision.status}`;
}

/** What editing does to the record under the cursor. */
function editKind(state: State): string {
	const {action, notice, path = ''} = subjectOf(state);
	const other = otherOf(path);
	if (other) return other.edits;
	return action ? 'action/edit' : notice ? 'notice/edit' : 'decision/correct';
}

function edit(state: State): Step {
	const {decision, action, notice, path = ''} = subjectOf(state);
	const other = otherOf(path);
	if (other) return other.edit(state, path);
	if (action) return step(openForm(state, 'action', {action: action.id, meeting: action.meeting}));
	if (notice) return step(openForm(state, 'notice', {notice: notice.id}));
	const {id, meeting, item} = decision ?? {};
	return step(openForm(state, 'correct', {decision: id, meeting, item}));
}

function canTakeBack(state: State): true | string {
	const {notice, action, path = ''} = subjectOf(state);
	if (action) return canTell(state);
	const other = otherOf(path);
	const may = writable(state);
	if (other) return may === true ? other.canTakeBack(state, path) : may;
	if (!notice) return ofDecision(() => true)(state);
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
	const {decision, notice, action, path = ''} = subjectOf(state);
	const other = otherOf(path);
	if (other) return other.takeBack(state, path);
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

const recordKeys = (scope: 'register' | 'decision' | 'notice'): Binding[] => [
	{
		id: `${scope}.edit`,
		scope,
		label:
			scope === 'notice'
				? 'Edit the notice'
				: scope === 'decision'
					? 'Correct the decision'
					: 'Correct the decision, edit the action, the notice, the report or the request',
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
					: 'Retract a decision recorded by mistake, withdraw a notice or a request, cancel an action',
		makes(state) {
			const {notice, action, path = ''} = subjectOf(state);
			const other = otherOf(path);
			if (other) return other.takesBack;
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
		makes: added,
		underLaw(state) {
			const hint = scope === 'register' ? {hint: 'new'} : {};
			if (isOf(state, 'actions')) return {label: 'A new action, with owner and due date', ...hint};
			if (isOf(state, 'reports')) return {label: 'A new report, written here', ...hint};
			if (isOf(state, 'requests')) return {label: 'A new request: on the project itself'};
			return lawOf(state.database).notices
				? {label: 'A new notice (forward plan, private meeting, urgency)', ...hint}
				: undefined;
		},
		enabled(state) {
			const may = writable(state);
			return may === true && isOf(state, 'requests')
				? `a change is asked for on its project: ${keyFor('portfolio.request')} there`
				: may;
		},
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
		label: 'Decisions, actions, notices, reports, or requests',
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
