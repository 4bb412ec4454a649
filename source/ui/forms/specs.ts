import {parseDay, sayDay, sayPeriod} from '../../domain/calendar.ts';
import type {Change} from '../../domain/changes/index.ts';
import {nameOf} from '../../domain/names.ts';
import {findPeople, itemNumber, itemOf, roll} from '../../domain/queries/meetings.ts';
import {
	type Confidence,
	confidences,
	type Database,
	type Decision,
	type Outcome,
	outcomes,
	type Person,
	type Project,
	projectStatuses,
	type ProjectStatus,
} from '../../domain/schema/index.ts';
import {confidenceWords, outcomeWords, statusWords} from '../../domain/words.ts';
import {
	type Field,
	type Form,
	type FormKind,
	type FormSpec,
	given,
	type Option,
	type Target,
	valueOf,
} from './form.ts';

const statusKeys: Record<ProjectStatus, string> = {
	proposed: 'p',
	'in-progress': 'i',
	'on-hold': 'h',
	blocked: 'b',
	delivered: 'd',
	cancelled: 'x',
};
const statusOptions: Option[] = projectStatuses.map((value) => ({
	value,
	label: statusWords[value],
	key: statusKeys[value],
}));
const confidenceOptions: Option[] = [
	{value: '', label: 'None', key: 'n'},
	...confidences.map((value) => ({value, label: confidenceWords[value], key: value.slice(0, 1)})),
];
const outcomeKeys: Record<Outcome, string> = {
	approved: 'a',
	'approved-as-amended': 'm',
	refused: 'r',
	lost: 'l',
	deferred: 'd',
	referred: 'f',
	'recommended-to-council': 'c',
	noted: 'n',
	withdrawn: 'w',
};
const outcomeOptions: Option[] = outcomes.map((value) => ({
	value,
	label: outcomeWords[value],
	key: outcomeKeys[value],
}));

const projectOf = (database: Database, id = ''): Project | undefined =>
	database.projects.find((project) => project.id === id);
const decisionOf = (database: Database, id = ''): Decision | undefined =>
	database.decisions.find((decision) => decision.id === id);
const meetingOf = (database: Database, id = '') =>
	database.meetings.find((meeting) => meeting.id === id);

/** `item 4 Priority 1: Modernisation`: an item as it is called in the room. */
function itemName(database: Database, {meeting, item}: Target): string {
	const held = meetingOf(database, meeting);
	return held ? `item ${itemNumber(held, item)} ${itemOf(held, item)?.title ?? ''}` : 'the item';
}

/** The people who may move or own something: those on the meeting's roll first, then everybody. */
function peopleFor(database: Database, meeting: string | undefined): Person[] {
	const held = meetingOf(database, meeting);
	const present = held ? roll(database, held).map(({person}) => person) : [];
	return [...present, ...database.people.filter((person) => !present.includes(person))];
}

/** The person whom a field means, or why it cannot be told. */
export function readPerson(
	database: Database,
	meeting: string | undefined,
	typed: string,
): {person: Person | undefined} | {message: string} {
	if (typed === '') return {person: undefined};
	const found = findPeople(peopleFor(database, meeting), typed);
	if (found.length === 1) return {person: found[0]};
	if (found.length === 0)
		return {message: `nobody is called “${typed}”: type initials or a part of the name`};
	return {
		message: `“${typed}” may be ${found
			.slice(0, 3)
			.map(({name}) => name)
			.join(' or ')}: type more of it`,
	};
}

/** What a field's text is read as, shown beside it while it is typed. */
export function readBack(database: Database, form: Form, field: Field, today: string): string {
	const typed = valueOf(form, field.name);
	if (typed === '') return field.hint ?? '';
	if (field.kind === 'day') {
		const day = parseDay(typed, today);
		return day ? sayDay(day) : 'not a date yet: 12 Oct, +2w, fri or 2020-10-12';
	}
	if (field.kind === 'person') {
		const read = readPerson(database, form.target.meeting, typed);
		return 'message' in read ? read.message : (read.person?.name ?? '');
	}
	return '';
}

