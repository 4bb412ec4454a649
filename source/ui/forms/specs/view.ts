import type {FormSpec} from '../form.ts';
import {valueOf} from '../form.ts';

/** How a list is looked at, as its place has it. */
export type ListLook = {
	screen: 'portfolio';
	filter: string;
	order?: string;
	group?: string;
	look?: string;
};

/** How the list is looked at now, under a name: for oneself or for everybody. */
export const view: FormSpec = {
	title: () => 'Keep this view under a name',
	lead: (_database, {target}) => [target.says ?? ''],
	enterSaves: true,
	fields: () => [
		{
			name: 'title',
			label: 'Name',
			kind: 'line',
			hint: 'replaces one of the same name',
		},
		{
			name: 'for',
			label: 'For',
			kind: 'choice',
			options: [
				{value: 'own', label: 'myself', key: 'm'},
				{value: 'all', label: 'everybody', key: 'e'},
			],
		},
	],
	start: () => ({values: {title: '', for: 'own'}}),
	submit(_surroundings, form) {
		const title = valueOf(form, 'title');
		if (title === '') return {field: 'title', message: 'give it a name'};
		if (title.length > 60) return {field: 'title', message: 'a name has 60 letters at most'};
		const look = JSON.parse(form.target.view ?? '{}') as ListLook;
		const kind = valueOf(form, 'for') === 'all' ? 'view/save' : 'view/keep';
		return {changes: [{kind, title, ...look}]};
	},
};
