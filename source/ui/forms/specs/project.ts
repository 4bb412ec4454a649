import {nameOf} from '../../../domain/names.ts';
import {projectById} from '../../../domain/queries/projects.ts';
import type {Confidence, ProjectStatus} from '../../../domain/schema/index.ts';
import {confidences, projectStatuses} from '../../../domain/schema/values.ts';
import {confidenceWords, statusWords} from '../../../domain/words.ts';
import {type FormSpec, given, type Option, valueOf} from '../form.ts';
import {keyFor} from '../../keys-by-name.ts';

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
export const status: FormSpec = {
	title: (database, {target}) => `Status of ${nameOf(database, `projects/${target.project}`)}`,
	lead(database, {target}) {
		const project = projectById(database, target.project);
		if (!project) return [];
		const trust = project.confidence
			? `, confidence ${confidenceWords[project.confidence].toLowerCase()}`
			: '';
		return [`Now: ${statusWords[project.status]}${trust}`];
	},
	enterSaves: true,
	fields: () => [
		{name: 'status', label: 'Status', kind: 'choice', options: statusOptions},
		{name: 'confidence', label: 'Confidence', kind: 'choice', options: confidenceOptions},
		{
			name: 'note',
			label: 'Note',
			kind: 'long',
			hint: 'why, in a sentence',
		},
	],
	start(database, {project}) {
		const {status, confidence} = projectById(database, project) ?? {};
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
			return {
				field: 'status',
				message: `nothing has changed yet: choose another status, or ${keyFor('form.leave')}`,
			};
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