const status: FormSpec = {
	title: (database, {target}) => `Status of ${nameOf(database, `projects/${target.project}`)}`,
	lead: (_database, {base}) => [
		`Now: ${statusWords[base['status'] as ProjectStatus]}${base['confidence'] ? `, confidence ${confidenceWords[base['confidence'] as Confidence]}` : ''}`,
	],
	enterSaves: true,
	fields: () => [
		{name: 'status', label: 'Status', kind: 'choice', options: statusOptions},
		{name: 'confidence', label: 'Confidence', kind: 'choice', options: confidenceOptions},
		{
			name: 'note',
			label: 'Note',
			kind: 'long',
			hint: 'why, in a sentence; it goes into the minutes',
		},
	],
	start(database, {project}) {
		const {status, confidence} = projectOf(database, project) ?? {};
		return {
			base: {status, confidence},
			values: {status: status ?? '', confidence: confidence ?? '', note: ''},
		};
	},
	submit(_surroundings, form) {
		const from = form.base['status'] as ProjectStatus;
		const trust = {
			from: form.base['confidence'] as Confidence | undefined,
			to: given(form, 'confidence') as Confidence | undefined,
		};
		const to = valueOf(form, 'status') as ProjectStatus;
		const note = given(form, 'note');
		if (from === to && trust.from === trust.to && !note) {
			return {field: 'status', message: 'nothing has changed yet: choose another status, or Esc'};
		}
		return {
			changes: [
				{
					kind: 'project/status',
					id: form.target.project ?? '',
					from,
					to,
					...(trust.from === trust.to ? {} : {confidence: trust}),
					...(note ? {note} : {}),
				},
			],
		};
	},
};

const comment: FormSpec = {
	title: (database, {target}) => `Comment on ${nameOf(database, `projects/${target.project}`)}`,
	fields: () => [{name: 'note', label: 'Comment', kind: 'long'}],
	start: () => ({}),
	submit(_surroundings, form) {
		const note = given(form, 'note');
		if (!note) return {field: 'note', message: 'write the comment first, or Esc'};
		return {changes: [{kind: 'project/update', id: form.target.project ?? '', note}]};
	},
};

const note: FormSpec = {
	title: (database, {target}) => `Note on ${itemName(database, target)}`,
	fields: () => [
		{name: 'notes', label: 'Note', kind: 'long', hint: 'what was done, not what was said'},
	],
	start(database, {meeting, item}) {
		const held = meetingOf(database, meeting);
		const notes = held && itemOf(held, item)?.notes;
		return {base: {notes}, values: {notes: notes ?? ''}};
	},
	submit(_surroundings, form) {
		const from = form.base['notes'] as string | undefined;
		const to = given(form, 'notes');
		if (from === to)
			return {field: 'notes', message: 'nothing has changed yet: write the note, or Esc'};
		return {
			changes: [
				{
					kind: 'agenda/note',
					meeting: form.target.meeting ?? '',
					item: form.target.item ?? '',
					from,
					to,
				},
			],
		};
	},
};

/** Whether the deciding board is one person, who needs no mover. */
function decidesAlone(database: Database, meeting: string | undefined): boolean {
	const board = meetingOf(database, meeting)?.board;
	return database.boards.find(({id}) => id === board)?.kind === 'individual';
}

const motionFields = (alone: boolean): Field[] => [
	{name: 'title', label: 'Title', kind: 'line'},
	{
		name: 'resolution',
		label: 'Resolution',
		kind: 'long',
		hint: 'the exact wording that was resolved',
	},
	{name: 'outcome', label: 'Outcome', kind: 'choice', options: outcomeOptions},
	{name: 'reasons', label: 'Reasons', kind: 'long'},
	{
		name: 'alternatives',
		label: 'Alternatives',
		kind: 'long',
		hint: 'considered and rejected, or “none”',
	},
	...(alone
		? []
		: ([
				{name: 'mover', label: 'Mover', kind: 'person', hint: 'initials or a part of the name'},
				{
					name: 'seconder',
					label: 'Seconder',
					kind: 'person',
					hint: 'initials or a part of the name',
				},
			] satisfies Field[])),
];

