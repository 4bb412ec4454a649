import {presentMeeting} from '../../domain/queries/meeting/meetings.ts';
import {requestsUnder} from '../../domain/queries/strategy/requests.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {lastRedoable, lastUndoable} from '../acts.ts';
import type {FormKind} from '../forms/form.ts';
import {openForm} from '../forms/open.ts';
import type {FormTarget} from '../forms/form.ts';
import {leave} from '../leave.ts';
import {goTo} from '../navigate.ts';
import {heldMeeting, placeOf, pop, push, type State, type Step, step} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import {type Subject, subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';
import {confirmUndo} from './undo.ts';
import {keyFor} from '../keys-by-name.ts';

/** Why nothing can be recorded, when nothing can. */
export const writable = (state: State): true | string => state.readOnly ?? true;

/** Why nothing new is recorded on a meeting whose minutes were approved, and what is done instead. */
export function settled(meeting: Meeting | undefined, instead: string): string | undefined {
	const status = meeting?.minutes?.status;
	return status === 'approved' || status === 'signed'
		? `the minutes of ${meeting?.id} are ${status}: ${instead}`
		: undefined;
}

/** True when the session may write and there is something to write on, else the reason. */
export const needs =
	(part: keyof Subject, otherwise: string) =>
	(state: State): true | string => {
		const may = writable(state);
		return may === true && !subjectOf(state)[part] ? otherwise : may;
	};

/** The meeting on which a decision or an action would be recorded. */
function targetMeeting(state: State) {
	const {meeting} = subjectOf(state);
	return meeting && meeting.status !== 'planned' ? meeting : undefined;
}

/** What a decision or an action on the cursor's record would be tied to. */
function targetOf(state: State): FormTarget {
	const {project, item} = subjectOf(state);
	const held = targetMeeting(state);
	return {project: project?.id, meeting: held?.id, item: held ? item?.id : undefined};
}

/** The item that is before the room, on which something may be decided. */
function roomOf(state: State): FormTarget {
	const held = heldMeeting(state);
	return held?.currentItem === undefined ? {} : {meeting: held.id, item: held.currentItem};
}

/** Whether what is decided are the requests that wait under the item. */
function takesRequests(state: State): boolean {
	const {meeting, item, project} = targetOf(state);
	return project === undefined && requestsUnder(state.database, meeting, item).length > 0;
}

/** The form by which something is decided: requests and elections have one of their own. */
function decidedBy(state: State): FormKind {
	if (takesRequests(state)) return 'requests';
	const {meeting, item, project} = targetOf(state);
	const held = state.database.meetings.find(({id}) => id === meeting);
	const subject = held?.agenda.find(({id}) => id === item);
	return project === undefined && subject?.kind === 'election' ? 'election' : 'decision';
}

function canDecide(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	const {meeting, item, project} = subjectOf(state);
	if (!meeting)
		return `no meeting is open: ${keyFor('go.meeting')} shows the meeting, ${keyFor('meeting.open')} opens it`;
	if (meeting.status === 'planned')
		return `the meeting has not been opened: ${keyFor('meeting.open')} opens it`;
	const stands = settled(
		meeting,
		`${keyFor('register.edit')} in the register (${keyFor('go.register')}) corrects a decision, with a reason`,
	);
	if (stands !== undefined) return stands;
	return item || project ? true : 'select an agenda item or a project first';
}

/** Opens the form for an action on whatever the cursor is on. */
export const placeAction = (state: State): Step => step(openForm(state, 'action', targetOf(state)));

type Tab = 'overview' | 'walk' | 'portfolio' | 'meeting' | 'register' | 'log' | 'minutes';

const screen = (name: Tab, label: string): Binding => ({
	id: `go.${name}`,
	scope: 'global',
	label,
	run: (state) => step(goTo(state, name)),
});

/** Whether the screen is one on which a project is worked on. */
const isOnProjects = (state: State): boolean =>
	['walk', 'portfolio', 'project'].includes(placeOf(state).screen);

/** Whether the meeting on show is over. */
const isOver = (state: State): boolean =>
	placeOf(state).screen === 'meeting' && subjectOf(state).meeting?.status === 'closed';

export const globalBindings: Binding[] = [
	{
		id: 'project.status',
		scope: 'work',
		soon: isOnProjects,
		label: 'Set status and confidence of the project',
		makes: 'project/status',
		hint: 'status',
		enabled: needs('project', 'select a project first'),
		run: (state) =>
			step(openForm(state, 'status', {project: subjectOf(state).project?.id, ...roomOf(state)})),
	},
	{
		id: 'project.comment',
		scope: 'work',
		soon: isOnProjects,
		label: 'Comment on the project',
		makes: 'project/update',
		hint: 'comment',
		enabled: needs('project', 'select a project first'),
		run: (state) => step(openForm(state, 'comment', {project: subjectOf(state).project?.id})),
	},
	{
		id: 'decision.record',
		scope: 'work',
		soon: (state) => placeOf(state).screen === 'meeting',
		label: 'Record a decision on the item or project',
		makes: 'decision/record',
		hint: 'decide',
		enabled: canDecide,
		run: (state) => step(openForm(state, decidedBy(state), targetOf(state))),
	},
	{
		id: 'action.add',
		scope: 'work',
		label: 'Place an action, with owner and due date',
		makes: 'action/add',
		hint: 'action',
		enabled(state) {
			const stands = settled(
				targetMeeting(state),
				`place it on a project (${keyFor('go.portfolio')}), or in the next meeting`,
			);
			return writable(state) === true ? (stands ?? true) : writable(state);
		},
		run: placeAction,
	},
	{
		id: 'act.undo',
		scope: 'global',
		label: 'Take back your last act (shows it first)',
		makes: 'undo',
		hint: 'undo',
		enabled: writable,
		run: (state) => confirmUndo(state, lastUndoable(state.database, state.session), 'Take back'),
	},
	{
		id: 'act.redo',
		scope: 'global',
		label: 'Bring back what you took back',
		makes: 'undo',
		enabled: writable,
		run: (state) => confirmUndo(state, lastRedoable(state.database, state.session), 'Bring back'),
	},
	screen('overview', 'Overview'),
	screen('walk', 'Walk the priorities'),
	screen('portfolio', 'Portfolio of all projects'),
	screen('meeting', 'The meeting'),
	screen('register', 'Register of decisions and actions'),
	screen('log', 'Log of all acts'),
	{
		...screen('minutes', 'Minutes: preview, issue, approve, sign, publish'),
		// What a meeting that is over leads to.
		soon: isOver,
		underLaw: (state) => ({
			label: 'Minutes: preview, issue, approve, sign, publish',
			...(isOver(state) ? {hint: 'minutes'} : {}),
		}),
	},
	{
		id: 'go.members',
		scope: 'global',
		label: 'Boards: members, quorum',
		run(state) {
			if (placeOf(state).screen === 'members') return step(state);
			const meeting = subjectOf(state).meeting ?? presentMeeting(state.database);
			const id = meeting?.board ?? state.database.boards[0]?.id;
			return step(push(state, {screen: 'members', id}));
		},
	},
	{
		id: 'quick.open',
		scope: 'global',
		label: 'Quick line: every action by name, every record by any word or its id',
		run: (state) => step({...state, overlay: {kind: 'quick', text: textFrom(''), selected: 0}}),
	},
	{
		id: 'help.open',
		scope: 'global',
		label: 'Help: every key that works here',
		hint: 'help',
		run: (state) => step({...state, overlay: {kind: 'help', scroll: 0}}),
	},
	{
		id: 'place.back',
		scope: 'global',
		label: 'Back',
		hint: 'back',
		enabled: (state) =>
			state.stack.length > 1 || placeOf(state).filter?.value
				? true
				: 'this is the first screen; there is nothing to go back to',
		run: (state) =>
			placeOf(state).filter?.value
				? step({
						...state,
						stack: [...state.stack.slice(0, -1), {...placeOf(state), filter: undefined}],
					})
				: step({...pop(state), message: undefined}),
	},
	{id: 'app.leave', scope: 'global', label: 'Leave Boardwalk', hint: 'quit', run: leave},
];
