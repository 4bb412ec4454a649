import {whatShakes} from '../forms/shaken.ts';
import type {Change} from '../../domain/changes/index.ts';
import type {Meeting} from '../../domain/schema/index.ts';
import {refusedNow} from '../forms/edit.ts';
import {openForm} from '../forms/open.ts';
import type {FormKind} from '../forms/form.ts';
import {say, type State, type Step, step} from '../state.ts';
import {subjectOf} from '../subject.ts';
import {settled, writable} from './global.ts';
import {keyFor} from '../keys-by-name.ts';

export const commit = (state: State, changes: Change[], select?: string): Step =>
	step(state, {kind: 'commit', changes, done: {select}});

/**
 * As `commit`, of what decisions may rest on: where one does, or where the meeting is over, the reason is asked for first,
 * and the decision is marked to be looked at again.
 */
export function commitLooking(state: State, changes: Change[]): Step {
	const why = whatShakes(state.database, changes);
	const corrects = changes.some(
		(change) =>
			change.kind === 'attendance/set' &&
			change.from !== undefined &&
			state.database.meetings.some(({id, status}) => id === change.meeting && status === 'closed'),
	);
	return why.length === 0 && !corrects
		? commit(state, changes)
		: step(openForm(state, 'review', {pending: JSON.stringify(changes)}));
}

export const shown = (state: State): Meeting | undefined => subjectOf(state).meeting;

/** The session may write, and the meeting on show is in one of these states. */
export const when =
	(statuses: Meeting['status'][], otherwise: string) =>
	(state: State): true | string => {
		const may = writable(state);
		if (may !== true) return may;
		const meeting = shown(state);
		return meeting && statuses.includes(meeting.status) ? true : otherwise;
	};

/** The session may write, and the meeting on show is open. */
export function whenOpen(state: State): true | string {
	const closed = shown(state)?.status === 'closed';
	return when(
		['open'],
		closed
			? 'the meeting is closed'
			: `the meeting is not open: ${keyFor('meeting.open')} opens it`,
	)(state);
}

/** Of what the minutes of a meeting say only their notes are corrected. */
export const noteInstead = `${keyFor('go.minutes')}, then ${keyFor('minutes.correct')}, corrects the note of an item, with a reason`;

export const itemPath = (meeting: Meeting, item: string) => `meetings/${meeting.id}/agenda/${item}`;

export const needsItem = (state: State): true | string => {
	const may = writable(state);
	return may === true && !subjectOf(state).item ? 'select an item first' : may;
};

/** As `needsItem`, of a meeting whose minutes still take something up. */
export function needsOpenItem(state: State): true | string {
	const may = needsItem(state);
	return may === true ? (settled(shown(state), noteInstead) ?? true) : may;
}

/** Opens a form on the selected item. */
export function openOn(state: State, kind: FormKind): Step {
	const {meeting, item} = subjectOf(state);
	return step(openForm(state, kind, {meeting: meeting?.id, item: item?.id}));
}

/** Fills the screen with what is about to be resolved; only what can be recorded is read out. */
export function readAloud(
	state: State,
	changes: Change[],
	{title, lines, yes}: {title: string; lines: string[]; yes: string},
): Step {
	const refused = refusedNow(state, changes);
	if (refused) return step(say(state, 'refused', `Not saved: ${refused}`));
	const effects = [{kind: 'commit' as const, changes, done: {}}];
	return step({...state, overlay: {kind: 'confirm', full: true, title, lines, yes, effects}});
}
