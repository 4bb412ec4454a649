import {lastRedoable, lastUndoable} from '../../domain/changes/undo.ts';
import {tellEntry} from '../../domain/queries/sentences.ts';
import {tellEffect} from '../../domain/queries/effects.ts';
import type {Database, Entry} from '../../domain/schema/index.ts';
import {openForm} from '../forms/edit.ts';
import type {Target} from '../forms/form.ts';
import {leave} from '../leave.ts';
import {goTo} from '../navigate.ts';
import {placeOf, pop, say, type ScreenName, type State, type Step, step} from '../state.ts';
import {textFrom} from '../text/edit.ts';
import {type Subject, subjectOf} from '../subject.ts';
import type {Binding} from './binding.ts';

/** Why nothing can be recorded, when nothing can. */
export const writable = (state: State): true | string => state.readOnly ?? true;

/** True when the session may write and there is something to write on, else the reason. */
export const needs =
	(part: keyof Subject, otherwise: string) =>
	(state: State): true | string => {
		const may = writable(state);
		return may === true && !subjectOf(state)[part] ? otherwise : may;
	};

/** What a decision or an action on the cursor's record would be tied to. */
function targetOf(state: State): Target {
	const {project, meeting, item} = subjectOf(state);
	const held = meeting && meeting.status !== 'planned' ? meeting : undefined;
	return {project: project?.id, meeting: held?.id, item: held ? item?.id : undefined};
}

function canDecide(state: State): true | string {
	const may = writable(state);
	if (may !== true) return may;
	const {meeting, item, project} = subjectOf(state);
	if (!meeting) return 'no meeting is open: 4 shows the meeting, o opens it';
	if (meeting.status === 'planned') return 'the meeting has not been opened: o opens it';
	return item || project ? true : 'select an agenda item or a project first';
}

/** What an undo would do, line by line, from the effects that it puts back. */
function effectLines(database: Database, entry: Entry): string[] {
	return (entry.effects ?? []).toReversed().map((effect) => {
		const {what, before, after} = tellEffect(database, effect);
		if (effect.field !== undefined) return `${what}: ${after} becomes ${before} again`;
		return effect.to === undefined ? `${what} comes back` : `${what} goes`;
	});
}

/** The session's own acts that are newer than the one to be taken back and that stay, and why. */
function staying(state: State, entry: Entry | undefined): string[] {
	const {database, session} = state;
	const newer = database.log.findLast(
		(one) =>
			one.session === session &&
			one.revision > (entry?.revision ?? 0) &&
			one.changes?.some(({kind}) => kind.startsWith('decision/') || kind === 'meeting/close'),
	);
	if (!newer) return [];
	const decided = newer.changes?.some(({kind}) => kind.startsWith('decision/'));
	const instead = decided
		? 'A decision is not taken back: 5 shows the register, where e corrects it and X retracts it.'
		: 'A meeting that was closed stays closed.';
	return [`Your act r${newer.revision} stays: ${tellEntry(database, newer)}`, instead, ''];
}

function confirmUndo(
	state: State,
	entry: Entry | undefined,
	word: 'Take back' | 'Bring back',
): Step {
	const {database} = state;
	const before = word === 'Take back' ? staying(state, entry) : [];
	if (!entry) {
		const none =
			word === 'Take back'
				? 'There is nothing of this session to take back.'
				: 'There is nothing to bring back.';
		return step(
			say(state, before.length > 0 ? 'refused' : 'info', [...before, none].join(' ').trim()),
		);
	}
	return step({
		...state,
		overlay: {
			kind: 'confirm',
			title: `${word} revision ${entry.revision}?`,
			lines: [...before, tellEntry(database, entry), '', ...effectLines(database, entry)],
			yes: word,
			effects: [{kind: 'commit', changes: [{kind: 'undo', revision: entry.revision}], done: {}}],
		},
	});
}

const screen = (key: string, name: ScreenName, label: string): Binding => ({
	scope: 'global',
	keys: [key],
	label,
	run: (state) => step(goTo(state, name)),
});

export const globalBindings: Binding[] = [
	{
		scope: 'work',
		keys: ['s'],
		label: 'Set status and confidence of the project',
		hint: 'status',
		enabled: needs('project', 'select a project first'),
		run: (state) => step(openForm(state, 'status', {project: subjectOf(state).project?.id})),
	},
	{
		scope: 'work',
		keys: ['c'],
		label: 'Comment on the project',
		hint: 'comment',
		enabled: needs('project', 'select a project first'),
		run: (state) => step(openForm(state, 'comment', {project: subjectOf(state).project?.id})),
	},
	{
		scope: 'work',
		keys: ['d'],
		label: 'Record a decision on the item or project',
		hint: 'decide',
		enabled: canDecide,
		run: (state) => step(openForm(state, 'decision', targetOf(state))),
	},
	{
		scope: 'work',
		keys: ['a'],
		label: 'Place an action, with owner and due date',
		hint: 'action',
		enabled: writable,
		run: (state) => step(openForm(state, 'action', targetOf(state))),
	},
	{
		scope: 'global',
		keys: ['u'],
		label: 'Take back your last act (shows it first)',
		hint: 'undo',
		enabled: writable,
		run: (state) => confirmUndo(state, lastUndoable(state.database, state.session), 'Take back'),
	},
	{
		scope: 'global',
		keys: ['U'],
		label: 'Bring back what you took back',
		enabled: writable,
		run: (state) => confirmUndo(state, lastRedoable(state.database, state.session), 'Bring back'),
	},
	screen('1', 'overview', 'Overview'),
	screen('2', 'walk', 'Walk the priorities'),
	screen('3', 'portfolio', 'Portfolio of all projects'),
	screen('4', 'meeting', 'The meeting'),
	screen('5', 'register', 'Register of decisions and actions'),
	screen('6', 'log', 'Log of all acts'),
	screen('7', 'minutes', 'Minutes: preview, issue, approve, sign, publish'),
	{
		scope: 'global',
		keys: [':'],
		label: 'Quick line: every action by name, or go to an id',
		run: (state) => step({...state, overlay: {kind: 'quick', text: textFrom(''), selected: 0}}),
	},
	{
		scope: 'global',
		keys: ['?', 'f1', 'ctrl+g'],
		label: 'Help: every key that works here',
		hint: 'help',
		run: (state) => step({...state, overlay: {kind: 'help', scroll: 0}}),
	},
	{
		scope: 'global',
		keys: ['escape'],
		label: 'Back',
		run: (state) =>
			placeOf(state).filter?.value
				? step({
						...state,
						stack: [...state.stack.slice(0, -1), {...placeOf(state), filter: undefined}],
					})
				: step({...pop(state), message: undefined}),
	},
	{scope: 'global', keys: ['q', 'ctrl+c'], label: 'Leave Boardwalk', hint: 'quit', run: leave},
];
