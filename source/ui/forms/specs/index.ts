import {type FormKind, type FormSpec, valueOf} from '../form.ts';
import {action} from './action.ts';
import {correct, decision, retract} from './decision.ts';
import {note} from './item.ts';
import {comment, status} from './project.ts';

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
