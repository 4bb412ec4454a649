import {parseDay} from '../domain/calendar.ts';
import type {Change} from '../domain/changes/index.ts';
import {findPeople, openMeeting} from '../domain/queries/meetings.ts';
import {projectById} from '../domain/queries/projects.ts';
import {projectStatuses} from '../domain/schema/index.ts';
import {nearest, statusWords} from '../domain/words.ts';
import type {Binding} from './bindings/binding.ts';
import {bindingsIn, placeScopes} from './keymap.ts';
import {goToId} from './navigate.ts';
import {placeOf, say, type State, type Step, step, todayOf} from './state.ts';

/** What can be typed besides an action's name, as the quick line's own help. */
export const shorthand: [typed: string, meaning: string][] = [
	['P1-04', 'go to a project, decision, action or meeting by its id'],
	['s P1-04 delivered Tested and live', 'set a status, with a note'],
	['c P1-04 Waiting for the supplier', 'comment on a project'],
	['a HOPS +2w Write to the supplier', 'place an action: who, when, what'],
];

/** The actions whose names fit what is typed, each word somewhere in them. */
export function suggestions(state: State, typed: string): Binding[] {
	const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
	return bindingsIn(placeScopes(state)).filter(({label, hint, scope}) => {
		if (scope === 'filter') return false;
		const text = `${label} ${hint ?? ''}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/** Runs what stands in the quick line; what cannot be run stays there with the reason. */
export function runQuickLine(state: State): Step {
	if (state.overlay?.kind !== 'quick') return step(state);
	const typed = state.overlay.text.value.trim();
	const closed: State = {...state, overlay: undefined};
	const inForm = placeOf(state).screen === 'form';
	// Going elsewhere would leave the form; within one only shorthand and the form's own keys run.
	const gone = inForm ? undefined : goToId(closed, typed);
	if (gone) return step(gone);
	const told = readShorthand(closed, typed);
	if (told && 'changes' in told)
		return step(closed, {kind: 'commit', changes: told.changes, done: {}});
	if (told) return fail(state, told.message);
	const found = suggestions(closed, typed);
	const chosen = found[Math.min(state.overlay.selected, found.length - 1)];
	if (!chosen) return fail(state, `nothing here is called “${typed}”`);
	const may = chosen.enabled?.(closed) ?? true;
	return may === true ? chosen.run(closed) : step(say(closed, 'refused', may));
}

const fail = (state: State, error: string): Step =>
	step(state.overlay?.kind === 'quick' ? {...state, overlay: {...state.overlay, error}} : state);

type Read = {changes: Change[]} | {message: string};

/** The clerk's shorthand (`s P1-04 delivered …`), or undefined when the line is something else. */
function readShorthand(state: State, typed: string): Read | undefined {
	const [, verb, rest = ''] = /^([sca]) +(.+)$/s.exec(typed) ?? [];
	if (!verb) return undefined;
	if (state.readOnly) return {message: state.readOnly};
	return verb === 'a' ? readAction(state, rest) : readProject(state, verb, rest);
}

function readProject(state: State, verb: string, rest: string): Read | undefined {
	const [id = '', ...words] = rest.split(/ +/);
	const project = projectById(state.database, id.toUpperCase());
	if (!project) return /^[A-Z]+\d/i.test(id) ? {message: `there is no project ${id}`} : undefined;
	if (verb === 'c') {
		const note = words.join(' ');
		return note
			? {changes: [{kind: 'project/update', id: project.id, note}]}
			: {message: 'write the comment after the id'};
	}
	const [word = '', ...note] = words;
	const to = projectStatuses.find(
		(status) =>
			status.startsWith(word.toLowerCase()) ||
			statusWords[status].toLowerCase().startsWith(word.toLowerCase()),
	);
	if (!word || !to) {
		const [near] = nearest(word, projectStatuses);
		return {
			message: `“${word}” is not a status${near ? `; did you mean ${near}?` : `: ${projectStatuses.join(', ')}`}`,
		};
	}
	const text = note.join(' ');
	return {
		changes: [
			{
				kind: 'project/status',
				id: project.id,
				from: project.status,
				to,
				...(text ? {note: text} : {}),
			},
		],
	};
}

/** `a <who> <when> <what>`: who and when may each be left out. */
function readAction(state: State, rest: string): Read {
	let words = rest.split(/ +/);
	const [person, ...others] = findPeople(state.database.people, words[0] ?? '');
	const isPerson = person !== undefined && others.length === 0;
	if (isPerson) words = words.slice(1);
	const today = todayOf(state);
	// A date may be two words (12 Oct) or three (12 Oct 2027): the longest that reads as one.
	const length = [3, 2, 1].find(
		(number) => words.length > number && parseDay(words.slice(0, number).join(' '), today),
	);
	const due = length ? parseDay(words.slice(0, length).join(' '), today) : undefined;
	const text = words.slice(length ?? 0).join(' ');
	if (!text) return {message: 'write what is to be done'};
	const meeting = openMeeting(state.database);
	return {
		changes: [
			{
				kind: 'action/add',
				text,
				owner: isPerson ? person.id : undefined,
				due,
				meeting: meeting?.id,
				item: meeting?.currentItem,
			},
		],
	};
}