/** Mover and seconder as ids, or which of them cannot be told. */
function readMotion(database: Database, form: Form) {
	const people: {mover?: string; seconder?: string} = {};
	for (const field of ['mover', 'seconder'] as const) {
		const read = readPerson(database, form.target.meeting, valueOf(form, field));
		if ('message' in read) return {field, message: read.message};
		if (read.person) people[field] = read.person.id;
	}
	return people;
}

const decision: FormSpec = {
	title(database, {target}) {
		const where = target.project
			? nameOf(database, `projects/${target.project}`)
			: itemName(database, target);
		return `Decision on ${where}`;
	},
	lead: (_database, {base}) =>
		typeof base['recommendation'] === 'string' ? [`Recommended: ${base['recommendation']}`] : [],
	fields: (database, {target}) => motionFields(decidesAlone(database, target.meeting)),
	start(database, {meeting, item, project}) {
		const held = meetingOf(database, meeting);
		const subject = held && itemOf(held, item);
		const report = database.reports.find(({id}) => id === subject?.about?.report);
		const about = project ? projectOf(database, project)?.title : subject?.title;
		// A project's decision under a report's item is not what the report recommends.
		const paper = project ? undefined : report;
		return {
			base: {
				recommendation: paper?.recommendations.join(' '),
				reference: paper?.reference,
				key: paper?.key,
			},
			values: {
				title: about ?? '',
				resolution: paper?.recommendations.join('\n') ?? '',
				outcome: 'approved',
				reasons: paper?.reasons ?? '',
				alternatives: paper?.alternatives ?? '',
				mover: '',
				seconder: '',
			},
		};
	},
	submit({database}, form) {
		const title = given(form, 'title');
		const resolution = given(form, 'resolution');
		if (!title) return {field: 'title', message: 'a decision needs a title'};
		if (!resolution) return {field: 'resolution', message: 'write what was resolved, word by word'};
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const {meeting = '', item, project} = form.target;
		const change: Change = {
			kind: 'decision/record',
			meeting,
			item,
			title,
			resolution,
			outcome: valueOf(form, 'outcome') as Outcome,
			reasons: given(form, 'reasons'),
			alternatives: given(form, 'alternatives'),
			recommendation: form.base['recommendation'] as string | undefined,
			reference: form.base['reference'] as string | undefined,
			key: form.base['key'] as boolean | undefined,
			...motion,
			...(project ? {projects: [project]} : {}),
		};
		return {changes: [change]};
	},
};

const corrected = ['title', 'resolution', 'outcome', 'reasons', 'alternatives'] as const;

const correct: FormSpec = {
	title: (database, {target}) =>
		`Correct decision ${nameOf(database, `decisions/${target.decision}`)}`,
	lead: (database, {target}) => {
		const found = decisionOf(database, target.decision);
		return found ? [`Recorded ${sayPeriod(found.date)}. The wording before stays in the log.`] : [];
	},
	fields: (database, {target}) => [
		...motionFields(decidesAlone(database, target.meeting)),
		{name: 'reason', label: 'Correction', kind: 'line', hint: 'why it is corrected'},
	],
	start(database, {decision}) {
		const found = decisionOf(database, decision);
		const {title, resolution, outcome, reasons, alternatives, mover, seconder} = found ?? {};
		const name = (id?: string) => database.people.find((person) => person.id === id)?.name ?? '';
		return {
			base: {title, resolution, outcome, reasons, alternatives, mover, seconder},
			values: {
				title: title ?? '',
				resolution: resolution ?? '',
				outcome: outcome ?? '',
				reasons: reasons ?? '',
				alternatives: alternatives ?? '',
				mover: name(mover),
				seconder: name(seconder),
				reason: '',
			},
		};
	},
	submit({database}, form) {
		const motion = readMotion(database, form);
		if ('message' in motion) return motion;
		const now: Record<string, unknown> = {
			...Object.fromEntries(corrected.map((name) => [name, given(form, name)])),
			...motion,
		};
		const names = [...corrected, 'mover', 'seconder'].filter(
			(name) => form.base[name] !== now[name],
		);
		if (names.length === 0) return {field: 'title', message: 'nothing has been corrected yet'};
		for (const name of ['title', 'resolution'] as const) {
			if (!now[name]) return {field: name, message: 'this cannot be left empty'};
		}
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is corrected'};
		const fields = Object.fromEntries(
			names.map((name) => [name, {from: form.base[name], to: now[name]}]),
		);
		return {
			changes: [{kind: 'decision/correct', id: form.target.decision ?? '', reason, fields}],
		};
	},
};

