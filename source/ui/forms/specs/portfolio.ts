import {scaleOf} from '../../../domain/queries/strategy/candidates.ts';
import {projectGroups, projectOrders} from '../../../domain/queries/strategy/project-order.ts';
import {currentStrategy, projectById} from '../../../domain/queries/strategy/projects.ts';
import {nameOf} from '../../../domain/names.ts';
import type {Database} from '../../../domain/schema/index.ts';
import {type FormField, type FormSpec, type Option, valueOf} from '../form.ts';

/** Options under letters from a on. */
const lettered = (words: readonly (readonly [value: string, label: string])[]): Option[] =>
	words.map(([value, label], index) => ({value, label, key: String.fromCodePoint(97 + index)}));

/** How the list of projects is ordered and divided; nothing is stored of it. */
export const order: FormSpec = {
	title: () => 'Order and groups of the projects',
	enterSaves: true,
	saves: 'Show',
	fields: () => [
		{
			name: 'order',
			label: 'Order',
			kind: 'choice',
			options: lettered(Object.entries(projectOrders)),
		},
		{
			name: 'group',
			label: 'Grouped by',
			kind: 'choice',
			options: lettered(Object.entries(projectGroups)),
		},
	],
	start: () => ({values: {order: '', group: ''}}),
	submit: (_surroundings, form) => ({
		show: {order: valueOf(form, 'order'), group: valueOf(form, 'group')},
	}),
};

const criteriaOf = (database: Database) => currentStrategy(database)?.criteria ?? [];

/** A project held against the criteria of the strategy, each on its scale. */
export const criteria: FormSpec = {
	title: (database, {target}) => `Criteria of ${nameOf(database, `projects/${target.project}`)}`,
	fields(database): FormField[] {
		const steps = scaleOf(currentStrategy(database)).map(({id, title}) => [id, title] as const);
		const options = [{value: '', label: 'not judged', key: 'z'}, ...lettered(steps)];
		return criteriaOf(database).map(({id, title}) => ({
			name: id,
			label: title,
			kind: 'choice',
			options,
		}));
	},
	start(database, {project}) {
		const met = projectById(database, project)?.criteria ?? {};
		const values = Object.fromEntries(criteriaOf(database).map(({id}) => [id, met[id] ?? '']));
		return {base: {criteria: projectById(database, project)?.criteria}, values};
	},
	submit({database}, form) {
		const from = form.base['criteria'] as Record<string, string> | undefined;
		const names = criteriaOf(database).map(({id}) => id);
		const judged = names.flatMap((id) =>
			valueOf(form, id) === '' ? [] : [[id, valueOf(form, id)]],
		);
		const others = Object.entries(from ?? {}).filter(([id]) => !names.includes(id));
		const to = Object.fromEntries([...others, ...judged]) as Record<string, string>;
		if (names.every((id) => (from?.[id] ?? '') === valueOf(form, id)))
			return {field: names[0] ?? 'save', message: 'nothing has changed yet'};
		const value = Object.keys(to).length === 0 ? undefined : to;
		return {
			changes: [
				{
					kind: 'project/edit',
					id: form.target.project ?? '',
					fields: {criteria: {from, to: value}},
				},
			],
		};
	},
};
