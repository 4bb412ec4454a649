import type {Change} from '../../../domain/changes/index.ts';
import {nameOf} from '../../../domain/names.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import {readField} from '../../../domain/records/index.ts';
import type {Database, Project} from '../../../domain/schema/index.ts';
import {type FormSpec, given, valueOf} from '../form.ts';

const decisionField = {label: 'Decision', kind: 'one', of: 'decisions'} as const;

const currentOf = ({strategies}: Database) => strategies.find(({status}) => status === 'current');

/** A draft that was adopted: it is current from now on, and what was is past. */
export const adopt: FormSpec = {
	title: (database, {target}) => `Adopt ${nameOf(database, `strategies/${target.strategy}`)}`,
	lead(database) {
		const current = currentOf(database);
		return current ? [`${nameOf(database, `strategies/${current.id}`)} is past from then on.`] : [];
	},
	enterSaves: true,
	saves: 'Adopt it',
	fields: () => [
		{
			name: 'decision',
			label: 'Decision',
			kind: 'line',
			hint: 'by which it was adopted: its id or a part of its title',
			reads: decisionField,
		},
	],
	start: (database) => ({
		values: {decision: database.decisions.findLast(({status}) => status === 'recorded')?.id ?? ''},
	}),
	submit({database, today}, form) {
		const id = form.target.strategy ?? '';
		const typed = given(form, 'decision');
		const read =
			typed === undefined ? {value: undefined} : readField(decisionField, typed, {database, today});
		if ('message' in read) return {field: 'decision', message: read.message};
		const current = currentOf(database);
		const changes: Change[] = [
			...(current
				? [{kind: 'strategy/status', id: current.id, from: 'current', to: 'past'} as const]
				: []),
			{
				kind: 'strategy/status',
				id,
				from: 'draft',
				to: 'current',
				...(typeof read.value === 'string' ? {decision: read.value} : {}),
			},
		];
		return {changes};
	},
};

/** What a project takes along into another strategy; what names records of the old one stays there. */
const carried = [
	'summary',
	'status',
	'confidence',
	'stage',
	'owner',
	'sponsor',
	'portfolioHolder',
	'supplier',
	'start',
	'due',
	'originalDue',
	'forecastDue',
	'money',
	'wayBack',
] as const satisfies (keyof Project)[];

/** A project of one strategy that goes on in another: a record of its own, which says what it carries on. */
export const carry: FormSpec = {
	title: (database, {target}) => `Carry ${nameOf(database, `projects/${target.project}`)} over`,
	lead: () => ['A new project is made that carries this one on. This one stays as it is.'],
	fields: () => [
		{
			name: 'priority',
			label: 'Priority',
			kind: 'line',
			hint: 'a priority of the other strategy, by id or title',
			reads: {label: 'Priority', kind: 'one', of: 'priorities', required: true},
		},
		{name: 'title', label: 'Title', kind: 'line'},
	],
	start: (database, {project}) => ({
		values: {priority: '', title: projectById(database, project)?.title ?? ''},
	}),
	submit({database, today}, form) {
		const old = projectById(database, form.target.project);
		if (!old) return {message: 'this project is gone'};
		const read = readField(
			{label: 'Priority', kind: 'one', of: 'priorities', required: true},
			valueOf(form, 'priority'),
			{database, today},
		);
		if ('message' in read) return {field: 'priority', message: read.message};
		const own = database.strategies.find(({priorities}) =>
			priorities.some(({id}) => id === old.priority),
		);
		if (own?.priorities.some(({id}) => id === read.value))
			return {
				field: 'priority',
				message: 'this is a priority of the same strategy: edit the project to move it there',
			};
		const given = Object.fromEntries(
			carried.flatMap((field) => (old[field] === undefined ? [] : [[field, old[field]]])),
		);
		return {
			changes: [
				{
					kind: 'project/add',
					title: valueOf(form, 'title') || old.title,
					priority: String(read.value),
					...given,
					carriesOn: old.id,
				} as Change,
			],
		};
	},
};
