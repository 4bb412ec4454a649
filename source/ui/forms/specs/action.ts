import {calendarOf, exampleDay, parseDay, whyNoDay} from '../../../domain/typed-days.ts';
import {nameOf, personName} from '../../../domain/names.ts';
import {findPeople} from '../../../domain/queries/meeting/meetings.ts';
import {projectById} from '../../../domain/queries/strategy/projects.ts';
import {changedFields, type FormSpec, given} from '../form.ts';
import {orList} from '../../../domain/queries/meeting/members.ts';
import {peopleFor} from '../people.ts';
import {itemName} from './item.ts';

export const action: FormSpec = {
	title(database, {target}) {
		if (target.action) return `Action ${target.action}`;
		if (target.project) return `Action on ${nameOf(database, `projects/${target.project}`)}`;
		return target.item ? `Action on ${itemName(database, target)}` : 'Action';
	},
	fields: (database) => [
		{name: 'text', label: 'Action', kind: 'line', hint: 'what is to be done'},
		{
			name: 'owner',
			label: 'Owner',
			kind: 'owner',
			hint: 'initials, a part of the name, or any name',
		},
		{
			name: 'due',
			label: 'Due',
			kind: 'day',
			hint: `${exampleDay(calendarOf(database, ''))}, +2w, fri or 2020-10-12; empty for none`,
		},
	],
	start(database, {action, project}) {
		const found = database.actions.find(({id}) => id === action);
		if (found) {
			const {text, owner, due} = found;
			const name = owner ? personName(database, owner) : '';
			return {base: {text, owner, due}, values: {text, owner: name, due: due ?? ''}};
		}
		return {values: {text: '', owner: projectById(database, project)?.owner ?? '', due: ''}};
	},
	submit({database, today}, form) {
		const text = given(form, 'text');
		if (!text) return {field: 'text', message: 'say what is to be done'};
		const typed = given(form, 'due');
		const calendar = calendarOf(database, today);
		const due = typed && parseDay(typed, calendar);
		if (typed && !due) return {field: 'due', message: whyNoDay(typed, calendar)};
		// An owner may be somebody whom the database does not list: then the name stands as typed.
		const named = given(form, 'owner');
		const found = named ? findPeople(peopleFor(database, form.target.meeting), named) : [];
		if (found.length > 1) {
			return {
				field: 'owner',
				message: `“${named}” may be ${orList(found)}: type more of it`,
			};
		}
		const owner = found[0]?.id ?? named;
		const {action, meeting, item, project, decision} = form.target;
		if (!action) {
			const change = {text, owner, due, meeting, item, project, decision};
			return {changes: [{kind: 'action/add', ...change}]};
		}
		const fields = changedFields(form, {text, owner, due});
		if (Object.keys(fields).length === 0) {
			return {field: 'text', message: 'nothing has changed yet'};
		}
		return {changes: [{kind: 'action/edit', id: action, fields}]};
	},
};
