import {sayWaiting} from '../../../domain/queries/strategy/dependencies.ts';
import {nameOf} from '../../../domain/names.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import type {Change} from '../../../domain/changes/index.ts';
import type {Confidence, Database, Project, ProjectStatus} from '../../../domain/schema/index.ts';
import {confidences, projectStatuses} from '../../../domain/schema/values.ts';
import {confidenceWords, statusWords} from '../../../domain/words.ts';
import {keyFor} from '../../keys-by-name.ts';
import {sayDecision, sayFollowing} from '../aloud.ts';
import {type Form, type FormField, type FormSpec, given, type Option, valueOf} from '../form.ts';
import {askDecided, sayUncovered} from '../reported.ts';
import {motionFields, readMotion} from './motion.ts';

const statusKeys: Record<ProjectStatus, string> = {
	proposed: 'p',
	'in-progress': 'i',
	'on-hold': 'h',
	blocked: 'b',
	delivered: 'd',
	cancelled: 'x',
};
export const statusOptions: Option[] = projectStatuses.map((value) => ({
	value,
	label: statusWords[value],
	key: statusKeys[value],
}));
const confidenceOptions: Option[] = [
	{value: '', label: 'None', key: 'n'},
	...confidences.map((value) => ({value, label: confidenceWords[value], key: value.slice(0, 1)})),
];
/** What is not green is asked for the way back; whoever has none saves without. */
const wayBackField = (form: Form): FormField[] =>
	['amber', 'red'].includes(valueOf(form, 'confidence'))
		? [
				{
					name: 'wayBack',
					label: 'Way back',
					kind: 'long',
					hint: 'to green: how, and by when; or empty',
				},
			]
		: [];

/** In a meeting something is reported or decided, and what is decided was moved and voted on. */
function decidedFields(database: Database, form: Form): FormField[] {
	if (form.target.meeting === undefined) return [];
	return valueOf(form, 'decided') === ''
		? [askDecided]
		: [askDecided, ...motionFields(database, form)];
}

/** The decision by which a status is set, on the item that is before the room. */
function decisionOf(
	database: Database,
	form: Form,
	to: ProjectStatus,
): Change | {field: string; message: string} {
	const {meeting = '', item, project = ''} = form.target;
	const motion = readMotion(database, form);
	if ('message' in motion) return motion;
	const name = nameOf(database, `projects/${project}`);
	const reasons = given(form, 'note');
	return {
		kind: 'decision/record',
		meeting,
		item,
		title: `${name}: ${statusWords[to]}`,
		resolution: `That the status of ${name} be changed from ${statusWords[form.base['status'] as ProjectStatus]} to ${statusWords[to]}.`,
		outcome: 'approved',
		projects: [project],
		...(reasons ? {reasons} : {}),
		...motion,
	};
}

/** What waits for a project that is about to be put off or given up, as a warning: it stops nobody. */
function puttingOff(database: Database, project: Project, to: string): string[] {
	if (to === project.status || !['on-hold', 'blocked', 'cancelled'].includes(to)) return [];
	return sayWaiting(database, project.id);
}

export const status: FormSpec = {
	title: (database, {target}) => `Status of ${nameOf(database, `projects/${target.project}`)}`,
	lead(database, form) {
		const {target} = form;
		const project = projectById(database, target.project);
		if (!project) return [];
		const trust = project.confidence
			? `, confidence ${confidenceWords[project.confidence].toLowerCase()}`
			: '';
		return [
			`Now: ${statusWords[project.status]}${trust}`,
			...puttingOff(database, project, valueOf(form, 'status')),
			...(valueOf(form, 'status') === 'delivered' && valueOf(form, 'confidence') === 'red'
				? ['Delivered, though confidence in its delivery is red: is that right?']
				: []),
		];
	},
	enterSaves: true,
	fields: (database, form) => [
		{name: 'status', label: 'Status', kind: 'choice', options: statusOptions},
		{name: 'confidence', label: 'Confidence', kind: 'choice', options: confidenceOptions},
		{
			name: 'note',
			label: 'Note',
			kind: 'long',
			hint: 'why, in a sentence',
		},
		...wayBackField(form),
		...decidedFields(database, form),
	],
	start(database, {project}) {
		const {status, confidence, wayBack} = projectById(database, project) ?? {};
		return {
			base: {status, confidence, wayBack},
			values: {
				status: status ?? '',
				confidence: confidence ?? '',
				note: '',
				wayBack: wayBack ?? '',
				decided: '',
				mover: '',
				seconder: '',
				vote: '',
			},
		};
	},
	submit({database}, form) {
		const from = form.base['status'] as ProjectStatus;
		const trust = {
			from: form.base['confidence'] as Confidence | undefined,
			to: given(form, 'confidence') as Confidence | undefined,
		};
		const to = valueOf(form, 'status') as ProjectStatus;
		const note = given(form, 'note');
		const isDecided = valueOf(form, 'decided') !== '';
		if (isDecided && from === to) {
			return {
				field: 'status',
				message: 'choose the status that was decided, or say that it is reported',
			};
		}
		const uncovered = isDecided ? sayUncovered(database, form.target) : undefined;
		if (uncovered) return {field: 'decided', message: uncovered};
		const back = wayBackOf(form);
		if (from === to && trust.from === trust.to && !note && back.length === 0) {
			return {
				field: 'status',
				message: `nothing has changed yet: choose another status, or ${keyFor('form.leave')}`,
			};
		}
		if (from === to && trust.from === trust.to && !note) return {changes: back};
		const decided = isDecided ? decisionOf(database, form, to) : undefined;
		if (decided && 'message' in decided) return decided;
		return {
			changes: [
				...(decided ? [decided] : []),
				{
					kind: 'project/status',
					id: form.target.project ?? '',
					from,
					to,
					...(trust.from === trust.to ? {} : {confidence: trust}),
					...(note ? {note} : {}),
					...(decided ? {follows: true} : {}),
				},
				...back,
			],
		};
	},
	readBack(database, _form, [change, ...following]) {
		return change?.kind === 'decision/record'
			? [
					...sayDecision(database, change),
					...following.flatMap((next) => sayFollowing(database, next)),
				]
			: undefined;
	},
};

/** The way back to green, where another was typed. */
function wayBackOf(form: Form): Change[] {
	const from = form.base['wayBack'] as string | undefined;
	const to = wayBackField(form).length === 0 ? from : given(form, 'wayBack');
	return (from ?? '') === (to ?? '')
		? []
		: [{kind: 'project/edit', id: form.target.project ?? '', fields: {wayBack: {from, to}}}];
}

export const comment: FormSpec = {
	title: (database, {target}) => `Comment on ${nameOf(database, `projects/${target.project}`)}`,
	fields: () => [{name: 'note', label: 'Comment', kind: 'long'}],
	start: () => ({}),
	submit(_surroundings, form) {
		const note = given(form, 'note');
		if (!note)
			return {field: 'note', message: `write the comment first, or ${keyFor('form.leave')}`};
		return {changes: [{kind: 'project/update', id: form.target.project ?? '', note}]};
	},
};
