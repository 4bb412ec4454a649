import {lawOf} from '../../domain/law/index.ts';
import {openForm} from '../forms/open.ts';
import {actionStatusWords} from '../../domain/words.ts';
import {wasVotedOn} from '../screens/grids/votes.ts';
import {variantOf, variantsOf} from '../screens/register.ts';
import {atPlace, placeOf, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding, RegisterRow} from './binding.ts';
import {decisionKeys, ofDecision} from './decision-keys.ts';
import {canTake, delegationRow, isDelegation} from './delegations.ts';
import {reportRow} from './reports.ts';
import {requestRow} from './requests.ts';
import {needs, placeAction, writable} from './global.ts';
import {keyFor} from '../keys-by-name.ts';

type List = 'decisions' | 'actions' | 'notices' | 'reports' | 'requests' | 'delegations';

const listOf = (state: State): List =>
	placeOf(state).screen === 'register' ? variantOf(placeOf(state)) : 'notices';

const isOf = (state: State, list: List): boolean =>
	placeOf(state).screen === 'register' && listOf(state) === list;

/** What a new one is, by what the list is of. */
const newIn: Record<List, {makes: string; label: string; hint?: string}> = {
	decisions: {
		makes: 'decision/take',
		label:
			'A new decision taken outside a meeting: of one who decides alone, or of a board that may',
		hint: 'new',
	},
	actions: {makes: 'action/add', label: 'A new action, with owner and due date', hint: 'new'},
	notices: {
		makes: 'notice/add',
		label: 'A new notice (forward plan, private meeting, urgency)',
		hint: 'new',
	},
	reports: {makes: 'report/add', label: 'A new report, written here', hint: 'new'},
	requests: {makes: 'request/make', label: 'A new request: on the project itself'},
	delegations: {
		makes: 'decision/take',
		label: 'A new decision taken outside a meeting, under a delegation',
	},
};

/** What is done to rows that are neither decisions, actions nor notices. */
const otherOf = (path: string): RegisterRow | undefined =>
	path.startsWith('reports/')
		? reportRow
		: path.startsWith('requests/')
			? requestRow
			: isDelegation(path)
				? delegationRow
				: undefined;

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
	return may === true && notice.withdrawn ? 'it has already been withdrawn' : may;
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
				? 'A new decision taken outside a meeting, action, notice or report, as the list is of'
				: 'A new notice (forward plan, private meeting, urgency)',
		makes: (state) => newIn[listOf(state)].makes,
		underLaw(state) {
			if (scope === 'register') {
				const {label, hint} = newIn[listOf(state)];
				return {label, ...(hint ? {hint} : {})};
			}
			return lawOf(state.database).notices
				? {label: 'A new notice (forward plan, private meeting, urgency)'}
				: undefined;
		},
		enabled(state) {
			const list = listOf(state);
			if (list === 'decisions' || list === 'delegations') return canTake(state);
			const may = writable(state);
			return may === true && list === 'requests'
				? `a change is asked for on its project: ${keyFor('portfolio.request')} there`
				: may;
		},
		run(state) {
			const list = listOf(state);
			if (list === 'actions') return placeAction(state);
			if (list === 'reports') return step(openForm(state, 'report', {list: 'reports'}));
			return step(openForm(state, list === 'notices' ? 'notice' : 'between', {}));
		},
	},
];

export const registerBindings: Binding[] = [
	{
		id: 'register.variant',
		scope: 'register',
		label: 'Decisions, actions, notices, reports, requests, or delegations',
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
		label: 'Note progress on the action; it stays open',
		makes: 'action/progress',
		hint: 'progress',
		underLaw: (state) =>
			isOf(state, 'actions')
				? {label: 'Note progress on the action; it stays open', hint: 'progress'}
				: {label: 'Note progress on the action; it stays open'},
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
