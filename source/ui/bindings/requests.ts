// What boards approve of projects: asked for, gathered under an item, and put in place once it is in effect.
import type {Change} from '../../domain/changes/index.ts';
import {nameOf} from '../../domain/names.ts';
import {notGathered, sayRequest} from '../../domain/queries/strategy/requests.ts';
import {sayApproved, sayApprovedField} from '../../domain/approved-words.ts';
import {inEffect} from '../../domain/rules/in-effect.ts';
import {openForm} from '../forms/open.ts';
import {type State, type Step, step, todayOf} from '../state.ts';
import {subjectOf} from '../subject.ts';
import type {Binding, RegisterRow} from './binding.ts';
import {needs, writable} from './global.ts';
import {commit, shown} from './held.ts';

const ask = (id: 'walk.request' | 'portfolio.request' | 'project.request'): Binding => ({
	id,
	scope: id.split('.')[0] as 'walk',
	label: 'Ask a board to change a date, the budget, or end it',
	makes: 'request/make',
	hint: 'ask',
	enabled: needs('project', 'select a project first'),
	run: (state) => step(openForm(state, 'request', {project: subjectOf(state).project?.id})),
});

/** What waits on projects and is in effect by now, or has fallen: the acts that settle it, and a line for each. */
function dueToSettle(state: State): {change: Change; line: string; falls: boolean}[] {
	const {database} = state;
	const today = todayOf(state);
	return database.projects.flatMap((project) =>
		(project.pending ?? []).flatMap(({id, field, value, decision: by}) => {
			const decision = database.decisions.find((one) => one.id === by);
			const stands = decision && inEffect(database, decision, today);
			if (!stands || stands.state === 'waits') return [];
			const what = `${nameOf(database, `projects/${project.id}`)}, ${sayApprovedField(project, field)}`;
			const falls = stands.state === 'never';
			const line = falls
				? `${what}: falls, ${stands.says}`
				: `${what}: ${sayApproved(database, value)}, by decision ${by}`;
			return [{change: {kind: 'project/settle', id: project.id, pending: id}, line, falls}];
		}),
	);
}

function settle(state: State): Step {
	const due = dueToSettle(state);
	const falls = due.every((one) => one.falls);
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: falls ? 'Take off what has fallen?' : 'Put into effect what was decided?',
			lines: due.map(({line}) => line),
			yes: falls ? 'Take it off' : 'Put it into effect',
			effects: [{kind: 'commit', changes: due.map(({change}) => change), done: {}}],
		},
	});
}

/** The requests that wait for the board of the meeting on show, put under one item: one there is, or a new one. */
function gather(state: State): Step {
	const {meeting, item} = subjectOf(state);
	if (!meeting) return step(state);
	const waiting = notGathered(state.database, meeting).map(({id}) => id);
	const kept = meeting.agenda.find(({kind}) => kind === 'requests');
	const under = item?.kind === 'requests' ? item : kept;
	if (under) {
		const from = under.about?.requests;
		const to = [...(from ?? []), ...waiting];
		return commit(state, [
			{kind: 'request/gather', meeting: meeting.id, item: under.id, ...(from ? {from} : {}), to},
		]);
	}
	const urgent = meeting.agenda.findIndex(({kind}) => kind === 'urgent');
	return commit(state, [
		{
			kind: 'agenda/add',
			meeting: meeting.id,
			itemKind: 'requests',
			title: 'Requests for change',
			about: {requests: waiting},
			...(urgent === -1 ? {} : {at: urgent}),
		},
	]);
}

function canGather(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	const {meeting} = subjectOf(state);
	if (!meeting) return 'there is no meeting';
	if (meeting.status === 'closed') return 'the meeting is closed';
	return notGathered(state.database, meeting).length > 0
		? true
		: 'no request waits for this board that is not on the agenda already';
}

const requestAt = ({database}: State, path: string) =>
	database.requests.find(({id}) => path === `requests/${id}`);

/** A request is edited and withdrawn until a board has taken it. */
const whileAsked = (state: State, path: string): true | string => {
	const fate = requestAt(state, path)?.fate;
	if (fate === undefined) return 'it is not there any more';
	return fate === 'asked' ? true : `it was ${fate}: ask again for another change`;
};

/** What is done to a request in the register. */
export const requestRow: RegisterRow = {
	edits: 'request/edit',
	canEdit: whileAsked,
	edit: (state, path) => step(openForm(state, 'request', {record: path})),
	takesBack: 'request/withdraw',
	canTakeBack: whileAsked,
	takeBack(state, path) {
		const found = requestAt(state, path);
		if (!found) return step(state);
		return step({
			...state,
			overlay: {
				kind: 'confirm',
				title: `Withdraw request ${found.id}?`,
				lines: [sayRequest(state.database, found), 'It stays on record, as withdrawn.'],
				yes: 'Withdraw it',
				effects: [{kind: 'commit', changes: [{kind: 'request/withdraw', id: found.id}], done: {}}],
			},
		});
	},
};

export const requestBindings: Binding[] = [
	ask('walk.request'),
	ask('portfolio.request'),
	ask('project.request'),
	{
		id: 'walk.settle',
		scope: 'walk',
		label: 'Put into effect what was decided (asks first)',
		makes: 'project/settle',
		enabled(state) {
			const may = writable(state);
			return may === true && dueToSettle(state).length === 0 ? 'nothing waits for it today' : may;
		},
		run: settle,
	},
	{
		id: 'requests.gather',
		scope: 'meeting',
		label: 'Put the requests that wait for this board under one item',
		makes: (state) =>
			shown(state)?.agenda.some(({kind}) => kind === 'requests') ? 'request/gather' : 'agenda/add',
		enabled: canGather,
		run: gather,
	},
];