const retract: FormSpec = {
	title: (database, {target}) =>
		`Retract decision ${nameOf(database, `decisions/${target.decision}`)}`,
	lead: () => [
		'For a decision that was recorded by mistake. It stays in the register, marked as retracted.',
	],
	fields: () => [{name: 'reason', label: 'Reason', kind: 'line'}],
	start: () => ({}),
	submit(_surroundings, form) {
		const reason = given(form, 'reason');
		if (!reason) return {field: 'reason', message: 'say why it is retracted'};
		return {changes: [{kind: 'decision/retract', id: form.target.decision ?? '', reason}]};
	},
};

const action: FormSpec = {
	title: (database, {target}) =>
		target.action
			? `Action ${target.action}`
			: `Action${target.project ? ` on ${nameOf(database, `projects/${target.project}`)}` : ''}`,
	fields: () => [
		{name: 'text', label: 'Action', kind: 'line', hint: 'what is to be done'},
		{
			name: 'owner',
			label: 'Owner',
			kind: 'line',
			hint: 'initials, a part of the name, or any name',
		},
		{
			name: 'due',
			label: 'Due',
			kind: 'day',
			hint: '12 Oct, +2w, fri or 2020-10-12; empty for none',
		},
	],
	start(database, {action, project}) {
		const found = database.actions.find(({id}) => id === action);
		if (found) {
			const {text, owner, due} = found;
			const name = database.people.find(({id}) => id === owner)?.name ?? owner;
			return {base: {text, owner, due}, values: {text, owner: name ?? '', due: due ?? ''}};
		}
		return {values: {text: '', owner: projectOf(database, project)?.owner ?? '', due: ''}};
	},
	submit({database, today}, form) {
		const text = given(form, 'text');
		if (!text) return {field: 'text', message: 'say what is to be done'};
		const typed = given(form, 'due');
		const due = typed && parseDay(typed, today);
		if (typed && !due) {
			return {
				field: 'due',
				message: `“${typed}” is not a date: type 12 Oct, +2w, fri or 2020-10-12`,
			};
		}
		// An owner may be somebody whom the database does not list: then the name stands as typed.
		const named = given(form, 'owner');
		const found = named ? findPeople(peopleFor(database, form.target.meeting), named) : [];
		if (found.length > 1) {
			return {
				field: 'owner',
				message: `“${named}” may be ${found
					.slice(0, 3)
					.map(({name}) => name)
					.join(' or ')}`,
			};
		}
		const owner = found[0]?.id ?? named;
		const {action, meeting, item, project, decision} = form.target;
		if (!action)
			return {changes: [{kind: 'action/add', text, owner, due, meeting, item, project, decision}]};
		const now: Record<string, unknown> = {text, owner, due};
		const names = Object.keys(now).filter((name) => form.base[name] !== now[name]);
		if (names.length === 0) return {field: 'text', message: 'nothing has changed yet'};
		const fields = Object.fromEntries(
			names.map((name) => [name, {from: form.base[name], to: now[name]}]),
		);
		return {changes: [{kind: 'action/edit', id: action, fields}]};
	},
};

const saveAs: FormSpec = {
	title: () => 'Leave the practice copy',
	lead: () => ['It is thrown away when you leave. To keep what you did, give a file name.'],
	enterSaves: true,
	fields: () => [
		{name: 'path', label: 'Save as', kind: 'line', hint: 'empty: leave without keeping it'},
	],
	start: () => ({}),
	submit: (_surroundings, form) => ({copyTo: valueOf(form, 'path')}),
};

export const formSpecs: Record<FormKind, FormSpec> = {
	status,
	comment,
	note,
	decision,
	correct,
	retract,
	action,
	'save-as': saveAs,
};
