import {parseDay} from '../domain/calendar.ts';
import type {Change} from '../domain/changes/index.ts';
import {findPeople, openMeeting} from '../domain/queries/meetings.ts';
import {projectById} from '../domain/queries/projects.ts';
import {type Person, projectStatuses, type ProjectStatus} from '../domain/schema/index.ts';
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
		return step(state, {kind: 'commit', changes: told.changes, done: {leaveQuickLine: true}});
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
	const read = readStatus(words);
	if ('message' in read) return read;
	const {to, note} = read;
	return {
		changes: [
			{
				kind: 'project/status',
				id: project.id,
				from: project.status,
				to,
				...(note ? {note} : {}),
			},
		],
	};
}

/** The status that words begin with, as it is keyed or written (`on hold`), and the note behind it. */
function readStatus(words: string[]): {to: ProjectStatus; note: string} | {message: string} {
	const lower = words.join(' ').toLowerCase();
	const names = projectStatuses
		.flatMap((status) =>
			[status, statusWords[status].toLowerCase()].map((name) => ({status, name})),
		)
		.toSorted((a, b) => b.name.length - a.name.length);
	const whole = names.find(({name}) => lower === name || lower.startsWith(`${name} `));
	const first = words[0]?.toLowerCase() ?? '';
	const begun = first === '' ? undefined : names.find(({name}) => name.startsWith(first));
	const found = whole ?? begun;
	if (found) {
		const length = whole ? whole.name.split(' ').length : 1;
		return {to: found.status, note: words.slice(length).join(' ')};
	}
	const [near] = nearest(first, projectStatuses);
	const instead = near ? `; did you mean ${near}?` : `: ${projectStatuses.join(', ')}`;
	return {message: `“${words[0] ?? ''}” is not a status${instead}`};
}

/** `a <who> <when> <what>`: who and when may each be left out. */
function readAction(state: State, rest: string): Read {
	const {people} = state.database;
	const today = todayOf(state);
	const words = rest.split(/ +/);
	const [first = ''] = words;
	const due = readDue(words, today);
	if (due.length > 0) return place(state, undefined, due.day, words.slice(due.length));
	// A word before a date can only be a name; without a date behind it, only a sure one is taken for it.
	const later = readDue(words.slice(1), today);
	const found = findPeople(people, first);
	if (later.length > 0) {
		const [person] = found;
		if (!person)
			return {message: `nobody is called “${first}”: type initials or a part of the name`};
		if (found.length > 1) {
			const names = found.slice(0, 3).map(({name}) => name);
			return {message: `“${first}” may be ${names.join(' or ')}: type more of it`};
		}
		return place(state, person.id, later.day, words.slice(1 + later.length));
	}
	const sure = found.length === 1 && isSure(found[0], first) ? found[0] : undefined;
	return place(state, sure?.id, undefined, sure ? words.slice(1) : words);
}

/** Whether a word is a person's initials, id or a whole word of the name. */
function isSure(person: Person | undefined, word: string): boolean {
	const typed = word.toLowerCase();
	const {initials, id, name} = person ?? {};
	return [initials, id, ...(name?.split(/\s+/) ?? [])].some((own) => own?.toLowerCase() === typed);
}

/** The day that words begin with and how many of them it takes: a date may be two (12 Oct) or three. */
function readDue(words: string[], today: string): {day: string | undefined; length: number} {
	for (const length of [3, 2, 1]) {
		const day =
			words.length > length ? parseDay(words.slice(0, length).join(' '), today) : undefined;
		if (day) return {day, length};
	}
	return {day: undefined, length: 0};
}

function place(
	state: State,
	owner: string | undefined,
	due: string | undefined,
	words: string[],
): Read {
	const text = words.join(' ');
	if (!text) return {message: 'write what is to be done'};
	const meeting = openMeeting(state.database);
	return {
		changes: [
			{kind: 'action/add', text, owner, due, meeting: meeting?.id, item: meeting?.currentItem},
		],
	};
}
